//! Acknowledges a warning with the reason a clerk gives, in the file it stands in, by the key `chap_nhan`. Not for which warnings there
//! are ([`crate::web::finding_view`]).

use hyper::StatusCode;

use super::opened::Opened;
use super::saving::write;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::Local;
use crate::forms::text_fields::key_order;
use crate::import::draft::{ReturnDraft, ValueChange};
use crate::import::edit::quoted;
use crate::import::lock::DossierLock;
use crate::import::only_edited::only_edited;
use crate::import::returns::{ReturnFile, scalar};
use crate::import::text_edit::{NewValue, TextEdit, apply};
use crate::source::SourceFile;
use crate::vietnamese::text::clean;
use crate::web::asked::{Pairs, first};
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::yaml;
use crate::yaml::tree::{Node, Value};

/// The key of what is acknowledged.
const KEY: &str = "chap_nhan";

/// What is acknowledged: the rule, what it is about, and why that is right.
struct Acknowledged {
    code: Code,
    about: String,
    reason: String,
}

/// Writes what was acknowledged; the page that tells it.
///
/// # Errors
/// It names no rule, there is no file, or why that cannot be changed.
pub(super) fn acknowledge(opened: &Opened<'_>, form: &Pairs) -> Result<Reply, PageError> {
    let said = |name: &str| {
        let words = clean(first(form, name).unwrap_or_default());
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let code = Code::parse(&said("ma")).ok_or(PageError::NotThere)?;
    let one = Acknowledged { code, about: said("o"), reason: said("ly_do") };
    if !one.reason.chars().any(char::is_alphanumeric) {
        let (why, cure) =
            ("Chưa ghi lý do.", "Quay lại, ghi vì sao đúng như vậy rồi bấm Xác nhận.");
        let told = opened.site.message("Chưa xác nhận", why, cure);
        return Ok(told.status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let found = |finding: Finding| PageError::Found(vec![finding]);
    let _lock = DossierLock::take(&Local, &opened.folder)
        .map_err(|error| found(Finding::new(Code::NotWritten, error.to_string())))?;
    let file = opened.file(&opened.returns()).map_err(found)?.0.ok_or(PageError::NotThere)?;
    let draft = draft(opened, file, &one).map_err(found)?;
    write(opened, draft, Vec::new()).map_err(PageError::Found)
}

/// The file with the acknowledgement.
fn draft(
    opened: &Opened<'_>,
    file: ReturnFile,
    one: &Acknowledged,
) -> Result<ReturnDraft, Finding> {
    let Acknowledged { code, about, reason } = one;
    let (about, written) = (quoted(about), quoted(reason));
    let item = format!("{{ ma: {code}, o: {about}, ly_do: {written} }}");
    let path = vec![KEY.to_owned()];
    let edits = [TextEdit { path, value: NewValue::Items(vec![item]) }];
    let before = file.source.text();
    let after = apply(before, &edits, &key_order(opened.set.plan()));
    let text = after.filter(|after| holds(&file.root, after, &edits, one));
    let place = opened.returns().path(opened.place.period, opened.file_name());
    let text = text.ok_or_else(|| {
        let message = format!("{}: không sửa được tự động, tệp được giữ nguyên", place.1);
        let hint =
            format!("ghi tay vào tệp: chap_nhan: [{{ ma: {code}, o: {about}, ly_do: {written} }}]");
        Finding::new(Code::NotEdited, message).hint(hint)
    })?;
    let change = ValueChange {
        key: KEY.to_owned(),
        before: None,
        after: format!("{code}, {}: «{reason}»", one.about),
    };
    Ok(ReturnDraft::planned(place, Some(file.bytes), vec![change], &text))
}

/// Whether a text says what it said, and acknowledges this behind what it acknowledged.
fn holds(before: &Node, after: &str, edits: &[TextEdit], one: &Acknowledged) -> bool {
    let Ok(after) = yaml::parse(&SourceFile::new("", after)) else { return false };
    let last = match after.at(KEY).map(|list| &list.value) {
        Some(Value::List(items)) => items.last(),
        _ => None,
    };
    let said = |item: &Node| {
        scalar(item, "ma") == Some(one.code.id())
            && scalar(item, "o") == Some(&one.about)
            && scalar(item, "ly_do") == Some(&one.reason)
    };
    last.is_some_and(said) && only_edited(before, &after, edits)
}
