//! Whole questions on a corridor: the front of one day, of all days of a month, and of many consignments.

use std::path::Path;
use std::time::Instant;

use keruen_model::{Amount, Cargo, Clock, Corridor, Date, Id, Node};
use keruen_results::Silent;
use keruen_route::{Consignment, Days, Router, Wanted, ask_days};
use keruen_tables::{ReadOptions, read_folder};

use crate::instance::Fault;
use crate::measure::on_this_thread;
use crate::report::Line;

/// Cargoes of the random consignments; those that a corridor lacks are left out.
const CARGOES: [&str; 5] = ["container-40", "container-20", "wheat", "metals", "fertiliser"];

/// What is asked.
#[derive(Debug, PartialEq, Eq)]
pub struct RouteJob {
    pub corridor: std::path::PathBuf,
    pub consignments: usize,
    pub seed: u64,
    /// First day of the month of departures.
    pub month: String,
}

pub fn run(job: &RouteJob, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let loaded = read_folder(&job.corridor, &ReadOptions::default()).map_err(|e| Fault::Usage(e.to_string()))?;
    let base = loaded.corridor;
    let name = name(&job.corridor);
    let first = Date::parse(&format!("{}-01", job.month)).ok_or_else(|| Fault::Usage("--month takes YYYY-MM".into()))?;
    let last = (27..=31).map(|d| first.plus_days(d)).take_while(|d| d.month() == first.month()).last().unwrap_or(first);
    let questions = questions(&base, first, job);
    let on = base.on(first);
    let router = Router::new(&on, first, Vec::new());
    for q in questions.iter().take(SHOWN) {
        one(&router, q, &name, print)?;
        month(&base, q, (first, last), &name, print)?;
    }
    let (answered, took) = on_this_thread(|| {
        questions.iter().filter(|q| router.ask(q, Wanted::default(), &Silent).is_ok_and(|a| !a.ways.is_empty())).count()
    });
    let line = Line::new("route-many", &name, 1, took).count("consignments", questions.len() as u64);
    print(line.count("with_ways", answered as u64).end());
    Ok(())
}

/// Consignments that are also asked one by one and over the month.
const SHOWN: usize = 5;

fn one(router: &Router<'_>, q: &Consignment, name: &str, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let mut first = None;
    let begun = Instant::now();
    let mut point = || {
        first.get_or_insert_with(|| begun.elapsed());
    };
    let (counted, took) = on_this_thread(|| router.count(q, &Silent, &mut point));
    let counted = counted.map_err(|e| Fault::Usage(e.to_string()))?;
    let size = counted.size;
    print(
        Line::new("route-front", name, 1, took)
            .figure("first_s", first.map_or(0.0, |t| t.as_secs_f64()))
            .count("ways", counted.ways as u64)
            .count("states", size.states as u64)
            .count("arcs", size.arcs as u64)
            .count("labels", size.labels)
            .end(),
    );
    Ok(())
}

fn month(
    base: &Corridor,
    q: &Consignment,
    (first, last): (Date, Date),
    name: &str,
    print: &mut dyn FnMut(String),
) -> Result<(), Fault> {
    let days = Days { first, last, arrive_by: None };
    let (answer, took) = on_this_thread(|| ask_days(base, (&[], Clock(0)), q, (&days, &Wanted::default()), &Silent));
    let answer = answer.map_err(|e| Fault::Usage(e.to_string()))?;
    print(
        Line::new("route-month", name, 1, took)
            .count("departures", answer.size.departures as u64)
            .count("ways_shown", answer.ways.len() as u64)
            .count("states", answer.size.states as u64)
            .count("arcs", answer.size.arcs as u64)
            .count("labels", answer.size.labels)
            .end(),
    );
    Ok(())
}

fn name(folder: &Path) -> String {
    folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned())
}

/// The container from Altynkol to Poti first where the corridor has them, then pairs drawn at random.
fn questions(base: &Corridor, day: Date, job: &RouteJob) -> Vec<Consignment> {
    let nodes: Vec<Id<Node>> = base.tables.node.iter().map(|n| n.node_id).collect();
    let named = |id: &str| base.strings.find(id);
    let cargoes: Vec<Id<Cargo>> =
        CARGOES.into_iter().filter_map(named).map(Id::new).filter(|&c| base.tables.cargo.find(c).is_some()).collect();
    let mut state = job.seed;
    let mut draw = |below: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    };
    let question = |from, to, cargo, amount: f64| Consignment::plain((from, to), cargo, Amount(amount), day);
    let mut out = Vec::new();
    if let (Some(from), Some(to), Some(&cargo)) = (named("altynkol"), named("poti"), cargoes.first()) {
        out.push(question(Id::new(from), Id::new(to), cargo, 1.0));
    }
    while out.len() < job.consignments && nodes.len() > 1 && !cargoes.is_empty() {
        let (from, to) = (nodes[draw(nodes.len())], nodes[draw(nodes.len())]);
        if from != to {
            out.push(question(from, to, cargoes[draw(cargoes.len())], 1.0 + draw(40) as f64));
        }
    }
    out
}
