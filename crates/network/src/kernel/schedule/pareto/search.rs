//! The search and the memory it works in.

use keruen_results::Progress;

use super::bag::{Bag, Label};
use super::bounds::{Bounds, NEVER};
use crate::Error;
use crate::kernel::schedule::ids::Moment;
use crate::kernel::schedule::journey::{Ask, Journey};
use crate::kernel::schedule::log::{Aboard, EntryIx, Log, START};
use crate::kernel::schedule::timetable::{Pattern, Timetable};

/// No position: the pattern is not in the queue.
const IDLE: u32 = u32::MAX;

/// Rounds after which counters start again: far from where they would run over.
const TICKS: u32 = u32::MAX - 1024;

/// The memory of Pareto searches over timetables. Make it once, use it for any number of queries.
#[derive(Clone, Debug, Default)]
pub struct ScheduleParetoWorkspace {
    /// The number of the query.
    mark: u32,
    /// The number of the round over all queries.
    tick: u32,
    bounds: Bounds,
    /// By stop: what may be boarded.
    best: Vec<Bag>,
    /// By stop: what came by ride, and may walk on.
    ride: Vec<Bag>,
    /// By stop: where its labels of the last round lie in `fresh`.
    ready: Vec<Ready>,
    fresh: Vec<Label>,
    improved: Marks,
    rode: Marks,
    /// By pattern: the first position to board at.
    boarding: Vec<u32>,
    queue: Vec<u32>,
    riders: Vec<Rider>,
    log: Log,
}

/// Stops, each once.
#[derive(Clone, Debug, Default)]
struct Marks {
    stops: Vec<u32>,
    at: Vec<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Ready {
    tick: u32,
    first: u32,
    count: u32,
}

/// Somebody on a pattern. Riders of a pattern are a staircase: on later trips are those who have walked less.
#[derive(Clone, Copy, Debug)]
struct Rider {
    trip: u32,
    walked: u32,
    board: u32,
    parent: EntryIx,
}

/// What stays the same during one search.
#[derive(Clone, Copy)]
struct Run<'t> {
    timetable: &'t Timetable,
    target: usize,
    most_rides: u8,
    rides: u8,
}

impl ScheduleParetoWorkspace {
    /// Empty; it grows with the first query.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every journey that no other betters in arrival, number of rides and walking at once; fewest rides first, then the
    /// earliest.
    ///
    /// Errors: a stop that the timetable does not have, a moment after [`LATEST`](crate::kernel::schedule::LATEST), or
    /// [`Error::Cancelled`].
    pub fn search(&mut self, timetable: &Timetable, ask: &Ask, progress: &dyn Progress) -> Result<Vec<Journey>, Error> {
        ask.check(timetable)?;
        self.begin(timetable);
        self.bounds.search(timetable, ask.to.index(), ask.most_rides);
        let mut run = Run { timetable, target: ask.to.index(), most_rides: ask.most_rides, rides: 0 };
        let mut found = Vec::new();
        self.start(&run, ask);
        self.report(&run, ask, &mut found);
        while run.rides < ask.most_rides && !self.improved.stops.is_empty() {
            run.rides += 1;
            progress.step(u64::from(run.rides), u64::from(ask.most_rides));
            if progress.cancelled() {
                return Err(Error::Cancelled);
            }
            self.collect(&run);
            self.scan(&run);
            self.walk(&run);
            self.report(&run, ask, &mut found);
        }
        Ok(found)
    }

    /// Forgets the last query.
    fn begin(&mut self, timetable: &Timetable) {
        if self.mark >= TICKS || self.tick >= TICKS {
            *self = Self::default();
        }
        self.mark += 1;
        self.tick += 1;
        let stops = self.best.len().max(timetable.stops());
        self.best.resize_with(stops, Bag::default);
        self.ride.resize_with(stops, Bag::default);
        self.ready.resize(stops, Ready::default());
        self.boarding.resize(self.boarding.len().max(timetable.patterns()), IDLE);
        for marks in [&mut self.improved, &mut self.rode] {
            marks.at.resize(stops, 0);
            marks.stops.clear();
        }
        self.log.clear();
    }

