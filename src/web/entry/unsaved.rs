//! What was typed into a form and not saved yet, kept below `out/.baocao` so that a closed tab, a crash or a power cut loses no word.
//! Nobody reads it but the form; saving or forgetting it takes it away. Not for what is saved ([`super::saving`]).

use std::path::PathBuf;

use super::fields::{FieldValues, same, sent};
use super::followed::{FollowedForm, followed};
use crate::disk::file_system::{FileSystem as _, Local};
use crate::disk::read::if_there;
use crate::disk::write::replace_if_changed;
use crate::output::lock::PRIVATE;
use crate::web::asked::Pairs;
use crate::web::place::Place;
use crate::web::site::Site;

/// Its folder in the program's own.
const FOLDER: &str = "dang-go";

/// Keeps what was sent where it says something else than the file; else there is nothing to be kept. One that cannot be kept is in the
/// form still.
pub(super) fn keep(site: &Site, place: Place<'_>, form: &Pairs, disk: &FieldValues) {
    if !differs(form, disk) {
        return forget(site, place);
    }
    let text = serde_json::to_vec(form).expect("texts are JSON");
    _ = replace_if_changed(&Local, &path(site, place), &text);
}

/// What was typed and not saved, if it says something else than the file does.
pub(super) fn kept(site: &Site, place: Place<'_>, disk: &FieldValues) -> Option<Pairs> {
    let bytes = if_there(&Local, &path(site, place)).ok()??;
    let form: Pairs = serde_json::from_slice(&bytes).ok()?;
    differs(&form, disk).then_some(form)
}

/// Forgets it.
pub(super) fn forget(site: &Site, place: Place<'_>) {
    let path = path(site, place);
    if if_there(&Local, &path).is_ok_and(|there| there.is_some()) {
        _ = Local.remove(&path);
    }
}

fn differs(form: &Pairs, disk: &FieldValues) -> bool {
    let FollowedForm { form, lost } = followed(form, disk);
    let (typed, _) = sent(&form, disk);
    !lost.is_empty() || typed.iter().any(|(name, value)| !same(value, &disk[name]))
}

/// The names are those of a dossier and unit there is.
fn path(site: &Site, place: Place<'_>) -> PathBuf {
    let name = format!("{}.{}.{}.json", place.dossier, place.period, place.unit);
    site.paths.out.join(PRIVATE).join(FOLDER).join(name)
}
