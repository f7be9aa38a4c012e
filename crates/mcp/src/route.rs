//! `ask_route`.

use crate::answer::{Basis, Ends};
use crate::desk::{Desk, Refusal, study};
use crate::watch::Watch;
use crate::wish::RouteWish;
use keruen_model::Corridor;
use keruen_results::route::{RouteAnswer, Way};
use keruen_study::{Asker, VariantSpec, lay_observed_waits};
use schemars::JsonSchema;
use serde::Serialize;

/// Ways told without a wish.
const WAYS: u32 = 5;

/// Units of the fields.
const UNITS: &[(&str, &str)] = &[
    ("usd", "US dollars, prices of price_year, not inflated"),
    ("hours_p50", "hours from door to door, sum of the medians of the parts, without queues"),
    ("hours_p90", "hours in which nine of ten journeys are over"),
    ("co2e_kg", "kg CO2e, well-to-wheel"),
    ("distance_km", "km"),
    ("risk", "chance of a hard event, 0 to 1"),
    ("quantity", "in `unit`"),
];

/// Ways worth taking, or why there is none.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RouteTold {
    /// Origin as understood.
    pub from: String,
    /// Destination as understood.
    pub to: String,
    /// Goods.
    pub cargo: String,
    /// How much.
    pub quantity: f64,
    /// Unit.
    pub unit: String,
    /// Day of departure.
    pub day: String,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
    /// Ways, the labelled ones first.
    pub ways: Vec<WayTold>,
    /// How many ways the answer has.
    pub ways_in_all: usize,
    /// Why there is no way; absent where there is one.
    pub no_way: Option<String>,
    /// What to try where there is no way.
    pub hint: Option<String>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Units, sources, command.
    pub basis: Basis,
}

/// A way.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WayTold {
    /// First of its labels.
    pub label: String,
    /// cheapest, fastest, greenest, safest, balanced.
    pub labels: Vec<String>,
    /// Services and countries in order.
    pub by: String,
    /// Cost.
    pub usd: f64,
    /// What is not known about it.
    pub usd_range: Option<Ends>,
    /// Newest price year among the charges.
    pub price_year: i32,
    /// Median hours.
    pub hours_p50: f64,
    /// Hours of nine in ten.
    pub hours_p90: f64,
    /// CO2e.
    pub co2e_kg: f64,
    /// What is not known about it.
    pub co2e_range: Option<Ends>,
    /// Distance.
    pub distance_km: f64,
    /// Chance of a hard event; absent for data.
    pub risk: Option<f64>,
    /// `quotation` or `indicative cost sheet`.
    pub sheet: String,
    /// Papers, once each.
    pub papers: Vec<String>,
    /// Permits by name and authority.
    pub permits: Vec<String>,
    /// What the sheet does not hold.
    pub gaps: Vec<String>,
    /// The legs with every charge, as `keruen route --json` has them, where they were asked for.
    pub legs: Option<serde_json::Value>,
}

/// Asks and tells.
pub(crate) fn ask(desk: &Desk, wish: &RouteWish, watch: &Watch) -> Result<RouteTold, Refusal> {
    let seen = if wish.waits_observed { Some(with_waits_observed(&desk.corridor)?) } else { None };
    let mut asker = Asker::new(seen.as_ref().unwrap_or(&desk.corridor), &desk.scenarios);
    let answer = asker.ask(&spec(wish)?, "route", watch).map_err(study)?;
    let top = wish.ways.unwrap_or(WAYS).clamp(1, 12) as usize;
    let shown: Vec<&Way> = answer.ways.iter().take(top).collect();
    let legs = || shown.iter().flat_map(|w| &w.legs);
    let charges = legs().flat_map(|l| l.charges.iter().flat_map(|c| &c.sources));
    let sources = legs().flat_map(|l| &l.sources).chain(charges).cloned().collect();
    let ways = shown.iter().enumerate().map(|(i, w)| told(w, wish.legs && i == 0)).collect::<Result<_, _>>()?;
    let q = &answer.question;
    Ok(RouteTold {
        from: format!("{} ({})", q.from.name, q.from.id),
        to: format!("{} ({})", q.to.name, q.to.id),
        cargo: q.cargo.clone(),
        quantity: q.quantity,
        unit: q.unit.clone(),
        day: q.day.clone(),
        scenarios: q.scenarios.clone(),
        ways,
        ways_in_all: answer.ways.len(),
        no_way: answer.no_answer.as_ref().map(|n| n.reason.clone()),
        hint: answer.no_answer.as_ref().map(|n| n.hint.clone()),
        notes: answer.notes.clone(),
        basis: desk.basis(command(desk, wish, &answer), UNITS, sources),
    })
}

fn with_waits_observed(corridor: &Corridor) -> Result<Corridor, Refusal> {
    let mut seen = corridor.clone();
    lay_observed_waits(&mut seen).map_err(study)?;
    Ok(seen)
}

fn spec(w: &RouteWish) -> Result<VariantSpec, Refusal> {
    let quantity = w.quantity.unwrap_or(1.0);
    if !(quantity.is_finite() && quantity > 0.0) {
        return Err(format!("quantity = {quantity} is no number above zero"));
    }
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    Ok(VariantSpec {
        id: "route".into(),
        label: String::new(),
        from: w.from.clone(),
        to: w.to.clone(),
        cargo: w.cargo.clone().unwrap_or_else(|| "container-40".into()),
        equipment: text(&w.equipment),
        quantity,
        unit: text(&w.unit),
        day: text(&w.day),
        scenarios: w.scenarios.clone(),
        avoid: w.avoid.clone(),
        must_use: w.must_use.clone(),
        beside: Vec::new(),
        permits_asked: String::new(),
        return_day: String::new(),
        protected: false,
    })
}

fn told(w: &Way, legs: bool) -> Result<WayTold, Refusal> {
    let t = &w.totals;
    Ok(WayTold {
        label: w.label.clone(),
        labels: w.labels.clone(),
        by: w.summary.clone(),
        usd: t.cost.amount,
        usd_range: t.cost.range.map(Ends::from),
        price_year: t.cost.price_year,
        hours_p50: t.hours.p50,
        hours_p90: t.hours.p90,
        co2e_kg: t.co2e_kg,
        co2e_range: t.co2e_range.map(Ends::from),
        distance_km: t.distance_km,
        risk: t.risk,
        sheet: w.sheet.clone(),
        papers: w.papers.clone(),
        permits: w.permits.iter().map(|p| format!("{} by {}, {} days", p.name, p.authority, p.lead_days)).collect(),
        gaps: w.gaps.clone(),
        legs: legs.then(|| serde_json::to_value(&w.legs)).transpose().map_err(crate::desk::refused)?,
    })
}

fn command(desk: &Desk, w: &RouteWish, a: &RouteAnswer) -> String {
    let q = &a.question;
    let mut rest = format!(" {} {} --cargo {} --quantity {} --unit {}", q.from.id, q.to.id, q.cargo, q.quantity, q.unit);
    for (flag, value) in [("--equipment", &w.equipment), ("--day", &w.day)] {
        rest += &value.as_ref().filter(|v| !v.is_empty()).map_or(String::new(), |v| format!(" {flag} {v}"));
    }
    rest += &w.avoid.iter().map(|x| format!(" --avoid {x}")).collect::<String>();
    rest += &w.must_use.iter().map(|x| format!(" --use {x}")).collect::<String>();
    rest += if w.waits_observed { " --waits observed" } else { "" };
    desk.command("route", &rest, &q.scenarios)
}
