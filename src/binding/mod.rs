//! What prose may refer to: `{{ so_lieu.nguoi_bhyt }}` prints what the table prints, and the board's text takes a unit's
//! words over with `{{ don_vi.lat.danh_gia.han_che }}`. A path of names, no statements and no filters; read against a plan
//! here, not resolved ([`crate::report::binding`]). Not for sentences of templates, which see the whole view.

pub mod braces;
pub(crate) mod grammar;
pub mod parts;
pub(crate) mod path;
pub(crate) mod slip;

pub use self::braces::{Braces, Piece, pieces};
pub use self::grammar::{BraceContent, read};
pub use self::path::{Binding, Fact, Passage, Writer};
pub(crate) use self::slip::PathSlip;
