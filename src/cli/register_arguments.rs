//! What the commands of issued documents may be told: `issue`, `register`. Not for what is done with it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::register_values::{count, line, number};
use super::shared_arguments::{FindingFormat, Sources, Workspace, date, pdf, xlsx};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct IssueAsked {
    /// Hồ sơ (tên thư mục trong inputs)
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    pub(super) dossier: String,
    /// Kỳ, ví dụ 2025-Q1, hoặc mã giai đoạn tổng kết
    #[arg(value_name = "KỲ", help_heading = "Đối số")]
    pub(super) period: String,
    /// Đơn vị, tong-hop, hoặc tên công văn (don-doc-lat)
    #[arg(value_name = "ĐƠN VỊ", help_heading = "Đối số", required_unless_present = "all")]
    pub(super) unit: Option<String>,
    /// Cấp số cho mọi báo cáo của đơn vị trong kỳ chưa có số, theo thứ tự của kế hoạch
    #[arg(long, conflicts_with_all = ["unit", "number", "replace", "void", "signed"])]
    pub(super) all: bool,
    /// Ngày của văn bản, ví dụ 2026-10-05
    #[arg(long, value_name = "NGÀY", value_parser = date)]
    pub(super) date: Option<NaiveDate>,
    /// Số của văn bản; không nêu thì lấy số liền sau của cùng cơ quan, cùng loại văn bản, cùng nhiệm kỳ
    #[arg(long, value_name = "SỐ", value_parser = number)]
    pub(super) number: Option<u32>,
    /// Lý do nhảy số, khi sổ chưa có các số trước đó
    #[arg(long, value_name = "LÝ DO", value_parser = line)]
    pub(super) gap: Option<String>,
    /// Ban hành bản thay thế văn bản mang số này
    #[arg(long, value_name = "SỐ", value_parser = number, requires = "reason", conflicts_with_all = ["void", "signed"])]
    pub(super) replace: Option<u32>,
    /// Hủy số này, vì cấp nhầm; số không dùng lại
    #[arg(long, value_name = "SỐ", value_parser = number, requires = "reason", conflicts_with_all = ["signed", "number"])]
    pub(super) void: Option<u32>,
    /// Lý do thay thế hoặc hủy
    #[arg(long, value_name = "LÝ DO", value_parser = line)]
    pub(super) reason: Option<String>,
    /// Vào sổ bản PDF đã ký (ký số hoặc quét) của văn bản
    #[arg(long, value_name = "TỆP.pdf")]
    pub(super) signed: Option<PathBuf>,
    /// Số bản
    #[arg(long, value_name = "SỐ", value_parser = count)]
    pub(super) copies: Option<u32>,
    /// Ghi chú trong sổ
    #[arg(long, value_name = "GHI CHÚ", value_parser = line)]
    pub(super) note: Option<String>,
    /// Vẫn ban hành khi còn cảnh báo chưa xác nhận
    #[arg(long)]
    pub(super) with_warnings: bool,
    /// Vẫn cấp số cho số liệu minh họa, chưa có họ tên người ký (để tập dùng)
    #[arg(long)]
    pub(super) illustrative: bool,
    #[command(flatten)]
    pub(super) trial: Trial,
    #[command(flatten)]
    pub(super) workspace: Workspace,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}

/// Whether it is only tried out.
#[derive(Debug, Args)]
pub(super) struct Trial {
    /// Chỉ xem sẽ cấp số nào, còn vướng gì; chưa cấp
    #[arg(long, conflicts_with_all = ["void", "signed"])]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct RegisterAsked {
    /// Chỉ các hồ sơ này; không nêu thì cả sổ
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    pub(super) dossiers: Vec<String>,
    /// Ghi sổ ra tệp Excel
    #[arg(long, value_name = "TỆP.xlsx", value_parser = xlsx)]
    pub(super) xlsx: Option<PathBuf>,
    /// Ghi sổ ra tệp PDF khổ ngang để in
    #[arg(long, value_name = "TỆP.pdf", value_parser = pdf)]
    pub(super) pdf: Option<PathBuf>,
    /// Vào sổ một văn bản lập ngoài chương trình
    #[arg(long, requires_all = ["body", "kind", "symbol", "term", "number", "date", "subject"])]
    pub(super) enter: bool,
    /// Văn bản vào sổ: cơ quan ban hành, như trong kế hoạch
    #[arg(long, value_name = "CƠ QUAN", value_parser = line, requires = "enter")]
    pub(super) body: Option<String>,
    /// Tên loại văn bản, ví dụ Báo cáo
    #[arg(long = "type", value_name = "LOẠI", value_parser = line, requires = "enter")]
    pub(super) kind: Option<String>,
    /// Ký hiệu sau số, ví dụ BC/ĐU
    #[arg(long, value_name = "KÝ HIỆU", value_parser = line, requires = "enter")]
    pub(super) symbol: Option<String>,
    /// Nhiệm kỳ, ví dụ 2020-2025
    #[arg(long, value_name = "NHIỆM KỲ", value_parser = line, requires = "enter")]
    pub(super) term: Option<String>,
    /// Số
    #[arg(long, value_name = "SỐ", value_parser = number, requires = "enter")]
    pub(super) number: Option<u32>,
    /// Ngày của văn bản
    #[arg(long, value_name = "NGÀY", value_parser = date, requires = "enter")]
    pub(super) date: Option<NaiveDate>,
    /// Trích yếu
    #[arg(long, value_name = "TRÍCH YẾU", value_parser = line, requires = "enter")]
    pub(super) subject: Option<String>,
    /// Người ký
    #[arg(long, value_name = "NGƯỜI KÝ", value_parser = line, requires = "enter")]
    pub(super) signer: Option<String>,
    /// Nơi nhận; ghi nhiều lần cho nhiều nơi
    #[arg(long = "recipient", value_name = "NƠI NHẬN", value_parser = line, requires = "enter")]
    pub(super) recipients: Vec<String>,
    /// Số bản
    #[arg(long, value_name = "SỐ", value_parser = count, requires = "enter")]
    pub(super) copies: Option<u32>,
    /// Ghi chú
    #[arg(long, value_name = "GHI CHÚ", value_parser = line, requires = "enter")]
    pub(super) note: Option<String>,
    #[command(flatten)]
    pub(super) sources: Sources,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}
