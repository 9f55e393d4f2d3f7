//! What a reference in prose prints: the value of the view itself. Not for reading references ([`crate::binding`]).

mod prose;
pub(crate) mod resolve;
mod sentence;
pub mod value;

pub use self::resolve::{Gap, lines};
