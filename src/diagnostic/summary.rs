//! What was found, said briefly: many warnings of one kind as one, notes left to the closing line, errors last. Not for how
//! a single finding looks ([`super::render`]).

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Finding, Severity};
use crate::source::Span;

/// So many warnings of one kind are still told one by one.
const FEW: usize = 3;
/// So many units are named; the others are counted.
const NAMED: usize = 6;
/// What the board is called where it stands among units; its file has a `_` before.
const BOARD: &str = "tong-hop";

/// What is told of findings, and whether that leaves any out.
#[derive(Debug)]
pub(crate) struct Summary {
    /// The findings to tell, in order; one may stand for many.
    pub(crate) told: Vec<Finding>,
    /// Whether some of those there are is not told by itself.
    pub(crate) leaves_out: bool,
}

/// Warnings by kind, many of a kind as one, then errors; notes not at all.
#[must_use]
pub(crate) fn summary(findings: &[&Finding]) -> Summary {
    let of = |severity| findings.iter().copied().filter(move |one| one.severity == severity);
    let mut kinds: Vec<Vec<&Finding>> = Vec::new();
    for warning in of(Severity::Warning) {
        match kinds.iter_mut().find(|kind| kind[0].code == warning.code) {
            Some(kind) => kind.push(warning),
            None => kinds.push(vec![warning]),
        }
    }
    let many = kinds.iter().any(|kind| kind.len() > FEW);
    let warnings = kinds.into_iter().flat_map(|kind| {
        if kind.len() > FEW { vec![as_one(&kind)] } else { kind.into_iter().cloned().collect() }
    });
    let told = warnings.chain(of(Severity::Error).cloned()).collect();
    Summary { told, leaves_out: many || of(Severity::Note).next().is_some() }
}

/// All findings, the mildest first: what has to be mended stands nearest the prompt.
#[must_use]
pub(crate) fn mildest_first<'f>(findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let mut sorted = findings.to_vec();
    sorted.sort_by_key(|finding| finding.severity);
    sorted
}

/// Warnings of one kind as one: how many, and where.
fn as_one(kind: &[&Finding]) -> Finding {
    let (code, severity) = (kind[0].code, kind[0].severity);
    let message = format!("{}{}", counted(code, kind.len()), places(kind));
    Finding::new(code, message).severity(severity)
}

/// ` ở 8 đơn vị, kỳ 2024-Q1: lat (20), da-sar (12) và 6 đơn vị khác`; without units, in how many files.
fn places(kind: &[&Finding]) -> String {
    let mut units: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
    for finding in kind {
        if let Some(unit) = &finding.subject.unit {
            let dossier = finding.subject.dossier.as_deref();
            *units.entry((dossier, unit.trim_start_matches('_'))).or_default() += 1;
        }
    }
    let periods = distinct(kind.iter().filter_map(|finding| finding.subject.period.as_deref()));
    let periods = match (periods.len(), periods.first()) {
        (1, Some(period)) => format!(", kỳ {period}"),
        (0, _) | (_, None) => String::new(),
        (several, _) => format!(", {several} kỳ"),
    };
    let dossiers = distinct(kind.iter().filter_map(|finding| finding.subject.dossier.as_deref()));
    let dossiers = if dossiers.len() > 1 {
        format!(" của {} hồ sơ", dossiers.len())
    } else {
        String::new()
    };
    match (units.len(), units.keys().next()) {
        (1, Some((_, unit))) => format!(" ở {unit}{periods}"),
        (0, _) | (_, None) => format!("{}{periods}", files(kind)),
        (several, _) => {
            let what = if units.keys().any(|(_, id)| *id == BOARD) { "nơi" } else { "đơn vị" };
            format!(" ở {several} {what}{dossiers}{periods}: {}", named(&units, what))
        }
    }
}

/// In how many files the findings are, if they are in any.
fn files(kind: &[&Finding]) -> String {
    let path = |span: &Span| span.file().path().to_owned();
    let files: BTreeSet<String> =
        kind.iter().filter_map(|finding| finding.span.as_ref().map(path)).collect();
    match (files.len(), files.first()) {
        (0, _) | (_, None) => String::new(),
        (1, Some(file)) => format!(" trong {file}"),
        (several, _) => format!(" trong {several} tệp"),
    }
}

/// The units with most findings by name.
fn named(units: &BTreeMap<(Option<&str>, &str), usize>, what: &str) -> String {
    let several_dossiers = distinct(units.keys().filter_map(|(dossier, _)| *dossier)).len() > 1;
    let called = |(dossier, id): &(Option<&str>, &str)| match dossier {
        Some(dossier) if several_dossiers => format!("{dossier}/{id}"),
        _ => (*id).to_owned(),
    };
    let mut sorted: Vec<(String, usize)> = units.iter().map(|(key, n)| (called(key), *n)).collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let several = sorted.iter().any(|(_, count)| *count > 1);
    let one = |(id, count): &(String, usize)| {
        if several { format!("{id} ({count})") } else { id.clone() }
    };
    let first: Vec<String> = sorted.iter().take(NAMED).map(one).collect();
    let others = match sorted.len().saturating_sub(NAMED) {
        0 => String::new(),
        others => format!(" và {others} {what} khác"),
    };
    format!("{}{others}", first.join(", "))
}

