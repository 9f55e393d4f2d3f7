//! Files that are sent to the local page: tried out first, imported when that is confirmed, kept nowhere else; hostile ones change
//! nothing. Not for what becomes of a table or form ([`crate::import`]).
#![expect(clippy::disallowed_methods, reason = "what is on the disk is looked at")]

use std::time::{Duration, SystemTime};

use super::browser::{Page, in_parts, words};
use crate::dossier::{Dossier, files};
use crate::forms::{SUOI_BAC, filled, form};
use crate::issued::two_communes;

const PATH: &str = "/viec/hai-xa/2024-Q2/nhap";
const SENT: &str = "out/.baocao/gui-len";
const TABLE: &str = "Đơn vị,dan_so\nSuối Bạc,1001\nĐồi Mây,1502\n";
const HALF: &str = "Đơn vị,dan_so\nSuối Bạc,1001\nĐồi Mây,abc\n";

fn opened() -> Page {
    Page::open(Dossier::case("hai-xa"), "2024-06-25")
}

/// Where a page that was tried out is confirmed.
fn confirmed_at(page: &str) -> String {
    let form = page.replace("&#x2f;", "/");
    let at = form.split(&format!("action=\"{PATH}/")).nth(1).expect("a button");
    format!("{PATH}/{}", at.split('"').next().expect("an address"))
}

