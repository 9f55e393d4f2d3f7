//! The local page, asked over real sockets as browsers and others ask it. Not for what commands print.

mod actions;
mod board;
mod browser;
mod entry;
mod issuing;
mod receiving;
mod runs;
mod security;
mod unit;
