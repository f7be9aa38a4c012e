//! A period of days.

use keruen_model::{Date, Hours};

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Period {
    /// A calendar year.
    pub fn year(year: i16) -> Option<Period> {
        Some(Period { first: Date::new(year, 1, 1)?, last: Date::new(year, 12, 31)? })
    }

    /// A month of a year, 1 to 12.
    pub fn month(year: i16, month: u8) -> Option<Period> {
        let first = Date::new(year, month as i8, 1)?;
        let next = if month == 12 { Date::new(year.checked_add(1)?, 1, 1)? } else { Date::new(year, month as i8 + 1, 1)? };
        Some(Period { first, last: next.plus_days(-1) })
    }

    /// How many days.
    pub fn days(self) -> f64 {
        f64::from(self.first.days_until(self.last) + 1)
    }

    /// How many hours.
    pub fn hours(self) -> Hours {
        Hours(self.days() * 24.0)
    }

    /// The day that stands for the period where one must: prices and services are those of this day.
    pub fn middle(self) -> Date {
        self.first.plus_days(self.first.days_until(self.last) / 2)
    }

    /// Days of the period on which a row holds.
    pub fn days_within(self, from: Option<Date>, to: Option<Date>) -> f64 {
        let first = from.map_or(self.first, |d| d.max(self.first));
        let last = to.map_or(self.last, |d| d.min(self.last));
        f64::from((first.days_until(last) + 1).max(0))
    }

    /// Share of the period on which a row holds.
    pub fn share_within(self, from: Option<Date>, to: Option<Date>) -> f64 {
        self.days_within(from, to) / self.days()
    }

    /// The calendar months that the period touches, each with the days it has in common.
    pub fn months(self) -> Vec<Period> {
        let mut out = Vec::new();
        let mut at = self.first;
        while at <= self.last {
            let Some(month) = Period::month(at.year() as i16, at.month()) else { break };
            let last = month.last.min(self.last);
            out.push(Period { first: at, last });
            at = month.last.plus_days(1);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_make_the_year_and_rows_count_for_their_days() {
        let year = Period::year(2024).unwrap();
        assert_eq!((year.days(), year.months().len(), year.hours()), (366.0, 12, Hours(8784.0)));
        let september = Date::new(2024, 9, 1);
        assert_eq!(year.days_within(september, None), 122.0);
        assert_eq!(year.days_within(None, Date::new(2023, 12, 31)), 0.0);
        assert_eq!(Period::month(2024, 2).unwrap().middle(), Date::new(2024, 2, 15).unwrap());
    }
}
