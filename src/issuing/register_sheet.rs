//! The register as landscape pages in the document's face. Not for what stands in it ([`super::listing`]).

use super::listing::{HEADS, Row};
use crate::render::code::string;

const HEAD: &str = "\
#import \"/van-ban-dang/the-thuc.typ\": nap-the-thuc
#import \"/van-ban-dang/trang.typ\": dat-trang
#import \"/van-ban-dang/dong.typ\": dong
#import \"/van-ban-dang/bang.typ\": bang, ve-bang
#import \"/van-ban-dang/phan-tu.typ\": ve-phan-tu
#import \"/van-ban-dang/van-ban.typ\": dat-chu
";

const FRAME: &str = "\
#show: dat-trang.with(tt, ngang: true)
#show: dat-chu.with(tt)
#show: ve-phan-tu.with((bang: ve-bang.with(tt)))
#set text(size: 11pt)
#align(center, text(weight: \"bold\", \"SỔ ĐĂNG KÝ VĂN BẢN ĐI\"))

";

/// The markup of the pages, with the format profile of this name.
#[must_use]
pub(crate) fn sheet(rows: &[Row], profile: &str) -> String {
    let last = rows.last().map_or("2000-01-01", |row| row.ngay.as_str());
    let parts: Vec<&str> = last.split('-').map(|part| part.trim_start_matches('0')).collect();
    let date = format!("datetime(year: {}, month: {}, day: {})", parts[0], parts[1], parts[2]);
    let cells: Vec<String> =
        rows.iter().map(|row| format!("  {},\n", array(&row.cells()))).collect();
    let cells = cells.concat();
    format!(
        "{HEAD}#let tt = nap-the-thuc({})\n#set document(title: \"Sổ đăng ký văn bản đi\", date: {date})\n{FRAME}#bang(\n  cot: (22, 20, 18, 1fr, 34, 34, 44, 12, 36),\n  can: (center, center, center, left, left, left, left, center, left),\n  co-chu: 10pt,\n  dau: ({},),\n{cells})\n",
        string(profile),
        array(&HEADS.map(str::to_owned)),
    )
}

fn array(cells: &[String]) -> String {
    let quoted: Vec<String> = cells.iter().map(|cell| string(cell)).collect();
    format!("({},)", quoted.join(", "))
}
