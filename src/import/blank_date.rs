//! The as-of date of a return that was opened and has none yet. Not for a date that stands there, which an import of a table leaves
//! as it is.

use chrono::NaiveDate;

use super::only_edited::only_edited;
use super::returns::scalar;
use super::text_edit::{NewValue, TextEdit, apply};
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::tree::{Node, Value};

/// The key of the as-of date.
pub(crate) const AS_OF: &str = "chot_den";

/// Whether a return says nothing of its as-of date.
#[must_use]
pub(crate) fn is_blank(root: &Node) -> bool {
    root.at(AS_OF).is_none_or(|node| matches!(node.value, Value::Null))
}

/// The text with the date; none if something else would change with it.
#[must_use]
pub(super) fn dated(text: &str, date: NaiveDate) -> Option<String> {
    let date = date.to_string();
    let edits = [TextEdit { path: vec![AS_OF.to_owned()], value: NewValue::Plain(date.clone()) }];
    let order = ["don_vi", "ky", AS_OF].map(|key| vec![key.to_owned()]);
    let edited = apply(text, &edits, &order)?;
    let read = |text: &str| yaml::parse(&SourceFile::new("", text)).ok();
    let (before, after) = (read(text)?, read(&edited)?);
    let holds = scalar(&after, AS_OF) == Some(date.as_str());
    (holds && only_edited(&before, &after, &edits)).then_some(edited)
}
