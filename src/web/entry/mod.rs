//! A unit's return as a form: its fields, what was typed into them, what that would print and what would be found in it, and writing it
//! by the same road as a form that a unit filled in. Not for any other page.
//!
//! [`opened`] finds whose return it is, [`entry_form`] what is asked for; [`fields`] are its fields with what the file has, [`typed`] reads what was typed and
//! [`view`] shows the form by its [`field_views`]. [`preview`] makes the report that what was typed would print, [`places`] leads from its words and from
//! findings to fields, [`shares`] has what is computed beside the figures, [`unit_words`] what units
//! wrote for who writes of all of them. [`acknowledging`] writes down why a
//! warning is right. [`unsaved`] keeps what was typed and not saved yet; [`followed`] finds the documents of a form in a file
//! that changed meanwhile.

mod acknowledging;
mod entry_form;
mod field_views;
pub(super) mod fields;
mod followed;
pub(super) mod opened;
pub(super) mod page;
pub(super) mod places;
mod preview;
mod references;
mod saving;
mod shares;
mod typed;
mod unit_words;
mod unsaved;
mod view;
