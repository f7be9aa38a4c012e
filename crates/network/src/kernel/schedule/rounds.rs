//! The rounds that earliest arrival and range share.
//!
//! ```text
//! best(v, k)   earliest arrival at v with at most k rides, by ride or on foot: what can be boarded in round k + 1
//! ride(v, k)   the same by ride alone: what can still walk on
//! ```
//! One departure needs the newest round of both only; a range needs every round of its own, because a journey that leaves
//! earlier with fewer rides is not beaten by one that leaves later with more. That is the parameter `EACH`.
//!
//! An entry is one 64-bit key: the mark of the query turned round, then the arrival. A key of an older query is larger than any
//! of this one, so it reads as "never" and nothing has to be cleared.

use super::ids::{Moment, StopIx};
use super::journey::{Ask, Journey};
use super::log::{Aboard, EntryIx, Log, START};
use super::timetable::{Pattern, Timetable};

/// Nobody has been here.
const NEVER: u64 = u64::MAX;

/// No position: the pattern is not in the queue.
const IDLE: u32 = u32::MAX;

/// Rounds after which counters start again: far from where they would run over.
const TICKS: u32 = u32::MAX - 1024;

/// Where one may board in this round.
#[derive(Clone, Copy, Debug, Default)]
struct Ready {
    tick: u32,
    arrive: u32,
    entry: EntryIx,
}

/// A label by stop, or by round and stop.
#[derive(Clone, Debug, Default)]
struct Labels {
    keys: Vec<u64>,
    entries: Vec<EntryIx>,
}

/// The memory of the rounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Rounds<const EACH: bool> {
    /// The number of the query.
    mark: u32,
    /// The number of the round over all queries.
    tick: u32,
    stops: usize,
    last_round: usize,
    best: Labels,
    ride: Labels,
    ready: Vec<Ready>,
    /// Stops improved in this round, each once.
    improved: Vec<u32>,
    improved_at: Vec<u32>,
    /// Stops that a ride of this round reached earlier than before, each once.
    rode: Vec<u32>,
    rode_at: Vec<u32>,
    /// By pattern: the first position to board at.
    boarding: Vec<u32>,
    queue: Vec<u32>,
    log: Log,
}

impl<const EACH: bool> Rounds<EACH> {
    /// Forgets the last query.
    pub fn begin(&mut self, timetable: &Timetable, most_rides: u8) {
        if self.mark >= TICKS || self.tick >= TICKS {
            *self = Self::default();
        }
        self.mark += 1;
        (self.stops, self.last_round) = (timetable.stops(), most_rides as usize);
        let labels = if EACH { self.stops * (self.last_round + 1) } else { self.stops };
        for label in [&mut self.best, &mut self.ride] {
            label.keys.resize(label.keys.len().max(labels), NEVER);
            label.entries.resize(label.entries.len().max(labels), START);
        }
        let stops = self.ready.len().max(self.stops);
        self.ready.resize(stops, Ready::default());
        self.improved_at.resize(stops, 0);
        self.rode_at.resize(stops, 0);
        self.boarding.resize(self.boarding.len().max(timetable.patterns()), IDLE);
        self.log.clear();
    }

    /// Runs all rounds for one departure; `found` gets the entry at the target of each round that improved it.
    pub fn run(&mut self, timetable: &Timetable, ask: &Ask, depart: u32, mut found: impl FnMut(&Self, EntryIx)) {
        let target = ask.to.index();
        self.start(timetable, ask.from.index(), depart);
        if self.improved_at[target] == self.tick {
            found(self, self.best.entries[target]);
        }
        for round in 1..=self.last_round {
            if self.improved.is_empty() {
                break;
            }
            let at = self.at(round, target);
            let before = self.best.keys[at];
            self.collect(timetable, round);
            self.scan(timetable, round, at);
            self.walk(timetable, round, at);
            if self.best.keys[at] < before {
                found(self, self.best.entries[at]);
            }
        }
        self.improved.clear();
    }

    /// The journey that ends with an entry.
    pub fn journey(&self, timetable: &Timetable, from: StopIx, depart: u32, entry: EntryIx) -> Journey {
        self.log.journey(timetable, from, Moment(depart), entry)
    }

    #[inline]
    fn key(&self, arrive: u32) -> u64 {
        u64::from(!self.mark) << 32 | u64::from(arrive)
    }

    /// Where the label of a stop in a round lies.
    #[inline]
    fn at(&self, round: usize, stop: usize) -> usize {
        if EACH { round * self.stops + stop } else { stop }
    }

    /// Round 0: the start, and what can be walked to from there.
    fn start(&mut self, timetable: &Timetable, from: usize, depart: u32) {
        self.tick += 1;
        let key = self.key(depart);
        self.set_ride(0, from, key, START);
        self.improve(0, from, key, START);
        for path in timetable.footpaths_from(from) {
            let key = self.key(depart + path.seconds);
            if key < self.best.keys[self.at(0, path.to as usize)] {
                let entry = self.log.walk(path.to, path.seconds, START);
                self.improve(0, path.to as usize, key, entry);
            }
        }
    }

