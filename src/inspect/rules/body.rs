//! Rules about the text between head and signature: size, indent, justification, line and paragraph distance, headings,
//! how it ends. Not for tables, whose text the regulation leaves open.

use std::sync::LazyLock;

use regex::Regex;

use super::Parts;
use super::number_date::slip;
use super::page::frame;
use super::parts_body::Paragraph;
use super::parts_head::is_greeting;
use super::read::POINT;
use super::report::{At, Judge, number, range};
use super::text::Line;

/// Distances of lines may be off by this (pt).
const LEADING: f64 = 0.15;

static ROMAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[IVX]{1,5}\s?[-–.]\s*\p{Lu}").ok());
static CHAPTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) (thứ \p{L}+|[IVX]+|\d+)$").ok()
});
static NUMBERED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(\d{1,2}(\.\d{1,2})*\.?|\p{Ll}\)|[IVX]{1,5}\s?[-–.])\s").ok());
static NUMERIC: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?:[^\d/]|$)").ok());

fn is(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Holds the body against the profile.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    for paragraph in &parts.body {
        let Some(first) = paragraph.lines.first() else { continue };
        let text = paragraph.text();
        if is(&CHAPTER, &text) {
            judge.style("phan_chuong", &paragraph.lines);
            continue;
        }
        if paragraph.apart {
            addressed(parts, paragraph, judge);
            continue;
        }
        if is(&ROMAN, &text) {
            judge.style("de_muc", &paragraph.lines);
        } else {
            sizes(paragraph, judge);
            weight(paragraph, &text, judge);
        }
        place(parts, paragraph, judge);
        numeric_dates(first, &text, judge);
    }
    gaps(parts, judge);
    bases(parts, judge);
    ending(parts, judge);
    if let Some(line) =
        parts.body.iter().filter_map(|one| one.lines.first()).find(|line| is_greeting(&line.text()))
    {
        greeting(parts, line, judge);
    }
}

/// A báo cáo is addressed to nobody.
fn greeting(parts: &Parts, line: &Line, judge: &mut Judge<'_>) {
    let kind = parts.head.kind.as_ref().map(|kind| kind.text().to_uppercase());
    if line.page == 0 && kind.is_some_and(|kind| kind == "BÁO CÁO") {
        judge.note(
            "kinh_gui",
            &At::Line(line),
            "có «Kính gửi»",
            "bỏ; nơi nhận báo cáo ghi ở cuối văn bản",
        );
    }
}

/// What is set apart is only judged if it is the state's own way.
fn addressed(parts: &Parts, paragraph: &Paragraph, judge: &mut Judge<'_>) {
    if let Some(line) = paragraph.lines.first().filter(|line| is_greeting(&line.text())) {
        greeting(parts, line, judge);
    }
}

fn sizes(paragraph: &Paragraph, judge: &mut Judge<'_>) {
    if let Some(row) = judge.row("than") {
        paragraph.lines.iter().for_each(|line| judge.size("than", row, line));
    }
}

/// A paragraph that is no heading is not bold or slanted throughout.
fn weight(paragraph: &Paragraph, text: &str, judge: &mut Judge<'_>) {
    let Some(first) = paragraph.lines.first() else { return };
    if is(&NUMBERED, text) || paragraph.lines.len() < 2 {
        return;
    }
    if paragraph.lines.iter().all(Line::bold) {
        judge.note("than", &At::Line(first), "cả đoạn chữ đậm", "chữ thường (không đậm)");
    }
    if paragraph.lines.iter().all(Line::italic) {
        judge.note("than", &At::Line(first), "cả đoạn chữ nghiêng", "chữ đứng");
    }
}

/// Indent, left edge, justification and line distance.
fn place(parts: &Parts, paragraph: &Paragraph, judge: &mut Judge<'_>) {
    let (Some(indent), Some(leading)) = (judge.row("thut_dau_dong"), judge.row("gian_dong")) else {
        return;
    };
    let frame = |line: &Line| frame(&parts.pages[line.page], judge.table);
    let Some(first) = paragraph.lines.first() else { return };
    let own = first.x0() - frame(first).left;
    let mut found = Vec::new();
    if (own - indent.measure(0)).abs() > indent.tolerance() {
        let expected = format!("lùi {} mm", number(indent.measure(0)));
        found.push((
            "thut_dau_dong",
            first,
            format!("dòng đầu đoạn lùi {} mm", number(own)),
            expected,
        ));
    }
    for line in paragraph.lines.iter().skip(1) {
        let off = line.x0() - frame(line).left;
        if off.abs() > indent.tolerance() {
            let measured = format!("bắt đầu cách lề trái {} mm", number(off));
            found.push(("can_deu", line, measured, "sát lề trái".to_owned()));
        }
    }
    let heading = paragraph.lines.iter().all(Line::bold);
    for line in paragraph.lines.iter().rev().skip(1).filter(|_| !heading) {
        let short = frame(line).right - line.x1();
        if short > indent.tolerance() {
            let measured = format!("dòng hết trước lề phải {} mm", number(short));
            found.push(("can_deu", line, measured, "canh đều hai bên".to_owned()));
        }
    }
    for two in paragraph.lines.windows(2).filter(|two| two[0].page == two[1].page) {
        let gap = (two[1].y - two[0].y) / POINT;
        let most = leading.khoang.get(1).copied();
        if gap < leading.measure(0) - LEADING || most.is_some_and(|most| gap > most + LEADING) {
            let expected = match most {
                Some(most) => format!("{} pt", range(leading.measure(0), most)),
                None => format!("ít nhất {} pt", number(leading.measure(0))),
            };
            found.push((
                "gian_dong",
                &two[1],
                format!("cách dòng trên {} pt", number(gap)),
                expected,
            ));
        }
    }
    for (rule, line, measured, expected) in found {
        judge.note(rule, &At::Line(line), measured, expected);
    }
}

