//! A roll-up of as many units as the largest province has, with long real names: nothing runs out of its cell, no row is
//! torn, groups have the sums of their units. Not for its charts ([`crate::charts`]).
#![expect(clippy::float_arithmetic, reason = "places on a page are measured, not counted")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use baocao::model::exact::Exact;
use baocao::report::ReportView;
use baocao::rollup::digits::show;

use crate::dossier::{Dossier, text_of};
use crate::measure::{Page, Run};
use crate::page_content::pages;
use crate::views::views;

/// Twelve targets: ten of the samples' that units have, and two more.
const MORE: &str = "
  - { ma: ho_vs, ten: Tỷ lệ hộ có nhà tiêu hợp vệ sinh, ten_ngan: Hộ có nhà tiêu hợp vệ sinh, loi_van: Trên 90% hộ có nhà tiêu hợp vệ sinh, tu_so: ho_vs, mau_so: so_ho, don_vi_tinh: \"%\", dich: [{ dau: \">\", gia_tri: 90, nam: 2030 }] }
  - { ma: hssk_dt, ten: Tỷ lệ dân số có hồ sơ sức khỏe điện tử, ten_ngan: Hồ sơ sức khỏe điện tử, loi_van: Trên 95% dân số có hồ sơ sức khỏe điện tử, tu_so: hssk_dt, mau_so: dan_so, don_vi_tinh: \"%\", dich: [{ dau: \">\", gia_tri: 95, nam: 2030 }] }
";
const FIGURES: &str = "
  - { ma: ho_vs, ten: Số hộ có nhà tiêu hợp vệ sinh, don_vi_tinh: hộ, loai: thoi-diem }
  - { ma: hssk_dt, ten: Số người có hồ sơ sức khỏe điện tử, don_vi_tinh: người, loai: thoi-diem }
";
/// The unit that has not handed in, from 0.
const LATE: usize = 23;

/// A unit: kind, name, group.
pub(crate) type Named = [String; 3];

/// The units of the case, in the order of their plan.
pub(crate) fn units() -> Vec<Named> {
    let text = text_of("tests/cases/many-units/units.txt").expect("the units");
    let unit = |line: &str| {
        let parts: Vec<String> = line.split('|').map(str::to_owned).collect();
        <[String; 3]>::try_from(parts).expect("kind, name and group")
    };
    text.lines().map(unit).collect()
}

/// What the unit at this place in the plan has reported: people, and of them those insured.
fn reported(at: usize) -> (usize, usize) {
    let people = 2_500 + at * 397 % 42_000;
    (people, people * (865 + at * 37 % 131) / 1_000)
}

/// The samples' plan for other units, and the end of 2024 as they report it.
fn dossier(units: &[Named]) -> Dossier {
    dossier_in("2024-Q4", units)
}

/// The same for a quarter of 2024.
pub(crate) fn dossier_in(quarter: &str, units: &[Named]) -> Dossier {
    let plan = text_of("inputs/lac-duong/ke-hoach.yaml").expect("the samples' plan");
    let (before, rest) = plan.split_once("\ndon_vi:\n").expect("its units");
    let centre = rest.find("  - { ma: ttyt").expect("the centre");
    let mut own = String::new();
    for (at, [kind, name, group]) in units.iter().enumerate() {
        let group = if group.is_empty() { String::new() } else { format!(", nhom: \"{group}\"") };
        _ = writeln!(own, "  - {{ ma: dv-{at}, loai: {kind}, ten: \"{name}\"{group} }}");
    }
    let plan = format!("{before}\ndon_vi:\n{own}{}", &rest[centre..])
        .replace("ma: lac-duong ", "ma: nhieu ")
        .replace("[xã, thị trấn]", "[xã, thị trấn, phường, đặc khu]")
        .replace("\n\n# Năm nhóm nhiệm vụ", &format!("{MORE}\n# Năm nhóm nhiệm vụ"))
        .replace("so_lieu:\n  - { ma: dan_so", &format!("so_lieu:{FIGURES}  - {{ ma: dan_so"));
    let returned = (0..units.len()).filter(|at| *at != LATE);
    returned.fold(Dossier::empty().write("inputs/nhieu/ke-hoach.yaml", plan), |dossier, at| {
        let month = if quarter == "2024-Q1" { "2024-03" } else { "2024-12" };
        let text = handed_in(at).replace("2024-Q4", quarter).replace("2024-12", month);
        dossier.write(&format!("inputs/nhieu/{quarter}/dv-{at}.yaml"), text)
    })
}

fn handed_in(at: usize) -> String {
    let (people, insured) = reported(at);
    let (homes, hamlets, some) = (people / 4, 3 + at % 15, people / 6);
    let part = |of: usize, least: usize| of * (least + at * 53 % (1_000 - least)) / 1_000;
    let figures = [
        ("so_ho", homes),
        ("so_thon", hamlets),
        ("so_to_dan_pho", 0),
        ("so_tram", 1),
        ("tram_bs_co_huu", usize::from(!at.is_multiple_of(5))),
        ("thon_co_nvyt", hamlets - usize::from(at.is_multiple_of(4))),
        ("bs_tyt", 2),
        ("tram_duoc", 1),
        ("tram_yhct", at % 2),
        ("nguoi_bhyt", insured),
        ("luot_csbd", people / 2),
        ("luot_csbd_bhyt", part(people / 2, 900)),
        ("nguoi_qlsk", part(people, 700)),
        ("nguoi_nguy_co_cao", some),
        ("nguoi_nguy_co_cao_ks", part(some, 300)),
        ("ho_vs", part(homes, 600)),
        ("hssk_dt", part(people, 500)),
    ];
    let mut text = format!(
        "don_vi: dv-{at}\nky: 2024-Q4\nchot_den: 2024-12-05\nminh_hoa: true\nso_lieu:\n  dan_so: {{ gia_tri: {people}, nguon: Công an xã }}\n  co_nhs_ysn: {}\n",
        !at.is_multiple_of(3)
    );
    for (figure, value) in figures {
        _ = writeln!(text, "  {figure}: {value}");
    }
    text
}

/// The pages of a roll-up's table by unit.
pub(crate) fn table(dossier: &Dossier) -> Vec<Page> {
    let told = dossier.run(["build", "--unit", "tong-hop"]);
    assert_eq!(told.counts(), [1, 0, 0, 0], "{}", told.stderr);
    let output_files = dossier.output_files();
    let bytes = output_files.iter().find(|(name, _)| name.ends_with("/tong-hop.pdf"));
    pages(bytes.expect("the roll-up").1).into_iter().filter(|page| page.wide > page.high).collect()
}

struct Case {
    table: Vec<Page>,
    view: ReportView,
}

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let dossier = dossier(&units());
    let view = views(&dossier).remove("nhieu/2024-Q4/tong-hop").expect("the roll-up");
    Case { table: table(&dossier), view }
});

