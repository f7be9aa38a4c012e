//! What must be: wishes that may not stay behind, limits of which so much must be used. Where it cannot all be, the smallest set that
//! contradicts itself is named (see [`crate::mincost`]).

use super::answer::CARRIED;
use super::optimum::Optimum;
use super::plan::Plan;
use super::{Flow, FlowError};
use crate::mincost::{Conflict, Error, Unserved};
use keruen_model::Corridor;
use keruen_results::Progress;

/// What must be, whatever it costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixed {
    /// Wishes that must be carried whole, by name.
    pub wishes: Vec<String>,
    /// Limits of which at least so much must be used in every period, background included, in the unit that the answer shows. Not
    /// for places and loads that sailings bring: the hours of their fleet say how often they sail.
    pub at_least: Vec<(String, f64)>,
}

/// Puts it into the problem.
pub(super) fn fix(plan: &mut Plan, corridor: &Corridor, fixed: &Fixed) -> Result<(), FlowError> {
    for name in &fixed.wishes {
        let wish = plan.wishes.iter().position(|w| super::answer::name(corridor, w) == *name);
        let wish = wish.ok_or_else(|| FlowError::NoWish(name.clone()))?;
        for (k, _) in plan.commodities.iter().enumerate().filter(|(_, c)| c.1 == wish) {
            plan.problem.commodities[k].unserved = Unserved::Never;
        }
    }
    for (limit, amount) in &fixed.at_least {
        for period in 0..plan.periods.len() {
            let (row, each) = plan.row_of(corridor, limit, period).ok_or_else(|| FlowError::NoLimit(limit.clone()))?;
            let brings = |c: &crate::mincost::Column| c.entries.iter().any(|e| e.0 == row && e.1 < 0.0);
            if plan.problem.columns.iter().any(brings) {
                return Err(FlowError::Brought(limit.clone()));
            }
            plan.problem.rows[row.index()].lower = amount * each;
            if plan.problem.rows[row.index()].upper < amount * each {
                let there = plan.problem.rows[row.index()].upper / each;
                return Err(FlowError::Conflict(vec![format!("limit {limit}: at least {amount} of {there}")]));
            }
        }
    }
    Ok(())
}

impl Flow<'_> {
    /// The optimum; a contradiction in what must be comes by name.
    pub(super) fn optimum(&mut self, progress: &dyn Progress) -> Result<Optimum, FlowError> {
        match self.solvers.solve(&self.plan, progress) {
            Err(FlowError::Solver(Error::Infeasible(conflict))) => Err(FlowError::Conflict(self.names(&conflict))),
            other => other,
        }
    }

    fn names(&self, conflict: &Conflict) -> Vec<String> {
        let plan = &self.plan;
        let period = |p: usize| super::answer::period_name(plan, p);
        let row = |r: usize| {
            let found = plan.ledgers.iter().enumerate().find_map(|(p, ledger)| {
                let of = |l: &&keruen_network::ledger::Limit| {
                    plan.scarcities.get(l.what).and_then(|s| plan.rows[p][s as usize]).is_some_and(|x| x.index() == r)
                };
                ledger.limits.iter().find(of).map(|l| (p, l))
            });
            let side = |p: usize| {
                let bounds = plan.problem.rows[r];
                let least = if bounds.lower.is_finite() { ", of which so much must be used" } else { "" };
                format!("{}{least}", period(p))
            };
            let stock = || {
                let at = plan.stocks.iter().enumerate().find_map(|(p, rows)| {
                    let s = rows.iter().position(|x| x.is_some_and(|x| x.index() == r))?;
                    Some((p, plan.scarcities.list[s]))
                });
                at.map(|(p, what)| format!("limit {}{}, {}", super::answer::label(&self.corridor, what), CARRIED, period(p)))
            };
            if let Some(name) = stock() {
                return name;
            }
            found.map_or("a supply".into(), |(p, l)| {
                format!("limit {}, {}", super::answer::label(&self.corridor, l.what), side(p))
            })
        };
        let wish = |k: usize| {
            let (p, w) = plan.commodities[k];
            format!("wish {}, {}, which must be carried whole", super::answer::name(&self.corridor, &plan.wishes[w]), period(p))
        };
        let rows = conflict.rows.iter().map(|r| row(r.index()));
        let wishes = conflict.commodities.iter().map(|k| wish(k.index()));
        let columns = conflict.columns.iter().map(|c| {
            plan.sailings.get(c.index()).map_or_else(
                || "empties that stay at a pool for the next period".to_string(),
                |&(p, _)| format!("sailings, {}", period(p)),
            )
        });
        rows.chain(wishes).chain(columns).collect()
    }
}
