//! Where every printed number comes from: the addends of all figures and targets of all samples add up to what is
//! printed, each stands where the trace says, and every verdict follows from its exact integers.

use std::collections::BTreeMap;

use baocao::model::exact::Exact;
use baocao::model::number::parse_decimal;
use baocao::report::ReportView;
use baocao::report::assemble;
use baocao::report::views::table::ViewTable;
use baocao::report::views::targets::TargetView;
use baocao::rollup::verdict::Verdict;
use baocao::trace::sums::{AddendLine, FigureSum, SumTrace};
use baocao::trace::verdict::Judgement;
use baocao::trace::{Trace, figure, target};

use crate::dossier::{Dossier, text_of};
use crate::views::{TOOLCHAIN, of_each, read};

/// A number as it is printed.
fn number(text: &str) -> Exact {
    let plain = text.replace('.', "").replace(',', ".");
    parse_decimal(&plain).unwrap_or_else(|| panic!("no number: {text}"))
}

/// What an addend adds.
fn amount(line: &AddendLine) -> Exact {
    match line.gia_tri.as_str() {
        "có" => Exact::ONE,
        "không" | "không phát sinh" => Exact::ZERO,
        text => number(text),
    }
}

/// Holds the addends to adding up to the sums, and each to standing where it says it does.
#[track_caller]
fn adds_up(sums: &SumTrace, files: &mut BTreeMap<String, Vec<String>>) -> usize {
    let whole = |below: bool| {
        let figures = sums.so_lieu.iter().filter(move |sum| sum.o_mau_so == below);
        figures.map(|sum| number(&sum.cong)).sum::<Exact>()
    };
    assert_eq!(whole(false), number(&sums.tu_so), "{sums:?}");
    for sum in &sums.so_lieu {
        assert_eq!(sum.cong_tu.iter().map(amount).sum::<Exact>(), number(&sum.cong), "{sum:?}");
        sum.cong_tu.iter().for_each(|line| stands(sum, line, files));
    }
    if sums.so_lieu.iter().any(|sum| sum.o_mau_so) {
        assert_eq!(sums.mau_so.as_deref().map(number), Some(whole(true)), "{sums:?}");
    }
    let members = sums.thieu.len() + sums.co;
    assert!(members >= sums.tong, "{sums:?}");
    sums.so_lieu.iter().map(|sum| sum.cong_tu.len()).sum()
}

