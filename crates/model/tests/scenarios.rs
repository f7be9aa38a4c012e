//! Scenarios: what fits is applied and can be taken back; what does not fit is reported with both values.

mod common;

use common::{TINY, corridor};
use keruen_model::scenario::{Effect, Scenario, apply, diff, parse, revert};
use keruen_model::{Corridor, Date};

fn scenario(text: &str) -> Scenario {
    parse("scenarios/test.toml", text).unwrap_or_else(|f| panic!("{f:?}"))
}

fn fails(base: &Corridor, list: &[Scenario]) -> Vec<String> {
    apply(base, list, None).expect_err("it does not fit").iter().map(ToString::to_string).collect()
}

const MORE_FERRIES: &str = r#"
id = "more-ferries"
name = "More ferries"
[[change]]
table = "fleet"
id = "ferries"
field = "count"
old = "2"
set = "4"
[[change]]
table = "tariff"
where = { scope = "link" }
expect = 1
field = "amount"
scale = 0.9
[[change]]
table = "vehicle"
add = { vehicle_id = "ropax", name = "Ro-Pax", mode = "sea", kind = "ropax" }
[[change]]
table = "closure"
remove = "c1"
"#;

#[test]
fn what_is_applied_can_be_taken_back() {
    let base = corridor(TINY);
    let made = apply(&base, &[scenario(MORE_FERRIES)], None).expect("it fits");
    let changed = diff(&base, &made.corridor);
    let places: Vec<String> =
        changed.iter().map(|d| format!("{}:{}.{} {:?} {:?}", d.table, d.row, d.field, d.left, d.right)).collect();
    assert_eq!(
        places,
        [
            r#"vehicle:ropax. None Some("added")"#,
            r#"fleet:ferries.count Some("2") Some("4")"#,
            r#"tariff:rail.amount Some("0.5") Some("0.45")"#,
            r#"closure:c1. Some("there") None"#,
        ]
    );
    assert_eq!(made.applied.len(), 4);
    assert!(matches!(made.applied[3].effect, Effect::Removed(..)));
    let back = revert(made);
    assert_eq!(diff(&base, &back), []);
    assert_eq!(back, base);
}

#[test]
fn a_row_taken_out_of_the_middle_comes_back_to_its_place() {
    let base = corridor(TINY);
    let out = scenario("id='x'\nname='x'\n[[change]]\ntable='node'\nremove='beineu'");
    let back = revert(apply(&base, &[out], None).expect("it fits"));
    assert_eq!(back, base);
}

#[test]
fn a_mismatch_names_both_values() {
    let text = MORE_FERRIES.replace("old = \"2\"", "old = \"3\"");
    assert_eq!(
        fails(&corridor(TINY), &[scenario(&text)]),
        [
            r#"scenario:more-ferries: fleet:ferries.count is "2", expected "3" [scenario-mismatch]; correct `old`, or the base has changed"#
        ]
    );
}

#[test]
fn a_selector_must_hit_the_rows_it_expects() {
    let text = MORE_FERRIES.replace("expect = 1", "expect = 2");
    assert_eq!(
        fails(&corridor(TINY), &[scenario(&text)]),
        [
            r#"scenario:more-ferries: the selector {"scope": "link"} of tariff hits 1 rows, expected 2 [scenario-mismatch]; correct `where` or `expect`"#
        ]
    );
}

#[test]
fn misspelt_names_are_answered_with_the_nearest() {
    let text = "id='x'\nname='x'\n[[change]]\ntable='fleat'\nid='ferries'\nfield='count'\nset='1'\n[[change]]\ntable='fleet'\nid='feries'\nfield='count'\nset='1'\n[[change]]\ntable='fleet'\nid='ferries'\nfield='cuont'\nset='1'";
    assert_eq!(
        fails(&corridor(TINY), &[scenario(text)]),
        [
            r#"scenario:x: there is no table "fleat" [scenario-mismatch]; did you mean "fleet"?"#,
            r#"scenario:x: fleet has no row "feries" [scenario-mismatch]; did you mean "ferries"?"#,
            r#"scenario:x: fleet has no field "cuont" [scenario-mismatch]; did you mean "count"?"#,
        ]
    );
}

#[test]
fn two_scenarios_that_change_one_value_are_a_conflict() {
    let other = scenario("id='fewer'\nname='fewer'\n[[change]]\ntable='fleet'\nid='ferries'\nfield='count'\nset='1'");
    assert_eq!(
        fails(&corridor(TINY), &[scenario(MORE_FERRIES), other]),
        [
            r#"scenario:fewer: fleet:ferries.count is changed by scenario "more-ferries" too [scenario-mismatch]; the two are in conflict: use one of them"#
        ]
    );
}

#[test]
fn a_dated_change_holds_only_inside_its_time() {
    let s = scenario(
        "id='x'\nname='x'\n[[change]]\ntable='fleet'\nid='ferries'\nfield='count'\nset='3'\nfrom='2026-01-01'\nto='2026-12-31'",
    );
    let count = |day: &str| {
        let made = apply(&corridor(TINY), std::slice::from_ref(&s), Date::parse(day)).expect("it fits");
        made.applied.len()
    };
    assert_eq!((count("2025-12-31"), count("2026-01-01"), count("2026-12-31"), count("2027-01-01")), (0, 1, 1, 0));
}

#[test]
fn a_broken_file_is_reported_whole() {
    let text = "id='x'\nname='x'\ndate='2025-02-30'\n[[change]]\ntable='fleet'\nfield='count'\nset='1'\n[[change]]\ntable='fleet'\nid='a'\nfield='count'\nset='1'\nscale=2.0";
    let faults: Vec<String> =
        parse("scenarios/x.toml", text).expect_err("it is broken").iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "scenarios/x.toml:0: scenario: date is not a day that exists, as YYYY-MM-DD [scenario-file]",
            "scenarios/x.toml:0: scenario: change 1: name the rows by `id` or by `where` with `expect` [scenario-file]",
            "scenarios/x.toml:0: scenario: change 2: give one of `set`, `scale`, `add`, `remove` [scenario-file]",
        ]
    );
}
