//! The corridor's equilibrium: nothing is refused for want of room, but what is scarce makes wait, and everybody takes the way that is best
//! for him, waits included.
//!
//! ```text
//! cost of a lot on a way = charges + hours x value of an hour + sum over limits of  amount taken x price(use of the limit)
//! price of a unit        = value of an hour of who uses the limit, per unit x wait        (module `delay`)
//! equilibrium            every way in use of a wish is as dear as its cheapest (Wardrop 1952, first principle)
//! system optimum         the same where each pays what his use costs all others too (second principle)
//! ```
//! Since all who take a unit of a limit pay the same for it, the equilibrium is the least of a convex function and its uses and prices are
//! unique (Beckmann, McGuire and Winsten 1956). Ways are found at the prices of the moment, flows are moved between two ways of a wish at a
//! time, exactly to where they are equally dear (module `split`).
//!
//! Assumptions: an hour at a limit is worth the mean of who uses it in the least-cost answer, and where nobody does, what it is worth to the
//! first who comes; background traffic keeps its least-cost ways and fills its part; ships sail as often as in the least-cost answer and,
//! where their fleets have time left, more; quotas, permits, supplies and what lies in storages stay hard; a limit may be used beyond what
//! there is, and what that means for those who wait is its price.

mod delay;
mod split;

use super::optimum::Optimum;
use super::plan::Plan;
use super::room::Workspace;
use super::{Flow, FlowError};
use crate::mincost::{Answer, CommodityIx, Error, Unserved, WayFlow};
use delay::Delay;
use keruen_model::{DemandKind, Quantity, ResourceKind};
use keruen_network::ledger::Scarce;
use keruen_results::Progress;
use keruen_results::equilibrium::Principle;
use keruen_results::figure::Range;
use keruen_results::flow::{FlowAnswer, LimitFlow};
use keruen_results::proof::{Congestion, FlowProof};
use split::{Row, Split, User, Way};

/// Rounds of new ways at most, and the relative gap at which no more are sought.
const ROUNDS: u64 = 400;
const GAP: f64 = 2e-10;
/// A hard row may be used beyond what there is by this part.
const OVER: f64 = 1e-9;
/// Share of a limit from which an equilibrium calls it full.
const FULL: f64 = 0.999;

