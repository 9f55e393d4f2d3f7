//! Reads the targets of a plan. Not for judging them.

use std::collections::BTreeMap;

use super::plan_parts::unit_kinds;
use crate::diagnostic::{Code, Finding};
use crate::model::exact::Exact;
use crate::model::target::{Goal, Measure, Mode, Target, Test};
use crate::source::At;
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{
    choice, date, decimal, flag, id_at, ids, integer, line, line_at, scalar, wrong,
};

#[derive(Clone, Copy)]
enum Sort {
    Ratio,
    Count,
    Sum,
    Qualitative,
}

/// A target.
pub(crate) fn target(node: &Node, sink: &Sink) -> Option<Target> {
    let fields = Fields::of(node, sink)?;
    let target_id = fields.req("ma", id_at);
    let name = fields.req("ten", line);
    let short_name = fields.opt("ten_ngan", line);
    let wording = fields.req("loi_van", line);
    let sort = fields.opt("kieu", sort).unwrap_or(Sort::Ratio);
    let measure = measure(&fields, sort);
    let unit = fields.opt("don_vi_tinh", line).unwrap_or_default();
    let level = fields.opt("cap_danh_gia", line_at);
    let mode = fields
        .opt("che_do", |n, s| choice(n, s, &[("dat", Mode::Reach), ("duy_tri", Mode::Maintain)]));
    let goals =
        fields.opt("dich", |n, s| crate::yaml::values::list(n, s, goal)).unwrap_or_default();
    let road_map = fields.opt("lo_trinh", road_map).unwrap_or_default();
    let unit_kinds = fields.opt("ap_dung", unit_kinds).unwrap_or_default();
    let count_meeting = fields.opt("tong_hop", printed_as).unwrap_or(false);
    let in_task = fields.opt("trong_nhiem_vu", id_at);
    let may_pass_hundred = fields.opt("duoc_vuot_100", flag).unwrap_or(false);
    for key in ["quy_uoc", "ghi_chu"] {
        fields.get(key);
    }
    fields.finish();
    let name = name?;
    let At { value: id, span } = target_id?;
    Some(Target {
        id,
        span,
        short_name: short_name.unwrap_or_else(|| name.clone()),
        name,
        wording: wording?,
        measure: measure?,
        unit,
        level,
        mode: mode.unwrap_or(Mode::Reach),
        qualitative: matches!(sort, Sort::Qualitative),
        goals,
        road_map,
        unit_kinds,
        count_meeting,
        may_pass_hundred,
        in_task,
    })
}

/// How the roll-up prints it: whether it also counts the units that meet it.
fn printed_as(node: &Node, sink: &Sink) -> Option<bool> {
    let words = [("ty_so", false), ("dem_dat", true)];
    let read = match &node.value {
        Value::List(items) => items.iter().filter_map(|item| choice(item, sink, &words)).collect(),
        _ => vec![choice(node, sink, &words)?],
    };
    Some(read.contains(&true))
}

fn sort(node: &Node, sink: &Sink) -> Option<Sort> {
    let words = [
        ("ty_so", Sort::Ratio),
        ("dem_don_vi", Sort::Count),
        ("gia_tri", Sort::Sum),
        ("dinh_tinh", Sort::Qualitative),
    ];
    choice(node, sink, &words)
}

fn measure(fields: &Fields<'_>, sort: Sort) -> Option<Measure> {
    let numerator = fields.opt("tu_so", ids);
    let denominator = fields.opt("mau_so", ids);
    let factor = fields.opt("nhan", integer).unwrap_or(100);
    let fact = fields.opt("dem", id_at);
    let missing = |key: &str| {
        let message = format!("chỉ tiêu thiếu «{key}», cần cho cách tính đã khai");
        fields.sink.push(Finding::new(Code::MissingKey, message).at(&fields.span));
        None
    };
    match (sort, numerator, denominator, fact) {
        (Sort::Count, _, _, Some(fact)) => Some(Measure::Count { fact }),
        (Sort::Count, ..) => missing("dem"),
        (Sort::Ratio | Sort::Qualitative, Some(numerator), Some(denominator), _) => {
            Some(Measure::Ratio { numerator, denominator, factor })
        }
        (Sort::Ratio, None, ..) => missing("tu_so"),
        (Sort::Ratio, ..) => missing("mau_so"),
        (Sort::Sum | Sort::Qualitative, Some(figures), ..) => Some(Measure::Sum { figures }),
        (Sort::Qualitative, ..) => Some(Measure::Words),
        (Sort::Sum, ..) => missing("tu_so"),
    }
}

