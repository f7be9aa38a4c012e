//! A correct answer, spoilt in one place at a time: each fault is found, and found as what it is.
//!
//! ```text
//!   way 0, cheapest: STEPPE -rail- AKTAU ~feeder~ ALAT -rail- TBILISI -rail- POTI
//!   way 1, fastest:  STEPPE -rail- KURYK ~ferry~  ALAT -rail- TBILISI -rail- POTI
//! ```

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::{ask, certified, found, mini};
use keruen_certify::Check;
use keruen_results::Range;
use keruen_results::route::{Leg, LegKind, NoAnswer, PermitNeed, Refused, RouteAnswer, Way};

/// What is spoilt, how, and what is found on which subject.
type Fault = (&'static str, fn(&mut RouteAnswer), Check, &'static str);

const BOXES: &str = "2 container-40 steppe poti 2025-06-01";
const WHEAT: &str = "600 wheat steppe poti 2025-06-01";
const CLASS_7: &str = "60 uranium steppe tbilisi 2025-06-01";

fn each(words: &str, faults: &[Fault]) {
    let (corridor, right) = ask(&mini(), words);
    certified(&corridor, &right);
    for (name, spoil, check, subject) in faults {
        let mut wrong = right.clone();
        spoil(&mut wrong);
        assert_ne!(right, wrong, "{name} changes nothing");
        println!("{name}: {}", found(&corridor, &wrong, *check, subject));
    }
}

/// The leg on a link, of an operation, or (by service) the ride.
fn leg<'a>(a: &'a mut RouteAnswer, way: usize, id: &str) -> &'a mut Leg {
    let is = |l: &&mut Leg| {
        l.link.as_deref() == Some(id)
            || l.operation.as_deref() == Some(id)
            || l.kind == LegKind::Move && l.service.as_deref() == Some(id)
    };
    a.ways[way].legs.iter_mut().find(is).unwrap_or_else(|| panic!("no leg {id}"))
}

fn wait(a: &mut RouteAnswer, way: usize) -> &mut Leg {
    a.ways[way].legs.iter_mut().find(|l| l.kind == LegKind::Wait).unwrap()
}

fn position(a: &RouteAnswer, way: usize, id: &str) -> usize {
    a.ways[way].legs.iter().position(|l| l.link.as_deref() == Some(id) || l.operation.as_deref() == Some(id)).unwrap()
}

/// Takes a leg out and puts every sum right, so that only the leg is missed.
fn skip(a: &mut RouteAnswer, way: usize, id: &str) {
    let at = position(a, way, id);
    a.ways[way].legs.remove(at);
    add_up(a, way);
}

fn add_up(a: &mut RouteAnswer, way: usize) {
    let w = &mut a.ways[way];
    let hours = |kinds: &[LegKind]| -> f64 { w.legs.iter().filter(|l| kinds.contains(&l.kind)).map(|l| l.hours).sum() };
    w.totals.hours.moving = hours(&[LegKind::Move]);
    w.totals.hours.handling = hours(&[LegKind::Handle]);
    w.totals.hours.border = hours(&[LegKind::Border]);
    w.totals.hours.waiting = hours(&[LegKind::Wait]);
    w.totals.hours.p50 = w.legs.iter().map(|l| l.hours).sum();
    w.totals.cost.amount = w.legs.iter().map(|l| l.cost).sum();
    w.totals.co2e_kg = w.legs.iter().map(|l| l.co2e_kg).sum();
    w.totals.distance_km = w.legs.iter().map(|l| l.distance_km).sum();
}

