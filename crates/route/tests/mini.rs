//! The worked example against the ROUTE part of `corridors/caspian-mini/expected.md`: every way, leg by leg. All answers are
//! certified besides.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder ~~~+
//!   STEPPE --+                       +-- ALAT -- TBILISI -- POTI
//!            +-- KURYK ~~~ ferry ~~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{answer, ask, change, consignment, figures, folder, mini};
use keruen_model::scenario::{apply, parse};
use keruen_model::{AnyRef, Corridor, Date, TableKind};
use keruen_results::route::{Leg, LegKind, RouteAnswer, Way};
use keruen_route::Consignment;

const BOXES: &str = "2 container-40 steppe poti 2025-06-01";

/// Name, hours, dollars, kilograms.
type Row = (&'static str, f64, f64, f64);

/// The outside option is a way of `route` too; here it is dominated or has no price, save where nothing else is left.
fn inside(a: &RouteAnswer) -> Vec<&Way> {
    a.ways.iter().filter(|w| w.legs.iter().all(|l| l.service.as_deref() != Some("outside-north"))).collect()
}

/// The way that uses a service.
fn by<'a>(a: &'a RouteAnswer, service: &str) -> &'a Way {
    let uses = |w: &&Way| w.legs.iter().any(|l| l.service.as_deref() == Some(service));
    a.ways.iter().find(uses).unwrap_or_else(|| panic!("no way uses {service}"))
}

fn name(l: &Leg) -> &str {
    match (l.kind, &l.link, &l.operation, &l.service) {
        (LegKind::Wait, ..) => "wait",
        (_, Some(link), ..) => link,
        (_, _, Some(operation), _) => operation,
        (_, _, _, Some(service)) => service,
        _ => "transit",
    }
}

fn compare(way: &Way, rows: &[Row]) {
    let round = |x: f64| (x * 1e6).round() / 1e6;
    let got: Vec<(&str, f64, f64, f64)> =
        way.legs.iter().map(|l| (name(l), round(l.hours), round(l.cost), round(l.co2e_kg))).collect();
    assert_eq!(got, rows, "{}", way.label);
}

/// Moving, handling, borders, waiting.
fn parts(w: &Way) -> [f64; 4] {
    let h = &w.totals.hours;
    [h.moving, h.handling, h.border, h.waiting]
}

fn row(c: &Corridor, text: &str) -> AnyRef {
    let (table, id) = text.split_once(':').unwrap();
    AnyRef { table: TableKind::from_name(table).unwrap(), id: c.strings.find(id).unwrap() }
}

fn boxes(c: &Corridor) -> Consignment {
    consignment(c, BOXES)
}

