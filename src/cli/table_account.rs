//! How it is said what became of a table's columns, rows and units. Not for finding that out
//! ([`crate::import::account`]).

use crate::import::account::{PartUse, TableAccount, TablePart};

/// So many missing units are named; the others are counted.
const NAMED: usize = 6;

/// One line: how much was read, what was compared, passed over and missed.
#[must_use]
pub(crate) fn brief(account: &TableAccount) -> String {
    let is = |used: PartUse, what: &'static str| {
        let parts = account.parts.iter();
        parts.filter(move |part| part.used == used && part.place.starts_with(what))
    };
    let figures = is(PartUse::Imported, "cột").filter(|part| part.why != "tên đơn vị").count();
    let units = is(PartUse::Imported, "hàng").count();
    let read = if account.of_one {
        format!("Biểu của một đơn vị: đọc {units} hàng số liệu")
    } else {
        format!("Bảng: đọc {figures} cột số liệu, {units} hàng đơn vị")
    };
    let mut said = vec![read];
    for (used, words) in [(PartUse::Compared, "đối chiếu"), (PartUse::PassedOver, "bỏ qua")]
    {
        let columns = listed("cột", is(used, "cột"));
        let rows = listed("hàng", is(used, "hàng"));
        let parts: Vec<String> = [columns, rows].into_iter().flatten().collect();
        if !parts.is_empty() {
            said.push(format!("{words} {}", parts.join(", ")));
        }
    }
    let named: Vec<&str> = account.absent.iter().take(NAMED).map(String::as_str).collect();
    let others = match account.absent.len().saturating_sub(NAMED) {
        0 => String::new(),
        others => format!(" và {others} đơn vị khác"),
    };
    if !named.is_empty() {
        said.push(format!("không có trong bảng: {}{others}", named.join(", ")));
    }
    format!("{}.\n", said.join("; "))
}

/// A line for each column, row and missing unit.
#[must_use]
pub(crate) fn whole(account: &TableAccount) -> String {
    let line = |part: &TablePart| {
        let used = match part.used {
            PartUse::Imported => "nhập",
            PartUse::Compared => "đối chiếu",
            PartUse::PassedOver => "bỏ qua",
            PartUse::Refused => "không nhập",
        };
        let name = if part.name.is_empty() { String::new() } else { format!(" «{}»", part.name) };
        format!("  {}{name}: {used} ({})\n", part.place, part.why)
    };
    let absent = account.absent.iter().map(|unit| format!("  {unit}: không có trong bảng\n"));
    account.parts.iter().map(line).chain(absent).collect()
}

/// `cột A, C` of parts of one kind.
fn listed<'a>(what: &str, parts: impl Iterator<Item = &'a TablePart>) -> Option<String> {
    let places: Vec<&str> = parts.map(|part| part.place[what.len()..].trim()).collect();
    (!places.is_empty()).then(|| format!("{what} {}", places.join(", ")))
}
