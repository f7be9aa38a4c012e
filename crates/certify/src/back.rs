//! There and back: each total is the sum of the ways of its label.

use crate::discrepancy::{Check, Findings};
use crate::tolerance::{CO2E, HOURS, MONEY};
use keruen_results::route::{RouteAnswer, Way};

pub(crate) fn check(answer: &RouteAnswer, findings: &mut Findings) {
    let Some(back) = &answer.back else { return };
    findings.look_at(None, None);
    let (out, home) = (&answer.question, &back.answer.question);
    findings.same(Check::Terms, "way back from", &home.from.id, &out.to.id);
    findings.same(Check::Terms, "way back to", &home.to.id, &out.from.id);
    findings.same(Check::Terms, "day of the way back", &back.day, &home.day);
    for t in &back.totals {
        let by = |a: &'_ RouteAnswer| a.ways.iter().find(|w| w.labels.contains(&t.label)).cloned();
        let Some((a, b)) = by(answer).zip(by(&back.answer)) else {
            findings.add(Check::Terms, &t.label, "a total", "a label that both ways have");
            continue;
        };
        let sum = |f: fn(&Way) -> f64| f(&a) + f(&b);
        findings.close((Check::Terms, MONEY), "there and back", t.cost, sum(|w| w.totals.cost.amount));
        findings.close((Check::Terms, HOURS), "there and back, hours", t.hours, sum(|w| w.totals.hours.p50));
        findings.close((Check::Terms, CO2E), "there and back, CO2e", t.co2e_kg, sum(|w| w.totals.co2e_kg));
        let unaided = sum(|w| w.totals.cost.amount + w.seats.as_ref().map_or(0.0, |s| s.subsidy));
        findings.close((Check::Terms, MONEY), "without subsidy", t.without_subsidy, unaided);
    }
}