fn goal(node: &Node, sink: &Sink) -> Option<Goal> {
    let fields = Fields::of(node, sink)?;
    let mark = fields.req("dau", |n, s| scalar(n, s).map(|text| (text, n)));
    let value = fields.opt("gia_tri", decimal);
    let (low, high) = (fields.opt("tu", decimal), fields.opt("den", decimal));
    let more_is_met = fields.opt("vuot_van_dat", flag).unwrap_or(false);
    let year = fields.opt("nam", integer);
    let since = fields.opt("tu_ngay", date);
    let source = fields.opt("can_cu", line);
    fields.finish();
    let (mark, mark_node) = mark?;
    let test = match (mark, value, low, high) {
        (">", Some(value), ..) => Test::Above(value),
        (">=", Some(value), ..) => Test::AtLeast(value),
        ("=", Some(value), ..) => Test::Equal(value),
        ("<", Some(value), ..) => Test::Below(value),
        ("<=", Some(value), ..) => Test::AtMost(value),
        ("trong", _, Some(low), Some(high)) if low <= high => {
            Test::Within { low, high, more_is_met }
        }
        _ => {
            let hint = "dùng > >= = < <= cùng «gia_tri», hoặc «trong» cùng «tu» và «den» (tu không lớn hơn den)";
            let hint = mark_meant(mark)
                .map_or_else(|| hint.to_owned(), |meant| format!("viết dau: \"{meant}\"; {hint}"));
            sink.push(
                wrong(mark_node, &format!("đích với dấu «{mark}» thiếu giá trị hoặc sai dấu"))
                    .hint(hint),
            );
            return None;
        }
    };
    Some(Goal { test, year, since, source })
}

/// The mark somebody wrote in another way or in words.
fn mark_meant(mark: &str) -> Option<&'static str> {
    let known: [(&str, &[&str]); 6] = [
        (">", &["tren", "hon", "lonhon", "vuot", "＞"]),
        (">=", &["≥", "=>", "＞=", "tu", "trolen", "itnhat", "toithieu", "lonhonhoacbang"]),
        ("=", &["==", "＝", "bang", "dat", "moi"]),
        ("<", &["duoi", "nhohon", "＜"]),
        ("<=", &["≤", "=<", "＜=", "khongqua", "toida", "nhohonhoacbang"]),
        ("trong", &["khoang", "trongkhoang", "tuden"]),
    ];
    let folded = fold(mark);
    let found = known
        .into_iter()
        .find(|(_, words)| words.iter().any(|word| *word == mark.trim() || *word == folded));
    found.map(|(meant, _)| meant)
}

fn road_map(node: &Node, sink: &Sink) -> Option<BTreeMap<u16, Exact>> {
    let Value::Map(entries) = &node.value else {
        sink.push(wrong(node, "lộ trình cần các dòng «năm: giá trị»"));
        return None;
    };
    let mut map = BTreeMap::new();
    for (key, node) in entries {
        match (key.text.parse(), decimal(node, sink)) {
            (Ok(year), Some(value)) => _ = map.insert(year, value),
            (Err(_), _) => {
                sink.push(
                    Finding::new(Code::WrongForm, format!("«{}» không phải năm", key.text))
                        .at(&key.span),
                );
            }
            _ => {}
        }
    }
    Some(map)
}
