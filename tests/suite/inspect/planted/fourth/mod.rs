//! A fourth set of planted pages: wordings again otherwise than in the others. Not for how it is told ([`super::recall`]).

pub(super) mod drafts;
pub(super) mod right;
pub(super) mod slips;
