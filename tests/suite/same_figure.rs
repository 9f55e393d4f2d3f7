//! One figure, one form: text, table and appendix of a report, and the roll-up's row of that unit, never differ. Read
//! back from the pages of the samples.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao::report::ReportView;
use baocao::report::views::appendix::{AppendixCell, AppendixRow};
use baocao::report::views::targets::TargetView;
use baocao::report::views::years::YearCell;
use baocao::rollup::verdict::Verdict;
use baocao::vietnamese::text::capitalised;
use regex::Regex;

use crate::dossier::{Dossier, sample};
use crate::pdf::{Pdf, squeezed};
use crate::views::views;

/// The views the reports of the samples were printed from.
static VIEWS: LazyLock<BTreeMap<String, ReportView>> = LazyLock::new(|| views(&Dossier::samples()));

/// The reports of a quarter, those of the units or the roll-ups.
fn of(quarter: &str, roll_up: bool) -> impl Iterator<Item = (&'static str, &'static ReportView)> {
    let found = VIEWS.iter().filter(move |(name, view)| {
        name.contains(&format!("/{quarter}/")) && view.tong_hop == roll_up && view.thu.is_none()
    });
    found.map(|(name, view)| (name.as_str(), view))
}

/// The dossier a report's name begins with.
fn folder(name: &str) -> &str {
    name.split('/').next().expect("a folder")
}

/// Targets that are numbers in a unit's report.
fn ratios(view: &ReportView) -> impl Iterator<Item = &TargetView> {
    view.chi_tieu.iter().filter(|one| one.kieu != "dem_don_vi" && one.gia_tri.is_some())
}

/// The value each sentence on `target` states.
fn stated(page: &str, target: &TargetView) -> Vec<String> {
    let name = regex::escape(&squeezed(&target.ten));
    // What a name already counts per is not repeated: «số bác sĩ trên 10.000 dân là 8,68»; nor is what is to be little
    // attained: «tỷ lệ hồ sơ quá hạn là 2,82%».
    let less = target.dich.as_ref().is_some_and(|goal| {
        let goal = serde_json::to_value(goal).expect("a goal");
        goal["dau"] == "duoi" || goal["dau"] == "khong_qua"
    });
    let is = if less || target.don_vi_tinh.contains('/') {
        "(?:ước)?(?:đạt|là)"
    } else {
        "(?:ước)?đạt"
    };
    let value = Regex::new(&format!(
        r"{name}(?:{is}|tạmtính|tổngcộng|tínhchunglà)(\d[\d.,]*(?:/\d[\d.]*)?%?)"
    ))
    .expect("a pattern");
    value
        .captures_iter(page)
        .map(|found| found[1].trim_end_matches(['.', ',']).to_owned())
        .collect()
}

/// What a table prints of a target in a row of `columns`.
fn row(view: &ReportView, target: &TargetView) -> Option<String> {
    let value = target.gia_tri_cot.as_deref()?;
    let earlier = |at: usize| {
        let change = target.so_sanh.get(at);
        let before = change.and_then(|one| one.truoc_cot.as_deref());
        let estimate = change.filter(|one| one.uoc && before.is_some()).map_or("", |_| "(ước)");
        format!("{}{estimate}", before.unwrap_or("–"))
    };
    let provisional = if target.tam_tinh { "(tạmtính)" } else { "" };
    let estimate = if target.uoc { "(ước)" } else { "" };
    let estimate = format!("{provisional}{estimate}");
    let verdict = verdict(target.ket_luan);
    if target.ket_luan.lacks_data() || target.ket_luan == Verdict::NotApplicable {
        return None;
    }
    let after_goal = view.cot.iter().skip_while(|column| *column != "dich").skip(1);
    let cells = after_goal.filter(|column| !hidden(view, column));
    let cell = |column: &String| match column.as_str() {
        "so_lieu" => format!("{}/{}", target.tu_so, target.mau_so.as_deref().unwrap_or_default()),
        "gia_tri" => format!("{value}{estimate}"),
        "ky_truoc" | "nam_goc" => earlier(0),
        "theo_nam" => target.theo_nam.iter().map(year).collect(),
        "lo_trinh" => {
            target.lo_trinh.as_ref().map_or("–".to_owned(), |goal| format!("{}%", goal.so))
        }
        "ket_luan" => verdict.to_owned(),
        other => panic!("a column «{other}»"),
    };
    Some(cells.map(cell).collect())
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "Đạt",
        Verdict::NotMet => "Chưa đạt",
        Verdict::Overdue => "Quá hạn",
        Verdict::NotKept => "Chưa duy trì",
        Verdict::NotJudged => "Không đánh giá",
        Verdict::NoData => "Chưa có số liệu",
        Verdict::Insufficient => "Chưa đủ số liệu",
        Verdict::NotApplicable => "Không áp dụng",
    }
}

/// Whether a column is left out, because no target has anything in it.
fn hidden(view: &ReportView, column: &str) -> bool {
    let word = |one| serde_json::to_value(one).expect("a word");
    let changes = view.chi_tieu.iter().flat_map(|target| &target.so_sanh);
    let mut of_column = changes.filter(|one| word(one.voi) == column).peekable();
    of_column.peek().is_some() && of_column.all(|one| one.truoc.is_none())
}

