//! A TNTP network and its trips as a corridor.
//!
//! | TNTP | corridor |
//! |---|---|
//! | node, zone | `node` n1, n2, ...: a zone is a city, another node a passage |
//! | link | `link` l1, l2, ... in the order of the file: road, one way, with its length and length / free-flow time as speed |
//! | capacity | `resource` l1.capacity and the `use` of it by the link, one a vehicle |
//! | B, power, speed, toll, type | the note of the link, as words: a corridor has no queue inside a time |
//! | trips | `demand` of cargo `vehicle` |
//!
//! Assumptions, each told to the user: lengths are km, times minutes and capacities vehicles an hour; trips stand for a year; a
//! file has no coordinates and no countries.

use super::{LinkTntp, NetworkTntp, TripsTntp};
use keruen_model::{
    Amount, AnyRef, Cargo, Corridor, Degrees, Demand, Id, Km, KmPerHour, Link, Meta, Mode, Node, NodeType, Period, Resource,
    ResourceKind, Row, Strings, Table, TableKind, Text, Unit, Use,
};
use std::collections::BTreeMap;
use std::fmt::Arguments;

/// Minutes of an hour: times are taken as minutes.
const MINUTES: f64 = 60.0;

/// Speed in km/h that gives a link without length one, so that it keeps its time.
const SPEED_WITHOUT_LENGTH: f64 = 60.0;

/// Stands for a country that is not known (ISO 3166-1 keeps it free for users).
const NOWHERE: &str = "ZZ";

/// Year of the demand: that of the cover's day.
const YEAR: i32 = 2025;

/// Makes the corridor called `name`; beside it, what was assumed or left out.
pub fn corridor(name: &str, net: &NetworkTntp, trips: Option<&TripsTntp>) -> (Corridor, Vec<String>) {
    let meta = Meta {
        id: if keruen_model::cell::is_id(name) { name.into() } else { "network".into() },
        title: name.into(),
        description: "Imported from TNTP.".into(),
        ..Meta::default()
    };
    let mut maker = Maker { c: Corridor { meta, ..Corridor::default() }, told: BTreeMap::new() };
    maker.places(net);
    for (i, link) in net.links.iter().enumerate() {
        maker.link(i + 1, link);
    }
    if let Some(trips) = trips {
        maker.trips(trips);
    }
    let mut told = vec![
        "places stand at 0, 0 in country ZZ: TNTP has neither coordinates nor countries".into(),
        "lengths were taken as km, times as minutes, capacities as vehicles an hour".into(),
        "B, power, speed, toll and type stand in the notes of the links; no engine reads them".into(),
    ];
    if net.first_thru_node > 1 {
        told.push(format!("ways may lead through the zones below node {}, which TNTP forbids", net.first_thru_node));
    }
    told.extend(maker.told.into_iter().map(|(what, n)| format!("{what} ({n} {})", if n == 1 { "row" } else { "rows" })));
    (maker.c, told)
}

struct Maker {
    c: Corridor,
    told: BTreeMap<&'static str, usize>,
}

/// Adds a row of defaults with some fields filled.
fn add<R: Row>(table: &mut Table<R>, strings: &mut Strings, fill: impl FnOnce(&mut R)) {
    let mut row = table.blank(strings);
    fill(&mut row);
    table.push(row, 0, 0);
}

impl Maker {
    fn word(&mut self, parts: Arguments<'_>) -> Text {
        Text(self.c.strings.intern(&parts.to_string()))
    }

    fn id<R>(&mut self, parts: Arguments<'_>) -> Id<R> {
        Id::new(self.word(parts).0)
    }

    fn tell(&mut self, what: &'static str) {
        *self.told.entry(what).or_default() += 1;
    }

    fn places(&mut self, net: &NetworkTntp) {
        for i in 1..=net.nodes {
            let zone = i <= net.zones;
            let id: Id<Node> = self.id(format_args!("n{i}"));
            let name = self.word(format_args!("{} {i}", if zone { "Zone" } else { "Node" }));
            let country = self.word(format_args!("{NOWHERE}"));
            add(&mut self.c.tables.node, &mut self.c.strings, |r| {
                (r.node_id, r.name, r.country) = (id, name, country);
                (r.x_coord, r.y_coord) = (Degrees(0.0), Degrees(0.0));
                r.node_type = if zone { NodeType::City } else { NodeType::Passage };
            });
        }
    }

    fn link(&mut self, number: usize, link: &LinkTntp) {
        let (length, free_speed) = self.length_and_speed(link);
        let id: Id<Link> = self.id(format_args!("l{number}"));
        let (from, to) = (self.id(format_args!("n{}", link.from)), self.id(format_args!("n{}", link.to)));
        let LinkTntp { b, power, speed, toll, kind, .. } = link;
        let note = self.word(format_args!("B {b}, power {power}, speed {speed}, toll {toll}, type {kind}"));
        add(&mut self.c.tables.link, &mut self.c.strings, |r| {
            (r.link_id, r.from_node_id, r.to_node_id) = (id, from, to);
            (r.directed, r.mode, r.length, r.free_speed, r.note) = (true, Mode::Road, length, free_speed, note);
        });
        self.capacity(number, id, link.capacity);
    }

