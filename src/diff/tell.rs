//! Words for what a report says otherwise, for people: figures, verdicts, sentences with their changed words marked. Marks can be
//! read without colour. Not for finding it out ([`super::differences`]).

use std::fmt::Write;

use super::content::{BlockKind, ReportIdentity};
use super::differences::{Differences, TextChange};
use super::numbers::{CellTurn, FigureChange, TargetChange};
use super::turn::Turn;
use super::words::{Mark, Stretch};

/// Words left of what stays on either side of a change.
const WORDS_AROUND: usize = 8;

/// How changed words are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drawing {
    /// With marks alone.
    Plain,
    /// With marks and colour.
    Colored,
}

/// What changed in a report, ending in a line end.
#[must_use]
pub(crate) fn tell(differences: &Differences, drawing: Drawing) -> String {
    let mut out = String::new();
    for turn in &differences.van_ban {
        _ = writeln!(out, "Số, ngày: {}", arrow(turn));
    }
    if !differences.so_lieu.is_empty() {
        out.push_str("\nSố liệu\n");
        differences.so_lieu.iter().for_each(|one| figure(one, &mut out));
    }
    if !differences.chi_tieu.is_empty() {
        out.push_str("\nChỉ tiêu\n");
        differences.chi_tieu.iter().for_each(|one| target(one, &mut out));
    }
    if !differences.loi.is_empty() {
        out.push_str("\nTrên trang in\n");
        texts(&differences.loi, drawing, &mut out);
    }
    if !differences.trang.is_empty() {
        let pages: Vec<String> = differences.trang.iter().map(ToString::to_string).collect();
        _ = writeln!(out, "\nTrang có thay đổi: {}", pages.join(", "));
    }
    out
}

/// The report as a line names it.
#[must_use]
pub(crate) fn report_line(report: &ReportIdentity) -> String {
    format!(
        "{}, {} (hồ sơ {}, kỳ {}, loại {})",
        report.ten, report.ten_ky, report.ho_so, report.ky, report.loai
    )
}

/// How much changed, in a line.
#[must_use]
pub(crate) fn summary(differences: &Differences) -> String {
    let turned = differences.chi_tieu.iter().filter(|one| one.ket_luan.is_some()).count();
    let parts = [
        (differences.so_lieu.len(), "số liệu"),
        (differences.chi_tieu.len(), "chỉ tiêu"),
        (turned, "kết luận"),
        (differences.loi.len(), "chỗ trên trang in"),
    ];
    let said =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, of)| format!("{count} {of}"));
    said.collect::<Vec<_>>().join(", ")
}

fn arrow(turn: &Turn) -> String {
    format!("{} → {}", turn.cu, turn.moi)
}

fn figure(change: &FigureChange, out: &mut String) {
    let (name, id, unit) = (&change.ten, &change.ma, &change.don_vi_tinh);
    _ = writeln!(out, "  {name} ({id}), {unit}: {}", arrow(&change.gia_tri));
    for one in &change.theo_don_vi {
        let place = match (&one.tep, one.dong) {
            (Some(file), Some(line)) => format!("  {file}:{line}"),
            _ => String::new(),
        };
        _ = writeln!(out, "    {}: {}{place}", one.don_vi, arrow(&one.gia_tri));
    }
}

fn target(change: &TargetChange, out: &mut String) {
    let parts = [
        (&change.gia_tri, ""),
        (&change.ket_luan, "kết luận "),
        (&change.muc, "mục tiêu "),
        (&change.lo_trinh, "mức của năm "),
        (&change.do_phu, "đơn vị có số liệu "),
    ];
    let said =
        parts.iter().filter_map(|(turn, what)| Some(format!("{what}{}", arrow(turn.as_ref()?))));
    let said: Vec<String> = said.collect();
    let said =
        if said.is_empty() { "đổi ở các đơn vị".to_owned() } else { said.join("; ") };
    _ = writeln!(out, "  {} ({}): {said}", change.ten, change.ma);
    change.theo_don_vi.iter().for_each(|one| cell(one, out));
}

