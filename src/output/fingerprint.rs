//! Everything that shapes a PDF, by content. Not for times and names of files, which shape nothing.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::assets::files::TemplateFiles;

/// Hashes of what a PDF is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fingerprint {
    /// The rendered markup: figures, texts and templates.
    #[serde(rename = "noi_dung")]
    pub(crate) content: String,
    /// The Typst library with its profiles.
    #[serde(rename = "the_thuc")]
    pub(crate) format: String,
    /// The fonts.
    #[serde(rename = "phong_chu")]
    pub(crate) fonts: String,
    /// The program.
    #[serde(rename = "chuong_trinh")]
    pub(crate) program: String,
}

/// Why a report was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reason {
    /// On request.
    Asked,
    /// There was none.
    New,
    /// Its PDF is gone.
    Missing,
    /// Its PDF is not the one that was written.
    Damaged,
    /// Its figures, words or templates changed: which, as far as is known.
    Content(Vec<String>),
    /// The format library changed.
    Format,
    /// The fonts changed.
    Fonts,
    /// The program changed.
    Program,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Asked => "được yêu cầu dựng lại (--force)",
            Self::New => "báo cáo mới",
            Self::Missing => "tệp PDF không còn",
            Self::Damaged => "tệp PDF đã bị thay đổi",
            Self::Content(changes) if changes.is_empty() => {
                "số liệu, lời văn hoặc khuôn mẫu đã đổi"
            }
            Self::Content(changes) => return f.write_str(&changes.join("; ")),
            Self::Format => "thể thức (van-ban-dang) đã đổi",
            Self::Fonts => "phông chữ đã đổi",
            Self::Program => "phiên bản chương trình đã đổi",
        };
        f.write_str(words)
    }
}

/// The parts that are the same for every report of a run.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    library: String,
    fonts: String,
}

impl Shared {
    /// Hashes the Typst library and the fonts.
    #[must_use]
    pub(crate) fn new(files: &TemplateFiles) -> Self {
        Self { library: folder(files, "van-ban-dang"), fonts: folder(files, "fonts") }
    }

    /// The fingerprint of a report with this markup.
    #[must_use]
    pub(crate) fn of(&self, markup: &str) -> Fingerprint {
        Fingerprint {
            content: blake3::hash(markup.as_bytes()).to_hex().to_string(),
            format: self.library.clone(),
            fonts: self.fonts.clone(),
            program: format!(
                "{} {}",
                env!("CARGO_PKG_VERSION"),
                crate::typeset::typesetter::STANDARDS
            ),
        }
    }
}

impl Fingerprint {
    /// One hash of all of it.
    #[must_use]
    pub(crate) fn hash(&self) -> String {
        let all = [&self.content, &self.format, &self.fonts, &self.program];
        let all: Vec<&str> = all.into_iter().map(String::as_str).collect();
        blake3::hash(all.join("\n").as_bytes()).to_hex().to_string()
    }

    /// Which parts differ from an earlier one.
    #[must_use]
    pub(crate) fn differences(&self, before: &Self) -> Vec<Reason> {
        let parts = [
            (self.content != before.content, Reason::Content(Vec::new())),
            (self.format != before.format, Reason::Format),
            (self.fonts != before.fonts, Reason::Fonts),
            (self.program != before.program, Reason::Program),
        ];
        parts.into_iter().filter(|(differs, _)| *differs).map(|(_, why)| why).collect()
    }
}

fn folder(files: &TemplateFiles, name: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in files.below(name) {
        hasher.update(&(path.len() as u64).to_le_bytes()).update(path.as_bytes());
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    hasher.finalize().to_hex().to_string()
}
