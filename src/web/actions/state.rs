//! What is under way, what was sent, and the program that does it. Not for any one action.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::ProgramCommand;
use super::jobs::Jobs;
use super::uploads::Uploads;
use crate::disk::program_file;
use crate::options::Paths;

/// What is under way, what was sent, and the program that does it.
pub(in crate::web) struct Actions {
    /// What is under way or was done.
    pub(in crate::web) jobs: Jobs,
    /// Files that were sent.
    pub(super) uploads: Arc<Uploads>,
    /// Asked once: another program may be put in its place while this one runs.
    program: Option<PathBuf>,
}

impl Actions {
    /// Nothing under way; files that were sent on earlier days are removed.
    pub(in crate::web) fn open(paths: &Paths) -> Self {
        let uploads = Arc::new(Uploads::below(&paths.out));
        uploads.sweep();
        Self { jobs: Jobs::default(), uploads, program: program_file() }
    }

    /// A command of the program.
    pub(super) fn command(&self, name: &str) -> ProgramCommand {
        ProgramCommand::new(self.program.clone(), name)
    }
}
