//! The timetable as the searches read it: arrays by pattern, position and trip.
//!
//! A pattern has a row of calls. Riding on looks at the arrivals of one trip, position after position; boarding looks at the
//! departures of one position, trip after trip. So arrivals lie trip by trip and departures lie position by position.

use super::LATEST;
use super::ids::TripIx;

/// Trips by pattern, patterns by stop, footpaths by stop. Made by [`ScheduleBuilder`](super::ScheduleBuilder).
#[derive(Clone, Debug, Default)]
pub struct Timetable {
    pub(super) patterns: Vec<Pattern>,
    /// By call of a pattern.
    pub(super) calls: Vec<PatternCall>,
    /// By pattern, then trip, then position.
    pub(super) arrivals: Vec<u32>,
    /// By pattern, then position, then trip.
    pub(super) departures: Vec<u32>,
    /// By pattern, then place in it: the trip as the caller counts.
    pub(super) trips: Vec<TripIx>,
    /// By trip as the caller counts: how many calls.
    pub(super) calls_of_trip: Vec<u32>,
    /// By stop, one more than there are stops.
    pub(super) first_boarding: Vec<u32>,
    pub(super) boardings: Vec<Boarding>,
    /// By stop, one more than there are stops.
    pub(super) first_footpath: Vec<u32>,
    /// Shortest first.
    pub(super) footpaths: Vec<Footpath>,
    pub(super) backward: Backward,
}

/// The same network seen from the target, for the bounds of the Pareto search.
#[derive(Clone, Debug, Default)]
pub(super) struct Backward {
    /// By stop, one more than there are stops; both arrays have one entry a pattern and stop, or a neighbour and stop.
    pub first_alighting: Vec<u32>,
    /// Where a pattern is last left at the stop.
    pub alightings: Vec<Boarding>,
    pub first_neighbour: Vec<u32>,
    /// Stops from which the next call, or a footpath, leads here, with the least time it takes.
    pub neighbours: Vec<Footpath>,
    pub first_approach: Vec<u32>,
    /// Stops from which a footpath leads here.
    pub approaches: Vec<Footpath>,
}

/// Trips that call at the same stops; the first leaves first everywhere and arrives first everywhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern {
    pub first_call: u32,
    pub calls: u32,
    pub first_trip: u32,
    pub trips: u32,
    /// Where its arrivals and departures begin.
    pub first_time: u32,
}

/// One position of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PatternCall {
    pub stop: u32,
    pub board: bool,
    pub alight: bool,
}

/// Where a pattern can first be boarded at a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Boarding {
    pub pattern: u32,
    pub position: u32,
}

/// A way on foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Footpath {
    pub seconds: u32,
    pub to: u32,
}

impl Timetable {
    /// How many stops.
    pub fn stops(&self) -> usize {
        self.first_footpath.len().saturating_sub(1)
    }

    /// How many trips.
    pub fn trips(&self) -> usize {
        self.trips.len()
    }

    /// How many patterns the trips make; trips that overtake one another are in different ones.
    pub fn patterns(&self) -> usize {
        self.patterns.len()
    }

    /// How many footpaths.
    pub fn footpaths(&self) -> usize {
        self.footpaths.len()
    }

    #[inline]
    pub(super) fn boardings_at(&self, stop: usize) -> &[Boarding] {
        &self.boardings[self.first_boarding[stop] as usize..self.first_boarding[stop + 1] as usize]
    }

    #[inline]
    pub(super) fn footpaths_from(&self, stop: usize) -> &[Footpath] {
        &self.footpaths[self.first_footpath[stop] as usize..self.first_footpath[stop + 1] as usize]
    }

    #[inline]
    pub(super) fn calls_of(&self, pattern: &Pattern) -> &[PatternCall] {
        &self.calls[pattern.first_call as usize..][..pattern.calls as usize]
    }

    /// Departures of all trips of a pattern at one position, earliest first.
    #[inline]
    pub(super) fn departures_at(&self, pattern: &Pattern, position: usize) -> &[u32] {
        &self.departures[pattern.first_time as usize + position * pattern.trips as usize..][..pattern.trips as usize]
    }

    /// Arrivals of one trip of a pattern at all its positions.
    #[inline]
    pub(super) fn arrivals_of(&self, pattern: &Pattern, trip: usize) -> &[u32] {
        &self.arrivals[pattern.first_time as usize + trip * pattern.calls as usize..][..pattern.calls as usize]
    }

    /// The trip as the caller counts.
    #[inline]
    pub(super) fn trip(&self, pattern: &Pattern, trip: usize) -> TripIx {
        self.trips[pattern.first_trip as usize + trip]
    }

    /// Time turned round: every trip runs backwards and every footpath too, a departure at `m` becomes an arrival at
    /// [`mirrored`](super::Moment::mirrored) `m`. The earliest arrival there is the latest departure here.
    pub fn mirrored(&self) -> Timetable {
        let mut out = Timetable { calls_of_trip: self.calls_of_trip.clone(), ..Timetable::default() };
        for pattern in &self.patterns {
            self.mirror_pattern(pattern, &mut out);
        }
        let stops = self.stops();
        out.lay_boardings(stops);
        let mut back: Vec<(u32, Footpath)> = Vec::with_capacity(self.footpaths.len());
        for from in 0..stops {
            back.extend(self.footpaths_from(from).iter().map(|p| (p.to, Footpath { seconds: p.seconds, to: from as u32 })));
        }
        out.lay_footpaths(stops, back);
        out.lay_backward();
        out
    }

