//! Waits as they were seen in the world, in place of expected ones.
//!
//! ```text
//! observation: 13.6 h at the post, +-25 %      10.2 ... 17.0 h in all
//! work of the tables, without a queue          - 2.1 h
//! wait                                          8.1 ... 14.9 h, evenly; median 11.5 h
//! ```
//!
//! Only rows of table `observation` that say what was awaited (field `awaited`) are read: a stop, so that the value holds the wait and
//! the ride to the end of the service; or an operation, so that it holds the queue and the work. Maxima, advertised days, and times over
//! several places say nothing of one wait and stay out. The newest period that ended before the day of departure counts. Nothing of
//! this goes into `simulate`, where waits come about.

use crate::error::RouteError;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::waits::{Awaited, Seen};
use keruen_model::{Corridor, Hours, Id, Observation, Operation, Quantity, Stop, TableKind};
use keruen_network::compile::ride_time;

const HOURS_OF_A_DAY: f64 = 24.0;

/// Lays what was seen of waits beside the tables. Says of how many stops and operations something is known.
///
/// # Errors
/// When a row awaits what no wait can be told of, or counts no time.
pub fn lay_observed(corridor: &mut Corridor) -> Result<usize, RouteError> {
    let provenance = Provenance::new(corridor);
    let rows = corridor.tables.observation.iter().enumerate().filter(|(_, o)| o.awaited.is_some());
    let seen: Vec<Seen> = rows.map(|(i, o)| seen(&provenance, corridor, (i, o))).collect::<Result<_, _>>()?;
    let mut places: Vec<Awaited> = Vec::new();
    for s in seen {
        if !places.contains(&s.awaited) {
            places.push(s.awaited);
        }
        corridor.waits.see(s);
    }
    Ok(places.len())
}

fn seen(provenance: &Provenance<'_>, c: &Corridor, (row, o): (usize, &Observation)) -> Result<Seen, RouteError> {
    let fault = |why: &str| RouteError::Observed { observation: c.strings.id(o.observation_id).into(), why: why.into() };
    let awaited = o.awaited.ok_or_else(|| fault("it says of nothing that it was awaited"))?;
    let told = match awaited.table {
        TableKind::Stop => departure(c, Id::new(awaited.id)),
        TableKind::Operation => work(c, Id::new(awaited.id)),
        _ => return Err(fault("awaited is neither a stop nor an operation; write stop:id or operation:id")),
    };
    let (awaited, own) = told.ok_or_else(|| fault("the ride or work that is awaited has no time in the tables"))?;
    let hours = match c.text(o.unit.0) {
        "h" => 1.0,
        "d" => HOURS_OF_A_DAY,
        _ => return Err(fault("its unit is no time; write h or d")),
    };
    let field = TableKind::Observation.spec().field("value").unwrap_or_default();
    let cited = provenance.range(Parameter { table: TableKind::Observation, row, field });
    let spread = o.tolerance.map_or(0.0, Quantity::value) / 100.0;
    let (low, high) = cited.unwrap_or((o.value.value() * (1.0 - spread), o.value.value() * (1.0 + spread)));
    let whole = (Hours(low.max(0.0) * hours), Hours(high.max(low).max(0.0) * hours));
    Ok(Seen { observation: o.observation_id, awaited, ended: o.period_end, whole, own })
}

/// To go aboard at a stop; its own time is the ride to the far end of the service.
fn departure(c: &Corridor, stop: Id<Stop>) -> Option<(Awaited, Hours)> {
    let t = &c.tables;
    let here = t.stop.find(stop)?;
    let service = t.service.find(here.service_id)?;
    let mut stops: Vec<&Stop> = t.stop.iter().filter(|s| s.service_id == here.service_id).collect();
    stops.sort_by_key(|s| s.sequence);
    let at = stops.iter().position(|s| s.stop_id == stop)?;
    let back = at + 1 == stops.len();
    // The time between two stops stands at the later of them.
    let (legs, passed) = match back {
        true => (stops.get(1..)?, stops.get(1..at)?),
        false => (stops.get(at + 1..)?, stops.get(at + 1..stops.len() - 1)?),
    };
    let own = ride_time(c, service, legs, passed)?.iter().map(|p| p.time.mean()).sum();
    Some((Awaited::Departure(here.service_id, here.node_id), own))
}

/// Work of one lot, whatever its amount.
fn work(c: &Corridor, operation: Id<Operation>) -> Option<(Awaited, Hours)> {
    Some((Awaited::Work(operation), c.tables.operation.find(operation)?.time.mean()))
}
