//! Road networks of the TNTP test collection: network and trips.
//!
//! A network file is `<KEY> value` lines up to `<END OF METADATA>`, then one link a line: init node, term node, capacity,
//! length, free-flow time, B, power, speed, toll, type, `;`. A trips file has blocks `Origin n` of `destination : flow;`. Lines
//! beginning with `~` are comments. Units are the file's own and differ between networks, so values are plain numbers.
//!
//! Source: Transportation Networks for Research Core Team, README of its repository.

mod corridor;

pub use corridor::corridor;

use crate::error::ReadError;
use std::collections::BTreeMap;

/// A network.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkTntp {
    /// Zones are nodes 1 to this number.
    pub zones: u32,
    /// Nodes are numbered from 1 to this number.
    pub nodes: u32,
    /// No way may lead through a node below this number.
    pub first_thru_node: u32,
    /// In the order of the file; two may join the same nodes.
    pub links: Vec<LinkTntp>,
}

/// A link: time = `free_flow_time * (1 + b * (flow / capacity) ^ power)`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LinkTntp {
    /// Begin.
    pub from: u32,
    /// End.
    pub to: u32,
    /// Flow at which the time has grown by the share `b`.
    pub capacity: f64,
    /// Length.
    pub length: f64,
    /// Time of the empty link.
    pub free_flow_time: f64,
    /// See the formula.
    pub b: f64,
    /// See the formula.
    pub power: f64,
    /// Speed limit.
    pub speed: f64,
    /// Toll.
    pub toll: f64,
    /// Type.
    pub kind: i32,
}

/// Trips between zones.
#[derive(Clone, Debug, PartialEq)]
pub struct TripsTntp {
    /// Zones.
    pub zones: u32,
    /// What the file gives as the sum; it is not checked, since published files round it.
    pub total: Option<f64>,
    /// Those above zero, by origin and destination.
    pub trips: Vec<TripTntp>,
}

/// Trips from one zone to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TripTntp {
    /// Origin.
    pub from: u32,
    /// Destination; may be the origin.
    pub to: u32,
    /// How many.
    pub amount: f64,
}

/// Nodes and zones beyond which a file is taken for broken.
const MOST: u32 = 100_000_000;

/// Reads a network.
pub fn read_network(file: &str, text: &str) -> Result<NetworkTntp, ReadError> {
    let mut reader = Reader::new(file, text)?;
    let (zones, nodes) = (reader.count("NUMBER OF ZONES")?, reader.count("NUMBER OF NODES")?);
    let (first_thru_node, wanted) = (reader.count("FIRST THRU NODE")?, reader.count("NUMBER OF LINKS")?);
    let mut links = Vec::new();
    while let Some((line, text)) = reader.next_line() {
        links.push(link(&reader, line, text, nodes)?);
    }
    if links.len() != wanted as usize {
        let what = format!("has {} links, its head says {wanted}", links.len());
        return Err(ReadError::malformed(file, 0, what, "the file may be cut off; take it again"));
    }
    Ok(NetworkTntp { zones, nodes, first_thru_node, links })
}

fn link(reader: &Reader<'_>, line: usize, text: &str, nodes: u32) -> Result<LinkTntp, ReadError> {
    const NAMES: [&str; 10] =
        ["init node", "term node", "capacity", "length", "free-flow time", "B", "power", "speed", "toll", "type"];
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() != NAMES.len() {
        let what = format!("a link has {} values, this line has {}", NAMES.len(), words.len());
        return Err(reader.bad(line, what, format!("they are {}", NAMES.join(", "))));
    }
    let number = |i: usize| reader.number(line, NAMES[i], words[i]);
    let node = |i: usize| reader.within(line, NAMES[i], words[i], nodes);
    Ok(LinkTntp {
        from: node(0)?,
        to: node(1)?,
        capacity: number(2)?,
        length: number(3)?,
        free_flow_time: number(4)?,
        b: number(5)?,
        power: number(6)?,
        speed: number(7)?,
        toll: number(8)?,
        kind: number(9)? as i32,
    })
}

/// Reads trips.
pub fn read_trips(file: &str, text: &str) -> Result<TripsTntp, ReadError> {
    let mut reader = Reader::new(file, text)?;
    let zones = reader.count("NUMBER OF ZONES")?;
    let total = match reader.head.get("TOTAL OD FLOW") {
        Some(&(line, text)) => Some(reader.number(line, "TOTAL OD FLOW", text)?),
        None => None,
    };
    let (mut trips, mut origin) = (Vec::new(), None);
    while let Some((line, text)) = reader.next_line() {
        if let Some(number) = text.strip_prefix("Origin") {
            origin = Some(reader.within(line, "origin", number.trim(), zones)?);
            continue;
        }
        let from = origin.ok_or_else(|| reader.bad(line, "trips stand before any `Origin`", ""))?;
        for pair in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            let (to, amount) =
                pair.split_once(':').ok_or_else(|| reader.bad(line, format!("{pair:?} is not `destination : flow`"), ""))?;
            let to = reader.within(line, "destination", to.trim(), zones)?;
            let amount = reader.number(line, "flow", amount.trim())?;
            if amount > 0.0 {
                trips.push(TripTntp { from, to, amount });
            }
        }
    }
    trips.sort_by_key(|t| (t.from, t.to));
    Ok(TripsTntp { zones, total, trips })
}

