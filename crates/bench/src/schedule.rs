//! Journeys through a public timetable: the same random questions for earliest arrival, a window of departures, and three
//! criteria.
//!
//! Query model: two different stops at random among those some trip of the day serves, a departure at random from 06:00 to
//! 20:00, up to seven changes, 500 m on foot in a straight line at 1.4 m/s. The trips are those of one service day, by default
//! the first of the days with most trips, and those of the day before, which count where they run past midnight.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use keruen_model::Date;
use keruen_network::kernel::schedule::{
    Ask, Call, Journey, Moment, ScheduleBuilder, ScheduleParetoWorkspace, ScheduleWorkspace, Seconds, StopIx, Timetable,
};
use keruen_results::Silent;
use keruen_tables::ReadOptions;
use keruen_tables::gtfs::walk::footpaths;
use keruen_tables::gtfs::{Timetable as Feed, Transfer, Trip, read_gtfs, write_gtfs};

use crate::instance::Fault;
use crate::measure::{Took, on_this_thread};
use crate::report::Line;

/// How far one walks between two rides unless said otherwise, in metres.
pub const REACH: f64 = 500.0;

/// A day, in seconds; also where the service day begins, so that the day before lies after the origin of time.
const DAY: u32 = 86_400;

/// From when to when one leaves, in seconds of the day.
const LEAVE: (u32, u32) = (6 * 3600, 20 * 3600);

/// The window of a range, in seconds.
const WINDOW: u32 = 2 * 3600;

/// What is asked.
#[derive(Debug, PartialEq)]
pub struct ScheduleJob {
    pub feed: PathBuf,
    pub queries: Option<PathBuf>,
    pub random: usize,
    pub seed: u64,
    pub day: Option<String>,
    pub reach: f64,
    /// Write the mended feed of the day with its footpaths, and the questions, here.
    pub out: Option<PathBuf>,
    pub each: bool,
}

/// From, to, departure in seconds of the day.
type Question = (u32, u32, u32);

/// Reads, builds, asks.
pub fn run(job: &ScheduleJob, print: &mut impl FnMut(String)) -> Result<(), Fault> {
    let name = job.feed.file_stem().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let (read, reading) = on_this_thread(|| read_gtfs(&job.feed, &ReadOptions::default()));
    let read = read.map_err(|e| Fault::Usage(e.to_string()))?;
    let day = day(job, &read.timetable)?;
    let (built, building) = on_this_thread(|| build(&read.timetable, day, job.reach));
    let (timetable, feed) = (built?, &read.timetable);
    let mended: usize = read.repairs.iter().map(|r| r.lines.len().max(1)).sum();
    let line =
        Line::new("schedule-read", &name, 1, reading).count("size", timetable.trips() as u64).count("repairs", mended as u64);
    print(line.text("day", &day.to_string()).end());
    let line = Line::new("schedule-build", &name, 1, building).count("size", timetable.patterns() as u64);
    print(line.count("footpaths", timetable.footpaths() as u64).count("stops", timetable.stops() as u64).end());
    let questions = questions(job, feed, day)?;
    if let Some(out) = &job.out {
        write_out((out, job.reach), feed, day, &questions)?;
    }
    let mut earliest = ScheduleWorkspace::new();
    let asks = Asks { name: &name, questions: &questions, each: job.each };
    asks.run("schedule-earliest", print, |ask| earliest.earliest(&timetable, ask))?;
    let until = |ask: &Ask| Moment(ask.depart.0 + WINDOW);
    asks.run("schedule-range", print, |ask| earliest.range(&timetable, ask, until(ask)))?;
    let mut pareto = ScheduleParetoWorkspace::new();
    asks.run("schedule-pareto", print, |ask| pareto.search(&timetable, ask, &Silent))
}

/// The same questions for each kind of search.
struct Asks<'a> {
    name: &'a str,
    questions: &'a [Question],
    each: bool,
}

