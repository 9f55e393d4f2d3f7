//! The local page of 168 made-up units, asked over real sockets as a browser asks: how long until a page is there, and how much memory
//! many saves leave behind.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::{FIGURE, Made};
use crate::{Row, median, ms};

const ROUNDS: usize = 40;
const SAVES: usize = 1000;
/// So many saves until what is kept is kept.
const WARM: usize = 50;
/// The field of the figure that is typed.
const FIELD: &str = "ho_nuoc_may";

/// The board, a unit's page, the roll-up's and a form: as they were, and after an edit; and a save.
pub(crate) fn pages() -> Vec<Row> {
    let clerk = Clerk::of_168_units();
    let board = clerk.period.clone();
    let (unit, area, form) =
        (clerk.unit(""), format!("{}/tong-hop", clerk.period), clerk.unit("/nhap"));
    let none = |_: &Clerk| ();
    let edit = |clerk: &Clerk| _ = clerk.made.edit();
    let mut value = clerk.value();
    let (version, mut letters) = (clerk.version(), String::new());
    vec![
        clerk.row("page: board of 168 units", "≤ 300 ms", none, |clerk| clerk.get(&board)),
        clerk.row("page: board after an edit", "≤ 300 ms", edit, |clerk| clerk.get(&board)),
        clerk.row("page: a unit, as it was", "≤ 300 ms", none, |clerk| clerk.get(&unit)),
        clerk.row("page: a unit after an edit", "≤ 300 ms", edit, |clerk| clerk.get(&unit)),
        clerk.row("page: roll-up, as it was", "≤ 600 ms", none, |clerk| clerk.get(&area)),
        clerk.row("page: roll-up after an edit", "≤ 600 ms", edit, |clerk| clerk.get(&area)),
        clerk.row("page: form of a return", "≤ 300 ms", none, |clerk| clerk.get(&form)),
        clerk.row("page: key press to the printed page", "≤ 100 ms", none, |clerk| {
            letters.push('a');
            clerk.press(&version, &letters);
        }),
        clerk.row("page: form opened and a figure saved", "≤ 300 ms", none, |clerk| {
            value += 1;
            clerk.save(value);
        }),
    ]
}

/// Memory after many saves, each looked at.
pub(crate) fn memory() -> Vec<Row> {
    let clerk = Clerk::of_168_units();
    let (unit, begin) = (clerk.unit(""), clerk.value());
    let mut saves = (begin + 1..).map(|value| {
        clerk.save(value);
        clerk.get(&unit);
    });
    saves.by_ref().take(WARM).for_each(drop);
    let before = clerk.memory();
    saves.take(SAVES).for_each(drop);
    vec![Row {
        measure: "page: memory of 1.000 saves, each looked at",
        figure: format!("{before} MB, then {} MB", clerk.memory()),
        goal: "flat",
    }]
}

/// Who has the page of made-up dossiers open; the program ends with it.
struct Clerk {
    made: Made,
    child: Child,
    host: String,
    cookie: String,
    /// The address of the last period.
    period: String,
    /// A unit that has the figure.
    unit: String,
}

impl Clerk {
    fn of_168_units() -> Self {
        let made = Made::up(168, 2, 1);
        let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
        program.arg("serve").current_dir(made.path("")).stdout(Stdio::piped());
        let mut child = program.spawn().expect("it starts");
        let mut line = String::new();
        let told = child.stdout.as_mut().expect("what it prints");
        BufReader::new(told).read_line(&mut line).expect("an address");
        let (_, address) = line.trim().split_once("http://").expect("an address");
        let (host, token) = address.split_once("/?khoa=").expect("a token");
        let port = host.rsplit(':').next().expect("a port");
        let period = made.last("inputs");
        let period = period.file_name().expect("a period").to_string_lossy().into_owned();
        Self {
            host: host.to_owned(),
            cookie: format!("baocao_{port}={token}"),
            period: format!("/ho-so/mau-01/{period}"),
            unit: made.a_return().1,
            made,
            child,
        }
    }

    /// An address of the unit.
    fn unit(&self, below: &str) -> String {
        format!("{}/{}{below}", self.period, self.unit)
    }

    /// The middle time and that which 95 of 100 keep to, of something asked again and again.
    fn row<T>(
        &self,
        measure: &'static str,
        goal: &'static str,
        before: impl Fn(&Self),
        mut ask: impl FnMut(&Self) -> T,
    ) -> Row {
        ask(self);
        let once = |_| {
            before(self);
            let begun = Instant::now();
            ask(self);
            begun.elapsed()
        };
        let mut times: Vec<Duration> = (0..ROUNDS).map(once).collect();
        times.sort();
        let slow = times[(times.len() * 95).div_ceil(100) - 1];
        Row { measure, figure: format!("{}; 95 %: {}", ms(median(times)), ms(slow)), goal }
    }

    /// The page at an address.
    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path}"), "", "")
    }

    /// Types another value into the form and saves it.
    fn save(&self, value: u64) {
        let path = self.unit("/nhap");
        let page = self.get(&path);
        let mut form = format!("so.{FIELD}={value}");
        for name in ["ban".to_owned(), format!("goc.so.{FIELD}")] {
            let field = page.split_once(&format!("name=\"{name}\" value=\"")).expect("a field").1;
            let had = field.split_once('"').expect("a value").0;
            write!(form, "&{name}={had}").expect("a string");
        }
        let media = "Content-Type: application/x-www-form-urlencoded\r\n";
        let origin = format!("Origin: http://{}\r\n{media}", self.host);
        let told = self.ask(&format!("POST {path}"), &origin, &form);
        assert!(told.contains(FIELD) && told.contains("role=\"status\""), "not saved: {told}");
    }

    /// By which the form knows its file.
    fn version(&self) -> String {
        let page = self.get(&self.unit("/nhap"));
        let field = page.split_once("name=\"ban\" value=\"").expect("a field").1;
        field.split_once('"').expect("a value").0.to_owned()
    }

    /// Types a letter more into a text, and has what is shown then: the answer and the picture of the page that is another.
    fn press(&self, version: &str, letters: &str) {
        let media = "Content-Type: application/x-www-form-urlencoded\r\n";
        let origin = format!("Origin: http://{}\r\n{media}", self.host);
        let form = format!("ban={version}&loi.tinh_hinh=D{letters}.");
        let path = self.unit("/nhap/xem-ngay");
        let told = self.ask(&format!("POST {path}"), &origin, &form);
        let picture = told.split_once("<image href=\"").expect("a page").1;
        let picture = picture.split_once('"').expect("an address").0.replace("&#x2f;", "/");
        assert!(self.get(&picture).contains("<svg"), "a picture");
    }

    fn ask(&self, line: &str, more: &str, body: &str) -> String {
        let Self { host, cookie, .. } = self;
        let length = body.len();
        let request = format!(
            "{line} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n{more}Content-Length: {length}\r\n\r\n{body}"
        );
        let mut stream = TcpStream::connect(host).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("a page");
        assert!(answer.starts_with("HTTP/1.1 200"), "{line}: {answer}");
        answer
    }

    /// What the return has of the figure.
    fn value(&self) -> u64 {
        let text = std::fs::read_to_string(self.made.a_return().0).expect("a return");
        let (_, rest) = text.split_once(FIGURE).expect("the figure");
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    }

    /// The memory the program has, in MB.
    fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kilobytes.expect("a size") / 1024
    }
}

impl Drop for Clerk {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
