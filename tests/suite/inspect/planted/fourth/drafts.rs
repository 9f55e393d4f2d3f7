//! The documents of the fourth set, right as they are written here; bodies, figures and people are made up. Not for what is
//! changed in them ([`super::slips`]).

use crate::inspect::planted::drafts::Draft;

/// All of them.
#[rustfmt::skip]
pub(in crate::inspect::planted) const DRAFTS: &[Draft] = &[
    Draft {
        key: "bc-mat-tran", superior: "ĐẢNG BỘ XÃ TÂN ĐÔNG", issuing: "CHI BỘ CƠ QUAN|ỦY BAN MẶT TRẬN TỔ QUỐC",
        symbol: "Số 19-BC/CB", date: "Tân Đông, ngày 20 tháng 11 năm 2026",
        kind: "BÁO CÁO", subject: "kiểm điểm tập thể chi ủy năm 2026", addressees: &[],
        body: &[
            "Thực hiện Hướng dẫn số 14-HD/BXDĐ, ngày 02/11/2026 của Ban Xây dựng Đảng, Chi ủy báo cáo kiểm điểm như sau:",
            "I- ƯU ĐIỂM",
            "Chi ủy đoàn kết, giữ nguyên tắc; vận động 1.318 lượt hội viên làm 6,5 km đường hoa, quyên góp 73.200.000 đồng; số liệu chi tiết tại Phụ lục.",
            "II- HẠN CHẾ",
            "Sinh hoạt chuyên đề mới đạt 75%; việc ghi sổ còn sơ sài, đã bổ sung trước ngày 15/11/2026.",
            "Chi ủy nghiêm túc tiếp thu ý kiến góp ý để sửa chữa.",
        ],
        recipients: &["- Đảng ủy xã;", "- Đảng viên trong chi bộ;", "- Lưu Chi bộ."],
        authority: "T/M CHI ỦY", position: "BÍ THƯ", name: "Đoàn Kim Cúc",
        appendix: &["Phụ lục", "SỐ LIỆU CÔNG TÁC", "(Kèm theo Báo cáo số 19-BC/CB, ngày 20/11/2026 của Chi bộ cơ quan Ủy ban Mặt trận Tổ quốc)", "-----"],
    },
    Draft {
        key: "cv-noi-chinh", superior: "THÀNH ỦY CẨM AN", issuing: "BAN NỘI CHÍNH",
        symbol: "Số 66-CV/BNCTU", date: "Cẩm An, ngày 01 tháng 7 năm 2026",
        kind: "", subject: "về việc cung cấp hồ sơ vụ án",
        addressees: &["Kính gửi:", "- Đảng ủy Tòa án nhân dân thành phố;", "- Đảng ủy Viện Kiểm sát nhân dân thành phố."],
        body: &[
            "Để chuẩn bị cho cuộc họp của Ban Chỉ đạo vào ngày 09/7/2026, Ban Nội chính Thành ủy đề nghị các cơ quan cung cấp hồ sơ, danh mục chứng cứ và bản kết luận điều tra của ba vụ án nêu tại Thông báo số 55-TB/TU, ngày 22/6/2026.",
            "Hồ sơ gửi trực tiếp, không gửi qua mạng.",
        ],
        recipients: &["- Như trên;", "- Trưởng Ban (để báo cáo);", "- Lưu Văn phòng Ban."],
        authority: "", position: "TRƯỞNG BAN", name: "Âu Dương Quân",
        appendix: &[],
    },
    Draft {
        key: "nq-quan-uy", superior: "ĐẢNG BỘ THÀNH PHỐ CẨM AN", issuing: "QUẬN ỦY HỒNG LĨNH",
        symbol: "Số 17-NQ/QU", date: "Hồng Lĩnh, ngày 27 tháng 3 năm 2023",
        kind: "NGHỊ QUYẾT", subject: "phát triển kinh tế đêm đến năm 2025", addressees: &[],
        body: &[
            "Kinh tế đêm của quận mới ở bước đầu, doanh thu năm 2022 đạt 640 tỷ đồng; Ban Chấp hành Đảng bộ quận quyết nghị:",
            "I- MỤC TIÊU",
            "Đến năm 2025 có ba tuyến phố đi bộ, 1.200 hộ kinh doanh sau 22 giờ, doanh thu tăng gấp 1,8 lần.",
            "II- NHIỆM VỤ",
            "Đảng ủy các phường rà soát mặt bằng, báo cáo trước ngày 30/4/2023.",
            "Nghị quyết này phổ biến đến chi bộ.",
        ],
        recipients: &["- Thành ủy Cẩm An,", "- Các đảng ủy phường,", "- Lưu Văn phòng Quận ủy."],
        authority: "T/M BAN CHẤP HÀNH", position: "BÍ THƯ", name: "Viên Thị Trúc Ly",
        appendix: &[],
    },
    Draft {
        key: "qd-bien-phong", superior: "ĐẢNG BỘ TỈNH HÀ LŨNG", issuing: "ĐẢNG ỦY QUÂN SỰ TỈNH",
        symbol: "Số 302-QĐ/ĐUQS", date: "Hà Lũng, ngày 16 tháng 9 năm 2026",
        kind: "QUYẾT ĐỊNH", subject: "công nhận đảng viên chính thức", addressees: &[],
        body: &[
            "- Căn cứ Quy định số 294-QĐ/TW, ngày 26/5/2025 của Ban Chấp hành Trung ương;",
            "- Xét đề nghị của Đảng ủy Ban chỉ huy.",
            "Điều 1. Công nhận đồng chí Sùng Mí Vàng là đảng viên chính thức kể từ ngày 12/9/2026; thời gian dự bị đủ 12 tháng.",
            "Điều 2. Phòng Chính trị và đồng chí có tên thi hành quyết định này.",
        ],
        recipients: &["- Như Điều 2;", "- Ban Tổ chức Tỉnh ủy;", "- Lưu Phòng Chính trị."],
        authority: "T/M ĐẢNG ỦY", position: "PHÓ BÍ THƯ", name: "Giàng A Dế",
        appendix: &[],
    },
    Draft {
        key: "ttr-dan-van", superior: "HUYỆN ỦY ĐẠI TỪ", issuing: "BAN DÂN VẬN",
        symbol: "Số 07-TTr/BDVHU", date: "Đại Từ, ngày 18 tháng 5 năm 2021",
        kind: "TỜ TRÌNH", subject: "về việc khen thưởng mô hình dân vận khéo",
        addressees: &["Kính trình:", "- Thường trực Huyện ủy."],
        body: &[
            "Qua xét chọn 43 mô hình, Ban Dân vận Huyện ủy đề nghị khen thưởng 12 tập thể và 15 cá nhân, tổng tiền thưởng 26.700.000 đồng.",
            "Ban Dân vận kính trình Thường trực Huyện ủy xem xét, cho ý kiến trước ngày 01/6/2021.",
        ],
        recipients: &["- Như trên,", "- Lưu Ban Dân vận."],
        authority: "", position: "TRƯỞNG BAN", name: "Khổng Thị Vân Khánh",
        appendix: &[],
    },
    Draft {
        key: "kh-bo-phan", superior: "ĐẢNG BỘ PHƯỜNG LƯƠNG SƠN", issuing: "ĐẢNG ỦY BỘ PHẬN CHỢ MỚI",
        symbol: "Số 06-KH/ĐU", date: "Lương Sơn, ngày 05 tháng 01 năm 2027",
        kind: "KẾ HOẠCH", subject: "tặng quà hộ nghèo dịp Tết Đinh Mùi", addressees: &[],
        body: &[
            "Đảng ủy bộ phận Chợ Mới xây dựng kế hoạch tặng quà như sau:",
            "Mỗi chi bộ lập danh sách không quá 12 hộ, mỗi suất quà 450.000 đồng; nguồn từ quỹ 53.000.000 đồng do tiểu thương đóng góp.",
            "Trao quà trong hai ngày, xong trước ngày 25/01/2027.",
        ],
        recipients: &["- Đảng ủy phường;", "- Các chi bộ trực thuộc;", "- Lưu Đảng ủy bộ phận."],
        authority: "T/M ĐẢNG ỦY", position: "BÍ THƯ", name: "Ninh Công Bằng",
        appendix: &[],
    },
    Draft {
        key: "tb-ubkt-huyen", superior: "HUYỆN ỦY ĐẠI TỪ", issuing: "ỦY BAN KIỂM TRA",
        symbol: "Số 112-TB/UBKTHU", date: "Đại Từ, ngày 09 tháng 10 năm 2024",
        kind: "THÔNG BÁO", subject: "kết quả giải quyết đơn tố cáo", addressees: &[],
        body: &[
            "Ngày 04/10/2024, Ủy ban Kiểm tra Huyện ủy họp xem xét đơn tố cáo đối với một đảng viên; kết quả như sau:",
            "Nội dung thứ nhất tố cáo sai; nội dung thứ hai đúng một phần, đảng viên đã nộp lại 8.750.000 đồng.",
            "Ủy ban Kiểm tra yêu cầu chi bộ kiểm điểm rút kinh nghiệm.",
        ],
        recipients: &["- Thường trực Huyện ủy,", "- Đảng ủy xã,", "- Lưu Ủy ban Kiểm tra."],
        authority: "T/M ỦY BAN KIỂM TRA", position: "PHÓ CHỦ NHIỆM", name: "Trưng Văn Quý",
        appendix: &[],
    },
    Draft {
        key: "ctr-tinh", superior: "", issuing: "TỈNH ỦY HÀ LŨNG",
        symbol: "Số 03-CTr/TU", date: "Hà Lũng, ngày 31 tháng 8 năm 2026",
        kind: "CHƯƠNG TRÌNH", subject: "hành động về phát triển dược liệu", addressees: &[],
        body: &[
            "Thực hiện Nghị quyết số 05-NQ/TW, ngày 14/4/2026 của Ban Chấp hành Trung ương, Tỉnh ủy ban hành chương trình hành động:",
            "Đến năm 2030 trồng 9.500 ha dược liệu, che phủ rừng đạt 62,5%, xây hai nhà máy chế biến tại Quản Bạ.",
            "Các đảng ủy xã báo cáo kết quả hằng năm trước ngày 15/12.",
        ],
        recipients: &["- Ban Bí thư (để báo cáo);", "- Các đảng ủy trực thuộc;", "- Lưu Văn phòng Tỉnh ủy."],
        authority: "T/M TỈNH ỦY", position: "PHÓ BÍ THƯ THƯỜNG TRỰC", name: "Vàng Seo Cón",
        appendix: &[],
    },
    Draft {
        key: "cv-ubnd", superior: "ĐẢNG BỘ XÃ TÂN ĐÔNG", issuing: "ĐẢNG ỦY|ỦY BAN NHÂN DÂN XÃ",
        symbol: "Số 28-CV/ĐU", date: "Tân Đông, ngày 07 tháng 12 năm 2026",
        kind: "", subject: "về việc đánh giá, xếp loại|chi bộ năm 2026",
        addressees: &["Kính gửi:", "- Các chi bộ trực thuộc;", "- Công đoàn cơ quan."],
        body: &[
            "Đề nghị các chi bộ họp đánh giá, xếp loại chất lượng, gửi biên bản và danh sách về Đảng ủy trước ngày 18/12/2026; tỷ lệ hoàn thành xuất sắc không quá 20%.",
            "Quá hạn trên, Đảng ủy không xem xét.",
        ],
        recipients: &["- Như trên;", "- Đảng ủy xã (để báo cáo);", "- Lưu Đảng ủy."],
        authority: "T/M ĐẢNG ỦY", position: "PHÓ BÍ THƯ", name: "Thi Ngọc Ẩn",
        appendix: &[],
    },
];
