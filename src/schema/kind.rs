//! The shape of `loai.yaml`, the manifest of a kind of report. Not for how its pages are laid out ([`super::kind_layout`]).

use super::kind_layout::{audience, columns, layout};
use super::shape::Shape;
use super::template_names::TemplateNames;
use crate::model::comparator::Comparator;
use crate::model::returns::NarrativePart;

/// The schema of a manifest.
#[must_use]
pub(crate) fn manifest(names: &TemplateNames) -> Shape {
    let keys = head().into_iter().chain(content(names)).chain(layout(names)).chain(occasion());
    Shape::object(keys).named("Loại báo cáo")
}

fn head() -> [(&'static str, Shape); 7] {
    let lines = || Shape::list(Shape::line());
    [
        ("ten", Shape::line().told("Tên loại, dùng khi nhắc việc.").required()),
        ("loai_van_ban", Shape::line().told("Tên loại văn bản in trên đầu: BÁO CÁO.").required()),
        (
            "trich_yeu",
            Shape::line()
                .told("Trích yếu; {trich_yeu} là của kế hoạch, {ky} là tên kỳ.")
                .required(),
        ),
        ("cong_van", Shape::flag().told("Là công văn: không in tên loại, trích yếu ở dưới số.")),
        (
            "ky_hieu",
            Shape::line().told("Thay phần trước dấu / trong ký hiệu của kế hoạch, ví dụ CV."),
        ),
        ("kinh_gui", lines().told("Nơi gửi của công văn; {co_quan} là cấp ủy của đơn vị.")),
        ("noi_nhan", lines().told("Nơi nhận trước dòng lưu; không ghi thì theo kế hoạch.")),
    ]
}

fn content(names: &TemplateNames) -> [(&'static str, Shape); 6] {
    let section = Shape::one_of(names.sections.iter().map(String::as_str));
    let parts = Shape::one_of(NarrativePart::WORDS.map(|(word, _)| word));
    [
        ("ky", period().required()),
        ("so_sanh", Shape::list(comparator()).told("So với kỳ nào, theo thứ tự.")),
        (
            "muc",
            Shape::list(section).told("Các mục, theo thứ tự in: tệp muc/<tên>.typ.j2.").required(),
        ),
        (
            "cot",
            columns(Some(&names.columns))
                .told("Các cột của biểu chỉ tiêu, theo thứ tự.")
                .required(),
        ),
        ("bieu_do", Shape::list(chart()).told("Phụ lục biểu đồ.")),
        ("phai_co", Shape::list(parts).told("Phần lời văn phải có; thiếu thì nhắc.")),
    ]
}

fn period() -> Shape {
    let pattern = |told: &str| Shape::line().told(told).required();
    Shape::object([
        ("ten", pattern("Trong câu, ví dụ quý {quy}/{nam}.")),
        ("trich_yeu", pattern("Trong trích yếu, ví dụ quý {quy} năm {nam}.")),
        ("tiep_theo", pattern("Thời gian tới, ví dụ quý {quy_sau}/{nam_sau}.")),
        (
            "tu_dau_nam",
            Shape::flag().told("Báo cáo từ đầu năm: văn bản đã ban hành kể từ quý I của năm."),
        ),
    ])
    .told("Cách gọi kỳ.")
}

fn comparator() -> Shape {
    let meaning = |comparator| match comparator {
        Comparator::Previous => "quý trước",
        Comparator::YearBefore => "cùng kỳ năm trước",
        Comparator::BaseYear => "quý IV của năm gốc",
        Comparator::EachYear => "từng năm trước đó của giai đoạn",
    };
    Shape::keyword(
        Comparator::WORDS.map(|(word, comparator)| (word, meaning(comparator).to_owned())),
    )
}

fn chart() -> Shape {
    let ways = [
        ("theo_don_vi", "thanh theo đơn vị, chỉ ở báo cáo tổng hợp"),
        ("theo_ky", "đường qua các kỳ, từ năm gốc"),
    ];
    let targets = "chinh: các tỷ lệ chính của kế hoạch; hoặc mã từng chỉ tiêu.";
    Shape::object([
        ("kieu", Shape::words(&ways).required()),
        ("chi_tieu", Shape::one_or_list(Shape::id()).told(targets).required()),
    ])
}

fn occasion() -> [(&'static str, Shape); 3] {
    let occasions = [("lich", "khi lịch báo cáo có ghi"), ("tu_dong", "mọi kỳ có báo cáo")];
    [
        ("cho", audience().told("Lập cho ai; không ghi thì hai nhóm đầu.")),
        ("khi", Shape::words(&occasions).told("Lập khi nào; không ghi thì theo lịch.")),
        (
            "tep",
            Shape::pattern("^([a-z0-9_-][a-z0-9_.-]*)?\\{don_vi\\}[a-z0-9_.-]*$", "nhac-{don_vi}")
                .told("Tên tệp; {don_vi} là mã đơn vị."),
        ),
    ]
}
