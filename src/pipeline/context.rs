//! What the steps of one run share. Not for the steps.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::environment::Environment;
use super::reuse::PreviousRun;
use super::selection::Selection;
use super::sources::{Sources, UnitFilesId};
use crate::load::kept_units::KeptUnits;
use crate::load::unit_data::UnitData;
use crate::options::{Options, RunMode};
use crate::register::book::Register;
use crate::toolchain::Toolchain;

/// What was read in this run.
pub(super) type UnitDataById<'i> = BTreeMap<UnitFilesId<'i>, Arc<UnitData>>;

/// What a run is made with.
pub(super) struct RunContext<'a, 'i> {
    /// Earlier runs on the same inputs.
    pub(super) previous: &'a PreviousRun<'a>,
    /// The inputs, sorted by dossier.
    pub(super) sources: &'a Sources<'i>,
    /// The register of issued documents.
    pub(super) register: &'a Register,
    /// What reports are made with.
    pub(super) toolchain: &'a Toolchain,
    /// Where the work is done.
    pub(super) threads: &'a rayon::ThreadPool,
    /// Whether reports are built or only checked.
    pub(super) mode: RunMode,
    /// Who watches, who may stop, where it writes.
    pub(super) environment: &'a Environment<'a>,
    /// How it is to be done.
    pub(super) options: &'a Options,
    /// What was read before.
    pub(super) kept: &'a KeptUnits,
    /// Which reports were asked for.
    pub(super) selection: &'a Selection,
}
