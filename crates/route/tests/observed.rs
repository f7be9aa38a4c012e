//! Waits as seen in the world, on the worked example: hours by hand, every answer certified.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder: not seen, half a headway ~~~+
//!   STEPPE --+                                                 +-- ALAT -- TBILISI (border: 0.5 to 1.5 days in all) -- POTI
//!            +-- KURYK ~~~ ferry: 50 h +-20 % with its 20 h ~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{add, ask, corridor, folder, mini, read};
use keruen_model::waits::Awaited;
use keruen_model::{Corridor, Date, Id, Quantity};
use keruen_results::route::{Leg, LegKind, RouteAnswer};
use keruen_route::lay_observed;

const BOXES: &str = "2 container-40 steppe poti 2025-06-01";

const ROW: &str = "period_start=2024-01-01|use=validate-open";

/// The worked example with these observations, laid beside it.
fn seen(rows: &[&str]) -> Corridor {
    let mut c = mini();
    add(&mut c, "counter:counter_id=DWELL|name=time|definition=from coming to being through|unit=h");
    rows.iter().for_each(|r| add(&mut c, r));
    lay_observed(&mut c).unwrap();
    c
}

fn ferry(id: &str, hours: f64, ended: &str) -> String {
    format!(
        "observation:observation_id={id}|counter_id=DWELL|place=Kuryk|awaited=stop:ferry-1|{ROW}|period_end={ended}|value={hours}|unit=h|tolerance=20"
    )
}

/// The waits of the way that uses a service.
fn waits<'a>(a: &'a RouteAnswer, service: &str) -> Vec<&'a Leg> {
    let way = a.ways.iter().find(|w| w.legs.iter().any(|l| l.service.as_deref() == Some(service))).unwrap();
    way.legs.iter().filter(|l| l.kind == LegKind::Wait).collect()
}

#[test]
fn a_ride_is_taken_out_of_what_was_seen() {
    let before = ask(&mini(), BOXES);
    let after = ask(&seen(&[&ferry("o1", 50.0, "2024-12-31")]), BOXES);
    // 40 to 60 h with 20 h at sea: 20 to 40 h of waiting.
    let wait = waits(&after, "ferry-kuryk-alat")[0];
    assert!((wait.hours - 30.0).abs() < 1e-9, "{}", wait.hours);
    assert!((wait.hours_p90 - (30.0 + 1.281_551_565_544_6 * (400.0_f64 / 12.0).sqrt())).abs() < 1e-9, "{}", wait.hours_p90);
    assert_eq!(
        wait.wait_origin,
        "as observed from 2024-01-01 to 2024-12-31 (Kuryk): 40.0 to 60.0 h in all, less 20.0 h without a wait"
    );
    assert!(wait.parameters.contains(&"observation:o1.value".to_string()), "{:?}", wait.parameters);
    let total = |a: &RouteAnswer| a.ways.iter().find(|w| w.label == "fastest").unwrap().totals.hours.p50;
    assert_eq!((total(&before), total(&after)), (67.0, 85.0));
    let feeder = |a: &RouteAnswer| waits(a, "feeder-aktau-alat")[0].clone();
    assert_eq!(feeder(&after), feeder(&before), "what was not seen stays");
}

#[test]
fn a_queue_at_a_border_comes_before_its_work_with_the_ends_of_its_citation() {
    let border = format!(
        "observation:observation_id=o1|counter_id=DWELL|place=Tbilisi|awaited=operation:tbilisi-border-ge|{ROW}|period_end=2024-12-31|value=1|unit=d"
    );
    let a = ask(
        &seen(&[&border, "citation:citation_id=c1|table=observation|row=o1|field=value|method=computed|low=0.5|high=1.5"]),
        BOXES,
    );
    // 12 to 36 h with 4 h of work: 8 to 32 h in the queue.
    let way = a.ways.iter().find(|w| w.label == "fastest").unwrap();
    let at = way.legs.iter().position(|l| l.kind == LegKind::Wait && l.from.id == "tbilisi").unwrap();
    assert!((way.legs[at].hours - 20.0).abs() < 1e-9, "{}", way.legs[at].hours);
    assert_eq!(way.legs[at + 1].operation.as_deref(), Some("tbilisi-border-ge"));
    assert_eq!(way.legs[at].service, None);
    assert_eq!(way.totals.hours.p50, 67.0 + 20.0);
}

#[test]
fn the_newest_that_had_ended_before_the_day_counts() {
    let c = seen(&[&ferry("old", 30.0, "2024-12-31"), &ferry("new", 50.0, "2025-05-31"), &ferry("later", 55.0, "2025-06-01")]);
    let wait = |day: &str| waits(&ask(&c, &format!("2 container-40 steppe poti {day}")), "ferry-kuryk-alat")[0].hours.round();
    // 24 to 36 h, 40 to 60 h and 44 to 66 h, each with 20 h at sea.
    assert_eq!([wait("2025-05-31"), wait("2025-06-01"), wait("2025-06-02")], [10.0, 30.0, 35.0]);
}

#[test]
fn less_than_the_ride_itself_is_no_wait() {
    let a = ask(&seen(&[&ferry("o1", 10.0, "2024-12-31")]), BOXES);
    assert!(waits(&a, "ferry-kuryk-alat").is_empty());
}

#[test]
fn what_tells_no_wait_is_named() {
    let refused = |row: &str| {
        let mut c = corridor(&[format!("observation:observation_id=o1|counter_id=X|{ROW}|period_end=2024-12-31|value=1|{row}")]);
        lay_observed(&mut c).unwrap_err().to_string()
    };
    assert_eq!(
        refused("awaited=node:kuryk|unit=h"),
        "observation:o1: awaited is neither a stop nor an operation; write stop:id or operation:id"
    );
    assert!(refused("awaited=stop:nowhere|unit=h").contains("no time in the tables"));
    let mut c = mini();
    add(
        &mut c,
        &format!(
            "observation:observation_id=o1|counter_id=X|{ROW}|period_end=2024-12-31|value=1|awaited=stop:ferry-1|unit=wagons"
        ),
    );
    assert!(lay_observed(&mut c).unwrap_err().to_string().contains("write h or d"));
}

/// The bundled corridor tells four waits: two ways over Red Bridge, the trucks of Khorgos, the boxes of Batumi.
#[test]
fn the_bundled_corridor_has_waits_seen() {
    let mut c = read(&folder("trans-caspian")).unwrap();
    assert_eq!(lay_observed(&mut c).unwrap(), 4);
    let on = c.on(Date::parse("2025-10-01").unwrap());
    let operation = |id: &str| Awaited::Work(Id::new(c.strings.find(id).unwrap()));
    let whole = |a: Awaited| on.waits.seen(a).map(|s| [s.whole.0, s.whole.1].map(|h| (h.value() * 10.0).round() / 10.0)).unwrap();
    // 54.9 h of 2023, not the 3.1 h of 2022 on the other side; 25 per cent to either side.
    assert_eq!(whole(operation("red_bridge-road-ge-az")), [41.2, 68.6]);
    let batumi = Awaited::Departure(
        Id::new(c.strings.find("blacksea-batumi-constanta").unwrap()),
        Id::new(c.strings.find("batumi").unwrap()),
    );
    assert_eq!(whole(batumi), [480.0, 528.0]);
}
