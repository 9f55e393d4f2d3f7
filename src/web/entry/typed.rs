//! What was typed into the form of a return, read by the readers of forms that units fill in: values, texts, the date, and what is
//! wrong with a field. Not for writing it ([`super::page`]).

use std::collections::BTreeMap;

use super::entry_form::EntryForm;
use super::fields::{
    ESTIMATE, FieldValues, ListedRow, NONE_AROSE, are_decimals, are_digits, documents, listed,
    manner, same, source, text, value,
};
use crate::diagnostic::{Code, Finding, Severity};
use crate::forms::dates;
use crate::forms::documents::{PARTS, corrected, taken_out};
use crate::forms::filled::{Filled, TypedDocument, TypedText};
use crate::import::blank_date::AS_OF;
use crate::import::cells;
use crate::import::rows::TableValue;
use crate::import::table::{CellContent, SourceTable};
use crate::import::text_edit::{NewValue, TextEdit};
use crate::model::figure::Figure;
use crate::model::returns::Amount;
use crate::model::text::Line;
use crate::vietnamese::nearest::fold;

/// The part of a document that is a date.
const DATE: &str = PARTS[2];

/// What is wrong with a field, by its name.
pub(super) type Wrong = BTreeMap<String, Finding>;

/// Reads what was typed where it is another than the file has.
pub(super) fn filled<'p>(
    content: &EntryForm<'p>,
    typed: &FieldValues,
    disk: &FieldValues,
) -> (Filled<'p>, Wrong) {
    let (mut filled, mut wrong) = (Filled::default(), Wrong::new());
    let changed = |name: &String| !same(&typed[name], &disk[name]);
    let date = cell(&typed[AS_OF]);
    match dates::read(&date, (0, 0), content.period) {
        Ok(None) if changed(&AS_OF.to_owned()) => _ = wrong.insert(AS_OF.to_owned(), undated()),
        Ok(date) => filled.as_of = date,
        Err(finding) => _ = wrong.insert(AS_OF.to_owned(), finding),
    }
    for figure in content.rows.iter().map(|row| row.figure) {
        let mut names = vec![value(figure), manner(figure)];
        names.extend(figure.source_required.then(|| source(figure)));
        if names.iter().any(changed) {
            let was = [&disk[&value(figure)], &disk[&manner(figure)]];
            match figure_value(figure, typed) {
                Ok(Some(value)) => filled.values.push(value),
                Ok(None) if was.iter().any(|had| !had.is_empty()) => {
                    filled.cleared.push(vec!["so_lieu".to_owned(), figure.id.to_string()]);
                }
                Ok(None) => _ = wrong.insert(value(figure), unsaid(figure)),
                Err(finding) => _ = wrong.insert(value(figure), finding),
            }
        }
    }
    for field in &content.texts {
        let name = text(field);
        if !changed(&name) {
            continue;
        }
        let words = typed[&name].trim_end().to_owned();
        if words.trim().is_empty() {
            filled.cleared.push(field.path.clone());
        } else {
            filled.texts.push(TypedText { path: field.path.clone(), text: words });
        }
    }
    filled.listed = listed_changes(typed, disk, &mut wrong);
    for row in documents(content) {
        if row.iter().any(|name| !typed[name].trim().is_empty()) {
            match document(&row, typed).and_then(|one| not_listed(one, typed, disk)) {
                Ok(document) => filled.documents.push(document),
                Err(finding) => _ = wrong.insert(row[0].clone(), finding),
            }
        }
    }
    wrong.extend(typed.iter().filter(|(name, _)| changed(name)).filter_map(unwritable));
    (filled, wrong)
}

/// A field with a character that no file holds.
fn unwritable((name, words): (&String, &String)) -> Option<(String, Finding)> {
    let stands = |c: &char| c.is_control() && !matches!(c, '\n' | '\t');
    let found = words.chars().find(|c| stands(c) || matches!(c, '\u{fffe}' | '\u{ffff}'))?;
    let message = format!("có ký tự U+{:04X}, không phải chữ, không ai thấy", u32::from(found));
    let finding = Finding::new(Code::HiddenCharacter, message).severity(Severity::Error);
    Some((
        name.clone(),
        finding.hint("xóa lời ở ô ấy rồi gõ lại, hoặc dán lại dưới dạng chữ thường"),
    ))
}

/// A new document, if the file does not list it already.
fn not_listed(
    one: TypedDocument,
    typed: &FieldValues,
    disk: &FieldValues,
) -> Result<TypedDocument, Finding> {
    let alike = |field: &str, said: Option<&String>| {
        fold(&typed[field]) == said.map_or_else(String::new, |words| fold(words))
    };
    let is_it = |row: &ListedRow| {
        let [kind, number, _, subject] = &row.parts;
        let called = alike(kind, Some(&one.kind)) && alike(number, one.number.as_ref());
        let named = one.number.is_some() || alike(subject, one.subject.as_ref());
        typed[&row.gone].is_empty() && called && named
    };
    let Some(row) = listed(disk).find(is_it) else { return Ok(one) };
    let message = format!("văn bản này đã kê ở «Văn bản {}»", row.place + 1);
    let hint = "sửa ngay ở dòng ấy; văn bản khác thì ghi số, ký hiệu hoặc trích yếu của nó";
    Err(Finding::new(Code::NotImported, message).severity(Severity::Error).hint(hint))
}

