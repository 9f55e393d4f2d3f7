//! Rules on what prose refers to: a path that leads nowhere refuses its file (Y06, Y03), other braces are printed as
//! typed (K04), and what a path leads to may not be there this time (V17). Not for numbers that are typed
//! ([`super::contradiction`]).

use super::characters::{STATEMENT, literal_braces};
use crate::diagnostic::{Code, Finding};
use crate::dossier::fields::Sink;
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::text::Text;
use crate::report::Scope;
use crate::report::binding::braces::{CLOSE, OPEN, all};
use crate::report::binding::resolve::{Gap, resolve, writer};
use crate::report::binding::value::Lack;
use crate::report::binding::{Binding, Braces, Fact, Read, Writer, Wrong, read};
use crate::report::scene::Scene;
use crate::source::Span;

/// How far behind its braces a name is looked for.
const FAR: usize = 200;

/// Checks what a text of a return, or of the board, refers to: everything but whether it is there.
pub fn check(text: &Text, plan: &Plan, writer: Writer<'_>, sink: &Sink) {
    let mut typed = None;
    for (nth, braces) in all(text).enumerate() {
        match read(&braces, plan, writer) {
            Read::Bound(_) => {}
            Read::Words => typed = typed.or(Some((OPEN, nth))),
            Read::Wrong(wrong) => sink.push(mistake(&wrong, text.place_of_nth(OPEN, nth))),
        }
    }
    let mut lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
    let statement = || lines.any(|line| line.contains(STATEMENT)).then_some((STATEMENT, 0));
    if let Some((mark, nth)) = typed.or_else(statement) {
        sink.push(placed(literal_braces(mark), text.place_of_nth(mark, nth)));
    }
}

/// What the text of a report refers to and is not there: the report prints words in its place.
#[must_use]
pub fn gaps(scene: &Scene<'_>) -> Vec<Finding> {
    let explained = scene.rows.first().and_then(|row| row.submitted);
    let explained = explained.filter(|_| matches!(scene.scope, Scope::Unit(_)));
    let explanations = explained.iter().flat_map(|read| read.explanations.values());
    let found = scene.narrative.texts().chain(explanations).flat_map(|text| {
        let one = |(nth, braces)| gap(scene, text, nth, &braces);
        all(text).enumerate().filter_map(one).collect::<Vec<_>>()
    });
    found.collect()
}

fn gap(scene: &Scene<'_>, text: &Text, nth: usize, braces: &Braces<'_>) -> Option<Finding> {
    let Read::Bound(binding) = read(braces, scene.plan, writer(scene)) else { return None };
    let gap = resolve(scene, &binding).err()?;
    let path = braces.inner.trim();
    let message = format!("«{path}» không có gì để in: {}", why(scene, &binding, &gap));
    let finding = Finding::new(Code::NothingToPrint, message).about(&about(&binding)).value(path);
    let place = text.place_of_nth(OPEN, nth).map(|open| whole(&open));
    Some(placed(finding.hint(hint(path, &gap)), place))
}

fn why(scene: &Scene<'_>, binding: &Binding, gap: &Gap) -> String {
    let of = match binding {
        Binding::OfUnit(unit, _) | Binding::Words(unit, _) => unit_lack(scene, unit),
        Binding::Own(_) => None,
    };
    let reason = match gap.lack {
        Lack::NoData | Lack::NoWords if of.is_some() => of.unwrap_or_default(),
        Lack::NoData => "chưa có số liệu".to_owned(),
        Lack::Insufficient => "còn đơn vị chưa có số liệu nên chưa nói được một con số".to_owned(),
        Lack::NotApplicable => "không có đối tượng để tính".to_owned(),
        Lack::NoBase => "báo cáo này không so được với kỳ ấy".to_owned(),
        Lack::NoGoal => "kế hoạch không đặt mức cho lúc này".to_owned(),
        Lack::NoWords => "đơn vị không viết phần này".to_owned(),
    };
    match (binding, gap.lack) {
        (Binding::Words(..), _) => reason,
        _ => format!("{reason}; câu văn in «{}»", gap.words),
    }
}

/// Why a unit says nothing at all.
fn unit_lack(scene: &Scene<'_>, unit: &Id) -> Option<String> {
    let Some(row) = scene.rows.iter().find(|row| row.unit.id == *unit) else {
        return Some(format!("«{unit}» không có trong kỳ này"));
    };
    let name = row.unit.full_name();
    match row.submitted {
        Some(_) => None,
        None if row.broken => Some(format!("tệp của {name} đang có lỗi")),
        None => Some(format!("{name} chưa nộp báo cáo")),
    }
}

fn hint(path: &str, gap: &Gap) -> String {
    match gap.lack {
        Lack::Insufficient => {
            format!("viết {{{{ {path}.gia_tri }}}} (in dạng 5/6), hoặc viết lại câu")
        }
        Lack::NoData => "bổ sung số liệu, hoặc viết lại câu cho đến khi có".to_owned(),
        Lack::NoWords => "bỏ dòng này, hoặc chờ đơn vị bổ sung".to_owned(),
        _ => "viết lại câu, không nhắc số này".to_owned(),
    }
}

/// What the data can acknowledge it by.
fn about(binding: &Binding) -> String {
    match binding {
        Binding::Own(Fact::Figure(id, _) | Fact::Target(id, _))
        | Binding::OfUnit(id, _)
        | Binding::Words(id, _) => id.to_string(),
        Binding::Own(_) => "loi_van".to_owned(),
    }
}

fn mistake(wrong: &Wrong, place: Option<Span>) -> Finding {
    let finding = Finding::new(wrong.code, wrong.message.as_str()).value(wrong.name.as_str());
    placed(finding.hint(wrong.hint.as_str()), place.map(|braces| name_after(braces, &wrong.name)))
}

/// Braces from where they open to where they close.
fn whole(open: &Span) -> Span {
    let behind = &open.file().text()[open.range().end..];
    let length = behind.find(CLOSE).filter(|length| *length < FAR).map_or(0, |at| at + CLOSE.len());
    Span::new(open.file(), open.range().start..open.range().end + length)
}

/// The name behind its braces, or the braces where it is written otherwise.
fn name_after(braces: Span, name: &str) -> Span {
    let behind = &braces.file().text()[braces.range().end..];
    let near = &behind[..behind.floor_char_boundary(FAR.min(behind.len()))];
    match near.find(name) {
        Some(at) => {
            let start = braces.range().end + at;
            Span::new(braces.file(), start..start + name.len())
        }
        None => braces,
    }
}

fn placed(finding: Finding, place: Option<Span>) -> Finding {
    match place {
        Some(place) => finding.at(&place),
        None => finding,
    }
}
