//! Any departure of a window.
//!
//! Leaving matters only at the moments at which some trip can be caught, departure of the trip less the walk to its stop, and at
//! the last moment of all, from which one may wait for what leaves later. They are taken from the last to the first; labels of later departures stay, and what does not improve on them is beaten by a
//! journey that leaves later (Delling, Pajor, Werneck 2015, section 4.1).

use super::ids::Moment;
use super::journey::{Ask, Journey};
use super::rounds::Rounds;
use super::timetable::Timetable;

pub(super) fn search(rounds: &mut Rounds<true>, timetable: &Timetable, ask: &Ask, until: Moment) -> Vec<Journey> {
    rounds.begin(timetable, ask.most_rides);
    let mut found: Vec<Journey> = Vec::new();
    for depart in moments(timetable, ask, until) {
        rounds.run(timetable, ask, depart, |rounds, entry| {
            let journey = rounds.journey(timetable, ask.from, depart, entry);
            // A way on foot is found again with every departure; the first time, it leaves last.
            if journey.rides() > 0 || found.is_empty() {
                found.push(journey);
            }
        });
    }
    found
}

/// The moments at which leaving makes a difference; the last one first.
fn moments(timetable: &Timetable, ask: &Ask, until: Moment) -> Vec<u32> {
    let (first, last) = (ask.depart.0, until.0);
    if first > last {
        return Vec::new();
    }
    let mut found = vec![last];
    let start = [(ask.from.index(), 0)];
    let on_foot = timetable.footpaths_from(ask.from.index()).iter().map(|path| (path.to as usize, path.seconds));
    for (stop, walk) in start.into_iter().chain(on_foot) {
        for boarding in timetable.boardings_at(stop) {
            let pattern = &timetable.patterns[boarding.pattern as usize];
            for (position, call) in timetable.calls_of(pattern).iter().enumerate().skip(boarding.position as usize) {
                if call.stop as usize == stop && call.board {
                    let departures = timetable.departures_at(pattern, position);
                    let from = departures.partition_point(|&d| d < first + walk);
                    let to = departures.partition_point(|&d| d <= last + walk);
                    found.extend(departures[from..to].iter().map(|d| d - walk));
                }
            }
        }
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    found
}
