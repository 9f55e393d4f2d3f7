//! Why a file cannot be inspected. Not for what deviates in one that can.

use chrono::NaiveDate;

/// Why a file cannot be inspected, in Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InspectionError {
    /// The file is not there or may not be read.
    #[error("không mở được tệp")]
    NotOpened,
    /// A file without a byte.
    #[error("không đọc được: tệp rỗng (0 byte); chép hoặc tải lại tệp")]
    Empty,
    /// Something else than a PDF.
    #[error(
        "không đọc được: tệp không phải PDF; trong Word, Writer chọn «Lưu thành PDF» rồi xét tệp đó"
    )]
    NotPdf,
    /// A PDF that ends too soon.
    #[error("không đọc được: tệp PDF bị cắt cụt, chưa chép hoặc chưa tải về hết; lấy lại tệp")]
    CutShort,
    /// A PDF too broken to be read.
    #[error("không đọc được: tệp PDF bị hỏng; lập lại tệp từ văn bản gốc")]
    Broken,
    /// A PDF that asks for a password, or is encrypted in a way the reader does not know.
    #[error("không đọc được: tệp có mật khẩu hoặc được mã hóa; lưu lại một bản không có mật khẩu")]
    Encrypted,
    /// A PDF whose page tree leads back into itself.
    #[error(
        "không đọc được: tệp PDF bị hỏng, danh sách trang dẫn về chính nó; lập lại tệp từ văn bản gốc"
    )]
    EndlessPages,
    /// A PDF with far more drawn on a page than a document has.
    #[error(
        "không đọc được: tệp PDF vẽ quá nhiều hình trên một trang, có thể bị hỏng; lập lại tệp từ văn bản gốc"
    )]
    EndlessDrawing,
    /// A PDF with a face of more characters than a face can have.
    #[error(
        "không đọc được: tệp PDF bị hỏng, một phông chữ khai độ rộng của quá nhiều ký tự; lập lại tệp từ văn bản gốc"
    )]
    ImpossibleFace,
    /// A PDF without a page.
    #[error("tệp PDF không có trang nào")]
    NoPages,
    /// A PDF without text.
    #[error("tệp không có chữ để đọc (có thể là bản quét ảnh)")]
    NoText,
    /// A profile no table is for.
    #[error("không có thể thức «{name}»; các thể thức có: {}", .known.join(", "))]
    NoProfile {
        /// The profile as asked for.
        name: String,
        /// The profiles there are.
        known: Vec<String>,
    },
    /// No regulation in force on the document's date.
    #[error("không có thể thức nào có hiệu lực ngày {}; chỉ rõ bằng --profile", .0.format("%d/%m/%Y"))]
    NoneInForce(NaiveDate),
    /// A table of the regulation that cannot be used.
    #[error("bảng {file} không dùng được: {}{reason}", .line.map(|line| format!("dòng {line}: ")).unwrap_or_default())]
    Table {
        /// Its path below the templates.
        file: String,
        /// The line that is wrong, from 1, where it is one.
        line: Option<usize>,
        /// Why.
        reason: String,
    },
    /// The templates cannot be read.
    #[error("{0}")]
    Templates(String),
}
