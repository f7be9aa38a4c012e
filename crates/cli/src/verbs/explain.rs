//! `keruen explain`.

use crate::args::ExplainArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_model::find::{Found, place, row};
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{AnyRef, Corridor, TableKind};
use keruen_report::text;
use keruen_results::Cited;

pub fn run(args: &ExplainArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let c = &here.corridor;
    let figures = figures(c, &args.what)?;
    if args.json {
        printer.json(&figures)?;
    } else if figures.is_empty() {
        printer.print(&format!("{} has no figure that can change an answer", args.what))?;
    } else {
        printer.print(&text::explain(&figures))?;
    }
    Ok(if figures.is_empty() { Exit::NoAnswer } else { Exit::Answered })
}

/// One field of a row, or every figure of the row.
fn figures(c: &Corridor, what: &str) -> Result<Vec<Cited>, Ended> {
    let provenance = Provenance::new(c);
    if let Some(r) = row(c, what) {
        return Ok(of_row(c, &provenance, r, None));
    }
    if let Some((head, field)) = what.rsplit_once('.')
        && let Some(r) = row(c, head)
    {
        let f = r.table.spec().field(field).ok_or_else(|| {
            let near = keruen_model::fault::nearest(field, r.table.spec().fields.iter().map(|f| f.name));
            Ended::input(format!(
                "error: {} has no field {field:?}{}",
                r.table.name(),
                near.map_or(String::new(), |n| format!("; did you mean {n:?}?"))
            ))
        })?;
        return Ok(of_row(c, &provenance, r, Some(f)));
    }
    match place(c, what) {
        Found::One(id) | Found::Close(id, _) => Ok(around(c, &provenance, id.sym())),
        Found::Several(names) | Found::None(names) => {
            Err(Ended::input(format!("error: nothing is called {what:?}; did you mean {}?", names.join(" or "))))
        }
    }
}

fn of_row(c: &Corridor, provenance: &Provenance<'_>, r: AnyRef, field: Option<usize>) -> Vec<Cited> {
    let Some(row) = c.tables.position(r.table, r.id) else { return Vec::new() };
    let fields =
        (0..r.table.spec().fields.len()).filter(|&f| field.map_or_else(|| r.table.spec().fields[f].needs_citation(), |x| x == f));
    let parameters = fields.map(|field| Parameter { table: r.table, row, field }).filter(|p| !p.value(c).is_empty());
    parameters.map(|p| keruen_study::cited(c, provenance, p)).collect()
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
