//! What `watch` does when files are saved, in the ways editors save them. Not for single builds ([`crate::incremental`]).

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::dossier::{Dossier, reports};

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
/// A busy machine may take long; nothing waits so long on a quiet one.
const LONGEST: Duration = Duration::from_mins(1);
/// After so long without a word nothing is coming.
const SILENCE: Duration = Duration::from_millis(1500);

/// A program that watches the folder of a dossier, until dropped.
struct Watching {
    child: Child,
    said: Receiver<String>,
}

impl Watching {
    fn start(dossier: &Dossier) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
        command.args(["watch", "--format", "short"]).current_dir(dossier.path(""));
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let (send, said) = channel();
        let out = child.stdout.take().expect("what it prints");
        let err = child.stderr.take().expect("what it finds");
        for stream in [Box::new(out) as Box<dyn std::io::Read + Send>, Box::new(err)] {
            let send = send.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    if send.send(line).is_err() {
                        return;
                    }
                }
            });
        }
        let mut watching = Self { child, said };
        watching.until("Đã lập");
        watching
    }

    /// The lines up to one that begins with these words.
    #[track_caller]
    fn until(&mut self, words: &str) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let Ok(line) = self.said.recv_timeout(LONGEST) else {
                panic!("no «{words}» after {lines:#?}")
            };
            let found = line.starts_with(words);
            lines.push(line);
            if found {
                return lines;
            }
        }
    }

    /// The reports built after a change, by name.
    #[track_caller]
    fn built(&mut self) -> Vec<String> {
        let lines = self.until("Đã lập");
        let names = lines.iter().filter_map(|line| line.strip_prefix("đã lập hai-xa/"));
        names.map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
    }

    /// Everything said about a change, findings included, which come by another way than the rest.
    #[track_caller]
    fn told(&mut self) -> Vec<String> {
        let mut lines = self.until("Đã lập");
        while let Ok(line) = self.said.recv_timeout(SILENCE) {
            lines.push(line);
        }
        lines
    }

    fn is_silent(&self) -> bool {
        self.said.recv_timeout(SILENCE).is_err()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

const SHAPED: [&str; 4] =
    ["2024-Q1/suoi-bac", "2024-Q1/tong-hop", "2024-Q2/suoi-bac", "2024-Q2/tong-hop"];

#[test]
fn an_edit_is_built_at_once_and_only_what_it_shapes() {
    let dossier = Dossier::case("hai-xa");
    let mut watching = Watching::start(&dossier);
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    let lines = watching.told();
    let told = lines.iter().find(|line| line.starts_with("đã lập hai-xa/2024-Q1/suoi-bac"));
    assert!(told.is_some_and(|line| line.contains("so_lieu.nguoi_bhyt 950 → 940")), "{lines:#?}");
    let runs = lines.iter().filter(|line| line.starts_with("Đã lập")).count();
    assert!(runs == 1 && watching.is_silent(), "its own output starts nothing: {lines:#?}");
    let cold = Dossier::case("hai-xa").replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    cold.build().ends_with(0);
    assert!(dossier.output_files() == cold.output_files());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test saves as editors do")]
fn however_an_editor_saves_the_end_is_the_same() {
    let dossier = Dossier::case("hai-xa");
    let mut watching = Watching::start(&dossier);
    let text = dossier.read(SUOI_BAC);
    let with = |people: u32| text.replace("nguoi_bhyt: 950", &format!("nguoi_bhyt: {people}"));
    // Beside it and renamed, as vim and the word processors do.
    let dossier = dossier.write("inputs/hai-xa/2024-Q1/suoi-bac.yaml~", with(941));
    let (new, old) = (dossier.path("inputs/hai-xa/2024-Q1/suoi-bac.yaml~"), dossier.path(SUOI_BAC));
    std::fs::rename(new, &old).expect("renamed");
    assert_eq!(watching.built(), SHAPED);
    // Emptied, then filled.
    std::fs::File::create(&old).expect("emptied");
    std::thread::sleep(Duration::from_millis(30));
    let dossier = dossier.write(SUOI_BAC, with(942));
    let lines = watching.until("Đã lập");
    assert!(
        !lines.iter().any(|line| line.contains("lỗi[")),
        "half a save is no finding: {lines:#?}"
    );
    // Two saves at once.
    let dossier = dossier.write(SUOI_BAC, with(943)).write(SUOI_BAC, with(944));
    watching.until("đã lập hai-xa/2024-Q1/suoi-bac");
    while !watching.is_silent() {}
    let cold = Dossier::case("hai-xa").write(SUOI_BAC, with(944));
    cold.build().ends_with(0);
    assert!(dossier.output_files() == cold.output_files());
}

#[test]
fn a_finding_shows_and_clears() {
    let dossier = Dossier::case("hai-xa");
    let mut watching = Watching::start(&dossier);
    let dossier = dossier.replace(SUOI_BAC, "dan_so: 1000", "dan_so: một nghìn");
    let shown = watching.told();
    assert!(shown.iter().any(|line| line.contains("lỗi[V01]")), "{shown:#?}");
    let dossier = dossier.replace(SUOI_BAC, "dan_so: một nghìn", "dan_so: 1000");
    let cleared = watching.told();
    let gone = |line: &String| line.starts_with("đã hết: ") && line.contains("lỗi[V01]");
    assert!(cleared.iter().any(gone), "{cleared:#?}");
    assert_eq!(reports(&dossier.output_files()).len(), 6);
}

#[test]
fn new_and_deleted_files_and_templates_count_too() {
    let doi_may = "inputs/hai-xa/2024-Q1/doi-may.yaml";
    let late = Dossier::case("hai-xa").read(doi_may);
    let dossier = Dossier::case("hai-xa")
        .remove(doi_may)
        .write("report-templates/quy/muc/kien-nghi.typ.j2", "Câu một.\n");
    let mut watching = Watching::start(&dossier);
    let dossier = dossier.write(doi_may, late);
    assert!(watching.built().contains(&"2024-Q1/doi-may".to_owned()));
    let dossier = dossier.write("report-templates/quy/muc/kien-nghi.typ.j2", "Câu hai.\n");
    let built = watching.built();
    assert_eq!(built, ["2024-Q1/suoi-bac", "2024-Q1/doi-may", "2024-Q1/tong-hop"]);
    let dossier = dossier.remove(doi_may);
    let lines = watching.told();
    assert!(lines.iter().any(|line| line.contains("cảnh báo[G03]")), "{lines:#?}");
    assert!(dossier.has("hai-xa/2024-Q1/doi-may"), "named, not removed");
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the test takes a file and a folder away for a moment"
)]
fn a_file_or_folder_that_is_gone_for_a_moment_is_not_taken_for_missing() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let dossier = Dossier::case("hai-xa").replace(plan, "Q1: [", "Q1: [{ loai: don-doc }, ");
    let watching = Watching::start(&dossier);
    let before = dossier.output_files();
    for path in [SUOI_BAC, "inputs/hai-xa/2024-Q1"] {
        let (place, away) = (dossier.path(path), dossier.path("cat-di"));
        std::fs::rename(&place, &away).expect("gone");
        std::thread::sleep(Duration::from_millis(300));
        std::fs::rename(&away, &place).expect("back");
        let mut told = Vec::new();
        while let Ok(line) = watching.said.recv_timeout(SILENCE) {
            told.push(line);
        }
        assert!(!told.iter().any(|line| line.contains("chưa nộp")), "{path}: {told:#?}");
        assert!(!told.iter().any(|line| line.contains("đã lập")), "{path}: {told:#?}");
    }
    assert!(dossier.output_files() == before, "no reminder is written");
    assert!(watching.is_silent());
}

