//! What somebody filled in on the form of a unit: values, texts, the as-of date, each with its cell. A row counts only if its id and its
//! words say the same. Not for what that changes in a return ([`super::drafts`]).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns::Column;
use super::dates;
use super::recognise::FormFile;
use super::sheet_map::SheetMap;
use super::text_fields::{reason_path, text_fields};
use super::words;
use crate::diagnostic::{Code, Finding, Severity};
use crate::import::cells;
use crate::import::rows::TableValue;
use crate::import::table::{CellContent, CellPosition, SourceTable};
use crate::import::text_edit::KeyPath;
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::text::Line;
use crate::model::unit::{Rank, Unit};
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::shorten;

/// A text somebody typed.
#[derive(Debug, Clone)]
pub(crate) struct TypedText {
    /// Where it stands in a return.
    pub(crate) path: KeyPath,
    /// The text.
    pub(crate) text: String,
}

/// What a form holds for one unit.
#[derive(Debug, Default)]
pub(crate) struct Filled<'p> {
    /// Its values.
    pub(crate) values: Vec<TableValue<'p>>,
    /// Its texts.
    pub(crate) texts: Vec<TypedText>,
    /// The as-of date.
    pub(crate) as_of: Option<NaiveDate>,
    /// What is wrong with cells, and what is not imported.
    pub(crate) findings: Vec<Finding>,
}

impl Filled<'_> {
    /// Whether nothing is filled in.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.texts.is_empty() && self.as_of.is_none()
    }
}

/// Reads the form of a unit.
struct FormReader<'f, 'p> {
    plan: &'p Plan,
    unit: &'p Unit,
    period: Period,
    table: &'f SourceTable,
    map: SheetMap,
    filled: Filled<'p>,
}

/// What is filled in on a form of `unit`.
///
/// # Errors
/// Why nothing of it can be taken.
pub(crate) fn filled<'p>(
    form: &FormFile,
    plan: &'p Plan,
    unit: &'p Unit,
) -> Result<Filled<'p>, Finding> {
    let mut filled = Filled { findings: form.findings.clone(), ..Filled::default() };
    let mut sheets = (0, 0);
    for table in &form.tables {
        let Some(map) = SheetMap::of(table)? else { continue };
        let (figures, texts) =
            (map.column(Column::Value).is_some(), map.column(Column::Content).is_some());
        let period = form.identity.period;
        let mut reader = FormReader { plan, unit, period, table, map, filled };
        if figures {
            sheets.0 += 1;
            reader.same_form()?;
            reader.as_of();
            reader.figures();
        } else if texts {
            sheets.1 += 1;
            reader.texts();
        }
        filled = reader.filled;
    }
    if sheets.0 > 1 || sheets.1 > 1 || sheets == (0, 0) {
        return Err(sheets_missing(form, sheets == (0, 0)));
    }
    Ok(filled)
}

fn sheets_missing(form: &FormFile, none: bool) -> Finding {
    let message = if none {
        "không thấy trang «Số liệu» và trang «Lời văn» của biểu, hoặc các hàng tiêu đề đã bị xóa"
    } else {
        "một trang của biểu có hai bản trong tệp, không biết bản nào đúng"
    };
    let place = form.tables.first().map(SourceTable::whole);
    let hint = "chép số vào biểu gốc (baocao form lập lại được) rồi nhập tệp ấy";
    Finding::new(Code::FormChanged, message).at_maybe(place).hint(hint)
}

