//! The beginning of pages that are no reports, such as boards and lists, in the document's face. Not for reports, whose frame is a
//! template.

use chrono::{Datelike, NaiveDate};

use super::code::string;

/// How such pages are set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageStyle<'a> {
    /// The format profile's name.
    pub(crate) profile: &'a str,
    /// The document's title.
    pub(crate) title: &'a str,
    /// The document's date.
    pub(crate) date: NaiveDate,
    /// Whether on landscape paper.
    pub(crate) landscape: bool,
    /// Type size and line spacing in points.
    pub(crate) size: (u8, u8),
}

const IMPORTS: &str = "\
#import \"/van-ban-dang/the-thuc.typ\": nap-the-thuc
#import \"/van-ban-dang/trang.typ\": dat-trang
#import \"/van-ban-dang/dong.typ\": dong
#import \"/van-ban-dang/bang.typ\": bang, ve-bang
#import \"/van-ban-dang/phan-tu.typ\": ve-phan-tu
#import \"/van-ban-dang/van-ban.typ\": dat-chu
";

const FRAME: &str = "\
#show: dat-chu.with(tt)
#show: ve-phan-tu.with((bang: ve-bang.with(tt)))
#let co(chu, gian) = than => {
  let d = dong(chu, gian)
  set text(..d.chu)
  set par(..d.doan, spacing: d.doan.leading + 1pt, first-line-indent: 0pt, justify: false)
  than
}
";

/// The markup such pages begin with; `co` sets another size further down.
#[must_use]
pub(crate) fn beginning(style: PageStyle<'_>) -> String {
    let (date, (type_size, spacing)) = (style.date, style.size);
    let day =
        format!("datetime(year: {}, month: {}, day: {})", date.year(), date.month(), date.day());
    let parts = [
        IMPORTS.to_owned(),
        format!("#let tt = nap-the-thuc({})\n", string(style.profile)),
        format!("#set document(title: {}, date: {day})\n", string(style.title)),
        format!("#show: dat-trang.with(tt, ngang: {})\n", style.landscape),
        FRAME.to_owned(),
        format!("#show: co({type_size}pt, {spacing}pt)\n"),
    ];
    parts.concat()
}
