//! What is found out once and then known, by several threads. Not for what is kept between pages ([`super::workspace_cache`]).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Answers by what was asked.
#[derive(Debug)]
pub(super) struct Remembered<K, V>(Mutex<BTreeMap<K, V>>);

impl<K, V> Default for Remembered<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord, V: Clone> Remembered<K, V> {
    /// The answer, found out if it is not known. Nobody waits meanwhile: who asks at the same time finds it out too.
    pub(super) fn get_or(&self, key: K, find_out: impl FnOnce() -> V) -> V {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = known().get(&key) {
            return answer.clone();
        }
        let answer = find_out();
        known().insert(key, answer.clone());
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_out_once() {
        let known = Remembered::default();
        let asked = |key: &'static str| known.get_or(key, || key.len());
        assert_eq!((asked("một"), asked("hai mươi")), ("một".len(), "hai mươi".len()));
        assert_eq!(known.get_or("một", || unreachable!("it is known")), "một".len());
    }
}
