//! Between a corridor and a timetable.
//!
//! | corridor | GTFS |
//! |---|---|
//! | service by timetable | one trip with its clocks, and its days of the week |
//! | service by headway | one trip each way that says how long it takes, repeated "about every" (`exact_times` 0) |
//! | service that leaves when full or on demand, outside option | nothing: GTFS has no word for it, and a clock would be made up. It stands in `keruen_services.txt` |
//! | place where a service calls | stop |
//!
//! Back, a pattern that runs once a day is a service by timetable; one that runs several times a day a service by headway, 24 h
//! over its departures, because a service of a corridor has one trip; what is lost by that is said.

mod brought;
mod clocks;
mod handed;

pub use brought::{Brought, corridor_of};
pub use handed::{Handed, Left, handed_files, timetable_of, write_handed};

use keruen_model::Mode;

/// Code of GTFS for what runs on a mode.
fn kind_of(mode: Mode) -> u16 {
    match mode {
        Mode::Rail => 2,
        Mode::Sea => 1000,
        Mode::Air => 1100,
        Mode::Road | Mode::Pipeline | Mode::Fibre => 3,
    }
}

/// The mode that a code of GTFS runs on.
fn mode_of(kind: u16) -> Mode {
    match kind {
        0..=2 | 5 | 7 | 12 | 100..=199 | 400..=499 | 900..=999 | 1400..=1499 => Mode::Rail,
        4 | 1000..=1099 | 1200..=1299 => Mode::Sea,
        1100..=1199 => Mode::Air,
        _ => Mode::Road,
    }
}
