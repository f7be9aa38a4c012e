//! A year of a corridor folder in `simulate`: one replication, and many on all threads.

use std::num::NonZeroUsize;
use std::path::Path;

use keruen_events::random::Stream;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::{Date, parallel};
use keruen_results::Silent;
use keruen_results::simulate::SimulateAnswer;
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_tables::{ReadOptions, read_folder};

use crate::instance::Fault;
use crate::measure::{Took, on_all_threads};
use crate::report::Line;

/// Single replications, each with a seed of its own; the median counts.
const RUNS: u64 = 9;

/// Simulates a year in the shares of its least-cost flow: three lines, of making the plan, of one replication, of many.
pub fn run(folder: &Path, year: i32, replications: u32, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let fault = |e: &dyn std::fmt::Display| Fault::Usage(e.to_string());
    let corridor = read_folder(folder, &ReadOptions::default()).map_err(|e| fault(&e))?.corridor;
    let question = question(year).ok_or_else(|| Fault::Usage(format!("{year} is no year of the calendar")))?;
    let name = folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let asked = FlowQuestion::of(year);
    let flow = Flow::new(&corridor, asked).and_then(|mut f| f.solve(&Silent)).map_err(|e| fault(&e))?;
    let flows = [flow];
    let (made, took) = on_all_threads(|| Simulation::new(&corridor, question, &flows));
    let mut simulation = made.map_err(|e| fault(&e))?;
    print(Line::new("simulate-plan", &name, 1, took).end());
    let mut single = Vec::new();
    for seed in 1..=RUNS {
        simulation = simulation.with_luck(seed, 1, NonZeroUsize::MIN);
        let (run, took) = on_all_threads(|| simulation.run(&Silent));
        let answer = run.map_err(|e| fault(&e))?.answer;
        single.push((took, answer));
    }
    single.sort_by_key(|s| s.0.cpu);
    if let Some((took, answer)) = single.get(single.len() / 2) {
        print(line("simulate-one", &name, (1, 1), *took, answer));
    }
    let threads = parallel::all();
    simulation = simulation.with_luck(1, replications, threads);
    let (run, took) = on_all_threads(|| simulation.run(&Silent));
    let answer = run.map_err(|e| fault(&e))?.answer;
    print(line("simulate-many", &name, (threads.get(), replications), took, &answer));
    Ok(())
}

fn question(year: i32) -> Option<SimulateQuestion> {
    let year = i16::try_from(year).ok()?;
    Some(SimulateQuestion::of(Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
}

fn line(kind: &str, name: &str, (threads, replications): (usize, u32), took: Took, answer: &SimulateAnswer) -> String {
    let line = Line::new(kind, name, threads, took).count("replications", u64::from(replications));
    let hash = Stream::purpose(&[&format!("{answer:?}")]);
    line.count("lots", answer.lots).count("events", answer.events).text("checksum", &format!("{hash:016x}")).end()
}
