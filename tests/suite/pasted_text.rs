//! Words as they come from other programs: put right where nothing else can be meant, told once, kept where both ways are
//! right. Not for older encodings ([`crate::old_encodings`]) and not for numbers ([`crate::pasted`]).

use baocao::diagnostic::{Finding, Severity};
use baocao::vietnamese::text::clean;

use crate::dossier::Dossier;
use crate::views::read;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const TEXT: &str = "han_che: Đường vào thôn xa còn khó đi.";

/// The plan of two communes and one return, changed.
fn changed(from: &str, to: &str) -> Dossier {
    let case = Dossier::case("hai-xa");
    Dossier::empty()
        .write(PLAN, case.read(PLAN))
        .write(SUOI_BAC, case.read(SUOI_BAC))
        .replace(SUOI_BAC, from, to)
}

fn of(code: &str, dossier: &Dossier) -> Vec<Finding> {
    read(dossier).findings.into_iter().filter(|one| one.code.id() == code).collect()
}

#[track_caller]
fn one(code: &str, dossier: &Dossier) -> Finding {
    let mut found = of(code, dossier);
    assert_eq!(found.len(), 1, "{:#?}", read(dossier).findings);
    found.remove(0)
}

#[test]
fn letters_that_look_like_ours_are_printed_as_ours() {
    let dossier =
        changed(TEXT, "han_che: Ðảng ủу хã ðã họp, Ｑuý Ⅰ; số 256-\u{2028}KH/TU, 35\u{a0}699 dân.");
    dossier.build().ends_with(0);
    let page = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
    page.must_say("Đảng ủy xã đã họp, Quý I; số 256-KH/TU, 35 699 dân.");
}

#[test]
fn letters_that_look_like_ours_are_told_once_for_each_sort() {
    let lines: Vec<String> =
        (0..40).map(|at| format!("  - Ðợt {at}: theo QÐ, thôn cо 12 hộ, ２ tổ.\n")).collect();
    let dossier = changed(TEXT, &format!("{TEXT}\nphuong_huong: |\n{}", lines.concat()));
    let found = of("K05", &dossier);
    let told: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    let words = [
        "«Ðợt» có «Ð» (U+00D0)",
        "được in thành «Đợt» (80 chỗ: dòng 17, 18",
        "«cо» có «о» (U+043E), chữ Nga hoặc chữ Hy Lạp",
        "(40 chỗ: dòng 17, 18, 19, 20, 21, 22, 23, 24, …)",
        "«２» có «２» (U+FF12)",
    ];
    for words in words {
        assert!(told.iter().any(|told| told.contains(words)), "{words}: {told:#?}");
    }
    assert!(found.iter().all(|one| one.severity == Severity::Warning));
}

#[test]
fn a_letter_that_looks_like_ours_in_a_name_is_refused_with_the_right_name() {
    let cases = [
        (
            "  bac_si: 1",
            "  bаc_si: 1",
            "Y06",
            "có chữ «а» (U+0430) chỉ trông giống «a»",
            "có phải là «bac_si»?",
        ),
        ("  bac_si: 1", "  bac\u{200b}_si: 1", "Y06", "có ký tự ẩn U+200B", "có phải là «bac_si»?"),
        ("nhan_thuc:", "nhan_thսc:", "Y06", "không có trong kế hoạch", "có phải là «nhan_thuc»?"),
        ("danh_gia:", "danh_giа:", "Y02", "U+0430", "có phải là «danh_gia»?"),
        ("don_vi: suoi-bac", "don_vi: suоi-bac", "Y05", "U+043E", "có phải là «suoi-bac»?"),
        (
            "don_vi: suoi-bac",
            "don_vi: Suối Bạc",
            "Y05",
            "mã có ký tự không được dùng",
            "có phải là «suoi-bac»?",
        ),
    ];
    for (from, to, code, why, hint) in cases {
        let found = one(code, &changed(from, to));
        assert!(found.message.contains(why), "{to}: {found:#?}");
        assert!(found.hint.as_ref().is_some_and(|told| told.contains(hint)), "{to}: {found:#?}");
    }
}

