//! Which rows name which cargoes. Goods that the same rows name, under the same class and number, are the same goods to every row.

use keruen_model::{Cargo, Corridor, Id, TableKind};
use rustc_hash::FxHashMap;
use std::sync::Arc as Shared;

/// A row that names a cargo, by position; `true` where as one from which others are kept apart.
pub(super) type Mention = (TableKind, u32, bool);

/// The mentions of each cargo, in the order of the tables.
#[derive(Debug, Default)]
pub(super) struct Naming {
    of: FxHashMap<Id<Cargo>, Shared<[Mention]>>,
}

impl Naming {
    /// Goes through every table that is asked which goods it is about while moves are made.
    pub fn new(corridor: &Corridor) -> Naming {
        use TableKind as T;
        let t = &corridor.tables;
        let mut found: FxHashMap<Id<Cargo>, Vec<Mention>> = FxHashMap::default();
        let mut add = |table: TableKind, row: usize, cargo: &[Id<Cargo>], apart: bool| {
            cargo.iter().for_each(|&c| found.entry(c).or_default().push((table, row as u32, apart)));
        };
        t.tariff.iter().enumerate().for_each(|(i, x)| add(T::Tariff, i, &x.cargo, false));
        t.emission.iter().enumerate().for_each(|(i, x)| add(T::Emission, i, &x.cargo, false));
        t.operation.iter().enumerate().for_each(|(i, x)| add(T::Operation, i, &x.cargo, false));
        t.service.iter().enumerate().for_each(|(i, x)| add(T::Service, i, &x.cargo, false));
        for (i, x) in t.rule.iter().enumerate() {
            add(T::Rule, i, &x.cargo, false);
            add(T::Rule, i, &x.apart_from, true);
        }
        Naming { of: found.into_iter().map(|(cargo, all)| (cargo, all.into())).collect() }
    }

    pub fn of(&self, cargo: Id<Cargo>) -> Shared<[Mention]> {
        self.of.get(&cargo).cloned().unwrap_or_default()
    }
}
