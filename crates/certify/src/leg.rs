//! One leg against the deed that it stands for.

use crate::case::Case;
use crate::deed::{Deed, Part, What};
use crate::discrepancy::{Check, Findings};
use crate::emissions::{Emitted, emitted};
use crate::hauls::by_haul;
use crate::rules::judge;
use crate::tariffs::{Line, item_name};
use crate::tolerance::{CO2E, DISTANCE, HOURS, MONEY, QUANTITY, RISK, SPREAD};
use keruen_model::{Date, OperationKind, Quantity, TableKind, TariffScope, TariffUnit};
use keruen_results::Range;
use keruen_results::route::{Charge, EmissionUse, Leg, LegKind};

/// z of the 90th percentile of the standard normal distribution.
pub(crate) const Z90: f64 = 1.281_551_565_544_600_4;

/// Every figure and word of a leg, but its wait.
pub(crate) fn check(case: &Case<'_>, leg: &Leg, deed: &Deed<'_>, owed: &[Line<'_>], findings: &mut Findings) {
    words(case, leg, deed, findings);
    let alone = matches!(&deed.what, What::Link(l) if leg.through.is_none() && by_haul(case, l));
    if alone {
        findings.add(Check::Chain, &case.name(deed.name()), "ridden alone", "part of a haul: its price is by distance belts");
    }
    findings.close((Check::Distance, DISTANCE), "distance_km", leg.distance_km, deed.km);
    if deed.time.is_empty() {
        findings.add(Check::Hours, &case.name(deed.name()), leg.hours, "hours that follow from a speed in the tables");
    } else {
        hours(leg, deed.time.iter().copied().sum(), findings);
    }
    findings.close((Check::Risk, RISK), "risk", leg.risk, deed.risk);
    charges(case, leg, deed, owed, findings);
    emissions(case, leg, deed, findings);
    rules(case, leg, deed, findings);
    crate::water::check(case, leg, deed, findings);
}

/// A wait is there when there is something to wait for, and says where it comes from.
pub(crate) fn check_wait(case: &Case<'_>, deed: &Deed<'_>, wait: Option<(usize, &Leg)>, findings: &mut Findings) {
    let subject = case.name(deed.name());
    match (wait, deed.wait) {
        (None, None) => {}
        (None, Some(w)) => findings.add(Check::Wait, &subject, "no wait", format_args!("{} h", w.median)),
        (Some((_, leg)), None) => findings.add(Check::Wait, &subject, format_args!("{} h", leg.hours), "no wait"),
        (Some((_, leg)), Some(part)) => {
            findings.close((Check::Wait, HOURS), &subject, leg.hours, part.median);
            findings.close((Check::Wait, SPREAD), "hours_p90", leg.hours_p90, part.median + Z90 * part.variance.sqrt());
            if leg.wait_origin.is_empty() {
                findings.add(Check::Wait, &subject, "a wait from nowhere", "where the wait comes from");
            }
        }
    }
    if let Some((_, leg)) = wait {
        empty_but_for_time(case, leg, findings);
    }
}

fn empty_but_for_time(case: &Case<'_>, leg: &Leg, findings: &mut Findings) {
    case.check_place(&leg.from, findings);
    if !leg.charges.is_empty() || leg.cost != 0.0 || leg.co2e_kg != 0.0 || leg.distance_km != 0.0 {
        findings.add(Check::Wait, &leg.name, "cost, CO2e or distance", "hours alone");
    }
    findings.same(Check::Chain, "place of the wait", &leg.to.id, &leg.from.id);
}

fn words(case: &Case<'_>, leg: &Leg, deed: &Deed<'_>, findings: &mut Findings) {
    case.check_place(&leg.from, findings);
    case.check_place(&leg.to, findings);
    let kind = match deed.operation().map(|o| o.kind) {
        None => LegKind::Move,
        Some(OperationKind::Border) => LegKind::Border,
        Some(OperationKind::GaugeChange) => LegKind::GaugeChange,
        Some(OperationKind::Papers) => LegKind::Papers,
        Some(_) => LegKind::Handle,
    };
    if leg.kind != kind {
        findings.add(Check::Words, "kind", format_args!("{:?}", leg.kind), format_args!("{kind:?}"));
    }
    let facility = match &deed.what {
        What::Work(_, f, _) => case.id(f.facility_id),
        _ => "",
    };
    findings.same(Check::Words, "facility", leg.facility.as_deref().unwrap_or(""), facility);
    findings.same(Check::Words, "mode", &leg.mode, deed.touch.mode.map_or("", |m| m.name()));
    findings.same(Check::Words, "operator", &leg.operator, case.operator_name(deed.touch.operators.first().copied()));
    if let What::Ride(r) = &deed.what {
        let links: Vec<&str> = r.links.iter().map(|l| case.id(l.link_id)).collect();
        findings.same(Check::Chain, "links of the ride", &leg.links.join(" "), &links.join(" "));
    }
}

fn hours(leg: &Leg, time: Part, findings: &mut Findings) {
    findings.close((Check::Hours, HOURS), "hours", leg.hours, time.median);
    findings.close((Check::Hours, SPREAD), "hours_p90", leg.hours_p90, time.median + Z90 * time.variance.sqrt());
}

/// The lines of the sheet against the lines that are owed.
fn charges(case: &Case<'_>, leg: &Leg, deed: &Deed<'_>, owed: &[Line<'_>], findings: &mut Findings) {
    let id = |l: &Line<'_>| case.id(l.tariff.tariff_id);
    let (lines, whole) = ranges(case, owed);
    for (i, c) in leg.charges.iter().enumerate() {
        let subject = format!("tariff:{}", c.tariff);
        match owed.iter().zip(&lines).find(|(l, _)| id(l) == c.tariff) {
            Some(_) if leg.charges[..i].iter().any(|x| x.tariff == c.tariff) => {
                findings.add(Check::NotApplicable, &subject, "charged twice", "once");
            }
            Some((l, r)) => charge(case, c, (l, *r), findings),
            None => findings.add(
                Check::NotApplicable,
                &subject,
                "charged",
                "not charged: it does not hold here or a narrower row does",
            ),
        }
    }
    for l in owed.iter().filter(|l| !leg.charges.iter().any(|c| c.tariff == id(l))) {
        let should_be = format!("{} USD of {}", l.usd, item_name(case, l.tariff.scope, l.tariff.item));
        findings.add(Check::PassedOver, &format!("tariff:{}", id(l)), "not charged", should_be);
    }
    let sum: f64 = leg.charges.iter().map(|c| c.usd).sum();
    findings.close((Check::Total, MONEY), "cost of the leg", leg.cost, sum);
    range((Check::Range, "cost of the leg"), leg.cost_range, whole, findings);
    let priced = !leg.charges.is_empty() && owed.iter().any(is_price);
    if deed.must_be_priced() && !priced && leg.through.is_none() {
        findings.add(Check::Unpriced, &case.name(deed.name()), "no charge", "a charge, or no such leg");
    }
}

/// A price of transport; hire is none, nor is a surcharge on nothing.
fn is_price(l: &Line<'_>) -> bool {
    use TariffScope as S;
    l.tariff.per != TariffUnit::Share && matches!(l.tariff.scope, S::Link | S::Transit | S::Service | S::Through)
}

fn charge(case: &Case<'_>, c: &Charge, (l, ends): (&Line<'_>, Option<Range>), findings: &mut Findings) {
    let (t, subject) = (l.tariff, format!("tariff:{}", c.tariff));
    let usd_rate = case.usd(t.currency).unwrap_or(f64::NAN);
    findings.close((Check::Charge, MONEY), &subject, c.usd, l.usd);
    findings.close((Check::Charge, MONEY), &format!("{subject} rate"), c.rate, t.amount.value());
    findings.close((Check::Charge, QUANTITY), &format!("{subject} quantity"), c.quantity, l.quantity);
    findings.close((Check::Charge, MONEY), &format!("{subject} usd_rate"), c.usd_rate, usd_rate);
    findings.same(Check::Charge, &format!("{subject} name"), &c.name, case.words(t.name));
    findings.same(Check::Charge, &format!("{subject} currency"), &c.currency, case.words(t.currency));
    findings.same(Check::Charge, &format!("{subject} per"), &c.per, t.per.name());
    findings.same(Check::Charge, &format!("{subject} operator"), &c.operator, case.operator_name(t.operator_id));
    if c.price_year != t.price_year {
        findings.add(Check::Charge, &format!("{subject} price_year"), c.price_year, t.price_year);
    }
    let (method, _) = case.cited(TableKind::Tariff, t.tariff_id.sym(), "amount");
    findings.same(Check::Charge, &format!("{subject} method"), &c.method, method);
    terms(case, c, l, findings);
    range((Check::Range, &subject), c.range, ends, findings);
}

/// What a quotation says beside the sum: dates, free days, what is in it and what not.
fn terms(case: &Case<'_>, c: &Charge, l: &Line<'_>, findings: &mut Findings) {
    let (t, subject) = (l.tariff, format!("tariff:{}", c.tariff));
    let day = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
    let rate = case.rate(t.currency).filter(|_| case.words(t.currency) != "USD");
    findings.same(Check::Charge, &format!("{subject} rate_date"), &c.rate_date, &day(rate.map(|f| f.date)));
    findings.same(Check::Charge, &format!("{subject} valid_from"), &c.valid_from, &day(t.valid_from));
    findings.same(Check::Charge, &format!("{subject} valid_to"), &c.valid_to, &day(t.valid_to));
    findings.same(Check::Charge, &format!("{subject} includes"), &c.includes, case.words(t.includes));
    findings.same(Check::Charge, &format!("{subject} excludes"), &c.excludes, case.words(t.excludes));
    if c.free_days != t.free_days.map(Quantity::value) {
        findings.add(Check::Charge, &format!("{subject} free_days"), format_args!("{:?}", c.free_days), "those of the row");
    }
}

/// The range of each line and of their sum. At either end a voucher pays at most the fare that is asked there.
fn ranges(case: &Case<'_>, owed: &[Line<'_>]) -> (Vec<Option<Range>>, Option<Range>) {
    let mut sum = Range { low: 0.0, high: 0.0 };
    let mut out = Vec::new();
    for l in owed {
        let own = own_range(case, l);
        let raw = own.unwrap_or_else(|| {
            let whole = l.at(l.tariff.amount.value(), l.tariff.minimum.map(Quantity::value), usd_of(case, l));
            Range { low: whole, high: whole }
        });
        let (low, high) = if l.voucher { (raw.low.max(-sum.low), raw.high.max(-sum.high)) } else { (raw.low, raw.high) };
        let shown = if l.voucher { ordered(raw.low.max(-sum.high), raw.high.max(-sum.low)) } else { raw };
        sum = Range { low: sum.low + low, high: sum.high + high };
        out.push(own.map(|_| shown));
    }
    let some = out.iter().any(Option::is_some);
    (out, some.then_some(sum))
}

