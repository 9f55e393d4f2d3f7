//! Reads who issues and signs: the entries of a plan's `ban_hanh`. Not for whether they are in the regulation's form
//! ([`crate::validate::issuers`]).

use super::plan_parts::{lines, validity};
use crate::diagnostic::Code;
use crate::diagnostic::Finding;
use crate::model::issuing::{Circulation, ExtraComponents, Issuer, Signer, Urgency, term};
use crate::model::text::Line;
use crate::source::At;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{choice, flag, integer, line, line_at, list};

/// A plan's words for [`Urgency`].
pub(crate) const URGENCIES: [(&str, Urgency); 3] = [
    ("khan", Urgency::Urgent),
    ("thuong-khan", Urgency::VeryUrgent),
    ("hoa-toc", Urgency::Express),
];
/// A plan's words for [`Circulation`].
pub(crate) const CIRCULATIONS: [(&str, Circulation); 4] = [
    ("noi-bo", Circulation::Internal),
    ("hoi-nghi", Circulation::Meeting),
    ("thu-hoi", Circulation::Recalled),
    ("tra-lai", Circulation::Returned),
];

/// An issuer: letterhead, symbol, signers, recipients, further components.
pub(crate) fn issuer(node: &Node, sink: &Sink) -> Option<Issuer> {
    let fields = Fields::of(node, sink)?;
    let validity = validity(&fields);
    let kinds = fields.opt("loai", lines).unwrap_or_default();
    let superior = fields.opt("cap_tren", line_at);
    let bodies = fields.req("co_quan", |n, s| one_or_more(n, s, lines));
    let full_body = fields.opt("ten_day_du", line_at);
    let symbol = fields.req("ky_hieu", line_at);
    let term = fields.opt("nhiem_ky", term_at);
    let place = fields.req("dia_danh", line_at);
    let signers = fields.req("nguoi_ky", |n, s| one_or_more(n, s, signers));
    let recipients = fields.req("noi_nhan", |n, s| list(n, s, line_at));
    let extra = extra(&fields);
    fields.finish();
    Some(Issuer {
        span: node.span.clone(),
        validity,
        kinds,
        superior,
        bodies: bodies?,
        full_body,
        symbol: symbol?,
        term,
        place: place?,
        signers: signers?,
        recipients: recipients?,
        extra,
    })
}

/// `2020-2025`, as the office writes it.
fn term_at(node: &Node, sink: &Sink) -> Option<At<Line>> {
    let read = line_at(node, sink)?;
    let Some(value) = term(read.value.as_str()) else {
        let finding = Finding::new(Code::WrongForm, "nhiệm kỳ gồm năm đầu và năm cuối");
        sink.push(finding.at(&read.span).hint("viết như nhiem_ky: 2020-2025"));
        return None;
    };
    Some(At { value, span: read.span })
}

fn extra(fields: &Fields<'_>) -> ExtraComponents {
    ExtraComponents {
        author: fields.opt("tac_gia", line),
        urgency: fields.opt("khan", |n, s| choice(n, s, &URGENCIES)),
        circulation: fields.opt("luu_hanh", |n, s| choice(n, s, &CIRCULATIONS)),
        not_for_media: fields.opt("khong_pho_bien", flag).unwrap_or(false),
        draft: fields.opt("du_thao", draft),
        drafter: fields.opt("soan_thao", line),
        contact: fields.opt("lien_he", line),
        legal_bases: fields.opt("can_cu_rieng", flag).unwrap_or(false),
        duplex: fields.opt("hai_mat", flag).unwrap_or(false),
    }
}

/// `Dự thảo lần 2` is the second.
fn draft(node: &Node, sink: &Sink) -> Option<u8> {
    let read: u8 = integer(node, sink)?;
    if read == 0 {
        let finding = Finding::new(Code::WrongForm, "không có dự thảo lần 0").at(&node.span);
        sink.push(finding.hint("ghi du_thao: 1, 2 …; bỏ dòng này khi không còn là dự thảo"));
        return None;
    }
    Some(read)
}

/// What must have an entry.
fn one_or_more<T>(
    node: &Node,
    sink: &Sink,
    read: impl FnOnce(&Node, &Sink) -> Option<Vec<T>>,
) -> Option<Vec<T>> {
    let all = read(node, sink)?;
    if all.is_empty() {
        let finding = Finding::new(Code::WrongForm, "danh sách trống").at(&node.span);
        sink.push(finding.hint("ghi ít nhất một mục"));
        return None;
    }
    Some(all)
}

/// One signer, or those of a joint document.
fn signers(node: &Node, sink: &Sink) -> Option<Vec<Signer>> {
    match node.value {
        Value::List(_) => list(node, sink, signer),
        _ => signer(node, sink).map(|one| vec![one]),
    }
}

fn signer(node: &Node, sink: &Sink) -> Option<Signer> {
    let fields = Fields::of(node, sink)?;
    let authority = fields.opt("quyen_han", line_at);
    let positions = fields.req("chuc_vu", |n, s| one_or_more(n, s, lines));
    let name = fields.opt("ho_ten", line_at);
    fields.finish();
    Some(Signer { authority, positions: positions?, name })
}
