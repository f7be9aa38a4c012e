//! A way as a whole: totals are the sums of its legs, papers and permits are complete, the sheet is called what it is.

use crate::case::Case;
use crate::discrepancy::{Check, Findings};
use crate::lateness;
use crate::leg::{papers, range};
use crate::rules::judge;
use crate::tolerance::{CO2E, DISTANCE, HOURS, MONEY, QUANTITY, RISK};
use crate::walk::Step;
use keruen_model::{Date, Id, Link, Permit, Quantity, Rule, TableKind, Unit};
use keruen_results::Range;
use keruen_results::route::{Leg, LegKind, PermitNeed, Way};

pub(crate) fn check(case: &Case<'_>, way: &Way, steps: &[Step<'_, '_>], findings: &mut Findings) {
    times(way, steps, findings);
    money(case, way, findings);
    co2e(case, way, findings);
    findings.close((Check::Total, DISTANCE), "distance_km", way.totals.distance_km, way.legs.iter().map(|l| l.distance_km).sum());
    let mut wanted: Vec<&str> = way.legs.iter().flat_map(|l| &l.papers).map(String::as_str).collect();
    wanted.sort_unstable();
    wanted.dedup();
    papers(&way.papers, &wanted, findings);
    permits(case, way, steps, findings);
    let last = way.permits.iter().filter_map(|p| Date::parse(&p.earliest)).fold(case.day, Date::max);
    findings.same(Check::Permit, "leave_from", &way.leave_from, &last.to_string());
    ridden_once(case, steps, findings);
    sheet(way, findings);
}

fn times(way: &Way, steps: &[Step<'_, '_>], findings: &mut Findings) {
    let total = &way.totals.hours;
    let sum = |kinds: &[LegKind]| -> f64 { way.legs.iter().filter(|l| kinds.contains(&l.kind)).map(|l| l.hours).sum() };
    let mut close = |name: &str, says: f64, should_be: f64| findings.close((Check::Total, HOURS), name, says, should_be);
    close("hours", total.p50, way.legs.iter().map(|l| l.hours).sum());
    close("hours moving", total.moving, sum(&[LegKind::Move]));
    close("hours handling", total.handling, sum(&[LegKind::Handle, LegKind::GaugeChange, LegKind::Papers]));
    close("hours at borders", total.border, sum(&[LegKind::Border]));
    close("hours waiting", total.waiting, sum(&[LegKind::Wait]));
    let open: f64 = steps.iter().map(|s| 1.0 - s.leg.risk).product();
    if let Some(risk) = way.totals.risk {
        findings.close((Check::Risk, RISK), "risk of the way", risk, 1.0 - open);
    }
    lateness::check(way, steps, findings);
}

fn money(case: &Case<'_>, way: &Way, findings: &mut Findings) {
    let charges = || way.legs.iter().flat_map(|l| &l.charges);
    let total = &way.totals.cost;
    findings.close((Check::Total, MONEY), "cost", total.amount, charges().map(|c| c.usd).sum());
    findings.same(Check::Total, "currency", &total.currency, "USD");
    let year = charges().map(|c| c.price_year).max().unwrap_or(case.corridor.meta.price_year);
    if total.price_year != year {
        findings.add(Check::Total, "price_year", total.price_year, year);
    }
    let end = |pick: fn(&Range) -> f64| way.legs.iter().map(|l| l.cost_range.as_ref().map_or(l.cost, pick)).sum();
    range((Check::Total, "cost"), total.range, Some(Range { low: end(|r| r.low), high: end(|r| r.high) }), findings);
}

fn co2e(case: &Case<'_>, way: &Way, findings: &mut Findings) {
    findings.close((Check::Total, CO2E), "co2e_kg", way.totals.co2e_kg, way.legs.iter().map(|l| l.co2e_kg).sum());
    let end = |pick: fn(&Range) -> f64| way.legs.iter().map(|l| leg_range(l).as_ref().map_or(l.co2e_kg, pick)).sum();
    range((Check::Total, "co2e"), way.totals.co2e_range, Some(Range { low: end(|r| r.low), high: end(|r| r.high) }), findings);
    for (i, leg) in way.legs.iter().enumerate() {
        // A leg over several links may use several factors; those with one are derived again.
        let Some(e) = leg.emission.as_ref().filter(|_| leg.links.len() <= 1 && leg.co2e_kg != 0.0) else { continue };
        let id = case.corridor.strings.find(&e.emission);
        let ends = id.and_then(|id| case.cited(TableKind::Emission, id, "factor").1);
        let (low, high) = ends.filter(|_| e.factor > 0.0).unwrap_or((e.factor, e.factor));
        let wanted = Range { low: leg.co2e_kg * low / e.factor, high: leg.co2e_kg * high / e.factor };
        range((Check::Range, &format!("emission:{} on leg {}", e.emission, i + 1)), e.range, Some(wanted), findings);
    }
}

