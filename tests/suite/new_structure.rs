//! The sample of the two-tier structure: successors of merged communes, a goal a later document has moved, groups by former
//! district. Not for the rules of comparing merged units ([`crate::merged`]).

use baocao::model::comparator::Comparator;
use baocao::rollup::compare::Change;
use baocao::rollup::verdict::Verdict;

use crate::dossier::{Dossier, sample};
use crate::pdf::Pdf;
use crate::views::views;

fn report(name: &str) -> Pdf {
    sample(&format!("lam-dong-2026/{name}"))
}

#[test]
fn successors_report_to_the_province_in_the_format_of_2026() {
    let commune = report("2026-Q3/xa-lac-duong");
    commune.must_say("ĐẢNG BỘ TỈNH LÂM ĐỒNG ĐẢNG ỦY XÃ LẠC DƯƠNG * Số 171-BC/ĐU");
    commune.must_say("Lạc Dương, ngày 16 tháng 9 năm 2026");
    // Semicolons after recipients are the format's from 27/5/2026 on.
    commune.must_say("- Ban Thường vụ Tỉnh ủy; - Ban Tuyên giáo và Dân vận Tỉnh ủy;");
    let board = report("2026-Q3/tong-hop");
    board.must_say("TỈNH ỦY LÂM ĐỒNG BAN TUYÊN GIÁO VÀ DÂN VẬN * Số 92-BC/BTGDVTU");
    board.must_not_say("huyện Lạc Dương báo cáo");
}

#[test]
fn a_commune_of_whole_communes_is_compared_with_their_sum_and_others_say_what_lacks() {
    let whole = report("2026-Q2/xa-lac-duong");
    whole.must_say("Số liệu so sánh của xã Lạc Dương trước khi thành lập là tổng số liệu của các đơn vị hợp thành: xã Đạ Sar, xã Đạ Nhim, xã Đạ Chais.");
    whole.must_say("tăng 0,27 điểm phần trăm so với cùng kỳ năm 2025");
    let part = report("2026-Q2/lang-biang-da-lat");
    part.must_say(
        "Chưa so sánh được với cùng kỳ năm 2025: thiếu số liệu gốc của Phường 7 (Đà Lạt).",
    );
    part.must_not_say("các đơn vị hợp thành");
    let area = report("2026-Q2/tong-hop");
    area.must_say("thiếu số liệu gốc của Phường 7 (Đà Lạt), xã Đạ Tông, xã Đạ Long.");
    for page in [part, area] {
        page.must_not_say("so với cùng kỳ năm 2025; ");
        page.must_not_say("thiếu số liệu gốc của .");
    }
}

#[test]
fn how_many_units_it_held_for_before_they_were_merged_is_not_compared() {
    let page = report("2026-Q2/xa-lac-duong");
    page.must_say("về y tế xã giai đoạn đến năm 2030”: xã Lạc Dương chưa đạt.");
}

#[test]
fn a_goal_a_later_document_has_moved_is_judged_beside_the_plans_own() {
    let page = report("2026-Q3/xa-lac-duong");
    page.must_say("đạt 95% (14.174/14.920 người), đạt mục tiêu năm 2026 theo Nghị quyết số 72-NQ/TW (từ 95% trở lên); chưa đạt mục tiêu của kế hoạch đến năm 2030 (trên 95%)");
    page.must_say("Từ 95% trở lên (2026); trên 95% (2030)");
    page.must_say("đạt và vượt mục tiêu của kế hoạch và của Nghị quyết số 72-NQ/TW");
    let views = views(&Dossier::samples());
    let target = |name: &str, id: &str| {
        let all = &views[&format!("lam-dong-2026/2026-Q3/{name}")].chi_tieu;
        all.iter().find(|one| one.ma == id).expect("a target").clone()
    };
    let insured = target("xa-lac-duong", "bhyt");
    assert_eq!((insured.ket_luan, insured.dich_khac[0].dat), (Verdict::Met, Some(false)));
    let managed = target("xa-lac-duong", "qlsk");
    assert!(managed.dich_khac.is_empty() && managed.dich.expect("a goal").van_ban.is_none());
}

#[test]
fn seven_cards_short_of_the_goal_are_short_of_it() {
    let area = report("2026-Q3/tong-hop");
    area.must_say(
        "đạt 94,99% (67.765/71.338 người), thấp hơn 0,01 điểm phần trăm so với mục tiêu năm 2026",
    );
    area.must_say("có 2/3 xã, phường đạt mục tiêu; còn 01 xã chưa đạt (xã Đam Rông 4)");
}

#[test]
fn units_stand_by_their_former_districts_a_single_one_without_a_sum() {
    let area = report("2026-Q3/tong-hop");
    area.must_say("Địa bàn huyện Lạc Dương cũ 1 Xã Lạc Dương");
    area.must_say("Cộng địa bàn huyện Lạc Dương cũ 100% 94,12% 50,00% 50,00% 95,14%");
    area.must_say("Địa bàn huyện Đam Rông cũ 3 Xã Đam Rông 4");
    area.must_not_say("Cộng địa bàn huyện Đam Rông cũ");
}

#[test]
fn the_years_report_takes_its_base_and_its_line_over_from_the_communes_of_before() {
    let third = |unit: &str| format!("inputs/lam-dong-2026/2026-Q3/{unit}.yaml");
    let year = ["xa-lac-duong", "lang-biang-da-lat"].into_iter().fold(
        Dossier::samples(),
        |dossier, unit| {
            let text = dossier.read(&third(unit)).replace("ky: 2026-Q3", "ky: 2026-Q4");
            let text =
                text.replace("2026-09-11", "2026-12-04").replace("ngay: 2026-09", "ngay: 2026-12");
            dossier.write(&format!("inputs/lam-dong-2026/2026-Q4/{unit}.yaml"), text)
        },
    );
    let views = views(&year);
    let view = &views["lam-dong-2026/2026-Q4/xa-lac-duong"];
    let insured = view.chi_tieu.iter().find(|one| one.ma == "bhyt").expect("the target");
    let base = &insured.so_sanh[0];
    assert_eq!(
        (base.voi, base.nam, base.truoc.as_deref()),
        (Comparator::BaseYear, 2024, Some("94,62%"))
    );
    let line = view.bieu_do[0].duong.as_ref().expect("a line");
    assert_eq!(line.diem[0].gia_tri, base.truoc);
    let gap = line.diem.iter().find(|point| (point.quy, point.nam) == ("IV", 2025)).expect("it");
    assert_eq!((gap.vi_tri, gap.thieu), (None, Some(Change::NoBase)), "before the province asked");
    let lacking = &views["lam-dong-2026/2026-Q4/lang-biang-da-lat"];
    let drawn = lacking.bieu_do.iter().filter_map(|chart| chart.duong.as_ref());
    assert!(
        drawn.flat_map(|line| &line.diem).all(|point| point.nam == 2026),
        "no line from a part"
    );
    let told = year.run(["build", "lam-dong-2026", "--period", "2026-Q4", "--inspect"]);
    assert_eq!(told.counts(), [3, 0, 0, 0], "{}", told.stdout);
    year.pdf("lam-dong-2026/2026-Q4/tong-hop").must_say("TỈNH ỦY LÂM ĐỒNG * Số");
}