/// The rows below a quarter's table by unit: a target's row of the other kinds, each column a row.
fn foot(view: &ReportView) -> Vec<String> {
    let columns = &view.phu_luc.as_ref().expect("an appendix").cot;
    let provisional = if columns.iter().any(|one| one.tam_tinh) { " (tạm tính)" } else { "" };
    let area = format!("{}{provisional}", capitalised(&view.toan_dia_ban));
    let row = |name: &str, cell: &dyn Fn(&TargetView) -> Option<String>| {
        let cells = columns.iter().map(|one| cell(one).unwrap_or_else(|| "–".to_owned()));
        format!("{name}{}", cells.collect::<String>())
    };
    let sums = |one: &TargetView| {
        let below = one.mau_so.as_ref().filter(|_| one.gia_tri.is_some())?;
        Some(format!("{}/{below}", one.tu_so))
    };
    let before = |one: &TargetView| {
        let change = one.so_sanh.first()?;
        let value = if one.don_vi_tinh == "%" { &change.truoc_cot } else { &change.so_truoc };
        Some(format!("{}{}", value.as_ref()?, if change.uoc { "(ước)" } else { "" }))
    };
    let value = |one: &TargetView| Some(cell(one)?.to_owned() + if one.uoc { "(ước)" } else { "" });
    let mut rows = vec![
        row(&area, &value),
        row("Số liệu", &sums),
        row("Đánh giá", &|one| Some(verdict(one.ket_luan).to_owned())),
    ];
    rows.extend((!hidden(view, "ky_truoc")).then(|| row("Kỳ trước", &before)));
    rows
}

/// What a column of a year prints.
fn year(cell: &YearCell) -> String {
    let estimate = if cell.uoc { "(ước)" } else { "" };
    format!("{}{estimate}", cell.gia_tri.as_deref().unwrap_or("–"))
}

/// What the appendix has of a unit's value: the column's head names any other unit of measure than per cent.
fn cell(target: &TargetView) -> Option<&str> {
    let value = if target.don_vi_tinh == "%" { &target.gia_tri_cot } else { &target.so_cot };
    value.as_deref()
}

/// The same number without the noughts that a column gives it after the comma.
fn short(number: &str) -> String {
    let (number, sign) = number.strip_suffix('%').map_or((number, ""), |number| (number, "%"));
    let decimals = number.contains(',');
    let short = if decimals { number.trim_end_matches('0').trim_end_matches(',') } else { number };
    format!("{short}{sign}")
}

/// The decimals of a number.
fn decimals(number: &str) -> usize {
    number.trim_end_matches('%').split_once(',').map_or(0, |(_, decimals)| decimals.len())
}

/// The cells of a unit's row in the roll-up's appendix, as the unit's own report has them; numbers as the row `printed` them.
fn cells(own: &ReportView, columns: &[TargetView], printed: &AppendixRow) -> String {
    let words = |(column, printed): (&TargetView, &AppendixCell)| {
        let target = own.chi_tieu.iter().find(|one| one.ma == column.ma);
        match target.and_then(|one| Some((one, printed.gia_tri.as_deref()?))) {
            Some((one, _)) if one.kieu == "dem_don_vi" => {
                if one.tu_so == "0" { "Chưa" } else { "Có" }.to_owned()
            }
            Some((one, value)) if one.uoc => format!("{value} (ước)"),
            Some((_, value)) => value.to_owned(),
            None => "–".to_owned(),
        }
    };
    columns.iter().zip(&printed.o).map(words).collect()
}

/// Holds one report to stating each value alike in its sentence and its table.
fn text_and_table_agree(name: &str, view: &ReportView, page: &Pdf) {
    let text = squeezed(page.text());
    let by_unit = view.tong_hop && view.ky.trich_yeu.starts_with("quý");
    for row in if by_unit { foot(view) } else { Vec::new() } {
        assert!(text.contains(&squeezed(&row)), "{name}: no row «{row}» in {}", page.text());
    }
    for target in ratios(view) {
        let value = target.gia_tri.as_deref().expect("a value");
        let value = value.split(' ').next().expect("a number");
        let said = stated(&text, target);
        assert!(said.iter().all(|one| one == value), "{name}: {said:?} beside {value}");
        let quarter = view.ky.trich_yeu.starts_with("quý");
        let insufficient = target.ket_luan == Verdict::Insufficient;
        assert!(
            quarter || insufficient || said.len() == 1,
            "{name}: {} is said {said:?}",
            target.ten
        );
        let printed = row(view, target).filter(|_| target.don_vi_tinh == "%" && !by_unit);
        if let Some(printed) = printed {
            assert!(
                text.contains(&squeezed(&printed)),
                "{name}: no row «{printed}» in {}",
                page.text()
            );
        }
    }
}

#[test]
fn a_value_is_the_same_in_the_sentence_and_in_the_table() {
    for (name, view) in &*VIEWS {
        text_and_table_agree(name, view, &sample(name));
    }
    assert!(VIEWS.len() > 70, "{} reports", VIEWS.len());
}

