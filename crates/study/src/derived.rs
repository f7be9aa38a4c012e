//! Figures in the goods' own terms, taken from the answer: cost a tonne, netback, latency, seats.

use keruen_results::Range;
use keruen_results::light::Protection;
use keruen_results::route::{RouteAnswer, Way};
use keruen_results::study::Derived;

/// Every figure that the answer holds for its kind of goods.
pub(crate) fn derive(answer: &RouteAnswer) -> Vec<Derived> {
    let labelled = |label: &str| answer.ways.iter().find(|w| w.labels.iter().any(|l| l == label));
    let (Some(cheapest), Some(fastest)) = (labelled("cheapest"), labelled("fastest")) else { return Vec::new() };
    let mut out = latency(fastest);
    out.extend(answer.protection.as_ref().into_iter().flat_map(protection));
    out.extend(a_tonne(cheapest, answer.question.tonnes));
    out.extend(oil(cheapest));
    out.extend(seats(answer, cheapest));
    out
}

fn figure(name: &str, (value, unit): (f64, &str), range: Option<Range>, how: &str) -> Derived {
    Derived { name: name.into(), value, unit: unit.into(), range, how: how.into(), parameters: Vec::new() }
}

fn latency(fastest: &Way) -> Vec<Derived> {
    let Some(light) = &fastest.light else { return Vec::new() };
    let how = "path length x delay of light in glass + delay of each span's equipment";
    vec![
        figure("latency, one way", (light.one_way_ms, "ms"), None, how),
        figure("latency, round trip", (light.round_trip_ms, "ms"), None, how),
    ]
}

fn protection(p: &Protection) -> Vec<Derived> {
    let shared = if p.shared.is_empty() { "nothing shared".into() } else { format!("shared: {}", p.shared.join(", ")) };
    let countries =
        if p.shared_countries.is_empty() { String::new() } else { format!("; both in {}", p.shared_countries.join(", ")) };
    let mut out = vec![
        figure("protected pair: working way, one way", (p.working.one_way_ms, "ms"), None, &format!("{shared}{countries}")),
        figure("protected pair: protection, one way", (p.protection.one_way_ms, "ms"), None, &format!("{shared}{countries}")),
    ];
    let how = "faults and repair of each span, independent of each other";
    out.extend(p.working.availability.map(|a| figure("availability of the working way", (a * 100.0, "%"), None, how)));
    out.extend(p.availability.map(|a| figure("availability of the pair", (a * 100.0, "%"), None, how)));
    out
}

fn a_tonne(cheapest: &Way, tonnes: f64) -> Option<Derived> {
    let cost = &cheapest.totals.cost;
    let range = cost.range.map(|r| Range { low: r.low / tonnes, high: r.high / tonnes });
    let how = "sum of the charges / weight of the goods";
    (tonnes > 0.0).then(|| figure("cost a tonne, cheapest way", (cost.amount / tonnes, "USD/t"), range, how))
}

fn oil(cheapest: &Way) -> Vec<Derived> {
    let mut out = Vec::new();
    if let Some(n) = &cheapest.netback {
        let how = format!("price of {} at the market ({}) less the charges of the way", n.cargo, n.price_method);
        let mut netback = figure("netback, cheapest way", (n.amount, "USD/t"), n.range, &how);
        netback.parameters = vec![format!("market:{}.price", n.market)];
        out.push(netback);
    }
    for p in cheapest.oil.iter().flat_map(|o| &o.pipes).filter(|p| p.stream.is_some()) {
        let how = format!("line fill of {}: length / speed of the flow", p.name);
        out.push(figure("from injection to delivery", (p.line_fill_days, "d"), None, &how));
        let limit = p.stream.as_ref().and_then(|s| s.limit.as_ref());
        if let Some((l, ratio)) = limit.and_then(|l| Some((l, l.blend_ratio?))) {
            let how = format!("{} / flow of the last whole year counted", l.name);
            out.push(figure("blend ratio that the stream bears", (ratio * 100.0, "%"), None, &how));
        }
    }
    out
}

fn seats(answer: &RouteAnswer, cheapest: &Way) -> Vec<Derived> {
    let Some(seats) = &cheapest.seats else { return Vec::new() };
    let mut out = vec![figure("fare before subsidy, one way", (seats.fare, "USD"), None, "charges less subsidies")];
    let how = "168 h / headway of the rarest flight";
    out.extend(seats.departures_per_week.map(|d| figure("departures a week", (d, "1/week"), None, how)));
    let back = answer.back.as_ref().and_then(|b| b.totals.iter().find(|t| t.label == "cheapest"));
    if let Some(t) = back {
        let how = "cheapest way there + cheapest way back";
        out.push(figure("return trip, cheapest", (t.cost, "USD"), t.range, how));
        out.push(figure("return trip without subsidy", (t.without_subsidy, "USD"), None, how));
    }
    out
}
