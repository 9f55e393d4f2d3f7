//! Texts of a workbook with a raised mark in them, such as the 1 of a footnote behind a number: read as one text, 6852¹
//! would be 68521. Not for marks typed in a line with the text ([`super::footnotes`]).

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::attribute;

/// The shared texts that have raised marks, without them, by number. What is raised behind a metre stays: m², m³.
pub(super) fn without_marks(xml: &str) -> BTreeMap<usize, String> {
    let (mut texts, mut at) = (BTreeMap::new(), 0);
    let (mut text, mut raised, mut marked, mut inside) = (String::new(), false, false, false);
    let mut reader = Reader::from_str(xml);
    // An empty text counts among the others.
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                b"si" => (text, marked, raised) = (String::new(), false, false),
                b"r" => raised = false,
                b"vertAlign" => {
                    raised = attribute(&tag, "val").is_some_and(|value| value == "superscript");
                }
                b"t" => inside = true,
                _ => {}
            },
            Ok(Event::Text(run)) if inside => {
                let run = std::str::from_utf8(&run).unwrap_or_default();
                let run = quick_xml::escape::unescape(run).unwrap_or_default();
                if raised && !text.ends_with('m') {
                    marked = true;
                } else {
                    text.push_str(&run);
                }
            }
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                b"t" => inside = false,
                b"si" => {
                    if marked && !text.trim().is_empty() {
                        texts.insert(at, text.clone());
                    }
                    at += 1;
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return texts,
            // Apostrophes and the like say nothing in a name.
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_empty_counts_among_the_others() {
        let marked =
            "<si><r><t>6852</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si>";
        for empty in ["<si/>", "<si><t/></si>", "<si><t></t></si>"] {
            let read = without_marks(&format!("<sst>{empty}{marked}<si><t>x</t></si></sst>"));
            assert_eq!(read, BTreeMap::from([(1, "6852".to_owned())]), "{empty}");
        }
    }
}
