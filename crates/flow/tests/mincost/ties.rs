//! Of answers that cost the same one is told, whatever came before.

use keruen_certify::mincost::{Instance, certify_mincost};
use keruen_flow::mincost::{CommodityIx, Error, Offers, Oracle, Prices, Problem, Row, RowIx, Solver, Ties};
use keruen_results::Silent;

use super::draw::{claim, instance, prepare};
use super::draws::Draws;
use std::collections::BTreeMap;

/// Every way that passes no node twice, with a rank; the cheapest is found by looking at all.
struct AllWays {
    /// By commodity.
    ways: Vec<Vec<Way>>,
}

struct Way {
    steps: Vec<u32>,
    cost: f64,
    rank: f64,
    uses: Vec<(RowIx, f64)>,
}

impl AllWays {
    fn new(instance: &Instance, draw: &mut Draws) -> Self {
        let mut ways = Vec::new();
        for wish in &instance.commodities {
            let ranks: Vec<f64> = instance.layers[0].arcs.iter().map(|_| f64::from(draw.below(1 << 20)) / 1e5).collect();
            let mut mine = Vec::new();
            extend(instance, (wish.from, wish.to), &mut vec![wish.from], &mut Vec::new(), &mut mine);
            ways.push(mine.into_iter().map(|steps| Way::new(instance, &ranks, steps)).collect());
        }
        Self { ways }
    }

    fn offer(&self, commodity: usize, way: &Way, offers: &mut Offers) {
        offers.begin(CommodityIx(commodity as u32));
        for &step in &way.steps {
            offers.step(step, 0.0, None);
        }
        offers.add(way.cost, way.uses.iter().copied());
        offers.rank(way.rank);
    }
}

impl Way {
    fn new(instance: &Instance, ranks: &[f64], steps: Vec<u32>) -> Self {
        let arcs = || steps.iter().map(|&arc| &instance.layers[0].arcs[arc as usize]);
        Way {
            cost: arcs().map(|arc| arc.cost).sum(),
            rank: steps.iter().map(|&arc| ranks[arc as usize]).sum(),
            uses: arcs().flat_map(|arc| arc.uses.iter().map(|&(row, amount)| (RowIx(row), amount))).collect(),
            steps,
        }
    }
}

/// Ways from the last of `nodes` on.
fn extend(instance: &Instance, ends: (u32, u32), nodes: &mut Vec<u32>, steps: &mut Vec<u32>, out: &mut Vec<Vec<u32>>) {
    let layer = &instance.layers[0];
    let here = nodes[nodes.len() - 1];
    if here == ends.1 {
        out.push(steps.clone());
        return;
    }
    if here != ends.0 && layer.closed.contains(&here) {
        return;
    }
    for (number, arc) in layer.arcs.iter().enumerate().filter(|(_, arc)| arc.tail == here) {
        if !nodes.contains(&arc.head) {
            nodes.push(arc.head);
            steps.push(number as u32);
            extend(instance, ends, nodes, steps, out);
            nodes.pop();
            steps.pop();
        }
    }
}

impl Oracle for AllWays {
    type Workspace = ();

    fn groups(&self) -> usize {
        self.ways.len()
    }

    fn workspace(&self) {}

    fn search(&self, group: usize, prices: &dyn Prices, (): &mut (), offers: &mut Offers) -> Result<(), Error> {
        let length = |way: &Way| {
            let used: f64 = way.uses.iter().map(|&(row, amount)| prices.rows()[row.index()] * amount).sum();
            prices.scale() * way.cost + prices.bend() * way.rank - used
        };
        if let Some(way) = self.ways[group].iter().min_by(|a, b| length(a).total_cmp(&length(b))) {
            self.offer(group, way, offers);
        }
        Ok(())
    }

    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        let k = commodity.index();
        let way = self.ways[k].iter().find(|way| way.steps == steps);
        way.into_iter().for_each(|way| self.offer(k, way, offers));
    }
}

/// By commodity and arc, and what stays behind of each commodity.
type Told = (BTreeMap<(u32, u32), i64>, Vec<i64>);

