//! The question of an answer, read again from its words against the tables.

use crate::discrepancy::{Check, Findings};
use crate::goods::Goods;
use crate::tolerance::QUANTITY;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::zone::Zone;
use keruen_model::{
    AnyRef, Cargo, Clock, Corridor, Date, Facility, Fx, Id, Node, Operator, Quantity, Row, Sym, Table, TableKind, Text, Unit,
};
use keruen_results::route::{Asked, PlaceRef};

/// What every check needs.
pub(crate) struct Case<'c> {
    pub corridor: &'c Corridor,
    pub provenance: Provenance<'c>,
    pub goods: Goods<'c>,
    pub day: Date,
    /// Second since 1970 at which the journey begins.
    pub start: i64,
    pub from: &'c Node,
    pub to: &'c Node,
    pub avoid: Vec<AnyRef>,
    pub avoid_countries: Vec<String>,
    pub must_use: Vec<AnyRef>,
    pub must_use_countries: Vec<String>,
    /// Goods that travel with these.
    pub beside: Vec<&'c Cargo>,
    /// Day on which permits are asked for.
    pub asked_on: Date,
}

/// The row with this id.
pub(crate) fn row<'c, R: Row>(corridor: &'c Corridor, table: &'c Table<R>, id: &str) -> Option<&'c R> {
    table.find(Id::new(corridor.strings.find(id)?))
}

impl<'c> Case<'c> {
    /// `None`, with a finding, where the question cannot be understood.
    pub fn read(corridor: &'c Corridor, q: &Asked, findings: &mut Findings) -> Option<Self> {
        let t = &corridor.tables;
        let mut lost =
            |what: &str, says: &str| findings.add(Check::Question, what, format_args!("{says:?}"), "a row open on the day");
        let from = row(corridor, &t.node, &q.from.id).or_else(|| {
            lost("from", &q.from.id);
            None
        })?;
        let to = row(corridor, &t.node, &q.to.id).or_else(|| {
            lost("to", &q.to.id);
            None
        })?;
        let cargo = row(corridor, &t.cargo, &q.cargo).or_else(|| {
            lost("cargo", &q.cargo);
            None
        })?;
        let unit = Unit::from_name(&q.unit).or_else(|| {
            lost("unit", &q.unit);
            None
        })?;
        let day = Date::parse(&q.day).or_else(|| {
            lost("day", &q.day);
            None
        })?;
        let equipment = row(corridor, &t.equipment, &q.equipment);
        if equipment.is_none() && !q.equipment.is_empty() {
            lost("equipment", &q.equipment);
        }
        let goods = Goods::weigh(corridor, cargo, equipment, (q.quantity, unit)).or_else(|| {
            lost("quantity", &q.unit);
            None
        })?;
        let provenance = Provenance::new(corridor);
        let (avoid, must_use, avoid_countries) = (Vec::new(), Vec::new(), Vec::new());
        let start =
            Clock::parse(&q.clock).zip(Zone::named(corridor.strings.text(from.time_zone))).map(|(c, z)| z.instant(day, c));
        if start.is_none() {
            findings.add(Check::Question, "clock", format_args!("{:?}", q.clock), "a clock time, HH:MM");
        }
        let start = start?;
        let mut case = Case {
            corridor,
            provenance,
            goods,
            day,
            start,
            from,
            to,
            avoid,
            avoid_countries,
            must_use,
            must_use_countries: Vec::new(),
            beside: Vec::new(),
            asked_on: day,
        };
        case.read_conditions(q, findings);
        case.check_question(q, findings);
        Some(case)
    }

    fn read_conditions(&mut self, q: &Asked, findings: &mut Findings) {
        for condition in &q.conditions {
            let (verb, what) = condition.split_once(' ').unwrap_or((condition, ""));
            match (verb, self.any(what)) {
                ("avoid", Some(r)) => self.avoid.push(r),
                ("use", Some(r)) => self.must_use.push(r),
                ("use", None) if !what.contains(':') => self.must_use_countries.push(what.into()),
                ("beside", Some(r)) => self.beside.extend(self.corridor.tables.cargo.find(Id::new(r.id))),
                ("permits", _) => self.asked_on = Date::parse(what.trim_start_matches("asked for on ")).unwrap_or(self.day),
                ("avoid", None) if !what.contains(':') => self.avoid_countries.push(what.into()),
                _ => findings.add(
                    Check::Question,
                    "condition",
                    format_args!("{condition:?}"),
                    "avoid or use, and a row of the corridor",
                ),
            }
        }
    }

