//! Puts text on standard output and standard error. What came from files, cells and command lines is shown as text: a terminal
//! obeys none of it. Not for what is said ([`mod@super::reporter`]).

use std::io::{self, ErrorKind, Write};

use crate::diagnostic::shown::visible;
use crate::diagnostic::system_error::words;

/// Prints on standard output; the exit code: 2 if it could not be written. A pipe that somebody closed is nobody's error.
#[must_use]
pub(super) fn print(text: &str) -> u8 {
    print_drawn(&visible(text))
}

/// Prints what is drawn already, in colour or not: names in it are texts of the model, which holds no control characters.
#[must_use]
pub(super) fn print_drawn(text: &str) -> u8 {
    match put(&mut io::stdout(), text) {
        Ok(()) => 0,
        Err(error) => {
            tell(&format!("lỗi: không ghi được kết quả ra nơi nhận ({})\n", words(&error)));
            2
        }
    }
}

/// Tells on standard error; where that cannot be written there is nobody to tell.
pub(super) fn tell(text: &str) {
    tell_drawn(&visible(text));
}

/// Tells findings that are drawn already, in colour or not.
pub(super) fn tell_drawn(text: &str) {
    _ = put(&mut io::stderr(), text);
}

fn put(to: &mut impl Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}