impl Flow<'_> {
    /// Lets everybody take the way that is best for himself, or for all.
    ///
    /// # Errors
    /// Those of [`Flow::solve`]; when something must be, whatever it costs; when the rounds do not settle.
    pub fn congested(&mut self, principle: Principle, progress: &dyn Progress) -> Result<(FlowAnswer, FlowProof), FlowError> {
        if self.question.fixed != super::Fixed::default() {
            return Err(FlowError::FixedInEquilibrium);
        }
        if self.question.empties {
            return Err(FlowError::EmptiesAtLeastCost);
        }
        let start = self.optimum(progress)?;
        let columns = more_sailings(&self.plan, &start);
        let mut split = self.split(&start, &columns, principle);
        let gap = self.settle(&mut split, progress)?;
        let found = self.settled(start, columns, &split, gap);
        let congestion = split.rows.iter().map(Row::laid_open).collect();
        let proof = super::proof::of_equilibrium(self, &found, (principle, congestion));
        let answer = super::answer::answer(&self.corridor, &self.question, &self.plan, &found);
        Ok((told(answer, principle), proof))
    }

    /// Everybody on the least-cost ways, and what each limit asks.
    fn split(&self, start: &Optimum, columns: &[f64], principle: Principle) -> Split {
        let plan = &self.plan;
        let mut rows = self.rows(start, columns);
        rows.iter_mut().for_each(|r| r.principle = principle);
        let mut split = Split { users: Vec::new(), rows };
        for (k, &(period, w)) in plan.commodities.iter().enumerate() {
            if plan.wishes[w].kind == DemandKind::Through {
                let left = match plan.problem.commodities[k].unserved {
                    Unserved::At(cost) => cost,
                    Unserved::Never => f64::INFINITY,
                };
                split.users.push(User::new(k, plan.wishes[w].lots[period], left));
            }
        }
        for u in 0..split.users.len() {
            let commodity = split.users[u].commodity;
            for way in start.ways.iter().filter(|x| x.commodity.index() == commodity) {
                let at = split.add(u, self.way(commodity, way.steps.clone()));
                split.shift(u, (0, at), way.flow);
            }
        }
        let hours: Vec<f64> = split.users.iter().map(|u| plan.wishes[plan.commodities[u.commodity].1].hour).collect();
        split.values(&hours);
        split
    }

    fn way(&self, commodity: usize, steps: Vec<u32>) -> Way {
        let one = WayFlow { commodity: CommodityIx(commodity as u32), steps, flow: 1.0 };
        let uses = super::choice::merged(self.plan.uses(&one).into_iter().map(|(r, a)| (r.0, a)));
        Way { cost: self.plan.cost_of(commodity, &one.steps), steps: one.steps, uses, flow: 0.0 }
    }

    /// How much there is of each row, what background traffic and ships take of it, and what a unit of it makes wait.
    fn rows(&self, start: &Optimum, columns: &[f64]) -> Vec<Row> {
        let plan = &self.plan;
        let mut rows: Vec<Row> =
            self.solvers.upper().iter().zip(&start.background).map(|(&upper, &taken)| Row::hard(upper, taken)).collect();
        for (column, &amount) in plan.problem.columns.iter().zip(columns) {
            for &(r, each) in &column.entries {
                let row = &mut rows[r.index()];
                if each < 0.0 { row.there -= each * amount } else { row.others += each * amount }
            }
        }
        for (p, ledger) in plan.ledgers.iter().enumerate() {
            for limit in ledger.limits.iter().filter(|l| self.makes_wait(l.what)) {
                let row = plan.scarcities.get(limit.what).and_then(|s| plan.rows[p][s as usize]);
                let Some(row) = row.map(|r| &mut rows[r.index()]) else { continue };
                row.delay = Some(Delay { period: plan.periods[p].hours().value(), there: row.there });
            }
        }
        rows
    }

    /// Quotas and permits are law: more of them is not had by waiting.
    fn makes_wait(&self, what: Scarce) -> bool {
        let Scarce::Resource(r, _) = what else { return true };
        let row = self.corridor.tables.resource.find(r);
        row.is_none_or(|r| !matches!(r.kind, ResourceKind::Quota | ResourceKind::Permit))
    }

    /// Ways at the prices of the moment, then flows between the ways known, until no wish has a better way. Gives the gap.
    fn settle(&self, split: &mut Split, progress: &dyn Progress) -> Result<f64, FlowError> {
        let mut work = Workspace::default();
        for round in 0..ROUNDS {
            if progress.cancelled() {
                return Err(FlowError::Solver(Error::Cancelled));
            }
            progress.step(round, ROUNDS);
            let gap = self.better_ways(split, &mut work);
            if gap <= GAP && split.over() <= OVER {
                return Ok(gap);
            }
            split.level();
            split.harden(OVER);
        }
        Err(FlowError::Unsettled)
    }

    /// Adds the cheapest way of every wish; the relative gap before that.
    fn better_ways(&self, split: &mut Split, work: &mut Workspace) -> f64 {
        let price: Vec<f64> = split.rows.iter().map(|r| -r.price()).collect();
        let (mut paid, mut least) = (0.0, 0.0);
        for u in 0..split.users.len() {
            let commodity = split.users[u].commodity;
            let (period, wish) = self.plan.commodities[commodity];
            let mut cheapest = split.users[u].left;
            for origin in 0..self.plan.wishes[wish].origins.len() {
                let Some((length, steps)) = self.plan.cheapest_at((period, wish, origin), &price, work) else { continue };
                if length < cheapest {
                    cheapest = length;
                }
                split.offer(u, self.way(commodity, steps), self.plan.wishes[wish].hour);
            }
            paid += split.paid(u);
            least += cheapest * split.users[u].amount;
        }
        (paid - least) / least.abs().max(1.0)
    }

    /// The split as a solution: ways of background traffic beside it. The flows are of least cost at their prices, were there of each limit
    /// that makes wait just what is used: that is what a checker is shown.
    fn settled(&self, start: Optimum, columns: Vec<f64>, split: &Split, gap: f64) -> Optimum {
        let plan = &self.plan;
        let mut activity = start.background.clone();
        let mut through: Vec<WayFlow> = Vec::new();
        let mut unserved = vec![0.0; plan.commodities.len()];
        for user in &split.users {
            for way in user.ways.iter().filter(|w| w.flow > 0.0) {
                if way.steps.is_empty() {
                    unserved[user.commodity] = way.flow;
                    continue;
                }
                way.uses.iter().for_each(|&(r, a)| activity[r as usize] += a * way.flow);
                let commodity = CommodityIx(user.commodity as u32);
                through.push(WayFlow { commodity, steps: way.steps.clone(), flow: way.flow });
            }
        }
        for (column, &amount) in plan.problem.columns.iter().zip(&columns) {
            column.entries.iter().for_each(|&(r, a)| activity[r.index()] += a * amount);
        }
        through.sort_by(|a, b| (a.commodity, &a.steps).cmp(&(b.commodity, &b.steps)));
        let mut ways = start.solved[0].ways.clone();
        ways.extend(through.iter().cloned());
        ways.sort_by(|a, b| (a.commodity, &a.steps).cmp(&(b.commodity, &b.steps)));
        let price: Vec<f64> = split.rows.iter().map(|r| -r.price()).collect();
        let cost = split.cost();
        let [background, before] = start.solved;
        let then = Answer {
            objective: cost,
            bound: cost,
            ways: through,
            unserved,
            columns: columns.clone(),
            activity: activity.iter().zip(&start.background).map(|(a, b)| a - b).collect(),
            price: price.clone(),
            served_price: 0.0,
            ..before
        };
        Optimum { ways, activity, price, columns, cost, gap, solved: [background, then], ..start }
    }
}

