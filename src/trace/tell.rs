//! How a trace looks: for people, a line for each addend, or as JSON. Not for printing it ([`crate::cli::reporter`]).

use std::fmt::Write;

use serde::Serialize;

use super::Trace;
use super::arithmetic::Arithmetic;
use super::comparison::Comparison;
use super::index::{Index, IndexEntry, ReportHead};
use super::sums::{AddendLine, FigureSum, SumTrace};
use super::verdict::Judgement;
use crate::diagnostic::render::Format;
use crate::model::comparator::Comparator;
use crate::rollup::compare::Change;

/// What is told: one number, or every number of a report.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Where one number comes from.
    Number(Box<Trace>),
    /// Every number that can be asked for.
    Index(Box<Index>),
}

/// The text of an answer, ending in a line end.
#[must_use]
pub(crate) fn tell(answer: &Answer, format: Format) -> String {
    match (answer, format) {
        (Answer::Number(trace), Format::Json) => json(trace),
        (Answer::Index(index), Format::Json) => json(index),
        (Answer::Number(trace), Format::Short) => short(trace),
        (Answer::Number(trace), Format::Human) => human(trace),
        (Answer::Index(index), Format::Human | Format::Short) => listed(index),
    }
}

fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).expect("a trace is JSON");
    format!("{text}\n")
}

/// A line an addend, its place first, and the printed number last.
fn short(trace: &Trace) -> String {
    let mut out = String::new();
    for sum in &trace.tong.so_lieu {
        for line in &sum.cong_tu {
            let place = line.tep.as_ref().map_or(String::new(), |_| format!("{}: ", place(line)));
            _ = writeln!(out, "{place}{}: {} = {}", line.don_vi, sum.ma, value(line));
        }
    }
    _ = writeln!(out, "{} = {}", trace.ma, trace.gia_tri);
    out
}

fn human(trace: &Trace) -> String {
    let mut out = String::new();
    _ = writeln!(out, "{}: {}", trace.ma, trace.ten);
    _ = writeln!(out, "{}\n", report_line(&trace.bao_cao));
    _ = writeln!(out, "Báo cáo in: {}", trace.gia_tri);
    if let Some(how) = &trace.cach_tinh {
        _ = writeln!(out, "Cách tính: {how}");
    }
    added(&trace.tong, "", &mut out);
    if let Some(steps) = &trace.phep_tinh {
        _ = writeln!(out, "\nPhép tính: {}", computed(steps));
    }
    if let Some(verdict) = &trace.ket_luan {
        judged("Kết luận", "mục tiêu", verdict, &mut out);
    }
    if let Some(mark) = &trace.lo_trinh {
        judged("Lộ trình", "mức", mark, &mut out);
    }
    trace.so_sanh.iter().for_each(|one| compared(one, &mut out));
    out
}