/// What the command says of a table, without the name of its folder.
fn said(dossier: &Dossier, table: &str, more: &[&str]) -> String {
    dossier.put("so-lieu.csv", table);
    let own = ["import", "so-lieu.csv", "hai-xa", "--period", "2024-Q2"];
    let told = dossier.run(own.into_iter().chain(more.iter().copied()));
    told.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_sent_is_tried_out_as_the_command_does_and_written_when_confirmed() {
    let twin = Dossier::case("hai-xa");
    let named = |said: String| said.replace("so_lieu.dan_so: ", "Dân số (so_lieu.dan_so): ");
    let (dry, done) = (said(&twin, TABLE, &["--dry-run"]), said(&twin, TABLE, &[]));
    assert!(dry.contains("so_lieu.dan_so: 1000 → 1001"), "{dry}");
    let (dry, done) = (named(dry), named(done));
    let page = opened();
    let before = files(&page.dossier.path("inputs"));
    let tried = page.follow(page.send(PATH, &[("so-lieu.csv", TABLE.as_bytes())], &[]));
    assert!(words(&tried).contains(&dry), "{}\n{dry}", words(&tried));
    assert!(files(&page.dossier.path("inputs")) == before, "a dry run wrote");
    let told = page.done(&confirmed_at(&tried), &[("viec", "nhap")]);
    assert!(told.contains(&done), "{told}\n{done}");
    assert!(files(&page.dossier.path("inputs")) == files(&twin.path("inputs")), "other returns");
    assert_eq!(files(&page.dossier.path(SENT)).len(), 0, "what was imported is kept no longer");
    assert_eq!(page.post(&confirmed_at(&tried), &[("viec", "nhap")]).status, 410, "once more");
}

#[test]
fn what_is_refused_is_told_and_right_cells_are_taken_when_asked_for() {
    let page = opened();
    let tried = page.follow(page.send(PATH, &[("bảng.csv", HALF.as_bytes())], &[]));
    let told = words(&tried);
    assert!(told.contains("lỗi [V01]") && told.contains("bảng.csv:B3"), "{told}");
    assert!(told.contains("bỏ qua vì có lỗi: xã Đồi Mây"), "{told}");
    let again = page.follow(page.post(&confirmed_at(&tried), &[("mot_phan", "co")]));
    assert!(again.contains("name=\"mot_phan\" value=\"co\">"), "what was ticked is confirmed too");
    let before = page.dossier.read("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    page.done(&confirmed_at(&again), &[("viec", "nhap"), ("mot_phan", "co")]);
    let after = page.dossier.read("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    assert_eq!(before.replace("dan_so: 1000", "dan_so: 1001"), after);
    assert_eq!(page.post(&confirmed_at(&again), &[("chot_den", "--inputs=x")]).status, 303);
}

#[test]
fn forms_of_many_units_and_a_word_draft_are_taken_together() {
    let dossier = Dossier::case("hai-xa");
    dossier.run(["form", "2024-Q2", "hai-xa"]).ends_with(0);
    dossier.run(["draft", "hai-xa", "--period", "2024-Q2", "--unit", "suoi-bac"]).ends_with(0);
    let read = |path: &str| std::fs::read(dossier.path(path)).expect("a file");
    let form = read("out/bieu/hai-xa/2024-Q2/bieu-2024-Q2-doi-may.xlsx");
    let draft = read("out/hai-xa/2024-Q2/suoi-bac.docx");
    let page = Page::open(dossier, "2024-06-25");
    let all = [("bieu.xlsx", form.as_slice()), ("bieu.xlsx", &form), ("du-thao.docx", &draft)];
    let told = words(&page.follow(page.send(PATH, &all, &[])));
    assert!(told.contains("Tệp đã gửi: bieu.xlsx , bieu (2).xlsx , du-thao.docx"), "{told}");
    assert!(told.contains("biểu của xã Đồi Mây chưa điền gì"), "{told}");
    assert!(told.contains("du-thao.docx: bản Word của hai-xa/2024-Q2/suoi-bac"), "{told}");
}

#[test]
fn what_was_sent_is_confirmed_with_the_very_same_bytes_or_not_at_all() {
    let page = opened();
    let before = files(&page.dossier.path("inputs"));
    let kept = |page: &Page| {
        let own = files(&page.dossier.path(SENT));
        assert_eq!(own.len(), 1, "{own:?}");
        page.dossier.path(&format!("{SENT}/{}", own[0].0))
    };
    for change in [
        |path: &std::path::Path| std::fs::remove_file(path).expect("it is removed"),
        |path: &std::path::Path| std::fs::write(path, TABLE.replace("1001", "7")).expect("written"),
    ] {
        let tried = page.follow(page.send(PATH, &[("so-lieu.csv", TABLE.as_bytes())], &[]));
        change(&kept(&page));
        let answer = page.post(&confirmed_at(&tried), &[("viec", "nhap")]);
        assert_eq!(answer.status, 410);
        assert!(words(&answer.text()).contains("gửi lại tệp"), "{}", answer.text());
        std::fs::remove_dir_all(page.dossier.path(SENT)).expect("what was sent");
    }
    let other = format!("{PATH}/{}", "0".repeat(64));
    assert_eq!(page.post(&other, &[("viec", "nhap")]).status, 410, "never sent");
    assert!(files(&page.dossier.path("inputs")) == before, "something was written");
}

#[test]
fn what_was_sent_for_one_quarter_is_not_confirmed_for_another() {
    let page = opened();
    let tried = page.follow(page.send(PATH, &[("so-lieu.csv", TABLE.as_bytes())], &[]));
    let other = confirmed_at(&tried).replace("2024-Q2", "2024-Q1");
    assert_eq!(page.post(&other, &[("viec", "nhap")]).status, 410);
}

#[test]
fn a_hostile_name_is_a_files_alone_and_shown_as_text() {
    let page = opened();
    let before = files(&page.dossier.path("inputs"));
    let hostile = [
        "../../../../inputs/hai-xa/ke-hoach.yaml",
        "..\\..\\inputs\\ke-hoach.csv",
        "<img src=x onerror=alert(1)>.csv",
        "--inputs=x.csv",
        "/etc/passwd",
        "a\u{202e}vsc.exe",
        "CON",
        "{{ 7*7 }}.csv",
        "..",
        "",
    ];
    for name in hostile {
        let seen = page.follow(page.send(PATH, &[(name, TABLE.as_bytes())], &[]));
        assert!(!seen.contains("<img") && !seen.contains("onerror=alert(1)>"), "{name}: {seen}");
        assert!(!seen.contains(SENT), "nobody is told where it lies: {seen}");
    }
    assert!(files(&page.dossier.path("inputs")) == before, "a file of the inputs changed");
    let out = files(&page.dossier.path("out"));
    let outside: Vec<_> =
        out.iter().filter(|(name, _)| !name.starts_with(".baocao/gui-len/")).collect();
    assert!(outside.is_empty(), "{outside:?}");
    for (name, _) in out {
        let parts: Vec<&str> = name.split('/').collect();
        assert!(parts.len() == 4 && parts[2].len() == 64, "{name}");
    }
}

#[test]
fn what_is_too_large_torn_or_empty_is_refused_and_the_page_goes_on() {
    let page = opened();
    let (host, cookie) = (page.host(), page.cookie());
    let origin = format!("http://{host}");
    let own = [("Host", host.as_str()), ("Cookie", &cookie), ("Origin", &origin)];
    let line = format!("POST {PATH}");
    let with =
        |more: &[(&str, &str)], body: &str| page.ask(&line, &[&own[..], more].concat(), body);
    let parts = ("Content-Type", "multipart/form-data; boundary=x");
    let large = with(&[parts, ("Content-Length", "99999999999")], "");
    assert_eq!(large.status, 413);
    assert!(large.text().contains("64 MB"), "{}", large.text());
    for (body, why) in [
        ("--x", "no part ends"),
        (
            "--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a.csv\"\r\n\r\nabc",
            "torn",
        ),
        ("", "nothing"),
        ("khong phai", "no parts"),
        ("--x\r\n\r\n\u{0}\r\n--x--\r\n", "no text"),
    ] {
        assert_eq!(with(&[parts], body).status, 400, "{why}");
    }
    assert_eq!(with(&[("Content-Type", "multipart/form-data")], "--x").status, 400, "no boundary");
    let many: Vec<(&str, &str)> = (0..600).map(|_| ("a", "1")).collect();
    assert_eq!(
        page.send_body(PATH, &in_parts(&[], &many)).status,
        413,
        "more parts than any form has"
    );
    let long = "a".repeat(100_000);
    assert_eq!(page.send_body(PATH, &in_parts(&[], &[("a", &long)])).status, 413);
    let nothing = page.send(PATH, &[], &[]);
    assert_eq!(nothing.status, 400);
    assert!(nothing.text().contains("Chưa chọn tệp nào"), "{}", nothing.text());
    assert_eq!(page.send(PATH, &[("", b"")], &[]).status, 400, "an empty field for files");
    assert!(!page.dossier.is_there(SENT), "something was kept");
    assert!(page.get("/ho-so/hai-xa/2024-Q2").page().contains("Suối Bạc"));
}

#[test]
fn no_foreign_page_does_anything() {
    let page = opened();
    let before = files(&page.dossier.path(""));
    let (host, cookie) = (page.host(), page.cookie());
    let quarter = "/viec/hai-xa/2024-Q2";
    let steps = [
        "mo-ky",
        "bieu",
        "nhap",
        "nhap/x",
        "kiem-tra",
        "lap",
        "ban-hanh",
        "ban-hanh/suoi-bac",
        "ban-hanh/suoi-bac/ban-ky",
        "ban-hanh/suoi-bac/ban-ky/x",
    ];
    let all = steps.map(|step| format!("{quarter}/{step}")).into_iter();
    for path in all.chain(["/dang-lam/x/dung".to_owned()]) {
        for media in
            ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
        {
            for origin in ["http://xau.example", "null"] {
                let own = [
                    ("Host", host.as_str()),
                    ("Cookie", &cookie),
                    ("Origin", origin),
                    ("Content-Type", media),
                ];
                let answer = page.ask(&format!("POST {path}"), &own, "viec=ban-hanh&xac_nhan=co");
                assert_eq!(answer.status, 403, "{path} {media} {origin}");
            }
        }
        let asked = page.get(&path).status;
        let reads = ["mo-ky", "bieu", "nhap", "ban-hanh", "ban-hanh/suoi-bac"];
        let is_page = reads.iter().any(|step| path == format!("{quarter}/{step}"));
        assert_eq!(asked == 200, is_page, "asking for {path} does nothing");
    }
    assert!(files(&page.dossier.path("")) == before, "something was done");
}

#[test]
#[cfg_attr(windows, ignore = "the age of a folder cannot be set there")]
fn what_nobody_confirmed_is_gone_the_next_day() {
    let old = format!("{SENT}/{}/cu.csv", "a".repeat(64));
    let new = format!("{SENT}/{}/moi.csv", "b".repeat(64));
    let foreign = format!("{SENT}/cua-nguoi-khac/tep.csv");
    let dossier = Dossier::case("hai-xa").write(&old, "1").write(&new, "1").write(&foreign, "1");
    let day_before = SystemTime::now() - Duration::from_hours(25);
    for path in [&old, &foreign] {
        let folder = dossier.path(path.rsplit_once('/').expect("a folder").0);
        let folder = std::fs::File::open(folder).expect("a folder");
        folder.set_modified(day_before).expect("its time");
    }
    let page = Page::open(dossier, "2024-06-25");
    let there = [&old, &new, &foreign].map(|path| page.dossier.is_there(path));
    assert_eq!(there, [false, true, true]);
}

#[test]
fn what_a_form_changes_is_told_by_the_names_of_the_form() {
    let dossier = two_communes();
    dossier.run(["new", "2025-Q1", "hai-xa"]).ends_with(0);
    dossier.run(["form", "2025-Q1"]).ends_with(0);
    let came_back = filled(form(&dossier, SUOI_BAC)).bytes();
    let page = Page::open(dossier, "2025-03-18");
    let path = "/viec/hai-xa/2025-Q1/nhap";
    let told = words(&page.follow(page.send(path, &[("suoi-bac.xlsx", &came_back)], &[])));
    for change in [
        "Ngày chốt số liệu (chot_den): (chưa có) → 2025-03-15",
        "Dân số (so_lieu.dan_so): (chưa có) → 1010",
        "Hạn chế, khuyết điểm (danh_gia.han_che): (chưa có) → «- Cầu yếu",
    ] {
        assert!(told.contains(change), "{change}: {told}");
    }
}
