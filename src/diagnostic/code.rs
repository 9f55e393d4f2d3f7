//! The closed list of finding codes. Not for the rules behind them, which live where they are checked.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $title:literal $page:literal)*) => {
        /// What kind of finding something is.
        ///
        /// `V` codes are rules about figures, `Y` about the YAML files, `K` about characters, `B` about reporting,
        /// `M` about templates and typesetting, `G` about writing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The short name printed in brackets, such as `V02`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// How bad a finding of this code is unless it says otherwise.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            /// One line, in Vietnamese.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }

            /// What it means and what to do, in Vietnamese.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self { $(Self::$name => $page),* }
            }
        }
    };
}

codes! {
    NotACount "V01" Error "Số liệu không phải số đếm hợp lệ."
        "Số liệu đếm phải là số nguyên không âm, viết liền: 4921. Số tiền được có phần lẻ như kế hoạch khai báo (`le`), dùng dấu chấm: 1250.5."
    OverWhole "V02" Error "Số liệu lớn hơn tổng thể của nó."
        "Kế hoạch khai báo số liệu này không thể vượt số liệu kia (`khong_qua`). Kiểm tra lại cả hai số."
    ZeroWhole "V03" Error "Tổng thể bằng 0."
        "Mẫu số bằng 0 thì không có tỷ lệ. Nếu thực sự không phát sinh, viết `khong-phat-sinh`; nếu 0 là hợp lệ, kế hoạch phải khai `duoc_bang_0: true`."
    NotReconciled "V04" Warning "Tổng các đơn vị không khớp số đã công bố."
        "Tổng cộng từ các đơn vị khác số ghi ở `doi_chieu`. Tìm đơn vị nhập sai, hoặc xem lại số công bố."
    LostMaintenance "V08" Warning "Chỉ tiêu duy trì bị mất."
        "Chỉ tiêu kế hoạch yêu cầu duy trì nay không còn đạt. Báo cáo nêu rõ chỉ tiêu này; cần ghi nguyên nhân ở `giai_trinh` và nêu trong phần hạn chế."
    BadRecognition "V09" Error "Quyết định công nhận không hợp lệ."
        "Công nhận phải có số, ngày quyết định và ngày hết hiệu lực sau ngày quyết định."
    BadDate "V13" Error "Ngày tháng không hợp lý."
        "`chot_den` phải nằm trong kỳ báo cáo; ngày văn bản không được trước `chot_den`."
    Syntax "Y01" Error "Tệp YAML sai cú pháp."
        "Chương trình không đọc được tệp. Hay gặp: thụt lề lệch, thiếu dấu cách sau dấu hai chấm, thiếu dấu ngoặc kép đóng, hai khóa trùng nhau."
    UnknownKey "Y02" Error "Khóa không có trong quy ước."
        "Khóa bị gõ sai hoặc đặt sai chỗ. Nội dung dưới khóa này sẽ không được in, nên báo cáo bị giữ lại cho đến khi sửa."
    WrongForm "Y03" Error "Giá trị sai dạng."
        "Giá trị không đúng dạng mà khóa này cần, ví dụ chữ ở chỗ cần ngày."
    MissingKey "Y04" Error "Thiếu khóa bắt buộc."
        "Bổ sung khóa được nêu."
    BadId "Y05" Error "Mã không hợp lệ."
        "Mã (cũng là tên tệp) chỉ gồm chữ thường không dấu, chữ số, gạch nối hoặc gạch dưới, không quá 40 ký tự, không trùng tên dành riêng."
    UnknownName "Y06" Error "Mã không có trong kế hoạch."
        "Mã đơn vị, số liệu, chỉ tiêu hoặc nhiệm vụ phải được khai báo trong `ke-hoach.yaml`."
    Unreadable "Y07" Error "Không đọc được tệp."
        "Tệp phải là văn bản UTF-8. Mở bằng trình soạn thảo và lưu lại với mã UTF-8."
    NoGlyph "K01" Error "Ký tự không có trong phông chữ."
        "Phông chữ của văn bản không có ký tự này (thường là biểu tượng cảm xúc hoặc ký tự lạ dán từ nơi khác). Xóa hoặc thay bằng chữ thường."
    HiddenCharacter "K02" Warning "Ký tự ẩn đã được bỏ."
        "Văn bản dán từ nơi khác có ký tự không nhìn thấy; chương trình bỏ khi in. Nên xóa trong tệp."
    LongWord "K03" Error "Từ quá dài."
        "Một chuỗi liền không có dấu cách dài hơn bề rộng dòng chữ sẽ tràn ra ngoài lề. Chèn dấu cách."
    NotSubmitted "B01" Warning "Đơn vị chưa nộp báo cáo."
        "Chưa có tệp của đơn vị cho kỳ này. Báo cáo tổng hợp ghi rõ đơn vị này chưa có số liệu."
    BrokenBase "B02" Warning "Kỳ so sánh đang có lỗi."
        "Số liệu kỳ dùng để so sánh có lỗi nên báo cáo ghi «chưa so sánh được». Sửa tệp của kỳ đó."
    MissingFigure "B03" Warning "Thiếu số liệu."
        "Đơn vị phải báo cáo số liệu này nhưng tệp không có. Thiếu không được hiểu là 0: chỉ tiêu liên quan ghi «chưa có số liệu»."
    Unnumbered "B04" Note "Văn bản được nêu chưa có số hoặc ngày."
        "Văn bản được nêu không có số hoặc ngày; báo cáo nêu tên văn bản mà không ghi số."
    NotDue "B05" Note "Kỳ không có trong lịch báo cáo."
        "Thư mục kỳ này có tệp nhưng `lich_bao_cao` của kế hoạch không yêu cầu báo cáo; không có PDF nào được tạo."
    Template "M01" Error "Khuôn mẫu báo cáo có lỗi."
        "Lỗi trong tệp khuôn mẫu, không phải trong số liệu. Báo cho người phụ trách khuôn mẫu."
    Typesetting "M02" Error "Không dàn trang được."
        "Typst không dàn được trang từ khuôn mẫu. Báo cho người phụ trách khuôn mẫu."
    NotWritten "G01" Error "Không ghi được tệp."
        "Kiểm tra ổ đĩa còn chỗ, quyền ghi, và tệp PDF không đang mở trong chương trình khác. Bản cũ, nếu có, còn nguyên."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
