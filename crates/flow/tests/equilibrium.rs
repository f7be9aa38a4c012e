//! Equilibria known by hand, against a slow simple method, and as published; every answer is certified.

use keruen_certify::certify_equilibrium;
use keruen_flow::equilibrium::{Assignment, EquilibriumError, Options};
use keruen_results::equilibrium::{
    CongestedLink, CongestedNetwork, Delay, Ending, EquilibriumAnswer, FlowLink, FlowNode, Principle, Trip, WhyUnserved,
};
use keruen_results::{Progress, Silent};
use std::num::NonZeroUsize;

fn bpr(from: u32, to: u32, (free, b, power, capacity): (f64, f64, f64, f64)) -> CongestedLink {
    let delay = Delay::Bpr { free, b, power, capacity };
    CongestedLink { from: FlowNode(from), to: FlowNode(to), delay, fixed: 0.0 }
}

/// `free + rise * flow`.
fn line(from: u32, to: u32, free: f64, rise: f64) -> CongestedLink {
    let free_or_less = free.max(1e-9);
    bpr(from, to, (free_or_less, rise / free_or_less, 1.0, 1.0))
}

fn network(nodes: u32, first_through: u32, links: Vec<CongestedLink>) -> CongestedNetwork {
    CongestedNetwork { nodes, first_through: FlowNode(first_through), links }
}

fn trip(from: u32, to: u32, amount: f64) -> Trip {
    Trip { from: FlowNode(from), to: FlowNode(to), amount }
}

fn options(gap: f64) -> Options {
    Options { gap, ..Options::default() }
}

fn certified(assignment: &mut Assignment, network: &CongestedNetwork, trips: &[Trip], gap: f64) -> EquilibriumAnswer {
    let answer = assignment.solve(&options(gap), &Silent).unwrap();
    let found = certify_equilibrium(network, trips, &answer, gap, assignment.origin_flows());
    assert!(found.is_empty(), "{found:?}");
    answer
}

fn solve(network: &CongestedNetwork, trips: &[Trip], principle: Principle) -> EquilibriumAnswer {
    let answer = certified(&mut Assignment::new(network, trips, principle).unwrap(), network, trips, 1e-13);
    assert_eq!(answer.ending, Ending::Reached);
    answer
}

fn assert_near(found: &[f64], expected: &[f64]) {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    assert!(found.len() == expected.len() && found.iter().zip(expected).all(near), "{found:?} instead of {expected:?}");
}

//        2                6 trips from 0 to 1
//     /  |  \             0-2, 3-1: 10 x      0-3, 2-1: 50 + x      2-3: 10 + x
//    0   v   1
//     \  |  /             user: 2 on each of the three ways, 92 each; system: 3 and 3 without the bridge, 83 each
//        3
fn braess() -> (CongestedNetwork, Vec<Trip>) {
    let links =
        vec![line(0, 2, 0.0, 10.0), line(0, 3, 50.0, 1.0), line(2, 1, 50.0, 1.0), line(2, 3, 10.0, 1.0), line(3, 1, 0.0, 10.0)];
    (network(4, 0, links), vec![trip(0, 1, 6.0)])
}

#[test]
fn braess_paradox() {
    let (network, trips) = braess();
    let user = solve(&network, &trips, Principle::UserEquilibrium);
    assert_near(&user.flows, &[4.0, 2.0, 2.0, 2.0, 4.0]);
    assert_near(&[user.total, user.shortest], &[6.0 * 92.0, 6.0 * 92.0]);
    let system = solve(&network, &trips, Principle::SystemOptimum);
    assert_near(&system.flows, &[3.0, 3.0, 3.0, 0.0, 3.0]);
    assert_near(&[system.objective], &[6.0 * 83.0]);
}

/// Two links side by side with the same power p: 1 + x^p = 2 + (d - x)^p has the root that was put in.
#[test]
fn parallel_links_with_any_power() {
    for power in [0.5_f64, 1.0, 1.5, 4.0, 6.3, 16.83] {
        let (first, second) = (1.2_f64, 0.7_f64);
        let higher = 1.0 + first.powf(power) - second.powf(power);
        let links = vec![bpr(0, 1, (1.0, 1.0, power, 1.0)), bpr(0, 1, (higher, 1.0 / higher, power, 1.0))];
        let answer = solve(&network(2, 2, links), &[trip(0, 1, first + second)], Principle::UserEquilibrium);
        assert_near(&answer.flows, &[first, second]);
    }
}

