//! The local page, asked over real sockets as browsers and others ask it. Not for what commands print.

mod acknowledging;
mod actions;
mod board;
mod board_texts;
pub(crate) mod browser;
mod clicked;
mod entry;
mod form;
mod issuing;
mod kept;
mod listed;
mod live;
mod receiving;
mod references;
mod runs;
mod security;
mod unit;
