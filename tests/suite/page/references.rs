//! What the form of texts offers to refer to: each prints what the list says. Not for what a reference may be, which the texts of files
//! share.

use super::browser::Page;
use super::form::{fields, post, with};
use crate::dossier::Dossier;

/// What is offered: how it is typed, and what it is said to print.
fn offered(page: &str) -> Vec<(String, String)> {
    let list = page.split("id=\"xem-dan\"").nth(1).expect("the list");
    let list = list.split("</table>").next().expect("its end");
    let between = |row: &str, from: &str, to: &str| {
        let rest = row.split_once(from).expect("the row has it").1;
        rest.split_once(to).expect("its end").0.to_owned()
    };
    let row =
        |row: &str| (between(row, "<code>", "</code>"), between(row, "<td class=\"so\">", "</td>"));
    list.split("<th scope=\"row\">").skip(1).map(row).collect()
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every reference the form at `address` offers, put into its text at once, and what the pages say then.
fn each_prints_what_is_said(address: &str) {
    let page = Page::open(Dossier::case("hai-xa"), "2024-06-25");
    let shown = page.get(address).page();
    let offered = offered(&shown);
    assert!(offered.iter().any(|(typed, _)| typed.contains("chi_tieu.")), "{offered:?}");
    assert!(offered.iter().any(|(typed, _)| typed.contains("so_lieu.")), "{offered:?}");
    let said = |(at, (typed, _)): (usize, &(String, String))| format!("Số thứ {at}: {typed} hết.");
    let text = offered.iter().enumerate().map(said).collect::<Vec<_>>().join("\n");
    let form = with(fields(&shown), &[("loi.tinh_hinh", &text)]);
    let live = on_one_line(&post(&page, &format!("{address}/xem-ngay"), &form).page());
    for (at, (typed, prints)) in offered.iter().enumerate() {
        let wanted = on_one_line(&format!("Số thứ {at}: {prints} hết."));
        assert!(live.contains(&wanted), "{typed} is said to print {prints}: {live}");
    }
}

#[test]
fn each_reference_of_a_unit_prints_what_the_list_says() {
    each_prints_what_is_said("/ho-so/hai-xa/2024-Q2/suoi-bac/nhap");
}

#[test]
fn each_reference_of_the_roll_up_prints_what_the_list_says() {
    each_prints_what_is_said("/ho-so/hai-xa/2024-Q2/tong-hop/nhap");
}
