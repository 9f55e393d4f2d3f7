//! What the prose of a finished report refers to and is not there this time (V17): the page leaves
//! the sentence out. Not
//! for paths that lead nowhere, which refuse their file ([`crate::validate::bindings`]).

use crate::binding::braces::{CLOSE, OPEN, all};
use crate::binding::{Binding, BraceContent, Braces, Fact, read};
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::model::text::Text;
use crate::report::binding::resolve::{Gap, resolve, writer};
use crate::report::binding::value::Lack;
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::report::views::table::ViewTable;
use crate::source::Span;

/// How far behind its braces a reference is looked for.
const MAX_REFERENCE: usize = 200;

/// What the text of a report refers to and is not there: the report leaves the sentence out.
#[must_use]
pub(crate) fn gaps(views: &ViewTable<'_>) -> Vec<Finding> {
    let context = &views.context;
    let explained = context.rows().first().and_then(|row| row.submitted);
    let explained = explained.filter(|_| matches!(context.scope(), Scope::Unit(_)));
    let explanations = explained.iter().flat_map(|read| read.explanations.values());
    let found = context.narrative.texts().chain(explanations).flat_map(|text| {
        let one = |(nth, braces)| gap(views, text, nth, &braces);
        all(text).enumerate().filter_map(one).collect::<Vec<_>>()
    });
    found.collect()
}

fn gap(views: &ViewTable<'_>, text: &Text, nth: usize, braces: &Braces<'_>) -> Option<Finding> {
    let context = &views.context;
    let BraceContent::Bound(binding) = read(braces, context.plan(), writer(context)) else {
        return None;
    };
    let gap = resolve(views, &binding, braces.behind).err()?;
    let path = braces.inner.trim();
    let message = format!("«{path}» không có gì để in: {}", why(context, &binding, &gap));
    let finding = Finding::new(Code::NothingToPrint, message).about(&about(&binding)).value(path);
    let place = text.place_of_nth(OPEN, nth).map(|open| whole(&open));
    let cure = match broken(context, &binding, &gap) {
        Some(units) => format!("sửa lỗi trong tệp của {units} trước; câu này tự có lại"),
        None => hint(path, &gap),
    };
    Some(finding.hint(cure).at_maybe(place))
}

/// The units whose files have errors, if that may be why there is nothing to print.
fn broken(context: &ReportContext<'_>, binding: &Binding, gap: &Gap) -> Option<String> {
    let of = |unit: &Id| match binding {
        Binding::OfUnit(named, _) | Binding::Words(named, _) => unit == named,
        Binding::Own(_) => true,
    };
    let lacks = matches!(gap.lack, Lack::NoData | Lack::NoWords | Lack::Insufficient);
    let rows = context.rows().iter().filter(|row| lacks && row.broken && of(&row.unit.id));
    let names: Vec<String> = rows.map(|row| row.unit.full_name()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn why(context: &ReportContext<'_>, binding: &Binding, gap: &Gap) -> String {
    let lack_of_unit = match binding {
        Binding::OfUnit(unit, _) | Binding::Words(unit, _) => unit_lack(context, unit),
        Binding::Own(_) => None,
    };
    let reason = match (gap.lack, lack_of_unit) {
        (Lack::NoData | Lack::NoWords, Some(of_unit)) => of_unit,
        (lack, _) => match broken(context, binding, gap) {
            Some(units) => format!("{} (tệp của {units} đang có lỗi)", reason(lack)),
            None => reason(lack).to_owned(),
        },
    };
    match binding {
        Binding::Words(..) => format!("{reason}; báo cáo bỏ dòng này"),
        _ => format!("{reason}; báo cáo bỏ câu này"),
    }
}

fn reason(lack: Lack) -> &'static str {
    match lack {
        Lack::NoData => "chưa có số liệu",
        Lack::Insufficient => "còn đơn vị chưa có số liệu nên chưa nói được một con số",
        Lack::NotApplicable => "không có đối tượng để tính",
        Lack::NoneArose => "số liệu không phát sinh, không đếm được bằng đơn vị tính",
        Lack::NotHeld => "số chung không được so với mức này",
        Lack::NoBase => "báo cáo này không so được với kỳ ấy",
        Lack::NoGoal => "kế hoạch không đặt mức cho lúc này",
        Lack::NoWords => "đơn vị không viết phần này",
    }
}

/// Why a unit says nothing at all.
fn unit_lack(context: &ReportContext<'_>, unit: &Id) -> Option<String> {
    let Some(row) = context.rows().iter().find(|row| row.unit.id == *unit) else {
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
        Lack::Insufficient if path.matches('.').count() == 1 => {
            format!("viết lại câu; {{{{ {path}.gia_tri }}}} in kèm chữ «tạm tính»")
        }
        Lack::NoneArose => {
            "viết lại câu, ví dụ “không phát sinh …”, không kèm đơn vị tính".to_owned()
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

/// Braces from where they open to where they close.
fn whole(open: &Span) -> Span {
    let behind = &open.file().text()[open.range().end..];
    let length = behind
        .find(CLOSE)
        .filter(|length| *length < MAX_REFERENCE)
        .map_or(0, |at| at + CLOSE.len());
    Span::new(open.file(), open.range().start..open.range().end + length)
}
