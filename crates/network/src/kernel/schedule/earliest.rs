//! Earliest arrival: the best journey for every number of rides.

use super::LATEST;
use super::ids::Moment;
use super::journey::{Ask, Journey};
use super::range;
use super::rounds::Rounds;
use super::timetable::Timetable;
use crate::Error;

/// The memory of searches for earliest arrival and of ranges. Make it once, use it for any number of queries: a query starts in
/// constant time.
#[derive(Clone, Debug, Default)]
pub struct ScheduleWorkspace {
    one: Rounds<false>,
    each: Rounds<true>,
}

impl ScheduleWorkspace {
    /// Empty; it grows with the first query.
    pub fn new() -> Self {
        Self::default()
    }

    /// Journeys that leave at the moment asked for or later: for each number of rides the earliest arrival, where it is earlier
    /// than with fewer. Fewest rides first, so the last one arrives first.
    ///
    /// Errors: a stop that the timetable does not have, a moment after [`LATEST`](super::LATEST).
    pub fn earliest(&mut self, timetable: &Timetable, ask: &Ask) -> Result<Vec<Journey>, Error> {
        ask.check(timetable)?;
        self.one.begin(timetable, ask.most_rides);
        let mut found = Vec::new();
        let depart = ask.depart.0;
        self.one.run(timetable, ask, depart, |rounds, entry| found.push(rounds.journey(timetable, ask.from, depart, entry)));
        Ok(found)
    }

    /// Journeys that reach `ask.to` at `ask.depart` or before, by the latest departure; `mirrored` is
    /// [`Timetable::mirrored`] of the timetable. Fewest rides first, so the last one leaves last.
    ///
    /// Errors: as for [`earliest`](Self::earliest).
    pub fn latest(&mut self, mirrored: &Timetable, ask: &Ask) -> Result<Vec<Journey>, Error> {
        let turned = Ask { from: ask.to, to: ask.from, depart: ask.depart.mirrored(), ..*ask };
        let found = self.earliest(mirrored, &turned)?;
        // Moments before the origin of time cannot be told.
        let sayable = found.iter().filter(|journey| journey.arrive.0 <= LATEST);
        Ok(sayable.map(|journey| journey.mirrored(mirrored)).collect())
    }

    /// Journeys worth taking for one who may leave at any moment from `ask.depart` to `until`, both included: no other leaves as
    /// late, arrives as early and has as few rides. The latest departure first, then fewest rides. One who leaves at `until` may
    /// wait for a trip that runs later. A way entirely on foot is listed once, leaving at `until`, and beats what is slower.
    ///
    /// Errors: as for [`earliest`](Self::earliest); nothing is found where `until` lies before.
    pub fn range(&mut self, timetable: &Timetable, ask: &Ask, until: Moment) -> Result<Vec<Journey>, Error> {
        ask.check(timetable)?;
        ask.check_until(until)?;
        Ok(range::search(&mut self.each, timetable, ask, until))
    }
}

impl Ask {
    fn check_until(&self, until: Moment) -> Result<(), Error> {
        if until.0 > LATEST { Err(Error::MomentTooLate { moment: until }) } else { Ok(()) }
    }
}
