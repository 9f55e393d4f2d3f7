//! A hundred edits of twenty kinds, at places a seed chooses, with controls and without: every text edit in its key, every touched
//! figure and computed sentence refused, nothing lost. Not for the stories of each kind ([`super`]).

use baocao::model::text::Text;

use super::sample::{
    Draft, FIRST_LIMIT, MEETINGS, PROPOSALS, RATE, SITUATION, STRENGTHS, TABLE, Texts, paragraph,
    run, texts,
};
use super::{imported, read_texts};

/// An edited draft, the texts that come of it, the codes of what is refused, and whether it means the same without controls.
struct Edit {
    draft: Draft,
    texts: Texts,
    codes: &'static [&'static str],
    bare: bool,
}

/// A paragraph of the draft that is one of a text: its block, its text and its place in it.
const PLACES: [(usize, usize, usize); 7] = [
    (SITUATION, 0, 0),
    (MEETINGS, 0, 1),
    (STRENGTHS, 2, 0),
    (FIRST_LIMIT, 3, 0),
    (FIRST_LIMIT + 1, 3, 1),
    (FIRST_LIMIT + 2, 3, 2),
    (PROPOSALS, 4, 0),
];
/// Words of those paragraphs, each there once, in a run of words.
const WORDS: [&str; 7] =
    ["ổn định", "chỉ đạo", "nhiệt tình", "khó đi", "hay hỏng", "sinh hoạt", "sửa cầu"];
const NEW: [&str; 5] = [
    "Xã được cấp thêm thuốc.",
    "Hai thôn đã có nước sạch!",
    "Trạm mở cửa cả ngày nghỉ.",
    "Người dân đồng tình, ủng hộ.",
    "Cần thêm 12 triệu đồng.",
];
const AUTHOR: &str = "w:id=\"1\" w:author=\"Bí thư\" w:date=\"2024-03-18T09:30:00Z\"";

struct Making {
    draft: Draft,
    texts: Texts,
    seed: usize,
}

impl Making {
    fn place(&self) -> (usize, usize, usize) {
        PLACES[self.seed * 3 % PLACES.len()]
    }

    fn words(&self) -> &'static str {
        WORDS[self.seed * 3 % WORDS.len()]
    }

    fn new_words(&self) -> &'static str {
        NEW[self.seed % NEW.len()]
    }

    /// Words in the place of others, in the draft as `shown` and in the text as `typed`.
    fn change(self, from: &str, shown: &str, typed: &str) -> Edit {
        let (block, text, at) = self.place();
        let mut texts = self.texts;
        assert!(texts[text].1[at].contains(from), "{from}");
        texts[text].1[at] = texts[text].1[at].replacen(from, typed, 1);
        Edit { draft: self.draft.replace(block, from, shown), texts, codes: &[], bare: true }
    }

    fn refused(self, codes: &'static [&'static str], change: impl Fn(Draft) -> Draft) -> Edit {
        Edit { draft: change(self.draft), texts: self.texts, codes, bare: true }
    }
}

/// A paragraph of the kind its neighbours are, behind a place of a text.
fn added(making: Making, runs: &str, item: bool) -> Edit {
    let (block, text, at) = making.place();
    let Making { draft, mut texts, seed } = making;
    let words = NEW[seed % NEW.len()];
    texts[text].1.insert(at + 1, format!("{}{words}", if item { "- " } else { "" }));
    Edit { draft: draft.insert(block + 1, runs.to_owned()), texts, codes: &[], bare: true }
}

fn edit(kind: usize, seed: usize) -> Edit {
    let making = Making { draft: Draft::new(), texts: texts(), seed };
    match kind {
        0 => word(making),
        1 => sentence_more(making),
        2 => sentence_less(making),
        3 => paragraph_more(making),
        4 => line_more(making),
        5 => paragraph_less(making),
        6 => split(making),
        7 => join(making),
        8 => move_within(making),
        9 => move_to_another(making),
        10 => touch_figure(making),
        11 => delete_figure(making),
        12 => retype_figure(making),
        13 => touch_computed(making),
        14 => touch_cell(making),
        15 => paste(making),
        16 => track_words(making),
        17 => track_paragraph(making),
        18 => lose_control(making),
        _ => text_box(making),
    }
}

fn word(making: Making) -> Edit {
    let words = making.words();
    making.change(words, "đã khác trước", "đã khác trước")
}

fn sentence_more(making: Making) -> Edit {
    let (words, new) = (making.words(), making.new_words());
    let both = format!("{words}. {new} Và");
    making.change(words, &both, &both)
}

