//! A kind of report: a folder of the templates with its manifest `loai.yaml`. Not for its sentences.

use super::MANIFEST;
use super::appendix_rule::{AppendixRule, CHARTS, Landscape};
use super::audience::Audience;
use super::chart::{Chart, Charted, Way, chart};
use super::kind_names::KindNames;
use super::layout::{KindLayout, Surroundings};
use super::words::KindWords;
use crate::assets::files::TemplateFiles;
use crate::diagnostic::{Code, Finding, any_error, did_you_mean};
use crate::model::comparator::Comparator;
use crate::model::id::Id;
use crate::model::returns::NarrativePart;
use crate::model::text::Line;
use crate::vietnamese::nearest::nearest;
use crate::yaml;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::Node;
use crate::yaml::values::{choice, flag, line, list, scalar};

/// When a kind of report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// `lich`: when the plan's calendar names it.
    Calendar,
    /// `tu_dong`: in every quarter for which the calendar asks for something.
    ByItself,
}

/// What makes a kind a letter, besides its sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Patterns of whom it is addressed to; `{co_quan}` is the unit's body.
    pub(crate) to: Vec<Line>,
}

/// The manifest of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its folder's name, as the plan's calendar calls it.
    pub(crate) id: Id,
    /// What it is called in messages.
    pub name: Line,
    /// `BÁO CÁO`.
    pub(crate) document_type: Line,
    /// The code in the symbol, such as `CV`, where it is not the one the plan gives its reports.
    pub(crate) code: Option<Line>,
    /// Whether it is a letter (công văn).
    pub(crate) letter: Option<Letter>,
    /// Recipients before the archive, where they are not those the plan gives its reports.
    pub(crate) recipients: Vec<Line>,
    /// Whom it is made for.
    pub(crate) audience: Vec<Audience>,
    /// When it is made.
    pub(crate) occasion: Occasion,
    /// What its files are called, if not after the unit alone: `{don_vi}` is the unit's id.
    pub(crate) file: Option<Line>,
    /// The subject: `{trich_yeu}` is the plan's, `{ky}` the period.
    pub subject: Line,
    /// What its period is called.
    pub period: PeriodPatterns,
    /// What values are compared with, in order.
    pub comparators: Vec<Comparator>,
    /// Sections in order: templates `muc/<name>.typ.j2`.
    pub sections: Vec<String>,
    /// Columns of the target table in order.
    pub columns: Vec<String>,
    /// How its pages are laid out.
    pub(crate) layout: KindLayout,
    /// Charts, in order.
    pub(crate) charts: Vec<Chart>,
    /// Words that stand inside a sentence somebody typed.
    pub(crate) words: KindWords,
    /// Parts its narrative must have.
    pub(crate) demanded: Vec<NarrativePart>,
    /// The names it has for sections and columns, also those it does not use.
    pub(crate) names: KindNames,
}

impl Kind {
    /// The kind with nothing but its charts; where it has none, with those of the plan's main targets by unit and over the periods.
    #[must_use]
    pub(crate) fn with_charts_alone(&self) -> Self {
        let mut kind = self.clone();
        if kind.charts.is_empty() {
            kind.charts =
                [Way::Units, Way::Periods].map(|way| Chart { way, targets: Charted::Main }).into();
        }
        kind.sections.clear();
        kind.layout.appendices = vec![AppendixRule {
            id: CHARTS.to_owned(),
            audience: Audience::ALL.to_vec(),
            landscape: Landscape::Never,
        }];
        kind
    }
}

/// What a period is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodPatterns {
    /// In a sentence: `quý {quy}/{nam}`.
    pub(crate) sentence: Line,
    /// In the subject.
    pub subject: Line,
    /// The time after it.
    pub(crate) next: Line,
    /// Whether it is the year so far, not the quarter alone.
    pub(crate) since_january: bool,
}

/// Reads the manifest of `kind`.
///
/// # Errors
/// Findings: no such kind, or a manifest with errors.
pub fn read(files: &TemplateFiles, kind: &Id) -> Result<Kind, Vec<Finding>> {
    let one = |finding| vec![finding];
    let Some(file) = files.source(&format!("{kind}/{MANIFEST}")).map_err(one)? else {
        let manifests = files.paths().filter_map(|path| path.strip_suffix("/loai.yaml"));
        return Err(vec![unknown(kind, manifests.collect::<Vec<_>>().into_iter())]);
    };
    let node = yaml::parse(&file).map_err(one)?;
    let known = Surroundings::of(files, kind);
    let layout = KindLayout::usual(files, kind, &known)?;
    let sink = Sink::default();
    let read = manifest(&node, (kind, &known), layout, &sink);
    let findings = sink.into_findings();
    match read {
        Some(read) if !any_error(&findings) => {
            let words = KindWords::read(files, kind).map_err(one)?;
            Ok(Kind { words, ..read })
        }
        _ => Err(findings),
    }
}