/// What becomes of the documents a file lists.
fn listed_changes(typed: &FieldValues, disk: &FieldValues, wrong: &mut Wrong) -> Vec<TextEdit> {
    let (mut edits, mut gone) = (Vec::new(), Vec::new());
    for row in listed(disk) {
        if !typed[&row.gone].is_empty() {
            gone.push(taken_out(row.place));
            continue;
        }
        let parts = row.parts.iter().zip(PARTS);
        for (name, part) in parts.filter(|(name, _)| !same(&typed[*name], &disk[*name])) {
            match part_said(part, &typed[name]) {
                Ok(said) => edits.push(corrected(row.place, part, said)),
                Err(finding) => _ = wrong.insert(name.clone(), finding),
            }
        }
    }
    // The last first, so that the places of the others stay what they are.
    edits.into_iter().chain(gone.into_iter().rev()).collect()
}

/// What a part of a document the file lists is to say; none: nothing.
fn part_said(part: &str, typed: &str) -> Result<Option<NewValue>, Finding> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match part {
        _ if words.is_empty() && part == PARTS[0] => Err(no_kind()),
        _ if words.is_empty() => Ok(None),
        DATE if month_of(&words).is_some() => Ok(month_of(&words).map(NewValue::Plain)),
        DATE => {
            let date = dates::of_document(&cell(&words), (0, 0))?;
            Ok(date.map(|date| NewValue::Plain(date.to_string())))
        }
        _ => Ok(Some(NewValue::Line(words))),
    }
}

/// A month without its day, as a file has it: `2024-07`, `7/2024`.
fn month_of(words: &str) -> Option<String> {
    let parts: Vec<&str> = words.split(['/', '-', '.']).collect();
    let [a, b] = parts[..] else { return None };
    let (year, month) = if a.len() == 4 { (a, b) } else { (b, a) };
    let month: u32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    (year.len() == 4 && are_digits(a) && are_digits(b)).then(|| format!("{year}-{month:02}"))
}

fn no_kind() -> Finding {
    let finding = Finding::new(Code::MissingKey, "văn bản chưa ghi loại");
    finding.hint("ghi loại: Kế hoạch, Công văn …")
}

/// A document somebody lists.
fn document(row: &[String; 4], typed: &FieldValues) -> Result<TypedDocument, Finding> {
    let words = |name: &String| {
        let words = typed[name].split_whitespace().collect::<Vec<_>>().join(" ");
        Some(words).filter(|words| !words.is_empty())
    };
    let [kind, number, date, subject] = row;
    let kind = words(kind).ok_or_else(no_kind)?;
    let date = cell(&typed[date]);
    Ok(TypedDocument {
        kind,
        number: words(number),
        date: dates::of_document(&date, (0, 0))?,
        subject: words(subject),
        span: date.whole(),
    })
}

/// A field as the only cell of a table, for the readers of cells.
fn cell(typed: &str) -> SourceTable {
    let cells = BTreeMap::from([((0, 0), CellContent::Text(typed.trim().to_owned()))]);
    SourceTable::new("trang nhập", None, cells, Vec::new())
}

/// A figure's value; none if the field is empty.
fn figure_value<'p>(
    figure: &'p Figure,
    typed: &FieldValues,
) -> Result<Option<TableValue<'p>>, Finding> {
    let number = plain(&typed[&value(figure)], figure);
    let (number, how) = (cell(&number), typed[&manner(figure)].as_str());
    let read = cells::of_form(&number, (0, 0), figure)?;
    let amount = match (read, how) {
        (None, NONE_AROSE) => Amount::NoneArose,
        (Some(_), NONE_AROSE) => {
            let message = format!("«{}» vừa có số vừa chọn không phát sinh", figure.name);
            let hint = "xóa số, hoặc chọn lại «số đã chốt»";
            return Err(Finding::new(Code::NotACount, message).about(&figure.id).hint(hint));
        }
        (Some(amount), _) => amount,
        (None, "") => return Ok(None),
        (None, _) => return Err(unsaid(figure)),
    };
    let named = typed.get(&source(figure)).map(|named| Line::new(named));
    Ok(Some(TableValue {
        figure,
        amount,
        source: named.filter(|named| !named.is_empty()),
        estimate: Some(how == ESTIMATE),
        span: number.whole(),
    }))
}

/// A number with a decimal comma, as pages show it, as a file has it: `1250,5`, `1.250,5` are `1250.5`. What may be something else
/// stays as it was typed.
fn plain(typed: &str, figure: &Figure) -> String {
    let as_typed = || typed.to_owned();
    let Some((whole, rest)) = typed.trim().split_once(',') else { return as_typed() };
    let mut groups = whole.strip_prefix('-').unwrap_or(whole).split('.');
    let first = groups.next().is_some_and(are_digits);
    let grouped = groups.all(|group| group.len() == 3 && are_digits(group));
    if figure.decimals > 0 && first && grouped && are_decimals(rest, figure) {
        return format!("{}.{rest}", whole.replace('.', ""));
    }
    as_typed()
}

/// What is said of a value, without the value.
fn unsaid(figure: &Figure) -> Finding {
    let message = format!("«{}» chưa có số", figure.name);
    let hint = "ghi số trước, rồi mới chọn số ước hoặc ghi nguồn; kỳ này không có gì thì chọn không phát sinh";
    Finding::new(Code::NotImported, message).about(&figure.id).hint(hint)
}

/// An as-of date that was taken away.
fn undated() -> Finding {
    let message = "chưa ghi ngày chốt số liệu";
    Finding::new(Code::MissingKey, message)
        .hint("ghi ngày các số liệu được tính đến, ví dụ 2025-03-14")
}
