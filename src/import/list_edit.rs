//! Takes an item of a list out of a return's YAML in place. Not for values in it ([`super::text_edit`]).

use super::text_places::{line_end, node_end};
use crate::yaml::tree::Node;

/// The text without the item at `place`; a remark on its own line goes with it, those around it stay. None if it is written in a way
/// that is not known.
pub(super) fn removed(text: &str, items: &[Node], place: usize) -> Option<String> {
    let item = items.get(place)?;
    let (start, end) = (item.span.range().start, node_end(text, item)?);
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let range = if text[line..start].trim() == "-" {
        let rest = text[end..line_end(text, end)].trim();
        if !rest.is_empty() && !rest.starts_with('#') {
            return None;
        }
        line..(line_end(text, end) + 1).min(text.len())
    } else if let Some(next) = items.get(place + 1) {
        start..next.span.range().start
    } else {
        let before = place.checked_sub(1).and_then(|place| items.get(place));
        before.map_or(Some(start), |before| node_end(text, before))?..end
    };
    Some(format!("{}{}", &text[..range.start], &text[range.end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;
    use crate::yaml;
    use crate::yaml::tree::Value;

    fn without(text: &str, place: usize) -> Option<String> {
        let root = yaml::parse(&SourceFile::new("", text)).expect("YAML");
        let Value::List(items) = &root.at("a").expect("a list").value else { panic!("a list") };
        removed(text, items, place)
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
    fn an_item_of_a_list_in_brackets_goes_with_its_comma() {
        let text = "a: [{ b: 1 }, { b: 2 }, { b: 3 }]\n";
        assert_eq!(without(text, 0).as_deref(), Some("a: [{ b: 2 }, { b: 3 }]\n"));
        assert_eq!(without(text, 1).as_deref(), Some("a: [{ b: 1 }, { b: 3 }]\n"));
        assert_eq!(without(text, 2).as_deref(), Some("a: [{ b: 1 }, { b: 2 }]\n"));
        assert_eq!(without("a: [{ b: 1 }]\n", 0).as_deref(), Some("a: []\n"));
    }
}