/// Flow of each commodity over each arc and what stays behind, so coarse that rounding does not tell. How a commodity pairs the arcs
/// before a node with those behind it is of no rank.
fn told(solver: &mut Solver, oracle: &AllWays) -> Option<Told> {
    let answer = solver.solve(oracle, &Silent).ok()?;
    let rounded = |flow: f64| (flow * 1e6).round() as i64;
    let mut arcs = BTreeMap::new();
    for way in &answer.ways {
        way.steps.iter().for_each(|&arc| *arcs.entry((way.commodity.0, arc)).or_insert(0.0) += way.flow);
    }
    let arcs = arcs.into_iter().map(|(arc, flow)| (arc, rounded(flow))).filter(|arc| arc.1 != 0).collect();
    Some((arcs, answer.unserved.iter().map(|&flow| rounded(flow)).collect()))
}

/// Other wishes and other capacities for a while, then those from before.
fn detour(draw: &mut Draws, instance: &Instance, solver: &mut Solver, oracle: &AllWays) {
    let k = CommodityIx(draw.below(instance.commodities.len() as u32));
    let row = (!instance.rows.is_empty()).then(|| draw.below(instance.rows.len() as u32));
    solver.set_demand(k, f64::from(draw.below(9))).unwrap();
    if let Some(row) = row {
        solver.set_row(RowIx(row), Row::at_most(f64::from(draw.below(9)))).unwrap();
    }
    let _ = solver.solve(oracle, &Silent);
    solver.set_demand(k, instance.commodities[k.index()].demand).unwrap();
    if let Some(row) = row {
        let (lower, upper) = instance.rows[row as usize];
        solver.set_row(RowIx(row), Row { lower, upper }).unwrap();
    }
}

/// Seeds of which a detour changes what is told, and seeds that were compared.
fn changed(ties: impl Fn(&Problem, &mut Draws) -> Option<Ties>) -> (u32, u32) {
    let (mut changed, mut compared) = (0, 0);
    for seed in 0..1500 {
        let instance = instance(seed);
        let mut draw = Draws::new(seed + 5);
        let (mut problem, _) = prepare(&instance);
        let oracle = AllWays::new(&instance, &mut draw);
        problem.ties = ties(&problem, &mut draw);
        let mut solver = Solver::new(problem).unwrap();
        let Some(first) = told(&mut solver, &oracle) else { continue };
        for _ in 0..4 {
            detour(&mut draw, &instance, &mut solver, &oracle);
            let again = told(&mut solver, &oracle).unwrap_or_else(|| panic!("seed {seed}: there was an answer"));
            compared += 1;
            changed += u32::from(again != first);
        }
    }
    (changed, compared)
}

#[test]
fn the_same_answer_is_told_after_a_detour() {
    let ranks = |count: usize, draw: &mut Draws| (0..count).map(|_| f64::from(draw.below(1 << 20)) / 1e5).collect();
    let all = |problem: &Problem, draw: &mut Draws| {
        let unserved = ranks(problem.commodities.len(), draw);
        Some(Ties { unserved, columns: ranks(problem.columns.len(), draw) })
    };
    let (wrong, compared) = changed(all);
    assert_eq!(wrong, 0, "of {compared}");
    let (without, compared) = changed(|_, _| None);
    assert!(without > 100, "without ranks {without} of {compared} change");
}

#[test]
fn ranks_cost_nothing() {
    for seed in 0..1500 {
        let instance = instance(seed);
        let mut draw = Draws::new(seed + 5);
        let (mut problem, _) = prepare(&instance);
        let oracle = AllWays::new(&instance, &mut draw);
        let Ok(plain) = Solver::new(problem.clone()).unwrap().solve(&oracle, &Silent) else { continue };
        let (unserved, columns) = (vec![1.0; problem.commodities.len()], vec![1.0; problem.columns.len()]);
        problem.ties = Some(Ties { unserved, columns });
        let answer = Solver::new(problem).unwrap().solve(&oracle, &Silent).unwrap();
        assert!((answer.objective - plain.objective).abs() <= 1e-11 * (1.0 + plain.objective.abs()), "seed {seed}");
        assert!(answer.gap() < 1e-9, "seed {seed}");
        let verdict = certify_mincost(&instance, &claim(&answer));
        assert!(verdict.holds(), "seed {seed}: {:?}", verdict.flaws);
    }
}
