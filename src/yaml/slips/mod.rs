//! What was probably meant by what cannot be read: syntax, numbers, dates, cells. Not for saying it: findings are made
//! where a value is read.

pub mod amount;
pub mod cell;
pub mod date;
pub mod number;
pub mod slip;
pub mod syntax;
pub mod written_number;