#[test]
fn two_boxes_go_by_ferry_or_feeder() {
    let a = ask(&mini(), BOXES);
    assert_eq!(a.ways.len(), 2, "there is no third");
    compare(
        by(&a, "ferry-kuryk-alat"),
        &[
            ("station-load-box", 2.0, 80.0, 10.0),
            ("steppe-kuryk", 5.0, 200.0, 240.0),
            ("ferry-roll-on", 2.0, 50.0, 4.0),
            ("wait", 12.0, 0.0, 0.0),
            ("ferry-kuryk-alat", 20.0, 1440.0, 800.0),
            ("ferry-roll-off", 2.0, 70.0, 4.0),
            ("alat-border-az", 2.0, 10.0, 0.0),
            ("alat-tbilisi", 10.0, 600.0, 200.0),
            ("tbilisi-border-ge", 4.0, 50.0, 0.0),
            ("tbilisi-poti", 6.0, 480.0, 120.0),
            ("poti-unload-box", 2.0, 120.0, 10.0),
        ],
    );
    compare(
        by(&a, "feeder-aktau-alat"),
        &[
            ("station-load-box", 2.0, 80.0, 10.0),
            ("steppe-aktau", 4.0, 200.0, 240.0),
            ("aktau-unload-box", 2.0, 60.0, 10.0),
            ("aktau-load-box", 2.0, 120.0, 10.0),
            ("wait", 42.0, 0.0, 0.0),
            ("feeder-aktau-alat", 16.0, 1000.0, 320.0),
            ("alat-transfer-box", 3.0, 180.0, 16.0),
            ("alat-border-az", 2.0, 10.0, 0.0),
            ("alat-tbilisi", 10.0, 600.0, 200.0),
            ("tbilisi-border-ge", 4.0, 50.0, 0.0),
            ("tbilisi-poti", 6.0, 480.0, 120.0),
            ("poti-unload-box", 2.0, 120.0, 10.0),
        ],
    );
    assert_eq!(figures(by(&a, "ferry-kuryk-alat")), [67.0, 3100.0, 1388.0]);
    assert_eq!(figures(by(&a, "feeder-aktau-alat")), [95.0, 2900.0, 936.0]);
    assert_eq!(parts(by(&a, "ferry-kuryk-alat")), [41.0, 8.0, 6.0, 12.0]);
    assert_eq!(parts(by(&a, "feeder-aktau-alat")), [36.0, 11.0, 6.0, 42.0]);
    for w in &a.ways {
        let mut papers = w.papers.clone();
        papers.sort();
        assert_eq!(papers, ["SMGS waybill", "transit declaration"]);
        assert!(w.permits.is_empty());
    }
    let labels = |s: &str| by(&a, s).labels.clone();
    assert!(labels("feeder-aktau-alat").starts_with(&["cheapest".into(), "greenest".into()]));
    assert_eq!(labels("ferry-kuryk-alat")[0], "fastest");
}

#[test]
fn other_days_places_and_amounts() {
    let base = mini();
    let cases: &[(&str, &[[f64; 3]])] = &[
        ("2 container-40 steppe poti 2026-02-01", &[[67.0, 3100.0, 1388.0], [95.0, 3200.0, 936.0]]),
        ("2 container-40 aktau_port poti 2025-06-01", &[[87.0, 2560.0, 676.0]]),
        ("1 container-40 steppe poti 2025-06-01", &[[67.0, 1575.0, 694.0], [95.0, 1475.0, 468.0]]),
        ("2 container-40 steppe poti 2025-12-31", &[[67.0, 3100.0, 1388.0], [95.0, 2900.0, 936.0]]),
        ("2 container-40 steppe poti 2024-12-31", &[[95.0, 2900.0, 936.0]]),
        ("600 wheat steppe poti 2025-06-01", &[[78.0, 22720.0, 21080.0]]),
        ("600 wheat steppe tbilisi 2025-06-01", &[[74.0, 19120.0, 19280.0]]),
        ("60 uranium steppe tbilisi 2025-06-01", &[[61.0, 3110.0, 1908.0]]),
    ];
    for (words, wanted) in cases {
        let a = ask(&base, words);
        let mut got: Vec<[f64; 3]> = inside(&a).into_iter().map(figures).collect();
        got.sort_by(|a, b| a[0].total_cmp(&b[0]));
        assert_eq!(got, *wanted, "{words}");
    }
}

/// The feeder costs more from 1 January 2026, so the labels change places.
#[test]
fn in_2026_the_ferry_is_the_cheapest() {
    let a = ask(&mini(), "2 container-40 steppe poti 2026-02-01");
    assert_eq!(by(&a, "ferry-kuryk-alat").labels[..2], ["cheapest", "fastest"]);
    assert!(by(&a, "feeder-aktau-alat").labels.contains(&"greenest".to_string()));
}

