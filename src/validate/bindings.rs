//! Rules on what prose refers to: a path that leads nowhere refuses its file (Y06, Y03), other braces are printed as
//! typed (K04). Not for what a path leads to and is not there this time, which a finished report is told.

use crate::binding::braces::{OPEN, all};
use crate::binding::{BraceContent, PathSlip, Writer, read};
use crate::diagnostic::Finding;
use crate::model::plan::Plan;
use crate::model::text::Text;
use crate::source::Span;
use crate::yaml::braces::{STATEMENT, literal_braces};
use crate::yaml::fields::Sink;

/// How far behind its braces a name is looked for.
const MAX_REFERENCE: usize = 200;
/// So many mistakes in one text are placed at their braces; of a file with more the first are told.
const MOST_PLACED: usize = 100;

/// Checks what a text of a return, or of the board, refers to: everything but whether it is there.
pub fn check(text: &Text, plan: &Plan, writer: Writer<'_>, sink: &Sink) {
    let (mut typed, mut wrong_ones) = (None, 0);
    for (nth, braces) in all(text).enumerate() {
        match read(&braces, plan, writer) {
            BraceContent::Bound(_) => {}
            BraceContent::Words => typed = typed.or(Some((OPEN, nth))),
            BraceContent::Wrong(wrong) => {
                wrong_ones += 1;
                let place = if wrong_ones <= MOST_PLACED {
                    text.place_of_nth(OPEN, nth)
                } else {
                    text.place().cloned()
                };
                sink.push(mistake(&wrong, place));
            }
        }
    }
    let mut lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
    let statement = || lines.any(|line| line.contains(STATEMENT)).then_some((STATEMENT, 0));
    if let Some((mark, nth)) = typed.or_else(statement) {
        sink.push(literal_braces(mark).at_maybe(text.place_of_nth(mark, nth)));
    }
}

fn mistake(wrong: &PathSlip, place: Option<Span>) -> Finding {
    let finding = Finding::new(wrong.code, wrong.message.as_str()).value(wrong.name.as_str());
    let place = place.map(|braces| name_after(braces, &wrong.name));
    finding.hint(wrong.hint.as_str()).at_maybe(place)
}

/// The name behind its braces, or the braces where it is written otherwise.
fn name_after(braces: Span, name: &str) -> Span {
    let behind = &braces.file().text()[braces.range().end..];
    let near = &behind[..behind.floor_char_boundary(MAX_REFERENCE.min(behind.len()))];
    let part_of_a_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let stands_alone = |at: &usize| {
        let (before, after) = (&near[..*at], &near[*at + name.len()..]);
        !before.ends_with(part_of_a_name) && !after.starts_with(part_of_a_name)
    };
    match near.match_indices(name).map(|(at, _)| at).find(stands_alone) {
        Some(at) => {
            let start = braces.range().end + at;
            Span::new(braces.file(), start..start + name.len())
        }
        None => braces,
    }
}
