//! Which appendices a kind of report may have, as its manifest says. Not for which of them a report has, nor for their numbers
//! ([`crate::report::views::appendix_list`]).

use super::audience::Audience;
use crate::diagnostic::{Code, Finding};
use crate::vietnamese::nearest::nearest;
use crate::yaml::fields::{Fields, Sink, shorten};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{choice, scalar};

/// The folder of the appendices' templates.
const FOLDER: &str = "phu-luc/";

/// The appendices the program fills by itself, and leaves out where there is nothing to print: a row per unit, the documents
/// issued, the charts.
pub(crate) const BY_UNIT: &str = "theo-don-vi";
pub(crate) const DOCUMENTS: &str = "danh-muc";
pub(crate) const CHARTS: &str = "bieu-do";

/// An appendix a kind may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AppendixRule {
    /// Its id, such as `theo-don-vi`: the name of its template in `phu-luc/`.
    pub(crate) id: String,
    /// In whose reports it is.
    pub(crate) audience: Vec<Audience>,
    /// Whether its pages are landscape.
    pub(crate) landscape: Landscape,
}

/// When an appendix has landscape pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Landscape {
    /// `false`: never.
    #[default]
    Never,
    /// `true`: always.
    Always,
    /// `tong_hop`: in a roll-up.
    RollUp,
    /// `nhieu_nam`: when it shows many years.
    ManyYears,
}

/// Reads an entry of `phu_luc`: an id, or an id with what is said of it.
pub(super) fn appendix(node: &Node, sink: &Sink, known: &[String]) -> Option<AppendixRule> {
    let Value::Map(_) = node.value else {
        let id = appendix_id(node, sink, known)?;
        let landscape = Landscape::default();
        return Some(AppendixRule { id, audience: Audience::ALL.to_vec(), landscape });
    };
    let fields = Fields::of(node, sink)?;
    let id = fields.req("ma", |n, s| appendix_id(n, s, known));
    let audience = fields.opt("cho", Audience::read);
    let words = [
        ("true", Landscape::Always),
        ("false", Landscape::Never),
        ("tong_hop", Landscape::RollUp),
        ("nhieu_nam", Landscape::ManyYears),
    ];
    let landscape = fields.opt("ngang", |n, s| choice(n, s, &words));
    fields.finish();
    Some(AppendixRule {
        id: id?,
        audience: audience.unwrap_or_else(|| Audience::ALL.to_vec()),
        landscape: landscape.unwrap_or_default(),
    })
}

/// The id of an appendix there is a template for, with hyphens as in its file's name.
fn appendix_id(node: &Node, sink: &Sink, known: &[String]) -> Option<String> {
    let typed = scalar(node, sink)?;
    let hyphened = typed.replace('_', "-");
    if known.contains(&hyphened) {
        return Some(hyphened);
    }
    let hint = match nearest(&hyphened, known.iter().map(String::as_str)) {
        Some(near) => format!("có phải là «{near}»? Nếu không, thêm tệp {FOLDER}{hyphened}.typ.j2"),
        None => format!("thêm tệp {FOLDER}{hyphened}.typ.j2 trong thư mục của loại"),
    };
    let message = format!("không có phụ lục «{}»", shorten(typed));
    sink.push(Finding::new(Code::Template, message).at(&node.span).hint(hint));
    None
}
