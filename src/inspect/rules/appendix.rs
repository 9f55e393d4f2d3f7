//! Rules about appendices: number, title, what they belong to, that the body points to them. Not for their tables.

use std::sync::LazyLock;

use regex::Regex;

use super::Parts;
use super::page::frame;
use super::parts_appendix::Appendix;
use super::parts_closing::whole;
use super::report::{At, Judge};

static ROMAN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[IVXLC]+$").ok());

/// Holds the appendices against the profile.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    let body: String =
        parts.body.iter().map(|one| one.text() + "\n").collect::<String>().to_lowercase();
    let several = parts.appendices.len() > 1;
    for (at, own) in parts.appendices.iter().enumerate() {
        number(at + 1, own, several, judge);
        head(parts, own, judge);
        let label = own.label.text().to_lowercase();
        let named = if several { body.contains(&label) } else { body.contains("phụ lục") };
        if !named && !pointed_in_range(&body, at + 1) {
            judge.note(
                "phu_luc",
                &At::Line(&own.label),
                "không được nhắc tới trong văn bản",
                "được dẫn trong phần nội dung",
            );
        }
    }
}

/// "các Phụ lục 1, 2 và 3" points to each of them.
fn pointed_in_range(body: &str, number: usize) -> bool {
    body.match_indices("phụ lục").any(|(at, word)| {
        let after: String = body[at + word.len()..].chars().take(24).collect();
        let list = after
            .split(|c: char| !(c.is_ascii_digit() || " ,và-".contains(c)))
            .next()
            .unwrap_or("");
        list.split(|c: char| !c.is_ascii_digit()).any(|one| one == number.to_string())
    })
}

fn number(expected: usize, own: &Appendix, several: bool, judge: &mut Judge<'_>) {
    let text = own.label.text();
    let number = text.split_whitespace().skip(2).last().unwrap_or_default();
    let number = number.trim_end_matches([':', '.']);
    let what = format!("«Phụ lục {expected}», chữ số Ả Rập");
    if ROMAN.as_ref().is_some_and(|pattern| pattern.is_match(number)) {
        judge.note("phu_luc", &At::Line(&own.label), "đánh số La Mã", what);
    } else if number.is_empty() && several {
        judge.note("phu_luc", &At::Line(&own.label), "không có số", what);
    } else if !number.is_empty() && number != expected.to_string() {
        judge.note("phu_luc", &At::Line(&own.label), format!("đánh số «{number}»"), what);
    }
}

fn head(parts: &Parts, own: &Appendix, judge: &mut Judge<'_>) {
    let middle = frame(&parts.pages[own.page], judge.table).middle();
    if !parts.pages[own.page].landscape() {
        let lines =
            [&own.label].into_iter().chain(&own.title).chain(&own.attached).chain(&own.hyphens);
        lines.for_each(|line| judge.centred("phu_luc", line, middle, "phần chữ"));
    }
    if own.title.is_empty() {
        judge.note("phu_luc", &At::Line(&own.label), "không có tên phụ lục ở dưới", "tên phụ lục");
    }
    let attached = whole(&own.attached);
    let Some(line) = own.attached.first() else {
        judge.note(
            "phu_luc_kem_theo",
            &At::Line(&own.label),
            "không có dòng «(Kèm theo …)»",
            "«(Kèm theo Báo cáo số …, ngày … của …)»",
        );
        return;
    };
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let symbol =
        parts.head.symbol.as_ref().map(|line| squeezed(&line.text()).replacen("Số", "", 1));
    if symbol.is_some_and(|symbol| !squeezed(&attached).contains(symbol.trim_start_matches(':'))) {
        judge.note(
            "phu_luc_kem_theo",
            &At::Line(line),
            "khác số, ký hiệu văn bản",
            "số, ký hiệu như ở đầu văn bản",
        );
    }
    match &own.hyphens {
        Some(hyphens) if judge.row("gach").is_some_and(|row| hyphens.text() != row.words()) => {
            judge.note(
                "phu_luc_gach",
                &At::Line(hyphens),
                format!("là «{}»", hyphens.text()),
                "năm dấu gạch nối «-----»",
            );
        }
        None => judge.note(
            "phu_luc_gach",
            &At::Line(line),
            "không có dòng gạch nối ở dưới",
            "năm dấu gạch nối «-----»",
        ),
        Some(_) => {}
    }
}
