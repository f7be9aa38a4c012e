//! Sets of days.

use keruen_model::Date;

/// A set of calendar days, one bit a day from the first to the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    first: Date,
    bits: Vec<u64>,
}

/// Days from the first to the last that a set may span: a hundred years.
const SPAN: i32 = 36_525;

impl Days {
    /// The days of a list, in any order. Days more than a hundred years after the first are left out.
    pub fn of(days: impl IntoIterator<Item = Date>) -> Days {
        let mut all: Vec<Date> = days.into_iter().collect();
        all.sort_unstable();
        let Some(&first) = all.first() else { return Days::default() };
        let mut bits = Vec::new();
        for offset in all.into_iter().map(|day| first.days_until(day)).take_while(|offset| *offset < SPAN) {
            let word = offset as usize / 64;
            if word >= bits.len() {
                bits.resize(word + 1, 0_u64);
            }
            bits[word] |= 1 << (offset % 64);
        }
        Days { first, bits }
    }

    /// Every day from one to another that falls on one of the weekdays (0 = Monday).
    pub fn weekly(weekdays: [bool; 7], from: Date, to: Date) -> Days {
        let span = from.days_until(to).min(SPAN - 1);
        Days::of((0..=span).map(|d| from.plus_days(d)).filter(|day| weekdays[day.weekday() as usize]))
    }

    /// Whether a day is in the set.
    pub fn contains(&self, day: Date) -> bool {
        if self.bits.is_empty() {
            return false;
        }
        let offset = self.first.days_until(day);
        offset >= 0 && self.bits.get(offset as usize / 64).is_some_and(|word| word >> (offset % 64) & 1 == 1)
    }

    /// The days, the first one first.
    pub fn iter(&self) -> impl Iterator<Item = Date> + '_ {
        let set = |offset: &i32| self.bits[*offset as usize / 64] >> (offset % 64) & 1 == 1;
        (0..self.bits.len() as i32 * 64).filter(set).map(|offset| self.first.plus_days(offset))
    }

    /// How many days.
    pub fn len(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// True where no day is in it.
    pub fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    /// The first day and the last.
    pub fn span(&self) -> Option<(Date, Date)> {
        let last = self.bits.iter().rposition(|word| *word != 0)?;
        let offset = last as i32 * 64 + 63 - self.bits[last].leading_zeros() as i32;
        Some((self.first, self.first.plus_days(offset)))
    }

    /// The weekdays (0 = Monday) on most of which, within the span, the set has a day.
    pub fn weekdays(&self) -> [bool; 7] {
        let Some((from, to)) = self.span() else { return [false; 7] };
        let (mut on, mut all) = ([0; 7], [0; 7]);
        for day in (0..=from.days_until(to)).map(|d| from.plus_days(d)) {
            all[day.weekday() as usize] += 1;
            on[day.weekday() as usize] += i32::from(self.contains(day));
        }
        std::array::from_fn(|d| 2 * on[d] > all[d])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_set_gives_back_its_days_over_a_leap_day() {
        let given = ["2024-03-01", "2024-02-28", "2024-07-09", "2024-02-28"].map(day);
        let days = Days::of(given);
        let listed: Vec<String> = days.iter().map(|d| d.to_string()).collect();
        assert_eq!(listed, ["2024-02-28", "2024-03-01", "2024-07-09"]);
        assert_eq!((days.len(), days.span()), (3, Some((given[1], given[2]))));
        assert!(days.contains(given[0]) && !days.contains(day("2024-02-29")) && !days.contains(day("2020-01-01")));
        assert!(!days.contains(day("2030-01-01")) && !Days::default().contains(day("2024-01-01")));
        assert_eq!(Days::default().span(), None);
    }

    #[test]
    fn weekdays_are_those_of_most_weeks() {
        let weekdays = [true, true, true, true, true, false, false];
        let days = Days::weekly(weekdays, day("2025-01-01"), day("2025-01-31"));
        assert_eq!((days.len(), days.weekdays()), (23, weekdays));
        let but_one = Days::of(days.iter().filter(|d| *d != day("2025-01-06")).chain([day("2025-01-12")]));
        assert_eq!(but_one.weekdays(), [true, true, true, true, true, false, false]);
    }
}
