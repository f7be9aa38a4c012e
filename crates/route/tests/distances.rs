//! Distances of the bundled corridor against published ones.
//!
//! Published figures are taken from the corridor's fact table by id; the model's are sums along the shortest chain of links of
//! a mode between the stations named. Where the two differ by more than the tolerance, `README.md` of the corridor must say so
//! under "Known gaps", with the fact and the model's sum.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{folder, read};
use keruen_model::provenance::numbers_in;
use keruen_model::{Corridor, Id, Mode, Node, Quantity};
use std::collections::BTreeMap;

/// Share by which a published distance and the sum along the model may differ: sources round, and count from other points of
/// the same station.
const TOLERANCE: f64 = 0.02;

/// Kilometres of a nautical mile (BIPM, SI brochure).
const NAUTICAL_MILE: f64 = 1.852;

/// A published distance.
struct Claim {
    /// Fact, and which of the numbers in its value; several add up.
    facts: &'static [(&'static str, usize)],
    mode: Mode,
    /// Runs of stations; the lengths of the runs add up.
    runs: &'static [&'static [&'static str]],
    /// The line is not open on the day of the corridor.
    planned: bool,
}

const fn rail(facts: &'static [(&'static str, usize)], runs: &'static [&'static [&'static str]]) -> Claim {
    Claim { facts, mode: Mode::Rail, runs, planned: false }
}

const fn planned(facts: &'static [(&'static str, usize)], runs: &'static [&'static [&'static str]]) -> Claim {
    Claim { facts, mode: Mode::Rail, runs, planned: true }
}

const fn sea(facts: &'static [(&'static str, usize)], runs: &'static [&'static [&'static str]]) -> Claim {
    Claim { facts, mode: Mode::Sea, runs, planned: false }
}

const CLAIMS: &[Claim] = &[
    // Kazakhstan.
    rail(&[("TW0287", 0)], &[&["altynkol", "aktau_port"]]),
    rail(&[("FF0078", 0)], &[&["dostyk", "moyynty"]]),
    rail(&[("FF0084", 0)], &[&["altynkol", "zhetygen"]]),
    rail(&[("FF0104", 0)], &[&["zhezkazgan", "saksaulskaya"], &["shalkar", "beineu"]]),
    rail(&[("FF0125", 0)], &[&["beineu", "mangystau"]]),
    planned(&[("FF0109", 0)], &[&["kyzylzhar", "moyynty"]]),
    planned(&[("FF0110", 0)], &[&["zhetygen", "kazybek_bek"]]),
    planned(&[("FF0112", 0)], &[&["bakhty", "ayagoz"]]),
    // Kazakhstan - Turkmenistan - Iran.
    rail(&[("FF0132", 2)], &[&["uzen", "bolashak"]]),
    rail(&[("FF0132", 1)], &[&["bolashak", "akyayla"]]),
    rail(&[("FF0132", 0)], &[&["akyayla", "gorgan"]]),
    // Azerbaijan and Georgia. Georgian tariff distances count from the border, beside Boyuk Kesik.
    rail(&[("FF0118", 0)], &[&["baku", "boyuk_kesik"]]),
    rail(&[("TW0058", 0)], &[&["boyuk_kesik", "poti"]]),
    rail(&[("TW0059", 0)], &[&["boyuk_kesik", "batumi"]]),
    rail(&[("TW0060", 0)], &[&["boyuk_kesik", "sadakhlo"]]),
    rail(&[("TW0061", 0)], &[&["sadakhlo", "poti"]]),
    rail(&[("TW0062", 0)], &[&["sadakhlo", "batumi"]]),
    rail(&[("TW0063", 0)], &[&["poti", "batumi"]]),
    rail(&[("FF0130", 0)], &[&["tbilisi", "poti"]]),
    rail(&[("FF0129", 0)], &[&["baku", "poti"]]),
    // Baku - Tbilisi - Kars: whole, and its two new parts.
    rail(&[("FF0089", 0)], &[&["baku", "boyuk_kesik", "marabda", "akhalkalaki", "kars"]]),
    rail(&[("FF0124", 0)], &[&["baku", "boyuk_kesik", "marabda", "akhalkalaki", "kars"]]),
    rail(&[("FF0103", 0), ("FF0091", 0)], &[&["marabda", "akhalkalaki", "kars"]]),
    // Ways that normalisation opens.
    planned(&[("MA0001", 0)], &[&["horadiz", "aghband"]]),
    planned(&[("MA0016", 0)], &[&["aghband", "meghri", "ordubad"]]),
    planned(&[("MA0026", 0)], &[&["kars", "dilucu"]]),
    // By sea.
    sea(&[("TW0246", 1)], &[&["aktau_port", "alat_port"]]),
    sea(&[("MA0292", 3)], &[&["aktau_port", "alat_port"]]),
    sea(&[("FF0158", 0)], &[&["turkmenbashi", "baku_city"]]),
    sea(&[("FF0504", 0)], &[&["constanta", "bosphorus_n"]]),
];

