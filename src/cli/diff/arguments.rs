//! What may be typed behind `diff`. Not for what is done with it ([`super`]).

use std::path::PathBuf;

use clap::Args;

use crate::cli::shared_arguments::{FormatName, Sources, pdf};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(crate) struct Compared {
    /// Hồ sơ, kỳ (hoặc mã giai đoạn) và đơn vị (tong-hop: báo cáo tổng hợp); không nêu đơn vị thì mọi báo cáo của kỳ
    #[arg(value_name = "HỒ-SƠ KỲ ĐƠN-VỊ", num_args = 2..=3, required = true, help_heading = "Đối số")]
    pub(super) words: Vec<String>,
    /// So hiện nay với: lan-lap (lần lập gần nhất), so-12 (văn bản số 12 đã ban hành), một kỳ như 2024-Q1, một thư mục số liệu
    /// khác, git:BẢN (một bản trong kho Git); không nêu thì với bản đã ban hành, chưa ban hành thì với lần lập gần nhất
    #[arg(long, value_name = "GÌ", conflicts_with_all = ["from", "to"])]
    pub(super) with: Option<String>,
    /// Bên cũ, ghi như --with; dùng cùng --to
    #[arg(long, value_name = "GÌ", requires = "to")]
    pub(super) from: Option<String>,
    /// Bên mới, ghi như --with, hoặc hien-nay; dùng cùng --from
    #[arg(long, value_name = "GÌ", requires = "from")]
    pub(super) to: Option<String>,
    /// Viết thêm một PDF của một báo cáo: bên mới có đánh dấu chỗ đổi, bên cũ ở cạnh
    #[arg(long, value_name = "TỆP.pdf", value_parser = pdf)]
    pub(super) pdf: Option<PathBuf>,
    #[command(flatten)]
    pub(super) sources: Sources,
    /// Thư mục kết quả của lần lập gần nhất
    #[arg(long, value_name = "THƯ MỤC", default_value = "out", hide_default_value = true)]
    pub(super) out: PathBuf,
    /// Dạng in: human (có đánh dấu chữ đổi), short (mỗi báo cáo một dòng), json
    #[arg(
        long,
        value_name = "DẠNG",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatName,
}
