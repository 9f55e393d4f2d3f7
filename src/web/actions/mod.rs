//! What a clerk does in a quarter, from the local page: open it, send forms, take in what came back, check, build, issue, write letters.
//! Not for showing how things stand, which the pages above do, and not for what an action does, which is the commands'.
//!
//! There is one truth. What changes inputs or the register ([`opening`], [`forms`], [`receiving`], [`issuing`], [`signed_copies`]) is
//! done by the program's own [`command`] in a process of its own: the same words, the same locks, and what goes wrong there takes no
//! page along. So does [`comparing`], whose telling is a command's alone. A check or build ([`runs`]) goes through the pipeline here: it
//! says how far it is and can be stopped. What only writes a sheet ([`sheets`], [`register_page`], [`letters`]) is asked of the rooms the
//! commands ask.
//!
//! Whatever takes time is one of the [`jobs`], of a [`quarter`], whose page ([`job_page`]) tells the [`outcome`]; files that are sent lie
//! in [`uploads`] until a [`dry_run`] of theirs is confirmed, or an [`issue_page`]'s. [`next_step`] says what is to be done next,
//! [`routes`] which page an address asks for, [`state`] holds what is under way.

pub(super) mod command;
mod comparing;
mod dry_run;
mod entering;
mod forms;
mod issue_page;
mod issuing;
mod job_page;
pub(super) mod jobs;
mod key_names;
mod letters;
pub(super) mod next_step;
mod opening;
pub(super) mod outcome;
mod quarter;
pub(super) mod receiving;
mod register_page;
pub(super) mod routes;
mod runs;
mod sheets;
mod signed_copies;
pub(super) mod state;
pub(super) mod uploads;
