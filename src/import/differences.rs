//! Holds a value of the table against what a return has for the figure: what changes, and the edits that change it. Not
//! for making them ([`super::edit`]).

use super::draft::ValueChange;
use super::edit::{Edit, quoted};
use super::returns::source;
use super::rows::TableValue;
use crate::model::figure::Figure;
use crate::model::returns::Reported;
use crate::model::text::Line;
use crate::model::written_amount::typed;
use crate::read::amounts::amount;
use crate::yaml::fields::{Sink, shorten};
use crate::yaml::tree::{Node, Value};

/// Everything that a table changes in one return.
#[derive(Debug, Default)]
pub(crate) struct Differences {
    /// For people, in the plan's order.
    pub(crate) changes: Vec<ValueChange>,
    /// The same as edits of the file.
    pub(crate) edits: Vec<Edit>,
}

impl Differences {
    /// Adds what changes in the file so that it has `value` and, if any, `wanted` as its source; `node` is what the
    /// file has for the figure.
    pub(crate) fn add(
        &mut self,
        value: &TableValue<'_>,
        node: Option<&Node>,
        wanted: Option<&Line>,
    ) {
        let figure = value.figure;
        let edit = |key, yaml| Edit { figure: figure.id.to_string(), key, yaml };
        let same = is_same(value, node);
        // A value carried over is no value: what waits to be confirmed goes when one comes.
        let waits = node.is_some_and(|node| node.at(Reported::CARRIED).is_some());
        let long = !waits && node.is_some_and(|node| matches!(node.value, Value::Map(_)));
        let named = wanted.filter(|wanted| node.and_then(source).as_ref() != Some(*wanted));
        let key = format!("so_lieu.{}", figure.id);
        let estimated = node.is_some_and(|node| is_estimate(figure, node));
        // Who gives another number without the mark says that it is none; the same number may have been marked by hand.
        let estimate = match value.estimate {
            Some(false) if same => estimated,
            marked => marked.unwrap_or(estimated),
        };
        if !same {
            let after = typed(value.amount, figure);
            let before = node.map(shown);
            self.changes.push(ValueChange { key: key.clone(), before, after: after.clone() });
            self.edits.extend(long.then(|| edit(Some("gia_tri"), after)));
        }
        if let Some(named) = named {
            let before = node.and_then(source).map(|line| line.to_string());
            let after = named.to_string();
            self.changes.push(ValueChange { key: format!("{key}.nguon"), before, after });
            self.edits.extend(long.then(|| edit(Some("nguon"), quoted(named.as_str()))));
        }
        if estimate != estimated {
            let (before, after) = (estimated.then(|| "true".to_owned()), estimate.to_string());
            self.changes.push(ValueChange {
                key: format!("{key}.uoc"),
                before,
                after: after.clone(),
            });
            self.edits.extend(long.then(|| edit(Some("uoc"), after)));
        }
        if !long && (!same || named.is_some() || estimate != estimated) {
            let known = node.and_then(source).filter(|_| waits);
            self.edits.push(edit(None, written(value, wanted.or(known.as_ref()))));
        }
    }
}

/// Whether a return has this amount already.
#[must_use]
pub(crate) fn is_same(value: &TableValue<'_>, node: Option<&Node>) -> bool {
    let read = node.and_then(|node| amount(node, value.figure, &Sink::default()));
    read.is_some_and(|read| read.amount == value.amount)
}

/// Whether a return marks its value as an estimate.
#[must_use]
pub(crate) fn is_estimate(figure: &Figure, node: &Node) -> bool {
    amount(node, figure, &Sink::default()).is_some_and(|read| read.estimate)
}

/// A value as a return writes it: short, or in the long form that names its source or says that it is an estimate.
#[must_use]
pub(crate) fn written(value: &TableValue<'_>, source: Option<&Line>) -> String {
    let amount = typed(value.amount, value.figure);
    let source = source.map(|source| format!(", nguon: {}", quoted(source.as_str())));
    let estimate = (value.estimate == Some(true)).then(|| ", uoc: true".to_owned());
    match (source, estimate) {
        (None, None) => amount,
        (source, estimate) => {
            let more = [source, estimate].into_iter().flatten().collect::<String>();
            format!("{{ gia_tri: {amount}{more} }}")
        }
    }
}

/// What stands in the file now.
fn shown(node: &Node) -> String {
    if let Some(carried) = node.at(Reported::CARRIED) {
        return format!("{} (chờ xác nhận)", shorten(carried.span.text().trim()));
    }
    let value = node.at("gia_tri").unwrap_or(node);
    shorten(value.span.text().trim())
}
