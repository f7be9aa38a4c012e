//! What is asked, and what is answered.

use super::ids::{Moment, Seconds, StopIx, TripIx};
use super::timetable::Timetable;
use crate::Error;

/// From where to where, when, and with how many rides at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Start.
    pub from: StopIx,
    /// Target.
    pub to: StopIx,
    /// Not to leave before.
    pub depart: Moment,
    /// Most rides of a journey: one more than changes.
    pub most_rides: u8,
}

impl Ask {
    /// Rides of a journey unless said otherwise: seven changes.
    pub const RIDES: u8 = 8;

    /// Leaving `from` at `depart` or later for `to`.
    pub fn new(from: StopIx, to: StopIx, depart: Moment) -> Self {
        Ask { from, to, depart, most_rides: Self::RIDES }
    }

    pub(super) fn check(&self, timetable: &Timetable) -> Result<(), Error> {
        let stops = timetable.stops() as u32;
        match [self.from, self.to].into_iter().find(|stop| stop.0 >= stops) {
            Some(stop) => Err(Error::StopOutOfRange { stop, stops }),
            None if self.depart.0 > super::LATEST => Err(Error::MomentTooLate { moment: self.depart }),
            None => Ok(()),
        }
    }
}

/// One part of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// A ride on one trip.
    Ride {
        /// Which.
        trip: TripIx,
        /// Where it is boarded.
        from: StopIx,
        /// Where it is left.
        to: StopIx,
        /// Position of the boarding among the calls of the trip.
        board: u32,
        /// Position of the alighting.
        alight: u32,
        /// When it leaves.
        depart: Moment,
        /// When it arrives.
        arrive: Moment,
    },
    /// A footpath, walked right after what came before.
    Walk {
        /// Start.
        from: StopIx,
        /// End.
        to: StopIx,
        /// How long.
        time: Seconds,
    },
}

/// A journey worth taking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    /// When it leaves: the moment asked for, or in a range the latest moment that still makes it.
    pub depart: Moment,
    /// When it arrives.
    pub arrive: Moment,
    /// How much of it is walking.
    pub walking: Seconds,
    /// Its parts in order; none where one is there already.
    pub legs: Vec<Leg>,
}

impl Journey {
    /// Adds the figures of legs up.
    pub(super) fn along(depart: Moment, legs: Vec<Leg>) -> Journey {
        let (mut arrive, mut walking) = (depart, 0);
        for leg in &legs {
            match leg {
                Leg::Ride { arrive: there, .. } => arrive = *there,
                Leg::Walk { time, .. } => {
                    arrive = Moment(arrive.0 + time.0);
                    walking += time.0;
                }
            }
        }
        Journey { depart, arrive, walking: Seconds(walking), legs }
    }

    /// From leaving to arriving.
    pub fn time(&self) -> Seconds {
        Seconds(self.arrive.0 - self.depart.0)
    }

    /// How many rides: one more than changes.
    pub fn rides(&self) -> usize {
        self.trips().count()
    }

    /// The trips in order.
    pub fn trips(&self) -> impl Iterator<Item = TripIx> + '_ {
        self.legs.iter().filter_map(|leg| match leg {
            Leg::Ride { trip, .. } => Some(*trip),
            Leg::Walk { .. } => None,
        })
    }

    /// The same journey back in the timetable whose mirror it was found in.
    pub fn mirrored(&self, timetable: &Timetable) -> Journey {
        let turn = |leg: &Leg| match *leg {
            Leg::Walk { from, to, time } => Leg::Walk { from: to, to: from, time },
            Leg::Ride { trip, from, to, board, alight, depart, arrive } => {
                let last = timetable.calls_of_trip.get(trip.index()).map_or(0, |calls| calls - 1);
                Leg::Ride {
                    trip,
                    from: to,
                    to: from,
                    board: last - alight,
                    alight: last - board,
                    depart: arrive.mirrored(),
                    arrive: depart.mirrored(),
                }
            }
        };
        Journey::along(self.arrive.mirrored(), self.legs.iter().rev().map(turn).collect())
    }
}