fn usd_of(case: &Case<'_>, l: &Line<'_>) -> f64 {
    case.usd(l.tariff.currency).unwrap_or(f64::NAN)
}

/// What the line would be at the ends of its rate and, where it has one, of its minimum.
fn own_range(case: &Case<'_>, l: &Line<'_>) -> Option<Range> {
    let cited = |field| case.cited(TableKind::Tariff, l.tariff.tariff_id.sym(), field).1;
    let own = l.tariff.minimum.map(Quantity::value);
    let (rate, minimum) = (cited("amount"), own.and_then(|_| cited("minimum")));
    if rate.is_none() && minimum.is_none() {
        return None;
    }
    let (amount, usd) = (l.tariff.amount.value(), usd_of(case, l));
    let (low, high) = rate.unwrap_or((amount, amount));
    Some(ordered(l.at(low, minimum.map(|m| m.0).or(own), usd), l.at(high, minimum.map(|m| m.1).or(own), usd)))
}

fn ordered(a: f64, b: f64) -> Range {
    Range { low: a.min(b), high: a.max(b) }
}

/// Two ranges that must be the same.
pub(crate) fn range((check, subject): (Check, &str), says: Option<Range>, should_be: Option<Range>, findings: &mut Findings) {
    let text = |r: Option<Range>| r.map_or("no range".to_string(), |r| format!("{} to {}", r.low, r.high));
    let same = match (says, should_be) {
        (Some(a), Some(b)) => MONEY.holds(a.low, b.low) && MONEY.holds(a.high, b.high),
        (a, b) => a.is_none() && b.is_none(),
    };
    if !same {
        findings.add(check, &format!("{subject} range"), text(says), text(should_be));
    }
}

