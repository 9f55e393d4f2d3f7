//! The head of a made-up plan: whose it is, what it cites, who issues, which units report. Not for figures, targets
//! and tasks, which are the same everywhere (`ke-hoach.yaml`).

use std::fmt::Write as _;

use super::calendar::FIRST_YEAR;
use super::units::Unit;

/// The row above the units: its figures are only added.
pub(crate) const SUPERIOR: &str = "trung-tam";

/// `ke-hoach.yaml` of one dossier.
pub(crate) fn plan(id: &str, area: &str, units: &[Unit]) -> String {
    let (last, base) = (FIRST_YEAR + 4, FIRST_YEAR - 1);
    let decided = format!("{base}-12");
    let mut text = format!(
        r#"# KẾ HOẠCH minh họa do bộ tạo dữ liệu viết ra để đo chương trình; không phải kế hoạch của nơi nào.
ma: {id}
ten: Thực hiện Nghị quyết về nước sạch, vệ sinh môi trường trên địa bàn tỉnh {area}
trich_yeu:
  don_vi: "thực hiện Nghị quyết về nước sạch, vệ sinh môi trường trên địa bàn {{loai}} {{ten}}"
  tong_hop: "thực hiện Nghị quyết về nước sạch, vệ sinh môi trường trên địa bàn tỉnh {area}"
giai_doan: {{ tu: {FIRST_YEAR}, den: {last} }}
nam_goc: {base}
cap_tong_hop: tinh
goi_chung: xã, phường
toan_dia_ban: toàn tỉnh
muc_tieu_chung: "Mọi người dân được dùng nước sạch, sống trong môi trường trong lành; công trình cấp nước, thu gom và xử lý chất thải được quản lý bền vững"
can_cu:
  - {{ loai: Nghị quyết, so: 07-NQ/TU, ngay: {decided}-10, co_quan: "Ban Chấp hành Đảng bộ tỉnh {area}", trich_yeu: "về nước sạch, vệ sinh môi trường giai đoạn {FIRST_YEAR} - {last}" }}
  - {{ loai: Kế hoạch, so: 31-KH/TU, ngay: {decided}-24, co_quan: "Ban Thường vụ Tỉnh ủy {area}", trich_yeu: "thực hiện Nghị quyết số 07-NQ/TU" }}

ban_hanh:
  don_vi:
    - cap_tren: Đảng bộ tỉnh {area}
      co_quan: "Đảng ủy {{loai}} {{ten}}"
      ky_hieu: BC/ĐU
      dia_danh: "{{dia_danh}}"
      nguoi_ky: {{ quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ, ho_ten: null }}
      noi_nhan: [Ban Thường vụ Tỉnh ủy (báo cáo), Ban Tuyên giáo và Dân vận Tỉnh ủy, Ủy ban nhân dân tỉnh, Các đồng chí Đảng ủy viên, Lưu Văn phòng Đảng ủy]
  tong_hop:
    - cap_tren: Tỉnh ủy {area}
      co_quan: Ban Tuyên giáo và Dân vận
      ten_day_du: Ban Tuyên giáo và Dân vận Tỉnh ủy {area}
      ky_hieu: BC/BTGDVTU
      dia_danh: {area}
      nguoi_ky: {{ chuc_vu: TRƯỞNG BAN, ho_ten: null }}
      noi_nhan: [Ban Thường vụ Tỉnh ủy (báo cáo), Ủy ban nhân dân tỉnh, "Các ban, ngành, Mặt trận, đoàn thể tỉnh", "Đảng ủy các xã, phường", Lưu Ban Tuyên giáo và Dân vận Tỉnh ủy]
trach_nhiem:
  - {{ co_quan: Ủy ban nhân dân tỉnh, nhiem_vu: "xây dựng lộ trình hằng năm, bố trí nguồn lực" }}
  - {{ co_quan: "Đảng ủy các xã, phường", nhiem_vu: "lãnh đạo thực hiện, báo cáo hằng quý" }}

don_vi:
"#
    );
    for Unit { id, kind, name, group, .. } in units {
        let _ = writeln!(
            text,
            "  - {{ ma: {id}, loai: {kind}, ten: {name}, dia_danh: {name}, nhom: {group} }}"
        );
    }
    let _ = writeln!(text, "  - {{ ma: {SUPERIOR}, cap: tren, ten: Trung tâm Nước sạch tỉnh }}\n");
    text + include_str!("ke-hoach.yaml")
}
