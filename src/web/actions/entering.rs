//! Enters a document that was drawn up elsewhere into the register, by the command `register`; what will be entered is shown first. Not
//! for documents that are issued here ([`super::issuing`]).

use std::collections::BTreeSet;

use serde::Serialize;

use super::command::ProgramCommand;
use super::issuing::{CONFIRMED, ConfirmPage, confirm, shown, with_typed};
use super::jobs::JobHead;
use super::quarter::begin;
use crate::web::asked::{Pairs, first};
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// Where it is asked for.
pub(super) const ADDRESS: &str = "/so-dang-ky/vao-so";

/// What is asked for: its name in the form, the option it is, what it is called, whether it must be said.
const FIELDS: [(&str, &str, &str, bool); 10] = [
    ("co_quan", "body", "Cơ quan ban hành, như trong kế hoạch", true),
    ("loai", "type", "Tên loại văn bản, ví dụ Báo cáo", true),
    ("so", "number", "Số", true),
    ("ky_hieu", "symbol", "Ký hiệu sau số, ví dụ BC/ĐU", true),
    ("nhiem_ky", "term", "Nhiệm kỳ, ví dụ 2025-2030", true),
    ("ngay", "date", "Ngày của văn bản", true),
    ("trich_yeu", "subject", "Trích yếu", true),
    ("nguoi_ky", "signer", "Người ký", false),
    ("so_ban", "copies", "Số bản", false),
    ("ghi_chu", "note", "Ghi chú", false),
];
/// Whom it went to, a line each.
const RECIPIENTS: (&str, &str, &str) = ("noi_nhan", "recipient", "Nơi nhận");

/// The page.
#[derive(Debug, Serialize)]
struct EnteringPage {
    muc: Vec<EntryField>,
    noi_nhan: String,
    /// The bodies that plans name.
    co_quan: BTreeSet<String>,
}

/// A field.
#[derive(Debug, Serialize)]
struct EntryField {
    ma: &'static str,
    ten: &'static str,
    chu: String,
    can: bool,
}

/// The page, with what was typed before one came back to it.
///
/// # Errors
/// No inputs, or templates that cannot be used.
pub(super) fn page(site: &Site, typed: &Pairs) -> Result<Reply, PageError> {
    let said = |name: &str| first(typed, name).unwrap_or_default().to_owned();
    let workspace = site.workspace()?;
    let issuers = workspace.family().iter().flat_map(|dossier| &dossier.plan.area_issuers);
    let page = EnteringPage {
        muc: FIELDS.map(|(ma, _, ten, can)| EntryField { ma, ten, chu: said(ma), can }).into(),
        noi_nhan: said(RECIPIENTS.0),
        co_quan: issuers.map(|issuer| issuer.named().to_string()).collect(),
    };
    Ok(site.templates.page("viec-vao-so.html", page))
}

/// Enters what was typed, once it was looked at.
pub(super) fn enter(site: &Site, form: &Pairs) -> Reply {
    let title = "Vào sổ văn bản lập ngoài chương trình";
    if first(form, CONFIRMED).is_none() {
        return confirm(
            site,
            ConfirmPage {
                quy: None,
                tieu_de: title.to_owned(),
                nut: "Vào sổ",
                muc: told(form),
                an: form.clone(),
                dia_chi: ADDRESS.to_owned(),
                dia_chi_lui: with_typed(ADDRESS, form),
                thu: None,
            },
        );
    }
    let head = JobHead {
        title: title.to_owned(),
        links: vec![
            ("Sổ đăng ký", super::next_step::REGISTER.to_owned()),
            ("Sửa lại", with_typed(ADDRESS, form)),
            ("Vào sổ văn bản khác", ADDRESS.to_owned()),
        ],
        ..JobHead::default()
    };
    let command = options(site.actions.command("register").sources(&site.paths), form);
    begin(site, head, |_| command.run())
}

fn told(form: &Pairs) -> Vec<(&'static str, String)> {
    let said = |name: &str| first(form, name).map(str::trim).filter(|words| !words.is_empty());
    let fields = FIELDS.iter().filter_map(|(name, _, called, _)| Some((*called, said(name)?)));
    let recipients = said(RECIPIENTS.0).map(|words| (RECIPIENTS.2, words));
    fields.chain(recipients).map(|(called, words)| (called, shown(words))).collect()
}

fn options(command: ProgramCommand, form: &Pairs) -> ProgramCommand {
    let said = |name: &str| first(form, name).unwrap_or_default().trim();
    let put = |command: ProgramCommand, (name, option, ..): &(&str, &str, &str, bool)| {
        command.value(option, said(name))
    };
    let command = FIELDS.iter().fold(command.switch("enter", true), put);
    let recipients = said(RECIPIENTS.0).lines().map(str::trim);
    recipients.fold(command, |command, one| command.value(RECIPIENTS.1, one))
}
