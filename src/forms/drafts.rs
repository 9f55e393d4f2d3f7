//! Draws up a return as it is after a filled form: figures by the importer of tables, then texts and the as-of date. Not for
//! reading the form ([`super::filled`]).

use super::documents;
use super::filled::{Filled, TypedText};
use super::listed_edits::{at, is_nothing, listed_edits, told_words, words};
use super::owner::FormOwner;
use super::text_fields::key_order;
use crate::diagnostic::{Code, Finding, Severity};
use crate::import::blank_date::{AS_OF, is_blank};
use crate::import::draft::{ReturnDraft, ValueChange};
use crate::import::importer::Importer;
use crate::import::only_edited::only_edited;
use crate::import::returns::{ReturnFile, scalar};
use crate::import::rows::TableRow;
use crate::import::scaffold::{ReturnHeader, board_scaffold, scaffold};
use crate::import::text_edit::{KeyPath, NewValue, TextEdit, apply};
use crate::model::text::Text;
use crate::model::unit::Unit;
use crate::model::written_date::short;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::fields::Sink;
use crate::yaml::values::prose;

/// The file after its form; none if nothing changes.
///
/// # Errors
/// What keeps the file from being changed.
pub(crate) fn draft(
    importer: &Importer<'_>,
    owner: FormOwner<'_>,
    span: &Span,
    filled: &mut Filled<'_>,
) -> Result<Option<ReturnDraft>, Finding> {
    let (period, name) = (importer.period, owner.file_name());
    let file = importer.returns.read(period, name)?;
    let texts = filled.texts.is_empty() && filled.documents.is_empty();
    if file.is_none() && filled.values.is_empty() && texts {
        return Ok(None);
    }
    filled.findings.extend(undated(importer, (owner, span), filled, file.as_ref()));
    let drafted = match owner.unit() {
        Some(unit) => with_figures(importer, unit, span, filled)?,
        None => None,
    };
    let base = match &drafted {
        Some(draft) => draft.text(),
        None => begun(importer, owner, span, file.as_ref())?,
    };
    let order = key_order(importer.plan);
    let (edits, changes) = edits((&base, &order), filled, file.is_some())?;
    if edits.is_empty() {
        return Ok(drafted);
    }
    let text = apply(&base, &edits, &order);
    let (path, shown) = importer.returns.path(period, name);
    let text = text.filter(|text| holds(&base, text, &edits));
    let text = text.ok_or_else(|| not_edited(&shown, owner))?;
    let before = file.map(|file| file.bytes);
    let figures = drafted.map(|draft| draft.changes).unwrap_or_default();
    let changes = figures.into_iter().chain(changes).collect();
    Ok(Some(ReturnDraft::planned((path, shown), before, changes, &text)))
}

/// The unit's return with the figures of its form; none if none of them changes.
fn with_figures(
    importer: &Importer<'_>,
    unit: &Unit,
    span: &Span,
    filled: &mut Filled<'_>,
) -> Result<Option<ReturnDraft>, Finding> {
    let values = std::mem::take(&mut filled.values);
    let row = TableRow { unit, row: 0, span: span.clone(), values, refused: false };
    importer.draft(&row, &mut filled.findings)
}

