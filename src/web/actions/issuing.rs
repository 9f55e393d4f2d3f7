//! Issues documents with the register, by the command `issue`; each time what will be done is shown first, and done when it is
//! confirmed. Not for what may be typed ([`super::issue_page`]).

use serde::Serialize;

use super::command::ProgramCommand;
use super::issue_page::{ACT, FIELDS, ReportView, SWITCHES, report};
use super::outcome::OutcomeView;
use super::quarter::{Quarter, QuarterView, begin};
use crate::status::words::day;
use crate::web::addresses::query;
use crate::web::asked::{Pairs, first};
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// What a form says when what it says was looked at.
pub(super) const CONFIRMED: &str = "xac_nhan";

/// What will be done.
#[derive(Debug, Serialize)]
pub(super) struct ConfirmPage {
    /// Whose quarter it is, if it is about one.
    pub(super) quy: Option<QuarterView>,
    /// What is done.
    pub(super) tieu_de: String,
    /// The button that does it.
    pub(super) nut: &'static str,
    /// What was typed, as it is called.
    pub(super) muc: Vec<(&'static str, String)>,
    /// What the page sends once more.
    pub(super) an: Pairs,
    /// Where that is sent.
    pub(super) dia_chi: String,
    /// Where one came from, with what was typed.
    pub(super) dia_chi_lui: String,
    /// What the command says it would do, where it can be tried out.
    pub(super) thu: Option<OutcomeView>,
}

/// What is done with a report that has a number, or has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Issue,
    Replace,
    Void,
}

impl Act {
    fn of(form: &Pairs) -> Option<Self> {
        match first(form, ACT) {
            Some("ban-hanh") => Some(Self::Issue),
            Some("thay") => Some(Self::Replace),
            Some("huy") => Some(Self::Void),
            _ => None,
        }
    }

    /// What it is called, of a report.
    fn title(self, report: &ReportView) -> String {
        let (name, number) = (&report.ten, report.so.as_deref().unwrap_or_default());
        match self {
            Self::Issue => format!("Ban hành: {name}"),
            Self::Replace => format!("Ban hành bản thay thế số {number}: {name}"),
            Self::Void => format!("Hủy số {number}: {name}"),
        }
    }

    fn button(self) -> &'static str {
        match self {
            Self::Issue => "Cấp số và ban hành",
            Self::Replace => "Ban hành bản thay thế",
            Self::Void => "Hủy số",
        }
    }
}

