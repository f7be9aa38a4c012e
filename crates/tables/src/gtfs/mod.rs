//! GTFS: public timetables as they are published, in; and out again.
//!
//! ```text
//! source      a zip or a folder -> the files of a feed; folders inside and debris are passed over     source.rs
//! read        rows -> stops, routes, calendars, trips; every repair of a dirty feed is listed         read/
//! timetable   trips by pattern, calendars as sets of days                                             timetable.rs, days.rs
//! walk        footpaths between stops that lie close together                                         walk.rs
//! write       a timetable -> the files of a valid feed                                                write.rs
//! exchange    a corridor -> a timetable, and a timetable -> a corridor                                exchange/
//! ```
//! Assumptions, from the GTFS Schedule reference (gtfs.org, revision of 2025): a time is counted from noon less 12 hours of
//! the service day, in the time zone of the agency, not of the stop; it may pass 24:00. Blank times between timed calls are
//! legal and are filled along the way. Fares, shapes and colours are not kept. Nothing is guessed silently: what is changed,
//! filled or left out stands in the list of repairs with file, line, field, what was wrong and what was done.

pub mod days;
pub mod exchange;
mod read;
pub mod repair;
mod source;
pub mod timetable;
pub mod walk;
mod write;

pub use days::Days;
pub use exchange::{Brought, Handed, Left, corridor_of, handed_files, timetable_of, write_handed};
pub use read::{Gtfs, read_gtfs, read_gtfs_files};
pub use repair::{KINDS, Kind, NAMED, Repair};
pub use timetable::{
    Agency, Calendar, CalendarIx, Call, Clocked, Frequency, Pattern, PatternIx, Route, RouteIx, ServiceTime, Stop, StopIx,
    Timetable, Transfer, Trip,
};
pub use write::{gtfs_files, write_gtfs};
