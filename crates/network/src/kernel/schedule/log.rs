//! How each label came about, so that a journey can be read back from its end.

use super::ids::{Moment, Seconds, StopIx};
use super::journey::{Journey, Leg};
use super::timetable::Timetable;

/// Number of an entry; [`START`] is the start of the journey.
pub(super) type EntryIx = u32;

/// The start of every journey.
pub(super) const START: EntryIx = u32::MAX;

/// The pattern of an entry that is a walk.
const ON_FOOT: u32 = u32::MAX;

/// One step to a stop.
#[derive(Clone, Copy, Debug)]
struct Entry {
    parent: EntryIx,
    stop: u32,
    /// Pattern, or [`ON_FOOT`].
    pattern: u32,
    /// Trip in the pattern, or seconds on foot.
    trip: u32,
    board: u32,
    alight: u32,
}

/// A ride that is going on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aboard {
    pub pattern: u32,
    pub trip: u32,
    pub board: u32,
    pub parent: EntryIx,
}

/// The steps of one search.
#[derive(Clone, Debug, Default)]
pub(super) struct Log(Vec<Entry>);

impl Log {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    #[inline]
    pub fn ride(&mut self, stop: u32, aboard: Aboard, alight: u32) -> EntryIx {
        let Aboard { pattern, trip, board, parent } = aboard;
        self.push(Entry { parent, stop, pattern, trip, board, alight })
    }

    #[inline]
    pub fn walk(&mut self, stop: u32, seconds: u32, parent: EntryIx) -> EntryIx {
        self.push(Entry { parent, stop, pattern: ON_FOOT, trip: seconds, board: 0, alight: 0 })
    }

    #[inline]
    fn push(&mut self, entry: Entry) -> EntryIx {
        self.0.push(entry);
        (self.0.len() - 1) as EntryIx
    }

    /// The journey that ends with an entry.
    pub fn journey(&self, timetable: &Timetable, from: StopIx, depart: Moment, last: EntryIx) -> Journey {
        let mut legs = Vec::new();
        let mut at = last;
        while let Some(entry) = self.0.get(at as usize).filter(|_| at != START) {
            let before = self.0.get(entry.parent as usize).map_or(from, |e| StopIx(e.stop));
            legs.push(leg(timetable, entry, before));
            at = entry.parent;
        }
        legs.reverse();
        Journey::along(depart, legs)
    }
}

fn leg(timetable: &Timetable, entry: &Entry, before: StopIx) -> Leg {
    if entry.pattern == ON_FOOT {
        return Leg::Walk { from: before, to: StopIx(entry.stop), time: Seconds(entry.trip) };
    }
    let pattern = &timetable.patterns[entry.pattern as usize];
    let trip = entry.trip as usize;
    Leg::Ride {
        trip: timetable.trip(pattern, trip),
        from: StopIx(timetable.calls_of(pattern)[entry.board as usize].stop),
        to: StopIx(entry.stop),
        board: entry.board,
        alight: entry.alight,
        depart: Moment(timetable.departures_at(pattern, entry.board as usize)[trip]),
        arrive: Moment(timetable.arrivals_of(pattern, trip)[entry.alight as usize]),
    }
}
