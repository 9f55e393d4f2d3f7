//! The local page, asked over real sockets as browsers and others ask it. Not for what commands print.

mod board;
pub(crate) mod browser;
mod entry;
mod form;
mod live;
mod security;
mod unit;
