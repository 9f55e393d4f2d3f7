//! The texts of a return as a form asks for them: their keys, what they are called, one line of help. Not for what a text
//! says.

use super::documents;
use crate::import::text_edit::KeyPath;
use crate::model::plan::Plan;
use crate::model::returns::NarrativePart;

/// A text a form asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextField {
    /// Where it stands in a return.
    pub(crate) path: KeyPath,
    /// What it is called.
    pub(crate) name: String,
    /// One line of help.
    pub(crate) help: &'static str,
}

impl TextField {
    fn new(path: &[&str], name: &str, help: &'static str) -> Self {
        let path = path.iter().map(|&key| key.to_owned()).collect();
        Self { path, name: name.to_owned(), help }
    }

    /// Its keys as one word: `danh_gia.han_che`.
    #[must_use]
    pub(crate) fn key(&self) -> String {
        self.path.join(".")
    }

    /// Whether it is one of the parts a kind of report must have.
    #[must_use]
    pub(crate) fn is_among(&self, parts: &[NarrativePart]) -> bool {
        let word = |part: &NarrativePart| self.path.iter().any(|key| key == part.word());
        parts.iter().any(word)
    }
}

/// The texts of a unit's return, in the order of a report.
#[must_use]
pub(crate) fn text_fields(plan: &Plan) -> Vec<TextField> {
    let mut fields = vec![
        TextField::new(
            &["tinh_hinh"],
            "Đặc điểm, tình hình chung",
            "Điều đáng nói của kỳ này, hai đến năm câu.",
        ),
        TextField::new(
            &["lanh_dao", "quan_triet"],
            "Học tập, quán triệt, tuyên truyền",
            "Đã làm gì, ở đâu, ngày nào, cho ai.",
        ),
        TextField::new(
            &["lanh_dao", "kiem_tra"],
            "Kiểm tra, giám sát",
            "Cuộc nào, ngày nào, kết luận gì.",
        ),
    ];
    let tasks = plan.tasks.iter();
    fields.extend(tasks.map(|task| {
        let help = "Việc đã làm và kết quả của nhóm nhiệm vụ này.";
        TextField::new(&["nhiem_vu", task.id.as_str()], task.name.as_str(), help)
    }));
    fields.extend(plan.targets.iter().map(|target| {
        let name = format!("Nhận xét về chỉ tiêu: {}", target.name);
        let help = "Một, hai câu in ngay sau câu về chỉ tiêu này; không cần thì để trống.";
        TextField::new(&["chi_tieu", target.id.as_str(), "nhan_xet"], &name, help)
    }));
    fields.extend(assessment());
    let levels = plan.addressees.iter();
    fields.extend(levels.map(|level| {
        let name = format!("Kiến nghị, đề xuất: {}", level.name);
        TextField::new(
            &["kien_nghi", level.id.as_str()],
            &name,
            "Nêu rõ việc đề nghị; không có thì để trống.",
        )
    }));
    fields
}

fn assessment() -> [TextField; 6] {
    let cause = |key, name, help| TextField::new(&["danh_gia", "nguyen_nhan", key], name, help);
    [
        TextField::new(
            &["danh_gia", "uu_diem"],
            "Ưu điểm",
            "Mỗi ý một dòng, đầu dòng gõ dấu - và dấu cách.",
        ),
        TextField::new(
            &["danh_gia", "han_che"],
            "Hạn chế, khuyết điểm",
            "Mỗi ý một dòng, đầu dòng gõ dấu - và dấu cách.",
        ),
        cause("khach_quan", "Nguyên nhân khách quan", "Nguyên nhân của các hạn chế trên."),
        cause("chu_quan", "Nguyên nhân chủ quan", "Nguyên nhân của các hạn chế trên."),
        TextField::new(
            &["danh_gia", "bai_hoc"],
            "Bài học kinh nghiệm",
            "Chỉ điền khi sơ kết, tổng kết.",
        ),
        TextField::new(
            &["phuong_huong"],
            "Phương hướng, nhiệm vụ thời gian tới",
            "Mỗi việc một dòng, đầu dòng gõ dấu - và dấu cách.",
        ),
    ]
}

/// The keys of a return in their order, as far as texts stand beside or under them.
#[must_use]
pub(crate) fn key_order(plan: &Plan) -> Vec<KeyPath> {
    const HEAD: [&str; 7] =
        ["don_vi", "ky", "chot_den", "minh_hoa", "van_ban", "van_ban_khac", "so_lieu"];
    let single = |key: &str| vec![key.to_owned()];
    let reasons = plan.figures.iter().map(|figure| reason_path(figure.id.as_str()));
    let between = ["chap_nhan", "dieu_chinh", "chi_tieu"].map(single);
    let texts = text_fields(plan).into_iter().map(|field| field.path);
    let head = HEAD.map(single).into_iter();
    let mut order: Vec<KeyPath> = head.chain(reasons).chain(between).chain(texts).collect();
    let leadership = order.iter().position(|path| path[0] == "lanh_dao");
    let part = |part: &str| [documents::path(), vec![part.to_owned()]].concat();
    let listed = std::iter::once(documents::path()).chain(documents::PARTS.map(part));
    let place = leadership.unwrap_or(order.len());
    order.splice(place..place, listed);
    order
}

/// Where the reason for a figure's fall stands in a return.
#[must_use]
pub(crate) fn reason_path(figure: &str) -> KeyPath {
    vec!["giai_trinh".to_owned(), figure.to_owned()]
}
