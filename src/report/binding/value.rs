//! What a fact prints: the very words and numbers of the view, so that prose and table cannot differ. Not for text
//! around it ([`super::resolve`]).

use crate::binding::parts::{FigurePart, PeriodPart, SubmissionPart, TallyPart, TargetPart};
use crate::binding::path::Fact;
use crate::model::comparator::Comparator;
use crate::model::date::PartialDate;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::written_date::short;
use crate::report::context::ReportContext;
use crate::report::document::period_view;
use crate::report::due::Scope;
use crate::report::fact_table::Earlier;
use crate::report::facts::with_unit;
use crate::report::views::comparison::ComparisonView;
use crate::report::views::figures::{amount, earlier_total};
use crate::report::views::goals::GoalView;
use crate::report::views::submissions::submissions;
use crate::report::views::table::ViewTable;
use crate::report::views::tally::Tally;
use crate::report::views::targets::TargetView;
use crate::rollup::compare::Change;
use crate::rollup::verdict::Verdict;

/// Why there is nothing to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nobody reported what it needs.
    NoData,
    /// Too much is missing to print one number.
    Insufficient,
    /// There is nothing to measure.
    NotApplicable,
    /// None arose, where a number is counted in something.
    NoneArose,
    /// The value of the rows together is not held against the goal.
    NotHeld,
    /// Nothing it can be compared with.
    NoBase,
    /// No goal or mark is in force.
    NoGoal,
    /// The unit wrote no such text, or handed in nothing.
    NoWords,
}

impl Lack {
    /// The key of the words printed instead.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::NoData | Self::NoGoal => "chua_co",
            Self::Insufficient => "chua_du",
            Self::NotApplicable => "khong_ap_dung",
            Self::NoneArose => "khong_phat_sinh",
            Self::NoBase | Self::NotHeld => "chua_so_sanh",
            Self::NoWords => "chua_co_loi",
        }
    }
}

/// What `fact` prints in the report of `views`.
///
/// # Errors
/// Why there is nothing to print.
pub fn value(views: &ViewTable<'_>, fact: &Fact) -> Result<String, Lack> {
    let (context, plan) = (&views.context, views.context.plan());
    match fact {
        Fact::Figure(id, part) => {
            let figure = plan.figure(id.as_str()).expect("facts are of the plan");
            figure_value(views, figure, *part)
        }
        Fact::Target(id, part) => {
            let target = plan.target(id.as_str()).expect("facts are of the plan");
            target_value(context, views.target(target), *part)
        }
        Fact::Period(part) => Ok(period_value(context, *part)),
        Fact::AsOf => {
            context.as_of().map(|date| short(PartialDate::from(date))).ok_or(Lack::NoData)
        }
        Fact::Name => Ok(context
            .scope()
            .unit()
            .map_or_else(|| plan.wording.area.to_string(), crate::model::unit::Unit::full_name)),
        Fact::Tally(part) => Ok(counted(views.tally(), *part).to_string()),
        Fact::Submitted(part) => {
            let handed = submissions(context);
            let count = match part {
                SubmissionPart::Handed => handed.co,
                SubmissionPart::All => handed.tong,
            };
            Ok(count.to_string())
        }
    }
}

fn figure_value(views: &ViewTable<'_>, figure: &Figure, part: FigurePart) -> Result<String, Lack> {
    let (context, table) = (&views.context, &views.context.table);
    let comparator = match part {
        FigurePart::Number => {
            let view = views.figure(figure);
            return match (view.co, &view.so) {
                _ if view.khong_phat_sinh => {
                    Ok(context.kind.words.get("khong_phat_sinh").to_owned())
                }
                (Some(yes), _) => Ok(yes_no(context, yes)),
                (None, number) => number.clone().ok_or(Lack::NoData),
            };
        }
        FigurePart::Before(with) | FigurePart::Distance(with) | FigurePart::Change(with) => with,
    };
    let then = earlier_with(context, comparator).ok_or(Lack::NoBase)?;
    let before = earlier_total(table, figure, then).ok_or(Lack::NoBase)?;
    let single = table.rows.len() == 1;
    let fact = single && figure.kind.is_yes_no();
    let now = table.total(figure).known().ok_or(Lack::NoData)?;
    Ok(match part {
        FigurePart::Before(_) if fact => yes_no(context, before > Exact::ZERO),
        FigurePart::Distance(_) => {
            amount(if now < before { before - now } else { now - before }, figure)
        }
        FigurePart::Change(_) => changed(context, now.cmp(&before)),
        _ => table.figure_column(figure).write(before).in_sentence(),
    })
}

