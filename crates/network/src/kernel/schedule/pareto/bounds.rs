//! What is still to come from a stop to the target, at the least.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::kernel::schedule::timetable::Timetable;

/// The target cannot be reached from here.
pub(super) const NEVER: u32 = u32::MAX;

/// Least time and fewest rides to the target, by stop.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    time: Vec<u32>,
    rides: Vec<u8>,
    /// By stop: whether the stops from which one walks there are done.
    approached: Vec<bool>,
    heap: BinaryHeap<Reverse<(u32, u32)>>,
    /// By pattern: positions before this one are done.
    done: Vec<u32>,
    level: Vec<u32>,
    next: Vec<u32>,
}

impl Bounds {
    /// Searches backward from a target.
    pub fn search(&mut self, timetable: &Timetable, target: usize, most_rides: u8) {
        self.search_rides(timetable, target, most_rides);
        self.search_time(timetable, target);
    }

    /// Least time from a stop, [`NEVER`] where none leads to the target.
    #[inline]
    pub fn time(&self, stop: usize) -> u32 {
        self.time[stop]
    }

    /// Fewest rides from a stop, 255 where none leads to the target in time.
    #[inline]
    pub fn rides(&self, stop: usize) -> u8 {
        self.rides[stop]
    }

    /// Dijkstra over the least times between neighbouring calls and along footpaths.
    fn search_time(&mut self, timetable: &Timetable, target: usize) {
        self.time.clear();
        self.time.resize(timetable.stops(), NEVER);
        self.time[target] = 0;
        self.heap.push(Reverse((0, target as u32)));
        while let Some(Reverse((time, stop))) = self.heap.pop() {
            if time > self.time[stop as usize] {
                continue;
            }
            for step in timetable.backward.neighbours_of(stop as usize) {
                let longer = time.saturating_add(step.seconds);
                if longer < self.time[step.to as usize] {
                    self.time[step.to as usize] = longer;
                    self.heap.push(Reverse((longer, step.to)));
                }
            }
        }
    }

    /// Breadth first over patterns: one level a ride.
    fn search_rides(&mut self, timetable: &Timetable, target: usize, most_rides: u8) {
        self.rides.clear();
        self.rides.resize(timetable.stops(), u8::MAX);
        self.approached.clear();
        self.approached.resize(timetable.stops(), false);
        self.done.clear();
        self.done.resize(timetable.patterns(), 0);
        self.level.clear();
        self.reach(timetable, target, 0);
        for rides in 1..=most_rides.min(u8::MAX - 1) {
            std::mem::swap(&mut self.level, &mut self.next);
            self.level.clear();
            let ends = std::mem::take(&mut self.next);
            for &stop in &ends {
                for end in timetable.backward.alightings_at(stop as usize) {
                    let pattern = &timetable.patterns[end.pattern as usize];
                    let done = &mut self.done[end.pattern as usize];
                    let from = std::mem::replace(done, end.position.max(*done));
                    let calls = timetable.calls_of(pattern);
                    for call in calls.iter().take(end.position as usize).skip(from as usize).filter(|call| call.board) {
                        self.reach(timetable, call.stop as usize, rides);
                    }
                }
            }
            self.next = ends;
        }
    }

    /// A stop from which so many rides suffice, and those from which one walks there.
    fn reach(&mut self, timetable: &Timetable, stop: usize, rides: u8) {
        self.put(stop, rides);
        // Levels only rise, so the first time is the best.
        if std::mem::replace(&mut self.approached[stop], true) {
            return;
        }
        for path in timetable.backward.approaches_to(stop) {
            self.put(path.to as usize, rides);
        }
    }

    fn put(&mut self, stop: usize, rides: u8) {
        if self.rides[stop] > rides {
            self.rides[stop] = rides;
            self.level.push(stop as u32);
        }
    }
}
