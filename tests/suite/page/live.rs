//! The form of a return while one types: the report it would print, what would be found, the shares beside the figures, and that no
//! typed word is lost. Not for saving ([`super::entry`]).

use super::browser::Page;
use super::form::{fields, post, value, with};
use crate::dossier::Dossier;

const FORM: &str = "/ho-so/hai-xa/2024-Q2/suoi-bac/nhap";
const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

fn opened() -> Page {
    Page::open(Dossier::case("hai-xa"), "2024-06-25")
}

/// What the script gets for what is typed.
fn seen(page: &Page, typed: &[(&str, &str)]) -> String {
    let form = with(fields(&page.get(FORM).page()), typed);
    post(page, &format!("{FORM}/xem-ngay"), &form).page()
}

fn pictures(page: &str) -> Vec<String> {
    let parts = page.split("<image href=\"").skip(1);
    parts.map(|part| part.split('"').next().expect("an end").to_owned()).collect()
}

/// What belongs beside a field.
fn beside<'p>(page: &'p str, field: &str) -> &'p str {
    let rest = page.split_once(&format!("<div data-o=\"{field}\"")).map_or("", |(_, rest)| rest);
    rest.split("</div>").next().expect("a part")
}

#[test]
fn what_is_typed_is_shown_as_it_would_print_and_nothing_is_written() {
    let page = opened();
    let before = page.dossier.read(FILE);
    let now = pictures(&page.get(FORM).page());
    let typed = seen(&page, &[("loi.tinh_hinh", "Xã vừa qua mùa lũ.")]);
    let then = pictures(&typed);
    assert!(now.len() == then.len() && now[0] != then[0], "{now:?} {then:?}");
    assert!(page.get(&then[0]).page().starts_with("<svg"));
    assert!(typed.contains("Xã vừa qua mùa lũ."), "the words of the page");
    assert_eq!(page.dossier.read(FILE), before);
    let saved = with(fields(&page.get(FORM).page()), &[("loi.tinh_hinh", "Xã vừa qua mùa lũ.")]);
    post(&page, FORM, &saved).page();
    let unit = page.get("/ho-so/hai-xa/2024-Q2/suoi-bac").page();
    assert_eq!(pictures(&unit), then, "the pages of the saved return are those that were shown");
}

#[test]
fn what_is_found_in_what_is_typed_is_what_check_says_once_it_is_saved() {
    let page = opened();
    let typed = [("so.dan_so", "960")];
    let live = seen(&page, &typed);
    post(&page, FORM, &with(fields(&page.get(FORM).page()), &typed));
    let told = page.dossier.run(["check", "--unit", "suoi-bac", "--format", "json"]);
    let all = told.findings();
    let own: Vec<_> = all
        .iter()
        .filter(|one| {
            one.tep.as_deref().is_some_and(|file| file.ends_with("2024-Q2/suoi-bac.yaml"))
        })
        .collect();
    assert!(own.iter().any(|one| one.ma == "V07"), "{all:?}");
    for one in own {
        let said = one.noi_dung.replace('\'', "&#x27;").replace('"', "&quot;");
        assert!(live.contains(&format!("[{}]</strong>: {said}", one.ma)), "{said}\n{live}");
    }
    assert!(beside(&live, "so.dan_so").contains("[V07]"), "beside its field: {live}");
    assert!(beside(&live, "so.dan_so").starts_with(" data-hoi"), "its reason is asked for");
}

#[test]
fn the_share_its_verdict_and_the_road_map_follow_what_is_typed() {
    let page = opened();
    let form = page.get(FORM).page();
    let shown = form.split("class=\"ty-le\"").nth(1).expect("a share").split("</p>").next();
    let shown = shown.expect("its end").to_owned();
    let id = shown.split("data-chi-tieu=\"").nth(1).and_then(|rest| rest.split('"').next());
    let id = id.expect("its target").to_owned();
    let field = form.split("data-kem=\"").find(|part| part.contains("class=\"ty-le\""));
    let field = field.and_then(|part| part.split('"').next()).expect("its figure").to_owned();
    let now = value(&fields(&form), &field).parse::<u32>().expect("a number");
    let live = seen(&page, &[(&field, &(now - 1).to_string())]);
    let told = beside(&live, &field);
    assert!(told.contains(&format!("data-chi-tieu=\"{id}\"")) && !told.contains(&shown), "{told}");
    assert!(told.contains("mục tiêu"), "{told}");
}

