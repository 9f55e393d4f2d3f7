//! Who is let in and who is not: foreign pages, foreign names, strangers without the token, hostile addresses, bodies and
//! connections. Not for what pages say.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::browser::{Answer, Page};
use crate::dossier::Dossier;

const TODAY: &str = "2024-06-25";

fn opened() -> Page {
    Page::open(Dossier::case("hai-xa"), TODAY)
}

/// What is answered to someone with these headers besides the right host.
fn asked(page: &Page, line: &str, headers: &[(&str, &str)]) -> Answer {
    let host = page.host();
    let all: Vec<(&str, &str)> =
        [("Host", host.as_str())].into_iter().chain(headers.iter().copied()).collect();
    page.ask(line, &all, "a=1")
}

#[test]
fn the_printed_address_lets_a_browser_in_and_leaves_a_cookie_for_it_alone() {
    let page = opened();
    let answer = asked(&page, &format!("GET /?khoa={}", page.token), &[("Sec-Fetch-Site", "none")]);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert_eq!(cookie, format!("{}; Path=/; HttpOnly; SameSite=Strict", page.cookie()));
    assert_eq!(page.token.len(), 64);
    let again = [("Cookie", page.cookie())];
    let again: Vec<_> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = asked(&page, &format!("GET /?khoa={}", page.token), &again);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/")),
        "opened once more, the token stays in no address either"
    );
    let line = format!("GET //xau.example/?khoa={}", page.token);
    assert_eq!(asked(&page, &line, &[]).header("location"), Some("/xau.example/"));
    assert_ne!(page.token, opened().token, "each start has its own");
}

#[test]
fn who_has_no_token_or_another_is_told_nothing() {
    let page = opened();
    let other = "0".repeat(64);
    let wrong = format!("baocao_{}={other}", page.port);
    let short = format!("baocao_{}={}", page.port, &page.token[..63]);
    let elsewhere = format!("baocao_1={}", page.token);
    let cookies = [None, Some(&wrong), Some(&short), Some(&elsewhere)];
    for line in ["GET /", "GET /ho-so/hai-xa/2024-Q2", "GET /tep/trang.css", "HEAD /"] {
        for cookie in cookies {
            let headers: Vec<_> = cookie.iter().map(|one| ("Cookie", one.as_str())).collect();
            let answer = asked(&page, line, &headers);
            assert_eq!(answer.status, 403, "{line} {cookie:?}");
            assert!(!answer.text().contains("hai-xa"), "{}", answer.text());
        }
    }
    assert_eq!(asked(&page, &format!("GET /?khoa={other}"), &[]).status, 403);
    let with_token = format!("POST /?khoa={}", page.token);
    let own = format!("http://{}", page.host());
    assert_eq!(
        asked(&page, &with_token, &[("Origin", &own)]).status,
        403,
        "a form needs the cookie"
    );
}

#[test]
fn a_foreign_name_bound_to_this_machine_is_turned_away() {
    let page = opened();
    let cookie = page.cookie();
    let port = page.port;
    for host in [
        "xau.example".to_owned(),
        format!("xau.example:{port}"),
        format!("127.0.0.1.xau.example:{port}"),
        format!("127.0.0.2:{port}"),
        format!("0.0.0.0:{port}"),
        "127.0.0.1".to_owned(),
        "localhost".to_owned(),
        format!("[::1]:{port}"),
        format!("[::ffff:127.0.0.1]:{port}"),
        format!("localhost.:{port}"),
        format!("2130706433:{port}"),
        format!("127.0.0.1:0{port}"),
        format!("x@127.0.0.1:{port}"),
        format!("127.0.0.1:{}", port.wrapping_add(1)),
        String::new(),
    ] {
        let answer = page.ask("GET /", &[("Host", &host), ("Cookie", &cookie)], "");
        assert_eq!(answer.status, 421, "{host}");
    }
    let twice = [("Host", page.host()), ("Host", "xau.example".to_owned())];
    let twice: Vec<_> = twice.iter().map(|(name, host)| (*name, host.as_str())).collect();
    assert_eq!(page.ask("GET /", &[&twice[..], &[("Cookie", &cookie)]].concat(), "").status, 421);
    assert_eq!(page.ask("GET /", &[("Cookie", &cookie)], "").status, 421, "no name at all");
    let old = format!("GET / HTTP/1.0\r\nCookie: {cookie}\r\n\r\n");
    assert_eq!(page.raw(old.as_bytes()).status, 421, "no name at all, as old programs ask");
    let whole = asked(&page, &format!("GET http://xau.example:{port}/"), &[("Cookie", &cookie)]);
    assert_eq!(whole.status, 421, "another name in the line");
    let local = format!("localhost:{port}");
    assert_ne!(page.ask("GET /", &[("Host", &local), ("Cookie", &cookie)], "").status, 421);
}

