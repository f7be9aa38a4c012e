//! When an arc can be begun: departures of a timetable, opening hours, days on which a row holds.
//!
//! ```text
//! there at t  ->  begins at s = least s >= t that is allowed, where waiting is allowed; ends at e(s)
//! ```
//! All in seconds since 1970, so that one graph serves journeys of many days. `e` never falls as `t` grows (first in, first out): departures of one service do
//! not overtake each other, and opening hours only add a wait. Two things break the rule that to be earlier is never worse, and
//! [`Gate::is_sharp`] names them: a gate that opens later and may not be waited for, and a wait that is paid for or that makes a
//! connection less safe. The search keeps labels of different times apart before such gates.

use keruen_model::{Dist, Hours, Quantity};

/// When an arc can be begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Goods must be there at or after the first and before the second.
    pub window: (i64, i64),
    /// Within the window.
    pub starts: Starts,
    /// Whether goods may stay where they are until then.
    pub may_wait: bool,
    /// Goods are aboard and it is their departure: nobody is there at another time.
    pub aboard: bool,
    /// What the ground asks for a wait.
    pub storage: Vec<Storage>,
    /// Time of the work before a departure, where it varies: it may last too long to make it.
    pub overrun: Option<Dist<Hours>>,
}

/// Allowed beginnings.
#[derive(Clone, Debug, PartialEq)]
pub enum Starts {
    /// At any moment.
    Any,
    /// From the first to the second of each pair, by rising time.
    Open(Vec<(i64, i64)>),
    /// With one of these, by rising time.
    Runs(Vec<Run>),
}

/// One departure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Goods that are there by then make it: cut-off and work before it.
    pub latest: i64,
    /// When it leaves.
    pub leaves: i64,
    /// When the arc ends: as it leaves for work that puts goods aboard, as it arrives for a ride.
    pub ends: i64,
}

/// A charge for waiting, beyond the free time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Storage {
    /// Position in table `tariff`.
    pub tariff: u32,
    /// Hours that cost nothing.
    pub free: f64,
    /// Units of the tariff for each further hour.
    pub quantity: f64,
    /// Dollars for each further hour.
    pub usd: f64,
}

impl Storage {
    /// Units and dollars of a wait of so many seconds.
    pub fn of(&self, seconds: i64) -> (f64, f64) {
        let hours = (seconds as f64 / 3600.0 - self.free).max(0.0);
        (self.quantity * hours, self.usd * hours)
    }
}

/// How an arc is gone through by goods that are there at some time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Seconds of waiting.
    pub wait: i64,
    /// When the arc is over.
    pub ends: i64,
    /// Micro-risk of missing the departure.
    pub missed: i64,
}

/// Largest risk of one event, -ln(1 - p) in millionths: p = 1 - 1e-6, beyond which nobody would call it a way.
pub const CERTAIN: i64 = 13_815_511;

/// -ln(1 - p) in millionths, whole.
pub fn micro_risk(p: f64) -> i64 {
    if p >= 1.0 { CERTAIN } else { ((-(-p.max(0.0)).ln_1p() * 1e6).round() as i64).min(CERTAIN) }
}

impl Gate {
    /// A gate that is always open, within a window.
    pub fn within(window: (i64, i64)) -> Gate {
        Gate { window, starts: Starts::Any, may_wait: false, aboard: false, storage: Vec::new(), overrun: None }
    }

    /// For goods there `at` a time, where the arc itself takes so long; `None` where it cannot be gone through any more.
    pub fn pass(&self, at: i64, takes: i64) -> Option<Passage> {
        if at < self.window.0 || at >= self.window.1 {
            return None;
        }
        let found = match &self.starts {
            Starts::Any => Passage { wait: 0, ends: at + takes, missed: 0 },
            Starts::Open(spans) => {
                let span = spans.get(spans.partition_point(|s| s.1 <= at))?;
                let wait = (span.0 - at).max(0);
                Passage { wait, ends: at + wait + takes, missed: 0 }
            }
            Starts::Runs(runs) => {
                let run = runs.get(runs.partition_point(|r| r.latest < at))?;
                Passage { wait: run.ends - at - takes, ends: run.ends, missed: self.missed(run.latest - at) }
            }
        };
        (found.wait == 0 || self.may_wait).then_some(found)
    }

    /// Micro-risk that work which usually takes its median takes longer by more than the slack.
    fn missed(&self, slack: i64) -> i64 {
        let Some(work) = &self.overrun else { return 0 };
        let deadline = work.quantile(0.5).value() + slack as f64 / 3600.0;
        micro_risk(1.0 - below(work, deadline))
    }

    /// Whether goods that are earlier can be worse off for it.
    pub fn is_sharp(&self) -> bool {
        let timed = self.starts != Starts::Any;
        self.window.0 > i64::MIN
            || timed && (!self.may_wait && !self.aboard || !self.storage.is_empty() || self.overrun.is_some())
    }

    /// The moment after which nothing about it changes any more.
    pub fn settled(&self) -> i64 {
        match &self.starts {
            Starts::Any => self.window.0,
            Starts::Open(spans) => spans.last().map_or(i64::MIN, |s| s.1).max(self.window.0),
            Starts::Runs(runs) => runs.last().map_or(i64::MIN, |r| r.latest + 1).max(self.window.0),
        }
    }

    /// What a wait costs, in dollars.
    pub fn storage_usd(&self, wait: i64) -> f64 {
        self.storage.iter().map(|s| s.of(wait).1).sum()
    }
}

/// Halvings of the interval in which a share is sought: 2^-40 is far below a millionth.
const HALVINGS: u32 = 40;

/// The share of a law that lies below a value.
fn below(law: &Dist<Hours>, value: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if law.quantile(middle).value() <= value { low = middle } else { high = middle }
    }
    low
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use keruen_model::dist::Law;

    fn gate(starts: Starts) -> Gate {
        Gate { window: (0, i64::MAX), starts, may_wait: true, aboard: false, storage: Vec::new(), overrun: None }
    }

    #[test]
    fn the_first_departure_that_can_be_made() {
        let run = |latest, leaves| Run { latest, leaves, ends: leaves };
        let g = gate(Starts::Runs(vec![run(100, 130), run(200, 230)]));
        assert_eq!(g.pass(100, 20), Some(Passage { wait: 10, ends: 130, missed: 0 }));
        assert_eq!(g.pass(101, 20), Some(Passage { wait: 109, ends: 230, missed: 0 }));
        assert_eq!(g.pass(201, 20), None);
        assert_eq!(Gate { may_wait: false, ..g }.pass(50, 20), None);
    }

    #[test]
    fn work_begins_in_opening_hours_and_goes_on_after_them() {
        let g = gate(Starts::Open(vec![(10, 20), (50, 60)]));
        assert_eq!(g.pass(19, 30).unwrap().ends, 49);
        assert_eq!(g.pass(20, 30), Some(Passage { wait: 30, ends: 80, missed: 0 }));
        assert_eq!(g.pass(60, 1), None);
    }

    #[test]
    fn work_that_may_overrun_makes_a_connection_unsafe() {
        let runs = Starts::Runs(vec![Run { latest: 3600, leaves: 9000, ends: 9000 }]);
        let g = Gate { overrun: Dist::new(Law::Uniform(1.0, 3.0)), ..gate(runs) };
        // Median 2 h, 30 min of slack: one case in four is late. -ln(0.75) = 0.287682.
        assert_eq!(g.pass(1800, 7200).unwrap().missed, 287_682);
        assert_eq!(g.pass(0, 7200).unwrap().missed, 0);
    }
}
