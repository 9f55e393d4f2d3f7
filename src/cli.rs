//! The command line: what the user may type. Not for what is printed ([`crate::voice`]).

use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Code;
use crate::diagnostic::render::Format;
use crate::inspect::command::{inspect_files, show};
use crate::model::period::Period;
use crate::options::{Goal, Options};
use crate::pipeline::run;
use crate::vietnamese::nearest::nearest;
use crate::voice::{Bar, Voice, say};

const HELP: &str = "\
{about}

Cách dùng: {usage}

{all-args}{after-help}";

const MORE: &str = "\
Ví dụ:
  baocao build                               lập mọi báo cáo còn thiếu hoặc đã đổi, vào thư mục out
  baocao build --period 2024-Q1 --unit lat   chỉ một báo cáo
  baocao check                               chỉ kiểm tra số liệu và khuôn mẫu
  baocao inspect van-ban.pdf                 đo một PDF, nêu chỗ lệch thể thức

Kết thúc với mã 0: đã lập xong; 1: có báo cáo bị giữ lại vì lỗi; 2: không chạy được.
Hướng dẫn đầy đủ: HUONG-DAN.md";

/// What the user typed.
#[derive(Debug, Parser)]
#[command(name = "baocao", version, help_template = HELP, after_help = MORE, disable_help_subcommand = true)]
#[command(
    about = "Lập báo cáo tiến độ của cấp ủy từ số liệu YAML: kiểm tra, tổng hợp, dàn trang đúng thể thức, ra PDF."
)]
#[command(subcommand_help_heading = "Lệnh", disable_help_flag = true, disable_version_flag = true)]
#[command(override_usage = "baocao <LỆNH> [HỒ SƠ]... [TÙY CHỌN]")]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// In hướng dẫn này
    #[arg(long, short, global = true, action = clap::ArgAction::Help, help_heading = "Chung")]
    help: Option<bool>,
    /// In phiên bản
    #[arg(long, action = clap::ArgAction::Version, help_heading = "Chung")]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Lập PDF cho mọi báo cáo đến kỳ; báo cáo không đổi thì không lập lại
    #[command(help_template = HELP, override_usage = "baocao build [HỒ SƠ]... [TÙY CHỌN]")]
    Build {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        orders: Orders,
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
    /// Giải thích một mã phát hiện, ví dụ V07; không nêu mã thì liệt kê
    #[command(help_template = HELP, override_usage = "baocao explain [MÃ]")]
    Explain {
        /// Mã trong ngoặc vuông của phát hiện
        #[arg(
            value_name = "MÃ",
            default_value = "",
            hide_default_value = true,
            help_heading = "Đối số"
        )]
        code: String,
    },
    /// In hướng dẫn này
    #[command(hide = true)]
    Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
struct Common {
    /// Chỉ các hồ sơ này (tên thư mục trong inputs); không nêu thì tất cả
    #[arg(value_name = "HỒ SƠ", help_heading = "Đối số")]
    dossiers: Vec<String>,
    /// Thư mục số liệu
    #[arg(long, value_name = "THƯ MỤC", default_value = "inputs", hide_default_value = true)]
    inputs: PathBuf,
    /// Thư mục khuôn mẫu; không nêu thì report-templates cạnh inputs, hoặc bản đi kèm chương trình
    #[arg(long, value_name = "THƯ MỤC")]
    templates: Option<PathBuf>,
    /// Thư mục kết quả
    #[arg(long, value_name = "THƯ MỤC", default_value = "out", hide_default_value = true)]
    out: PathBuf,
    /// Chỉ kỳ này, ví dụ 2024-Q3
    #[arg(long, value_name = "KỲ", value_parser = period)]
    period: Option<Period>,
    /// Chỉ báo cáo của đơn vị này (tong-hop: báo cáo tổng hợp)
    #[arg(long, value_name = "ĐƠN VỊ")]
    unit: Option<String>,
    /// Số báo cáo lập cùng lúc; không nêu thì theo số nhân của máy
    #[arg(long, value_name = "SỐ")]
    jobs: Option<NonZero<usize>>,
    /// Dạng in phát hiện: human (vẽ dòng sai), short (mỗi phát hiện một dòng), json
    #[arg(
        long,
        value_name = "DẠNG",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: FormatName,
    /// Dừng ở lỗi đầu tiên
    #[arg(long)]
    fail_fast: bool,
    /// Coi cảnh báo là lỗi: kết thúc với mã 1 nếu còn cảnh báo
    #[arg(long)]
    strict: bool,
}

