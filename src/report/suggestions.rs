//! What the units wrote, gathered for whoever writes the board's text: `tong-hop.goi-y.yaml`. Not printed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::narrative::{DocumentView, document_view};
use super::scene::Scene;
use crate::model::returns::Narrative;
use crate::model::text::Text;

/// The units' words, under the keys of `_tong-hop.yaml`, a dash item each, ready to copy from.
#[derive(Debug, Default, Serialize)]
pub struct Suggestions {
    lanh_dao: Issued,
    danh_gia: Limits,
    kien_nghi: BTreeMap<String, String>,
}

#[derive(Debug, Default, Serialize)]
struct Issued {
    /// Documents by unit.
    van_ban_theo_don_vi: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Default, Serialize)]
struct Limits {
    han_che: String,
}

/// Gathers limits, proposals and issued documents of the scene's units, in the plan's order.
#[must_use]
pub fn gather(scene: &Scene<'_>) -> Suggestions {
    let mut gathered = Suggestions::default();
    for row in &scene.rows {
        let Some(own) = row.submitted.map(|read| &read.narrative) else { continue };
        let name = row.unit.full_name();
        add(&mut gathered.danh_gia.han_che, &own.limits, &name);
        for level in &scene.plan.addressees {
            if let Some(text) = own.proposals.get(&level.id) {
                add(gathered.kien_nghi.entry(level.id.to_string()).or_default(), text, &name);
            }
        }
        let documents = documents(own);
        if !documents.is_empty() {
            gathered.lanh_dao.van_ban_theo_don_vi.insert(name, documents);
        }
    }
    gathered
}

/// The file's text: YAML with a heading comment.
///
/// # Errors
/// Never for text; kept as the serializer's own error.
pub fn to_yaml(suggestions: &Suggestions) -> Result<String, serde_yaml::SerializeError> {
    let body = serde_yaml::to_string(suggestions)?;
    let head = "# Gợi ý cho người viết _tong-hop.yaml: lời của các đơn vị, chép phần cần dùng. Tệp này được tạo lại mỗi lần chạy.\n";
    Ok(format!("{head}{body}"))
}

fn add(all: &mut String, text: &Text, name: &str) {
    for paragraph in text.paragraphs() {
        for part in ["- (", name, ") ", paragraph.line.as_str(), "\n"] {
            all.push_str(part);
        }
    }
}

fn documents(own: &Narrative) -> Vec<String> {
    own.documents.iter().map(|document| sentence(&document_view(document))).collect()
}

fn sentence(document: &DocumentView) -> String {
    let number = document.so.as_ref().map_or(String::new(), |number| format!(" số {number}"));
    let date = document.ngay.as_ref().map_or(String::new(), |date| format!(", ngày {date}"));
    let subject =
        document.trich_yeu.as_ref().map_or(String::new(), |subject| format!(" {subject}"));
    format!("{}{number}{date}{subject}", document.loai)
}