#[test]
fn wheat_rolls_on_the_ferry_and_over_georgia_at_the_entry_exit_price() {
    let sea = [
        ("steppe-load-wheat", 11.0, 1200.0, 300.0),
        ("steppe-kuryk", 5.0, 2000.0, 3600.0),
        ("ferry-roll-on", 2.0, 500.0, 40.0),
        ("wait", 12.0, 0.0, 0.0),
        ("ferry-kuryk-alat", 20.0, 7200.0, 12000.0),
        ("ferry-roll-off", 2.0, 800.0, 40.0),
        ("alat-border-az", 2.0, 100.0, 0.0),
        ("alat-tbilisi", 10.0, 6000.0, 3000.0),
        ("tbilisi-border-ge", 4.0, 120.0, 0.0),
    ];
    let base = mini();
    let a = ask(&base, "600 wheat steppe tbilisi 2025-06-01");
    compare(inside(&a)[0], &[&sea[..], &[("elevator-unload", 6.0, 1200.0, 300.0)]].concat());
    assert_eq!(parts(inside(&a)[0]), [35.0, 21.0, 6.0, 12.0]);
    let a = ask(&base, "600 wheat steppe poti 2025-06-01");
    compare(inside(&a)[0], &[&sea[..], &[("transit", 6.0, 3000.0, 1800.0), ("poti-unload-wheat", 4.0, 1800.0, 300.0)]].concat());
    assert_eq!(parts(inside(&a)[0]), [41.0, 19.0, 6.0, 12.0]);
}

#[test]
fn class_7_takes_the_ferry_with_a_permit() {
    let a = ask(&mini(), "60 uranium steppe tbilisi 2025-06-01");
    assert_eq!(a.ways.len(), 1);
    let w = &a.ways[0];
    compare(
        w,
        &[
            ("station-load-box", 2.0, 160.0, 20.0),
            ("steppe-kuryk", 5.0, 200.0, 360.0),
            ("ferry-roll-on", 2.0, 50.0, 4.0),
            ("wait", 12.0, 0.0, 0.0),
            ("ferry-kuryk-alat", 20.0, 1800.0, 1200.0),
            ("ferry-roll-off", 2.0, 80.0, 4.0),
            ("alat-border-az", 2.0, 10.0, 0.0),
            ("alat-tbilisi", 10.0, 600.0, 300.0),
            ("tbilisi-border-ge", 4.0, 50.0, 0.0),
            ("station-unload-box", 2.0, 160.0, 20.0),
        ],
    );
    let p = &w.permits[0];
    assert_eq!((w.permits.len(), p.permit.as_str(), p.rule.as_str()), (1, "class-7-transit", "class-7-permit"));
    assert_eq!((p.lead_days, p.earliest.as_str()), (30.0, "2025-07-01"));
    assert!(w.papers.iter().any(|p| p == "dangerous goods declaration"));
    assert!(a.refused.iter().any(|r| r.rule == "class-7-sea" && r.what == "service:feeder-aktau-alat"));
    assert!(!a.refused.iter().any(|r| r.what == "service:ferry-kuryk-alat"), "a narrower row allows the ferry");
}

#[test]
fn class_7_to_poti_is_refused_with_its_rules_and_the_cut() {
    let mut base = mini();
    change(&mut base, "service:outside-north.status=closed");
    let a = ask(&base, "60 uranium steppe poti 2025-06-01");
    assert!(a.ways.is_empty());
    let rules: Vec<&str> = a.refused.iter().map(|r| r.rule.as_str()).collect();
    assert!(rules.contains(&"class-7-poti") && rules.contains(&"class-7-sea"), "{rules:?}");
    assert!(a.refused.iter().any(|r| r.rule == "class-7-poti" && r.what == "link:tbilisi-poti"));
    // Taken back alone, the rule of Poti opens the way by the ferry: the line to Poti and the work there.
    let none = a.no_answer.unwrap();
    let mut cut: Vec<(&str, &str)> = none.cut.iter().map(|r| (r.rule.as_str(), r.what.as_str())).collect();
    cut.sort_unstable();
    assert_eq!(cut, [("class-7-poti", "link:tbilisi-poti"), ("class-7-poti", "operation:poti-unload-box")]);
    assert!(none.reason.contains("the port of Poti takes no class 7 goods"), "{}", none.reason);
}

