//! Hours and days of the week: `always`, `Mo-Fr 08:00-20:00;Sa 08:00-14:00`, `We,Sa`, `06:00-26:00`.

use crate::date::Clock;

/// Spans of a week, in local time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Day of the week (0 = Monday), from and to in minutes after its midnight; empty = always.
    spans: Vec<(u8, i32, i32)>,
}

/// Minutes of a day.
const DAY: i32 = 24 * 60;

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

impl Calendar {
    /// Reads a calendar; `None` where it is none. Empty text is `always`.
    pub fn parse(text: &str) -> Option<Calendar> {
        if text.is_empty() || text == "always" {
            return Some(Calendar::default());
        }
        let mut spans = Vec::new();
        for entry in text.split(';').map(str::trim) {
            let (days, hours) = match entry.split_once(' ') {
                Some((days, hours)) => (days, hours.trim()),
                None if entry.contains(':') => ("Mo-Su", entry),
                None => (entry, "00:00-24:00"),
            };
            let (from, to) = hours.split_once('-')?;
            let (from, to) = (Clock::parse(from)?.0, Clock::parse(to)?.0);
            if from >= to || from >= DAY || to - from > DAY {
                return None;
            }
            spans.extend(days_of(days)?.into_iter().map(|d| (d, from, to)));
        }
        spans.sort_unstable();
        Some(Calendar { spans })
    }

    /// Open at every hour of every day.
    pub fn is_always(&self) -> bool {
        self.spans.is_empty()
    }

    /// Whether something that has no hours of its own runs on this day of the week.
    pub fn has_day(&self, weekday: u8) -> bool {
        self.is_always() || self.spans.iter().any(|s| s.0 == weekday)
    }

    /// The spans that begin on a day of the week, in minutes after its midnight; the later may pass 24:00.
    pub fn spans_of(&self, weekday: u8) -> impl Iterator<Item = (Clock, Clock)> {
        self.spans.iter().filter(move |s| s.0 == weekday).map(|s| (Clock(s.1), Clock(s.2)))
    }
}

/// `Mo`, `Mo-Fr`, `Fr-Mo`, `Mo,We`.
fn days_of(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for part in text.split(',') {
        let number = |d: &str| DAYS.iter().position(|x| *x == d);
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (number(from)?, number(to)?);
        let count = (to + 7 - from) % 7;
        out.extend((0..=count).map(|i| ((from + i) % 7) as u8));
    }
    out.sort_unstable();
    out.dedup();
    Some(out)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours() {
        let c = Calendar::parse("Mo-Fr 08:00-20:00;Sa 08:00-14:00").unwrap();
        assert_eq!(c.spans_of(5).collect::<Vec<_>>(), [(Clock(480), Clock(840))]);
        assert_eq!((c.has_day(4), c.has_day(6), c.is_always()), (true, false, false));
        assert!(Calendar::parse("Sa-Mo").unwrap().has_day(6));
        assert_eq!(Calendar::parse("22:00-26:00").unwrap().spans_of(6).next(), Some((Clock(1320), Clock(1560))));
        assert!(Calendar::parse("always").unwrap().is_always());
        for bad in ["Mo-", "Mo 08:00", "Xx", "Mo 20:00-08:00", ";", "Mo 8-9"] {
            assert_eq!(Calendar::parse(bad), None, "{bad}");
        }
    }
}
