//! Where the words of an author stand: file, keys, paragraph as typed, and whether they may be changed in the draft of this report.
//! Not for finding them on the page ([`super::words`]).

use std::collections::BTreeMap;

use crate::draft::snapshot::{Piece, Written};
use crate::model::origin_marks::ParagraphPlace;
use crate::model::returns::Narrative;
use crate::model::text::Text;
use crate::report::context::ReportContext;
use crate::source::Span;
use crate::yaml;
use crate::yaml::tree::{Node, Value};

/// Why somebody else's words are not changed.
const OTHERS: &str = "lời của đơn vị khác, sửa ở tệp của đơn vị ấy";
/// Why a paragraph is not changed of which something is left out or read otherwise.
const NOT_WHOLE: &str = "một phần của đoạn không được in (thiếu số liệu để dẫn), sửa ở tệp";

/// The texts a report may print, by where they begin.
pub(super) struct Origins {
    all: BTreeMap<(String, usize), Origin>,
}

struct Origin {
    keys: Vec<String>,
    own: bool,
    /// Paragraphs as typed, and whether each is a list item.
    paragraphs: Vec<(String, bool)>,
}

impl Origins {
    /// The texts of a report: its author's, and those of the units it covers.
    pub(super) fn of(context: &ReportContext<'_>) -> Self {
        let mut found = Self { all: BTreeMap::new() };
        let mut roots = BTreeMap::new();
        for row in context.rows() {
            let Some(read) = row.submitted else { continue };
            let own = context.scope().unit().is_some();
            found.narrative(&read.narrative, own, &mut roots);
            for text in read.explanations.values() {
                found.text(text, own, &mut roots);
            }
        }
        found.narrative(context.narrative, true, &mut roots);
        found
    }

    fn narrative(&mut self, narrative: &Narrative, own: bool, roots: &mut Roots) {
        for text in narrative.texts() {
            self.text(text, own, roots);
        }
    }

    fn text(&mut self, text: &Text, own: bool, roots: &mut Roots) {
        let Some(place) = text.place() else { return };
        let Some(keys) = keys_of(place, roots) else { return };
        let typed = text.paragraphs().iter().map(|one| (one.line.to_string(), one.dash));
        let key = (place.file().path().to_owned(), place.range().start);
        self.all.insert(key, Origin { keys, own, paragraphs: typed.collect() });
    }

    /// What the snapshot says of a paragraph of which these pieces are printed.
    pub(super) fn written(&self, place: &ParagraphPlace, pieces: Vec<Piece>) -> Written {
        let origin = self.all.get(&(place.file.clone(), place.start));
        let typed = origin.and_then(|origin| origin.paragraphs.get(place.paragraph));
        let (goc, gach) = typed.cloned().unwrap_or_default();
        let as_typed: String = pieces.iter().map(Piece::typed).collect();
        let why = match origin {
            Some(origin) if origin.own => (as_typed.trim() != goc.trim()).then_some(NOT_WHOLE),
            _ => Some(OTHERS),
        };
        Written {
            tep: below_inputs(&place.file),
            khoa: origin.map(|origin| origin.keys.clone()).unwrap_or_default(),
            thu: place.paragraph,
            gach,
            goc,
            khong_sua: why.map(str::to_owned),
            manh: pieces,
        }
    }
}

/// A file as it is called where the inputs folder has its usual name, so that the same words are the same bytes wherever that is:
/// dossier, period, file.
fn below_inputs(path: &str) -> String {
    let parts: Vec<&str> = path.rsplitn(4, '/').take(3).collect();
    let below: Vec<&str> = parts.into_iter().rev().collect();
    format!("inputs/{}", below.join("/"))
}

/// The trees of files that were read again, by path.
type Roots = BTreeMap<String, Option<Node>>;

/// The keys to the value at this place.
fn keys_of(place: &Span, roots: &mut Roots) -> Option<Vec<String>> {
    let path = place.file().path().to_owned();
    let root = roots.entry(path).or_insert_with(|| yaml::parse(place.file()).ok());
    let mut keys = Vec::new();
    leads_to(root.as_ref()?, place.range().start, &mut keys).then_some(keys)
}

/// Whether a value below `node` begins at this place; `keys` lead there then.
fn leads_to(node: &Node, start: usize, keys: &mut Vec<String>) -> bool {
    let Value::Map(entries) = &node.value else { return false };
    entries.iter().any(|(key, value)| {
        keys.push(key.text.clone());
        let found = value.span.range().start == start && !matches!(value.value, Value::Map(_))
            || leads_to(value, start, keys);
        if !found {
            keys.pop();
        }
        found
    })
}
