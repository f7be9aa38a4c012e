//! What part of a year's traffic falls into the days of an observation.
//!
//! Goods move in the month for which their demand row wishes them (its profile, a twelfth a month without one) and evenly
//! within a month: `part(wish) = sum over months m of profile(m) x days of m observed / days of m`. The flow of a year knows
//! no stock that is carried from month to month; the simulation does.

use keruen_model::{Corridor, Date, Profile, Quantity};

/// Months of a year.
const MONTHS: i8 = 12;

/// The days of one year that are observed, as a share of each month.
pub(super) struct Season<'a> {
    corridor: &'a Corridor,
    covered: [f64; MONTHS as usize],
}

impl<'a> Season<'a> {
    pub fn new(corridor: &'a Corridor, year: i32, first: Date, last: Date) -> Season<'a> {
        let covered = std::array::from_fn(|m| covered(year, m as i8 + 1, first, last).unwrap_or(0.0));
        Season { corridor, covered }
    }

    /// Share of a demand row's amount of the year that moves in these days.
    pub fn part(&self, wish: &str) -> f64 {
        let rows = &self.corridor.tables.demand;
        let row = self.corridor.strings.find(wish).and_then(|id| rows.find(keruen_model::Id::new(id)));
        let months = row.and_then(|d| d.profile_id).and_then(|p| self.corridor.tables.profile.find(p)).map(Profile::months);
        let share = |m: usize| months.map_or(1.0 / f64::from(MONTHS), |all| all[m].value());
        self.covered.iter().enumerate().map(|(m, covered)| share(m) * covered).sum()
    }

    /// The same of traffic that several rows make together.
    pub fn part_of(&self, users: &[(String, f64)]) -> f64 {
        let all: f64 = users.iter().map(|(_, x)| x).sum();
        if all == 0.0 { self.part("") } else { users.iter().map(|(wish, x)| x * self.part(wish)).sum::<f64>() / all }
    }
}

/// Share of a month's days that lie between two days.
fn covered(year: i32, month: i8, first: Date, last: Date) -> Option<f64> {
    let begin = Date::new(year.try_into().ok()?, month, 1)?;
    let next = if month == MONTHS {
        Date::new((year + 1).try_into().ok()?, 1, 1)
    } else {
        Date::new(year.try_into().ok()?, month + 1, 1)
    }?;
    let end = next.plus_days(-1);
    let days = first.max(begin).days_until(last.min(end)) + 1;
    Some(f64::from(days.max(0)) / f64::from(begin.days_until(end) + 1))
}