#[test]
fn two_ways_to_place_a_tone_are_kept_and_told_once() {
    let dossier = changed(
        TEXT,
        "han_che: Hoà Bình, hòa bình; khoẻ, khỏe, khỏe; thuý, thúy, uỷ ban, Ủy ban, quý, quả, già, hoàn.",
    );
    let found = one("K07", &dossier);
    assert_eq!(found.severity, Severity::Note);
    assert!(found.message.contains("«khỏe», «hòa», «thúy» (5 chỗ: dòng 15)"), "{found:#?}");
    assert!(found.message.contains("«hoà», «khoẻ», «thuý» (4 chỗ: dòng 15)"), "{found:#?}");
    dossier.build().ends_with(0);
    dossier
        .pdf("hai-xa/2024-Q1/suoi-bac")
        .must_say("Hoà Bình, hòa bình; khoẻ, khỏe, khỏe; thuý, thúy");
    for style in [
        "hoà, khoẻ, thuý, uỷ, quý, quả, gìn giữ, huỳnh, loá",
        "hòa, khỏe, thúy, ủy, quý, quả, gìn giữ, huỳnh, lóa",
    ] {
        assert_eq!(of("K07", &changed(TEXT, &format!("han_che: {style}"))), [], "{style}");
    }
}

#[test]
fn a_word_with_i_and_with_y_is_told_once() {
    let dossier = changed(
        TEXT,
        "han_che: Ba bác sĩ, hai bác sỹ, một bác sĩ; tỉ mỉ, tỷ lệ, kỳ này, vị trí, y sĩ.",
    );
    let found = one("K07", &dossier);
    assert!(
        found.message.contains("«bác sĩ» (2 chỗ: dòng 15) và «bác sỹ» (dòng 15)"),
        "{found:#?}"
    );
}

#[test]
fn prose_cut_by_a_comment_sign_is_told() {
    for text in [
        "Phòng khám #2 quá tải.",
        "Đã sửa đường vào thôn #3",
        "Xã đã mở hai lớp # lớp thứ ba chưa mở được",
    ] {
        let found = one("Y09", &changed(TEXT, &format!("han_che: {text}")));
        assert!(found.message.starts_with("câu bị cắt ở dấu #"), "{text}: {found:#?}");
        assert_eq!(found.span.map(|span| span.position().0), Some(15));
    }
    let found = one("Y09", &changed(TEXT, "han_che: #3 xã"));
    assert!(found.message.starts_with("giá trị để trống vì «#3 xã»"), "{found:#?}");
}

#[test]
fn a_comment_that_is_meant_is_left_alone() {
    for line in [
        "han_che: Đường vào thôn xa còn khó đi. # báo cáo của trạm, xem lại ở quý sau",
        "han_che: Đường vào thôn xa còn khó đi   # báo cáo của trạm, xem lại ở quý sau",
        "han_che: \"Phòng khám #2 quá tải.\" # xem lại",
        "han_che: |\n    Phòng khám #2 quá tải.",
        "han_che: Đường xa # xem lại",
        "han_che:    # chưa viết",
    ] {
        assert_eq!(of("Y09", &changed(TEXT, line)), [], "{line}");
    }
}

#[test]
fn words_the_plan_warns_of_are_told_with_what_is_better() {
    let words = "tu_ngu:\n  - { viet: mãn tính, nen: mạn tính }\n  - { viet: các sở, ly_do: sở là cơ quan cấp tỉnh }\nso_lieu:";
    let dossier =
        changed(TEXT, "han_che: Bệnh Mãn tính, các sở, ban ngành; các sở thích; bệnh mãn tính.")
            .replace(PLAN, "so_lieu:", words);
    let accepted = "chap_nhan: [{ ma: K08, o: các sở, ly_do: Lời dẫn của tỉnh }]\nso_lieu:";
    let settled = of(
        "K08",
        &changed(TEXT, "han_che: Bệnh Mãn tính, các sở.")
            .replace(PLAN, "so_lieu:", words)
            .replace(SUOI_BAC, "so_lieu:", accepted),
    );
    let severities: Vec<Severity> = settled.iter().map(|one| one.severity).collect();
    assert_eq!(severities, [Severity::Warning, Severity::Note], "{settled:#?}");
    let found = of("K08", &dossier);
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.message.as_str(), one.hint.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            ("«mãn tính» là từ kế hoạch dặn xem lại (2 chỗ: dòng 15)", "nên viết «mạn tính»"),
            ("«các sở» là từ kế hoạch dặn xem lại (2 chỗ: dòng 15)", "sở là cơ quan cấp tỉnh"),
        ]
    );
}

