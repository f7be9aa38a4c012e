//! Choice against hand-computed cases, random ones, and the bundled corridor.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::choice::{Choice, ChoiceError, Chosen, User, Way};
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-6 * b.abs().max(1.0), "{a} is not {b}");
}

fn way(user: u32, cost: f64, uses: &[(u32, f64)]) -> Way {
    Way { user, cost, uses: uses.to_vec() }
}

/// What any answer must keep: demand, limits, signs, prices only where full, and no gap.
fn holds(problem: &Choice, c: &Chosen) {
    let (mut used, mut taken) = (vec![0.0; problem.rows.len()], vec![1.0; problem.rows.len()]);
    for (w, f) in problem.ways.iter().zip(&c.flow) {
        assert!(*f >= 0.0);
        w.uses.iter().for_each(|&(r, a)| used[r as usize] += a * f);
        w.uses.iter().for_each(|&(r, a)| taken[r as usize] += a * f);
    }
    for (column, y) in problem.columns.iter().zip(&c.columns) {
        assert!(*y >= 0.0);
        column.iter().for_each(|&(r, a)| used[r as usize] += a * y);
    }
    for (k, u) in problem.users.iter().enumerate() {
        close(problem.ways.iter().zip(&c.flow).filter(|(w, _)| w.user as usize == k).map(|(_, f)| f).sum(), u.amount);
    }
    let size: f64 = problem.users.iter().map(|u| u.amount / u.theta).sum();
    for (r, (used, there)) in used.iter().zip(&problem.rows).enumerate() {
        assert!(*used <= there + 1e-10 * taken[r], "{used} of {there}");
        assert!(c.price[r] >= 0.0 && c.price[r] * (there - used) < 1e-10 * size, "{} with room {}", c.price[r], there - used);
    }
    assert!((c.primal - c.dual).abs() < 1e-10 * size, "{} {}", c.primal, c.dual);
}

/// ```text
///   A ==(cost 10, room for 30)==> B      100 want to go, theta 0.5
///   A ---(cost 12)--------------> B
/// ```
/// Full: 30 and 70; the odds 30 : 70 = exp(-0.5 (10 + price - 12)), so price = 2 + 2 ln(7 / 3).
#[test]
fn a_full_way_has_the_price_that_clears_it() {
    let problem = Choice {
        users: vec![User { amount: 100.0, theta: 0.5 }],
        ways: vec![way(0, 10.0, &[(0, 1.0)]), way(0, 12.0, &[])],
        rows: vec![30.0],
        ..Choice::default()
    };
    let c = problem.solve(&Silent).unwrap();
    holds(&problem, &c);
    close(c.flow[0], 30.0);
    close(c.price[0], 2.0 + 2.0 * (7.0_f64 / 3.0).ln());
}

/// Nothing full: plain logit, 100 / (1 + exp(-1)).
#[test]
fn room_for_all_is_plain_logit() {
    let mut problem = Choice {
        users: vec![User { amount: 100.0, theta: 0.5 }],
        ways: vec![way(0, 10.0, &[(0, 1.0)]), way(0, 12.0, &[])],
        rows: vec![300.0],
        ..Choice::default()
    };
    let c = problem.solve(&Silent).unwrap();
    close(c.flow[0], 100.0 / (1.0 + (-1.0_f64).exp()));
    assert_eq!(c.price[0], 0.0);
    problem.ways[1].uses = vec![(0, 1.0)];
    assert_eq!(problem.solve(&Silent), Err(ChoiceError::Input("a user has no way without uses")));
}

/// Sailings bring 10 places each and take an hour of 3: 30 places. The hour is worth ten times the place.
#[test]
fn sailings_bring_what_ways_take() {
    let problem = Choice {
        users: vec![User { amount: 100.0, theta: 0.5 }],
        ways: vec![way(0, 10.0, &[(0, 1.0)]), way(0, 12.0, &[])],
        rows: vec![0.0, 3.0],
        columns: vec![vec![(0, -10.0), (1, 1.0)]],
        ..Choice::default()
    };
    let c = problem.solve(&Silent).unwrap();
    holds(&problem, &c);
    close(c.flow[0], 30.0);
    close(c.columns[0], 3.0);
    close(c.price[1], 10.0 * c.price[0]);
    // A sailing that takes nothing brings without end; a row of which there is nothing stops its ways.
    let endless = Choice { columns: vec![vec![(0, -10.0)]], ..problem.clone() };
    close(endless.solve(&Silent).unwrap().flow[0], 100.0 / (1.0 + (-1.0_f64).exp()));
    let nothing = Choice { columns: vec![], ..problem };
    close(nothing.solve(&Silent).unwrap().flow[1], 100.0);
}

