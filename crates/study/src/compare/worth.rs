//! What a proposal is worth over its life.
//!
//! ```text
//! NPV(r) = - cost + sum over t = 1 .. life of (worth of a year - yearly cost) / (1 + r)^t        a last part of a year counts in part
//! EIRR: the r with NPV(r) = 0
//! ```
//!
//! Every year is like the year of the flow: no growth, no ramp-up, no scrap value. Prices are those of the sources, not inflated to
//! one year. Low: the low worth, the high cost, the high rate; high: the other ends.

use super::gain;
use super::side::SideData;
use keruen_model::Corridor;
use keruen_results::compare::{CostShown, Terms, Worth};
use keruen_results::forum::Span;

/// Rates between which a return is sought: a loss of nine tenths a year to tenfold.
const RATES: (f64, f64) = (-0.9, 10.0);

/// Why there is no present value of what the flow does not see.
const UNSEEN: &str = "this flow sees no gain: what it widens is not full in these periods, or its gain is not in money";

pub(super) fn worth(corridor: &Corridor, base: &SideData, other: &SideData, terms: &Terms) -> Worth {
    let shippers = gain::shippers(corridor, &base.flow, &other.flow);
    let (carriers, budgets) = gain::carriers(corridor, &base.flow, &other.flow, terms);
    let all = gain::sum(shippers, carriers, budgets);
    let unseen = all.low == 0.0 && all.high == 0.0;
    let (npv, irr, why) = match (&other.shown.cost, other.shown.cost.as_ref().and_then(|c| c.life)) {
        (None, _) => (None, None, "no source tells what it costs".to_string()),
        // Nothing seen is not nothing there: what this flow cannot see must not be called a loss.
        _ if unseen => (None, None, UNSEEN.to_string()),
        (_, None) => (None, None, "no source tells how long it lasts".to_string()),
        (Some(c), Some(life)) => over_life(c, life, all, terms),
    };
    Worth { shippers, carriers, budgets, all, drawn: None, npv, irr, why }
}

fn over_life(c: &CostShown, life: f64, all: Span, terms: &Terms) -> (Option<Span>, Option<f64>, String) {
    let r = &terms.discount;
    let npv = Span {
        low: npv(c.usd.high, all.low - c.yearly_usd, life, r.high).min(npv(c.usd.high, all.low - c.yearly_usd, life, r.low)),
        mid: npv(c.usd.mid, all.mid - c.yearly_usd, life, r.mid),
        high: npv(c.usd.low, all.high - c.yearly_usd, life, r.low).max(npv(c.usd.low, all.high - c.yearly_usd, life, r.high)),
    };
    let irr = irr(c.usd.mid, all.mid - c.yearly_usd, life);
    let why = if irr.is_none() { "no rate makes its present value nothing: it brings less than it costs" } else { "" };
    (Some(Span { low: npv.low.min(npv.mid), mid: npv.mid, high: npv.high.max(npv.mid) }), irr, why.into())
}

/// Present value of a yearly sum over a life, less the cost.
pub(crate) fn npv(cost: f64, yearly: f64, life: f64, rate: f64) -> f64 {
    let whole = life.floor() as i32;
    let part = life - life.floor();
    let years: f64 = (1..=whole).map(|t| (1.0 + rate).powi(-t)).sum();
    yearly * (years + part * (1.0 + rate).powi(-(whole + 1))) - cost
}

/// Rate at which the present value is nothing, by halving: it falls with the rate when the yearly sum is above nothing.
fn irr(cost: f64, yearly: f64, life: f64) -> Option<f64> {
    let (mut low, mut high) = RATES;
    if cost <= 0.0 || yearly <= 0.0 || npv(cost, yearly, life, low) < 0.0 || npv(cost, yearly, life, high) > 0.0 {
        return None;
    }
    for _ in 0..80 {
        let mid = f64::midpoint(low, high);
        if npv(cost, yearly, life, mid) > 0.0 { low = mid } else { high = mid }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 spent, 60 a year for two years: 60 / 1.1 + 60 / 1.21 - 100 = 4.132; the return solves 100 x^2 - 60 x - 60 = 0,
    /// x = 1 + r = 1.1306623863.
    #[test]
    fn two_years_by_hand() {
        assert!((npv(100.0, 60.0, 2.0, 0.1) - 4.132_231_405).abs() < 1e-9);
        assert!((irr(100.0, 60.0, 2.0).unwrap() - 0.130_662_386_3).abs() < 1e-9);
        assert!((npv(100.0, 60.0, 2.5, 0.0) - 50.0).abs() < 1e-12, "half a year counts half");
        assert_eq!(irr(100.0, -1.0, 2.0), None);
    }
}