/// A finding that there is no such kind.
#[must_use]
pub(crate) fn unknown<'k>(kind: &Id, known: impl Iterator<Item = &'k str> + Clone) -> Finding {
    let message = format!("không có loại báo cáo «{kind}»");
    let near = nearest(kind.as_str(), known);
    let near = near.map_or_else(String::new, |near| format!("{} Nếu không, ", did_you_mean(near)));
    let hint = format!(
        "{near}thêm thư mục {kind}/ có loai.yaml trong report-templates, hoặc sửa «loai» ở lich_bao_cao"
    );
    Finding::new(Code::Template, message).hint(hint)
}

fn manifest(
    node: &Node,
    (kind, known): (&Id, &Surroundings),
    mut layout: KindLayout,
    sink: &Sink,
) -> Option<Kind> {
    let fields = Fields::of(node, sink)?;
    let names = |n, s| list(n, s, |n, s| scalar(n, s).map(str::to_owned));
    let lines = |n, s| list(n, s, line);
    let name = fields.req("ten", line);
    let document_type = fields.req("loai_van_ban", line);
    let code = fields.opt("ky_hieu", line);
    let is_letter = fields.opt("cong_van", flag).unwrap_or(false);
    let to = fields.opt("kinh_gui", lines).unwrap_or_default();
    let recipients = fields.opt("noi_nhan", lines).unwrap_or_default();
    let audience = fields.opt("cho", Audience::read);
    let occasions = [("lich", Occasion::Calendar), ("tu_dong", Occasion::ByItself)];
    let occasion = fields.opt("khi", |n, s| choice(n, s, &occasions));
    let file = fields.opt("tep", file_pattern);
    let subject = fields.req("trich_yeu", line);
    let period = fields.req("ky", period_patterns);
    let comparators =
        fields.opt("so_sanh", |n, s| list(n, s, |n, s| choice(n, s, &Comparator::WORDS)));
    let sections = fields.req("muc", names);
    layout.change(&fields, known);
    let columns = layout.read_columns(&fields, known);
    let charts = fields.opt("bieu_do", |n, s| list(n, s, chart));
    let demanded =
        fields.opt("phai_co", |n, s| list(n, s, |n, s| choice(n, s, &NarrativePart::WORDS)));
    fields.finish();
    let audience = audience.unwrap_or_else(|| Audience::USUAL.to_vec());
    if audience.contains(&Audience::Missing) && file.is_none() {
        sink.push(lacks_file(node));
    }
    Some(Kind {
        id: kind.clone(),
        name: name?,
        document_type: document_type?,
        code,
        letter: is_letter.then_some(Letter { to }),
        recipients,
        audience,
        occasion: occasion.unwrap_or(Occasion::Calendar),
        file,
        subject: subject?,
        period: period?,
        comparators: comparators.unwrap_or_default(),
        sections: sections?.iter().map(|name| known.names.section(name)).collect(),
        columns: columns?,
        layout,
        charts: charts.unwrap_or_default(),
        words: KindWords::default(),
        demanded: demanded.unwrap_or_default(),
        names: known.names.clone(),
    })
}

fn period_patterns(node: &Node, sink: &Sink) -> Option<PeriodPatterns> {
    let fields = Fields::of(node, sink)?;
    let read =
        (fields.req("ten", line), fields.req("trich_yeu", line), fields.req("tiep_theo", line));
    let since_january = fields.opt("tu_dau_nam", flag).unwrap_or(false);
    fields.finish();
    Some(PeriodPatterns { sentence: read.0?, subject: read.1?, next: read.2?, since_january })
}

/// A name every system allows, with the unit in it.
fn file_pattern(node: &Node, sink: &Sink) -> Option<Line> {
    let pattern = line(node, sink)?;
    let around = pattern.as_str().split_once("{don_vi}");
    let plain = |part: &str| {
        part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c))
    };
    if around
        .is_some_and(|(before, after)| plain(before) && plain(after) && !before.starts_with('.'))
    {
        return Some(pattern);
    }
    let message = "tên tệp chỉ gồm chữ thường không dấu, chữ số, dấu - _ . và phải có {don_vi}";
    sink.push(
        Finding::new(Code::Template, message).at(&node.span).hint("ví dụ tep: \"nhac-{don_vi}\""),
    );
    None
}

/// A unit's first report and what is made because there is none would be one file.
fn lacks_file(node: &Node) -> Finding {
    let message =
        "loại lập cho đơn vị chưa nộp phải có «tep» để không trùng tên báo cáo của đơn vị";
    Finding::new(Code::Template, message)
        .at(&node.span)
        .hint("thêm một dòng như tep: \"nhac-{don_vi}\"")
}
