//! Reads the units of a plan from a table: a row each, under heads that name the columns. Not for tables of figures
//! ([`crate::import`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;

use super::new_unit::{NewPredecessor, NewUnit, id_of};
use super::unit_names::{OldUnits, parted};
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::FileSystem;
use crate::import::sheets::tables;
use crate::import::table::SourceTable;
use crate::model::id::Id;
use crate::vietnamese::nearest::fold;
use crate::yaml::slips::date::date_meant;

/// What a column says of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum UnitColumn {
    Name,
    Kind,
    Id,
    Place,
    Code,
    Group,
    From,
    Predecessors,
}

/// What columns may be headed, without marks, spaces and what stands in brackets.
const HEADS: [(UnitColumn, &[&str]); 8] = [
    (
        UnitColumn::Name,
        &["ten", "tendonvi", "donvi", "tenxa", "tenxaphuong", "xaphuong", "tendangbo", "dangbo"],
    ),
    (UnitColumn::Kind, &["loai", "cap", "loaidonvi", "loaihinh", "capdonvi"]),
    (UnitColumn::Id, &["ma", "madonvi"]),
    (UnitColumn::Place, &["diadanh"]),
    (UnitColumn::Code, &["madvhc", "madonvihanhchinh", "mahanhchinh"]),
    (UnitColumn::Group, &["nhom", "khoi", "cum", "diaban"]),
    (UnitColumn::From, &["tungay", "hieuluctu", "hieuluc", "ngaythanhlap", "thanhlap"]),
    (
        UnitColumn::Predecessors,
        &[
            "tienthan",
            "kethua",
            "donvicu",
            "cacdonvicu",
            "hopthanhtu",
            "hinhthanhtu",
            "sapnhaptu",
            "hopnhattu",
            "donvihopthanh",
        ],
    ),
];
/// Names of rows that are no units.
const SUMS: [&str; 5] = ["tong", "tongcong", "tongso", "cong", "toandiaban"];

/// The units of the first sheet that names any, in its order; what was found on the way.
///
/// # Errors
/// The findings that keep it from being used: everything wrong with it.
pub(crate) fn units(
    disk: &dyn FileSystem,
    file: &Path,
    old: &OldUnits<'_>,
) -> Result<(Vec<NewUnit>, Vec<Finding>), Vec<Finding>> {
    let mut findings = Vec::new();
    let tables = tables(disk, file, &mut findings).map_err(|finding| vec![finding])?;
    let mut seen = tables.iter().filter(|table| !table.is_hidden);
    let Some((table, head, columns)) = seen.find_map(heads) else {
        let message = "bảng không có cột tên đơn vị nên không biết có những đơn vị nào";
        let hint = "đặt tiêu đề «tên» cho cột tên đơn vị; thêm được các cột loại, mã, nhóm, tiền thân (các đơn vị cũ), từ ngày";
        let place = tables.first().map(SourceTable::whole);
        return Err(vec![Finding::new(Code::BadTable, message).at_maybe(place).hint(hint)]);
    };
    findings.extend(passed_over(table, head, &columns));
    let mut reader =
        UnitReader { table, columns, old, units: Vec::new(), findings, taken: old.superior() };
    let rows: Vec<u32> = table.rows().into_iter().filter(|row| *row > head).collect();
    reader.reserve(&rows);
    for row in rows {
        reader.row(row);
    }
    if reader.units.is_empty() && !any_error(&reader.findings) {
        let message = "bảng không có đơn vị nào dưới hàng tiêu đề";
        let finding = Finding::new(Code::BadTable, message).at(&table.whole());
        reader.findings.push(finding.hint("ghi mỗi đơn vị một hàng"));
    }
    if any_error(&reader.findings) {
        Err(reader.findings)
    } else {
        Ok((reader.units, reader.findings))
    }
}

type UnitColumns = BTreeMap<UnitColumn, u32>;

/// The row of the heads, and what its columns say.
fn heads(table: &SourceTable) -> Option<(&SourceTable, u32, UnitColumns)> {
    table.rows().into_iter().find_map(|row| {
        let mut columns = UnitColumns::new();
        for ((_, column), text) in table.row(row) {
            if let Some(what) = column_of(&text) {
                columns.entry(what).or_insert(column);
            }
        }
        columns.contains_key(&UnitColumn::Name).then_some((table, row, columns))
    })
}

