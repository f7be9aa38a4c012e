//! Who pays and who gains in a year.
//!
//! ```text
//! shippers, per wish    moved before and after: min(Q0, Q1) (c0 - c1)          c = mean charges and time of a unit
//!                       moved only after: the area under its demand line from Q0 to Q1, above c1   (rule of half)
//!                       demand line: straight through (asked, c1) with the elasticity e of the wish: p(q) = c1 + c1 (asked - q) / (asked |e|)
//! carriers, per operator   change of receipts - k (receipts / work of the base) (change of work)     work = tonne-km, or tonnes handled
//! budgets               receipts of countries that no operator gets: subsidies (below zero), dues
//! ```
//!
//! When capacity turns goods away, who is turned away matters. Middle: those who would pay least (the area as above). High: drawn by
//! lot, each unit then gains the mean of all, c1 / 2|e|. Low: nothing at all is counted for goods that move only after. A wish
//! without an elasticity counts nothing for them. Goods that move only before lose the same, ends exchanged.
//!
//! Source of the rule of half: Jones 1977, Urban Traffic Policy Appraisal; Williams 1977, Environment and Planning A 9.

use super::figures::part;
use super::side::SideData;
use keruen_model::{Corridor, Quantity};
use keruen_results::compare::{Payer, Terms};
use keruen_results::flow::{Account, FlowAnswer, WishFlow};
use keruen_results::forum::Span;
use std::collections::BTreeMap;

/// Gain of shippers, carriers and ports, budgets together.
pub(super) fn all(corridor: &Corridor, base: &FlowAnswer, other: &FlowAnswer, terms: &Terms) -> Span {
    let (carriers, budgets) = carriers(corridor, base, other, terms);
    sum(shippers(corridor, base, other), carriers, budgets)
}

/// Sum of the three.
pub(super) fn sum(shippers: Span, carriers: Span, budgets: f64) -> Span {
    settled(Span {
        low: shippers.low + carriers.low + budgets,
        mid: shippers.mid + carriers.mid + budgets,
        high: shippers.high + carriers.high + budgets,
    })
}

/// Gain of all shippers.
pub(super) fn shippers(corridor: &Corridor, base: &FlowAnswer, other: &FlowAnswer) -> Span {
    let mut sum = Span::exact(0.0);
    for w in &base.wishes {
        let Some(o) = other.wishes.iter().find(|o| o.wish == w.wish) else { continue };
        let one = shipper(w, o, elasticity(corridor, &w.wish));
        (sum.low, sum.mid, sum.high) = (sum.low + one.low, sum.mid + one.mid, sum.high + one.high);
    }
    settled(sum)
}

/// Less than this, in US dollars a year, is rounding: sums run to billions.
const ROUNDING: f64 = 0.5;

/// A sum of many terms without its rounding, its ends in order.
pub(super) fn settled(x: Span) -> Span {
    let zero = |v: f64| if v.abs() < ROUNDING { 0.0 } else { v };
    let (low, mid, high) = (zero(x.low), zero(x.mid), zero(x.high));
    Span { low: low.min(mid), mid, high: high.max(mid) }
}

fn elasticity(corridor: &Corridor, wish: &str) -> Option<f64> {
    let row = corridor.tables.demand.iter().find(|d| corridor.strings.id(d.demand_id) == wish)?;
    row.elasticity.map(|e| e.value().abs()).filter(|e| *e > 0.0)
}

/// How much moves, and what a unit of it costs in money and time.
fn moved(w: &WishFlow) -> (f64, f64) {
    let amount: f64 = w.ways.iter().map(|v| v.amount).sum();
    let cost: f64 = w.ways.iter().map(|v| v.amount * (v.usd + v.hours * w.hour_usd)).sum();
    if amount > 0.0 { (amount, cost / amount) } else { (0.0, 0.0) }
}

fn shipper(before: &WishFlow, after: &WishFlow, elasticity: Option<f64>) -> Span {
    let ((q0, c0), (q1, c1)) = (moved(before), moved(after));
    let stay = if q0 > 0.0 && q1 > 0.0 { q0.min(q1) * (c0 - c1) } else { 0.0 };
    let change = if q1 >= q0 { added(q0, q1, c1, before.asked, elasticity) } else { lost(q0, q1, c0, before.asked, elasticity) };
    Span { low: stay + change.low, mid: stay + change.mid, high: stay + change.high }
}

fn added(q0: f64, q1: f64, c1: f64, asked: f64, elasticity: Option<f64>) -> Span {
    let (Some(e), true) = (elasticity, asked > 0.0 && q1 > q0) else { return Span::exact(0.0) };
    let slope = c1 / (asked * e);
    let area = slope * (asked * (q1 - q0) - (q1 * q1 - q0 * q0) / 2.0);
    let lot = (q1 - q0) * c1 / (2.0 * e);
    Span { low: 0.0, mid: area, high: lot.max(area) }
}

fn lost(q0: f64, q1: f64, c0: f64, asked: f64, elasticity: Option<f64>) -> Span {
    let gain = added(q1, q0, c0, asked, elasticity);
    Span { low: -gain.high, mid: -gain.mid, high: -gain.low }
}

