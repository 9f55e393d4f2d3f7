//! What must not be torn over two lines is one list, for sentences and for the format library; it is kept together in finished
//! sentences, whoever wrote which part. Not for what lines look like on the page ([`crate::conformance`]).

use baocao::assets::files::TemplateFiles;
use baocao::render::finish::markup;
use baocao::render::together::Together;
use serde::Deserialize;

use crate::dossier::{Dossier, text_of};
use crate::views::TOOLCHAIN;

const LIST: &str = "report-templates/van-ban-dang/giu-lien.yaml";
const PHRASES: &str = "report-templates/chung/cau-chu.yaml";

/// The list as both sides read it.
#[derive(Deserialize)]
struct List {
    loai: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    ten: String,
    vi_du: Vec<String>,
}

fn list() -> List {
    serde_yaml::from_str(&text_of(LIST).expect("the list")).expect("YAML")
}

/// What is in boxes of markup, read back.
fn boxes(markup: &str) -> Vec<String> {
    let inside = markup.split("#box[").skip(1).filter_map(|rest| rest.split_once("];"));
    let signs =
        [("2d", "-"), ("2f", "/"), ("25", "%"), ("20", " "), ("2e", "."), ("27", "'"), ("3c", "<")];
    let read = |kept: &str| {
        signs.iter().fold(kept.to_owned(), |read, (code, sign)| {
            read.replace(&format!("\\u{{{code}}}"), sign)
        })
    };
    inside.map(|(kept, _)| read(kept)).collect()
}

/// What the format library keeps together of a str.
fn boxes_of_the_library(text: &str) -> Vec<String> {
    let sheet = |kept: &str| {
        format!(
            "#set document(title: \"Thử\", date: datetime(year: 2024, month: 1, day: 1))\n#import \"/van-ban-dang/chu.typ\": giu-lien\n\
             #let o = giu-lien(\"{text}\")\n#let o = if o.has(\"children\") {{ o.children }} else {{ (o,) }}\n\
             #assert.eq(o.filter(c => c.func() == box).map(c => c.body.text), ({kept}))\nx\n"
        )
    };
    let typeset = |kept: &str| TOOLCHAIN.typesetter.typeset(sheet(kept), "together");
    match typeset("").err().and_then(|found| found.into_iter().next()) {
        None => Vec::new(),
        Some(objection) => {
            let told = objection.message;
            let values = told.split("lại khác: ").nth(1).unwrap_or_else(|| panic!("{told}"));
            let values = values.split(" và ()").next().unwrap_or_default();
            values.split('"').skip(1).step_by(2).map(str::to_owned).collect()
        }
    }
}

#[test]
fn every_kind_of_the_list_is_kept_together_in_sentences_and_by_the_library() {
    let together = Together::read(&TemplateFiles::embedded()).expect("the list");
    for kind in list().loai {
        assert!(!kind.vi_du.is_empty(), "«{}» has no example", kind.ten);
        for example in &kind.vi_du {
            let text = format!("theo {example}, là");
            assert_eq!(boxes(&markup(&text, &together)), [example.as_str()], "{}", kind.ten);
            assert_eq!(boxes_of_the_library(&text), [example.as_str()], "{}", kind.ten);
        }
    }
}

#[test]
fn what_stands_close_to_it_is_kept_with_it() {
    let together = Together::read(&TemplateFiles::embedded()).expect("the list");
    for (text, kept) in [
        ("0,14 bác sĩ/10.000 dân", &["0,14 bác", "sĩ/10.000 dân"][..]),
        ("đạt 66,67% (4/6 trạm), thấp", &["4/6 trạm"]),
        ("mục tiêu (3 - 5 hộ/đảng viên)", &["3 - 5 hộ/đảng"]),
        ("Phòng Văn hóa - Xã hội", &["hóa -"]),
        ("Tổ Y tế - Dân số thôn K'Ho - Lạch", &["Y tế -", "K'Ho -"]),
    ] {
        assert_eq!(boxes(&markup(text, &together)), kept, "{text}");
        assert_eq!(boxes_of_the_library(text), kept, "{text}");
    }
}

