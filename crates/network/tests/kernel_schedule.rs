//! Journeys through timetables against hand-computed answers and against a slow simple method.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::collections::BTreeSet;

use common::Random;
use keruen_network::Error;
use keruen_network::kernel::schedule::{
    Ask, Call, Journey, Leg, Moment, ScheduleBuilder, ScheduleParetoWorkspace, ScheduleWorkspace, Seconds, StopIx, Timetable,
};
use keruen_results::{Progress, Silent};

/// A timetable as it was given.
struct Given {
    stops: u32,
    trips: Vec<Vec<Call>>,
    footpaths: Vec<(u32, u32, u32)>,
}

impl Given {
    fn build(&self) -> Timetable {
        let mut build = ScheduleBuilder::new(self.stops);
        for trip in &self.trips {
            build.trip(trip).unwrap();
        }
        for &(from, to, time) in &self.footpaths {
            build.footpath(StopIx(from), StopIx(to), Seconds(time)).unwrap();
        }
        build.build().unwrap()
    }

    /// Few stops and moments, so that ties, loops, overtaking and missed connections by a second are common.
    fn random(seed: u64) -> Given {
        let mut random = Random::new(seed);
        let stops = 3 + random.below(5);
        let rows: Vec<Vec<u32>> =
            (0..1 + random.below(5)).map(|_| (0..2 + random.below(4)).map(|_| random.below(stops)).collect()).collect();
        let trips = (0..random.below(16)).map(|_| random_trip(&mut random, &rows)).collect();
        let footpaths = (0..random.below(12)).map(|_| (random.below(stops), random.below(stops), random.below(9))).collect();
        Given { stops, trips, footpaths }
    }

    fn walks(&self, from: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.footpaths.iter().filter(move |(a, b, _)| *a == from && a != b).map(|&(_, to, time)| (to, time))
    }
}

fn random_trip(random: &mut Random, rows: &[Vec<u32>]) -> Vec<Call> {
    let row = &rows[random.below(rows.len() as u32) as usize];
    let mut now = random.below(40);
    let mut call = |&stop: &u32| {
        let arrive = now + random.below(8);
        let depart = arrive + random.below(3);
        now = depart;
        let (board, alight) = (random.below(8) > 0, random.below(8) > 0);
        Call { board, alight, ..Call::new(StopIx(stop), Moment(arrive), Moment(depart)) }
    };
    row.iter().map(&mut call).collect()
}

/// One way to be somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    stop: u32,
    now: u32,
    rides: usize,
    walked: u32,
    /// A footpath may still be walked.
    may_walk: bool,
    /// The latest moment at which one could have left; `None` as long as nothing was boarded.
    left: Option<u32>,
}

/// Every way to be anywhere, with no pruning but of equal states.
fn everything(given: &Given, from: u32, depart: u32, most_rides: usize) -> BTreeSet<State> {
    let start = State { stop: from, now: depart, rides: 0, walked: 0, may_walk: true, left: None };
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(state) = open.pop() {
        let mut next = Vec::new();
        if state.may_walk {
            let on = |(stop, time)| State { stop, now: state.now + time, walked: state.walked + time, may_walk: false, ..state };
            next.extend(given.walks(state.stop).map(on));
        }
        if state.rides < most_rides {
            next.extend(given.trips.iter().flat_map(|trip| rides(trip, state)));
        }
        open.extend(next.into_iter().filter(|state| seen.insert(*state)));
    }
    seen
}

fn rides(trip: &[Call], state: State) -> Vec<State> {
    let mut out = Vec::new();
    for (i, board) in trip.iter().enumerate().filter(|(_, c)| c.board && c.stop.0 == state.stop && c.depart.0 >= state.now) {
        let left = Some(state.left.unwrap_or(board.depart.0 - state.walked));
        for alight in trip[i + 1..].iter().filter(|c| c.alight) {
            out.push(State { stop: alight.stop.0, now: alight.arrive.0, rides: state.rides + 1, may_walk: true, left, ..state });
        }
    }
    out
}

/// What no other vector betters in every figure.
fn front<const D: usize>(vectors: impl Iterator<Item = [u32; D]>) -> BTreeSet<[u32; D]> {
    let all: BTreeSet<[u32; D]> = vectors.collect();
    let better = |a: &[u32; D], b: &[u32; D]| a != b && a.iter().zip(b).all(|(x, y)| x <= y);
    all.iter().filter(|v| !all.iter().any(|other| better(other, v))).copied().collect()
}

