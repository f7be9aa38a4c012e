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
//! Assumptions. A lot goes the very way that `flow` gives its share, else the one of least generalised cost; it turns to another way of
//! the same wish only before it sets out, when a ban or a queue stops it. A ship chooses between the lines that name its fleet when it is
//! empty. A ship on demand waits off the berth until goods are there; goods wait for its load as long as it would be away. A ship that
//! only waits for goods gives its berth to a ship of another line. What is scarce by the day works at the rate of the month, and
//! stations where nobody would wait six minutes are passed without a stop. Goods off a ship are put down whether the yard has room or
//! not. Wagons of a pool come back empty over the same way. Goods of one row that come within twelve hours travel together, as far as a train takes them. Opening hours are read by the
//! clock of the run. Permits are asked for on the first day, and again in time.

mod answer;
mod error;
mod film;
mod log;
mod measure;
mod plan;
mod run;

pub use error::SimulateError;
pub use measure::{Measure, Run, compare, difference, estimate, weight};
pub use run::{Deed, Happening};

use answer::Joined;
use keruen_events::Clock;
use keruen_events::output::{interval, replicate};
use keruen_model::{Corridor, Date};
use keruen_network::ledger::Period;
use keruen_results::Progress;
use keruen_results::film::Film;
use keruen_results::flow::FlowAnswer;
use keruen_results::simulate_log::EventLog;
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
    /// Stop when the hours of through goods are known to this share, half of the interval over the mean; `replications` is the most.
    pub precision: Option<f64>,
}

impl SimulateQuestion {
    /// One replication of these days with their demand, on one thread; nothing else is asked.
    pub fn of(first: Date, last: Date) -> Self {
        SimulateQuestion {
            first,
            last,
            demand: true,
            replications: 1,
            seed: 1,
            threads: NonZeroUsize::MIN,
            scenarios: Vec::new(),
            divert_days: None,
            promised_days: None,
            precision: None,
        }
    }
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
    /// When the days are no period, or nothing moves in them.
    pub fn new(corridor: &Corridor, question: SimulateQuestion, flows: &[FlowAnswer]) -> Result<Self, SimulateError> {
        if question.last < question.first {
            return Err(SimulateError::Days(question.first, question.last));
        }
        let period = Period { first: question.first, last: question.last };
        let plan = Plan::new(corridor, period, question.demand, flows);
        if plan.rows.is_empty() {
            return Err(SimulateError::NothingMoves(question.first, question.last));
        }
        Ok(Simulation { question, plan })
    }

    /// The same plan with other luck: so many replications of a seed, on so many threads.
    pub fn with_luck(mut self, seed: u64, replications: u32, threads: NonZeroUsize) -> Self {
        (self.question.seed, self.question.replications, self.question.threads) = (seed, replications, threads);
        self
    }

    /// One replication with its log: what happened to lots and ships, in order.
    pub fn trace(&self, replication: u32) -> Vec<Happening> {
        run::once(&self.plan, Ask { log: true, ..self.ask(replication) }).log
    }

    /// One replication with its log in words.
    pub fn log(&self, replication: u32) -> EventLog {
        EventLog {
            schema_version: keruen_results::simulate_log::SCHEMA_VERSION,
            first: self.question.first.to_string(),
            last: self.question.last.to_string(),
            seed: self.question.seed,
            replication,
            entries: self.trace(replication).iter().map(|h| log::entry(&self.plan, h)).collect(),
        }
    }

    /// One replication as moves and queues, for a screen.
    pub fn film(&self, replication: u32) -> Film {
        let noted = run::once(&self.plan, Ask { film: true, ..self.ask(replication) });
        film::film(&self.plan, self.question.first, &noted.film)
    }

    fn ask(&self, replication: u32) -> Ask {
        let divert = self.question.divert_days.map(|days| CLOCK.span(days * 24.0));
        Ask { seed: self.question.seed, replication, log: false, film: false, divert }
    }

    /// Runs the replications. What is finished when the asker cancels is kept.
    ///
    /// # Errors
    /// When it is cancelled before the first is finished, or Little's law does not hold somewhere.
    pub fn run(&self, progress: &dyn Progress) -> Result<Run, SimulateError> {
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
            if self.is_precise(&all) {
                break;
            }
        }
        if all.is_empty() {
            return Err(SimulateError::Cancelled);
        }
        let answer = answer::answer(&self.plan, q, (&all, &joined))?;
        Ok(Run { answer, measures: measure::measures(&self.plan, &all) })
    }

    fn is_precise(&self, all: &[run::Noted]) -> bool {
        let known = |wanted: f64| {
            let hours: Vec<f64> = all.iter().map(|n| measure::headline(&self.plan, n)).collect();
            all.len() as u32 >= BATCH && interval(&hours, 0.95).relative() <= wanted
        };
        self.question.precision.is_some_and(known)
    }
}

/// Replications between two looks at the precision, and the fewest: the same for any number of threads.
const BATCH: u32 = 10;