fn sentence_less(making: Making) -> Edit {
    let sentences = [
        (" Các thôn đều cử người dự họp đầy đủ.", MEETINGS, 1),
        (" Đời sống người dân ổn định.", SITUATION, 0),
    ];
    let (from, block, at) = sentences[making.seed % 2];
    let Making { draft, mut texts, .. } = making;
    texts[0].1[at] = texts[0].1[at].replace(from, "");
    Edit { draft: draft.replace(block, from, ""), texts, codes: &[], bare: true }
}

fn paragraph_more(making: Making) -> Edit {
    let (item, new) = (making.place().1 == 3, making.new_words());
    let runs = paragraph(&run(&format!("{}{new}", if item { "- " } else { "" })));
    added(making, &runs, item)
}

fn line_more(making: Making) -> Edit {
    // Seeds that lead to lines of a list.
    let seed = [1, 6, 8, 13, 15][making.seed];
    let making = Making { seed, ..making };
    let runs = paragraph(&[run("- "), run(making.new_words())].concat());
    added(making, &runs, true)
}

fn paragraph_less(making: Making) -> Edit {
    let (block, text, at) = making.place();
    let Making { draft, mut texts, .. } = making;
    texts[text].1.remove(at);
    Edit { draft: draft.remove(block), texts, codes: &[], bare: true }
}

/// The second half of a paragraph outside of its control, which ends where it was cut.
fn split(making: Making) -> Edit {
    let Making { draft, mut texts, .. } = making;
    let end = "</w:t></w:r></w:sdtContent></w:sdt></w:p><w:p><w:r><w:t>Các thôn";
    let outer = "đầy đủ.</w:t></w:r></w:sdtContent></w:sdt>";
    let draft = draft.replace(MEETINGS, outer, "đầy đủ.</w:t></w:r>");
    let (first, second) = texts[0].1[1].split_once(" Các").expect("two sentences");
    let both = [first.to_owned(), format!("Các{second}")];
    texts[0].1.splice(1..2, both);
    Edit { draft: draft.replace(MEETINGS, " Các thôn", end), texts, codes: &[], bare: true }
}

fn join(making: Making) -> Edit {
    let Making { mut draft, mut texts, seed } = making;
    let first = FIRST_LIMIT + seed % 2;
    let second = draft.blocks.remove(first + 1);
    let inner = second.split_once("</w:pPr>").expect("a paragraph").1.replace(">- <", "> <");
    draft.blocks[first] = draft.blocks[first].replace("</w:p>", &inner);
    let gone = texts[3].1.remove(seed % 2 + 1);
    texts[3].1[seed % 2].push_str(&gone.replacen("- ", " ", 1));
    Edit { draft, texts, codes: &[], bare: true }
}

fn move_within(making: Making) -> Edit {
    let Making { mut draft, mut texts, seed } = making;
    let (from, to) = [(0, 2), (2, 0), (0, 1), (1, 2), (1, 0)][seed];
    let moved = draft.blocks.remove(FIRST_LIMIT + from);
    draft.blocks.insert(FIRST_LIMIT + to, moved);
    let moved = texts[3].1.remove(from);
    texts[3].1.insert(to, moved);
    Edit { draft, texts, codes: &[], bare: true }
}

fn move_to_another(making: Making) -> Edit {
    let Making { mut draft, mut texts, seed } = making;
    let moved = draft.blocks.remove(MEETINGS);
    draft.blocks.insert(FIRST_LIMIT + seed % 2, moved);
    let moved = texts[0].1.remove(1);
    texts[3].1.insert(seed % 2 + 1, moved);
    Edit { draft, texts, codes: &[], bare: true }
}

fn touch_figure(making: Making) -> Edit {
    let (block, from, to) = [
        (SITUATION, ">950<", ">951<"),
        (SITUATION, ">1.000<", ">1.001<"),
        (FIRST_LIMIT + 2, ">4<", ">5<"),
        (SITUATION, ">950<", ">9500<"),
        (SITUATION, ">1.000<", "><"),
    ][making.seed];
    making.refused(&["W03"], |draft| draft.replace(block, from, to))
}

/// Puts something in the place of the control of a figure.
fn figure(draft: &mut Draft, number: usize, with: &str) {
    let tag = format!("<w:sdt><w:sdtPr><w:tag w:val=\"S2.0.{number}\"/>.*?</w:sdtContent></w:sdt>");
    let pattern = regex::Regex::new(&tag).expect("a pattern");
    let block = &draft.blocks[SITUATION];
    assert!(pattern.is_match(block), "{block}");
    draft.blocks[SITUATION] = pattern.replace(block, with).into_owned();
}

fn delete_figure(making: Making) -> Edit {
    let number = [1, 3][making.seed % 2];
    making.refused(&["W03"], |mut draft| {
        figure(&mut draft, number, "");
        draft
    })
}

