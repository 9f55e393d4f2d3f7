//! Charts: each shows what the tables print, what is missing is shown as missing, and which there are is data. Not for how
//! their pages keep to the format ([`crate::conformance`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use baocao::model::comparator::Comparator;
use baocao::report::ReportView;
use baocao::report::charts::ChartView;
use baocao::report::charts::bars::{Bar, BarsView};
use baocao::report::charts::series::SeriesView;
use baocao::rollup::compare::Change;
use baocao::vietnamese::text::capitalised;

use crate::dossier::{Dossier, files, repository, sample};
use crate::many_units;
use crate::parts::{Parts, kind};
use crate::specimen::{reports, sheet};
use crate::views::views;

static VIEWS: LazyLock<BTreeMap<String, ReportView>> = LazyLock::new(|| views(&Dossier::samples()));

/// Reports of a year and of a phase.
fn has_charts(name: &str) -> bool {
    (name.contains("-Q4/") || name.contains("/tong-ket-")) && !name.contains("/don-doc-")
}

fn bars(view: &ReportView) -> impl Iterator<Item = (&ChartView, &BarsView)> {
    view.bieu_do.iter().filter_map(|chart| Some((chart, chart.thanh.as_ref()?)))
}

fn lines(view: &ReportView) -> impl Iterator<Item = (&ChartView, &SeriesView)> {
    view.bieu_do.iter().filter_map(|chart| Some((chart, chart.duong.as_ref()?)))
}

#[test]
fn a_bar_is_as_long_as_the_value_the_appendix_prints_of_its_unit() {
    let mut held = 0;
    for (name, view) in VIEWS.iter().filter(|(_, view)| view.tong_hop) {
        let appendix = view.phu_luc.as_ref().expect("an appendix");
        for (chart, bars) in bars(view) {
            let column = appendix.cot.iter().position(|target| target.ma == chart.ct.ma);
            for bar in &bars.khoi[0].hang {
                let unit = appendix.hang.iter().find(|row| Some(&row.ten) == bar.ten.as_ref());
                let cell = &unit.expect("its row").o[column.expect("its column")];
                assert_eq!(bar.so, cell.gia_tri, "{name} {:?}", bar.ten);
                // A share's axis ends at 100%.
                let printed: String = cell.gia_tri.iter().flat_map(|value| value.chars()).collect();
                let tenths = printed
                    .trim_end_matches('%')
                    .replace(',', ".")
                    .parse::<f64>()
                    .expect("a share");
                let length = f64::from(bar.dai.expect("a length"));
                let from = bars.truc_tu.as_ref().map_or(0.0, |from| from.parse().expect("a share"));
                let due = (tenths - from) / (100.0 - from) * 1000.0;
                // What is printed is rounded to hundredths.
                let rounded = 0.55 + 5.0 / (100.0 - from);
                assert!(
                    (length - due).abs() <= rounded,
                    "{name}: {printed} is {length}, not {due}"
                );
                held += 1;
            }
        }
    }
    assert_eq!(held, 2 * 3 * 6 + 4 * 9, "the rates of both districts that are reached by degrees");
}

#[test]
fn the_page_says_where_a_cut_axis_begins() {
    let mut cut = 0;
    for (name, view) in VIEWS.iter().filter(|(_, view)| !view.bieu_do.is_empty()) {
        let of_bars = bars(view).filter_map(|(_, bars)| bars.truc_tu.as_ref());
        let of_lines = lines(view).filter_map(|(_, line)| line.truc_tu.as_ref());
        let all: Vec<&String> = of_bars.chain(of_lines).collect();
        let page = sample(name);
        for from in &all {
            page.must_say(&format!("trục bắt đầu từ {from}"));
        }
        if all.is_empty() {
            page.must_not_say("trục bắt đầu từ");
        }
        cut += all.len();
    }
    assert!(cut > 20, "{cut}");
}

