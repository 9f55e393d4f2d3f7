//! What the user may type, and how each word is explained. Not for what is done with it, and not for the commands of a quarter
//! ([`super::quarter_arguments`]).

use std::num::NonZero;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

use super::diff::arguments::Compared;
use super::quarter_arguments::{FormsAsked, Imported, Opened, StatusAsked};
use super::register_arguments::{IssueAsked, RegisterAsked};
use super::shared_arguments::{Figures, FindingFormat, FormatName, Sources, Workspace, date};
use super::typed_period;
use crate::options::AskedPeriod;

const HELP: &str = "\
{about}

Cách dùng: {usage}

{all-args}{after-help}";

const MORE: &str = "\
Ví dụ:
  baocao build                               lập mọi báo cáo còn thiếu hoặc đã đổi, vào thư mục out
  baocao build --period 2024-Q1 --unit lat   chỉ một báo cáo
  baocao check                               chỉ kiểm tra số liệu và khuôn mẫu
  baocao explain HỒ-SƠ 2024-Q3 tong-hop      các số của báo cáo tổng hợp; thêm một mã để biết số ấy từ đâu ra
  baocao diff HỒ-SƠ 2024-Q3 tong-hop         báo cáo đã đổi những gì từ bản đã ban hành hoặc lần lập trước
  baocao inspect van-ban.pdf                 đo một PDF, nêu chỗ lệch thể thức
  baocao new 2025-Q1                         mở quý I/2025: tệp của từng đơn vị, chờ điền
  baocao status 2025-Q1                      ai đã nộp, ai chưa, còn thiếu số nào
  baocao draft HỒ-SƠ --period 2025-Q1        lập bản Word để lãnh đạo sửa lời văn; sửa xong thì import
  baocao form 2025-Q1                        lập biểu Excel để gửi các đơn vị điền
  baocao import thu-muc-bieu                 nhập các biểu đã điền gửi về
  baocao import ban-thao.docx                nhập lại lời văn đã sửa trong bản Word
  baocao issue HỒ-SƠ 2025-Q1 lat --date 2025-04-02   cấp số, ghi ngày, lưu và vào sổ một báo cáo
  baocao serve --open                        mở trang trên máy này bằng trình duyệt
  baocao import bang.xlsx --period 2024-Q3   nhập số liệu từ bảng vào tệp của các đơn vị

Kết thúc với mã 0: đã lập xong; 1: có báo cáo bị giữ lại vì lỗi; 2: không chạy được.
Hướng dẫn: baocao guide (HUONG-DAN.md); tra cứu: TRA-CUU.md";

