//! When a vehicle leaves: a gate that lets goods pass in batches.
//!
//! ```text
//! on demand   as soon as it is ready
//! when full   ready, and at least so much waits for it; at the latest so long after it was ready, whatever waits
//! timetable   at first + k headways, or when it is ready if that is later
//! ```

use crate::Tick;

/// The rule of a service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// As soon as it is ready.
    OnDemand,
    /// When enough waits.
    WhenFull {
        /// Least load with which it leaves.
        at_least: f64,
        /// Longest wait in ticks after it was ready; `None` = for ever.
        longest: Option<u64>,
    },
    /// At fixed moments.
    Timetable {
        /// First departure.
        first: Tick,
        /// Ticks from one to the next, above 0.
        headway: u64,
    },
}

/// What a vehicle at the quay does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It leaves.
    Leave,
    /// It leaves at this moment whatever happens, or earlier if the rule is met before: ask again when goods come.
    At(Tick),
    /// It leaves when goods come: ask again then.
    Wait,
}

/// How far below the least load a sum of loads may lie and still be it.
const ROUNDING: f64 = 1e-9;

impl Rule {
    /// What a vehicle does that has been ready since a moment and for which so much waits. `last` is the departure before.
    pub fn decide(&self, now: Tick, ready: Tick, waiting: f64, last: Option<Tick>) -> Decision {
        if now < ready {
            return Decision::At(ready);
        }
        match *self {
            Rule::OnDemand => Decision::Leave,
            Rule::WhenFull { at_least, longest } => {
                let latest = longest.map(|l| ready + l);
                if waiting >= at_least - ROUNDING || latest.is_some_and(|l| now >= l) {
                    Decision::Leave
                } else {
                    latest.map_or(Decision::Wait, Decision::At)
                }
            }
            Rule::Timetable { first, headway } => {
                let due = slot(first, headway, ready, last);
                if now >= due { Decision::Leave } else { Decision::At(due) }
            }
        }
    }
}

/// The first slot of a timetable at `ready` or later that is after the last one taken; a vehicle that is late for the only slot
/// since the last departure leaves when it is ready.
fn slot(first: Tick, headway: u64, ready: Tick, last: Option<Tick>) -> Tick {
    let headway = headway.max(1);
    let at_or_after = |t: Tick| first + t.since(first).div_ceil(headway).saturating_mul(headway);
    match last {
        None => at_or_after(ready),
        Some(last) => {
            let next = at_or_after(last + 1);
            next.max(ready)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_with_enough_or_after_the_longest_wait() {
        let rule = Rule::WhenFull { at_least: 120.0, longest: Some(24) };
        assert_eq!(rule.decide(Tick(5), Tick(10), 500.0, None), Decision::At(Tick(10)), "not before it is ready");
        assert_eq!(rule.decide(Tick(10), Tick(10), 119.0, None), Decision::At(Tick(34)));
        assert_eq!(rule.decide(Tick(12), Tick(10), 120.0, None), Decision::Leave);
        assert_eq!(rule.decide(Tick(34), Tick(10), 0.0, None), Decision::Leave);
        assert_eq!(Rule::WhenFull { at_least: 1.0, longest: None }.decide(Tick(99), Tick(1), 0.0, None), Decision::Wait);
    }

    /// Slots at 60, 132, 204 ..
    #[test]
    fn a_timetable_is_kept_and_a_late_ship_leaves_when_ready() {
        let rule = Rule::Timetable { first: Tick(60), headway: 72 };
        assert_eq!(rule.decide(Tick(8), Tick(8), 0.0, None), Decision::At(Tick(60)));
        assert_eq!(rule.decide(Tick(108), Tick(108), 0.0, Some(Tick(60))), Decision::At(Tick(132)));
        assert_eq!(rule.decide(Tick(140), Tick(140), 0.0, Some(Tick(60))), Decision::Leave);
        assert_eq!(rule.decide(Tick(150), Tick(150), 0.0, Some(Tick(140))), Decision::At(Tick(204)));
    }
}
