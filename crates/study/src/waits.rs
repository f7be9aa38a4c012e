//! Waits that a simulation wrote, or that were seen, laid beside the tables of the corridor.

use crate::error::StudyError;
use crate::run::route_error;
use keruen_model::fault::nearest;
use keruen_model::{Corridor, Id, TableKind};
use keruen_results::waits::{SCHEMA_VERSION, Wait, Waits};

/// What a service's wait is called in a file of waits.
const SERVICE: &str = "service:";

/// Lays the waits for ships and trains beside the tables: from now on whoever plans with the corridor expects them, in place of half a
/// headway. Turns, room and borders stay as the tables have them. Says at how many stops.
///
/// # Errors
/// When the file is of another version, or names what the corridor has not.
pub fn lay_waits(corridor: &mut Corridor, waits: &Waits) -> Result<usize, StudyError> {
    if waits.schema_version != SCHEMA_VERSION {
        let why = format!("the file has version {} of its shape, this program reads {SCHEMA_VERSION}", waits.schema_version);
        return Err(StudyError::Waits(why));
    }
    let mut laid = 0;
    for (wait, service) in waits.waits.iter().filter_map(|w| Some((w, w.what.strip_prefix(SERVICE)?))) {
        let service = Id::new(row(corridor, TableKind::Service, service)?);
        let at = Id::new(row(corridor, TableKind::Node, &wait.at)?);
        corridor.waits.set(service, at, sound(wait, wait.mean)?, percentiles(wait)?);
        laid += 1;
    }
    Ok(laid)
}

/// Lays the waits that were seen in the world beside the tables, in place of half a headway and before borders; see
/// [`keruen_route::lay_observed`]. Says of how many stops and operations.
///
/// # Errors
/// When an observation awaits what no wait can be told of.
pub fn lay_observed_waits(corridor: &mut Corridor) -> Result<usize, StudyError> {
    keruen_route::lay_observed(corridor).map_err(route_error)
}

fn percentiles(w: &Wait) -> Result<Option<(f64, f64)>, StudyError> {
    let Some((p50, p90)) = w.p50.zip(w.p90) else { return Ok(None) };
    Ok(Some((sound(w, p50)?, sound(w, p90)?)))
}

fn sound(w: &Wait, hours: f64) -> Result<f64, StudyError> {
    let is_sound = hours.is_finite() && hours >= 0.0;
    is_sound.then_some(hours).ok_or_else(|| StudyError::Waits(format!("{} at {}: {hours} is no number of hours", w.what, w.at)))
}

fn row(c: &Corridor, table: TableKind, id: &str) -> Result<keruen_model::Sym, StudyError> {
    let found = c.strings.find(id).filter(|&s| c.tables.position(table, s).is_some());
    found.ok_or_else(|| {
        let ids = (0..c.tables.len(table)).filter_map(|r| c.tables.key(table, r)).map(|s| c.text(s));
        let near = nearest(id, ids).map_or(String::new(), |n| format!("; did you mean {n:?}?"));
        StudyError::Waits(format!(
            "table {} has no row {id:?}{near} Write the waits anew with keruen simulate --waits-out FILE",
            table.spec().name
        ))
    })
}
