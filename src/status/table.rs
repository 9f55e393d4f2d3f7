//! The board as a table for a terminal, as wide as that is. Not for what it says ([`super::board`]).

use super::board::{Board, LetterLine};
use super::unit_line::{DateSource, UnitLine, UnitState};
use super::words::{cut, day, late, open, received, state};

/// The least the last column needs.
const LEAST: usize = 16;

/// How a board is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawing {
    /// Columns of the terminal; none where lines may be of any length.
    pub(crate) width: Option<usize>,
    /// Whether in colour.
    pub(crate) color: bool,
    /// Whether units that need nothing have a line each.
    pub(crate) each: bool,
}

/// The board, its lines ended.
#[must_use]
pub(crate) fn table(board: &Board, drawing: Drawing) -> String {
    let mut lines = vec![
        format!("Kỳ {}, hồ sơ {}: {}", board.period, board.dossier, board.name),
        summary(board),
        String::new(),
    ];
    let asked = |line: &&UnitLine| drawing.each || line.needs_something();
    let (shown, fine): (Vec<&UnitLine>, Vec<&UnitLine>) = board.units.iter().partition(asked);
    if !shown.is_empty() {
        lines.extend(rows(&shown, drawing));
        if shown.iter().any(|line| line.date_source == Some(DateSource::AsOf)) {
            lines.push("* ngày chốt số liệu, vì tệp chưa ghi ngày văn bản".to_owned());
        }
        lines.push(String::new());
    }
    if !fine.is_empty() {
        let names: Vec<String> = fine.iter().map(|line| with_lateness(line)).collect();
        lines.push(format!("Đã xong {}: {}.", fine.len(), names.join(", ")));
    }
    lines.extend(rest(board));
    let width = drawing.width.unwrap_or(usize::MAX);
    let wrapped: Vec<String> = lines.iter().map(|line| wrapped(line, width)).collect();
    wrapped.join("\n") + "\n"
}

/// How long it is to the deadline, or since.
#[must_use]
pub(crate) fn left(board: &Board) -> String {
    match (board.deadline - board.today).num_days() {
        0 => "hôm nay là hạn cuối".to_owned(),
        left @ 1.. => format!("còn {left} ngày"),
        left => format!("đã qua {} ngày", -left),
    }
}

/// How many stand how, in a sentence each.
#[must_use]
pub(crate) fn summary(board: &Board) -> String {
    let counts = &board.counts;
    let when = left(board);
    let mut parts = vec![format!("Đã nộp {}/{} đơn vị", counts.received, counts.due)];
    let counted = [
        (counts.unread, "chưa đọc được"),
        (counts.not_received, "chưa nộp"),
        (counts.late, "nộp muộn"),
        (counts.held, "có lỗi, bị giữ lại"),
        (counts.incomplete, "còn số trống"),
    ];
    parts
        .extend(counted.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{what} {n}")));
    parts.push(format!("đã lập {}/{} báo cáo", counts.built, counts.to_build));
    if counts.issued > 0 {
        parts.push(format!("đã ban hành {}", counts.issued));
    }
    format!(
        "{}, hạn nộp {}, {when} (tính đến {}). {}.",
        board.owed.join(", "),
        day(board.deadline),
        day(board.today),
        parts.join("; ")
    )
}

fn with_lateness(line: &UnitLine) -> String {
    if line.late > 0 { format!("{} (muộn {})", line.name, late(line)) } else { line.name.clone() }
}

/// What the columns are called.
pub(crate) const HEADS: [&str; 5] = ["Đơn vị", "Tình trạng", "Ngày nộp", "Muộn", "Còn phải làm"];

/// A row for each unit below the heads; what does not fit in the last column is cut.
fn rows(units: &[&UnitLine], drawing: Drawing) -> Vec<String> {
    let cells = |line: &&UnitLine| {
        [line.name.clone(), state(line.state).to_owned(), received(line), late(line), open(line)]
    };
    let all: Vec<[String; 5]> =
        [HEADS.map(str::to_owned)].into_iter().chain(units.iter().map(cells)).collect();
    let wide = |column: usize| all.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..4).map(wide).collect();
    let taken: usize = widths.iter().map(|width| width + 2).sum();
    let last = drawing.width.map_or(usize::MAX, |width| width.saturating_sub(taken).max(LEAST));
    let row = |(at, cells): (usize, &[String; 5])| {
        let padded: Vec<String> =
            widths.iter().zip(cells).map(|(width, cell)| format!("{cell:<width$}")).collect();
        let mut padded = padded;
        let unit = at.checked_sub(1).and_then(|at| units.get(at));
        if let Some(unit) = unit.filter(|_| drawing.color) {
            padded[1] = format!("\u{1b}[{}m{}\u{1b}[0m", color(unit.state), padded[1]);
        }
        format!("{}  {}", padded.join("  "), cut(&cells[4], last)).trim_end().to_owned()
    };
    all.iter().enumerate().map(row).collect()
}

