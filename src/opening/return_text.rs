//! The file of a unit for a period, opened: its head, the figures it owes, the texts its reports print. Not for the board's
//! file ([`super::board_text`]).

use chrono::NaiveDate;

use super::figure_line::figure_line;
use super::lines::line;
use crate::model::date::PartialDate;
use crate::model::dossier::UnitHistory;
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::Reported;
use crate::model::unit::{Rank, Unit};
use crate::model::written_date::short;

/// The line that leads an editor from a return to its schema.
const MODELINE: &str = "# yaml-language-server: $schema=../.luoc-do/bao-cao.json\n";

/// How texts are written, above the first.
pub(crate) const HOW_TO_WRITE: &str = "\n# Lời văn: ngắn thì viết sau dấu hai chấm; dài thì ghi dấu | rồi xuống dòng, thụt vào hai dấu cách.\n";
/// How a value carried over is confirmed.
const HOW_TO_CONFIRM: &str = "  # cho_xac_nhan: số ít thay đổi, mang từ kỳ trước sang. Còn đúng thì đổi chữ ấy thành gia_tri; khác thì thay bằng số mới.\n";

/// What the files of all units of a period have in common.
pub(crate) struct ReturnForm<'a> {
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// The period.
    pub(crate) period: Period,
    /// By when the reports are due, if the plan says so.
    pub(crate) deadline: Option<NaiveDate>,
    /// The as-of date, if it is known already.
    pub(crate) as_of: Option<NaiveDate>,
    /// The blank texts; empty where no report is made.
    pub(crate) texts: String,
}

impl ReturnForm<'_> {
    /// The file of a unit with this history.
    #[must_use]
    pub(crate) fn text(&self, unit: &Unit, history: Option<&UnitHistory>) -> String {
        let reports = unit.rank == Rank::Member && !self.texts.is_empty();
        let mut parts = vec![
            format!("{MODELINE}{}", self.title(unit)),
            format!("don_vi: {}\nky: {}\n", unit.id, self.period),
            as_of_line(self.period, self.deadline, self.as_of),
        ];
        if reports {
            parts.push(line(
                "van_ban: { so: null, ngay: null }",
                "số và ngày của báo cáo, điền khi phát hành",
            ));
        }
        parts.push(self.figures(unit, history));
        if reports {
            parts.extend([HOW_TO_WRITE.to_owned(), self.texts.trim_start().to_owned()]);
        }
        parts.concat()
    }

    fn title(&self, unit: &Unit) -> String {
        let what = if unit.rank == Rank::Member { "Báo cáo" } else { "Số liệu" };
        format!(
            "# {what} kỳ {} của {}.{}\n# Chỗ trống là chưa có, không phải 0. Không phát sinh thì ghi khong-phat-sinh.\n",
            self.period,
            unit.full_name(),
            due(self.deadline)
        )
    }

    fn figures(&self, unit: &Unit, history: Option<&UnitHistory>) -> String {
        let owed = self.plan.figures.iter().filter(|figure| figure.is_owed_by(unit));
        let (recognitions, counted): (Vec<&Figure>, Vec<&Figure>) =
            owed.partition(|figure| figure.kind == FigureKind::Recognition);
        let figures: String =
            counted.iter().map(|figure| figure_line(figure, self.period, history)).collect();
        let elsewhere = match recognitions[..] {
            [] => String::new(),
            _ => {
                format!("  # Quyết định công nhận không ghi ở đây mà ở don-vi/{}.yaml.\n", unit.id)
            }
        };
        let carried = figures.contains(&format!("{{ {}:", Reported::CARRIED));
        let confirm = if carried { HOW_TO_CONFIRM } else { "" };
        format!("\nso_lieu:\n{elsewhere}{confirm}{figures}")
    }
}

/// `Hạn nộp: 20/3/2025.`
#[must_use]
pub(crate) fn due(deadline: Option<NaiveDate>) -> String {
    let day = deadline.map(|date| short(PartialDate::from(date)));
    day.map_or_else(String::new, |day| format!(" Hạn nộp: {day}."))
}

/// The as-of date, or how it is written.
#[must_use]
pub(crate) fn as_of_line(
    period: Period,
    deadline: Option<NaiveDate>,
    as_of: Option<NaiveDate>,
) -> String {
    let example = deadline.filter(|date| period.contains(*date)).unwrap_or(period.last_day());
    match as_of {
        Some(date) => line(&format!("chot_den: {date}"), "ngày chốt số liệu"),
        None => line("chot_den:", &format!("ngày chốt số liệu, năm-tháng-ngày, ví dụ {example}")),
    }
}
