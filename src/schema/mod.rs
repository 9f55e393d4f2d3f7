//! JSON Schema for the YAML files of a dossier and of the templates, so that an editor completes and explains what may stand
//! where: the plan's own units, figures, targets and tasks by name, the templates' own sections and sentences. Not for reading
//! files: what is accepted is the readers' ([`crate::read`], [`crate::kinds`]), and a test holds both to the same keys.

pub(crate) mod closings;
pub(crate) mod figures;
pub(crate) mod issuing;
pub(crate) mod kind;
pub(crate) mod kind_layout;
pub(crate) mod plan;
pub(crate) mod plan_forms;
pub(crate) mod plan_parts;
pub(crate) mod profile;
pub(crate) mod returns;
pub(crate) mod sentences;
pub(crate) mod shape;
pub(crate) mod template_names;

use self::template_names::TemplateNames;
use crate::model::plan::Plan;

/// The folder below a dossier's, or the templates', that schemas are kept in; its name keeps it out of sight and out of what is
/// read.
pub(crate) const FOLDER: &str = ".luoc-do";

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

/// The schemas of the templates by the name of their file: of a kind's manifest, of the layout of all kinds, of phrase banks and
/// of format profiles.
#[must_use]
pub fn template_schemas(names: &TemplateNames) -> Vec<(&'static str, String)> {
    vec![
        ("loai.json", kind::manifest(names).into_file()),
        ("bo-cuc.json", kind_layout::common_layout(names).into_file()),
        ("cau-chu.json", sentences::bank(names).into_file()),
        ("the-thuc.json", profile::profile().into_file()),
    ]
}
