//! How a kind's pages are laid out: its appendices, its small headings, its tables. `chung/bo-cuc.yaml` says it for all kinds,
//! a manifest says what is other in its own. Not for sections ([`super::kind`]) and not for the page, which a profile has.

use super::audience::Audience;
use super::table_layout::{SizedColumn, TARGETS, TableLayout, Tables, columns, tables};
use crate::assets::files::TemplateFiles;
use crate::diagnostic::{Code, Finding, any_error};
use crate::model::id::Id;
use crate::vietnamese::nearest::nearest;
use crate::yaml::fields::{Fields, Sink, shorten};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{choice, list, scalar};

/// What holds for all kinds.
const COMMON: &str = "chung/bo-cuc.yaml";
/// The folder of the appendices' templates.
const FOLDER: &str = "phu-luc/";

/// How a kind's pages are laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KindLayout {
    /// The appendices it may have, in order.
    pub appendices: Vec<AppendixRule>,
    /// How the headings within a section stand.
    pub headings: SmallHeadings,
    tables: Tables,
}

/// An appendix a kind may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppendixRule {
    /// Its id, such as `theo-don-vi`: the name of its template in `phu-luc/`.
    pub id: String,
    /// In whose reports it is.
    pub audience: Vec<Audience>,
    /// Whether its pages are landscape.
    pub landscape: Landscape,
}

/// When an appendix has landscape pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Landscape {
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

/// How the headings within a section stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SmallHeadings {
    /// `rieng`: on a line of their own.
    #[default]
    Apart,
    /// `lien`: run in with the paragraph they head.
    RunIn,
}

impl SmallHeadings {
    const WORDS: [(&'static str, Self); 2] = [("rieng", Self::Apart), ("lien", Self::RunIn)];

    /// The word a template asks for.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Apart => "rieng",
            Self::RunIn => "lien",
        }
    }
}

impl KindLayout {
    /// What holds for `kind` before its manifest is read: what all kinds have, and where a manifest on disk stands in the place
    /// of the one that comes with the program, what that one says.
    ///
    /// # Errors
    /// Findings in the file for all kinds.
    pub(super) fn usual(files: &TemplateFiles, kind: &Id) -> Result<Self, Vec<Finding>> {
        let known = appendices_of(files, kind);
        let sink = Sink::default();
        let mut layout = Self::default();
        let one = |finding| vec![finding];
        let common = [files.replaced(COMMON).map_err(one)?, files.tree(COMMON).map_err(one)?];
        for node in common.iter().flatten() {
            if let Some(fields) = Fields::of(node, &sink) {
                layout.change(&fields, &known);
                fields.finish();
            }
        }
        if let Some(node) = files.replaced(&format!("{kind}/loai.yaml")).map_err(one)?
            && let Some(fields) = Fields::of(&node, &sink)
        {
            layout.change(&fields, &known);
            if let Some(columns) = fields.opt("cot", columns) {
                layout.set_columns(&columns);
            }
        }
        let findings = sink.into_findings();
        if any_error(&findings) { Err(findings) } else { Ok(layout) }
    }

    /// Takes what a mapping says of the layout; what it does not say stays.
    pub(super) fn change(&mut self, fields: &Fields<'_>, known: &[String]) {
        if let Some(own) = fields.opt("phu_luc", |n, s| list(n, s, |n, s| appendix(n, s, known))) {
            self.appendices = own;
        }
        if let Some(own) = fields.opt("de_muc_nho", |n, s| choice(n, s, &SmallHeadings::WORDS)) {
            self.headings = own;
        }
        fields.opt("bang", |n, s| tables(n, s, &mut self.tables));
    }

    /// Takes the columns of the table of targets.
    pub(super) fn set_columns(&mut self, columns: &[SizedColumn]) {
        self.tables.entry(TARGETS.to_owned()).or_default().set_columns(columns);
    }

    /// Every table with its name.
    pub fn tables(&self) -> impl Iterator<Item = (&str, &TableLayout)> {
        self.tables.iter().map(|(name, table)| (name.as_str(), table))
    }

    /// The sizes of a table that comes with the program.
    ///
    /// # Panics
    /// There is no such table.
    #[must_use]
    pub fn table(&self, name: &str) -> &TableLayout {
        self.tables.get(name).expect("chung/bo-cuc.yaml comes with the program and has this table")
    }
}

/// The ids of the appendices a kind has templates for.
pub(super) fn appendices_of(files: &TemplateFiles, kind: &Id) -> Vec<String> {
    let folders = ["chung", kind.as_str()].into_iter();
    let names = folders.flat_map(|folder| files.below(folder)).filter_map(|(name, _)| {
        Some(name.strip_prefix(FOLDER)?.strip_suffix(".typ.j2")?.to_owned())
    });
    names.collect()
}

/// Reads an entry of `phu_luc`: an id, or an id with what is said of it.
fn appendix(node: &Node, sink: &Sink, known: &[String]) -> Option<AppendixRule> {
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
