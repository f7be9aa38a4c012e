//! Corridors for the tests: read from a folder, or written in the test.

#![allow(dead_code, clippy::unwrap_used, clippy::print_stdout, reason = "tests; no file uses everything")]

pub mod enumerate;
pub mod runs;
pub mod tariffs;
pub mod tiny;

use keruen_certify::certify_route;
use keruen_model::{Amount, Corridor, Date, Id, TableKind};
use keruen_results::Silent;
use keruen_results::route::{RouteAnswer, Way};
use keruen_route::{Consignment, Router, Wanted};
use keruen_tables::{ReadOptions, read_folder};
use std::path::{Path, PathBuf};

/// A bundled corridor.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors").join(name)
}

/// The corridor of a folder; `None` where it cannot be read whole.
pub fn read(folder: &Path) -> Option<Corridor> {
    let loaded = read_folder(folder, &ReadOptions::default()).ok()?;
    for fault in loaded.faults.iter().take(3) {
        println!("{fault}");
    }
    loaded.faults.is_empty().then_some(loaded.corridor)
}

/// A corridor from rows `table:field=value|field=value`, the id first.
pub fn corridor<S: AsRef<str>>(rows: &[S]) -> Corridor {
    let mut c = Corridor::default();
    for row in rows {
        add(&mut c, row.as_ref());
    }
    c
}

/// Adds a row `table:field=value|field=value`, its id first.
pub fn add(c: &mut Corridor, row: &str) {
    let (table, cells) = row.split_once(':').unwrap();
    let kind = TableKind::from_name(table).unwrap();
    let at = c.tables.push_blank(kind, &mut c.strings);
    for cell in cells.split('|') {
        let (field, value) = cell.split_once('=').unwrap();
        let field = kind.spec().field(field).unwrap_or_else(|| panic!("{row}: no field {field}"));
        c.tables.set(kind, at, field, value, &mut c.strings).unwrap_or_else(|e| panic!("{cell}: {e:?}"));
    }
}

/// The worked example.
pub fn mini() -> Corridor {
    read(&folder("caspian-mini")).expect("the worked example loads")
}

/// Changes one cell: `table:id.field=value`.
pub fn change(c: &mut Corridor, what: &str) {
    let (place, value) = what.split_once('=').unwrap();
    let (table, rest) = place.split_once(':').unwrap();
    let (id, field) = rest.rsplit_once('.').unwrap();
    let kind = TableKind::from_name(table).unwrap();
    let at = c.strings.find(id).and_then(|s| c.tables.position(kind, s)).unwrap_or_else(|| panic!("{what}: no such row"));
    let field = kind.spec().field(field).unwrap_or_else(|| panic!("{what}: no such field"));
    c.tables.set(kind, at, field, value, &mut c.strings).unwrap();
}

/// `quantity cargo from to day`.
pub fn consignment(c: &Corridor, words: &str) -> Consignment {
    let w: Vec<&str> = words.split(' ').collect();
    let sym = |i: usize| c.strings.find(w[i]).unwrap_or_else(|| panic!("{} is not in the corridor", w[i]));
    let ends = (Id::new(sym(2)), Id::new(sym(3)));
    Consignment::plain(ends, Id::new(sym(1)), Amount(w[0].parse().unwrap()), Date::parse(w[4]).unwrap())
}

/// The answer with every way, and what the certifier finds wrong with it, one a line.
pub fn examined(base: &Corridor, question: &Consignment) -> (RouteAnswer, String) {
    let corridor = base.on(question.day);
    let answer = Router::new(&corridor, question.day, Vec::new())
        .ask(question, Wanted { ways: usize::MAX, ..Wanted::default() }, &Silent)
        .unwrap();
    let found = certify_route(&corridor, &answer);
    let text = found.iter().map(|d| format!("  {d}\n")).collect();
    (answer, text)
}

/// The answer, certified.
pub fn answer(base: &Corridor, question: &Consignment) -> RouteAnswer {
    let (answer, found) = examined(base, question);
    assert!(found.is_empty(), "the answer is not certified:\n{found}");
    answer
}

/// The answer to `quantity cargo from to day`, certified.
pub fn ask(base: &Corridor, words: &str) -> RouteAnswer {
    answer(base, &consignment(base, words))
}

/// Hours, dollars, kilograms of a way, rounded to a thousandth.
pub fn figures(w: &Way) -> [f64; 3] {
    [w.totals.hours.p50, w.totals.cost.amount, w.totals.co2e_kg].map(|x| (x * 1000.0).round() / 1000.0)
}