impl<'p> FormReader<'_, 'p> {
    /// Whether the lines that are seen are of the unit and period of the identity.
    fn same_form(&self) -> Result<(), Finding> {
        let above = self.table.cells().filter(|((row, _), _)| *row < self.map.head);
        for (place, cell) in above {
            let line = cell.shown();
            if let Some(told) = words::told_unit(&line)
                && fold(told) != fold(&self.unit.full_name())
            {
                let named = self.unit.full_name();
                return Err(
                    self.other(place, format!("biểu của {named} nhưng dòng đơn vị ghi «{told}»"))
                );
            }
            if let Some(told) = words::told_period(&line)
                && told != self.period
            {
                let message = format!("biểu của kỳ {} nhưng dòng kỳ ghi {told}", self.period);
                return Err(self.other(place, message));
            }
        }
        Ok(())
    }

    fn other(&self, place: CellPosition, message: String) -> Finding {
        let hint = "mỗi đơn vị, mỗi kỳ có biểu riêng: lấy đúng biểu (baocao form), chép số vào rồi nhập tệp ấy";
        Finding::new(Code::FormChanged, message).at(&self.table.span(place)).hint(hint)
    }

    fn as_of(&mut self) {
        let line = self.table.cells().find(|((row, _), cell)| {
            *row < self.map.head && cell.shown().starts_with(words::AS_OF_BEGINS)
        });
        let Some(((row, _), _)) = line else { return };
        let Some(column) = self.map.column(Column::Value) else { return };
        match dates::read(self.table, (row, column), self.period) {
            Ok(date) => self.filled.as_of = date,
            Err(finding) => self.filled.findings.push(finding),
        }
    }

    fn figures(&mut self) {
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for row in self.rows() {
            match self.figure(row) {
                Ok(Some(figure)) if self.is_filled(row) => {
                    let first = seen.get(figure.id.as_str()).copied();
                    if let Some(first) = first {
                        self.twice(figure, first, row);
                    } else {
                        seen.insert(figure.id.as_str(), row);
                        self.figure_row(figure, row);
                    }
                }
                Ok(_) => {}
                Err(finding) => self.filled.findings.push(finding),
            }
        }
        self.strange_columns();
    }

    /// The rows of figures or texts.
    fn rows(&self) -> Vec<u32> {
        self.table.rows().into_iter().filter(|row| *row > self.map.head).collect()
    }

    /// Whether anything stands in a cell of a row that is to be filled in, a source aside: that is given.
    fn is_filled(&self, row: u32) -> bool {
        let asked = [Column::Value, Column::Reason, Column::Content];
        // A formula without a result shows nothing, and is something.
        let cell = |column| self.table.cell((row, self.map.column(column)?));
        asked.into_iter().any(|column| cell(column).is_some())
    }

    fn text(&self, row: u32, column: Column) -> Option<String> {
        self.table.text((row, self.map.column(column)?)).filter(|text| !text.trim().is_empty())
    }

    fn id(&self, row: u32) -> Option<String> {
        self.table.text((row, self.map.ids?)).filter(|text| !text.trim().is_empty())
    }

    fn place(&self, row: u32, column: Column) -> CellPosition {
        (row, self.map.column(column).or(self.map.ids).unwrap_or(0))
    }

    /// The figure of a row; none for a row of nobody in which there is no number.
    fn figure(&self, row: u32) -> Result<Option<&'p Figure>, Finding> {
        if !self.is_filled(row) {
            return Ok(None);
        }
        let name = self.text(row, Column::Name);
        let known = match (self.id(row), &name) {
            (Some(id), _) => match self.plan.figure(id.trim()) {
                Some(figure) => figure,
                None => {
                    return Err(
                        self.changed(row, format!("kế hoạch không có số liệu «{}»", shorten(&id)))
                    );
                }
            },
            (None, Some(name)) if self.map.ids.is_none() => match self.named(name) {
                Some(figure) => figure,
                None => return self.nobodys(row),
            },
            (None, _) => return self.nobodys(row),
        };
        self.agrees(known, row)?;
        Ok(Some(known))
    }

    fn named(&self, name: &str) -> Option<&'p Figure> {
        let name = fold(without_mark(name));
        let mut figures =
            self.plan.figures.iter().filter(|figure| fold(figure.name.as_str()) == name);
        figures.next().filter(|_| figures.next().is_none())
    }

    /// Whether the words of a row are those of its figure, and the unit still reports it.
    fn agrees(&self, figure: &Figure, row: u32) -> Result<(), Finding> {
        let given = [
            (Column::Name, figure.name.as_str(), "tên"),
            (Column::Measure, figure.measure.as_str(), "đơn vị tính"),
        ];
        for (column, wanted, what) in given {
            let Some(typed) = self.text(row, column) else { continue };
            if fold(without_mark(&typed)) != fold(wanted) {
                let message = format!(
                    "hàng của «{}» (mã {}) có {what} «{}», kế hoạch ghi «{wanted}»",
                    figure.name,
                    figure.id,
                    shorten(&typed)
                );
                return Err(self.changed_at(self.place(row, column), message).about(&figure.id));
            }
        }
        if figure.is_owed_by(self.unit) {
            return Ok(());
        }
        let message =
            format!("«{}» không phải số liệu {} báo cáo", figure.name, self.unit.full_name());
        Err(self.changed(row, message).about(&figure.id))
    }

    /// A row without an id: with a number in it nobody knows what is counted.
    fn nobodys(&self, row: u32) -> Result<Option<&'p Figure>, Finding> {
        let value = self.table.cell(self.place(row, Column::Value));
        let numeric = |cell: &CellContent| match cell {
            CellContent::Text(text) => text.chars().any(|c| c.is_ascii_digit()),
            CellContent::Number(_) | CellContent::Percent(_) => true,
            _ => false,
        };
        match value {
            Some(cell) if numeric(cell) => {
                Err(self.changed(row, "hàng thêm vào biểu có số mà không có mã số liệu".to_owned()))
            }
            _ => Ok(None),
        }
    }

    fn changed(&self, row: u32, message: String) -> Finding {
        let columns = [Column::Value, Column::Content];
        let column = columns.into_iter().find(|column| self.map.column(*column).is_some());
        self.changed_at(self.place(row, column.unwrap_or(Column::Name)), message)
    }

    fn changed_at(&self, place: CellPosition, message: String) -> Finding {
        let hint = "phần chữ của biểu không được sửa, dán đè hay xếp lại: chép số vào biểu gốc rồi nhập tệp ấy";
        Finding::new(Code::FormChanged, message).at(&self.table.span(place)).hint(hint)
    }

    /// A figure in two rows: the same said twice does no harm.
    fn twice(&mut self, figure: &Figure, first: u32, row: u32) {
        let value = |row| self.text(row, Column::Value);
        if value(row).is_some() && value(first) != value(row) {
            let message = format!("«{}» có ở hai hàng với hai số khác nhau", figure.name);
            let finding = self.changed(row, message).about(&figure.id);
            self.filled.findings.push(finding);
        }
    }

    /// Value, source and reason of a row.
    fn figure_row(&mut self, figure: &'p Figure, row: u32) {
        if figure.kind == FigureKind::Recognition {
            let finding = self.recognition(figure, row);
            return self.filled.findings.push(finding);
        }
        let place = self.place(row, Column::Value);
        let read = self.unmerged(place).and_then(|()| cells::read(self.table, place, figure));
        match read {
            Ok(Some(amount)) => {
                let source = self.text(row, Column::Source).map(|text| Line::new(&text));
                let source = source.filter(|_| figure.source_required);
                let span = self.table.span(place);
                self.filled.values.push(TableValue { figure, amount, source, span });
            }
            Ok(None) => {}
            Err(finding) => self.filled.findings.push(finding),
        }
        self.typed(row, Column::Reason, reason_path(figure.id.as_str()));
    }

    fn recognition(&self, figure: &Figure, row: u32) -> Finding {
        let message = format!("«{}» là công nhận: không nhập từ biểu", figure.name);
        let hint = format!("ghi số, ngày và hạn của quyết định vào don-vi/{}.yaml", self.unit.id);
        let finding = Finding::new(Code::NotImported, message);
        finding.at(&self.table.span(self.place(row, Column::Value))).about(&figure.id).hint(hint)
    }

    /// A value over several cells may be meant for any of them.
    fn unmerged(&self, place: CellPosition) -> Result<(), Finding> {
        let Some((first, last)) = self.table.merged(place) else { return Ok(()) };
        let rows = (first.0..=last.0).filter(|row| *row > self.map.head).count();
        let columns = (first.1..=last.1).filter(|column| self.map.knows(*column)).count();
        if rows <= 1 && columns <= 1 {
            return Ok(());
        }
        let message = "ô điền đã bị trộn với ô khác, không biết số là của hàng nào".to_owned();
        Err(self.changed_at(first, message))
    }

    fn texts(&mut self) {
        let fields = text_fields(self.plan);
        for row in self.rows() {
            if !self.is_filled(row) {
                continue;
            }
            let name = self.text(row, Column::Name).map(|name| fold(&name));
            let id = self.id(row);
            let field = match (&id, &name) {
                (Some(id), _) => fields.iter().find(|field| field.key() == id.trim()),
                (None, Some(name)) => fields.iter().find(|field| fold(&field.name) == *name),
                (None, None) => None,
            };
            let same = |field: &&super::text_fields::TextField| {
                name.as_ref().is_none_or(|name| *name == fold(&field.name))
            };
            let field = field.filter(same).filter(|_| self.unit.rank == Rank::Member);
            if let Some(field) = field {
                self.typed(row, Column::Content, field.path.clone());
            } else {
                let message = "không rõ đoạn lời văn này thuộc phần nào: tên phần khác kế hoạch";
                let finding = self.changed(row, message.to_owned());
                self.filled.findings.push(finding);
            }
        }
        self.strange_columns();
    }

    /// A text in a cell.
    fn typed(&mut self, row: u32, column: Column, path: KeyPath) {
        let place = self.place(row, column);
        let Some(cell) = self.table.cell(place).filter(|_| self.map.column(column).is_some())
        else {
            return;
        };
        if let CellContent::Fault(_) | CellContent::Uncomputed = cell {
            let message = "ô lời văn là công thức lỗi hoặc chưa tính";
            let hint = "gõ lại bằng chữ; câu bắt đầu bằng dấu = hay dấu - thì gõ dấu nháy ' trước";
            let finding = Finding::new(Code::NotACount, message).at(&self.table.span(place));
            return self.filled.findings.push(finding.hint(hint));
        }
        if let Err(finding) = self.unmerged(place) {
            return self.filled.findings.push(finding);
        }
        let text = cell.shown().replace("\r\n", "\n").replace('\r', "\n");
        if self.filled.texts.iter().any(|other| other.path == path) {
            let message = "một phần lời văn có ở hai hàng".to_owned();
            let finding = self.changed_at(place, message);
            return self.filled.findings.push(finding);
        }
        if !text.trim().is_empty() {
            self.filled.texts.push(TypedText { path, text });
        }
    }

    /// Columns that are none of the form's: what stands there is told, once each.
    fn strange_columns(&mut self) {
        let rows = self.rows();
        for column in self.table.columns() {
            let filled = rows.iter().find(|row| self.table.cell((**row, column)).is_some());
            let Some(row) = filled.filter(|_| !self.map.knows(column)) else { continue };
            let hint = "cột thêm vào chỉ để đơn vị dùng; số liệu phải điền ở cột «Kỳ này»";
            let finding = Finding::new(Code::NotImported, "cột không có trong biểu nên không nhập");
            let finding = finding.severity(Severity::Warning).at(&self.table.span((*row, column)));
            self.filled.findings.push(finding.hint(hint));
        }
    }
}

/// A figure's name without what says that it may be left out.
fn without_mark(name: &str) -> &str {
    name.trim().strip_suffix(words::OPTIONAL.trim_start()).map_or(name, str::trim_end)
}