fn cell(turn: &CellTurn, out: &mut String) {
    let verdict = turn.ket_luan.as_ref().map(|turn| format!("kết luận {}", arrow(turn)));
    let parts = [turn.gia_tri.as_ref().map(arrow), verdict];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    _ = writeln!(out, "    {}: {}", turn.don_vi, said.join("; "));
}

/// Texts under the headings they stand under.
fn texts(changes: &[TextChange], drawing: Drawing, out: &mut String) {
    let mut heading: Option<&str> = None;
    for change in changes {
        let own = change.de_muc.as_deref();
        if own != heading {
            _ = writeln!(
                out,
                "  {}",
                own.map_or("Phần đầu văn bản:".to_owned(), |own| format!("{own}:"))
            );
            heading = own;
        }
        _ = writeln!(out, "    {}", text(change, drawing));
    }
}

fn text(change: &TextChange, drawing: Drawing) -> String {
    let what = match (change.loai, &change.cu, &change.moi) {
        (BlockKind::Row, Some(_), Some(_)) if !change.o.is_empty() => return row(change, drawing),
        (BlockKind::Row | BlockKind::TableHead, None, _) => "hàng mới: ",
        (BlockKind::Row | BlockKind::TableHead, _, None) => "hàng đã bỏ: ",
        (_, None, _) => "mới: ",
        (_, _, None) => "đã bỏ: ",
        (BlockKind::Chart, ..) => "biểu đồ: ",
        _ => "",
    };
    format!("{what}{}", marked(&shortened(&change.doan), drawing))
}

/// A row by its first cell, and the cells that changed by the heads of their columns.
fn row(change: &TextChange, drawing: Drawing) -> String {
    let name = change.moi.as_deref().unwrap_or_default().split(" | ").next().unwrap_or_default();
    let cell = |cell: &super::differences::CellChange| {
        let head = cell.cot.as_ref().map_or(String::new(), |head| format!("{head} "));
        let stretches = [(Mark::Removed, &cell.cu), (Mark::Added, &cell.moi)];
        let stretches = stretches.map(|(dau, chu)| Stretch { dau, chu: chu.clone() });
        format!("{head}{}", marked(&stretches, drawing))
    };
    format!("{name}: {}", change.o.iter().map(cell).collect::<Vec<_>>().join("; "))
}

fn marked(stretches: &[Stretch], drawing: Drawing) -> String {
    let (red, green, end) = match drawing {
        Drawing::Plain => ("", "", ""),
        Drawing::Colored => ("\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m"),
    };
    let drawn = |one: &Stretch| match one.dau {
        _ if one.chu.is_empty() => String::new(),
        Mark::Kept => one.chu.clone(),
        Mark::Removed => format!("{red}[-{}-]{end}", one.chu),
        Mark::Added => format!("{green}{{+{}+}}{end}", one.chu),
    };
    stretches.iter().map(drawn).collect()
}

/// The same with only a few words of what stayed around each change.
fn shortened(stretches: &[Stretch]) -> Vec<Stretch> {
    let last = stretches.len().saturating_sub(1);
    let shorter = |(at, one): (usize, &Stretch)| {
        let words: Vec<&str> = one.chu.split_inclusive(' ').collect();
        let around = |keep_first: bool, keep_last: bool| {
            let (first, rest) = words.split_at(if keep_first { WORDS_AROUND } else { 0 });
            let behind = if keep_last { &rest[rest.len() - WORDS_AROUND..] } else { &[] };
            let first = first.concat();
            let gap = if first.is_empty() { "… " } else { "…" };
            format!("{first}{gap}{}{}", if behind.is_empty() { "" } else { " " }, behind.concat())
        };
        let chu = match words.len() {
            few if one.dau != Mark::Kept || few <= 2 * WORDS_AROUND + 1 => one.chu.clone(),
            _ if at == 0 && last == 0 => one.chu.clone(),
            _ if at == 0 => around(false, true).replacen("…  ", "… ", 1),
            _ if at == last => around(true, false),
            _ => around(true, true),
        };
        Stretch { dau: one.dau, chu }
    };
    stretches.iter().enumerate().map(shorter).collect()
}
