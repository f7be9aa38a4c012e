//! Subsidised flights for young scientists and specialists: what a budget buys, where first, and for whom.
//!
//! ```text
//! voucher v on a return fare f     trips = N exp(e v / f), at most N + free seats         extra = trips - N,  money = v x trips
//! guarantee of a rotation          money = max(0, 2 seats (cost of a seat - load x fare one way))        (Kazakhstan's rule: cost less revenue)
//!                                  trips = seats x load;  extra = trips x (1 - exp(-e (f_connection - f) / f_connection)), all where no connection is
//! ```
//!
//! N: return trips of the eligible group on the pair today; e: elasticity of demand to the fare, not signed. A voucher goes to those who would
//! have flown anyway as well: that is why an extra trip costs more than a voucher. A guarantee serves all travellers, not the group
//! alone. Cost of a seat: the fare of the tables x load x CASK / RASK, as the fares of the tables were made. Half of each pair's money
//! counts to either state.

mod choose;
mod offers;
mod pairs;

use choose::{Best, Choice, Class, best};
use keruen_model::Corridor;
use keruen_results::forum::Span;
use keruen_results::seat_plan::{Bought, BudgetUse, CurvePoint, PairOffer, SCHEMA_VERSION, SeatPlan};
use pairs::Pair;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatsQuestion {
    /// Money a year.
    pub budget: f64,
    /// Its currency.
    pub currency: String,
    /// Part of the budget that each state must see at least.
    pub floor: f64,
    /// Return trips of the eligible group a year between two states, at today's fares.
    pub eligible: Span,
    /// Elasticity of trips to the fare, not signed.
    pub elasticity: Span,
    /// Part of the seats that are taken on a flight that is new.
    pub new_load: Span,
}

/// Members and observers of the Organization of Turkic States that the tables have airports of.
pub const STATES: [&str; 7] = ["AZ", "HU", "KG", "KZ", "TM", "TR", "UZ"];

impl SeatsQuestion {
    /// The usual assumptions under a budget.
    pub fn new(budget: f64, currency: &str) -> SeatsQuestion {
        SeatsQuestion {
            budget,
            currency: currency.into(),
            floor: 0.0,
            eligible: Span { low: 100.0, mid: 300.0, high: 1000.0 },
            elasticity: Span { low: 0.57, mid: 1.33, high: 1.43 },
            new_load: Span { low: 0.5, mid: 0.6, high: 0.7 },
        }
    }
}

/// Parts of all eligible trips of a pair that get vouchers.
const VOUCHERS: [f64; 4] = [0.25, 0.5, 0.75, 1.0];
/// Rotations a year that may be guaranteed: one a week, two a week for eight months as Kazakhstan does, two a week.
const ROTATIONS: [f64; 3] = [52.0, 70.0, 104.0];
/// Budgets of the curve, as parts of that asked for.
const CURVE: [f64; 8] = [0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0];

/// The plan.
///
/// # Errors
/// When the currency has no rate or the tables have no flights between two of the states.
pub fn seats(corridor: &Corridor, q: &SeatsQuestion) -> Result<SeatPlan, String> {
    let year = pairs::year(corridor);
    let rate = crate::compare::rate(corridor, &q.currency, year)
        .ok_or_else(|| format!("table fx has no rate of {}; give the budget in USD", q.currency))?;
    let budget = q.budget * rate;
    let found = pairs::pairs(corridor, &STATES);
    if found.is_empty() {
        return Err("the tables have no flights between two Turkic states".into());
    }
    let middle = Assumed { eligible: q.eligible.mid, elasticity: q.elasticity.mid, load: q.new_load.mid };
    let uses = ["voucher", "guarantee", "both"].map(|i| spend(&found, i, (budget, q.floor), middle));
    let curve = CURVE.iter().map(|part| {
        let u = spend(&found, "both", (budget * part, q.floor), middle);
        CurvePoint { budget_usd: budget * part, usd: u.usd, extra: u.extra }
    });
    Ok(SeatPlan {
        schema_version: SCHEMA_VERSION,
        corridor: corridor.meta.id.clone(),
        told: format!("{} {}", q.budget, q.currency),
        budget_usd: budget,
        floor: q.floor,
        assumptions: offers::assumptions(q),
        facts: offers::FACTS.iter().map(|f| (*f).into()).collect(),
        pairs: offered(&found, q),
        curve: curve.collect(),
        sensitivity: sensitivity(&found, q, budget),
        uses: uses.into(),
        notes: offers::notes(),
    })
}

/// One set of assumptions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Assumed {
    pub eligible: f64,
    pub elasticity: f64,
    pub load: f64,
}

