//! Reads the rows of figures of a unit's form. A row counts only if its id and its words say the same. Not for single cells
//! ([`crate::import::cells`]).

use std::collections::BTreeMap;

use super::columns::Column;
use super::figures_sheet::may_be_estimated;
use super::form_reader::FormReader;
use super::text_fields::reason_path;
use super::words;
use crate::diagnostic::{Code, Finding};
use crate::import::cells;
use crate::import::labels::is_value;
use crate::import::rows::TableValue;
use crate::model::figure::{Figure, FigureKind};
use crate::model::text::Line;
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::shorten;

impl<'p> FormReader<'_, 'p> {
    pub(super) fn figures(&mut self) {
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
        match value {
            Some(cell) if is_value(cell) => {
                Err(self.changed(row, "hàng thêm vào biểu có số mà không có mã số liệu".to_owned()))
            }
            _ => Ok(None),
        }
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
        let estimate = match self.estimate(figure, row) {
            Ok(estimate) => estimate,
            Err(finding) => return self.filled.findings.push(finding),
        };
        let read = self.unmerged(place).and_then(|()| cells::of_form(self.table, place, figure));
        match read {
            Ok(Some(amount)) => {
                let source = self.text(row, Column::Source).map(|text| Line::new(&text));
                let source = source.filter(|_| figure.source_required);
                let span = self.table.span(place);
                self.filled.values.push(TableValue { figure, amount, source, estimate, span });
            }
            Ok(None) => {}
            Err(finding) => self.filled.findings.push(finding),
        }
        self.typed(row, Column::Reason, reason_path(figure.id.as_str()));
    }

    /// Whether the value of a row is marked as an estimate; none if the form has no such column.
    fn estimate(&self, figure: &Figure, row: u32) -> Result<Option<bool>, Finding> {
        if self.map.column(Column::Estimate).is_none() {
            return Ok(None);
        }
        let Some(typed) = self.text(row, Column::Estimate) else { return Ok(Some(false)) };
        let refuse = |message: String, hint: &str| {
            let place = self.table.span(self.place(row, Column::Estimate));
            Finding::new(Code::NotACount, message).at(&place).about(&figure.id).hint(hint)
        };
        let is_marked = match fold(&typed).as_str() {
            "x" | "v" | "uoc" | "co" | "souoc" => true,
            "khong" | "0" => false,
            _ => {
                let message = format!("«{}» không phải dấu của số ước", shorten(&typed));
                return Err(refuse(
                    message,
                    "số ước thì ghi x, số đã chốt thì để trống; số ghi ở cột «Kỳ này»",
                ));
            }
        };
        if is_marked && !may_be_estimated(figure) {
            let message = format!("«{}» không phải số đếm nên không ước được", figure.name);
            return Err(refuse(message, "xóa dấu ở cột «Số ước»"));
        }
        if is_marked && self.text(row, Column::Value).is_none() {
            let message = format!("«{}» đánh dấu số ước mà chưa có số", figure.name);
            return Err(refuse(message, "điền số ở cột «Kỳ này», hoặc xóa dấu"));
        }
        Ok(Some(is_marked))
    }

    fn recognition(&self, figure: &Figure, row: u32) -> Finding {
        let message = format!("«{}» là công nhận: không nhập từ biểu", figure.name);
        let hint = format!("ghi số, ngày và hạn của quyết định vào don-vi/{}.yaml", self.unit.id);
        let finding = Finding::new(Code::NotImported, message);
        finding.at(&self.table.span(self.place(row, Column::Value))).about(&figure.id).hint(hint)
    }
}

/// A figure's name without what says that it may be left out.
fn without_mark(name: &str) -> &str {
    name.trim().strip_suffix(words::OPTIONAL.trim_start()).map_or(name, str::trim_end)
}
