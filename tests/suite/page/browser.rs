//! A program that serves the page of a folder, and what is asked of it: the fixture of these tests. Not for what is promised.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::dossier::Dossier;

/// A busy machine may take long; nothing waits so long on a quiet one.
const LONGEST: Duration = Duration::from_mins(2);

/// What stands between the parts of a form with files.
const BOUNDARY: &str = "----ranh-gioi";

/// A program that serves the page of a folder, until dropped.
pub(crate) struct Page {
    child: Child,
    /// The folder.
    pub(crate) dossier: Dossier,
    pub(super) port: u16,
    pub(crate) token: String,
}

/// What was answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Status and headers.
    pub(super) head: String,
    pub(super) bytes: Vec<u8>,
}

impl Page {
    /// Opens the page of a dossier as it is on a day.
    pub(crate) fn open(dossier: Dossier, today: &str) -> Self {
        let (child, port, token) = started(&dossier, today);
        Self { child, dossier, port, token }
    }

    /// The page that a program of somebody else's serves at an address it has printed.
    #[cfg(target_os = "linux")]
    pub(super) fn of(child: Child, dossier: Dossier, address: &str) -> Self {
        let (port, token) = at(address);
        Self { child, dossier, port, token }
    }

    /// Ends the program as a crash does, and starts it again on the same folder.
    pub(super) fn crashes_and_is_opened_again(&mut self, today: &str) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
        (self.child, self.port, self.token) = started(&self.dossier, today);
    }

    /// Asks it to end, as Ctrl-C does; its exit code.
    #[cfg(unix)]
    pub(super) fn interrupted(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-INT", &id]).status().expect("a signal");
        assert!(asked.success(), "it runs");
        self.child.wait().expect("it ends").code()
    }

    /// How many threads it has.
    #[cfg(target_os = "linux")]
    pub(super) fn threads(&self) -> usize {
        let status = format!("/proc/{}/status", self.child.id());
        let status = baocao::disk::bytes(status.as_ref()).expect("it runs");
        let status = String::from_utf8(status).expect("text");
        let threads = status.lines().find_map(|line| line.strip_prefix("Threads:"));
        threads.expect("a count").trim().parse().expect("a number")
    }

    /// The address it prints, with the token.
    pub(crate) fn printed_address(&self) -> String {
        format!("http://{}/?khoa={}", self.host(), self.token)
    }

    /// The name it answers to.
    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The cookie that lets in.
    pub(super) fn cookie(&self) -> String {
        format!("baocao_{}={}", self.port, self.token)
    }

    /// A connection, on which nothing has been said.
    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.host()).expect("it listens");
        stream.set_read_timeout(Some(LONGEST)).expect("a time");
        stream
    }

    /// What is answered to these bytes.
    pub(super) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // It may have answered and hung up before it was told all.
        _ = stream.write_all(request);
        Answer::read(&mut stream)
    }

    /// What is answered to a request with these headers, one a line.
    pub(super) fn ask(&self, line: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = format!("{line} HTTP/1.1\r\n");
        for (name, value) in headers {
            write!(request, "{name}: {value}\r\n").expect("a string");
        }
        if line.starts_with("POST") && !headers.iter().any(|(name, _)| *name == "Content-Length") {
            write!(request, "Content-Length: {}\r\n", body.len()).expect("a string");
        }
        self.raw(format!("{request}\r\n{body}").as_bytes())
    }

    /// A page, as a browser that was let in asks for it.
    pub(super) fn get(&self, path: &str) -> Answer {
        let (host, cookie) = (self.host(), self.cookie());
        let own = [("Host", host.as_str()), ("Cookie", &cookie), ("Sec-Fetch-Site", "same-origin")];
        self.ask(&format!("GET {path}"), &own, "")
    }

    /// What a page of its own sends as a form.
    pub(super) fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let (host, cookie) = (self.host(), self.cookie());
        let origin = format!("http://{host}");
        let own = [
            ("Host", host.as_str()),
            ("Cookie", &cookie),
            ("Origin", &origin),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.ask(&format!("POST {path}"), &own, &encoded(form))
    }
}

