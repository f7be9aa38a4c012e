//! A tiny corridor in text, for tests.
//!
//! ```text
//!   aktau ---rail 1520, 100 km--- beineu
//!     |
//!    sea 400 km (service ferry, fleet of rail ferries)
//!     |
//!   alat
//! ```

use keruen_model::{Corridor, TableKind};

/// Rows of the tiny corridor: table, then `field=value` pairs separated by `|`.
pub const TINY: &[&str] = &[
    "node:node_id=aktau|name=Aktau|x_coord=51.2|y_coord=43.6|node_type=port|country=KZ",
    "node:node_id=beineu|name=Beineu|x_coord=55.2|y_coord=45.3|node_type=rail|country=KZ",
    "node:node_id=alat|name=Alat|x_coord=49.4|y_coord=39.9|node_type=port|country=AZ",
    "operator:operator_id=ktz|name=Railways of Kazakhstan|country=KZ|kind=railway",
    "link:link_id=beineu-aktau|from_node_id=beineu|to_node_id=aktau|mode=rail|length=100|gauge=1520|free_speed=50|operator_id=ktz",
    "link:link_id=aktau-alat|from_node_id=aktau|to_node_id=alat|mode=sea|length=400",
    "facility:facility_id=aktau-ferry|name=Ferry berth|node_id=aktau|kind=ferry_berth",
    "operation:operation_id=roll-on|kind=roll_on|facility_id=aktau-ferry|from_loading=rail|to_loading=wagon_on_ship|time=4",
    "resource:resource_id=aktau-ferry.berths|name=Berths|kind=berth|at=facility:aktau-ferry|amount=2|unit=berth|per=none",
    "use:use_id=u1|resource_id=aktau-ferry.berths|by=service:ferry|amount=1|unit=departure",
    "vehicle:vehicle_id=rail-ferry|name=Rail ferry|mode=sea|kind=rail_ferry|speed=20",
    "fleet:fleet_id=ferries|name=Ferries|vehicle_id=rail-ferry|count=2",
    "service:service_id=ferry|name=Ferry|mode=sea|loading=wagon_on_ship|fleet=ferries|departure=when_full|at_least=0.6|longest_wait=24",
    "stop:stop_id=ferry-1|service_id=ferry|sequence=1|node_id=aktau",
    "stop:stop_id=ferry-2|service_id=ferry|sequence=2|node_id=alat|via=aktau-alat",
    "cargo:cargo_id=wheat|name=Wheat|unit=t",
    "tariff:tariff_id=rail|name=Rail freight|scope=link|mode=rail|amount=0.5|currency=USD|price_year=2025|per=wagon_km",
    "profile:profile_id=flat|name=Even|m01=0.1|m02=0.1|m03=0.1|m04=0.1|m05=0.1|m06=0.1|m07=0.1|m08=0.1|m09=0.1|m10=0.05|m11=0.03|m12=0.02",
    "demand:demand_id=d1|kind=through|origin_node_id=beineu|destination_node_id=alat|cargo_id=wheat|year=2025|amount=1000|unit=t",
    "closure:closure_id=c1|region=east|month=1|share=0.2|spell=24|valid_to=2024-12-31",
    "source:source_id=s1|publisher=Railways|title=Lengths|url=https://example.org/|grade=official",
    "fact:fact_id=F1|source_id=s1|topic=rail|subject=Beineu-Aktau|quantity=length|value=100|unit=km|grade=official",
    "citation:citation_id=c1|table=link|row=beineu-aktau|field=length|method=read|fact=F1",
];

/// A corridor from such rows.
pub fn corridor(rows: &[&str]) -> Corridor {
    let mut c = Corridor::default();
    for row in rows {
        add(&mut c, row);
    }
    c
}

/// Adds one row.
pub fn add(c: &mut Corridor, row: &str) {
    let (table, cells) = row.split_once(':').expect("table:cells");
    let kind = TableKind::from_name(table).expect("a table of the schema");
    let at = c.tables.push_blank(kind, &mut c.strings);
    for cell in cells.split('|') {
        let (field, value) = cell.split_once('=').expect("field=value");
        set(c, kind, at, field, value);
    }
    // The id came after the row: index it again by writing it once more.
    let id = c.tables.cell(kind, at, 0, &c.strings);
    c.tables.set(kind, at, 0, &id, &mut c.strings).expect("an id");
}

fn set(c: &mut Corridor, kind: TableKind, at: usize, field: &str, value: &str) {
    let f = kind.spec().field(field).unwrap_or_else(|| panic!("{} has no field {field}", kind.name()));
    c.tables.set(kind, at, f, value, &mut c.strings).unwrap_or_else(|e| panic!("{field}={value}: {e:?}"));
}

/// Changes one cell of the tiny corridor: `table:id.field=value`.
#[allow(dead_code, reason = "not every test changes a cell")]
pub fn change(c: &mut Corridor, what: &str) {
    let (place, value) = what.split_once('=').expect("place=value");
    let (table, rest) = place.split_once(':').expect("table:id.field");
    let (id, field) = rest.rsplit_once('.').expect("id.field");
    let kind = TableKind::from_name(table).expect("a table of the schema");
    let at = c.strings.find(id).and_then(|s| c.tables.position(kind, s)).expect("a row");
    set(c, kind, at, field, value);
}
