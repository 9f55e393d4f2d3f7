//! Text that would be code to Typst, to the templates or to YAML: in every field it is printed as typed, or is a finding.

use crate::dossier::{Dossier, files};
use crate::pdf::squeezed;

/// Printed as typed wherever it stands.
const AS_TYPED: &[&str] = &[
    "# $ @ < > * _ \\ [ ] { } ~ --- -- ... // /* ' \" `",
    "= đề mục",
    "== đề mục",
    "- gạch đầu dòng",
    "+ mục đánh số",
    "/ từ: nghĩa",
    "1. một",
    "12) mười hai",
    "*đậm* _nghiêng_ `mã` ```mã```",
    "$x^2$ và 100$",
    "@nguon <nhan>",
    "a ~ b -- c --- d -? e",
    "chờ... xem … nhé",
    "// chú thích",
    "/* chú thích",
    "*/ hết chú thích",
    "\\ \\n \\u{41} \\#",
    "'nháy' \"kép\" ’ “ ”",
    "[ngoặc",
    "ngoặc]",
    "] } ) ; {",
    "{{ 7*7 }}",
    "{% raw %}{{ 7*7 }}",
    "{% endraw %}{# ẩn #}",
    "{{ bc.khong_co }}{% include \"x\" %}",
    "{ten2} {} {",
    "#import \"x\"",
    "#read(\"/etc/passwd\")",
    "#include \"/etc/passwd\"",
    "\");#panic(\"x\")",
    "\"); #panic(",
    "]#panic[",
    "]; #panic(1); [",
    "#{ panic() }",
    "#set text(fill: white)",
    "#let x = 1; #x",
    "https://vi.du/a?b=c&d#e",
    "&amp; &#35; %s ${HOME} $(id)",
    "<script>alert(1)</script>",
    "số 25-CT/TW, ngày 25/10/2023, 95%",
    "Đưng K'Nớ, D'Ran, M'Lọn",
    "a\u{a0}b\u{2013}c\u{2014}d",
    "ĐƯNG K'NO\u{302}\u{301} NFD: hoa\u{300}",
];

/// Dropped in print, and told.
const HIDDEN: &[&str] = &[
    "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{202a}", "\u{202e}", "\u{2060}",
    "\u{2066}", "\u{2069}", "\u{61c}", "\u{feff}", "\u{ad}", "\u{7}",
];

/// Fields no report prints.
const UNPRINTED: &[&str] = &[
    "plan",
    "general-goal",
    "duty-body",
    "duty-task",
    "unit-code",
    "task-content",
    "goal-source",
    "decision",
    "source",
    "reason",
    "revision",
    "missing-wording",
    "value-wording",
    "words-wording",
];

const PLAN: &str = "inputs/hostile/ke-hoach.yaml";
const RETURN: &str = "inputs/hostile/2024-Q2/suoi-bac.yaml";
const BOARD: &str = "inputs/hostile/2024-Q2/_tong-hop.yaml";

/// `text` with each `@field@` filled by what `words` gives, and the field's name after it.
fn filled(text: &str, words: &str) -> String {
    let quoted = serde_json::to_string(words).expect("a string");
    let words = &quoted[1..quoted.len() - 1];
    let parts = text.split('@').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { format!("{words} «{part}»") })
        .collect()
}

/// The fields of `text` and the line each stands on.
fn fields(text: &str) -> Vec<(usize, String)> {
    let parts = text.split('@').collect::<Vec<_>>();
    let line = |at: usize| 1 + parts[..at].concat().matches('\n').count();
    (1..parts.len()).step_by(2).map(|at| (line(at), parts[at].to_owned())).collect()
}

/// A dossier for each of `all`, with that text in every field.
fn dossiers(all: &[&str]) -> Dossier {
    let case = files(&Dossier::case("hostile").path("inputs/hostile"));
    all.iter().enumerate().fold(Dossier::empty(), |made, (at, words)| {
        case.iter().fold(made, |made, (path, bytes)| {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            let text = filled(text, words).replace("ma: hostile", &format!("ma: h{at}"));
            made.write(&format!("inputs/h{at}/{path}"), text)
        })
    })
}

/// Every field of the case's files.
fn all_fields() -> Vec<String> {
    let case = Dossier::case("hostile");
    let files = [PLAN, RETURN, BOARD, "inputs/hostile/don-vi/suoi-bac.yaml"];
    files.iter().flat_map(|path| fields(&case.read(path))).map(|(_, name)| name).collect()
}

/// Holds the reports of dossier `at` to printing `words` before the name of every printed field.
#[track_caller]
fn printed_everywhere(dossier: &Dossier, at: usize, words: &str) {
    let pages = ["suoi-bac", "tong-hop"].map(|name| dossier.pdf(&format!("h{at}/2024-Q2/{name}")));
    let printed = pages.each_ref().map(|page| squeezed(page.text()).to_lowercase());
    for field in all_fields().iter().filter(|field| !UNPRINTED.contains(&field.as_str())) {
        // A dash at the start of a text is the format's own, and other marks of a list are printed as one.
        let words = words.trim_start_matches("- ").trim_start_matches("+ ");
        let expected = squeezed(&format!("{words} «{field}»")).to_lowercase();
        let found = printed.iter().any(|text| text.contains(&expected));
        assert!(found, "{expected} is not in:\n{}\n{}", pages[0].text(), pages[1].text());
    }
    for page in pages {
        assert!(page.active_parts().is_empty(), "{words}: {:?}", page.active_parts());
    }
}

