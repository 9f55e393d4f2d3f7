//! An amount in writing: as a file has it, and as people read it. Not for numbers of no figure ([`super::number`]).

use super::figure::{Figure, FigureKind};
use super::number;
use super::returns::Amount;

/// An amount as a return writes it: `1250.5`, `true`, `khong-phat-sinh`.
#[must_use]
pub(crate) fn typed(amount: Amount, figure: &Figure) -> String {
    match amount {
        Amount::NoneArose => Amount::NONE_AROSE.to_owned(),
        Amount::Value(value) if figure.kind == FigureKind::Fact => (value != 0).to_string(),
        Amount::Value(value) => number::typed(value, figure.decimals),
    }
}

/// An amount as people read it: `1.250,5`, `có`, `không phát sinh`.
#[must_use]
pub(crate) fn told(amount: Amount, figure: &Figure) -> String {
    match amount {
        Amount::NoneArose => "không phát sinh".to_owned(),
        Amount::Value(value) if figure.kind == FigureKind::Fact => {
            if value == 0 { "không" } else { "có" }.to_owned()
        }
        Amount::Value(value) => number::steps(value, figure.decimals),
    }
}
