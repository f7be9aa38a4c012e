//! From a list of arcs to a way with an itemised, sourced sheet.

mod chain;
mod charge;
mod leg;
mod netback;
mod oil;
mod seats;
mod way;

use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{AnyRef, Quantity, TableKind};
use keruen_network::compile::{Consignment, Index, StateGraph};
use keruen_results::SourceRef;
use keruen_results::route::{Asked, PlaceRef};

/// What a sheet is made from.
pub(crate) struct Sheets<'a> {
    pub index: &'a Index<'a>,
    pub provenance: &'a Provenance<'a>,
    pub graph: &'a StateGraph,
    pub question: &'a Consignment,
}

impl Sheets<'_> {
    /// The question as understood.
    pub fn asked(&self, q: &Consignment, scenarios: &[String]) -> Asked {
        let c = self.index.corridor;
        let cargo = c.tables.cargo.find(q.cargo);
        let place = |id| c.tables.node.position(id).map_or_else(|| self.closed(id), |n| self.place(n));
        let mut conditions: Vec<String> = q.avoid.iter().map(|&r| format!("avoid {}", self.ref_text(r))).collect();
        conditions.extend(q.avoid_countries.iter().map(|x| format!("avoid {x}")));
        conditions.extend(q.must_use.iter().map(|&r| format!("use {}", self.ref_text(r))));
        conditions.extend(q.must_use_countries.iter().map(|x| format!("use {x}")));
        conditions.extend(q.beside.iter().map(|&g| format!("beside cargo:{}", c.strings.id(g))));
        conditions.extend(q.asked_on.map(|d| format!("permits asked for on {d}")));
        Asked {
            corridor: c.meta.id.clone(),
            scenarios: scenarios.to_vec(),
            day: q.day.to_string(),
            last_day: String::new(),
            clock: self.index.clock.to_string(),
            arrive_by: String::new(),
            from: place(q.from.sym()),
            to: place(q.to.sym()),
            cargo: c.strings.id(q.cargo).into(),
            cargo_name: cargo.map_or(String::new(), |x| c.strings.text(x.name).into()),
            quantity: q.quantity.value(),
            unit: q.unit.or(cargo.map(|x| x.unit)).map_or(String::new(), |u| u.name().into()),
            equipment: q.equipment.map_or(String::new(), |e| c.strings.id(e).into()),
            tonnes: self.graph.lot.tonnes.value(),
            conditions,
        }
    }

    /// A place that is not open on the day.
    fn closed(&self, id: keruen_model::Sym) -> PlaceRef {
        PlaceRef { id: self.index.corridor.text(id).into(), name: String::new(), country: String::new(), position: [0, 0] }
    }

    /// A place by its position in the table.
    pub fn place(&self, node: usize) -> PlaceRef {
        let c = self.index.corridor;
        let n = &c.tables.node.rows()[node];
        let millionths = |d: keruen_model::Degrees| (d.value() * 1e6).round() as i64;
        PlaceRef {
            id: c.strings.id(n.node_id).into(),
            name: c.strings.text(n.name).into(),
            country: c.strings.text(n.country).into(),
            position: [millionths(n.x_coord), millionths(n.y_coord)],
        }
    }

    /// `table:id`.
    pub fn ref_text(&self, r: AnyRef) -> String {
        format!("{}:{}", r.table.name(), self.index.corridor.text(r.id))
    }

    /// The name of a row, or its id where it has none.
    pub fn name_of(&self, r: AnyRef) -> String {
        let c = self.index.corridor;
        let name = crate::refusal::NAMED
            .contains(&r.table)
            .then(|| Some(c.tables.cell(r.table, c.tables.position(r.table, r.id)?, r.table.spec().field("name")?, &c.strings)))
            .flatten();
        name.filter(|n| !n.is_empty()).unwrap_or_else(|| c.text(r.id).to_string())
    }

    /// A parameter by table, row and field name, if its cell is not empty.
    pub fn parameter(&self, table: TableKind, row: usize, field: &str) -> Option<Parameter> {
        let p = Parameter { table, row, field: table.spec().field(field)? };
        (!p.value(self.index.corridor).is_empty()).then_some(p)
    }

    /// The publications behind a parameter.
    pub fn sources(&self, p: Parameter) -> Vec<SourceRef> {
        let Some(cite) = self.provenance.citation(p) else { return Vec::new() };
        let c = self.index.corridor;
        let mut out = Vec::new();
        for f in self.provenance.facts(cite) {
            let source = c.tables.source.find(f.source_id);
            out.push(SourceRef {
                fact: c.strings.id(f.fact_id).into(),
                publisher: source.map_or(String::new(), |s| c.strings.text(s.publisher).into()),
                title: source.map_or(String::new(), |s| c.strings.text(s.title).into()),
                url: source.map_or(String::new(), |s| c.strings.text(s.url).into()),
                as_of: c.strings.text(f.as_of).into(),
                grade: f.grade.name().into(),
            });
        }
        out
    }
}
