//! Rules about a letter (công văn): its subject under the number, no hyphens, whom it is addressed to (cells 5b and 9a).
//! Not for what it shares with every document.

use super::Parts;
use super::parts_closing::whole;
use super::parts_head::{is_greeting, is_hyphens};
use super::report::{At, Judge};
use super::text::Line;

/// How the subject may begin.
const SUBJECT: &[&str] = &["về việc", "v/v"];

/// Holds a letter against the profile; another document has none of this.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    if !parts.head.letter {
        return;
    }
    subject(parts, judge);
    addressees(parts, judge);
    first_recipient(parts, judge);
}

/// Cell 5b: under the number, without the hyphens of a report.
fn subject(parts: &Parts, judge: &mut Judge<'_>) {
    let head = &parts.head;
    let begins = |line: &&Line| {
        let text = line.text().to_lowercase();
        SUBJECT.iter().any(|own| text.starts_with(own))
    };
    if !head.under_number.iter().any(|line| begins(&line)) {
        let at = head.symbol.as_ref().map_or(At::Page(0), At::Line);
        let expected = "«về việc …», chữ nghiêng, dưới số và ký hiệu";
        judge.note("trich_yeu_cong_van", &at, "không có trích yếu ở dưới", expected);
    }
    let hyphens = head.under_number.iter().find(|line| is_hyphens(&line.text()));
    if let Some(line) = hyphens {
        judge.note("gach", &At::Line(line), "có dòng gạch nối", "công văn không có «-----»");
    }
}

/// Cell 9a: `Kính gửi:` slanted, the addressees upright, a mark after each.
fn addressees(parts: &Parts, judge: &mut Judge<'_>) {
    let mut set_apart =
        parts.body.iter().take_while(|one| one.apart).filter_map(|one| one.lines.first());
    let Some(first) = set_apart.next().filter(|line| is_greeting(&line.text())) else {
        judge.note("kinh_gui", &At::Page(0), "không có «Kính gửi:»", "«Kính gửi:» trên nơi gửi");
        return;
    };
    let (label, place) = parted(first);
    judge.style("kinh_gui", &[label]);
    let places: Vec<Line> = place.into_iter().chain(set_apart.cloned()).collect();
    judge.style("noi_gui", &places);
    let Some(row) = judge.row("noi_gui") else { return };
    for (at, line) in places.iter().enumerate() {
        let last = at + 1 == places.len();
        let begins_next = places.get(at + 1).is_none_or(|next| next.text().starts_with('-'));
        let mark = if last { "." } else { row.words() };
        if places[0].text().starts_with('-') && begins_next && !line.text().ends_with(mark) {
            let measured = format!("kết thúc bằng «{}»", line.text().chars().last().unwrap_or(' '));
            let which = if last { "nơi cuối" } else { "mỗi nơi" };
            judge.note("noi_gui", &At::Line(line), measured, format!("«{mark}» sau {which}"));
        }
    }
}

/// The words `Kính gửi:` and what stands behind them.
fn parted(line: &Line) -> (Line, Option<Line>) {
    let end = line.words.iter().position(|word| word.text.ends_with(':'));
    let (label, place) = line.words.split_at(end.map_or(line.words.len(), |at| at + 1));
    let with = |words: &[_]| Line { words: words.to_vec(), y: line.y, page: line.page };
    (with(label), (!place.is_empty()).then(|| with(place)))
}

/// The first recipient of a letter is whom it is addressed to.
fn first_recipient(parts: &Parts, judge: &mut Judge<'_>) {
    let Some(item) = parts.closing.items.first() else { return };
    let text = whole(item);
    let Some(line) = item.first() else { return };
    if !text.trim_start_matches(['-', '–', ' ']).starts_with("Như trên") {
        judge.note(
            "noi_nhan_muc",
            &At::Line(line),
            "mục đầu không phải «Như trên»",
            "«- Như trên»",
        );
    }
}
