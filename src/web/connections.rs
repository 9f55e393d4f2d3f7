//! How many connections there are at once, and which goes when one too many comes. Not for what is said on them ([`super::server`]).

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinHandle;

/// So many at once: a browser has a few.
const MOST: usize = 128;

/// Whether a request has come in whole on a connection.
#[derive(Debug, Clone, Default)]
pub(super) struct Mark(Arc<AtomicBool>);

impl Mark {
    /// One has.
    pub(super) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The connections there are, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Connections {
    open: VecDeque<(JoinHandle<()>, Mark)>,
}

impl Connections {
    /// Makes room for one more: where there is none, the oldest that still waits for its request is closed, so that many who say
    /// nothing keep nobody out. False if all are being answered.
    pub(super) fn make_room(&mut self) -> bool {
        self.open.retain(|(task, _)| !task.is_finished());
        if self.open.len() < MOST {
            return true;
        }
        let silent = self.open.iter().position(|(_, mark)| !mark.is_set());
        let closed = silent.and_then(|at| self.open.remove(at));
        closed.is_some_and(|(task, _)| {
            task.abort();
            true
        })
    }

    /// Adds one.
    pub(super) fn add(&mut self, task: JoinHandle<()>, mark: Mark) {
        self.open.push_back((task, mark));
    }
}
