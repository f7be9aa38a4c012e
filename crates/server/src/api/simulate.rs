//! What really happens, with queues, weather and ships? A run is a job; its answer is that of `keruen simulate --json`, with one
//! replication as a film beside it.

use super::asked::short;
use super::fault::Fault;
use crate::house::House;
use keruen_model::{Corridor, Date, parallel};
use keruen_results::film::Film;
use keruen_results::simulate::SimulateAnswer;
use keruen_results::{Part, Progress};
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_study::{Foresight, flow_years, shares, stacked};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most replications of a run asked in the page; the command line takes more.
const MOST: u32 = 500;

/// The flags of `keruen simulate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SimulateRequest {
    /// Calendar year; without it, the last one that demand has.
    #[serde(default)]
    pub year: Option<i32>,
    /// How many replications.
    #[serde(default = "twenty")]
    #[schema(minimum = 1, maximum = 500)]
    pub replications: u32,
    /// Seed of all luck: runs of one seed share their storms.
    #[serde(default = "one")]
    #[schema(format = "uint64")]
    pub seed: u64,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub scenario: Vec<String>,
}

fn twenty() -> u32 {
    20
}

fn one() -> u64 {
    1
}

/// The answer, and its first replication as moves.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SimulateRun {
    /// As `keruen simulate --json`.
    pub answer: SimulateAnswer,
    /// What moved in the first replication.
    pub film: Film,
}

impl SimulateRequest {
    /// What no run can be made of.
    ///
    /// # Errors
    /// When there are too many replications or scenarios.
    pub fn check(&self) -> Result<(), Fault> {
        short("scenario", &self.scenario)?;
        if !(1..=MOST).contains(&self.replications) {
            return Err(Fault::question(format!("{} replications", self.replications), format!("ask for 1 to {MOST}")));
        }
        Ok(())
    }

    /// Runs it: the flow of the year first, whose ways the goods take, then the replications.
    ///
    /// # Errors
    /// When the corridor has no wishes in the year, or somebody stopped it.
    pub fn run(&self, house: &House, progress: &dyn Progress) -> Result<Vec<u8>, String> {
        let now = house.now();
        let made = stacked(&now.corridor, &now.scenarios, &self.scenario).map_err(|e| e.to_string())?;
        let corridor = &made.corridor;
        let year = self.year.or_else(|| flow_years(corridor).pop()).ok_or("the tables hold no demand")?;
        let flows = self.flows(corridor, year, &Part::new(progress, (0.0, FLOW)))?;
        let simulation = Simulation::new(corridor, self.question(year)?, &flows).map_err(|e| e.to_string())?;
        let part = Part::new(progress, (FLOW, 1.0));
        let run = simulation.run(&part).map_err(|e| e.to_string())?;
        if progress.cancelled() {
            return Err("stopped".into());
        }
        let run = SimulateRun { answer: run.answer, film: simulation.film(0) };
        serde_json::to_vec(&run).map_err(|e| e.to_string())
    }

    fn flows(
        &self,
        corridor: &Corridor,
        year: i32,
        progress: &dyn Progress,
    ) -> Result<Vec<keruen_results::flow::FlowAnswer>, String> {
        let flow = shares((corridor, corridor), (year, Foresight::Year), &self.scenario, progress);
        flow.map(|f| f.into_iter().collect()).map_err(|e| e.to_string())
    }

    fn question(&self, year: i32) -> Result<SimulateQuestion, String> {
        let day = |month, day| {
            let date = i16::try_from(year).ok().and_then(|y| Date::new(y, month, day));
            date.ok_or_else(|| format!("the calendar has no year {year}"))
        };
        Ok(SimulateQuestion {
            replications: self.replications,
            seed: self.seed,
            threads: parallel::all(),
            scenarios: self.scenario.clone(),
            ..SimulateQuestion::of(day(1, 1)?, day(12, 31)?)
        })
    }
}

/// Share of the whole that the flow before the replications takes.
const FLOW: f64 = 0.2;
