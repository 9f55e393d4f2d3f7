//! What the README and the clerk's guide say works: every command they show, every file they point to, every code.

use baocao::diagnostic::Code;

use crate::dossier::{Dossier, SAMPLES, reports, sample, text_of};
use crate::pdf::Pdf;

const DOCUMENTS: [&str; 3] = ["README.md", "HUONG-DAN.md", "TRA-CUU.md"];
/// What a clerk follows from the first day of a quarter, on the samples as they are unpacked.
const GUIDE: &str = "HUONG-DAN.md";
/// Commands that run until they are stopped: only their help is asked for.
const ENDLESS: [&str; 2] = ["watch", "serve"];

/// A command of a document and the exit code it is to have.
struct Command {
    arguments: Vec<String>,
    code: i32,
}

/// The lines of `text` inside blocks marked `sh`.
fn shell_lines(text: &str) -> Vec<&str> {
    let blocks = text.split("```sh\n").skip(1);
    blocks.flat_map(|block| block.split("```").next().unwrap_or_default().lines()).collect()
}

/// The words of a line as a shell takes them apart: what stands in double quotes is one.
fn words(line: &str) -> Vec<String> {
    let quoted = |(at, part): (usize, &str)| match at % 2 {
        1 => vec![part.to_owned()],
        _ => part.split_whitespace().map(|word| word.trim_matches('\'').to_owned()).collect(),
    };
    line.split('"').enumerate().flat_map(quoted).collect()
}

/// What a line runs of this program, if anything: `baocao check --strict # mã 1`.
fn command(line: &str) -> Option<Command> {
    let (typed, remark) = line.split_once('#').unwrap_or((line, ""));
    let code = remark.trim().strip_prefix("mã ").and_then(|code| code.trim().parse().ok());
    let typed = typed.trim();
    let rest = ["cargo run --release --", "baocao", "./baocao"].iter().find_map(|start| {
        let rest = typed.strip_prefix(start)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
    })?;
    let mut arguments = words(rest);
    if arguments.first().is_some_and(|first| ENDLESS.contains(&first.as_str())) {
        arguments.push("--help".to_owned());
    }
    Some(Command { arguments, code: code.unwrap_or(0) })
}

/// Puts a figure right in the return whose report is to be replaced, as the guide says before it.
fn correct(samples: &Dossier, arguments: &[String]) {
    let [_, dossier, period, unit, ..] = arguments else { panic!("{arguments:?}") };
    let path = format!("inputs/{dossier}/{period}/{unit}.yaml");
    let figure = regex::Regex::new(r"(?m)^(  nguoi_bhyt: \d*)\d").expect("a pattern");
    samples.put(&path, figure.replace(&samples.read(&path), "${1}0").as_bytes());
}

#[test]
fn every_command_of_the_documents_runs_as_they_say() {
    for name in DOCUMENTS {
        let Some(text) = text_of(name) else { continue };
        // The clerk's guide begins with nothing built; the others speak of the samples as they are built.
        let built = SAMPLES.1.iter().filter(|_| name != GUIDE);
        let samples = built.fold(Dossier::samples(), |made, (name, bytes)| {
            made.write(&format!("out/{name}"), bytes)
        });
        let commands: Vec<Command> = shell_lines(&text).into_iter().filter_map(command).collect();
        assert!(!commands.is_empty(), "{name} shows no command in a block marked sh");
        for Command { arguments, code } in commands {
            if arguments.iter().any(|argument| argument == "--replace") {
                correct(&samples, &arguments);
            }
            let told = samples.run(arguments.iter().map(String::as_str));
            assert_eq!(
                told.code,
                code,
                "{name}: baocao {}\n{}{}",
                arguments.join(" "),
                told.stdout,
                told.stderr
            );
        }
    }
}

#[test]
fn every_file_the_documents_point_to_is_there() {
    for name in DOCUMENTS.into_iter().chain(["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"])
    {
        let Some(text) = text_of(name) else { continue };
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = file.is_empty() || file.starts_with("http");
            let there = || crate::dossier::repository_has(file);
            assert!(elsewhere || there(), "{name} points to {target}, which is not there");
        }
    }
}

#[test]
fn every_finding_code_is_explained_in_the_guide() {
    let Some(guide) = text_of("TRA-CUU.md") else { return };
    for code in Code::ALL {
        assert!(guide.contains(code.id()), "{code} is not explained");
    }
}

