//! A question for some departures, within limits: what the command line asks beyond a plain day.

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::run::{Asker, consignment, day_of, route_error};
use keruen_model::{Clock, Corridor, Date};
use keruen_results::Progress;
use keruen_results::route::RouteAnswer;
use keruen_route::{Days, Promise, Wanted, ask_days};

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

impl When {
    /// Departures, limits and promise of a way back: those of one day, and no day by which to be there.
    fn home(&self) -> When {
        let promise = self.wanted.promise.filter(|p| matches!(p, Promise::Days(_)));
        When { days: None, arrive_by: None, wanted: Wanted { promise, ..self.wanted }, ..*self }
    }

    /// Whether one day is asked, at a clock.
    pub(crate) fn is_one_day(&self) -> bool {
        self.days.is_none() && self.arrive_by.is_none()
    }
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
        let ways = ways.max(1);
        // The totals of a way there and back need its labelled ways, shown or not.
        let made = if v.return_day.is_empty() { ways.min(when.wanted.ways) } else { when.wanted.ways };
        let mut answer = self.ask_when(v, &When { wanted: Wanted { ways: made, ..when.wanted }, ..*when }, progress)?;
        answer.ways.truncate(ways);
        if let Some(no) = &mut answer.no_answer {
            no.alternatives = self.alternatives(v, progress)?;
        }
        Ok(answer)
    }

    /// Answers a question for the departures of [`When`], with its way back and its second way where they are asked for. Limits
    /// hold for each way by itself.
    pub fn ask_when(&mut self, v: &VariantSpec, when: &When, progress: &dyn Progress) -> Result<RouteAnswer, StudyError> {
        let mut answer = self.one_way(v, when, progress)?;
        if v.protected {
            let day = when.days.map(|d| d.0).or(day_of(v, "route")?);
            answer.protection = self.of_a_day((v, "route"), (day, Clock::default()), |router, q| router.protection(q))?;
        }
        if !v.return_day.is_empty() {
            let back = VariantSpec {
                from: v.to.clone(),
                to: v.from.clone(),
                day: v.return_day.clone(),
                return_day: String::new(),
                ..v.clone()
            };
            let back = self.ask_when(&back, &when.home(), progress)?;
            answer.back = Some(Box::new(keruen_route::there_and_back(&answer, back)));
        }
        Ok(answer)
    }

    fn one_way(&mut self, v: &VariantSpec, when: &When, progress: &dyn Progress) -> Result<RouteAnswer, StudyError> {
        let day = day_of(v, "route")?;
        if when.is_one_day() {
            return self.of_a_day((v, "route"), (day, when.clock), |router, q| router.ask(q, when.wanted, progress));
        }
        let (whole, day) = self.whole(&v.scenarios, when.days.map(|d| d.0).or(day))?;
        over_days(&whole, v, (day, when), progress)
    }
}

/// A question over the departures of some days; `whole` holds the rows of every day.
pub(crate) fn over_days(
    whole: &Corridor,
    v: &VariantSpec,
    (day, when): (Date, &When),
    progress: &dyn Progress,
) -> Result<RouteAnswer, StudyError> {
    let days = days(day, when);
    let question = consignment(whole, v, days.first, "route")?;
    ask_days(whole, (&v.scenarios, when.clock), &question, (&days, &when.wanted), progress).map_err(route_error)
}

/// The days of departure; from the day of the question on, where only the arrival is asked for.
pub(crate) fn days(day: Date, when: &When) -> Days {
    let (first, last) = when.days.unwrap_or((day, when.arrive_by.unwrap_or(day)));
    Days { first, last, arrive_by: when.arrive_by }
}
