//! The flow of a corridor under scenarios, by one of the methods, with ranges of prices and steps.

use crate::error::StudyError;
use crate::scenarios::stacked;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::Corridor;
use keruen_model::scenario::Scenario;
use keruen_results::Progress;
use keruen_results::flow::FlowAnswer;

/// What is made least, or most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FlowMethod {
    /// Least generalised cost under hard capacities.
    #[default]
    LeastCost,
    /// First as much as possible, then the least cost.
    MaxThroughput,
    /// Shippers choose among distinct ways and elsewhere (logit) under hard capacities.
    Choice,
}

/// What is asked of a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowAsk {
    /// Calendar year; `None` = the last one that has wishes.
    pub year: Option<i32>,
    /// Twelve months instead of one year.
    pub months: bool,
    /// Origins compete for the markets that have a price.
    pub markets: bool,
    /// Method.
    pub method: FlowMethod,
    /// So many of the dearest limits get the range of their price.
    pub ranges: usize,
    /// So many of the dearest limits are solved again with more of them.
    pub steps: usize,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
}

/// Years that wishes speak of, in order.
pub fn flow_years(corridor: &Corridor) -> Vec<i32> {
    let t = &corridor.tables;
    let mut years: Vec<i32> = t.demand.iter().map(|d| d.year).chain(t.market.iter().map(|m| m.year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Answers it.
///
/// # Errors
/// When scenarios do not fit, the year has no wishes, or the search is stopped.
pub fn flow(base: &Corridor, scenarios: &[Scenario], ask: &FlowAsk, progress: &dyn Progress) -> Result<FlowAnswer, StudyError> {
    let corridor = stacked(base, scenarios, &ask.scenarios)?.corridor;
    flow_of((base, &corridor), ask, progress)
}

/// Answers it for a corridor that has its scenarios already.
///
/// # Errors
/// As [`flow`].
pub fn flow_of(
    (base, corridor): (&Corridor, &Corridor),
    ask: &FlowAsk,
    progress: &dyn Progress,
) -> Result<FlowAnswer, StudyError> {
    let question = question(corridor, ask)?;
    let mut flow = Flow::new(corridor, question.clone()).map_err(StudyError::flow)?;
    if ask.method == FlowMethod::Choice {
        let plain = FlowQuestion { scenarios: Vec::new(), ..question };
        let before = match ask.scenarios.is_empty() {
            true => None,
            false => Some(Flow::new(base, plain).and_then(|mut f| f.base(progress)).map_err(StudyError::flow)?),
        };
        return flow.choose(before.as_ref(), progress).map_err(StudyError::flow);
    }
    let mut answer = flow.solve(progress).map_err(StudyError::flow)?;
    if ask.method == FlowMethod::LeastCost {
        flow.price_ranges(&mut answer, ask.ranges, progress).map_err(StudyError::flow)?;
        answer.steps = flow.steps(&answer, ask.steps, progress).map_err(StudyError::flow)?;
    }
    Ok(answer)
}

fn question(corridor: &Corridor, ask: &FlowAsk) -> Result<FlowQuestion, StudyError> {
    let year = ask.year.or_else(|| flow_years(corridor).pop()).ok_or(StudyError::NoWishes)?;
    let goal = if ask.method == FlowMethod::MaxThroughput { Goal::MostServed } else { Goal::LeastCost };
    Ok(FlowQuestion { year, months: ask.months, markets: ask.markets, goal, scenarios: ask.scenarios.clone() })
}
