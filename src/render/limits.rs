//! How much the templates of one report may do: the steps they take and what they print. Not for how large a file may be
//! ([`crate::disk::read()`]).

use std::io::{self, Write};

use minijinja::{Error, ErrorKind, State};

/// Steps one report may take: a thousand times those of the samples' largest roll-up.
pub(super) const STEPS: u64 = 20_000_000;
/// Bytes one report may print, and its markup may have: hundreds of times those of the samples' largest roll-up.
pub(super) const BYTES: usize = 64 << 20;

/// What to do about a template that goes on and on.
pub(super) const HINT: &str = "xem lại các vòng lặp {% for %} và số lần lặp ở dòng này; sửa tệp khuôn mẫu, hoặc xóa nó để dùng bản đi kèm chương trình";

/// Steps with which it is first looked for where a template goes on and on.
pub(super) const FIRST_STEPS: u64 = 1_000;
/// How often the distance to the steps it takes is halved then.
pub(super) const HALVINGS: usize = 3;

/// What a template has printed, no more than a report may print: plain text of a loop is not counted as values are.
#[derive(Debug, Default)]
pub(super) struct Printed(Vec<u8>);

impl Printed {
    /// The text.
    #[must_use]
    pub(super) fn into_text(self) -> String {
        String::from_utf8(self.0).expect("a template prints text")
    }
}

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > BYTES {
            return Err(io::Error::other(too_long()));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a report has used so far, beside the steps minijinja itself counts.
#[derive(Debug, Default)]
struct Used {
    steps: u64,
    bytes: usize,
}

fn used<'s>(state: &'s mut State<'_, '_>) -> &'s mut Used {
    state.get_or_insert_extension_with(Used::default)
}

/// Counts what a template prints.
///
/// # Errors
/// It is more than a report may print.
pub(super) fn count_bytes(state: &mut State<'_, '_>, bytes: usize) -> Result<(), Error> {
    let used = used(state);
    used.bytes = used.bytes.saturating_add(bytes);
    if used.bytes <= BYTES { Ok(()) } else { Err(Error::new(ErrorKind::OutOfFuel, too_long())) }
}

/// Counts the steps of a sentence, which has a count of its own.
///
/// # Errors
/// They are more than a report may take.
pub(super) fn count_steps(state: &mut State<'_, '_>, steps: u64) -> Result<(), Error> {
    let used = used(state);
    used.steps = used.steps.saturating_add(steps);
    if used.steps <= STEPS { Ok(()) } else { Err(ErrorKind::OutOfFuel.into()) }
}

/// What is said of a template that was stopped, if that is what `error` tells.
#[must_use]
pub(super) fn stopped(error: &Error) -> Option<String> {
    let said =
        || format!("khuôn mẫu chạy mãi không xong, đã dừng sau {} triệu bước", STEPS / 1_000_000);
    match error.kind() {
        ErrorKind::OutOfFuel => Some(error.detail().map_or_else(said, str::to_owned)),
        ErrorKind::WriteFailure => Some(too_long()),
        _ => None,
    }
}

/// What is said of a report that is too long.
#[must_use]
pub(super) fn too_long() -> String {
    format!("khuôn mẫu in quá dài: hơn {} MB cho một báo cáo", BYTES >> 20)
}
