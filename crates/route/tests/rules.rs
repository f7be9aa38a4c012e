//! Rules, permits, water, and what must be used, each in the worked example with one thing changed. All answers are certified.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder ~~~+
//!   STEPPE --+                       +-- ALAT -- TBILISI -- POTI
//!            +-- KURYK ~~~ ferry ~~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{add, answer, ask, change, consignment, mini};
use keruen_model::{AnyRef, Corridor, Date, Id, TableKind};
use keruen_results::route::{Leg, RouteAnswer};

const BOXES: &str = "2 container-40 steppe poti 2025-06-01";
const URANIUM: &str = "60 uranium steppe tbilisi 2025-06-01";

fn row(c: &Corridor, text: &str) -> AnyRef {
    let (table, id) = text.split_once(':').unwrap();
    AnyRef { table: TableKind::from_name(table).unwrap(), id: c.strings.find(id).unwrap() }
}

/// Services of the ways inside the corridor, the ways in their order.
fn services(a: &RouteAnswer) -> Vec<String> {
    let of = |legs: &[Leg]| legs.iter().filter(|l| l.operation.is_none()).find_map(|l| l.service.clone());
    a.ways.iter().filter_map(|w| of(&w.legs)).filter(|s| s != "outside-north").collect()
}

fn cut(a: &RouteAnswer) -> Vec<&str> {
    a.no_answer.iter().flat_map(|n| &n.cut).map(|r| r.rule.as_str()).collect()
}

#[test]
fn a_rule_for_a_un_number_leaves_other_numbers_of_the_class_alone() {
    for (number, open) in [("2912", false), ("2978", true)] {
        let mut c = mini();
        add(&mut c, &format!("rule:rule_id=x|effect=refuse|at=node:alat_port|un_number={number}|authority=port|reason=not here"));
        let a = ask(&c, URANIUM);
        assert_eq!(services(&a) == ["ferry-kuryk-alat"], open, "{number}");
        assert_eq!(a.refused.iter().any(|r| r.rule == "x" && r.authority == "port"), !open, "{number}");
    }
}

#[test]
fn class_7_never_defaults_to_allowed() {
    let mut c = mini();
    c.tables.retain(TableKind::Rule, |_| true);
    let at = c.tables.position(TableKind::Rule, c.strings.find("class-7-ferry").unwrap()).unwrap();
    c.tables.retain(TableKind::Rule, |i| i != at);
    assert!(services(&ask(&c, URANIUM)).is_empty(), "without the row that allows it the ferry takes none");
}

#[test]
fn the_day_of_departure_waits_for_the_permit() {
    // The permit takes 30 days from the day on which it is asked for.
    for (asked, there, leave) in [
        (None, "2025-07-01", "2025-07-01"),
        (Some("2025-05-15"), "2025-06-14", "2025-06-14"),
        (Some("2025-04-01"), "2025-05-01", "2025-06-01"),
    ] {
        let c = mini();
        let mut q = consignment(&c, URANIUM);
        q.asked_on = asked.map(|d| Date::parse(d).unwrap());
        let a = answer(&c, &q);
        assert_eq!((a.ways[0].permits[0].earliest.as_str(), a.ways[0].leave_from.as_str()), (there, leave));
    }
}

#[test]
fn a_lot_above_the_quota_of_its_permit_is_refused() {
    for (quota, unit, share) in [("60", "t", Some(1.0)), ("59.9", "t", None), ("0.24", "kt", Some(0.25)), ("0.05", "kt", None)] {
        let mut c = mini();
        change(&mut c, &format!("permit:class-7-transit.quota={quota}"));
        change(&mut c, &format!("permit:class-7-transit.unit={unit}"));
        let a = ask(&c, URANIUM);
        match share {
            Some(s) => assert!((a.ways[0].permits[0].quota_share.unwrap() - s).abs() < 1e-12, "{quota} {unit}"),
            None => {
                let lifted = a.refused.iter().find(|r| r.rule == "class-7-permit").map(|r| r.lifted_by.join(" "));
                assert_eq!(lifted.unwrap(), format!("a lot of at most {quota} {unit}"));
                assert!(services(&a).is_empty());
            }
        }
    }
}

#[test]
fn goods_that_are_kept_apart_do_not_travel_together() {
    let mut c = mini();
    add(&mut c, "rule:rule_id=apart|effect=refuse|mode=sea|un_class=7|apart_from=wheat|authority=code|reason=away from food");
    let together = |c: &Corridor, words: &str, beside: &[&str]| {
        let mut q = consignment(c, words);
        q.beside = beside.iter().map(|g| Id::new(c.strings.find(g).unwrap())).collect();
        let a = answer(c, &q);
        (services(&a).len(), a.refused.iter().any(|r| r.rule == "apart"))
    };
    let wheat = "600 wheat steppe tbilisi 2025-06-01";
    assert_eq!(together(&c, URANIUM, &[]), (1, false));
    assert_eq!(together(&c, URANIUM, &["container-40"]), (1, false), "boxes are no food");
    assert_eq!(together(&c, URANIUM, &["wheat"]), (0, true));
    assert_eq!(together(&c, wheat, &["uranium"]), (0, true), "whichever of the two is asked about");
    assert_eq!(together(&c, wheat, &["container-40"]), (1, false));
}

