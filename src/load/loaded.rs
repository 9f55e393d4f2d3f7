//! What was read from the inputs folder. Not for reading it ([`mod@super::dossiers`]).

use crate::diagnostic::Finding;
use crate::model::dossier::Dossier;

/// What was read from the inputs folder.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Dossiers whose plan is right, by id.
    pub dossiers: Vec<Dossier>,
    /// Dossiers whose plan has errors: nothing of them can be built.
    pub refused: Vec<String>,
    /// Everything found.
    pub findings: Vec<Finding>,
}