/// Random problems keep every condition of the optimum; they have only one.
#[test]
fn random_problems_keep_the_conditions() {
    let mut state = 7_u64;
    let mut draw = |n: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % n
    };
    for _ in 0..60 {
        let (users, rows) = (1 + draw(6), 1 + draw(8));
        let mut problem = Choice { rows: (0..rows).map(|_| 5.0 + draw(60) as f64).collect(), ..Choice::default() };
        for k in 0..users as u32 {
            problem.users.push(User { amount: 1.0 + draw(50) as f64, theta: 0.05 + draw(20) as f64 / 10.0 });
            problem.ways.push(way(k, 20.0, &[]));
            for _ in 0..1 + draw(4) {
                let amounts: Vec<u64> = (0..rows).map(|_| draw(9)).collect();
                let some = amounts.iter().enumerate().filter(|(_, a)| **a < 3);
                let uses: Vec<(u32, f64)> = some.map(|(r, &a)| (r as u32, 1.0 + a as f64)).collect();
                problem.ways.push(way(k, 5.0 + draw(15) as f64, &uses));
            }
        }
        holds(&problem, &problem.solve(&Silent).unwrap());
    }
}

/// Every wish is split, no limit is broken, and at base cost with room the row's amount comes.
#[test]
fn the_bundled_corridor() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for year in [2023, 2024, 2025] {
        one_year(&corridor, year);
    }
}

fn one_year(corridor: &keruen_model::Corridor, year: i32) {
    let (answer, proof) = Flow::new(corridor, FlowQuestion::of(year)).unwrap().choose(None, &Silent).unwrap();
    let verdict = certify_flow(corridor, &answer, &proof);
    assert!(verdict.holds(), "{year}: {:#?}", verdict.flaws.iter().take(10).map(ToString::to_string).collect::<Vec<_>>());
    for l in &answer.limits {
        assert!(l.used <= l.amount * (1.0 + 1e-9) + 1e-6, "{} is used beyond what there is: {} of {}", l.limit, l.used, l.amount);
        assert!(l.price == 0.0 || l.share > 1.0 - 1e-9, "{} has a price and room: {} {}", l.limit, l.price, l.share);
    }
    for w in answer.wishes.iter().filter(|w| w.kind == "through") {
        assert!(
            w.carried <= w.asked * (1.0 + 1e-9),
            "{} carries {} of {} without any change of cost",
            w.wish,
            w.carried,
            w.asked
        );
        assert!(w.unserved == 0.0 || w.left_because.is_some() || w.no_way.is_some(), "{} stays behind without a reason", w.wish);
    }
    let (split, all) =
        answer.wishes.iter().filter(|w| w.kind == "through").fold((0, 0), |(s, n), w| (s + usize::from(w.ways.len() > 1), n + 1));
    assert!(2 * split > all, "{split} of {all} take more than one way");
}

/// A tariff that falls moves some per cent, neither nobody nor everybody: half the price of handling boxes brings more of every row of boxes
/// that has a way, and less than twice as much. None loses because a search does not find its ways again: those seen at base stay.
#[test]
fn a_lower_tariff_moves_some_per_cent() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let text = std::fs::read_to_string(folder.join("scenarios/aktau-handling-half.toml")).unwrap();
    let scenario = keruen_model::scenario::parse("aktau-handling-half", &text).unwrap();
    let cheaper = keruen_model::scenario::apply(&corridor, &[scenario], None).unwrap().corridor;
    let mut before = Flow::new(&corridor, FlowQuestion::of(2024)).unwrap();
    let base = before.base(&Silent).unwrap();
    let (a, _) = before.choose(None, &Silent).unwrap();
    let (b, _) = Flow::new(&cheaper, FlowQuestion::of(2024)).unwrap().choose(Some(&base), &Silent).unwrap();
    let mut moved = 0;
    for (x, y) in a.wishes.iter().zip(&b.wishes).filter(|(x, _)| x.kind == "through" && x.wish.starts_with("box-")) {
        let more = y.carried / x.carried - 1.0;
        assert!((-1e-9..1.0).contains(&more), "{}: {more}", x.wish);
        moved += usize::from(more > 0.001);
    }
    assert!(moved >= 10, "{moved} moved");
}
