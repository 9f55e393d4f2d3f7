//! Words around a number that say whether it is the one the program prints, or one of a part, another time, a plan, a
//! distance. Vietnamese words only; what a plan counts is in the plan.

/// Words that lead from a name to its number.
pub(super) const LINKS: [&str; 14] = [
    "là", "đạt", "có", "gồm", "bằng", "chiếm", "còn", "với", "ước", "lên", "được", "mức", "cộng",
    "tới",
];
/// Words that may stand between the end of a name and what leads to the number.
pub(super) const HOLDING: [&str; 8] = ["hiện", "đã", "nay", "chung", "mới", "chỉ", "đến", "ở"];
/// Words that may stand before the end of a name and leave it what it is.
pub(super) const COVER: [&str; 2] = ["phủ", "về"];
/// Words between a name and a number that make it a distance or an estimate.
pub(super) const DISTANCES: [&str; 16] = [
    "tăng", "giảm", "thêm", "hơn", "thấp", "cao", "vượt", "so", "từ", "trên", "dưới", "gần",
    "khoảng", "xấp", "thiếu", "hụt",
];
/// Words a count may be followed by.
pub(super) const AFTER_COUNT: [&str; 9] =
    ["đạt", "chiếm", "bằng", "tăng", "giảm", "so", "và", "cao", "thấp"];
/// Words a share may be followed by.
pub(super) const AFTER_SHARE: [&str; 9] =
    ["dân", "tăng", "giảm", "cao", "thấp", "vượt", "chưa", "và", "là"];
/// Words that lead from a count to its share.
pub(super) const TO_SHARE: [&str; 10] =
    ["đạt", "chiếm", "bằng", "tương", "đương", "ước", "tỷ", "tỉ", "lệ", "là"];

/// Words before a number that make it one of a plan.
pub(super) const PLANS: [&str; 12] =
    ["phấn", "mục", "kế", "lộ", "dự", "sẽ", "cần", "giao", "yêu", "cuối", "nếu", "đăng"];
/// Words before a number that make it one of a part.
pub(super) const PARTS: [&str; 8] = ["nhóm", "riêng", "từng", "mỗi", "đó", "nơi", "một", "khác"];
/// Words before a number that make it one of another time.
pub(super) const TIMES: [&str; 10] =
    ["tháng", "ngày", "tuần", "quý", "kỳ", "đợt", "trước", "năm", "hôm", "ngoái"];
