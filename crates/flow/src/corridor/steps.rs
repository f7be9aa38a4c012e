//! How sure a price is, and what a finite step brings: the same flow solved again from the answer found last.

use super::plan::Plan;
use super::{Flow, FlowError};
use keruen_model::{Quantity, Unit};
use keruen_network::ledger::Scarce;
use keruen_results::Progress;
use keruen_results::figure::Range;
use keruen_results::flow::{FlowAnswer, LimitFlow, StepFlow};

/// A step where things are not counted in vehicles: a tenth of what there is.
const STEP: f64 = 0.1;
/// What an endless high end of a price means.
const NOT_LESS: &str = "one unit less cannot be: background traffic has taken all there is and moves first; any price from the low end up proves the optimum";
/// Part of the cost below which a change is rounding.
const NOTHING: f64 = 1e-12;
/// So many gainers and losers are named.
const NAMED: usize = 4;

impl Flow<'_> {
    /// Fills in, for the `top` dearest limits of a least-cost answer just found, all prices that prove the optimum and how far they
    /// hold. A range that cannot be found stays empty, and a note says so.
    ///
    /// # Errors
    /// When the search is stopped.
    pub fn price_ranges(&self, answer: &mut FlowAnswer, top: usize, progress: &dyn Progress) -> Result<(), FlowError> {
        let mut unknown = 0;
        let periods: Vec<String> = answer.limits.iter().map(|l| l.period.clone()).collect();
        for (l, period) in answer.limits.iter_mut().zip(periods).filter(|(l, _)| l.price > 0.0).take(top) {
            let Some((row, each)) = position(&self.plan, &period).and_then(|p| self.plan.row_of(&self.corridor, &l.limit, p))
            else {
                continue;
            };
            let range = match self.solvers.price_range(&self.plan, row, progress) {
                Ok(range) => range,
                Err(FlowError::Solver(crate::mincost::Error::Cancelled)) => {
                    return Err(FlowError::Solver(crate::mincost::Error::Cancelled));
                }
                // Directions may be as good as parallel; the price stands, its range is not known.
                Err(e) => {
                    unknown += 1;
                    l.price_note = Some(format!("its range could not be found: {e}"));
                    continue;
                }
            };
            l.price_interval = Some(Range { low: -range.high * each + 0.0, high: -range.low * each });
            l.price_holds = Some(Range { low: range.down / each, high: range.up / each });
            l.price_note = range.low.is_infinite().then(|| NOT_LESS.to_string());
        }
        if unknown > 0 {
            answer.notes.push(format!("The ranges of {unknown} prices could not be found; the prices themselves are proven."));
        }
        Ok(())
    }

    /// Solves again with one vehicle more (fleets) or a tenth more of each of the `top` dearest limits; what was there before
    /// is there again afterwards.
    ///
    /// # Errors
    /// Those of [`Flow::solve`].
    pub fn steps(&mut self, answer: &FlowAnswer, top: usize, progress: &dyn Progress) -> Result<Vec<StepFlow>, FlowError> {
        let dear: Vec<&LimitFlow> = answer.limits.iter().filter(|l| l.price > 0.0).take(top).collect();
        let before = self.optimum(progress)?.cost;
        let mut out = Vec::new();
        for l in dear {
            let Some(period) = position(&self.plan, &l.period) else { continue };
            let (more, what) = self.step_of(l, period);
            self.add(&l.limit, period, more)?;
            let optimum = self.optimum(progress)?;
            let cost = optimum.cost;
            let then = super::answer::answer(&self.corridor, &self.question, &self.plan, &optimum);
            self.add(&l.limit, period, -more)?;
            let saved = before - cost;
            out.push(StepFlow {
                limit: l.limit.clone(),
                period: l.period.clone(),
                what,
                more,
                unit: l.unit.clone(),
                tonnes: (then.totals.tonnes - answer.totals.tonnes).round() + 0.0,
                saves_usd: if saved.abs() <= NOTHING * before.abs() { 0.0 } else { saved },
                gains: gains(answer, &then),
            });
        }
        Ok(out)
    }

    /// How much more, in the unit of the limit, and what that is.
    fn step_of(&self, l: &LimitFlow, period: usize) -> (f64, String) {
        let what = self.plan.ledgers[period].limits.iter().find(|x| super::answer::label(&self.corridor, x.what) == l.limit);
        let fleet = match what.map(|x| x.what) {
            Some(Scarce::FleetTime(f)) => self.corridor.tables.fleet.find(f),
            _ => None,
        };
        let count = fleet.map(|f| f.count.value()).filter(|&n| n > 0.0);
        match count {
            Some(n) if l.unit == Unit::H.name() => (l.amount / n, "one more vehicle".into()),
            _ => (l.amount * STEP, "a tenth more".into()),
        }
    }
}

/// Position of a period by its name in the answer.
fn position(plan: &Plan, name: &str) -> Option<usize> {
    plan.periods.iter().position(|p| p.first.to_string().starts_with(name))
}

/// Operators whose receipts change most.
fn gains(before: &FlowAnswer, then: &FlowAnswer) -> Vec<(String, f64)> {
    let operators = |a: &FlowAnswer| {
        let of = a.accounts.iter().filter(|x| x.kind == "operator");
        of.map(|x| (x.name.clone(), x.revenue_usd)).collect::<std::collections::BTreeMap<_, _>>()
    };
    let (old, mut all) = (operators(before), operators(then));
    old.iter().for_each(|(name, usd)| *all.entry(name.clone()).or_default() -= usd);
    let mut out: Vec<(String, f64)> = all.into_iter().filter(|x| x.1.abs() >= 1.0).collect();
    out.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    out.truncate(NAMED);
    out
}