/// The markup of Suối Bạc's report when the sentence on appendices is `phrase`.
fn markup_with(phrase: &str) -> String {
    let phrases = text_of(PHRASES).expect("the phrases");
    let start = phrases.find("ket_thuc: >-").expect("the closing sentence");
    let end = start + phrases[start..].find("\n\n").expect("its end");
    let with = format!("{}ket_thuc: >-\n  {phrase}{}", &phrases[..start], &phrases[end..]);
    let dossier = Dossier::case("hai-xa").write(PHRASES, with);
    let one = ["build", "--unit", "suoi-bac", "--period", "2024-Q1", "--typst", "nguon"];
    dossier.run(one).ends_with(0);
    let markup = dossier.read("nguon/hai-xa/2024-Q1/suoi-bac.typ");
    let (_, closing) = markup.split_once("#ket-van-ban(").expect("the close");
    let (_, closing) = closing.split_once("\n)[").expect("the closing sentence");
    closing.split("]\n").next().expect("its end").to_owned()
}

#[test]
fn words_of_a_template_and_values_are_kept_together_alike() {
    for (phrase, written) in [
        ("đến năm {{ bc.ky.nam }} thì", "đến #box[năm 2024]; thì"),
        ("{{ bc.ky.nam }} chỉ tiêu", "#box[2024 chỉ]; tiêu"),
        ("quý {{ bc.ky.quy }}/{{ bc.ky.nam }}.", "#box[quý I/2024];."),
        ("có {{ 5 }}/{{ 6 }} {{ \"xã\" }} đạt", "có #box[5/6 xã]; đạt"),
        ("có {{ \"12\" }} {{ \"xã\" }} đạt", "có #box[12 xã]; đạt"),
        ("{% set n %}{{ bc.ky.nam }}{% endset %}năm {{ n }} thì", "#box[năm 2024]; thì"),
        (
            "năm {{ cau(\"bieu_do.truc\", so=bc.ky.nam, ct={\"don_vi_tinh\": \"\"}) }}",
            "#box[năm 2024];",
        ),
    ] {
        assert_eq!(markup_with(phrase), written, "{phrase}");
    }
}

#[test]
fn a_run_leaves_no_text_in_whose_middle_it_begins() {
    for (phrase, written) in [
        ("{{ \"Trường cấp 1\" }} đạt", "Trường cấp 1 đạt"),
        ("{{ \"Thôn 1\" }} đạt", "#box[Thôn 1]; đạt"),
        ("{{ \"có 5/6\" }} xã", "có\\u{20}#box[5/6]; xã"),
        ("Trên {{ 92 }}% số xã", "Trên 92% số xã"),
        // Only words of the template.
        ("trong 05 ngày{{ \".\" }}", "trong #box[05 ngày];\\u{2e}"),
    ] {
        assert_eq!(markup_with(phrase), written, "{phrase}");
    }
}

#[test]
fn an_author_may_let_the_line_break_behind_a_value() {
    assert_eq!(markup_with("{{ 12|roi }} văn bản"), "12 văn bản");
    assert_eq!(markup_with("{{ 4 }}/{{ 5|roi }} đơn vị"), "#box[4/5]; đơn vị");
    assert_eq!(markup_with("năm {{ 2024|roi }} và"), "#box[năm 2024]; và");
}

/// The markup of Suối Bạc's report whose section on recommendations is `section`.
fn section_with(section: &str) -> String {
    let path = "report-templates/quy/muc/kien-nghi.typ.j2";
    let dossier = Dossier::case("hai-xa").write(path, format!("\nđây:\n{section}\nhết\n"));
    let one = ["build", "--unit", "suoi-bac", "--period", "2024-Q1", "--typst", "nguon"];
    dossier.run(one).ends_with(0);
    let markup = dossier.read("nguon/hai-xa/2024-Q1/suoi-bac.typ");
    let (_, rest) = markup.split_once("đây:\n").expect("the section");
    rest.split("\nhết").next().expect("its end").to_owned()
}

#[test]
fn in_a_section_words_and_numbers_are_kept_together_in_markup_and_never_in_code() {
    for (section, written) in [
        ("#gach[đến năm {{ bc.ky.nam }} thì]", "#gach[đến #box[năm 2024]; thì]"),
        ("Còn {{ bc.ky.nam }} xã (năm {{ bc.ky.nam }}).", "Còn #box[2024 xã]; (#box[năm 2024];)."),
        ("#if 3 < {{ bc.ky.nam }} and true [đúng]", "#if 3 < 2024 and true [đúng]"),
        ("#let năm = {{ bc.ky.nam }}; #năm", "#let năm = 2024; #năm"),
        ("#text(\"năm {{ bc.ky.nam }}\")", "#text(\"năm 2024\")"),
        ("// năm {{ bc.ky.nam }}", "// năm 2024"),
        (
            "#gach[{{ \"năm 2024\" }} và #{ {{ bc.ky.nam }} }]",
            "#gach[#box[năm 2024]; và #{ 2024 }]",
        ),
    ] {
        assert_eq!(section_with(section), written, "{section}");
    }
}