fn column_of(head: &str) -> Option<UnitColumn> {
    let head = fold(head.split('(').next().unwrap_or_default());
    HEADS.iter().find(|(_, names)| names.contains(&head.as_str())).map(|(column, _)| *column)
}

/// Columns that say nothing of units, and what nobody sees.
fn passed_over(table: &SourceTable, head: u32, columns: &UnitColumns) -> Vec<Finding> {
    let known = |column: u32| columns.values().any(|known| *known == column);
    let other = table.row(head).filter(|((_, column), text)| {
        !known(*column) && !matches!(fold(text).as_str(), "stt" | "tt" | "ghichu")
    });
    let mut findings: Vec<Finding> = other
        .map(|(place, text)| {
            let finding = Finding::new(Code::NotImported, format!("cột «{text}» không dùng đến"));
            let hint = "các cột được đọc: tên, loại, mã, địa danh, mã đơn vị hành chính, nhóm, tiền thân, từ ngày";
            finding.at(&table.span(place)).hint(hint)
        })
        .collect();
    if let Some((place, _)) = table.hidden().next() {
        let finding = Finding::new(Code::NotImported, "hàng, cột bị ẩn của bảng không được đọc");
        let hint = "cho hiện (Unhide) rồi chạy lại nếu trong đó có đơn vị";
        findings.push(finding.at(&table.span(place)).hint(hint));
    }
    findings
}

struct UnitReader<'t, 'o> {
    table: &'t SourceTable,
    columns: UnitColumns,
    old: &'o OldUnits<'o>,
    units: Vec<NewUnit>,
    findings: Vec<Finding>,
    taken: BTreeSet<Id>,
}

impl UnitReader<'_, '_> {
    /// The place of a column in a row, where a merged region shows its text over all its rows.
    fn place(&self, row: u32, column: UnitColumn) -> Option<(u32, u32)> {
        let place = (row, *self.columns.get(&column)?);
        Some(match self.table.region(place) {
            Some((first, _)) if column != UnitColumn::Name => first,
            _ => place,
        })
    }

