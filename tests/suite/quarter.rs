//! The quarterly report is the short one: two to four pages, then one appendix with one table that has every figure of the
//! returns. Its text is the units' own, so the pages counted are those of the samples' quarters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao::model::target::Target;
use baocao::report::ReportView;
use baocao::report::views::figures::FigureView;
use lopdf::{Document, Object};
use regex::Regex;

use crate::dossier::{Dossier, SAMPLES, sample};
use crate::many_units::{Named, dossier_in, nothing_overflows, rows, table, units};
use crate::measure::{Page, Run};
use crate::page_content::pages;
use crate::pdf::squeezed;
use crate::views::{read, views};

/// The views of the samples' quarterly reports, by name.
static QUARTERS: LazyLock<BTreeMap<String, ReportView>> = LazyLock::new(|| {
    let mut all = views(&Dossier::samples());
    all.retain(|_, view| view.thu.is_none() && view.ky.trich_yeu.starts_with("quý"));
    assert!(all.len() >= 20, "{} quarterly reports", all.len());
    all
});

fn bytes(name: &str) -> &'static [u8] {
    &SAMPLES.1[&format!("{name}.pdf")]
}

/// The pages before the first appendix, and how many appendices there are.
fn parts(name: &str) -> (usize, usize) {
    let leaves = pages(bytes(name));
    let opens = |at: &usize| leaves[*at].lines()[0].text().starts_with("Phụ lục");
    let appendices: Vec<usize> = (0..leaves.len()).filter(opens).collect();
    (appendices[0], appendices.len())
}

/// The tables a reader of the PDF's structure is told of.
fn tables(name: &str) -> usize {
    let document = Document::load_mem(bytes(name)).expect("a PDF");
    let kinds = document.objects.values().filter_map(|object| object.as_dict().ok());
    kinds.filter(|one| one.get(b"S").and_then(Object::as_name).ok() == Some(b"Table")).count()
}

#[test]
fn a_quarters_body_has_two_to_four_pages_and_one_appendix_with_one_table() {
    for name in QUARTERS.keys() {
        let (body, appendices) = parts(name);
        assert!((2..=4).contains(&body), "{name}: {body} pages");
        assert_eq!((appendices, tables(name)), (1, 1), "{name}");
        let page = sample(name);
        page.must_say("(kèm theo Phụ lục).");
        page.must_not_say("Biểu kết quả thực hiện");
    }
}

/// What the appendix prints of a figure on its own: its row, or in a roll-up its place in the row of such figures.
fn own_place(view: &ReportView, figure: &FigureView) -> Option<String> {
    let value = match (figure.co, figure.so.as_deref()) {
        _ if figure.khong_phat_sinh => "không phát sinh",
        (Some(true), _) => "Có",
        (Some(false), _) => "Không",
        (None, value) => value?,
    };
    let unit = if view.tong_hop { ":" } else { figure.don_vi_tinh.as_str() };
    Some(squeezed(&format!("{}{unit}{value}", figure.ten)))
}

/// Whether `text` prints the figure in the row of a target made of it: as one of the two sums, or as the value.
fn in_a_target(view: &ReportView, targets: &[Target], figure: &FigureView, text: &str) -> bool {
    let made_of = |target: &&Target| target.measure.figures().any(|id| id.as_str() == figure.ma);
    let ids: Vec<&str> = targets.iter().filter(made_of).map(|one| one.id.as_str()).collect();
    let of_it = view.chi_tieu.iter().filter(|target| ids.contains(&target.ma.as_str()));
    of_it.filter(|target| target.gia_tri.is_some()).any(|target| {
        let (above, below) = (target.tu_so.as_str(), target.mau_so.as_deref());
        let cell = match (figure.co, below) {
            (Some(held), _) => if held { "Có" } else { "Chưa" }.to_owned(),
            (None, Some(below)) => format!("{above}/{below}"),
            (None, None) => target.so.clone().unwrap_or_default(),
        };
        let said = figure.co.is_some() || [Some(above), below].contains(&figure.so.as_deref());
        let row =
            format!("{}.{{0,60}}{}", regex::escape(&squeezed(&target.ten)), regex::escape(&cell));
        said && if view.tong_hop { text.contains(&cell) } else { finds(&row, text) }
    })
}

