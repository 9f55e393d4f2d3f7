//! The shape of what a kind says of its pages, in `loai.yaml` and for all kinds in `bo-cuc.yaml`: appendices, small headings,
//! tables. Not for the manifest's other keys ([`super::kind`]).

use serde_json::json;

use super::shape::Shape;
use super::template_names::TemplateNames;

/// The schema of `chung/bo-cuc.yaml`.
#[must_use]
pub(crate) fn common_layout(names: &TemplateNames) -> Shape {
    Shape::object(layout(names)).named("Bố cục chung của mọi loại báo cáo")
}

/// The keys both files have.
pub(super) fn layout(names: &TemplateNames) -> [(&'static str, Shape); 3] {
    [
        (
            "phu_luc",
            Shape::list(appendix(names)).told("Các phụ lục, theo thứ tự in; chương trình đánh số."),
        ),
        (
            "de_muc_nho",
            Shape::words(&[("rieng", "trên một dòng riêng"), ("lien", "liền với đoạn đầu")])
                .told("Đề mục trong mục."),
        ),
        ("bang", Shape::keyed("^.+$", table()).told("Các bảng, theo tên; chỉ ghi chỗ khác.")),
    ]
}

fn appendix(names: &TemplateNames) -> Shape {
    let known = || Shape::one_of(names.appendices.iter().map(String::as_str));
    let always = Shape::anything().with("enum", json!([true, false]));
    let landscape = Shape::either([always, Shape::one_of(["tong_hop", "nhieu_nam"])]);
    let told = "Trang ngang: true, false (mặc định), tong_hop (ở báo cáo tổng hợp), nhieu_nam (quá 4 năm).";
    Shape::either([
        known(),
        Shape::object([
            ("ma", known().told("Tệp phu-luc/<mã>.typ.j2.").required()),
            ("ngang", landscape.told(told)),
            ("cho", audience().told("Có trong báo cáo của ai; không ghi thì của mọi báo cáo.")),
        ]),
    ])
}

fn table() -> Shape {
    let sizes = "Cỡ chữ: vua (mặc định), nho (hai cỡ của thể thức), hoặc số point.";
    let size = Shape::pattern("^(vua|nho|[0-9]+(\\.[0-9]+)? ?(pt)?)$", "11").told(sizes);
    Shape::object([
        ("co_chu", Shape::either([size, Shape::number()]).told(sizes)),
        ("rong", width().told("Bề rộng của cột không ghi bề rộng.")),
        ("cot", columns(None).told("Các cột, theo thứ tự.")),
    ])
}

/// `cot`: names, of which some are `known`, or names with sizes.
pub(super) fn columns(known: Option<&[String]>) -> Shape {
    let name = || match known {
        Some(known) => Shape::one_of(known.iter().map(String::as_str)),
        None => Shape::line(),
    };
    let sides = [("trai", "trái"), ("giua", "giữa (mặc định)"), ("phai", "phải")];
    Shape::list(Shape::either([
        name(),
        Shape::object([
            ("ma", name().told("Tên cột.").required()),
            (
                "rong",
                width().told("Bề rộng: số là mm, 1fr là phần chia chỗ còn lại, hoặc vừa chữ."),
            ),
            ("can", Shape::words(&sides).told("Căn chữ.")),
        ]),
    ]))
}

/// Whom a kind, or an appendix of it, is made for.
pub(super) fn audience() -> Shape {
    Shape::list(Shape::words(&[
        ("don_vi_da_nop", "từng đơn vị đã nộp"),
        ("tong_hop", "báo cáo tổng hợp"),
        ("don_vi_chua_nop", "từng đơn vị chưa nộp"),
    ]))
}

fn width() -> Shape {
    let written = |units: &str| Shape::pattern(&format!("^[0-9]+(\\.[0-9]+)? ?({units})?$"), "9");
    let length = |told: &str| Shape::either([Shape::number(), written("mm")]).told(told).required();
    Shape::either([
        Shape::number(),
        written("mm|fr"),
        Shape::object([
            ("it_nhat", length("Ít nhất bao nhiêu mm.")),
            ("nhieu_nhat", length("Nhiều nhất bao nhiêu mm.")),
        ]),
    ])
}
