//! Files as a revision of a Git repository has them, taken out by running `git` into a folder that goes with its value. Not for
//! what is in them.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// Why a revision cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoRevision {
    /// There is no `git` to run.
    NoGit,
    /// The folder is in no repository.
    NoRepository,
    /// The repository has no such revision.
    Unknown,
    /// The revision has no such folder.
    NoFolder,
    /// Something else went wrong, such as a full disk.
    Failed,
}

/// Folders of a revision; they are removed when this is dropped.
#[derive(Debug)]
pub(crate) struct Revision {
    folder: TempDir,
}

impl Revision {
    /// Takes out the folder `inputs` as the revision has it, and `beside`, a folder beside it, if the revision has one.
    ///
    /// # Errors
    /// Why that cannot be done.
    pub(crate) fn take(revision: &str, inputs: &Path, beside: &str) -> Result<Self, NoRevision> {
        let prefix = of_repository(inputs, &["rev-parse", "--show-prefix"])?;
        let prefix = prefix.trim_end_matches('/');
        let commit = format!("{revision}^{{commit}}");
        let commit = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
        let commit = asked(inputs, &commit).map_err(|_| NoRevision::Unknown)?;
        let folder = tempfile::tempdir().map_err(|_| NoRevision::Failed)?;
        let taken = Self { folder };
        taken
            .read_tree(inputs, &format!("{commit}:{prefix}"), "inputs")
            .map_err(|_| NoRevision::NoFolder)?;
        let parent =
            prefix.rsplit_once('/').map_or(String::new(), |(parent, _)| format!("{parent}/"));
        // Most repositories keep no templates of their own.
        _ = taken.read_tree(inputs, &format!("{commit}:{parent}{beside}"), beside);
        let to = format!("--prefix={}/", taken.folder.path().display());
        taken
            .with_index(inputs, &["checkout-index", "--all", &to])
            .map_err(|_| NoRevision::Failed)?;
        Ok(taken)
    }

    /// Where the inputs are.
    #[must_use]
    pub(crate) fn inputs(&self) -> PathBuf {
        self.folder.path().join("inputs")
    }

    fn read_tree(&self, inputs: &Path, tree: &str, to: &str) -> io::Result<String> {
        self.with_index(inputs, &["read-tree", &format!("--prefix={to}/"), tree])
    }

    /// Runs `git` with an index of its own, so that the user's is left alone.
    fn with_index(&self, inputs: &Path, arguments: &[&str]) -> io::Result<String> {
        // Paths of an index are those below the top of the repository.
        let top = asked(inputs, &["rev-parse", "--show-toplevel"])?;
        let mut git = Command::new("git");
        git.env("GIT_INDEX_FILE", self.folder.path().join("index")).arg("-C").arg(top);
        run(git.args(arguments))
    }
}

fn of_repository(folder: &Path, arguments: &[&str]) -> Result<String, NoRevision> {
    asked(folder, arguments).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => NoRevision::NoGit,
        _ => NoRevision::NoRepository,
    })
}

/// What `git` answers in a folder, without the line end.
fn asked(folder: &Path, arguments: &[&str]) -> io::Result<String> {
    run(Command::new("git").arg("-C").arg(folder).args(arguments))
}

fn run(git: &mut Command) -> io::Result<String> {
    let output = git.output()?;
    if !output.status.success() {
        return Err(io::Error::other("git refused"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches(['\n', '\r']).to_owned())
}
