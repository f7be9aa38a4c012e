//! Cases by hand, prices included.

use keruen_flow::mincost::{
    Column, Commodity, CommodityIx, Conflict, Error, Goal, LayerIx, Network, NoWays, Problem, Row, RowIx, Solver, Ties, Unserved,
};
use keruen_network::kernel::{GraphBuilder, NodeIx};
use keruen_results::Silent;

const ANY: f64 = f64::INFINITY;

/// One layer; `arcs` are (tail, head, cost, row it uses one unit of).
fn network(nodes: u32, arcs: &[(u32, u32, f64, Option<RowIx>)], wishes: &[(u32, u32, CommodityIx)]) -> Network {
    let mut build = GraphBuilder::new(nodes);
    for &(tail, head, ..) in arcs {
        build.arc(NodeIx(tail), NodeIx(head));
    }
    let costs = arcs.iter().map(|arc| arc.2).collect();
    let uses = arcs.iter().map(|arc| arc.3.map(|row| (row, 1.0)).into_iter().collect()).collect();
    let mut network = Network::default();
    let layer = network.layer(&build.build().unwrap(), costs, uses).unwrap();
    for &(from, to, k) in wishes {
        network.wish(layer, NodeIx(from), NodeIx(to), k).unwrap();
    }
    network
}

fn wish(problem: &mut Problem, demand: f64, unserved: f64) -> CommodityIx {
    problem.commodity(Commodity { demand, unserved: Unserved::At(unserved), weight: 1.0 })
}

/// ```text
///  A: 0 -> 2, 6 units      0 --3, cap 4--> 1 --1--> 2         way over 1 costs 4, the direct one 9
///  B: 1 -> 2, 2 units      0 --9---------------------> 2      1 -> 2 has cap 5
/// ```
/// B gains nothing elsewhere, so it has 2 of the 5 places; A gets 3 over node 1, and 3 go direct.
/// One place more on 1 -> 2 moves one unit of A from 9 to 4: price -5. The places on 0 -> 1 do not run out: price 0.
#[test]
fn two_wishes_share_a_bottleneck() {
    let mut problem = Problem::default();
    let (first, second) = (problem.row(Row::at_most(4.0)), problem.row(Row::at_most(5.0)));
    let (a, b) = (wish(&mut problem, 6.0, 50.0), wish(&mut problem, 2.0, 50.0));
    let arcs = [(0, 1, 3.0, Some(first)), (1, 2, 1.0, Some(second)), (0, 2, 9.0, None)];
    let network = network(3, &arcs, &[(0, 2, a), (1, 2, b)]);
    let mut solver = Solver::new(problem).unwrap();
    let answer = solver.solve(&network, &Silent).unwrap();
    assert_eq!(answer.objective, 3.0 * 4.0 + 3.0 * 9.0 + 2.0);
    assert_eq!(answer.price, [0.0, -5.0]);
    assert_eq!(answer.worth, [9.0, 6.0]);
    let flows: Vec<_> = answer.ways.iter().map(|way| (way.commodity.0, way.steps.clone(), way.flow)).collect();
    assert_eq!(flows, [(0, vec![0, 1], 3.0), (0, vec![2], 3.0), (1, vec![1], 2.0)]);
    // The price holds until 0 -> 1 is full too (one more), and down to where no A is left on it (three less).
    let range = solver.price_range(&network, second, &Silent).unwrap();
    assert_eq!((range.low, range.high, range.down, range.up), (-5.0, -5.0, 3.0, 1.0));
}

/// ```text
///  0 --2, cap 4--> 1      4 units wanted, staying behind costs 10
/// ```
/// One place less leaves one unit behind: 8 more. One place more is of no use. So every price from -8 to 0 is right.
#[test]
fn a_capacity_that_just_suffices_has_an_interval() {
    let mut problem = Problem::default();
    let row = problem.row(Row::at_most(4.0));
    let k = wish(&mut problem, 4.0, 10.0);
    let network = network(2, &[(0, 1, 2.0, Some(row))], &[(0, 1, k)]);
    let mut solver = Solver::new(problem).unwrap();
    let answer = solver.solve(&network, &Silent).unwrap();
    assert_eq!(answer.objective, 8.0);
    let range = solver.price_range(&network, row, &Silent).unwrap();
    assert_eq!((range.low, range.high, range.down, range.up), (-8.0, 0.0, 4.0, ANY));
    assert!((-8.0..=0.0).contains(&answer.price[0]));
}

