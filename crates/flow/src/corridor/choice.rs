//! The corridor's shippers choose: the logit model of [`crate::choice`] over distinct ways, and elsewhere.
//!
//! ```text
//! theta    = spread / least generalised cost of the wish           odds fall e times when a way is 1 / spread dearer
//! T        = row's amount / (1 - |elasticity| / spread)            all that could come, of which the row's amount does at base cost
//! elsewhere: a way without uses, as dear as makes its share |elasticity| / spread at base cost
//! ```
//! so that the elasticity of the amount carried to its generalised cost is the row's own at base cost:
//! `- theta c (1 - share carried) = - spread x |elasticity| / spread` (incremental logit). Base cost is that of the corridor without
//! scenarios and without queues: what is full makes shippers leave by its price.
//!
//! Ways of a wish are found beforehand (module `distinct`); the set does not change while prices are sought.

use super::distinct::{Known, Named};
use super::optimum::Optimum;
use super::plan::Plan;
use super::wishes::Wish;
use super::{Flow, FlowError};
use crate::choice::{Choice, ChoiceError, User, Way};
use crate::mincost::{CommodityIx, RowIx, WayFlow};
use keruen_model::DemandKind;
use keruen_results::Progress;
use keruen_results::flow::FlowAnswer;
use keruen_results::proof::{Chance, ChoiceProof, Chooser, FlowProof};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// How sharply shippers choose, times the cheapest cost. No study of this corridor tells it, so it is asked for and printed; 10 is assumed, 5 to 20
/// plausible. Below, ways share more evenly.
pub const SPREAD: f64 = 10.0;
/// Part by which rows of sailings are widened along the path: background may have filled the ships to the last place.
const WIDER: f64 = 1e-6;
/// The least share of elsewhere at base cost where a row gives no elasticity.
const LEAST_ELSEWHERE: f64 = 1e-6;
/// The largest: steeper elasticities are cut there.
const MOST_ELSEWHERE: f64 = 0.9;
/// What choice rests on at base cost, for each wish by name.
#[derive(Clone, Debug, Default)]
pub struct Base(BTreeMap<String, Seen>);

/// A wish at base cost.
#[derive(Clone, Debug)]
struct Seen {
    theta: f64,
    /// Cost of the cheapest way.
    least: f64,
    /// Cost of elsewhere.
    elsewhere: f64,
    /// Ways of its set.
    ways: Vec<Named>,
}

impl Flow<'_> {
    /// What shippers see on this corridor as it stands: the base of a choice under scenarios.
    ///
    /// # Errors
    /// Those of [`Flow::solve`].
    pub fn base(&mut self, progress: &dyn Progress) -> Result<Base, FlowError> {
        let optimum = self.optimum(progress)?;
        let set = self.plan.distinct(&optimum, |_| &[]);
        Ok(base(self, &set))
    }

    /// Lets shippers choose; `base` is that of the corridor without scenarios, `None` where there are none.
    ///
    /// # Errors
    /// Those of [`Flow::solve`], and when background traffic leaves no room.
    pub fn choose(&mut self, before: Option<&Base>, progress: &dyn Progress) -> Result<(FlowAnswer, FlowProof), FlowError> {
        if self.question.empties {
            return Err(FlowError::EmptiesAtLeastCost);
        }
        let optimum = self.optimum(progress)?;
        let seen = |wish: usize| before.and_then(|b| b.0.get(&super::answer::name(&self.corridor, &self.plan.wishes[wish])));
        let set = self.plan.distinct(&optimum, |wish| seen(wish).map_or(&[][..], |seen| &seen.ways));
        let own = base(self, &set);
        let before = before.unwrap_or(&own);
        let programme = programme(self, &optimum, &set, before);
        let chosen = programme.choice.solve(progress).map_err(|e| match e {
            ChoiceError::Cancelled => FlowError::Solver(crate::mincost::Error::Cancelled),
            e => FlowError::Choice(e),
        })?;
        let proof = FlowProof { choice: Some(open(&programme, &set, &chosen)), ..super::proof::proof(self, &optimum) };
        let shut = shut(self, &proof, &programme);
        let found = optimum_of(&self.plan, optimum, &set, &programme, &chosen);
        let mut answer = super::answer::answer(&self.corridor, &self.question, &self.plan, &found);
        answer.question.method = "choice".into();
        answer.notes.push(format!(
            "Choice: odds of a way fall e times when it is {:.1} % dearer than the cheapest (assumed: no source; --spread changes it); a row's amount is what comes at base cost, so more than asked may be carried when cost falls; what is left goes elsewhere, by nothing that these tables have.",
            100.0 / self.question.spread
        ));
        because(self, &mut answer, (before, &own), &shut);
        Ok((answer, proof))
    }
}

