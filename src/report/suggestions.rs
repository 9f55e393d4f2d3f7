//! What the units wrote, gathered for whoever writes the board's text: `tong-hop.goi-y.yaml`. Not printed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::ReportContext;
use super::document::{put_unit, unit_issuer};
use crate::model::plan::Document;
use crate::model::text::Text;

/// The units' words under the keys of `_tong-hop.yaml`, a dash item each, below the reference to them, ready to copy from.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Suggestions {
    lanh_dao: IssuedByUnits,
    danh_gia: Limits,
    kien_nghi: BTreeMap<String, String>,
}

#[derive(Debug, Default, Serialize)]
struct IssuedByUnits {
    van_ban: Vec<IssuedDocument>,
}

/// A document as `_tong-hop.yaml` lists it, with the body that issued it.
#[derive(Debug, Serialize)]
struct IssuedDocument {
    loai: String,
    so: Option<String>,
    ngay: Option<String>,
    co_quan: Option<String>,
    trich_yeu: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct Limits {
    han_che: String,
}

/// Gathers limits, proposals and issued documents of the context's units, in the plan's order.
#[must_use]
pub(crate) fn gather(context: &ReportContext<'_>) -> Suggestions {
    let issuer = unit_issuer(context.plan(), &context.kind.id, context.reference());
    let mut gathered = Suggestions::default();
    for row in context.rows() {
        let Some(own) = context.words_of(row) else { continue };
        let name = row.unit.full_name();
        let id = &row.unit.id;
        let limits = &mut gathered.danh_gia.han_che;
        add(limits, &own.limits, &name, &format!("don_vi.{id}.danh_gia.han_che"));
        for level in &context.plan().addressees {
            if let Some(text) = own.proposals.get(&level.id) {
                let all = gathered.kien_nghi.entry(level.id.to_string()).or_default();
                add(all, text, &name, &format!("don_vi.{id}.kien_nghi.{}", level.id));
            }
        }
        let body = issuer.map(|issuer| put_unit(&issuer.letterhead(), row.unit));
        gathered
            .lanh_dao
            .van_ban
            .extend(own.documents.iter().map(|document| issued(document, body.as_ref())));
    }
    gathered
}

/// The file's text: YAML with a heading comment.
#[must_use]
pub(crate) fn to_yaml(suggestions: &Suggestions) -> String {
    let body = serde_yaml::to_string(suggestions).expect("texts and lists are YAML");
    let head = "# Gợi ý cho người viết _tong-hop.yaml: lời của các đơn vị. Dẫn nguyên văn thì chép dòng {{ … }}; muốn biên tập lại thì chép\n# các ý dưới dòng ấy. Tệp này được tạo lại mỗi lần chạy.\n";
    format!("{head}{body}")
}

/// Adds a unit's words, below the reference that prints them as they are.
fn add(all: &mut String, text: &Text, name: &str, path: &str) {
    if !text.is_empty() {
        for part in ["{{ ", path, " }}\n"] {
            all.push_str(part);
        }
    }
    for paragraph in text.paragraphs() {
        for part in ["- (", name, ") ", paragraph.line.as_str(), "\n"] {
            all.push_str(part);
        }
    }
}

fn issued(document: &Document, body: Option<&String>) -> IssuedDocument {
    let text = |line: &Option<crate::model::text::Line>| line.as_ref().map(ToString::to_string);
    IssuedDocument {
        loai: document.kind.to_string(),
        so: text(&document.number),
        ngay: document.date.map(|date| {
            let month = format!("{:04}-{:02}", date.year, date.month);
            date.day.map_or_else(|| month.clone(), |day| format!("{month}-{day:02}"))
        }),
        co_quan: text(&document.body).or_else(|| body.cloned()),
        trich_yeu: text(&document.subject),
    }
}