#[test]
fn a_chain_that_cannot_be_gone_is_found() {
    each(
        BOXES,
        &[
            ("skipped border", |a| skip(a, 0, "alat-border-az"), Check::Border, "link:alat-tbilisi"),
            ("skipped last border", |a| skip(a, 1, "tbilisi-border-ge"), Check::Border, "link:tbilisi-poti"),
            ("skipped link", |a| skip(a, 0, "alat-tbilisi"), Check::Chain, "start of the leg"),
            ("never loaded", |a| skip(a, 0, "station-load-box"), Check::Loading, "link:steppe-aktau"),
            ("never unloaded", |a| skip(a, 1, "poti-unload-box"), Check::Loading, "end of the way"),
            ("rides without rolling on", |a| skip(a, 1, "ferry-roll-on"), Check::Loading, "service:ferry-kuryk-alat"),
            ("never rolls off", |a| skip(a, 1, "ferry-roll-off"), Check::Loading, "operation:alat-border-az"),
            ("unknown link", |a| leg(a, 0, "alat-tbilisi").link = Some("alat-mars".into()), Check::Row, "alat-mars"),
            (
                "link of another place",
                |a| leg(a, 0, "alat-tbilisi").link = Some("tbilisi-poti".into()),
                Check::Row,
                "tbilisi-poti",
            ),
            (
                "unknown operation",
                |a| leg(a, 0, "alat-border-az").operation = Some("wave-through".into()),
                Check::Row,
                "wave-through",
            ),
            (
                "rides the other ship",
                |a| leg(a, 0, "feeder-aktau-alat").service = Some("ferry-kuryk-alat".into()),
                Check::Row,
                "ferry-kuryk-alat",
            ),
            (
                "links of the ride",
                |a| leg(a, 0, "feeder-aktau-alat").links = vec!["kuryk-alat".into()],
                Check::Chain,
                "links of the ride",
            ),
            (
                "wait without a ship",
                |a| {
                    let w = a.ways[0].legs.remove(4);
                    a.ways[0].legs.push(w);
                },
                Check::Wait,
                "wait for",
            ),
            ("ends too early", |a| a.ways[0].legs.truncate(8), Check::Chain, "end of the way"),
        ],
    );
}

#[test]
fn a_wrong_figure_of_a_leg_is_found() {
    each(
        BOXES,
        &[
            ("distance", |a| leg(a, 0, "alat-tbilisi").distance_km = 499.0, Check::Distance, "distance_km"),
            ("hours of a link", |a| leg(a, 0, "alat-tbilisi").hours = 9.0, Check::Hours, "hours"),
            ("hours of a ride", |a| leg(a, 1, "ferry-kuryk-alat").hours = 16.0, Check::Hours, "hours"),
            ("hours of work", |a| leg(a, 0, "alat-transfer-box").hours += 1.0, Check::Hours, "hours"),
            ("90th percentile", |a| leg(a, 0, "alat-transfer-box").hours_p90 += 1.0, Check::Hours, "hours_p90"),
            ("wait without the cut-off", |a| wait(a, 0).hours = 36.0, Check::Wait, "aktau-load-box"),
            ("wait of nowhere", |a| wait(a, 1).wait_origin.clear(), Check::Wait, "ferry-roll-on"),
            ("no wait", |a| a.ways[1].legs.retain(|l| l.kind != LegKind::Wait), Check::Wait, "ferry-roll-on"),
            ("CO2e", |a| leg(a, 0, "alat-tbilisi").co2e_kg = 600.0, Check::Emission, "co2e_kg"),
            (
                "wider factor",
                |a| leg(a, 0, "alat-tbilisi").emission.as_mut().unwrap().emission = "rail".into(),
                Check::Emission,
                "emission:rail",
            ),
            ("no factor", |a| leg(a, 0, "alat-tbilisi").emission = None, Check::Emission, "factor"),
            ("mode", |a| leg(a, 0, "alat-tbilisi").mode = "road".into(), Check::Words, "mode"),
            ("kind", |a| leg(a, 0, "alat-border-az").kind = LegKind::Handle, Check::Words, "kind"),
            ("operator", |a| leg(a, 0, "alat-tbilisi").operator = "Nobody".into(), Check::Words, "operator"),
            ("place", |a| leg(a, 0, "alat-tbilisi").to.country = "AZ".into(), Check::Place, "country"),
        ],
    );
}

