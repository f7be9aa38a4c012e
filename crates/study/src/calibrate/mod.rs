//! What do counters say about demand, and about parameters marked free?
//!
//! ```text
//! least over x   sum over observations ((seen - model(x)) / sd)^2  +  (x - prior)' P^-1 (x - prior),     low <= x <= high
//! prior          the tables; sd of a parameter = (high - low) / 4, of an observation = tolerance / 2
//! P              independent, but rows of one stream in different years share SAME_GUESS of their variance
//! step           x = prior + P J' (J P J' + R)^-1 (seen - model + J (x - prior)),     J by differences of the flow solved again
//! ```
//! Generalised least squares of origin-destination demand from counts (Cascetta 1984, *Estimation of trip matrices from traffic counts and
//! survey data*; bounds as in Bell 1991, *The estimation of origin-destination matrices by constrained generalised least squares*). The model
//! is the least-cost flow under hard capacities, so `model(x)` is piecewise linear and steps are repeated (Gauss and Newton) and halved
//! where they overshoot. Nothing is tuned for one counter: every row of `demand` of the years may move within the ends that its citation gives,
//! and so may what is marked free.
//!
//! Only observations that table `observation` opens for calibration are used; the others are held out and shown. What is further off than the
//! prior can explain is set aside and counts as a miss: the model lacks something there, and bending demand would hide it. The score
//! that counts is *left out*: each counter's value by an estimate that never saw that counter in any year.
//!
//! Rows of the same streams in years that are not asked are moved along by the guess they share, so that an estimate from one year can
//! be held against the counters of the next.
//!
//! Assumptions: low and high are the ends of two standard deviations; misses of counters are independent of each other.

mod dense;
mod model;
mod prior;
mod scenario;
mod tell;
mod update;

pub use scenario::scenario_text;

use crate::error::StudyError;
use keruen_model::Corridor;
use keruen_results::Progress;
use keruen_results::calibrate::{CalibrateAnswer, CounterFit, Estimate, Role, SCHEMA_VERSION, Weight};
use model::{Model, Seen};
use prior::Unknown;
use update::{Fit, Linear};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// Years, in order.
    pub years: Vec<i32>,
    /// Parameters marked free beside demand, as `table:id.field`.
    pub free: Vec<String>,
    /// Scenarios stacked on the corridor, for the record.
    pub scenarios: Vec<String>,
    /// Threads; the answer is the same for any number.
    pub threads: std::num::NonZeroUsize,
}

/// Estimates demand and what is marked free. The corridor holds the rows of all days.
///
/// # Errors
/// When a year cannot be asked, nothing can move, nothing was counted, or the asker stops.
pub fn calibrate(corridor: &Corridor, asked: &Calibration, progress: &dyn Progress) -> Result<CalibrateAnswer, StudyError> {
    let unknowns = prior::unknowns(corridor, &asked.years, &asked.free)?;
    let mut model = Model::new(corridor, asked, &unknowns)?;
    let fit = update::fit(&mut model, &unknowns, progress)?;
    let left_out = leave_out(&model, &unknowns, &fit, progress)?;
    // What the tables will give once the scenario is stacked on them: no basis from before.
    let before = model.fresh(&prior::centres(&unknowns), progress)?;
    let after = model.fresh(&fit.x, progress)?;
    Ok(answer(corridor, asked, &unknowns, Found { model: &model, fit: &fit, left_out, before, after }))
}

/// The model's value of every counter by an estimate that never saw it.
fn leave_out(model: &Model<'_>, unknowns: &[Unknown], fit: &Fit, progress: &dyn Progress) -> Result<Vec<f64>, StudyError> {
    let mut counters: Vec<&str> = model.used().map(|s| s.counter.as_str()).collect();
    counters.sort_unstable();
    counters.dedup();
    let points: Vec<Vec<f64>> = counters
        .iter()
        .map(|c| {
            let keep: Vec<bool> = model.used().map(|s| s.counter != *c).collect();
            fit.linear.point(unknowns, &keep)
        })
        .collect();
    let values = model.many(&points, progress)?;
    let mut out = vec![f64::NAN; model.seen.len()];
    for (i, seen) in model.seen.iter().enumerate() {
        if let Some(c) = counters.iter().position(|c| *c == seen.counter) {
            out[i] = values[c][i];
        }
    }
    Ok(out)
}

/// Everything that the answer is read from.
struct Found<'a> {
    model: &'a Model<'a>,
    fit: &'a Fit,
    left_out: Vec<f64>,
    before: Vec<f64>,
    after: Vec<f64>,
}

