//! What can go wrong when the flow of a corridor is asked.

use super::wishes::Wish;
use keruen_model::Corridor;
use keruen_network::compile::ConsignmentError;
use std::fmt;

/// What was wrong, where, and what to try next. Demand that cannot be carried is an answer, not an error.
#[derive(Debug)]
pub enum FlowError {
    /// The calendar has no such year.
    Year(i32),
    /// Nothing is wished for in the year.
    NoWishes(i32),
    /// A wish cannot be weighed: its row, and why.
    Wish(String, ConsignmentError),
    /// There is no such limit.
    NoLimit(String),
    /// A limit of which sailings bring what there is cannot be fixed.
    Brought(String),
    /// Nothing of this name is wished for in the year, or its amount is no number of 0 or more.
    NoWish(String),
    /// Something must be, whatever it costs, where nothing is refused for want of room.
    FixedInEquilibrium,
    /// Equipment comes back within a period, and goods wait from one to the next.
    EmptiesInStorage,
    /// Equipment comes back where nothing is refused and nothing is chosen.
    EmptiesAtLeastCost,
    /// The equilibrium was not reached in the rounds there are.
    Unsettled,
    /// The choice programme.
    Choice(crate::choice::ChoiceError),
    /// What must be contradicts itself: limits, wishes and services of which any one given up lets the rest hold.
    Conflict(Vec<String>),
    /// The solver.
    Solver(crate::mincost::Error),
}

impl FlowError {
    pub(super) fn wish(corridor: &Corridor, wish: &Wish, e: ConsignmentError) -> Self {
        FlowError::Wish(super::answer::name(corridor, wish), e)
    }
}

impl fmt::Display for FlowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FlowError::Year(y) => write!(f, "the calendar has no year {y}"),
            FlowError::NoWishes(y) => write!(f, "tables demand and market have no row for {y}; ask for a year that they have"),
            FlowError::Wish(row, e) => write!(f, "{row}: {e}"),
            FlowError::NoLimit(limit) => write!(f, "there is no limit `{limit}` in the period; the flow answer lists them"),
            FlowError::Brought(limit) => {
                write!(
                    f,
                    "sailings bring what there is of `{limit}`, so it cannot be fixed; fix the time of the fleet, or a track or berth"
                )
            }
            FlowError::EmptiesInStorage => f.write_str(
                "equipment that comes back is balanced month by month, so goods cannot wait for the next month; leave out storage or empties",
            ),
            FlowError::EmptiesAtLeastCost => {
                f.write_str("loaded and empty moves are found together at least cost or for most throughput; ask for one of these")
            }
            FlowError::FixedInEquilibrium => f.write_str(
                "an equilibrium refuses nothing for want of room, so nothing can be asked to be whatever it costs; ask for least-cost",
            ),
            FlowError::Unsettled => f.write_str(
                "the equilibrium was not reached in the rounds there are; ask for a year instead of months, or for least-cost",
            ),
            FlowError::NoWish(wish) => {
                write!(
                    f,
                    "`{wish}` is no demand of the year with an amount above 0, or its new amount is no number; the flow answer lists the wishes"
                )
            }
            FlowError::Choice(e) => e.fmt(f),
            FlowError::Conflict(what) => {
                write!(
                    f,
                    "what must be cannot be, all together; give up any one of these and the rest can hold:\n  {}",
                    what.join("\n  ")
                )
            }
            FlowError::Solver(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for FlowError {}
