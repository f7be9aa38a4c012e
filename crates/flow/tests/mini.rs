//! The worked example against the FLOW part of `corridors/caspian-mini/expected.md`.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder ~~~+
//!   STEPPE --+                       +-- ALAT == paths == TBILISI -- POTI
//!            +-- KURYK ~~~ ferry ~~~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::Corridor;
use keruen_results::Silent;
use keruen_results::flow::FlowAnswer;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

fn ask(corridor: &Corridor, months: bool) -> FlowAnswer {
    let question = FlowQuestion { months, ..FlowQuestion::of(2025) };
    Flow::new(corridor, question).unwrap().solve(&Silent).unwrap()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-6 * b.abs().max(1.0), "{a} is not {b}");
}

/// Amount of a wish on ways that ride a service, in its own unit.
fn by(a: &FlowAnswer, wish: &str, service: &str, period: usize) -> f64 {
    let w = a.wishes.iter().find(|w| w.wish == wish).unwrap();
    w.ways.iter().filter(|w| w.services.iter().any(|s| s == service)).map(|w| w.amounts[period]).sum()
}

fn price(a: &FlowAnswer, limit: &str, period: &str) -> f64 {
    a.limits.iter().find(|l| l.limit == limit && l.period == period).map_or(0.0, |l| l.price)
}

fn used(a: &FlowAnswer, limit: &str) -> (f64, f64) {
    let l = a.limits.iter().find(|l| l.limit == limit).unwrap();
    (l.used, l.amount)
}

/// 3.1: 484 boxes by the ferry, 716 by the feeder, all wheat to Poti, 850 hoppers to Tbilisi, 150 by the north.
#[test]
fn the_year_as_one_period() {
    let a = ask(&mini(), false);
    close(by(&a, "boxes", "ferry-kuryk-alat", 0), 484.0);
    close(by(&a, "boxes", "feeder-aktau-alat", 0), 716.0);
    close(by(&a, "wheat-poti", "ferry-kuryk-alat", 0), 60000.0);
    close(by(&a, "wheat-tbilisi", "ferry-kuryk-alat", 0), 51000.0);
    close(by(&a, "wheat-tbilisi", "outside-north", 0), 9000.0);
    close(price(&a, "alat-tbilisi.path forth", "2025"), 13560.0);
    close(price(&a, "feeder.allotment forth", "2025"), 22.0);
    close(a.totals.charges_usd, 6045600.0);
    close(a.totals.generalised_usd, 6426996.0);
    assert!(a.certificate.gap < 1e-9);
    let tbilisi = a.wishes.iter().find(|w| w.wish == "wheat-tbilisi").unwrap();
    assert_eq!(tbilisi.stopped_by, ["alat-tbilisi.path forth"]);
}

#[test]
fn use_of_what_is_scarce() {
    let a = ask(&mini(), false);
    close(used(&a, "alat-tbilisi.path forth").0, 182.5);
    close(used(&a, "feeder.allotment forth").0, 1432.0);
    close(used(&a, "rail-ferries.time").0, 33800.0 / 150.0 * 60.0);
    close(used(&a, "rail-ferries.time").1, 17184.0);
    let yard = used(&a, "kuryk-ferry.yard");
    close(yard.0, 2092.0 * 14.0 / 8760.0);
    close(yard.1, 40.0);
}

/// 3.2 and 3.4: February binds at sea, autumn on the rails.
#[test]
fn the_year_as_twelve_months() {
    let a = ask(&mini(), true);
    close(by(&a, "boxes", "feeder-aktau-alat", 1), 42.0);
    close(by(&a, "boxes", "ferry-kuryk-alat", 1), 41.6);
    close(by(&a, "boxes", "outside-north", 1), 16.4);
    close(price(&a, "ferry-kuryk-alat.places 1 forth", "2025-02"), 39.68);
    close(price(&a, "feeder.allotment forth", "2025-02"), 270.0);
    close(price(&a, "rail-ferries.time", "2025-02"), 99.2);
    let boxes = a.wishes.iter().find(|w| w.wish == "boxes").unwrap();
    close(boxes.outside, 16.4);
    close(by(&a, "wheat-tbilisi", "ferry-kuryk-alat", 9), (76.0 + 2.0 / 3.0) * 60.0);
    close(by(&a, "wheat-tbilisi", "ferry-kuryk-alat", 10), (66.0 + 2.0 / 3.0) * 60.0);
    let north: f64 = (0..12).map(|m| by(&a, "wheat-tbilisi", "outside-north", m)).sum();
    close(north, 260.0 * 60.0);
}
