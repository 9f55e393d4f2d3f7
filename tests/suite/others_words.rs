//! Words about another unit or another period, where a text speaks of itself and of now; and those that are meant. Not for
//! copies ([`crate::copies`]).

use crate::dossier::Dossier;
use crate::told::Found;

const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";

fn told(file: &str, key: &str, text: &str) -> Vec<Found> {
    let dossier = Dossier::case("hai-xa");
    dossier.edit(file, |own| format!("{own}{key}: \"{text}\"\n")).check().of("V21")
}

#[test]
fn a_sentence_about_another_unit_as_about_oneself_is_told() {
    for text in [
        "Đảng ủy xã Đồi Mây đã họp hai phiên.",
        "Nắng đến sớm. Nhân dân xã Đồi Mây phấn khởi.",
        "Mưa đá làm hỏng mái nhà trên địa bàn xã Đồi Mây.",
        "Xã Đồi Mây có bốn thôn.",
    ] {
        let found = told(FIRST, "tinh_hinh", text);
        let [one] = &found[..] else { panic!("{text}: {found:?}") };
        assert!(
            one.noi_dung.contains("xã Suối Bạc") && one.noi_dung.contains("Đồi Mây"),
            "{one:?}"
        );
        assert_eq!(one.cho_khac[0].tep, "inputs/hai-xa/ke-hoach.yaml");
    }
}

#[test]
fn a_neighbour_may_be_named() {
    for text in [
        "Trạm phối hợp với xã Đồi Mây khám cho người đi rừng.",
        "Người bệnh từ xã Đồi Mây sang khám nhiều.",
        "Xã Đồi Mây và xã Suối Bạc ký quy chế phối hợp.",
        "Học kinh nghiệm của Đảng ủy xã Đồi Mây.",
        "Đảng ủy xã Suối Bạc đã họp hai phiên.",
    ] {
        assert_eq!(told(FIRST, "tinh_hinh", text), [], "{text}");
    }
    assert_eq!(told(BOARD, "tinh_hinh", "Đảng ủy xã Đồi Mây đã họp hai phiên."), []);
}

#[test]
fn a_time_the_report_has_not_come_to_is_told() {
    for (text, words) in [
        ("Trong quý III, trạm khám 200 lượt.", "quý III"),
        ("Nắng nhiều. 9 tháng đầu năm 2024, xã tổ chức ba lớp.", "9 tháng đầu năm 2024"),
        ("Cả năm có hai đợt mưa lớn.", "cả năm"),
        ("- Quý I/2023, xã tổ chức ba lớp.", "Quý I/2023"),
        ("Kết quả công tác quý II năm 2024 như sau.", "quý II năm 2024"),
    ] {
        let found = told(FIRST, "tinh_hinh", text);
        let [one] = &found[..] else { panic!("{text}: {found:?}") };
        assert_eq!(one.gia_tri.as_deref().map(str::to_lowercase), Some(words.to_lowercase()));
    }
}

#[test]
fn a_time_that_is_planned_or_compared_with_is_meant() {
    for text in [
        "Trong quý III, xã sẽ tổ chức ba lớp.",
        "Phấn đấu trong quý IV mở thêm một lớp.",
        "Quý I năm 2023 có bốn ca, năm nay chưa có ca nào.",
        "So với quý IV năm 2023 tăng hai ca.",
        "Trong quý I, trạm khám 200 lượt.",
        "Quý I năm 2024, trạm khám 200 lượt.",
        "Quý IV năm 2023 mưa nhiều.",
        "Ba tháng, trạm khám 200 lượt.",
        "Mười lăm tháng qua, trạm khám 900 lượt.",
        "Cả năm thôn đều có tổ vận động.",
        "6 tháng cuối năm thường khô.",
    ] {
        assert_eq!(told(FIRST, "tinh_hinh", text), [], "{text}");
    }
    assert_eq!(told(FIRST, "phuong_huong", "Trong quý III, mở ba lớp."), []);
    assert_eq!(told(SECOND, "tinh_hinh", "6 tháng đầu năm, trạm khám 200 lượt."), []);
    assert_eq!(told(SECOND, "tinh_hinh", "Quý I mưa nhiều, quý II nắng."), []);
}

#[test]
fn what_is_meant_can_be_acknowledged() {
    let dossier = Dossier::case("hai-xa").edit(FIRST, |own| {
        own + "tinh_hinh: Trong quý III, trạm khám 200 lượt.\nchap_nhan: [{ ma: V21, o: tinh_hinh, ly_do: Số của quý III năm trước }]\n"
    });
    assert_eq!(dossier.check().one("V21").muc_do, "ghi chú");
}