/// The roll-up of the case as a template sees it.
pub(crate) fn roll_up() -> &'static ReportView {
    &CASE.view
}

/// Where upright rules cross the height `y`, from left to right.
fn uprights(page: &Page, y: f64) -> Vec<f64> {
    let crossing = page.shapes.iter().filter(|shape| {
        shape.right - shape.left < 0.5 && shape.top < y - 0.8 && y + 0.2 < shape.bottom
    });
    let mut found: Vec<f64> =
        crossing.map(|shape| f64::midpoint(shape.left, shape.right)).collect();
    found.sort_by(f64::total_cmp);
    found
}

/// Holds every text of a table to standing between two upright rules, and none to run through it.
#[track_caller]
pub(crate) fn nothing_overflows(table: &[Page]) {
    let mut held = 0;
    for page in table {
        for run in page.runs.iter().filter(|run| run.size < 11.0 && !run.text.trim().is_empty()) {
            let rules = uprights(page, run.baseline);
            let (first, last) = (rules.first().expect("a rule"), rules.last().expect("a rule"));
            let inside = *first < run.left && run.right < *last;
            let through = rules.iter().any(|x| run.left < *x && *x < run.right);
            assert!(inside && !through, "«{}» runs out of its cell: {rules:?}", run.text);
            held += 1;
        }
    }
    assert!(held > 100, "{held} texts");
}

