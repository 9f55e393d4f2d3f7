//! What checked data looks like: small types that cannot be wrong. Not for reading YAML ([`crate::read`]) and not
//! for arithmetic over units ([`crate::rollup`]).

pub mod comparator;
pub(crate) mod date;
pub mod dossier;
pub mod exact;
pub mod figure;
pub mod id;
pub(crate) mod issuing;
pub(crate) mod keyed_texts;
pub mod limits;
pub(crate) mod line_breaks;
pub mod names;
pub mod number;
pub(crate) mod origin_marks;
pub(crate) mod outline;
pub(crate) mod paragraphs;
pub mod period;
pub mod plan;
pub mod returns;
pub mod stamp;
pub mod target;
pub mod text;
pub mod unit;
pub(crate) mod written_amount;
pub(crate) mod written_date;