#[test]
fn the_roll_ups_row_of_a_unit_is_what_the_unit_itself_reports() {
    for quarter in ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"] {
        for (name, roll_up) in of(quarter, true) {
            let appendix = roll_up.phu_luc.as_ref().expect("an appendix");
            let page = sample(name);
            let mut compared = 0;
            for (own_name, own) in of(quarter, false).filter(|(own, _)| folder(own) == folder(name))
            {
                let unit = own.don_vi.as_deref().expect("a unit");
                let row = appendix.hang.iter().find(|row| row.ten == unit).expect("its row");
                for (column, printed) in appendix.cot.iter().zip(&row.o) {
                    let target = own.chi_tieu.iter().find(|one| one.ma == column.ma);
                    let Some(target) = target else { continue };
                    assert_eq!(
                        printed.gia_tri.as_deref().map(short),
                        cell(target).map(short),
                        "{own_name}: {}",
                        target.ten
                    );
                    assert_eq!(printed.ket_luan, target.ket_luan, "{own_name}: {}", target.ten);
                    compared += 1;
                }
                let number = row.stt;
                page.must_say(&format!(
                    "{number}{}{}",
                    capitalised(unit),
                    cells(own, &appendix.cot, row)
                ));
            }
            assert!(compared > 40, "{name}: only {compared} values");
        }
    }
}

#[test]
fn the_numbers_of_a_column_have_one_number_of_decimals() {
    let (mut columns, mut rows) = (0, 0);
    let agree = |name: &str, target: &TargetView, numbers: &[&str]| {
        let first = numbers.first().map(|number| decimals(number));
        let all = numbers.iter().all(|number| Some(decimals(number)) == first);
        assert!(all, "{name}: {}: {numbers:?}", target.ten);
        first.is_some_and(|first| first > 0) && numbers.len() > 1
    };
    let number = |one: &&str| !one.contains('/') && !one.contains(" - ");
    for (name, view) in &*VIEWS {
        for target in &view.chi_tieu {
            let before = target.so_sanh.iter().filter_map(|one| one.truoc_cot.as_deref());
            let years = target.theo_nam.iter().filter_map(|one| one.gia_tri.as_deref());
            let value = |text: &'_ str| text.split(' ').next().expect("a number").to_owned();
            let row = target.gia_tri_cot.as_deref().into_iter().chain(before).chain(years);
            let row: Vec<String> = row.filter(number).map(value).collect();
            let row: Vec<&str> = row.iter().map(String::as_str).collect();
            rows += usize::from(agree(name, target, &row));
        }
        if let Some(appendix) = &view.phu_luc {
            for (at, target) in appendix.cot.iter().enumerate() {
                let units = appendix.hang.iter().map(|row| &row.o[at]);
                let groups = appendix.nhom.iter().flat_map(|group| &group.cong);
                let cells = units.chain(groups.map(|cells| &cells[at]));
                let column = cells.filter_map(|cell| cell.gia_tri.as_deref());
                let area =
                    target.gia_tri_cot.as_deref().map(|text| text.split(' ').next().expect("one"));
                let column: Vec<&str> = column.chain(area).filter(number).collect();
                let counted = target.kieu == "dem_don_vi";
                columns += usize::from(!counted && agree(name, target, &column));
            }
        }
    }
    assert!(columns > 50 && rows > 200, "{columns} columns, {rows} rows");
}

#[test]
fn a_figure_in_the_appendix_is_the_one_its_rates_are_made_of() {
    for (name, view) in of("2024-Q3", false).chain(of("2024-Q3", true)) {
        let page = sample(name);
        for figure in &view.bang_so_lieu {
            if let Some(value) = figure.so.as_deref().filter(|_| figure.co.is_none()) {
                page.must_say(&format!("{}{}{value}", figure.ten, figure.don_vi_tinh));
            }
        }
        let people = view.bang_so_lieu.iter().find(|one| one.ma == "dan_so");
        let people = people.and_then(|one| one.so.clone());
        for id in ["bhyt", "qlsk"] {
            let target = view.chi_tieu.iter().find(|one| one.ma == id).expect("a target");
            assert_eq!(target.mau_so, people, "{name}: {id}");
        }
    }
}

#[test]
fn an_estimate_is_marked_wherever_it_is_printed() {
    let estimated = |view: &ReportView| ratios(view).any(|one| one.uoc);
    let (own_name, own) =
        of("2024-Q2", false).find(|(_, view)| estimated(view)).expect("an estimate");
    let (name, roll_up) =
        of("2024-Q2", true).find(|(name, _)| folder(name) == folder(own_name)).expect("a roll-up");
    let unit = own.don_vi.as_deref().expect("a unit");
    let mut rows = roll_up.phu_luc.iter().flat_map(|appendix| &appendix.hang);
    let next = rows.find(|row| row.ten == unit).expect("its row").stt + 1;
    let printed = sample(name).between(&capitalised(unit), &format!("{next}Xã"));
    assert!(printed.contains("(ước)"), "{printed}");
}
