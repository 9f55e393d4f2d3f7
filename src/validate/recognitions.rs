//! Rules on what a unit is recognised for (V09). Not for reading decisions ([`crate::read::returns`]).

use chrono::Datelike;

use crate::diagnostic::{Code, Finding, Severity};
use crate::model::plan::Plan;
use crate::model::returns::{Recognitions, Return};
use crate::model::written_date::short;
use crate::yaml::fields::Sink;

/// A recognition that has lapsed by the as-of date, with none in its place.
pub(crate) fn check(read: &Return, plan: &Plan, recognitions: &Recognitions, sink: &Sink) {
    let as_of = read.heading.as_of.value;
    for (id, decisions) in recognitions {
        let Some(figure) = plan.figure(id.as_str()) else { continue };
        let holds = decisions.iter().any(|decision| decision.holds_on(as_of));
        // What lapsed before the plan began is no news in any of its quarters.
        let since = plan.years.0;
        let last = decisions
            .iter()
            .filter(|decision| {
                decision.expires.value < as_of && decision.expires.value.year() >= i32::from(since)
            })
            .max_by_key(|decision| decision.expires.value);
        if let Some(last) = last.filter(|_| !holds) {
            let expired = short(last.expires.value.into());
            let message = format!(
                "{}: quyết định số {} đã hết hiệu lực ngày {expired}",
                figure.name, last.number
            );
            sink.push(
                Finding::new(Code::BadRecognition, message)
                    .severity(Severity::Warning)
                    .at(&read.heading.as_of.span)
                    .about(id)
                    .value(last.number.as_str())
                    .also(&last.expires.span, format!("hết hiệu lực ngày {expired}"))
                    .hint(format!(
                        "không tính là đạt; có quyết định mới thì bổ sung vào don-vi/{}.yaml",
                        read.unit
                    )),
            );
        }
    }
}
