//! Goods that no row tells apart are one trade, and share what is worked out; whatever row names one of two tells them apart.

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_model::schema::FieldKind;
use keruen_model::{Amount, Corridor, Id, TableKind};
use keruen_network::compile::{Consignment, Index, TradeKey, compile};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn bundled() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let whole = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    whole.on(whole.as_of())
}

fn lot(c: &Corridor, cargo: &str, amount: f64) -> Consignment {
    let id = |s: &str| c.strings.find(s).unwrap();
    Consignment::plain((Id::new(id("aktau")), Id::new(id("poti"))), Id::new(id(cargo)), Amount(amount), c.as_of())
}

/// Trades of the crude of two fields, which no row of the bundled corridor tells apart.
fn trades(c: &Corridor) -> [TradeKey; 2] {
    let index = Index::new(c, c.as_of());
    ["crude-tengiz", "crude-kashagan"].map(|cargo| index.trade(&lot(c, cargo, 1000.0)).unwrap())
}

fn field(table: TableKind, name: &str) -> usize {
    table.spec().fields.iter().position(|f| f.name == name).unwrap()
}

#[test]
fn goods_of_a_trade_travel_as_if_they_were_alone() {
    let c = bundled();
    let shared = Index::new(&c, c.as_of());
    let mut trades: Vec<TradeKey> = Vec::new();
    let mut cargoes = 0;
    for cargo in c.tables.cargo.iter().map(|x| c.strings.id(x.cargo_id)) {
        let lot = lot(&c, cargo, 1.0);
        let key = shared.trade(&lot).unwrap();
        if !trades.contains(&key) {
            trades.push(key);
        }
        cargoes += 1;
        let (kept, new) = (compile(&shared, &lot).unwrap(), compile(&Index::new(&c, c.as_of()), &lot).unwrap());
        assert_eq!(kept.states, new.states, "{cargo}");
        assert_eq!(kept.refusals, new.refusals, "{cargo}");
        assert!(kept.arcs == new.arcs, "{cargo}: other arcs");
    }
    assert!(trades.len() + 4 < cargoes, "{cargoes} cargoes in {} trades", trades.len());
}

#[test]
fn a_row_that_names_one_of_two_tells_them_apart() {
    let mut c = bundled();
    let [one, other] = trades(&c);
    assert!(one == other);
    use TableKind as T;
    let named =
        [(T::Tariff, "cargo"), (T::Emission, "cargo"), (T::Operation, "cargo"), (T::Service, "cargo"), (T::Rule, "cargo")];
    for (table, name) in named.into_iter().chain([(T::Rule, "apart_from")]) {
        let row = c.tables.len(table) - 1;
        let old = c.tables.clone();
        c.tables.set(table, row, field(table, name), "crude-kashagan", &mut c.strings).unwrap();
        let [one, other] = trades(&c);
        assert!(one != other, "{}.{name}", table.name());
        c.tables = old;
    }
    let [one, other] = trades(&c);
    assert!(one == other);
}

/// What holds them, their class, and what travels beside them tell goods apart too.
#[test]
fn so_do_equipment_class_and_company() {
    let mut c = bundled();
    let at = c.tables.cargo.iter().position(|x| c.strings.id(x.cargo_id) == "crude-kashagan").unwrap();
    for (name, cell) in [("equipment", "tank-wagon;ship-tank;pipe;hopper"), ("un_class", "5.1"), ("un_number", "2067")] {
        let old = c.tables.clone();
        c.tables.set(TableKind::Cargo, at, field(TableKind::Cargo, name), cell, &mut c.strings).unwrap();
        let [one, other] = trades(&c);
        // The tank wagon still stands before the hopper.
        assert_eq!(one == other, name == "equipment", "{name}");
        c.tables = old;
    }
    let index = Index::new(&c, c.as_of());
    let (alone, mut beside) = (lot(&c, "crude-tengiz", 1000.0), lot(&c, "crude-tengiz", 1000.0));
    beside.beside.push(Id::new(c.strings.find("fertiliser").unwrap()));
    assert!(index.trade(&alone).unwrap() != index.trade(&beside).unwrap());
    let in_wagons = Consignment { equipment: Some(Id::new(c.strings.find("covered-wagon").unwrap())), ..alone.clone() };
    assert!(index.trade(&alone).unwrap() != index.trade(&in_wagons).unwrap());
    let more = Consignment { quantity: Amount(7.0), ..alone.clone() };
    assert!(index.trade(&alone).unwrap() == index.trade(&more).unwrap());
    assert!(index.trade(&Consignment { quantity: Amount(0.0), ..alone }).is_err());
}

/// Every table that can name cargoes: whether moves are made by it, so that it tells trades apart, or not. A new one belongs in
/// `compile/naming.rs` if they are.
#[test]
fn every_table_that_names_cargoes_is_known() {
    let names = |table: &&TableKind| table.spec().fields.iter().any(|f| f.kind == FieldKind::Refs && f.of == "cargo");
    let tables: Vec<&str> = TableKind::ALL.iter().filter(names).map(|t| t.name()).collect();
    let asked = ["tariff", "emission", "operation", "service", "rule"];
    let others = ["use", "count"];
    let known: Vec<&str> = TableKind::ALL.iter().map(|t| t.name()).filter(|t| asked.contains(t) || others.contains(t)).collect();
    assert_eq!(tables, known);
}