#[test]
fn a_sentence_on_the_page_leads_to_its_field_and_a_number_to_where_it_comes_from() {
    let page = opened();
    let typed = [("loi.tinh_hinh", "Xã có {{ so_lieu.dan_so }} người."), ("so.dan_so", "1012")];
    let live = seen(&page, &typed);
    assert!(live.contains("<a href=\"#loi.tinh_hinh\""), "{live}");
    assert!(live.contains("data-so=\"so-lieu/dan_so\""), "{live}");
    assert!(live.contains("data-so=\"chi-tieu/"), "numbers of the program's own sentences: {live}");
    let number = live.split("data-so=\"so-lieu/dan_so\"").next().expect("before");
    let address = number.rsplit("<a href=\"").next().and_then(|rest| rest.split('"').next());
    let address = address.expect("an address");
    let below = address.strip_prefix("/ho-so/hai-xa/2024-Q2/suoi-bac").expect("of the unit");
    let form = with(fields(&page.get(FORM).page()), &typed);
    let told = post(&page, &format!("{FORM}{below}"), &form).page();
    assert!(told.contains("1.012") && told.contains("suoi-bac.yaml"), "as typed: {told}");
    let saved = page.get(address).page();
    assert!(!saved.contains("1.012"), "as saved: {saved}");
}

#[test]
fn what_cannot_be_read_is_said_while_one_types() {
    let page = opened();
    let live = seen(&page, &[("so.dan_so", "một nghìn"), ("so.nguoi_bhyt", "940")]);
    let beside = live.split("<div data-o=\"so.dan_so\"").nth(1).expect("beside the figure");
    let beside = beside.split("</div>").next().unwrap_or_default();
    assert!(beside.contains("lỗi [V01]") && beside.contains("Chưa đọc được"), "{beside}");
    assert!(live.contains("<a href=\"#so.dan_so\">Đến ô này</a>"), "{live}");
}

#[test]
fn a_closed_tab_or_a_stopped_program_loses_no_typed_word() {
    let mut page = opened();
    seen(&page, &[("loi.tinh_hinh", "Lời gõ dở <b>."), ("so.dan_so", "một nghìn")]);
    let again = page.get(FORM).page();
    assert!(again.contains("Có lời đã gõ mà chưa lưu"), "{again}");
    let form = fields(&again);
    assert_eq!(value(&form, "loi.tinh_hinh"), "Lời gõ dở <b>.");
    assert_eq!(value(&form, "so.dan_so"), "một nghìn", "also what cannot be a number");
    page.crashes_and_is_opened_again("2024-06-25");
    assert_eq!(fields(&page.get(FORM).page()), form, "by another start of the program");
    let other = page.dossier.read(FILE).replace("so_thon: 4", "so_thon: 5");
    page.dossier.put(FILE, &other);
    let merged = page.get(FORM).page();
    assert!(merged.contains("chưa lưu, và tệp đã đổi từ lúc gõ"), "{merged}");
    assert!(merged.contains("Bỏ lời chưa lưu"), "{merged}");
    assert_eq!(value(&fields(&merged), "so.so_thon"), "5");
    post(&page, FORM, &with(fields(&merged), &[("so.dan_so", "1012")])).page();
    assert!(page.dossier.read(FILE).contains("Lời gõ dở <b>."));
    assert!(!page.get(FORM).page().contains("chưa lưu;"), "what is saved is not kept twice");
}

#[test]
fn words_that_were_not_saved_are_forgotten_when_asked() {
    let page = opened();
    seen(&page, &[("loi.tinh_hinh", "Lời gõ dở.")]);
    let answer = page.post(&format!("{FORM}/bo"), &[]);
    assert_eq!((answer.status, answer.header("location")), (303, Some(FORM)));
    assert!(!page.get(FORM).page().contains("Lời gõ dở."));
    assert_eq!(page.post("/ho-so/hai-xa/2024-Q2/..%2f..%2fx/nhap/bo", &[]).status, 404);
}

#[test]
fn without_a_script_a_button_shows_the_same() {
    let page = opened();
    let form = with(fields(&page.get(FORM).page()), &[("loi.tinh_hinh", "Xã vừa qua mùa lũ.")]);
    let live = post(&page, &format!("{FORM}/xem-ngay"), &form).page();
    let whole = post(&page, &format!("{FORM}/xem"), &form).page();
    assert_eq!(pictures(&whole), pictures(&live));
    assert_eq!(value(&fields(&whole), "loi.tinh_hinh"), "Xã vừa qua mùa lũ.");
}

#[test]
fn an_error_that_holds_the_report_back_is_said_in_place_of_its_pages() {
    let page = opened();
    let live =
        seen(&page, &[("so.dan_so", "0"), ("loi.tinh_hinh", "Xã có {{ so_lieu.dan_sai }}.")]);
    assert!(pictures(&live).is_empty() && live.contains("Sửa các lỗi nêu ở dưới"), "{live}");
    assert!(beside(&live, "loi.tinh_hinh").contains("dan_sai"), "{live}");
}