#[test]
fn a_wrong_charge_is_found() {
    each(
        BOXES,
        &[
            ("price", |a| leg(a, 0, "alat-tbilisi").charges[0].usd = 500.0, Check::Charge, "tariff:ady-box-40"),
            ("rate", |a| leg(a, 0, "alat-tbilisi").charges[0].rate = 0.5, Check::Charge, "tariff:ady-box-40 rate"),
            ("quantity", |a| leg(a, 0, "alat-tbilisi").charges[0].quantity = 500.0, Check::Charge, "tariff:ady-box-40 quantity"),
            (
                "rate of exchange",
                |a| leg(a, 0, "tbilisi-poti").charges[0].usd_rate = 1.0,
                Check::Charge,
                "tariff:gr-box-40 usd_rate",
            ),
            (
                "currency",
                |a| leg(a, 0, "tbilisi-poti").charges[0].currency = "USD".into(),
                Check::Charge,
                "tariff:gr-box-40 currency",
            ),
            ("per", |a| leg(a, 0, "tbilisi-poti").charges[0].per = "t".into(), Check::Charge, "tariff:gr-box-40 per"),
            (
                "price year",
                |a| leg(a, 0, "tbilisi-poti").charges[0].price_year = 2016,
                Check::Charge,
                "tariff:gr-box-40 price_year",
            ),
            ("minimum", |a| leg(a, 0, "tbilisi-border-ge").charges[0].usd = 12.0, Check::Charge, "tariff:border-ge"),
            (
                "wider row",
                |a| leg(a, 0, "alat-tbilisi").charges[0].tariff = "ady-wagon".into(),
                Check::NotApplicable,
                "tariff:ady-wagon",
            ),
            (
                "narrower passed over",
                |a| leg(a, 0, "alat-tbilisi").charges[0].tariff = "ady-wagon".into(),
                Check::PassedOver,
                "tariff:ady-box-40",
            ),
            ("surcharge left out", |a| leg(a, 1, "ferry-kuryk-alat").charges.truncate(1), Check::PassedOver, "tariff:ferry-long"),
            (
                "empty run charged",
                |a| leg(a, 1, "ferry-kuryk-alat").charges[0].tariff = "ferry-wagon-empty".into(),
                Check::NotApplicable,
                "tariff:ferry-wagon-empty",
            ),
            (
                "price of next year",
                |a| leg(a, 0, "feeder-aktau-alat").charges[0].tariff = "feeder-box-40-2026".into(),
                Check::NotApplicable,
                "tariff:feeder-box-40-2026",
            ),
            (
                "dues left out",
                |a| leg(a, 0, "alat-transfer-box").charges.retain(|c| c.tariff != "alat-dues"),
                Check::PassedOver,
                "tariff:alat-dues",
            ),
            (
                "charged twice",
                |a| {
                    let c = leg(a, 0, "alat-tbilisi").charges[0].clone();
                    leg(a, 0, "alat-tbilisi").charges.push(c);
                },
                Check::NotApplicable,
                "tariff:ady-box-40",
            ),
            ("free ride", |a| leg(a, 0, "feeder-aktau-alat").charges.clear(), Check::Unpriced, "service:feeder-aktau-alat"),
            (
                "range",
                |a| leg(a, 0, "alat-tbilisi").charges[0].range = Some(Range { low: 1.0, high: 2.0 }),
                Check::Range,
                "tariff:ady-box-40 range",
            ),
            (
                "method",
                |a| leg(a, 0, "alat-tbilisi").charges[0].method = "read".into(),
                Check::Charge,
                "tariff:ady-box-40 method",
            ),
        ],
    );
}