/// Rides each trip, walks each footpath, and compares with the figures of the journey.
fn verify(given: &Given, journey: &Journey, ask: &Ask) {
    let (mut at, mut now, mut walking, mut walked_last) = (ask.from, journey.depart, 0, false);
    for leg in &journey.legs {
        match *leg {
            Leg::Walk { from, to, time } => {
                assert!(from == at && !walked_last, "{journey:?}");
                assert!(given.footpaths.contains(&(from.0, to.0, time.0)), "{journey:?}");
                (at, now, walking, walked_last) = (to, Moment(now.0 + time.0), walking + time.0, true);
            }
            Leg::Ride { trip, from, to, board, alight, depart, arrive } => {
                let (b, a) = (given.trips[trip.index()][board as usize], given.trips[trip.index()][alight as usize]);
                assert!(from == at && board < alight && b.board && a.alight && now <= depart, "{journey:?}");
                assert_eq!((b.stop, b.depart, a.stop, a.arrive), (from, depart, to, arrive));
                (at, now, walked_last) = (to, arrive, false);
            }
        }
    }
    assert_eq!((at, now, walking), (ask.to, journey.arrive, journey.walking.0), "{journey:?}");
}

/// Runs `test` on random timetables and questions.
fn each_case(cases: u64, mut test: impl FnMut(&Given, &Timetable, &Ask, &BTreeSet<State>)) {
    for seed in 0..cases {
        let given = Given::random(seed);
        let timetable = given.build();
        let mut random = Random::new(seed ^ 0xABCD);
        for _ in 0..3 {
            let (from, to) = (StopIx(random.below(given.stops)), StopIx(random.below(given.stops)));
            let ask = Ask { most_rides: random.below(5) as u8, ..Ask::new(from, to, Moment(random.below(30))) };
            let all = everything(&given, from.0, ask.depart.0, ask.most_rides.into());
            test(&given, &timetable, &ask, &all);
        }
    }
}

/// ```text
///        bus A 8:00 -> 8:20          walk 5 min          bus B (night, left the day before) 8:30 -> 8:40
///   0 ----------------------> 1 . . . . . . . . . . 2 ----------------------------------------------> 3
///   |                         |                                                                       ^
///   |  slow train, 7:50 -> 9:00, calls at 1 at 8:25                                                   |
///   +-------------------------+-----------------------------------------------------------------------+
///                             bus C 8:21 -> 8:55, 1 to 3 without walking
/// ```
/// From 0 at 7:45: the train, no change, 9:00; A and C, one change, 8:55; A, walk and B, one change, 8:40 with 5 minutes on foot.
#[test]
fn a_morning_by_hand() {
    let at = |h: u32, m: u32| Moment(h * 3600 + m * 60);
    let call = |stop, a: (u32, u32), d: (u32, u32)| Call::new(StopIx(stop), at(a.0, a.1), at(d.0, d.1));
    let given = Given {
        stops: 4,
        trips: vec![
            vec![call(0, (8, 0), (8, 0)), call(1, (8, 20), (8, 20))],
            vec![call(2, (8, 30), (8, 30)), call(3, (8, 40), (8, 40))],
            vec![call(1, (8, 21), (8, 21)), call(3, (8, 55), (8, 55))],
            vec![call(0, (7, 50), (7, 50)), call(1, (8, 25), (8, 25)), call(3, (9, 0), (9, 0))],
        ],
        footpaths: vec![(1, 2, 300)],
    };
    let timetable = given.build();
    let ask = Ask::new(StopIx(0), StopIx(3), at(7, 45));
    let figures = |js: &[Journey]| js.iter().map(|j| (j.arrive.0 / 60, j.rides(), j.walking.0)).collect::<Vec<_>>();
    let mut workspace = ScheduleWorkspace::new();
    let earliest = workspace.earliest(&timetable, &ask).unwrap();
    assert_eq!(figures(&earliest), [(540, 1, 0), (520, 2, 300)]);
    let pareto = ScheduleParetoWorkspace::new().search(&timetable, &ask, &Silent).unwrap();
    assert_eq!(figures(&pareto), [(540, 1, 0), (520, 2, 300), (535, 2, 0)]);
    let trips: Vec<Vec<u32>> = pareto.iter().map(|j| j.trips().map(|t| t.0).collect()).collect();
    assert_eq!(trips, [vec![3], vec![0, 1], vec![0, 2]]);
    // To be there at 8:56, leave at 8:00; at 9:00 with one ride, at 7:50.
    let mirrored = timetable.mirrored();
    let by = |h, m| Ask { depart: at(h, m), ..ask };
    let latest = workspace.latest(&mirrored, &by(9, 0)).unwrap();
    assert_eq!(latest.iter().map(|j| (j.depart.0 / 60, j.rides())).collect::<Vec<_>>(), [(470, 1), (480, 2)]);
    assert!(latest.iter().all(|j| j.arrive <= at(9, 0)));
    // Any departure from 7:00 to 8:00.
    let range = workspace.range(&timetable, &Ask { depart: at(7, 0), ..ask }, at(8, 0)).unwrap();
    assert_eq!(
        range.iter().map(|j| (j.depart.0 / 60, j.arrive.0 / 60, j.rides())).collect::<Vec<_>>(),
        [(480, 520, 2), (470, 540, 1)]
    );
    for journey in earliest.iter().chain(&pareto).chain(&latest).chain(&range) {
        verify(&given, journey, &ask);
    }
}