#[test]
fn what_a_foreign_page_sends_is_turned_away() {
    let page = opened();
    let (cookie, own) = (page.cookie(), format!("http://{}", page.host()));
    let path = "/ho-so/hai-xa/2024-Q2/suoi-bac/nhap";
    let port = page.port;
    for origin in [
        "http://xau.example".to_owned(),
        "null".to_owned(),
        "https://".to_owned() + &page.host(),
        format!("http://127.0.0.1:{}", port.wrapping_add(1)),
        format!("http://localhost:{port}"),
        format!("{own}.xau.example"),
        format!("{own}, {own}"),
    ] {
        for method in ["GET", "POST"] {
            let line = format!("{method} {path}");
            let answer = asked(&page, &line, &[("Cookie", &cookie), ("Origin", &origin)]);
            assert_eq!(answer.status, 403, "{method} {origin}");
        }
    }
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let line = format!("POST {path}");
    assert_eq!(asked(&page, &line, &[("Cookie", &cookie), form]).status, 403, "no origin");
    let sent = [("Cookie", cookie.as_str()), ("Origin", &own), ("Origin", &own), form];
    assert_eq!(asked(&page, &line, &sent).status, 403, "two origins");
    assert_ne!(page.post(path, &[("so.dan_so", "đ")]).status, 403, "a form of its own");
    let referred = format!("{own}/?khoa={}", page.token);
    let answer = asked(&page, "GET /", &[("Referer", &referred)]);
    assert_eq!(answer.status, 403, "where it comes from lets nobody in");
    let mixed = [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "cross-site")];
    let mixed = [&mixed[..], &[("Cookie", &cookie)]].concat();
    assert_eq!(asked(&page, "GET /", &mixed).status, 403, "two answers to one question");
    for site in ["cross-site", "same-site", "x"] {
        let answer = asked(&page, "GET /", &[("Cookie", &cookie), ("Sec-Fetch-Site", site)]);
        assert_eq!(answer.status, 403, "{site}");
    }
}

#[test]
fn every_answer_is_kept_to_itself() {
    let page = opened();
    let answers = [
        page.get("/ho-so/hai-xa/2024-Q2"),
        page.get("/khong-co"),
        page.get("/tep/loc.js"),
        asked(&page, "GET /", &[]),
    ];
    for answer in answers {
        let policy = answer.header("content-security-policy").expect("a policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{}", answer.head);
        }
        assert!(answer.header("access-control-allow-origin").is_none(), "{}", answer.head);
    }
}

#[test]
fn pages_ask_nobody_else_for_anything() {
    for (name, bytes) in crate::dossier::files(&crate::dossier::repository().join("src/web/pages"))
    {
        let text = String::from_utf8(bytes).expect("text");
        // The name of a kind of picture looks like an address.
        let text = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for foreign in
            ["http:", "https:", "src=\"//", "@import", "url(", "style=\"", "onclick", "<script>"]
        {
            assert!(!text.contains(foreign), "{name} has {foreign}");
        }
    }
}

#[test]
fn no_address_leads_to_a_file_outside_what_is_served() {
    let dossier =
        Dossier::case("hai-xa").write("bi-mat.txt", "BÍ-MẬT").write("inputs/bi-mat.txt", "BÍ-MẬT");
    let page = Page::open(dossier, TODAY);
    for path in [
        "/../bi-mat.txt",
        "/tep/../bi-mat.txt",
        "/tep/..%2fbi-mat.txt",
        "/tep/%2e%2e/%2e%2e/bi-mat.txt",
        "/tep/..%5cbi-mat.txt",
        "/tep/khung.html",
        "/tep//etc/passwd",
        "/tep/%2fetc%2fpasswd",
        "/ho-so/..%2f..%2fbi-mat.txt/2024-Q2",
        "/ho-so/%2fetc/2024-Q2",
        "/ho-so/hai-xa/..%2f..%2fbi-mat.txt",
        "/ho-so/hai-xa/2024-Q2/..%2f..%2f..%2fbi-mat.txt",
        "/ho-so/hai-xa/2024-Q2/suoi-bac%00.yaml",
        "/ho-so/hai-xa/2024-Q2/%ff",
        "/inputs/bi-mat.txt",
        "/tep/trang.css%00.html",
        "/tep/trang.css::$DATA",
        "/tep/CON",
        "/tep/aux.css",
        "/tep/trang.css.",
        "/ho-so/NUL/2024-Q2",
        "/ho-so/hai-xa%2f2024-Q2/2024-Q2",
        "/ho-so/hai-xa%20/2024-Q2",
        "/ho-so/hai-xa/2024-Q2/COM1/nhap",
        "/ho-so/hai-xa/2024-Q2/suoi-bac.yaml/nhap",
        "/ho-so/hai-xa/2024-Q2/suoi-bac%2f..%2fdoi-may",
        "/ho-so/hai-xa/2024-Q2%5c..%5c../suoi-bac",
    ] {
        let answer = page.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.head);
        let text = answer.text();
        assert!(!text.contains("BÍ-MẬT") && !text.contains("root:"), "{path}: {text}");
    }
}