/// ```text
///  port ==ferry==> port   12 units wanted at 20 a unit left behind; a unit carried costs 1
///  sailings s at 6 each:  load - 5 s <= 0 (places),   3 s <= 7 (fleet hours)
/// ```
/// A sailing saves 5 * 19 for 6, so all 7 fleet hours are used: s = 7/3, load 35/3. An hour of the fleet is worth a third of
/// 95 - 6; a place is worth 19.
#[test]
fn sailings_are_a_column() {
    let mut problem = Problem::default();
    let (places, hours) = (problem.row(Row::at_most(0.0)), problem.row(Row::at_most(7.0)));
    let k = wish(&mut problem, 12.0, 20.0);
    let sailing = Column { cost: 6.0, lower: 0.0, upper: ANY, entries: vec![(places, -5.0), (hours, 3.0)], commodity: None };
    problem.column(sailing);
    let network = network(2, &[(0, 1, 1.0, Some(places))], &[(0, 1, k)]);
    let answer = Solver::new(problem).unwrap().solve(&network, &Silent).unwrap();
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} for {b}");
    near(answer.columns[0], 7.0 / 3.0);
    near(answer.unserved[0], 1.0 / 3.0);
    near(answer.price[0], -19.0);
    near(answer.price[1], -89.0 / 3.0);
}

/// ```text
///  Kazakh wheat (cost 3, up to 4) --1--\
///                                       market, 6 wanted, 30 a unit left behind
///  Russian wheat (cost 5, up to 9) --2--/
/// ```
/// Supplies are rows: what leaves a source is what it offers. Four come from the first, two from the second at 5 + 2.
#[test]
fn many_origins_are_ordinary_rows() {
    let mut problem = Problem::default();
    let offers = [(3.0, 4.0), (5.0, 9.0)].map(|(cost, most)| {
        let row = problem.row(Row::equal(0.0));
        problem.column(Column { cost, lower: 0.0, upper: most, entries: vec![(row, -1.0)], commodity: None });
        row
    });
    let k = wish(&mut problem, 6.0, 30.0);
    let arcs = [(0, 1, 1.0, Some(offers[0])), (0, 1, 2.0, Some(offers[1]))];
    let answer = Solver::new(problem).unwrap().solve(&network(2, &arcs, &[(0, 1, k)]), &Silent).unwrap();
    assert_eq!(answer.columns, [4.0, 2.0]);
    assert_eq!(answer.objective, 4.0 * 4.0 + 2.0 * 7.0);
    assert_eq!(answer.worth, [7.0]);
    assert_eq!(answer.price, [-6.0, -5.0]);
}

/// Stock carried from one month to the next, without any way: 5 come in the first month, 4 leave in each of two, 2 can be kept.
#[test]
fn listed_columns_do_without_ways() {
    let mut problem = Problem::default();
    let months = [problem.row(Row::equal(5.0)), problem.row(Row::equal(0.0))];
    let mut column = |cost, upper, entries| {
        problem.column(Column { cost, lower: 0.0, upper, entries, commodity: None });
    };
    column(0.0, 4.0, vec![(months[0], 1.0)]);
    column(0.0, 4.0, vec![(months[1], 1.0)]);
    column(1.0, 2.0, vec![(months[0], 1.0), (months[1], -1.0)]);
    let answer = Solver::new(problem).unwrap().solve(&NoWays, &Silent).unwrap();
    assert_eq!((answer.columns, answer.objective), (vec![4.0, 1.0, 1.0], 1.0));
}