fn target_value(
    context: &ReportContext<'_>,
    view: &TargetView,
    part: TargetPart,
) -> Result<String, Lack> {
    let lack = match view.ket_luan {
        Verdict::NotApplicable => Lack::NotApplicable,
        Verdict::Insufficient => Lack::Insufficient,
        _ if view.tam_tinh => Lack::Insufficient,
        _ => Lack::NoData,
    };
    let known = |text: Option<String>| text.filter(|_| view.gia_tri.is_some()).ok_or(lack);
    let held_against = |distance: Option<String>| {
        let open = view.tam_tinh || view.gia_tri.is_none();
        distance.ok_or(if open { lack } else { Lack::NotHeld })
    };
    let compared = |with| comparison(context, view, with).ok_or(Lack::NoBase);
    let goal = |one: &Option<GoalView>| one.clone().ok_or(Lack::NoGoal);
    match part {
        TargetPart::Number if view.khong_phat_sinh && !view.tam_tinh => {
            Ok(context.kind.words.get("khong_phat_sinh").to_owned())
        }
        TargetPart::Value if view.khong_phat_sinh => {
            Ok(marked(context, view, context.kind.words.get("khong_phat_sinh")))
        }
        TargetPart::Number => number(context, view, lack),
        TargetPart::Value => known(held(context, view).or_else(|| provisional(context, view))),
        TargetPart::Numerator => known(Some(view.tu_so.clone())),
        TargetPart::Denominator => known(view.mau_so.clone()),
        TargetPart::Verdict => Ok(context.kind.words.verdict(view.ket_luan)),
        TargetPart::Goal => goal(&view.dich).map(|goal| ends(&goal)),
        TargetPart::GoalYear => {
            goal(&view.dich)?.nam.map(|year| year.to_string()).ok_or(Lack::NoGoal)
        }
        TargetPart::GoalDistance => held_against(goal(&view.dich)?.chenh),
        TargetPart::Mark => goal(&view.lo_trinh).map(|mark| ends(&mark)),
        TargetPart::MarkDistance => held_against(goal(&view.lo_trinh)?.chenh),
        TargetPart::Before(with) => {
            let before = compared(with)?.so_truoc.clone().ok_or(Lack::NoBase)?;
            Ok(match held(context, view) {
                Some(_) => yes_no(context, before != "0"),
                None => before,
            })
        }
        TargetPart::Distance(with) => compared(with)?.chenh.clone().ok_or(Lack::NoBase),
        TargetPart::Change(with) => match compared(with)?.thay_doi {
            Change::Up => Ok(changed(context, std::cmp::Ordering::Greater)),
            Change::Down => Ok(changed(context, std::cmp::Ordering::Less)),
            Change::Same => Ok(changed(context, std::cmp::Ordering::Equal)),
            _ => Err(Lack::NoBase),
        },
        TargetPart::Meeting => known(view.so_don_vi_dat.map(|count| count.to_string())),
        TargetPart::Missing => known(Some(view.chua_dat.so.to_string())),
    }
}

/// The value, over a gap with the word that says so.
fn provisional(context: &ReportContext<'_>, view: &TargetView) -> Option<String> {
    Some(marked(context, view, view.gia_tri.as_ref()?))
}

fn marked(context: &ReportContext<'_>, view: &TargetView, value: &str) -> String {
    let word = context.kind.words.get("tam_tinh");
    if view.tam_tinh { format!("{value} ({word})") } else { value.to_owned() }
}

/// The number alone, where the value that is printed is made of it: never `100` where the page says `5/5`.
fn number(context: &ReportContext<'_>, view: &TargetView, lack: Lack) -> Result<String, Lack> {
    if let Some(words) = held(context, view) {
        return Ok(words);
    }
    let number = view.so.clone().ok_or(lack)?;
    let whole = with_unit(&number, &view.don_vi_tinh);
    let printed = view.gia_tri.as_ref() == Some(&whole) && !view.tam_tinh;
    if printed { Ok(number) } else { Err(Lack::Insufficient) }
}

/// What the table of one unit says of a fact that is counted: whether it holds.
fn held(context: &ReportContext<'_>, view: &TargetView) -> Option<String> {
    let counted = view.kieu == "dem_don_vi" && matches!(context.scope(), Scope::Unit(_));
    (counted && view.gia_tri.is_some()).then(|| yes_no(context, view.tu_so != "0"))
}

fn yes_no(context: &ReportContext<'_>, yes: bool) -> String {
    context.kind.words.get(if yes { "co" } else { "chua" }).to_owned()
}

fn changed(context: &ReportContext<'_>, how: std::cmp::Ordering) -> String {
    let case = match how {
        std::cmp::Ordering::Greater => Change::Up,
        std::cmp::Ordering::Less => Change::Down,
        std::cmp::Ordering::Equal => Change::Same,
    };
    context.kind.words.get(case.case()).to_owned()
}

/// A goal's number, or both ends of a range.
fn ends(goal: &GoalView) -> String {
    match &goal.den {
        Some(high) => format!("{} - {high}", goal.so),
        None => goal.so.clone(),
    }
}

fn period_value(context: &ReportContext<'_>, part: PeriodPart) -> String {
    let view = period_view(context);
    match part {
        PeriodPart::Name => view.ten,
        PeriodPart::Next => view.tiep_theo,
        PeriodPart::Year => view.nam.to_string(),
        PeriodPart::Quarter => view.quy.to_owned(),
    }
}

fn counted(tally: &Tally, part: TallyPart) -> usize {
    match part {
        TallyPart::All => tally.n,
        TallyPart::Met => tally.dat,
        TallyPart::Missed => tally.chua_dat,
        TallyPart::Open => tally.chua_co,
        TallyPart::Outside => tally.ngoai,
    }
}

/// The earlier period of a comparator: where two mean the same quarter, the context has it under the first.
fn earlier_with<'s, 'a>(
    context: &'s ReportContext<'a>,
    with: Comparator,
) -> Option<&'s Earlier<'a>> {
    let period = with.period(context.period(), context.plan())?;
    context.earlier().iter().find(|then| then.table.period == period)
}

fn comparison<'v>(
    context: &ReportContext<'_>,
    view: &'v TargetView,
    with: Comparator,
) -> Option<&'v ComparisonView> {
    let then = earlier_with(context, with)?;
    view.so_sanh.iter().find(|one| one.voi == then.comparator)
}
