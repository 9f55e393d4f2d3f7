//! Everything that shapes a PDF, by content. Not for times and names of files, which shape nothing.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::assets::files::TemplateFiles;

/// Hashes of what a PDF is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The rendered markup: figures, texts and templates.
    pub noi_dung: String,
    /// The Typst library with its profiles.
    pub the_thuc: String,
    /// The fonts.
    pub phong_chu: String,
    /// The program.
    pub chuong_trinh: String,
}

/// Why a report was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
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
pub struct Shared {
    library: String,
    fonts: String,
}

impl Shared {
    /// Hashes the Typst library and the fonts.
    #[must_use]
    pub fn new(files: &TemplateFiles) -> Self {
        Self { library: folder(files, "van-ban-dang"), fonts: folder(files, "fonts") }
    }

    /// The fingerprint of a report with this markup.
    #[must_use]
    pub fn of(&self, markup: &str) -> Fingerprint {
        Fingerprint {
            noi_dung: blake3::hash(markup.as_bytes()).to_hex().to_string(),
            the_thuc: self.library.clone(),
            phong_chu: self.fonts.clone(),
            chuong_trinh: format!(
                "{} {}",
                env!("CARGO_PKG_VERSION"),
                crate::typeset::typesetter::STANDARDS
            ),
        }
    }
}

impl Fingerprint {
    /// Which parts differ from an earlier one.
    #[must_use]
    pub fn differences(&self, before: &Self) -> Vec<Reason> {
        let parts = [
            (self.noi_dung != before.noi_dung, Reason::Content(Vec::new())),
            (self.the_thuc != before.the_thuc, Reason::Format),
            (self.phong_chu != before.phong_chu, Reason::Fonts),
            (self.chuong_trinh != before.chuong_trinh, Reason::Program),
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