/// What a build may be told besides.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Tùy chọn")]
struct Orders {
    /// Nêu lý do từng báo cáo được lập lại hay giữ nguyên
    #[arg(long)]
    why: bool,
    /// Lập lại cả báo cáo không đổi
    #[arg(long)]
    force: bool,
    /// Đo từng PDF; bản lệch thể thức thì không ghi
    #[arg(long)]
    inspect: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
struct Inspected {
    /// Tệp PDF do chương trình này hoặc trình soạn thảo xuất ra
    #[arg(value_name = "TỆP", required = true, help_heading = "Đối số")]
    files: Vec<PathBuf>,
    /// Thể thức để đối chiếu, ví dụ hd36; không nêu thì theo ngày ghi trên văn bản
    #[arg(long, value_name = "TÊN")]
    profile: Option<String>,
    /// Thư mục khuôn mẫu; không nêu thì report-templates ở thư mục này, hoặc bản đi kèm chương trình
    #[arg(long, value_name = "THƯ MỤC")]
    templates: Option<PathBuf>,
    /// Dạng in: human (nhóm theo tệp), short (mỗi chỗ lệch một dòng), json
    #[arg(
        long,
        value_name = "DẠNG",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: FormatName,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
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

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "kỳ viết năm-Qsố, ví dụ 2024-Q3".to_owned())
}

/// Runs what the user typed; the result is the exit code. `colorless` is whether `NO_COLOR` is set.
#[must_use]
pub fn main(arguments: impl Iterator<Item = std::ffi::OsString>, colorless: bool) -> u8 {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match cli.command {
        None | Some(Command::Help) => {
            let help = <Cli as clap::CommandFactory>::command().render_help();
            say(&mut io::stdout(), &help.to_string());
            0
        }
        Some(Command::Build { common, orders }) => act(common, Goal::Build, &orders, colorless),
        Some(Command::Explain { code }) => explain(&code),
        Some(Command::Inspect(inspected)) => inspect(inspected),
        Some(Command::Check { common }) => act(common, Goal::Check, &Orders::default(), colorless),
    }
}

/// The page of a finding code, from the code list itself; the whole list when none is named.
fn explain(typed: &str) -> u8 {
    let line = |code: &Code| format!("{code}  {:<9}  {}\n", code.severity().word(), code.title());
    if typed.is_empty() {
        say(&mut io::stdout(), &Code::ALL.iter().map(line).collect::<String>());
        return 0;
    }
    let Some(code) = Code::parse(typed) else {
        let near = nearest(typed, Code::ALL.iter().map(|code| code.id()));
        let near = near.map_or(String::new(), |near| format!("; có phải là «{near}»?"));
        say(
            &mut io::stderr(),
            &format!(
                "lỗi: không có mã phát hiện «{typed}»{near}\nGõ «baocao explain» để xem mọi mã.\n"
            ),
        );
        return 2;
    };
    say(
        &mut io::stdout(),
        &format!("{code} ({})\n{}\n\n{}\n", code.severity().word(), code.title(), code.page()),
    );
    0
}

/// Inspects finished PDFs; the result is 0 if all conform, 1 if one deviates, 2 if one cannot be read.
fn inspect(inspected: Inspected) -> u8 {
    let options = Options { templates: inspected.templates, ..Options::default() };
    let format = Format::from(inspected.format);
    match inspect_files(&inspected.files, inspected.profile.as_deref(), &options) {
        Ok(told) => {
            told.into_iter().map(|(file, told)| show(&file, told, format)).max().unwrap_or(2)
        }
        Err(error) => {
            say(&mut io::stderr(), &format!("lỗi: {error}\n"));
            2
        }
    }
}

fn act(common: Common, goal: Goal, orders: &Orders, colorless: bool) -> u8 {
    let format = Format::from(common.format);
    let (strict, fail_fast) = (common.strict, common.fail_fast);
    let options = Options {
        inputs: common.inputs,
        templates: common.templates,
        out: common.out,
        dossiers: common.dossiers,
        period: common.period,
        unit: common.unit,
        jobs: common.jobs,
        force: orders.force,
        fail_fast,
        inspect: orders.inspect,
    };
    let voice = Voice { format, color: !colorless && io::stderr().is_terminal() };
    match run(&options, goal, &Bar::default()) {
        Ok(run) => voice.report(&run, goal, orders.why, strict, fail_fast),
        Err(error) => voice.stopped(&error),
    }
}

/// What is wrong with the command line, in Vietnamese.
fn usage(error: &clap::Error) -> u8 {
    use clap::error::{ContextKind, ErrorKind};
    if !error.use_stderr() {
        say(&mut io::stdout(), &error.render().to_string());
        return 0;
    }
    let value = |kind| error.get(kind).map_or(String::new(), ToString::to_string);
    let (argument, typed) = (value(ContextKind::InvalidArg), value(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh «{}»", value(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("không có tùy chọn «{argument}»"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if typed.is_empty() => {
            format!("thiếu giá trị cho «{argument}»")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("«{typed}» không dùng được cho «{argument}»")
        }
        ErrorKind::ArgumentConflict => format!("«{argument}» được ghi hai lần"),
        _ => "dòng lệnh không đúng".to_owned(),
    };
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = suggested.into_iter().map(value).find(|near| !near.is_empty());
    let near = near.map_or(String::new(), |near| format!("; có phải là «{near}»?"));
    say(
        &mut io::stderr(),
        &format!("lỗi: {message}{near}\nGõ «baocao --help» để xem cách dùng.\n"),
    );
    2
}
