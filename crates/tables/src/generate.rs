//! A corridor of any size, made from a seed: for speed tests and for tests that need many rows. Nothing in it is a real place.
//!
//! ```text
//!   KZ        | AZ        | GE        | TR
//!   o--o--o--o|-o--o--o--o|-o--o--o--o|-o--o      a grid of places, four countries from left to right; every place is
//!   |  |  |  |   |  |  |     |  |  |     |        joined to the one before it and to the one above, and by chords to
//!   o--o--o--o|-o--o--o--o|-o--o--o--o|-o--o      places up to three rows above, until there are enough links
//!   T           B           B           B         T: a terminal at every 20th place, B: a border post
//! ```
//!
//! Each railway has its train paths and the use of them, each terminal its cranes and the use of them by loading and unloading.
//! Figures rest on column-default citations, as in a real corridor, so that every rule of validation has work.

use keruen_model::rows::*;
use keruen_model::{Amount, Corridor, Degrees, Dist, Hours, Id, Km, KmPerHour, Meta, Millimetres};
use keruen_model::{Row, SCHEMA, Table, Text};

/// How large, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Places; at least 8.
    pub nodes: usize,
    /// Links; raised to what joins all places.
    pub links: usize,
    /// Wishes to move goods.
    pub demands: usize,
    /// Another seed gives other lengths, chords and wishes.
    pub seed: u64,
}

impl Size {
    /// The corridor of the speed bar: 400,000 places and 1,000,000 links.
    pub const LARGE: Size = Size { nodes: 400_000, links: 1_000_000, demands: 40, seed: 1 };
}

const COUNTRIES: [&str; 4] = ["KZ", "AZ", "GE", "TR"];

/// The rows that every generated corridor has.
const THINGS: &[(TableKind, &[(&str, &str)])] = &[
    (TableKind::Operator, &[("operator_id", "rail-co"), ("name", "Railways"), ("country", "KZ"), ("kind", "railway")]),
    (TableKind::Equipment, &[("equipment_id", "box-40"), ("name", "Box, 40 ft"), ("kind", "container"), ("payload", "26")]),
    (
        TableKind::Cargo,
        &[("cargo_id", "container-40"), ("name", "Container, 40 ft"), ("unit", "container"), ("equipment", "box-40")],
    ),
    (TableKind::Vehicle, &[("vehicle_id", "train"), ("name", "Container train"), ("mode", "rail"), ("kind", "train")]),
    (TableKind::Fit, &[("fit_id", "fit-1"), ("carried", "equipment:box-40"), ("carrier", "vehicle:train")]),
];

/// A terminal stands at every so many places.
const TERMINAL_EVERY: usize = 20;

/// Rows above in which a chord may end.
const CHORD_ROWS: usize = 3;

/// Share of railways among the links, out of ten.
const RAIL_OF_TEN: u64 = 6;

/// Makes the corridor. Equal sizes and seeds give equal corridors.
pub fn generate(size: Size) -> Corridor {
    let nodes = size.nodes.max(8);
    let grid = Grid { nodes, width: ((nodes as f64 * 1.6).sqrt() as usize).clamp(4, nodes) };
    let mut corridor = Corridor { meta: cover(), ..Corridor::default() };
    let mut m = Maker { c: &mut corridor, dice: Dice(size.seed), text: String::new() };
    m.things();
    m.places(grid);
    m.links(grid, size.links.max(nodes - 1));
    m.terminals(grid);
    m.borders(grid);
    m.demands(grid, size.demands);
    m.citations();
    corridor
}

fn cover() -> Meta {
    Meta {
        id: "generated".into(),
        title: "Generated corridor".into(),
        description: "Made from a seed for tests; nothing in it is a real place.".into(),
        licence: "CC0-1.0".into(),
        citations_required: true,
        ..Meta::default()
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): short, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// From `low` to `high` in steps of a tenth, so that it is short to write.
    fn tenths(&mut self, low: usize, high: usize) -> f64 {
        (low * 10 + self.below((high - low) * 10 + 1)) as f64 / 10.0
    }
}

#[derive(Clone, Copy)]
struct Grid {
    nodes: usize,
    width: usize,
}

impl Grid {
    fn country(self, node: usize) -> usize {
        (node % self.width) * COUNTRIES.len() / self.width
    }
}

struct Maker<'c> {
    c: &'c mut Corridor,
    dice: Dice,
    text: String,
}

