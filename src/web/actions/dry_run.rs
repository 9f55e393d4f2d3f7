//! What was tried out of files that were sent: which, and how they are read. Not for trying it out ([`super::receiving`]).

use serde::Serialize;

/// The files, and how they are read.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DryRun {
    /// Where it is tried out again, or confirmed.
    pub(super) dia_chi: String,
    /// The files.
    pub(super) tep: Vec<String>,
    /// Right cells are taken where others are not.
    pub(super) mot_phan: bool,
    /// Numbers of tables are written as Vietnamese texts write them.
    pub(super) so_viet: bool,
    /// Tracked changes are turned down.
    pub(super) bo_theo_doi: bool,
    /// The as-of date of new returns.
    pub(super) chot_den: String,
    /// The sheet of a table.
    pub(super) trang: String,
}
