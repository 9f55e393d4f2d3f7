//! Reads the parts of a plan that are not targets or issuers: units, figures, documents. Not for the plan as a whole.

use crate::diagnostic::{Code, Finding};
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::limits::AMOUNT_DECIMALS;
use crate::model::plan::{Addressee, Document, Duty, Task};
use crate::model::text::Line;
use crate::model::unit::{Predecessor, Rank, Unit, Validity};
use crate::source::At;
use crate::validate::heading::lived;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{
    choice, date_at, flag, id, id_at, ids, integer, line, line_at, list, partial_date, text,
};

/// A list of cited or issued documents.
pub(crate) fn documents(node: &Node, sink: &Sink) -> Option<Vec<Document>> {
    list(node, sink, document)
}

fn document(node: &Node, sink: &Sink) -> Option<Document> {
    let fields = Fields::of(node, sink)?;
    let kind = fields.req("loai", line);
    let number = fields.opt("so", line);
    let date = fields.opt("ngay", partial_date);
    let body = fields.opt("co_quan", line);
    let subject = fields.opt("trich_yeu", line);
    fields.finish();
    let kind = kind?;
    if let Some(date) = date {
        lived(date.year, &node.span, sink);
    }
    if number.is_none() || date.is_none_or(|date| date.day.is_none()) {
        let of = body.as_ref().map_or(String::new(), |body| format!(" của {body}"));
        let message = format!("văn bản chưa có số hoặc ngày: {kind}{of}");
        sink.push(
            Finding::new(Code::Unnumbered, message)
                .at(&node.span)
                .hint("điền «so» và «ngay» khi văn bản được phát hành"),
        );
    }
    Some(Document { kind, number, date, body, subject, span: node.span.clone() })
}

/// From when to when something is in force.
pub(super) fn validity(fields: &Fields<'_>) -> Validity {
    let (from, to) = (fields.opt("tu", date_at), fields.opt("den", date_at));
    if let (Some(from), Some(to)) = (&from, &to)
        && from.value > to.value
    {
        let message = format!("bắt đầu ngày {}, sau ngày kết thúc {}", from.value, to.value);
        let finding = Finding::new(Code::WrongForm, message).at(&from.span);
        fields.sink.push(finding.also(&to.span, ENDS).hint(TURN_ROUND));
    }
    Validity { from: from.map(|from| from.value), to: to.map(|to| to.value) }
}

/// The word at the end of what ends before it begins, and what to do.
const ENDS: &str = "kết thúc ở đây";
const TURN_ROUND: &str = "sửa một trong hai, hoặc đổi chỗ «tu» và «den»";

/// What ends before it begins, with both places.
pub(super) fn turned_round(message: String, from: Option<&Node>, to: Option<&Node>) -> Finding {
    let finding = Finding::new(Code::WrongForm, message).hint(TURN_ROUND);
    let finding = finding.at_maybe(from.map(|node| node.span.clone()));
    finding.also_all(to.map(|node| &node.span), ENDS)
}

/// One line or a list of lines.
pub(crate) fn lines(node: &Node, sink: &Sink) -> Option<Vec<At<Line>>> {
    match node.value {
        Value::List(_) => list(node, sink, line_at),
        _ => line_at(node, sink).map(|one| vec![one]),
    }
}

/// A body with a duty.
pub(crate) fn duty(node: &Node, sink: &Sink) -> Option<Duty> {
    let fields = Fields::of(node, sink)?;
    let body = fields.req("co_quan", line);
    let task = fields.opt("nhiem_vu", text);
    let recipient = fields.opt("trong_noi_nhan", flag).unwrap_or(true);
    fields.finish();
    Some(Duty { body: body?, task, recipient })
}

fn named(node: &Node, sink: &Sink, more: &'static [&'static str]) -> Option<(Id, Line)> {
    let fields = Fields::of(node, sink)?;
    let (id, name) = (fields.req("ma", id), fields.req("ten", line));
    for key in more {
        fields.get(key);
    }
    fields.finish();
    Some((id?, name?))
}

/// A level proposals are addressed to.
pub(crate) fn addressee(node: &Node, sink: &Sink) -> Option<Addressee> {
    named(node, sink, &[]).map(|(id, name)| Addressee { id, name })
}

/// A task group; its content in the plan (`noi_dung`) is for readers of the file.
pub(crate) fn task(node: &Node, sink: &Sink) -> Option<Task> {
    named(node, sink, &["noi_dung"]).map(|(id, name)| Task { id, name })
}

