//! Calibration against a case computed by hand, on the worked example with a counter added.
//!
//! ```text
//! wheat to Poti   prior 60,000 t, low 48,000, high 72,000:  sd 6,000      counted at Poti: 66,000 +- 10 %:  sd 3,300
//! gain            6,000^2 / (6,000^2 + 3,300^2) = 0.767754;   estimate 60,000 + 0.767754 x 6,000 = 64,606.5;   sd 2,891.5
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::scenario::{apply, parse};
use keruen_model::{Corridor, Quantity};
use keruen_results::Silent;
use keruen_results::calibrate::{CalibrateAnswer, Role};
use keruen_study::{Calibration, calibrate, scenario_text};
use keruen_tables::{ReadOptions, read_folder};
use std::num::NonZeroUsize;
use std::path::Path;

const COUNTER: &str = r#"
id = "counted"
name = "a counter at Poti"
[[change]]
table = "counter"
add = { counter_id = "POTI_WHEAT", name = "wheat at Poti", definition = "wheat that arrives", unit = "t" }
[[change]]
table = "count"
add = { count_id = "poti-wheat", counter_id = "POTI_WHEAT", at = "node:poti", measure = "t", cargo = "wheat" }
[[change]]
table = "observation"
add = { observation_id = "seen", counter_id = "POTI_WHEAT", period_start = "2025-01-01", period_end = "2025-12-31", value = "SEEN", unit = "t", tolerance = "10", use = "USE" }
[[change]]
table = "citation"
add = { citation_id = "ends", table = "demand", row = "wheat-poti", field = "amount", method = "assumed", low = "48000", high = "72000", reason = "test" }
"#;

fn counted(seen: &str, r#use: &str) -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let scenario = parse("counted", &COUNTER.replace("SEEN", seen).replace("USE", r#use)).unwrap();
    apply(&corridor, &[scenario], None).unwrap().corridor
}

fn asked(threads: usize) -> Calibration {
    let threads = NonZeroUsize::new(threads).unwrap();
    Calibration { years: vec![2025], free: Vec::new(), scenarios: Vec::new(), threads }
}

fn found(c: &Corridor) -> CalibrateAnswer {
    calibrate(c, &asked(1), &Silent).unwrap()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-4 * b.abs().max(1.0), "{a} is not {b}");
}

#[test]
fn one_counter_and_one_row_by_hand() {
    let corridor = counted("66000", "calibrate");
    let a = found(&corridor);
    let e = a.estimates.iter().find(|e| e.parameter == "demand:wheat-poti.amount").unwrap();
    close(e.estimate, 64606.5);
    close(e.sd, 2891.5);
    assert!(!e.at_end);
    close(a.weight.effective_parameters, 0.767754);
    close(a.weight.degrees_of_freedom, 1.0 - 0.767754);
    assert_eq!((a.weight.observations, a.weight.parameters), (1, 1));
    // Left out, the counter says nothing and the prior stands: 60,000 is 9.1 % off 66,000, within ten.
    let c = &a.counters[0];
    close(c.left_out, 60000.0);
    close(c.after, 64606.5);
    assert!(c.hit_left_out && c.hit_after && c.role == Role::Used);
    assert_eq!((a.left_out_hits, a.open, a.held_out), (1, 1, 0));
    close(a.directions[0].strength, 6000.0 / 3300.0);
    assert_eq!(a.directions[0].parts[0].0, "demand:wheat-poti.amount");
    assert!(a.silent.is_empty() && a.alike.is_empty());
}

#[test]
fn the_scenario_puts_the_estimate_into_the_corridor() {
    let corridor = counted("66000", "calibrate");
    let a = found(&corridor);
    let scenario = parse("fitted", &scenario_text(&a, "fitted")).unwrap();
    let stacked = apply(&corridor, &[scenario], None).unwrap();
    assert_eq!(stacked.applied.len(), 1);
    let row = stacked.corridor.strings.find("wheat-poti").unwrap();
    let at = stacked.corridor.tables.demand.position(row).unwrap();
    close(stacked.corridor.tables.demand.rows()[at].amount.value(), 64606.5);
}

/// 160,000 t lie ten standard deviations beyond the prior; 80,000 (sd 4,000) would pull it to 60,000 + 0.69 x 20,000, beyond its end at 72,000.
#[test]
fn what_is_beyond_the_prior_is_set_aside_and_ends_hold() {
    let a = found(&counted("160000", "calibrate"));
    assert_eq!(a.counters[0].role, Role::Beyond);
    assert_eq!(a.estimates.iter().filter(|e| e.estimate != e.prior).count(), 0);
    assert_eq!((a.left_out_hits, a.open), (0, 1));
    let a = found(&counted("80000", "calibrate"));
    let e = a.estimates.iter().find(|e| e.parameter == "demand:wheat-poti.amount").unwrap();
    assert!(e.at_end && e.estimate == 72000.0, "{e:?}");
}

#[test]
fn what_is_held_out_is_not_used() {
    let error = calibrate(&counted("66000", "validate-open"), &asked(1), &Silent).unwrap_err();
    assert!(error.to_string().contains("open for calibration"), "{error}");
    let bad = Calibration { free: vec!["demand:no-such.amount".into()], ..asked(1) };
    assert!(calibrate(&counted("66000", "calibrate"), &bad, &Silent).is_err());
}

#[test]
fn the_number_of_threads_does_not_tell() {
    let corridor = counted("66000", "calibrate");
    let all = [1, 2, 4].map(|t| calibrate(&corridor, &asked(t), &Silent).unwrap());
    assert!(all.iter().all(|a| *a == all[0]));
}