/// That a form says nothing of its as-of date, where the return has none, or gets that of the others.
fn undated(
    importer: &Importer<'_>,
    (owner, span): (FormOwner<'_>, &Span),
    filled: &Filled<'_>,
    file: Option<&ReturnFile>,
) -> Option<Finding> {
    if filled.as_of.is_some() || importer.named.is_some() {
        return None;
    }
    let message = match owner {
        FormOwner::Unit(unit) => {
            format!("biểu của {} chưa ghi ngày chốt số liệu", unit.full_name())
        }
        FormOwner::Board => format!("{} chưa ghi ngày chốt số liệu", owner.called()),
    };
    let finding = |message: String, severity| {
        let finding = Finding::new(Code::MissingKey, message).severity(severity).at(span);
        finding.about(&AS_OF)
    };
    match (file, importer.header) {
        (Some(file), _) if is_blank(&file.root) => {
            let last = importer.period.last_day();
            let hint = format!(
                "hỏi lại đơn vị, điền vào biểu; hoặc thêm --chot-den, ví dụ --chot-den {last}"
            );
            Some(finding(message, Severity::Warning).hint(hint))
        }
        (None, Some(header)) => {
            let message =
                format!("{message}; ghi ngày của các tệp cùng kỳ: {}", short(header.as_of.into()));
            Some(finding(message, Severity::Note).hint("khác ngày ấy thì sửa «chot_den» trong tệp"))
        }
        _ => None,
    }
}

/// The text that texts are put into where no figure changes.
fn begun(
    importer: &Importer<'_>,
    owner: FormOwner<'_>,
    span: &Span,
    file: Option<&ReturnFile>,
) -> Result<String, Finding> {
    if let Some(file) = file {
        return Ok(file.source.text().to_owned());
    }
    let header: ReturnHeader = importer.header.ok_or_else(|| {
        let message = format!("chưa biết ngày chốt số liệu của {}", owner.called());
        let hint = format!(
            "điền ngày chốt vào biểu, hoặc thêm --chot-den, ví dụ --chot-den {}",
            importer.period.last_day()
        );
        Finding::new(Code::MissingKey, message).at(span).hint(hint)
    })?;
    Ok(match owner {
        FormOwner::Unit(unit) => scaffold(importer.plan, unit, importer.period, header, &[]),
        FormOwner::Board => board_scaffold(importer.period, header),
    })
}

/// What a form changes in a file besides figures, and how that is told.
fn edits(
    (text, order): (&str, &[KeyPath]),
    filled: &Filled<'_>,
    existed: bool,
) -> Result<(Vec<TextEdit>, Vec<ValueChange>), Finding> {
    let root = yaml::parse(&SourceFile::new("", text))?;
    let (mut edits, mut changes) = (Vec::new(), Vec::new());
    if let Some(date) = filled.as_of.map(|date| date.to_string()).filter(|_| existed) {
        let before = scalar(&root, "chot_den");
        if before != Some(date.as_str()) {
            let (key, before) = ("chot_den".to_owned(), before.map(str::to_owned));
            changes.push(ValueChange { key: key.clone(), before, after: date.clone() });
            edits.push(TextEdit { path: vec![key], value: NewValue::Plain(date) });
        }
    }
    for typed in &filled.texts {
        let before = at(&root, &typed.path).filter(|node| !is_nothing(node));
        let read = before.and_then(|node| prose(node, &Sink::default()));
        if read.as_ref().is_some_and(|read| says(read, &typed.text)) {
            continue;
        }
        let before = before.map(|node| told_words(&words(node)));
        changes.push(ValueChange {
            key: typed.path.join("."),
            before,
            after: told_words(&typed.text),
        });
        let TypedText { path, text } = typed.clone();
        edits.push(TextEdit { path, value: NewValue::Prose(text) });
    }
    for path in &filled.cleared {
        let before = at(&root, path).filter(|node| !is_nothing(node));
        let Some(before) = before.map(|node| told_words(&words(node))) else { continue };
        let (before, after) = (Some(before), "(bỏ trống)".to_owned());
        changes.push(ValueChange { key: path.join("."), before, after });
        edits.push(TextEdit { path: path.clone(), value: NewValue::Plain(String::new()) });
    }
    let (listed, told) = listed_edits(&root, &filled.listed);
    changes.extend(told);
    // What becomes of the listed ones comes first: one that is taken out may come back otherwise.
    let edited = (!listed.is_empty()).then(|| apply(text, &listed, order)).flatten();
    let edited = edited.and_then(|text| yaml::parse(&SourceFile::new("", text)).ok());
    let list = at(edited.as_ref().unwrap_or(&root), &documents::path());
    let new = documents::added(list, &filled.documents)?;
    edits.extend(listed);
    changes.extend(new.iter().map(|one| ValueChange {
        key: documents::path().join("."),
        before: None,
        after: told_words(&documents::called(one)),
    }));
    if !new.is_empty() {
        let items = new.iter().map(|one| documents::item(one)).collect();
        edits.push(TextEdit { path: documents::path(), value: NewValue::Items(items) });
    }
    Ok((edits, changes))
}

fn says(read: &Text, typed: &str) -> bool {
    read.paragraphs() == Text::parse(typed).paragraphs()
}

/// Whether the edited text says what the form says, and all else as before.
fn holds(before: &str, after: &str, edits: &[TextEdit]) -> bool {
    let read = |text: &str| yaml::parse(&SourceFile::new("", text)).ok();
    let Some((before, after)) = read(before).zip(read(after)) else { return false };
    let list = documents::path();
    let (listed, others): (Vec<TextEdit>, Vec<TextEdit>) =
        edits.iter().cloned().partition(|edit| edit.path.starts_with(&list));
    let wanted = others.iter().all(|edit| match (&edit.value, at(&after, &edit.path)) {
        (NewValue::Prose(typed), Some(node)) => {
            prose(node, &Sink::default()).is_some_and(|read| says(&read, typed))
        }
        (NewValue::Plain(word), Some(node)) if word.is_empty() => is_nothing(node),
        (NewValue::Plain(word), Some(node)) => words(node) == *word,
        _ => false,
    });
    let listed_so =
        listed.is_empty() || documents::holds(at(&before, &list), at(&after, &list), &listed);
    wanted && listed_so && only_edited(&before, &after, edits)
}

fn not_edited(shown: &str, owner: FormOwner<'_>) -> Finding {
    let message = format!("{shown}: không sửa được tự động, tệp được giữ nguyên");
    let hint = format!(
        "chỗ ấy trong tệp viết theo lối chương trình không sửa thay được: mở tệp, ghi tay phần của {}, rồi làm lại để đối chiếu",
        owner.called()
    );
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::NotEdited, message).at(&whole).hint(hint)
}