#[test]
fn earliest_arrival_is_that_of_every_way_tried() {
    let mut workspace = ScheduleWorkspace::new();
    let mut answers = 0;
    each_case(3_000, |given, timetable, ask, all| {
        let found = workspace.earliest(timetable, ask).unwrap();
        let wanted = front(all.iter().filter(|s| s.stop == ask.to.0).map(|s| [s.now, s.rides as u32]));
        assert_eq!(found.iter().map(|j| [j.arrive.0, j.rides() as u32]).collect::<BTreeSet<_>>(), wanted, "{ask:?}");
        assert_eq!(found.len(), wanted.len());
        found.iter().for_each(|journey| verify(given, journey, ask));
        answers += found.len();
    });
    assert!(answers > 3_000, "{answers} journeys are too few to prove anything");
}

#[test]
fn three_criteria_give_the_front_of_every_way_tried() {
    let mut workspace = ScheduleParetoWorkspace::new();
    let mut several = 0;
    each_case(3_000, |given, timetable, ask, all| {
        let found = workspace.search(timetable, ask, &Silent).unwrap();
        let wanted = front(all.iter().filter(|s| s.stop == ask.to.0).map(|s| [s.now, s.rides as u32, s.walked]));
        let vectors: Vec<_> = found.iter().map(|j| [j.arrive.0, j.rides() as u32, j.walking.0]).collect();
        assert_eq!(vectors.iter().copied().collect::<BTreeSet<_>>(), wanted, "{ask:?}");
        assert_eq!(found.len(), wanted.len());
        found.iter().for_each(|journey| verify(given, journey, ask));
        several += usize::from(found.len() > 1);
    });
    assert!(several > 200, "only {several} fronts had more than one journey");
}

#[test]
fn a_range_is_that_of_every_moment_tried() {
    let mut workspace = ScheduleWorkspace::new();
    let mut answers = 0;
    each_case(3_000, |given, timetable, ask, all| {
        let until = ask.depart.0 + 12;
        let found = workspace.range(timetable, ask, Moment(until)).unwrap();
        let walk = given.walks(ask.from.0).filter(|(to, _)| *to == ask.to.0).map(|(_, time)| time).min();
        let walk = if ask.from == ask.to { Some(0) } else { walk };
        let ridden = all.iter().filter(|s| s.stop == ask.to.0).filter_map(|s| Some([s.left?, s.now, s.rides as u32]));
        let ready = ridden.map(|[left, now, rides]| [left.min(until), now, rides]);
        let inside = ready.filter(|[left, now, _]| walk.is_none_or(|time| *now < left + time));
        let all = inside.chain(walk.map(|time| [until, until + time, 0]));
        let wanted = front(all.map(|[left, now, rides]| [1_000 - left, now, rides]));
        let vectors: Vec<_> = found.iter().map(|j| [1_000 - j.depart.0, j.arrive.0, j.rides() as u32]).collect();
        assert_eq!(vectors.iter().copied().collect::<BTreeSet<_>>(), wanted, "{ask:?}");
        assert_eq!(found.len(), wanted.len());
        found.iter().for_each(|journey| verify(given, journey, ask));
        answers += found.len();
    });
    assert!(answers > 1_500, "{answers} journeys are too few to prove anything");
}