#[test]
fn a_folder_of_templates_made_later_is_seen() {
    let dossier = Dossier::case("hai-xa");
    let mut watching = Watching::start(&dossier);
    let section = "report-templates/quy/muc/kien-nghi.typ.j2";
    let dossier = dossier.write(section, "Câu một.\n");
    watching.until("đã lập hai-xa/2024-Q1/suoi-bac");
    watching.until("Đã lập");
    let dossier = dossier.write(section, "Câu hai.\n");
    watching.until("đã lập hai-xa/2024-Q1/suoi-bac");
    watching.until("Đã lập");
    dossier.pdf("hai-xa/2024-Q1/suoi-bac").must_say("Câu hai.");
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the test gives a file a second name, by which nobody watches it"
)]
fn changes_nobody_tells_of_are_found_and_it_is_said_once_that_they_are_looked_for() {
    let dossier = Dossier::case("hai-xa");
    let mut watching = Watching::start(&dossier);
    let elsewhere = dossier.path("noi-khac.yaml");
    std::fs::hard_link(dossier.path(SUOI_BAC), &elsewhere).expect("a second name");
    // The second name itself may be told of.
    while !watching.is_silent() {}
    let text = dossier.read(SUOI_BAC);
    for (number, told) in [("940", 1), ("930", 0)] {
        let edited = text.replace("nguoi_bhyt: 950", &format!("nguoi_bhyt: {number}"));
        std::fs::write(&elsewhere, edited).expect("written");
        let lines = watching.told();
        let built = lines.iter().any(|line| line.starts_with("đã lập hai-xa/2024-Q1/suoi-bac"));
        assert!(built, "{lines:#?}");
        let said = lines.iter().filter(|line| line.starts_with("Ổ đĩa này không báo")).count();
        assert_eq!(said, told, "{lines:#?}");
    }
}
