//! A second set of planted pages: other types, bodies, names and wordings. Not for how it is told ([`super::recall`]).

pub(super) mod drafts;
pub(super) mod end;
pub(super) mod head;
pub(super) mod right;
pub(super) mod text;
