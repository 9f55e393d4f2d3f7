//! Every command on a disk of which one look, listing or reading fails, once: what it makes is what it makes on a sound disk, or it
//! names what it could not read. Never is that taken for empty, nor is anything deleted for it. Not for writing, whose steps
//! the other files of this folder let fail.

use std::collections::BTreeMap;

use baocao::cli::import::{AskedImport, perform as import_table, prepare_all};
use baocao::cli::new::{QuarterRequest, perform as open};
use baocao::cli::schema::perform as schema;
use baocao::cli::status::{StatusRequest, perform as status};
use baocao::diagnostic::Finding;
use baocao::disk::file_system::FileSystem;
use baocao::error::Error;
use baocao::forms::importing::Taking;
use baocao::forms::writing::{FilledForms, FormRequest, Layout, write as form};
use baocao::import::{ImportRequest, ReadingOptions};
use baocao::model::period::Period;
use baocao::options::{AskedPeriod, Options, RunMode};
use baocao::pipeline::{Environment, run};

use super::{Failing, paths};
use crate::dossier::{Dossier, files};

/// Every file of a dossier's folder.
type Everything = BTreeMap<String, Vec<u8>>;

/// What a command said: lines, and what was found or stopped it.
#[derive(PartialEq)]
struct Said {
    lines: String,
    found: Vec<String>,
}

impl Said {
    fn of(result: Result<(String, Vec<Finding>), Error>) -> Self {
        let named = |one: &Finding| {
            let place = one.span.as_ref().map(|span| span.file().path().to_owned());
            format!("{} {} {}", one.code.id(), place.unwrap_or_default(), one.message)
        };
        match result {
            Ok((lines, findings)) => Self { lines, found: findings.iter().map(named).collect() },
            Err(error) => Self { lines: String::new(), found: vec![error.to_string()] },
        }
    }

    /// Whether it names what could not be read, or what that is in.
    fn names(&self, disk: &Failing) -> bool {
        let failed = disk.failed();
        let named = |path: &str| self.found.iter().any(|one| one.contains(path));
        failed.first().is_some_and(|path| named(&path.to_string_lossy().replace('\\', "/")))
    }
}

/// A command, run on a dossier and a disk.
type Command = dyn Fn(&Dossier, &dyn FileSystem) -> Result<(String, Vec<Finding>), Error>;

/// What lies in a folder.
fn everything(dossier: &Dossier) -> Everything {
    files(&dossier.path("")).into_iter().collect()
}