/// Red for what is missing or wrong, yellow for what is to be done, green for what is done.
fn color(state: UnitState) -> u8 {
    match state {
        UnitState::Unread
        | UnitState::NotReceived
        | UnitState::NotFilled
        | UnitState::WithErrors
        | UnitState::Held => 31,
        UnitState::NotBuilt | UnitState::Outdated | UnitState::IssuedChanged => 33,
        UnitState::Built | UnitState::Issued | UnitState::Received => 32,
    }
}

/// What stands below the table: the roll-up, the letters, who owes nothing.
#[must_use]
pub(crate) fn rest(board: &Board) -> Vec<String> {
    let mut lines = Vec::new();
    let area = |line: &super::board::AreaLine| {
        format!("Báo cáo tổng hợp ({}): {}.", line.report, state(line.state))
    };
    lines.extend(board.area.iter().map(area));
    lines.extend(letters(board));
    if !board.not_due.is_empty() {
        let one = |unit: &super::board::NotDueLine| format!("{} ({})", unit.name, unit.why);
        let names: Vec<String> = board.not_due.iter().map(one).collect();
        lines.push(format!("Không phải nộp kỳ này {}: {}.", names.len(), names.join(", ")));
    }
    lines
}

/// The letters to send, and how those that are not there are made.
fn letters(board: &Board) -> Vec<String> {
    if board.letters.is_empty() {
        return Vec::new();
    }
    let name = |letter: &LetterLine| match &letter.report {
        Some(report) => report.rsplit('/').next().unwrap_or(report).to_owned(),
        None if letter.time > 1 => {
            format!("{} lần {} cho {}", letter.kind, letter.time, letter.name)
        }
        None => format!("{} cho {}", letter.kind, letter.name),
    };
    let names: Vec<String> = board.letters.iter().map(name).collect();
    let built = board.letters.iter().filter(|letter| letter.state.is_made()).count();
    let (count, id, period) = (names.len(), &board.dossier, &board.period);
    let line = format!("Công văn cần gửi {count} (đã lập {built}): {}.", names.join(", "));
    let unopened = board.letters.iter().any(|letter| letter.report.is_none());
    let command = format!("baocao build {id} --period {period}");
    let step = match built {
        _ if unopened => {
            format!("Mở kỳ: «baocao new {period} {id}»; rồi lập công văn: «{command}».")
        }
        built if built < count => format!("Lập công văn: «{command}»."),
        _ => String::new(),
    };
    [line, step].into_iter().filter(|line| !line.is_empty()).collect()
}

/// A line broken between words where it would be too long; a row of the table is short enough by itself.
fn wrapped(line: &str, width: usize) -> String {
    if line.chars().filter(|c| *c != '\u{1b}').count() <= width || line.contains('\u{1b}') {
        return line.to_owned();
    }
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let last = lines.last_mut().expect("there is a line");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(format!("  {word}"));
        } else if last.is_empty() {
            last.push_str(word);
        } else {
            last.push(' ');
            last.push_str(word);
        }
    }
    lines.join("\n")
}
