//! The columns of a form's sheets: the word that names each in the hidden first row, what it is called, how wide it is. Not
//! for what stands in them.

/// A column of the sheets of figures and texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// The figure's id or the text's key; hidden.
    Id,
    /// The row's number.
    Number,
    /// What the figure or text is called.
    Name,
    /// The unit of measure.
    Measure,
    /// How it is counted.
    Counting,
    /// The earlier value.
    Earlier,
    /// The value; to be filled in.
    Value,
    /// What the live checks say.
    Check,
    /// Where the value comes from; to be filled in where the plan wants it named.
    Source,
    /// Why a figure fell; to be filled in.
    Reason,
    /// Whether the value is an estimate; to be marked.
    Estimate,
    /// A line of help.
    Help,
    /// The text; to be filled in.
    Content,
    /// What kind of document was issued; to be filled in, like the three below.
    DocumentKind,
    /// Its number and symbol.
    DocumentNumber,
    /// Its date.
    DocumentDate,
    /// What it is about.
    DocumentSubject,
}

/// The columns of the sheet of figures, from the left.
pub(crate) const FIGURES: [Column; 11] = [
    Column::Id,
    Column::Number,
    Column::Name,
    Column::Measure,
    Column::Counting,
    Column::Earlier,
    Column::Value,
    Column::Check,
    Column::Source,
    Column::Reason,
    Column::Estimate,
];

/// The columns of the sheet of texts.
pub(crate) const TEXTS: [Column; 5] =
    [Column::Id, Column::Number, Column::Name, Column::Help, Column::Content];

/// The columns of the sheet of documents.
pub(crate) const DOCUMENTS: [Column; 6] = [
    Column::Id,
    Column::Number,
    Column::DocumentKind,
    Column::DocumentNumber,
    Column::DocumentDate,
    Column::DocumentSubject,
];

impl Column {
    const ALL: [Self; 17] = [
        Self::Id,
        Self::Number,
        Self::Name,
        Self::Measure,
        Self::Counting,
        Self::Earlier,
        Self::Value,
        Self::Check,
        Self::Source,
        Self::Reason,
        Self::Estimate,
        Self::Help,
        Self::Content,
        Self::DocumentKind,
        Self::DocumentNumber,
        Self::DocumentDate,
        Self::DocumentSubject,
    ];

    /// Its word in the hidden row.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Id => "ma",
            Self::Number => "stt",
            Self::Name => "ten",
            Self::Measure => "don_vi_tinh",
            Self::Counting => "cach_tinh",
            Self::Earlier => "ky_truoc",
            Self::Value => "ky_nay",
            Self::Check => "kiem_tra",
            Self::Source => "nguon",
            Self::Reason => "giai_trinh",
            Self::Estimate => "uoc",
            Self::Help => "goi_y",
            Self::Content => "noi_dung",
            Self::DocumentKind => "vb_loai",
            Self::DocumentNumber => "vb_so",
            Self::DocumentDate => "vb_ngay",
            Self::DocumentSubject => "vb_trich_yeu",
        }
    }

    /// The column with this word.
    #[must_use]
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.word() == word.trim())
    }

    /// Its place on its sheet.
    #[must_use]
    pub(crate) fn place(self) -> u16 {
        let place = |all: &[Self]| all.iter().position(|column| *column == self);
        let place = place(&FIGURES).or_else(|| place(&TEXTS)).or_else(|| place(&DOCUMENTS));
        let place = place.expect("a column of a sheet");
        u16::try_from(place).expect("few columns")
    }

    /// Its letter on its sheet.
    #[must_use]
    pub(crate) fn letter(self) -> char {
        let letter = u8::try_from(self.place()).expect("few columns");
        char::from(b'A' + letter)
    }
}
