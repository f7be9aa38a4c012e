//! `frequencies.txt` and `transfers.txt`.

use super::trips::Drafts;
use super::{Reader, StopIds};
use crate::error::ReadError;
use crate::gtfs::repair::{
    BAD_CODE, BAD_HEADWAY, BAD_LEAST, BAD_TRANSFER, BAD_WINDOW, NO_LEAST, NO_STOP, NO_TRIP, SEATED, TIMED_TRANSFER,
};
use crate::gtfs::timetable::{Frequency, ServiceTime, Transfer};
use keruen_model::cell::number;

/// The longest least time of a transfer: a day, in seconds.
const LONGEST: f64 = 86_400.0;

impl Reader<'_> {
    pub fn frequencies(&mut self, drafts: &mut Drafts) -> Result<(), ReadError> {
        const NAMES: &[&str] = &["trip_id", "start_time", "end_time", "headway_secs", "exact_times"];
        self.rows("frequencies.txt", NAMES, |row, _| {
            let Some(&trip) = drafts.ids.get(row.text(0)) else { return row.mend(0, NO_TRIP) };
            let Some(from) = ServiceTime::parse(row.text(1)) else { return row.mend(1, BAD_WINDOW) };
            let Some(to) = ServiceTime::parse(row.text(2)).filter(|to| *to > from) else { return row.mend(2, BAD_WINDOW) };
            let Some(headway) = row.text(3).parse().ok().filter(|h: &u32| *h > 0) else { return row.mend(3, BAD_HEADWAY) };
            let exact = row.code(4, 0, BAD_CODE, |code: u8| code <= 1) == 1;
            drafts.all[trip as usize].frequencies.push(Frequency { from, to, headway, exact });
        })
    }

    pub fn transfers(&mut self, stops: &StopIds) -> Result<(), ReadError> {
        const NAMES: &[&str] = &["from_stop_id", "to_stop_id", "transfer_type", "min_transfer_time"];
        self.rows("transfers.txt", NAMES, |row, out| {
            if matches!(row.text(2), "4" | "5") {
                return row.mend(2, SEATED);
            }
            let Some(&from) = stops.get(row.text(0)) else { return row.mend(0, NO_STOP) };
            let Some(&to) = stops.get(row.text(1)) else { return row.mend(1, NO_STOP) };
            let given = number(row.text(3)).filter(|seconds| (0.0..=LONGEST).contains(seconds));
            if given.is_none() && !row.text(3).is_empty() {
                row.mend(3, NO_LEAST);
            } else if given.is_some_and(|seconds| seconds.fract() != 0.0) {
                row.mend(3, BAD_LEAST);
            }
            let mut kind = row.code(2, 0, BAD_TRANSFER, |kind: u8| kind <= 3);
            if row.text(2).is_empty() && given.is_some() {
                row.mend(2, TIMED_TRANSFER);
                kind = 2;
            }
            out.transfers.push(Transfer { from, to, kind, least: given.map(|seconds| seconds.ceil() as u32) });
        })
    }
}
