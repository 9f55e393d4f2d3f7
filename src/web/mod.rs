//! The local page: the board and what belongs to it in the browser of the clerk's own machine. Not for what it shows, which is what
//! the commands tell, from the same rooms.
//!
//! [`server`] listens on this machine alone and answers; [`connections`] bounds how many and how long; [`access`] lets in who has the
//! [`token`] of this start and no foreign page. What is [`asked`] goes by [`routes`] to a page, which is a [`reply`]: made by a
//! [`templates`] file of `src/web/pages/` from a view; [`multipart`] reads files that are sent, and what changes something is done in
//! [`actions`]. [`addresses`] writes the links. Nothing of an address becomes part of a path
//! on the disk: names in it are looked up among those there are.

mod access;
mod actions;
mod addresses;
mod asked;
mod board_filter;
mod board_page;
mod board_source;
mod board_view;
mod connections;
mod downloads;
mod entry;
mod error_page;
mod finding_view;
mod home_page;
mod issued_reports;
mod markups;
mod multipart;
mod numbers_page;
mod page_error;
mod page_regions;
mod page_words;
mod pictures;
mod place;
mod remembered;
mod reply;
mod report_section;
mod routes;
pub(crate) mod server;
mod sheets;
pub(crate) mod site;
mod templates;
mod token;
mod unit_page;
mod workspace;
mod workspace_cache;
