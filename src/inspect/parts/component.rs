//! The components of a document by name, and the lines of each. Not for how they are found.

use serde::Deserialize;

use super::DocumentParts;
use super::under_number::{is_urgency, lines_of};
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// A component whose words are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Component {
    /// Cell 2, the superior body.
    #[serde(rename = "cap_tren")]
    Superior,
    /// Cell 2, the issuing body.
    #[serde(rename = "co_quan")]
    Issuing,
    /// Cell 2, the asterisk.
    #[serde(rename = "sao")]
    Asterisk,
    /// Cell 3.
    #[serde(rename = "so")]
    Symbol,
    /// Cell 4.
    #[serde(rename = "ngay")]
    Date,
    /// Each line under the number.
    #[serde(rename = "duoi_so")]
    UnderNumber,
    /// Cell 10, what is or should be a mark of urgency.
    #[serde(rename = "khan")]
    Urgency,
    /// Cell 11b.
    #[serde(rename = "du_thao")]
    DraftNote,
    /// Cell 5b.
    #[serde(rename = "trich_yeu_cong_van")]
    LetterSubject,
    /// Cell 5a, the type.
    #[serde(rename = "loai")]
    Kind,
    /// Cell 5a, the subject.
    #[serde(rename = "trich_yeu")]
    Subject,
    /// Cell 9a, the words before the addressees.
    #[serde(rename = "kinh_gui")]
    Salutation,
    /// Each paragraph of the text.
    #[serde(rename = "doan")]
    Paragraph,
    /// Cell 7a, for whom.
    #[serde(rename = "quyen_han")]
    Authority,
    /// Cell 7a, the position.
    #[serde(rename = "chuc_vu")]
    Position,
    /// Cell 7c, words where the signature belongs.
    #[serde(rename = "cho_ky")]
    SigningRoom,
    /// Cell 7b.
    #[serde(rename = "ho_ten")]
    Name,
    /// Cell 9a, the words "Nơi nhận:".
    #[serde(rename = "noi_nhan")]
    RecipientsLabel,
    /// Cell 9a, each recipient.
    #[serde(rename = "noi_nhan_muc")]
    Recipients,
}

impl Component {
    /// The lines of each of its items: one where there is only one in a document, none where there is none.
    pub(crate) fn items(self, parts: &DocumentParts) -> Vec<Vec<&TextLine>> {
        let (head, closing) = (&parts.head, &parts.closing);
        match self {
            Self::Superior => single(&head.superior),
            Self::Issuing => single(&head.issuing),
            Self::Asterisk => single(head.asterisk.as_slice()),
            Self::Symbol => single(head.symbol.as_slice()),
            Self::Date => {
                let lines: Vec<&TextLine> = head.date_place.iter().chain(&head.date).collect();
                if lines.is_empty() { Vec::new() } else { vec![lines] }
            }
            Self::UnderNumber => head.under_number.iter().map(|line| vec![line]).collect(),
            Self::Urgency => {
                let urgent =
                    lines_of(head, Rule::Urgency).into_iter().filter(|line| is_urgency(line));
                urgent.map(|line| vec![line]).collect()
            }
            Self::DraftNote => {
                lines_of(head, Rule::DraftNote).into_iter().map(|line| vec![line]).collect()
            }
            Self::LetterSubject => {
                let lines = lines_of(head, Rule::LetterSubject);
                if lines.is_empty() { Vec::new() } else { vec![lines] }
            }
            Self::Kind => single(head.kind.as_slice()),
            Self::Subject => single(&head.subject),
            Self::Salutation => parts.salutation.iter().map(|line| vec![line]).collect(),
            Self::Paragraph => parts.body.iter().map(|own| own.lines.iter().collect()).collect(),
            Self::Authority => single(&closing.authority),
            Self::Position => single(&closing.position),
            Self::SigningRoom => single(closing.in_signing_room.as_slice()),
            Self::Name => single(closing.name.as_slice()),
            Self::RecipientsLabel => single(closing.recipients_label.as_slice()),
            Self::Recipients => {
                closing.recipients.iter().map(|item| item.iter().collect()).collect()
            }
        }
    }

    /// The line beside which it is missed.
    pub(crate) fn neighbour(self, parts: &DocumentParts) -> Option<&TextLine> {
        match self {
            Self::Superior => parts.head.issuing.first(),
            Self::Authority => parts.closing.position.first(),
            Self::Position => parts.closing.authority.last(),
            _ => None,
        }
    }

    /// Whether it is of the signature, of which a joint document has several.
    pub(crate) fn of_signature(self) -> bool {
        matches!(self, Self::Authority | Self::Position | Self::SigningRoom | Self::Name)
    }
}

/// The lines as the only item, if there are any.
fn single(lines: &[TextLine]) -> Vec<Vec<&TextLine>> {
    if lines.is_empty() { Vec::new() } else { vec![lines.iter().collect()] }
}

/// The text of an item, with the tone marks of open syllables where most put them.
pub(crate) fn text_of_item(lines: &[&TextLine]) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() && !ends_within_word(&text) {
            text.push(' ');
        }
        text.push_str(&line.text());
    }
    with_usual_marks(&text)
}

/// Whether a line ends with a hyphen or slash within a word, behind which a word processor breaks lines.
fn ends_within_word(line: &str) -> bool {
    line.strip_suffix(['-', '/']).is_some_and(|word| word.ends_with(char::is_alphanumeric))
}

/// «uỷ» and «hoả» as «ủy» and «hỏa»: authors write either.
pub(crate) fn with_usual_marks(text: &str) -> String {
    let pairs = [("uỷ", "ủy"), ("Uỷ", "Ủy"), ("UỶ", "ỦY"), ("HOẢ", "HỎA"), ("hoả", "hỏa")];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
