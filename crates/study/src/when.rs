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
    /// What a person is shown: the answer to a question for the departures of [`When`], cut to so many ways; where there is none,
    /// questions near to it that have one.
    ///
    /// # Errors
    /// When the question names what is not there, or asks for what does not go together.
    pub fn shown(
        &mut self,
        v: &VariantSpec,
        when: &When,
        ways: usize,
        progress: &dyn Progress,
    ) -> Result<RouteAnswer, StudyError> {
        let mut answer = match *when == When::default() {
            true => self.ask(v, "route", progress)?,
            false if v.return_day.is_empty() && !v.protected => self.ask_when(v, when, progress)?,
            false => return Err(StudyError::NotTogether),
        };
        answer.ways.truncate(ways.max(1));
        if let Some(no) = &mut answer.no_answer {
            no.alternatives = self.alternatives(v)?;
        }
        Ok(answer)
    }

    /// Answers a question for the departures of [`When`].
    pub fn ask_when(&mut self, v: &VariantSpec, when: &When, progress: &dyn Progress) -> Result<RouteAnswer, StudyError> {
        let day = day_of(v, "route")?;
        if when.days.is_none() && when.arrive_by.is_none() {
            let (corridor, day) = self.stack(&v.scenarios, day)?;
            let question = consignment(corridor, v, *day, "route")?;
            let router = Router::of(corridor, Index::new(corridor, *day).at(when.clock), v.scenarios.clone());
            return router.ask(&question, when.wanted, progress).map_err(route_error);
        }
        let (whole, day) = self.whole(&v.scenarios, when.days.map(|d| d.0).or(day))?;
        let (first, last) = when.days.unwrap_or((day, when.arrive_by.unwrap_or(day)));
        let question = consignment(&whole, v, first, "route")?;
        let days = Days { first, last, arrive_by: when.arrive_by };
        ask_days(&whole, (&v.scenarios, when.clock), &question, (&days, &when.wanted), progress).map_err(route_error)
    }
}
