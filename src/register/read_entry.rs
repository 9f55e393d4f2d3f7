//! Reads what an entry of the register says. Not for whether it is as it was written ([`super::block`]).

use super::entry::{ACTS, Entry, Kept, Series, SignedCopy};
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::Node;
use crate::yaml::values::{choice, date, integer, list, scalar};

/// An entry; none, and findings, if it lacks what every entry has.
pub(super) fn entry(node: &Node, sink: &Sink) -> Option<Entry> {
    let fields = Fields::of(node, sink)?;
    let order = fields.req("muc", integer);
    let act = fields.req("viec", |n, s| choice(n, s, &ACTS));
    let number = fields.req("so", integer);
    let (symbol, day) = (fields.req("ky_hieu", words), fields.req("ngay", date));
    let series = series(&fields);
    let subject = fields.req("trich_yeu", words);
    let signer = fields.req("nguoi_ky", words);
    let recipients = fields.req("noi_nhan", |n, s| list(n, s, words));
    let copies = fields.opt("so_ban", integer);
    let (remark, report) = (fields.opt("ghi_chu", words), fields.opt("bao_cao", words));
    let (replaces, about) = (fields.opt("thay_the", integer), fields.opt("ve_muc", integer));
    let (reason, gap) = (fields.opt("ly_do", words), fields.opt("nhay_so", words));
    let kept = fields.opt("luu", words).zip(fields.opt("kiem_tep", words));
    let file = fields.opt("tep", words).zip(fields.opt("bam_tep", words));
    let copy = file.zip(fields.opt("doi_chieu", words));
    // The seal is read where it is held against the lines above it.
    _ = fields.req("dau", words);
    fields.finish();
    Some(Entry {
        order: order?,
        act: act?,
        series: series?,
        number: number?,
        symbol: symbol?,
        date: day?,
        subject: subject?,
        signer: signer?,
        recipients: recipients?,
        copies,
        note: remark,
        report,
        replaces,
        about,
        reason,
        gap,
        kept: kept.map(|(folder, sums)| Kept { folder, sums }),
        signed: copy.map(|((file, hash), proof)| SignedCopy { file, hash, proof }),
    })
}

fn series(fields: &Fields<'_>) -> Option<Series> {
    let kind = fields.req("loai", words);
    let (body, term) = (fields.req("co_quan", words), fields.req("nhiem_ky", words));
    Some(Series { body: body?, kind: kind?, term: term? })
}

/// A text as it is written, nothing of it cleaned.
fn words(node: &Node, sink: &Sink) -> Option<String> {
    scalar(node, sink).map(str::to_owned)
}