    /// Queues the patterns that call where the last round brought an improvement.
    fn collect(&mut self, timetable: &Timetable, round: usize) {
        self.tick += 1;
        let improved = std::mem::take(&mut self.improved);
        for &stop in &improved {
            let at = self.at(round - 1, stop as usize);
            let arrive = self.best.keys[at] as u32;
            self.ready[stop as usize] = Ready { tick: self.tick, arrive, entry: self.best.entries[at] };
            for boarding in timetable.boardings_at(stop as usize) {
                let first = &mut self.boarding[boarding.pattern as usize];
                if *first == IDLE {
                    self.queue.push(boarding.pattern);
                }
                *first = (*first).min(boarding.position);
            }
        }
        self.improved = improved;
        self.improved.clear();
    }

    fn scan(&mut self, timetable: &Timetable, round: usize, target: usize) {
        let mut queue = std::mem::take(&mut self.queue);
        for &pattern in &queue {
            let from = std::mem::replace(&mut self.boarding[pattern as usize], IDLE) as usize;
            self.ride_along(timetable, round, pattern, from, target);
        }
        queue.clear();
        self.queue = queue;
    }

    /// Along one pattern: alight where it is earlier than before, change to an earlier trip where one can be caught.
    fn ride_along(&mut self, timetable: &Timetable, round: usize, number: u32, from: usize, target: usize) {
        let pattern = &timetable.patterns[number as usize];
        let calls = timetable.calls_of(pattern);
        let mut aboard: Option<(Aboard, &[u32])> = None;
        for (position, call) in calls.iter().enumerate().skip(from) {
            let stop = call.stop as usize;
            if let Some((aboard, arrivals)) = aboard.filter(|_| call.alight) {
                let key = self.key(arrivals[position]);
                let at = self.at(round, stop);
                if key < self.ride.keys[at] && key < self.best.keys[target] {
                    let entry = self.log.ride(call.stop, aboard, position as u32);
                    self.alight(round, stop, key, entry);
                }
            }
            let ready = self.ready[stop];
            if ready.tick == self.tick && call.board {
                let sooner = catch(timetable, pattern, position, ready.arrive, aboard.map(|(a, _)| a.trip as usize));
                if let Some(trip) = sooner {
                    let boarded = Aboard { pattern: number, trip: trip as u32, board: position as u32, parent: ready.entry };
                    aboard = Some((boarded, timetable.arrivals_of(pattern, trip)));
                }
            }
        }
    }

    fn alight(&mut self, round: usize, stop: usize, key: u64, entry: EntryIx) {
        self.set_ride(round, stop, key, entry);
        if self.rode_at[stop] != self.tick {
            self.rode_at[stop] = self.tick;
            self.rode.push(stop as u32);
        }
        if key < self.best.keys[self.at(round, stop)] {
            self.improve(round, stop, key, entry);
        }
    }

    /// One footpath from where rides of this round ended.
    fn walk(&mut self, timetable: &Timetable, round: usize, target: usize) {
        let rode = std::mem::take(&mut self.rode);
        for &stop in &rode {
            let from = self.at(round, stop as usize);
            let (key, parent) = (self.ride.keys[from], self.ride.entries[from]);
            for path in timetable.footpaths_from(stop as usize) {
                let there = key + u64::from(path.seconds);
                if there >= self.best.keys[target] {
                    break;
                }
                if there < self.best.keys[self.at(round, path.to as usize)] {
                    let entry = self.log.walk(path.to, path.seconds, parent);
                    self.improve(round, path.to as usize, there, entry);
                }
            }
        }
        self.rode = rode;
        self.rode.clear();
    }

    #[inline]
    fn improve(&mut self, round: usize, stop: usize, key: u64, entry: EntryIx) {
        if self.improved_at[stop] != self.tick {
            self.improved_at[stop] = self.tick;
            self.improved.push(stop as u32);
        }
        self.best.set::<EACH>(round..self.last_round + 1, self.stops, stop, key, entry);
    }

    #[inline]
    fn set_ride(&mut self, round: usize, stop: usize, key: u64, entry: EntryIx) {
        self.ride.set::<EACH>(round..self.last_round + 1, self.stops, stop, key, entry);
    }
}

impl Labels {
    /// Sets the label of a round, and of later ones that are no better: they may use as many rides.
    #[inline]
    fn set<const EACH: bool>(&mut self, rounds: std::ops::Range<usize>, stops: usize, stop: usize, key: u64, entry: EntryIx) {
        if !EACH {
            (self.keys[stop], self.entries[stop]) = (key, entry);
            return;
        }
        for at in rounds.map(|round| round * stops + stop) {
            if self.keys[at] <= key {
                break;
            }
            (self.keys[at], self.entries[at]) = (key, entry);
        }
    }
}

/// The first trip that leaves a position at `ready` or later, if it is sooner than the one that is ridden already.
#[inline]
fn catch(timetable: &Timetable, pattern: &Pattern, position: usize, ready: u32, aboard: Option<usize>) -> Option<usize> {
    let departures = timetable.departures_at(pattern, position);
    let sooner = match aboard {
        Some(trip) => &departures[..trip],
        None => departures,
    };
    if sooner.last().is_none_or(|&last| last < ready) {
        return None;
    }
    Some(sooner.partition_point(|&departure| departure < ready))
}