#[test]
fn taking_the_cut_back_opens_the_way() {
    let mut base = mini();
    let cut = ask(&base, "60 uranium steppe poti 2025-06-01").no_answer.unwrap().cut;
    assert!(!cut.is_empty());
    for r in &cut {
        change(&mut base, &format!("rule:{}.status=closed", r.rule));
    }
    assert_eq!(ask(&base, "60 uranium steppe poti 2025-06-01").ways.len(), 1);
}

#[test]
fn what_must_be_used_is_used() {
    let base = mini();
    let cases: &[(&[&str], &[&str])] = &[
        (&["node:kuryk_port"], &["ferry-kuryk-alat"]),
        (&["service:feeder-aktau-alat"], &["feeder-aktau-alat"]),
        // Not out and back over the link, and then by the ferry.
        (&["link:steppe-aktau"], &["feeder-aktau-alat"]),
        (&["facility:alat-ferry"], &["ferry-kuryk-alat"]),
        (&["node:alat_port", "link:tbilisi-poti"], &["feeder-aktau-alat", "ferry-kuryk-alat"]),
        (&["node:kuryk_port", "service:feeder-aktau-alat"], &[]),
        // There by the one, back by the other, and then one of them again: no way rides a stretch twice.
        (&["link:aktau-alat", "link:kuryk-alat"], &[]),
    ];
    for (wanted, services) in cases {
        let mut q = boxes(&base);
        q.must_use = wanted.iter().map(|r| row(&base, r)).collect();
        let a = answer(&base, &q);
        let mut got: Vec<&str> =
            a.ways.iter().flat_map(|w| &w.legs).filter(|l| l.mode == "sea").filter_map(|l| l.service.as_deref()).collect();
        got.sort_unstable();
        got.dedup();
        assert_eq!(got, *services, "{wanted:?}");
    }
}

#[test]
fn what_is_to_be_avoided_is_avoided_and_said() {
    let base = mini();
    let cases: &[(&str, &[f64])] = &[
        ("service:ferry-kuryk-alat", &[2900.0]),
        ("service:feeder-aktau-alat", &[3100.0]),
        ("node:aktau_port", &[3100.0]),
        ("link:steppe-kuryk", &[2900.0]),
        ("facility:alat-ferry", &[2900.0]),
        ("operator:asco", &[2900.0]),
        ("operation:alat-transfer-box", &[3100.0]),
    ];
    for (shunned, dollars) in cases {
        let mut q = boxes(&base);
        q.avoid = vec![row(&base, shunned), row(&base, "service:outside-north")];
        let a = answer(&base, &q);
        let got: Vec<f64> = a.ways.iter().map(|w| w.totals.cost.amount).collect();
        assert_eq!(got, *dollars, "{shunned}");
        assert!(a.refused.iter().any(|r| r.rule == "asked"), "{shunned}");
    }
    let mut q = boxes(&base);
    q.avoid = vec![row(&base, "service:outside-north")];
    q.avoid_countries = vec!["AZ".into()];
    let a = answer(&base, &q);
    assert!(a.ways.is_empty() && a.no_answer.unwrap().cut.iter().all(|r| r.rule == "asked"));
}

/// ```text
///   KURYK ~~~ past a country that no link tells ~~~ ALAT
/// ```
#[test]
fn a_country_passed_between_two_stops_is_avoided() {
    let mut base = mini();
    for service in ["ferry-kuryk-alat", "outside-north"] {
        let stop = base.tables.stop.iter().find(|s| base.strings.id(s.service_id) == service && s.sequence == 2).unwrap().stop_id;
        let stop = base.strings.id(stop).to_string();
        change(&mut base, &format!("stop:{stop}.passes=RU"));
    }
    let mut q = boxes(&base);
    q.avoid_countries = vec!["RU".into()];
    let a = answer(&base, &q);
    let got: Vec<f64> = a.ways.iter().map(|w| w.totals.cost.amount).collect();
    assert_eq!(got, [2900.0], "by the feeder alone");
    q.avoid_countries = Vec::new();
    q.must_use_countries = vec!["RU".into()];
    assert!(answer(&base, &q).ways.iter().all(|w| !w.summary.contains("feeder")));
}

