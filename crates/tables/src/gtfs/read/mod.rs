//! The files of a feed as a timetable.
//!
//! Read in the order in which they name one another: agencies, stops, routes, calendars, trips, then the times of the trips,
//! their frequencies, and transfers. A row that names what is not there is left out, mended, or makes what it names; the list
//! of repairs says which.

mod calendars;
mod extras;
mod places;
mod sheet;
mod times;
mod trips;

use super::repair::{Repair, Repairs};
use super::source::{self, Files};
use super::timetable::{StopIx, Timetable};
use crate::error::ReadError;
use crate::limits::ReadOptions;
use std::collections::HashMap;
use std::path::Path;

/// A feed as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gtfs {
    /// What it says.
    pub timetable: Timetable,
    /// What was wrong in it and what was done.
    pub repairs: Vec<Repair>,
}

/// Reads a feed from a zip or a folder. Links are not followed.
///
/// Errors: nothing there, no zip, a file without which there is no timetable, more than the options allow.
pub fn read_gtfs(path: &Path, options: &ReadOptions) -> Result<Gtfs, ReadError> {
    let mut repairs = Repairs::default();
    let files = source::open(path, options, &mut repairs)?;
    read(&files, options, repairs)
}

/// Reads a feed from files in memory, by name. One single file is taken for a zip.
///
/// Errors: as for [`read_gtfs`].
pub fn read_gtfs_files<N: Into<String>>(
    files: impl IntoIterator<Item = (N, Vec<u8>)>,
    options: &ReadOptions,
) -> Result<Gtfs, ReadError> {
    let mut repairs = Repairs::default();
    let mut given: Vec<(String, Vec<u8>)> = files.into_iter().map(|(n, b)| (n.into(), b)).collect();
    let files = match given.as_slice() {
        [(name, _)] if !name.ends_with(".txt") => {
            let (name, bytes) = given.remove(0);
            source::unpack(Path::new(&name), bytes, options, &mut repairs)?
        }
        _ => source::given(given, options, &mut repairs)?,
    };
    read(&files, options, repairs)
}

fn read(files: &Files, options: &ReadOptions, repairs: Repairs) -> Result<Gtfs, ReadError> {
    let mut reader = Reader { files, options, repairs, rows: 0, out: Timetable::default() };
    reader.agencies()?;
    let stops = reader.stops()?;
    let mut routes = reader.routes()?;
    let calendars = reader.calendars()?;
    let mut trips = reader.trips(&mut routes, &calendars)?;
    reader.times(&mut trips, &stops)?;
    reader.frequencies(&mut trips)?;
    reader.transfers(&stops)?;
    trips.into_patterns(&mut reader.out);
    Ok(Gtfs { timetable: reader.out, repairs: reader.repairs.into_list() })
}

/// Stops by id.
type StopIds = HashMap<String, StopIx>;

/// What the readers of the files share.
struct Reader<'f> {
    files: &'f Files,
    options: &'f ReadOptions,
    repairs: Repairs,
    /// Rows of all files so far.
    rows: u64,
    out: Timetable,
}