/// What of it is more than a help to the next run, which only saves time.
fn of_users(all: &Everything) -> Everything {
    let all = all.iter().filter(|(name, _)| !name.starts_with("out/.baocao/"));
    all.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// Puts a folder back to what it was.
fn restore(dossier: Dossier, before: &Everything) -> Dossier {
    let now = everything(&dossier);
    let gone = now.keys().filter(|name| !before.contains_key(*name));
    let dossier = gone.fold(dossier, |dossier, name| dossier.remove(name));
    for (name, bytes) in before.iter().filter(|(name, bytes)| now.get(*name) != Some(bytes)) {
        dossier.put(name, bytes);
    }
    dossier
}

/// Runs a command once for each of its reading steps, which fails; so many steps were told, and so many could do no harm.
#[track_caller]
fn survives(case: impl Fn() -> Dossier, command: &Command) -> (usize, usize) {
    let sound = case();
    let before = everything(&sound);
    let counting = Failing::reading(usize::MAX);
    let named = |dossier: &Dossier, said: Said| {
        let folder = dossier.path("").to_string_lossy().replace('\\', "/");
        let plain = |text: String| text.replace(&folder, "");
        Said { lines: plain(said.lines), found: said.found.into_iter().map(plain).collect() }
    };
    let wanted = named(&sound, Said::of(command(&sound, &counting)));
    let (after, steps) = (of_users(&everything(&sound)), counting.counted());
    assert!(steps > 5, "only {steps} steps");
    let (mut told, mut harmless) = (0, 0);
    let mut dossier = case();
    for at in 0..steps {
        let disk = Failing::reading(at);
        let said = Said::of(command(&dossier, &disk));
        let now = of_users(&everything(&dossier));
        for (name, bytes) in &of_users(&before) {
            let left = now.get(name);
            let is_gone = left.is_none() && !after.contains_key(name) && !said.names(&disk);
            // A report that is made without what it is compared with says so.
            let made_anew = name.starts_with("out/") && said.names(&disk) && left.is_some();
            let kept = left.is_some_and(|left| left == bytes || after.get(name) == Some(left));
            let whole = kept || made_anew;
            assert!(whole || is_gone, "{disk}: {name} is lost or torn\n{}", said.found.join("\n"));
        }
        if said.names(&disk) {
            told += 1;
        } else {
            harmless += 1;
            let said = named(&dossier, said);
            assert_eq!(said.found, wanted.found, "{disk}: not told, and found otherwise");
            assert_eq!(said.lines, wanted.lines, "{disk}: not told, and said otherwise");
            let other = now.iter().find(|(name, bytes)| after.get(*name) != Some(bytes));
            assert_eq!(other.map(|(name, _)| name), None, "{disk}: not told, and made otherwise");
            assert_eq!(now.len(), after.len(), "{disk}: not told, and something is not made");
        }
        dossier = restore(dossier, &before);
    }
    (told, harmless)
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// A dossier with its reports, of which one is left over.
fn with_left_over_report() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml")
}

fn runs(
    dossier: &Dossier,
    mode: RunMode,
    prune: bool,
    files: &dyn FileSystem,
) -> Result<(String, Vec<Finding>), Error> {
    let options = Options { paths: paths(dossier), prune, ..Options::default() };
    let run = run(&options, mode, &Environment { files, ..Environment::default() })?;
    let reports: Vec<&str> = run.reports.iter().map(|report| report.name.as_str()).collect();
    Ok((reports.join("\n"), run.findings))
}

#[test]
fn a_build_takes_nothing_for_empty_and_deletes_nothing_for_it() {
    let build =
        |dossier: &Dossier, files: &dyn FileSystem| runs(dossier, RunMode::Build, true, files);
    let (told, harmless) = survives(with_left_over_report, &build);
    assert!(told > 15 && harmless > 15, "{told} told, {harmless} harmless");
}

#[test]
fn a_check_takes_nothing_for_empty() {
    let check =
        |dossier: &Dossier, files: &dyn FileSystem| runs(dossier, RunMode::Check, false, files);
    let case =
        || Dossier::case("hai-xa").write("report-templates/quy/muc/kien-nghi.typ.j2", "Câu.\n");
    let (told, _) = survives(case, &check);
    assert!(told > 15, "{told} told");
}

#[test]
fn a_board_takes_nothing_for_empty() {
    let board = |dossier: &Dossier, files: &dyn FileSystem| {
        let period = Some(AskedPeriod::Whole(period("2024-Q1")));
        let today = "2024-04-01".parse().expect("a date");
        let request = StatusRequest { period, today, width: None, pdf: None };
        let options = Options { paths: paths(dossier), ..Options::default() };
        let result = status(&request, &options, files)?;
        let found = result.json().lines().map(str::to_owned).collect();
        Ok((found, result.refused))
    };
    let (told, harmless) = survives(with_left_over_report, &board);
    assert!(told > 5 && harmless > 5, "{told} told, {harmless} harmless");
}

#[test]
fn forms_an_opened_quarter_and_schemas_take_nothing_for_empty() {
    let forms = |dossier: &Dossier, files: &dyn FileSystem| {
        let request = FormRequest {
            period: period("2025-Q1"),
            dossiers: Vec::new(),
            unit: None,
            layout: Layout::EachUnit,
            folder: dossier.path("bieu"),
            filled: FilledForms::Keep,
        };
        Ok((String::new(), form(&request, &paths(dossier), files)?.findings))
    };
    let opens = |dossier: &Dossier, files: &dyn FileSystem| {
        let request =
            QuarterRequest { period: period("2025-Q1"), dossiers: Vec::new(), as_of: None };
        Ok((String::new(), open(&request, &paths(dossier), files)?.findings))
    };
    let schemas = |dossier: &Dossier, files: &dyn FileSystem| {
        let result = schema(&[], &paths(dossier), files)?;
        Ok((result.written.join("\n"), result.findings))
    };
    let commands: [(&Command, usize); 3] = [(&forms, 10), (&opens, 10), (&schemas, 2)];
    for (command, least) in commands {
        let (told, _) = survives(|| Dossier::case("hai-xa"), command);
        assert!(told >= least, "{told} told");
    }
}

#[test]
fn imports_of_tables_and_forms_take_nothing_for_empty() {
    const TABLE: &str = "xã;dan_so;nguoi_bhyt\nSuối Bạc;1001;951\nĐồi Mây;10001;9001\n";
    let case = || Dossier::case("hai-xa").with_files("tests/cases/forms").write("bang.csv", TABLE);
    let table = |quarter: &'static str| {
        move |dossier: &Dossier, files: &dyn FileSystem| {
            let period = period(quarter);
            let request = ImportRequest {
                file: dossier.path("bang.csv"),
                sheet: None,
                dossier: None,
                period,
                as_of: Some(period.last_day()),
                reading: ReadingOptions::default(),
            };
            let result = import_table(&request, &paths(dossier), files)?;
            Ok((format!("{}", result.drafts.len()), result.findings))
        }
    };
    let forms = |dossier: &Dossier, files: &dyn FileSystem| {
        let asked = AskedImport {
            words: vec![dossier.path("dien.xlsx")],
            sheet: None,
            period: None,
            as_of: None,
            taking: Taking::Whole,
            reading: ReadingOptions::default(),
        };
        let result = prepare_all(&asked, &paths(dossier), files)?;
        Ok((format!("{}", result.drafts.len()), result.findings))
    };
    for command in [&table("2024-Q1") as &Command, &table("2024-Q3"), &forms] {
        let (told, _) = survives(case, command);
        assert!(told > 5, "{told} told");
    }
}