/// A value's place as `cho-cac-so` says it, in millimetres, of points (x, y) with a value 14 mm wide.
fn places(points: &[(f64, f64)], level: f64) -> Vec<(f64, f64)> {
    let points: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("(x: {x}mm, y: {y}mm, rong: 14mm, duoi: false)"))
        .collect();
    let markup = format!(
        "#set document(title: \"Thử\", date: datetime(year: 2024, month: 1, day: 1))\n\
         #import \"/van-ban-dang/cho-so.typ\": cho-cac-so\n\
         #let diem = ({},)\n\
         #let doan = diem.zip(diem.slice(1)) + (((x: 0mm, y: {level}mm), (x: 100mm, y: {level}mm)),)\n\
         #for o in cho-cac-so(diem, doan, (trai: 0mm, phai: 100mm, tren: 0mm, duoi: 37mm)) {{\n\
         [#calc.round(o.x.mm(), digits: 2) #calc.round(o.y.mm(), digits: 2)]\n\
         parbreak()\n}}",
        points.join(", ")
    );
    let lines = sheet(&markup).lines().map(|(_, line)| line.text()).collect::<Vec<_>>();
    let number = |word: &str| word.parse().expect("a number");
    let place = |line: &String| line.trim().split_once(' ').map(|(x, y)| (number(x), number(y)));
    lines.iter().filter_map(place).collect()
}

#[test]
fn a_value_stands_clear_of_the_line_of_the_goal_and_of_other_values() {
    for level in [3.0, 12.0, 16.0, 20.0, 24.0, 30.0] {
        let points = [(10.0, 30.0), (30.0, 24.0), (50.0, 21.0), (70.0, 12.0), (90.0, 14.0)];
        let places = places(&points, level);
        assert_eq!(places.len(), points.len());
        for (x, y) in &places {
            assert!((y - level).abs() >= 2.09, "{level}: the value at {x} {y} is on the goal");
            for two in points.windows(2) {
                let ((x0, y0), (x1, y1)) = (two[0], two[1]);
                for step in 0..=50 {
                    let share = f64::from(step) / 50.0;
                    let (px, py) = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
                    let hit = (px - x).abs() < 7.0 && (py - y).abs() < 2.09;
                    assert!(!hit, "{level}: the value at {x} {y} is on the line");
                }
            }
        }
        for (at, (x, y)) in places.iter().enumerate() {
            let hit = |(a, b): &(f64, f64)| (a - x).abs() < 14.0 && (b - y).abs() < 4.19;
            assert!(!places[at + 1..].iter().any(hit), "{level}: two values touch: {places:?}");
        }
    }
}

#[test]
fn bars_are_sorted_and_those_that_meet_the_goal_are_filled() {
    for (_, view) in VIEWS.iter().filter(|(_, view)| view.tong_hop) {
        for (chart, bars) in bars(view) {
            let lengths: Vec<_> = bars.khoi[0].hang.iter().map(|bar| bar.dai).collect();
            assert!(lengths.is_sorted_by(|a, b| a >= b), "{lengths:?}");
            let met = bars.khoi[0].hang.iter().filter(|bar| bar.dat).count();
            assert_eq!(bars.dat, met, "{}", chart.ct.ma);
            assert!(chart.ct.so_don_vi_dat.is_none_or(|said| said == met), "{}", chart.ct.ma);
        }
    }
}

#[test]
fn a_line_ends_at_the_value_of_the_report_and_begins_at_that_of_the_base_year() {
    let mut held = 0;
    for (name, view) in VIEWS.iter() {
        for (chart, line) in lines(view) {
            let last = line.diem.last().expect("a point");
            assert_eq!(last.gia_tri, chart.ct.gia_tri, "{name} {}", chart.ct.ma);
            let base = chart.ct.so_sanh.iter().find(|one| one.voi == Comparator::BaseYear);
            let base = base.expect("the base year is compared with");
            if base.truoc.is_some() {
                let first = &line.diem[0];
                assert_eq!((first.nam, &first.gia_tri), (base.nam, &base.truoc), "{name}");
                held += 1;
            }
        }
    }
    assert!(held > 20, "{held}");
}

#[test]
fn a_count_since_january_is_drawn_by_the_year_only() {
    let view = &VIEWS["lac-duong/2024-Q4/lat"];
    let line =
        |target: &str| lines(view).find(|(chart, _)| chart.ct.ma == target).expect("a line").1;
    let quarters = |line: &SeriesView| line.diem.iter().map(|point| point.quy).collect::<Vec<_>>();
    assert_eq!(quarters(line("bhyt")), ["IV", "I", "II", "III", "IV"]);
    assert_eq!(quarters(line("csbd_bhyt")), ["IV", "IV"]);
    assert!(line("csbd_bhyt").theo_nam && !line("bhyt").theo_nam);
}

