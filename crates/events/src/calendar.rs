//! Shifts: hours of the week in which something works.

use crate::Tick;

/// Open spans of a repeating week, in ticks from its beginning; none = always open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shifts {
    week: u64,
    /// When the run begins within its week.
    begins: u64,
    spans: Vec<(u64, u64)>,
}

impl Shifts {
    /// Spans `[from, to)` within a week of `week` ticks; the run begins `begins` ticks after the week does. Spans that touch or
    /// overlap are joined; what reaches over the end goes on at the beginning.
    pub fn new(week: u64, begins: u64, spans: &[(u64, u64)]) -> Shifts {
        let mut cut: Vec<(u64, u64)> = Vec::new();
        for &(from, to) in spans.iter().filter(|s| s.0 < s.1) {
            let (from, to) = (from % week.max(1), from % week.max(1) + (to - from).min(week));
            cut.push((from, to.min(week)));
            if to > week {
                cut.push((0, to - week));
            }
        }
        cut.sort_unstable();
        let mut joined: Vec<(u64, u64)> = Vec::new();
        for (from, to) in cut {
            match joined.last_mut().filter(|l| l.1 >= from) {
                Some(last) => last.1 = last.1.max(to),
                None => joined.push((from, to)),
            }
        }
        if joined == [(0, week)] {
            joined.clear();
        }
        Shifts { week, begins, spans: joined }
    }

    /// Whether it is open, and until when that stays so.
    pub fn at(&self, now: Tick) -> (bool, Tick) {
        if self.spans.is_empty() {
            return (true, Tick::NEVER);
        }
        let in_week = (now.0 + self.begins) % self.week;
        let start = Tick(now.0 - in_week.min(now.0));
        let lag = in_week.saturating_sub(now.0);
        let moment = |w: u64| Tick((start.0 + w).saturating_sub(lag));
        match self.spans.iter().find(|s| in_week < s.1) {
            // What is open to the end of the week and from its beginning does not close in between.
            Some(&(from, to)) if from <= in_week && to == self.week && self.spans[0].0 == 0 => {
                (true, moment(self.week + self.spans[0].1))
            }
            Some(&(from, to)) if from <= in_week => (true, moment(to)),
            Some(&(from, _)) => (false, moment(from)),
            None => (false, moment(self.week + self.spans[0].0)),
        }
    }

    /// When work of so many open ticks ends that begins now.
    pub fn end_of(&self, now: Tick, mut work: u64) -> Tick {
        let mut at = now;
        loop {
            let (open, until) = self.at(at);
            if open && until.since(at) >= work {
                return at + work;
            }
            if open {
                work -= until.since(at);
            }
            at = until;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_goes_on_the_next_day() {
        // A week of two days of 24: open 8-20 on both. The run begins at 6 o'clock of the first day.
        let s = Shifts::new(48, 6, &[(8, 20), (32, 44)]);
        assert_eq!(s.at(Tick(0)), (false, Tick(2)));
        assert_eq!(s.at(Tick(2)), (true, Tick(14)));
        assert_eq!(s.at(Tick(40)), (false, Tick(50)), "into the next week");
        assert_eq!(s.end_of(Tick(10), 10), Tick(32), "4 to the evening, 6 from the next morning at 26");
    }

    #[test]
    fn spans_over_the_end_of_the_week_are_one() {
        let s = Shifts::new(100, 0, &[(90, 110)]);
        assert_eq!((s.at(Tick(95)), s.at(Tick(5)), s.at(Tick(10))), ((true, Tick(110)), (true, Tick(10)), (false, Tick(90))));
        assert_eq!(Shifts::new(100, 0, &[(0, 60), (50, 100)]).at(Tick(99)), (true, Tick::NEVER));
        assert_eq!(Shifts::default().end_of(Tick(3), 4), Tick(7));
    }
}
