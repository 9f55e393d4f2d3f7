//! The shapes of what units and the board hand in, made from the plan: its units, figures, targets, tasks and levels are
//! the keys. Not for single figures ([`super::figures`]).

use super::figures;
use super::plan::documents;
use super::plan_forms::time;
use super::shape::Shape;
use crate::model::figure::FigureKind;
use crate::model::keyed_texts::countable;
use crate::model::plan::Plan;

/// Keys of a file with their shapes.
pub(super) type Keys = Vec<(String, Shape)>;

/// The schema of `<period>/<unit>.yaml`.
#[must_use]
pub(crate) fn unit_return(plan: &Plan) -> Shape {
    let mut keys = owned([("don_vi", unit(plan).required())]);
    keys.extend(of_period(plan));
    keys.extend(owned([
        ("so_lieu", figures::values(plan)),
        ("giai_trinh", by_figure(plan).told("Giải thích theo mã số liệu; in ở phần nguyên nhân.")),
        ("chap_nhan", acknowledgements()),
        ("dieu_chinh", Shape::list(revision(plan)).told("Số đã rà soát lại; không in.")),
    ]));
    keys.extend(narrative(plan));
    Shape::object(keys).named("Báo cáo của đơn vị").told(plan.name.as_str())
}

/// The schema of `<period>/_tong-hop.yaml`.
#[must_use]
pub(crate) fn board_text(plan: &Plan) -> Shape {
    let published = plan.figures.iter().map(|figure| {
        let shape = figures::amount(figure).named(figure.name.as_str());
        (figure.id.to_string(), shape.told(&format!("Đơn vị tính: {}.", figure.measure)))
    });
    let mut keys = of_period(plan);
    keys.push((
        "doi_chieu".to_owned(),
        Shape::object(published).told("Số đã công bố, để đối chiếu với tổng các đơn vị."),
    ));
    keys.extend(owned([
        ("chap_nhan", acknowledgements()),
        ("neu_don_vi_chua_viet", counted_unwritten(plan)),
    ]));
    keys.extend(narrative(plan));
    Shape::object(keys).named("Lời của Ban trong báo cáo tổng hợp").told(plan.name.as_str())
}

fn counted_unwritten(plan: &Plan) -> Shape {
    let keys = countable(plan);
    let named = |key: &str| {
        let (_, id) = key.split_once('.').unwrap_or_default();
        let task = plan.tasks.iter().find(|task| task.id.as_str() == id);
        let level = plan.addressees.iter().find(|level| level.id.as_str() == id);
        let name = task.map(|task| &task.name).or(level.map(|level| &level.name));
        name.map_or_else(|| format!("Phần «{key}» của tệp đơn vị"), ToString::to_string)
    };
    Shape::list(Shape::keyword(keys.iter().map(|key| (key.as_str(), named(key)))))
        .told("Phần lời văn mà báo cáo tổng hợp nêu đơn vị nào đã báo cáo nhưng bỏ trống.")
}

/// The schema of `don-vi/<unit>.yaml`.
#[must_use]
pub(crate) fn recognitions(plan: &Plan) -> Shape {
    let decision = Shape::object([
        ("so", Shape::line().told("Số và ký hiệu của quyết định.").required()),
        ("ngay", Shape::date().told("Ngày ký.").required()),
        ("den", Shape::date().told("Ngày cuối còn hiệu lực.").required()),
    ]);
    let figures = plan.figures.iter().filter(|figure| figure.kind == FigureKind::Recognition);
    let kinds = figures.map(|figure| {
        (figure.id.to_string(), Shape::list(decision.clone()).named(figure.name.as_str()))
    });
    let decisions =
        Shape::object(kinds).told("Các quyết định công nhận; công nhận lại thì thêm một dòng.");
    Shape::object([("don_vi", unit(plan).required()), ("cong_nhan", decisions)])
        .named("Những gì của đơn vị không đổi theo quý")
        .told(plan.name.as_str())
}

pub(super) fn owned<const N: usize>(keys: [(&str, Shape); N]) -> Keys {
    keys.map(|(key, shape)| (key.to_owned(), shape)).into()
}

pub(super) fn unit(plan: &Plan) -> Shape {
    Shape::choice(plan.units.iter().map(|unit| (unit.id.as_str(), unit.full_name())))
        .told("Mã đơn vị, trùng tên tệp.")
}

fn of_period(plan: &Plan) -> Keys {
    let as_of = Shape::date().told("Ngày chốt số liệu, in trong báo cáo; nằm trong quý.");
    heading(plan, Shape::period().told("Kỳ, trùng tên thư mục."), as_of)
}

