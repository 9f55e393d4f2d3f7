//! What of a document is not taken, in words: which passage, why, and what to do. Not for deciding it ([`super::compare`]).

use super::explained::{Explained, name};
use super::printed::TextKey;
use crate::diagnostic::{Code, Finding};
use crate::docx::aside::AsideKind;
use crate::source::Span;

/// Characters of a passage that are quoted.
const QUOTED: usize = 160;
/// Words that are quoted on either side of what differs.
const AROUND: usize = 8;

/// Something that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Computed words are others now, or words stand among them.
    Computed { old: String, new: String, all_there: bool },
    /// Computed paragraphs are gone.
    ComputedGone { old: Vec<String> },
    /// New words that belong to no text.
    Nobody { words: String },
    /// Cells that were put in.
    Cells { words: Vec<String> },
    /// New words between two texts.
    Between { words: String, one: TextKey, other: TextKey },
    /// Words of a text that stand elsewhere now.
    MovedOut { key: TextKey, words: String },
    /// A number is another now, or gone.
    Value { key: TextKey, printed: String, typed: String, words: String },
    /// Words that cannot be changed here.
    Locked { key: TextKey, why: String, words: String },
    /// Braces that were typed.
    Braces { key: TextKey, words: String },
    /// A text that is printed twice and says two things now.
    Copies { key: TextKey },
    /// Words beside the text.
    Beside { kind: AsideKind, words: String },
}

impl Refusal {
    /// The text that stays as it is for it.
    #[must_use]
    pub(crate) fn key(&self) -> Option<&TextKey> {
        match self {
            Self::MovedOut { key, .. }
            | Self::Value { key, .. }
            | Self::Locked { key, .. }
            | Self::Braces { key, .. }
            | Self::Copies { key } => Some(key),
            _ => None,
        }
    }

    /// What is found, at the document.
    #[must_use]
    pub(crate) fn finding(&self, at: &Span, explained: &Explained) -> Finding {
        let code =
            if matches!(self, Self::Value { .. }) { Code::WordFigure } else { Code::WordPlace };
        Finding::new(code, self.message()).at(at).hint(self.hint(explained))
    }

    fn message(&self) -> String {
        match self {
            Self::Computed { old, new, all_there } => {
                let (old, new) = around(old, new);
                let done = if *all_there { "bị gõ thêm chữ" } else { "bị sửa" };
                format!("câu do chương trình lập {done}: «{old}» thành «{new}»")
            }
            Self::ComputedGone { old } => match old.as_slice() {
                [one] => format!("đoạn do chương trình lập bị xóa: «{}»", quoted(one)),
                all => format!(
                    "{} đoạn, ô do chương trình lập bị xóa, từ «{}» đến «{}»",
                    all.len(),
                    quoted(&all[0]),
                    quoted(&all[all.len() - 1])
                ),
            },
            Self::Nobody { words } => {
                format!("chữ mới không thuộc lời văn nào: «{}»", quoted(words))
            }
            Self::Cells { words } => format!(
                "{} ô bảng thêm trong Word, không thuộc lời văn nào: «{}»",
                words.len(),
                quoted(&words.join(" | "))
            ),
            Self::Between { words, one, other } => format!(
                "chữ mới ở giữa hai lời văn, không rõ của {} hay của {}: «{}»",
                one.shown(),
                other.shown(),
                quoted(words)
            ),
            Self::MovedOut { key, words } => format!(
                "{}: đoạn bị chuyển ra chỗ không thuộc lời văn nào: «{}»",
                key.shown(),
                quoted(words)
            ),
            Self::Value { key, printed, typed, words } => format!(
                "{}: số «{printed}» ({}) bị sửa hoặc xóa: «{}»",
                key.shown(),
                name(typed),
                quoted(words)
            ),
            Self::Locked { key, why, words } => {
                format!("{}: {why}: «{}»", key.shown(), quoted(words))
            }
            Self::Braces { key, words } => {
                format!("{}: có ngoặc nhọn kép gõ trong Word: «{}»", key.shown(), quoted(words))
            }
            Self::Copies { key } => {
                format!("{}: được in ở nhiều chỗ, các chỗ bị sửa khác nhau", key.shown())
            }
            Self::Beside { kind, words } => {
                format!("chữ ở {}, không thuộc lời văn nào: «{}»", kind.name(), quoted(words))
            }
        }
    }

    fn hint(&self, explained: &Explained) -> String {
        match self {
            Self::Computed { all_there: true, .. } if explained.all().is_some() => {
                "lời thêm về một chỉ tiêu thì ghi ở chi_tieu.MÃ.nhan_xet trong tệp YAML, lời khác thì gõ vào lời văn (ô có viền trong bản Word); câu chữ chung thì sửa cau-chu.yaml của loại báo cáo".to_owned()
            }
            Self::Cells { .. } => {
                "bảng trong báo cáo do chương trình lập từ số liệu; nội dung khác thì viết thành lời văn (ô có viền trong bản Word) rồi nhập lại".to_owned()
            }
            Self::Computed { .. } | Self::ComputedGone { .. } => {
                let command = explained.all();
                let from =
                    command.map_or(String::new(), |command| format!(" ({command} nêu các số)"));
                format!(
                    "số liệu sai thì sửa trong tệp số liệu{from}; câu chữ chung thì sửa cau-chu.yaml của loại báo cáo; nếu không thì trả lại câu ấy như cũ"
                )
            }
            Self::Nobody { .. } | Self::Beside { .. } => {
                "muốn in thì chép vào đúng lời văn (ô có viền trong bản Word, hoặc khóa trong tệp YAML) rồi nhập lại".to_owned()
            }
            Self::Between { .. } => {
                "gõ đoạn ấy vào trong ô của đúng lời văn, hoặc chép vào tệp YAML".to_owned()
            }
            Self::MovedOut { .. } => {
                "lời văn này được giữ như cũ; chuyển đoạn về chỗ cũ, hoặc sửa trong tệp YAML".to_owned()
            }
            Self::Value { typed, .. } => {
                let command = explained.one(typed);
                let from = command
                    .map_or(String::new(), |command| format!(" ({command} cho biết từ đâu ra)"));
                format!(
                    "lời văn này được giữ như cũ; số sai thì sửa số liệu{from}, không cần số ấy nữa thì sửa câu trong tệp YAML"
                )
            }
            Self::Locked { .. } => {
                "lời văn này được giữ như cũ; bỏ chỗ sửa ấy trong bản Word, muốn sửa thì sửa thẳng trong tệp nêu trên".to_owned()
            }
            Self::Braces { .. } => {
                "số liệu trong lời văn viết ở tệp YAML; trong Word chỉ gõ chữ thường".to_owned()
            }
            Self::Copies { .. } => "sửa các chỗ như nhau, hoặc chỉ sửa một chỗ".to_owned(),
        }
    }
}

/// Two passages where they differ, with a few words around.
fn around(old: &str, new: &str) -> (String, String) {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (words(old), words(new));
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - same;
    let behind = old.iter().rev().zip(new.iter().rev()).take(rest);
    let behind = behind.take_while(|(old, new)| old == new).count();
    let cut = |words: &[String]| {
        let (from, to) = (same.saturating_sub(AROUND), words.len() - behind.saturating_sub(AROUND));
        let before = if from > 0 { "… " } else { "" };
        let after = if to < words.len() { " …" } else { "" };
        format!("{before}{}{after}", quoted(&words[from..to].join(" ")))
    };
    (cut(&old), cut(&new))
}

/// A passage, not too long.
#[must_use]
pub(crate) fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