    /// A speed is above zero, so a link without time has none of its own, and one without length gets one that keeps its time.
    fn length_and_speed(&mut self, link: &LinkTntp) -> (Km, Option<KmPerHour>) {
        match (link.length > 0.0, link.free_flow_time > 0.0) {
            (true, true) => (Km(link.length), Some(KmPerHour(link.length / link.free_flow_time * MINUTES))),
            (false, true) => {
                self.tell("links without length got the length of their time at 60 km/h");
                (Km(link.free_flow_time / MINUTES * SPEED_WITHOUT_LENGTH), Some(KmPerHour(SPEED_WITHOUT_LENGTH)))
            }
            (_, false) => {
                self.tell("links without free-flow time have no speed");
                (Km(link.length), None)
            }
        }
    }

    fn capacity(&mut self, number: usize, link: Id<Link>, capacity: f64) {
        if capacity <= 0.0 {
            return self.tell("links without capacity have no resource");
        }
        let (id, name) = (self.id::<Resource>(format_args!("l{number}.capacity")), self.word(format_args!("capacity")));
        let by = AnyRef { table: TableKind::Link, id: link.sym() };
        add(&mut self.c.tables.resource, &mut self.c.strings, |r| {
            (r.resource_id, r.name, r.kind, r.at) = (id, name, ResourceKind::Throughput, by);
            (r.amount, r.unit, r.per) = (Amount(capacity), Unit::Truck, Period::Hour);
        });
        let used: Id<Use> = self.id(format_args!("l{number}.traffic"));
        add(&mut self.c.tables.r#use, &mut self.c.strings, |r| {
            (r.use_id, r.resource_id, r.by) = (used, id, by);
            (r.amount, r.unit) = (Amount(1.0), Unit::Truck);
        });
    }

    fn trips(&mut self, trips: &TripsTntp) {
        let (cargo, name) = (self.id::<Cargo>(format_args!("vehicle")), self.word(format_args!("Vehicle")));
        add(&mut self.c.tables.cargo, &mut self.c.strings, |r| {
            (r.cargo_id, r.name, r.unit) = (cargo, name, Unit::Truck);
        });
        for t in &trips.trips {
            if t.from == t.to {
                self.tell("trips inside a zone were left out");
                continue;
            }
            self.tell("trips became the demand of a year as they stand");
            let id: Id<Demand> = self.id(format_args!("d{}-{}", t.from, t.to));
            let (from, to) = (self.id(format_args!("n{}", t.from)), self.id(format_args!("n{}", t.to)));
            add(&mut self.c.tables.demand, &mut self.c.strings, |r| {
                (r.demand_id, r.origin_node_id, r.destination_node_id, r.cargo_id) = (id, from, to, cargo);
                (r.year, r.amount, r.unit) = (YEAR, Amount(t.amount), Unit::Truck);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read_network, read_trips};
    use super::*;

    /// ```text
    ///   zone 1 --10 km, 6 min--> 3 --no length, 2 min--> zone 2      and back from 2 to 1: 8 km, no time, no capacity
    /// ```
    const NET: &str = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 3\n<END OF METADATA>\n\
        1 3 900 10 6 0.15 4 0 0 1 ;\n3 2 400 0 2 0.15 4 0 0 1 ;\n2 1 0 8 0 0 0 0 5 2 ;\n";
    const TRIPS: &str = "<NUMBER OF ZONES> 2\n<END OF METADATA>\nOrigin 1\n 1 : 3; 2 : 70.5;\nOrigin 2\n 1 : 4;\n";

    #[test]
    fn a_network_becomes_a_corridor_without_faults() {
        let (net, trips) = (read_network("x", NET).unwrap(), read_trips("x", TRIPS).unwrap());
        let (c, told) = corridor("tiny", &net, Some(&trips));
        assert_eq!(keruen_model::validate::validate(&c), []);
        let links: Vec<_> = c.tables.link.iter().map(|l| (l.directed, l.length.0, l.free_speed.map(|v| v.0))).collect();
        assert_eq!(links, [(true, 10.0, Some(100.0)), (true, 2.0, Some(60.0)), (true, 8.0, None)]);
        assert_eq!(c.strings.text(c.tables.link.rows()[2].note), "B 0, power 0, speed 0, toll 5, type 2");
        let capacities: Vec<_> = c.tables.resource.iter().map(|r| (c.strings.id(r.resource_id), r.amount.0, r.per)).collect();
        assert_eq!(capacities, [("l1.capacity", 900.0, Period::Hour), ("l2.capacity", 400.0, Period::Hour)]);
        let demand: Vec<_> = c.tables.demand.iter().map(|d| (c.strings.id(d.demand_id), d.amount.0)).collect();
        assert_eq!(demand, [("d1-2", 70.5), ("d2-1", 4.0)]);
        assert_eq!(
            told[3..],
            [
                "ways may lead through the zones below node 3, which TNTP forbids",
                "links without capacity have no resource (1 row)",
                "links without free-flow time have no speed (1 row)",
                "links without length got the length of their time at 60 km/h (1 row)",
                "trips became the demand of a year as they stand (2 rows)",
                "trips inside a zone were left out (1 row)",
            ]
        );
    }
}
