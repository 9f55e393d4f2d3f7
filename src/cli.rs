//! The command line: what the user may type, and what is printed. The only place that prints.

use std::io::{self, IsTerminal, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::OnceLock;

use clap::{Args, Parser, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use crate::diagnostic::render::{Format, render};
use crate::diagnostic::{Finding, Severity};
use crate::error::Error;
use crate::make::Outcome;
use crate::model::period::Period;
use crate::options::Options;
use crate::pipeline::{Goal, Progress, Run, run};

const HELP: &str = "\
{about}

Cách dùng: {usage}

{all-args}{after-help}";

const MORE: &str = "\
Ví dụ:
  baocao build                               lập mọi báo cáo còn thiếu hoặc đã đổi, vào thư mục out
  baocao build --period 2024-Q1 --unit lat   chỉ một báo cáo
  baocao check                               chỉ kiểm tra số liệu và khuôn mẫu

Kết thúc với mã 0: đã lập xong; 1: có báo cáo bị giữ lại vì lỗi; 2: không chạy được.
Hướng dẫn đầy đủ: HUONG-DAN.md";

/// What the user typed.
#[derive(Debug, Parser)]
#[command(name = "baocao", version, help_template = HELP, after_help = MORE, disable_help_subcommand = true)]
#[command(
    about = "Lập báo cáo tiến độ của cấp ủy từ số liệu YAML: kiểm tra, tổng hợp, dàn trang đúng thể thức, ra PDF."
)]
#[command(subcommand_help_heading = "Lệnh", disable_help_flag = true, disable_version_flag = true)]
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
    /// Lập PDF cho mọi báo cáo đến kỳ; báo cáo không đổi thì giữ nguyên
    #[command(help_template = HELP)]
    Build {
        #[command(flatten)]
        common: Common,
        /// Nêu lý do từng báo cáo được lập lại hay giữ nguyên
        #[arg(long, help_heading = "Tùy chọn")]
        why: bool,
        /// Lập lại cả báo cáo không đổi
        #[arg(long, help_heading = "Tùy chọn")]
        force: bool,
    },
    /// Kiểm tra số liệu và khuôn mẫu, không lập PDF
    #[command(help_template = HELP)]
    Check {
        #[command(flatten)]
        common: Common,
    },
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    Human,
    Short,
    Json,
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
        None => {
            let help = <Cli as clap::CommandFactory>::command().render_help();
            say(&mut io::stdout(), &help.to_string());
            0
        }
        Some(Command::Build { common, why, force }) => {
            act(common, Goal::Build, why, force, colorless)
        }
        Some(Command::Check { common }) => act(common, Goal::Check, false, false, colorless),
    }
}

fn act(common: Common, goal: Goal, why: bool, force: bool, colorless: bool) -> u8 {
    let format = match common.format {
        FormatName::Human => Format::Human,
        FormatName::Short => Format::Short,
        FormatName::Json => Format::Json,
    };
    let (strict, fail_fast) = (common.strict, common.fail_fast);
    let options = Options {
        inputs: common.inputs,
        templates: common.templates,
        out: common.out,
        dossiers: common.dossiers,
        period: common.period,
        unit: common.unit,
        jobs: common.jobs,
        force,
        fail_fast,
    };
    let voice = Voice { format, color: !colorless && io::stderr().is_terminal() };
    match run(&options, goal, &Bar::default()) {
        Ok(run) => voice.report(&run, goal, why, strict, fail_fast),
        Err(error) => voice.stopped(&error),
    }
}

/// How this run speaks.
struct Voice {
    format: Format,
    color: bool,
}

