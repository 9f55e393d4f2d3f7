//! What the rules share: it knows the table, notes deviations, and holds size, style and place of lines against a
//! requirement. Not for single rules.

use super::text_block::TextBlock;
use super::wording::{number, quoted, range};
use crate::inspect::inspection::Deviation;
use crate::inspect::parts::page::PageParts;
use crate::inspect::requirement::Requirement;
use crate::inspect::rule::Rule;
use crate::inspect::table::RuleTable;
use crate::inspect::text::line::{PrintedWord, TextLine, WordStyle};

/// Sizes may be off by this (pt).
const SIZE: f64 = 0.1;
/// Lines of so many characters may be abbreviations, whose capitals say nothing.
const ABBREVIATION: usize = 3;

/// Where something deviates.
pub(crate) enum PagePlace<'a> {
    /// At a line.
    Line(&'a TextLine),
    /// On a page (from 0), at no line.
    Page(usize),
}

/// Holds a document against a table and keeps what deviates.
pub(crate) struct Inspector<'t> {
    table: &'t RuleTable,
    deviations: Vec<Deviation>,
}

impl<'t> Inspector<'t> {
    /// An inspector by that table.
    pub(crate) fn new(table: &'t RuleTable) -> Self {
        Self { table, deviations: Vec::new() }
    }

    /// What is asked by a rule.
    pub(crate) fn requirement(&self, rule: Rule) -> &'t Requirement {
        self.table.requirement(rule)
    }

    /// Where the profile puts the text block of a page.
    pub(crate) fn asked_block(&self, page: &PageParts) -> TextBlock {
        TextBlock::asked(page, self.table)
    }

    /// Where the document puts the text block of a page.
    pub(crate) fn text_block(&self, page: &PageParts) -> TextBlock {
        TextBlock::shown(page, self.table)
    }

    /// What deviates, by page and place.
    pub(crate) fn into_deviations(self) -> Vec<Deviation> {
        let mut deviations = self.deviations;
        let key = |deviation: &Deviation| (deviation.page, deviation.place.unwrap_or_default());
        deviations.sort_by(|a, b| {
            let ((a, (ax, ay)), (b, (bx, by))) = (key(a), key(b));
            a.cmp(&b).then(ay.total_cmp(&by)).then(ax.total_cmp(&bx))
        });
        deviations
    }

    /// Notes a deviation; what is noted again with the same expectation only counts.
    pub(crate) fn note(
        &mut self,
        rule: Rule,
        at: &PagePlace<'_>,
        measured: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let expected = expected.into();
        let same = |known: &&mut Deviation| known.rule == rule && known.expected == expected;
        if let Some(known) = self.deviations.iter_mut().find(same) {
            known.more += 1;
            return;
        }
        let (page, place, words) = match at {
            PagePlace::Line(line) => {
                (line.page, Some((line.x0(), line.y)), Some(quoted(&line.text())))
            }
            PagePlace::Page(page) => (*page, None, None),
        };
        let requirement = self.requirement(rule);
        self.deviations.push(Deviation {
            rule,
            cell: requirement.cell.clone(),
            name: requirement.name.clone(),
            source: requirement.source.clone(),
            page: page + 1,
            place,
            words,
            measured: measured.into(),
            expected,
            looks: false,
            more: 0,
        });
    }

    /// Whether a deviation by that rule is noted at a line, for what it says.
    pub(crate) fn told_of(&self, rule: Rule, line: &TextLine) -> bool {
        let at = Some((line.x0(), line.y));
        self.deviations.iter().any(|own| {
            own.rule == rule && !own.looks && own.page == line.page + 1 && own.place == at
        })
    }

    /// Notes that a line looks or stands otherwise than asked.
    fn note_look(&mut self, rule: Rule, line: &TextLine, measured: &str, expected: &str) {
        self.note_line(rule, line, measured, expected);
        let same = |known: &&mut Deviation| known.rule == rule && known.expected == expected;
        if let Some(known) = self.deviations.iter_mut().find(same) {
            known.looks = true;
        }
    }

    /// Notes a deviation at a line.
    pub(crate) fn note_line(
        &mut self,
        rule: Rule,
        line: &TextLine,
        measured: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.note(rule, &PagePlace::Line(line), measured, expected);
    }

    /// Notes a deviation on a page (from 0), at no line.
    pub(crate) fn note_page(
        &mut self,
        rule: Rule,
        page: usize,
        measured: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.note(rule, &PagePlace::Page(page), measured, expected);
    }

    /// Holds size, weight, slant and capitals of lines against a requirement.
    pub(crate) fn style<'l>(&mut self, rule: Rule, lines: impl IntoIterator<Item = &'l TextLine>) {
        let requirement = self.requirement(rule);
        for line in lines {
            self.size(rule, line);
            let bold = ["chữ đậm", "chữ thường (không đậm)"];
            self.face(rule, line, requirement.bold, bold, |style| style.bold);
            let italic = ["chữ nghiêng", "chữ đứng"];
            self.face(rule, line, requirement.italic, italic, |style| style.italic);
            self.capitals(rule, line);
        }
    }

    /// Holds the size of a line against a requirement.
    pub(crate) fn size(&mut self, rule: Rule, line: &TextLine) {
        let sizes = &self.requirement(rule).sizes;
        let (Some(least), Some(most)) = (sizes.first(), sizes.last()) else { return };
        let wrong = |word: &&PrintedWord| {
            !word.style.raised && (word.size < least - SIZE || word.size > most + SIZE)
        };
        if let Some(word) = line.words.iter().find(wrong) {
            let expected = format!("{} pt", range(*least, *most));
            self.note_look(rule, line, &format!("cỡ chữ {} pt", number(word.size)), &expected);
        }
    }

    /// Holds all words with letters to have a style, or not to have it; `names` are its names with and without.
    fn face(
        &mut self,
        rule: Rule,
        line: &TextLine,
        asked: Option<bool>,
        [with, without]: [&str; 2],
        has: fn(WordStyle) -> bool,
    ) {
        let Some(asked) = asked else { return };
        let mut lettered = line.words.iter().filter(|word| word.lettered() && !word.style.raised);
        if lettered.any(|word| has(word.style) != asked) {
            let (measured, expected) = if asked { (without, with) } else { (with, without) };
            self.note_look(rule, line, measured, expected);
        }
    }

    fn capitals(&mut self, rule: Rule, line: &TextLine) {
        let asked = self.requirement(rule).capitals;
        if asked == Some(true) && !line.caps() {
            self.note_look(rule, line, "chữ in thường", "chữ in hoa");
        } else if asked == Some(false) && line.caps() && line.text().chars().count() > ABBREVIATION
        {
            self.note_look(rule, line, "chữ in hoa", "chữ in thường");
        }
    }

    /// Holds a line to be centred on `axis`, which `what` names.
    pub(crate) fn centred(&mut self, rule: Rule, line: &TextLine, axis: f64, what: &str) {
        let off = line.middle() - axis;
        if off.abs() > self.requirement(rule).tolerance() {
            let side = if off > 0.0 { "phải" } else { "trái" };
            let measured = format!("lệch {} mm sang {side}", number(off.abs()));
            self.note_look(rule, line, &measured, &format!("canh giữa {what}"));
        }
    }
}
