//! Writes documents into one file of a word processor, each in sections of its own, so that all are converted to PDF at
//! once and share their faces. Not for what is in them ([`super::sheet`]).
#![expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths of a few hundred millimetres, in twentieths of a point"
)]

use std::collections::BTreeMap;
use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, FieldCharType, Header, InstrPAGE, InstrText, LineSpacing, LineSpacingType,
    PageMargin, PageNumType, PageSize, Paragraph, Run, RunFonts, Section, SpecialIndentType, Table,
    TableCell, TableCellBorders, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::sheet::{Line, PageNumbers, Place, Sheet, Side};

/// A section, and the header it has of its own.
struct Planned {
    section: Section,
    header: Option<SectionHeader>,
}

/// A section of the library has one kind of header: a page between documents has the page number, the sections behind it take
/// that over and leave it away on their first page.
enum SectionHeader {
    Number(Box<Paragraph>),
    NoneOnFirst,
}

/// The file with these documents, each under its name.
pub(super) fn file<'s>(sheets: impl Iterator<Item = (String, &'s Sheet)>) -> Vec<u8> {
    let mut planned = Vec::new();
    let mut numbered = None;
    for (at, (name, sheet)) in sheets.enumerate() {
        if numbered != Some(sheet.number) {
            planned.push(between(sheet, 10_000 + at));
            numbered = Some(sheet.number);
        }
        planned.push(behind(text(sheet, at, &name), sheet));
        if sheet.at(Place::Appendix).next().is_some() {
            planned.push(behind(appendix(sheet), sheet));
        }
    }
    let docx = Docx::new().default_fonts(faces("Liberation Serif")).default_size(28);
    let docx = with_headers(planned).into_iter().fold(docx, Docx::add_section);
    let mut bytes = Vec::new();
    docx.build().pack(Cursor::new(&mut bytes)).expect("a file");
    bytes
}

/// The sections with their headers. The library writes headers in the order of their numbers as text, 1, 10, 11 … 2, so each is
/// given to the section whose number stands in its place there.
fn with_headers(planned: Vec<Planned>) -> Vec<Section> {
    let content = |header: &SectionHeader| match header {
        SectionHeader::Number(number) => (**number).clone(),
        SectionHeader::NoneOnFirst => Paragraph::new(),
    };
    let contents: Vec<Paragraph> =
        planned.iter().filter_map(|own| own.header.as_ref()).map(content).collect();
    let mut order: Vec<usize> = (1..=contents.len()).collect();
    order.sort_by_key(ToString::to_string);
    let placed: BTreeMap<usize, Paragraph> = order.into_iter().zip(contents).collect();
    let mut headers = placed.into_values().map(|content| Header::new().add_paragraph(content));
    let sections = planned.into_iter().map(|Planned { section, header }| match header {
        Some(SectionHeader::Number(_)) => section.header(headers.next().expect("one each")),
        Some(SectionHeader::NoneOnFirst) => section.first_header(headers.next().expect("one each")),
        None => section,
    });
    sections.collect()
}

fn between(sheet: &Sheet, at: usize) -> Planned {
    let blank = paragraph(&blank_line())
        .add_bookmark_start(at, format!("between-{at}"))
        .add_bookmark_end(at);
    Planned {
        section: paged(sheet).add_paragraph(blank),
        header: Some(SectionHeader::Number(Box::new(page_number(sheet)))),
    }
}

/// A section without a number on its first page, unless the document has one there too.
fn behind(section: Section, sheet: &Sheet) -> Planned {
    Planned { section, header: (!sheet.number.first).then_some(SectionHeader::NoneOnFirst) }
}

fn page_number(sheet: &Sheet) -> Paragraph {
    let PageNumbers { size, before, side, .. } = sheet.number;
    let line = Line { size, side, text: before.to_owned(), leading: 17.0, ..blank_line() };
    let run = || Run::new().size(half_points(size)).fonts(faces(line.face));
    let field = [
        run().add_field_char(FieldCharType::Begin, false),
        run().add_instr_text(InstrText::PAGE(InstrPAGE::new())),
        run().add_field_char(FieldCharType::Separate, false),
        run().add_text("1"),
        run().add_field_char(FieldCharType::End, false),
    ];
    field.into_iter().fold(paragraph(&line), Paragraph::add_run)
}

/// Head, text and end.
fn text(sheet: &Sheet, at: usize, name: &str) -> Section {
    let head = table(sheet, [Place::HeadLeft, Place::HeadRight], [78.0, 87.0]);
    // A table cannot begin a page by itself.
    let first = Line { leading: 0.1, size: 1.0, before: 0.0, ..blank_line() };
    let first = paragraph(&first).add_bookmark_start(at, name).add_bookmark_end(at);
    let mut section = paged(sheet).add_paragraph(first).add_table(head);
    for line in sheet.at(Place::Text) {
        section = section.add_paragraph(paragraph(line).page_break_before(line.new_page));
    }
    let end = table(sheet, [Place::EndLeft, Place::EndRight], [80.0, 85.0]);
    let room = Line { leading: 8.0, ..blank_line() };
    section.add_paragraph(paragraph(&room)).add_table(end).add_paragraph(paragraph(&Line {
        leading: 0.1,
        size: 1.0,
        ..blank_line()
    }))
}

