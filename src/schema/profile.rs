//! The shape of a format profile, `the-thuc/*.yaml`: every key must be there. What each means for the page is the Typst
//! library's, which refuses a profile that lacks one. Not for when a profile is in force ([`crate::typeset::profile`]).

use super::shape::Shape;

/// The schema of a profile. Cells (ô) are those of the regulation's first appendix.
#[must_use]
pub(crate) fn profile() -> Shape {
    Shape::object(about().into_iter().chain(page()).chain(head()).chain(foot()).chain(additions()))
        .named("Thể thức văn bản của Đảng")
        .told("Số đo lề, khoảng cách là mm; cỡ chữ và giãn dòng là point.")
}

type KeyShape = (&'static str, Shape);

/// A group of keys, all of which must be there.
fn group<const N: usize>(told: &str, keys: [KeyShape; N]) -> Shape {
    Shape::object(keys).told(told).required()
}

fn mm(told: &str) -> Shape {
    Shape::number().told(&format!("{told}, mm.")).required()
}

fn pt(told: &str) -> Shape {
    Shape::number().told(&format!("{told}, point.")).required()
}

fn text(told: &str) -> Shape {
    Shape::text().told(told).required()
}

fn size() -> KeyShape {
    ("co_chu", pt("Cỡ chữ"))
}

/// The marks after each item and after the last.
fn marks() -> [KeyShape; 2] {
    [("dau_giua", text("Dấu sau mỗi mục.")), ("dau_cuoi", text("Dấu sau mục cuối."))]
}

fn about() -> [KeyShape; 4] {
    let in_force = Shape::object([
        ("tu", Shape::date().told("Ngày đầu của văn bản được áp dụng.")),
        ("den", Shape::date().told("Ngày cuối; còn hiệu lực thì không ghi.")),
    ]);
    [
        ("ten", text("Tên, trùng tên tệp.")),
        ("quy_dinh", text("Quy định, hướng dẫn mà thể thức này theo.")),
        ("hieu_luc", in_force.told("Ngày của các văn bản được áp dụng.").required()),
        (
            "phong_chu",
            Shape::list(Shape::line())
                .told("Các phông chữ, theo thứ tự; không dùng phông nào khác.")
                .required(),
        ),
    ]
}

fn page() -> [KeyShape; 5] {
    let margins = |told: &str| {
        let sides = [
            ("tren", mm("Trên")),
            ("duoi", mm("Dưới")),
            ("trai", mm("Trái")),
            ("phai", mm("Phải")),
        ];
        group(told, sides)
    };
    [
        (
            "trang",
            group(
                "Trang giấy.",
                [
                    ("rong", mm("Bề rộng trang đứng")),
                    ("dai", mm("Bề dài trang đứng")),
                    ("le", margins("Lề.")),
                    ("le_ngang", margins("Lề của trang ngang.")),
                ],
            ),
        ),
        ("so_trang", group("Số trang.", [("cach_mep", mm("Cách mép trên")), size()])),
        (
            "than",
            group(
                "Nội dung (ô 6).",
                [
                    size(),
                    ("gian_dong", pt("Giãn dòng, tính đúng từ chân chữ đến chân chữ")),
                    ("cach_doan", pt("Thêm giữa các đoạn")),
                    ("thut_dau_dong", mm("Thụt đầu dòng")),
                ],
            ),
        ),
        ("de_muc", headings()),
        ("can_cu", group("Căn cứ (ô 6).", marks())),
    ]
}

fn headings() -> Shape {
    let looks = Shape::words(&[("hoa", "chữ hoa"), ("dam", "đậm"), ("nghieng", "nghiêng")]);
    let kinds = "Kiểu số của từng cấp: \"I-\", \"1.\", \"1.1.\", \"a)\", \"Phần thứ\", \"Chương I\", \"Mục 1\".";
    let by_number = "Kiểu chữ theo kiểu số: \"I\", \"1\", \"1.1\", \"a\".";
    group(
        "Đề mục (ô 6).",
        [
            size(),
            ("kieu", Shape::list(Shape::text()).told(kinds).required()),
            ("dang", Shape::keyed("^.+$", Shape::list(looks)).told(by_number).required()),
        ],
    )
}

fn head() -> [KeyShape; 7] {
    let [between, last] = marks();
    [
        ("ten_dang", group("Tên Đảng (ô 1).", [("chu", text("Chữ in.")), size()])),
        (
            "co_quan",
            group(
                "Cơ quan ban hành (ô 2).",
                [
                    size(),
                    ("noi", text("Dấu nối các cơ quan cùng ban hành.")),
                    ("sao", text("Dấu dưới tên cơ quan.")),
                    ("co_chu_sao", pt("Cỡ chữ của dấu ấy")),
                ],
            ),
        ),
        (
            "so_ky_hieu",
            group("Số và ký hiệu (ô 3).", [("chu", text("Chữ đứng trước số.")), size()]),
        ),
        ("dia_danh_ngay", group("Địa danh và ngày (ô 4).", [size()])),
        (
            "loai",
            group("Tên loại (ô 5a).", [size(), ("co_chu_tac_gia", pt("Cỡ chữ dòng tác giả"))]),
        ),
        (
            "trich_yeu",
            group(
                "Trích yếu (ô 5a, 5b).",
                [
                    size(),
                    ("gach", text("Dấu gạch dưới trích yếu.")),
                    ("co_chu_gach", pt("Cỡ chữ của dấu ấy")),
                    ("co_chu_cong_van", pt("Cỡ chữ ở công văn (ô 5b)")),
                ],
            ),
        ),
        (
            "kinh_gui",
            group(
                "Nơi gửi (ô 9a).",
                [
                    ("nhan", text("Chữ dẫn của công văn.")),
                    ("nhan_trinh", text("Chữ dẫn của tờ trình.")),
                    ("co_chu_nhan", pt("Cỡ chữ của chữ dẫn")),
                    size(),
                    between,
                    last,
                ],
            ),
        ),
    ]
}

fn foot() -> [KeyShape; 2] {
    let [between, last] = marks();
    let bold = "Chức vụ in đậm khi ký trực tiếp.";
    [
        (
            "chu_ky",
            group(
                "Chữ ký (ô 7).",
                [
                    ("co_chu_quyen_han", pt("Cỡ chữ quyền hạn")),
                    ("co_chu_chuc_vu", pt("Cỡ chữ chức vụ")),
                    ("co_chu_ho_ten", pt("Cỡ chữ họ tên")),
                    (
                        "chuc_vu_dam_khi_ky_truc_tiep",
                        Shape::anything().with("type", "boolean".into()).told(bold).required(),
                    ),
                    ("khoang_ky", mm("Khoảng trống để ký")),
                ],
            ),
        ),
        (
            "noi_nhan",
            group(
                "Nơi nhận (ô 9a).",
                [
                    ("nhan", text("Chữ dẫn.")),
                    ("co_chu_nhan", pt("Cỡ chữ của chữ dẫn")),
                    size(),
                    ("gian_dong", pt("Giãn dòng")),
                    between,
                    last,
                ],
            ),
        ),
    ]
}

fn additions() -> [KeyShape; 9] {
    let line = || ("gian_dong", pt("Giãn dòng"));
    let caption = || ("co_chu_ten", pt("Cỡ chữ của tên"));
    [
        ("khan", group("Độ khẩn (ô 10).", [size()])),
        (
            "luu_hanh",
            group("Chỉ dẫn lưu hành (ô 11a).", [size(), ("cach_mep", mm("Cách mép trên"))]),
        ),
        (
            "khong_pho_bien",
            group(
                "Dòng không phổ biến (ô 11a).",
                [("chu", text("Chữ in.")), size(), ("cach_mep", mm("Cách mép dưới"))],
            ),
        ),
        ("du_thao", group("Dòng dự thảo (ô 11b).", [size()])),
        ("soan_thao", group("Ký hiệu người soạn thảo (ô 12).", [size()])),
        ("lien_he", group("Dòng liên hệ (ô 13).", [size(), line()])),
        (
            "phu_luc",
            group(
                "Phụ lục.",
                [("chu", text("Chữ «Phụ lục».")), ("kem_theo", text("Chữ «Kèm theo».")), size()],
            ),
        ),
        (
            "bang",
            group(
                "Bảng.",
                [
                    size(),
                    ("co_chu_nho", pt("Cỡ chữ của bảng nhiều cột")),
                    line(),
                    caption(),
                    ("co_chu_ghi_chu", pt("Cỡ chữ của dòng đơn vị tính, ngày chốt")),
                ],
            ),
        ),
        ("bieu_do", group("Biểu đồ.", [size(), line(), caption()])),
    ]
}
