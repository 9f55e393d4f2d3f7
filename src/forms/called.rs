//! What forms and pages call what stands under a key of a return. Not for the keys themselves ([`super::text_fields`]).

use super::documents;
use super::text_fields::{reason_path, text_fields};
use crate::import::blank_date::AS_OF;
use crate::model::figure::Figure;
use crate::model::plan::Plan;

/// What the as-of date is called.
pub(crate) const AS_OF_NAME: &str = "Ngày chốt số liệu";
/// What the documents of the period are called.
const LISTED: &str = "Văn bản đã ban hành trong kỳ";
/// What stands beside the value of a figure, and what that is called.
const BESIDE: [(&str, &str); 2] = [("nguon", "nguồn số liệu"), ("uoc", "dấu số ước")];

/// What the reason for a figure's fall is called.
pub(crate) fn reason_name(figure: &Figure) -> String {
    format!("Giải trình: {}", figure.name)
}

/// What is called what stands under a key: `so_lieu.dan_so`, `so_lieu.dan_so.nguon`, `danh_gia.han_che`; none if it is no key of the plan's
/// returns.
pub(crate) fn called(plan: &Plan, key: &str) -> Option<String> {
    if key == AS_OF {
        return Some(AS_OF_NAME.to_owned());
    }
    if key.starts_with(&documents::path().join(".")) {
        return Some(LISTED.to_owned());
    }
    let figure = |id: &str| plan.figures.iter().find(|figure| figure.id.as_str() == id);
    if let Some(rest) = key.strip_prefix("so_lieu.") {
        let Some((id, part)) = rest.split_once('.') else {
            return figure(rest).map(|figure| figure.name.to_string());
        };
        let (_, beside) = BESIDE.iter().find(|(own, _)| *own == part)?;
        return figure(id).map(|figure| format!("{}, {beside}", figure.name));
    }
    let reasons = reason_path("").join(".");
    if let Some(id) = key.strip_prefix(&reasons) {
        return figure(id).map(reason_name);
    }
    text_fields(plan).into_iter().find(|field| field.key() == key).map(|field| field.name)
}
