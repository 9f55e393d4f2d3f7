//! Reports that are issued: numbered, kept, entered, left alone by builds, replaced; and a register nobody can change unseen. Not
//! for numbers typed by hand ([`crate::numbers`]).

mod clerk;
mod cut_off;
mod hazards;
mod refusals;
mod story;
mod tampering;

use crate::dossier::Dossier;
use crate::told::Told;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const REGISTER: &str = "inputs/so-dang-ky.yaml";
const KEPT: &str = "inputs/hai-xa/da-ban-hanh/2024-Q2/suoi-bac.so-1";

/// Two communes whose plan says in which term numbers run and who signs.
pub(crate) fn two_communes() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    let dossier =
        dossier.replace(PLAN, "      dia_danh:", "      nhiem_ky: 2020-2025\n      dia_danh:");
    dossier.replace(PLAN, "ho_ten: null", "ho_ten: Trần Văn Mẫu")
}

/// Issues the report of Suối Bạc for the second quarter, with what is added.
fn issue(dossier: &Dossier, more: &[&str]) -> Told {
    let own = ["issue", "hai-xa", "2024-Q2", "suoi-bac"];
    dossier.run(own.into_iter().chain(more.iter().copied()))
}

/// The same with its first number.
fn issued() -> Dossier {
    let dossier = two_communes();
    issue(&dossier, &["--date", "2024-06-18", "--with-warnings"]).ends_with(0);
    dossier
}
