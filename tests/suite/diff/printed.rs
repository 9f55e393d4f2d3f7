//! What is kept of a report is what its page says. Not for what changes.

use baocao::diff::content::{BlockKind, Content};

use super::contents;
use crate::dossier::{Dossier, sample};
use crate::views::read;

/// Letters the format library prints by itself at most: the country's party, number, date, “Nơi nhận”; of each appendix, what it
/// belongs to.
const OF_THE_LIBRARY: usize = 150;
const OF_AN_APPENDIX: usize = 130;

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[test]
fn all_a_page_prints_is_kept_and_nothing_else() {
    let loaded = read(&Dossier::samples());
    let all = contents(&loaded, |_| true);
    assert!(all.len() > 100, "{} reports", all.len());
    for (name, content) in all {
        let page = sample(&name);
        for block in &content.khoi {
            for text in &block.chu {
                let printed = page.says(text) || page.says(&text.to_uppercase());
                assert!(printed, "{name} does not print «{text}»");
            }
        }
        let kept: usize = content.khoi.iter().map(|block| letters(&block.line())).sum();
        let appendices = page.text().matches("Phụ lục").count();
        let most = kept + OF_THE_LIBRARY + appendices * OF_AN_APPENDIX;
        let printed = letters(page.text());
        assert!(
            (kept..=most).contains(&printed),
            "{name} prints {printed} letters, kept are {kept}"
        );
    }
}

#[test]
fn what_is_kept_can_be_read_again_and_another_version_cannot() {
    let loaded = read(&Dossier::case("hai-xa"));
    for content in contents(&loaded, |_| true).into_values() {
        let json = content.to_json();
        assert_eq!(Content::from_json(json.as_bytes()), Some(content));
        let newer = json.replacen("\"phien_ban\":1", "\"phien_ban\":2", 1);
        assert_eq!(Content::from_json(newer.as_bytes()), None);
    }
}

#[test]
fn a_table_is_kept_with_its_heads_above_its_rows() {
    let loaded = read(&Dossier::case("hai-xa"));
    let content = contents(&loaded, |job| job.name() == "hai-xa/2024-Q2/tong-hop");
    let blocks = &content["hai-xa/2024-Q2/tong-hop"].khoi;
    let head = blocks.iter().position(|block| block.loai == BlockKind::TableHead).expect("a table");
    let row = &blocks[head + 1];
    assert_eq!(row.loai, BlockKind::Row);
    assert_eq!(row.chu.len(), blocks[head].chu.len(), "{row:?}");
}
