//! What a value is compared with: an earlier period, by the words of a kind's manifest. Not for comparing
//! ([`crate::rollup::compare`]).

use serde::Serialize;

use super::period::Period;
use super::plan::Plan;

/// What a value is compared with. The words are those of a kind's manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Comparator {
    /// `ky_truoc`: the quarter before.
    #[serde(rename = "ky_truoc")]
    Previous,
    /// `cung_ky`: the same quarter a year before.
    #[serde(rename = "cung_ky")]
    YearBefore,
    /// `nam_goc`: the last quarter of the base year.
    #[serde(rename = "nam_goc")]
    BaseYear,
    /// `tung_nam`: each earlier year of the phase, or of the plan, by the last quarter handed in for it.
    #[serde(rename = "tung_nam")]
    EachYear,
}

impl Comparator {
    /// The words of the manifest.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("ky_truoc", Self::Previous),
        ("cung_ky", Self::YearBefore),
        ("nam_goc", Self::BaseYear),
        ("tung_nam", Self::EachYear),
    ];

    /// The period compared with, if it is one that time alone decides.
    #[must_use]
    pub(crate) fn period(self, period: Period, plan: &Plan) -> Option<Period> {
        match self {
            Self::Previous => Some(period.previous()),
            Self::YearBefore => Some(period.a_year_before()),
            Self::BaseYear => plan.base_year.map(Period::year_end),
            Self::EachYear => None,
        }
    }
}
