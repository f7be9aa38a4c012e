//! On which ways, and in which shares, goods set out before a year is simulated.
//!
//! A sender books a way for a year and meets the year's storms on it; only one who knew each month beforehand would send another way when a
//! port is about to close. The shares come from the least-cost flow of the year, or from that of its months. Decision 0024 tells what the
//! one and the other make of the winter of 2024.

use crate::error::StudyError;
use crate::flow::{FlowAsk, flow_of, flow_years};
use keruen_model::Corridor;
use keruen_results::Progress;
use keruen_results::flow::FlowAnswer;

/// How far senders see when they choose their ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Foresight {
    /// The year as a whole.
    #[default]
    Year,
    /// Each month with its storms.
    Months,
}

/// The flow whose ways and shares the goods of a year take; `None` where nobody wishes anything in it.
///
/// # Errors
/// As [`flow_of`].
pub fn shares(
    (base, corridor): (&Corridor, &Corridor),
    (year, foresight): (i32, Foresight),
    scenarios: &[String],
    progress: &dyn Progress,
) -> Result<Option<FlowAnswer>, StudyError> {
    if !flow_years(corridor).contains(&year) {
        return Ok(None);
    }
    let ask = FlowAsk { months: foresight == Foresight::Months, scenarios: scenarios.to_vec(), ..FlowAsk::of(year) };
    flow_of((base, corridor), &ask, progress).map(Some)
}
