//! Numbers, spans, shares and days as a language writes them.

use super::{Language, Voice};
use crate::format;
use crate::say;
use keruen_results::forum::Span;

/// The decimal mark and the mark between thousands (CLDR 48).
fn marks(language: Language) -> (char, char) {
    match language {
        Language::English => ('.', '\u{202f}'),
        Language::Kazakh | Language::Russian => (',', '\u{202f}'),
        Language::Azerbaijani | Language::Turkish => (',', '.'),
    }
}

/// A number as [`crate::format`] writes it, in the marks of the language.
pub(super) fn dress(language: Language, plain: &str) -> String {
    let (decimal, thousand) = marks(language);
    let swap = |c| match c {
        '.' => decimal,
        '\u{202f}' => thousand,
        c => c,
    };
    plain.chars().map(swap).collect()
}

impl Voice<'_> {
    /// Three significant digits for small values, whole numbers for large ones.
    pub fn number(self, value: f64) -> String {
        dress(self.language, &format::number(value))
    }

    /// So many decimals.
    pub fn fixed(self, value: f64, decimals: usize) -> String {
        dress(self.language, &format!("{value:.decimals$}"))
    }

    /// With its sign and so many decimals.
    pub fn signed(self, value: f64, decimals: usize) -> String {
        dress(self.language, &format!("{value:+.decimals$}"))
    }

    /// A share of one in per cent.
    pub fn percent(self, share: f64, decimals: usize) -> String {
        say!(self, "percent", value = self.fixed(share * 100.0, decimals))
    }

    /// A number that is in per cent already.
    pub fn in_percent(self, text: String) -> String {
        say!(self, "percent", value = text)
    }

    /// Hours as minutes, hours or days; microseconds and milliseconds for light.
    pub fn hours(self, h: f64) -> String {
        let ms = h * 3.6e6;
        match h {
            _ if h == 0.0 => say!(self, "span-h", n = "0"),
            _ if ms < 1000.0 => say!(self, "span-ms", n = self.fixed(ms, 1)),
            _ if h < 1.0 => say!(self, "span-min", n = self.fixed(h * 60.0, 0)),
            _ if h < 48.0 => say!(self, "span-h", n = self.fixed(h, 1)),
            _ => self.days(h / 24.0, 1),
        }
    }

    /// Days with so many decimals.
    pub fn days(self, days: f64, decimals: usize) -> String {
        say!(self, "span-d", n = self.fixed(days, decimals))
    }

    /// `low to high`, or one number where they print alike.
    pub fn range(self, low: f64, high: f64) -> String {
        let (a, b) = (self.number(low), self.number(high));
        if a == b { a } else { say!(self, "low-to-high", low = a, high = b) }
    }

    /// `low to high`, both.
    pub fn low_to_high(self, low: f64, high: f64) -> String {
        say!(self, "low-to-high", low = self.number(low), high = self.number(high))
    }

    /// `middle (low to high)`, or one number where it is known.
    pub fn span(self, s: &Span) -> String {
        let mid = self.number(s.mid);
        if s.low == s.high { mid } else { format!("{mid} ({})", self.range(s.low, s.high)) }
    }

    /// `1000000000 KZT`, as a flag or a file gives it: digits in groups, whatever the currency; what is no number stays.
    pub fn sum(self, told: &str) -> String {
        let (amount, rest) = told.split_once(' ').unwrap_or((told, ""));
        match amount.parse::<f64>() {
            Ok(x) if x.is_finite() => format!("{} {rest}", self.number(x)).trim_end().to_string(),
            _ => told.to_string(),
        }
    }

    /// A day, or a day with its clock. English keeps ISO 8601, the form in which flags take it.
    pub fn day(self, iso: &str) -> String {
        let date = iso.get(..10).filter(|d| is_day(d));
        match date {
            Some(d) if !self.is_english() => format!("{}.{}.{}{}", &d[8..10], &d[5..7], &d[..4], &iso[10..]),
            _ => iso.to_string(),
        }
    }
}

/// `YYYY-MM-DD`.
pub(super) fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10 && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        let shown = Language::ALL.map(|l| Voice::plain(l).number(1_234_567.0) + " " + &Voice::plain(l).fixed(0.25, 2));
        let narrow = "1\u{202f}234\u{202f}567";
        assert_eq!(
            shown,
            [
                format!("{narrow} 0.25"),
                format!("{narrow} 0,25"),
                "1.234.567 0,25".into(),
                format!("{narrow} 0,25"),
                "1.234.567 0,25".into()
            ]
        );
    }

    #[test]
    fn days_turn_round_and_keep_their_clock() {
        let russian = Voice::plain(Language::Russian);
        assert_eq!(russian.day("2025-06-01 08:30"), "01.06.2025 08:30");
        assert_eq!((russian.day("spring"), Voice::ENGLISH.day("2025-06-01")), ("spring".into(), "2025-06-01".into()));
        // A letter of two bytes where a day would end: nothing is cut in two.
        assert_eq!(russian.day("2025-06-0\u{4b1}"), "2025-06-0\u{4b1}");
    }

    #[test]
    fn sums_of_any_currency_are_grouped() {
        let shown = [Language::English, Language::Turkish].map(|l| Voice::plain(l).sum("1000000000 KZT"));
        assert_eq!(shown, ["1\u{202f}000\u{202f}000\u{202f}000 KZT".to_string(), "1.000.000.000 KZT".into()]);
        assert_eq!((Voice::ENGLISH.sum("nothing yet"), Voice::ENGLISH.sum("12 USD")), ("nothing yet".into(), "12 USD".into()));
    }

    #[test]
    fn russian_counts_with_three_forms() {
        let russian = Voice::plain(Language::Russian);
        let shown = [1.0, 2.0, 5.0, 21.0, 1.5].map(|n| say!(russian, "voyages", count = n));
        assert_eq!(shown, ["1 рейс", "2 рейса", "5 рейсов", "21 рейс", "1,50 рейса"]);
    }

    #[test]
    fn numbers_that_no_plural_rule_takes_are_text() {
        for n in [f64::NAN, f64::INFINITY, -1e300, 1e18] {
            for l in Language::ALL {
                assert!(!say!(Voice::plain(l), "voyages", count = n).is_empty());
            }
        }
    }
}
