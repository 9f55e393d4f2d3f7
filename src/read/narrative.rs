//! Reads the texts of a return or of the board, with what they refer to. Not for the plan's own texts, which refer to
//! nothing.

use std::collections::BTreeMap;

use super::entries::known_entries;
use super::plan_parts::documents;
use crate::binding::Writer;
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::returns::Narrative;
use crate::model::text::Text;
use crate::validate::bindings;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::prose;

/// Reads texts of one writer against the plan.
#[derive(Clone, Copy)]
pub(super) struct NarrativeReader<'p> {
    plan: &'p Plan,
    writer: Writer<'p>,
}

impl<'p> NarrativeReader<'p> {
    /// The reader of a unit of the plan, or of the board.
    pub(super) fn of(plan: &'p Plan, unit: Option<&Id>) -> Self {
        let unit = unit.and_then(|id| plan.unit(id.as_str()));
        Self { plan, writer: unit.map_or(Writer::Board, Writer::Unit) }
    }

    fn text(self, node: &Node, sink: &Sink) -> Option<Text> {
        let text = prose(node, sink)?;
        bindings::check(&text, self.plan, self.writer, sink);
        Some(text)
    }

    /// All texts below the file's own keys.
    pub(super) fn narrative(self, fields: &Fields<'_>) -> Narrative {
        let plan = self.plan;
        let text = |node: &Node, sink: &Sink| self.text(node, sink);
        let mut read = Narrative {
            situation: fields.opt("tinh_hinh", text).unwrap_or_default(),
            ..Narrative::default()
        };
        fields.opt("lanh_dao", |node, sink| self.leadership(node, sink, &mut read));
        let tasks: Vec<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
        let by_task = |n: &Node, s: &Sink| self.by_id(n, s, "nhiệm vụ", &tasks);
        read.tasks = fields.opt("nhiem_vu", by_task).unwrap_or_default();
        fields.opt("danh_gia", |node, sink| self.assessment(node, sink, &mut read));
        read.direction = fields.opt("phuong_huong", text).unwrap_or_default();
        let levels: Vec<&str> = plan.addressees.iter().map(|level| level.id.as_str()).collect();
        let by_level = |n: &Node, s: &Sink| self.by_id(n, s, "cấp kiến nghị", &levels);
        read.proposals = fields.opt("kien_nghi", by_level).unwrap_or_default();
        read.remarks = fields.opt("chi_tieu", |n, s| self.remarks(n, s)).unwrap_or_default();
        read
    }

    /// Texts under ids of the plan.
    pub(super) fn by_id(
        self,
        node: &Node,
        sink: &Sink,
        what: &str,
        declared: &[&str],
    ) -> Option<BTreeMap<Id, Text>> {
        let entries = known_entries(node, sink, what, declared)?;
        let written = entries.filter(|(_, node)| !matches!(node.value, Value::Null));
        Some(written.filter_map(|(id, node)| Some((id, self.text(node, sink)?))).collect())
    }

    fn leadership(self, node: &Node, sink: &Sink, read: &mut Narrative) -> Option<()> {
        let text = |node: &Node, sink: &Sink| self.text(node, sink);
        let fields = Fields::of(node, sink)?;
        read.documents = fields.opt("van_ban", documents).unwrap_or_default();
        read.dissemination = fields.opt("quan_triet", text).unwrap_or_default();
        read.inspection = fields.opt("kiem_tra", text).unwrap_or_default();
        fields.finish();
        Some(())
    }

    fn assessment(self, node: &Node, sink: &Sink, read: &mut Narrative) -> Option<()> {
        let text = |node: &Node, sink: &Sink| self.text(node, sink);
        let fields = Fields::of(node, sink)?;
        read.strengths = fields.opt("uu_diem", text).unwrap_or_default();
        read.limits = fields.opt("han_che", text).unwrap_or_default();
        read.lessons = fields.opt("bai_hoc", text).unwrap_or_default();
        fields.opt("nguyen_nhan", |node, sink| {
            let fields = Fields::of(node, sink)?;
            read.objective_causes = fields.opt("khach_quan", text).unwrap_or_default();
            read.subjective_causes = fields.opt("chu_quan", text).unwrap_or_default();
            fields.finish();
            Some(())
        });
        fields.finish();
        Some(())
    }

    fn remarks(self, node: &Node, sink: &Sink) -> Option<BTreeMap<Id, Text>> {
        let declared: Vec<&str> =
            self.plan.targets.iter().map(|target| target.id.as_str()).collect();
        let entries = known_entries(node, sink, "chỉ tiêu", &declared)?;
        let read = entries.filter_map(|(id, node)| {
            let fields = Fields::of(node, sink)?;
            let remark = fields.opt("nhan_xet", |node, sink| self.text(node, sink));
            fields.finish();
            Some((id, remark?))
        });
        Some(read.collect())
    }
}
