//! What is to be done next in a quarter, from how it stands; and all that can be done. Not for doing it ([`super::routes`]).

use serde::Serialize;

use super::forms;
use super::quarter::Quarter;
use crate::kinds::catalog::Kinds;
use crate::model::period::Period;
use crate::pipeline::surveyed::SurveyedPeriod;
use crate::status::board::Board;
use crate::status::period::is_due;
use crate::status::table::left;
use crate::status::unit_line::UnitState;
use crate::status::words::day;
use crate::vietnamese::text::capitalised;
use crate::web::addresses::address;
use crate::web::site::Site;

/// Where the register is.
pub(super) const REGISTER: &str = "/so-dang-ky";

/// The steps of a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Open,
    Forms,
    Receive,
    Check,
    Build,
    Letters,
    Issue,
    Next,
    Done,
}

/// The steps that can be taken at any time.
const ALL: [Step; 7] =
    [Step::Open, Step::Forms, Step::Receive, Step::Check, Step::Build, Step::Letters, Step::Issue];

/// How far a quarter is.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    opened: bool,
    /// Whether forms to send were made.
    forms: bool,
    /// Whether the deadline is over.
    overdue: bool,
    received: usize,
    missing: usize,
    /// Returns with errors.
    wrong: usize,
    /// Reports to be built or built again.
    to_build: usize,
    /// Letters that are due and not made.
    letters: usize,
    /// Reports that are built and have no number.
    to_issue: usize,
    /// The period that follows, if one is due.
    follows: Option<Period>,
}

/// What the board offers.
#[derive(Debug, Serialize)]
pub(in crate::web) struct StepsView {
    /// By when, and how long that is.
    han: String,
    con_lai: String,
    /// The class and the sign of that.
    lop: &'static str,
    chinh: StepLink,
    vi_sao: String,
    khac: Vec<StepLink>,
}

/// Something to do.
#[derive(Debug, Serialize)]
struct StepLink {
    ten: String,
    dia_chi: String,
    /// Whether it is done at once; else its page is asked for.
    lam_ngay: bool,
}

/// The next step.
fn next(at: Standing) -> Step {
    match at {
        Standing { opened: false, .. } => Step::Open,
        Standing { received: 0, forms: false, letters: 0, .. } => Step::Forms,
        Standing { wrong: 1.., .. } => Step::Check,
        Standing { letters: 1.., .. } => Step::Letters,
        Standing { to_build: 1.., missing: 0, .. }
        | Standing { to_build: 1.., overdue: true, .. } => Step::Build,
        Standing { missing: 1.., .. } => Step::Receive,
        Standing { to_issue: 1.., .. } => Step::Issue,
        Standing { follows: Some(_), .. } => Step::Next,
        _ => Step::Done,
    }
}

impl Step {
    fn name(self, quarter: Quarter<'_>, at: Standing) -> String {
        let follows = at.follows.unwrap_or(quarter.period);
        match self {
            Self::Open if at.opened => format!("Mở kỳ {}: bổ sung tệp", quarter.period),
            Self::Open => format!("Mở kỳ {}", quarter.period),
            Self::Forms => "Lập biểu gửi đơn vị".to_owned(),
            Self::Receive => "Nhập biểu, bảng, bản Word".to_owned(),
            Self::Check => "Kiểm tra số liệu".to_owned(),
            Self::Build => "Lập báo cáo".to_owned(),
            Self::Letters => "Công văn đôn đốc".to_owned(),
            Self::Issue => "Ban hành".to_owned(),
            Self::Next => format!("Sang kỳ {follows}"),
            Self::Done => "Xem sổ đăng ký".to_owned(),
        }
    }

    /// Why it is the next.
    fn why(self, at: Standing) -> String {
        let Standing { missing, wrong, to_build, letters, to_issue, .. } = at;
        match self {
            Self::Open => {
                "Kỳ này chưa mở. Mở kỳ thì mỗi đơn vị có một tệp chờ điền; tệp đã có giữ nguyên."
                    .to_owned()
            }
            Self::Forms => {
                "Kỳ đã mở, chưa đơn vị nào nộp. Lập biểu Excel rồi gửi mỗi đơn vị biểu của mình."
                    .to_owned()
            }
            Self::Receive => format!(
                "Còn {missing} đơn vị chưa nộp. Nhận được biểu, bảng hay bản Word thì nhập ở đây."
            ),
            Self::Check => format!(
                "{wrong} đơn vị có lỗi nên báo cáo bị giữ lại. Kiểm tra để xem lỗi ở đâu, sửa thế nào."
            ),
            Self::Build => {
                format!("{to_build} báo cáo chưa lập, hoặc số liệu đã đổi từ lần lập trước.")
            }
            Self::Letters => format!(
                "Đã quá hạn, còn {missing} đơn vị chưa nộp; {letters} công văn đôn đốc chưa lập."
            ),
            Self::Issue => format!("{to_issue} báo cáo đã lập, chưa có số."),
            Self::Next | Self::Done => "Kỳ này đã xong việc.".to_owned(),
        }
    }