/// The third ferry enters service on 1 February 2025; of a route it changes nothing, since route knows no queue and no full ship.
#[test]
fn a_dated_scenario_changes_what_it_says_from_its_day_on() {
    let base = mini();
    let text = std::fs::read_to_string(folder("caspian-mini").join("scenarios/third-ferry.toml")).unwrap();
    let third = parse("third-ferry.toml", &text).unwrap();
    let made = |day: &str| apply(&base, std::slice::from_ref(&third), Date::parse(day)).unwrap();
    assert_eq!((made("2025-01-31").applied.len(), made("2025-02-01").applied.len()), (0, 1));
    let stacked = apply(&base, std::slice::from_ref(&third), None).unwrap();
    assert_eq!(stacked.day.to_string(), "2025-02-15");
    let words = "2 container-40 steppe poti 2025-02-15";
    assert_eq!(ask(&stacked.corridor, words).ways, ask(&base, words).ways);
}

/// A price that a scenario changes from a day on, asked the day before and on the day.
#[test]
fn a_price_of_a_dated_scenario_is_charged_from_its_day_on() {
    let base = mini();
    let cheap = parse(
        "cheap.toml",
        r#"
id = "cheap"
name = "The feeder at 400 USD"
why = "test"

[[change]]
table = "tariff"
id = "feeder-box-40-2025"
field = "amount"
old = "500"
set = "400"
from = "2025-07-01"
why = "test"
"#,
    )
    .unwrap();
    for (day, dollars) in [("2025-06-30", 2900.0), ("2025-07-01", 2700.0)] {
        let stacked = apply(&base, std::slice::from_ref(&cheap), Date::parse(day)).unwrap();
        let a = ask(&stacked.corridor, &format!("2 container-40 steppe poti {day}"));
        assert_eq!(by(&a, "feeder-aktau-alat").totals.cost.amount, dollars, "{day}");
    }
}

/// Figures that expected.md says must move nothing, and figures that must.
#[test]
fn figures_that_must_move_nothing_move_nothing() {
    let base = mini();
    let questions = [
        BOXES,
        "600 wheat steppe poti 2025-06-01",
        "600 wheat steppe tbilisi 2025-06-01",
        "60 uranium steppe tbilisi 2025-06-01",
    ];
    let all = |c: &Corridor| questions.map(|words| ask(c, words).ways.iter().map(figures).collect::<Vec<_>>());
    let before = all(&base);
    for still in [
        "tariff:gr-wagon.amount=3.21",
        "tariff:ferry-wagon-empty.amount=41.73",
        "vehicle:feeder-20.places=21.4",
        "service:ferry-kuryk-alat.at_least=0.856",
        "stop:feeder-1.dwell=fixed(8.56)",
        "operation:elevator-load.time=fixed(1.07)",
        "closure:east-02.spell=fixed(44.94)",
        "resource:kuryk-ferry.yard.amount=42.8",
    ] {
        let mut c = base.clone();
        change(&mut c, still);
        assert_eq!(all(&c), before, "{still}");
    }
    for moving in [
        "tariff:alat-dues.item=handling",
        "tariff:gr-wheat-transit.amount=13",
        "fx:gel-2025.usd=0.41",
        "stop:feeder-1.cut_off=7",
        "fit:box-40-platform.places=1",
    ] {
        let mut c = base.clone();
        change(&mut c, moving);
        assert_ne!(all(&c), before, "{moving}");
    }
}
