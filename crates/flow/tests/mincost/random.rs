//! Random small instances.

use std::num::NonZeroUsize;

use keruen_certify::mincost::{Flaw, Instance, certify_mincost};
use keruen_flow::mincost::{CommodityIx, Error, Goal, LayerIx, Network, Problem, Row, RowIx, Solver, Unserved};
use keruen_network::kernel::ArcIx;
use keruen_results::Silent;

use super::draw::{claim, instance, prepare};
use super::draws::Draws;
use super::slow::least_cost;

const SEEDS: u64 = 1500;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * (1.0 + a.abs().max(b.abs()))
}

/// Solves cold, or `None` where there is nothing to compare: a cycle that pays.
fn solve(problem: &Problem, network: &Network) -> Option<Result<keruen_flow::mincost::Answer, Error>> {
    match Solver::new(problem.clone()).unwrap().solve(network, &Silent) {
        Err(Error::NegativeCycle { .. }) => None,
        other => Some(other),
    }
}

#[test]
fn costs_equal_those_of_arc_flows_and_are_certified() {
    let (mut solved, mut contradictory, mut cycles) = (0, 0, 0);
    for seed in 0..SEEDS {
        let instance = instance(seed);
        let (problem, network) = prepare(&instance);
        match solve(&problem, &network) {
            None => cycles += 1,
            Some(Err(Error::Infeasible(_))) => {
                assert_eq!(least_cost(&instance), None, "seed {seed}");
                contradictory += 1;
            }
            Some(answer) => {
                let answer = answer.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
                let wanted = least_cost(&instance).unwrap_or_else(|| panic!("seed {seed}: there should be no answer"));
                assert!(close(answer.objective, wanted), "seed {seed}: {} for {wanted}", answer.objective);
                let verdict = certify_mincost(&instance, &claim(&answer));
                assert!(verdict.holds(), "seed {seed}: {:?}", verdict.flaws);
                assert!(answer.gap() < 1e-9, "seed {seed}");
                solved += 1;
            }
        }
    }
    assert!(solved > 1000 && contradictory > 30 && cycles < 50, "{solved} {contradictory} {cycles}");
}

#[test]
fn prices_are_slopes_of_the_cost() {
    let mut intervals = 0;
    for seed in 0..400 {
        let instance = instance(seed);
        let (problem, network) = prepare(&instance);
        let mut solver = Solver::new(problem).unwrap();
        let Ok(answer) = solver.solve(&network, &Silent) else { continue };
        for row in 0..instance.rows.len() {
            let Ok(range) = solver.price_range(&network, RowIx(row as u32), &Silent) else { continue };
            let price = answer.price[row];
            assert!(range.low <= price + 1e-9 && price <= range.high + 1e-9, "seed {seed}, row {row}: {range:?}, {price}");
            intervals += u32::from(range.high - range.low > 1e-6);
            let moved = |by: f64| {
                let mut other: Instance = instance.clone();
                let (lower, upper) = other.rows[row];
                other.rows[row] = (lower + by, upper + by);
                least_cost(&other)
            };
            for (slope, reach, sign) in [(range.high, range.up, 1.0), (range.low, range.down, -1.0)] {
                let by = if reach.is_finite() { reach } else { 2.0 };
                if slope.is_infinite() {
                    assert_eq!(moved(sign * 1e-3), None, "seed {seed}, row {row}");
                } else {
                    let wanted = answer.objective + sign * by * slope;
                    let found = moved(sign * by).unwrap();
                    assert!(close(found, wanted), "seed {seed}, row {row}, {sign}: {found} for {wanted}, {range:?}");
                }
            }
        }
    }
    assert!(intervals > 50, "{intervals}");
}

#[test]
fn after_changes_the_old_basis_gives_the_new_answer() {
    for seed in 0..SEEDS {
        let mut instance = instance(seed);
        let (problem, mut network) = prepare(&instance);
        let mut solver = Solver::new(problem).unwrap();
        if solver.solve(&network, &Silent).is_err() {
            continue;
        }
        let mut draw = Draws::new(seed + 77);
        for _ in 0..4 {
            change(&mut draw, &mut instance, &mut solver, &mut network);
            match solver.solve(&network, &Silent) {
                Err(Error::Infeasible(_)) => assert_eq!(least_cost(&instance), None, "seed {seed}"),
                Err(Error::NegativeCycle { .. }) => break,
                answer => {
                    let answer = answer.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
                    let verdict = certify_mincost(&instance, &claim(&answer));
                    assert!(verdict.holds(), "seed {seed}: {:?}", verdict.flaws);
                }
            }
        }
    }
}

fn change(draw: &mut Draws, instance: &mut Instance, solver: &mut Solver, network: &mut Network) {
    match draw.below(4) {
        0 if !instance.rows.is_empty() => {
            let row = draw.below(instance.rows.len() as u32);
            let bounds = match draw.below(5) {
                0 => (f64::NEG_INFINITY, f64::INFINITY),
                _ => (f64::NEG_INFINITY, f64::from(draw.below(9))),
            };
            instance.rows[row as usize] = bounds;
            solver.set_row(RowIx(row), Row { lower: bounds.0, upper: bounds.1 }).unwrap();
        }
        1 => {
            let k = draw.below(instance.commodities.len() as u32);
            let demand = f64::from(draw.below(9));
            instance.commodities[k as usize].demand = demand;
            solver.set_demand(CommodityIx(k), demand).unwrap();
        }
        2 => {
            let k = draw.below(instance.commodities.len() as u32);
            let cost = f64::from(draw.below(40));
            instance.commodities[k as usize].unserved = Some(cost);
            solver.set_unserved(CommodityIx(k), Unserved::At(cost)).unwrap();
        }
        _ => {
            let arc = draw.below(instance.layers[0].arcs.len() as u32);
            let cost = f64::from(draw.below(9));
            instance.layers[0].arcs[arc as usize].cost = cost;
            network.set_cost(LayerIx(0), ArcIx(arc), cost).unwrap();
            solver.renew(network);
        }
    }
}