/// Beyond the knee the queue's tangent: 1 + 9 + 100 (x - 0.9) = 20 at x = 1.
#[test]
fn a_queue_beyond_its_knee_and_a_toll() {
    let queue = Delay::Queue { free: 1.0, weight: 1.0, capacity: 1.0, knee: 0.9 };
    let busy = CongestedLink { from: FlowNode(0), to: FlowNode(1), delay: queue, fixed: 0.0 };
    let tolled = CongestedLink { fixed: 15.0, ..bpr(0, 1, (5.0, 0.0, 4.0, 0.0)) };
    let answer = solve(&network(2, 2, vec![busy, tolled]), &[trip(0, 1, 3.0)], Principle::UserEquilibrium);
    assert_near(&answer.flows, &[1.0, 2.0]);
    assert_near(&answer.costs, &[20.0, 20.0]);
}

//   0 -1- 1 -1- 2      zones 0, 1, 2; 1 may not be passed, so all goes over 3 at 5 + 5
//    \         /
//     5-- 3 --5
#[test]
fn no_way_passes_through_a_zone() {
    let constant = |from, to, free| bpr(from, to, (free, 0.0, 1.0, 1.0));
    let links = vec![constant(0, 1, 1.0), constant(1, 2, 1.0), constant(0, 3, 5.0), constant(3, 2, 5.0)];
    let trips = [trip(0, 2, 7.0), trip(0, 1, 2.0), trip(1, 2, 3.0), trip(2, 2, 9.0)];
    let answer = solve(&network(4, 3, links.clone()), &trips, Principle::UserEquilibrium);
    assert_near(&answer.flows, &[2.0, 3.0, 7.0, 7.0]);
    let free = solve(&network(4, 0, links), &trips, Principle::UserEquilibrium);
    assert_near(&free.flows, &[9.0, 10.0, 0.0, 0.0]);
}

/// A ring of links without cost among four nodes, both ways, between two congested links.
#[test]
fn links_without_cost_make_no_trouble() {
    let mut links = vec![line(0, 2, 1.0, 1.0), line(0, 3, 1.0, 1.0), line(4, 1, 1.0, 1.0), line(5, 1, 1.0, 1.0)];
    for (a, b) in [(2, 3), (3, 4), (4, 5), (5, 2)] {
        links.extend([bpr(a, b, (0.0, 0.15, 4.0, 1.0)), bpr(b, a, (0.0, 0.0, 0.0, 0.0))]);
    }
    let answer = solve(&network(6, 2, links), &[trip(0, 1, 8.0)], Principle::UserEquilibrium);
    assert_near(&answer.flows[..4], &[4.0; 4]);
}

//    0 --- 1 --- 2 --- 4        50 trips from 0 to 4, 100 from 5 to 6
//    5 --/  \    \/             1-2, 1-3: x      2-4: 1 + 0.0001 x      3-4: 1.002 + 0.0001 x      all others: 1
//            \-- 3 --- 6        Origin 5 keeps both roads at 75; so 1 + 0.0001 a = 1.002 + 0.0001 (50 - a), a = 35.
//                               Each origin by itself undoes all but a ten-thousandth of a step of the other.
#[test]
fn origins_that_undo_each_others_steps() {
    let mut links = vec![line(1, 2, 0.0, 1.0), line(1, 3, 0.0, 1.0), line(2, 4, 1.0, 1e-4), line(3, 4, 1.002, 1e-4)];
    links.extend([(0, 1), (5, 1), (2, 6), (3, 6)].map(|(a, b)| line(a, b, 1.0, 0.0)));
    let answer = solve(&network(7, 0, links), &[trip(0, 4, 50.0), trip(5, 6, 100.0)], Principle::UserEquilibrium);
    assert_near(&answer.flows, &[75.0, 75.0, 35.0, 15.0, 50.0, 100.0, 40.0, 60.0]);
    assert!(answer.sweeps < 200, "{} sweeps", answer.sweeps);
}

