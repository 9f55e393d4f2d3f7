//! What is kept on one line: a document symbol with "số", a date, a period, a number and its unit. The list is the format
//! library's, which keeps some of it together too. Not for how it is written ([`super::finish`]).

use std::ops::Range;
use std::sync::Arc;

use regex::{Match, Regex};

use super::pieces::{Place, ReadLine, is_number};
use crate::assets::files::TemplateFiles;
use crate::diagnostic::{Code, Finding};
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::Node;
use crate::yaml::values::{flag, integer, list, scalar};

/// The list, below the templates.
const LIST: &str = "van-ban-dang/giu-lien.yaml";
/// Where Typst may break a line inside a symbol, a date or an amount.
const BREAKS: [char; 4] = [' ', '-', '/', '–'];

/// What is kept together in finished text.
#[derive(Debug, Clone)]
pub struct Together {
    /// Every kind of run.
    all: Arc<Regex>,
    /// The kinds that values and words of templates may make up together.
    mixed: Arc<Regex>,
    /// What is kept together without a digit has one of these: `quý IV`, `Văn hóa - Xã hội`, `Mục II`.
    signs: Arc<Regex>,
    /// Longer runs are left breakable, so that none is wider than a line or a column.
    longest: usize,
}

/// A run that is kept together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where it stands in the line.
    pub(crate) range: Range<usize>,
    /// Whether all of it is markup beyond doubt.
    pub(crate) sure: bool,
}

impl Together {
    /// Reads the list.
    ///
    /// # Errors
    /// A list that lacks something, or a pattern that is none.
    pub fn read(files: &TemplateFiles) -> Result<Self, Finding> {
        let Some(tree) = files.tree(LIST)? else {
            return Err(unlisted(files, "thiếu"));
        };
        let sink = Sink::default();
        let read = list_of_kinds(&tree, &sink);
        match sink.into_findings().into_iter().next() {
            Some(finding) => Err(finding),
            None => read.ok_or_else(|| unlisted(files, "để trống")),
        }
    }

    /// The runs of a line that are kept together, in order, whoever wrote which part of them.
    #[must_use]
    pub(crate) fn runs(&self, line: &ReadLine) -> Vec<Run> {
        let text = line.text.as_str();
        let mut runs: Vec<Run> = Vec::new();
        let (mut at, mut end) = (0, text.len());
        if !self.may_tear(text) {
            return runs;
        }
        loop {
            let Some(found) = self.all.find_at(&text[..end], at) else {
                if end == text.len() {
                    return runs;
                }
                (at, end) = (end, text.len());
                continue;
            };
            if let Some(border) = self.border(line, &found) {
                // Looked for once more within what it may not leave.
                (at, end) = (found.start(), border);
            } else {
                (at, end) = (found.end(), text.len());
                let free = runs.last().map_or(0, |last| last.range.end);
                runs.extend(self.run(line, &found, free));
                at = runs.last().map_or(at, |last| at.max(last.range.end));
            }
        }
    }

    /// Whether there may be anything to keep together: most texts of a table are names or plain numbers, which is seen
    /// faster than searched for.
    fn may_tear(&self, text: &str) -> bool {
        let counts = text.bytes().any(|byte| byte.is_ascii_digit());
        counts && text.contains(BREAKS) || self.signs.is_match(text)
    }

    /// What was found, as it is kept together; it may begin at `free`.
    fn run(&self, line: &ReadLine, found: &Match<'_>, free: usize) -> Option<Run> {
        let range = self.with_what_touches_it(line, found.range(), free);
        let (before, text) = (&line.text[..range.start], &line.text[range.clone()]);
        let kept = text.contains(BREAKS) && text.len() <= self.longest;
        let has_value = line.values_in(&range).next().is_some();
        if !kept || !has_value && in_quotes(before) {
            return None;
        }
        let in_sentences = line.values_in(&range).all(|one| one.place == Place::Sentence);
        let behind_code = before.ends_with('#') || text.contains("//");
        let sure = line.is_one_value(&range) || has_value && in_sentences && !behind_code;
        Some(Run { range, sure })
    }

    /// With the letters, digits, hyphens and slashes that stand close to it: a line may break before and behind what is
    /// kept together, even where it may not in plain text.
    fn with_what_touches_it(
        &self,
        line: &ReadLine,
        run: Range<usize>,
        free: usize,
    ) -> Range<usize> {
        let text = line.text.as_str();
        let leave = line.breaks.iter().copied().find(|at| *at >= run.end).unwrap_or(text.len());
        let start = text[free..run.start].trim_end_matches(touches).len() + free;
        let end = text.len() - text[run.end..].trim_start_matches(touches).len();
        // A slash that opens or closes a comment is no text.
        let closes = text[..start].ends_with('*') && text[start..run.start].starts_with('/');
        let opens = text[end..].starts_with('*') && text[run.end..end].ends_with('/');
        let (start, end) = (start + usize::from(closes), end - usize::from(opens));
        let whole = start..end.min(leave);
        if whole.len() <= self.longest { whole } else { run }
    }

