//! Everything that shapes a PDF, by content. Not for times and names of files, which shape nothing.

use serde::{Deserialize, Serialize};

use crate::template::files::TemplateFiles;

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
                crate::typeset::press::STANDARDS
            ),
        }
    }
}

impl Fingerprint {
    /// Which parts differ from an earlier one, in Vietnamese.
    #[must_use]
    pub fn differences(&self, before: &Self) -> Vec<&'static str> {
        let parts = [
            (self.noi_dung != before.noi_dung, "số liệu, lời văn hoặc khuôn mẫu đã đổi"),
            (self.the_thuc != before.the_thuc, "thể thức (van-ban-dang) đã đổi"),
            (self.phong_chu != before.phong_chu, "phông chữ đã đổi"),
            (self.chuong_trinh != before.chuong_trinh, "phiên bản chương trình đã đổi"),
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