/// What the user typed.
#[derive(Debug, Parser)]
#[command(name = "baocao", version, help_template = HELP, after_help = MORE, disable_help_subcommand = true)]
#[command(
    about = "Lập báo cáo tiến độ của cấp ủy từ số liệu YAML: kiểm tra, tổng hợp, dàn trang đúng thể thức, ra PDF."
)]
#[command(subcommand_help_heading = "Lệnh", disable_help_flag = true, disable_version_flag = true)]
#[command(override_usage = "baocao <LỆNH> [HỒ SƠ]... [TÙY CHỌN]")]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// In hướng dẫn này
    #[arg(long, short, global = true, action = clap::ArgAction::Help, help_heading = "Chung")]
    help: Option<bool>,
    /// In phiên bản
    #[arg(long, action = clap::ArgAction::Version, help_heading = "Chung")]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Lập PDF cho mọi báo cáo đến kỳ; báo cáo không đổi thì không lập lại
    #[command(help_template = HELP, override_usage = "baocao build [HỒ SƠ]... [TÙY CHỌN]")]
    Build {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        orders: Orders,
    },
    /// Lập PDF, rồi lập lại ngay khi tệp số liệu hoặc khuôn mẫu thay đổi; Ctrl-C để dừng
    #[command(help_template = HELP, override_usage = "baocao watch [HỒ SƠ]... [TÙY CHỌN]")]
    Watch {
        #[command(flatten)]
        common: Common,
    },
    /// Kiểm tra số liệu và khuôn mẫu, không lập PDF
    #[command(help_template = HELP, override_usage = "baocao check [HỒ SƠ]... [TÙY CHỌN]")]
    Check {
        #[command(flatten)]
        common: Common,
    },
    /// Đo một tệp PDF đã xong, nêu chỗ lệch thể thức văn bản của Đảng
    #[command(help_template = HELP, override_usage = "baocao inspect TỆP.pdf... [TÙY CHỌN]")]
    Inspect(Inspected),
    /// Mở một kỳ: tạo tệp của từng đơn vị còn thiếu, chờ điền; tệp đã có thì giữ nguyên
    #[command(help_template = HELP, override_usage = "baocao new KỲ [HỒ SƠ]... [TÙY CHỌN]\n       baocao new --dossier MÃ [--from HỒ-SƠ-CŨ] [--units BẢNG.xlsx] [TÙY CHỌN]")]
    New(Opened),
    /// Cho biết đơn vị nào đã nộp, chưa nộp, còn thiếu số nào; báo cáo nào đã lập; công văn nào cần gửi
    #[command(help_template = HELP, override_usage = "baocao status [KỲ] [HỒ SƠ]... [TÙY CHỌN]")]
    Status(StatusAsked),
    /// Lập bản Word của báo cáo để lãnh đạo sửa lời văn; sửa xong thì nhập lại bằng import
    #[command(help_template = HELP, override_usage = "baocao draft [HỒ SƠ]... [TÙY CHỌN]")]
    Draft(Drafted),
    /// Lập biểu Excel để gửi từng đơn vị điền số liệu và lời văn của một kỳ
    #[command(help_template = HELP, override_usage = "baocao form KỲ [HỒ SƠ]... [TÙY CHỌN]")]
    Form(FormsAsked),
    /// Nhập biểu các đơn vị đã điền, hoặc bảng Excel, CSV, vào tệp báo cáo của các đơn vị
    #[command(help_template = HELP, override_usage = "baocao import BIỂU-HOẶC-THƯ-MỤC... [HỒ SƠ] [TÙY CHỌN]\n       baocao import BẢNG.xlsx --period KỲ [HỒ SƠ] [TÙY CHỌN]")]
    Import(Imported),
    /// Ban hành báo cáo: cấp số, ghi ngày, lưu nguyên bản, vào sổ đăng ký; thay thế, hủy số, nhận bản ký
    #[command(help_template = HELP, override_usage = "baocao issue HỒ-SƠ KỲ ĐƠN-VỊ --date NGÀY [TÙY CHỌN]\n       baocao issue HỒ-SƠ KỲ --all --date NGÀY [TÙY CHỌN]")]
    Issue(Box<IssueAsked>),
    /// In sổ đăng ký văn bản, ghi ra Excel hoặc PDF; vào sổ văn bản lập ngoài chương trình
    #[command(help_template = HELP, override_usage = "baocao register [HỒ SƠ]... [TÙY CHỌN]")]
    Register(Box<RegisterAsked>),
    /// Mở trang trên máy này để xem tình hình, đọc báo cáo, điền số liệu bằng trình duyệt; Ctrl-C để đóng
    #[command(help_template = HELP, override_usage = "baocao serve [TÙY CHỌN]")]
    Serve(Served),
    /// Viết lược đồ JSON để trình soạn thảo gợi ý và báo lỗi ngay khi gõ
    #[command(help_template = HELP, override_usage = "baocao schema [HỒ SƠ]... [TÙY CHỌN]")]
    Schema(Described),
    /// Cho biết một con số trong báo cáo từ đâu ra, hoặc giải thích một mã phát hiện
    #[command(help_template = HELP, override_usage = "baocao explain [MÃ PHÁT HIỆN]\n       baocao explain HỒ-SƠ KỲ ĐƠN-VỊ [SỐ] [TÙY CHỌN]")]
    Explain(Explained),
    /// Cho biết báo cáo đã đổi những gì so với bản đã ban hành, lần lập trước, kỳ khác: số liệu, kết luận, câu chữ, trang
    #[command(help_template = HELP, override_usage = "baocao diff HỒ-SƠ KỲ [ĐƠN-VỊ] [TÙY CHỌN]")]
    Diff(Compared),
    /// In hướng dẫn cho người lập báo cáo, hoặc viết thành PDF
    #[command(help_template = HELP, override_usage = "baocao guide [TÙY CHỌN]")]
    Guide(Guided),
    /// In hướng dẫn này
    #[command(hide = true)]
    Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Common {
    /// Chỉ các hồ sơ này (tên thư mục trong inputs); không nêu thì tất cả
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    pub(super) dossiers: Vec<String>,
    #[command(flatten)]
    pub(super) workspace: Workspace,
    /// Chỉ kỳ này, ví dụ 2024-Q3; chỉ có một năm thì ghi Q3 cũng được
    #[arg(long, value_name = "KỲ", value_parser = typed_period::asked)]
    pub(super) period: Option<AskedPeriod>,
    /// Chỉ báo cáo của đơn vị này (tong-hop: báo cáo tổng hợp)
    #[arg(long, value_name = "ĐƠN VỊ")]
    pub(super) unit: Option<String>,
    /// Số báo cáo lập cùng lúc; không nêu thì theo số nhân của máy
    #[arg(long, value_name = "SỐ", value_parser = jobs, allow_negative_numbers = true)]
    pub(super) jobs: Option<NonZero<usize>>,
    #[command(flatten)]
    pub(super) told: FindingFormat,
    /// Dừng ở lỗi đầu tiên
    #[arg(long)]
    pub(super) fail_fast: bool,
    /// Coi cảnh báo là lỗi: kết thúc với mã 1 nếu còn cảnh báo
    #[arg(long)]
    pub(super) strict: bool,
}

/// Word drafts.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Drafted {
    #[command(flatten)]
    pub(super) common: Common,
    /// Ghi «Dự thảo lần …» dưới số, ký hiệu; không nêu thì theo kế hoạch
    #[arg(long, value_name = "LẦN", value_parser = draft_number, allow_negative_numbers = true)]
    pub(super) lan: Option<u8>,
    /// Lập đè cả bản đã được sửa trong Word
    #[arg(long)]
    pub(super) force: bool,
}

