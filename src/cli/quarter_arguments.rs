//! What the commands of a quarter may be told: `new`, `status`, `form`, `import`. Not for what is done with it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::shared_arguments::{Figures, FindingFormat, Sources, Workspace, date};
use super::typed_period;
use crate::docx::settled::Tracked;
use crate::error::Error;
use crate::model::period::Period;
use crate::options::AskedPeriod;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Opened {
    /// Kỳ cần mở, ví dụ 2025-Q1
    #[arg(value_name = "KỲ", value_parser = typed_period::whole, help_heading = "Đối số", required_unless_present = "dossier", conflicts_with = "dossier")]
    pub(super) period: Option<Period>,
    /// Chỉ các hồ sơ này; không nêu thì mọi hồ sơ có báo cáo kỳ ấy
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    pub(super) dossiers: Vec<String>,
    /// Ngày chốt số liệu ghi vào các tệp mới, ví dụ 2025-03-14; không nêu thì để trống
    #[arg(long, value_name = "NGÀY", value_parser = date)]
    pub(super) chot_den: Option<NaiveDate>,
    /// Không mở kỳ mà bắt đầu một hồ sơ mới có mã này: viết ke-hoach.yaml với mọi khóa được giải thích
    #[arg(long, value_name = "MÃ", conflicts_with_all = ["dossiers", "chot_den"])]
    pub(super) dossier: Option<String>,
    /// Hồ sơ mới nối tiếp hồ sơ này: số liệu, chỉ tiêu, nơi ban hành như kế hoạch của nó
    #[arg(long, value_name = "HỒ SƠ CŨ", requires = "dossier")]
    pub(super) from: Option<String>,
    /// Bảng .xlsx, .csv có các đơn vị của hồ sơ mới: cột tên; nếu có thì loại, mã, nhóm, tiền thân, từ ngày
    #[arg(long, value_name = "BẢNG", requires = "dossier")]
    pub(super) units: Option<PathBuf>,
    #[command(flatten)]
    pub(super) sources: Sources,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct StatusAsked {
    /// Kỳ cần xem, ví dụ 2025-Q1 (không nêu thì kỳ gần nhất đã mở hoặc đã đến hạn), rồi các hồ sơ (không nêu thì tất cả)
    #[arg(value_name = "KỲ, HỒ SƠ", help_heading = "Đối số")]
    pub(super) words: Vec<String>,
    /// Xem như hôm nay là ngày này, ví dụ 2026-10-01
    #[arg(long, value_name = "NGÀY", value_parser = date)]
    pub(super) today: Option<NaiveDate>,
    /// Ghi thêm một trang PDF để in: --pdf vào thư mục kết quả, --pdf=TỆP.pdf vào tệp ấy
    #[arg(long, value_name = "TỆP", num_args = 0..=1, require_equals = true, default_missing_value = ".")]
    pub(super) pdf: Option<PathBuf>,
    #[command(flatten)]
    pub(super) workspace: Workspace,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}

impl StatusAsked {
    /// The period and the dossiers that were named, in either order.
    ///
    /// # Errors
    /// A word that is meant as a period there is none of.
    pub(super) fn meant(&self) -> Result<(Option<AskedPeriod>, Vec<String>), Error> {
        let mut period = None;
        let mut dossiers = Vec::new();
        for word in &self.words {
            match typed_period::asked(word) {
                Ok(asked) if period.is_none() => period = Some(asked),
                Err(hint) if typed_period::is_meant(word) => {
                    let message = format!("không có quý nào là «{word}»");
                    return Err(Error::Unread { message, hint });
                }
                _ => dossiers.push(word.clone()),
            }
        }
        Ok((period, dossiers))
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct FormsAsked {
    /// Kỳ của số liệu, ví dụ 2025-Q1
    #[arg(value_name = "KỲ", value_parser = typed_period::whole, help_heading = "Đối số")]
    pub(super) period: Period,
    /// Chỉ các hồ sơ này (tên thư mục trong inputs); không nêu thì mọi hồ sơ có kỳ ấy
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    pub(super) dossiers: Vec<String>,
    /// Chỉ biểu của đơn vị này
    #[arg(long, value_name = "ĐƠN VỊ")]
    pub(super) unit: Option<String>,
    /// Gộp các đơn vị vào một biểu, mỗi đơn vị một hàng (không có phần lời văn)
    #[arg(long)]
    pub(super) gop: bool,
    /// Thư mục ghi biểu; trong đó mỗi hồ sơ, mỗi kỳ một thư mục
    #[arg(long, value_name = "THƯ MỤC", default_value = "out/bieu", hide_default_value = true)]
    pub(super) out: PathBuf,
    /// Ghi đè cả biểu đã có người điền
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) sources: Sources,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}

/// What becomes of tracked changes, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TrackedName {
    /// They are taken.
    Nhan,
    /// They are turned down.
    Bo,
}

impl From<TrackedName> for Tracked {
    fn from(typed: TrackedName) -> Self {
        match typed {
            TrackedName::Nhan => Self::Accepted,
            TrackedName::Bo => Self::Rejected,
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Imported {
    /// Biểu đã điền hoặc thư mục chứa biểu; bản Word .docx đã sửa; hay bảng .xlsx (cả .xls, .ods), .csv, mỗi đơn vị một hàng,
    /// mỗi số liệu một cột. Sau đó là hồ sơ nhận số liệu; biểu, bản Word đã mang tên hồ sơ, và chỉ có một hồ sơ thì không cần nêu
    #[arg(value_name = "BIỂU, BẢNG, BẢN WORD", required = true, help_heading = "Đối số")]
    pub(super) words: Vec<PathBuf>,
    /// Kỳ của số liệu, ví dụ 2024-Q3; biểu đã mang kỳ nên không cần nêu
    #[arg(long, value_name = "KỲ", value_parser = typed_period::whole)]
    pub(super) period: Option<Period>,
    /// Biểu, hàng có ô sai vẫn nhập những ô đúng; không nêu thì không nhập cả biểu, cả hàng
    #[arg(long)]
    pub(super) mot_phan: bool,
    /// Chỉ cho xem sẽ đổi gì, không ghi
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Trang của bảng; không nêu thì trang đầu tiên có đơn vị và số liệu
    #[arg(long, value_name = "TÊN")]
    pub(super) sheet: Option<String>,
    /// Ngày chốt số liệu của tệp mới, tệp chưa ghi ngày, ví dụ 2024-09-20; không nêu thì như các tệp khác cùng kỳ
    #[arg(long, value_name = "NGÀY", value_parser = date)]
    pub(super) chot_den: Option<NaiveDate>,
    /// Số ghi bằng chữ trong bảng viết kiểu Việt Nam: 15.260 là mười lăm nghìn, 1.250,5 có một số lẻ
    #[arg(long)]
    pub(super) so_viet: bool,
    /// Chỗ sửa có theo dõi (Track Changes) trong bản Word: nhan (coi như đã đồng ý), bo (coi như không sửa)
    #[arg(
        long,
        value_name = "CÁCH",
        default_value = "nhan",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) theo_doi: TrackedName,
    #[command(flatten)]
    pub(super) figures: Figures,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}