impl Asks<'_> {
    fn run(
        &self,
        kind: &str,
        print: &mut impl FnMut(String),
        mut search: impl FnMut(&Ask) -> Result<Vec<Journey>, keruen_network::Error>,
    ) -> Result<(), Fault> {
        let (mut total, mut micros) = (Took::default(), Vec::with_capacity(self.questions.len()));
        let (mut size, mut checksum, mut most) = (0, 0_u64, 0);
        for (number, &(from, to, leave)) in self.questions.iter().enumerate() {
            let ask = Ask::new(StopIx(from), StopIx(to), Moment(DAY + leave));
            let (found, took) = on_this_thread(|| search(&ask));
            let found = found?;
            total += took;
            micros.push(took.cpu.as_secs_f64() * 1e6);
            (size, most) = (size + found.len(), most.max(found.len()));
            for journey in &found {
                let figures = [journey.depart.0, journey.arrive.0, journey.rides() as u32, journey.walking.0];
                checksum = figures.iter().fold(checksum, |sum, f| sum.wrapping_mul(1_000_003).wrapping_add(u64::from(*f)));
            }
            if self.each {
                let texts: Vec<String> = found.iter().map(figures).collect();
                let line = Line::new(kind, self.name, 1, took).count("query", number as u64);
                print(line.text("journeys", &texts.join(" ")).end());
            }
        }
        micros.sort_by(f64::total_cmp);
        let quantile = |share: f64| micros.get((micros.len() as f64 * share) as usize).copied().unwrap_or(0.0);
        let mean = total.cpu.as_secs_f64() * 1e6 / micros.len().max(1) as f64;
        let line = Line::new(kind, self.name, 1, total).count("size", size as u64).count("checksum", checksum);
        let line = line.count("queries", micros.len() as u64).count("largest", most as u64).figure("mean_us", mean);
        print(line.figure("median_us", quantile(0.5)).figure("p95_us", quantile(0.95)).end());
        Ok(())
    }
}

/// Rides, arrival in seconds of the day, seconds on foot.
fn figures(journey: &Journey) -> String {
    format!("{}:{}:{}", journey.rides(), journey.arrive.0 - DAY, journey.walking.0)
}

/// The day asked for, or the first of those with most trips.
fn day(job: &ScheduleJob, feed: &Feed) -> Result<Date, Fault> {
    if let Some(text) = &job.day {
        return Date::parse(text).ok_or_else(|| Fault::Usage(format!("--day takes YYYY-MM-DD, not `{text}`")));
    }
    let mut trips: BTreeMap<u32, u32> = BTreeMap::new();
    feed.trips.iter().for_each(|trip| *trips.entry(trip.calendar.0).or_default() += 1);
    let mut by_day: BTreeMap<Date, u32> = BTreeMap::new();
    for (calendar, count) in trips {
        feed.calendars[calendar as usize].days.iter().for_each(|day| *by_day.entry(day).or_default() += count);
    }
    // Of equal counts the last one looked at wins, so the earliest day is looked at last.
    let best = by_day.into_iter().rev().max_by_key(|(_, count)| *count);
    best.map(|(day, _)| day).ok_or_else(|| Fault::Usage("no trip of the feed runs on any day".to_owned()))
}

/// Trips of a day and of the day before, and footpaths.
fn build(feed: &Feed, day: Date, reach: f64) -> Result<Timetable, Fault> {
    let mut build = ScheduleBuilder::new(feed.stops.len() as u32);
    for (start, day) in [(0, day.plus_days(-1)), (DAY, day)] {
        for trip in feed.trips.iter().filter(|trip| feed.days_of(trip).contains(day)) {
            for shift in shifts(trip) {
                add(&mut build, feed, trip, i64::from(start) + shift)?;
            }
        }
    }
    for path in footpaths(feed, reach) {
        build.footpath(StopIx(path.from.0), StopIx(path.to.0), Seconds(path.seconds))?;
    }
    Ok(build.build()?)
}

/// By how much a trip is moved: not at all, or to each of its departures where it runs every so often. A trip that only runs
/// about so often gets departures from the first moment on: a benchmark needs some, an answer to a shipper must not have them.
fn shifts(trip: &Trip) -> Vec<i64> {
    if trip.frequencies.is_empty() {
        return vec![0];
    }
    let first = i64::from(trip.times[0].depart.0);
    let starts = trip.frequencies.iter().flat_map(|f| (f.from.0..f.to.0).step_by(f.headway as usize));
    starts.map(|start| i64::from(start) - first).collect()
}

