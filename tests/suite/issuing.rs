//! What a plan declares of letterhead, signature and recipients: slips of form are told at their line, and every component
//! the format library has can be asked for. Not for the look of the components ([`crate::conformance`]).

use crate::dossier::Dossier;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SIGNER: &str = "{ quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ, ho_ten: null }";
const HEAD: &str = "{ chuc_vu: TRƯỞNG BAN, ho_ten: null }";
const RECIPIENTS: &str = "[Ban Thường vụ Huyện ủy, Lưu Văn phòng Đảng ủy]";

/// What is typed, what is put in its place, and words of the finding and its cure.
type Slip = (&'static str, &'static str, &'static str, &'static str);

const SLIPS: [Slip; 47] = [
    // Authority and position.
    (
        SIGNER,
        "{ quyen_han: TM. BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ }",
        "văn bản nhà nước",
        "«T/M BAN THƯỜNG VỤ»",
    ),
    (SIGNER, "{ quyen_han: T.M. ĐẢNG ỦY, chuc_vu: BÍ THƯ }", "văn bản nhà nước", "«T/M ĐẢNG ỦY»"),
    (
        HEAD,
        "{ quyen_han: KT. TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN }",
        "văn bản nhà nước",
        "«K/T TRƯỞNG BAN»",
    ),
    (
        HEAD,
        "{ quyen_han: TL. BAN THƯỜNG VỤ, chuc_vu: CHÁNH VĂN PHÒNG }",
        "văn bản nhà nước",
        "«T/L BAN THƯỜNG VỤ»",
    ),
    (
        SIGNER,
        "{ quyen_han: Thay mặt Đảng ủy, chuc_vu: BÍ THƯ }",
        "không đúng dạng",
        "«T/M BAN THƯỜNG VỤ»",
    ),
    (
        SIGNER,
        "{ quyen_han: T/M ĐẢNG ỦY XÃ SUỐI BẠC, chuc_vu: BÍ THƯ }",
        "không ghi thêm tên",
        "«T/M ĐẢNG ỦY»",
    ),
    (
        SIGNER,
        "{ quyen_han: K/T BAN THƯỜNG VỤ, chuc_vu: PHÓ BÍ THƯ }",
        "tập thể không có ký thay",
        "«T/M»",
    ),
    (HEAD, "{ quyen_han: T/M TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN }", "đi với tập thể", "«K/T»"),
    (
        HEAD,
        "{ quyen_han: K/T TRƯỞNG BAN, chuc_vu: TRƯỞNG BAN }",
        "không phải cấp phó",
        "PHÓ TRƯỞNG BAN",
    ),
    (
        SIGNER,
        "{ quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: CHỦ TỊCH }",
        "không ký T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
    ),
    (
        SIGNER,
        "{ quyen_han: T/M ỦY BAN KIỂM TRA, chuc_vu: BÍ THƯ }",
        "không ký T/M ỦY BAN KIỂM TRA",
        "CHỦ NHIỆM",
    ),
    (
        SIGNER,
        "{ quyen_han: T/L BAN THƯỜNG VỤ, chuc_vu: PHÓ BÍ THƯ }",
        "Chánh Văn phòng",
        "CHÁNH VĂN PHÒNG",
    ),
    (SIGNER, "{ chuc_vu: T/M BAN THƯỜNG VỤ }", "ghi ở chức vụ", "«quyen_han»"),
    (HEAD, "{ chuc_vu: PHÓ BÍ THƯ kiêm TRƯỞNG BAN CHỈ ĐẠO }", "trên một dòng", "danh sách ba dòng"),
    // Names.
    (HEAD, "{ chuc_vu: TRƯỞNG BAN, ho_ten: ThS. Nguyễn Văn A }", "học vị", "chỉ ghi họ và tên"),
    (HEAD, "{ chuc_vu: TRƯỞNG BAN, ho_ten: BSCKI. Trần Thị B }", "học vị", "chỉ ghi họ và tên"),
    (HEAD, "{ chuc_vu: TRƯỞNG BAN, ho_ten: Thượng tá Lê Văn C }", "học vị", "chỉ ghi họ và tên"),
    (HEAD, "{ chuc_vu: TRƯỞNG BAN, ho_ten: NGUYỄN VĂN A }", "toàn chữ hoa", "«Nguyễn Văn A»"),
    (HEAD, "{ chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn văn A }", "không viết hoa", "«Nguyễn Văn A»"),
    (HEAD, "{ chuc_vu: TRƯỞNG BAN, ho_ten: (Đã ký) }", "lời chú", "ho_ten: null"),
    (
        HEAD,
        "{ chuc_vu: TRƯỞNG BAN, ho_ten: PGS.TS. Cao Xuân Trường }",
        "học vị",
        "chỉ ghi họ và tên",
    ),
    // Letterhead.
    (
        "    - cap_tren: Đảng bộ huyện Đồi Xanh\n      co_quan",
        "    - co_quan",
        "thiếu dòng cơ quan cấp trên",
        "cap_tren: Đảng bộ",
    ),
    (
        "    - cap_tren: Huyện ủy Đồi Xanh\n      co_quan",
        "    - co_quan",
        "thiếu dòng cơ quan cấp trên",
        "cap_tren: Huyện ủy",
    ),
    ("cap_tren: Đảng bộ huyện", "cap_tren: Huyện ủy", "không đứng dưới", "đảng bộ cấp trên"),
    (
        "cap_tren: Huyện ủy Đồi Xanh",
        "cap_tren: Đảng bộ huyện Đồi Xanh",
        "không đứng dưới",
        "cơ quan tham mưu",
    ),
    (
        "co_quan: Ban Tuyên giáo",
        "co_quan: Ban Thường vụ Huyện ủy",
        "không đứng ở phần tên cơ quan",
        "«quyen_han»",
    ),
    ("\"Đảng ủy {loai} {ten}\"", "\"ĐẢNG ỦY {loai} {ten}\"", "toàn chữ hoa", "Đảng ủy xã Suối Mây"),
    (
        "cap_tren: Huyện ủy Đồi Xanh",
        "cap_tren: HUYỆN ỦY ĐỒI XANH",
        "toàn chữ hoa",
        "viết như trong câu",
    ),
    // Symbol and place.
    ("BC/BTGHU", "12-BC/BTGHU", "không đúng dạng", "số ghi ở «van_ban»"),
    ("BC/BTGHU", "BC-BTGHU", "không đúng dạng", "«BC/ĐU»"),
    ("BC/ĐU", "BC/DU", "không đúng dạng", "«BC/ĐU»"),
    ("dia_danh: Đồi Xanh", "dia_danh: Lát", "một âm tiết", "Xã Lát"),
    ("ten: Đồi Mây }", "ten: Mây }", "một âm tiết", "dia_danh: Xã Mây"),
    // Recipients.
    (
        RECIPIENTS,
        "[\"- Ban Thường vụ Huyện ủy\", Lưu Văn phòng Đảng ủy]",
        "dấu gạch",
        "bỏ dấu gạch",
    ),
    (RECIPIENTS, "[Ban Thường vụ Huyện ủy;, Lưu Văn phòng Đảng ủy]", "dấu ở cuối", "bỏ dấu ở cuối"),
    (RECIPIENTS, "[Ban Thường vụ Huyện ủy]", "thiếu dòng Lưu", "«Lưu Văn phòng Đảng ủy»"),
    (
        RECIPIENTS,
        "[Lưu Văn phòng Đảng ủy, Ban Thường vụ Huyện ủy]",
        "phải là dòng cuối",
        "xuống cuối",
    ),
    (
        RECIPIENTS,
        "[Ban Thường vụ Huyện ủy, \"Lưu: VT\"]",
        "không phải cách ghi của văn bản Đảng",
        "«Lưu Văn phòng Đảng ủy»",
    ),
    (RECIPIENTS, "[Các chi bộ, các Chi bộ, Lưu Văn phòng Đảng ủy]", "ghi hai lần", "giữ một dòng"),
    (
        RECIPIENTS,
        "[\"Nơi nhận: các chi bộ\", Lưu Văn phòng Đảng ủy]",
        "có chữ «Nơi nhận»",
        "trang in tự ghi",
    ),
    (
        "\"Đảng ủy {loai} {ten}\"",
        "\"Đảng ủy {loai} {tenn}\"",
        "in nguyên văn",
        "{loai}, {ten}, {dia_danh}",
    ),
    ("dia_danh: Đồi Xanh", "dia_danh: \"Đồi {ten}\"", "in nguyên văn", "ghi thẳng tên"),
    (
        "dia_danh: Đồi Xanh",
        "dia_danh: \"Đồi Xanh, ngày 05/6/2026\"",
        "cả ngày",
        "dia_danh: Đồi Xanh; ngày",
    ),
    (
        SIGNER,
        "{ quyen_han: T/M UBND XÃ, chuc_vu: CHỦ TỊCH }",
        "cơ quan nhà nước",
        "«T/M BAN THƯỜNG VỤ»",
    ),
    (
        SIGNER,
        "{ quyen_han: T/M HỘI ĐỒNG NHÂN DÂN, chuc_vu: CHỦ TỊCH }",
        "cơ quan nhà nước",
        "chức vụ trong cấp ủy",
    ),
    (HEAD, "{ chuc_vu: QUYỀN TRƯỞNG BAN }", "quyền chức vụ", "«Q. TRƯỞNG BAN»"),
    (
        HEAD,
        "{ chuc_vu: TRƯỞNG BAN, ho_ten: \"Nguyễn Văn A, ThS.\" }",
        "học vị",
        "chỉ ghi họ và tên",
    ),
];

