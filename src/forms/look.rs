//! How cells of a form look: faces, colours, borders, what may be typed into. Not for what stands in them.

use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// The face of the Party's documents, which every office has.
const FACE: &str = "Times New Roman";
/// What is to be filled in.
const TO_FILL: Color = Color::RGB(0x00FF_F9DB);
/// The heads of columns.
const HEAD: Color = Color::RGB(0x00E7_E6E6);
/// Lines between cells.
const LINE: Color = Color::RGB(0x0080_8080);
/// A4.
const A4: u8 = 9;

/// The cells of a form by what they are for.
pub(crate) struct Look {
    /// The title.
    pub(crate) title: Format,
    /// Lines below it.
    pub(crate) line: Format,
    /// The heads of columns.
    pub(crate) head: Format,
    /// Words that are given.
    pub(crate) words: Format,
    /// Words that are given, in the middle.
    pub(crate) middle: Format,
    /// What the live checks say.
    pub(crate) check: Format,
    /// The same where something is wrong.
    pub(crate) wrong: Format,
    /// Words to be filled in.
    pub(crate) typed_words: Format,
    /// A date to be filled in.
    pub(crate) typed_date: Format,
    /// What nobody asks for.
    pub(crate) closed: Format,
}

impl Look {
    /// The look of all forms.
    #[must_use]
    pub(crate) fn new() -> Self {
        let plain = Format::new().set_font_name(FACE).set_font_size(12);
        let boxed = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let middle = boxed.clone().set_align(FormatAlign::Center);
        let typed = boxed.clone().set_background_color(TO_FILL).set_unlocked();
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            line: plain.clone().set_align(FormatAlign::VerticalCenter),
            head: middle.clone().set_bold().set_background_color(HEAD),
            check: boxed.clone().set_italic(),
            wrong: Format::new().set_font_color(Color::RGB(0x00C0_0000)).set_bold(),
            typed_words: typed.clone().set_align(FormatAlign::Top),
            typed_date: typed.set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy"),
            closed: boxed.clone().set_background_color(HEAD),
            words: boxed,
            middle,
        }
    }

    /// A number that is given.
    #[must_use]
    pub(crate) fn number(&self, decimals: u8) -> Format {
        self.words.clone().set_align(FormatAlign::Right).set_num_format(pattern(decimals))
    }

    /// A number to be filled in.
    #[must_use]
    pub(crate) fn typed_number(&self, decimals: u8) -> Format {
        let typed = self.typed_words.clone().set_align(FormatAlign::VerticalCenter);
        typed.set_align(FormatAlign::Right).set_num_format(pattern(decimals)).set_bold()
    }
}

/// How numbers are shown: with as many decimals as the plan gives them.
fn pattern(decimals: u8) -> String {
    match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(usize::from(decimals))),
    }
}

/// A sheet that prints on A4 lying across, as wide as a page, with the heads of its columns on each.
///
/// # Errors
/// A name that is none for a sheet.
pub(crate) fn sheet<'w>(
    book: &'w mut Workbook,
    name: &str,
) -> Result<&'w mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.4, 0.5, 0.5, 0.3, 0.3).set_footer("&L&A&R&P/&N");
    // Where a program does not compute when it opens a file, nothing is to be seen, not 0.
    sheet.set_screen_gridlines(false).set_formula_result_default("");
    Ok(sheet)
}

/// Closes a sheet but for what is to be filled in; without a password, and rows and columns can be made larger.
pub(crate) fn protect(sheet: &mut Worksheet) {
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    };
    sheet.protect_with_options(&options);
}

/// How high a row is that holds these words in columns of these widths.
#[must_use]
pub(crate) fn height(words: &[(&str, u32)]) -> u32 {
    let lines = |(text, width): &(&str, u32)| {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        length.div_ceil((*width).max(1)).clamp(1, 8)
    };
    words.iter().map(lines).max().unwrap_or(1) * 16 + 4
}