/// Kilograms, and the factor shown: of a chain one of those used.
fn emissions(case: &Case<'_>, leg: &Leg, deed: &Deed<'_>, findings: &mut Findings) {
    let stretches = emitted(case, deed);
    let end = |pick: fn(f64, f64) -> f64| -> f64 { stretches.iter().filter_map(|s| s.iter().map(|e| e.kg).reduce(pick)).sum() };
    let (least, most) = (end(f64::min), end(f64::max));
    let nearest = leg.co2e_kg.clamp(least.min(most), most.max(least));
    findings.close((Check::Emission, CO2E), "co2e_kg", leg.co2e_kg, nearest);
    let used: Vec<Emitted<'_>> = stretches.into_iter().flatten().collect();
    match (&leg.emission, used.is_empty()) {
        (None, true) => {}
        (None, false) => {
            findings.add(Check::Emission, "factor", "none", format!("emission:{}", case.id(used[0].factor.emission_id)))
        }
        (Some(e), _) => match used.iter().find(|u| case.id(u.factor.emission_id) == e.emission) {
            None => {
                findings.add(Check::Emission, &format!("emission:{}", e.emission), "used", "the narrowest factor that holds here")
            }
            Some(u) => factor(case, e, u, findings),
        },
    }
}

fn factor(case: &Case<'_>, e: &EmissionUse, used: &Emitted<'_>, findings: &mut Findings) {
    let subject = format!("emission:{}", e.emission);
    findings.close((Check::Emission, CO2E), &subject, e.factor, used.factor.factor.value());
    findings.same(Check::Emission, &format!("{subject} unit"), &e.unit, used.factor.unit.name());
    let (method, _) = case.cited(TableKind::Emission, used.factor.emission_id.sym(), "factor");
    findings.same(Check::Emission, &format!("{subject} method"), &e.method, method);
}

