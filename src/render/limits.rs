//! How much the templates of one report may do: the steps they take and what they print. Not for how large a file may be
//! ([`crate::disk::read()`]).

use minijinja::{Error, ErrorKind, State};

/// Steps one report may take: a thousand times those of the samples' largest roll-up.
pub(super) const STEPS: u64 = 20_000_000;
/// Bytes one report may print, and its markup may have: hundreds of times those of the samples' largest roll-up.
pub(super) const BYTES: usize = 64 << 20;

/// What to do about a template that goes on and on.
pub(super) const HINT: &str = "xem lại các vòng lặp {% for %} và số lần lặp ở dòng này; sửa tệp khuôn mẫu, hoặc xóa nó để dùng bản đi kèm chương trình";

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
    (error.kind() == ErrorKind::OutOfFuel).then(|| error.detail().map_or_else(said, str::to_owned))
}

/// What is said of a report that is too long.
#[must_use]
pub(super) fn too_long() -> String {
    format!("khuôn mẫu in quá dài: hơn {} MB cho một báo cáo", BYTES >> 20)
}