#[test]
fn what_is_too_large_or_no_form_is_refused_and_the_page_goes_on() {
    let page = opened();
    let (host, cookie) = (page.host(), page.cookie());
    let origin = format!("http://{host}");
    let own = [("Host", host.as_str()), ("Cookie", &cookie), ("Origin", &origin)];
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let line = "POST /ho-so/hai-xa/2024-Q2/suoi-bac/nhap";
    let with =
        |more: &[(&str, &str)], body: &str| page.ask(line, &[&own[..], more].concat(), body).status;
    assert_eq!(with(&[form, ("Content-Length", "9999999999")], ""), 413);
    let chunk = format!("300000\r\n{}\r\n0\r\n\r\n", "a".repeat(0x30_0000));
    assert_eq!(
        with(&[form, ("Transfer-Encoding", "chunked"), ("Content-Length", "0")], &chunk),
        413,
        "counted as it comes"
    );
    assert_eq!(with(&[("Content-Type", "text/plain")], "a=1"), 415);
    assert_eq!(with(&[("Content-Type", "multipart/form-data; boundary=x")], "--x"), 415);
    assert_eq!(with(&[], "a=1"), 415);
    assert_eq!(with(&[form], "a=%ff%fe"), 400);
    assert_eq!(with(&[form], "a=%00"), 400);
    assert_eq!(with(&[form], &"a=1&".repeat(5000)), 400);
    assert_eq!(with(&[form, ("Content-Length", "x")], ""), 400);
    assert_eq!(with(&[form, ("Transfer-Encoding", "chunked")], "zz\r\n"), 400);
    let long = format!("GET /{}", "a".repeat(40_000));
    assert!(matches!(page.ask(&long, &own, "").status, 400 | 414 | 431));
    let large = "x".repeat(40_000);
    assert_eq!(page.ask("GET /", &[&own[..], &[("X-Large", &large)]].concat(), "").status, 431);
    let many: Vec<_> = (0..200).map(|_| ("X-Many", "1")).collect();
    assert_eq!(page.ask("GET /", &[&own[..], &many].concat(), "").status, 431);
    for line in ["DELETE /", "PUT /", "OPTIONS /", "TRACE /", "CONNECT /", "PATCH /", "PROPFIND /"]
    {
        assert!(matches!(page.ask(line, &own, "").status, 400 | 405 | 421), "{line}");
    }
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00"[..],
        b"\r\n\r\n\r\n",
        b"GET\0/ HTTP/1.1\r\n\r\n",
        b"HELO x\r\n\r\n",
    ] {
        let status = page.raw(bytes).status;
        assert!(matches!(status, 0 | 400), "{bytes:?}: {status}");
    }
    assert!(page.get("/ho-so/hai-xa/2024-Q2").page().contains("Suối Bạc"));
}

#[test]
fn a_thousand_who_say_nothing_keep_nobody_out() {
    let page = opened();
    let mut silent: Vec<TcpStream> = Vec::new();
    for at in 0..1000 {
        let Ok(mut stream) = TcpStream::connect(page.host()) else { continue };
        // Some begin and do not go on.
        if at % 2 == 0 {
            _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: ");
        }
        silent.push(stream);
        if silent.len() > 400 {
            // Descriptors of this test are few as well.
            silent.remove(0);
        }
    }
    let before = Instant::now();
    assert!(page.get("/ho-so/hai-xa/2024-Q2").page().contains("Suối Bạc"));
    assert!(before.elapsed() < Duration::from_secs(10), "{:?}", before.elapsed());
}