/// What was typed and ticked, as it is called.
fn typed(form: &Pairs) -> Vec<(&'static str, String)> {
    let value = |name: &str| first(form, name).map(str::trim).filter(|value| !value.is_empty());
    let field =
        |(name, _, called): &(&str, &str, &'static str)| Some((*called, shown(value(name)?)));
    let mut all: Vec<_> = FIELDS.iter().filter_map(field).collect();
    let ticked = SWITCHES.iter().filter(|(name, ..)| value(name).is_some());
    all.extend(ticked.map(|(.., called)| (*called, "có".to_owned())));
    all
}

/// A value as documents write it: a day, else what was typed.
pub(super) fn shown(typed: &str) -> String {
    typed.parse().map_or_else(|_| typed.to_owned(), day)
}

/// What the command is told of it.
pub(super) fn options(command: ProgramCommand, form: &Pairs) -> ProgramCommand {
    let value = |name| first(form, name).unwrap_or_default().trim();
    let command = FIELDS
        .iter()
        .fold(command, |command, (name, option, _)| command.value(option, value(name)));
    SWITCHES
        .iter()
        .fold(command, |command, (name, option, _)| command.switch(option, !value(name).is_empty()))
}

/// The command.
pub(super) fn issue(site: &Site) -> ProgramCommand {
    site.actions.command("issue").sources(&site.paths).value("out", &site.paths.out)
}

/// The page that shows what will be done.
pub(super) fn confirm(site: &Site, page: ConfirmPage) -> Reply {
    site.templates.page("viec-xac-nhan.html", page)
}

/// Issues a report, replaces or voids one that is issued; shows what will be done until that is confirmed.
///
/// # Errors
/// No such report or act.
pub(super) fn act(
    site: &Site,
    quarter: Quarter<'_>,
    stem: &str,
    form: &Pairs,
) -> Result<Reply, PageError> {
    let act = Act::of(form).ok_or(PageError::NotThere)?;
    let report = report(site, quarter, stem)?;
    // The number that was looked at, not the one it may have got since; without it the command would give a new one.
    let old = first(form, "so_cu").unwrap_or_default();
    if act != Act::Issue && old.is_empty() {
        return Err(PageError::NotThere);
    }
    if first(form, CONFIRMED).is_none() {
        let own = quarter.address(&["ban-hanh", stem]);
        let thu = (act != Act::Void).then(|| {
            let tried = command(site, quarter, (act, old), form).switch("dry-run", true);
            tried_out(tried.word(stem), quarter)
        });
        return Ok(confirm(
            site,
            ConfirmPage {
                quy: Some(quarter.view()),
                tieu_de: act.title(&report),
                nut: act.button(),
                muc: typed(form),
                an: form.clone(),
                dia_chi_lui: with_typed(&own, form),
                dia_chi: own,
                thu,
            },
        ));
    }
    let command = command(site, quarter, (act, old), form).word(stem);
    let mut head = quarter.head(act.title(&report));
    head.links = links(quarter);
    head.links.push(("Sửa lại", with_typed(&quarter.address(&["ban-hanh", stem]), form)));
    Ok(begin(site, head, |_| command.run()))
}

/// The command, as far as the report.
fn command(
    site: &Site,
    quarter: Quarter<'_>,
    (act, old): (Act, &str),
    form: &Pairs,
) -> ProgramCommand {
    let command = options(issue(site), form);
    let command = match act {
        Act::Issue => command,
        Act::Replace => command.value("replace", old),
        Act::Void => command.value("void", old),
    };
    command.word(quarter.dossier).word(quarter.period.to_string())
}

/// What a command that was tried out says.
fn tried_out(command: ProgramCommand, quarter: Quarter<'_>) -> OutcomeView {
    OutcomeView::of(command.run(), (quarter.dossier, &quarter.period.to_string()))
}

/// A page with what was typed on it before.
pub(super) fn with_typed(page: &str, form: &Pairs) -> String {
    let typed = form.iter().filter(|(name, _)| name != CONFIRMED);
    let typed: Vec<(&str, &str)> =
        typed.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    format!("{page}{}", query(&typed))
}

/// Issues every unit's report that has no number yet.
pub(super) fn all(site: &Site, quarter: Quarter<'_>, form: &Pairs) -> Reply {
    let title = format!("Cấp số mọi báo cáo của đơn vị chưa có số, kỳ {}", quarter.period);
    let command = || command(site, quarter, (Act::Issue, ""), form).switch("all", true);
    if first(form, CONFIRMED).is_none() {
        let own = quarter.address(&["ban-hanh"]);
        return confirm(
            site,
            ConfirmPage {
                quy: Some(quarter.view()),
                tieu_de: title,
                nut: "Cấp số",
                muc: typed(form),
                an: form.clone(),
                dia_chi_lui: with_typed(&own, form),
                dia_chi: own,
                thu: Some(tried_out(command().switch("dry-run", true), quarter)),
            },
        );
    }
    let command = command();
    let mut head = quarter.head(title);
    head.links = links(quarter);
    begin(site, head, |_| command.run())
}

/// Where to go from there.
pub(super) fn links(quarter: Quarter<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("Sổ đăng ký", "/so-dang-ky".to_owned()),
        ("Ban hành tiếp", quarter.address(&["ban-hanh"])),
    ]
}