    /// Round 0: the start, and what can be walked to from there.
    fn start(&mut self, run: &Run<'_>, ask: &Ask) {
        let (from, depart, tick) = (ask.from.index(), ask.depart.0, self.tick);
        let label = Label { arrive: depart, walked: 0, entry: START, tick };
        if self.hopeless(run, from, depart, 0) {
            return;
        }
        self.ride[from].add(self.mark, label);
        self.keep(from, label);
        for path in run.timetable.footpaths_from(from) {
            let (to, arrive) = (path.to as usize, depart + path.seconds);
            if !self.hopeless(run, to, arrive, path.seconds) && !self.best[to].beats(self.mark, arrive, path.seconds) {
                let entry = self.log.walk(path.to, path.seconds, START);
                self.keep(to, Label { arrive, walked: path.seconds, entry, tick });
            }
        }
    }

    /// Whether the target cannot be reached from here any more, or only by a journey that is beaten already.
    #[inline]
    fn hopeless(&self, run: &Run<'_>, stop: usize, arrive: u32, walked: u32) -> bool {
        let left = self.bounds.time(stop);
        left == NEVER
            || u32::from(run.rides) + u32::from(self.bounds.rides(stop)) > u32::from(run.most_rides)
            || self.best[run.target].beats(self.mark, arrive.saturating_add(left), walked)
    }

    #[inline]
    fn keep(&mut self, stop: usize, label: Label) {
        self.best[stop].add(self.mark, label);
        self.improved.add(stop, self.tick);
    }

    /// Sets the labels of the last round out for boarding and queues the patterns that call there.
    fn collect(&mut self, run: &Run<'_>) {
        let last = self.tick;
        self.tick += 1;
        self.fresh.clear();
        for &stop in &self.improved.stops {
            let first = self.fresh.len() as u32;
            self.fresh.extend(self.best[stop as usize].labels(self.mark).iter().filter(|label| label.tick == last));
            let count = self.fresh.len() as u32 - first;
            self.ready[stop as usize] = Ready { tick: self.tick, first, count };
            if count == 0 {
                continue;
            }
            for boarding in run.timetable.boardings_at(stop as usize) {
                let first = &mut self.boarding[boarding.pattern as usize];
                if *first == IDLE {
                    self.queue.push(boarding.pattern);
                }
                *first = (*first).min(boarding.position);
            }
        }
        self.improved.stops.clear();
    }

    fn scan(&mut self, run: &Run<'_>) {
        let mut queue = std::mem::take(&mut self.queue);
        for &pattern in &queue {
            let from = std::mem::replace(&mut self.boarding[pattern as usize], IDLE) as usize;
            self.ride_along(run, pattern, from);
        }
        queue.clear();
        self.queue = queue;
    }

    /// Along one pattern: all riders alight, then those who are ready board.
    fn ride_along(&mut self, run: &Run<'_>, number: u32, from: usize) {
        let pattern = &run.timetable.patterns[number as usize];
        let calls = run.timetable.calls_of(pattern);
        let mut riders = std::mem::take(&mut self.riders);
        riders.clear();
        for (position, call) in calls.iter().enumerate().skip(from) {
            let stop = call.stop as usize;
            riders.retain(|rider| {
                let arrive = run.timetable.arrivals_of(pattern, rider.trip as usize)[position];
                self.alight(run, number, rider, (stop, position, arrive), call.alight)
            });
            let ready = self.ready[stop];
            if call.board && ready.tick == self.tick {
                let fresh = &self.fresh[ready.first as usize..][..ready.count as usize];
                board(run.timetable, pattern, position, fresh, &mut riders);
            }
        }
        self.riders = riders;
    }

