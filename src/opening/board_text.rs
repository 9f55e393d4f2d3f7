//! The board's own file of a period, opened: its head and the texts the roll-up prints. Not for the units' files
//! ([`super::return_text`]).

use chrono::NaiveDate;

use super::lines::line;
use super::return_text::{HOW_TO_WRITE, as_of_line, due};
use crate::import::scaffold::BOARD_MODELINE;
use crate::model::period::Period;

/// What the board's file of a period says before anybody writes in it.
pub(crate) struct BoardForm {
    /// The period.
    pub(crate) period: Period,
    /// By when the roll-up is due, if the plan says so.
    pub(crate) deadline: Option<NaiveDate>,
    /// The as-of date, if it is known already.
    pub(crate) as_of: Option<NaiveDate>,
    /// The kind of letter the calendar asks for, if any.
    pub(crate) letter: Option<String>,
    /// The blank texts.
    pub(crate) texts: String,
}

impl BoardForm {
    /// The file.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        let Self { period, deadline, .. } = self;
        let head = format!(
            "{BOARD_MODELINE}# Lời của Ban trong báo cáo tổng hợp kỳ {period}; số liệu do chương trình cộng.{}\nky: {period}\n",
            due(*deadline)
        );
        let number = line(
            "van_ban: { so: null, ngay: null }",
            "số và ngày của báo cáo tổng hợp, điền khi phát hành",
        );
        let letters = self.letter.as_ref().map(|kind| {
            let day = period.last_day();
            let entry = format!("- {{ loai: {kind}, don_vi: mã đơn vị, so: 12, ngay: {day} }}");
            line("van_ban_khac:", &format!("số, ngày của công văn đôn đốc: {entry}"))
        });
        let published = line(
            "doi_chieu:",
            "số đã công bố, để đối chiếu với tổng các đơn vị, mỗi số một dòng «mã: số»",
        );
        [
            &head,
            &as_of_line(*period, *deadline, self.as_of),
            &number,
            letters.as_deref().unwrap_or_default(),
            &published,
            HOW_TO_WRITE,
            self.texts.trim_start(),
        ]
        .concat()
    }
}
