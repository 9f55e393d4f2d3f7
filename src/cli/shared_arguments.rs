//! What several commands may be told alike: where figures, templates and reports are, how findings are told, days. Not for a
//! command's own words ([`super::arguments`]).

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::diagnostic::render::Format;
use crate::options::Paths;

/// Where figures are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Figures {
    /// Thư mục số liệu
    #[arg(long, value_name = "THƯ MỤC", default_value = "inputs", hide_default_value = true)]
    pub(super) inputs: PathBuf,
}

/// Where figures and templates are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Sources {
    #[command(flatten)]
    figures: Figures,
    /// Thư mục khuôn mẫu; không nêu thì report-templates cạnh inputs, hoặc bản đi kèm chương trình
    #[arg(long, value_name = "THƯ MỤC")]
    templates: Option<PathBuf>,
}

impl Sources {
    /// Where everything is, reports at their usual place.
    pub(super) fn paths(&self) -> Paths {
        let (inputs, templates) = (self.figures.inputs.clone(), self.templates.clone());
        Paths { inputs, templates, ..Paths::default() }
    }
}

/// Where figures, templates and reports are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Workspace {
    #[command(flatten)]
    sources: Sources,
    /// Thư mục kết quả
    #[arg(long, value_name = "THƯ MỤC", default_value = "out", hide_default_value = true)]
    out: PathBuf,
}

impl Workspace {
    /// Where everything is.
    pub(super) fn paths(&self) -> Paths {
        Paths { out: self.out.clone(), ..self.sources.paths() }
    }
}

/// How findings are told.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct FindingFormat {
    /// Dạng in phát hiện: human (vẽ dòng sai), short (mỗi phát hiện một dòng), json
    #[arg(
        long,
        value_name = "DẠNG",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: FormatName,
    /// Nêu đủ từng phát hiện: cảnh báo cùng loại không gộp, có cả ghi chú và điều đã nêu lần trước
    #[arg(long)]
    pub(super) details: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum FormatName {
    Human,
    Short,
    Json,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Human => Self::Human,
            FormatName::Short => Self::Short,
            FormatName::Json => Self::Json,
        }
    }
}

/// A day as it is typed: `2024-09-20`.
pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    let read = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    read.map_err(|_| "không có ngày ấy; ngày viết năm-tháng-ngày, ví dụ 2024-09-20".to_owned())
}

/// The name of a workbook to write.
///
/// # Errors
/// Another ending.
pub(super) fn xlsx(text: &str) -> Result<PathBuf, String> {
    ending_in(text, "xlsx")
}

/// The name of a PDF to write.
///
/// # Errors
/// Another ending.
pub(super) fn pdf(text: &str) -> Result<PathBuf, String> {
    ending_in(text, "pdf")
}

fn ending_in(text: &str, ending: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let own = path.extension().and_then(|own| own.to_str());
    match own {
        Some(own) if own.eq_ignore_ascii_case(ending) => Ok(path),
        _ => Err(format!("tên tệp phải có đuôi .{ending}")),
    }
}