    /// Where a run would go on though it may not: behind a text in whose middle it begins with a number, which only ends like
    /// a run (`… cấp 1` before `đạt`); where a template gives leave to break; out of a value or into one, where its kind stands in
    /// a value alone.
    fn border(&self, line: &ReadLine, found: &Match<'_>) -> Option<usize> {
        let run = found.range();
        let leave = line.breaks.iter().copied().find(|at| *at > run.start);
        let begun = line.values_in(&run).next().filter(|value| value.range.start < run.start);
        let of_number = line.text[run.start..].starts_with(|c: char| c.is_ascii_digit());
        let begun = begun.filter(|value| of_number && !is_number(&line.text[value.range.clone()]));
        let border = leave.into_iter().chain(begun.map(|value| value.range.end)).min();
        border.filter(|border| *border < run.end).or_else(|| {
            let borders = line.values_in(&run).flat_map(|one| [one.range.start, one.range.end]);
            let inner = borders.into_iter().find(|at| run.start < *at && *at < run.end);
            inner.filter(|_| !self.may_be_mixed(line, &run))
        })
    }

    fn may_be_mixed(&self, line: &ReadLine, run: &Range<usize>) -> bool {
        let mixed = self.mixed.find_at(&line.text[..run.end], run.start);
        mixed.is_some_and(|mixed| mixed.range() == *run)
    }
}

/// Whether a character stands so close to what is kept together that no line breaks between them.
fn touches(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '%' | '\'' | '’' | '\u{300}'..='\u{36f}')
}

/// Whether the end of a template's words stands in a string of code.
fn in_quotes(before: &str) -> bool {
    before.matches('"').count() % 2 == 1
}

/// The patterns of all kinds of the list as one, and how long a run may be.
fn list_of_kinds(node: &Node, sink: &Sink) -> Option<Together> {
    let fields = Fields::of(node, sink)?;
    let capitals = fields.req("hoa", scalar);
    let letters = fields.req("thuong", scalar);
    let longest = fields.req("dai_nhat", integer);
    let signs = fields.req("dau_hieu", |node, sink| list(node, sink, scalar));
    let kinds = fields.req("loai", |node, sink| list(node, sink, kind_of_run));
    fields.finish();
    let (capitals, letters, signs, kinds) = (capitals?, letters?, signs?, kinds?);
    let compiled = |pattern: &str| match Regex::new(pattern) {
        Ok(regex) => Some(Arc::new(regex)),
        Err(error) => {
            sink.push(no_pattern(node, &error));
            None
        }
    };
    let joined = |mixed: bool| {
        let kinds = kinds.iter().filter(|kind| !(mixed && kind.in_one_value));
        let patterns: Vec<&str> = kinds.map(|kind| kind.pattern).collect();
        compiled(&patterns.join("|").replace("{hoa}", capitals).replace("{thuong}", letters))
    };
    let signs: Vec<String> = signs.into_iter().map(regex::escape).collect();
    let signs = compiled(&signs.join("|"))?;
    Some(Together { all: joined(false)?, mixed: joined(true)?, signs, longest: longest? })
}

struct KindOfRun<'n> {
    pattern: &'n str,
    in_one_value: bool,
}

fn kind_of_run<'n>(node: &'n Node, sink: &'n Sink) -> Option<KindOfRun<'n>> {
    let fields = Fields::of(node, sink)?;
    let named = fields.req("ten", scalar);
    let pattern = fields.req("mau", scalar);
    let in_one_value = fields.opt("mot_gia_tri", flag).unwrap_or(false);
    fields.opt("vi_du", |node, sink| list(node, sink, scalar));
    fields.finish();
    named.and(pattern).map(|pattern| KindOfRun { pattern, in_one_value })
}

/// A list that says nothing.
fn unlisted(files: &TemplateFiles, how: &str) -> Finding {
    Finding::new(Code::Template, format!("{how} {LIST}"))
        .at(&files.place(LIST))
        .hint("chép lại giu-lien.yaml đi kèm đúng phiên bản chương trình")
}

fn no_pattern(node: &Node, error: &regex::Error) -> Finding {
    let message = format!("có mẫu không phải biểu thức chính quy: {error}");
    Finding::new(Code::Template, message)
        .at(&node.span)
        .hint("chép lại giu-lien.yaml đi kèm đúng phiên bản chương trình")
}
