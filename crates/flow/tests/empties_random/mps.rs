//! The drawn programmes as MPS files with the cost that the engine found, for a peer: `bench/peers/least_cost_flow.py --drawn FOLDER`.

use super::draw::world;
use super::programme::programme;
use super::random::{MONTHS, YEARS, solved};
use super::tableau::Tableau;
use std::fmt::Write;
use std::path::Path;

fn mps(t: &Tableau, cost: f64) -> String {
    let mut columns: Vec<String> = t.cost.iter().enumerate().map(|(j, c)| format!(" x{j} c {c}\n")).collect();
    let (mut heads, mut sides) = (String::new(), String::new());
    for (i, (entries, side)) in t.rows.iter().enumerate() {
        let mut sums: Vec<(usize, f64)> = Vec::new();
        for &(j, amount) in entries {
            match sums.iter_mut().find(|s| s.0 == j) {
                Some(sum) => sum.1 += amount,
                None => sums.push((j, amount)),
            }
        }
        sums.iter().for_each(|(j, amount)| writeln!(columns[*j], " x{j} r{i} {amount}").unwrap());
        writeln!(heads, " E r{i}").unwrap();
        writeln!(sides, " b r{i} {side}").unwrap();
    }
    format!("* cost {cost}\nNAME drawn\nROWS\n N c\n{heads}COLUMNS\n{}RHS\n{sides}ENDATA\n", columns.concat())
}

#[test]
#[ignore = "writes into the folder that EMPTIES_MPS names"]
fn drawn_programmes_are_written() {
    let folder = std::env::var("EMPTIES_MPS").unwrap();
    for (monthly, count) in [(false, YEARS), (true, MONTHS)] {
        for seed in 0..count {
            let (w, name) = (world(seed, monthly), format!("{}-{seed:04}.mps", if monthly { "months" } else { "year" }));
            let text = mps(&programme(&w, true), solved(&w, &name).1);
            std::fs::write(Path::new(&folder).join(name), text).unwrap();
        }
    }
}