#[test]
fn what_has_no_way_is_told_with_its_reason() {
    let links = vec![bpr(0, 1, (1.0, 0.15, 4.0, 0.0)), bpr(0, 2, (1.0, 0.15, 4.0, 5.0)), bpr(0, 2, (0.5, 1.0, 4.0, 0.0))];
    let trips = [trip(0, 1, 1.0), trip(0, 2, 2.0), trip(2, 0, 3.0)];
    let answer = solve(&network(3, 0, links), &trips, Principle::UserEquilibrium);
    let told: Vec<_> = answer.unserved.iter().map(|u| (u.trip.from.0, u.trip.to.0, u.why)).collect();
    assert_eq!(told, [(0, 1, WhyUnserved::Closed), (2, 0, WhyUnserved::NoWay)]);
    assert_near(&answer.flows, &[0.0, 2.0, 0.0]);
    let empty = solve(&network(2, 0, Vec::new()), &[], Principle::UserEquilibrium);
    assert_eq!((empty.gap, empty.objective, empty.total), (0.0, 0.0, 0.0));
}

/// xorshift64 (Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn share(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, bound: u32) -> u32 {
        (self.share() * f64::from(bound)) as u32
    }
}

fn random(dice: &mut Dice, nodes: u32) -> (CongestedNetwork, Vec<Trip>) {
    let mut links: Vec<CongestedLink> = Vec::new();
    for _ in 0..nodes * 3 {
        let (from, to) = (dice.below(nodes), dice.below(nodes));
        let (free, b) = if dice.below(6) == 0 { (0.0, 0.0) } else { (1.0 + 4.0 * dice.share(), dice.share()) };
        let power = [1.0, 4.0, 2.5][dice.below(3) as usize];
        links.push(bpr(from, to, (free, b, power, 1.0 + 5.0 * dice.share())));
    }
    let trips = (0..nodes).map(|_| trip(dice.below(nodes), dice.below(nodes), 3.0 * dice.share())).collect();
    (network(nodes, dice.below(3), links), trips)
}

/// Frank-Wolfe with shortest ways by Bellman and Ford and steps by bisection.
fn frank_wolfe(network: &CongestedNetwork, trips: &[Trip], unserved: &[(FlowNode, FlowNode)]) -> Vec<f64> {
    let cost = |flows: &[f64]| -> Vec<f64> {
        let of = |(link, flow): (&CongestedLink, &f64)| match link.delay {
            Delay::Bpr { free, b, power, capacity } => free * (1.0 + b * (flow / capacity).powf(power)),
            Delay::Queue { .. } => f64::NAN,
        };
        network.links.iter().zip(flows).map(of).collect()
    };
    let all_or_nothing = |cost: &[f64]| {
        let mut flows = vec![0.0; cost.len()];
        for trip in trips.iter().filter(|t| t.from != t.to && !unserved.contains(&(t.from, t.to))) {
            let (mut least, mut by) = (vec![f64::INFINITY; network.nodes as usize], vec![usize::MAX; network.nodes as usize]);
            least[trip.from.index()] = 0.0;
            for _ in 0..network.nodes {
                for (i, link) in network.links.iter().enumerate() {
                    let passable = link.from >= network.first_through || link.from == trip.from;
                    let reached = least[link.from.index()] + cost[i];
                    if passable && reached < least[link.to.index()] {
                        (least[link.to.index()], by[link.to.index()]) = (reached, i);
                    }
                }
            }
            let mut at = trip.to;
            while at != trip.from {
                flows[by[at.index()]] += trip.amount;
                at = network.links[by[at.index()]].from;
            }
        }
        flows
    };
    let mut flows = all_or_nothing(&cost(&vec![0.0; network.links.len()]));
    for _ in 0..3000 {
        let target = all_or_nothing(&cost(&flows));
        let at = |step: f64| -> Vec<f64> { flows.iter().zip(&target).map(|(f, t)| f + step * (t - f)).collect() };
        let falls =
            |step: f64| cost(&at(step)).iter().zip(flows.iter().zip(&target)).map(|(c, (f, t))| c * (t - f)).sum::<f64>() < 0.0;
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..40 {
            let middle = (low + high) / 2.0;
            if falls(middle) { low = middle } else { high = middle }
        }
        flows = at(low);
    }
    flows
}

fn beckmann(network: &CongestedNetwork, flows: &[f64]) -> f64 {
    let of = |(link, flow): (&CongestedLink, &f64)| match link.delay {
        Delay::Bpr { free, b, power, capacity } => free * flow * (1.0 + b * (flow / capacity).powf(power) / (power + 1.0)),
        Delay::Queue { .. } => f64::NAN,
    };
    network.links.iter().zip(flows).map(of).sum()
}

