//! `stop_times.txt`: what a trip calls at, and when.

use super::sheet::Row;
use super::trips::{Draft, Drafts};
use super::{Reader, StopIds};
use crate::error::ReadError;
use crate::gtfs::repair::{
    BAD_CODE, BAD_SEQUENCE, BAD_TIME, BLANK_TIME, DEPARTS_FIRST, NEXT_DAY, NO_END_TIME, NO_STOP, NO_TRIP, ONE_TIME, RUNS_BACK,
    Repairs, SAME_SEQUENCE, SHORT_TIME, SHORT_TRIP,
};
use crate::gtfs::timetable::{Call, Clocked, ServiceTime, Stop, StopIx};
use crate::gtfs::walk::{distance, radians};
use keruen_model::cell::number;

const FILE: &str = "stop_times.txt";
const NAMES: &[&str] = &[
    "trip_id",
    "arrival_time",
    "departure_time",
    "stop_id",
    "stop_sequence",
    "pickup_type",
    "drop_off_type",
    "shape_dist_traveled",
];

/// A time that lies so far before the one before is one of the next day, in seconds.
const NEXT_DAY_FROM: u32 = 12 * 3600;

/// A day, in seconds.
const DAY: u32 = 24 * 3600;

/// One row.
#[derive(Clone, Copy)]
struct Visit {
    trip: u32,
    sequence: u32,
    line: u32,
    call: Call,
    time: Option<Clocked>,
    along: Option<f64>,
}

impl Reader<'_> {
    pub fn times(&mut self, drafts: &mut Drafts, stops: &StopIds) -> Result<(), ReadError> {
        let mut rows: Vec<Visit> = Vec::new();
        self.rows(FILE, NAMES, |row, _| rows.extend(read(row, drafts, stops)))?;
        // Rows of a trip need not stand together nor in order.
        rows.sort_by_key(|row| (row.trip, row.sequence));
        let (stops, repairs) = (&self.out.stops, &mut self.repairs);
        for trip in rows.chunk_by_mut(|a, b| a.trip == b.trip) {
            for pair in trip.windows(2).filter(|pair| pair[0].sequence == pair[1].sequence) {
                let sequence = pair[1].sequence.to_string();
                repairs.row(FILE, pair[1].line, "stop_sequence", &sequence, SAME_SEQUENCE);
            }
            let draft = &mut drafts.all[trip[0].trip as usize];
            in_order(trip, repairs);
            fill(trim(trip, repairs), stops, draft, repairs);
        }
        for draft in drafts.all.iter().filter(|draft| draft.calls.len() < 2) {
            repairs.row("trips.txt", draft.line, "trip_id", &draft.id, SHORT_TRIP);
        }
        Ok(())
    }
}

fn read(row: &mut Row<'_, '_>, drafts: &Drafts, stops: &StopIds) -> Option<Visit> {
    let Some(&trip) = drafts.ids.get(row.text(0)) else {
        row.mend(0, NO_TRIP);
        return None;
    };
    let Some(&stop) = stops.get(row.text(3)) else {
        row.mend(3, NO_STOP);
        return None;
    };
    let sequence = row.text(4).parse().unwrap_or_else(|_| {
        row.mend(4, BAD_SEQUENCE);
        u32::MAX
    });
    let known = |code: u8| code <= 3;
    let (pickup, drop_off) = (row.code(5, 0, BAD_CODE, known), row.code(6, 0, BAD_CODE, known));
    let call = Call { stop, board: pickup != 1, alight: drop_off != 1 };
    let time = clocked(row);
    Some(Visit { trip, sequence, line: row.line(), call, time, along: number(row.text(7)) })
}

fn clocked(row: &mut Row<'_, '_>) -> Option<Clocked> {
    let (arrive, depart) = (time(row, 1), time(row, 2));
    if arrive.is_some() != depart.is_some() {
        row.mend(if arrive.is_some() { 2 } else { 1 }, ONE_TIME);
    }
    let arrive = arrive.or(depart)?;
    let depart = depart.unwrap_or(arrive);
    if depart < arrive {
        row.mend(2, DEPARTS_FIRST);
    }
    Some(Clocked { arrive, depart: depart.max(arrive) })
}

