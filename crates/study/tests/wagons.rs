//! Wagons under goods that change to a ship without them, and goods that wait for a store on their wagons.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::Date;
use keruen_results::simulate_log::{Deed, Entry};
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_tables::{ReadOptions, read_folder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A quarter of the bundled corridor in the grain season, each row on its cheapest way.
fn entries() -> Vec<Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    let question = SimulateQuestion::of(Date::new(2024, 9, 1).unwrap(), Date::new(2024, 11, 30).unwrap());
    Simulation::new(&corridor, question, &[]).unwrap().log(0).entries
}

#[test]
fn platforms_do_not_wait_for_container_ships_and_grain_waits_on_its_wagons() {
    let mut on_platforms = BTreeSet::new();
    let mut in_the_yard: BTreeMap<(String, u32), bool> = BTreeMap::new();
    let (mut ready, mut stored) = (0, 0);
    for e in entries() {
        let who = (e.row.clone(), e.lot);
        match (e.deed, e.resource.as_str()) {
            (Deed::Enters, "pool.platforms") => drop(on_platforms.insert(who)),
            (Deed::Vacates, "pool.platforms") => drop(on_platforms.remove(&who)),
            (Deed::Ready, _) if e.service.starts_with("feeder") => {
                assert!(!on_platforms.contains(&who), "{who:?} waits for its ship on platforms");
                ready += 1;
            }
            (Deed::Enters, "aktau-grain.stock") => drop(in_the_yard.insert(who, true)),
            (Deed::Vacates, "aktau-grain.stock") => drop(in_the_yard.insert(who, false)),
            (Deed::Enters, "aktau-grain.store") => {
                assert_eq!(in_the_yard.get(&who), Some(&true), "{who:?} is in the store before its wagons are there");
                stored += 1;
            }
            _ => {}
        }
    }
    assert!(ready > 0 && stored > 0, "{ready} lots of boxes and {stored} of grain");
}
