//! Empty equipment as goods: the same corridor, in which an empty box or wagon can be sent like anything else.
//!
//! Equipment with a pool comes back, where table `tariff` has a price for it over lines. A way back is priced by the rows for empties;
//! of work and rides that have none, by the rows for laden pieces with no goods in them, so that a price a tonne asks nothing. A wagon
//! whose way back is in the price of the goods needs no such row, and none is looked for. An empty passes wherever some cargo passes that
//! travels in it, borders included.

use crate::corridor::Corridor;
use crate::rows::{Cargo, Equipment, EquipmentKind, Fit, Loading, Tariff, TariffScope, TariffUnit, Unit};
use crate::strings::{AnyRef, Id, List, Text};
use crate::table::Row;
use crate::units::Tonnes;

/// A kind of empty equipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Empty {
    /// The equipment.
    pub equipment: Id<Equipment>,
    /// It as goods.
    pub cargo: Id<Cargo>,
    /// What it is counted in.
    pub unit: Unit,
    /// How it stands where it waits: boxes on the ground, wagons on their rails, trucks on the road.
    pub stands: Loading,
}

/// The corridor with a cargo for each piece of equipment that comes back, and these cargoes in the order of table `equipment`.
pub fn with_empties(corridor: &Corridor) -> (Corridor, Vec<Empty>) {
    let mut out = corridor.clone();
    let kinds: Vec<Empty> = corridor.tables.equipment.iter().filter_map(|e| kind(&mut out, e)).collect();
    for k in &kinds {
        add_goods(&mut out, k);
    }
    let travels: Vec<(Empty, Vec<Id<Cargo>>)> = kinds.iter().map(|&k| (k, travels_in(corridor, k.equipment))).collect();
    let t = &mut out.tables;
    t.service.each(|s| admit(&mut s.cargo, &travels));
    t.operation.each(|o| admit(&mut o.cargo, &travels));
    t.r#use.each(|u| admit(&mut u.cargo, &travels));
    let beside: Vec<Tariff> = beside_laden(corridor, &kinds);
    t.tariff.each(|x| for_empties(x, &kinds));
    for (i, mut x) in beside.into_iter().enumerate() {
        x.tariff_id = Id::new(out.strings.intern(&format!("empty-beside-{i}")));
        out.tables.tariff.push(x, 0, 0);
    }
    (out, kinds)
}

fn kind(out: &mut Corridor, e: &Equipment) -> Option<Empty> {
    let (unit, stands) = match e.kind {
        EquipmentKind::Container => (Unit::Container, Loading::Ground),
        EquipmentKind::Wagon => (Unit::Wagon, Loading::Rail),
        EquipmentKind::Truck => (Unit::Truck, Loading::Road),
        _ => return None,
    };
    let over_lines = |x: &Tariff| x.empty && x.scope == TariffScope::Link && x.equipment.contains(&e.equipment_id);
    if e.pool.is_empty() || !out.tables.tariff.iter().any(over_lines) {
        return None;
    }
    let name = format!("empty-{}", out.strings.id(e.equipment_id));
    let cargo = Id::new(out.strings.intern(&name));
    out.tables.cargo.find(cargo).is_none().then_some(Empty { equipment: e.equipment_id, cargo, unit, stands })
}

fn add_goods(out: &mut Corridor, k: &Empty) {
    let name = format!("empty: {}", out.tables.equipment.find(k.equipment).map_or("", |e| out.strings.text(e.name)));
    let goods = Cargo {
        cargo_id: k.cargo,
        name: Text(out.strings.intern(&name)),
        unit: k.unit,
        equipment: Box::new([k.equipment]),
        ..out.tables.cargo.blank(&mut out.strings)
    };
    let fit = Fit {
        fit_id: Id::new(k.cargo.sym()),
        carried: AnyRef { table: Cargo::KIND, id: k.cargo.sym() },
        carrier: AnyRef { table: Equipment::KIND, id: k.equipment.sym() },
        load: Some(Tonnes(0.0)),
        ..out.tables.fit.blank(&mut out.strings)
    };
    out.tables.cargo.push(goods, 0, 0);
    out.tables.fit.push(fit, 0, 0);
}

/// Cargoes that can travel in a piece of equipment, or on a wagon under it.
fn travels_in(corridor: &Corridor, equipment: Id<Equipment>) -> Vec<Id<Cargo>> {
    let t = &corridor.tables;
    let carried = |f: &&Fit| f.carrier.as_id::<Equipment>() == Some(equipment);
    let on_it: Vec<Id<Equipment>> = t.fit.iter().filter(carried).filter_map(|f| f.carried.as_id()).collect();
    let mine = |e: &Id<Equipment>| *e == equipment || on_it.contains(e);
    t.cargo.iter().filter(|c| c.equipment.iter().any(mine)).map(|c| c.cargo_id).collect()
}

/// Lets empties in wherever a list of cargoes names one that travels in them.
fn admit(list: &mut List<Id<Cargo>>, travels: &[(Empty, Vec<Id<Cargo>>)]) {
    let more: Vec<Id<Cargo>> = travels.iter().filter(|t| t.1.iter().any(|c| list.contains(c))).map(|t| t.0.cargo).collect();
    if !more.is_empty() {
        *list = list.iter().copied().chain(more).collect();
    }
}

/// A price for empties becomes a price of the goods that empties are.
fn for_empties(x: &mut Tariff, kinds: &[Empty]) {
    if x.empty {
        let named = |k: &&Empty| x.equipment.is_empty() || x.equipment.contains(&k.equipment);
        x.cargo = kinds.iter().filter(named).map(|k| k.cargo).collect();
        // Without one it would be a price of anything.
        x.empty = x.cargo.is_empty();
    }
}

/// Prices for empties over lines hold beside the laden ones of a narrower place too, which would hide them and ask nothing a tonne of
/// nothing: a row each for the laden rows of any cargo that no price for empties of their own place answers.
fn beside_laden(corridor: &Corridor, kinds: &[Empty]) -> Vec<Tariff> {
    let over_lines = |x: &&Tariff| x.scope == TariffScope::Link;
    let rows = || corridor.tables.tariff.iter().filter(over_lines);
    let place = |x: &Tariff| (x.item, x.operator_id, x.country, x.mode, x.at.clone(), x.from_node_id, x.to_node_id);
    let mut out = Vec::new();
    for laden in rows().filter(|x| !x.empty && x.cargo.is_empty() && x.per != TariffUnit::Share) {
        for k in kinds.iter().filter(|k| laden.equipment.contains(&k.equipment)) {
            let like = |x: &&Tariff| x.item == laden.item && x.mode == laden.mode;
            let mut own = rows().filter(|x| x.empty && x.equipment.contains(&k.equipment)).filter(like);
            let Some(first) = own.clone().next().filter(|_| !own.any(|x| place(x) == place(laden))) else { continue };
            let (operator_id, country, mode) = (laden.operator_id, laden.country, laden.mode);
            let (at, valid_from, valid_to) = (laden.at.clone(), laden.valid_from, laden.valid_to);
            let (equipment, cargo) = (Box::new([k.equipment]), Box::new([k.cargo]));
            let same = Tariff { operator_id, country, mode, at, valid_from, valid_to, equipment, cargo, ..first.clone() };
            out.push(Tariff { empty: false, ..same });
        }
    }
    out
}
