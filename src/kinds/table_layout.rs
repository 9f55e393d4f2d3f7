//! How large tables are: the widths and alignment of their columns, the size of their text. Not for what stands in them.

use std::collections::BTreeMap;

use super::kind_names::spelt;
use crate::diagnostic::{Code, Finding};
use crate::model::exact::Exact;
use crate::model::number::parse_decimal;
use crate::vietnamese::nearest::nearest;
use crate::yaml::fields::{Fields, Sink, shorten};
use crate::yaml::tree::{Key, Node, Value};
use crate::yaml::values::{choice, list, scalar, wrong};

/// The table of targets, whose columns a kind or a plan's form names.
pub(crate) const TARGETS: &str = "chi_tieu";
/// The roll-up's table with a row per unit.
pub(crate) const UNITS: &str = "theo_don_vi";
/// No column is narrower: less than a letter would be left beside the padding.
const NARROWEST: u16 = 5;
/// No column is wider: the long side of the paper.
const WIDEST: u16 = 297;
/// The smallest and the largest text, in points.
const SIZES: (u16, u16) = (6, 20);

/// The tables by name, such as `so_lieu`.
pub(crate) type Tables = BTreeMap<String, TableLayout>;

/// The sizes of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TableLayout {
    /// Its columns in order.
    pub(crate) columns: Vec<String>,
    size: Option<TextSize>,
    width: Option<ColumnWidth>,
    /// Every column that a width or an alignment was given for, whether or not it is one of `columns`.
    known: BTreeMap<String, ColumnLayout>,
}

/// The sizes of one column, as far as they are said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct ColumnLayout {
    width: Option<ColumnWidth>,
    align: Option<ColumnAlign>,
}

/// A column's name with its sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SizedColumn {
    pub(super) name: String,
    layout: ColumnLayout,
}

/// A width in Typst code: `9mm`, `1fr`, `vua-chu(30mm, 64mm)`; and how many millimetres it takes at least.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ColumnWidth {
    code: String,
    least: Exact,
}

/// A size of text in Typst code: `auto`, `"nho"`, `11pt`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TextSize(String);

/// An alignment in Typst code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ColumnAlign(&'static str);

impl TableLayout {
    /// The size of its text as Typst code.
    #[must_use]
    pub(crate) fn size(&self) -> &str {
        self.size.as_ref().map_or("auto", |size| &size.0)
    }

    /// A column's width as Typst code: its own, else the table's for columns without one.
    #[must_use]
    pub(crate) fn width(&self, column: &str) -> &str {
        self.width_of(column).map_or("1fr", |width| &width.code)
    }

    fn width_of(&self, column: &str) -> Option<&ColumnWidth> {
        let own = self.known.get(column).and_then(|known| known.width.as_ref());
        own.or(self.width.as_ref())
    }

    /// How many millimetres its columns take at least.
    pub(super) fn least(&self) -> Exact {
        let least =
            |column: &String| self.width_of(column).map_or(narrowest(), |width| width.least);
        self.columns.iter().map(least).sum()
    }

    /// A column's alignment as Typst code.
    #[must_use]
    pub(crate) fn align(&self, column: &str) -> &'static str {
        self.known.get(column).and_then(|known| known.align).map_or("center", |align| align.0)
    }

    /// Takes these columns for its own, each by the name it has here or that `named` gives it. What they do not say stays as it
    /// was said before.
    pub(super) fn set_columns(&mut self, columns: &[SizedColumn], named: impl Fn(&str) -> String) {
        self.columns.clear();
        for SizedColumn { name, layout } in columns {
            let name = spelt(self.known.keys(), &named(name));
            let known = self.known.entry(name.clone()).or_default();
            known.width = layout.width.clone().or(known.width.take());
            known.align = layout.align.or(known.align);
            self.columns.push(name);
        }
    }
}

/// Reads `bang`: for some tables what is other than before. Their names, where they stand.
pub(super) fn tables(node: &Node, sink: &Sink, all: &mut Tables) -> Option<Vec<Key>> {
    let Value::Map(entries) = &node.value else {
        sink.push(wrong(node, "chỗ này cần các dòng «tên bảng: { … }»"));
        return None;
    };
    let changed = entries.iter().filter(|(key, node)| table(key, node, sink, all).is_some());
    Some(changed.map(|(key, _)| key.clone()).collect())
}

fn table(key: &Key, node: &Node, sink: &Sink, all: &mut Tables) -> Option<()> {
    let fields = Fields::of(node, sink)?;
    if fields.get("cot").is_none() && !all.contains_key(&key.text) {
        sink.push(no_columns(key, all));
    }
    let size = fields.opt("co_chu", text_size);
    let width = fields.opt("rong", width);
    let columns = fields.opt("cot", columns);
    fields.finish();
    let own = all.entry(key.text.clone()).or_default();
    own.size = size.or(own.size.take());
    own.width = width.or(own.width.take());
    if let Some(columns) = columns {
        own.set_columns(&columns, str::to_owned);
    }
    Some(())
}