/// The room between paragraphs.
fn gaps(parts: &Parts, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("cach_doan") else { return };
    let mut within: Vec<f64> = parts
        .body
        .iter()
        .flat_map(|paragraph| paragraph.lines.windows(2))
        .filter(|two| two[0].page == two[1].page)
        .map(|two| (two[1].y - two[0].y) / POINT)
        .collect();
    within.sort_by(f64::total_cmp);
    let Some(usual) = within.get(within.len() / 2) else { return };
    for paragraph in parts.body.iter().filter(|one| !one.apart) {
        let (Some(gap), Some(line)) = (paragraph.gap, paragraph.lines.first()) else { continue };
        let room = gap / POINT - usual;
        if room < row.measure(0) - 2.0 * LEADING {
            let measured = format!("cách đoạn trên {} pt", number(room.max(0.0)));
            judge.note(
                "cach_doan",
                &At::Line(line),
                measured,
                format!("ít nhất {} pt", number(row.measure(0))),
            );
        }
    }
}

/// Legal bases: a dash before, a mark after, upright.
fn bases(parts: &Parts, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("can_cu") else { return };
    let text = |paragraph: &Paragraph| paragraph.text();
    let is_base = |paragraph: &&Paragraph| {
        text(paragraph).trim_start_matches(['-', ' ']).starts_with("Căn cứ ")
    };
    let bases: Vec<&Paragraph> = parts.body.iter().take_while(is_base).collect();
    for (at, paragraph) in bases.iter().enumerate() {
        let Some(line) = paragraph.lines.first() else { continue };
        let (text, last) = (text(paragraph), at + 1 == bases.len());
        if last && bases.len() == 1 && text.ends_with(':') {
            return;
        }
        if !text.starts_with('-') {
            judge.note("can_cu", &At::Line(line), "không có gạch đầu dòng", "«- Căn cứ …»");
        }
        if paragraph.lines.len() < 2 && line.italic() {
            judge.note("can_cu", &At::Line(line), "chữ nghiêng", "chữ đứng");
        }
        let mark = if last { "." } else { row.words() };
        if !text.ends_with(mark) {
            let measured = format!("kết thúc bằng «{}»", text.chars().last().unwrap_or(' '));
            judge.note("can_cu", &At::Line(line), measured, format!("kết thúc bằng «{mark}»"));
        }
    }
}

/// The body ends with a full stop, without the state's "./.".
fn ending(parts: &Parts, judge: &mut Judge<'_>) {
    if parts.closing.start.is_none() {
        return;
    }
    let Some(line) = parts.body.last().and_then(|paragraph| paragraph.lines.last()) else { return };
    let text = line.text();
    if text.replace(' ', "").ends_with("./.") {
        judge.note("ket_thuc", &At::Line(line), "kết thúc bằng «./.»", "kết thúc bằng dấu chấm");
    } else if !text.ends_with(['.', '…']) {
        judge.note(
            "ket_thuc",
            &At::Line(line),
            "không có dấu chấm ở cuối",
            "kết thúc bằng dấu chấm",
        );
    }
}

fn numeric_dates(first: &Line, text: &str, judge: &mut Judge<'_>) {
    let Some(pattern) = NUMERIC.as_ref() else { return };
    for found in pattern.captures_iter(text) {
        let part = |at| found.get(at).map_or("", |part| part.as_str());
        if let Some(slip) = slip(part(1), part(2), part(3)) {
            let measured = format!("có ngày {}/{}/{}: {slip}", part(1), part(2), part(3));
            judge.note(
                "ngay_so",
                &At::Line(first),
                measured,
                "thêm số 0 trước ngày dưới 10 và tháng 1, tháng 2; không thêm trước tháng khác",
            );
        }
    }
}
