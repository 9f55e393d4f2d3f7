//! A disk that fails while a number is given: nothing is half given, and the next command goes on with the same number.

use baocao::disk::file_system::{FileSystem, Local};
use baocao::issuing::issue::issue;
use baocao::issuing::request::IssueRequest;
use baocao::issuing::workspace::Workspace;
use chrono::NaiveDate;

use super::{Failing, Lasting, paths, unlocked};
use crate::dossier::Dossier;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const REGISTER: &str = "inputs/so-dang-ky.yaml";

fn two_communes() -> Dossier {
    let dossier = Dossier::case("hai-xa").replace(PLAN, "ho_ten: null", "ho_ten: Trần Văn Mẫu");
    dossier.replace(PLAN, "      dia_danh:", "      nhiem_ky: 2020-2025\n      dia_danh:")
}

/// Issues the report of Suối Bạc; whether it was said to be done.
fn issues(dossier: &Dossier, disk: &dyn FileSystem) -> bool {
    let paths = paths(dossier);
    let Ok(mut workspace) = unlocked(|| Workspace::open(&paths, disk)) else { return false };
    issue(&mut workspace, "hai-xa/2024-Q2/suoi-bac", &request()).is_ok()
}

fn request() -> IssueRequest {
    IssueRequest {
        date: NaiveDate::from_ymd_opt(2024, 6, 18).expect("a date"),
        number: None,
        gap: None,
        replaces: None,
        copies: None,
        note: None,
        with_warnings: true,
        illustrative: false,
    }
}

#[test]
fn at_every_step_that_fails_the_number_is_whole_or_not_given() {
    let steps = {
        let (dossier, disk) = (two_communes(), Failing::never());
        assert!(issues(&dossier, &disk));
        disk.counted()
    };
    assert!(steps > 40, "{steps} steps");
    // Every third way, as there are hundreds: once and for good by turns.
    for disk in Failing::each(steps).step_by(3) {
        let dossier = two_communes();
        let said = issues(&dossier, &disk);
        let told = dossier.run(["register", "--format", "short"]).stderr;
        assert!(!told.contains("[S01]") && !told.contains("[S02]"), "{disk}: {told}");
        let entered = dossier.is_there(REGISTER) && dossier.read(REGISTER).contains("so: 1\n");
        assert!(entered || !said, "{disk}: said to be given, and is not in the register");
        let again = issues(&dossier, &Local);
        let register = dossier.read(REGISTER);
        assert_eq!(register.matches("\n    viec: cap-so").count(), 1, "{disk}: {again} {register}");
        let told = dossier.run(["register", "--format", "short"]).ends_with(0).stderr;
        assert!(!told.contains("[S0"), "{disk}: {told}");
    }
}

#[test]
fn a_register_whose_name_is_not_on_the_disk_for_certain_still_counts_for_the_next_number() {
    // One body issues both: one series.
    let dossier = || two_communes().replace(PLAN, "\"Đảng ủy {loai} {ten}\"", "Huyện ủy Đồi Xanh");
    let steps = {
        let (dossier, disk) = (dossier(), Failing::never());
        assert!(issues(&dossier, &disk));
        disk.counted()
    };
    // The last steps of the first number: the register's own.
    for at in steps - 7..steps {
        let (dossier, disk) = (dossier(), Failing::at(at, Lasting::Once));
        let paths = paths(&dossier);
        let mut workspace = Workspace::open(&paths, &disk).expect("a workspace");
        _ = issue(&mut workspace, "hai-xa/2024-Q2/suoi-bac", &request());
        let entered = dossier.is_there(REGISTER);
        if entered {
            issue(&mut workspace, "hai-xa/2024-Q2/doi-may", &request()).expect("the second");
            let register = dossier.read(REGISTER);
            assert!(
                register.contains("so: 1\n") && register.contains("so: 2\n"),
                "{at}: {register}"
            );
        }
        drop(workspace);
        let told = dossier.run(["register", "--format", "short"]).stderr;
        assert!(!told.contains("[S01]") && !told.contains("[S02]"), "{at}: {told}");
    }
}
