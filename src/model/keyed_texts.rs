//! The texts of a narrative by the keys they stand under, as a finding names them. Not for what they say.

use super::returns::{Narrative, Return};
use super::text::Text;

/// A text and its key in the file, such as `danh_gia.han_che`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyedText<'a> {
    /// The key, with those it stands under.
    pub(crate) key: String,
    /// The text.
    pub(crate) text: &'a Text,
}

impl KeyedText<'_> {
    /// Whether it speaks of what is still to be done or asked for.
    #[must_use]
    pub(crate) fn looks_ahead(&self) -> bool {
        self.key == DIRECTION || self.key.starts_with(PROPOSALS)
    }
}

const DIRECTION: &str = "phuong_huong";
const PROPOSALS: &str = "kien_nghi.";

/// The texts somebody wrote, in the order of the report, then those by id.
#[must_use]
pub(crate) fn keyed(narrative: &Narrative) -> Vec<KeyedText<'_>> {
    let single = [
        ("tinh_hinh", &narrative.situation),
        ("lanh_dao.quan_triet", &narrative.dissemination),
        ("lanh_dao.kiem_tra", &narrative.inspection),
        ("danh_gia.uu_diem", &narrative.strengths),
        ("danh_gia.han_che", &narrative.limits),
        ("danh_gia.nguyen_nhan.khach_quan", &narrative.objective_causes),
        ("danh_gia.nguyen_nhan.chu_quan", &narrative.subjective_causes),
        ("danh_gia.bai_hoc", &narrative.lessons),
        (DIRECTION, &narrative.direction),
    ];
    let single = single.into_iter().map(|(key, text)| KeyedText { key: key.to_owned(), text });
    let tasks = narrative.tasks.iter().map(|(id, text)| (format!("nhiem_vu.{id}"), text));
    let proposals = narrative.proposals.iter().map(|(id, text)| (format!("{PROPOSALS}{id}"), text));
    let remarks =
        narrative.remarks.iter().map(|(id, text)| (format!("chi_tieu.{id}.nhan_xet"), text));
    let by_id = tasks.chain(proposals).chain(remarks);
    let by_id = by_id.map(|(key, text)| KeyedText { key, text });
    single.chain(by_id).filter(|one| !one.text.is_empty()).collect()
}

/// The texts of a return, explanations of figures among them.
#[must_use]
pub(crate) fn keyed_of_return(read: &Return) -> Vec<KeyedText<'_>> {
    let explained = read.explanations.iter();
    let explained = explained.map(|(id, text)| KeyedText { key: format!("giai_trinh.{id}"), text });
    keyed(&read.narrative).into_iter().chain(explained).collect()
}
