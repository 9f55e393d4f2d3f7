//! A draft says what its PDF says: every word, in the same order. A chart's words are in its picture.

use super::{DRAFTS, draft, draft_in};
use crate::dossier::{SAMPLES, reports, sample};
use crate::issuing::with_every_component;

/// `text` without blanks.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// How many letters are enough to know a place again, and how many of a chart may by chance be those behind it.
const KNOWN: usize = 25;
const BY_CHANCE: usize = 40;

/// More letters than any chart has.
const IN_A_CHART: usize = 600;

/// `text` from so many letters before its end on.
fn from_before(text: &str, letters: usize) -> usize {
    text.char_indices().rev().nth(letters).map_or(0, |(at, c)| at + c.len_utf8())
}

/// The letters of `page` that are not in `draft`, in runs; none if `draft` has others, or the same in another order.
fn only_on_the_page(mut page: &str, mut draft: &str) -> Option<Vec<String>> {
    let mut runs = Vec::new();
    loop {
        let same = page.chars().zip(draft.chars()).take_while(|(a, b)| a == b);
        let same: usize = same.map(|(a, _)| a.len_utf8()).sum();
        if same == page.len() {
            return (same == draft.len()).then_some(runs);
        }
        // A run ends where the draft goes on.
        let goes_on = |back: usize| {
            let start = from_before(&draft[..same], back);
            let known: String = draft[start..].chars().take(KNOWN).collect();
            let ahead = start + page[start..].chars().next()?.len_utf8();
            let found = page[ahead..].find(&known).filter(|_| !known.is_empty());
            found.map(|behind| (start, ahead + behind))
        };
        let (start, next) = match (0..=BY_CHANCE).find_map(goes_on) {
            Some(found) => found,
            None if same == draft.len() => (same, page.len()),
            None => return None,
        };
        runs.push(page[start..next].to_owned());
        (page, draft) = (&page[next..], &draft[start..]);
    }
}

#[test]
fn every_word_of_every_sample_stands_in_its_draft_in_the_same_order() {
    let (told, files) = &*DRAFTS;
    assert_eq!(told.code, 0, "{}", told.stderr);
    let names = reports(&SAMPLES.1);
    let drafts = files.keys().filter_map(|name| name.strip_suffix(".docx")).count();
    assert_eq!(drafts, names.len());
    for name in names {
        let (page, draft) = (letters(sample(name).text()), draft(name));
        let pictures = draft.names().filter(|part| part.starts_with("word/media/")).count();
        let words = letters(&draft.words());
        let runs = only_on_the_page(&page, &words);
        let Some(runs) = runs else {
            let same = page.chars().zip(words.chars()).take_while(|(a, b)| a == b).count();
            let shown =
                |all: &str| all.chars().skip(same.saturating_sub(30)).take(90).collect::<String>();
            panic!("{name}:\npage  {}\ndraft {}", shown(&page), shown(&words));
        };
        let left: usize = runs.iter().map(|run| run.chars().count()).sum();
        assert!(left <= pictures * IN_A_CHART, "{name}: {pictures} charts, {runs:?}");
    }
}

#[test]
fn every_component_of_the_format_stands_in_the_draft_as_on_the_page() {
    let case = with_every_component();
    case.build().ends_with(0);
    case.run(["draft", "--period", "2024-Q1"]).ends_with(0);
    let name = "hai-xa/2024-Q1/tong-hop";
    let (page, docx) = (letters(case.pdf(name).text()), draft_in(&case, name));
    let words = letters(&docx.words());
    // Notes at the foot of a page are painted where the page ends.
    for said in [
        "THƯỢNGKHẨN",
        "LƯUHÀNHNỘIBỘ",
        "Dựthảolần3",
        "TranThiB-12",
        "BộphậntổnghợpBanTuyêngiáo",
        "CỦAHAIBAN",
        "TRƯỞNGBANTUYÊNGIÁO",
        "kiêm",
        "TrầnThịB",
    ] {
        assert!(words.contains(said), "{said}:\n{words}");
    }
    let sorted = |text: &str| {
        let mut all: Vec<char> = text.chars().collect();
        all.sort_unstable();
        all
    };
    assert_eq!(sorted(&words), sorted(&page), "\n{words}\n{page}");
    let xml = docx.part("word/document.xml");
    assert!(xml.contains("w:vAnchor=\"page\"") && xml.contains("w:yAlign=\"bottom\""), "{xml}");
    // The note stands 10 mm above the paper's edge, names of signers level, and an empty cell is no higher than its row.
    assert!(xml.contains("w:y=\"16005\""), "{xml}");
    let above = |name: &str| {
        let end = xml.find(name).unwrap_or_else(|| panic!("no {name}"));
        let spacing = xml[..end].rfind("<w:spacing w:before=\"").expect("room above");
        let digits = xml[spacing + 21..].split('"').next().expect("a number");
        digits.parse::<u32>().expect("a number")
    };
    assert_eq!(above("Nguyễn Văn A"), above("Trần Thị B") + 2 * 380);
    assert!(!xml.contains("<w:p><w:pPr></w:pPr></w:p></w:tc>"), "{xml}");
    assert!(docx.part("word/settings.xml").contains("w:mirrorMargins"));
}
