//! Reads what stands in braces against the plan: a path, plain words, or a path with a mistake. Not for what it prints
//! ([`crate::report::binding::resolve`]).

use super::braces::Braces;
use super::parts::{OF_FIGURE, OF_PERIOD, OF_SUBMISSION, OF_TALLY, OF_TARGET, TargetPart};
use super::path::{Binding, Fact, Passage, ROOTS, Writer};
use super::slip::{PathSlip, meant, missing, no_path, no_such_words, part_of, unknown, wrong_form};
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::unit::Unit;

/// Keys of texts, which are a unit's.
const TEXTS: [&str; 7] =
    ["tinh_hinh", "lanh_dao", "nhiem_vu", "danh_gia", "phuong_huong", "kien_nghi", "giai_trinh"];

/// What stands in braces.
#[derive(Debug, PartialEq, Eq)]
pub enum BraceContent {
    /// Nothing of ours: printed as typed.
    Words,
    /// A path.
    Bound(Binding),
    /// A path that leads nowhere.
    Wrong(PathSlip),
}

/// Reads `braces` in a text of `writer`.
#[must_use]
pub fn read(braces: &Braces<'_>, plan: &Plan, writer: Writer<'_>) -> BraceContent {
    let mut names: Vec<&str> = braces.inner.trim().split('.').map(str::trim).collect();
    names.pop_if(|last| last.is_empty());
    let Some(&first) = names.first() else { return BraceContent::Words };
    let root = ROOTS.contains(&first) || TEXTS.contains(&first);
    let of_letters = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let shaped = names.iter().all(|name| !name.is_empty() && name.chars().all(of_letters));
    match (braces.closed, shaped) {
        (true, true) if root => {
            path(&names, plan, writer).map_or_else(BraceContent::Wrong, BraceContent::Bound)
        }
        (true, true) => meant(&names, plan).map_or(BraceContent::Words, BraceContent::Wrong),
        (closed, _) if root && names.len() > 1 => BraceContent::Wrong(no_path(first, closed)),
        _ => BraceContent::Words,
    }
}

fn path(names: &[&str], plan: &Plan, writer: Writer<'_>) -> Result<Binding, PathSlip> {
    match (writer, names) {
        (Writer::Unit(_), ["don_vi", "ten"]) => Ok(Binding::Own(Fact::Name)),
        (Writer::Unit(_), ["don_vi" | "nop", ..]) => Err(wrong_form(
            names[0],
            "tệp của đơn vị chỉ nói về đơn vị mình",
            "dùng so_lieu.<mã>, chi_tieu.<mã>, don_vi.ten; số liệu và lời của đơn vị khác chỉ dẫn được trong _tong-hop.yaml",
        )),
        (Writer::Board, ["don_vi", rest @ ..]) => of_unit(rest, plan),
        (_, [text, ..]) if TEXTS.contains(text) => Err(wrong_form(
            text,
            "lời văn của chính tệp này không dẫn lại được",
            "trong _tong-hop.yaml, lời của đơn vị viết {{ don_vi.<mã>.danh_gia.han_che }}",
        )),
        (Writer::Unit(unit), _) => fact(names, plan, Some(unit)).map(Binding::Own),
        (Writer::Board, _) => fact(names, plan, None).map(Binding::Own),
    }
}

/// A path after `don_vi.`.
fn of_unit(names: &[&str], plan: &Plan) -> Result<Binding, PathSlip> {
    let ids = || plan.units.iter().map(|unit| unit.id.as_str());
    let Some((id, rest)) = names.split_first() else { return Err(missing("don_vi", ids().next())) };
    let unit = plan.unit(id).ok_or_else(|| unknown("đơn vị", id, ids()))?;
    let words = |passage| Ok(Binding::Words(unit.id.clone(), passage));
    match rest {
        ["ten"] => Ok(Binding::OfUnit(unit.id.clone(), Fact::Name)),
        ["chi_tieu", id, "nhan_xet"] => words(Passage::Remark(target_of(id, plan)?.id.clone())),
        ["giai_trinh", id] => words(Passage::Explanation(figure_of(id, plan)?.id.clone())),
        ["nhiem_vu", id] => {
            let all: Vec<&Id> = plan.tasks.iter().map(|task| &task.id).collect();
            words(Passage::Task(one_of("nhiệm vụ", id, &all)?))
        }
        ["kien_nghi", id] => {
            let all: Vec<&Id> = plan.addressees.iter().map(|level| &level.id).collect();
            words(Passage::Proposal(one_of("cấp kiến nghị", id, &all)?))
        }
        ["so_lieu" | "chi_tieu" | "tong_ket" | "chot_den", ..] => {
            fact(rest, plan, Some(unit)).map(|fact| Binding::OfUnit(unit.id.clone(), fact))
        }
        _ => {
            let typed = rest.join(".");
            let passage = Passage::FIXED.into_iter().find(|(name, _)| *name == typed);
            passage.map_or_else(|| Err(no_such_words(id, rest, plan)), |(_, fixed)| words(fixed))
        }
    }
}