/// Gain of carriers and ports, and of budgets.
pub(super) fn carriers(corridor: &Corridor, base: &FlowAnswer, other: &FlowAnswer, terms: &Terms) -> (Span, f64) {
    let (was, is) = (work(corridor, base), work(corridor, other));
    let mut receipts = 0.0;
    let mut costs = 0.0;
    let mut operators: Vec<&String> = was.keys().chain(is.keys()).collect();
    operators.sort_unstable();
    operators.dedup();
    for id in operators {
        let (r0, w0) = was.get(id).copied().unwrap_or_default();
        let (r1, w1) = is.get(id).copied().unwrap_or_default();
        receipts += r1 - r0;
        // One that did nothing before has no rate of its own but that of now.
        let unit = if w0 > 0.0 {
            r0 / w0
        } else if w1 > 0.0 {
            r1 / w1
        } else {
            0.0
        };
        costs += unit.max(0.0) * (w1 - w0);
    }
    let k = &terms.carrier_cost;
    let ends = [k.low, k.mid, k.high].map(|k| receipts - k * costs);
    let span = settled(Span { low: ends[0].min(ends[2]), mid: ends[1], high: ends[0].max(ends[2]) });
    let countries = |a: &FlowAnswer| of_kind(a, "country").map(|c| c.revenue_usd).sum::<f64>();
    (span, settled(Span::exact(countries(other) - countries(base) - receipts)).mid)
}

fn of_kind<'a>(a: &'a FlowAnswer, kind: &'a str) -> impl Iterator<Item = &'a Account> {
    a.accounts.iter().filter(move |c| c.kind == kind)
}

/// Receipts and work of each operator: tonne-km, or tonnes handled where nothing rides with it.
fn work(corridor: &Corridor, a: &FlowAnswer) -> BTreeMap<String, (f64, f64)> {
    let mut handled: BTreeMap<&str, f64> = BTreeMap::new();
    for e in a.elements.iter().filter(|e| e.what.starts_with("operation:")) {
        let place = e.what.split_once('@').map_or("", |p| p.1);
        let facility = corridor.tables.facility.iter().find(|f| corridor.strings.id(f.facility_id) == place);
        if let Some(operator) = facility.and_then(|f| f.operator_id) {
            *handled.entry(corridor.strings.id(operator)).or_default() += e.tonnes + e.units;
        }
    }
    let one = |c: &Account| {
        let work = if c.tonne_km > 0.0 { c.tonne_km } else { handled.get(c.id.as_str()).copied().unwrap_or(0.0) };
        (c.id.clone(), (c.revenue_usd, work))
    };
    of_kind(a, "operator").map(one).collect()
}

/// Receipts by country and operator; within each kind, those first that change most.
pub(super) fn payers(sides: &[&SideData]) -> Vec<Payer> {
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for a in sides.iter().flat_map(|s| &s.flow.accounts) {
        seen.insert((a.kind.clone(), a.id.clone()), a.name.clone());
    }
    let receipt = |s: &SideData, kind: &str, id: &str| {
        s.flow.accounts.iter().find(|a| a.kind == kind && a.id == id).map_or(0.0, |a| a.revenue_usd)
    };
    let one = |((kind, id), name): ((String, String), String)| {
        let usd: Vec<f64> = sides.iter().map(|s| receipt(s, &kind, &id)).collect();
        let change = usd.iter().skip(1).map(|&x| part(x, usd[0])).collect();
        Payer { kind, id, name, usd, change }
    };
    let mut out: Vec<Payer> = seen.into_iter().map(one).collect();
    let most = |p: &Payer| p.change.iter().map(|c| c.abs()).fold(0.0, f64::max);
    out.sort_by(|a, b| a.kind.cmp(&b.kind).then(most(b).total_cmp(&most(a))).then(a.id.cmp(&b.id)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use keruen_results::flow::WayFlow;

    fn wish(amount: f64, usd: f64) -> WishFlow {
        let way = WayFlow {
            summary: String::new(),
            from: String::new(),
            services: Vec::new(),
            rows: Vec::new(),
            outside: false,
            amounts: vec![amount],
            amount,
            usd,
            hours: 10.0,
            co2e_kg: 0.0,
            km: 0.0,
        };
        WishFlow {
            wish: "w".into(),
            kind: "through".into(),
            from: String::new(),
            to: String::new(),
            cargo: String::new(),
            unit: "t".into(),
            unit_tonnes: 1.0,
            hour_usd: 1.0,
            asked: 100.0,
            carried: amount,
            outside: 0.0,
            unserved: 100.0 - amount,
            ways: if amount > 0.0 { vec![way] } else { Vec::new() },
            stopped_by: Vec::new(),
            no_way: None,
            left_because: None,
        }
    }

    /// ```text
    /// price
    ///  200 |\            asked 100 at 100 (90 money + 10 hours at 1), elasticity 1: the line falls from 200 at 0 to 100 at 100
    ///  140 |  \
    ///  120 |   .\        from 60 to 80 moved: heights above 100 are 40 and 20, area 20 x 30 = 600; by lot 20 x 50 = 1000
    ///  100 |____\___
    ///       60 80 100
    /// ```
    #[test]
    fn goods_that_move_only_after_gain_the_area_under_their_line() {
        let g = shipper(&wish(60.0, 90.0), &wish(80.0, 90.0), Some(1.0));
        assert_eq!((g.low, g.mid, g.high), (0.0, 600.0, 1000.0));
        let back = shipper(&wish(80.0, 90.0), &wish(60.0, 90.0), Some(1.0));
        assert_eq!((back.low, back.mid, back.high), (-1000.0, -600.0, 0.0));
    }

    #[test]
    fn goods_that_move_before_and_after_gain_the_whole_difference() {
        let g = shipper(&wish(60.0, 95.0), &wish(60.0, 90.0), None);
        assert_eq!((g.low, g.mid, g.high), (300.0, 300.0, 300.0));
    }

    #[test]
    fn without_elasticity_what_moves_only_after_counts_nothing() {
        assert_eq!(shipper(&wish(0.0, 0.0), &wish(50.0, 90.0), None), Span::exact(0.0));
    }
}
