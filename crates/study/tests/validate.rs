//! Observations of less than a year, of two years, and of vehicles that come back, on the worked example by hand.
//!
//! ```text
//! wheat to Tbilisi      60,000 t, harvest profile   5 % a month January to June, 10 % in July
//! local wheat there     72,000 t, even              a twelfth a month
//! 1 January - 15 July   60,000 x (6 x 0.05 + 0.1 x 15/31) + 72,000 x (6 + 15/31) / 12 = 20,903.2 + 38,903.2 = 59,806.5
//! wagons on the ferry   all go west: a counter that sees them come back sees twice as many
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::Corridor;
use keruen_model::scenario::{apply, parse};
use keruen_results::Silent;
use keruen_results::validate::{CounterScore, ValidateAnswer};
use keruen_study::{FlowAsk, flow_of, validate};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

const COUNTERS: &str = r#"
id = "counted"
name = "counters"
[[change]]
table = "counter"
add = { counter_id = "GRAIN", name = "wheat at Tbilisi", definition = "wheat that arrives", unit = "t" }
[[change]]
table = "counter"
add = { counter_id = "FERRY", name = "wagons", definition = "wagons both ways", unit = "wagons" }
[[change]]
table = "count"
add = { count_id = "grain", counter_id = "GRAIN", at = "node:tbilisi", measure = "t", cargo = "wheat" }
[[change]]
table = "count"
add = { count_id = "ferry", counter_id = "FERRY", at = "service:ferry-kuryk-alat", measure = "wagon", returns = "RETURNS" }
"#;

/// The worked example with observations: counter, first day, last day, value.
fn scored(seen: &[(&str, &str, &str, &str)], returns: &str) -> ValidateAnswer {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let read = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let row = |(i, (counter, first, last, value)): (usize, &(&str, &str, &str, &str))| {
        format!(
            "[[change]]\ntable = \"observation\"\nadd = {{ observation_id = \"seen-{i}\", counter_id = \"{counter}\", period_start = \"{first}\", \
             period_end = \"{last}\", value = \"{value}\", unit = \"t\", tolerance = \"5\", use = \"validate-open\" }}\n"
        )
    };
    let rows: String = seen.iter().enumerate().map(row).collect();
    let scenario = parse("counted", &format!("{}{rows}", COUNTERS.replace("RETURNS", returns))).unwrap();
    let corridor: Corridor = apply(&read, &[scenario], None).unwrap().corridor;
    let flow = flow_of((&corridor, &corridor), &FlowAsk::of(2025), &Silent).unwrap();
    validate(&corridor, &[flow])
}

fn only(a: &ValidateAnswer) -> &CounterScore {
    assert_eq!((a.total, a.not_counted.len()), (1, 0), "{a:?}");
    &a.counters[0]
}

#[test]
fn part_of_a_year_is_counted_by_the_months_of_its_goods() {
    let a = scored(&[("GRAIN", "2025-01-01", "2025-07-15", "60000")], "0");
    let c = only(&a);
    assert!((c.model - 59_806.45).abs() < 0.01, "{}", c.model);
    assert!(c.hit);
    assert_eq!(c.id, "GRAIN.2025-01-01..2025-07-15");
}

#[test]
fn a_whole_year_is_counted_whole() {
    let a = scored(&[("GRAIN", "2025-01-01", "2025-12-31", "132000")], "0");
    assert!((only(&a).model - 132_000.0).abs() < 1e-6, "{}", only(&a).model);
    assert_eq!(only(&a).id, "GRAIN.2025");
}

#[test]
fn days_in_a_year_that_is_not_asked_are_told() {
    let a = scored(&[("GRAIN", "2024-09-01", "2025-04-30", "1000")], "0");
    assert_eq!((a.total, a.not_counted.len()), (0, 1));
    assert_eq!(a.not_counted[0].reason, "it reaches into a year that is not asked");
}

#[test]
fn the_naive_forecast_is_of_the_same_days() {
    let seen = [
        ("GRAIN", "2025-01-01", "2025-03-31", "27000"),
        ("GRAIN", "2024-01-01", "2024-03-31", "26000"),
        ("GRAIN", "2024-01-01", "2024-12-31", "99000"),
    ];
    let a = scored(&seen, "0");
    let c = only(&a);
    assert_eq!((c.naive, c.naive_hit), (Some(26_000.0), Some(true)));
}

#[test]
fn wagons_that_come_back_are_seen_twice() {
    let year = |returns| only(&scored(&[("FERRY", "2025-01-01", "2025-12-31", "2100")], returns)).model;
    let (one_way, both) = (year("0"), year("1"));
    assert!(one_way > 0.0);
    assert_eq!(both, 2.0 * one_way);
}
