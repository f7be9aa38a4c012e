//! Background traffic first, then everybody else in what is left.

use super::FlowError;
use super::plan::Plan;
use crate::mincost::{Answer, CommodityIx, Effort, Error, Row, RowIx, Solver, WayFlow};
use keruen_model::DemandKind;
use keruen_results::Progress;

/// Flows of all, and the prices that through demand pays.
pub(super) struct Optimum {
    pub ways: Vec<WayFlow>,
    /// How much of each listed column.
    pub columns: Vec<f64>,
    /// Use of each row, background included.
    pub activity: Vec<f64>,
    /// Price of each row; not above 0.
    pub price: Vec<f64>,
    pub gap: f64,
    pub effort: Effort,
}

/// Solves twice: background alone, then through demand in what the background left of each row.
pub(super) fn optimum(plan: &Plan, solver: &mut Solver, progress: &dyn Progress) -> Result<Optimum, FlowError> {
    let mut run = || -> Result<Optimum, Error> {
        let nothing = vec![0.0; plan.problem.rows.len()];
        let first = only(plan, solver, DemandKind::Background, &nothing, progress)?;
        let taken = taken(plan, &first);
        let then = only(plan, solver, DemandKind::Through, &taken, progress)?;
        Ok(together(first, then, &taken))
    };
    run().map_err(FlowError::Solver)
}

/// Solves for the wishes of one kind, with so much of each row taken by others.
fn only(plan: &Plan, solver: &mut Solver, kind: DemandKind, taken: &[f64], progress: &dyn Progress) -> Result<Answer, Error> {
    for (k, &(period, wish)) in plan.commodities.iter().enumerate() {
        let wish = &plan.wishes[wish];
        let demand = if wish.kind == kind { wish.lots[period] } else { 0.0 };
        solver.set_demand(CommodityIx(k as u32), demand)?;
    }
    for (r, row) in plan.problem.rows.iter().enumerate() {
        solver.set_row(RowIx(r as u32), Row { upper: row.upper - taken[r], ..*row })?;
    }
    solver.solve(plan, progress)
}

/// What ways take of each row.
fn taken(plan: &Plan, answer: &Answer) -> Vec<f64> {
    let mut out = vec![0.0; plan.problem.rows.len()];
    for way in &answer.ways {
        for (row, amount) in plan.uses(way) {
            out[row.index()] += amount * way.flow;
        }
    }
    out
}

fn together(first: Answer, then: Answer, taken: &[f64]) -> Optimum {
    let mut ways = first.ways;
    ways.extend(then.ways);
    ways.sort_by(|a, b| (a.commodity, &a.steps).cmp(&(b.commodity, &b.steps)));
    Optimum {
        ways,
        activity: then.activity.iter().zip(taken).map(|(a, b)| a + b).collect(),
        gap: (then.objective - then.bound).abs() / then.objective.abs().max(1.0),
        columns: then.columns,
        price: then.price,
        effort: then.effort,
    }
}