#[test]
fn a_wrong_total_or_label_is_found() {
    each(
        BOXES,
        &[
            ("sum of a leg", |a| leg(a, 0, "alat-tbilisi").cost = 601.0, Check::Total, "cost of the leg"),
            ("sum of a way", |a| a.ways[0].totals.cost.amount = 2800.0, Check::Total, "cost"),
            ("hours", |a| a.ways[0].totals.hours.p50 = 90.0, Check::Total, "hours"),
            ("hours waiting", |a| a.ways[0].totals.hours.waiting = 36.0, Check::Total, "hours waiting"),
            ("hours at borders", |a| a.ways[0].totals.hours.border = 0.0, Check::Total, "hours at borders"),
            (
                "90th percentile",
                |a| {
                    a.ways[0].totals.hours.p90 *= 1.05;
                    a.ways[0].totals.lateness.as_mut().unwrap().p90 *= 1.05;
                },
                Check::Total,
                "hours p90",
            ),
            ("90th percentile in one place", |a| a.ways[0].totals.hours.p90 += 0.1, Check::Total, "lateness"),
            ("median", |a| a.ways[0].totals.lateness.as_mut().unwrap().p50 *= 0.95, Check::Total, "lateness p50"),
            ("kilograms", |a| a.ways[1].totals.co2e_kg = 936.0, Check::Total, "co2e_kg"),
            ("distance", |a| a.ways[1].totals.distance_km = 0.0, Check::Total, "distance_km"),
            ("price year", |a| a.ways[1].totals.cost.price_year = 2030, Check::Total, "price_year"),
            ("range", |a| a.ways[1].totals.cost.range = None, Check::Total, "cost range"),
            ("papers", |a| a.ways[1].papers.retain(|p| p != "transit declaration"), Check::Papers, "transit declaration"),
            ("papers of a leg", |a| leg(a, 1, "tbilisi-border-ge").papers.clear(), Check::Papers, "SMGS waybill"),
            ("cheapest", |a| swap_label(a, "cheapest"), Check::Label, "cheapest"),
            ("fastest", |a| swap_label(a, "fastest"), Check::Label, "fastest"),
            ("greenest", |a| swap_label(a, "greenest"), Check::Label, "greenest"),
            ("no fastest", |a| a.ways[1].labels.retain(|l| l != "fastest"), Check::Label, "fastest"),
            ("called otherwise", |a| a.ways[1].label = "best".into(), Check::Label, "label"),
            (
                "order",
                |a| {
                    let first = Way { label: "way 1".into(), labels: Vec::new(), ..a.ways[0].clone() };
                    a.ways.insert(0, first);
                },
                Check::Label,
                "order",
            ),
            ("dear quotation", |a| a.ways[0].sheet = "quotation".into(), Check::Sheet, "sheet"),
            ("twice the same way", |a| a.ways.push(a.ways[0].clone()), Check::Dominated, "way"),
        ],
    );
}

fn swap_label(a: &mut RouteAnswer, name: &str) {
    for w in &mut a.ways {
        match w.labels.iter().position(|l| l == name) {
            Some(i) => drop(w.labels.remove(i)),
            None => w.labels.push(name.into()),
        }
    }
}

/// A way that costs the same in another ship's time: the feeder at the price of the ferry, slower and dirtier.
#[test]
fn a_dominated_way_is_found() {
    let (corridor, mut answer) = ask(&mini(), BOXES);
    for leg in &mut answer.ways[0].legs {
        leg.cost += 100.0;
        leg.hours += 1.0;
        leg.co2e_kg += 100.0;
    }
    let d = found(&corridor, &answer, Check::Dominated, "way");
    assert_eq!((d.way, d.leg), (Some(0), None));
}

