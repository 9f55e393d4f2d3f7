//! Communes that were merged: the eighth scenario of the field. What came before is the sum of what they were; what lacks
//! is named.

use baocao::load::loaded::Loaded;
use baocao::model::exact::{Exact, round};
use baocao::model::id::Id;
use baocao::model::number::{decimal, whole};
use baocao::model::period::Period;
use baocao::model::returns::Amount;

use crate::dossier::Dossier;
use crate::scenarios::report;
use crate::views::{read, views};

/// The samples with the dossier of what three communes, and two with one from outside, became.
pub(crate) fn merged() -> Dossier {
    let samples = Dossier::samples();
    let plan = samples.read("inputs/lac-duong/ke-hoach.yaml");
    let units = "don_vi:
  - { ma: xa-lac-duong, loai: xã, ten: Lạc Dương, hieu_luc: { tu: 2025-07-01 }, ke_thua: [{ ho_so: lac-duong, ma: da-sar }, { ho_so: lac-duong, ma: da-nhim }, { ho_so: lac-duong, ma: da-chais }] }
  - { ma: lang-biang, loai: phường, ten: Lang Biang - Đà Lạt, hieu_luc: { tu: 2025-07-01 }, ke_thua: [{ ngoai: Phường 7 (Đà Lạt) }, { ho_so: lac-duong, ma: thi-tran-lac-duong }, { ho_so: lac-duong, ma: lat }] }
";
    let old = plan.find("\ndon_vi:\n").expect("the units") + 1;
    let rest = plan[old..].find("  - { ma: ttyt").expect("the centre") + old;
    let plan = format!("{}{units}{}", &plan[..old], &plan[rest..])
        .replace("ma: lac-duong ", "ma: moi ")
        .replace("nam_goc: 2023", "nam_goc: 2024");
    let handed = |unit: &str, people: u32, insured: u32| {
        let figures = format!(
            "  dan_so: {{ gia_tri: {people}, nguon: Công an xã }}\n  nguoi_bhyt: {insured}\n"
        );
        let head = format!("don_vi: {unit}\nky: 2026-Q4\nchot_den: 2026-12-05\n");
        format!("{head}van_ban: {{ so: null, ngay: null }}\nso_lieu:\n{figures}")
    };
    samples
        .write("inputs/moi/ke-hoach.yaml", plan)
        .write("inputs/moi/2026-Q4/xa-lac-duong.yaml", handed("xa-lac-duong", 13_000, 12_600))
        .write("inputs/moi/2026-Q4/lang-biang.yaml", handed("lang-biang", 40_041, 39_000))
}

/// What three communes reported of a figure at the end of 2024, added by hand.
fn sum_of_2024(loaded: &Loaded, figure: &str) -> i128 {
    let old = loaded.dossiers.iter().find(|one| one.plan.id.as_str() == "lac-duong");
    let (old, period) = (old.expect("the samples"), Period::parse("2024-Q4").expect("a period"));
    let value = |unit: &str| {
        let id = |text| Id::parse(text).expect("an id");
        let read = old.handed_in(&id(unit), period).and_then(|filed| filed.good());
        let read = read.expect("a return");
        match read.figures[&id(figure)].amount {
            Amount::Value(value) => i128::from(value),
            Amount::NoneArose => 0,
        }
    };
    ["da-sar", "da-nhim", "da-chais"].map(value).into_iter().sum()
}

#[test]
fn s8_a_merged_commune_is_compared_with_the_sum_of_what_it_was() {
    let merged = merged();
    let loaded = read(&merged);
    let (people, insured) = (sum_of_2024(&loaded, "dan_so"), sum_of_2024(&loaded, "nguoi_bhyt"));
    let base = decimal(round(Exact::new(insured * 100, people), 2), 2);
    let page = report(&merged, "moi", "2026-Q4", "xa-lac-duong");
    page.must_say("của các đơn vị hợp thành: xã Đạ Sar, xã Đạ Nhim, xã Đạ Chais.");
    let target = |name: &str| {
        let view = views(&merged).remove(name).expect("a report");
        view.chi_tieu.into_iter().find(|one| one.ma == "bhyt").expect("the target")
    };
    let share = target("moi/2026-Q4/xa-lac-duong");
    assert_eq!(share.so_sanh[0].so_truoc.as_deref(), Some(&*base));
    page.must_say(&format!("95% {base}% 96,92% Đạt"));
}

#[test]
fn s8_what_lacks_of_a_merged_ward_is_named() {
    let merged = merged();
    let page = report(&merged, "moi", "2026-Q4", "lang-biang");
    page.must_say("thiếu số liệu gốc của Phường 7 (Đà Lạt)");
    page.must_not_say("tăng");
    let area = report(&merged, "moi", "2026-Q4", "tong-hop");
    area.must_say("thiếu số liệu gốc của Phường 7 (Đà Lạt)");
    area.must_not_say("điểm phần trăm so với năm 2024");
}

#[test]
fn s8_the_sums_of_what_a_merged_commune_was_stand_beside_its_figures() {
    let merged = merged();
    let people = sum_of_2024(&read(&merged), "dan_so");
    let page = report(&merged, "moi", "2026-Q4", "xa-lac-duong");
    page.must_say(&format!("Dân số người 13.000 {}", whole(people)));
}

#[test]
fn s8_a_recognition_two_of_three_communes_had_is_not_one_of_the_merged_commune() {
    let page = report(&merged(), "moi", "2026-Q4", "xa-lac-duong");
    let row = page.between("3 Tỷ lệ xã, thị trấn đạt Bộ tiêu chí quốc gia về y tế xã", "4 Tỷ lệ");
    assert!(!row.contains("Có"), "{row}");
}
