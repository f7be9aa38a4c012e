//! Stops, trips and moments, as types of their own so that one is never taken for the other.

/// A stop, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct StopIx(pub u32);

/// A trip, counted from 0 in the order in which trips were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct TripIx(pub u32);

/// A moment: whole seconds after an origin of the caller's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Moment(pub u32);

/// A length of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Seconds(pub u32);

impl StopIx {
    /// The place of this stop in an array with one entry a stop.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl TripIx {
    /// The place of this trip in an array with one entry a trip.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl Moment {
    /// The moment in a timetable whose time is turned round, and back.
    pub fn mirrored(self) -> Moment {
        Moment(super::LATEST.saturating_sub(self.0))
    }
}
