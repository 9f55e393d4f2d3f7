//! Which lines are the head of an appendix. Not for whether they are right, nor for its tables.

use super::parts_closing::whole;
use super::parts_head::is_hyphens;
use super::parts_page::{Page, opens_appendix};
use super::text::Line;

/// How many lines an appendix head may have.
const LONGEST: usize = 14;

/// The head of an appendix.
#[derive(Debug)]
pub struct Appendix {
    /// The page it opens on, from 0.
    pub page: usize,
    /// "Phụ lục …".
    pub label: Line,
    /// Its title.
    pub title: Vec<Line>,
    /// "(Kèm theo …)".
    pub attached: Vec<Line>,
    /// The hyphens below.
    pub hyphens: Option<Line>,
}

/// Finds the heads of all appendices.
#[must_use]
pub fn find(pages: &[Page]) -> Vec<Appendix> {
    let opening = pages.iter().enumerate().filter(|(at, page)| *at > 0 && opens_appendix(page));
    opening.filter_map(|(at, page)| head(at, page)).collect()
}

fn head(at: usize, page: &Page) -> Option<Appendix> {
    let (label, rest) = page.lines.split_first()?;
    let mut found = Appendix {
        page: at,
        label: label.clone(),
        title: Vec::new(),
        attached: Vec::new(),
        hyphens: None,
    };
    let table = page.tables.first().map_or(page.height, |area| area[1]);
    for line in rest.iter().take(LONGEST).take_while(|line| line.y < table) {
        let text = line.text();
        let open = !found.attached.is_empty() && !whole(&found.attached).ends_with(')');
        if is_hyphens(&text) {
            found.hyphens = Some(line.clone());
            break;
        } else if open || text.to_lowercase().starts_with("(kèm theo") {
            found.attached.push(line.clone());
        } else if found.attached.is_empty() && line.bold() {
            found.title.push(line.clone());
        } else {
            break;
        }
    }
    Some(found)
}
