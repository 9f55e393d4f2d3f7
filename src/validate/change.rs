//! Rules on how single figures may move from one return to the next (V05, V06, V07, V11, V12). Not for verdicts.

use super::earlier::{EarlierValue, ReturnHistory, value};
use crate::diagnostic::{Code, Finding};
use crate::model::exact::Exact;
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::number::{steps, typed};
use crate::model::returns::{Reported, Return};
use crate::model::target::{Measure, Target};
use crate::source::At;

/// Equal values in so many periods running are asked about.
const COPIED: usize = 3;
/// Stocks below this are expected to stand still.
const MIN_BASE_FOR_CHANGE: i64 = 100;

/// Every rule on every figure of the return.
#[must_use]
pub(crate) fn changes(seen: &ReturnHistory<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for figure in &seen.plan.figures {
        let Some(reported) = seen.read.figures.get(&figure.id) else { continue };
        found.extend(fell_back(seen, figure, reported));
        let Some(now) = value(seen.read, &figure.id) else { continue };
        found.extend(fell(seen, figure, reported, now));
        found.extend(copied(seen, figure, reported, now));
        found.extend(jumped(seen, figure, reported, now));
    }
    found.extend(
        seen.plan
            .targets
            .iter()
            .filter_map(|target| share_fell(seen, target, &found))
            .collect::<Vec<_>>(),
    );
    found
}

/// V05, V06: what is counted up never falls.
fn fell_back(seen: &ReturnHistory<'_>, figure: &Figure, reported: &Reported) -> Option<Finding> {
    // "None arose" of a sum that already had some is a fall to nothing.
    let now = value(seen.read, &figure.id).unwrap_or(0);
    let (code, same_year) = match figure.kind {
        FigureKind::YearToDate => (Code::YearToDateFell, true),
        FigureKind::Cumulative => (Code::CumulativeFell, false),
        _ => return None,
    };
    let comparable = |read: &&&Return| !same_year || read.period.year() == seen.read.period.year();
    let last = seen
        .earlier
        .iter()
        .filter(comparable)
        .find_map(|read| EarlierValue::of(read, &figure.id))?;
    let (then, period) = (last.value, last.period);
    (now < then).then(|| {
        let since = if same_year { "từ đầu năm" } else { "từ đầu kế hoạch" };
        let message = format!(
            "«{}» {since} là {}, nhỏ hơn kỳ {period} là {}",
            figure.id,
            steps(now, figure.decimals),
            steps(then, figure.decimals)
        );
        let hint = if same_year {
            format!(
                "ghi số cộng dồn; nếu {} là số riêng của kỳ này, viết {}",
                steps(now, figure.decimals),
                typed(now + then, figure.decimals)
            )
        } else {
            "kiểm tra số của cả hai kỳ".to_owned()
        };
        let finding = Finding::new(code, message)
            .at(&reported.span)
            .about(&figure.id)
            .value(steps(now, figure.decimals))
            .hint(hint);
        last.beside(finding, figure)
    })
}

/// V07 on counts: a stock that falls by more than 2 %.
fn fell(
    seen: &ReturnHistory<'_>,
    figure: &Figure,
    reported: &Reported,
    now: i64,
) -> Option<Finding> {
    let last =
        seen.before(&figure.id).filter(|_| figure.kind == FigureKind::Stock && !figure.steady)?;
    let then = last.value;
    let fell = i128::from(then - now) * 100 > i128::from(then) * 2;
    (fell && !seen.explained(&figure.id)).then(|| {
        let message = format!(
            "«{}» giảm từ {} xuống {}, chưa giải trình",
            figure.id,
            steps(then, figure.decimals),
            steps(now, figure.decimals)
        );
        last.beside(unexplained(message, figure, reported, now), figure)
    })
}

/// V07 on shares: one that falls by more than a percentage point, unless its figure was found already.
fn share_fell(seen: &ReturnHistory<'_>, target: &Target, found: &[Finding]) -> Option<Finding> {
    let Measure::Ratio { numerator, denominator, .. } = &target.measure else { return None };
    let stock = |id: &At<Id>| {
        seen.plan.figure(id.value.as_str()).is_some_and(|figure| figure.kind == FigureKind::Stock)
    };
    if target.unit.as_str() != "%" || !numerator.iter().chain(denominator).all(stock) {
        return None;
    }
    let last = seen.earlier.first().filter(|last| last.period == seen.read.period.previous())?;
    let share = |read: &Return| {
        let sum = |ids: &[At<Id>]| {
            ids.iter().map(|id| value(read, &id.value)).sum::<Option<i64>>().map(i128::from)
        };
        let below = sum(denominator).filter(|below| *below > 0)?;
        Some(Exact::new(sum(numerator)? * 100, below))
    };
    let (now, then) = (share(seen.read)?, share(last)?);
    let first = &numerator.first()?.value;
    let known = found.iter().any(|finding| {
        finding.code == Code::FellUnexplained && finding.about.as_deref() == Some(first.as_str())
    });
    let explained = numerator.iter().chain(denominator).any(|id| seen.explained(&id.value));
    if then - now <= Exact::ONE || known || explained {
        return None;
    }
    let figure = seen.plan.figure(first.as_str())?;
    let message =
        format!("{} giảm quá 1 điểm phần trăm so với kỳ trước, chưa giải trình", target.name);
    Some(unexplained(message, figure, seen.read.figures.get(first)?, value(seen.read, first)?))
}