#[test]
fn text_is_printed_as_typed_in_every_field() {
    let dossier = dossiers(AS_TYPED);
    let told = dossier.build().ends_with(0);
    assert_eq!(told.counts(), [2 * AS_TYPED.len(), 0, 0, 0]);
    for (at, words) in AS_TYPED.iter().enumerate() {
        printed_everywhere(&dossier, at, words);
    }
}

#[test]
fn every_paragraph_of_a_text_is_printed_as_typed() {
    let text = AS_TYPED.join("\n\n  ");
    let dossier = dossiers(&["bình thường"]).edit("inputs/h0/2024-Q2/suoi-bac.yaml", |own| {
        own.replace("\"bình thường «own-situation»\"", &format!("|\n  {text}\n\n  hết"))
    });
    dossier.build().ends_with(0);
    let page = dossier.pdf("h0/2024-Q2/suoi-bac");
    let expected = squeezed(&AS_TYPED.concat());
    assert!(squeezed(page.text()).contains(&format!("{expected}hết")), "{}", page.text());
}

#[test]
fn hidden_characters_are_dropped_in_print_and_told_at_their_line() {
    let texts: Vec<String> = HIDDEN.iter().map(|mark| format!("tr{mark}ước")).collect();
    let dossier = dossiers(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let told = dossier.run(["build", "--format", "json"]).ends_with(0);
    for (at, mark) in HIDDEN.iter().enumerate() {
        printed_everywhere(&dossier, at, "trước");
        let plan = format!("inputs/h{at}/ke-hoach.yaml");
        let lines: Vec<_> = told
            .of("K02")
            .iter()
            .filter(|one| one.tep.as_ref() == Some(&plan))
            .map(|one| one.dong)
            .collect();
        for (line, field) in fields(&Dossier::case("hostile").read(PLAN)) {
            assert!(
                lines.contains(&Some(line)),
                "U+{:04X} in {field}: {lines:?}",
                u32::from(mark.chars().next().expect("one"))
            );
        }
    }
}

/// Holds every field of `path` to a finding of `code` at its line when it holds `words`.
#[track_caller]
fn found_everywhere(path: &str, words: &str, code: &str) {
    let case = files(&Dossier::case("hostile").path("inputs/hostile"));
    let dossier = case.iter().fold(Dossier::empty(), |made, (name, bytes)| {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let here = path == format!("inputs/hostile/{name}");
        made.write(&format!("inputs/hostile/{name}"), filled(text, if here { words } else { "" }))
    });
    let told = dossier.check().ends_with(1);
    let mut found = told.of(code);
    assert!(found.iter().all(|one| one.place().0 == path), "{}", told.stdout);
    for (line, field) in fields(&Dossier::case("hostile").read(path)) {
        let at = found.iter().position(|one| one.dong == Some(line));
        let at = at.unwrap_or_else(|| {
            panic!("no {code} for «{field}» at {path}:{line}:\n{}", told.stdout)
        });
        found.remove(at);
    }
}

#[test]
fn a_character_without_a_glyph_is_found_at_its_line_in_every_field() {
    for path in [PLAN, RETURN, BOARD] {
        found_everywhere(path, "vui 🙂", "K01");
        found_everywhere(path, "漢", "K01");
    }
}

#[test]
fn a_word_wider_than_the_line_is_found_in_every_field() {
    let long = "x".repeat(10_000);
    for path in [PLAN, RETURN, BOARD] {
        found_everywhere(path, &long, "K03");
    }
}

#[test]
fn a_bad_text_in_one_return_costs_that_report_only() {
    let clean = dossiers(&["bình thường", "bình thường"]);
    let dossier =
        clean.edit("inputs/h0/2024-Q2/suoi-bac.yaml", |text| text.replace("«own-limits»", "🙂"));
    let told = dossier.build().ends_with(1);
    assert_eq!(told.counts(), [3, 0, 1, 0]);
    assert!(!dossier.has("h0/2024-Q2/suoi-bac") && dossier.has("h0/2024-Q2/tong-hop"));
}

#[test]
fn odd_names_of_files_and_folders_are_findings_and_the_rest_is_built() {
    let good = dossiers(&["bình thường"]);
    let plan = good.read("inputs/h0/ke-hoach.yaml");
    let names = [
        "🙂",
        "a b",
        "#import x",
        "-x",
        #[cfg(not(windows))]
        "SUOI-BAC",
        "tong-hop",
        "_x",
        &"x".repeat(60),
    ];
    let dossier = names.iter().fold(good, |made, name| {
        made.write(&format!("inputs/h0/2024-Q2/{name}.yaml"), "don_vi: x\n")
    });
    let dossier = dossier
        .write("inputs/Đồi Xanh #/ke-hoach.yaml", plan)
        .write("inputs/h0/2024-Q9/x.yaml", "");
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    for name in names {
        let file = format!("inputs/h0/2024-Q2/{name}.yaml");
        assert!(
            told.of("Y06").iter().any(|one| one.tep.as_ref() == Some(&file)),
            "{file}:\n{}",
            told.stdout
        );
    }
    assert!(dossier.has("h0/2024-Q2/suoi-bac") && dossier.has("h0/2024-Q2/tong-hop"));
    assert_eq!(crate::dossier::reports(&dossier.output_files()).len(), 2);
}

#[test]
fn hyphens_of_a_word_processor_are_plain_hyphens() {
    let dossier = Dossier::case("hai-xa").replace(
        "inputs/hai-xa/2024-Q1/suoi-bac.yaml",
        "khó đi",
        "khó đi theo số 25\u{2011}CT/TW",
    );
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q1/suoi-bac").must_say("25-CT/TW");
}