fn answer(corridor: &Corridor, asked: &Calibration, unknowns: &[Unknown], found: Found<'_>) -> CalibrateAnswer {
    let Found { model, fit, .. } = found;
    let names: Vec<&str> = unknowns.iter().map(|u| u.name.as_str()).collect();
    let counters: Vec<CounterFit> = (0..model.seen.len()).map(|i| counter(corridor, &model.seen[i], &found, i)).collect();
    let open = |c: &&CounterFit| c.role != Role::HeldOut;
    let (alike, silent) = tell::groups(&fit.linear, unknowns);
    CalibrateAnswer {
        schema_version: SCHEMA_VERSION,
        corridor: corridor.meta.id.clone(),
        scenarios: asked.scenarios.clone(),
        years: asked.years.clone(),
        weight: weight(unknowns, fit),
        estimates: estimates(unknowns, fit),
        left_out_hits: counters.iter().filter(open).filter(|c| c.hit_left_out).count(),
        open: counters.iter().filter(open).count(),
        held_out_hits: counters.iter().filter(|c| !open(c) && c.hit_after).count(),
        held_out: counters.iter().filter(|c| !open(c)).count(),
        counters,
        directions: tell::directions(&fit.linear, unknowns),
        alike: alike.iter().map(|g| g.iter().map(|&i| names[i].to_string()).collect()).collect(),
        silent: silent.iter().map(|&i| names[i].to_string()).collect(),
        notes: notes(unknowns),
    }
}

fn weight(unknowns: &[Unknown], fit: &Fit) -> Weight {
    let effective = fit.linear.trace(unknowns);
    let observations = fit.linear.seen.len();
    Weight {
        observations,
        parameters: unknowns.iter().filter(|u| u.free()).count(),
        carried_along: unknowns.iter().filter(|u| !u.asked && u.sd > 0.0).count(),
        effective_parameters: effective,
        degrees_of_freedom: observations as f64 - effective,
        misfit_before: fit.misfit_before,
        misfit_after: fit.misfit_after,
        moved: prior::distance(unknowns, &fit.x),
        steps: fit.steps,
    }
}

fn estimates(unknowns: &[Unknown], fit: &Fit) -> Vec<Estimate> {
    let sd = fit.linear.sds(unknowns);
    let one = |(i, u): (usize, &Unknown)| Estimate {
        parameter: u.name.clone(),
        old: u.text.clone(),
        prior: u.centre,
        low: u.low,
        high: u.high,
        estimate: fit.x[i],
        sd_prior: u.sd,
        sd: sd[i],
        at_end: fit.x[i] <= u.low || fit.x[i] >= u.high,
    };
    unknowns.iter().enumerate().map(one).collect()
}

fn counter(corridor: &Corridor, seen: &Seen, found: &Found<'_>, i: usize) -> CounterFit {
    let (before, after) = (found.before[i], found.after[i]);
    let left_out = if seen.role == Role::Used { found.left_out[i] } else { after };
    let hit = |value| crate::validate::is_hit(value, seen.value, seen.tolerance);
    let named = corridor.tables.counter.iter().find(|c| corridor.strings.id(c.counter_id) == seen.counter);
    CounterFit {
        id: seen.id.clone(),
        name: named.map_or(String::new(), |c| corridor.strings.text(c.name).into()),
        observation: seen.observation.clone(),
        observed: seen.value,
        tolerance: seen.tolerance,
        unit: seen.unit.clone(),
        role: seen.role,
        before,
        after,
        left_out,
        hit_before: hit(before),
        hit_after: hit(after),
        hit_left_out: hit(left_out),
    }
}

fn notes(unknowns: &[Unknown]) -> Vec<String> {
    let fixed = unknowns.iter().filter(|u| u.sd == 0.0).count();
    let mut out = vec![
        "A hit after calibration proves little for a counter that was used; the left-out column and what was held out do.".into(),
        format!(
            "Rows of one stream in different years share {:.0} % of the variance of their prior: the same guess stands behind them (assumed).",
            prior::SAME_GUESS * 100.0
        ),
    ];
    if fixed > 0 {
        out.push(format!("{fixed} rows have no low and high in their citation, so they cannot move."));
    }
    out
}

impl Fit {
    /// The linear picture at the end.
    fn linear_at(linear: Linear, x: Vec<f64>, misfit: (f64, f64), steps: u32) -> Fit {
        Fit { linear, x, misfit_before: misfit.0, misfit_after: misfit.1, steps }
    }
}