    /// Lets a rider alight; false where there is no hope for them on this pattern any more.
    #[inline]
    fn alight(&mut self, run: &Run<'_>, pattern: u32, rider: &Rider, at: (usize, usize, u32), allowed: bool) -> bool {
        let (stop, position, arrive) = at;
        let left = self.bounds.time(stop);
        if left != NEVER && self.best[run.target].beats(self.mark, arrive.saturating_add(left), rider.walked) {
            return false;
        }
        let far = u32::from(run.rides) + u32::from(self.bounds.rides(stop)) > u32::from(run.most_rides);
        if !allowed || left == NEVER || far || self.ride[stop].beats(self.mark, arrive, rider.walked) {
            return true;
        }
        let aboard = Aboard { pattern, trip: rider.trip, board: rider.board, parent: rider.parent };
        let entry = self.log.ride(stop as u32, aboard, position as u32);
        let label = Label { arrive, walked: rider.walked, entry, tick: self.tick };
        self.ride[stop].add(self.mark, label);
        self.rode.add(stop, self.tick);
        if !self.best[stop].beats(self.mark, arrive, rider.walked) {
            self.keep(stop, label);
        }
        true
    }

    /// One footpath from where rides of this round ended.
    fn walk(&mut self, run: &Run<'_>) {
        let rode = std::mem::take(&mut self.rode.stops);
        for &stop in &rode {
            let bag = std::mem::take(&mut self.ride[stop as usize]);
            let tick = self.tick;
            for label in bag.labels(self.mark).iter().filter(|label| label.tick == tick) {
                self.walk_on(run, stop as usize, label);
            }
            self.ride[stop as usize] = bag;
        }
        self.rode.stops = rode;
        self.rode.stops.clear();
    }

    fn walk_on(&mut self, run: &Run<'_>, stop: usize, label: &Label) {
        for path in run.timetable.footpaths_from(stop) {
            let (to, arrive, walked) = (path.to as usize, label.arrive + path.seconds, label.walked + path.seconds);
            if self.best[to].beats(self.mark, arrive, walked) || self.hopeless(run, to, arrive, walked) {
                continue;
            }
            let entry = self.log.walk(path.to, path.seconds, label.entry);
            self.keep(to, Label { arrive, walked, entry, tick: self.tick });
        }
    }

    /// The journeys that this round found.
    fn report(&self, run: &Run<'_>, ask: &Ask, found: &mut Vec<Journey>) {
        let labels = self.best[run.target].labels(self.mark);
        let depart = Moment(ask.depart.0);
        for label in labels.iter().filter(|label| label.tick == self.tick) {
            found.push(self.log.journey(run.timetable, ask.from, depart, label.entry));
        }
    }
}

impl Marks {
    #[inline]
    fn add(&mut self, stop: usize, tick: u32) {
        if self.at[stop] != tick {
            self.at[stop] = tick;
            self.stops.push(stop as u32);
        }
    }
}

/// Everybody who is ready takes the first trip they catch, unless somebody on it, or on an earlier one, has walked as little.
fn board(timetable: &Timetable, pattern: &Pattern, position: usize, fresh: &[Label], riders: &mut Vec<Rider>) {
    let departures = timetable.departures_at(pattern, position);
    for label in fresh {
        let trip = departures.partition_point(|&departure| departure < label.arrive) as u32;
        if trip as usize == departures.len() {
            // The others arrive still later.
            break;
        }
        let sooner = riders.partition_point(|rider| rider.trip <= trip);
        if sooner > 0 && riders[sooner - 1].walked <= label.walked {
            continue;
        }
        let from = riders.partition_point(|rider| rider.trip < trip);
        let beaten = riders[from..].iter().take_while(|rider| rider.walked >= label.walked).count();
        let rider = Rider { trip, walked: label.walked, board: position as u32, parent: label.entry };
        riders.splice(from..from + beaten, [rider]);
    }
}