/// The slips of the two plans themselves, as a clerk would paste them into a return.
#[test]
fn the_slips_of_the_plans_are_found_in_a_return() {
    let text = "han_che: |\n    Nâng cao sức khỏe Đẩy mạnh phong trào, khoẻ, uỷ, ủy, hoá, hóa; bác sĩ, bác sỹ.\n\n    Theo Kế hoạch số 256-\n\n    KH/TU và Chỉ thị 25-\n    CT/TW, các cấp ủy, chính quyền, các sở, ban ngành; bệnh mãn tính.";
    let words = "tu_ngu: [{ viet: mãn tính, nen: mạn tính }, { viet: các sở }]\nso_lieu:";
    let dossier = changed(TEXT, text).replace(PLAN, "so_lieu:", words);
    let told: Vec<String> = read(&dossier)
        .findings
        .into_iter()
        .map(|one| format!("{}: {}", one.code, one.message))
        .collect();
    let slips = [
        "K07: hai kiểu bỏ dấu trong một tệp: «ủy», «hóa», «khỏe»",
        "K07: một từ viết hai cách: «bác sĩ»",
        "K08: có thể thiếu dấu chấm giữa «khỏe» và «Đẩy mạnh»",
        "K05: số, ký hiệu «256- KH/TU» bị tách đôi; được in thành «256-KH/TU» (2 chỗ: dòng 18, 20)",
        "K08: «mãn tính» là từ kế hoạch dặn xem lại",
        "K08: «các sở» là từ kế hoạch dặn xem lại",
    ];
    for slip in slips {
        assert!(told.iter().any(|told| told.starts_with(slip)), "{slip}: {told:#?}");
    }
    assert_eq!(told.len(), slips.len(), "{told:#?}");
    let page = clean(&text.replace("han_che: |", ""));
    assert!(page.contains("số 256-KH/TU") && page.contains("Chỉ thị 25-CT/TW"), "{page}");
}

#[test]
fn a_plan_without_number_and_day_is_told() {
    let dossier = Dossier::case("hai-xa").replace(
        PLAN,
        "so: 14-KH/HU, ngay: 2024-01-05",
        "so: null, ngay: 2024-01",
    );
    assert!(one("B04", &dossier).message.contains("chưa có số hoặc ngày"));
}

