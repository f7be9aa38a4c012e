//! Progress on a terminal, shown after a second.

use crate::output::Printer;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use keruen_report::language::Voice;
use keruen_results::Progress;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a run is silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on stderr, where a person watches it.
pub struct Bar {
    bar: ProgressBar,
    begun: Instant,
    what: String,
    stopped: Arc<AtomicBool>,
}

impl Bar {
    /// Counts `what`, a message of the catalogue.
    pub fn new(what: &'static str, printer: &Printer) -> Bar {
        let bar = ProgressBar::hidden();
        let what = Voice::plain(printer.language).say(what, &[]);
        if printer.watched {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
        }
        Bar { bar, begun: Instant::now(), what, stopped: Arc::default() }
    }

    /// The same, and Ctrl-C asks it to stop: what is finished is kept. A second Ctrl-C ends the program.
    pub fn stoppable(what: &'static str, printer: &Printer) -> Bar {
        let bar = Bar::new(what, printer);
        let stopped = Arc::clone(&bar.stopped);
        let stop = move || {
            if stopped.swap(true, Ordering::Relaxed) {
                std::process::exit(INTERRUPTED);
            }
        };
        // Where a handler is set already, as by a second run of one command, Ctrl-C ends the program as ever.
        let _ = ctrlc::set_handler(stop);
        bar
    }
}

/// Exit code of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

impl Progress for Bar {
    fn cancelled(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    fn step(&self, done: u64, total: u64) {
        if self.begun.elapsed() < PATIENCE {
            return;
        }
        if self.bar.length() != Some(total) {
            let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}");
            self.bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            self.bar.set_message(self.what.clone());
            self.bar.set_length(total);
        }
        self.bar.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
