//! A question for some departures, within limits: what the command line asks beyond a plain day.

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::run::{Asker, consignment, day_of, route_error};
use keruen_model::{Clock, Date};
use keruen_results::Progress;
use keruen_results::route::RouteAnswer;
use keruen_route::{Days, Index, Router, Wanted, ask_days};

/// Departures and limits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct When {
    /// Local clock of departure.
    pub clock: Clock,
    /// First and last day of departure; `None` = the day of the question.
    pub days: Option<(Date, Date)>,
    /// Day by whose end the goods must be there.
    pub arrive_by: Option<Date>,
    /// Limits, promise, number of ways.
    pub wanted: Wanted,
}

impl Asker<'_> {
    /// Answers a question for the departures of [`When`].
    pub fn ask_when(&mut self, v: &VariantSpec, when: &When, progress: &dyn Progress) -> Result<RouteAnswer, StudyError> {
        let day = day_of(v, "route")?;
        if when.days.is_none() && when.arrive_by.is_none() {
            let (corridor, day) = self.stack(&v.scenarios, day)?;
            let question = consignment(corridor, v, *day, "route")?;
            let router = Router::of(Index::new(corridor, *day).at(when.clock), v.scenarios.clone());
            return router.ask(&question, when.wanted, progress).map_err(route_error);
        }
        let (whole, day) = self.whole(&v.scenarios, when.days.map(|d| d.0).or(day))?;
        let (first, last) = when.days.unwrap_or((day, when.arrive_by.unwrap_or(day)));
        let question = consignment(&whole, v, first, "route")?;
        let days = Days { first, last, arrive_by: when.arrive_by };
        ask_days(&whole, (&v.scenarios, when.clock), &question, (&days, &when.wanted), progress).map_err(route_error)
    }
}
