//! What was copied is found, with the place it was copied from: texts, figures, numbers; and what stays silent. Not for
//! words about other units and periods ([`crate::others_words`]).

use crate::dossier::Dossier;
use crate::told::Found;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const NEIGHBOUR: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";
const NEXT_BOARD: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";

/// A text long enough to be known again.
const STORY: &str =
    "Vụ lúa sớm gặt xong trước mưa, hai nhóm thợ gặt thuê ở lại bản nên trạm khám thêm buổi tối.";
const NEARLY: &str =
    "Vụ lúa sớm gặt xong trước mưa, ba nhóm thợ gặt thuê ở lại bản nên trạm khám thêm buổi tối.";
const OTHER: &str = "Từ cuối tháng nước suối cạn, người dân dùng nước khe; y tế thôn phát viên khử khuẩn cho từng hộ.";

fn with_texts(texts: &[(&str, &str)]) -> Dossier {
    texts.iter().fold(Dossier::case("hai-xa"), |dossier, (file, text)| {
        dossier.edit(file, |own| format!("{own}tinh_hinh: \"{text}\"\n"))
    })
}

#[track_caller]
fn points_at(found: &Found, file: &str, twin: &str) {
    let other = found.cho_khac.first().expect("the place of the twin");
    assert_eq!((found.tep.as_deref(), &*other.tep), (Some(file), twin), "{found:?}");
}

#[test]
fn a_text_of_the_last_period_is_known_again() {
    for again in [STORY, NEARLY] {
        let found = with_texts(&[(FIRST, STORY), (SECOND, again)]).check().one("V20");
        points_at(&found, SECOND, FIRST);
        assert_eq!((found.o.as_deref(), &*found.muc_do), (Some("tinh_hinh"), "cảnh báo"));
    }
    assert_eq!(with_texts(&[(FIRST, STORY), (SECOND, OTHER)]).check().of("V20"), []);
    // Under another key it is told elsewhere, or is something else.
    let moved = with_texts(&[(FIRST, STORY)]);
    let moved = moved.edit(SECOND, |own| format!("{own}phuong_huong: \"{STORY}\"\n"));
    assert_eq!(moved.check().of("V20"), []);
}

#[test]
fn a_text_the_program_fills_in_anew_is_no_copy() {
    let bound = "Toàn xã có {{ so_lieu.dan_so }} người, trong đó {{ so_lieu.nguoi_bhyt }} người có thẻ, các thôn đều có tổ vận động riêng.";
    assert_eq!(with_texts(&[(FIRST, bound), (SECOND, bound)]).check().of("V20"), []);
}

#[test]
fn a_text_of_another_unit_is_known_again_under_any_key() {
    let dossier = with_texts(&[(FIRST, STORY)]);
    let dossier = dossier.edit(NEIGHBOUR, |own| format!("{own}phuong_huong: \"{NEARLY}\"\n"));
    let found = dossier.check().one("V20");
    points_at(&found, NEIGHBOUR, FIRST);
    assert!(found.noi_dung.contains("của xã Suối Bạc cùng kỳ"), "{found:?}");
    assert_eq!(with_texts(&[(FIRST, STORY), (NEIGHBOUR, OTHER)]).check().of("V20"), []);
    // The same words a quarter later are not those of the same time.
    let later = with_texts(&[(NEIGHBOUR, STORY), (SECOND, STORY)]);
    assert_eq!(later.check().of("V20"), []);
}

#[test]
fn the_boards_own_text_is_held_against_its_last_and_may_be_acknowledged() {
    let found = with_texts(&[(BOARD, STORY), (NEXT_BOARD, STORY)]).check().one("V20");
    points_at(&found, NEXT_BOARD, BOARD);
    let reason = "chap_nhan: [{ ma: V20, o: tinh_hinh, ly_do: Mùa vụ hai kỳ như nhau }]\n";
    let known = with_texts(&[(BOARD, STORY), (NEXT_BOARD, STORY)]);
    let known = known.edit(NEXT_BOARD, |own| own + reason).check();
    let told = known.one("V20");
    assert_eq!(told.muc_do, "ghi chú");
    assert!(told.noi_dung.contains("đã xác nhận: Mùa vụ hai kỳ như nhau"), "{told:?}");
}