#[cfg(target_os = "linux")]
#[test]
fn who_asks_and_hangs_up_many_times_does_not_have_many_pages_made_at_once() {
    let page = opened();
    let path = "/ho-so/hai-xa/2024-Q2/tong-hop";
    page.get(path).page();
    let before = page.threads();
    let (host, cookie) = (page.host(), page.cookie());
    for _ in 0..60 {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n");
        page.connect().write_all(request.as_bytes()).expect("it listens");
    }
    assert!(page.get(path).page().contains("<h1>"));
    assert!(page.threads() <= before + 2, "{} after {before}", page.threads());
}

#[test]
fn who_says_half_a_head_is_hung_up_on() {
    let page = opened();
    let before = Instant::now();
    let answer = page.raw(b"GET / HTTP/1.1\r\nHost: ");
    assert!(matches!(answer.status, 0 | 400 | 408), "{}", answer.head);
    assert!(before.elapsed() < Duration::from_secs(20), "{:?}", before.elapsed());
}

#[test]
fn a_body_that_does_not_end_is_not_waited_for() {
    let page = opened();
    let (host, cookie) = (page.host(), page.cookie());
    let begun = |cookie: &str| {
        let request = format!(
            "POST /ho-so/hai-xa/2024-Q2/suoi-bac/nhap HTTP/1.1\r\nHost: {host}\r\n\
             Origin: http://{host}\r\nCookie: {cookie}\r\nTransfer-Encoding: chunked\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n3\r\na=1\r\n"
        );
        let before = Instant::now();
        (page.raw(request.as_bytes()).status, before.elapsed())
    };
    let (status, time) = begun("");
    assert!(status == 403 && time < Duration::from_secs(5), "a stranger's: {status} {time:?}");
    let (status, time) = begun(&cookie);
    assert!(status == 408 && time < Duration::from_secs(40), "our own: {status} {time:?}");
}

#[test]
fn a_head_is_asked_for_as_a_page_is_and_has_no_body() {
    let page = opened();
    let (host, cookie) = (page.host(), page.cookie());
    let own = [("Host", host.as_str()), ("Cookie", &cookie)];
    for (path, status) in [("/ho-so/hai-xa/2024-Q2", 200), ("/khong-co", 404)] {
        let answer = page.ask(&format!("HEAD {path}"), &own, "");
        assert_eq!((answer.status, answer.bytes.len()), (status, 0), "{path}");
    }
}

#[test]
fn a_hostile_name_is_shown_as_text() {
    let name = "<script>alert(1)</script>\"'&{{ 7*7 }}";
    let quoted = format!("\"{}\"", name.replace('"', "\\\""));
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let dossier = Dossier::case("hai-xa");
    let text = dossier.read(plan);
    let at = text.lines().find(|line| line.contains("Suối Bạc")).expect("the unit");
    let dossier = dossier.replace(plan, at, &at.replace("Suối Bạc", &quoted));
    let page = Page::open(dossier, TODAY);
    let told = page.get("/ho-so/hai-xa/2024-Q2?tim=%22%3E%3Cscript%3E").text();
    assert!(!told.contains("<script>alert") && !told.contains("\"><script>"), "{told}");
    assert!(told.contains("&lt;script&gt;alert(1)") && told.contains("{{ 7*7 }}"), "{told}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_also_while_somebody_says_nothing() {
    let page = opened();
    let _silent = page.connect();
    let before = Instant::now();
    assert_eq!(page.interrupted(), Some(0));
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
}

#[test]
fn a_hostile_text_is_shown_as_text_on_the_page_of_its_unit_and_in_its_form() {
    let text = "</textarea><script>alert(1)</script> \"'& {{ 7*7 }} {% raw %}";
    let dossier = Dossier::case("hai-xa").edit("inputs/hai-xa/2024-Q2/suoi-bac.yaml", |old| {
        old.replace("han_che: Đường vào thôn xa còn khó đi.", &format!("han_che: |\n    {text}"))
    });
    let page = Page::open(dossier, TODAY);
    for path in ["/ho-so/hai-xa/2024-Q2/suoi-bac", "/ho-so/hai-xa/2024-Q2/suoi-bac/nhap"] {
        let told = page.get(path).page();
        assert!(!told.contains("<script>alert") && told.contains("{{ 7*7 }}"), "{path}: {told}");
    }
}
