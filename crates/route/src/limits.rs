//! What a way may cost at most, how exactly the front is wanted, and what was promised.

use keruen_model::Date;

/// Limits that prune inside the search; `None` = no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// Dollars.
    pub usd: Option<f64>,
    /// Hours from door to door.
    pub hours: Option<f64>,
    /// Kilograms of CO2e.
    pub co2e_kg: Option<f64>,
    /// Share by which a way may be worse in each criterion than one that is left out; `None` = the exact front.
    pub eps: Option<f64>,
}

/// What the customer was told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Promise {
    /// There within so many days.
    Days(f64),
    /// There before the end of this day, local time of the destination.
    On(Date),
}

/// How much of the answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Most ways in the answer; the labelled ones come first.
    pub ways: usize,
    /// Limits.
    pub limits: Limits,
    /// Whose chance to be kept is wanted.
    pub promise: Option<Promise>,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { ways: 12, limits: Limits::default(), promise: None }
    }
}

/// Departures that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Latest day of arrival, local time of the destination; of two departures with the same costs the later one is told then.
    pub arrive_by: Option<Date>,
}