#[test]
fn no_cell_of_a_roll_up_of_168_units_and_12_targets_overflows() {
    let appendix = CASE.view.phu_luc.as_ref().expect("an appendix");
    assert_eq!((appendix.hang.len(), appendix.cot.len()), (168, 12));
    nothing_overflows(&CASE.table);
}

#[test]
fn a_roll_up_of_168_units_conforms_to_the_format() {
    let told = dossier(&units()).run(["build", "--unit", "tong-hop", "--inspect"]);
    assert_eq!(told.counts(), [1, 0, 0, 0], "{}", told.stdout);
}

/// A row: what stands between two level rules, by column.
pub(crate) fn rows(page: &Page) -> Vec<Vec<Vec<&Run>>> {
    let mut levels: Vec<f64> = page
        .shapes
        .iter()
        .filter(|shape| shape.right - shape.left > 200.0 && shape.bottom - shape.top < 0.5)
        .map(|shape| f64::midpoint(shape.top, shape.bottom))
        .collect();
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < 0.3);
    let row = |ends: &[f64]| {
        let runs = page.runs.iter().filter(|run| ends[0] < run.baseline && run.baseline < ends[1]);
        let rules = uprights(page, f64::midpoint(ends[0], ends[1]));
        let mut columns = vec![Vec::new(); rules.len().saturating_sub(1)];
        // Between two tables there is no column.
        for run in runs.take_while(|_| rules.len() > 1) {
            let at = rules.windows(2).position(|two| two[0] < run.left && run.left < two[1]);
            columns[at.expect("a column")].push(run);
        }
        columns
    };
    levels.windows(2).map(row).filter(|columns| !columns.is_empty()).collect()
}