#[test]
fn a_quarter_without_every_unit_has_a_hollow_point_that_says_how_many_there_were() {
    let (_, line) = lines(&VIEWS["lac-duong/2024-Q4/tong-hop"]).next().expect("a line");
    let first = line.diem.iter().find(|point| (point.quy, point.nam) == ("I", 2024)).expect("it");
    assert_eq!((first.du, first.co, first.tong), (false, 5, 6));
    assert!(line.diem.iter().filter(|point| point.quy != "I").all(|point| point.du));
    let page = sample("lac-duong/2024-Q4/tong-hop");
    page.must_say("(5/6)");
    page.must_say("chưa đủ đơn vị có số liệu (số đơn vị ghi dưới kỳ)");
}

#[test]
fn a_unit_without_a_return_has_no_bar_of_no_length() {
    let without = Dossier::samples().remove("inputs/lac-duong/2024-Q4/da-nhim.yaml");
    let view = views(&without).remove("lac-duong/2024-Q4/tong-hop").expect("the roll-up");
    let (_, bars) = bars(&view).next().expect("bars");
    let own = |bar: &&Bar| bar.ten.as_deref() == Some("xã Đạ Nhim");
    let bar = bars.khoi[0].hang.iter().find(own).expect("its row");
    assert_eq!((bar.dai, bar.so.as_deref()), (None, None));
    assert_eq!(bars.thieu, ["xã Đạ Nhim"]);
    without.run(["build", "lac-duong", "--period", "2024-Q4", "--unit", "tong-hop"]).ends_with(0);
    without.pdf("lac-duong/2024-Q4/tong-hop").must_say("Xã Đạ Nhim chưa có số liệu 94% 100%");
}

#[test]
fn a_quarter_nobody_reported_is_a_gap_in_the_line() {
    let folder = files(&repository().join("inputs/lac-duong/2024-Q3"));
    let without = folder.iter().fold(Dossier::samples(), |dossier, (file, _)| {
        dossier.remove(&format!("inputs/lac-duong/2024-Q3/{file}"))
    });
    let view = views(&without).remove("lac-duong/2024-Q4/lat").expect("a report");
    let (_, line) = lines(&view).next().expect("a line");
    let gap = line.diem.iter().find(|point| (point.quy, point.nam) == ("III", 2024)).expect("it");
    assert_eq!((gap.vi_tri, &gap.gia_tri, gap.thieu), (None, &None, Some(Change::NoBase)));
}

#[test]
fn only_reports_of_a_year_and_of_a_phase_have_charts_and_their_closing_points_to_them() {
    for (name, view) in VIEWS.iter() {
        let charted = has_charts(name);
        assert_eq!(!view.bieu_do.is_empty(), charted, "{name}");
        assert_eq!(bars(view).next().is_some(), charted && view.tong_hop, "{name}");
    }
    sample("lac-duong/2024-Q4/tong-hop").must_say("(kèm theo Phụ lục 1, Phụ lục 2 và Phụ lục 3).");
    sample("lac-duong/2024-Q4/lat").must_say("(kèm theo Phụ lục 1 và Phụ lục 2).");
    let closing = sample("lac-duong/tong-ket-2024-2025/tong-hop");
    closing.must_say("(kèm theo Phụ lục 1, Phụ lục 2, Phụ lục 3 và Phụ lục 4).");
    closing.must_say("Phụ lục 4 Biểu đồ");
    sample("lac-duong/2024-Q3/lat").must_say("(kèm theo Phụ lục).");
    sample("ninh-hai/2024-Q4/tong-hop").must_say("Biểu đồ 1. Tỷ lệ");
}