fn distinct<'f>(words: impl Iterator<Item = &'f str>) -> BTreeSet<&'f str> {
    words.collect()
}

/// So many of what the findings are about.
fn counted(code: Code, count: usize) -> String {
    let what = match code {
        Code::NotReconciled => "tổng không khớp",
        Code::FellUnexplained => "số liệu giảm chưa giải trình",
        Code::LostMaintenance => "chỉ tiêu duy trì bị mất",
        Code::CopiedForward => "số liệu lặp lại y hệt nhiều kỳ",
        Code::Jumped => "số liệu ít biến động thay đổi bất thường",
        Code::BadDate => "ngày tháng cần xem lại",
        Code::ProseDiffers => "con số trong lời văn khác số liệu",
        Code::AllPerfect => "báo cáo có mọi chỉ tiêu đều 100% nhiều kỳ liền",
        Code::NothingToPrint => "chỗ lời văn nhắc điều chưa có",
        Code::UnusedFile => "tệp không được dùng",
        Code::CutText => "câu bị cắt ở dấu #",
        Code::HiddenCharacter => "chỗ có ký tự ẩn đã được bỏ",
        Code::LookAlike => "chỗ có chữ trông giống chữ Việt, đã sửa khi in",
        Code::WatchedWord => "câu chữ cần xem lại",
        Code::NotSubmitted => "báo cáo chưa nộp",
        Code::BrokenBase => "kỳ so sánh đang có lỗi",
        Code::MissingFigure => "số liệu thiếu",
        Code::MissingPart => "phần lời văn còn thiếu",
        Code::OrphanPdf => "báo cáo thừa trong thư mục kết quả",
        Code::StalePdf => "PDF cũ không còn đúng với số liệu, đừng gửi",
        Code::NotImported => "ô hoặc cột của bảng không được nhập",
        _ => return format!("{count} chỗ ({})", code.title().trim_end_matches('.')),
    };
    format!("{count} {what}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Subject;

    fn of_unit(code: Code, unit: &str, period: &str) -> Finding {
        let subject = Subject::of_dossier(&"lac-duong").of_period(&period).of_unit(&unit);
        Finding::new(code, "thiếu số liệu").subject(&subject)
    }

    fn told(findings: &[Finding]) -> (Vec<String>, bool) {
        let Summary { told, leaves_out } = summary(&findings.iter().collect::<Vec<_>>());
        (told.into_iter().map(|one| one.message).collect(), leaves_out)
    }

    #[test]
    fn many_warnings_of_a_kind_are_one_line_that_says_where() {
        let gaps = |count: usize, unit: &str| {
            std::iter::repeat_n(of_unit(Code::MissingFigure, unit, "2024-Q1"), count)
        };
        let all: Vec<Finding> = gaps(2, "lat").chain(gaps(3, "da-sar")).collect();
        let line = "5 số liệu thiếu ở 2 đơn vị, kỳ 2024-Q1: da-sar (3), lat (2)";
        assert_eq!(told(&all), (vec![line.to_owned()], true));
        let one: Vec<Finding> = gaps(4, "lat").collect();
        assert_eq!(told(&one).0, ["4 số liệu thiếu ở lat, kỳ 2024-Q1"]);
        let missing = |n: usize| of_unit(Code::NotSubmitted, &format!("xa-{n}"), "2024-Q1");
        let all: Vec<Finding> = (1..=8).map(missing).collect();
        let line = "8 báo cáo chưa nộp ở 8 đơn vị, kỳ 2024-Q1: \
                    xa-1, xa-2, xa-3, xa-4, xa-5, xa-6 và 2 đơn vị khác";
        assert_eq!(told(&all).0, [line]);
    }

    #[test]
    fn units_of_several_dossiers_are_told_apart() {
        let of = |dossier: &str, unit: &str| {
            let subject = Subject::of_dossier(&dossier).of_unit(&unit);
            Finding::new(Code::NothingToPrint, "chưa có").subject(&subject)
        };
        let all = [of("a", "lat"), of("b", "lat"), of("b", "_tong-hop"), of("b", "_tong-hop")];
        let line = "4 chỗ lời văn nhắc điều chưa có ở 3 nơi của 2 hồ sơ: b/tong-hop (2), a/lat (1), b/lat (1)";
        assert_eq!(told(&all).0, [line]);
    }

    #[test]
    fn a_few_are_told_in_full_and_errors_last() {
        let error = Finding::new(Code::BadDate, "sai ngày");
        let note = Finding::new(Code::NotDue, "ngoài lịch");
        let few: Vec<Finding> = ["2024-Q1", "2024-Q2", "2024-Q3"]
            .into_iter()
            .map(|period| of_unit(Code::MissingFigure, "lat", period))
            .collect();
        let all = [std::slice::from_ref(&error), &few[..]].concat();
        let gap = "thiếu số liệu".to_owned();
        assert_eq!(told(&all), (vec![gap.clone(), gap.clone(), gap, "sai ngày".to_owned()], false));
        assert_eq!(told(&[note, error]), (vec!["sai ngày".to_owned()], true));
    }

    #[test]
    fn every_kind_of_warning_can_be_counted() {
        for code in Code::ALL {
            let text = counted(*code, 12);
            assert!(text.starts_with("12 ") && !text.ends_with('.'), "{text}");
        }
    }
}
