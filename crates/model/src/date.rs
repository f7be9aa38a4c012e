//! Calendar days and clock times.

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Default for Date {
    fn default() -> Self {
        Date(jiff::civil::Date::constant(1, 1, 1))
    }
}

impl Date {
    /// A day; `None` where the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        jiff::civil::Date::new(year, month, day).ok().map(Date)
    }

    /// Reads `YYYY-MM-DD`, nothing looser.
    pub fn parse(text: &str) -> Option<Date> {
        let b = text.as_bytes();
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        let part = |from: usize, to: usize| -> Option<i16> {
            b[from..to].iter().all(u8::is_ascii_digit).then(|| text[from..to].parse().ok())?
        };
        Date::new(part(0, 4)?, part(5, 7)? as i8, part(8, 10)? as i8)
    }

    /// Year.
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// Day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day() as u8
    }

    /// The day so many days later; stops at the ends of the calendar.
    pub fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default()))
    }

    /// Days from `self` to `later`.
    pub fn days_until(self, later: Date) -> i32 {
        self.0.until(later.0).map_or(0, |s| s.get_days())
    }

    /// 0 = Monday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset() as u8
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// Minutes after local midnight of the first day; may pass 24:00.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(pub i32);

impl Clock {
    /// Reads `HH:MM`.
    pub fn parse(text: &str) -> Option<Clock> {
        let (h, m) = text.split_once(':')?;
        let digits = |s: &str, n: std::ops::RangeInclusive<usize>| n.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(h, 1..=3) || !digits(m, 2..=2) {
            return None;
        }
        let (h, m): (i32, i32) = (h.parse().ok()?, m.parse().ok()?);
        (m < 60).then_some(Clock(h * 60 + m))
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_read() {
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".into()));
        for bad in ["2023-02-29", "2024-2-01", "2024-13-01", "24-01-01", "2024/01/01", "", "2024-01-0x", "٢٠٢٤-01-01"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_over_a_leap_day() {
        let (a, b) = (Date::new(2024, 2, 28).unwrap(), Date::new(2024, 3, 1).unwrap());
        assert_eq!((a.days_until(b), a.plus_days(2)), (2, b));
        assert_eq!(a.weekday(), 2);
    }

    #[test]
    fn clock_may_pass_midnight() {
        assert_eq!(Clock::parse("26:30").map(|c| (c.0, c.to_string())), Some((1590, "26:30".into())));
        assert_eq!(Clock::parse("1:75"), None);
    }
}