fn predecessor(node: &Node, sink: &Sink) -> Option<Predecessor> {
    let fields = Fields::of(node, sink)?;
    if let Some(name) = fields.opt("ngoai", line) {
        fields.finish();
        return Some(Predecessor::Outside(name));
    }
    let (dossier, unit) = (fields.req("ho_so", id), fields.req("ma", id));
    fields.finish();
    Some(Predecessor::Unit { dossier: dossier?, unit: unit?, span: node.span.clone() })
}

/// A unit and its place in the order, if it has one.
pub(crate) fn unit(node: &Node, sink: &Sink) -> Option<(Option<u32>, Unit)> {
    let fields = Fields::of(node, sink)?;
    let unit_id = fields.req("ma", id_at);
    let rank =
        fields.opt("cap", |n, s| choice(n, s, &[("tren", Rank::Superior)])).unwrap_or(Rank::Member);
    let kind = if rank == Rank::Member {
        fields.req("loai", line)
    } else {
        fields.opt("loai", line).or_else(|| Some(Line::default()))
    };
    let name = fields.req("ten", line);
    let place = fields.opt("dia_danh", line);
    let code = fields.opt("ma_dvhc", line);
    let order = fields.opt("stt", integer);
    let validity = fields.opt("hieu_luc", |n, s| {
        let fields = Fields::of(n, s)?;
        let read = self::validity(&fields);
        fields.finish();
        Some(read)
    });
    let predecessors = fields.opt("ke_thua", |n, s| list(n, s, predecessor)).unwrap_or_default();
    let group = fields.opt("nhom", line);
    fields.get("ten_khac");
    fields.finish();
    let name = name?;
    let place = place.unwrap_or_else(|| name.clone());
    let At { value: id, span } = unit_id?;
    Some((
        order,
        Unit {
            id,
            span,
            kind: kind?,
            name,
            place,
            code,
            group,
            rank,
            validity: validity.unwrap_or_default(),
            predecessors,
        },
    ))
}

/// Money has few decimals ([`AMOUNT_DECIMALS`]).
fn decimals(node: &Node, sink: &Sink) -> Option<u8> {
    let read: u8 = integer(node, sink)?;
    if read > AMOUNT_DECIMALS {
        sink.push(
            Finding::new(Code::WrongForm, format!("nhiều nhất {AMOUNT_DECIMALS} chữ số lẻ"))
                .at(&node.span)
                .hint("viết le: 1, 2 hoặc 3"),
        );
        return None;
    }
    Some(read)
}

/// A figure.
pub(crate) fn figure(node: &Node, sink: &Sink) -> Option<Figure> {
    let fields = Fields::of(node, sink)?;
    let figure_id = fields.req("ma", id_at);
    let name = fields.opt("ten", line);
    let measure = fields.opt("don_vi_tinh", line).unwrap_or_default();
    let kind = fields.req("loai", |n, s| {
        let words = [
            ("thoi-diem", FigureKind::Stock),
            ("trong-nam", FigureKind::YearToDate),
            ("luy-ke", FigureKind::Cumulative),
            ("co-khong", FigureKind::Fact),
            ("cong-nhan", FigureKind::Recognition),
        ];
        choice(n, s, &words)
    });
    let decimals = fields.opt("le", decimals).unwrap_or(0);
    let not_over = fields.opt("khong_qua", ids).unwrap_or_default();
    let sum_of = fields.opt("tong_cua", ids).unwrap_or_default();
    let steady = fields.opt("it_bien_dong", flag).unwrap_or(false);
    let zero_allowed = fields.opt("duoc_bang_0", flag).unwrap_or(false);
    let source_required =
        fields.opt("nguon", |n, s| choice(n, s, &[("bat-buoc", true), ("tuy-chon", false)]));
    let optional = fields.opt("tuy_chon", flag).unwrap_or(false);
    let reported_by = fields.opt("bao_cao_boi", ids).unwrap_or_default();
    let unit_kinds = fields.opt("ap_dung", unit_kinds).unwrap_or_default();
    let weight = fields.opt("trong_so", id_at);
    fields.finish();
    let At { value: id, span } = figure_id?;
    let name = name.unwrap_or_else(|| Line::new(id.as_str()));
    Some(Figure {
        additive: Figure::can_be_added(&measure, &name),
        name,
        id,
        span,
        measure,
        kind: kind?,
        decimals,
        not_over,
        sum_of,
        steady,
        zero_allowed,
        source_required: source_required.unwrap_or(false),
        optional,
        reported_by,
        unit_kinds,
        weight,
    })
}

/// The kinds of unit something applies to: `ap_dung: { loai: [xã] }`.
pub(super) fn unit_kinds(node: &Node, sink: &Sink) -> Option<Vec<At<Line>>> {
    let fields = Fields::of(node, sink)?;
    let kinds = fields.opt("loai", lines);
    fields.finish();
    kinds
}
