//! Whatever bytes come, every reader comes back by itself: the files of `fuzz/` and thousands of changes of them, the same
//! in every run. Not for what a reader says of them.
//!
//! `FUZZ=600 cargo test --release fuzz::pdf` goes on for ten minutes with changes nobody has seen yet, and
//! `FUZZ=<file> cargo test --release fuzz::pdf` reads one file alone. libFuzzer, which looks for new ways through the
//! code, runs the same readers: see CONTRIBUTING.md.
#![expect(
    clippy::disallowed_methods,
    reason = "what is read is kept, so that it can be read again"
)]

mod changes;
#[path = "../../../fuzz/entries/mod.rs"]
mod entries;

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use self::changes::changed;
use self::entries::{TARGETS, Target, target};
use crate::dossier::{files, repository};
use crate::made_up::random::Random;

/// How long a reader may take over one file: more than any needs on a busy machine.
const LIMIT: Duration = Duration::from_mins(2);

/// A reader at work in a thread of its own, so that one that never comes back is noticed.
struct Reader {
    target: &'static Target,
    give: Sender<Vec<u8>>,
    done: Receiver<()>,
}

impl Reader {
    fn of(target: &'static Target) -> Self {
        let (give, given) = channel::<Vec<u8>>();
        let (tell, done) = channel();
        std::thread::spawn(move || {
            for bytes in given {
                (target.read)(&bytes);
                tell.send(()).expect("somebody waits");
            }
        });
        Self { target, give, done }
    }

    /// Has it read `bytes`, which are kept in a file until the next ones come: it outlives even a full stack.
    #[track_caller]
    fn reads(&self, bytes: Vec<u8>) {
        let file =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}", self.target.name));
        fs::write(&file, &bytes).expect("what is read is kept");
        let told = self.give.send(bytes).map_err(|_| "it has stopped".to_owned());
        let told = told.and_then(|()| self.done.recv_timeout(LIMIT).map_err(|why| why.to_string()));
        assert!(told.is_ok(), "«{}» on {}: {told:?}", self.target.name, file.display());
    }
}

/// Has a reader read its seeds and so many changes of them, or what `FUZZ` says.
#[track_caller]
fn holds(name: &str, times: u64) {
    let reader = Reader::of(target(name));
    let seeds = (reader.target.seeds)();
    assert!(seeds.len() > 3, "{} seeds of «{name}»", seeds.len());
    let change = |seed: u64, round: u64| changed(&seeds, &mut Random::of(seed, &[round]));
    let Ok(asked) = std::env::var("FUZZ") else {
        let changes = (0..times).map(|round| change(0, round));
        return seeds.iter().cloned().chain(changes).for_each(|bytes| reader.reads(bytes));
    };
    let Ok(seconds) = asked.parse() else {
        return reader.reads(fs::read(&asked).expect("FUZZ: seconds, or a file"));
    };
    let (begun, seed) = (Instant::now(), RandomState::new().hash_one(name));
    for round in 0..u64::MAX {
        if begun.elapsed() > Duration::from_secs(seconds) {
            break;
        }
        reader.reads(change(seed, round));
    }
}

#[test]
fn yaml_of_any_bytes_is_read_or_refused() {
    holds("yaml", 1_000);
}

#[test]
fn bindings_in_any_text_are_read_or_refused() {
    holds("bindings", 10_000);
}

#[test]
fn tables_of_any_bytes_are_read_or_refused() {
    holds("tables", 1_000);
}

#[test]
fn pdf_of_any_bytes_is_read_or_refused() {
    holds("pdf", 500);
}

#[test]
fn every_target_can_be_run_by_libfuzzer() {
    let found = files(&repository().join("fuzz/fuzz_targets"));
    let manifest = fs::read_to_string(repository().join("fuzz/Cargo.toml")).expect("the manifest");
    for Target { name, .. } in &TARGETS {
        let file = found.iter().find(|(file, _)| *file == format!("{name}.rs"));
        let text = String::from_utf8_lossy(&file.expect("a file of its name").1).into_owned();
        assert_eq!(text.matches(&format!("\"{name}\"")).count(), 2, "{text}");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is not in the manifest");
    }
    assert_eq!(found.len(), TARGETS.len() + 1, "{found:?}");
}
