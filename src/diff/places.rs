//! Where the values stand that a report was made from: file and line of what each unit reported. Not for what was made of them
//! ([`mod@crate::trace`]).

use std::collections::BTreeMap;

use super::differences::Differences;
use crate::report::views::table::ViewTable;
use crate::rollup::contribution::shares_of_figure;
use crate::trace::sums::sums;

/// File and line of what a unit reported, by figure and unit.
pub(crate) type Places = BTreeMap<(String, String), (String, usize)>;

/// The places of all figures of a report.
#[must_use]
pub(crate) fn places(views: &ViewTable<'_>) -> Places {
    let table = &views.context.table;
    let mut places = Places::new();
    for view in views.figures() {
        let figure = views.context.plan().figure(&view.ma).expect("a view is of a figure");
        let sums = sums(&shares_of_figure(figure, &table.rows), table.total(figure));
        for line in sums.so_lieu.into_iter().flat_map(|sum| sum.cong_tu) {
            if let (Some(file), Some(row)) = (line.tep, line.dong) {
                places.insert((view.ma.clone(), line.don_vi), (file, row));
            }
        }
    }
    places
}

/// Says of each changed value where it stands.
pub(crate) fn locate(differences: &mut Differences, places: &Places) {
    for figure in &mut differences.so_lieu {
        for unit in &mut figure.theo_don_vi {
            let place = places.get(&(figure.ma.clone(), unit.don_vi.clone()));
            unit.tep = place.map(|(file, _)| file.clone());
            unit.dong = place.map(|(_, line)| *line);
        }
    }
}
