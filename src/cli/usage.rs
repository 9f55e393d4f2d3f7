//! What is wrong with a command line, in Vietnamese.

use std::error::Error;

use clap::CommandFactory;

use super::arguments::Cli;
use super::output::{print, tell};
use crate::diagnostic::did_you_mean;

/// The command that was typed, if it is one of ours: its own help says what it takes.
fn command() -> Option<String> {
    let typed = std::env::args().nth(1)?;
    let known = Cli::command();
    known.find_subcommand(typed).map(|one| one.get_name().to_owned())
}

/// What is wrong with the command line, in Vietnamese.
pub(super) fn usage(error: &clap::Error) -> u8 {
    use clap::error::{ContextKind, ErrorKind};
    if !error.use_stderr() {
        return print(&error.render().to_string());
    }
    let value = |kind| error.get(kind).map_or(String::new(), ToString::to_string);
    let (argument, typed) = (value(ContextKind::InvalidArg), value(ContextKind::InvalidValue));
    let other = value(ContextKind::PriorArg);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh «{}»", value(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("không có tùy chọn «{argument}»"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if typed.is_empty() => {
            format!("thiếu giá trị cho «{argument}»")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let form = error.source().map_or_else(String::new, |form| format!(": {form}"));
            format!("«{typed}» không dùng được cho «{argument}»{form}")
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu «{argument}»"),
        ErrorKind::ArgumentConflict if other.is_empty() || other == argument => {
            format!("«{argument}» được ghi hai lần")
        }
        ErrorKind::ArgumentConflict => format!("không ghi «{argument}» cùng với «{other}»"),
        _ => "dòng lệnh không đúng".to_owned(),
    };
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = suggested.into_iter().map(value).find(|near| !near.is_empty());
    let near = near.map_or(String::new(), |near| format!("; {}", did_you_mean(near)));
    let command = command().map_or(String::new(), |command| format!(" {command}"));
    tell(&format!("lỗi: {message}{near}\nGõ «baocao{command} --help» để xem cách dùng.\n"));
    2
}
