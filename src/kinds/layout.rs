//! How a kind's pages are laid out: its appendices, its small headings, its tables. `chung/bo-cuc.yaml` says it for all kinds,
//! a manifest says what is other in its own. Not for sections ([`super::kind`]) and not for the page, which a profile has.

use super::MANIFEST;
use super::appendix_rule::{AppendixRule, Landscape, appendix};
use super::kind_names::KindNames;
use super::table_layout::{TARGETS, TableLayout, Tables, columns, tables};
use super::text_width::TextWidth;
use crate::assets::files::TemplateFiles;
use crate::diagnostic::{Code, Finding, any_error};
use crate::model::id::Id;
use crate::model::number::decimal;
use crate::source::Span;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::values::{choice, list};

/// What holds for all kinds.
const COMMON: &str = "chung/bo-cuc.yaml";

/// How a kind's pages are laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KindLayout {
    /// The appendices it may have, in order.
    pub(crate) appendices: Vec<AppendixRule>,
    /// How the headings within a section stand.
    pub(crate) headings: SmallHeadings,
    tables: Tables,
}

/// How the headings within a section stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum SmallHeadings {
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
    pub(crate) fn word(self) -> &'static str {
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
    pub(super) fn usual(
        files: &TemplateFiles,
        kind: &Id,
        known: &Surroundings,
    ) -> Result<Self, Vec<Finding>> {
        // What comes with the program is right; a page of another width is not its fault.
        let (sink, unheard) = (Sink::default(), Sink::default());
        let mut layout = Self::default();
        let one = |finding| vec![finding];
        let common = [(files.replaced(COMMON), &unheard), (files.tree(COMMON), &sink)];
        for (tree, sink) in common {
            if let Some(fields) = tree.map_err(one)?.as_deref().and_then(|n| Fields::of(n, sink)) {
                layout.change(&fields, known);
                fields.finish();
            }
        }
        let manifest = files.replaced(&format!("{kind}/{MANIFEST}")).map_err(one)?;
        if let Some(fields) = manifest.as_deref().and_then(|node| Fields::of(node, &unheard)) {
            layout.change(&fields, known);
            layout.read_columns(&fields, known);
        }
        let findings = sink.into_findings();
        if any_error(&findings) { Err(findings) } else { Ok(layout) }
    }

    /// Takes what a mapping says of the layout; what it does not say stays.
    pub(super) fn change(&mut self, fields: &Fields<'_>, known: &Surroundings) {
        let known_ids = &known.names.appendices;
        if let Some(own) =
            fields.opt("phu_luc", |n, s| list(n, s, |n, s| appendix(n, s, known_ids)))
        {
            self.appendices = own;
        }
        if let Some(own) = fields.opt("de_muc_nho", |n, s| choice(n, s, &SmallHeadings::WORDS)) {
            self.headings = own;
        }
        let changed = fields.opt("bang", |n, s| tables(n, s, &mut self.tables));
        // Which columns the table of targets has is said elsewhere.
        for key in changed.iter().flatten().filter(|key| key.text != TARGETS) {
            self.check_room(&key.text, &key.span, known, fields.sink);
        }
    }

    /// Reads `cot`: the columns of the table of targets. Their names.
    pub(super) fn read_columns(
        &mut self,
        fields: &Fields<'_>,
        known: &Surroundings,
    ) -> Option<Vec<String>> {
        let read = fields.req("cot", |n, s| Some((columns(n, s)?, &n.span)));
        let (columns, span) = read?;
        let table = self.tables.entry(TARGETS.to_owned()).or_default();
        table.set_columns(&columns, |name| known.names.column(name));
        let names = table.columns.clone();
        self.check_room(TARGETS, span, known, fields.sink);
        Some(names)
    }

    /// A finding where the columns of a table are wider than a page. A table that is no appendix by its name may stand on
    /// landscape pages; an appendix must fit the pages it has in any report.
    fn check_room(&self, table: &str, place: &Span, known: &Surroundings, sink: &Sink) {
        let Some(room) = known.room else { return };
        let is_it = |rule: &&AppendixRule| rule.id.replace('-', "_") == table;
        let has = match self.appendices.iter().find(is_it).map(|rule| rule.landscape) {
            Some(Landscape::Always) => room.landscape,
            None if table != TARGETS => room.landscape,
            _ => room.upright,
        };
        let needs = self.table(table).least();
        if needs > has {
            let message = format!(
                "các cột của bảng «{table}» cần ít nhất {} mm, trang chỉ rộng {} mm",
                decimal(needs, 1),
                decimal(has, 1)
            );
            let hint = "bớt bề rộng («rong») của vài cột, hoặc bớt cột";
            sink.push(Finding::new(Code::WrongForm, message).at(place).hint(hint));
        }
    }

    /// Every table with its name.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (&str, &TableLayout)> {
        self.tables.iter().map(|(name, table)| (name.as_str(), table))
    }

    /// The sizes of a table that comes with the program.
    ///
    /// # Panics
    /// There is no such table.
    #[must_use]
    pub(crate) fn table(&self, name: &str) -> &TableLayout {
        self.tables.get(name).expect("chung/bo-cuc.yaml comes with the program and has this table")
    }
}

/// What a layout is held against.
pub(super) struct Surroundings {
    /// The names of sections, appendices and columns.
    pub(super) names: KindNames,
    /// How much room a table has across a page.
    room: Option<TextWidth>,
}

impl Surroundings {
    /// Those of a kind.
    pub(super) fn of(files: &TemplateFiles, kind: &Id) -> Self {
        Self { names: KindNames::of(files, kind), room: TextWidth::narrowest(files) }
    }
}