    fn text(&self, row: u32, column: UnitColumn) -> Option<String> {
        let text = self.table.text(self.place(row, column)?)?;
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Tells of a cell; without one, of its row's name.
    fn refuse(&mut self, (row, column): (u32, UnitColumn), message: String, hint: &str) {
        let cell = self.place(row, column).filter(|place| self.table.cell(*place).is_some());
        let place = cell.or_else(|| self.place(row, UnitColumn::Name));
        let span = place.map_or_else(|| self.table.whole(), |place| self.table.span(place));
        self.findings.push(Finding::new(Code::BadTable, message).at(&span).hint(hint));
    }

    /// Ids that are typed are nobody else's.
    fn reserve(&mut self, rows: &[u32]) {
        for row in rows {
            let Some(text) = self.text(*row, UnitColumn::Id) else { continue };
            match Id::parse(&text) {
                Ok(id) if self.taken.insert(id.clone()) => {}
                Ok(id) => {
                    let message = format!("mã «{id}» đứng ở hai hàng");
                    self.refuse((*row, UnitColumn::Id), message, "đổi một trong hai mã");
                }
                Err(why) => {
                    let message = format!("«{text}» không dùng làm mã được: {why}");
                    let hint = "viết chữ thường không dấu, chữ số, dấu -; hoặc để trống, chương trình lấy mã theo tên";
                    self.refuse((*row, UnitColumn::Id), message, hint);
                }
            }
        }
    }

    fn row(&mut self, row: u32) {
        let Some(shown) = self.text(row, UnitColumn::Name) else { return self.nameless(row) };
        if SUMS.contains(&fold(&shown).as_str()) {
            return;
        }
        let (kind, name) = match (self.text(row, UnitColumn::Kind), parted(&shown, self.old)) {
            (Some(kind), Some((same, name))) if fold(&same) == fold(&kind) => (kind, name),
            (Some(kind), _) => (kind, shown.clone()),
            (None, Some(parted)) => parted,
            (None, None) => {
                let message = format!("không biết «{shown}» là xã, phường hay cấp nào khác");
                let hint = "thêm cột «loại», hoặc viết cả cấp vào tên: xã Lát; hàng này là tên nhóm thì xóa đi, ghi nhóm ở cột «nhóm»";
                return self.refuse((row, UnitColumn::Name), message, hint);
            }
        };
        let kind = lowered(&kind);
        let of_name =
            |unit: &&NewUnit| unit.kind == kind && unit.name.to_lowercase() == name.to_lowercase();
        if self.units.iter().any(|unit| of_name(&unit)) {
            let message = format!("hai hàng cùng là {kind} {name}");
            let hint =
                "xóa một hàng; đúng là hai đơn vị trùng tên thì viết thêm vào tên cho khác nhau";
            return self.refuse((row, UnitColumn::Name), message, hint);
        }
        let typed = self.text(row, UnitColumn::Id).and_then(|text| Id::parse(&text).ok());
        let id = typed.unwrap_or_else(|| id_of(&kind, &name, &self.taken));
        self.taken.insert(id.clone());
        let (predecessors, ended) = self.predecessors(row);
        let from = self.from(row).or(ended);
        let [place, code, group] = [UnitColumn::Place, UnitColumn::Code, UnitColumn::Group]
            .map(|column| self.text(row, column));
        self.units.push(NewUnit { id, kind, name, place, code, group, from, predecessors });
    }

    /// A row without a name says nothing, or it is not known of whom.
    fn nameless(&mut self, row: u32) {
        let telling =
            [UnitColumn::Id, UnitColumn::Kind, UnitColumn::Predecessors, UnitColumn::Code];
        let own = |column: &UnitColumn| {
            let place = (row, *self.columns.get(column)?);
            self.table.cell(place).map(|_| *column)
        };
        if let Some(column) = telling.iter().find_map(own) {
            let message = "hàng này không có tên đơn vị".to_owned();
            self.refuse((row, column), message, "điền tên ở cột tên, hoặc xóa hàng");
        }
    }

    fn from(&mut self, row: u32) -> Option<NaiveDate> {
        let text = self.text(row, UnitColumn::From)?;
        let date = text.parse().ok().or_else(|| date_meant(&text));
        if date.is_none() {
            let message = format!("«{text}» không phải một ngày");
            self.refuse((row, UnitColumn::From), message, "viết ngày/tháng/năm, ví dụ 01/7/2025");
        }
        date
    }

    /// The units one was made of, and the day after all of them ended.
    fn predecessors(&mut self, row: u32) -> (Vec<NewPredecessor>, Option<NaiveDate>) {
        let Some(text) = self.table_text(row) else { return (Vec::new(), None) };
        let mut found = Vec::new();
        let mut ends = BTreeSet::new();
        for name in text.split([',', ';', '+', '\n']).flat_map(|part| part.split(" và ")) {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                continue;
            }
            match self.old.named(&name) {
                Ok(Some((dossier, unit))) => {
                    ends.extend(unit.validity.to);
                    found.push(NewPredecessor::Known(dossier.to_owned(), unit.id.clone()));
                }
                Ok(None) => found.push(NewPredecessor::Outside(name)),
                Err(near) => {
                    let message = format!("hồ sơ cũ không có đơn vị «{name}»");
                    let hint = format!("có phải là «{near}»? Sửa lại tên trong bảng cho đúng");
                    self.refuse((row, UnitColumn::Predecessors), message, &hint);
                }
            }
        }
        let one = ends.first().filter(|_| ends.len() == 1);
        (found, one.and_then(NaiveDate::succ_opt))
    }

    fn table_text(&self, row: u32) -> Option<String> {
        self.table.text(self.place(row, UnitColumn::Predecessors)?)
    }
}

/// A kind as plans write it.
fn lowered(kind: &str) -> String {
    let mut letters = kind.chars();
    letters.next().map_or_else(String::new, |first| {
        // `Chi bộ thôn` is the beginning of a proper name.
        if fold(kind).starts_with("chibo") || fold(kind).starts_with("dang") {
            kind.to_owned()
        } else {
            first.to_lowercase().chain(letters).collect()
        }
    })
}