#[test]
fn forward_and_backward_agree() {
    let mut workspace = ScheduleWorkspace::new();
    let mut agreed = 0;
    each_case(2_000, |given, timetable, ask, all| {
        let mirrored = timetable.mirrored();
        let Some(arrive) = all.iter().filter(|s| s.stop == ask.to.0 && s.rides > 0).map(|s| s.now).min() else { return };
        let by = Ask { depart: Moment(arrive), ..*ask };
        let latest = workspace.latest(&mirrored, &by).unwrap();
        latest.iter().for_each(|journey| verify(given, journey, &by));
        // Leaving last to arrive by then, one arrives then: leaving is not before the moment asked for.
        let Some(last) = latest.last() else { panic!("no way back for {ask:?}") };
        assert!(last.depart >= ask.depart && last.arrive <= Moment(arrive), "{last:?}");
        let again = workspace.earliest(timetable, &Ask { depart: last.depart, ..*ask }).unwrap();
        assert!(again.last().is_some_and(|j| j.arrive <= Moment(arrive)), "{ask:?}");
        // A moment later it is too late.
        let late = workspace.earliest(timetable, &Ask { depart: Moment(last.depart.0 + 1), ..*ask }).unwrap();
        assert!(late.last().is_none_or(|j| j.arrive > Moment(arrive)), "{ask:?}");
        agreed += 1;
    });
    assert!(agreed > 1_000, "only {agreed} cases had a way");
}

#[test]
fn a_used_workspace_answers_like_a_new_one() {
    let (mut used, mut used_pareto) = (ScheduleWorkspace::new(), ScheduleParetoWorkspace::new());
    each_case(300, |_, timetable, ask, _| {
        assert_eq!(used.earliest(timetable, ask), ScheduleWorkspace::new().earliest(timetable, ask));
        let until = Moment(ask.depart.0 + 9);
        assert_eq!(used.range(timetable, ask, until), ScheduleWorkspace::new().range(timetable, ask, until));
        let new = ScheduleParetoWorkspace::new().search(timetable, ask, &Silent);
        assert_eq!(used_pareto.search(timetable, ask, &Silent), new);
    });
}

/// Wants nothing.
struct Stopped;

impl Progress for Stopped {
    fn step(&self, _done: u64, _total: u64) {}

    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let mut build = ScheduleBuilder::new(2);
    let call = |stop, arrive, depart| Call::new(StopIx(stop), Moment(arrive), Moment(depart));
    assert!(matches!(build.trip(&[call(0, 1, 1)]), Err(Error::TripTooShort { .. })));
    assert!(matches!(build.trip(&[call(0, 1, 1), call(2, 5, 5)]), Err(Error::StopOutOfRange { stops: 2, .. })));
    assert!(matches!(build.trip(&[call(0, 1, 9), call(1, 5, 5)]), Err(Error::MomentsOutOfOrder { position: 1, .. })));
    assert!(matches!(build.trip(&[call(0, 1, 1), call(1, 5, u32::MAX)]), Err(Error::MomentsOutOfOrder { .. })));
    assert!(matches!(build.footpath(StopIx(0), StopIx(1), Seconds(u32::MAX)), Err(Error::FootpathTooLong { .. })));
    build.trip(&[call(0, 1, 1), call(1, 5, 5)]).unwrap();
    let timetable = build.build().unwrap();
    let mut workspace = ScheduleWorkspace::new();
    let there = Ask::new(StopIx(0), StopIx(1), Moment(0));
    assert!(matches!(workspace.earliest(&timetable, &Ask { to: StopIx(7), ..there }), Err(Error::StopOutOfRange { .. })));
    let late = Ask { depart: Moment(u32::MAX), ..there };
    assert!(matches!(workspace.earliest(&timetable, &late), Err(Error::MomentTooLate { .. })));
    assert!(matches!(workspace.range(&timetable, &there, Moment(u32::MAX)), Err(Error::MomentTooLate { .. })));
    assert_eq!(ScheduleParetoWorkspace::new().search(&timetable, &there, &Stopped), Err(Error::Cancelled));
    assert!(ScheduleBuilder::new(1).build().unwrap().mirrored().trips() == 0);
}