#[test]
fn what_a_unit_acknowledges_is_a_note_in_whichever_report_it_is_found() {
    let reason = "chap_nhan: [{ ma: V20, o: tinh_hinh, ly_do: Chung một đợt mưa }]\n";
    let dossier = with_texts(&[(FIRST, STORY), (NEIGHBOUR, STORY)]);
    // Told where the plan has the unit later.
    let told = dossier.edit(NEIGHBOUR, |own| own + reason).check();
    assert_eq!(told.one("V20").muc_do, "ghi chú");
    assert_eq!(told.of("B06"), []);
}

#[test]
fn what_closes_a_phase_is_held_against_its_last_report_and_may_be_acknowledged() {
    let phase = "tong_ket: [{ ma: ket, tu: 2024-Q1, den: 2024-Q2 }]\nkien_nghi:\n";
    let words =
        format!("don_vi: suoi-bac\nky: ket\nchot_den: 2024-06-14\ntinh_hinh: \"{STORY}\"\n");
    let closing = "inputs/hai-xa/ket/suoi-bac.yaml";
    let dossier = with_texts(&[(SECOND, STORY)]).replace(PLAN, "kien_nghi:\n", phase);
    let dossier = dossier.write(closing, words);
    points_at(&dossier.check().one("V20"), closing, SECOND);
    let known = dossier.edit(closing, |own| {
        own + "chap_nhan: [{ ma: V20, o: tinh_hinh, ly_do: Kỳ cuối nói thay cả giai đoạn }]\n"
    });
    assert_eq!(known.check().one("V20").muc_do, "ghi chú");
}

#[test]
fn a_whole_block_of_figures_that_stays_is_told_once() {
    let same = Dossier::case("hai-xa").replace(SECOND, "buoi: 2", "buoi: 1");
    let found = same.check().one("V20");
    points_at(&found, SECOND, FIRST);
    assert_eq!(found.o.as_deref(), Some("so_lieu"));
    let known = same.edit(SECOND, |own| {
        own + "chap_nhan: [{ ma: V20, o: so_lieu, ly_do: Đã rà soát từng số }]\n"
    });
    assert_eq!(known.check().one("V20").muc_do, "ghi chú");
    let moved = known.replace(SECOND, "kinh_phi: 1250.5", "kinh_phi: 1251");
    assert_eq!(moved.check().of("V20"), []);
    assert_eq!(moved.check().of("B06").len(), 1, "an acknowledgement of nothing");
}

/// The first case with another year before it, whose sums are these.
fn after_a_year(sums: &str, now: &str) -> Dossier {
    let figures = "loai: trong-nam }\n  - { ma: phieu, ten: Số phiếu, loai: trong-nam }\n  - { ma: lop, ten: Số lớp, loai: trong-nam }\n";
    let dossier = Dossier::case("hai-xa").replace(PLAN, "loai: trong-nam }\n", figures);
    let year =
        "  Q3: [{ loai: quy, han_nop: 09-20 }]\n  Q4: [{ loai: nam, han_nop: 12-20 }]\nban_hanh:";
    let dossier = dossier.replace(PLAN, "ban_hanh:", year).replace(PLAN, "tu: 2024", "tu: 2023");
    let first = dossier.read(FIRST);
    let last = first.replace("2024-Q1", "2023-Q4").replace("2024-03-15", "2023-12-08");
    let last = last.replace("dan_so: 1000", "dan_so: 990").replace("  buoi: 1\n", sums);
    let dossier = dossier.write("inputs/hai-xa/2023-Q4/suoi-bac.yaml", last);
    dossier.replace(FIRST, "  buoi: 1\n", now)
}

#[test]
fn sums_of_a_first_quarter_that_are_last_years_are_told() {
    let year = "  buoi: 6\n  phieu: 412\n  lop: 3\n";
    let found = after_a_year(year, "  buoi: 1\n  phieu: 412\n  lop: 1\n").check().one("V20");
    assert_eq!(found.o.as_deref(), Some("phieu"));
    points_at(&found, FIRST, "inputs/hai-xa/2023-Q4/suoi-bac.yaml");
    let all = after_a_year(year, year).check().of("V20");
    assert_eq!(all.len(), 3, "{all:?}");
    // One small number may be the same by chance.
    let small = after_a_year(year, "  buoi: 6\n  phieu: 98\n  lop: 1\n");
    assert_eq!(small.check().of("V20"), []);
}