/// A program that serves the page of a folder, its port and its token.
fn started(dossier: &Dossier, today: &str) -> (Child, u16, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.args(["serve", "--today", today]).current_dir(dossier.path(""));
    let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    let out = child.stdout.as_mut().expect("what it prints");
    BufReader::new(out).read_line(&mut line).expect("a line");
    let address = line.trim().rsplit(' ').next().expect("an address");
    let (port, token) = at(address);
    (child, port, token)
}

/// The port and the token of an address.
fn at(address: &str) -> (u16, String) {
    let rest = address.strip_prefix("http://127.0.0.1:").expect("this machine alone");
    let (port, token) = rest.split_once("/?khoa=").expect("a token");
    (port.parse().expect("a port"), token.to_owned())
}

/// A file as a browser sends it: its name and what is in it.
pub(super) type Sent<'s> = (&'s str, &'s [u8]);

impl Page {
    /// What a page of its own sends as a form with files.
    pub(super) fn send(&self, path: &str, files: &[Sent<'_>], form: &[(&str, &str)]) -> Answer {
        self.send_body(path, &in_parts(files, form))
    }

    /// The same in these bytes.
    pub(super) fn send_body(&self, path: &str, body: &[u8]) -> Answer {
        let (host, cookie, length) = (self.host(), self.cookie(), body.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\n\
             Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {length}\r\n\r\n"
        );
        self.raw(&[head.as_bytes(), body].concat())
    }

    /// The page a browser sees in the end: sent on, and asked again while something is under way.
    #[track_caller]
    pub(super) fn follow(&self, answer: Answer) -> String {
        let begun = Instant::now();
        let mut answer = answer;
        let mut address = String::new();
        while begun.elapsed() < LONGEST {
            if let Some(next) = answer.header("location") {
                next.clone_into(&mut address);
            } else if !answer.page().contains("id=\"tien-do\"") {
                return answer.page();
            } else {
                std::thread::sleep(Duration::from_millis(100));
            }
            answer = self.get(&address);
        }
        panic!("it does not end: {}", answer.text());
    }

    /// What an action comes to, in words.
    #[track_caller]
    pub(super) fn done(&self, path: &str, form: &[(&str, &str)]) -> String {
        words(&self.follow(self.post(path, form)))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

impl Answer {
    fn read(stream: &mut TcpStream) -> Self {
        let mut all = Vec::new();
        // What was read before it hung up counts.
        _ = stream.read_to_end(&mut all);
        let end = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(all.len());
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let bytes = all.get(end + 4..).unwrap_or_default().to_vec();
        Self { status: status.unwrap_or_default(), head, bytes }
    }

    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The page as text.
    pub(super) fn text(&self) -> String {
        // It is escaped too, and stands for itself.
        String::from_utf8(self.bytes.clone()).expect("a page is text").replace("&#x2f;", "/")
    }

    /// The page, which must be one.
    #[track_caller]
    pub(super) fn page(&self) -> String {
        assert_eq!(self.status, 200, "{}\n{}", self.head, self.text());
        self.text()
    }
}

/// A form as a browser sends it.
fn encoded(form: &[(&str, &str)]) -> String {
    let escaped = |text: &str| -> String {
        let byte = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        };
        text.bytes().map(byte).collect()
    };
    let pair = |(name, value): &(&str, &str)| format!("{}={}", escaped(name), escaped(value));
    form.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// A form with files as a browser sends it.
pub(super) fn in_parts(files: &[Sent<'_>], form: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in form {
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
    }
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    body
}

/// The words between tags.
pub(super) fn words(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>'));
    let text = parts.map(|(_, text)| text).collect::<Vec<_>>().join(" ");
    let marks = [("&#x27;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    let text = marks.iter().fold(text, |text, (mark, own)| text.replace(mark, own));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