#[test]
fn a_broken_rule_or_permit_is_found() {
    each(
        CLASS_7,
        &[
            ("missing permit", |a| a.ways[0].permits.clear(), Check::Permit, "class-7-transit"),
            ("permit granted too soon", |a| a.ways[0].permits[0].earliest = "2025-06-02".into(), Check::Permit, "earliest"),
            ("lead time", |a| a.ways[0].permits[0].lead_days = 3.0, Check::Permit, "lead_days"),
            ("permit of another rule", |a| a.ways[0].permits[0].rule = "class-7-sea".into(), Check::Permit, "class-7-transit"),
            (
                "permit of nobody",
                |a| {
                    let p = PermitNeed { permit: "of-the-moon".into(), ..a.ways[0].permits[0].clone() };
                    a.ways[0].permits.push(p);
                },
                Check::Permit,
                "of-the-moon",
            ),
            (
                "dangerous goods paper",
                |a| leg(a, 0, "ferry-kuryk-alat").papers.clear(),
                Check::Papers,
                "dangerous goods declaration",
            ),
            (
                "class 7 price passed over",
                |a| leg(a, 0, "ferry-kuryk-alat").charges[0].tariff = "ferry-wagon".into(),
                Check::PassedOver,
                "tariff:ferry-class-7",
            ),
            ("weight", |a| a.question.tonnes = 600.0, Check::Question, "tonnes"),
            ("refused by nobody", |a| a.refused[0].rule = "because".into(), Check::Refusal, ""),
            ("refused for another reason", |a| a.refused[0].reason = "full".into(), Check::Refusal, "reason"),
            ("refusal of nothing", |a| a.refused[0].what = "link:nowhere".into(), Check::Refusal, "link:nowhere"),
            (
                "reason beside ways",
                |a| {
                    a.no_answer =
                        Some(NoAnswer { reason: "none".into(), cut: Vec::new(), hint: String::new(), alternatives: Vec::new() });
                },
                Check::Refusal,
                "no_answer",
            ),
            (
                "not avoided",
                |a| a.question.conditions.push("avoid service:ferry-kuryk-alat".into()),
                Check::Condition,
                "service:ferry-kuryk-alat",
            ),
            ("country not avoided", |a| a.question.conditions.push("avoid AZ".into()), Check::Condition, "AZ"),
            ("not used", |a| a.question.conditions.push("use node:aktau_port".into()), Check::Condition, "node:aktau_port"),
            ("unknown question", |a| a.question.cargo = "gold".into(), Check::Question, "cargo"),
        ],
    );
}

#[test]
fn silence_about_why_there_is_no_way_is_found() {
    let (corridor, right) = ask(&mini(), "60 uranium steppe poti 2025-06-01");
    certified(&corridor, &right);
    let mut silent = right.clone();
    silent.no_answer = None;
    found(&corridor, &silent, Check::Refusal, "no_answer");
    let mut other = right.clone();
    let cut = Refused { what: "link:steppe-kuryk".into(), ..right.no_answer.as_ref().unwrap().cut[0].clone() };
    other.no_answer.as_mut().unwrap().cut.push(cut);
    found(&corridor, &other, Check::Refusal, "link:steppe-kuryk");
}

/// Of wheat over Georgia the entry-exit price is charged; the wagon price of the same link must not be.
#[test]
fn link_prices_in_the_place_of_an_entry_exit_price_are_found() {
    let (corridor, right) = ask(&mini(), WHEAT);
    certified(&corridor, &right);
    let mut wrong = right.clone();
    let transit = wrong.ways[0].legs.iter_mut().find(|l| l.links == ["tbilisi-poti"]).unwrap();
    assert_eq!((transit.link.as_deref(), transit.charges[0].tariff.as_str()), (None, "gr-wheat-transit"));
    transit.link = Some("tbilisi-poti".into());
    let c = &mut transit.charges[0];
    (c.tariff, c.name, c.rate, c.per) = ("gr-wagon".into(), "GR wagon".into(), 3.0, "wagon_km".into());
    (c.quantity, c.usd) = (3000.0, 3600.0);
    transit.cost = 3600.0;
    add_up(&mut wrong, 0);
    found(&corridor, &wrong, Check::PassedOver, "tariff:gr-wheat-transit");
}