/// What a build may be told besides.
#[derive(Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Orders {
    /// Nêu lý do từng báo cáo được lập lại hay giữ nguyên
    #[arg(long)]
    pub(super) why: bool,
    /// Lập lại cả báo cáo không đổi
    #[arg(long)]
    pub(super) force: bool,
    /// So từng PDF với bản đã ghi theo nội dung, không chỉ theo cỡ và giờ ghi; bản nào khác thì lập lại
    #[arg(long)]
    pub(super) verify: bool,
    /// Xóa báo cáo đã lập mà nay không còn số liệu hoặc kế hoạch ứng với nó
    #[arg(long)]
    pub(super) prune: bool,
    /// Đo từng PDF; bản lệch thể thức thì không ghi
    #[arg(long)]
    pub(super) inspect: bool,
    /// Ghi thêm mã nguồn Typst của từng báo cáo vào thư mục này, cạnh thư viện thể thức và phông chữ
    #[arg(long, value_name = "THƯ MỤC")]
    pub(super) typst: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Explained {
    /// Mã phát hiện như V07; hoặc hồ sơ, kỳ, đơn vị (tong-hop: báo cáo tổng hợp) và mã số liệu hay chỉ tiêu.
    /// Không nêu gì thì liệt kê mọi mã phát hiện; không nêu số thì liệt kê mọi số của báo cáo
    #[arg(value_name = "CẦN GIẢI THÍCH", num_args = 0..=4, help_heading = "Đối số")]
    pub(super) words: Vec<String>,
    /// Loại báo cáo, khi một quý có nhiều loại
    #[arg(long, value_name = "LOẠI")]
    pub(super) kind: Option<String>,
    #[command(flatten)]
    pub(super) sources: Sources,
    /// Dạng in: human (bảng cộng), short (mỗi số cộng một dòng), json
    #[arg(
        long,
        value_name = "DẠNG",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: FormatName,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Inspected {
    /// Tệp PDF do chương trình này hoặc trình soạn thảo xuất ra
    #[arg(value_name = "TỆP", required = true, help_heading = "Đối số")]
    pub(super) files: Vec<PathBuf>,
    /// Thể thức để đối chiếu, ví dụ hd36; không nêu thì theo ngày ghi trên văn bản
    #[arg(long, value_name = "TÊN")]
    pub(super) profile: Option<String>,
    /// Thư mục khuôn mẫu; không nêu thì report-templates ở thư mục này, hoặc bản đi kèm chương trình
    #[arg(long, value_name = "THƯ MỤC")]
    pub(super) templates: Option<PathBuf>,
    /// Dạng in: human (nhóm theo tệp), short (mỗi chỗ lệch một dòng), json
    #[arg(
        long,
        value_name = "DẠNG",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: FormatName,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Described {
    /// Chỉ các hồ sơ này (tên thư mục trong inputs); không nêu thì tất cả
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    pub(super) dossiers: Vec<String>,
    #[command(flatten)]
    pub(super) figures: Figures,
    /// Thư mục khuôn mẫu, cũng được viết lược đồ; không nêu thì report-templates cạnh inputs, nếu có
    #[arg(long, value_name = "THƯ MỤC")]
    pub(super) templates: Option<PathBuf>,
    #[command(flatten)]
    pub(super) told: FindingFormat,
}

/// The local page.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Served {
    /// Cổng trên máy này; không nêu thì một cổng còn trống
    #[arg(long, value_name = "SỐ", value_parser = port, allow_negative_numbers = true)]
    pub(super) port: Option<u16>,
    /// Mở luôn trang bằng trình duyệt của máy
    #[arg(long)]
    pub(super) open: bool,
    /// Xem như hôm nay là ngày này, ví dụ 2026-10-01
    #[arg(long, value_name = "NGÀY", value_parser = date)]
    pub(super) today: Option<NaiveDate>,
    #[command(flatten)]
    pub(super) workspace: Workspace,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct Guided {
    /// Viết thành PDF; không nêu tên tệp thì huong-dan.pdf
    #[arg(long, value_name = "TỆP", num_args = 0..=1, default_missing_value = "huong-dan.pdf")]
    pub(super) pdf: Option<PathBuf>,
}

/// So many reports at once keep any machine busy; each takes a thread and memory of its own.
const MOST_JOBS: usize = 256;

fn jobs(text: &str) -> Result<NonZero<usize>, String> {
    let number = text.parse().ok().filter(|jobs: &NonZero<usize>| jobs.get() <= MOST_JOBS);
    number.ok_or_else(|| {
        format!("ghi một số từ 1 đến {MOST_JOBS}; không nêu thì theo số nhân của máy")
    })
}

fn draft_number(text: &str) -> Result<u8, String> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "ghi lần dự thảo bằng một số từ 1 đến 255".to_owned())
}

/// Ports below it are the system's.
const FIRST_PORT: u16 = 1024;

fn port(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|port| *port >= FIRST_PORT);
    number.ok_or_else(|| format!("ghi một số từ {FIRST_PORT} đến {}", u16::MAX))
}
