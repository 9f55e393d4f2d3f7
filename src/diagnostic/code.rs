//! The closed list of finding codes. Not for the rules behind them, which live where they are checked.

use std::fmt;

use super::severity::Severity;

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $title:literal $page:literal)*) => {
        /// What kind of finding something is.
        ///
        /// `V` codes are rules about figures, `Y` about the YAML files, `K` about characters, `B` about reporting,
        /// `M` about templates and typesetting, `T` about finished pages, `G` about writing, `N` about imported tables, `S` about
        /// issued documents and their register, `W` about words that come back from Word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code with this short name, in either case.
            #[must_use]
            pub(crate) fn parse(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
            }

            /// The short name printed in brackets, such as `V02`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// How bad a finding of this code is unless it says otherwise.
            #[must_use]
            pub(crate) fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            /// One line, in Vietnamese.
            #[must_use]
            pub(crate) fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }

            /// What it means and what to do, in Vietnamese.
            #[must_use]
            pub(crate) fn page(self) -> &'static str {
                match self { $(Self::$name => $page),* }
            }
        }
    };
}

codes! {
    NotACount "V01" Error "Số liệu không phải số đếm hợp lệ."
        "Số liệu đếm phải là số nguyên không âm, viết liền: 4921. Số tiền được có phần lẻ như kế hoạch khai báo (`le`), dùng dấu chấm: 1250.5. Số viết có dấu ngăn hàng nghìn (35.699 hoặc 35,699) bị đọc thành số lẻ: viết 35699."
    OverWhole "V02" Error "Số liệu lớn hơn tổng thể của nó, hoặc tổng thể bằng 0."
        "Kế hoạch khai báo số liệu này không thể vượt số liệu kia (`khong_qua`); kiểm tra cả hai số. Mẫu số bằng 0 thì không có tỷ lệ: nếu thực sự không phát sinh, viết `khong-phat-sinh`; nếu 0 là hợp lệ, kế hoạch phải khai `duoc_bang_0: true`."
    OverHundred "V03" Error "Tỷ lệ vượt 100%."
        "Tử số của một chỉ tiêu tỷ lệ lớn hơn mẫu số. Kiểm tra hai số liệu; nếu chỉ tiêu được phép vượt 100% (như tỷ lệ so với kế hoạch năm), kế hoạch khai `duoc_vuot_100: true` ở chỉ tiêu."
    NotReconciled "V04" Warning "Tổng không khớp."
        "Tổng cộng từ các đơn vị khác số ghi ở `doi_chieu` (cảnh báo), hoặc một số liệu khác tổng các phần của nó theo `tong_cua` (lỗi). Tìm số nhập sai, hoặc xem lại số công bố."
    YearToDateFell "V05" Error "Số cộng dồn trong năm giảm."
        "Số liệu tính từ đầu năm (`trong-nam`) không thể nhỏ hơn kỳ trước trong cùng năm. Hay gặp: chỉ ghi số của riêng quý này. Ghi số cộng dồn từ ngày 01/01."
    CumulativeFell "V06" Error "Số lũy kế của cả giai đoạn giảm."
        "Số liệu lũy kế (`luy-ke`) từ đầu kế hoạch không thể nhỏ hơn kỳ trước. Kiểm tra số kỳ này và kỳ trước."
    FellUnexplained "V07" Warning "Số liệu giảm mà chưa giải trình."
        "Số liệu thời điểm giảm quá 2%, hoặc tỷ lệ giảm quá 1 điểm phần trăm so với kỳ trước. Ghi lý do ở `giai_trinh` (được in ở phần nguyên nhân), hoặc sửa số."
    LostMaintenance "V08" Warning "Chỉ tiêu duy trì bị mất."
        "Chỉ tiêu kế hoạch yêu cầu duy trì nay không còn đạt. Báo cáo tự nêu chỉ tiêu này ở phần hạn chế; cần ghi nguyên nhân ở `giai_trinh`."
    BadRecognition "V09" Error "Quyết định công nhận không hợp lệ hoặc hết hiệu lực."
        "Công nhận phải có số, ngày quyết định và ngày hết hiệu lực sau ngày quyết định (lỗi). Công nhận đã hết hiệu lực vào ngày chốt số liệu thì không được tính là đạt (cảnh báo): bổ sung quyết định mới nếu có."
    OverRelated "V10" Error "Số liệu mâu thuẫn với số liệu liên quan."
        "Kế hoạch khai báo số liệu này không thể vượt một số liệu khác loại (`khong_qua`), ví dụ số trạm có bác sĩ không thể nhiều hơn số bác sĩ. Kiểm tra cả hai số."
    CopiedForward "V11" Warning "Số liệu lặp lại y hệt nhiều kỳ."
        "Cùng một số ở ba kỳ liền nhau: có thể chép lại từ kỳ trước. Cập nhật số, hoặc xác nhận bằng `chap_nhan` kèm lý do."
    Jumped "V12" Warning "Số liệu ít biến động thay đổi bất thường."
        "Số liệu kế hoạch khai `it_bien_dong` thay đổi quá 5% so với kỳ trước, hoặc khác kỳ trước đúng hai chữ số liền nhau đổi chỗ. Kiểm tra; nếu là số đã rà soát lại, ghi ở `dieu_chinh`."
    BadDate "V13" Error "Ngày tháng không hợp lý."
        "`chot_den` phải nằm trong kỳ báo cáo; ngày văn bản không được trước `chot_den`; năm phải là năm có thể có (lỗi). Cảnh báo: văn bản ghi ngày sau hạn nộp; văn bản được nêu ghi ngày sau ngày báo cáo; báo cáo tổng hợp ghi ngày trước báo cáo của đơn vị mà nó cộng; lời văn nhắc một năm không thể có."
    ProseDiffers "V14" Warning "Con số trong lời văn khác số liệu."
        "Câu văn nói về một số liệu hoặc chỉ tiêu của cả đơn vị nhưng con số khác số chương trình in ra. Viết {{ so_lieu.<mã> }} hoặc {{ chi_tieu.<mã> }} thay con số, như gợi ý, để lời văn và biểu luôn khớp; hoặc sửa số liệu. Số của một phần, của kỳ khác, số phấn đấu, số tăng giảm thì không xét."
    AllPerfect "V15" Warning "Mọi chỉ tiêu đều 100% nhiều kỳ liền."
        "Đơn vị báo cáo 100% ở mọi chỉ tiêu tỷ lệ trong các kỳ liền nhau. Nên kiểm tra thực tế; nếu đúng, xác nhận bằng `chap_nhan` với `o: chi_tieu`."
    WrongMeasure "V16" Error "Sai đơn vị tính."
        "Đơn vị tính ghi kèm số liệu khác đơn vị tính kế hoạch khai báo (người khác lượt; triệu đồng khác tỷ đồng), hoặc một tỷ lệ phần trăm chia hai số liệu khác đơn vị tính. Đổi số về đúng đơn vị tính."
    NothingToPrint "V17" Warning "Lời văn nhắc một số liệu hoặc một đoạn chưa có."
        "Lời văn có {{ … }} chỉ đến một số liệu chưa ai báo cáo, hoặc lời của một đơn vị chưa viết, chưa nộp. Báo cáo vẫn được lập: chỗ ấy in «chưa có số liệu», đoạn chỉ gồm lời dẫn thì được bỏ. Bổ sung số liệu, hoặc viết lại câu; đừng đặt ra một con số."
    UnstatedLevel "V18" Warning "Chỉ tiêu chưa nói xét từng đơn vị hay cả địa bàn."
        "Mức phải đạt của một số cộng (`kieu: gia_tri`) có thể là của mỗi đơn vị («mỗi xã ít nhất 02 cuộc») hoặc của cả địa bàn. Ghi `cap_danh_gia` cho chỉ tiêu: cấp của đơn vị thì chương trình xét từng đơn vị, không xét tổng; cấp tổng hợp (`cap_tong_hop`) thì chỉ xét tổng."
    NotAdditive "V19" Warning "Số liệu không cộng được qua các đơn vị."
        "Tỷ lệ, số bình quân, số tính trên một nghìn người của nhiều đơn vị không cộng lại được. Khai tử số và mẫu số thành hai số liệu rồi đặt chỉ tiêu tỷ lệ; hoặc ghi `trong_so` là mã số liệu làm trọng số. Chưa khai thì báo cáo tổng hợp chỉ in khoảng từ thấp nhất đến cao nhất và số đứng giữa, không xét với mục tiêu."
    Copied "V20" Warning "Lời văn hoặc số liệu chép lại."
        "Lời văn giống hệt hoặc gần như chép lại báo cáo kỳ trước của chính đơn vị, hay lời của đơn vị khác cùng kỳ; hoặc cả khối số liệu y hệt kỳ trước; hoặc số tính từ đầu năm của quý I đúng bằng số cả năm trước. Phát hiện chỉ cả chỗ giống. Viết lại theo kỳ này, sửa số; nếu đúng như vậy, xác nhận bằng `chap_nhan`."
    SpeaksOfAnother "V21" Warning "Lời văn nói về kỳ khác hoặc đơn vị khác như nói về mình."
        "Câu mở đầu bằng tên một đơn vị khác, hoặc bằng một kỳ không phải kỳ báo cáo («Trong quý IV …» ở báo cáo quý I), thường là sót lại khi chép. Sửa tên, sửa kỳ; nếu đúng là nói về đơn vị ấy, kỳ ấy, xác nhận bằng `chap_nhan`."
    WronglyListed "V22" Warning "Văn bản liệt kê hoặc đánh số không đúng."
        "Văn bản nêu là ban hành trong kỳ lại ghi ngày ngoài kỳ; ký hiệu không phải của cơ quan báo cáo; một số dùng hai lần cho cùng loại văn bản của một cơ quan trong nhiệm kỳ (kế hoạch chưa ghi `nhiem_ky` thì trong năm), kể cả số trong sổ đăng ký; số sau ghi ngày trước số trước; hoặc `van_ban` của tệp khác sổ đăng ký. Sửa số, ngày; văn bản của cơ quan khác thì ghi thêm `co_quan`."
    IssuingForm "V23" Warning "Phần ban hành của kế hoạch chưa đúng thể thức."
        "Cơ quan ban hành, ký hiệu, địa danh, người ký hoặc nơi nhận khai ở `ban_hanh` (hay địa danh của đơn vị) không theo cách ghi của văn bản Đảng: `TM.` thay cho `T/M`, học vị kèm họ tên, tên viết toàn chữ hoa, thiếu cơ quan cấp trên, thiếu dòng Lưu … Báo cáo vẫn được lập đúng như đã khai; văn phòng có thể trả lại. Sửa như gợi ý."
    Syntax "Y01" Error "Tệp YAML sai cú pháp."
        "Chương trình không đọc được tệp. Hay gặp: thụt lề lệch, thiếu dấu cách sau dấu hai chấm, thiếu dấu ngoặc kép đóng, hai khóa trùng nhau."
    UnknownKey "Y02" Error "Khóa không có trong quy ước."
        "Khóa bị gõ sai hoặc đặt sai chỗ. Nội dung dưới khóa này sẽ không được in, nên báo cáo bị giữ lại cho đến khi sửa."
    WrongForm "Y03" Error "Giá trị sai dạng."
        "Giá trị không đúng dạng mà khóa này cần, ví dụ chữ ở chỗ cần ngày."
    MissingKey "Y04" Error "Thiếu khóa bắt buộc."
        "Bổ sung khóa được nêu."
    BadId "Y05" Error "Mã không hợp lệ."
        "Mã (cũng là tên tệp) chỉ gồm chữ thường không dấu, chữ số, gạch nối hoặc gạch dưới, không quá 40 ký tự, không trùng tên dành riêng. Hai đơn vị cùng lúc mang một tên đầy đủ thì được nhắc (cảnh báo): không ai phân biệt được báo cáo của hai bên."
    UnknownName "Y06" Error "Mã không có trong kế hoạch."
        "Mã đơn vị, số liệu, chỉ tiêu hoặc nhiệm vụ phải được khai báo trong `ke-hoach.yaml`, kể cả mã viết trong {{ … }} của lời văn."
    Unreadable "Y07" Error "Không đọc được tệp."
        "Tệp hoặc thư mục có ở đó nhưng không đọc được: không có quyền, ổ đĩa mạng ngắt, liên kết không dẫn đến đâu hoặc dẫn ra ngoài thư mục làm việc, hoặc tệp không phải văn bản UTF-8. Không đọc được không có nghĩa là chưa nộp: báo cáo cần đến chỗ ấy bị giữ lại, không lập công văn đôn đốc, `--prune` không xóa gì. Xem quyền đọc, nối lại ổ đĩa, chép chính tệp vào chỗ liên kết, hoặc mở tệp và lưu lại với mã UTF-8."
    UnusedFile "Y08" Warning "Tệp không được dùng."
        "Chương trình chỉ đọc `ke-hoach.yaml`, `don-vi/<mã>.yaml` và `<năm>-Q<quý>/<mã>.yaml` trong mỗi hồ sơ. Tệp đặt sai chỗ, sai tên thư mục hoặc sai đuôi (`.yml`) không được tính đến."
    CutText "Y09" Warning "Câu bị cắt ở dấu #."
        "Trong YAML, dấu # có dấu cách đứng trước mở đầu một chú thích: phần sau không được đọc, không được in. Nếu đó là lời văn, bọc cả câu trong ngoặc kép hoặc viết sau dấu `|`. Nếu đúng là chú thích, để ít nhất hai dấu cách trước dấu # và một dấu cách sau."
    NoGlyph "K01" Error "Ký tự không có trong phông chữ."
        "Phông chữ của văn bản không có ký tự này (thường là biểu tượng cảm xúc hoặc ký tự lạ dán từ nơi khác). Xóa hoặc thay bằng chữ thường. Chữ có dấu chồng mà không có ký tự dựng sẵn (ê̆, ơ̆, ư̆ trong tên riêng Ê Đê, K'Ho, Chăm) cũng vậy: dấu in đè lên nhau, đọc thành chữ khác; viết chữ không có dấu chồng thêm (ê, ơ, ư)."
    HiddenCharacter "K02" Warning "Ký tự ẩn đã được bỏ."
        "Văn bản dán từ nơi khác có ký tự không nhìn thấy; chương trình bỏ khi in. Nên xóa trong tệp."
    LongWord "K03" Error "Từ quá dài."
        "Một chuỗi liền không có dấu cách dài hơn bề rộng dòng chữ sẽ tràn ra ngoài lề. Chèn dấu cách."
    LiteralBraces "K04" Note "Dấu ngoặc nhọn kép được in nguyên văn."
        "Có `{{` hoặc `{%` mà không phải đường dẫn đến số liệu như {{ so_lieu.dan_so }}. Chương trình in nguyên văn."
    LookAlike "K05" Warning "Chữ trông giống chữ Việt đã được sửa khi in."
        "Văn bản dán từ nơi khác có chữ chỉ trông giống chữ Việt: Ð thay cho Đ, chữ Nga hoặc chữ Hy Lạp lẫn trong từ, chữ số toàn khổ, số và ký hiệu văn bản bị tách đôi. Chỗ nào chắc chắn thì chương trình in chữ đúng. Nên gõ lại trong tệp, vì tìm kiếm sẽ không thấy những từ này."
    OldEncoding "K06" Error "Chữ bằng bảng mã cũ, hoặc bị mở sai bảng mã."
        "Đoạn chữ gõ bằng phông TCVN3 (.VnTime), VNI (VNI-Times), hoặc là UTF-8 bị mở sai bảng mã; in ra sẽ sai. Chuyển đoạn đó sang Unicode (bằng UniKey Toolkit hoặc chép lại từ tệp gốc mở đúng mã) rồi dán lại. Phát hiện nêu cách đọc chương trình đoán được; chương trình không tự chuyển, vì phông chữ mới cho biết chắc."
    SpeltTwice "K07" Note "Một từ viết hai cách."
        "Trong cùng một tệp có hai kiểu bỏ dấu (hòa và hoà, khỏe và khoẻ, ủy và uỷ), hoặc một từ viết cả i lẫn y (kỹ năng và kĩ năng). Cả hai đều đúng và được in như đã viết; nên thống nhất một cách. Tên riêng giữ như quyết định đặt tên."
    WatchedWord "K08" Warning "Câu chữ cần xem lại."
        "Lời văn có từ mà kế hoạch dặn xem lại (`tu_ngu` trong ke-hoach.yaml), ví dụ tên cũ của một cơ quan; hoặc hai câu dính nhau, thiếu dấu chấm (ghi chú). Sửa lời văn; nếu đúng như đã viết thì để nguyên."
    ReadLine "K09" Note "Dòng của lời văn được đọc khác cách gõ."
        "Lời văn dán từ nơi khác: dòng bắt đầu bằng «•», «–», «+», «*» hoặc «-» không có dấu cách được in thành gạch đầu dòng; những dòng là câu trọn vẹn mà không cách nhau một dòng trống được in thành từng đoạn; dòng bị ngắt giữa câu được nối lại. Phát hiện nêu những dòng ấy, mỗi loại một lần. Đúng ý thì để nguyên."
    NotSubmitted "B01" Warning "Đơn vị chưa nộp báo cáo."
        "Chưa có tệp của đơn vị cho kỳ này. Báo cáo tổng hợp ghi rõ đơn vị này chưa có số liệu."
    BrokenBase "B02" Warning "Kỳ so sánh đang có lỗi."
        "Số liệu kỳ dùng để so sánh có lỗi, hoặc kế hoạch của hồ sơ có đơn vị cũ (`ke_thua`) có lỗi, nên báo cáo ghi «chưa so sánh được». Sửa tệp được nêu."
    MissingFigure "B03" Warning "Thiếu số liệu."
        "Đơn vị phải báo cáo số liệu này nhưng tệp không có. Thiếu không được hiểu là 0: chỉ tiêu liên quan ghi «chưa có số liệu»."
    Unnumbered "B04" Note "Văn bản được nêu chưa có số hoặc ngày."
        "Văn bản được nêu không có số hoặc ngày; báo cáo nêu tên văn bản mà không ghi số."
    NotDue "B05" Note "Kỳ không có trong lịch báo cáo."
        "Thư mục kỳ này có tệp nhưng `lich_bao_cao` của kế hoạch không yêu cầu báo cáo; không có PDF nào được tạo."
    UselessAcknowledgement "B06" Note "Xác nhận không còn cần."
        "`chap_nhan` nêu một cảnh báo không xuất hiện ở kỳ này. Xóa dòng đó để tệp gọn."
    MissingPart "B07" Warning "Thiếu phần lời văn mà loại báo cáo phải có."
        "Loại báo cáo này phải có phần được nêu, ví dụ báo cáo tổng kết phải có bài học kinh nghiệm. Viết phần đó trong tệp lời văn; báo cáo vẫn được lập, thiếu đề mục ấy."
    Unconfirmed "B08" Warning "Số kỳ trước chưa được xác nhận."
        "Tệp mở bằng `baocao new` mang số ít thay đổi của kỳ trước sang dưới chữ `cho_xac_nhan`. Số ấy chưa phải số của kỳ này: chưa in, chưa cộng. Còn đúng thì đổi chữ `cho_xac_nhan` thành `gia_tri`; khác thì thay cả phần sau dấu hai chấm bằng số mới."
    NotFilledIn "B09" Warning "Kế hoạch còn chỗ chưa điền."
        "Kế hoạch mở bằng `baocao new --dossier` có những giá trị ví dụ mang chữ `(chưa điền)`. Thay trọn từng giá trị, cả chữ ấy, bằng lời của kế hoạch thật. Còn chỗ chưa điền thì vẫn mở kỳ, gửi biểu, nhập số liệu được, nhưng báo cáo chưa được lập, để lời ví dụ không in ra."
    Template "M01" Error "Khuôn mẫu báo cáo có lỗi."
        "Lỗi trong tệp khuôn mẫu, không phải trong số liệu. Báo cho người phụ trách khuôn mẫu."
    Typesetting "M02" Error "Không dàn trang được."
        "Typst không dàn được trang từ khuôn mẫu. Báo cho người phụ trách khuôn mẫu."
    NotWritten "G01" Error "Không ghi được tệp."
        "Kiểm tra ổ đĩa còn chỗ, quyền ghi, và tệp PDF không đang mở trong chương trình khác. Bản cũ, nếu có, còn nguyên."
    OffFormat "T01" Error "Trang không đúng thể thức."
        "Trang PDF vừa dàn lệch với thể thức văn bản của Đảng (lập với `--inspect`), nên không được ghi. Phát hiện nêu ô của hướng dẫn, chỗ đo được và mức phải có. Hay gặp khi sửa khuôn mẫu hoặc thể thức trong van-ban-dang; sửa lại ở đó. Đo một tệp bất kỳ: `baocao inspect TỆP.pdf`."
    OrphanPdf "G03" Warning "Báo cáo thừa trong thư mục kết quả."
        "PDF này lập từ trước, nay không còn tệp số liệu hoặc kế hoạch ứng với nó (đơn vị hay kỳ đã bị xóa, đổi tên). Đừng gửi bản đó. Khôi phục tệp số liệu nếu xóa nhầm; nếu đúng là không còn, `baocao build --prune` xóa các bản như vậy. Bản đã bị sửa sau khi lập thì không bị xóa."
    StalePdf "G02" Warning "PDF cũ không còn đúng với số liệu."
        "Báo cáo bị giữ lại vì lỗi nhưng trong thư mục kết quả còn bản PDF lập từ trước. Đừng gửi bản đó; sửa lỗi rồi lập lại."
    RegisterChanged "S01" Error "Sổ đăng ký không còn như khi ghi."
        "Mỗi mục của `inputs/so-dang-ky.yaml` mang một dấu (`dau`) nối với mục trước. Dấu không khớp nghĩa là một mục đã bị sửa, bớt, thêm hoặc đổi chỗ, hoặc đầu sổ bị sửa. Khôi phục sổ từ bản sao lưu. Việc đã cấp số thì không sửa lại được: cấp nhầm số thì hủy số (`baocao issue --void`), sai nội dung thì ban hành bản thay thế (`baocao issue --replace`)."
    KeptChanged "S02" Error "Tệp lưu của văn bản đã ban hành bị sửa hoặc mất."
        "Văn bản đã cấp số được lưu nguyên trong `da-ban-hanh`: tệp PDF, số liệu và lời văn đã dùng, kèm mã băm của từng tệp. Phát hiện nêu tệp không còn như lúc ban hành. Khôi phục tệp ấy từ bản sao lưu; đừng sửa trong `da-ban-hanh`."
    IssuedChanged "S03" Warning "Báo cáo đã ban hành, nay số liệu hoặc lời văn đã khác."
        "Báo cáo này đã cấp số và được giữ nguyên. Từ đó số liệu, lời văn, kế hoạch hoặc khuôn mẫu đã đổi, nên bản mới được lập bên cạnh thành tệp `.du-thao.pdf`, ghi «Dự thảo». Sửa nhầm thì trả lại như cũ; nếu báo cáo đã gửi bị sai thì ban hành bản thay thế: `baocao issue … --replace SỐ --reason \"…\"`."
    Unentered "S04" Warning "Có thư mục lưu mà sổ đăng ký không có mục."
        "Chương trình bị dừng khi đang cấp số, hoặc sổ bị bớt mục cuối. Chạy lại `baocao issue` cho báo cáo ấy: việc dở được làm nốt, số không bị nhảy, không bị cấp hai lần. Nếu sổ bị bớt thì khôi phục sổ từ bản sao lưu."
    OlderState "S05" Note "Báo cáo này dùng số liệu đã ban hành của đơn vị."
        "Báo cáo của đơn vị cho kỳ này đã ban hành, sau đó tệp số liệu của đơn vị bị sửa. Báo cáo tổng hợp và các báo cáo kỳ sau vẫn dùng số đã ban hành, cho đến khi có bản thay thế, để không báo cáo nào nói khác văn bản đã gửi."
    NotIssued "S06" Error "Chưa ban hành được."
        "Văn bản được cấp số phải không còn lỗi, không còn cảnh báo chưa xác nhận, đủ người ký và nơi nhận, ngày không trước ngày chốt số liệu và ngày của văn bản được dẫn; số liền sau số trước của cùng cơ quan, cùng loại văn bản, cùng nhiệm kỳ. Phát hiện nêu điều còn thiếu và cách làm."
    BadTable "N01" Error "Bảng không nhập được."
        "`import` cần mỗi đơn vị một hàng, mỗi số liệu một cột, tiêu đề là tên hoặc mã số liệu của kế hoạch. Một đơn vị ở hai hàng, một số liệu ở hai cột thì không nhập cả hai, vì không biết số nào đúng. Ô mở ngoặc kép mà không đóng, hàng có nhiều ô hơn tiêu đề (`1,613` không đặt trong ngoặc kép), bảng thứ hai nằm dưới bảng thứ nhất cũng không nhập: số sẽ lệch sang cột khác."
    NotImported "N02" Warning "Ô hoặc cột của bảng không được nhập."
        "Bảng có số ở chỗ kế hoạch không hỏi: số liệu giao cho đơn vị khác (`bao_cao_boi`), công nhận (ghi ở `don-vi`), hoặc chỉ tiêu do chương trình tự tính (ghi chú). Phần còn lại của bảng vẫn được nhập."
    TableTotal "N03" Warning "Hàng tổng cộng của bảng khác tổng các hàng."
        "Chương trình cộng lại các hàng đơn vị và so với hàng tổng; hàng tổng không được nhập. Tìm số gõ sai trong bảng."
    NotEdited "N04" Error "Không sửa được tệp báo cáo."
        "Sau khi sửa thử, chương trình đọc lại tệp; kết quả không đúng như bảng hoặc phần khác của tệp bị đổi, nên tệp được giữ nguyên. Hay gặp khi tệp dùng bí danh YAML (`&`, `*`). Sửa tay số liệu được nêu."
    FormChanged "N05" Error "Biểu bị sửa ở chỗ không phải ô điền, hoặc không đúng đơn vị, kỳ, hồ sơ."
        "Biểu do `baocao form` lập mang mã của hồ sơ, kỳ, đơn vị và của từng hàng. Mã và chữ của hàng không khớp nhau (dán đè, xếp lại một phần), hàng thêm vào có số, ô trộn, hai biểu của một đơn vị, biểu của kỳ khác thì không biết số nào là của chỗ nào: cả biểu không nhập. Chép số vào biểu gốc rồi nhập lại; muốn nhập những ô đúng, thêm `--mot-phan`."
    FormOfOtherPlan "N06" Warning "Biểu lập khi kế hoạch còn khác."
        "Từ khi lập biểu, kế hoạch đã đổi tên, đơn vị tính hoặc danh mục số liệu của đơn vị. Hàng nào còn đúng như kế hoạch thì vẫn nhập; hàng đã khác thì không. Số liệu mới thêm phải hỏi lại đơn vị, hoặc lập biểu mới bằng `baocao form`."
    DraftKept "G05" Warning "Bản Word đã được sửa nên không lập đè."
        "Từ khi lập bản Word, có người đã sửa nó. Nhập lời đã sửa vào tệp báo cáo (`baocao import <bản Word>`) rồi lập lại; chép riêng bản ấy nếu cần giữ. Chắc chắn bỏ các chỗ sửa thì thêm `--force`."
    FormKept "G04" Warning "Biểu đã có người điền nên không ghi đè."
        "Ở chỗ sắp ghi biểu có một tệp đã điền, hoặc không phải biểu của chương trình. Nhập tệp ấy trước (`baocao import`), hoặc ghi biểu mới vào thư mục khác bằng `--out`; chắc chắn không cần tệp cũ thì thêm `--force`."
    OtherPeriod "N07" Error "Bảng ghi kỳ khác."
        "Tên bảng, tên trang hoặc dòng «số liệu tính đến ngày …» nói về một kỳ khác kỳ đang nhập, nên cả bảng không được nhập. Nhập vào đúng kỳ (`--period`); nếu bảng đúng là của kỳ này mà tên còn để cũ thì sửa tên trong bảng."
    TableRatio "N08" Warning "Tỷ lệ trong bảng khác tỷ lệ tính được."
        "Cột tỷ lệ không được nhập, chỉ để đối chiếu: chương trình tính lại từ số liệu của chính hàng ấy và làm tròn như bảng. Khác nhau thì tử số, mẫu số hoặc tỷ lệ trong bảng có số sai."
    WordFile "W01" Error "Tệp Word không nhập được."
        "`import` nhận lại lời văn từ bản Word (.docx) do `baocao draft` lập và đã được sửa. Tệp hỏng, có mật khẩu, loại khác (.doc, .odt, .rtf, .pdf), không phải do chương trình lập, hoặc đã mất phần nhận dạng khi lưu bằng chương trình khác thì không nhập gì: không đoán câu nào là của lời văn nào. Làm như phát hiện nêu."
    WordPlace "W02" Error "Chỗ sửa trong Word không được nhận."
        "Trong bản Word chỉ lời văn của người viết (ô có viền) được sửa. Câu, ô bảng do chương trình lập bị sửa hoặc xóa, chữ mới không thuộc lời văn nào, đoạn bị chuyển ra chỗ khác, chữ trong hộp văn bản, chú thích, đầu trang, chân trang thì không nhận; phát hiện dẫn lại đoạn ấy. Lời văn có chỗ không nhận được giữ nguyên cả; các lời văn khác vẫn được nhập."
    WordFigure "W03" Error "Con số trong lời văn bị sửa trong Word."
        "Số in từ {{ … }} do số liệu quyết định: sửa trong Word thì lời văn và biểu nói khác nhau, nên lời văn ấy được giữ nguyên. Số sai thì sửa số liệu ở tệp của đơn vị (`baocao explain` cho biết số từ đâu ra). Xóa trọn câu có số thì được. Không cần số ấy trong câu nữa thì sửa câu trong tệp YAML."
    WordConflict "W04" Error "Lời văn hoặc số đã đổi từ khi lập bản Word."
        "Từ khi lập bản Word, chính lời văn này trong tệp đã được sửa khác đi: chương trình không chọn thay, giữ như trong tệp và dẫn cả ba bản. Chọn một bản, sửa tay trong tệp, hoặc lập bản Word mới. Chỉ số trong lời văn đổi thì lời văn vẫn được nhập, vẫn nối với số liệu (ghi chú)."
    WordAside "W05" Warning "Có thứ trong bản Word không được nhập."
        "Ảnh dán vào bản Word không in được vào báo cáo; chữ gạch ngang bằng tay vẫn là chữ. Phần còn lại vẫn được nhập. Viết nội dung ảnh thành lời văn; chữ muốn bỏ thì xóa hẳn rồi nhập lại."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
