//! CPU time, wall time, the peak of memory.

use std::time::{Duration, Instant};

use cpu_time::{ProcessTime, ThreadTime};

/// What something took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took {
    pub cpu: Duration,
    pub wall: Duration,
}

impl std::ops::AddAssign for Took {
    fn add_assign(&mut self, other: Self) {
        self.cpu += other.cpu;
        self.wall += other.wall;
    }
}

/// Times `work` by the clock of this thread.
pub fn on_this_thread<R>(work: impl FnOnce() -> R) -> (R, Took) {
    let (cpu, wall) = (ThreadTime::now(), Instant::now());
    let answer = work();
    (answer, Took { cpu: cpu.elapsed(), wall: wall.elapsed() })
}

/// Times `work` by the clock of all threads of this process.
pub fn on_all_threads<R>(work: impl FnOnce() -> R) -> (R, Took) {
    let (cpu, wall) = (ProcessTime::now(), Instant::now());
    let answer = work();
    (answer, Took { cpu: cpu.elapsed(), wall: wall.elapsed() })
}

/// The most memory this process has held, in MiB; `None` where the system does not tell.
pub fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_ascii_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