#[test]
fn random_networks_against_frank_wolfe() {
    let mut dice = Dice(7);
    for nodes in [4, 6, 8, 10, 12, 14] {
        let (network, trips) = random(&mut dice, nodes);
        let answer = solve(&network, &trips, Principle::UserEquilibrium);
        let unserved: Vec<_> = answer.unserved.iter().map(|u| (u.trip.from, u.trip.to)).collect();
        let slow = beckmann(&network, &frank_wolfe(&network, &trips, &unserved));
        assert!(
            answer.objective <= slow * (1.0 + 1e-12) && answer.objective >= slow * (1.0 - 1e-3),
            "{} {slow}",
            answer.objective
        );
    }
}

#[test]
fn random_networks_are_certified_under_both_principles() {
    let mut dice = Dice(11);
    for round in 0..60 {
        let (network, trips) = random(&mut dice, 5 + round);
        solve(&network, &trips, Principle::UserEquilibrium);
        solve(&network, &trips, Principle::SystemOptimum);
    }
}

/// Streets both ways in a grid of 24 x 24, costs at random; trips among the four corners and the middle. Most nodes lie far from every way.
fn wide_grid(dice: &mut Dice) -> (CongestedNetwork, Vec<Trip>) {
    const SIDE: u32 = 24;
    let mut links = Vec::new();
    for at in 0..SIDE * SIDE {
        let right = (at % SIDE + 1 < SIDE).then_some(at + 1);
        let down = (at + SIDE < SIDE * SIDE).then_some(at + SIDE);
        for to in [right, down].into_iter().flatten() {
            for (from, to) in [(at, to), (to, at)] {
                links.push(bpr(from, to, (1.0 + f64::from(dice.below(100)) / 100.0, 0.15, 4.0, 10.0)));
            }
        }
    }
    let ends = [0, SIDE - 1, SIDE * (SIDE - 1), SIDE * SIDE - 1, SIDE * SIDE / 2 + SIDE / 2];
    let pairs = ends.iter().flat_map(|&from| ends.iter().map(move |&to| (from, to))).filter(|(from, to)| from != to);
    let trips = pairs.map(|(from, to)| trip(from, to, 8.0)).collect();
    (network(SIDE * SIDE, 0, links), trips)
}

#[test]
fn what_is_only_near_between_two_looks_at_all_is_certified_over_all() {
    let mut dice = Dice(7);
    for _ in 0..4 {
        let (network, trips) = wide_grid(&mut dice);
        for principle in [Principle::UserEquilibrium, Principle::SystemOptimum] {
            let mut assignment = Assignment::new(&network, &trips, principle).unwrap();
            let answer = certified(&mut assignment, &network, &trips, 1e-10);
            assert_eq!(answer.ending, Ending::Reached);
        }
    }
}

#[test]
fn the_certificate_refuses_what_was_touched() {
    let (network, trips) = braess();
    let mut assignment = Assignment::new(&network, &trips, Principle::UserEquilibrium).unwrap();
    let good = assignment.solve(&options(1e-12), &Silent).unwrap();
    let refused =
        |answer: &EquilibriumAnswer| !certify_equilibrium(&network, &trips, answer, 1e-12, assignment.origin_flows()).is_empty();
    assert!(!refused(&good));
    let touches: [fn(&mut EquilibriumAnswer); 8] = [
        |a| a.flows[3] += 1e-6,
        |a| a.flows[0] = -a.flows[0],
        |a| a.costs[1] *= 1.0 + 1e-9,
        |a| a.objective *= 1.0 + 1e-9,
        |a| a.gap += 1e-9,
        |a| a.total *= 1.0 + 1e-9,
        |a| a.principle = Principle::SystemOptimum,
        |a| {
            // All on the outer ways: conserved, but no equilibrium.
            a.flows = vec![3.0, 3.0, 3.0, 0.0, 3.0];
            a.costs = vec![30.0, 53.0, 53.0, 10.0, 30.0];
        },
    ];
    for (i, touch) in touches.iter().enumerate() {
        let mut touched = good.clone();
        touch(&mut touched);
        assert!(refused(&touched), "touch {i} passed");
    }
}

/// A grid with trips between all of 330 zones: enough pairs for lanes.
fn many_pairs() -> (CongestedNetwork, Vec<Trip>) {
    const SIDE: u32 = 20;
    let mut dice = Dice(3);
    let mut links = Vec::new();
    for at in 0..SIDE * SIDE {
        for to in [(at % SIDE + 1 < SIDE).then_some(at + 1), (at + SIDE < SIDE * SIDE).then_some(at + SIDE)].into_iter().flatten()
        {
            let values = (1.0 + dice.share(), 0.15, 4.0, 1000.0);
            links.extend([bpr(at, to, values), bpr(to, at, values)]);
        }
    }
    let pairs = (0..330).flat_map(|from| (0..330).filter(move |&to| to != from).map(move |to| (from, to)));
    (network(SIDE * SIDE, 0, links), pairs.map(|(from, to)| trip(from, to, 0.3 * dice.share())).collect())
}

