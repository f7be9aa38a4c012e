//! A flow answer that is proven passes the checker; any figure bent after that does not.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::Corridor;
use keruen_results::Silent;
use keruen_results::equilibrium::Principle;
use keruen_results::flow::FlowAnswer;
use keruen_results::proof::FlowProof;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

type Bent = (&'static str, fn(&mut FlowAnswer, &mut FlowProof));

const ANSWER: &[Bent] = &[
    ("carried", |a, _| a.wishes[0].carried *= 1.01),
    ("outside", |a, _| a.wishes.iter_mut().find(|w| w.outside > 0.0).unwrap().outside -= 60.0),
    ("asked", |a, _| a.wishes[1].asked += 1.0),
    ("left", |a, _| a.wishes[2].unserved += 5.0),
    ("a way", |a, _| a.wishes[0].ways[0].amount *= 0.99),
    ("used", |a, _| a.limits[0].used *= 1.001),
    ("there is", |a, _| a.limits[0].amount += 1.0),
    ("price", |a, _| a.limits.iter_mut().find(|l| l.price > 0.0).unwrap().price += 1.0),
    ("a limit with a price is not shown", |a, _| {
        let at = a.limits.iter().position(|l| l.price > 0.0).unwrap();
        a.limits.remove(at);
    }),
];

const PROOF: &[Bent] = &[
    ("cost", |_, p| p.through.1.objective += 1.0),
    ("a flow", |_, p| p.through.1.ways[0].flow *= 1.01),
    ("a way that leads nowhere", |_, p| p.through.1.ways[0].arcs.truncate(1)),
    ("a price", |_, p| *p.through.1.price.iter_mut().find(|x| **x < 0.0).unwrap() *= 2.0),
    ("a price of the wrong sign", |_, p| p.through.1.price[0] = 1.0),
    ("sailings", |_, p| *p.through.1.columns.iter_mut().find(|x| **x > 0.0).unwrap() *= 0.5),
    ("more room for through demand", |_, p| p.through.0.rows.iter_mut().for_each(|r| r.1 += 10.0)),
    ("less room for all", |_, p| p.rows.iter_mut().for_each(|r| r.upper *= 0.9)),
    ("background", |_, p| p.background.1.ways[0].flow *= 0.5),
    ("a row less", |_, p| drop(p.rows.pop())),
];

fn refused(corridor: &Corridor, (answer, proof): &(FlowAnswer, FlowProof), bent: &[Bent]) {
    assert!(certify_flow(corridor, answer, proof).holds(), "{:?}", certify_flow(corridor, answer, proof).flaws);
    for (what, bend) in bent {
        let (mut a, mut p) = (answer.clone(), proof.clone());
        bend(&mut a, &mut p);
        let verdict = certify_flow(corridor, &a, &p);
        assert!(!verdict.holds(), "{what}: passed");
        assert!(verdict.flaws.iter().all(|f| !f.to_string().is_empty()));
    }
}

#[test]
fn the_worked_example_is_proven_and_bent_figures_are_not() {
    let corridor = mini();
    for question in [
        FlowQuestion::of(2025),
        FlowQuestion { months: true, ..FlowQuestion::of(2025) },
        FlowQuestion { goal: Goal::MostServed, ..FlowQuestion::of(2025) },
    ] {
        let proven = Flow::new(&corridor, question).unwrap().proven(&Silent).unwrap();
        refused(&corridor, &proven, ANSWER);
        refused(&corridor, &proven, PROOF);
    }
}

#[test]
fn tables_bent_after_the_answer_are_noticed() {
    let corridor = mini();
    let (answer, proof) = Flow::new(&corridor, FlowQuestion::of(2025)).unwrap().proven(&Silent).unwrap();
    for (table, row, field, value) in
        [("demand", "boxes", "amount", "1300"), ("resource", "alat-tbilisi.path", "availability", "0.1")]
    {
        let mut other = corridor.clone();
        let kind = keruen_model::TableKind::from_name(table).unwrap();
        let at = other.tables.position(kind, other.strings.find(row).unwrap()).unwrap();
        other.tables.set(kind, at, kind.spec().field(field).unwrap(), value, &mut other.strings).unwrap();
        assert!(!certify_flow(&other, &answer, &proof).holds(), "{table}:{row}.{field}");
    }
}

const CHOICE: &[Bent] = &[
    ("a flow", |_, p| p.choice.as_mut().unwrap().options[0].flow *= 1.01),
    ("two flows that keep the sum", |_, p| {
        let o = &mut p.choice.as_mut().unwrap().options;
        let (a, b) = (0, (1..o.len()).find(|&i| o[i].user == o[0].user).unwrap());
        let part = o[a].flow.min(o[b].flow) / 2.0 + 0.01 * (o[a].flow + o[b].flow);
        o[a].flow += part;
        o[b].flow = (o[b].flow - part).max(0.0);
    }),
    ("a price", |_, p| p.choice.as_mut().unwrap().price.iter_mut().for_each(|x| *x = 2.0 * *x + 1.0)),
    ("theta", |_, p| p.choice.as_mut().unwrap().users[0].theta *= 1.1),
    ("a cost", |_, p| p.choice.as_mut().unwrap().options.last_mut().unwrap().cost *= 0.5),
];

#[test]
fn a_choice_is_proven_and_a_bent_one_is_not() {
    let corridor = mini();
    let proven = Flow::new(&corridor, FlowQuestion::of(2025)).unwrap().choose(None, &Silent).unwrap();
    refused(&corridor, &proven, CHOICE);
    refused(&corridor, &proven, &ANSWER[5..7]);
}

const EQUILIBRIUM: &[Bent] = &[
    ("a flow", |_, p| p.through.1.ways[0].flow *= 1.01),
    ("a price", |_, p| *p.through.1.price.iter_mut().find(|x| **x < 0.0).unwrap() *= 1.01),
    ("what an hour is worth", |_, p| p.congestion.as_mut().unwrap().1.iter_mut().for_each(|c| c.value *= 1.01)),
    ("how much there is", |_, p| p.congestion.as_mut().unwrap().1.iter_mut().for_each(|c| c.there *= 1.01)),
    ("whose good it is", |_, p| {
        let c = p.congestion.as_mut().unwrap();
        c.0 = match c.0 {
            Principle::UserEquilibrium => Principle::SystemOptimum,
            Principle::SystemOptimum => Principle::UserEquilibrium,
        };
    }),
    ("sailings", |_, p| *p.through.1.columns.iter_mut().find(|x| **x > 0.0).unwrap() *= 0.5),
];

#[test]
fn an_equilibrium_is_proven_and_a_bent_one_is_not() {
    let corridor = mini();
    for principle in [Principle::UserEquilibrium, Principle::SystemOptimum] {
        let proven = Flow::new(&corridor, FlowQuestion::of(2025)).unwrap().congested(principle, &Silent).unwrap();
        refused(&corridor, &proven, EQUILIBRIUM);
        refused(&corridor, &proven, &ANSWER[..1]);
    }
}