#[test]
fn each_slip_of_form_is_told_once_at_its_line_with_what_to_write() {
    for (typed, slip, message, cure) in SLIPS {
        let case = Dossier::case("hai-xa").replace(PLAN, typed, slip);
        let found = case.check().one("V23");
        assert_eq!((found.place().0, found.muc_do.as_str()), (PLAN, "cảnh báo"), "{slip}");
        assert!(found.noi_dung.contains(message), "{slip}: {}", found.noi_dung);
        let told = found.cach_sua.clone().expect("a cure");
        assert!(told.contains(cure), "{slip}: {told}");
        let typed_lines: Vec<String> = case.read(PLAN).lines().map(str::to_owned).collect();
        let line = &typed_lines[found.place().1 - 1];
        let concerned = slip.lines().any(|part| line.contains(part.trim()));
        assert!(concerned, "{slip} is told at «{line}»");
    }
}

#[test]
fn right_forms_of_other_offices_are_not_told() {
    let right = [
        (SIGNER, "{ quyen_han: T/M ĐẢNG ỦY, chuc_vu: PHÓ BÍ THƯ, ho_ten: Hồ Thị Tư }"),
        (SIGNER, "{ quyen_han: T/M ỦY BAN KIỂM TRA, chuc_vu: PHÓ CHỦ NHIỆM }"),
        (SIGNER, "{ quyen_han: T/L BAN THƯỜNG VỤ, chuc_vu: PHÓ CHÁNH VĂN PHÒNG }"),
        (SIGNER, "{ quyen_han: T/M CHI BỘ, chuc_vu: BÍ THƯ, ho_ten: K'Brêu }"),
        (SIGNER, "{ quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: PHÓ BÍ THƯ THƯỜNG TRỰC }"),
        (HEAD, "{ quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN }"),
        (SIGNER, "{ quyen_han: T/M ĐẢNG ỦY, chuc_vu: Q. BÍ THƯ }"),
        (HEAD, "{ chuc_vu: Q. TRƯỞNG BAN, ho_ten: Bá Trung Tá }"),
        (HEAD, "{ chuc_vu: PHÓ TRƯỞNG BAN, ho_ten: Ông Ích Bảo }"),
        (HEAD, "{ chuc_vu: [PHÓ BÍ THƯ, kiêm, TRƯỞNG BAN CHỈ ĐẠO] }"),
        ("BC/BTGHU", "BC/BCĐ35"),
        (RECIPIENTS, "[Các chi bộ, Lưu Văn phòng Đảng ủy, Lưu Ban Tuyên giáo]"),
        ("BC/BTGHU", "BC/BTGDVHU-BTCHU"),
        ("dia_danh: Đồi Xanh", "dia_danh: Phường Mây"),
        (RECIPIENTS, "[Như trên, \"Các đồng chí Huyện ủy viên (báo cáo)\", Lưu Đảng ủy]"),
        (
            "    - cap_tren: Huyện ủy Đồi Xanh\n      co_quan: Ban Tuyên giáo",
            "    - co_quan: Tỉnh ủy Đồi Xanh",
        ),
    ];
    for (typed, other) in right {
        let found = Dossier::case("hai-xa").replace(PLAN, typed, other).check();
        let told: Vec<String> = found.of("V23").into_iter().map(|one| one.noi_dung).collect();
        assert!(told.is_empty() && found.errors().is_empty(), "{other}: {told:?}");
    }
}