/// Limits that are used up on ways of each wish, by name.
fn shut(flow: &Flow<'_>, proof: &FlowProof, programme: &Programme) -> BTreeMap<usize, BTreeSet<String>> {
    let mut out: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (&commodity, rows) in &programme.shut {
        let names = rows.iter().map(|&r| proof.rows[r as usize].limit.clone());
        out.entry(flow.plan.commodities[commodity].1).or_default().extend(names);
    }
    out
}

/// Why something is left: the row's own elasticity, dearer ways than at base, what is full, what background traffic has used up.
fn because(flow: &Flow<'_>, answer: &mut FlowAnswer, (before, own): (&Base, &Base), shut: &BTreeMap<usize, BTreeSet<String>>) {
    for (i, w) in answer.wishes.iter_mut().enumerate().filter(|(_, w)| w.kind == "through" && w.unserved > 0.0) {
        let Some((base, now)) = before.0.get(&w.wish).zip(own.0.get(&w.wish)) else {
            w.left_because =
                Some("no way of the corridor leads there, only its outside option, which choice leaves to elsewhere".into());
            continue;
        };
        let mut why = vec![format!("elasticity {}", flow.plan.wishes[i].elasticity)];
        if now.least > base.least * (1.0 + SAME) {
            why.push(format!("its cheapest way is {:.1} % dearer than at base", 100.0 * (now.least / base.least - 1.0)));
        }
        if !w.stopped_by.is_empty() {
            why.push("the limits named have a price".into());
        }
        if let Some(limits) = shut.get(&i) {
            let names: Vec<&str> = limits.iter().map(String::as_str).collect();
            why.push(format!("background traffic has left nothing of {} on its other ways", names.join(", ")));
        }
        w.left_because = Some(format!("{:.1} % go elsewhere: {}", 100.0 * w.unserved / w.asked, why.join("; ")));
    }
}

/// Costs this near are the same.
const SAME: f64 = 1e-9;

/// The programme and its solution laid open for a checker.
fn open(programme: &Programme, set: &[Known], chosen: &crate::choice::Chosen) -> ChoiceProof {
    let choice = &programme.choice;
    let mut commodity = vec![0; choice.users.len()];
    for (way, known) in choice.ways.iter().zip(&programme.ways) {
        if let Some(i) = known {
            commodity[way.user as usize] = set[*i].commodity as u32;
        }
    }
    let user = |(u, commodity): (&User, &u32)| Chooser { commodity: *commodity, amount: u.amount, theta: u.theta };
    let chance = |((way, known), &flow): ((&Way, &Option<usize>), &f64)| Chance {
        user: way.user,
        cost: way.cost,
        uses: way.uses.clone(),
        flow,
        elsewhere: known.is_none(),
    };
    ChoiceProof {
        users: choice.users.iter().zip(&commodity).map(user).collect(),
        options: choice.ways.iter().zip(&programme.ways).zip(&chosen.flow).map(chance).collect(),
        rows: choice.rows.clone(),
        columns: choice.columns.iter().cloned().zip(chosen.columns.iter().copied()).collect(),
        price: chosen.price.clone(),
    }
}

/// Theta and the cost of elsewhere of every wish, at its own costs.
fn base(flow: &Flow<'_>, set: &[Known]) -> Base {
    let mut out = BTreeMap::new();
    for (w, wish) in flow.plan.wishes.iter().enumerate() {
        // All periods together: the cheapest ways of the first that has any.
        let Some(first) = set.iter().find(|x| flow.plan.commodities[x.commodity].1 == w).map(|x| x.commodity) else { continue };
        let mine: Vec<f64> = set.iter().filter(|x| x.commodity == first).map(|x| x.cost).collect();
        let least = mine.iter().copied().fold(f64::INFINITY, f64::min).max(1e-9);
        let theta = flow.question.spread / least;
        let sum: f64 = mine.iter().map(|c| (-theta * (c - least)).exp()).sum();
        let share = elsewhere(wish, flow.question.spread);
        // exp(-theta (elsewhere - least)) / sum = share / (1 - share)
        let cost = least - (sum * share / (1.0 - share)).ln() / theta;
        let mut ways: Vec<Named> = Vec::new();
        for way in set.iter().filter(|x| flow.plan.commodities[x.commodity].1 == w) {
            ways.extend(flow.plan.named(way).filter(|named| !ways.contains(named)));
        }
        out.insert(super::answer::name(&flow.corridor, wish), Seen { theta, least, elsewhere: cost, ways });
    }
    Base(out)
}

/// Share of elsewhere at base cost.
fn elsewhere(wish: &Wish, spread: f64) -> f64 {
    (wish.elasticity.abs() / spread).clamp(LEAST_ELSEWHERE, MOST_ELSEWHERE)
}

struct Programme {
    choice: Choice,
    /// Way of the set, for each way of the programme that is not elsewhere.
    ways: Vec<Option<usize>>,
    /// Rows that are used up on ways that are left out, by commodity.
    shut: BTreeMap<usize, BTreeSet<u32>>,
}