fn offered(found: &[Pair], q: &SeatsQuestion) -> Vec<PairOffer> {
    let mut out: Vec<PairOffer> = found.iter().map(|p| offers::offer(p, q)).collect();
    let cost = |o: &PairOffer| {
        let each = [o.voucher, o.guarantee].into_iter().flatten().filter_map(|i| i.usd_per_extra);
        each.fold(f64::INFINITY, f64::min)
    };
    out.sort_by(|a, b| cost(a).total_cmp(&cost(b)).then(a.service.cmp(&b.service)));
    out
}

/// Options of a pair: instrument, count, choice.
fn options(p: &Pair, instrument: &str, a: Assumed) -> Vec<(&'static str, f64, Choice)> {
    let mut out = Vec::new();
    if instrument != "guarantee"
        && let Some(v) = offers::voucher(p, a)
    {
        for part in VOUCHERS {
            // Whole vouchers; those who get none fly as before.
            let count = (v.count * part).floor();
            let share = if v.count > 0.0 { count / v.count } else { 0.0 };
            out.push(("voucher", count, Choice { usd: count * v.each_usd, extra: v.extra.mid * share }));
        }
    }
    if instrument != "voucher"
        && let Some(g) = offers::guarantee(p, a)
    {
        for rotations in ROTATIONS {
            let part = rotations / g.count;
            out.push(("guarantee", rotations, Choice { usd: g.usd * part, extra: g.extra.mid * part }));
        }
    }
    out.retain(|o| o.2.extra > 0.0);
    out
}

fn spend(found: &[Pair], instrument: &str, (budget, floor): (f64, f64), a: Assumed) -> BudgetUse {
    let all: Vec<Vec<(&str, f64, Choice)>> = found.iter().map(|p| options(p, instrument, a)).collect();
    let state = |code: &str| STATES.iter().position(|s| *s == code).unwrap_or(0);
    let class = |(p, o): (&Pair, &Vec<(&str, f64, Choice)>)| Class {
        options: o.iter().map(|x| x.2).collect(),
        states: [state(&p.states[0]), state(&p.states[1])],
    };
    let classes: Vec<Class> = found.iter().zip(&all).map(class).collect();
    match best(&classes, budget, &[floor * budget; STATES.len()]) {
        Some(b) => shown(found, instrument, &all, &b),
        None => nothing(instrument),
    }
}

fn nothing(instrument: &str) -> BudgetUse {
    BudgetUse {
        instrument: instrument.into(),
        bought: Vec::new(),
        seats: 0.0,
        extra: 0.0,
        usd: 0.0,
        usd_per_extra: None,
        by_state: Vec::new(),
        bound: 0.0,
        proven: true,
        why: "no use gives every state its floor: lower it, or raise the budget".into(),
    }
}

fn shown(found: &[Pair], instrument: &str, all: &[Vec<(&str, f64, Choice)>], b: &Best) -> BudgetUse {
    let mut out = BudgetUse { extra: b.extra, usd: b.usd, bound: b.bound, proven: b.proven, ..nothing(instrument) };
    out.why = String::new();
    let mut by_state = STATES.map(|s| (s.to_string(), 0.0));
    for ((p, options), taken) in found.iter().zip(all).zip(&b.taken) {
        let Some((kind, count, c)) = taken.map(|t| options[t]) else { continue };
        out.seats += if kind == "voucher" { 2.0 * count } else { 2.0 * count * p.seats };
        by_state.iter_mut().filter(|s| p.states.contains(&s.0)).for_each(|s| s.1 += c.usd / 2.0);
        out.bought.push(Bought {
            service: p.service.clone(),
            name: p.name.clone(),
            instrument: kind.into(),
            count,
            extra: c.extra,
            usd: c.usd,
        });
    }
    out.bought.sort_by(|a, b| (a.usd / a.extra).total_cmp(&(b.usd / b.extra)));
    out.by_state = by_state.into();
    out.usd_per_extra = (b.extra > 0.0).then(|| b.usd / b.extra);
    out
}

/// Extra trips of the best use at either end of each assumption.
fn sensitivity(found: &[Pair], q: &SeatsQuestion, budget: f64) -> Vec<(String, f64)> {
    let mid = Assumed { eligible: q.eligible.mid, elasticity: q.elasticity.mid, load: q.new_load.mid };
    let cases = [
        (format!("eligible trips {}", q.eligible.low), Assumed { eligible: q.eligible.low, ..mid }),
        (format!("eligible trips {}", q.eligible.high), Assumed { eligible: q.eligible.high, ..mid }),
        (format!("elasticity {}", q.elasticity.low), Assumed { elasticity: q.elasticity.low, ..mid }),
        (format!("elasticity {}", q.elasticity.high), Assumed { elasticity: q.elasticity.high, ..mid }),
        (format!("load of new flights {}", q.new_load.low), Assumed { load: q.new_load.low, ..mid }),
        (format!("load of new flights {}", q.new_load.high), Assumed { load: q.new_load.high, ..mid }),
    ];
    cases.into_iter().map(|(name, a)| (name, spend(found, "both", (budget, q.floor), a).extra)).collect()
}