/// Two communes whose board issues its reports with another body, with every further component.
pub(crate) fn with_every_component() -> Dossier {
    let area =
        "cap_tren: Huyện ủy Đồi Xanh\n      co_quan: Ban Tuyên giáo\n      ky_hieu: BC/BTGHU\n";
    let joint = "co_quan: [Ban Tuyên giáo Huyện ủy Đồi Xanh, Ban Dân vận Huyện ủy Đồi Xanh]\n      ky_hieu: BC/BTGHU-BDVHU\n      khan: thuong-khan\n      luu_hanh: noi-bo\n      khong_pho_bien: true\n      du_thao: 3\n      soan_thao: TranThiB-12\n      lien_he: Bộ phận tổng hợp Ban Tuyên giáo\n      tac_gia: của hai ban\n      can_cu_rieng: true\n      hai_mat: true\n";
    let signers = "\n        - { chuc_vu: TRƯỞNG BAN TUYÊN GIÁO, ho_ten: Nguyễn Văn A }\n        - { chuc_vu: [PHÓ BÍ THƯ, kiêm, TRƯỞNG BAN DÂN VẬN], ho_ten: Trần Thị B }";
    let case = Dossier::case("hai-xa").replace(PLAN, area, joint).replace(PLAN, HEAD, signers);
    case.replace(
        PLAN,
        "[Ban Thường vụ Huyện ủy, Lưu Ban Tuyên giáo]",
        "[Ban Thường vụ Huyện ủy, Lưu Văn phòng Huyện ủy]",
    )
}