/// No refused row is used, nothing that is to be avoided, and the papers are those of the work and of the rules.
fn rules(case: &Case<'_>, leg: &Leg, deed: &Deed<'_>, findings: &mut Findings) {
    let verdict = judge(case, deed);
    if let Some(r) = verdict.refused_by {
        findings.add(Check::Rule, &case.name(deed.name()), "used", format_args!("refused by rule:{}", case.id(r.rule_id)));
    }
    if let Some((r, least)) = crate::lots::too_small(case, deed) {
        findings.add(Check::Rule, &case.name(r), "used", format_args!("not used: it takes no lot under {least} t"));
    }
    if let Some(r) = verdict.over_quota {
        findings.add(
            Check::Permit,
            &case.name(deed.name()),
            "used",
            format_args!("above the quota that rule:{} needs", case.id(r.rule_id)),
        );
    }
    let operators = deed.touch.operators.iter().map(|&o| crate::deed::any(o));
    let touched = |r: &&keruen_model::AnyRef| deed.touch.touches(**r) || operators.clone().any(|o| o == **r);
    for r in case.avoid.iter().filter(touched) {
        findings.add(Check::Condition, &case.name(*r), "touched", "avoided");
    }
    let country = |c: &&String| deed.touch.countries.iter().any(|&x| case.corridor.text(x) == **c);
    for c in case.avoid_countries.iter().filter(country) {
        findings.add(Check::Condition, c, "touched", "avoided");
    }
    let own = deed.operation().map_or(&[][..], |o| &o.paper[..]);
    let wanted: Vec<&str> = own.iter().chain(&verdict.papers).map(|&p| case.words(p)).collect();
    papers(&leg.papers, &wanted, findings);
}

/// Two lists of papers, in any order.
pub(crate) fn papers<S: AsRef<str>>(says: &[S], wanted: &[&str], findings: &mut Findings) {
    for p in wanted.iter().filter(|p| !says.iter().any(|s| s.as_ref() == **p)) {
        findings.add(Check::Papers, p, "not listed", "listed");
    }
    for p in says.iter().map(S::as_ref).filter(|p| !wanted.contains(p)) {
        findings.add(Check::Papers, p, "listed", "not asked for");
    }
}
