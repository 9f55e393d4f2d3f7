//! The closed list of rules a document is held against. Not for what a regulation asks by them, which its table says
//! ([`super::table`]).

macro_rules! rules {
    ($($rule:ident $key:literal $doc:literal)*) => {
        /// One thing a document is held to. What exactly is asked differs by regulation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $doc] $rule,)*
        }

        impl Rule {
            /// Every rule, in the order of the tables.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// Its name in the tables and in `--format json`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$rule => $key),* }
            }
        }
    };
}

rules! {
    PaperSize "kho_giay" "The paper is A4."
    Orientation "huong_giay" "Only pages with tables lie on their side."
    TopMargin "le_tren" "The upper margin."
    BottomMargin "le_duoi" "The lower margin."
    LeftMargin "le_trai" "The left margin, the right one on a back side."
    RightMargin "le_phai" "The right margin, the left one on a back side."
    Typeface "phong_chu" "The faces, and that the file carries them."
    TextColor "mau_chu" "Text is black."
    TextEncoding "ma_chu" "Text is precomposed Unicode."
    PageNumber "so_trang" "Page numbers: which pages, where, how large."
    PartyName "ten_dang" "Cell 1: the Party's name."
    PartyNameLine "ke_ten_dang" "Cell 1: the line under the Party's name."
    StateHeading "quoc_hieu" "Cell 1: no heading of the state."
    SuperiorBody "cap_tren" "Cell 2: the superior body."
    IssuingBody "co_quan" "Cell 2: the issuing body."
    Asterisk "sao" "Cell 2: the asterisk under the names."
    Symbol "so_ky_hieu" "Cell 3: number and symbol."
    PlaceAndDate "dia_danh_ngay" "Cell 4: place and date."
    NumericDate "ngay_so" "Cell 4: dates written in figures, anywhere in the text."
    DocumentType "loai" "Cell 5a: the type of document."
    Author "tac_gia" "Cell 5a: the author under the type."
    Subject "trich_yeu" "Cell 5a: the subject."
    LetterSubject "trich_yeu_cong_van" "Cell 5b: the subject of a letter, under its number."
    Hyphens "gach" "Cell 5a: the hyphens under the subject."
    LegalBasis "can_cu" "Cell 6: the legal bases a document begins with."
    BodyText "than" "Cell 6: size and style of the text."
    FirstLineIndent "thut_dau_dong" "Cell 6: the indent of a paragraph's first line."
    Justification "can_deu" "Cell 6: lines reach from margin to margin."
    LineSpacing "gian_dong" "Cell 6: the distance of lines."
    ParagraphSpacing "cach_doan" "Cell 6: the room between paragraphs."
    PartHeading "phan_chuong" "Cell 6: the label of a part, chapter or section."
    SectionHeading "de_muc" "Cell 6: headings with a Roman number."
    CitedSymbol "dut_dong" "Cell 6: number and symbol of a document that is cited, written as at its head, on one line."
    DecimalSeparator "dau_so" "Cell 6: a comma before decimals, dots between thousands."
    BodyEnding "ket_thuc" "Cell 6: how the text ends."
    Salutation "kinh_gui" "Cell 9a: \"Kính gửi\", of a letter alone."
    Addressee "noi_gui" "Cell 9a: whom a letter is addressed to."
    SigningAuthority "quyen_han" "Cell 7a: for whom somebody signs."
    SignerPosition "chuc_vu" "Cell 7a: the signer's position."
    SigningRoom "cho_ky" "Cell 7c: the room to sign."
    SignerName "ho_ten" "Cell 7b: the signer's name."
    SignaturePage "trang_ky" "Cell 7: the signature stands together, on a page that carries text of the document."
    RecipientsLabel "noi_nhan" "Cell 9a: the words \"Nơi nhận:\"."
    Recipients "noi_nhan_muc" "Cell 9a: the list of recipients."
    Urgency "khan" "Cell 10: the mark of urgency."
    CirculationNote "luu_hanh" "Cell 11a: the note on circulation above the text."
    MediaNote "khong_pho_bien" "Cell 11a: the note that keeps a document from the media."
    DraftNote "du_thao" "Cell 11b: the note on a draft."
    Drafter "soan_thao" "Cell 12: who drafted the document."
    AppendixLabel "phu_luc" "An appendix: number, title, that the text points to it."
    AppendixAttachment "phu_luc_kem_theo" "An appendix: what it is attached to."
    AppendixHyphens "phu_luc_gach" "An appendix: the hyphens under its head."
}

/// Who decides what a component says, where a program makes the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RuleOwner {
    /// Who declares the issuer: names, symbol, place, signers, recipients and the notes around them.
    Issuer,
    /// Who writes the texts.
    Writer,
    /// Who lays documents out.
    Layout,
}

impl Rule {
    /// Who decides what the component says. How it looks is always the layout's.
    #[must_use]
    pub(crate) fn owner(self) -> RuleOwner {
        match self {
            Self::SuperiorBody
            | Self::IssuingBody
            | Self::Symbol
            | Self::PlaceAndDate
            | Self::Author
            | Self::Subject
            | Self::LetterSubject
            | Self::Addressee
            | Self::SigningAuthority
            | Self::SignerPosition
            | Self::SignerName
            | Self::Recipients
            | Self::Drafter => RuleOwner::Issuer,
            Self::NumericDate | Self::CitedSymbol | Self::DecimalSeparator | Self::TextEncoding => {
                RuleOwner::Writer
            }
            _ => RuleOwner::Layout,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_rules_share_a_key() {
        let keys: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.key()).collect();
        assert_eq!(keys.len(), Rule::ALL.len());
    }
}
