//! The figures of a side that a reader compares.

use super::Ask;
use super::side::SideData;
use keruen_results::compare::{Cell, Figure};
use keruen_results::flow::FlowAnswer;
use keruen_results::forum::Span;
use keruen_results::route::{RouteAnswer, Way};

/// Question of the figures of the flow.
pub(super) const OF_FLOW: &str = "flow";

/// Hours of a mean year.
const YEAR_HOURS: f64 = 8766.0;

/// Every figure on every side, the base first.
pub(super) fn figures(asks: &[Ask], sides: &[&SideData]) -> Vec<Figure> {
    let mut out: Vec<Figure> = FLOW
        .iter()
        .map(|f| {
            let values = sides.iter().map(|s| Ok(Span::exact((f.3)(&s.flow))));
            figure((f.0, f.1, f.2), OF_FLOW, values.collect())
        })
        .collect();
    for (i, ask) in asks.iter().enumerate() {
        let answers: Vec<&RouteAnswer> = sides.iter().map(|s| &s.ways[i]).collect();
        out.extend(of_ask(ask, &answers));
    }
    out
}

/// The figures of a flow in the order in which they are told.
pub(super) fn of_flow(a: &FlowAnswer) -> Vec<f64> {
    FLOW.iter().map(|f| (f.3)(a)).collect()
}

type OfFlow = fn(&FlowAnswer) -> f64;

/// Id, name, unit, and where it stands in the flow's answer.
const FLOW: [(&str, &str, &str, OfFlow); 8] = [
    ("tonnes", "through demand carried", "t/yr", |a| a.totals.tonnes),
    ("teu", "through containers carried", "TEU/yr", |a| a.totals.teu),
    ("left", "through demand left behind", "t/yr", left),
    ("outside", "through demand that goes by its outside option", "t/yr", outside),
    ("charges", "charges paid by through demand", "USD/yr", |a| a.totals.charges_usd),
    ("generalised", "charges and time of through demand", "USD/yr", |a| a.totals.generalised_usd),
    ("co2e", "CO2e of through demand", "t/yr", |a| a.totals.co2e_kg / 1000.0),
    ("background", "background traffic carried", "t/yr", |a| a.totals.background_tonnes),
];

fn left(a: &FlowAnswer) -> f64 {
    a.wishes.iter().filter(|w| w.kind == "through").map(|w| w.unserved * w.unit_tonnes).sum()
}

fn outside(a: &FlowAnswer) -> f64 {
    a.wishes.iter().filter(|w| w.kind == "through").map(|w| w.outside * w.unit_tonnes).sum()
}

/// A value or why there is none.
type Value = Result<Span, String>;

fn of_ask(ask: &Ask, answers: &[&RouteAnswer]) -> Vec<Figure> {
    let least = |f: &dyn Fn(&Way) -> Span| -> Vec<Value> {
        let one = |a: &&RouteAnswer| {
            let best = a.ways.iter().map(f).min_by(|x, y| x.mid.total_cmp(&y.mid));
            best.ok_or_else(|| a.no_answer.as_ref().map_or("no way".into(), |n| n.reason.clone()))
        };
        answers.iter().map(one).collect()
    };
    let id = |what: &str| format!("{}-{what}", ask.id);
    let name = |what: &str| format!("{}: {what}", ask.title);
    if ask.variant.cargo == "data" {
        let ms = least(&|w| Span::exact(w.totals.hours.p50 * 3.6e6));
        let down = answers.iter().map(|a| down(a)).collect();
        return vec![
            figure((&id("ms"), &name("fastest, one way"), "ms"), &ask.id, ms),
            figure((&id("down"), &name("without service, two ways protecting each other"), "h/yr"), &ask.id, down),
        ];
    }
    let cost = least(&|w| {
        let c = &w.totals.cost;
        c.range.map_or(Span::exact(c.amount), |r| Span { low: r.low.min(c.amount), mid: c.amount, high: r.high.max(c.amount) })
    });
    let days = least(&|w| Span::exact(w.totals.hours.p50 / 24.0));
    let co2e = least(&|w| {
        let x = w.totals.co2e_kg;
        w.totals.co2e_range.map_or(Span::exact(x), |r| Span { low: r.low.min(x), mid: x, high: r.high.max(x) })
    });
    vec![
        figure((&id("usd"), &name("cheapest way"), "USD"), &ask.id, cost),
        figure((&id("days"), &name("fastest way, without queues"), "days"), &ask.id, days),
        figure((&id("co2e"), &name("least CO2e"), "kg"), &ask.id, co2e),
    ]
}

/// Hours of a year without service: of the protected pair where there is one, else of the way that is most often there.
fn down(a: &RouteAnswer) -> Value {
    let pair = a.protection.as_ref().and_then(|p| p.availability);
    let ways = a.ways.iter().filter_map(|w| w.light.as_ref()?.availability).max_by(f64::total_cmp);
    let up = pair.or(ways).ok_or("a span has no fault rate, or there is no way")?;
    Ok(Span::exact((1.0 - up) * YEAR_HOURS))
}

fn figure((id, name, unit): (&str, &str, &str), question: &str, values: Vec<Value>) -> Figure {
    let base = values.first().and_then(|v| v.as_ref().ok()).copied();
    let cell = |(i, v): (usize, Value)| {
        let value = v.as_ref().ok().copied();
        let difference = if i == 0 { None } else { value.zip(base).map(|(x, b)| less(x, b)) };
        Cell {
            value,
            why: v.err().unwrap_or_default(),
            difference,
            sign: None,
            percent: difference.zip(base).filter(|(_, b)| b.mid != 0.0).map(|(d, b)| d.mid / b.mid.abs() * 100.0),
        }
    };
    Figure {
        id: id.into(),
        name: name.into(),
        unit: unit.into(),
        question: question.into(),
        cells: values.into_iter().enumerate().map(cell).collect(),
    }
}

/// Part of a figure below which a difference is rounding: the solver proves its answers to 1e-9.
const ROUNDING: f64 = 1e-9;

/// Other less base, nothing where they differ by rounding alone.
pub(super) fn part(x: f64, b: f64) -> f64 {
    if (x - b).abs() <= ROUNDING * x.abs().max(b.abs()) { 0.0 } else { x - b }
}

/// End less end: both rest on the same assumptions.
pub(super) fn less(x: Span, b: Span) -> Span {
    let (low, mid, high) = (part(x.low, b.low), part(x.mid, b.mid), part(x.high, b.high));
    Span { low: low.min(mid).min(high), mid, high: high.max(mid).max(low) }
}
