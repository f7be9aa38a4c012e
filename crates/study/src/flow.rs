//! The flow of a corridor under scenarios, by one of the methods, with ranges of prices and steps.

use crate::error::StudyError;
use crate::scenarios::stacked;
use keruen_certify::certify_flow;
use keruen_flow::corridor::{Fixed, Flow, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::Corridor;
use keruen_model::scenario::Scenario;
use keruen_results::Progress;
use keruen_results::equilibrium::Principle;
use keruen_results::flow::FlowAnswer;
use keruen_results::proof::FlowProof;

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
    /// Full limits make wait: everybody takes the way that is best for himself, waits included.
    Equilibrium,
    /// The same, ways best for all together.
    SystemOptimum,
}

/// What is asked of a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowAsk {
    /// Calendar year; `None` = the last one that has wishes.
    pub year: Option<i32>,
    /// Twelve months instead of one year.
    pub months: bool,
    /// With months: goods may lie in storages from one to the next.
    pub storage: bool,
    /// Boxes and wagons come back: loaded and empty moves are found together.
    pub empties: bool,
    /// Origins compete for the markets that have a price.
    pub markets: bool,
    /// Method.
    pub method: FlowMethod,
    /// Choice only: odds of a way fall e times when it is 1/spread dearer.
    pub spread: f64,
    /// What must be, however dear.
    pub fixed: Fixed,
    /// So many of the dearest limits get the range of their price.
    pub ranges: usize,
    /// So many of the dearest limits are solved again with more of them.
    pub steps: usize,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
}

impl FlowAsk {
    /// Least cost of one year, without ranges and steps.
    pub fn of(year: i32) -> FlowAsk {
        FlowAsk {
            year: Some(year),
            months: false,
            storage: false,
            empties: false,
            markets: false,
            method: FlowMethod::LeastCost,
            spread: keruen_flow::corridor::SPREAD,
            fixed: Fixed::default(),
            ranges: 0,
            steps: 0,
            scenarios: Vec::new(),
        }
    }
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
/// When scenarios do not fit, the year has no wishes, the checker finds flaws, or the search is stopped.
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
    let question = flow_question(corridor, ask)?;
    let mut flow = Flow::new(corridor, question.clone())?;
    if ask.method == FlowMethod::Choice {
        let plain = FlowQuestion { scenarios: Vec::new(), ..question };
        let before = match ask.scenarios.is_empty() {
            true => None,
            false => Some(Flow::new(base, plain).and_then(|mut f| f.base(progress))?),
        };
        return proven(corridor, flow.choose(before.as_ref(), progress)?);
    }
    let principle = match ask.method {
        FlowMethod::Equilibrium => Some(Principle::UserEquilibrium),
        FlowMethod::SystemOptimum => Some(Principle::SystemOptimum),
        _ => None,
    };
    if let Some(principle) = principle {
        return proven(corridor, flow.congested(principle, progress)?);
    }
    let mut answer = proven(corridor, flow.proven(progress)?)?;
    if ask.method == FlowMethod::LeastCost {
        flow.price_ranges(&mut answer, ask.ranges, progress)?;
        answer.steps = flow.steps(&answer, ask.steps, progress)?;
    }
    Ok(answer)
}

/// The answer with what the checker found; one that it does not pass is no answer.
pub(crate) fn proven(corridor: &Corridor, (mut answer, proof): (FlowAnswer, FlowProof)) -> Result<FlowAnswer, StudyError> {
    let verdict = certify_flow(corridor, &answer, &proof);
    if !verdict.holds() {
        return Err(StudyError::Unproven(verdict.flaws.iter().map(|f| f.to_string()).collect()));
    }
    answer.certificate.checked = Some(verdict.checked);
    Ok(answer)
}

/// The question as the engine takes it.
///
/// # Errors
/// When no table has wishes, or the spread is none.
pub fn flow_question(corridor: &Corridor, ask: &FlowAsk) -> Result<FlowQuestion, StudyError> {
    if !(ask.spread.is_finite() && ask.spread > 0.0) {
        return Err(StudyError::Spread);
    }
    let year = ask.year.or_else(|| flow_years(corridor).pop()).ok_or(StudyError::NoWishes)?;
    let goal = if ask.method == FlowMethod::MaxThroughput { Goal::MostServed } else { Goal::LeastCost };
    Ok(FlowQuestion {
        year,
        months: ask.months,
        storage: ask.months && ask.storage,
        empties: ask.empties,
        markets: ask.markets,
        goal,
        spread: ask.spread,
        fixed: ask.fixed.clone(),
        scenarios: ask.scenarios.clone(),
    })
}
