//! What really happens: goods on their way through trains, ports, ships that leave when full, storms.
//!
//! ```text
//! tables -> ledger + state graphs -> plan (ways as steps, stations, berths, ships, weather) -> replications -> answer
//!
//! way of a lot   = work | turn at a station | ride on a ship ...        the cheapest way of the same graph that `route` searches
//! station        = anything scarce by the day, as one server that works at amount x availability; first come, first served
//! ship           = arrive -> dry weather? -> berth -> stay -> ready -> departure rule -> dry weather? -> sail -> ...
//! ```
//! Nothing is entered for the simulation alone: times are the queue-free ones of the tables, scarcity is the ledger's, and waiting is
//! what comes out. At one moment ends of work and arrivals come before departures.
//!
//! Assumptions. A lot goes the way that `flow` gives its share, else the one of least generalised cost, and does not change its mind. A ship of a fleet that several services
//! name serves one of them, in turn. What is scarce by the day has one rate for the whole run. Storage is not limited and no ban
//! stops a sender; wagons and boxes do not come back empty; quotas are not watched. Goods of one row that come within six hours travel
//! together.

mod answer;
mod error;
mod plan;
mod run;

pub use error::SimulateError;
pub use run::{Deed, Happening};

use answer::Joined;
use keruen_events::Clock;
use keruen_events::output::replicate;
use keruen_model::{Corridor, Date};
use keruen_network::ledger::Period;
use keruen_results::Progress;
use keruen_results::flow::FlowAnswer;
use keruen_results::simulate::SimulateAnswer;
use plan::Plan;
use run::Ask;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A thousandth of a second, where tables speak in hours.
const CLOCK: Clock = Clock::HOURS;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulateQuestion {
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
    /// Let the year's demand come; without it only what lies somewhere at the beginning moves.
    pub demand: bool,
    /// How many replications.
    pub replications: u32,
    /// Seed of all luck.
    pub seed: u64,
    /// Threads; the answer is the same for any number.
    pub threads: NonZeroUsize,
    /// Scenarios stacked on the corridor, for the record.
    pub scenarios: Vec<String>,
    /// Days that the first in a queue has waited when others turn to another way of the same wish; `None` = never.
    pub divert_days: Option<f64>,
    /// Days after which a lot is late.
    pub promised_days: Option<f64>,
}

/// A corridor compiled for a question.
pub struct Simulation {
    question: SimulateQuestion,
    plan: Plan,
}

impl Simulation {
    /// Compiles the corridor, which holds the rows of all days. Goods of a year of which there is an answer of `flow` take its ways
    /// in its shares, and what it leaves behind does not set out.
    ///
    /// # Errors
    /// When the days are no period.
    pub fn new(corridor: &Corridor, question: SimulateQuestion, flows: &[FlowAnswer]) -> Result<Self, SimulateError> {
        if question.last < question.first {
            return Err(SimulateError::Days(question.first, question.last));
        }
        let period = Period { first: question.first, last: question.last };
        let plan = Plan::new(corridor, period, question.demand, flows);
        Ok(Simulation { question, plan })
    }

    /// One replication with its log: what happened to lots and ships, in order.
    pub fn trace(&self, replication: u32) -> Vec<Happening> {
        run::once(&self.plan, Ask { log: true, ..self.ask(replication) }).log
    }

    fn ask(&self, replication: u32) -> Ask {
        let divert = self.question.divert_days.map(|days| CLOCK.span(days * 24.0));
        Ask { seed: self.question.seed, replication, log: false, divert }
    }

    /// Runs the replications. What is finished when the asker cancels is kept.
    ///
    /// # Errors
    /// When it is cancelled before the first is finished, or Little's law does not hold somewhere.
    pub fn run(&self, progress: &dyn Progress) -> Result<SimulateAnswer, SimulateError> {
        let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
        let q = &self.question;
        let one = |replication| {
            let noted = run::once(&self.plan, self.ask(replication));
            progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, u64::from(q.replications));
            stop.fetch_or(progress.cancelled(), Ordering::Relaxed);
            noted
        };
        let (mut all, mut joined) = (Vec::new(), Joined::default());
        while (all.len() as u32) < q.replications && !stop.load(Ordering::Relaxed) {
            let from = all.len() as u32;
            let batch = replicate(from..(from + BATCH).min(q.replications), q.threads, &stop, one);
            for mut noted in batch {
                joined.join(&mut noted);
                all.push(noted);
            }
        }
        if all.is_empty() {
            return Err(SimulateError::Cancelled);
        }
        answer::answer(&self.plan, q, (&all, &joined))
    }
}

/// Replications between two joins of what they noted: the same for any number of threads.
const BATCH: u32 = 10;