#[test]
fn a_sanction_on_an_operator_takes_out_what_it_runs() {
    let mut c = mini();
    add(&mut c, "rule:rule_id=mine|effect=refuse|at=operator:asco|authority=our compliance list|reason=no business with it");
    let a = ask(&c, BOXES);
    assert_eq!(services(&a), ["feeder-aktau-alat"]);
    let taken = a.refused.iter().find(|r| r.rule == "mine").unwrap();
    assert_eq!((taken.what.as_str(), taken.authority.as_str()), ("service:ferry-kuryk-alat", "our compliance list"));
    // Terminals that an operator runs go too: the railways are left, the boxes can go aboard nowhere.
    add(&mut c, "rule:rule_id=port|effect=refuse|at=operator:port-aktau|authority=us|reason=no");
    assert!(services(&ask(&c, BOXES)).is_empty());
}

#[test]
fn countries_and_operators_can_be_asked_for() {
    let c = mini();
    let with = |rows: &[&str], countries: &[&str]| {
        let mut q = consignment(&c, BOXES);
        q.must_use = rows.iter().map(|r| row(&c, r)).collect();
        q.must_use_countries = countries.iter().map(|x| x.to_string()).collect();
        answer(&c, &q).ways.iter().filter_map(|w| w.legs.iter().find_map(|l| l.service.clone())).collect::<Vec<_>>()
    };
    assert_eq!(with(&["operator:asco"], &[]), ["ferry-kuryk-alat"]);
    assert_eq!(with(&[], &["AZ"]).len(), 2, "the way round by the north goes by none of its places");
    assert_eq!(with(&["operator:mini-feeder"], &["AZ", "GE"]), ["feeder-aktau-alat"]);
    assert!(with(&[], &["AM"]).is_empty());
}

#[test]
fn nobody_goes_out_and_back_to_meet_what_must_be_used() {
    // Aktau and the ferry of Kuryk: only by riding STEPPE - AKTAU to and fro.
    let mut c = mini();
    let both = |c: &Corridor| {
        let mut q = consignment(c, BOXES);
        q.must_use = vec![row(c, "node:aktau_port"), row(c, "service:ferry-kuryk-alat")];
        answer(c, &q)
    };
    let a = both(&c);
    assert!(a.ways.is_empty());
    assert!(a.no_answer.unwrap().reason.contains("out and back"));
    // A line between the two ports makes a way of it: 200 + 60 km of rail.
    add(
        &mut c,
        "link:link_id=shore|from_node_id=aktau_port|to_node_id=kuryk_port|mode=rail|length=60|operator_id=ktz|gauge=1520|free_speed=30|traction=diesel",
    );
    let a = both(&c);
    let links: Vec<&str> = a.ways[0].legs.iter().filter_map(|l| l.link.as_deref()).take(2).collect();
    assert_eq!((a.ways.len(), links), (1, vec!["steppe-aktau", "shore"]));
}

/// The feeder draws 4.5 m with 400 t and loses 17 t a centimetre; Aktau has 4.5 m at the reference level.
fn shallow(level: &str) -> Corridor {
    let mut c = mini();
    for cell in ["draught=4.5", "payload=400", "tonnes_per_cm=17"] {
        change(&mut c, &format!("vehicle:feeder-20.{cell}"));
    }
    change(&mut c, "facility:aktau-terminal.draught=4.5");
    change(&mut c, "facility:alat-terminal.draught=6");
    add(&mut c, "water:water_id=w0|region=caspian|date=2020-01-01|level=-29|reference=1");
    add(&mut c, &format!("water:water_id=w1|region=caspian|date=2025-05-01|level={level}"));
    add(&mut c, "water:water_id=w2|region=caspian|date=2025-07-01|level=-35");
    c
}

#[test]
fn low_water_makes_ships_lighter_or_keeps_them_out() {
    let draught = |a: &RouteAnswer| {
        let legs = a.ways.iter().flat_map(|w| &w.legs);
        legs.filter(|l| l.service.as_deref() == Some("feeder-aktau-alat")).find_map(|l| l.draught.clone())
    };
    assert_eq!(draught(&ask(&shallow("-29"), BOXES)), None, "the ship goes full");
    // Ten centimetres lack: 170 t stay ashore.
    let d = draught(&ask(&shallow("-29.1"), BOXES)).unwrap();
    assert_eq!((d.facility.as_str(), d.voyages), ("aktau-terminal", 1.0));
    assert!((d.depth_m - 4.4).abs() < 1e-9 && (d.left_t - 230.0).abs() < 1e-6, "{d:?}");
    // 300 boxes weigh 6,000 t: 27 voyages of 230 t.
    let d = draught(&ask(&shallow("-29.1"), "300 container-40 steppe poti 2025-06-01")).unwrap();
    assert_eq!(d.voyages, 27.0);
    // Thirty centimetres: 510 t of 400.
    let a = ask(&shallow("-29.3"), BOXES);
    assert_eq!(services(&a), ["ferry-kuryk-alat"]);
    let r = a.refused.iter().find(|r| r.rule == "draught").unwrap();
    assert_eq!(r.what, "service:feeder-aktau-alat");
    assert!(r.reason.contains("Aktau container terminal"), "{}", r.reason);
}

#[test]
fn work_names_its_facility() {
    let a = ask(&mini(), BOXES);
    let at: Vec<&str> = a.ways[0].legs.iter().filter_map(|l| l.facility.as_deref()).collect();
    assert_eq!(
        at,
        ["steppe-station", "aktau-terminal", "aktau-terminal", "alat-terminal", "alat-border", "tbilisi-border", "poti-terminal"]
    );
}

#[test]
fn no_way_names_the_rule_whose_it_is_and_what_would_lift_it() {
    let a = ask(&mini(), "60 uranium steppe poti 2025-06-01");
    assert_eq!(cut(&a), ["class-7-poti"]);
    let r = &a.no_answer.unwrap().cut[0];
    assert_eq!(r.authority, "invented");
    assert!(r.lifted_by[0].contains("consent of invented"), "{:?}", r.lifted_by);
}
