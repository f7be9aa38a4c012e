//! Clocks of two zones, and days of the week.

use keruen_model::zone::Zone;
use keruen_model::{Clock, Date};

/// Names of days in a calendar of a corridor, Monday first.
const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Minutes by which the clock of a zone is before that of another at noon of a day.
pub(super) fn ahead(zone: &Zone, other: &Zone, day: Date) -> i32 {
    let noon = Clock(12 * 60);
    ((other.instant(day, noon) - zone.instant(day, noon)) / 60) as i32
}

/// Whether the clocks of two zones differ by as much half a year later.
pub(super) fn steady(zone: &Zone, other: &Zone, day: Date) -> bool {
    ahead(zone, other, day) == ahead(zone, other, day.plus_days(182))
}

/// A calendar of a corridor for days of the week.
pub(super) fn words(weekdays: [bool; 7]) -> String {
    if weekdays == [true; 7] {
        return "always".into();
    }
    let on: Vec<&str> = NAMES.iter().zip(weekdays).filter(|(_, on)| *on).map(|(name, _)| *name).collect();
    on.join(",")
}