#[test]
fn which_charts_a_kind_has_is_data() {
    let own = "bieu_do:\n  - { kieu: theo_ky, chi_tieu: [qlsk, tyt_duoc, khong_co] }\n";
    let manifest = crate::dossier::text_of("report-templates/6-thang/loai.yaml").expect("a kind");
    let dossier =
        Dossier::samples().write("report-templates/6-thang/loai.yaml", format!("{manifest}{own}"));
    dossier.run(["build", "lac-duong", "--period", "2024-Q2", "--unit", "lat"]).ends_with(0);
    let page = dossier.pdf("lac-duong/2024-Q2/lat");
    page.must_say("Biểu đồ 1. Tỷ lệ trạm y tế có nhân viên y tế làm công tác dược qua các quý");
    page.must_say("Biểu đồ 2. Tỷ lệ dân số được quản lý sức khỏe qua các quý");
    page.must_not_say("Biểu đồ 3.");
    let wrong = format!("{manifest}{}", own.replace("theo_ky", "theo_ngay"));
    let told = Dossier::samples()
        .write("report-templates/6-thang/loai.yaml", wrong)
        .run(["check", "lac-duong", "--format", "json"])
        .ends_with(1);
    assert!(told.errors().iter().any(|one| one.noi_dung.contains("theo_ngay")), "{}", told.stdout);
}

#[test]
fn a_sum_that_arose_nowhere_is_a_point_in_words() {
    let manifest = crate::dossier::text_of("report-templates/6-thang/loai.yaml").expect("a kind");
    let chart = "bieu_do:\n  - { kieu: theo_ky, chi_tieu: [von] }\n";
    let dossier = Dossier::case("hai-xa")
        .write("report-templates/6-thang/loai.yaml", format!("{manifest}{chart}"))
        .replace("inputs/hai-xa/2024-Q1/suoi-bac.yaml", "1250.5", "khong-phat-sinh")
        .replace(
            "inputs/hai-xa/2024-Q1/doi-may.yaml",
            "kinh_phi: 800",
            "kinh_phi: khong-phat-sinh",
        );
    dossier.build().ends_with(0);
    let page = dossier.pdf("hai-xa/2024-Q2/tong-hop");
    page.must_say("Biểu đồ 1. Kinh phí đã bố trí");
    page.must_say("2024 không phát sinh Quý II");
}

#[test]
fn many_units_are_told_by_bands_the_ten_highest_and_the_ten_lowest() {
    let view = many_units::roll_up();
    assert_eq!(bars(view).count(), 5);
    for (chart, bars) in bars(view) {
        let kinds: Vec<_> = bars.khoi.iter().map(|block| block.loai).collect();
        assert_eq!(kinds, ["phan_bo", "cao_nhat", "thap_nhat"]);
        let counts = bars.khoi[0].hang.iter().map(|bar| bar.so.as_deref().expect("a count"));
        let counts: Vec<usize> = counts.map(|count| count.parse().expect("a number")).collect();
        assert_eq!(counts.iter().sum::<usize>(), 168, "{}", chart.ct.ma);
        assert_eq!(
            (counts[0], counts.last()),
            (bars.dat, Some(&1)),
            "those that meet it; the late one"
        );
        let names = |at: usize| bars.khoi[at].hang.iter().filter_map(|bar| bar.ten.clone());
        assert_eq!((names(1).count(), names(2).count()), (10, 10));
        let lowest: BTreeSet<String> = chart.ct.chua_dat.ten.iter().cloned().collect();
        assert_eq!(names(2).collect::<BTreeSet<_>>(), lowest, "those the sentence names");
        assert!(names(1).chain(names(2)).all(|name| capitalised(&name) != name));
    }
}

#[test]
fn every_chart_is_a_figure_with_its_words_for_those_who_do_not_see_it() {
    let mut told = 0;
    for document in reports().iter().filter(|one| has_charts(&one.name)) {
        let parts = Parts::of(document);
        for (_, figure) in parts.structure().into_iter().filter(|(_, one)| kind(one) == "Figure") {
            let words = figure.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok());
            let words = words.unwrap_or_default();
            assert!(
                words.starts_with("Biểu đồ ") && words.contains("Mục tiêu: ")
                    || words.contains("; mục tiêu: "),
                "{words}"
            );
            told += 1;
        }
    }
    let drawn: usize = VIEWS.values().map(|view| view.bieu_do.len()).sum();
    assert_eq!(told, drawn);
}
