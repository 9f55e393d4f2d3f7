//! What an inspection found, and the tools the rules share to find it. Not for the rules, nor for printing.

use std::fmt::Write;

use super::Parts;
use super::table::{Row, Table};
use super::text::{Line, Word};

/// Sizes may be off by this (pt).
const SIZE: f64 = 0.1;
/// Longer words are cut short when quoted.
const QUOTED: usize = 48;

/// One thing that is not as the regulation asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Deviation {
    /// The row of the table.
    pub rule: String,
    /// The cell, such as `5a`, or a name where the regulation has no number.
    pub cell: String,
    /// What the component is called.
    pub name: String,
    /// Where the specification asks it.
    pub source: String,
    /// The page, from 1.
    pub page: usize,
    /// Where on it, in mm from the top left corner: left end and baseline.
    pub place: Option<(f64, f64)>,
    /// The words concerned.
    pub words: Option<String>,
    /// What was measured.
    pub measured: String,
    /// What it must be.
    pub expected: String,
    /// In how many more places.
    pub more: usize,
}

/// What an inspection found.
#[derive(Debug)]
pub struct Inspection {
    /// The profile.
    pub profile: String,
    /// Its regulation.
    pub regulation: String,
    /// What deviates, by page and place.
    pub deviations: Vec<Deviation>,
    /// What could not be judged.
    pub unjudged: Vec<String>,
    /// How many pages there are.
    pub pages: usize,
}

/// Where something was found.
pub enum At<'a> {
    /// At a line.
    Line(&'a Line),
    /// On a page (from 0), at no line.
    Page(usize),
}

/// Collects what the rules find.
pub struct Judge<'t> {
    /// What is asked.
    pub table: &'t Table,
    found: Vec<Deviation>,
}

impl<'t> Judge<'t> {
    /// A judge by that table.
    #[must_use]
    pub fn new(table: &'t Table) -> Self {
        Self { table, found: Vec::new() }
    }

    /// The row of that name, if the table has it.
    #[must_use]
    pub fn row(&self, rule: &str) -> Option<&'t Row> {
        self.table.o.get(rule)
    }

    /// Notes a deviation from a row; what is noted again with the same expectation only counts.
    pub fn note(
        &mut self,
        rule: &str,
        at: &At<'_>,
        measured: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let Some(row) = self.row(rule) else { return };
        let expected = expected.into();
        let same = |own: &&mut Deviation| own.rule == rule && own.expected == expected;
        if let Some(own) = self.found.iter_mut().find(same) {
            own.more += 1;
            return;
        }
        let (page, place, words) = match at {
            At::Line(line) => (line.page, Some((line.x0(), line.y)), Some(quoted(&line.text()))),
            At::Page(page) => (*page, None, None),
        };
        self.found.push(Deviation {
            rule: rule.to_owned(),
            cell: row.o.clone(),
            name: row.ten.clone(),
            source: row.nguon.clone(),
            page: page + 1,
            place,
            words,
            measured: measured.into(),
            expected,
            more: 0,
        });
    }

    /// Holds size, weight, slant and capitals of lines against a row.
    pub fn style(&mut self, rule: &str, lines: &[Line]) {
        let Some(row) = self.row(rule) else { return };
        for line in lines {
            self.size(rule, row, line);
            let asked = [
                (row.dam, true, "chữ đậm", "chữ thường (không đậm)"),
                (row.nghieng, false, "chữ nghiêng", "chữ đứng"),
            ];
            for (asked, weight, yes, no) in asked {
                let is = |word: &&Word| if weight { word.style.bold } else { word.style.italic };
                let lettered =
                    || line.words.iter().filter(|word| word.lettered() && !word.style.raised);
                match asked {
                    Some(true) if lettered().any(|word| !is(&word)) => {
                        self.note(rule, &At::Line(line), no, yes);
                    }
                    Some(false) if lettered().any(|word| is(&word)) => {
                        self.note(rule, &At::Line(line), yes, no);
                    }
                    _ => {}
                }
            }
            if row.hoa == Some(true) && !line.caps() {
                self.note(rule, &At::Line(line), "chữ in thường", "chữ in hoa");
            } else if row.hoa == Some(false) && line.caps() && line.text().chars().count() > 3 {
                self.note(rule, &At::Line(line), "chữ in hoa", "chữ in thường");
            }
        }
    }

    /// Holds the size of a line against a row.
    pub fn size(&mut self, rule: &str, row: &Row, line: &Line) {
        let (Some(least), Some(most)) = (row.co_chu.first(), row.co_chu.last()) else { return };
        let wrong = |word: &&Word| {
            !word.style.raised && (word.size < least - SIZE || word.size > most + SIZE)
        };
        if let Some(word) = line.words.iter().find(wrong) {
            let expected = format!("{} pt", range(*least, *most));
            self.note(rule, &At::Line(line), format!("cỡ chữ {} pt", number(word.size)), expected);
        }
    }

    /// Holds a line to be centred on `axis`, which `what` names.
    pub fn centred(&mut self, rule: &str, line: &Line, axis: f64, what: &str) {
        let Some(row) = self.row(rule) else { return };
        let off = line.middle() - axis;
        if off.abs() > row.tolerance() {
            let side = if off > 0.0 { "phải" } else { "trái" };
            let measured = format!("lệch {} mm sang {side}", number(off.abs()));
            self.note(rule, &At::Line(line), measured, format!("canh giữa {what}"));
        }
    }

    /// Ends the inspection.
    #[must_use]
    pub fn done(mut self, parts: &Parts) -> Inspection {
        let key = |own: &Deviation| (own.page, own.place.unwrap_or_default());
        self.found.sort_by(|a, b| {
            let ((a, (ax, ay)), (b, (bx, by))) = (key(a), key(b));
            a.cmp(&b).then(ay.total_cmp(&by)).then(ax.total_cmp(&bx))
        });
        let holds = |when: &str| match when {
            "bang" => parts.pages.iter().any(|page| !page.tables.is_empty()),
            "bieu-do" => parts.pages.iter().any(|page| !page.charts.is_empty()),
            "ngang" => parts.pages.iter().any(super::parts_page::Page::landscape),
            "anh" => parts.pages.iter().any(|page| page.images > 0),
            "phu-luc" => !parts.appendices.is_empty(),
            "lien-tich" => parts.closing.joint,
            "khong-loai" => parts.head.kind.is_none() && !parts.head.letter,
            _ => true,
        };
        let unjudged = self.table.khong_xet.iter().filter(|own| holds(&own.khi));
        Inspection {
            profile: self.table.name.clone(),
            regulation: self.table.quy_dinh.clone(),
            unjudged: unjudged.map(|own| own.noi_dung.clone()).collect(),
            deviations: self.found,
            pages: parts.pages.len(),
        }
    }
}

/// A measure the Vietnamese way, to a tenth.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{:.1}", (value * 10.0).round() / 10.0 + 0.0);
    text.trim_end_matches(".0").replace('.', ",")
}

/// One measure, or from – to.
#[must_use]
pub fn range(least: f64, most: f64) -> String {
    let mut text = number(least);
    if most > least {
        _ = write!(text, "–{}", number(most));
    }
    text
}

fn quoted(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTED).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}
