//! The command `serve`: opens the local page and says where it is. Not for the page itself ([`crate::web`]).

use std::process::{Command, Stdio};

use super::arguments::Served;
use super::output::{print, tell};
use super::reporter::Reporter;
use super::terminal::Terminal;
use super::today::today;
use crate::diagnostic::system_error::words;
use crate::disk::file_system::Local;
use crate::disk::{has_folder, program_file};
use crate::error::Error;
use crate::options::Paths;
use crate::web::server::Server;
use crate::web::site::Site;

/// Runs the command until Ctrl-C; the result is the exit code.
#[must_use]
pub(super) fn run(asked: &Served) -> u8 {
    let named = asked.today;
    let site = Site::new(asked.workspace.paths(), move || named.unwrap_or_else(today));
    served(site, asked.port.unwrap_or_default(), asked.open)
}

/// Opens the page of the folder the program is in, or of the working folder: for who has clicked on the program.
#[must_use]
pub(super) fn clicked() -> u8 {
    let here = Paths::default();
    let beside = program_file().and_then(|program| Some(program.parent()?.to_owned()));
    let own = beside.filter(|_| !has_folder(&Local, &here.inputs).unwrap_or(false));
    let paths = own.map_or(here.clone(), |folder| Paths {
        inputs: folder.join(&here.inputs),
        out: folder.join(&here.out),
        templates: None,
    });
    let code = served(Site::new(paths, today), 0, true);
    if code != 0 {
        // The window goes with the program, and with it what it says.
        tell("Nhấn Enter để đóng cửa sổ này.\n");
        _ = std::io::stdin().read_line(&mut String::new());
    }
    code
}

fn served(site: Site, port: u16, opens: bool) -> u8 {
    let server = match Server::listen(site, port) {
        Ok(server) => server,
        Err(error) => return stopped(&error),
    };
    let cancel = Terminal::listening().environment().cancel;
    let told = print(&format!(
        "Mở địa chỉ này bằng trình duyệt trên máy này: {}\nCtrl-C để đóng. Địa chỉ là chìa khóa của lần mở này, đừng gửi cho ai.\n",
        server.address()
    ));
    if opens && !server.opening_address().is_ok_and(|address| opened(&address)) {
        tell("Không mở được trình duyệt; chép địa chỉ trên vào trình duyệt.\n");
    }
    match server.serve(&cancel) {
        Ok(()) => told,
        Err(error) => stopped(&error),
    }
}

fn stopped(error: &std::io::Error) -> u8 {
    Reporter::plain().stopped(&Error::NoServer { why: words(error) })
}

/// Asks the system to open an address; whether there was something to ask.
fn opened(address: &str) -> bool {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    let quiet = command.args(before).arg(address).stdin(Stdio::null());
    quiet.stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
