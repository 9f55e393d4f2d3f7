//! The texts of a narrative by the keys they stand under, as a finding names them. Not for what they say.

use super::plan::Plan;
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

/// The keys under which a unit writes what a roll-up can count: every text, and those that hold several.
#[must_use]
pub(crate) fn countable(plan: &Plan) -> Vec<String> {
    let single = [
        "tinh_hinh",
        "lanh_dao.quan_triet",
        "lanh_dao.kiem_tra",
        "nhiem_vu",
        "danh_gia.uu_diem",
        "danh_gia.han_che",
        "danh_gia.nguyen_nhan",
        "danh_gia.nguyen_nhan.khach_quan",
        "danh_gia.nguyen_nhan.chu_quan",
        "danh_gia.bai_hoc",
        DIRECTION,
        "kien_nghi",
    ];
    let tasks = plan.tasks.iter().map(|task| format!("nhiem_vu.{}", task.id));
    let proposals = plan.addressees.iter().map(|level| format!("{PROPOSALS}{}", level.id));
    single.into_iter().map(str::to_owned).chain(tasks).chain(proposals).collect()
}

/// Whether somebody wrote the text of a key, or one below it.
#[must_use]
pub(crate) fn has_text(narrative: &Narrative, key: &str) -> bool {
    let below = format!("{key}.");
    keyed(narrative).iter().any(|one| one.key == key || one.key.starts_with(&below))
}

/// The texts of a return, explanations of figures among them.
#[must_use]
pub(crate) fn keyed_of_return(read: &Return) -> Vec<KeyedText<'_>> {
    let explained = read.explanations.iter();
    let explained = explained.map(|(id, text)| KeyedText { key: format!("giai_trinh.{id}"), text });
    keyed(&read.narrative).into_iter().chain(explained).collect()
}
