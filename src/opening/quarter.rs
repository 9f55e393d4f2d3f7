//! Which files a period of a dossier is to have: a return for each unit that owes one, and the board's text. Not for what
//! stands in them ([`super::return_text`], [`super::board_text`]).

use std::path::Path;

use chrono::NaiveDate;

use super::board_text::BoardForm;
use super::new_files::NewFile;
use super::return_text::ReturnForm;
use super::texts::texts;
use crate::assets::files::TemplateFiles;
use crate::error::nobody_left;
use crate::kinds::audience::Audience;
use crate::kinds::catalog::Kinds;
use crate::kinds::kind::Kind;
use crate::model::dossier::Dossier;
use crate::model::names::{BOARD, UNITS};
use crate::model::period::Period;
use crate::model::plan::Due;
use crate::model::unit::{Rank, Unit};
use crate::schema::schemas;

/// A period of a dossier that is to be opened.
pub(crate) struct QuarterToOpen<'a> {
    /// The dossier.
    pub(crate) dossier: &'a Dossier,
    /// The period.
    pub(crate) period: Period,
    /// The as-of date, if it is known already.
    pub(crate) as_of: Option<NaiveDate>,
    /// The kinds of report there are.
    pub(crate) kinds: &'a Kinds,
    /// Their templates.
    pub(crate) templates: &'a TemplateFiles,
}

impl<'a> QuarterToOpen<'a> {
    /// Why there is nothing to open, if there is nothing; findings call the dossier's folder `shown`.
    #[must_use]
    pub(crate) fn obstacle(&self, shown: &str) -> Option<String> {
        let plan = &self.dossier.plan;
        let (period, id) = (self.period, &plan.id);
        let (first, last) = plan.years;
        if !self.is_base() && !(first..=last).contains(&period.year()) {
            return Some(format!(
                "hồ sơ {id}: kỳ {period} nằm ngoài giai đoạn {first}-{last} của kế hoạch"
            ));
        }
        if !self.is_base() && self.entries().next().is_none() {
            return Some(format!(
                "hồ sơ {id}: quý {} không có trong lịch báo cáo; thêm vào «lich_bao_cao» của ke-hoach.yaml rồi chạy lại",
                period.roman()
            ));
        }
        let unread = &self.dossier.unread;
        let folders = [
            (unread.periods.contains(&period), period.to_string()),
            (unread.units, UNITS.to_owned()),
        ];
        if let Some((_, folder)) = folders.into_iter().find(|(is_unread, _)| *is_unread) {
            return Some(format!(
                "hồ sơ {id}: thư mục {shown}/{folder} không đọc được nên chưa biết trong đó đã có gì; chưa tạo tệp nào. Xem quyền đọc thư mục ấy và kết nối đến ổ đĩa, rồi chạy lại"
            ));
        }
        let somebody = plan.members(period.last_day()).next().is_some();
        (!somebody).then(|| nobody_left(id, period))
    }

    /// The files of the period below the dossier's folder, which findings call `shown`.
    #[must_use]
    pub(crate) fn files(&self, folder: (&Path, &str)) -> Vec<NewFile> {
        let plan = &self.dossier.plan;
        let of_unit = schema(plan, "bao-cao.json");
        let kinds = self.kinds_for(Audience::Filed);
        let form = ReturnForm {
            plan,
            period: self.period,
            deadline: self.deadline(Audience::Filed),
            as_of: self.as_of,
            texts: texts(&kinds, plan, self.templates, &of_unit),
        };
        let named = |name: &str| format!("{}/{name}.yaml", self.period);
        let mut files: Vec<NewFile> = self
            .units()
            .map(|unit| {
                let history = self.dossier.series.get(&unit.id).map(|history| &**history);
                NewFile::new(folder, &named(unit.id.as_str()), form.text(unit, history))
            })
            .collect();
        let board = self.kinds_for(Audience::Area);
        if !board.is_empty() {
            files.push(NewFile::new(folder, &named(BOARD), self.board(&board)));
        }
        files
    }

    fn board(&self, kinds: &[&Kind]) -> String {
        let plan = &self.dossier.plan;
        let letters = self.kinds_for(Audience::Missing);
        let form = BoardForm {
            period: self.period,
            deadline: self.deadline(Audience::Area),
            as_of: self.as_of,
            letter: letters.first().map(|kind| kind.id.to_string()),
            texts: texts(kinds, plan, self.templates, &schema(plan, "tong-hop.json")),
        };
        form.text()
    }

    /// Whether it is a period of the base year, which has figures and no reports.
    fn is_base(&self) -> bool {
        self.dossier.plan.base_year == Some(self.period.year())
    }

    /// Members, and superior-level rows that owe a figure.
    fn units(&self) -> impl Iterator<Item = &'a Unit> {
        let plan = &self.dossier.plan;
        plan.rows(self.period.last_day()).filter(|unit| {
            unit.rank == Rank::Member || plan.figures.iter().any(|figure| figure.is_owed_by(unit))
        })
    }

    fn entries(&self) -> impl Iterator<Item = &'a Due> {
        let quarter = self.period.quarter();
        let base = self.is_base();
        self.dossier.plan.calendar.iter().filter(move |due| !base && due.quarter == quarter)
    }

    fn entries_for(&self, audience: Audience) -> impl Iterator<Item = &'a Due> {
        let kinds = self.kinds;
        self.entries().filter(move |due| kinds.audience(&due.kind).contains(&audience))
    }

    fn kinds_for(&self, audience: Audience) -> Vec<&'a Kind> {
        self.entries_for(audience).filter_map(|due| self.kinds.get(&due.kind)).collect()
    }

    fn deadline(&self, audience: Audience) -> Option<NaiveDate> {
        self.entries_for(audience).filter_map(|due| due.deadline_of(self.period)).min()
    }
}

fn schema(plan: &crate::model::plan::Plan, name: &str) -> String {
    let found = schemas(plan).into_iter().find(|(file, _)| *file == name);
    found.expect("every dossier has this schema").1
}