/// What stands at the head of a file that is handed in.
pub(super) fn heading(plan: &Plan, period: Shape, as_of: Shape) -> Keys {
    let document = Shape::object(numbered());
    owned([
        ("ky", period.required()),
        ("chot_den", as_of.required()),
        ("minh_hoa", Shape::flag().told("Số liệu minh họa: trang đầu ghi rõ.")),
        ("van_ban", document.told("Số và ngày của báo cáo; chưa có thì để null.")),
        (
            "van_ban_khac",
            Shape::list(other_document(plan))
                .told("Số và ngày riêng của văn bản loại khác lập từ cùng kỳ."),
        ),
    ])
}

fn numbered() -> [(&'static str, Shape); 2] {
    [
        ("so", Shape::integer(0, i64::from(u32::MAX)).told("Chỉ con số; ký hiệu lấy ở kế hoạch.")),
        ("ngay", Shape::date().told("Ngày văn bản.")),
    ]
}

fn other_document(plan: &Plan) -> Shape {
    let named = [
        ("loai", Shape::id().told("Loại văn bản, ví dụ don-doc.").required()),
        ("don_vi", unit(plan).told("Đơn vị nhận, nếu mỗi nơi một văn bản.")),
        ("lan", time()),
    ];
    Shape::object(named.into_iter().chain(numbered()))
}

fn by_figure(plan: &Plan) -> Shape {
    Shape::object(
        plan.figures
            .iter()
            .map(|figure| (figure.id.to_string(), Shape::text().named(figure.name.as_str()))),
    )
}

/// `chap_nhan`, the same in every file with texts.
pub(super) fn acknowledgements() -> Shape {
    Shape::list(acknowledgement()).told("Cảnh báo đã xem và xác nhận; không in.")
}

fn acknowledgement() -> Shape {
    Shape::object([
        ("ma", Shape::pattern("^[A-Za-z][0-9]{2}$", "V07").told("Mã của cảnh báo.").required()),
        ("o", Shape::line().told("Mã số liệu; V13: van_ban; V15: chi_tieu.").required()),
        ("ly_do", Shape::line().told("Vì sao số là đúng.").required()),
    ])
}

fn revision(plan: &Plan) -> Shape {
    let figures = plan.figures.iter().map(|figure| (figure.id.as_str(), figure.name.to_string()));
    Shape::object([
        ("ky", Shape::period().told("Kỳ trước, khác số liệu kỳ này.").required()),
        ("o", Shape::choice(figures).told("Mã số liệu.").required()),
        ("ly_do", Shape::line().told("Vì sao số được rà soát lại.").required()),
    ])
}

/// The texts of a return or of the board.
pub(super) fn narrative(plan: &Plan) -> Keys {
    let text = |told: &str| Shape::text().told(told);
    let remark = |target: &crate::model::target::Target| {
        let words = text("In ngay sau câu do chương trình viết.");
        let shape = Shape::object([("nhan_xet", words)]).named(target.name.as_str());
        (target.id.to_string(), shape.told(target.wording.as_str()))
    };
    let tasks = plan
        .tasks
        .iter()
        .map(|task| (task.id.to_string(), text("Kết quả thực hiện.").named(task.name.as_str())));
    let levels = plan
        .addressees
        .iter()
        .map(|level| (level.id.to_string(), text("Kiến nghị.").named(level.name.as_str())));
    owned([
        (
            "chi_tieu",
            Shape::object(plan.targets.iter().map(remark)).told("Nhận xét riêng theo chỉ tiêu."),
        ),
        ("tinh_hinh", text("Đặc điểm, tình hình chung.")),
        ("lanh_dao", leadership()),
        ("nhiem_vu", Shape::object(tasks).told("Kết quả theo nhóm nhiệm vụ của kế hoạch.")),
        ("danh_gia", assessment()),
        ("phuong_huong", text("Phương hướng thời gian tới.")),
        ("kien_nghi", Shape::object(levels).told("Kiến nghị, theo cấp nhận.")),
    ])
}

fn leadership() -> Shape {
    Shape::object([
        ("van_ban", documents().told("Văn bản đã ban hành trong kỳ, mỗi văn bản một dòng.")),
        ("quan_triet", Shape::text().told("Học tập, quán triệt, tuyên truyền.")),
        ("kiem_tra", Shape::text().told("Kiểm tra, giám sát.")),
    ])
    .told("Công tác lãnh đạo, chỉ đạo.")
}

fn assessment() -> Shape {
    let causes = Shape::object([
        ("khach_quan", Shape::text().told("Nguyên nhân khách quan.")),
        ("chu_quan", Shape::text().told("Nguyên nhân chủ quan.")),
    ]);
    Shape::object([
        ("uu_diem", Shape::text().told("Ưu điểm.")),
        ("han_che", Shape::text().told("Hạn chế, khuyết điểm.")),
        ("nguyen_nhan", causes.told("Nguyên nhân của hạn chế.")),
        ("bai_hoc", Shape::text().told("Bài học kinh nghiệm.")),
    ])
    .told("Đánh giá chung.")
}