#[test]
fn a_misspelt_name_is_told_with_the_nearest_wherever_it_stands() {
    let cases = [
        (
            PLAN,
            "ten: Tỷ lệ dân số có thẻ\n",
            "ten: Tỷ lệ dân số có thẻ\n    ap_dung: { loai: xa }\n",
            "«xã»",
        ),
        (PLAN, "cap_danh_gia: huyen", "cap_danh_gia: huyện", "«huyen»"),
        (PLAN, "      ky_hieu: BC/ĐU", "      loai: [Quy]\n      ky_hieu: BC/ĐU", "«quy»"),
        (PLAN, "dau: \">=\"", "dau: ≥", "\">=\""),
        (PLAN, "dau: \">\"", "dau: trên", "\">\""),
        (PLAN, "dem_dat", "dem_datt", "«dem_dat»"),
        (PLAN, "kieu: dem_don_vi", "kieu: dem_donvi", "«dem_don_vi»"),
        (PLAN, "loai: luy-ke", "loai: lũy kế", "«luy-ke»"),
        (PLAN, "cap: tren", "cap: trên", "«tren»"),
        (PLAN, "tu_so: nguoi_bhyt", "tu_so: nguoi_bhty", "«nguoi_bhyt»"),
        (PLAN, "bao_cao_boi: [trung-tam]", "bao_cao_boi: [trungtam]", "«trung-tam»"),
        (PLAN, "goi_chung:", "goi_chugn:", "«goi_chung»"),
        (SUOI_BAC, "don_vi: suoi-bac", "don_vi: doi-may", "doi-may.yaml"),
        (SUOI_BAC, "don_vi: suoi-bac", "don_vi: suoibac", "«suoi-bac»"),
        (SUOI_BAC, "nhiem_vu:", "nhiem_vụ:", "«nhiem_vu»"),
        (SUOI_BAC, "so_lieu:", "chap_nhan: [{ ma: V7, o: dan_so, ly_do: x }]\nso_lieu:", "«V07»"),
        (
            SUOI_BAC,
            "so_lieu:",
            "dieu_chinh: [{ ky: 2024-Q1, o: dan_sso, ly_do: x }]\nso_lieu:",
            "«dan_so»",
        ),
        (
            SUOI_BAC,
            "so_lieu:",
            "dieu_chinh: [{ ky: Q4-2023, o: dan_so, ly_do: x }]\nso_lieu:",
            "2023-Q4",
        ),
        (SUOI_BAC, "so_lieu:", "giai_trinh: { bac_sy: x }\nso_lieu:", "«bac_si»"),
        (SUOI_BAC, "so_lieu:", "chi_tieu: { bhty: { nhan_xet: x } }\nso_lieu:", "«bhyt»"),
        (
            SUOI_BAC,
            "so_lieu:",
            "giai_trinh: { dan_so: x }\nlanh_dao: { quan_triệt: x }\nso_lieu:",
            "«quan_triet»",
        ),
    ];
    for (path, from, to, near) in cases {
        let dossier = Dossier::case("hai-xa").replace(path, from, to);
        let found = read(&dossier).findings;
        let hints: Vec<_> = found
            .iter()
            .filter(|one| one.is_error())
            .filter_map(|one| one.hint.as_deref())
            .collect();
        assert!(hints.iter().any(|hint| hint.contains(near)), "{to}: {found:#?}");
    }
}

#[test]
fn a_misnamed_file_is_told_with_its_name() {
    let good = Dossier::case("hai-xa").read(SUOI_BAC);
    let cases = [
        ("2024-q1/suoi-bac.yaml", "«2024-Q1/suoi-bac.yaml»"),
        ("Q1-2024/suoi-bac.yaml", "«2024-Q1/suoi-bac.yaml»"),
        ("2024-Q1/suoi_bac.yaml", "«suoi-bac.yaml»"),
        ("2024-Q1/tong-hop.yaml", "«_tong-hop.yaml»"),
        ("2024-Q2/suoi-bac.yml", "«2024-Q2/suoi-bac.yaml»"),
        ("don_vi/suoi-bac.yaml", "«don-vi/suoi-bac.yaml»"),
        ("ke_hoach.yaml", "«ke-hoach.yaml»"),
    ];
    for (name, meant) in cases {
        let path = format!("inputs/hai-xa/{name}");
        let dossier = Dossier::case("hai-xa").write(&path, &good);
        let found = read(&dossier).findings;
        let here = found.iter().find(|one| one.message.contains(&path));
        let hint = here.and_then(|one| one.hint.as_deref()).unwrap_or_default();
        assert!(hint.contains(meant), "{name}: {found:#?}");
    }
    let told =
        Dossier::case("hai-xa").replace(PLAN, "loai: 6-thang", "loai: 6thang").check().ends_with(1);
    assert!(told.one("M01").cach_sua.is_some_and(|hint| hint.contains("có phải là «6-thang»?")));
}

#[test]
fn a_letter_drawn_as_another_is_an_error_that_says_what_to_write() {
    let dossier = changed(TEXT, "han_che: Buôn Ê̆a, bà H'Ơ̆ng, K'Ho và Ê Đê.");
    dossier.build().ends_with(1);
    let found = of("K01", &dossier);
    let hints: Vec<_> = found.iter().filter_map(|one| one.hint.clone()).collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(hints[0].contains("viết «Ê»") && hints[1].contains("viết «Ơ»"), "{hints:?}");
}
