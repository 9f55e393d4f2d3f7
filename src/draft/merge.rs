//! Puts a changed text into the file it stands in, if the file still says what the draft was made of. Not for reading and writing
//! files ([`super::importing`]).

use super::account::TextTurn;
use super::lines::typed;
use super::printed::TextKey;
use super::refusal::quoted;
use super::texts::{TextChange, TextParagraph};
use crate::diagnostic::{Code, Finding};
use crate::import::text_edit::{NewValue, TextEdit};
use crate::model::text::{Paragraph, Text};
use crate::source::Span;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::prose;

/// What becomes of a text in its file.
pub(crate) enum Merged {
    /// The file says so already.
    Same,
    /// This is put in.
    Edit(Box<MergedText>),
}

/// A text that is put in.
pub(crate) struct MergedText {
    /// The edit.
    pub(crate) edit: TextEdit,
    /// The paragraphs it is read as.
    pub(crate) wanted: Vec<TextParagraph>,
    /// What is told of it.
    pub(crate) turn: TextTurn,
}

/// Holds a change against the file.
///
/// # Errors
/// The file says something else by now, or cannot hold the text.
pub(crate) fn merged(root: &Node, change: &TextChange, file: &Span) -> Result<Merged, Finding> {
    let node = change.key.keys.iter().try_fold(root, |node, key| node.at(key));
    let node = node.filter(|node| !matches!(node.value, Value::Null));
    let text = node.and_then(|node| prose(node, &Sink::default())).unwrap_or_default();
    let now = text.paragraphs();
    let wanted = wanted(change, now);
    if says(now, &wanted) {
        return Ok(Merged::Same);
    }
    let place = node.map_or(file, |node| &node.span);
    if !is_as_before(change, now) {
        return Err(conflict(change, &text, place));
    }
    let node = node.ok_or_else(|| conflict(change, &text, place))?;
    let lines = match &node.value {
        Value::Scalar(lines) => Some(lines.as_str()),
        _ => None,
    };
    let value = if wanted.is_empty() {
        NewValue::Plain("null".to_owned())
    } else {
        let typed = typed(&wanted, lines, now);
        NewValue::Prose(typed.ok_or_else(|| not_edited(&change.key, &node.span))?)
    };
    let edit = TextEdit { path: change.key.keys.clone(), value };
    let turn = TextTurn { key: change.key.shown(), turns: turns(change) };
    Ok(Merged::Edit(Box::new(MergedText { edit, wanted, turn })))
}

/// What the text is to be: what came back, with the paragraphs no page prints in their places.
fn wanted(change: &TextChange, now: &[Paragraph]) -> Vec<TextParagraph> {
    let mut wanted = change.after.clone();
    let printed = |at: &usize| change.before.iter().any(|(thu, _)| thu == at);
    for (at, own) in now.iter().enumerate().filter(|(at, _)| !printed(at)) {
        let before = wanted.iter().rposition(|one| one.from.iter().any(|from| *from < at));
        let source = own.line.as_str().to_owned();
        let paragraph = TextParagraph { source, item: own.dash, kept: Some(at), from: vec![at] };
        wanted.insert(before.map_or(0, |before| before + 1), paragraph);
    }
    wanted
}

fn says(now: &[Paragraph], wanted: &[TextParagraph]) -> bool {
    let now = now.iter().map(|one| (one.dash, one.line.as_str()));
    now.eq(wanted.iter().map(|one| (one.item, one.source.as_str())))
}

/// Whether every paragraph that was printed stands in the file as the draft was made of.
fn is_as_before(change: &TextChange, now: &[Paragraph]) -> bool {
    change.before.iter().all(|(thu, before)| {
        let same = |now: &Paragraph| now.dash == before.item && now.line.as_str() == before.source;
        now.get(*thu).is_some_and(same)
    })
}

fn conflict(change: &TextChange, now: &Text, place: &Span) -> Finding {
    let sources = |all: &mut dyn Iterator<Item = &str>| {
        let words = quoted(&all.collect::<Vec<_>>().join(" ¶ "));
        if words.is_empty() { "(không có)".to_owned() } else { format!("«{words}»") }
    };
    let before = sources(&mut change.before.iter().map(|(_, one)| one.source.as_str()));
    let word = sources(&mut change.after.iter().map(|one| one.source.as_str()));
    let now = sources(&mut now.paragraphs().iter().map(|one| one.line.as_str()));
    let message = format!(
        "{}: lời văn trong tệp đã đổi từ khi lập bản Word. Khi lập: {before}. Nay trong tệp: {now}. Trong Word: {word}",
        change.key.shown()
    );
    Finding::new(Code::WordConflict, message).at(place).hint(
        "chọn một bản rồi sửa tay trong tệp; hoặc lập bản Word mới bằng baocao draft, sửa lại ở đó",
    )
}

/// What keeps a text from being put in.
#[must_use]
pub(crate) fn not_edited(key: &TextKey, place: &Span) -> Finding {
    let message = format!("{}: không sửa được tự động, lời văn được giữ nguyên", key.shown());
    Finding::new(Code::NotEdited, message)
        .at(place)
        .hint("chép tay lời văn từ bản Word vào tệp, rồi nhập lại để đối chiếu")
}

/// Old and new paragraphs side by side, those that stay left out.
fn turns(change: &TextChange) -> Vec<(Option<String>, Option<String>)> {
    let line = |one: &TextParagraph| format!("{}{}", if one.item { "- " } else { "" }, one.source);
    let mut told: Vec<usize> = change.after.iter().filter_map(|one| one.kept).collect();
    let mut turns = Vec::new();
    for one in change.after.iter().filter(|one| one.kept.is_none()) {
        let old =
            change.before.iter().filter(|(thu, _)| one.from.contains(thu) && !told.contains(thu));
        let old: Vec<&(usize, TextParagraph)> = old.collect();
        told.extend(old.iter().map(|(thu, _)| *thu));
        let old: Vec<String> = old.into_iter().map(|(_, one)| line(one)).collect();
        turns.push(((!old.is_empty()).then(|| old.join(" ")), Some(line(one))));
    }
    let gone = change.before.iter().filter(|(thu, _)| !told.contains(thu));
    turns.extend(gone.map(|(_, one)| (Some(line(one)), None)));
    if turns.is_empty() {
        // Only the order is another.
        let before = change.before.iter().map(|(_, one)| one);
        let all = before.zip(&change.after).filter(|(old, new)| old != new);
        turns.extend(all.map(|(old, new)| (Some(line(old)), Some(line(new)))));
    }
    turns
}
