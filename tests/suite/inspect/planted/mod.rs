//! Pages of a word processor, right and with one mistake each: how many mistakes are told by their rule, and what else is
//! told. Not for pages of the format library ([`super::right`]), nor for what a clerk cannot make ([`super::slips`]).

mod change;
mod docx;
mod drafts;
mod fourth;
mod more_slips;
mod pages;
mod recall;
mod second;
mod sheet;
mod slips;
mod third;

use baocao::inspect::rule::Rule;

/// The rules a planted page breaks.
pub(super) fn planted_rules() -> impl Iterator<Item = Rule> {
    pages::SETS.iter().flat_map(pages::PageSet::pages).filter_map(|planted| planted.rule)
}
