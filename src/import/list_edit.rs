//! Takes an item of a list out of a return's YAML in place. Not for values in it ([`super::text_edit`]).

use std::ops::Range;

use super::text_places::{line_end, node_end};
use crate::yaml::tree::Node;

/// The text without the item at `place` of a list that begins at `start`; a remark on a line of its own words goes with it, all others
/// stay. None if it is written in a way that is not known.
pub(super) fn removed(text: &str, start: usize, items: &[Node], place: usize) -> Option<String> {
    let item = items.get(place)?;
    let after = place.checked_sub(1).and_then(|before| items.get(before));
    let before = after.map_or(Some(start), |before| node_end(text, before))?;
    let end = node_end(text, item)?;
    let range = if text[start..].trim_start().starts_with('[') {
        in_brackets(text, before, item.span.range().start..end, after.is_some())
    } else {
        on_lines(text, before, item.span.range().start..end)?
    };
    Some(format!("{}{}", &text[..range.start], &text[range.end..]))
}

/// All lines of an item, from its dash, which stands behind what comes `before` it.
fn on_lines(text: &str, before: usize, item: Range<usize>) -> Option<Range<usize>> {
    let rest = text[item.end..line_end(text, item.end)].trim();
    if !rest.is_empty() && !rest.starts_with('#') {
        return None;
    }
    let starts = text[before..item.start].match_indices('\n').map(|(at, _)| before + at + 1);
    let first = text[..before].rfind('\n').map_or(0, |end| end + 1);
    let starts = std::iter::once(first).chain(starts);
    let dashed = |line: &usize| text[*line..item.end].trim_start_matches(' ').starts_with('-');
    let line = starts.filter(|line| *line >= first).rfind(dashed)?;
    Some(line..(line_end(text, item.end) + 1).min(text.len()))
}

/// An item with the comma behind it, or of the last one with that before it.
fn in_brackets(text: &str, before: usize, item: Range<usize>, follows: bool) -> Range<usize> {
    let gap = text[item.end..].len() - text[item.end..].trim_start().len();
    let behind = item.end + gap;
    if text[behind..].starts_with(',') {
        let end = behind + 1;
        let blank = text[end..].len() - text[end..].trim_start_matches(' ').len();
        return item.start..end + blank;
    }
    let comma = text[before..item.start].find(',').filter(|_| follows);
    let plain = comma.is_some_and(|at| text[before + at + 1..item.start].trim().is_empty());
    if plain { before + comma.unwrap_or_default()..item.end } else { item }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;
    use crate::yaml;
    use crate::yaml::tree::Value;

    fn without(text: &str, place: usize) -> Option<String> {
        let root = yaml::parse(&SourceFile::new("", text)).expect("YAML");
        let list = root.at("a").expect("a list");
        let Value::List(items) = &list.value else { panic!("a list") };
        removed(text, list.span.range().start, items, place)
    }

    #[test]
    fn an_item_goes_with_its_lines_and_remarks_around_it_stay() {
        let text = "a:   # ba\n  # một\n  - { b: 1 }   # đầu\n  - b: 2\n    c: 3\n  # cuối\n  - { b: 4 }\nd: 5\n";
        let last = "a:   # ba\n  # một\n  - { b: 1 }   # đầu\n  - b: 2\n    c: 3\n  # cuối\nd: 5\n";
        let middle = "a:   # ba\n  # một\n  - { b: 1 }   # đầu\n  # cuối\n  - { b: 4 }\nd: 5\n";
        assert_eq!(without(text, 2).as_deref(), Some(last));
        assert_eq!(without(text, 1).as_deref(), Some(middle));
        assert_eq!(without("a:\n- b: 1", 0).as_deref(), Some("a:\n"));
    }

    #[test]
    fn an_item_whose_dash_stands_alone_takes_no_remark_of_another_along() {
        let text =
            "a:\n  -   b: 1\n      c: 2   # hai\n  # trước ba\n  -\n    b: 3\n  # cuối\nd: 5\n";
        let last = "a:\n  -   b: 1\n      c: 2   # hai\n  # trước ba\n  # cuối\nd: 5\n";
        assert_eq!(without(text, 1).as_deref(), Some(last));
        let text = "a:\n  - # đầu\n    b: 1\n  - # hai\n    b: 2\n";
        assert_eq!(without(text, 0).as_deref(), Some("a:\n  - # hai\n    b: 2\n"));
        assert_eq!(without(text, 1).as_deref(), Some("a:\n  - # đầu\n    b: 1\n"));
    }

    #[test]
    fn an_item_of_a_list_in_brackets_goes_with_its_comma() {
        let text = "a: [{ b: 1 }, { b: 2 }, { b: 3 }]\n";
        assert_eq!(without(text, 0).as_deref(), Some("a: [{ b: 2 }, { b: 3 }]\n"));
        assert_eq!(without(text, 1).as_deref(), Some("a: [{ b: 1 }, { b: 3 }]\n"));
        assert_eq!(without(text, 2).as_deref(), Some("a: [{ b: 1 }, { b: 2 }]\n"));
        assert_eq!(without("a: [{ b: 1 }]\n", 0).as_deref(), Some("a: []\n"));
        assert_eq!(without("a: [{ b: 1 }, ]\n", 0).as_deref(), Some("a: []\n"));
    }

    #[test]
    fn remarks_between_items_in_brackets_stay() {
        let text = "a: [\n  { b: 1 },   # một\n  { b: 2 }, # hai\n  # dòng\n  { b: 3 } # ba\n]\n";
        let last = "a: [\n  { b: 1 },   # một\n  { b: 2 }, # hai\n  # dòng\n   # ba\n]\n";
        let middle = "a: [\n  { b: 1 },   # một\n  # hai\n  # dòng\n  { b: 3 } # ba\n]\n";
        assert_eq!(without(text, 2).as_deref(), Some(last));
        assert_eq!(without(text, 1).as_deref(), Some(middle));
    }
}
