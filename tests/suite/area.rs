//! An area of communes whose figures a test makes up: the model types a roll-up adds up, without files.

use std::sync::LazyLock;

use baocao::diagnostic::any_error;
use baocao::model::figure::FigureKind;
use baocao::model::number::typed;
use baocao::model::period::Period;
use baocao::model::plan::Plan;
use baocao::model::returns::{Amount, Return};
use baocao::model::unit::Unit;
use baocao::read::{plan, returns};
use baocao::rollup::rows::Row;
use baocao::source::SourceFile;
use baocao::yaml;
use baocao::yaml::fields::Sink;
use proptest::prelude::*;

use crate::dossier::Dossier;

/// Eight communes and a centre above them.
pub(crate) const ROWS: usize = 9;

/// What every commune reports; the centre reports doctors only.
const FIGURES: [&str; 7] =
    ["dan_so", "nguoi_bhyt", "so_thon", "thon_nvyt", "bac_si", "kinh_phi", "cong_nhan"];

/// What one row handed in, figure by figure; none: nothing.
pub(crate) type Handed = Option<Vec<Option<Amount>>>;

/// The plan of the two communes, for eight of them.
pub(crate) static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let commune = |at| format!("  - {{ ma: xa-{at}, loai: xã, ten: Số {at} }}\n");
    let communes = (1..ROWS).map(commune).collect::<Vec<_>>().concat();
    let text = Dossier::case("hai-xa").read("inputs/hai-xa/ke-hoach.yaml");
    let text = text
        .replace("  - { ma: suoi-bac, loai: xã, ten: Suối Bạc }\n", &communes)
        .replace("  - { ma: doi-may, loai: xã, ten: Đồi Mây }\n", "")
        .replace("loai: cong-nhan", "loai: co-khong");
    let sink = Sink::default();
    let node = yaml::parse(&SourceFile::new("ke-hoach.yaml", text)).expect("YAML");
    let plan = plan::plan(&node, &sink).expect("a plan");
    assert!(!any_error(&sink.into_findings()));
    assert_eq!(plan.units.len(), ROWS);
    plan
});

/// A return with these figures, read from the lines a clerk would type.
pub(crate) fn handed_in<'a>(
    unit: &Unit,
    figures: impl IntoIterator<Item = (&'a str, Amount)>,
) -> Return {
    handed_in_for("2024-Q2", unit, figures)
}

/// The same for a period.
pub(crate) fn handed_in_for<'a>(
    period: &str,
    unit: &Unit,
    figures: impl IntoIterator<Item = (&'a str, Amount)>,
) -> Return {
    let period = Period::parse(period).expect("a period");
    let line = |(id, amount): (&str, Amount)| {
        let figure = PLAN.figure(id).expect("a figure");
        let written = match amount {
            Amount::NoneArose => "khong-phat-sinh".to_owned(),
            Amount::Value(value) if figure.kind == FigureKind::Fact => (value > 0).to_string(),
            Amount::Value(value) => typed(value, figure.decimals),
        };
        format!("\n  {id}: {written}")
    };
    let figures: String = figures.into_iter().map(line).collect();
    let text = format!(
        "don_vi: {}\nky: {period}\nchot_den: {}\nso_lieu:{figures}\n",
        unit.id,
        period.last_day()
    );
    let sink = Sink::default();
    let node = yaml::parse(&SourceFile::new("return.yaml", text)).expect("YAML");
    let read = returns::unit_return(&node, &PLAN, &unit.id, period, &sink).expect("a return");
    assert!(!any_error(&sink.into_findings()));
    read
}

/// What the rows of the area handed in, some nothing, some with gaps.
pub(crate) fn area() -> impl Strategy<Value = Vec<Handed>> {
    let amount = prop_oneof![
        8 => (0..5_000_000_i64).prop_map(|value| Some(Amount::Value(value))),
        1 => Just(Some(Amount::NoneArose)),
        1 => Just(None),
    ];
    let row = proptest::option::weighted(0.9, proptest::collection::vec(amount, FIGURES.len()));
    proptest::collection::vec(row, ROWS)
}

/// The returns of an area, in the plan's order.
pub(crate) fn all_returns(area: &[Handed]) -> Vec<Option<Return>> {
    let one = |(unit, handed): (&Unit, &Handed)| {
        let centre = unit.id.as_str() == "trung-tam";
        let ids = if centre { &["bac_si_huyen"][..] } else { &FIGURES[..] };
        let reported = ids.iter().zip(handed.as_ref()?).filter_map(|(id, amount)| {
            let fact = |amount| match amount {
                Amount::Value(value) if *id == "cong_nhan" => Amount::Value(value % 2),
                amount => amount,
            };
            Some((*id, fact((*amount)?)))
        });
        Some(handed_in(unit, reported))
    };
    PLAN.units.iter().zip(area).map(one).collect()
}

/// The row of a unit.
pub(crate) fn row<'a>(unit: &'a Unit, submitted: Option<&'a Return>) -> Row<'a> {
    Row {
        unit,
        period: None,
        submitted,
        latest: None,
        broken: false,
        recognitions: None,
        origin: None,
    }
}

/// The rows of an area, in the plan's order.
pub(crate) fn rows(returns: &[Option<Return>]) -> Vec<Row<'_>> {
    PLAN.units.iter().zip(returns).map(|(unit, read)| row(unit, read.as_ref())).collect()
}
