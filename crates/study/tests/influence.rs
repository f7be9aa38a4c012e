//! What the flow of the worked example hangs on, by hand from part 3.1 of `corridors/caspian-mini/expected.md`.
//!
//! ```text
//! generalised cost 6,426,996 USD     carried 1,200 boxes x 20 t + 60,000 t + 850 hoppers x 60 t = 135,000 t
//! paths Alat-Tbilisi, 182.5 trains, are what is scarce: a train more takes 20 hoppers of Tbilisi wheat from the north, 13,560 USD
//!
//!   paths + 1 %          + 1.825 trains           24,747 USD less = 0.385048 %     + 2,190 t = 1.622222 %
//!   wheat to Poti + 1 %  + 10 hoppers x 2,350, and as many for Tbilisi go north, 678 dearer: 30,280 USD = 0.471138 %     + 0 t
//!   paths 0.9 a day      - 18.25 trains           247,470 USD more = 3.850477 %    - 21,900 t = 16.222222 %
//!   paths 1.2 a day      150 hoppers, all the wheat there is: 101,700 USD less = 1.582388 %     + 9,000 t = 6.666667 %
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::scenario::{apply, parse};
use keruen_results::Silent;
use keruen_study::{Influences, influence, run};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

const ENDS: &str = r#"
id = "ends"
name = "ends of the train paths"
[[change]]
table = "citation"
add = { citation_id = "paths-a-day", table = "resource", row = "alat-tbilisi.path", field = "amount", method = "assumed", low = "0.9", high = "1.2", reason = "a case by hand" }
"#;

const STUDY: &str = "id = \"flow\"\ntitle = \"The flow alone\"\n[flow]\nyears = [2025]\n";

fn found(threads: usize) -> Influences {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let read = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let corridor = apply(&read, &[parse("ends", ENDS).unwrap()], None).unwrap().corridor;
    let study = keruen_study::parse(STUDY).unwrap();
    let answer = run(&corridor, &[], &study, &Silent).unwrap();
    influence(&corridor, &[], &study, &answer, threads, &Silent).unwrap()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-5, "{a} is not {b}");
}

#[test]
fn one_per_cent_of_what_is_scarce_and_of_a_wish() {
    let found = found(1);
    close(found["resource:alat-tbilisi.path.amount"].elasticity, (0.385_048 + 1.622_222) / 2.0);
    close(found["demand:wheat-poti.amount"].elasticity, 0.471_138 / 2.0);
}

#[test]
fn ends_are_both_asked() {
    let paths = &found(1)["resource:alat-tbilisi.path.amount"];
    let span = [3.850_477 + 1.582_388, 16.222_222 + 6.666_667];
    close(paths.low_to_high, (span[0] + span[1]) / 2.0);
    assert_eq!(paths.most_moved.0, "through demand carried: 2025");
    close(paths.most_moved.1, span[1]);
}

/// The ferries have 9,160 m of deck to spare and no ends: nothing happens.
#[test]
fn what_is_plentiful_has_no_influence() {
    assert!(!found(1).contains_key("fleet:rail-ferries.count"));
}

#[test]
fn the_same_on_any_number_of_threads() {
    assert_eq!(found(1), found(3));
}
