//! Why there is no page: nothing of that name, or what stops a run. Not for how that is said ([`super::error_page`]), and not for what
//! is wrong with data, which pages show ([`super::finding_view`]).

use crate::diagnostic::Finding;
use crate::error::Error;

/// Why there is no page.
#[derive(Debug)]
pub(super) enum PageError {
    /// Nothing has that name.
    NotThere,
    /// What stops a run stops a page, in the same words.
    Stopped(Error),
    /// What keeps a report from being made; nothing if errors of its own file do.
    Found(Vec<Finding>),
}

impl From<Error> for PageError {
    fn from(error: Error) -> Self {
        Self::Stopped(error)
    }
}
