//! How lines begin that name a body or a position, as data of the rule tables. Not for what such a name may be.

use serde::Deserialize;

/// How names of bodies and positions begin, by which lines are known, in capitals.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Beginnings {
    /// Of bodies under a committee.
    #[serde(rename = "tham_muu")]
    pub(crate) advisory: Vec<String>,
    /// Of the positions of signers.
    #[serde(rename = "chuc_vu")]
    pub(crate) positions: Vec<String>,
    /// How the Party's name is shortened.
    #[serde(rename = "ten_dang_viet_tat")]
    pub(crate) party_short: Vec<String>,
}