#[test]
fn every_yaml_of_the_documents_is_yaml() {
    for name in DOCUMENTS {
        let Some(text) = text_of(name) else { continue };
        for block in text.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            let read: Result<serde_json::Value, _> = serde_yaml::from_str(block);
            assert!(
                read.is_ok(),
                "{name}: {:?} in\n{block}",
                read.err().map(|error| error.to_string())
            );
        }
    }
}

#[test]
fn every_sentence_the_documents_quote_is_printed_in_a_sample_report() {
    let pages: Vec<Pdf> = reports(&SAMPLES.1).into_iter().map(sample).collect();
    for name in DOCUMENTS {
        let Some(text) = text_of(name) else { continue };
        let quotes: Vec<String> = text
            .split("\n\n")
            .filter(|block| block.lines().all(|line| line.starts_with("> ")))
            .map(|block| block.lines().map(|line| &line[2..]).collect())
            .collect();
        assert!(!quotes.is_empty(), "{name} quotes nothing");
        for quote in quotes {
            assert!(pages.iter().any(|page| page.says(&quote)), "{name} quotes: {quote}");
        }
    }
}

#[test]
fn the_closing_line_the_guide_shows_is_the_one_of_the_samples() {
    for name in ["HUONG-DAN.md", "TRA-CUU.md"] {
        let guide = text_of(name).expect("the guide");
        let shown = guide.lines().find(|line| line.starts_with("Đã lập "));
        assert_eq!(shown, SAMPLES.0.stdout.lines().last(), "{name}");
    }
}

#[test]
fn a_command_is_told_from_other_lines() {
    let read = |line| command(line).map(|found| (found.arguments.join(" "), found.code));
    assert_eq!(read("baocao check --strict # mã 1"), Some(("check --strict".to_owned(), 1)));
    assert_eq!(read("cargo run --release -- build"), Some(("build".to_owned(), 0)));
    assert_eq!(words("a --b \"c d\" e"), ["a", "--b", "c d", "e"]);
    assert_eq!(read("baocao"), Some((String::new(), 0)));
    assert_eq!(read("baocao watch"), Some(("watch --help".to_owned(), 0)));
    assert!(
        ["cargo test --release", "git clone x", "# baocao build", "baocao.exe"]
            .iter()
            .all(|line| read(line).is_none())
    );
}

#[test]
fn the_finding_both_documents_show_is_the_one_a_clerk_sees() {
    let slip = Dossier::samples().edit("inputs/lac-duong/2024-Q2/lat.yaml", |text| {
        let figure = regex::Regex::new("nguoi_bhyt: [0-9]+").expect("a pattern");
        figure.replace(&text, "nguoi_bhyt: 8300").into_owned()
    });
    let told = slip.run(["check", "lac-duong", "--unit", "lat", "--period", "2024-Q2"]);
    for document in DOCUMENTS {
        let text = text_of(document).expect("the document");
        let shown =
            text.split("```text\nlỗi[V02]").nth(1).and_then(|rest| rest.split("```").next());
        let shown = format!("lỗi[V02]{}", shown.expect("a finding"));
        assert!(
            told.stderr.contains(&shown),
            "{document} shows\n{shown}\nand a clerk sees\n{}",
            told.stderr
        );
    }
}

#[test]
fn the_line_for_many_warnings_the_guide_shows_is_the_one_a_clerk_sees() {
    let figure = regex::Regex::new("(?m)^  [a-z_]+: [0-9]+\n").expect("a pattern");
    let without = |text: String| figure.replace_all(&text, "").into_owned();
    let units = ["da-chais", "da-nhim", "da-sar", "dung-kno"];
    let paths = units.map(|unit| format!("inputs/lac-duong/2024-Q2/{unit}.yaml"));
    let gaps = paths.iter().fold(Dossier::samples(), |dossier, path| dossier.edit(path, without));
    let told = gaps.run(["check", "lac-duong", "--period", "2024-Q2"]);
    let guide = text_of("TRA-CUU.md").expect("the guide");
    let mut shown = guide.lines().filter(|line| line.starts_with("cảnh báo[B03]: "));
    let shown = shown.next().expect("a line for many warnings");
    assert!(told.stderr.contains(shown), "{shown}\n{}", told.stderr);
}