/// The head of a file, and the lines behind it.
struct Reader<'a> {
    file: &'a str,
    head: BTreeMap<&'a str, (usize, &'a str)>,
    lines: std::iter::Enumerate<std::str::Lines<'a>>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, text: &'a str) -> Result<Self, ReadError> {
        let mut reader = Reader { file, head: BTreeMap::new(), lines: text.lines().enumerate() };
        for (i, line) in reader.lines.by_ref() {
            let Some((key, value)) = line.trim().strip_prefix('<').and_then(|l| l.split_once('>')) else { continue };
            if key.trim() == "END OF METADATA" {
                return Ok(reader);
            }
            reader.head.insert(key.trim(), (i + 1, value.trim()));
        }
        Err(ReadError::malformed(file, 0, "has no line <END OF METADATA>", "give a TNTP file, unpacked"))
    }

    /// The next line with content, its number, and without its closing `;`.
    fn next_line(&mut self) -> Option<(usize, &'a str)> {
        let content = |(i, l): (usize, &'a str)| (i + 1, l.trim().trim_end_matches(';').trim());
        self.lines.by_ref().map(content).find(|(_, l)| !l.is_empty() && !l.starts_with('~'))
    }

    fn bad(&self, line: usize, what: impl Into<String>, hint: impl Into<String>) -> ReadError {
        ReadError::malformed(self.file, line, what, hint)
    }

    fn count(&self, key: &str) -> Result<u32, ReadError> {
        let Some(&(line, text)) = self.head.get(key) else {
            return Err(self.bad(0, format!("has no line <{key}>"), "give a TNTP file, unpacked"));
        };
        self.within(line, key, text, MOST)
    }

    /// A whole number from 1 to `most`.
    fn within(&self, line: usize, name: &str, text: &str, most: u32) -> Result<u32, ReadError> {
        let value = text.parse().ok().filter(|v| (1..=most).contains(v));
        value.ok_or_else(|| self.bad(line, format!("{name} is {text:?}; wanted a whole number from 1 to {most}"), ""))
    }

    /// A number that is not negative.
    fn number(&self, line: usize, name: &str, text: &str) -> Result<f64, ReadError> {
        let value = text.parse().ok().filter(|v: &f64| v.is_finite() && *v >= 0.0);
        value.ok_or_else(|| self.bad(line, format!("{name} is {text:?}; wanted a number of 0 or more"), ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<NUMBER OF ZONES> 2\t\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 2\n<END OF METADATA> ~ x\n\n~ init term\n";

    fn refused(rest: &str) -> String {
        read_network("x_net.tntp", &format!("{HEAD}{rest}")).unwrap_err().to_string()
    }

    #[test]
    fn a_network_is_read_with_and_without_blanks_before_its_semicolons() {
        let net =
            read_network("x", &format!("{HEAD}\t1\t3\t10\t5\t2.5\t0.15\t4\t60\t0\t1\t;\n 3 2 1.49999e+006 0 0 0 0 0 0 2;\n"))
                .unwrap();
        assert_eq!((net.zones, net.nodes, net.first_thru_node), (2, 3, 3));
        let first = LinkTntp {
            from: 1,
            to: 3,
            capacity: 10.0,
            length: 5.0,
            free_flow_time: 2.5,
            b: 0.15,
            power: 4.0,
            speed: 60.0,
            toll: 0.0,
            kind: 1,
        };
        assert_eq!(net.links[0], first);
        assert_eq!((net.links[1].capacity, net.links[1].kind), (1_499_990.0, 2));
    }

    #[test]
    fn trips_of_several_origins_and_lines() {
        let text = "<NUMBER OF ZONES> 3\n<TOTAL OD FLOW> 6.5\n<END OF METADATA>\n\nOrigin 2\n 1 : 4.0; 2 : 0.0;\n 3 : 1.5;\nOrigin \t1\n 1 : 1;";
        let trips = read_trips("x", text).unwrap();
        let rows: Vec<_> = trips.trips.iter().map(|t| (t.from, t.to, t.amount)).collect();
        assert_eq!((trips.zones, trips.total, rows), (3, Some(6.5), vec![(1, 1, 1.0), (2, 1, 4.0), (2, 3, 1.5)]));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(
            refused("1 3 10 5 2.5 0.15 4 60 0 ;"),
            "x_net.tntp:8: a link has 10 values, this line has 9; they are init node, term node, capacity, length, free-flow time, B, power, speed, toll, type"
        );
        assert_eq!(
            refused("1 4 10 5 2.5 0.15 4 60 0 1 ;"),
            "x_net.tntp:8: term node is \"4\"; wanted a whole number from 1 to 3"
        );
        assert_eq!(refused("1 3 nan 5 2.5 0.15 4 60 0 1 ;"), "x_net.tntp:8: capacity is \"nan\"; wanted a number of 0 or more");
        assert_eq!(
            refused("1 3 10 5 2.5 0.15 4 60 0 1 ;"),
            "x_net.tntp: has 1 links, its head says 2; the file may be cut off; take it again"
        );
        let error = |text: &str| read_network("x", text).unwrap_err().to_string();
        assert_eq!(error("a,b"), "x: has no line <END OF METADATA>; give a TNTP file, unpacked");
        assert_eq!(error("<END OF METADATA>"), "x: has no line <NUMBER OF ZONES>; give a TNTP file, unpacked");
        let trips =
            |text: &str| read_trips("x", &format!("<NUMBER OF ZONES> 2\n<END OF METADATA>\n{text}")).unwrap_err().to_string();
        assert_eq!(trips(" 1 : 2;"), "x:3: trips stand before any `Origin`");
        assert_eq!(trips("Origin 1\n 1 2;"), "x:4: \"1 2\" is not `destination : flow`");
        assert_eq!(trips("Origin 3"), "x:3: origin is \"3\"; wanted a whole number from 1 to 2");
        assert_eq!(trips("Origin 1\n 2 : -1;"), "x:4: flow is \"-1\"; wanted a number of 0 or more");
    }
}