fn appendix(sheet: &Sheet) -> Section {
    let mut section = paged(sheet);
    for line in sheet.at(Place::Appendix) {
        section = section.add_paragraph(paragraph(line));
    }
    let row = |texts: [&str; 3]| {
        let line = |text: &&str| Line { text: (*text).to_owned(), size: 12.0, ..blank_line() };
        TableRow::new(
            texts
                .iter()
                .map(|text| TableCell::new().add_paragraph(paragraph(&line(text))))
                .collect(),
        )
    };
    let rows = vec![
        row(["TT", "Nội dung", "Số lượng"]),
        row(["1", "Buổi sinh hoạt", "12"]),
        row(["2", "Lượt người dự", "480"]),
    ];
    let table = Table::new(rows)
        .set_grid(vec![twips(15.0), twips(110.0), twips(38.0)])
        .layout(TableLayoutType::Fixed);
    section
        .add_table(table.indent(i32::try_from(twips(1.0)).expect("small")))
        .add_paragraph(paragraph(&blank_line()))
}

/// A section with the document's paper and margins.
fn paged(sheet: &Sheet) -> Section {
    let mm = |value: f64| i32::try_from(twips(value)).expect("a length");
    let [top, bottom, left, right] = sheet.margins;
    let margin = PageMargin::new().top(mm(top)).bottom(mm(bottom)).left(mm(left)).right(mm(right));
    let [width, height] = sheet.paper.map(|value| u32::try_from(twips(value)).expect("a length"));
    Section::new()
        .page_size(PageSize::new().size(width, height))
        .page_margin(margin.header(mm(10.0)).footer(mm(10.0)))
        .page_num_type(PageNumType::new().start(1))
}

/// Two cells without borders, as clerks put head and end into.
fn table(sheet: &Sheet, places: [Place; 2], widths: [f64; 2]) -> Table {
    let cell = |place, width| {
        let cell = TableCell::new()
            .width(twips(width), WidthType::Dxa)
            .set_borders(TableCellBorders::with_empty().clear_all());
        let blank = if place == Place::HeadRight {
            (sheet.above_number() + 1).saturating_sub(sheet.at(place).count())
        } else {
            0
        };
        let party = sheet.at(place).filter(|line| line.name != "ngay");
        let date = sheet.at(place).filter(|line| line.name == "ngay");
        let cell = party.fold(cell, |cell, line| cell.add_paragraph(paragraph(line)));
        let cell = (0..blank).fold(cell, |cell, _| cell.add_paragraph(paragraph(&blank_line())));
        date.fold(cell, |cell, line| cell.add_paragraph(paragraph(line)))
    };
    let cells = places.into_iter().zip(widths).map(|(place, width)| cell(place, width));
    Table::without_borders(vec![TableRow::new(cells.collect()).cant_split()])
        .set_grid(widths.map(twips).to_vec())
        .layout(TableLayoutType::Fixed)
        .width(twips(widths[0] + widths[1]), WidthType::Dxa)
        .indent(0)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

fn paragraph(line: &Line) -> Paragraph {
    let side = match line.side {
        Side::Left => AlignmentType::Left,
        Side::Middle => AlignmentType::Center,
        Side::Both => AlignmentType::Both,
        Side::Right => AlignmentType::Right,
    };
    let points = |value: f64| (value * 20.0).round() as i32;
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(points(line.leading).max(2))
        .before(u32::try_from(points(line.before)).expect("a distance"))
        .after(0);
    let [left, first] = line.indent.map(|value| (value / 25.4 * 1440.0).round() as i32);
    let mut run = Run::new()
        .size(half_points(line.size))
        .color(line.color)
        .fonts(faces(line.face))
        .add_text(&line.text);
    if line.bold {
        run = run.bold();
    }
    if line.italic {
        run = run.italic();
    }
    if line.underline {
        run = run.underline("single");
    }
    let paragraph = Paragraph::new()
        .align(side)
        .line_spacing(spacing)
        .widow_control(false)
        .snap_to_grid(false)
        .add_run(run);
    paragraph.indent(Some(left), Some(SpecialIndentType::FirstLine(first)), None, None)
}

fn blank_line() -> Line {
    Line::new("cho", Place::Appendix, "")
}

fn faces(face: &str) -> RunFonts {
    RunFonts::new().ascii(face).hi_ansi(face).cs(face).east_asia(face)
}

fn half_points(points: f64) -> usize {
    (points * 2.0).round() as usize
}

/// Millimetres in twentieths of a point.
fn twips(mm: f64) -> usize {
    (mm / 25.4 * 1440.0).round() as usize
}
