//! The worked example (`corridors/caspian-mini`) and the answers of the engine to it.

#![allow(dead_code, clippy::unwrap_used, clippy::print_stdout, reason = "tests; no file uses everything")]

use keruen_certify::{Check, Discrepancy, certify_route};
use keruen_model::{Amount, Corridor, Date, Id, TableKind};
use keruen_results::Silent;
use keruen_results::route::RouteAnswer;
use keruen_route::{Consignment, Router, Wanted};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

/// The folder as it stands.
pub fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let loaded = read_folder(&folder, &ReadOptions::default()).unwrap();
    assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
    loaded.corridor
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

/// Adds a row: `table:field=value|field=value`, its id first.
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

/// `quantity cargo from to day`.
pub fn consignment(c: &Corridor, words: &str) -> Consignment {
    let w: Vec<&str> = words.split(' ').collect();
    let sym = |i: usize| c.strings.find(w[i]).unwrap_or_else(|| panic!("{} is not in the corridor", w[i]));
    let ends = (Id::new(sym(2)), Id::new(sym(3)));
    Consignment::plain(ends, Id::new(sym(1)), Amount(w[0].parse().unwrap()), Date::parse(w[4]).unwrap())
}

/// The corridor of the day, and the answer of the engine on it.
pub fn ask(base: &Corridor, words: &str) -> (Corridor, RouteAnswer) {
    let question = consignment(base, words);
    let corridor = base.on(question.day);
    let answer = Router::new(&corridor, question.day, Vec::new()).ask(&question, Wanted::default(), &Silent).unwrap();
    (corridor, answer)
}

/// What is found, one a line.
pub fn text(found: &[Discrepancy]) -> String {
    found.iter().map(|d| format!("  {d}\n")).collect()
}

/// Fails unless the answer is certified.
pub fn certified(corridor: &Corridor, answer: &RouteAnswer) {
    let found = certify_route(corridor, answer);
    assert!(found.is_empty(), "{} is not certified:\n{}", answer.question.cargo, text(&found));
}

/// Fails unless something of the kind is found, and on this subject.
pub fn found(corridor: &Corridor, answer: &RouteAnswer, check: Check, subject: &str) -> Discrepancy {
    let all = certify_route(corridor, answer);
    let hit = all.iter().find(|d| d.check == check && d.subject.contains(subject));
    hit.unwrap_or_else(|| panic!("{check:?} on {subject} is not found, but:\n{}", text(&all))).clone()
}