fn programme(flow: &Flow<'_>, optimum: &Optimum, set: &[Known], base: &Base) -> Programme {
    let plan = &flow.plan;
    let mut choice = Choice { rows: flow.solvers.left(optimum), ..Choice::default() };
    choice.inside = inside(flow, optimum);
    choice.columns = plan.problem.columns.iter().map(|c| merged(c.entries.iter().map(|&(r, a)| (r.0, a)))).collect();
    let (mut ways, mut user_of) = (Vec::new(), FxHashMap::default());
    for (i, way) in set.iter().enumerate() {
        let (period, w) = plan.commodities[way.commodity];
        let wish = &plan.wishes[w];
        let Some(&Seen { theta, elsewhere: cost, .. }) = base.0.get(&super::answer::name(&flow.corridor, wish)) else { continue };
        let user = *user_of.entry(way.commodity).or_insert_with(|| {
            choice.users.push(User { amount: wish.lots[period] / (1.0 - elsewhere(wish, flow.question.spread)), theta });
            let user = choice.users.len() as u32 - 1;
            choice.ways.push(Way { user, cost, uses: Vec::new() });
            ways.push(None);
            user
        });
        let one = WayFlow { commodity: CommodityIx(way.commodity as u32), steps: way.steps.clone(), flow: 1.0 };
        choice.ways.push(Way { user, cost: way.cost, uses: merged(plan.uses(&one).into_iter().map(|(r, a)| (r.0, a))) });
        ways.push(Some(i));
    }
    only_possible(Programme { choice, ways, shut: BTreeMap::new() }, set)
}

/// Without ways and sailings over limits of which background traffic has left nothing: no price is high enough to tell that.
fn only_possible(mut p: Programme, set: &[Known]) -> Programme {
    let possible = p.choice.possible();
    let (ways, known) = (std::mem::take(&mut p.choice.ways), std::mem::take(&mut p.ways));
    for (i, (way, known)) in ways.into_iter().zip(known).enumerate() {
        if possible.ways[i] {
            p.choice.ways.push(way);
            p.ways.push(known);
        } else if let Some(k) = known {
            let shut = way.uses.iter().map(|u| u.0).filter(|&r| possible.used_up[r as usize]);
            p.shut.entry(set[k].commodity).or_default().extend(shut);
        }
    }
    p.choice.columns.iter_mut().zip(possible.columns).filter(|c| !c.1).for_each(|c| c.0.clear());
    p
}

/// A millionth more of each row of sailings.
fn inside(flow: &Flow<'_>, optimum: &Optimum) -> Vec<(u32, f64)> {
    let mut sailed: Vec<usize> = flow.plan.problem.columns.iter().flat_map(|c| c.entries.iter().map(|e| e.0.index())).collect();
    sailed.sort_unstable();
    sailed.dedup();
    let upper = flow.solvers.upper();
    sailed.into_iter().map(|r| (r as u32, WIDER * (upper[r].abs() + optimum.background[r].abs()))).collect()
}

/// Each row once.
pub(super) fn merged(entries: impl Iterator<Item = (u32, f64)>) -> Vec<(u32, f64)> {
    let mut sum: BTreeMap<u32, f64> = BTreeMap::new();
    entries.for_each(|(r, a)| *sum.entry(r).or_default() += a);
    sum.into_iter().filter(|e| e.1 != 0.0).collect()
}

/// Background ways as they were, chosen ways beside them.
fn optimum_of(plan: &Plan, before: Optimum, set: &[Known], programme: &Programme, chosen: &crate::choice::Chosen) -> Optimum {
    let through = |w: &WayFlow| plan.wishes[plan.commodities[w.commodity.index()].1].kind == DemandKind::Through;
    let mut ways: Vec<WayFlow> = before.ways.into_iter().filter(|w| !through(w)).collect();
    let mut activity = before.background.clone();
    for (way, &flow) in programme.ways.iter().zip(&chosen.flow) {
        let Some(known) = way.map(|i| &set[i]) else { continue };
        let way = WayFlow { commodity: CommodityIx(known.commodity as u32), steps: known.steps.clone(), flow };
        plan.uses(&way).into_iter().for_each(|(r, a)| activity[r.index()] += a * flow);
        ways.push(way);
    }
    for (column, &amount) in plan.problem.columns.iter().zip(&chosen.columns) {
        column.entries.iter().for_each(|&(r, a)| activity[RowIx::index(r)] += a * amount);
    }
    ways.sort_by(|a, b| (a.commodity, &a.steps).cmp(&(b.commodity, &b.steps)));
    let mut effort = before.effort;
    effort.ways = set.len() as u64;
    Optimum {
        ways,
        activity,
        price: chosen.price.iter().map(|p| -p).collect(),
        columns: chosen.columns.clone(),
        upper: before.upper,
        background: before.background,
        solved: before.solved,
        cost: chosen.primal,
        gap: chosen.gap(),
        effort,
    }
}
