//! Ranges of prices and finite steps on the worked example: the price of a limit is what a small step saves.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_results::Silent;
use keruen_results::flow::LimitFlow;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

#[test]
fn prices_lie_in_their_ranges_and_say_what_a_small_step_saves() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let question = FlowQuestion::of(2025);
    let mut flow = Flow::new(&corridor, question).unwrap();
    let mut answer = flow.solve(&Silent).unwrap();
    flow.price_ranges(&mut answer, 99, &Silent).unwrap();
    let priced: Vec<_> = answer.limits.iter().filter(|l| l.price > 0.0).cloned().collect();
    assert!(!priced.is_empty());
    for l in &priced {
        let (range, holds) = (l.price_interval.unwrap(), l.price_holds.unwrap());
        assert!(range.low <= l.price + 1e-6 && l.price <= range.high + 1e-6, "{l:?}");
        let more = (holds.high / 2.0).min(l.amount / 100.0);
        flow.add(&l.limit, 0, more).unwrap();
        let saved = answer.totals.generalised_usd - flow.solve(&Silent).unwrap().totals.generalised_usd;
        flow.add(&l.limit, 0, -more).unwrap();
        // Within the range in which it holds, a step saves the lowest of the prices a unit: cost is convex.
        assert!(
            (saved - more * range.low).abs() <= 1e-6 * saved.abs().max(1.0),
            "{}: {saved} is not {more} x {}",
            l.limit,
            range.low
        );
    }
    let steps = flow.steps(&answer, 99, &Silent).unwrap();
    assert_eq!(steps.len(), priced.len());
    assert!(steps.iter().all(|s| s.saves_usd >= 0.0));
    assert!(flow.add("no such limit", 0, 1.0).is_err());
    let again = flow.solve(&Silent).unwrap();
    assert!((again.totals.generalised_usd - answer.totals.generalised_usd).abs() < 1e-6);
}

#[test]
fn an_answer_after_a_change_shows_what_there_is_now() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for months in [false, true] {
        let mut flow = Flow::new(&corridor, FlowQuestion { months, ..FlowQuestion::of(2025) }).unwrap();
        let before = flow.solve(&Silent).unwrap();
        let dearest = before.limits.iter().find(|l| l.price > 0.0).unwrap();
        let period = before.question.periods.iter().position(|p| p.name == dearest.period).unwrap();
        let more = dearest.amount / 2.0;
        flow.add(&dearest.limit, period, more).unwrap();
        let (after, proof) = flow.proven(&Silent).unwrap();
        let of = |l: &&LimitFlow| (&l.limit, &l.period) == (&dearest.limit, &dearest.period);
        let now = after.limits.iter().find(of).unwrap();
        assert!((now.amount - dearest.amount - more).abs() <= 1e-9 * now.amount, "{now:?}");
        assert!((now.share - now.used / now.amount).abs() <= 1e-12, "{now:?}");
        assert!(after.limits.iter().all(|l| l.share <= 1.0 + 1e-9));
        let row = proof.rows.iter().find(|r| r.limit == now.limit && r.period == now.period).unwrap();
        assert!((row.upper / row.each - now.amount).abs() <= 1e-9 * now.amount);
        flow.add(&dearest.limit, period, -more).unwrap();
        let again = flow.solve(&Silent).unwrap();
        assert_eq!(again.limits.iter().find(of).unwrap().amount, dearest.amount);
    }
}