#[test]
fn a_conflict_is_contradictory_and_nothing_in_it_is_idle() {
    let mut found = 0;
    for seed in 0..SEEDS {
        let instance = instance(seed);
        let (problem, network) = prepare(&instance);
        let Some(Err(Error::Infeasible(conflict))) = solve(&problem, &network) else { continue };
        found += 1;
        let only = |gone: Option<usize>| {
            let mut rest = instance.clone();
            let mut kept = 0..;
            let mut keep = |listed: bool| listed && kept.next() != gone;
            for r in 0..rest.rows.len() {
                if !keep(conflict.rows.contains(&RowIx(r as u32))) {
                    rest.rows[r] = (f64::NEG_INFINITY, f64::INFINITY);
                }
            }
            for k in 0..rest.commodities.len() {
                if rest.commodities[k].unserved.is_none() && !keep(conflict.commodities.contains(&CommodityIx(k as u32))) {
                    rest.commodities[k].unserved = Some(0.0);
                }
            }
            for (j, column) in rest.columns.iter_mut().enumerate() {
                if !keep(conflict.columns.iter().any(|column| column.index() == j)) {
                    column.lower = column.lower.min(0.0);
                    column.upper = f64::INFINITY;
                }
            }
            least_cost(&rest).is_some()
        };
        let size = conflict.rows.len() + conflict.commodities.len() + conflict.columns.len();
        assert!(!only(None), "seed {seed}: {conflict:?} is no conflict");
        // A lower bound above zero that is given up lets the column go below zero, which the slow way does not know.
        if instance.columns.iter().all(|column| column.lower == 0.0) {
            (0..size).for_each(|i| assert!(only(Some(i)), "seed {seed}: {conflict:?}, {i} is idle"));
        }
    }
    assert!(found > 30, "{found}");
}

#[test]
fn as_much_as_possible_is_served_before_cost_counts() {
    for seed in 0..400 {
        let mut instance = instance(seed);
        instance.columns.clear();
        instance.rows.iter_mut().for_each(|row| row.0 = f64::NEG_INFINITY);
        instance.commodities.iter_mut().for_each(|k| k.unserved = Some(k.unserved.unwrap_or(10.0)));
        let (mut problem, network) = prepare(&instance);
        problem.goal = Goal::MostServed;
        let answer = Solver::new(problem).unwrap().solve(&network, &Silent).unwrap();
        // So dear that nothing is left behind that could be carried.
        let mut dear = instance.clone();
        dear.commodities.iter_mut().for_each(|k| k.unserved = Some(1e5));
        let left: f64 = answer.unserved.iter().sum();
        let ways: f64 = answer.objective
            - answer.unserved.iter().zip(&instance.commodities).map(|(z, k)| z * k.unserved.unwrap_or(0.0)).sum::<f64>();
        let wanted = least_cost(&dear).unwrap();
        // Of all that serve most, the unserved may lie elsewhere, so only what is served must agree.
        assert!(((wanted - left * 1e5) / 1e5).abs() < 1e-2, "seed {seed}: {left} left, {ways}, {wanted}");
    }
}

#[test]
fn threads_do_not_change_a_digit() {
    for seed in 0..60 {
        let (problem, network) = prepare(&instance(seed));
        let on = |threads: usize| {
            let threads = NonZeroUsize::new(threads).unwrap();
            Solver::new(problem.clone()).unwrap().with_threads(threads).solve(&network, &Silent)
        };
        let one = on(1);
        assert_eq!(one, on(2), "seed {seed}");
        assert_eq!(one, on(4), "seed {seed}");
    }
}

#[test]
fn a_spoilt_answer_is_refused() {
    let mut spoilt = 0;
    for seed in 0..100 {
        let instance = instance(seed);
        let (problem, network) = prepare(&instance);
        let Some(Ok(answer)) = solve(&problem, &network) else { continue };
        if answer.objective < 1.0 || answer.ways.is_empty() {
            continue;
        }
        let good = claim(&answer);
        let refused = |spoil: &dyn Fn(&mut keruen_certify::mincost::Claim)| {
            let mut bad = good.clone();
            spoil(&mut bad);
            certify_mincost(&instance, &bad).flaws
        };
        assert!(refused(&|_| ()).is_empty());
        assert!(!refused(&|bad| bad.ways[0].flow *= 1.0 + 1e-6).is_empty());
        assert!(!refused(&|bad| bad.objective *= 1.0 - 1e-6).is_empty());
        assert!(!refused(&|bad| bad.unserved[0] += 1e-3).is_empty());
        assert!(!refused(&|bad| bad.ways[0].arcs.push(0)).is_empty());
        assert_eq!(refused(&|bad| bad.price.push(0.0)), [Flaw::Shape]);
        if let Some(row) = good.price.iter().position(|price| *price < -1e-3) {
            assert!(!refused(&|bad| bad.price[row] = -bad.price[row]).is_empty());
        }
        spoilt += 1;
    }
    assert!(spoilt > 30);
}