    fn link(self, quarter: Quarter<'_>, at: Standing) -> StepLink {
        let own = |part: &str| quarter.address(&[part]);
        let follows = at.follows.unwrap_or(quarter.period).to_string();
        let (dia_chi, lam_ngay) = match self {
            Self::Open => (own("mo-ky"), false),
            Self::Forms => (own("bieu"), false),
            Self::Receive => (own("nhap"), false),
            Self::Check => (own("kiem-tra"), true),
            Self::Build => (own("lap"), true),
            Self::Letters => (own("cong-van"), false),
            Self::Issue => (own("ban-hanh"), false),
            Self::Next => (address(&["ho-so", quarter.dossier, &follows]), false),
            Self::Done => (REGISTER.to_owned(), false),
        };
        StepLink { ten: self.name(quarter, at), dia_chi, lam_ngay }
    }
}

/// How far a quarter is.
fn standing(board: &Board, (seen, kinds): (&SurveyedPeriod, &Kinds), forms: bool) -> Standing {
    let mut later = std::iter::successors(Some(seen.period.next()), |one| Some(one.next()));
    let within = |one: &Period| one.year() <= seen.dossier.plan.years.1;
    let follows = later.by_ref().take_while(within).find(|one| is_due(*one, &seen.dossier, kinds));
    let states = || seen.reports.iter().map(|report| UnitState::from(report.state));
    let count = |is: &dyn Fn(UnitState) -> bool| states().filter(|state| is(*state)).count();
    Standing {
        opened: seen.dossier.periods.contains(&seen.period),
        forms,
        overdue: board.today > board.deadline,
        received: board.counts.received,
        missing: board.counts.not_received,
        wrong: board.counts.held,
        to_build: count(&|state| matches!(state, UnitState::NotBuilt | UnitState::Outdated)),
        letters: board.letters.iter().filter(|letter| !letter.state.is_made()).count(),
        to_issue: count(&|state| state == UnitState::Built),
        follows,
    }
}

/// What is to be done, and what else can be.
pub(in crate::web) fn steps(
    site: &Site,
    board: &Board,
    (seen, kinds): (&SurveyedPeriod, &Kinds),
) -> StepsView {
    let quarter = Quarter { dossier: &board.dossier, period: seen.period };
    let at = standing(board, (seen, kinds), forms::are_made(site, quarter));
    let step = next(at);
    let more_than_all = at.follows.filter(|_| at.opened).map(|_| Step::Next);
    let others = ALL.into_iter().chain(more_than_all).filter(|other| *other != step);
    let more = [
        ("So với bản đã ban hành", quarter.address(&["so-sanh"])),
        ("Bảng tình hình (PDF)", quarter.address(&["bang"])),
        ("Sổ đăng ký", REGISTER.to_owned()),
    ];
    let more =
        more.map(|(ten, dia_chi)| StepLink { ten: ten.to_owned(), dia_chi, lam_ngay: false });
    StepsView {
        han: day(board.deadline),
        con_lai: capitalised(&left(board)),
        lop: match (board.deadline - board.today).num_days() {
            _ if at.missing == 0 => "xong",
            ..0 => "thieu",
            0..=7 => "can-lam",
            8.. => "",
        },
        vi_sao: step.why(at),
        chinh: step.link(quarter, at),
        khac: others.map(|other| other.link(quarter, at)).chain(more).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_goes_from_step_to_step() {
        let period = Period::parse("2024-Q2").expect("a period");
        let opened = Standing { opened: true, missing: 3, ..Standing::default() };
        let sent = Standing { forms: true, ..opened };
        let some = Standing { received: 2, missing: 1, to_build: 2, ..sent };
        let all = Standing { received: 3, missing: 0, to_build: 4, ..sent };
        for (at, step) in [
            (Standing { missing: 3, letters: 3, ..Standing::default() }, Step::Open),
            (opened, Step::Forms),
            (sent, Step::Receive),
            (some, Step::Receive),
            (Standing { wrong: 1, ..some }, Step::Check),
            (Standing { letters: 1, overdue: true, ..some }, Step::Letters),
            (Standing { overdue: true, ..some }, Step::Build),
            (Standing { overdue: true, to_build: 0, ..some }, Step::Receive),
            (Standing { letters: 3, ..opened }, Step::Letters),
            (Standing { wrong: 1, ..all }, Step::Check),
            (all, Step::Build),
            (Standing { to_build: 0, to_issue: 4, ..all }, Step::Issue),
            (Standing { to_build: 1, to_issue: 3, ..all }, Step::Build),
            (Standing { to_build: 0, follows: Some(period.next()), ..all }, Step::Next),
            (Standing { to_build: 0, ..all }, Step::Done),
        ] {
            assert_eq!(next(at), step, "{at:?}");
        }
    }
}
