//! A simulation's waits in the hands of `route`: what is found there is what the sheet expects, and the checker agrees.
//!
//! ```text
//!            +-- AKTAU ~~~ feeder: as simulated ~~~+
//!   STEPPE --+                                     +-- ALAT -- TBILISI -- POTI
//!            +-- KURYK ~~~ ferry: half a headway ~~+
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_route;
use keruen_model::{Corridor, Date};
use keruen_results::Silent;
use keruen_results::route::{Leg, RouteAnswer};
use keruen_results::waits::{SCHEMA_VERSION, Wait, Waits};
use keruen_study::{Asker, VariantSpec, lay_waits};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

fn waits(what: &str, at: &str, (mean, p50, p90): (f64, Option<f64>, Option<f64>)) -> Waits {
    let wait = Wait { what: what.into(), at: at.into(), mean, half: None, p50, p90, grows: false };
    Waits {
        schema_version: SCHEMA_VERSION,
        first: "2025-01-01".into(),
        last: "2025-12-31".into(),
        scenarios: Vec::new(),
        seed: 1,
        replications: 1,
        waits: vec![wait],
    }
}

const QUESTION: &str = r#"
id = "q"
label = "two boxes"
from = "steppe"
to = "poti"
cargo = "container-40"
quantity = 2.0
unit = "container"
day = "2025-06-01"
"#;

fn boxes(c: &Corridor) -> RouteAnswer {
    let question: VariantSpec = toml::from_str(QUESTION).unwrap();
    let mut asker = Asker::new(c, &[]);
    let answer = asker.ask(&question, "test", &Silent).unwrap();
    let (standing, _) = asker.stack(&[], Date::parse("2025-06-01")).unwrap();
    assert_eq!(certify_route(standing, &answer), []);
    answer
}

/// The wait of the way that goes over a place.
fn wait_at<'a>(a: &'a RouteAnswer, place: &str) -> &'a Leg {
    a.ways.iter().flat_map(|w| &w.legs).find(|l| !l.wait_origin.is_empty() && l.from.id == place).unwrap()
}

#[test]
fn a_sheet_expects_what_the_simulation_found() {
    let mut c = mini();
    let before = boxes(&c);
    assert!(wait_at(&before, "aktau_port").wait_origin.starts_with("expected"));
    let laid = lay_waits(&mut c, &waits("service:feeder-aktau-alat", "aktau_port", (60.0, Some(50.0), Some(90.0)))).unwrap();
    assert_eq!(laid, 1);
    let after = boxes(&c);
    let wait = wait_at(&after, "aktau_port");
    assert!((wait.hours - 50.0).abs() < 1e-6, "{}", wait.hours);
    assert_eq!(wait.wait_origin, "as simulated, queue included: half of the lots wait up to 50.0 h, nine in ten up to 90.0 h");
    let untouched = |a: &RouteAnswer| wait_at(a, "kuryk_port").hours;
    assert_eq!(untouched(&after), untouched(&before));
}

#[test]
fn a_mean_alone_spreads_and_none_is_no_wait() {
    let mut c = mini();
    lay_waits(&mut c, &waits("service:feeder-aktau-alat", "aktau_port", (60.0, None, None))).unwrap();
    // The median of an exponential law.
    assert!((wait_at(&boxes(&c), "aktau_port").hours - 60.0 * std::f64::consts::LN_2).abs() < 1e-3);
    lay_waits(&mut c, &waits("service:feeder-aktau-alat", "aktau_port", (0.0, Some(0.0), Some(0.0)))).unwrap();
    let answer = boxes(&c);
    assert!(answer.ways.iter().flat_map(|w| &w.legs).all(|l| l.wait_origin.is_empty() || l.from.id != "aktau_port"));
}

#[test]
fn turns_and_borders_stay_with_the_tables() {
    let mut c = mini();
    assert_eq!(lay_waits(&mut c, &waits("resource:x", "", (5.0, None, None))).unwrap(), 0);
    assert_eq!(boxes(&c), boxes(&mini()));
}

#[test]
fn what_does_not_fit_is_named() {
    let refused = |w: Waits| lay_waits(&mut mini(), &w).unwrap_err().to_string();
    let service = refused(waits("service:feeder-aktau-alatt", "aktau_port", (1.0, None, None)));
    assert_eq!(
        service,
        "waits: table service has no row \"feeder-aktau-alatt\"; did you mean \"feeder-aktau-alat\"? Write the waits anew with keruen simulate --waits-out FILE"
    );
    assert!(refused(waits("service:feeder-aktau-alat", "nowhere-at-all", (1.0, None, None))).contains("table node has no row"));
    assert!(refused(waits("service:feeder-aktau-alat", "aktau_port", (-1.0, None, None))).contains("-1 is no number of hours"));
    let old = Waits { schema_version: 9, ..waits("service:feeder-aktau-alat", "aktau_port", (1.0, None, None)) };
    assert!(refused(old).contains("version 9"));
}
