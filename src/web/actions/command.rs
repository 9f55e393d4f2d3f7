//! One of the program's own commands, run in a process of its own: what it finds and says, as a terminal would be told. Not for what a
//! page makes of it ([`super::outcome`]).
//!
//! There is no shell. Every value stands behind its option's name and words behind `--`, so that nothing typed becomes an option.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::outcome::Outcome;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::shown::visible;
use crate::diagnostic::system_error::words;
use crate::options::Paths;
use crate::web::finding_view::told;

/// A command to be run.
#[derive(Debug)]
pub(in crate::web) struct ProgramCommand {
    program: Option<PathBuf>,
    arguments: Vec<OsString>,
    words: Vec<OsString>,
    /// The folder sent files are in, which is nobody's business.
    hidden: Option<String>,
}

impl ProgramCommand {
    /// A command of the program, without anything else.
    pub(super) fn new(program: Option<PathBuf>, name: &str) -> Self {
        Self { program, arguments: vec![name.into()], words: Vec::new(), hidden: None }
    }

    /// With a value of an option; none where nothing was typed.
    pub(super) fn value(mut self, option: &str, value: impl AsRef<Path>) -> Self {
        let value = value.as_ref().as_os_str();
        if !value.is_empty() {
            let mut argument = OsString::from(format!("--{option}="));
            argument.push(value);
            self.arguments.push(argument);
        }
        self
    }

    /// With a switch, if it is on.
    pub(super) fn switch(mut self, option: &str, is_on: bool) -> Self {
        self.arguments.extend(is_on.then(|| format!("--{option}").into()));
        self
    }

    /// With one more word.
    pub(super) fn word(mut self, word: impl AsRef<Path>) -> Self {
        self.words.push(word.as_ref().into());
        self
    }

    /// With the folders of the page.
    pub(super) fn inputs(self, paths: &Paths) -> Self {
        self.value("inputs", &paths.inputs)
    }

    /// With the folders of the page where the command reads templates too.
    pub(super) fn sources(self, paths: &Paths) -> Self {
        let own = self.inputs(paths);
        match &paths.templates {
            Some(templates) => own.value("templates", templates),
            None => own,
        }
    }

    /// Leaves the folder of sent files out of what is said: their names alone are known.
    pub(super) fn hide(mut self, folder: &Path) -> Self {
        self.hidden = Some(format!("{}/", slashed(folder)));
        self
    }

    /// Runs it; what it found and said.
    pub(super) fn run(self) -> Outcome {
        let hidden = self.hidden.clone();
        let own = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            hidden.as_ref().map_or(text.clone(), |folder| text.replace(folder.as_str(), ""))
        };
        match self.value("format", "json").output() {
            Ok(output) => Outcome {
                code: code(&output),
                found: own(&output.stdout).lines().filter_map(told).collect(),
                said: visible(own(&output.stderr).trim()).into_owned(),
            },
            Err(why) => Outcome::failed(&why),
        }
    }

    /// Runs a command that only tells; what it prints, or what stopped it.
    pub(super) fn told(self) -> Result<String, Outcome> {
        let output = self.output().map_err(|why| Outcome::failed(&why))?;
        let said = visible(String::from_utf8_lossy(&output.stderr).trim()).into_owned();
        match code(&output) {
            2 => Err(Outcome { code: 2, found: Vec::new(), said }),
            _ => Ok(format!("{}{said}", visible(&String::from_utf8_lossy(&output.stdout)))),
        }
    }

    fn output(self) -> Result<Output, String> {
        let program = self.program.ok_or("hệ thống không cho biết chương trình nằm ở đâu")?;
        let mut command = Command::new(program);
        command.args(self.arguments).arg("--").args(self.words);
        let run = command.stdin(Stdio::null()).output();
        run.map_err(|error| format!("không chạy được lệnh ({})", words(&error)))
    }
}

/// The exit code; what was ended from outside did not do it.
fn code(output: &Output) -> u8 {
    output.status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(2)
}
