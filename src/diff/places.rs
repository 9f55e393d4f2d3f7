//! Where the values stand that a report was made from: file and line of what each unit reported. Not for what was made of them
//! ([`mod@crate::trace`]).

use std::collections::BTreeMap;

use super::differences::Differences;
use crate::trace::sums::AddendLine;

/// File and line of what a unit reported, by figure and unit.
pub(crate) type Places = BTreeMap<(String, String), (String, usize)>;

/// Enters where a unit's addend of a figure stands.
pub(super) fn enter(places: &mut Places, figure: &str, line: &AddendLine) {
    if let (Some(file), Some(row)) = (&line.tep, line.dong) {
        places.insert((figure.to_owned(), line.don_vi.clone()), (file.clone(), row));
    }
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