/// Holds a place to having the addend.
#[track_caller]
fn stands(sum: &FigureSum, line: &AddendLine, files: &mut BTreeMap<String, Vec<String>>) {
    let Some(path) = &line.tep else {
        assert_eq!(line.ghi_chu.as_deref(), Some("không có quyết định còn hiệu lực"), "{line:?}");
        return;
    };
    let lines = files.entry(path.clone()).or_insert_with(|| {
        let text = text_of(path).unwrap_or_else(|| panic!("no file {path}"));
        text.lines().map(str::to_owned).collect()
    });
    let row = &lines[line.dong.expect("a line") - 1];
    let there: String = row.chars().skip(line.cot.expect("a column") - 1).collect();
    let typed = match line.gia_tri.as_str() {
        "có" if line.ghi_chu.is_some() => "{ so:".to_owned(),
        "có" => "true".to_owned(),
        "không" => "false".to_owned(),
        "không phát sinh" => "khong-phat-sinh".to_owned(),
        // The column's noughts need not be typed.
        number => match number.replace('.', "").split_once(',') {
            Some((whole, decimals)) => {
                format!("{whole}.{decimals}").trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            None => number.replace('.', ""),
        },
    };
    assert!(there.starts_with(&typed), "{} of {} is not at {path}: {row}", typed, sum.ma);
}

/// Holds a verdict to following from the integers it shows: whether the relation is true, and is the goal's own.
#[track_caller]
fn follows(judged: &Judgement, met: Option<bool>) {
    for line in judged.vi.iter().filter(|line| line.contains('·')) {
        let sign = ["≤", "≥", "<", ">"].into_iter().find(|sign| line.contains(sign)).unwrap_or("=");
        let parts: Vec<&str> = line.split(" = ").collect();
        let (left, right) = match (sign, &parts[..]) {
            ("=", [_, left, _, right]) => (*left, *right),
            (_, [_, middle, right]) => (middle.split(' ').next().expect("a number"), *right),
            _ => panic!("{line}"),
        };
        let right = right.split([';', ' ']).next().expect("a number");
        let (left, right) = (number(left), number(right));
        let holds = match sign {
            "≤" => left <= right,
            "≥" => left >= right,
            "<" => left < right,
            ">" => left > right,
            _ => left == right,
        };
        assert!(holds, "{line}");
    }
    let reached = |goal: &str| {
        let line = &judged.vi[0];
        let wanted: &[&str] = match goal.chars().next() {
            Some('>') => &[" > "],
            Some('≥') => &[" ≥ "],
            Some('=') => &[" = "],
            _ => return None,
        };
        // A plain sum stands for itself: `18 ≥ 2`.
        let relation = line.split(" = ").nth(1).unwrap_or(line);
        let equal = line.split(" = ").count() == 4;
        Some(if wanted == [" = "] { equal } else { relation.contains(wanted[0]) })
    };
    if let (Some(met), Some(goal)) = (met, judged.muc.as_deref()) {
        assert!(reached(goal).is_none_or(|reached| reached == met), "{judged:?}");
    }
}

/// Holds a target's trace to what the report prints of it.
#[track_caller]
fn same_as_printed(trace: &Trace, view: &TargetView, unit: bool) {
    let counted = view.kieu == "dem_don_vi";
    match view.gia_tri.as_deref() {
        Some(_) if counted && unit => assert!(["có", "chưa"].contains(&trace.gia_tri.as_str())),
        Some(printed) if view.tam_tinh => {
            assert_eq!(trace.gia_tri, format!("{printed} (tạm tính)"));
        }
        Some(_) if view.khong_phat_sinh => assert_eq!(trace.gia_tri, "không phát sinh"),
        Some(printed) => assert_eq!(trace.gia_tri, printed),
        None => assert!(trace.gia_tri.starts_with("ch") || trace.gia_tri == "không áp dụng"),
    }
    assert_eq!((&trace.tong.tu_so, &trace.tong.mau_so), (&view.tu_so, &view.mau_so), "{}", view.ma);
    assert_eq!((trace.tong.co, trace.tong.tong), (view.do_phu.co, view.do_phu.tong), "{}", view.ma);
    let printed = trace.phep_tinh.as_ref().and_then(|steps| steps.in_ra.as_deref());
    if let Some(printed) = printed {
        assert_eq!(Some(printed), view.so.as_deref(), "{}", view.ma);
    }
    let met = match view.ket_luan {
        Verdict::Met => Some(true),
        verdict if verdict.is_missed() => Some(false),
        _ => None,
    };
    let judged = trace.ket_luan.as_ref().expect("a verdict");
    follows(judged, met);
    let mark = view.lo_trinh.as_ref().and_then(|mark| mark.dat);
    trace.lo_trinh.iter().for_each(|judged| follows(judged, mark));
    for (told, seen) in trace.so_sanh.iter().zip(&view.so_sanh) {
        assert_eq!((&told.gia_tri, &told.chenh), (&seen.so_truoc, &seen.chenh), "{}", view.ma);
    }
}

/// Traces every number of a report; the result is how many addends were read.
fn all_numbers(
    views: &ViewTable<'_>,
    view: &ReportView,
    files: &mut BTreeMap<String, Vec<String>>,
) -> usize {
    let mut read = 0;
    let mut added = |trace: &Trace| {
        let earlier = trace.so_sanh.iter().map(|one| &one.tong);
        std::iter::once(&trace.tong).chain(earlier).for_each(|sums| read += adds_up(sums, files));
    };
    for seen in &view.chi_tieu {
        let declared = views.context.plan().target(&seen.ma).expect("a target");
        let trace = target(views, "samples", declared);
        same_as_printed(&trace, seen, !view.tong_hop);
        added(&trace);
    }
    for seen in &view.bang_so_lieu {
        let declared = views.context.plan().figure(&seen.ma).expect("a figure");
        let trace = figure(views, "samples", declared);
        if let Some(printed) = seen.so.as_ref().filter(|_| seen.co.is_none()) {
            assert_eq!((printed, printed), (&trace.gia_tri, &trace.tong.tu_so), "{}", seen.ma);
        }
        let before = trace.so_sanh.first().and_then(|one| one.gia_tri.as_ref());
        assert_eq!(before, seen.ky_truoc.as_ref(), "{}", seen.ma);
        added(&trace);
    }
    read
}

#[test]
fn the_addends_of_every_number_of_the_samples_add_up_to_what_is_printed() {
    let loaded = read(&Dossier::samples());
    let mut files = BTreeMap::new();
    let read = of_each(&loaded, |_, views| {
        let profile = TOOLCHAIN.profiles.on(views.context.reference()).expect("a profile");
        all_numbers(views, &assemble(views, profile).expect("a view"), &mut files)
    });
    let all: usize = read.values().sum();
    assert!(read.len() > 70 && all > 10_000, "{} reports, {all} addends", read.len());
}
