//! The model as calibration sees it: parameters in, counters out.

use super::Calibration;
use super::prior::{Unknown, centres};
use crate::error::StudyError;
use crate::influence::recentred;
use crate::validate::{countable, counter_days, modelled};
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::parallel::in_order;
use keruen_model::{Corridor, Observation, ObservationUse, Quantity};
use keruen_results::calibrate::Role;
use keruen_results::flow::FlowAnswer;
use keruen_results::{Progress, Silent};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};

/// An observation of one of the years.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub id: String,
    pub counter: String,
    pub observation: String,
    pub value: f64,
    pub tolerance: f64,
    pub unit: String,
    pub role: Role,
    row: usize,
}

pub(super) struct Model<'c> {
    corridor: &'c Corridor,
    years: Vec<i32>,
    unknowns: &'c [Unknown],
    pub seen: Vec<Seen>,
    threads: NonZeroUsize,
}

impl<'c> Model<'c> {
    pub fn new(corridor: &'c Corridor, asked: &Calibration, unknowns: &'c [Unknown]) -> Result<Self, StudyError> {
        let of = |(row, o): (usize, &Observation)| {
            let year = o.period_start.year();
            let meant = asked.years.contains(&year) && o.value.value() != 0.0 && stands_for_its_year(corridor, o);
            let tolerance = countable(corridor, o).ok().filter(|_| meant)?;
            Some(Seen {
                id: counter_days(corridor, o),
                counter: corridor.strings.id(o.counter_id).into(),
                observation: corridor.strings.id(o.observation_id).into(),
                value: o.value.value(),
                tolerance,
                unit: corridor.strings.text(o.unit).into(),
                role: if o.r#use == ObservationUse::Calibrate { Role::Used } else { Role::HeldOut },
                row,
            })
        };
        let seen: Vec<Seen> = corridor.tables.observation.iter().enumerate().filter_map(of).collect();
        if !seen.iter().any(|s| s.role == Role::Used) {
            return Err(StudyError::Calibrate(format!(
                "table observation has nothing of {:?} that is open for calibration and that table count counts",
                asked.years
            )));
        }
        let mut years = asked.years.clone();
        years.sort_unstable();
        years.dedup();
        Ok(Model { corridor, years, unknowns, seen, threads: asked.threads })
    }

    /// Observations that the estimate rests on, in order.
    pub fn used(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().filter(|s| s.role == Role::Used)
    }

    /// The counters at many points, each from the same basis.
    pub fn many(&self, points: &[Vec<f64>], progress: &dyn Progress) -> Result<Vec<Vec<f64>>, StudyError> {
        let done = AtomicU64::new(0);
        let one = |warm: &mut Result<Warm<'c>, StudyError>, i: usize| {
            progress.step(done.fetch_add(1, Ordering::Relaxed), points.len() as u64);
            if progress.cancelled() {
                return Err(StudyError::Cancelled);
            }
            self.at(warm.as_mut().map_err(|e| e.clone())?, &points[i])
        };
        in_order(points.len(), self.threads, || Warm::new(self), one).into_iter().collect()
    }

    /// The counters at one point, all compiled anew.
    pub fn fresh(&self, x: &[f64], progress: &dyn Progress) -> Result<Vec<f64>, StudyError> {
        let corridor = self.with(x)?;
        let mut answers = Vec::new();
        for &year in &self.years {
            answers.push(Flow::new(&corridor, FlowQuestion::of(year))?.solve(progress)?);
        }
        Ok(self.count(&answers))
    }

    fn at(&self, warm: &mut Warm<'c>, x: &[f64]) -> Result<Vec<f64>, StudyError> {
        let free = self.unknowns.iter().zip(x).any(|(u, &x)| u.wish.is_none() && x != u.centre);
        if free {
            return self.fresh(x, &Silent);
        }
        let mut answers = Vec::new();
        for (&year, (flow, before)) in self.years.iter().zip(&mut warm.0) {
            let moved = self.unknowns.iter().zip(x).filter(|(u, x)| **x != u.centre);
            let amounts: Vec<(&str, f64)> =
                moved.filter_map(|(u, &x)| u.wish.as_ref().filter(|w| w.0 == year).map(|w| (w.1.as_str(), x))).collect();
            answers.push(if amounts.is_empty() { before.clone() } else { flow.solve_with(&amounts, &Silent)? });
        }
        Ok(self.count(&answers))
    }

    fn count(&self, answers: &[FlowAnswer]) -> Vec<f64> {
        let of = |s: &Seen| modelled(self.corridor, &self.corridor.tables.observation.rows()[s.row], answers);
        self.seen.iter().map(|s| of(s).unwrap_or(0.0)).collect()
    }

    /// The corridor with these values in its cells.
    fn with(&self, x: &[f64]) -> Result<Corridor, StudyError> {
        let mut out = self.corridor.clone();
        for (u, &x) in self.unknowns.iter().zip(x).filter(|(u, x)| **x != u.centre) {
            let bad = || StudyError::Calibrate(format!("{} cannot become {x}", u.name));
            let cell = recentred(&u.text, |_| x).ok_or_else(bad)?;
            out.tables.set(u.place.table, u.place.row, u.place.field, &cell, &mut out.strings).map_err(|_| bad())?;
        }
        Ok(out)
    }
}

/// The flows of all years as the tables have them, solved once.
struct Warm<'c>(Vec<(Flow<'c>, FlowAnswer)>);

impl<'c> Warm<'c> {
    fn new(model: &Model<'c>) -> Result<Self, StudyError> {
        let one = |&year: &i32| {
            let mut flow = Flow::new(model.corridor, FlowQuestion::of(year))?;
            let answer = flow.solve(&Silent)?;
            Ok((flow, answer))
        };
        model.years.iter().map(one).collect::<Result<_, StudyError>>().map(Warm)
    }
}

/// A point for each parameter that may move, on either side of `x`, and how far apart the two stand.
pub(super) fn sides(unknowns: &[Unknown], x: &[f64]) -> Vec<(usize, Vec<f64>, Vec<f64>, f64)> {
    debug_assert_eq!(centres(unknowns).len(), x.len());
    let one = |(j, u): (usize, &Unknown)| {
        let step = u.sd * SIDE;
        let (down, up) = ((x[j] - step).max(u.low), (x[j] + step).min(u.high));
        let at = |value| x.iter().enumerate().map(|(i, &old)| if i == j { value } else { old }).collect::<Vec<f64>>();
        (up > down).then(|| (j, at(down), at(up), up - down))
    };
    unknowns.iter().enumerate().filter(|(_, u)| u.free()).filter_map(one).collect()
}

/// Steps of differences, in standard deviations: wide enough to step over kinks of the piecewise linear model.
const SIDE: f64 = 0.2;

/// Whether it lies in one year and nothing longer is seen of that year at this counter: nine months hold what six months say.
fn stands_for_its_year(corridor: &Corridor, o: &Observation) -> bool {
    let days = |x: &Observation| x.period_start.days_until(x.period_end);
    let year = |x: &Observation| (x.period_start.year(), x.period_end.year());
    let within = year(o).0 == year(o).1;
    let longer = |x: &&Observation| x.counter_id == o.counter_id && x.at == o.at && year(x) == year(o) && days(x) > days(o);
    within && !corridor.tables.observation.iter().any(|x| longer(&x))
}