fn leg_range(leg: &Leg) -> Option<Range> {
    leg.emission.as_ref().and_then(|e| e.range)
}

/// Nobody rides a stretch twice to meet what must be used.
fn ridden_once(case: &Case<'_>, steps: &[Step<'_, '_>], findings: &mut Findings) {
    if case.must_use.is_empty() && case.must_use_countries.is_empty() {
        return;
    }
    let mut ridden: Vec<Id<Link>> = Vec::new();
    for link in steps.iter().flat_map(|s| s.deed.links()) {
        if ridden.contains(&link.link_id) {
            findings.add(Check::Condition, &format!("link:{}", case.id(link.link_id)), "ridden twice", "ridden once");
        }
        ridden.push(link.link_id);
    }
}

/// Each permit that a rule asks for is listed with its lead time, and none that no rule asks for.
fn permits(case: &Case<'_>, way: &Way, steps: &[Step<'_, '_>], findings: &mut Findings) {
    let needs: Vec<(Id<Permit>, &Rule)> = steps.iter().flat_map(|s| judge(case, &s.deed).permits).collect();
    for &(permit, rule) in &needs {
        let id = case.id(permit);
        let Some(row) = case.corridor.tables.permit.find(permit) else {
            findings.add(
                Check::Permit,
                id,
                "not in the tables on the day",
                format_args!("asked for by rule:{}", case.id(rule.rule_id)),
            );
            continue;
        };
        match way.permits.iter().find(|p| p.permit == id) {
            None => findings.add(Check::Permit, id, "not listed", format_args!("asked for by rule:{}", case.id(rule.rule_id))),
            Some(listed) => need(case, listed, row, findings),
        }
    }
    for p in &way.permits {
        let asked = needs.iter().any(|&(permit, rule)| case.id(permit) == p.permit && case.id(rule.rule_id) == p.rule);
        if !asked {
            findings.add(
                Check::Permit,
                &p.permit,
                format_args!("asked for by rule:{}", p.rule),
                "a permit and the rule that asks for it",
            );
        }
    }
}

fn need(case: &Case<'_>, listed: &PermitNeed, row: &Permit, findings: &mut Findings) {
    let days = row.lead_time.quantile(0.5).value();
    findings.close((Check::Permit, HOURS), "lead_days", listed.lead_days, days);
    findings.close((Check::Permit, HOURS), "lead_days_p90", listed.lead_days_p90, row.lead_time.quantile(0.9).value());
    let earliest = case.asked_on.plus_days(days.ceil() as i32).to_string();
    findings.same(Check::Permit, "asked_on", &listed.asked_on, &case.asked_on.to_string());
    let share = match (row.quota.map(Quantity::value), row.unit) {
        (Some(q), Some(Unit::T)) => Some(case.goods.tonnes / q),
        (Some(q), Some(Unit::Kt)) => Some(case.goods.tonnes / (1000.0 * q)),
        _ => None,
    };
    if listed.quota != row.quota.map(Quantity::value) || listed.quota_share.is_some() != share.is_some() {
        findings.add(
            Check::Permit,
            "quota",
            format_args!("{:?}", listed.quota),
            format_args!("{:?}", row.quota.map(Quantity::value)),
        );
    }
    findings.close((Check::Permit, QUANTITY), "quota_share", listed.quota_share.unwrap_or(0.0), share.unwrap_or(0.0));
    findings.same(Check::Permit, "earliest", &listed.earliest, &earliest);
    findings.same(Check::Permit, "authority", &listed.authority, case.words(row.authority));
}

/// A quotation has no gap and no line that was not read; a gap is named.
fn sheet(way: &Way, findings: &mut Findings) {
    let work = |l: &&Leg| matches!(l.kind, LegKind::Handle | LegKind::GaugeChange | LegKind::Border);
    let free = way.legs.iter().filter(work).filter(|l| l.charges.is_empty() && l.through.is_none()).count();
    let dark = way.legs.iter().filter(|l| l.kind == LegKind::Move && l.emission.is_none() && l.mode != "fibre").count();
    if (free + dark > 0) && way.gaps.is_empty() {
        findings.add(
            Check::Sheet,
            "gaps",
            "none",
            format_args!("{free} pieces of work without a charge, {dark} moves without a factor"),
        );
    }
    let mut charges = way.legs.iter().flat_map(|l| &l.charges).peekable();
    let firm = charges.peek().is_some() && free + dark == 0 && charges.all(|c| c.method == "read");
    findings.same(Check::Sheet, "sheet", &way.sheet, if firm { "quotation" } else { "indicative cost sheet" });
}
