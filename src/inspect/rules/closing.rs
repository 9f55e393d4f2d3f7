//! Rules about the signature: authority, position, room to sign, name. Not for who has the right to sign.

use super::inspector::Inspector;
use super::recipients;
use super::wording::number;
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::closing::ClosingParts;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::{TextLine, text_of_lines};

/// Marks of who signs for whom, as the Party writes them.
const SLASHED: &[&str] = &["T/M", "K/T", "T/L"];
/// The mark of who signs for a head, and how his deputy's position begins.
const FOR_HEAD: &str = "K/T ";
const DEPUTY: &str = "PHÓ ";
/// The word between two positions, which is not in capitals.
const AND: &str = "kiêm";

/// Holds the end against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let closing = &parts.closing;
    if closing.first_of_signature().is_some() {
        signature(closing, inspector);
    } else if !closing.joint {
        let expected = "chức vụ người ký ở cuối văn bản, bên phải";
        let measured = "không có chức vụ người ký";
        inspector.note_page(Rule::SignerPosition, parts.last_page(), measured, expected);
    }
    recipients::check(parts, inspector);
}

/// Cells 7a, 7b and 7c.
fn signature(closing: &ClosingParts, inspector: &mut Inspector<'_>) {
    authority(closing, inspector);
    if let Some(axis) = closing.first_of_signature().map(TextLine::middle) {
        for line in &closing.position {
            inspector.centred(Rule::SignerPosition, line, axis, "dưới dòng trên");
        }
    }
    if let Some(name) = &closing.name {
        signer(closing, name, inspector);
    }
}

/// Authority and position. Who signs for himself may have his position in bold.
fn authority(closing: &ClosingParts, inspector: &mut Inspector<'_>) {
    inspector.style(Rule::SigningAuthority, &closing.authority);
    let Some(line) = closing.authority.first() else {
        for line in &closing.position {
            inspector.size(Rule::SignerPosition, line);
        }
        return;
    };
    let text = line.text();
    let mark = text.split_whitespace().next().unwrap_or_default();
    if !SLASHED.contains(&mark) {
        let expected = "viết tắt có gạch chéo: T/M, K/T, T/L";
        inspector.note_line(Rule::SigningAuthority, line, format!("viết «{mark}»"), expected);
    }
    let positions = closing.position.iter().filter(|line| line.text() != AND);
    inspector.style(Rule::SignerPosition, positions);
}

/// Who signs for a head is his deputy; of whom nobody can sign for, that is told instead.
pub(crate) fn deputy(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let closing = &parts.closing;
    let authority = text_of_lines(&closing.authority);
    let Some(head) = authority.strip_prefix(FOR_HEAD) else { return };
    let (Some(above), Some(line)) = (closing.authority.first(), closing.position.first()) else {
        return;
    };
    if inspector.told_of(Rule::SigningAuthority, above) {
        return;
    }
    let position = text_of_lines(&closing.position).to_uppercase();
    let of_head = position
        .strip_prefix(DEPUTY)
        .is_some_and(|own| !own.is_empty() && (own.starts_with(head) || head.starts_with(own)));
    if !of_head {
        let measured = "không phải cấp phó của người được ký thay";
        inspector.note_line(Rule::SignerPosition, line, measured, format!("«{DEPUTY}{head}»"));
    }
}

/// The name, and the room to sign above it.
fn signer(closing: &ClosingParts, name: &TextLine, inspector: &mut Inspector<'_>) {
    inspector.style(Rule::SignerName, [name]);
    if let Some(above) = closing.position.last().or(closing.authority.last()) {
        inspector.centred(Rule::SignerName, name, above.middle(), "dưới chức vụ");
        signing_room(above, name, inspector);
    }
}

fn signing_room(above: &TextLine, name: &TextLine, inspector: &mut Inspector<'_>) {
    let requirement = inspector.requirement(Rule::SigningRoom);
    let (room, least) = (name.em_top() - above.em_bottom(), requirement.measure(0));
    if room < least - requirement.tolerance() {
        let measured = format!("chừa {} mm để ký", number(room));
        let expected = format!("ít nhất {} mm", number(least));
        inspector.note_line(Rule::SigningRoom, name, measured, expected);
    }
}