/// A fact of `unit`'s report, or of the area's.
fn fact(names: &[&str], plan: &Plan, unit: Option<&Unit>) -> Result<Fact, PathSlip> {
    let (root, rest) = (names[0], &names[1..]);
    match (root, rest) {
        ("so_lieu", [id, part @ ..]) => {
            let figure = figure_of(id, plan)?;
            if let Some(unit) = unit.filter(|unit| !figure.is_owed_by(unit)) {
                let message = format!(
                    "{} không báo cáo số liệu «{id}» nên không có số để in",
                    unit.full_name()
                );
                return Err(PathSlip {
                    message,
                    ..wrong_form(id, "", "nêu số liệu khác, hoặc bỏ đoạn trong {{ }}")
                });
            }
            Ok(Fact::Figure(figure.id.clone(), part_of(OF_FIGURE, &names[..2], part)?))
        }
        ("chi_tieu", [id, part @ ..]) => {
            let target = target_of(id, plan)?;
            let part = part_of(OF_TARGET, &names[..2], part)?;
            printable(target, part, plan, unit)?;
            Ok(Fact::Target(target.id.clone(), part))
        }
        ("ky", _) => Ok(Fact::Period(part_of(OF_PERIOD, &names[..1], rest)?)),
        ("tong_ket", _) => Ok(Fact::Tally(part_of(OF_TALLY, &names[..1], rest)?)),
        ("nop", _) => Ok(Fact::Submitted(part_of(OF_SUBMISSION, &names[..1], rest)?)),
        ("chot_den", []) => Ok(Fact::AsOf),
        ("chot_den", [more, ..]) => {
            Err(wrong_form(more, "«chot_den» không có phần nào khác", "viết {{ chot_den }}"))
        }
        _ => Err(missing(
            root,
            plan.figures.first().map(|figure| figure.id.as_str()).filter(|_| root == "so_lieu"),
        )),
    }
}

/// Whether a report has that part of a target: the same rules by which its table has a row and a cell.
fn printable(
    target: &Target,
    part: TargetPart,
    plan: &Plan,
    unit: Option<&Unit>,
) -> Result<(), PathSlip> {
    let (id, name) = (&target.id, &target.name);
    let no = |message: String, hint: &str| {
        Err(PathSlip { message, ..wrong_form(id.as_str(), "", hint) })
    };
    if target.measure == Measure::Words {
        return no(format!("chỉ tiêu «{id}» ({name}) không có con số"), "viết bằng lời");
    }
    if unit.is_some_and(|unit| !plan.is_shown_for(target, unit)) {
        let hint = "chỉ tiêu này chỉ có trong báo cáo tổng hợp, hoặc của loại đơn vị khác";
        return no(format!("báo cáo của đơn vị không có chỉ tiêu «{id}»"), hint);
    }
    let counts_units = matches!(part, TargetPart::Meeting | TargetPart::Missing);
    if counts_units && unit.is_some() {
        return no(
            format!("số đơn vị đạt «{id}» chỉ có trong báo cáo tổng hợp"),
            "viết ở _tong-hop.yaml",
        );
    }
    if part == TargetPart::Meeting && !target.count_meeting {
        let hint = "khai «tong_hop: [ty_so, dem_dat]» cho chỉ tiêu này trong ke-hoach.yaml";
        return no(format!("kế hoạch không yêu cầu đếm số đơn vị đạt «{id}»"), hint);
    }
    if part == TargetPart::Denominator && matches!(target.measure, Measure::Sum { .. }) {
        return no(
            format!("chỉ tiêu «{id}» là một tổng, không có mẫu số"),
            "dùng tu_so hoặc gia_tri",
        );
    }
    let of_goal =
        matches!(part, TargetPart::Goal | TargetPart::GoalYear | TargetPart::GoalDistance);
    if of_goal && target.goals.is_empty() {
        return no(format!("kế hoạch không đặt mức phải đạt cho «{id}»"), "bỏ đoạn này");
    }
    if matches!(part, TargetPart::Mark | TargetPart::MarkDistance) && target.road_map.is_empty() {
        return no(format!("kế hoạch không có lộ trình cho «{id}»"), "bỏ đoạn này");
    }
    Ok(())
}

fn figure_of<'p>(id: &str, plan: &'p Plan) -> Result<&'p Figure, PathSlip> {
    let ids = plan.figures.iter().map(|figure| figure.id.as_str());
    plan.figure(id).ok_or_else(|| unknown("số liệu", id, ids))
}

fn target_of<'p>(id: &str, plan: &'p Plan) -> Result<&'p Target, PathSlip> {
    let ids = plan.targets.iter().map(|target| target.id.as_str());
    plan.target(id).ok_or_else(|| unknown("chỉ tiêu", id, ids))
}

fn one_of(what: &str, typed: &str, ids: &[&Id]) -> Result<Id, PathSlip> {
    let found = ids.iter().find(|id| id.as_str() == typed);
    found.map_or_else(
        || Err(unknown(what, typed, ids.iter().map(|id| id.as_str()))),
        |id| Ok((*id).clone()),
    )
}