#[test]
fn every_component_of_the_format_can_be_asked_for_in_the_plan() {
    let case = with_every_component();
    assert_eq!(case.check().of("V23").len(), 0);
    case.build().ends_with(0);
    let page = case.pdf("hai-xa/2024-Q1/tong-hop");
    for words in [
        "BAN TUYÊN GIÁO HUYỆN ỦY ĐỒI XANH - BAN DÂN VẬN HUYỆN ỦY ĐỒI XANH",
        "THƯỢNG KHẨN",
        "LƯU HÀNH NỘI BỘ",
        "Không phổ biến trên phương tiện thông tin đại chúng",
        "Dự thảo lần 3",
        "TranThiB-12",
        "Bộ phận tổng hợp Ban Tuyên giáo",
        "CỦA HAI BAN",
        "Căn cứ Kế hoạch số 14-KH/HU, ngày 05/01/2024 của Ban Thường vụ Huyện ủy Đồi Xanh",
        "Ban Tuyên giáo Huyện ủy Đồi Xanh và Ban Dân vận Huyện ủy Đồi Xanh báo cáo kết quả",
        "TRƯỞNG BAN TUYÊN GIÁO",
        "kiêm",
        "Trần Thị B",
    ] {
        page.must_say(words);
    }
    page.must_not_say("Thực hiện Kế hoạch số 14-KH/HU");
    let own = case.pdf("hai-xa/2024-Q1/suoi-bac");
    own.must_say("Thực hiện Kế hoạch số 14-KH/HU");
    own.must_not_say("LƯU HÀNH NỘI BỘ");
}