fn time(row: &mut Row<'_, '_>, column: usize) -> Option<ServiceTime> {
    let text = row.text(column);
    if text.is_empty() {
        return None;
    }
    if let Some(time) = ServiceTime::parse(text) {
        return Some(time);
    }
    let short = ServiceTime::parse(&format!("{text}:00"));
    row.mend(column, if short.is_some() { SHORT_TIME } else { BAD_TIME });
    short
}

/// Makes the times of a trip rise: what falls far back is of the next day, what falls back a little is blank.
fn in_order(trip: &mut [Visit], repairs: &mut Repairs) {
    let mut last = 0;
    for row in trip {
        let Some(mut time) = row.time else { continue };
        let mut mend = |kind| repairs.row(FILE, row.line, "arrival_time", &time.arrive.to_string(), kind);
        if time.arrive.0 < last {
            let days = (last - time.arrive.0).div_ceil(DAY) * DAY;
            if last - time.arrive.0 < NEXT_DAY_FROM || time.depart.0 + days < last {
                mend(RUNS_BACK);
                row.time = None;
                continue;
            }
            mend(NEXT_DAY);
            time = Clocked { arrive: ServiceTime(time.arrive.0 + days), depart: ServiceTime(time.depart.0 + days) };
            row.time = Some(time);
        }
        last = time.depart.0;
    }
}

/// Leaves out calls before the first and after the last time.
fn trim<'r>(trip: &'r [Visit], repairs: &mut Repairs) -> &'r [Visit] {
    let first = trip.iter().position(|row| row.time.is_some()).unwrap_or(trip.len());
    let end = trip.iter().rposition(|row| row.time.is_some()).map_or(first, |last| last + 1);
    for row in trip[..first].iter().chain(&trip[end..]) {
        repairs.row(FILE, row.line, "departure_time", "", NO_END_TIME);
    }
    &trip[first..end]
}

/// Lays the calls into the trip; blank times between timed calls are shared out along the distance.
fn fill(trip: &[Visit], stops: &[Stop], draft: &mut Draft, repairs: &mut Repairs) {
    if trip.len() < 2 {
        return;
    }
    draft.calls = trip.iter().map(|row| row.call).collect();
    let mut from = 0;
    for to in 0..trip.len() {
        let Some(there) = trip[to].time else { continue };
        if let Some(here) = trip[from].time.filter(|_| to > from + 1) {
            let shares = shares(&trip[from..=to], stops);
            let (start, span) = (here.depart.0, there.arrive.0.saturating_sub(here.depart.0));
            for (row, share) in trip[from + 1..to].iter().zip(shares) {
                let at = ServiceTime(start + (f64::from(span) * share) as u32);
                draft.times.push(Clocked { arrive: at, depart: at });
                repairs.row(FILE, row.line, "departure_time", "", BLANK_TIME);
            }
        }
        draft.times.push(there);
        from = to;
    }
}

/// How far along each inner call lies, 0 to 1: by the distance the feed gives, else by straight lines between the stops, else
/// evenly.
fn shares(rows: &[Visit], stops: &[Stop]) -> Vec<f64> {
    let given: Option<Vec<f64>> = rows.iter().map(|row| row.along).collect();
    let measured = || -> Option<Vec<f64>> {
        let point = |stop: StopIx| stops[stop.0 as usize].point.as_ref().map(radians);
        let mut along = vec![0.0];
        for pair in rows.windows(2) {
            let step = distance(point(pair[0].call.stop)?, point(pair[1].call.stop)?);
            along.push(along[along.len() - 1] + step);
        }
        Some(along)
    };
    let usable = |along: &Vec<f64>| along.is_sorted() && along[along.len() - 1] > along[0];
    let even = || (0..rows.len()).map(|i| i as f64).collect();
    let along = given.filter(usable).or_else(|| measured().filter(usable)).unwrap_or_else(even);
    let (start, span) = (along[0], along[along.len() - 1] - along[0]);
    along[1..along.len() - 1].iter().map(|at| ((at - start) / span).clamp(0.0, 1.0)).collect()
}
