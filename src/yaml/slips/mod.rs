//! What was probably meant by what cannot be read: syntax, numbers, dates, cells. Not for saying it: findings are made
//! where a value is read.

pub(crate) mod amount;
pub(crate) mod cell;
pub(crate) mod date;
pub(crate) mod number;
pub(crate) mod slip;
pub(crate) mod syntax;
pub(crate) mod written_number;
