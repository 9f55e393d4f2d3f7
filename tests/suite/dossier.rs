//! A folder with inputs of its own, to change, check and build: the one fixture of the suite. Not for reading what the
//! program says ([`crate::told`]) or prints ([`crate::pdf`]).
#![expect(clippy::disallowed_methods, reason = "a fixture makes and reads the files of a case")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use assert_cmd::Command;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::pdf::Pdf;
use crate::told::Told;

/// The files of `out/` by their path below it.
pub(crate) type OutputFiles = BTreeMap<String, Vec<u8>>;

/// What building the samples with two jobs says and leaves; done once, for whoever only reads it.
pub(crate) static SAMPLES: LazyLock<(Told, OutputFiles)> = LazyLock::new(|| {
    let samples = Dossier::samples();
    (samples.run(["build", "--jobs", "2"]), samples.output_files())
});

/// A report of the samples, by its name such as `lac-duong/2024-Q1/lat`.
pub(crate) fn sample(name: &str) -> Pdf {
    let bytes = SAMPLES.1.get(&format!("{name}.pdf"));
    Pdf::read(bytes.unwrap_or_else(|| panic!("no report {name}")))
}

/// A folder to run the program in. Paths are those findings show: `inputs/lac-duong/2024-Q1/lat.yaml`.
pub(crate) struct Dossier {
    folder: TempDir,
}

impl Dossier {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// The samples that come with the program.
    pub(crate) fn samples() -> Self {
        Self::empty().copy(&repository().join("inputs"), "inputs")
    }

    /// What is in `tests/cases/<name>/`.
    pub(crate) fn case(name: &str) -> Self {
        Self::empty().copy(&repository().join("tests/cases").join(name), "")
    }

    /// The files of a folder of the repository beside the rest.
    pub(crate) fn with_files(self, folder: &str) -> Self {
        self.copy(&repository().join(folder), "")
    }

    /// A folder of the repository, under its name.
    pub(crate) fn with_folder(self, folder: &str) -> Self {
        self.copy(&repository().join(folder), folder)
    }

    fn copy(self, from: &Path, to: &str) -> Self {
        let found: Vec<_> = files(from);
        assert!(!found.is_empty(), "no files in {}", from.display());
        found.into_iter().fold(self, |copied, (path, bytes)| {
            let path = if to.is_empty() { path } else { format!("{to}/{path}") };
            copied.write(&path, bytes)
        })
    }

    /// Where `path` is on disk.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, with the folders it needs.
    pub(crate) fn write(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.put(path, content);
        self
    }

    /// Puts a file beside the others, with the folders it needs.
    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let place = self.path(path);
        std::fs::create_dir_all(place.parent().expect("a folder")).expect("the file's folder");
        std::fs::write(place, content).expect("the file is written");
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("a text file")
    }

    /// Changes a file.
    pub(crate) fn edit(self, path: &str, change: impl FnOnce(String) -> String) -> Self {
        let text = change(self.read(path));
        self.write(path, text)
    }

    /// Puts `to` in the place of `from`, which has to be there.
    #[track_caller]
    pub(crate) fn replace(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.read(path);
        assert!(text.contains(from), "no «{from}» in {path}");
        self.write(path, text.replace(from, to))
    }

    /// Deletes a file.
    pub(crate) fn remove(self, path: &str) -> Self {
        self.take_away(path);
        self
    }

    /// The same while somebody looks at it.
    pub(crate) fn take_away(&self, path: &str) {
        std::fs::remove_file(self.path(path)).expect("a file to delete");
    }

    /// Whether there is a file or folder at `path`.
    pub(crate) fn is_there(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Runs the program as a user would in this folder.
    pub(crate) fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Told {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
        let output = command.args(arguments).current_dir(self.folder.path()).output();
        Told::new(&output.expect("the program starts"))
    }

    /// Builds what is due.
    pub(crate) fn build(&self) -> Told {
        self.run(["build"])
    }

    /// Everything wrong with data and templates, one JSON object a finding.
    pub(crate) fn check(&self) -> Told {
        self.run(["check", "--format", "json"])
    }

    /// What lies in `out/` for people; the program's own folder is left out.
    pub(crate) fn output_files(&self) -> OutputFiles {
        let all = files(&self.path("out")).into_iter();
        all.filter(|(name, _)| !name.starts_with(".baocao/")).collect()
    }

    /// The report of this name, such as `lac-duong/2024-Q1/lat`.
    #[track_caller]
    pub(crate) fn pdf(&self, name: &str) -> Pdf {
        let path = self.path(&format!("out/{name}.pdf"));
        Pdf::read(
            &std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        )
    }

    /// Whether the report of this name is in `out/`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.is_there(&format!("out/{name}.pdf"))
    }
}

/// The names of the reports among output files.
pub(crate) fn reports(output_files: &OutputFiles) -> Vec<&str> {
    output_files.keys().filter_map(|name| name.strip_suffix(".pdf")).collect()
}

/// The folder of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether the repository has this file or folder.
pub(crate) fn repository_has(path: &str) -> bool {
    repository().join(path).exists()
}

/// The text of a file of the repository, if it is there.
pub(crate) fn text_of(path: &str) -> Option<String> {
    std::fs::read_to_string(repository().join(path)).ok()
}

/// Every file below `folder` and its content, in order of name; nothing when there is no such folder. One that is gone again
/// before it is read, as a program under way leaves them, is none.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let found = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let found = found.filter(|entry| entry.file_type().is_file());
    let named = found.filter_map(|entry| {
        let below = entry.path().strip_prefix(folder).expect("a file below the folder");
        let bytes = match std::fs::read(entry.path()) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
            Err(error) => panic!("{}: {error}", entry.path().display()),
        };
        Some((below.to_string_lossy().replace('\\', "/"), bytes))
    });
    named.collect()
}