fn computed(steps: &Arithmetic) -> String {
    let rounded = |text: &String| format!("làm tròn {} chữ số lẻ, in {text}", steps.chu_so_le);
    let parts =
        [steps.phep_chia.clone(), steps.in_ra.as_ref().map(rounded), steps.vi.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn report_line(head: &ReportHead) -> String {
    let as_of =
        head.chot_den.as_ref().map_or(String::new(), |date| format!(", số liệu đến {date}"));
    format!(
        "{}, {} (hồ sơ {}, kỳ {}, loại {}){as_of}",
        head.ten, head.ten_ky, head.ho_so, head.ky, head.loai
    )
}

/// The addends of every figure, and who is missing.
fn added(sums: &SumTrace, margin: &str, out: &mut String) {
    let share = sums.mau_so.is_some();
    for (below, role) in [(false, if share { "Tử số" } else { "Số liệu" }), (true, "Mẫu số")]
    {
        let figures = sums.so_lieu.iter().filter(|sum| sum.o_mau_so == below);
        let figures: Vec<&FigureSum> = figures.filter(|sum| !sum.cong_tu.is_empty()).collect();
        for sum in &figures {
            figure(role, sum, margin, out);
        }
        let total = if below { sums.mau_so.as_deref() } else { Some(sums.tu_so.as_str()) };
        if let Some(total) = total.filter(|_| figures.len() > 1) {
            _ = writeln!(out, "{margin}Cộng {}: {total}", role.to_lowercase());
        }
    }
    if sums.co == 0 && sums.so_lieu.iter().all(|sum| sum.cong_tu.is_empty()) {
        _ = writeln!(out, "{margin}Chưa đơn vị nào có số liệu.");
        return;
    }
    if sums.tong > 1 || !sums.thieu.is_empty() {
        _ = writeln!(out, "\n{margin}Đơn vị có số liệu: {}/{}", sums.co, sums.tong);
    }
    for missing in &sums.thieu {
        let file = missing.tep.as_ref().map_or(String::new(), |file| format!(" ({file})"));
        _ = writeln!(out, "{margin}  không tính {}: {}{file}", missing.don_vi, missing.ly_do);
    }
}

fn figure(role: &str, sum: &FigureSum, margin: &str, out: &mut String) {
    _ = writeln!(out, "\n{margin}{role}: {} ({}), {}", sum.ten, sum.ma, sum.don_vi_tinh);
    let width = |text: &dyn Fn(&AddendLine) -> String| {
        sum.cong_tu.iter().map(|line| text(line).chars().count()).max().unwrap_or(0)
    };
    let (names, values) = (width(&unit), width(&value));
    for line in &sum.cong_tu {
        let (name, number) = (unit(line), value(line));
        let rest =
            [place(line), line.ghi_chu.clone().map_or(String::new(), |note| format!("({note})"))];
        let rest = rest.join(" ");
        _ = writeln!(out, "{margin}  {name:<names$}  {number:>values$}  {}", rest.trim());
    }
    if sum.cong_tu.len() > 1 {
        _ = writeln!(out, "{margin}  {:<names$}  {:>values$}", "cộng", sum.cong);
    }
}

fn unit(line: &AddendLine) -> String {
    let now = line.thay_cho.as_ref().map_or(String::new(), |unit| format!(" (nay là {unit})"));
    format!("{}{now}", line.don_vi)
}

fn value(line: &AddendLine) -> String {
    if line.uoc { format!("{} (ước)", line.gia_tri) } else { line.gia_tri.clone() }
}

fn place(line: &AddendLine) -> String {
    match (&line.tep, line.dong, line.cot) {
        (Some(file), Some(row), Some(column)) => format!("{file}:{row}:{column}"),
        _ => String::new(),
    }
}

fn judged(title: &str, of: &str, judged: &Judgement, out: &mut String) {
    let year = judged.nam.map_or(String::new(), |year| format!(", năm {year}"));
    let source = judged.can_cu.as_ref().map_or(String::new(), |source| format!(", {source}"));
    let goal =
        judged.muc.as_ref().map_or(String::new(), |goal| format!(" ({of} {goal}{year}{source})"));
    let why =
        if judged.vi.is_empty() { String::new() } else { format!(": {}", judged.vi.join("; ")) };
    _ = writeln!(out, "\n{title}: {}{why}{goal}", judged.ket_luan);
}

fn compared(one: &Comparison, out: &mut String) {
    let with = match one.voi {
        Comparator::Previous => "kỳ trước",
        Comparator::YearBefore => "cùng kỳ",
        Comparator::BaseYear => "năm gốc",
        Comparator::EachYear => "cuối năm",
    };
    let number = |text: &Option<String>| text.clone().unwrap_or_default();
    let (before, distance) = (number(&one.gia_tri), number(&one.chenh));
    let said = match one.thay_doi {
        Change::Up => format!("tăng {distance} (từ {before})"),
        Change::Down => format!("giảm {distance} (từ {before})"),
        Change::Same => format!("không thay đổi ({before})"),
        Change::NoBase => "chưa có số liệu để so sánh".to_owned(),
        Change::BrokenBase => "chưa so sánh được: có tệp đang có lỗi".to_owned(),
        Change::OtherCoverage => "chưa so sánh được: các đơn vị có số liệu khác nhau".to_owned(),
        Change::NoOrigin => "chưa so sánh được: thiếu số liệu gốc của đơn vị hợp thành".to_owned(),
        Change::NotComparable => "không so sánh: số cộng dồn từ đầu năm".to_owned(),
    };
    _ = writeln!(out, "\nSo với {with} ({}): {said}", one.ky);
    added(&one.tong, "  ", out);
}

/// Every number of a report, a line each.
fn listed(index: &Index) -> String {
    let mut out = format!("{}\n", report_line(&index.bao_cao));
    for (title, entries) in [("Chỉ tiêu", &index.chi_tieu), ("Số liệu", &index.so_lieu)] {
        _ = writeln!(out, "\n{title}");
        let width = |text: &dyn Fn(&IndexEntry) -> &str| {
            entries.iter().map(|entry| text(entry).chars().count()).max().unwrap_or(0)
        };
        let (ids, values) = (width(&|entry| &entry.ma), width(&|entry| &entry.gia_tri));
        let verdicts = width(&|entry| entry.ket_luan.as_deref().unwrap_or_default());
        for entry in entries {
            let verdict = entry.ket_luan.as_deref().unwrap_or_default();
            let unit =
                entry.don_vi_tinh.as_ref().map_or(String::new(), |unit| format!(" ({unit})"));
            _ = writeln!(
                out,
                "  {:<ids$}  {:>values$}  {verdict:<verdicts$}  {}{unit}",
                entry.ma, entry.gia_tri, entry.ten
            );
        }
    }
    out
}