    fn mirror_pattern(&self, pattern: &Pattern, out: &mut Timetable) {
        let made = Pattern {
            first_call: out.calls.len() as u32,
            first_trip: out.trips.len() as u32,
            first_time: out.arrivals.len() as u32,
            ..*pattern
        };
        let turned = |c: &PatternCall| PatternCall { stop: c.stop, board: c.alight, alight: c.board };
        out.calls.extend(self.calls_of(pattern).iter().rev().map(turned));
        let (trips, calls) = (pattern.trips as usize, pattern.calls as usize);
        out.trips.extend((0..trips).rev().map(|t| self.trip(pattern, t)));
        let mirror = |m: u32| LATEST - m;
        for t in (0..trips).rev() {
            out.arrivals.extend((0..calls).rev().map(|p| mirror(self.departures_at(pattern, p)[t])));
        }
        for p in (0..calls).rev() {
            out.departures.extend((0..trips).rev().map(|t| mirror(self.arrivals_of(pattern, t)[p])));
        }
        out.patterns.push(made);
    }

    /// Patterns by stop, each where it is first boarded.
    pub(super) fn lay_boardings(&mut self, stops: usize) {
        let mut found: Vec<(u32, Boarding)> = Vec::new();
        for (number, pattern) in self.patterns.iter().enumerate() {
            let calls = self.calls_of(pattern);
            let mut here: Vec<(u32, u32)> = (0_u32..)
                .zip(&calls[..calls.len().saturating_sub(1)])
                .filter(|(_, call)| call.board)
                .map(|(position, call)| (call.stop, position))
                .collect();
            here.sort_unstable();
            here.dedup_by_key(|(stop, _)| *stop);
            found.extend(here.into_iter().map(|(stop, position)| (stop, Boarding { pattern: number as u32, position })));
        }
        found.sort_by_key(|(stop, boarding)| (*stop, boarding.pattern));
        self.first_boarding = offsets(stops, found.iter().map(|(stop, _)| *stop));
        self.boardings = found.into_iter().map(|(_, boarding)| boarding).collect();
    }

    /// Footpaths by stop, the shortest first; of two between the same stops only the shorter.
    pub(super) fn lay_footpaths(&mut self, stops: usize, mut found: Vec<(u32, Footpath)>) {
        found.sort_unstable_by_key(|(from, path)| (*from, path.to, path.seconds));
        found.dedup_by_key(|(from, path)| (*from, path.to));
        found.sort_unstable();
        self.first_footpath = offsets(stops, found.iter().map(|(from, _)| *from));
        self.footpaths = found.into_iter().map(|(_, path)| path).collect();
    }
}

impl Timetable {
    /// The network seen from the target.
    pub(super) fn lay_backward(&mut self) {
        let stops = self.stops();
        let mut alightings: Vec<(u32, Boarding)> = Vec::new();
        let mut steps: Vec<(u32, Footpath)> = Vec::new();
        for from in 0..stops {
            steps.extend(self.footpaths_from(from).iter().map(|p| (p.to, Footpath { seconds: p.seconds, to: from as u32 })));
        }
        let mut approaches = steps.clone();
        for (number, pattern) in (0_u32..).zip(&self.patterns) {
            let calls = self.calls_of(pattern);
            let lasts = (0_u32..).zip(calls).skip(1).filter(|(_, call)| call.alight);
            alightings.extend(lasts.map(|(position, call)| (call.stop, Boarding { pattern: number, position })));
            for position in 1..calls.len() {
                let least = Footpath { seconds: self.least_ride(pattern, position), to: calls[position - 1].stop };
                steps.push((calls[position].stop, least));
            }
        }
        alightings.sort_by_key(|(stop, a)| (*stop, a.pattern, std::cmp::Reverse(a.position)));
        alightings.dedup_by_key(|(stop, a)| (*stop, a.pattern));
        steps.sort_unstable_by_key(|(stop, step)| (*stop, step.to, step.seconds));
        steps.dedup_by_key(|(stop, step)| (*stop, step.to));
        approaches.sort_unstable();
        self.backward = Backward {
            first_alighting: offsets(stops, alightings.iter().map(|(stop, _)| *stop)),
            alightings: alightings.into_iter().map(|(_, a)| a).collect(),
            first_neighbour: offsets(stops, steps.iter().map(|(stop, _)| *stop)),
            neighbours: steps.into_iter().map(|(_, step)| step).collect(),
            first_approach: offsets(stops, approaches.iter().map(|(stop, _)| *stop)),
            approaches: approaches.into_iter().map(|(_, path)| path).collect(),
        };
    }

    /// The least time any trip of a pattern takes from the call before to a position.
    fn least_ride(&self, pattern: &Pattern, position: usize) -> u32 {
        let departures = self.departures_at(pattern, position - 1);
        let rides = departures.iter().enumerate().map(|(trip, d)| self.arrivals_of(pattern, trip)[position] - d);
        rides.min().unwrap_or(0)
    }
}

impl Backward {
    pub fn alightings_at(&self, stop: usize) -> &[Boarding] {
        &self.alightings[self.first_alighting[stop] as usize..self.first_alighting[stop + 1] as usize]
    }

    pub fn neighbours_of(&self, stop: usize) -> &[Footpath] {
        &self.neighbours[self.first_neighbour[stop] as usize..self.first_neighbour[stop + 1] as usize]
    }

    pub fn approaches_to(&self, stop: usize) -> &[Footpath] {
        &self.approaches[self.first_approach[stop] as usize..self.first_approach[stop + 1] as usize]
    }
}

/// Where the entries of each group begin, when `groups` is in order; one more than there are groups.
fn offsets(count: usize, groups: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut first = vec![0; count + 1];
    for group in groups {
        first[group as usize + 1] += 1;
    }
    for group in 0..count {
        first[group + 1] += first[group];
    }
    first
}