fn retype_figure(making: Making) -> Edit {
    let (number, words) = [(1, "1.000"), (3, "950")][making.seed % 2];
    making.refused(&[], |mut draft| {
        figure(&mut draft, number, &run(words));
        draft
    })
}

fn touch_computed(making: Making) -> Edit {
    let (from, to) = [
        ("95,0%", "96,0%"),
        ("chưa đạt", "đã đạt"),
        ("Tỷ lệ", "Tỉ lệ"),
        (", chưa đạt mục tiêu", ""),
        ("mục tiêu. ", "mục tiêu đề ra. "),
    ][making.seed];
    making.refused(&["W02"], |draft| draft.replace(RATE, from, to))
}

fn touch_cell(making: Making) -> Edit {
    let (from, to) = [
        (">950<", ">951<"),
        (">Số thôn<", ">Số bản<"),
        (">4<", "><"),
        (">người<", ">lượt người<"),
        (">thôn<", ">ấp<"),
    ][making.seed];
    making.refused(&["W02"], |draft| draft.replace(TABLE, from, to))
}

/// Puts runs between the words of a run.
fn between(runs: &str) -> String {
    format!("</w:t></w:r>{runs}<w:r><w:t xml:space=\"preserve\">")
}

fn paste(making: Making) -> Edit {
    let words = making.words();
    let red = format!(
        "<w:hyperlink><w:r><w:rPr><w:b/><w:color w:val=\"FF0000\"/></w:rPr><w:t xml:space=\"preserve\">{words}\u{a0}</w:t></w:r></w:hyperlink>"
    );
    let rich = format!("{red}<w:r><w:rPr><w:i/></w:rPr><w:t>thật\u{200b}</w:t></w:r>");
    making.change(words, &between(&rich), &format!("{words} thật"))
}

fn track_words(making: Making) -> Edit {
    let words = making.words();
    let gone = format!(
        "<w:del {AUTHOR}><w:r><w:delText xml:space=\"preserve\">{words}</w:delText></w:r></w:del>"
    );
    let come = format!("<w:ins {AUTHOR}>{}</w:ins>", run("rất khác"));
    making.change(words, &between(&[gone, come].concat()), "rất khác")
}

fn track_paragraph(making: Making) -> Edit {
    let (item, new) = (making.place().1 == 3, making.new_words());
    let words = run(&format!("{}{new}", if item { "- " } else { "" }));
    let mark = format!("<w:pPr><w:rPr><w:ins {AUTHOR}/></w:rPr></w:pPr>");
    let runs = format!("<w:p>{mark}<w:ins {AUTHOR}>{words}</w:ins></w:p>");
    added(making, &runs, item)
}

fn lose_control(making: Making) -> Edit {
    let (words, block) = (making.words(), making.place().0);
    let mut edit = making.change(words, "vẫn vậy", "vẫn vậy");
    let bare = edit.draft.clone().without_controls();
    edit.draft.blocks[block].clone_from(&bare.blocks[block]);
    edit
}

fn text_box(making: Making) -> Edit {
    let (block, words) = (making.place().0, paragraph(&run(making.new_words())));
    let shape = format!(
        "<w:r><w:pict><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    );
    making.refused(&["W02"], |mut draft| {
        let bare = draft.blocks[block].strip_suffix("</w:p>").expect("a paragraph").to_owned();
        draft.blocks[block] = bare + &shape;
        draft
    })
}

/// The texts as the reader of returns reads them.
fn as_read(texts: &Texts) -> Texts {
    let line = |one: &String| {
        let bare = one.strip_prefix("- ").unwrap_or(one);
        let read = Text::parse(bare).paragraphs()[0].line.to_string();
        if one.starts_with("- ") { format!("- {read}") } else { read }
    };
    texts.iter().map(|(key, all)| (*key, all.iter().map(line).collect())).collect()
}

#[test]
fn a_hundred_edits_come_back_whole_or_are_refused() {
    let mut wrong = Vec::new();
    for (kind, seed) in (0..20).flat_map(|kind| (0..5).map(move |seed| (kind, seed))) {
        let edit = edit(kind, seed);
        let bare = edit.bare.then(|| edit.draft.clone().without_controls());
        for (name, draft) in [("tagged", Some(edit.draft.clone())), ("bare", bare)] {
            let Some(draft) = draft else { continue };
            let (dossier, told) = imported(&draft, &["--format", "json"]);
            let codes: Vec<String> = told.findings().into_iter().map(|found| found.ma).collect();
            let right = read_texts(&dossier) == as_read(&edit.texts) && codes == edit.codes;
            if !right {
                wrong.push(format!(
                    "kind {kind} seed {seed} {name}: {codes:?}\n{}{}",
                    told.stdout, told.stderr
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
