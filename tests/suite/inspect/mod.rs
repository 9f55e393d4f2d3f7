//! What `inspect` says about pages that are right, about pages with one thing wrong, and about files that are no pages.
//! Not for how pages are laid out.

mod broken;
mod command;
mod order;
mod planted;
mod producers;
mod right;
mod signatures;
mod slips;
mod tables;
mod tester;