#[test]
fn the_same_bytes_on_one_two_and_four_threads() {
    let (network, trips) = many_pairs();
    let on = |threads: usize| {
        let mut assignment = Assignment::new(&network, &trips, Principle::UserEquilibrium).unwrap();
        let options = Options { threads: NonZeroUsize::new(threads).unwrap(), ..options(1e-7) };
        let answer = assignment.solve(&options, &Silent).unwrap();
        let found = certify_equilibrium(&network, &trips, &answer, 1e-7, assignment.origin_flows());
        assert!(found.is_empty(), "{found:?}");
        answer
    };
    let one = on(1);
    assert_eq!(one.ending, Ending::Reached);
    let bits = |answer: &EquilibriumAnswer| answer.flows.iter().map(|f| f.to_bits()).collect::<Vec<_>>();
    for threads in [2, 4] {
        let other = on(threads);
        assert!(bits(&one) == bits(&other) && one == other, "{threads} threads");
    }
}

#[test]
fn after_a_change_the_answer_is_that_of_a_new_question() {
    let mut dice = Dice(5);
    let (mut network, mut trips) = random(&mut dice, 30);
    trips.retain(|t| t.amount > 0.0 && t.from != t.to);
    let mut assignment = Assignment::new(&network, &trips, Principle::UserEquilibrium).unwrap();
    let first = certified(&mut assignment, &network, &trips, 1e-12);
    let used = (0..first.flows.len()).max_by(|&a, &b| first.flows[a].total_cmp(&first.flows[b])).unwrap();
    let was = network.links[used];
    for delay in [
        Delay::Bpr { free: 9.0, b: 0.5, power: 4.0, capacity: 2.0 },
        Delay::Bpr { free: 9.0, b: 0.5, power: 4.0, capacity: 0.0 },
        was.delay,
    ] {
        network.links[used].delay = delay;
        assignment.change_link(FlowLink(used as u32), &network.links[used]).unwrap();
        let warm = certified(&mut assignment, &network, &trips, 1e-12);
        assert_near(&[warm.objective], &[solve(&network, &trips, Principle::UserEquilibrium).objective]);
    }
    assert_near(&[certified(&mut assignment, &network, &trips, 1e-12).objective], &[first.objective]);
    trips[0].amount *= 2.0;
    let removed = trips.pop().unwrap();
    let added = trip(removed.to.0, removed.from.0, 1.5);
    trips.push(added);
    for change in [trips[0], Trip { amount: 0.0, ..removed }, added] {
        let same: f64 = trips.iter().filter(|t| (t.from, t.to) == (change.from, change.to)).map(|t| t.amount).sum();
        assignment.change_trip(&Trip { amount: same, ..change }).unwrap();
    }
    let warm = certified(&mut assignment, &network, &trips, 1e-12);
    assert_near(&[warm.objective], &[solve(&network, &trips, Principle::UserEquilibrium).objective]);
}

struct Stop;

impl Progress for Stop {
    fn step(&self, _: u64, _: u64) {}

    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn what_makes_no_sense_is_refused_and_what_is_stopped_stops() {
    let (mut network, trips) = braess();
    let mut assignment = Assignment::new(&network, &trips, Principle::UserEquilibrium).unwrap();
    assert_eq!(assignment.solve(&options(1e-6), &Stop), Err(EquilibriumError::Cancelled));
    assert!(assignment.solve(&options(0.0), &Silent).is_err());
    assert!(assignment.solve(&options(1e-6), &Silent).is_ok());
    assert!(assignment.change_link(FlowLink(9), &network.links[0]).is_err());
    assert!(assignment.change_link(FlowLink(1), &network.links[0]).is_err());
    assert!(Assignment::new(&network, &[trip(0, 4, 1.0)], Principle::UserEquilibrium).is_err());
    assert!(Assignment::new(&network, &[trip(0, 1, f64::NAN)], Principle::UserEquilibrium).is_err());
    network.links[2].fixed = -1.0;
    let error = Assignment::new(&network, &trips, Principle::UserEquilibrium).unwrap_err().to_string();
    assert_eq!(error, "link 2: fixed is -1; give a finite number of 0 or more, a knee below 1");
}
