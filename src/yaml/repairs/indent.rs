//! Lines that stand too deep or not deep enough: the first line of a file, a key beside its neighbours, a line of a text
//! behind `|`. Not for what indents a line ([`super::unseen`]).

use std::collections::BTreeSet;

use super::lines::{Lines, indent, is_blank, keyed};
use super::repair::Repair;

/// All changes of how deep keys stand near the error.
pub(super) fn repairs(lines: &Lines<'_>, near: &[usize]) -> Vec<Repair> {
    let first = first(lines).into_iter();
    first.chain(near.iter().flat_map(|at| beside(lines, *at))).collect()
}

/// The first line deeper than what follows.
fn first(lines: &Lines<'_>) -> Option<Repair> {
    let (at, line) = lines.all().find(|(_, line)| !is_blank(line))?;
    let depth = indent(line);
    let message = "dòng đầu thụt vào sâu hơn các dòng sau";
    let hint = format!("xóa {depth} dấu cách ở đầu dòng {}: thụt vào 0 dấu cách", at + 1);
    (depth > 0).then(|| {
        Repair::new(lines, at, message, hint, lines.with(at, line.trim_start_matches(' ')))
    })
}

/// A key as deep as one above or below it, the nearest depth first.
fn beside(lines: &Lines<'_>, at: usize) -> Vec<Repair> {
    let line = lines.get(at);
    if keyed(line).is_none_or(|key| !key.rest.trim_start().starts_with(':')) {
        return Vec::new();
    }
    let (depth, next) = (indent(line), lines.next(at));
    let opens = keyed(line).is_some_and(|key| key.value() == Some(""));
    let around: Vec<(usize, &str)> = (0..at)
        .rev()
        .take(12)
        .chain(next)
        .map(|at| lines.get(at))
        .filter(|line| !is_blank(line) && keyed(line).is_some_and(|key| key.value().is_some()))
        .map(|line| (indent(line), keyed(line).map_or("", |key| key.key)))
        .collect();
    // A key that opens a group stands less deep than what follows.
    let above = next.filter(|_| opens).map(|at| indent(lines.get(at)));
    let fits = |own: usize| own != depth && above.is_none_or(|below| own < below);
    let mut depths: Vec<usize> =
        around.iter().map(|(own, _)| *own).filter(|own| fits(*own)).collect();
    depths.sort_unstable_by_key(|own| own.abs_diff(depth));
    depths.dedup();
    let each = depths.into_iter().map(|own| {
        let beside = around.iter().find(|(other, _)| *other == own).map_or("", |(_, key)| key);
        let meant = format!("{}{}", " ".repeat(own), line.trim_start_matches(' '));
        let message = "thụt lề không đều";
        let hint = format!("dòng này thụt vào {own} dấu cách, thẳng cột với «{beside}»");
        Repair::new(lines, at, message, hint, lines.with(at, &meant))
    });
    each.collect()
}

/// The lines of a text made as deep as each other: those of the key above a line that has none.
pub(super) fn of_prose(lines: &Lines<'_>, at: usize) -> Option<Repair> {
    let header = (0..=at)
        .rev()
        .find(|own| keyed(lines.get(*own)).is_some_and(|key| key.value().is_some()))?;
    let key = keyed(lines.get(header))?;
    let depth = indent(lines.get(header));
    let is_key =
        |line: &str| indent(line) <= depth && keyed(line).is_some_and(|key| key.value().is_some());
    let end = (header + 1..lines.count()).find(|own| is_key(lines.get(*own)));
    let body: Vec<usize> = (header + 1..end.unwrap_or(lines.count())).collect();
    let deep = |own: &usize| indent(lines.get(*own));
    let words: Vec<usize> =
        body.iter().copied().filter(|own| !lines.get(*own).trim().is_empty()).collect();
    let want = words.iter().map(deep).filter(|own| *own > depth).min().unwrap_or(depth + 2);
    let block = key.value().is_some_and(|value| value.starts_with(['|', '>']));
    let wrong: BTreeSet<usize> = if block {
        body.iter()
            .copied()
            .filter(|own| {
                lines.get(*own).trim().is_empty() && deep(own) > want
                    || words.contains(own) && deep(own) != want
            })
            .collect()
    } else {
        words.iter().copied().filter(|own| deep(own) <= depth).collect()
    };
    // A line that parts documents is no line of a text.
    let first = *wrong.iter().next().filter(|own| lines.get(**own).trim() != "---")?;
    let text = lines.with_all(|own, line| {
        let deep = format!("{}{}", " ".repeat(want), line.trim());
        if wrong.contains(&own) { deep.trim_end().to_owned() } else { line.to_owned() }
    });
    let named =
        wrong.iter().take(8).map(|own| (own + 1).to_string()).collect::<Vec<_>>().join(", ");
    let message = format!(
        "dòng của đoạn văn dưới «{}» thụt vào không bằng nhau hoặc không thụt vào",
        key.key
    );
    let hint = format!("dòng {named} thụt vào {want} dấu cách");
    Some(Repair::new(lines, first, message, hint, text))
}
