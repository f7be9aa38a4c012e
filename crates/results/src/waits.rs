//! Waits as `simulate` finds them, for whoever plans with them: `route` reads a file of these.

use crate::simulate::{Estimate, SimulateAnswer};
use serde::{Deserialize, Serialize};

/// Version of the shape of [`Waits`]; grows when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// Waits of a corridor over a period, under scenarios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waits {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// First day simulated.
    pub first: String,
    /// Last day.
    pub last: String,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
    /// Seed.
    pub seed: u64,
    /// Replications behind the figures.
    pub replications: u32,
    /// One entry a place of waiting.
    pub waits: Vec<Wait>,
}

/// Hours that goods wait for one thing at one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    /// For what: `service:id` for its next ship, `resource:id` for a turn (with ` forth` or ` back` where each way has its own), or for
    /// room, `facility:id` for a border, its work included.
    pub what: String,
    /// Place where goods wait for a service; empty else.
    pub at: String,
    /// Mean hours of a lot.
    pub mean: f64,
    /// Half of the interval of the mean, 95 %; `None` of one replication.
    pub half: Option<f64>,
    /// Half of the lots wait no longer; `None` where only the mean is known.
    pub p50: Option<f64>,
    /// Nine in ten wait no longer.
    pub p90: Option<f64>,
    /// The queue grows as long as one watches: the figures are those of this period and of no other.
    pub grows: bool,
}

impl SimulateAnswer {
    /// The waits of the answer.
    pub fn waits(&self) -> Waits {
        let for_ships = self.queues.iter().filter(|q| q.count > 0).map(|q| Wait {
            what: format!("service:{}", q.service),
            at: q.at.clone(),
            p50: q.p50,
            p90: q.p90,
            grows: q.drifts,
            ..wait(q.hours)
        });
        let for_turns = self.stations.iter().map(|s| Wait { what: format!("resource:{}", s.resource), ..wait(s.hours) });
        let for_room = self.rooms.iter().map(|r| Wait { what: format!("resource:{}", r.room), ..wait(r.hours) });
        let at_borders =
            self.borders.iter().map(|b| Wait { what: format!("facility:{}", b.border), p50: b.p50, p90: b.p90, ..wait(b.hours) });
        Waits {
            schema_version: SCHEMA_VERSION,
            first: self.question.first.clone(),
            last: self.question.last.clone(),
            scenarios: self.question.scenarios.clone(),
            seed: self.question.seed,
            replications: self.question.finished,
            waits: for_ships.chain(for_turns).chain(for_room).chain(at_borders).collect(),
        }
    }
}

fn wait(hours: Estimate) -> Wait {
    let (what, at) = (String::new(), String::new());
    Wait { what, at, mean: hours.mean, half: hours.half, p50: None, p90: None, grows: false }
}