#[test]
fn every_row_stands_whole_on_one_page_under_the_repeated_head() {
    let mut numbers = Vec::new();
    for page in &CASE.table {
        let rows = rows(page);
        let words = |runs: &[&Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        assert_eq!(words(&rows[0][0]).trim(), "TT", "the head of a page");
        assert!(rows[0].iter().all(|cell| cell.iter().all(|run| run.face.bold())));
        for row in rows.iter().filter(|row| row.len() > 1) {
            assert_eq!(row.len(), 14, "columns");
            if let Ok(number) = words(&row[0]).trim().parse::<usize>() {
                assert!(row.iter().all(|cell| !cell.is_empty()), "row {number} is torn");
                numbers.push(number);
            }
        }
    }
    assert_eq!(numbers, (1..=168).collect::<Vec<_>>());
}

#[test]
fn the_total_stands_last_and_never_alone_on_its_page() {
    // However many rows there are before it.
    for count in [5, 12, 13, 14, 15, 16, 17, 18] {
        let units: Vec<Named> = units()
            .into_iter()
            .take(count)
            .map(|[kind, name, _]| [kind, name, String::new()])
            .collect();
        let table = table(&dossier(&units));
        let last = rows(table.last().expect("a page"));
        let first =
            |at: usize| last[at].iter().flatten().map(|run| run.text.as_str()).collect::<String>();
        assert!(first(last.len() - 1).starts_with("Toàn huyện"), "{count}");
        let number = last[last.len() - 2][0].first().map(|run| run.text.trim().to_owned());
        assert_eq!(number, Some(count.to_string()), "above the total of {count}");
    }
}

#[test]
fn a_groups_sums_are_those_of_its_units_and_say_who_is_missing() {
    let appendix = CASE.view.phu_luc.as_ref().expect("an appendix");
    assert_eq!(appendix.nhom.len(), 12);
    let insured = appendix.cot.iter().position(|target| target.ma == "bhyt").expect("the column");
    for (at, group) in appendix.nhom.iter().enumerate() {
        assert_eq!((group.tu, group.den), (at * 14, at * 14 + 14));
        let units = (group.tu..group.den).filter(|at| *at != LATE).map(reported);
        let sum = units.fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
        let whole = |count: usize| i128::try_from(count).expect("few");
        let share = Exact::new(whole(sum.1 * 100), whole(sum.0));
        // Beside the goal and this year's mark of the road map.
        let cell = &group.cong.as_ref().expect("sums")[insured];
        // As many decimals as the whole column has.
        let (_, decimals) =
            cell.gia_tri.as_deref().and_then(|text| text.split_once(',')).expect("some");
        let decimals = u8::try_from(decimals.len() - 1).expect("few decimals");
        let shown = show(share, decimals, &[95, 93].map(Exact::from_integer));
        assert_eq!(cell.gia_tri, Some(format!("{}%", shown.text)));
        assert_eq!(group.co, 14 - usize::from((group.tu..group.den).contains(&LATE)));
    }
    let texts: String =
        CASE.table.iter().flat_map(|page| page.runs.iter().map(|run| run.text.as_str())).collect();
    assert!(texts.contains("Huyện Mường Khương (có báo cáo của 13/14 đơn vị)"), "{texts}");
    assert!(texts.contains("Cộng huyện Mường Khương"), "{texts}");
}

#[test]
fn a_word_of_20_to_45_letters_stays_in_its_cell() {
    let letters = "nghiêngthượngphươngtrườngquyếtchuyênkhuôngloằng";
    let units: Vec<Named> = [20, 25, 30, 35, 40, 45]
        .into_iter()
        .flat_map(|long| {
            let word: String = letters.chars().take(long).collect();
            let named = |kind: &str, name: String| [kind.to_owned(), name, String::new()];
            [named("phường", word.clone()), named("thị trấn", format!("Tân {word} Đông"))]
        })
        .collect();
    nothing_overflows(&table(&dossier(&units)));
}

#[test]
fn more_columns_than_one_page_holds_are_parted_into_tables() {
    let appendix = CASE.view.phu_luc.as_ref().expect("an appendix");
    let parts: Vec<_> = appendix.phan.iter().map(|part| (part.tu, part.den)).collect();
    assert_eq!(parts, [(0, 12)]);
    let few: Vec<Named> = units().into_iter().take(3).collect();
    let dossier = dossier(&few).edit("inputs/nhieu/ke-hoach.yaml", |plan| {
        let again =
            MORE.replace("ma: ho_vs,", "ma: ho_vs_2,").replace("ma: hssk_dt,", "ma: hssk_dt_2,");
        plan.replace("\n# Năm nhóm nhiệm vụ", &format!("{again}\n# Năm nhóm nhiệm vụ"))
    });
    let view = views(&dossier).remove("nhieu/2024-Q4/tong-hop").expect("the roll-up");
    let parts = view.phu_luc.expect("an appendix").phan;
    assert_eq!(parts.iter().map(|part| (part.tu, part.den)).collect::<Vec<_>>(), [(0, 7), (7, 14)]);
    let numbered: BTreeMap<String, usize> =
        table(&dossier).iter().flat_map(rows).fold(BTreeMap::new(), |mut all, row| {
            let name =
                row.get(1).map(|cell| cell.iter().map(|run| run.text.trim()).collect::<Vec<_>>());
            *all.entry(name.unwrap_or_default().join(" ")).or_default() += 1;
            all
        });
    assert_eq!(numbered["Phường Xuân Hương - Đà Lạt"], 2, "a row in each table: {numbered:?}");
}
