//! Chromium's driver, started for one walk and ended with it; or the word that there is none. Not for what is done in the browser
//! ([`super::browser`]).
#![expect(
    clippy::disallowed_methods,
    reason = "whether a test may be left out is said in the environment"
)]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

/// Debian's names of both programs.
const DRIVER: &str = "chromedriver";
const BROWSER: &str = "chromium";

/// What the driver prints before its port.
const STARTED: &str = "started successfully on port ";

/// A running driver, until dropped.
pub(super) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts one; without it or the browser the test is left out, unless it is required.
    pub(super) fn start() -> Option<Self> {
        let missing = [DRIVER, BROWSER].into_iter().find(|program| !runs(program));
        let Some(missing) = missing else { return Some(Self::started()) };
        let need = format!("needs `{missing}`: apt-get install chromium chromium-driver");
        left_out("the local page in Chromium", &need);
        None
    }

    fn started() -> Self {
        let mut command = Command::new(DRIVER);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the driver starts");
        let out = BufReader::new(child.stdout.as_mut().expect("what it prints"));
        let lines = out.lines().map_while(Result::ok);
        let mut ports = lines.filter_map(|line| {
            let (_, port) = line.split_once(STARTED)?;
            port.trim_end_matches('.').parse().ok()
        });
        let port = ports.next().expect("the port of the driver");
        Self { child, port }
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// Whether there is such a program.
fn runs(program: &str) -> bool {
    let mut command = Command::new(program);
    let asked = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Says what was not tested and what it needs, past the test runner, which keeps what passing tests print; fails where all is
/// required.
#[track_caller]
pub(super) fn left_out(what: &str, need: &str) {
    let required = std::env::var_os("CHROMIUM_TESTS").is_some_and(|asked| asked == "required");
    assert!(!required, "not tested: {what}; it {need}");
    _ = writeln!(std::io::stderr(), "NOT TESTED: {what}; it {need}");
}
