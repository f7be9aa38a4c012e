//! One figure, or every figure around a place: value, unit, method, range, sources.

use crate::error::StudyError;
use crate::sources::cited;
use keruen_model::fault::nearest;
use keruen_model::find::{Found, place, row};
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{AnyRef, Corridor, Facility, Id, Sym, TableKind};
use keruen_results::Cited;

/// The figures that `what` names: `table:id.field`, `table:id`, `facility:id.resource`, an id, or the name of a place.
///
/// # Errors
/// When nothing is called so; the nearest names are told.
pub fn explain(c: &Corridor, what: &str) -> Result<Vec<Cited>, StudyError> {
    let provenance = Provenance::new(c);
    if let Some(r) = row(c, what) {
        return Ok(of_row(c, &provenance, r, None));
    }
    if let Some((head, field)) = what.rsplit_once('.')
        && let Some(r) = row(c, head)
    {
        if let Some(resource) = of_facility(c, r, field) {
            return Ok(of_row(c, &provenance, resource, None));
        }
        let fields = r.table.spec();
        let f = fields.field(field).ok_or_else(|| StudyError::NoField {
            table: r.table.name(),
            field: field.into(),
            near: nearest(field, fields.fields.iter().map(|f| f.name)).map(str::to_string),
        })?;
        return Ok(of_row(c, &provenance, r, Some(f)));
    }
    match place(c, what) {
        Found::One(id) | Found::Close(id, _) => Ok(around(c, &provenance, id.sym())),
        Found::Several(near) | Found::None(near) => Err(StudyError::Nothing { what: what.into(), near }),
    }
}

/// What a facility has so many of: `aktau-ferry.berths` is the resource `aktau-ferry.berth`, in the singular or the plural.
fn of_facility(c: &Corridor, facility: AnyRef, what: &str) -> Option<AnyRef> {
    let singular = what.strip_suffix('s').unwrap_or(what);
    let known = facility.table.spec().field(what).is_some();
    let names = [what.to_string(), singular.to_string(), format!("{singular}s")];
    let head = c.text(facility.id);
    let mut found = names.iter().filter_map(|n| row(c, &format!("resource:{head}.{n}")));
    found.next().filter(|_| facility.table == TableKind::Facility && !known)
}

fn of_row(c: &Corridor, provenance: &Provenance<'_>, r: AnyRef, field: Option<usize>) -> Vec<Cited> {
    let Some(row) = c.tables.position(r.table, r.id) else { return Vec::new() };
    let fields =
        (0..r.table.spec().fields.len()).filter(|&f| field.map_or_else(|| r.table.spec().fields[f].needs_citation(), |x| x == f));
    let parameters = fields.map(|field| Parameter { table: r.table, row, field }).filter(|p| !p.value(c).is_empty());
    parameters.map(|p| cited(c, provenance, p)).collect()
}

/// The figures of the facilities of a place and of the resources and operations at them.
fn around(c: &Corridor, provenance: &Provenance<'_>, node: Sym) -> Vec<Cited> {
    let any = |table: TableKind, id: Sym| AnyRef { table, id };
    let facilities: Vec<Sym> =
        c.tables.facility.iter().filter(|f| f.node_id.sym() == node).map(|f| f.facility_id.sym()).collect();
    let here =
        |a: &AnyRef| a.id == node && a.table == TableKind::Node || a.table == TableKind::Facility && facilities.contains(&a.id);
    let at = |f: Option<Id<Facility>>| f.is_some_and(|f| facilities.contains(&f.sym()));
    let resources = c.tables.resource.iter().filter(|r| here(&r.at)).map(|r| any(TableKind::Resource, r.resource_id.sym()));
    let operations = c.tables.operation.iter().filter(|o| at(o.facility_id));
    let operations = operations.map(|o| any(TableKind::Operation, o.operation_id.sym()));
    let rows = facilities.iter().map(|&id| any(TableKind::Facility, id)).chain(resources).chain(operations);
    rows.flat_map(|r| of_row(c, provenance, r, None)).collect()
}