impl Voice {
    fn report(&self, run: &Run, goal: Goal, why: bool, strict: bool, first_only: bool) -> u8 {
        let errors = run.findings.iter().filter(|finding| finding.is_error()).take(1);
        let shown: Vec<&Finding> = if first_only && run.findings.iter().any(Finding::is_error) {
            errors.collect()
        } else {
            run.findings.iter().collect()
        };
        self.findings(&shown);
        if why {
            say(&mut io::stdout(), &reasons(run));
        }
        let line = closing(run, goal);
        if self.format == Format::Json {
            say(&mut io::stderr(), &line);
        } else {
            say(&mut io::stdout(), &line);
        }
        let warned =
            strict && run.findings.iter().any(|finding| finding.severity >= Severity::Warning);
        u8::from(warned || held_back(run) || run.findings.iter().any(Finding::is_error))
    }

    fn stopped(&self, error: &Error) -> u8 {
        if let Error::Templates(findings) = error {
            self.findings(&findings.iter().collect::<Vec<_>>());
        }
        say(&mut io::stderr(), &format!("lỗi: {error}\n"));
        2
    }

    fn findings(&self, findings: &[&Finding]) {
        let text: String =
            findings.iter().map(|finding| render(finding, self.format, self.color)).collect();
        if self.format == Format::Json {
            say(&mut io::stdout(), &text);
        } else {
            say(&mut io::stderr(), &text);
        }
    }
}

fn held_back(run: &Run) -> bool {
    let held = |outcome| matches!(outcome, Outcome::Refused | Outcome::Failed | Outcome::Skipped);
    run.refused_dossiers > 0 || run.reports.iter().any(|report| held(report.outcome))
}

/// The closing line, which counts what became of the reports.
fn closing(run: &Run, goal: Goal) -> String {
    let count = |outcome| run.reports.iter().filter(|report| report.outcome == outcome).count();
    let found =
        |severity| run.findings.iter().filter(|finding| finding.severity == severity).count();
    let mut line = match goal {
        Goal::Build => format!(
            "Đã lập {}, giữ nguyên {}, giữ lại vì lỗi số liệu {}, không thành công {}",
            count(Outcome::Built),
            count(Outcome::Unchanged),
            count(Outcome::Refused),
            count(Outcome::Failed)
        ),
        Goal::Check => format!(
            "Đã kiểm tra {} báo cáo: {} sẵn sàng, {} có lỗi",
            run.reports.len(),
            count(Outcome::Built),
            count(Outcome::Refused) + count(Outcome::Failed)
        ),
    };
    if count(Outcome::Skipped) > 0 {
        line = format!("{line}, chưa làm {} (dừng ở lỗi đầu tiên)", count(Outcome::Skipped));
    }
    if run.refused_dossiers > 0 {
        line = format!("{line}, {} hồ sơ không đọc được kế hoạch", run.refused_dossiers);
    }
    let (errors, warnings, notes) =
        (found(Severity::Error), found(Severity::Warning), found(Severity::Note));
    format!("{line}; {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú.\n")
}

fn reasons(run: &Run) -> String {
    let why = |report: &crate::pipeline::Report| match report.outcome {
        Outcome::Built => report.reasons.join("; "),
        Outcome::Unchanged => "giữ nguyên: không có gì thay đổi".to_owned(),
        Outcome::Refused => "giữ lại: số liệu có lỗi".to_owned(),
        Outcome::Failed => "không thành công".to_owned(),
        Outcome::Skipped => "chưa làm".to_owned(),
    };
    run.reports
        .iter()
        .flat_map(|report| [report.name.clone(), ": ".to_owned(), why(report), "\n".to_owned()])
        .collect()
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

/// Prints; a closed pipe is nobody's error.
fn say(to: &mut impl Write, text: &str) {
    _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

/// A progress bar, shown only on a terminal.
#[derive(Default)]
struct Bar(OnceLock<ProgressBar>);

impl Progress for Bar {
    fn start(&self, reports: usize) {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} báo cáo").ok();
        let bar = ProgressBar::new(reports as u64);
        if let Some(style) = style.filter(|_| io::stderr().is_terminal()) {
            bar.set_style(style);
        }
        _ = self.0.set(bar);
    }

    fn step(&self) {
        if let Some(bar) = self.0.get() {
            bar.inc(1);
            if Some(bar.position()) == bar.length() {
                bar.finish_and_clear();
            }
        }
    }
}