fn unexplained(message: String, figure: &Figure, reported: &Reported, now: i64) -> Finding {
    Finding::new(Code::FellUnexplained, message)
        .at(&reported.span)
        .about(&figure.id)
        .value(steps(now, figure.decimals))
        .hint(format!("ghi lý do: giai_trinh: {{ {}: \"…\" }}, hoặc sửa số", figure.id))
}

/// V11: the same value in three periods running.
fn copied(
    seen: &ReturnHistory<'_>,
    figure: &Figure,
    reported: &Reported,
    now: i64,
) -> Option<Finding> {
    let lively = match figure.kind {
        FigureKind::Stock => now >= MIN_BASE_FOR_CHANGE,
        FigureKind::YearToDate => now > 0,
        _ => false,
    };
    let mut expected = seen.read.period;
    let same = seen.earlier.iter().take_while(|read| {
        expected = expected.previous();
        let same_year =
            figure.kind != FigureKind::YearToDate || read.period.year() == seen.read.period.year();
        read.period == expected && same_year && value(read, &figure.id) == Some(now)
    });
    let periods = 1 + same.count();
    (lively && periods >= COPIED).then(|| {
        let message =
            format!("«{}» là {} trong {periods} kỳ liền", figure.id, steps(now, figure.decimals));
        Finding::new(Code::CopiedForward, message)
            .at(&reported.span)
            .about(&figure.id)
            .value(steps(now, figure.decimals))
            .hint(format!(
                "cập nhật số; nếu đúng, xác nhận: chap_nhan: [{{ ma: V11, o: {}, ly_do: \"…\" }}]",
                figure.id
            ))
    })
}

/// V12: a steady figure that jumps, or whose digits were swapped.
fn jumped(
    seen: &ReturnHistory<'_>,
    figure: &Figure,
    reported: &Reported,
    now: i64,
) -> Option<Finding> {
    let last = seen.before(&figure.id).filter(|_| figure.steady)?;
    let then = last.value;
    if seen.read.revisions.iter().any(|one| one.figure == figure.id) {
        return None;
    }
    let far = i128::from((now - then).abs()) * 100 > i128::from(then) * 5;
    let swapped = swapped_digits(now, then);
    if !far && !swapped {
        return None;
    }
    let (was, is) = (steps(then, figure.decimals), steps(now, figure.decimals));
    let finding = if swapped {
        let message =
            format!("«{}» là {is}, kỳ trước {was}: hai chữ số liền nhau đổi chỗ", figure.id);
        Finding::new(Code::Jumped, message)
            .hint(format!("nếu gõ nhầm, viết {}", typed(then, figure.decimals)))
    } else {
        let message = format!("«{}» là {is}, thay đổi quá 5% so với kỳ trước ({was})", figure.id);
        Finding::new(Code::Jumped, message).hint(format!(
            "sửa số, hoặc ghi lý do: dieu_chinh: [{{ ky: {}, o: {}, ly_do: \"…\" }}]",
            seen.read.period.previous(),
            figure.id
        ))
    };
    let finding = finding.at(&reported.span).about(&figure.id).value(is);
    Some(last.beside(finding, figure))
}

/// Whether two numbers differ exactly by two neighbouring digits changing places.
fn swapped_digits(a: i64, b: i64) -> bool {
    let (a, b) = (a.to_string().into_bytes(), b.to_string().into_bytes());
    let differing: Vec<usize> = (0..a.len().min(b.len())).filter(|at| a[*at] != b[*at]).collect();
    match differing[..] {
        [first, second] => {
            a.len() == b.len()
                && second == first + 1
                && a[first] == b[second]
                && a[second] == b[first]
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::change::swapped_digits;

    #[test]
    fn neighbouring_digits_that_change_places_are_seen() {
        assert!(swapped_digits(35_699, 35_969));
        assert!(
            !swapped_digits(35_699, 35_699)
                && !swapped_digits(35_699, 35_799)
                && !swapped_digits(12, 120)
        );
    }
}
