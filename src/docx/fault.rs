//! Why a file is no Word document that can be read, in the words of whoever sent it, and what to do. Not for what a document
//! says ([`super::reading`]).

use std::fmt;

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DocxFault {
    /// No bytes.
    Empty,
    /// A document that asks for a password.
    Encrypted,
    /// A document of Word 97 to 2003.
    OldWord,
    /// An `OpenDocument` text.
    OpenDocument,
    /// Rich text.
    RichText,
    /// A PDF.
    Pdf,
    /// Web pages saved under the name of a document.
    Html,
    /// An archive that holds another kind of document, such as a workbook.
    OtherArchive,
    /// Something else.
    Unknown,
    /// An archive that is cut off or damaged.
    Damaged,
    /// More than a document of words holds.
    TooLarge,
}

impl DocxFault {
    /// What to do.
    #[must_use]
    pub(crate) fn hint(self) -> &'static str {
        match self {
            Self::Empty => "tệp chép hoặc tải về chưa xong: chép lại từ máy của người sửa",
            Self::Encrypted => {
                "mở bằng Word, vào File, Info, Protect Document, bỏ mật khẩu, lưu lại rồi nhập"
            }
            Self::OldWord | Self::OpenDocument | Self::RichText | Self::Html => {
                "mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), loại Word Document (.docx), rồi nhập tệp mới"
            }
            Self::Pdf => "lấy lại tệp .docx đã sửa; từ PDF không biết chữ nào là của đoạn nào",
            Self::OtherArchive | Self::Unknown => {
                "lấy đúng tệp .docx do chương trình lập và đã được sửa"
            }
            Self::Damaged => {
                "mở bằng Word (Word có thể tự sửa), lưu lại rồi nhập; hoặc chép lại từ máy của người sửa"
            }
            Self::TooLarge => {
                "xóa ảnh, phụ lục dán thêm, tách đoạn quá dài trong tệp, lưu lại rồi nhập"
            }
        }
    }
}

impl fmt::Display for DocxFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "tệp rỗng, không có chữ nào",
            Self::Encrypted => "tệp Word đặt mật khẩu nên không đọc được",
            Self::OldWord => "tệp Word kiểu cũ (.doc), không phải .docx",
            Self::OpenDocument => "tệp OpenDocument (.odt), không phải .docx",
            Self::RichText => "tệp RTF, không phải .docx",
            Self::Pdf => "tệp PDF, không phải .docx",
            Self::Html => "trang web lưu dưới tên .docx",
            Self::OtherArchive => "tệp nén hoặc tài liệu loại khác, không phải văn bản Word",
            Self::Unknown => "không phải tệp Word (.docx)",
            Self::Damaged => "tệp Word bị hỏng hoặc bị cắt mất một phần",
            Self::TooLarge => "tệp Word lớn bất thường",
        })
    }
}