/// A name nobody knows may be misspelt; a new table says what columns it has.
fn no_columns(key: &Key, known: &Tables) -> Finding {
    let message = format!("chưa có bảng «{}», nên phải ghi các cột của nó ở «cot»", key.text);
    let finding = Finding::new(Code::MissingKey, message).at(&key.span);
    match nearest(&key.text, known.keys().map(String::as_str)) {
        Some(near) => finding.hint(format!("có phải là «{near}»?")),
        None => finding.hint("thêm «cot: [{ ma: stt, rong: 9 }, …]»"),
    }
}

/// Reads `cot`: names, or names with sizes.
pub(super) fn columns(node: &Node, sink: &Sink) -> Option<Vec<SizedColumn>> {
    list(node, sink, column)
}

fn column(node: &Node, sink: &Sink) -> Option<SizedColumn> {
    if let Value::Scalar(name) = &node.value {
        return Some(SizedColumn { name: name.clone(), layout: ColumnLayout::default() });
    }
    let fields = Fields::of(node, sink)?;
    let name = fields.req("ma", scalar).map(str::to_owned);
    let width = fields.opt("rong", width);
    let words = [
        ("trai", ColumnAlign("left")),
        ("giua", ColumnAlign("center")),
        ("phai", ColumnAlign("right")),
    ];
    let align = fields.opt("can", |n, s| choice(n, s, &words));
    fields.finish();
    Some(SizedColumn { name: name?, layout: ColumnLayout { width, align } })
}

/// `9`, `1fr`, or the least and the most of a column as wide as its text.
fn width(node: &Node, sink: &Sink) -> Option<ColumnWidth> {
    if let Value::Map(_) = node.value {
        return fitted(node, sink);
    }
    let text = scalar(node, sink)?;
    if let Some(share) = text.strip_suffix("fr").map(str::trim) {
        if parse_decimal(share).is_some_and(|share| share > Exact::ZERO) {
            return Some(ColumnWidth { code: format!("{share}fr"), least: narrowest() });
        }
        sink.push(not_a_width(node, text));
        return None;
    }
    millimetres(node, sink).map(|(least, code)| ColumnWidth { code, least })
}

fn fitted(node: &Node, sink: &Sink) -> Option<ColumnWidth> {
    let fields = Fields::of(node, sink)?;
    let least = fields.req("it_nhat", millimetres);
    let most = fields.req("nhieu_nhat", millimetres);
    fields.finish();
    let ((least, from), (most, to)) = (least?, most?);
    if least > most {
        let message = format!("bề rộng ít nhất ({from}) lớn hơn bề rộng nhiều nhất ({to})");
        sink.push(wrong(node, &message).hint("đổi chỗ «it_nhat» và «nhieu_nhat»"));
        return None;
    }
    Some(ColumnWidth { code: format!("vua-chu({from}, {to})"), least })
}

/// A length on the paper, written with or without its unit: its value, and as Typst code.
fn millimetres(node: &Node, sink: &Sink) -> Option<(Exact, String)> {
    let text = scalar(node, sink)?;
    let number = text.strip_suffix("mm").unwrap_or(text).trim();
    let Some(length) = parse_decimal(number) else {
        sink.push(not_a_width(node, text));
        return None;
    };
    if length >= narrowest() && length <= Exact::from(i128::from(WIDEST)) {
        return Some((length, format!("{number}mm")));
    }
    let message = format!("không có cột nào rộng {} mm", shorten(number));
    sink.push(wrong(node, &message).hint(format!("ghi số mm từ {NARROWEST} đến {WIDEST}")));
    None
}

fn narrowest() -> Exact {
    Exact::from(i128::from(NARROWEST))
}

fn not_a_width(node: &Node, text: &str) -> Finding {
    wrong(node, &format!("«{}» không phải bề rộng cột", shorten(text))).hint(
        "ghi số mm (9 hoặc 17.5), phần chia chỗ còn lại (1fr), hoặc { it_nhat: 30, nhieu_nhat: 64 } để vừa chữ",
    )
}

/// A size of the profile by its name, or points.
fn text_size(node: &Node, sink: &Sink) -> Option<TextSize> {
    let text = scalar(node, sink)?;
    let number = text.strip_suffix("pt").unwrap_or(text).trim();
    let (least, most) = SIZES;
    let bounds = [least, most].map(|size| Exact::from(i128::from(size)));
    match (text, parse_decimal(number)) {
        ("vua", _) => Some(TextSize("auto".to_owned())),
        ("nho", _) => Some(TextSize("\"nho\"".to_owned())),
        (_, Some(size)) if size >= bounds[0] && size <= bounds[1] => {
            Some(TextSize(format!("{number}pt")))
        }
        _ => {
            let message = format!("«{}» không phải cỡ chữ của bảng", shorten(text));
            let hint = format!(
                "ghi vua, nho (hai cỡ của thể thức) hoặc số point từ {least} đến {most}, ví dụ 11"
            );
            sink.push(wrong(node, &message).hint(hint));
            None
        }
    }
}
