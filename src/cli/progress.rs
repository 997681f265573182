//! How far a long run has come: one line on a terminal's standard error, nothing in a pipe.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Between two drawings, and before the first: short runs show nothing.
const PAUSE: Duration = Duration::from_millis(200);

/// Columns of the bar.
const WIDTH: usize = 30;

/// A line that tells how many of the groups are done.
pub(super) struct Progress {
    total: usize,
    done: AtomicUsize,
    /// When it was last drawn; `None` where nobody looks.
    drawn: Option<Mutex<(Instant, bool)>>,
}

impl Progress {
    /// Begins a run of `total` steps.
    pub(super) fn new(total: usize) -> Self {
        let seen = total > 1 && std::io::stderr().is_terminal();
        Progress {
            total,
            done: AtomicUsize::new(0),
            drawn: seen.then(|| Mutex::new((Instant::now(), false))),
        }
    }

    /// A step is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Where another thread is drawing, this one need not.
        let Some(Ok(mut drawn)) = self.drawn.as_ref().map(Mutex::try_lock) else {
            return;
        };
        if drawn.0.elapsed() < PAUSE {
            return;
        }
        *drawn = (Instant::now(), true);
        let filled = WIDTH * done / self.total.max(1);
        let bar = format!(
            "{}{}",
            "━".repeat(filled),
            " ".repeat(WIDTH - filled.min(WIDTH))
        );
        let _ = write!(
            std::io::stderr().lock(),
            "\r  {bar} {done}/{} groups",
            self.total
        );
    }
}

impl Drop for Progress {
    /// Leaves no trace.
    fn drop(&mut self) {
        let shown = self.drawn.as_ref().and_then(|drawn| drawn.lock().ok());
        if shown.is_some_and(|drawn| drawn.1) {
            let _ = write!(std::io::stderr().lock(), "\r{}\r", " ".repeat(WIDTH + 30));
        }
    }
}