#[test]
fn published_distances_agree_or_the_difference_is_stated() {
    let folder = folder("trans-caspian");
    let whole = read(&folder).expect("the bundled corridor loads");
    let open = whole.on(whole.as_of());
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let gaps = readme.split("## ").find(|s| s.starts_with("Known gaps")).expect("the corridor's page has known gaps");
    let mut wrong = Vec::new();
    for claim in CLAIMS {
        let published: f64 = claim.facts.iter().map(|&(id, n)| fact(&whole, id, n)).sum();
        let corridor = if claim.planned { &whole } else { &open };
        let model: f64 =
            claim.runs.iter().flat_map(|run| run.windows(2)).map(|p| distance(corridor, claim.mode, p[0], p[1])).sum();
        let names: Vec<&str> = claim.facts.iter().map(|f| f.0).collect();
        let stated = gaps.lines().any(|l| names.iter().all(|id| l.contains(id)) && l.contains(&format!("{model:.0} km")));
        if ((model / published - 1.0).abs() > TOLERANCE) != stated {
            let what = if stated { "is called a gap and is none" } else { "is a gap that Known gaps does not state" };
            wrong.push(format!("{} {:?}: published {published:.1} km, model {model:.1} km: {what}", names.join("+"), claim.runs));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A number of a fact, in km.
fn fact(c: &Corridor, id: &str, number: usize) -> f64 {
    let id = c.strings.find(id).unwrap_or_else(|| panic!("no fact {id}"));
    let fact = c.tables.fact.find(Id::new(id)).unwrap();
    let unit = c.strings.text(fact.unit);
    let value = numbers_in(c.strings.text(fact.value))[number];
    if unit.contains("nautical") { value * NAUTICAL_MILE } else { value }
}

/// Length of the shortest chain of links of a mode, in km (Bellman and Ford, since it is short).
fn distance(c: &Corridor, mode: Mode, from: &str, to: &str) -> f64 {
    let node = |id: &str| -> Id<Node> { Id::new(c.strings.find(id).unwrap_or_else(|| panic!("no place {id}"))) };
    let mut reached = BTreeMap::from([(node(from), 0.0)]);
    let mut changed = true;
    while changed {
        changed = false;
        for l in c.tables.link.iter().filter(|l| l.mode == mode) {
            let length = l.length.value();
            for (a, b) in [(l.from_node_id, l.to_node_id), (l.to_node_id, l.from_node_id)] {
                let Some(&far) = reached.get(&a) else { continue };
                if reached.get(&b).is_none_or(|&d| d > far + length + 1e-9) {
                    reached.insert(b, far + length);
                    changed = true;
                }
            }
        }
    }
    *reached.get(&node(to)).unwrap_or_else(|| panic!("no chain from {from} to {to}"))
}

/// ```text
///   Marabda ---152.7--- Akhalkalaki ---118--- Kars
/// ```
#[test]
fn chains_add_up_in_both_directions() {
    let c = read(&folder("trans-caspian")).expect("the bundled corridor loads");
    let length = |id: &str| c.tables.link.find(Id::new(c.strings.find(id).unwrap())).unwrap().length.value();
    let wanted = length("marabda-akhalkalaki") + length("akhalkalaki-kars");
    for (a, b) in [("marabda", "kars"), ("kars", "marabda")] {
        assert!((distance(&c, Mode::Rail, a, b) - wanted).abs() < 1e-6);
    }
}
