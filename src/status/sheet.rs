//! The board as one page for the head of the board, in the document's face: the counts, the worst in the format library's table,
//! the rest in columns. Not for the terminal ([`super::table`]) and not for laying it out ([`crate::typeset`]).

use super::board::{Board, LetterLine};
use super::table::summary;
use super::unit_line::{DateSource, UnitLine};
use super::words::{cut, late, open, received, state};
use crate::render::code::string;
use crate::render::pages::{PageStyle, beginning};

/// How many units a page has room for, and how.
struct Room {
    /// Rows of the table.
    rows: usize,
    /// Columns below it.
    columns: usize,
    /// Lines of each.
    lines: usize,
    /// Their type size in tenths of a point.
    size: usize,
}

/// Room for a few units, each with a row, and for many.
const FEW: Room = Room { rows: 24, columns: 3, lines: 14, size: 85 };
const MANY: Room = Room { rows: 11, columns: 5, lines: 36, size: 65 };

/// The markup of the page, with the format profile of this name.
#[must_use]
pub(crate) fn sheet(board: &Board, profile: &str) -> String {
    let few = board.units.len() <= FEW.rows + FEW.columns * FEW.lines;
    let room = if few { FEW } else { MANY };
    let (worst, rest) = board.units.split_at(room.rows.min(board.units.len()));
    let title = format!("Tình hình nộp báo cáo kỳ {}", board.period);
    let style =
        PageStyle { profile, title: &title, date: board.today, landscape: false, size: (12, 16) };
    let parts = [
        beginning(style),
        format!("#align(center, text(weight: \"bold\", {}))\n\n", string(&title.to_uppercase())),
        format!("#align(center, text(weight: \"bold\", {}))\n\n", string(&cut(&board.name, 160))),
        format!("#text({})\n\n", string(&summary(board))),
        rows(worst),
        others(rest, &room),
        notes(board),
    ];
    parts.concat()
}

/// The worst, a row each.
fn rows(units: &[UnitLine]) -> String {
    let cells = |(at, line): (usize, &UnitLine)| {
        let cells = [
            (at + 1).to_string(),
            cut(&line.name, 30),
            state(line.state).to_owned(),
            received(line),
            late(line),
            cut(&open(line), 34),
        ];
        format!("  {},\n", array(&cells))
    };
    let heads = ["TT", "Đơn vị", "Tình trạng", "Ngày nộp", "Muộn", "Còn phải làm"];
    let rows: String = units.iter().enumerate().map(cells).collect();
    format!(
        "#bang(\n  cot: (8, 1fr, 36, 22, 18, 40),\n  can: (center, left, left, center, center, left),\n  co-chu: 9.5pt,\n  dau: ({},),\n{rows})\n\n",
        array(&heads.map(str::to_owned))
    )
}

fn array(cells: &[String]) -> String {
    let quoted: Vec<String> = cells.iter().map(|cell| string(cell)).collect();
    format!("({},)", quoted.join(", "))
}

/// The rest in columns, as far as there is room.
fn others(units: &[UnitLine], room: &Room) -> String {
    if units.is_empty() {
        return String::new();
    }
    let most = room.columns * room.lines;
    let shown = if units.len() > most { most - 1 } else { units.len() };
    let width = 150 / room.columns;
    let line = |line: &UnitLine| {
        let word = state(line.state);
        let name = cut(&line.name, width.saturating_sub(word.chars().count() + 2).max(12));
        string(&format!("{name}: {word}"))
    };
    let mut lines: Vec<String> = units[..shown].iter().map(line).collect();
    if shown < units.len() {
        lines.push(string(&format!("và {} đơn vị khác", units.len() - shown)));
    }
    let printed: Vec<String> = lines.iter().map(|line| format!("#{line}\n\n")).collect();
    format!(
        "#block(height: {}pt, columns({}, gutter: 3mm)[\n#show: co({}pt, {}pt)\n{}])\n\n",
        tenths(lines.len().div_ceil(room.columns) * (room.size + 25) + 10),
        room.columns,
        tenths(room.size),
        tenths(room.size + 15),
        printed.concat()
    )
}

/// Tenths with a point: `8.5`.
fn tenths(number: usize) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// What the star beside a date means, if one is there.
#[must_use]
pub(crate) fn as_of_note(board: &Board) -> Option<String> {
    let starred = board.units.iter().any(|line| line.date_source == Some(DateSource::AsOf));
    starred.then(|| "* ngày chốt số liệu, vì tệp chưa ghi ngày văn bản".to_owned())
}

/// The letters and who owes nothing, in a line each.
fn notes(board: &Board) -> String {
    let mut notes = Vec::new();
    notes.extend(as_of_note(board));
    if !board.letters.is_empty() {
        let name = |letter: &LetterLine| match letter.time {
            1 => letter.name.clone(),
            time => format!("{} (lần {time})", letter.name),
        };
        let names: Vec<String> = board.letters.iter().map(name).collect();
        notes.push(format!("Công văn đôn đốc cần gửi {}: {}.", names.len(), names.join(", ")));
    }
    if !board.not_due.is_empty() {
        let names: Vec<&str> = board.not_due.iter().map(|unit| unit.name.as_str()).collect();
        notes.push(format!("Không phải nộp kỳ này {}: {}.", names.len(), names.join(", ")));
    }
    let written: Vec<String> =
        notes.iter().map(|note| format!("#{}\n\n", string(&cut(note, 400)))).collect();
    format!("#[\n#show: co(9pt, 12pt)\n{}]\n", written.concat())
}
