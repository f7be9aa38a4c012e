//! The corridor's own question: what moves, what is left behind, and what is each scarcity worth?
//!
//! ```text
//! corridor + year -> wishes, ledger of every period, a state graph a kind of lot -> columns at prices -> flows and prices -> answer
//!
//! min  sum over ways  (charges + hours x value of time + price of the supplier) x lots  +  worth of what stays behind
//! s.t. lots of a wish + left behind = wished for                                        every wish and period
//!      taken by lots + taken by sailings - brought by sailings <= there is              every limit and period
//! ```
//! Variables are continuous and counted in lots. Background traffic moves first, over its own cheapest ways: what it takes is no
//! longer there for through demand, and no price speaks of it. What through demand leaves behind costs the worth of the goods,
//! since nobody pays more for carriage; a market leaves at its own price.
//!
//! Between months goods may wait in storages (module `waits`); what lies somewhere on the first day and is on its way is a wish too.
//!
//! Of ways that cost the same one is told, the same one whatever else changes (module `ties`).
//!
//! Assumptions: times are queue-free, so waiting costs come from headways only; prices do not react to volume; sailings cost
//! nothing beyond their tariffs; wagons and boxes do not come back empty unless that is asked for (module `returns`). Of these, [`Flow::choose`] gives up that nobody stays away by
//! himself, and [`Flow::congested`] that nobody waits. [`Flow::proven`] lays the problems open for a checker.

mod aim;
mod answer;
mod asked;
mod choice;
mod delivered;
mod distinct;
mod empties;
mod equilibrium;
mod error;
mod fixed;
mod meeting;
mod optimum;
mod oracle;
mod plan;
mod proof;
mod returns;
mod room;
mod steps;
mod tally;
mod ties;
mod waits;
mod ways;
mod what_if;
mod wishes;

pub use choice::{Base, SPREAD};
pub use error::FlowError;
pub use fixed::Fixed;

use crate::mincost::Goal;
use keruen_model::Corridor;
use keruen_model::empties::with_empties;
use keruen_network::ledger::Period;
use keruen_results::Progress;
use keruen_results::flow::FlowAnswer;
use keruen_results::proof::FlowProof;
use optimum::{Optimum, Solvers};
use plan::Plan;
use std::borrow::Cow;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowQuestion {
    /// Calendar year.
    pub year: i32,
    /// Twelve months instead of one year.
    pub months: bool,
    /// Goods may lie in storages from one month to the next. Each month's network then leads into the next one's, which takes some
    /// three times as long.
    pub storage: bool,
    /// Boxes and wagons come back to where they are wanted: loaded and empty moves are found together.
    pub empties: bool,
    /// Let origins compete for the priced markets, instead of taking the demand rows as they are.
    pub markets: bool,
    /// Least cost, or first as much as possible.
    pub goal: Goal,
    /// How sharply shippers choose ([`SPREAD`]); only the choice asks for it.
    pub spread: f64,
    /// What must be, whatever it costs.
    pub fixed: Fixed,
    /// Scenarios stacked on the corridor, for the record.
    pub scenarios: Vec<String>,
}

impl FlowQuestion {
    /// A year as one period, at least cost, demand rows as they are.
    pub fn of(year: i32) -> Self {
        FlowQuestion {
            year,
            months: false,
            storage: false,
            empties: false,
            markets: false,
            goal: Goal::LeastCost,
            spread: SPREAD,
            fixed: Fixed::default(),
            scenarios: Vec::new(),
        }
    }

    /// One period or twelve.
    pub(crate) fn periods(&self) -> Result<Vec<Period>, FlowError> {
        let year = i16::try_from(self.year).map_err(|_| FlowError::Year(self.year))?;
        let whole = Period::year(year).ok_or(FlowError::Year(self.year))?;
        Ok(if self.months { whole.months() } else { vec![whole] })
    }
}

/// A corridor compiled for a question, to be asked again after small changes.
pub struct Flow<'c> {
    corridor: Cow<'c, Corridor>,
    question: FlowQuestion,
    plan: Plan,
    solvers: Solvers,
}

impl<'c> Flow<'c> {
    /// Compiles the corridor, which holds the rows of all days.
    ///
    /// # Errors
    /// When the year has no wishes, or a wish makes no sense.
    pub fn new(corridor: &'c Corridor, question: FlowQuestion) -> Result<Self, FlowError> {
        if question.empties && question.storage {
            return Err(FlowError::EmptiesInStorage);
        }
        let (corridor, empties) = if question.empties {
            let (corridor, kinds) = with_empties(corridor);
            (Cow::Owned(corridor), kinds)
        } else {
            (Cow::Borrowed(corridor), Vec::new())
        };
        let plan = Plan::new(&corridor, &question, &empties)?;
        if plan.wishes.is_empty() {
            return Err(FlowError::NoWishes(question.year));
        }
        let solvers = Solvers::new(&plan)?;
        Ok(Flow { corridor, question, plan, solvers })
    }

    /// Finds the flows of least cost and the prices that prove them.
    ///
    /// # Errors
    /// When the search is stopped, or rows contradict each other.
    pub fn solve(&mut self, progress: &dyn Progress) -> Result<FlowAnswer, FlowError> {
        let optimum = self.optimum(progress)?;
        Ok(self.answered(&optimum))
    }

    /// [`Flow::solve`] with everything that a checker needs.
    ///
    /// # Errors
    /// Those of [`Flow::solve`].
    pub fn proven(&mut self, progress: &dyn Progress) -> Result<(FlowAnswer, FlowProof), FlowError> {
        let optimum = self.optimum(progress)?;
        let answer = self.answered(&optimum);
        Ok((answer, proof::proof(self, &optimum)))
    }

    fn answered(&self, optimum: &Optimum) -> FlowAnswer {
        let mut answer = answer::answer(&self.corridor, &self.question, &self.plan, optimum);
        answer.notes.extend(self.delivered(optimum));
        answer
    }

    /// There is so much more (or less) of a limit from now on, in its own unit as the answer shows it: what is held for a time is
    /// the average held. The next [`Flow::solve`] goes on from the answer found last.
    ///
    /// # Errors
    /// When there is no such limit in the period (by position).
    pub fn add(&mut self, limit: &str, period: usize, more: f64) -> Result<(), FlowError> {
        let row = self.plan.row_of(&self.corridor, limit, period).ok_or_else(|| FlowError::NoLimit(limit.into()))?;
        self.solvers.add(row.0, more * row.1);
        Ok(())
    }
}
