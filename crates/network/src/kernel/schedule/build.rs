//! Trips as they come, sorted into patterns in which nobody overtakes.

use std::collections::BTreeMap;

use super::LATEST;
use super::ids::{Moment, Seconds, StopIx, TripIx};
use super::timetable::{Footpath, Pattern, PatternCall, Timetable};
use crate::Error;

/// One call of a trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Where.
    pub stop: StopIx,
    /// When it comes in.
    pub arrive: Moment,
    /// When it goes out.
    pub depart: Moment,
    /// It may be boarded here.
    pub board: bool,
    /// It may be left here.
    pub alight: bool,
}

impl Call {
    /// A call at which one may board and alight.
    pub fn new(stop: StopIx, arrive: Moment, depart: Moment) -> Self {
        Call { stop, arrive, depart, board: true, alight: true }
    }
}

/// Collects trips and footpaths.
#[derive(Clone, Debug)]
pub struct ScheduleBuilder {
    stops: u32,
    /// Trips by what they call at; each with where its moments begin.
    groups: BTreeMap<Vec<PatternCall>, Vec<Given>>,
    /// Arrival and departure of every call of every trip.
    moments: Vec<(u32, u32)>,
    /// By trip: how many calls.
    calls: Vec<u32>,
    footpaths: Vec<(u32, Footpath)>,
}

#[derive(Clone, Copy, Debug)]
struct Given {
    trip: TripIx,
    first: usize,
}

impl ScheduleBuilder {
    /// A timetable of so many stops, without trips as yet.
    pub fn new(stops: u32) -> Self {
        ScheduleBuilder { stops, groups: BTreeMap::new(), moments: Vec::new(), calls: Vec::new(), footpaths: Vec::new() }
    }

    /// Adds a trip with its calls in order. Refused: an unknown stop, fewer than two calls, moments that run backwards or past
    /// [`LATEST`].
    pub fn trip(&mut self, calls: &[Call]) -> Result<TripIx, Error> {
        let trip = TripIx(self.calls.len() as u32);
        if calls.len() < 2 {
            return Err(Error::TripTooShort { trip });
        }
        let mut last = 0;
        for (position, call) in calls.iter().enumerate() {
            self.known(call.stop)?;
            if call.arrive.0 < last || call.depart < call.arrive || call.depart.0 > LATEST {
                return Err(Error::MomentsOutOfOrder { trip, position });
            }
            last = call.depart.0;
        }
        if self.moments.len() + calls.len() > LATEST as usize {
            return Err(Error::TooLarge { count: self.moments.len() as u64 });
        }
        let key = calls.iter().map(|c| PatternCall { stop: c.stop.0, board: c.board, alight: c.alight }).collect();
        self.groups.entry(key).or_default().push(Given { trip, first: self.moments.len() });
        self.moments.extend(calls.iter().map(|c| (c.arrive.0, c.depart.0)));
        self.calls.push(calls.len() as u32);
        Ok(trip)
    }

    /// Adds a way on foot in one direction. One that leads from a stop to itself is left out.
    pub fn footpath(&mut self, from: StopIx, to: StopIx, time: Seconds) -> Result<(), Error> {
        self.known(from)?;
        self.known(to)?;
        if time.0 > LATEST {
            return Err(Error::FootpathTooLong { from, to });
        }
        if from != to {
            self.footpaths.push((from.0, Footpath { seconds: time.0, to: to.0 }));
        }
        Ok(())
    }

    fn known(&self, stop: StopIx) -> Result<(), Error> {
        if stop.0 < self.stops { Ok(()) } else { Err(Error::StopOutOfRange { stop, stops: self.stops }) }
    }

    /// Sorts the trips into patterns and lays out the arrays.
    pub fn build(self) -> Result<Timetable, Error> {
        let mut timetable = Timetable { calls_of_trip: self.calls, ..Timetable::default() };
        for (calls, mut given) in self.groups {
            let moments = |g: &Given| &self.moments[g.first..g.first + calls.len()];
            given.sort_by(|a, b| moments(a).cmp(moments(b)).then(a.trip.cmp(&b.trip)));
            for pattern in in_step(&given, &moments) {
                lay(&mut timetable, &calls, &pattern, &moments);
            }
        }
        timetable.lay_boardings(self.stops as usize);
        timetable.lay_footpaths(self.stops as usize, self.footpaths);
        timetable.lay_backward();
        Ok(timetable)
    }
}

/// Shares trips out to the first pattern in which they overtake nobody and nobody overtakes them.
fn in_step<'m>(given: &[Given], moments: &impl Fn(&Given) -> &'m [(u32, u32)]) -> Vec<Vec<Given>> {
    let mut patterns: Vec<Vec<Given>> = Vec::new();
    for trip in given {
        let follows = |pattern: &&mut Vec<Given>| {
            pattern.last().is_none_or(|before| moments(before).iter().zip(moments(trip)).all(|(a, b)| a.0 <= b.0 && a.1 <= b.1))
        };
        match patterns.iter_mut().find(follows) {
            Some(pattern) => pattern.push(*trip),
            None => patterns.push(vec![*trip]),
        }
    }
    patterns
}

fn lay<'m>(out: &mut Timetable, calls: &[PatternCall], trips: &[Given], moments: &impl Fn(&Given) -> &'m [(u32, u32)]) {
    out.patterns.push(Pattern {
        first_call: out.calls.len() as u32,
        calls: calls.len() as u32,
        first_trip: out.trips.len() as u32,
        trips: trips.len() as u32,
        first_time: out.arrivals.len() as u32,
    });
    out.calls.extend_from_slice(calls);
    out.trips.extend(trips.iter().map(|g| g.trip));
    for trip in trips {
        out.arrivals.extend(moments(trip).iter().map(|m| m.0));
    }
    for position in 0..calls.len() {
        out.departures.extend(trips.iter().map(|g| moments(g)[position].1));
    }
}
