//! The local page in a real browser: Debian's Chromium without a window, driven over `WebDriver`. Not for what is answered to single
//! requests ([`crate::page`]).
//!
//! A walkthrough ([`walkthrough::Walkthrough`]) opens the page of a dossier and goes on by steps a clerk takes; whatever state it
//! comes to can be looked at ([`walkthrough::Walkthrough::look`]), which holds that state to all that must be so on every page.
//! Without Chromium it is left out, and says so; with `CHROMIUM_TESTS=required`, as where work lands, that fails.

mod axe;
mod board_texts;
mod browser;
mod commands;
mod conflict;
mod contrast;
mod driver;
mod every_page;
mod fill_in;
mod keyboard;
mod live;
mod look;
mod names;
mod quarter;
mod walkthrough;
mod without_scripts;
