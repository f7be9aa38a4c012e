//! Time zones: from a local clock to seconds that everybody shares, and back.

use crate::date::{Clock, Date};
use jiff::civil;
use jiff::tz::TimeZone;

/// A zone of the IANA database, which is built in so that answers do not hang on the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// UTC.
    pub fn utc() -> Zone {
        Zone(TimeZone::UTC)
    }

    /// A zone by its IANA name; UTC for an empty one, `None` for one that is not in the database.
    pub fn named(name: &str) -> Option<Zone> {
        if name.is_empty() { Some(Zone::utc()) } else { TimeZone::get(name).ok().map(Zone) }
    }

    /// Seconds since 1970-01-01 00:00 UTC of a local clock time, which may pass 24:00. A time that a change of clocks leaves out is
    /// read as if the clocks had not been changed yet; of one that comes twice the first is taken.
    pub fn instant(&self, day: Date, clock: Clock) -> i64 {
        let (days, minutes) = (clock.0.div_euclid(DAY), clock.0.rem_euclid(DAY));
        let day = day.plus_days(days);
        let local = civil::Date::new(day.year() as i16, day.month() as i8, day.day() as i8)
            .map(|d| d.at((minutes / 60) as i8, (minutes % 60) as i8, 0, 0));
        local.ok().and_then(|l| self.0.to_timestamp(l).ok()).map_or(0, |t| t.as_second())
    }

    /// Local day and clock of an instant, whole minutes.
    pub fn local(&self, instant: i64) -> (Date, Clock) {
        let stamp = jiff::Timestamp::from_second(instant).unwrap_or_default();
        let local = self.0.to_datetime(stamp);
        let day = Date::new(local.year(), local.month(), local.day()).unwrap_or_default();
        (day, Clock(i32::from(local.hour()) * 60 + i32::from(local.minute())))
    }
}

/// Minutes of a day.
const DAY: i32 = 24 * 60;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn one_instant_has_a_clock_in_each_zone() {
        let aqtau = Zone::named("Asia/Aqtau").unwrap();
        let noon = aqtau.instant(day("2025-09-01"), Clock(12 * 60));
        assert_eq!(Zone::utc().local(noon), (day("2025-09-01"), Clock(7 * 60)));
        assert_eq!(Zone::named("Asia/Baku").unwrap().local(noon), (day("2025-09-01"), Clock(11 * 60)));
        assert_eq!(aqtau.instant(day("2025-08-31"), Clock(36 * 60)), noon, "36:00 is noon of the next day");
    }

    #[test]
    fn summer_time_and_unknown_zones() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let night = berlin.instant(day("2025-03-30"), Clock(4 * 60)) - berlin.instant(day("2025-03-29"), Clock(4 * 60));
        assert_eq!(night, 23 * 3600);
        assert_eq!((Zone::named("Asia/Nowhere"), Zone::named("")), (None, Some(Zone::utc())));
    }
}