fn add(build: &mut ScheduleBuilder, feed: &Feed, trip: &Trip, shift: i64) -> Result<(), Fault> {
    let moment = |seconds: u32| Moment(u32::try_from(i64::from(seconds) + shift).unwrap_or(0));
    let calls: Vec<Call> = feed
        .pattern_of(trip)
        .calls
        .iter()
        .zip(&trip.times)
        .map(|(call, time)| Call {
            stop: StopIx(call.stop.0),
            arrive: moment(time.arrive.0),
            depart: moment(time.depart.0),
            board: call.board,
            alight: call.alight,
        })
        .collect();
    build.trip(&calls)?;
    Ok(())
}

fn questions(job: &ScheduleJob, feed: &Feed, day: Date) -> Result<Vec<Question>, Fault> {
    match &job.queries {
        Some(path) => read_questions(path, feed),
        None => Ok(random(job, feed, day)),
    }
}

/// Random questions (Knuth's MMIX generator, upper bits).
fn random(job: &ScheduleJob, feed: &Feed, day: Date) -> Vec<Question> {
    let mut served: Vec<u32> = Vec::new();
    for trip in feed.trips.iter().filter(|trip| feed.days_of(trip).contains(day)) {
        served.extend(feed.pattern_of(trip).calls.iter().map(|call| call.stop.0));
    }
    served.sort_unstable();
    served.dedup();
    if served.len() < 2 {
        return Vec::new();
    }
    let mut state = job.seed;
    let mut below = |end: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % u64::from(end)) as u32
    };
    let stops = served.len() as u32;
    let mut question = || {
        let from = below(stops);
        let to = (from + 1 + below(stops - 1)) % stops;
        (served[from as usize], served[to as usize], LEAVE.0 + below(LEAVE.1 - LEAVE.0))
    };
    (0..job.random).map(|_| question()).collect()
}

/// `from_stop_id,to_stop_id,departure` with a heading; departure in seconds of the day.
fn read_questions(path: &Path, feed: &Feed) -> Result<Vec<Question>, Fault> {
    let text = std::fs::read_to_string(path).map_err(|e| Fault::Read(path.to_owned(), e))?;
    let stops: BTreeMap<&str, u32> = (0..).zip(&feed.stops).map(|(ix, stop)| (stop.id.as_str(), ix)).collect();
    let line = |(number, line): (usize, &str)| {
        let fault = |what| Fault::Line(path.to_owned(), number + 1, what);
        let mut cells = line.rsplitn(2, ',');
        let leave = cells.next().and_then(|cell| cell.trim().parse().ok()).ok_or_else(|| fault("a departure is missing"))?;
        let pair = cells.next().unwrap_or("");
        let mut ends = pair.match_indices(',').filter_map(|(at, _)| stops.get(&pair[..at]).zip(stops.get(&pair[at + 1..])));
        let (from, to) = ends.next().ok_or_else(|| fault("two stops of the feed are expected"))?;
        Ok((*from, *to, leave))
    };
    text.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty()).map(line).collect()
}

/// The trips of the day as a feed that other programs read, footpaths as transfers, and the questions.
fn write_out((out, reach): (&Path, f64), feed: &Feed, day: Date, questions: &[Question]) -> Result<(), Fault> {
    let mut mended = feed.clone();
    let runs: Vec<bool> = feed.trips.iter().map(|trip| feed.days_of(trip).contains(day)).collect();
    let mut each = runs.iter();
    mended.trips.retain(|_| each.next().copied().unwrap_or(false));
    mended.transfers = footpaths(feed, reach)
        .into_iter()
        .map(|path| Transfer { from: path.from, to: path.to, kind: 2, least: Some(path.seconds) })
        .collect();
    write_gtfs(&mended, &out.join("feed")).map_err(|e| Fault::Usage(e.to_string()))?;
    let mut text = "from_stop_id,to_stop_id,departure\n".to_owned();
    for &(from, to, leave) in questions {
        let id = |stop: u32| &feed.stops[stop as usize].id;
        text.push_str(&format!("{},{},{leave}\n", id(from), id(to)));
    }
    let file = out.join("queries.csv");
    std::fs::write(&file, text).map_err(|e| Fault::Read(file, e))
}
