//! What the rows of a corridor are called in one language: table `name` where it has a row, else the kind of thing and the names of
//! the places it lies at, for a view to put into words.

use keruen_model::{AnyRef, Corridor, Facility, Id, Lang, Node, Resource, Service, Sym, TableKind};
use keruen_results::names::{Name, Names};
use std::collections::BTreeMap;

/// Names of every row that answers speak of; empty for a language that table `name` does not know.
pub fn names(c: &Corridor, lang: &str) -> Names {
    let mut out = Names::none();
    let Some(lang) = Lang::from_name(lang) else { return out };
    let texts = texts(c, lang);
    let mut add = |table: TableKind, id: Sym, english: &str, made: Option<Name>| {
        let written = texts.get(&(table, id)).map(|t| Name::Text((*t).to_string()));
        out.add(&format!("{}:{}", table.name(), c.text(id)), english, written.or(made));
    };
    let t = &c.tables;
    for n in &t.node {
        add(TableKind::Node, n.node_id.sym(), c.strings.text(n.name), None);
    }
    for x in &t.cargo {
        add(TableKind::Cargo, x.cargo_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.equipment {
        add(TableKind::Equipment, x.equipment_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.operator {
        add(TableKind::Operator, x.operator_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.permit {
        add(TableKind::Permit, x.permit_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.counter {
        add(TableKind::Counter, x.counter_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.resource {
        add(TableKind::Resource, x.resource_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.fleet {
        add(TableKind::Fleet, x.fleet_id.sym(), c.strings.text(x.name), None);
    }
    for x in &t.link {
        let english = c.strings.text(x.name);
        let english = if english.is_empty() { c.strings.id(x.link_id) } else { english };
        let ends = Name::Between(String::new(), place(c, x.from_node_id), place(c, x.to_node_id));
        add(TableKind::Link, x.link_id.sym(), english, Some(ends));
    }
    for x in &t.service {
        add(TableKind::Service, x.service_id.sym(), c.strings.text(x.name), ride(c, x));
    }
    for x in &t.vehicle {
        add(TableKind::Vehicle, x.vehicle_id.sym(), c.strings.text(x.name), Some(Name::Vehicle(x.kind.name().into())));
    }
    for x in &t.facility {
        let at = Name::At(x.kind.name().into(), place(c, x.node_id));
        add(TableKind::Facility, x.facility_id.sym(), c.strings.text(x.name), Some(at));
    }
    for x in &t.operation {
        let work = Name::Work {
            kind: x.kind.name().into(),
            from: x.from_loading.name().into(),
            to: x.to_loading.name().into(),
            place: x.facility_id.map_or(String::new(), |f| facility_place(c, f)),
        };
        add(TableKind::Operation, x.operation_id.sym(), c.strings.text(x.name), Some(work));
    }
    for x in &t.resource {
        add(TableKind::Resource, x.resource_id.sym(), c.strings.text(x.name), limit(c, x));
    }
    for x in &t.fleet {
        let vehicle = t.vehicle.find(x.vehicle_id).map(|v| Name::Vehicle(v.kind.name().into()));
        add(TableKind::Fleet, x.fleet_id.sym(), c.strings.text(x.name), vehicle);
    }
    for x in &t.tariff {
        let item = Name::Price(c.strings.text(x.item).into());
        add(TableKind::Tariff, x.tariff_id.sym(), c.strings.text(x.name), Some(item));
    }
    for x in &t.emission {
        let what = x.mode.map_or_else(|| x.activity.name(), |m| m.name());
        let factor = Name::Factor(what.into(), c.strings.text(x.country).into());
        add(TableKind::Emission, x.emission_id.sym(), c.strings.text(x.name), Some(factor));
    }
    out
}

/// The first name of each row in a language.
fn texts(c: &Corridor, lang: Lang) -> BTreeMap<(TableKind, Sym), &str> {
    let mut out = BTreeMap::new();
    for n in c.tables.name.iter().filter(|n| n.lang == lang) {
        let AnyRef { table, id } = n.of;
        out.entry((table, id)).or_insert_with(|| c.strings.text(n.text));
    }
    out
}

fn place(c: &Corridor, id: Id<Node>) -> String {
    c.tables.node.find(id).map_or(String::new(), |n| c.strings.text(n.name).to_string())
}

fn facility_place(c: &Corridor, id: Id<Facility>) -> String {
    c.tables.facility.find(id).map_or(String::new(), |f| place(c, f.node_id))
}

/// What is scarce, and where.
fn limit(c: &Corridor, r: &Resource) -> Option<Name> {
    let (t, AnyRef { table, id }) = (&c.tables, r.at);
    let text = |name| c.strings.text(name).to_string();
    let (at, to) = match table {
        TableKind::Link => {
            let link = t.link.iter().find(|l| l.link_id.sym() == id)?;
            (place(c, link.from_node_id), place(c, link.to_node_id))
        }
        TableKind::Node => (text(t.node.iter().find(|n| n.node_id.sym() == id)?.name), String::new()),
        TableKind::Facility => (place(c, t.facility.iter().find(|f| f.facility_id.sym() == id)?.node_id), String::new()),
        TableKind::Service => (text(t.service.iter().find(|s| s.service_id.sym() == id)?.name), String::new()),
        TableKind::Fleet => (text(t.fleet.iter().find(|f| f.fleet_id.sym() == id)?.name), String::new()),
        TableKind::Operator => (text(t.operator.iter().find(|o| o.operator_id.sym() == id)?.name), String::new()),
        _ => return None,
    };
    Some(Name::Limit(r.kind.name().into(), at, to))
}

/// The kind of its vehicles, and its first and last stop.
fn ride(c: &Corridor, s: &Service) -> Option<Name> {
    let mut stops: Vec<_> = c.tables.stop.iter().filter(|x| x.service_id == s.service_id).collect();
    stops.sort_by_key(|x| x.sequence);
    let (first, last) = (stops.first()?, stops.last()?);
    let vehicle = s.fleet.first().and_then(|&f| c.tables.fleet.find(f)).and_then(|f| c.tables.vehicle.find(f.vehicle_id));
    let kind = vehicle.map_or_else(|| s.mode.name(), |v| v.kind.name());
    Some(Name::Between(kind.into(), place(c, first.node_id), place(c, last.node_id)))
}
