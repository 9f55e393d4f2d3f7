//! What the page of a form asks for: of a unit its figures and texts, with the reasons of falls; of the board its texts. Not for what
//! the file has for it ([`super::fields`]).

use crate::forms::called::reason_name;
use crate::forms::content::{FormRow, FormSet};
use crate::forms::owner::FormOwner;
use crate::forms::text_fields::{TextField, reason_path, text_fields};
use crate::model::figure::FigureKind;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::web::page_error::PageError;
use crate::web::place::Place;
use crate::web::workspace::Workspace;

/// What a form asks for.
pub(super) struct EntryForm<'f> {
    /// Whose file is filled in.
    pub(super) owner: FormOwner<'f>,
    /// The period.
    pub(super) period: Period,
    /// The period the earlier values are of; none if there are none.
    pub(super) earlier: Option<Period>,
    /// The figures.
    pub(super) rows: Vec<FormRow<'f>>,
    /// The figures that decisions give, which nobody types.
    pub(super) by_decision: Vec<FormRow<'f>>,
    /// The texts; none for a superior-level row, which has no report.
    pub(super) texts: Vec<TextField>,
}

impl<'f> EntryForm<'f> {
    /// The form of a place; of the whole area, where it has a roll-up, for the board's texts.
    ///
    /// # Errors
    /// There is no such unit, or no roll-up.
    pub(super) fn of(
        set: &FormSet<'f>,
        workspace: &Workspace,
        place: Place<'_>,
    ) -> Result<Self, PageError> {
        if place.unit == AREA {
            let rolled_up = !workspace.jobs(place)?.is_empty();
            return rolled_up.then(|| Self::of_board(set)).ok_or(PageError::NotThere);
        }
        let unit = set.units().find(|unit| unit.id.as_str() == place.unit);
        let content = set.content(unit.ok_or(PageError::NotThere)?);
        let given = |row: &FormRow<'_>| row.figure.kind == FigureKind::Recognition;
        let (by_decision, rows): (Vec<_>, Vec<_>) = content.rows.into_iter().partition(given);
        let mut texts = content.texts;
        if !texts.is_empty() {
            texts.extend(rows.iter().map(reason));
        }
        Ok(Self {
            owner: FormOwner::Unit(content.unit),
            period: set.period,
            earlier: content.earlier,
            rows,
            by_decision,
            texts,
        })
    }

    fn of_board(set: &FormSet<'f>) -> Self {
        Self {
            owner: FormOwner::Board,
            period: set.period,
            earlier: None,
            rows: Vec::new(),
            by_decision: Vec::new(),
            texts: text_fields(set.plan()),
        }
    }
}

/// The text that says why a figure fell.
fn reason(row: &FormRow<'_>) -> TextField {
    TextField {
        path: reason_path(row.figure.id.as_str()),
        name: reason_name(row.figure),
        help: "Vì sao số này giảm hoặc không giữ được; in ở phần nguyên nhân.",
    }
}