/// Sailings of the least-cost answer, and those for which all that they take has been left: each sort of sailing gets its part of it.
fn more_sailings(plan: &Plan, start: &Optimum) -> Vec<f64> {
    let mut sharing = vec![0.0_f64; plan.problem.rows.len()];
    for column in &plan.problem.columns {
        column.entries.iter().filter(|e| e.1 > 0.0).for_each(|e| sharing[e.0.index()] += 1.0);
    }
    let more = |column: &crate::mincost::Column| {
        let room = column.entries.iter().filter(|e| e.1 > 0.0).map(|&(r, each)| {
            let r = r.index();
            (start.upper[r] - start.activity[r]).max(0.0) / (sharing[r] * each)
        });
        let room = room.fold(f64::INFINITY, f64::min);
        if room.is_finite() { room } else { 0.0 }
    };
    plan.problem.columns.iter().zip(&start.columns).map(|(column, &amount)| amount + more(column)).collect()
}

fn told(mut answer: FlowAnswer, principle: Principle) -> FlowAnswer {
    let (method, whose, price) = match principle {
        Principle::UserEquilibrium => (
            "equilibrium",
            "everybody takes the way that is best for himself",
            "what waiting for a unit of it costs who takes it",
        ),
        Principle::SystemOptimum => (
            "system-optimum",
            "ways are those that are best for all together",
            "what taking a unit of it costs all, by the longer wait of others",
        ),
    };
    answer.question.method = method.into();
    let full: Vec<String> = answer.limits.iter().filter(|l| l.share >= FULL).map(|l| l.limit.clone()).collect();
    answer.limits.iter_mut().for_each(|l| l.price_interval = Some(Range { low: l.price, high: l.price }));
    answer.wishes.iter_mut().for_each(|w| w.stopped_by.retain(|l| full.contains(l)));
    let shut = nothing_there(&mut answer);
    let how = format!(
        "Equilibrium: {whose}; the price of a limit is {price}, and a limit may be used beyond what there is. Waits by the queue over a period of Akcelik (1991), service as even as a timetable's (J = {}, assumed), each unit worth what the goods of its users lose in an hour. Hours of ways are without waits. Background traffic keeps its least-cost ways; ships sail as often as in the least-cost answer, and more where their fleets have time.",
        delay::RANDOMNESS
    );
    let closed = (!shut.is_empty()).then(|| format!("Of these there is nothing, and no wait opens them: {}.", shut.join(", ")));
    // The first note of a flow says that its times know no queues.
    let rest = std::mem::take(&mut answer.notes).into_iter().skip(1);
    answer.notes = std::iter::once(how).chain(closed).chain(rest).collect();
    answer
}

/// Takes out limits of which there is nothing: what keeps goods from them is no wait, and has no price. Gives their names, each once.
fn nothing_there(answer: &mut FlowAnswer) -> Vec<String> {
    let shut = |l: &LimitFlow| l.amount <= 0.0 && l.price > 0.0;
    let mut names: Vec<String> = answer.limits.iter().filter(|l| shut(l)).map(|l| l.limit.clone()).collect();
    names.sort();
    names.dedup();
    answer.limits.retain(|l| !shut(l));
    names
}

impl Row {
    fn laid_open(&self) -> Congestion {
        Congestion {
            there: self.there,
            others: self.others,
            period: self.delay.map(|d| d.period),
            randomness: delay::RANDOMNESS,
            value: self.value.unwrap_or(0.0),
        }
    }
}
