//! The texts of a file that is opened: a blank key for each the sections of its reports print, with a line of help from the
//! schema. Not for what sections say of them (their templates).

use std::collections::BTreeSet;

use serde_json::Value;

use super::lines::line;
use crate::assets::files::TemplateFiles;
use crate::kinds::kind::Kind;
use crate::kinds::{COMMON, TEMPLATE};
use crate::model::plan::Plan;

/// The texts in the order of a file, each with the section that prints it; one key below another by a dot.
const TEXTS: [(&str, &str); 12] = [
    ("tinh_hinh", "tinh-hinh"),
    ("lanh_dao.van_ban", "van-ban"),
    ("lanh_dao.quan_triet", "quan-triet"),
    ("lanh_dao.kiem_tra", "kiem-tra"),
    ("nhiem_vu", "nhiem-vu"),
    ("danh_gia.uu_diem", "uu-diem"),
    ("danh_gia.han_che", "han-che"),
    ("danh_gia.nguyen_nhan.khach_quan", "nguyen-nhan"),
    ("danh_gia.nguyen_nhan.chu_quan", "nguyen-nhan"),
    ("danh_gia.bai_hoc", "bai-hoc"),
    ("phuong_huong", "phuong-huong"),
    ("kien_nghi", "kien-nghi"),
];

/// What a document looks like in the list of those issued.
const DOCUMENT: &str = "mỗi văn bản một dòng: - { loai: Kế hoạch, so: 12-KH/ĐU, ngay: 2025-01-20, trich_yeu: \"về …\" }";

/// The blank texts of a file whose schema is given, for what reports of these kinds print.
#[must_use]
pub(crate) fn texts(
    kinds: &[&Kind],
    plan: &Plan,
    templates: &TemplateFiles,
    schema: &str,
) -> String {
    let schema: Value = serde_json::from_str(schema).expect("a schema the program has written");
    let printed = printed(kinds, plan, templates);
    let mut lines = String::new();
    let mut open: Vec<&str> = Vec::new();
    for (path, _) in TEXTS.iter().filter(|(_, section)| printed.contains(*section)) {
        let keys: Vec<&str> = path.split('.').collect();
        let same = open.iter().zip(&keys).take_while(|(a, b)| a == b).count();
        for depth in same..keys.len() {
            if depth == 0 {
                lines.push('\n');
            }
            lines.push_str(&key(&keys[..=depth], &schema));
        }
        if let [group] = keys[..] {
            lines.push_str(&entries(group, plan));
        }
        open = keys;
    }
    lines
}

/// A key without a value.
fn key(path: &[&str], schema: &Value) -> String {
    let mut at = schema;
    for key in path {
        at = &at["properties"][key];
    }
    let help = match path {
        ["lanh_dao", "van_ban"] => DOCUMENT.to_owned(),
        _ => at["description"].as_str().unwrap_or_default().trim_end_matches('.').to_owned(),
    };
    let last = path.last().expect("a path has keys");
    line(&format!("{}{last}:", "  ".repeat(path.len() - 1)), &help)
}

/// The plan's own keys below a group of texts.
fn entries(group: &str, plan: &Plan) -> String {
    let entry = |id: &str, name: &str| line(&format!("  {id}:"), name);
    match group {
        "nhiem_vu" => {
            plan.tasks.iter().map(|task| entry(task.id.as_str(), task.name.as_str())).collect()
        }
        "kien_nghi" => {
            let levels = plan.addressees.iter();
            levels.map(|level| entry(level.id.as_str(), level.name.as_str())).collect()
        }
        _ => String::new(),
    }
}

/// Every section reports of these kinds have, those within others too.
fn printed(kinds: &[&Kind], plan: &Plan, templates: &TemplateFiles) -> BTreeSet<String> {
    let mut printed = BTreeSet::new();
    for kind in kinds {
        let own = plan.outlines.get(&kind.id).map(|outline| &outline.sections[..]);
        let mut waiting: Vec<String> = match own.filter(|own| !own.is_empty()) {
            Some(own) => own.iter().map(|name| kind.names.section(name.value.as_str())).collect(),
            None => kind.sections.clone(),
        };
        while let Some(section) = waiting.pop() {
            if printed.insert(section.clone()) {
                waiting.extend(within(&section, kind, templates));
            }
        }
    }
    printed
}

/// The sections a section's template includes.
fn within(section: &str, kind: &Kind, templates: &TemplateFiles) -> Vec<String> {
    let of = |room: &str| templates.get(&format!("{room}/muc/{section}{TEMPLATE}"));
    let Some(bytes) = of(kind.id.as_str()).or_else(|| of(COMMON)) else { return Vec::new() };
    let text = String::from_utf8_lossy(bytes);
    let included = text.split("include \"muc/").skip(1);
    included.filter_map(|rest| Some(rest.split_once(TEMPLATE)?.0.to_owned())).collect()
}
