//! Which figures does a name stand for? One field of a row, every figure of a row, or those of the facilities of a place.

use keruen_model::find::{Found, place, row};
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{AnyRef, Corridor, TableKind};
use keruen_results::Cited;
use std::fmt;

/// Why a name stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExplainError {
    /// The table has no such field; the nearest one.
    Field {
        /// Table.
        table: String,
        /// Field asked.
        field: String,
        /// Nearest field; empty where none is near.
        near: String,
    },
    /// Nothing is called so; the nearest names.
    Nothing {
        /// Name asked.
        what: String,
        /// Nearest names.
        near: Vec<String>,
    },
}

impl fmt::Display for ExplainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExplainError::Field { table, field, near } if near.is_empty() => write!(f, "{table} has no field {field:?}"),
            ExplainError::Field { table, field, near } => {
                write!(f, "{table} has no field {field:?}; did you mean {near:?}?")
            }
            ExplainError::Nothing { what, near } => {
                write!(f, "nothing is called {what:?}; did you mean {}?", near.join(" or "))
            }
        }
    }
}

impl std::error::Error for ExplainError {}

/// Every figure that a name stands for, with what it rests on.
pub fn figures(c: &Corridor, what: &str) -> Result<Vec<Cited>, ExplainError> {
    let provenance = Provenance::new(c);
    if let Some(r) = row(c, what) {
        return Ok(of_row(c, &provenance, r, None));
    }
    if let Some((head, field)) = what.rsplit_once('.')
        && let Some(r) = row(c, head)
    {
        let found = r.table.spec().field(field).ok_or_else(|| {
            let near = keruen_model::fault::nearest(field, r.table.spec().fields.iter().map(|f| f.name));
            ExplainError::Field { table: r.table.name().into(), field: field.into(), near: near.unwrap_or_default().to_string() }
        })?;
        return Ok(of_row(c, &provenance, r, Some(found)));
    }
    match place(c, what) {
        Found::One(id) | Found::Close(id, _) => Ok(around(c, &provenance, id.sym())),
        Found::Several(near) | Found::None(near) => Err(ExplainError::Nothing { what: what.into(), near }),
    }
}

fn of_row(c: &Corridor, provenance: &Provenance<'_>, r: AnyRef, field: Option<usize>) -> Vec<Cited> {
    let Some(row) = c.tables.position(r.table, r.id) else { return Vec::new() };
    let fields =
        (0..r.table.spec().fields.len()).filter(|&f| field.map_or_else(|| r.table.spec().fields[f].needs_citation(), |x| x == f));
    let parameters = fields.map(|field| Parameter { table: r.table, row, field }).filter(|p| !p.value(c).is_empty());
    parameters.map(|p| crate::sources::cited(c, provenance, p)).collect()
}

/// The figures of the facilities of a place and of the resources at them.
fn around(c: &Corridor, provenance: &Provenance<'_>, node: keruen_model::Sym) -> Vec<Cited> {
    let facilities: Vec<_> = c.tables.facility.iter().filter(|f| f.node_id.sym() == node).map(|f| f.facility_id.sym()).collect();
    let mut rows: Vec<AnyRef> = facilities.iter().map(|&id| AnyRef { table: TableKind::Facility, id }).collect();
    let here =
        |a: &AnyRef| a.id == node && a.table == TableKind::Node || a.table == TableKind::Facility && facilities.contains(&a.id);
    rows.extend(
        c.tables.resource.iter().filter(|r| here(&r.at)).map(|r| AnyRef { table: TableKind::Resource, id: r.resource_id.sym() }),
    );
    let at = |f: Option<keruen_model::Id<keruen_model::Facility>>| f.is_some_and(|f| facilities.contains(&f.sym()));
    rows.extend(
        c.tables
            .operation
            .iter()
            .filter(|o| at(o.facility_id))
            .map(|o| AnyRef { table: TableKind::Operation, id: o.operation_id.sym() }),
    );
    rows.into_iter().flat_map(|r| of_row(c, provenance, r, None)).collect()
}
