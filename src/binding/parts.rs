//! The words that may follow a name in a path, and what each prints. The guide lists the same. Not for looking them up.

use crate::model::comparator::Comparator;
use crate::model::comparator::Comparator::{BaseYear, Previous, YearBefore};

/// What of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigurePart {
    /// The number as the appendix prints it, without its unit of measure.
    Number,
    /// The number of an earlier period.
    Before(Comparator),
    /// The distance to it, without sign.
    Distance(Comparator),
    /// `tăng`, `giảm`, `không thay đổi`.
    Change(Comparator),
}

/// What of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetPart {
    /// The number without its unit.
    Number,
    /// The value as sentence and table print it, with its unit.
    Value,
    /// The sum above the line.
    Numerator,
    /// The sum below the line.
    Denominator,
    /// The verdict in the table's words.
    Verdict,
    /// The goal's number.
    Goal,
    /// The goal's year.
    GoalYear,
    /// The distance to the goal, without sign.
    GoalDistance,
    /// This year's mark of the road map.
    Mark,
    /// The distance to it, without sign.
    MarkDistance,
    /// The number of an earlier period.
    Before(Comparator),
    /// The distance to it, without sign.
    Distance(Comparator),
    /// `tăng`, `giảm`, `không thay đổi`.
    Change(Comparator),
    /// How many units meet the goal.
    Meeting,
    /// How many units miss it.
    Missing,
}

/// What of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodPart {
    /// `6 tháng đầu năm 2024`.
    Name,
    /// The time after it.
    Next,
    /// The year.
    Year,
    /// The quarter, Roman.
    Quarter,
}

/// What of the tally of targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TallyPart {
    /// Judged targets.
    All,
    /// Met.
    Met,
    /// Missed.
    Missed,
    /// Without enough figures.
    Open,
    /// Not judged.
    Outside,
}

/// What of the units' handing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubmissionPart {
    /// Units that handed in.
    Handed,
    /// All units.
    All,
}

/// After `so_lieu.<ma>`.
pub const OF_FIGURE: &[(&str, FigurePart)] = &[
    ("", FigurePart::Number),
    ("ky_truoc", FigurePart::Before(Previous)),
    ("cung_ky", FigurePart::Before(YearBefore)),
    ("nam_goc", FigurePart::Before(BaseYear)),
    ("chenh_lech.ky_truoc", FigurePart::Distance(Previous)),
    ("chenh_lech.cung_ky", FigurePart::Distance(YearBefore)),
    ("chenh_lech.nam_goc", FigurePart::Distance(BaseYear)),
    ("thay_doi.ky_truoc", FigurePart::Change(Previous)),
    ("thay_doi.cung_ky", FigurePart::Change(YearBefore)),
    ("thay_doi.nam_goc", FigurePart::Change(BaseYear)),
];

/// After `chi_tieu.<ma>`.
pub const OF_TARGET: &[(&str, TargetPart)] = &[
    ("", TargetPart::Number),
    ("gia_tri", TargetPart::Value),
    ("tu_so", TargetPart::Numerator),
    ("mau_so", TargetPart::Denominator),
    ("ket_luan", TargetPart::Verdict),
    ("dich", TargetPart::Goal),
    ("dich.nam", TargetPart::GoalYear),
    ("chenh_lech.dich", TargetPart::GoalDistance),
    ("lo_trinh", TargetPart::Mark),
    ("chenh_lech.lo_trinh", TargetPart::MarkDistance),
    ("ky_truoc", TargetPart::Before(Previous)),
    ("cung_ky", TargetPart::Before(YearBefore)),
    ("nam_goc", TargetPart::Before(BaseYear)),
    ("chenh_lech.ky_truoc", TargetPart::Distance(Previous)),
    ("chenh_lech.cung_ky", TargetPart::Distance(YearBefore)),
    ("chenh_lech.nam_goc", TargetPart::Distance(BaseYear)),
    ("thay_doi.ky_truoc", TargetPart::Change(Previous)),
    ("thay_doi.cung_ky", TargetPart::Change(YearBefore)),
    ("thay_doi.nam_goc", TargetPart::Change(BaseYear)),
    ("so_don_vi_dat", TargetPart::Meeting),
    ("so_don_vi_chua_dat", TargetPart::Missing),
];

/// After `ky`.
pub const OF_PERIOD: &[(&str, PeriodPart)] = &[
    ("ten", PeriodPart::Name),
    ("tiep_theo", PeriodPart::Next),
    ("nam", PeriodPart::Year),
    ("quy", PeriodPart::Quarter),
];

/// After `tong_ket`.
pub const OF_TALLY: &[(&str, TallyPart)] = &[
    ("n", TallyPart::All),
    ("dat", TallyPart::Met),
    ("chua_dat", TallyPart::Missed),
    ("chua_co", TallyPart::Open),
    ("ngoai", TallyPart::Outside),
];

/// After `nop`.
pub const OF_SUBMISSION: &[(&str, SubmissionPart)] =
    &[("co", SubmissionPart::Handed), ("tong", SubmissionPart::All)];