fn finds(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).expect("a pattern").is_match(text)
}

#[test]
fn every_figure_of_a_return_is_printed_in_its_quarters_report() {
    let (mut alone, mut within) = (0, 0);
    let loaded = read(&Dossier::samples());
    for (name, view) in &*QUARTERS {
        let dossier = loaded.dossiers.iter().find(|one| name.starts_with(one.plan.id.as_str()));
        let targets = &dossier.expect("its dossier").plan.targets;
        let page = sample(name);
        let text = squeezed(page.text());
        let appendix = &text[text.find("(KèmtheoBáocáo").expect("an appendix")..];
        for figure in &view.bang_so_lieu {
            let Some(place) = own_place(view, figure) else {
                assert!(
                    appendix.contains(&squeezed(&figure.ten)),
                    "{name}: {} is lacking",
                    figure.ten
                );
                continue;
            };
            if appendix.contains(&place) {
                alone += 1;
            } else {
                assert!(
                    in_a_target(view, targets, figure, appendix),
                    "{name}: {} {place}",
                    figure.ten
                );
                within += 1;
            }
        }
    }
    assert!(alone > 100 && within > 200, "{alone} alone, {within} within a target");
}

#[test]
fn no_figure_stands_twice_in_a_units_table() {
    for (name, view) in QUARTERS.iter().filter(|(_, view)| !view.tong_hop) {
        let text = squeezed(sample(name).text());
        for figure in view.bang_so_lieu.iter().filter_map(|one| own_place(view, one)) {
            assert!(text.matches(&figure).count() < 2, "{name}: {figure}");
        }
    }
}

/// What each row's first cells say.
fn firsts(rows: &[Vec<Vec<&Run>>]) -> Vec<String> {
    let words = |runs: &[&Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let first = |row: &Vec<Vec<&Run>>| row.iter().take(2).map(|cell| words(cell)).collect();
    rows.iter().map(first).collect()
}

/// The page on which a table's total stands.
fn page_of_total(table: &[Page]) -> &Page {
    let totals = |page: &&Page| firsts(&rows(page)).iter().any(|row| row.starts_with("Toàn huyện"));
    table.iter().find(totals).expect("a page with the total")
}

#[test]
fn a_quarters_table_ends_with_the_last_unit_the_total_and_all_rows_below_it_on_one_page() {
    let foot = ["Toàn huyện", "Số liệu", "Mục tiêu", "Đánh giá"];
    for count in [5, 8, 9, 10, 11, 12, 13, 14] {
        let units: Vec<Named> = units()
            .into_iter()
            .take(count)
            .map(|[kind, name, _]| [kind, name, String::new()])
            .collect();
        let table = table(&dossier_in("2024-Q1", &units));
        let page = firsts(&rows(page_of_total(&table)));
        let total = page.iter().position(|row| row == foot[0]).expect("the total");
        let (unit, below) = page.split_at(total);
        assert!(unit.last().expect("a unit").starts_with(&count.to_string()), "{count}: {page:?}");
        assert_eq!(below[..foot.len()], foot, "{count}");
        let figures = table.iter().flat_map(|page| firsts(&rows(page)));
        let figures = figures.filter(|row| row.contains(": ")).count();
        assert!(figures > 2, "{count}: the other figures follow in rows of their own");
        let first = firsts(&rows(&table[0])).iter().any(|row| row == foot[0]);
        assert!(first || count > 5, "{count}: the other figures took the total along");
    }
}

#[test]
fn a_quarters_table_of_168_units_and_12_targets_overflows_nowhere() {
    let table = table(&dossier_in("2024-Q1", &units()));
    nothing_overflows(&table);
    let last = rows(page_of_total(&table));
    let names = firsts(&last);
    let total = names.iter().position(|name| name.starts_with("Toàn huyện"));
    let total = total.unwrap_or_else(|| panic!("no total: {names:?}"));
    let below = &last[total..total + 4];
    assert!(below.iter().all(|row| row.len() == 14), "a row of every column: {names:?}");
    assert!(below.iter().all(|row| row.iter().skip(1).all(|cell| !cell.is_empty())));
}
