//! How wide the text of a page is in the format that leaves least room: what the columns of a table have to share. Not for
//! laying anything out, which only the Typst library does.

use crate::assets::files::{TemplateFiles, is_a};
use crate::model::exact::Exact;
use crate::model::number::parse_decimal;
use crate::yaml::tree::{Node, Value};

/// Where the profiles are, below the templates.
const PROFILES: &str = "van-ban-dang/the-thuc";

/// Millimetres across the text of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextWidth {
    pub(super) upright: Exact,
    pub(super) landscape: Exact,
}

impl TextWidth {
    /// The narrowest of all profiles; none if no profile tells. What is wrong with one is for others to say.
    pub(super) fn narrowest(files: &TemplateFiles) -> Option<Self> {
        let names = files.below(PROFILES).filter(|(name, _)| is_a(name, &["yaml"]));
        let trees = names.filter_map(|(name, _)| files.tree(&format!("{PROFILES}/{name}")).ok()?);
        let widths = trees.filter_map(|profile| of(&profile));
        widths.reduce(|one, other| Self {
            upright: one.upright.min(other.upright),
            landscape: one.landscape.min(other.landscape),
        })
    }
}

fn of(profile: &Node) -> Option<TextWidth> {
    let page = profile.at("trang")?;
    let between = |margins: &Node| Some(number(margins, "trai")? + number(margins, "phai")?);
    Some(TextWidth {
        upright: number(page, "rong")? - between(page.at("le")?)?,
        landscape: number(page, "dai")? - between(page.at("le_ngang")?)?,
    })
}

fn number(node: &Node, key: &str) -> Option<Exact> {
    let Value::Scalar(text) = &node.at(key)?.value else { return None };
    parse_decimal(text)
}
