//! JSON Schema for the YAML files of a dossier, so that an editor completes and explains what may stand where: the
//! plan's own units, figures, targets and tasks by name. Not for reading files: what the reader accepts is
//! [`crate::read`]'s, and a test holds both to the same keys.

pub mod closings;
pub mod figures;
pub mod plan;
pub mod plan_forms;
pub mod plan_parts;
pub mod returns;
pub mod shape;

use crate::model::plan::Plan;

/// The folder below a dossier's that schemas are kept in; its name keeps it out of sight and out of the inputs.
pub const FOLDER: &str = ".luoc-do";

/// The schemas of a dossier by the name of their file: of its plan, its units' returns, the board's texts and the files
/// in `don-vi`; of the texts that close a phase, if the plan has phases.
#[must_use]
pub fn schemas(plan: &Plan) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("ke-hoach.json", plan::plan().into_file()),
        ("bao-cao.json", returns::unit_return(plan).into_file()),
        ("tong-hop.json", returns::board_text(plan).into_file()),
        ("don-vi.json", returns::recognitions(plan).into_file()),
    ];
    if !plan.phases.is_empty() {
        all.push(("tong-ket.json", closings::of_unit(plan).into_file()));
        all.push(("tong-ket-tong-hop.json", closings::of_board(plan).into_file()));
    }
    all
}