#[test]
fn a_joint_report_has_a_signer_a_body_and_no_authority() {
    let case = with_every_component();
    let second =
        "        - { chuc_vu: [PHÓ BÍ THƯ, kiêm, TRƯỞNG BAN DÂN VẬN], ho_ten: Trần Thị B }\n";
    let lonely = with_every_component().replace(PLAN, second, "").check().one("V23");
    assert_eq!(lonely.noi_dung, "2 cơ quan ban hành mà chỉ có 1 người ký");
    let with_authority = case.replace(
        PLAN,
        "{ chuc_vu: TRƯỞNG BAN TUYÊN GIÁO,",
        "{ quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ,",
    );
    let told = with_authority.check().one("V23");
    assert_eq!(told.noi_dung, "văn bản liên tịch không ghi quyền hạn ký «T/M BAN THƯỜNG VỤ»");
    let two = Dossier::case("hai-xa").replace(
        PLAN,
        HEAD,
        "[{ chuc_vu: TRƯỞNG BAN }, { chuc_vu: PHÓ TRƯỞNG BAN }]",
    );
    assert!(two.check().one("V23").noi_dung.contains("chỉ có một cơ quan ban hành"));
}

#[test]
fn what_no_regulation_knows_is_refused_with_the_words_it_knows() {
    let odd = Dossier::case("hai-xa").replace(
        PLAN,
        "      ky_hieu: BC/BTGHU\n",
        "      ky_hieu: BC/BTGHU\n      khan: khẩn cấp\n",
    );
    let told = odd.check().one("Y03");
    assert!(told.cach_sua.is_some_and(|cure| cure.contains("khan, thuong-khan, hoa-toc")));
    let none = Dossier::case("hai-xa").replace(
        PLAN,
        "      ky_hieu: BC/BTGHU\n",
        "      ky_hieu: BC/BTGHU\n      du_thao: 0\n",
    );
    assert!(none.check().one("Y03").noi_dung.contains("lần 0"));
}

#[test]
fn a_page_off_the_format_is_laid_at_the_door_of_who_can_mend_it() {
    let plan = Dossier::case("hai-xa").replace(PLAN, "BC/BTGHU", "BC-BTGHU");
    let told = plan.run(["build", "--inspect", "--format", "json"]);
    let found = told.of("T01");
    let of_symbol: Vec<_> = found.iter().filter(|one| one.noi_dung.contains("ký hiệu")).collect();
    assert!(!of_symbol.is_empty(), "{found:?}");
    for one in of_symbol {
        assert_eq!(one.place().0, PLAN);
        assert!(one.cach_sua.as_ref().is_some_and(|cure| cure.contains("«ban_hanh»")), "{one:?}");
    }
    let profile = "report-templates/van-ban-dang/the-thuc/hd36.yaml";
    let small = Dossier::case("hai-xa").with_folder("report-templates");
    let small = small.replace(profile, "loai: { co_chu: 16", "loai: { co_chu: 13");
    let told = small.run(["build", "--inspect", "--format", "json"]);
    let cures: Vec<_> = told.of("T01").into_iter().filter_map(|one| one.cach_sua).collect();
    assert!(!cures.is_empty() && cures.iter().all(|cure| cure.contains("khuôn mẫu")), "{cures:?}");
}

#[test]
fn the_cure_for_each_short_form_of_the_state_is_right_itself() {
    for (state, party) in [("TUQ.", "T/UQ"), ("K.T.", "K/T"), ("TL", "T/L")] {
        let slip = format!("{{ quyen_han: {state} TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN }}");
        let told = Dossier::case("hai-xa").replace(PLAN, HEAD, &slip).check().one("V23");
        assert!(told.cach_sua.is_some_and(|cure| cure.contains(&format!("«{party} TRƯỞNG BAN»"))));
    }
}
