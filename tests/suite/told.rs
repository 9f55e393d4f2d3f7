//! What the program said: exit code, what it printed, its findings. Not for what it wrote.

use std::process::Output;

use serde::Deserialize;

/// What the program said.
pub(crate) struct Told {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A finding as `--format json` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Found {
    pub(crate) phien_ban: u8,
    pub(crate) ma: String,
    pub(crate) muc_do: String,
    pub(crate) noi_dung: String,
    pub(crate) tep: Option<String>,
    pub(crate) dong: Option<usize>,
    pub(crate) cot: Option<usize>,
    pub(crate) o_bang: Option<String>,
    pub(crate) o: Option<String>,
    pub(crate) gia_tri: Option<String>,
    pub(crate) cach_sua: Option<String>,
    #[serde(default)]
    pub(crate) cho_khac: Vec<OtherPlace>,
}

/// Another place a finding points at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct OtherPlace {
    pub(crate) tep: String,
    pub(crate) dong: usize,
    pub(crate) cot: usize,
    pub(crate) nhan: String,
}

impl Found {
    /// File, line and column, if it has a place.
    pub(crate) fn place(&self) -> (&str, usize, usize) {
        (self.tep.as_deref().unwrap_or_default(), self.dong.unwrap_or(0), self.cot.unwrap_or(0))
    }
}

impl Told {
    /// Takes what a run left; whatever the input, the program ends by itself.
    #[track_caller]
    pub(crate) fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        let code = output.status.code().unwrap_or_else(|| panic!("killed:\n{stderr}"));
        assert!((0..=2).contains(&code), "exit code {code}:\n{stdout}\n{stderr}");
        assert!(!stderr.contains("panicked"), "{stderr}");
        Self { code, stdout, stderr }
    }

    /// Holds the run to its exit code.
    #[track_caller]
    pub(crate) fn ends_with(self, code: i32) -> Self {
        let (said, shown) = (format!("{}\n{}", self.stdout, self.stderr), 4_000);
        assert_eq!(self.code, code, "\n{}", said.chars().take(shown).collect::<String>());
        self
    }

    /// The findings of a run with `--format json`.
    #[track_caller]
    pub(crate) fn findings(&self) -> Vec<Found> {
        let read = |line: &str| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"))
        };
        self.stdout.lines().map(read).collect()
    }

    /// The findings of one code.
    #[track_caller]
    pub(crate) fn of(&self, code: &str) -> Vec<Found> {
        self.findings().into_iter().filter(|found| found.ma == code).collect()
    }

    /// The one finding of a code.
    #[track_caller]
    pub(crate) fn one(&self, code: &str) -> Found {
        let found = self.of(code);
        assert_eq!(found.len(), 1, "findings {code} in:\n{}", self.stdout);
        found.into_iter().next().expect("one finding")
    }

    /// The findings that refuse a report.
    #[track_caller]
    pub(crate) fn errors(&self) -> Vec<Found> {
        self.findings().into_iter().filter(|found| found.muc_do == "lỗi").collect()
    }

    /// What the closing line counts: reports built, left alone, held back for their data, failed.
    #[track_caller]
    pub(crate) fn counts(&self) -> [usize; 4] {
        let line =
            |said: &str| said.lines().last().filter(|line| line.contains("lỗi")).map(str::to_owned);
        let line =
            line(&self.stdout).filter(|line| !line.starts_with('{')).or_else(|| line(&self.stderr));
        let line = line.expect("a closing line");
        let mut numbers =
            line.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
        [(); 4].map(|()| numbers.next().unwrap_or_else(|| panic!("four counts in: {line}")))
    }
}