impl Maker<'_> {
    /// Adds a row of defaults with some fields filled.
    fn add<R: Row>(&mut self, table: fn(&mut Tables) -> &mut Table<R>, fill: impl FnOnce(&mut R)) {
        let Corridor { tables, strings, .. } = &mut *self.c;
        let table = table(tables);
        let mut row = table.blank(strings);
        fill(&mut row);
        table.push(row, 0, 0);
    }

    fn id<R>(&mut self, parts: std::fmt::Arguments<'_>) -> Id<R> {
        Id::new(self.word(parts).0)
    }

    fn word(&mut self, parts: std::fmt::Arguments<'_>) -> Text {
        use std::fmt::Write;
        self.text.clear();
        let _ = self.text.write_fmt(parts);
        Text(self.c.strings.intern(&self.text))
    }

    /// What the places have in common: who runs it, what goes, in what.
    fn things(&mut self) {
        for (table, cells) in THINGS {
            let row = self.c.tables.push_blank(*table, &mut self.c.strings);
            for (name, text) in *cells {
                let field = table.spec().field(name).expect("THINGS names fields of the schema");
                let set = self.c.tables.set(*table, row, field, text, &mut self.c.strings);
                set.expect("THINGS holds values that the schema allows");
            }
        }
    }

    fn node(&mut self, node: usize) -> Id<Node> {
        self.id(format_args!("n{node}"))
    }

    fn places(&mut self, grid: Grid) {
        let kinds = [NodeType::Rail, NodeType::City, NodeType::Terminal, NodeType::Border];
        self.c.tables.node.reserve(grid.nodes);
        for i in 0..grid.nodes {
            let (id, name) = (self.node(i), self.word(format_args!("Place {i}")));
            let country = self.word(format_args!("{}", COUNTRIES[grid.country(i)]));
            let (x, y) =
                (Degrees((3000 + 4 * (i % grid.width)) as f64 / 100.0), Degrees((3500 + 2 * (i / grid.width)) as f64 / 100.0));
            let node_type = kinds[self.dice.below(kinds.len())];
            self.add(
                |t| &mut t.node,
                |r| {
                    r.node_id = id;
                    r.name = name;
                    r.x_coord = x;
                    r.y_coord = y;
                    r.node_type = node_type;
                    r.country = country;
                },
            );
        }
    }

    /// A tree of neighbours first, then what is left of `links` spread evenly over the places.
    fn links(&mut self, grid: Grid, links: usize) {
        let extra = links - (grid.nodes - 1);
        self.c.tables.link.reserve(links);
        for i in 1..grid.nodes {
            let (row, column) = (i / grid.width, i % grid.width);
            self.link(i, if column > 0 { i - 1 } else { i - grid.width });
            let share = |n: usize| (n * extra) / (grid.nodes - 1);
            for k in 0..share(i) - share(i - 1) {
                let above =
                    if k == 0 && row > 0 && column > 0 { grid.width } else { 1 + self.dice.below(CHORD_ROWS * grid.width) };
                self.link(i, i.saturating_sub(above));
            }
        }
    }

    fn link(&mut self, from: usize, to: usize) {
        let number = self.c.tables.link.len();
        let id: Id<Link> = self.id(format_args!("l{number}"));
        let (from, to) = (self.node(from), self.node(to));
        let operator_id = Some(self.id(format_args!("rail-co")));
        let rail = self.dice.next() % 10 < RAIL_OF_TEN;
        let (length, speed) = (Km(self.dice.tenths(2, 90)), KmPerHour(self.dice.tenths(20, 80)));
        let (mode, gauge) = if rail { (Mode::Rail, Some(Millimetres(1520.0))) } else { (Mode::Road, None) };
        self.add(
            |t| &mut t.link,
            |r| {
                r.link_id = id;
                r.from_node_id = from;
                r.to_node_id = to;
                r.mode = mode;
                r.length = length;
                r.operator_id = operator_id;
                r.gauge = gauge;
                r.free_speed = Some(speed);
            },
        );
        if rail {
            let amount = self.dice.tenths(10, 60);
            self.scarce(
                format_args!("l{number}.paths"),
                ResourceKind::TrainPath,
                any(TableKind::Link, id),
                (amount, Unit::Pair, Period::Day),
            );
            self.used(format_args!("l{number}.paths"), any(TableKind::Link, id), (1.0, Unit::Train));
        }
    }

    fn scarce(
        &mut self,
        name: std::fmt::Arguments<'_>,
        kind: ResourceKind,
        at: AnyRef,
        (amount, unit, per): (f64, Unit, Period),
    ) {
        let (id, name) = (self.id(name), self.word(format_args!("{}", kind.name())));
        self.add(
            |t| &mut t.resource,
            |r| {
                r.resource_id = id;
                r.name = name;
                r.kind = kind;
                r.at = at;
                r.amount = Amount(amount);
                r.unit = unit;
                r.per = per;
            },
        );
    }

    fn used(&mut self, resource: std::fmt::Arguments<'_>, by: AnyRef, (amount, unit): (f64, Unit)) {
        let number = self.c.tables.r#use.len();
        let (id, resource) = (self.id(format_args!("u{number}")), self.id(resource));
        self.add(
            |t| &mut t.r#use,
            |r| {
                r.use_id = id;
                r.resource_id = resource;
                r.by = by;
                r.amount = Amount(amount);
                r.unit = unit;
            },
        );
    }

    fn terminals(&mut self, grid: Grid) {
        for i in (0..grid.nodes).step_by(TERMINAL_EVERY) {
            let (node, id, name) = (self.node(i), self.id(format_args!("t{i}")), self.word(format_args!("Terminal {i}")));
            self.add(
                |t| &mut t.facility,
                |r| {
                    r.facility_id = id;
                    r.name = name;
                    r.node_id = node;
                    r.kind = FacilityKind::RailTerminal;
                },
            );
            let amount = self.dice.tenths(2, 30);
            self.scarce(
                format_args!("t{i}.crane"),
                ResourceKind::Crane,
                any(TableKind::Facility, id),
                (amount, Unit::CraneH, Period::Day),
            );
            for (kind, from, to) in
                [(OperationKind::Load, Loading::Ground, Loading::Rail), (OperationKind::Unload, Loading::Rail, Loading::Ground)]
            {
                let work: Id<Operation> = self.id(format_args!("t{i}.{}", kind.name()));
                let time = self.dice.tenths(1, 9);
                self.add(
                    |t| &mut t.operation,
                    |r| {
                        r.operation_id = work;
                        r.kind = kind;
                        r.facility_id = Some(id);
                        r.from_loading = from;
                        r.to_loading = to;
                        r.time = Dist::fixed(Hours(time));
                    },
                );
                self.used(format_args!("t{i}.crane"), any(TableKind::Operation, work), (0.1, Unit::Container));
            }
        }
    }

    fn borders(&mut self, grid: Grid) {
        for i in (1..grid.nodes).filter(|i| i % grid.width > 0 && grid.country(*i) != grid.country(i - 1)) {
            let (node, id, name) = (self.node(i), self.id(format_args!("b{i}")), self.word(format_args!("Border {i}")));
            self.add(
                |t| &mut t.facility,
                |r| {
                    r.facility_id = id;
                    r.name = name;
                    r.node_id = node;
                    r.kind = FacilityKind::BorderPost;
                },
            );
            let here = self.word(format_args!("{}", COUNTRIES[grid.country(i)]));
            let there = self.word(format_args!("{}", COUNTRIES[grid.country(i - 1)]));
            let (railway, gauge) = (Loading::Rail, Some(Millimetres(1520.0)));
            for (from, to, way) in [(there, here, "in"), (here, there, "out")] {
                let work = self.id(format_args!("b{i}.{way}"));
                let time = Dist::new(keruen_model::dist::Law::Triangular(2.0, 4.0, 9.0)).unwrap_or_default();
                self.add(
                    |t| &mut t.operation,
                    |r| {
                        r.operation_id = work;
                        r.kind = OperationKind::Border;
                        r.facility_id = Some(id);
                        r.from_loading = railway;
                        r.to_loading = railway;
                        r.from_gauge = gauge;
                        r.to_gauge = gauge;
                        r.from_country = from;
                        r.to_country = to;
                        r.time = time;
                    },
                );
            }
        }
    }

    /// Wishes from few origins: how far a place can be reached from is worked out once an origin.
    fn demands(&mut self, grid: Grid, demands: usize) {
        for i in 0..demands {
            let (from, to) = (self.dice.below(grid.nodes.min(4)), self.dice.below(grid.nodes));
            let (id, from, to) = (self.id(format_args!("d{i}")), self.node(from), self.node(to));
            let (cargo, amount) = (self.id(format_args!("container-40")), Amount(self.dice.tenths(100, 9000)));
            self.add(
                |t| &mut t.demand,
                |r| {
                    r.demand_id = id;
                    r.kind = DemandKind::Through;
                    r.origin_node_id = from;
                    r.destination_node_id = to;
                    r.cargo_id = cargo;
                    r.year = 2025;
                    r.amount = amount;
                    r.unit = Unit::Container;
                },
            );
        }
    }

    /// A column-default citation for each figure that can change an answer.
    fn citations(&mut self) {
        let star = self.word(format_args!("*"));
        let reason = self.word(format_args!("made from a seed, stands for no real figure"));
        for table in SCHEMA {
            for field in table.fields.iter().filter(|f| f.needs_citation()) {
                let id = self.id(format_args!("c-{}-{}", table.name, field.name));
                let (table, field) = (self.word(format_args!("{}", table.name)), self.word(format_args!("{}", field.name)));
                self.add(
                    |t| &mut t.citation,
                    |r| {
                        r.citation_id = id;
                        r.table = table;
                        r.row = star;
                        r.field = field;
                        r.method = Method::Assumed;
                        r.low = Some(Amount(0.0));
                        r.high = Some(Amount(1e6));
                        r.reason = reason;
                    },
                );
            }
        }
    }
}

fn any<R: Row>(table: TableKind, id: Id<R>) -> AnyRef {
    AnyRef { table, id: id.sym() }
}
