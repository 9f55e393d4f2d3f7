//! The secret of one start: who knows it, the person who started the program, is let in. Not for where it is sent ([`super::access`]).

use std::fmt::Write;
use std::io;
use std::sync::{Mutex, PoisonError};

/// So many random bytes nobody guesses.
const BYTES: usize = 32;

/// A random secret, printable.
#[derive(Clone)]
pub(super) struct AccessToken(String);

impl AccessToken {
    /// A new one.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub(super) fn random() -> io::Result<Self> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        let mut text = String::with_capacity(2 * BYTES);
        for byte in bytes {
            write!(text, "{byte:02x}").expect("a string takes all");
        }
        Ok(Self(text))
    }

    /// The secret, for whom it is meant.
    pub(super) fn secret(&self) -> &str {
        &self.0
    }

    /// Whether `typed` is the secret. How long the answer takes says nothing of how much of it is right.
    pub(super) fn is(&self, typed: &str) -> bool {
        // Hashes are compared in constant time.
        blake3::hash(self.0.as_bytes()) == blake3::hash(typed.as_bytes())
    }
}

/// A key for the browser that the program opens itself: where processes are listed everybody reads it, so it opens once.
pub(super) struct OpeningKey(Mutex<Option<AccessToken>>);

impl OpeningKey {
    /// One that opens nothing yet.
    pub(super) fn none() -> Self {
        Self(Mutex::new(None))
    }

    /// A new one, in place of any before.
    ///
    /// # Errors
    /// As [`AccessToken::random`].
    pub(super) fn cut(&self) -> io::Result<AccessToken> {
        let key = AccessToken::random()?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(key.clone());
        Ok(key)
    }

    /// Whether `typed` is the key; it opens no second time.
    pub(super) fn opens(&self, typed: &str) -> bool {
        let mut key = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        key.take_if(|key| key.is(typed)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_long_and_never_the_same() {
        let (one, other) =
            (AccessToken::random().expect("random"), AccessToken::random().expect("random"));
        assert_eq!(one.secret().len(), 64);
        assert!(one.is(one.secret()) && !one.is(other.secret()) && !one.is(""));
    }

    #[test]
    fn a_key_to_open_with_opens_once() {
        let key = OpeningKey::none();
        assert!(!key.opens(""));
        let cut = key.cut().expect("random");
        assert!(!key.opens("") && key.opens(cut.secret()) && !key.opens(cut.secret()));
    }
}