    /// A row that is named, open on the day or not: what is closed is not used by any way.
    fn any(&self, text: &str) -> Option<AnyRef> {
        let (table, id) = text.split_once(':')?;
        Some(AnyRef { table: TableKind::from_name(table)?, id: self.corridor.strings.find(id)? })
    }

    fn check_question(&self, q: &Asked, findings: &mut Findings) {
        self.check_place(&q.from, findings);
        self.check_place(&q.to, findings);
        findings.same(Check::Question, "corridor", &q.corridor, &self.corridor.meta.id);
        findings.same(Check::Question, "cargo name", &q.cargo_name, self.words(self.goods.cargo.name));
        findings.close((Check::Question, QUANTITY), "tonnes", q.tonnes, self.goods.tonnes);
    }

    /// A place is printed with its own name, country and position.
    pub fn check_place(&self, p: &PlaceRef, findings: &mut Findings) {
        let Some(n) = row(self.corridor, &self.corridor.tables.node, &p.id) else {
            findings.add(Check::Row, &p.id, "a place", "a node open on the day");
            return;
        };
        findings.same(Check::Place, "name", &p.name, self.words(n.name));
        findings.same(Check::Place, "country", &p.country, self.words(n.country));
        let position = [n.x_coord.value(), n.y_coord.value()].map(|d| (d * 1e6).round() as i64);
        if p.position != position {
            findings.add(Check::Place, &p.id, format_args!("{:?}", p.position), format_args!("{position:?}"));
        }
    }

    pub fn words(&self, text: Text) -> &'c str {
        self.corridor.strings.text(text)
    }

    pub fn id<R: Row>(&self, id: Id<R>) -> &'c str {
        self.corridor.strings.id(id)
    }

    /// `table:id`.
    pub fn name(&self, r: AnyRef) -> String {
        format!("{}:{}", r.table.name(), self.corridor.text(r.id))
    }

    pub fn node(&self, id: Id<Node>) -> Option<&'c Node> {
        self.corridor.tables.node.find(id)
    }

    pub fn country_of(&self, id: Id<Node>) -> Sym {
        self.node(id).map_or(Sym::EMPTY, |n| n.country.0)
    }

    pub fn seat_of(&self, operator: Option<Id<Operator>>) -> Option<Sym> {
        Some(self.corridor.tables.operator.find(operator?)?.country.0)
    }

    pub fn operator_name(&self, operator: Option<Id<Operator>>) -> &'c str {
        operator.and_then(|o| self.corridor.tables.operator.find(o)).map_or("", |o| self.words(o.name))
    }

    /// Facilities at a place that are open on the day.
    pub fn facilities_at(&self, node: Id<Node>) -> impl Iterator<Item = &'c Facility> {
        self.corridor.tables.facility.iter().filter(move |f| f.node_id == node)
    }

    /// US dollars for one unit of a currency.
    pub fn usd(&self, currency: Text) -> Option<f64> {
        if self.words(currency) == "USD" { Some(1.0) } else { self.rate(currency).map(|f| f.usd.value()) }
    }

    /// The rate of a currency: the last up to the day, or the first after it where there is none before.
    pub fn rate(&self, currency: Text) -> Option<&'c Fx> {
        let mine = || self.corridor.tables.fx.iter().filter(|f| f.currency == currency);
        let before = mine().filter(|f| f.date <= self.day).max_by_key(|f| f.date);
        before.or_else(|| mine().min_by_key(|f| f.date))
    }

    /// How a value came about, and between which ends it may lie.
    pub fn cited(&self, table: TableKind, id: Sym, field: &str) -> (&'static str, Option<(f64, f64)>) {
        let place = self.corridor.tables.position(table, id).zip(table.spec().field(field));
        let Some((row, field)) = place else { return ("", None) };
        let p = Parameter { table, row, field };
        (self.provenance.citation(p).map_or("", |c| c.method.name()), self.provenance.range(p))
    }
}