/// ```text
///  0 --1, cap 3--> 1   A must carry 2, B must carry 2; C wants 5 elsewhere and has nothing to do with it
/// ```
#[test]
fn contradictions_are_named() {
    let mut problem = Problem::default();
    let (narrow, wide) = (problem.row(Row::at_most(3.0)), problem.row(Row::at_most(9.0)));
    let must = Commodity { demand: 2.0, unserved: Unserved::Never, weight: 1.0 };
    let (a, b) = (problem.commodity(must), problem.commodity(must));
    let c = wish(&mut problem, 5.0, 1.0);
    let arcs = [(0, 1, 1.0, Some(narrow)), (2, 3, 0.0, Some(wide))];
    let network = network(4, &arcs, &[(0, 1, a), (0, 1, b), (2, 3, c)]);
    let conflict = Conflict { rows: vec![narrow], commodities: vec![a, b], columns: vec![] };
    let mut solver = Solver::new(problem).unwrap();
    assert_eq!(solver.solve(&network, &Silent).unwrap_err(), Error::Infeasible(conflict));
    solver.set_row(narrow, Row::at_most(4.0)).unwrap();
    assert_eq!(solver.solve(&network, &Silent).unwrap().objective, 4.0);
}

/// ```text
///  0 --1, cap 4--> 1     near: 4 units, 2 a unit left behind      far (counts three times): 4 units, 1 a unit left behind
/// ```
#[test]
fn most_served_goes_by_weight() {
    let mut problem = Problem { goal: Goal::MostServed, ..Problem::default() };
    let row = problem.row(Row::at_most(4.0));
    let near = wish(&mut problem, 4.0, 2.0);
    let far = problem.commodity(Commodity { demand: 4.0, unserved: Unserved::At(1.0), weight: 3.0 });
    let network = network(2, &[(0, 1, 1.0, Some(row))], &[(0, 1, near), (0, 1, far)]);
    let answer = Solver::new(problem).unwrap().solve(&network, &Silent).unwrap();
    assert_eq!(answer.unserved, [4.0, 0.0]);
    assert_eq!(answer.objective, 4.0 * 2.0 + 4.0);
}

#[test]
fn nonsense_is_refused_with_its_place() {
    let mut problem = Problem::default();
    problem.row(Row::between(3.0, 2.0));
    assert!(matches!(Solver::new(problem), Err(Error::Row { row: RowIx(0), .. })));
    let mut problem = Problem::default();
    wish(&mut problem, -1.0, 0.0);
    assert!(matches!(Solver::new(problem), Err(Error::Commodity { .. })));
    let mut problem = Problem::default();
    problem.column(Column { cost: -1.0, lower: 0.0, upper: ANY, entries: vec![], commodity: None });
    assert_eq!(Solver::new(problem).unwrap().solve(&NoWays, &Silent), Err(Error::Unbounded));
    let mut network = Network::default();
    assert!(network.wish(LayerIx(0), NodeIx(0), NodeIx(0), CommodityIx(0)).is_err());
    let graph = GraphBuilder::new(1).build().unwrap();
    assert!(network.layer(&graph, vec![1.0], vec![]).is_err());
}

/// ```text
///  A, B: 0 -> 1, 3 units each     0 --2, cap 3--> 1   two links at the same price, with room for three each
///                                 0 --2, cap 3--> 1
/// ```
/// Who goes where is of no consequence. Listed columns stand for the four ways; by their ranks A takes the second link and B the first.
#[test]
fn of_equal_answers_that_of_the_least_rank_is_told() {
    let mut problem = Problem::default();
    let links = [problem.row(Row::at_most(3.0)), problem.row(Row::at_most(3.0))];
    for _ in 0..2 {
        let who = wish(&mut problem, 3.0, 50.0);
        for link in links {
            problem.column(Column { cost: 2.0, lower: 0.0, upper: ANY, entries: vec![(link, 1.0)], commodity: Some(who) });
        }
    }
    for (ranks, told) in [([2.0, 1.0, 1.0, 2.0], [0.0, 3.0, 3.0, 0.0]), ([1.0, 2.0, 3.0, 1.0], [3.0, 0.0, 0.0, 3.0])] {
        problem.ties = Some(Ties { unserved: vec![0.0; 2], columns: ranks.to_vec() });
        let answer = Solver::new(problem.clone()).unwrap().solve(&NoWays, &Silent).unwrap();
        assert_eq!((answer.columns.as_slice(), answer.objective), (told.as_slice(), 12.0));
    }
    problem.ties = Some(Ties { unserved: vec![0.0; 2], columns: vec![1.0] });
    assert_eq!(Solver::new(problem).err(), Some(Error::Rank));
}
