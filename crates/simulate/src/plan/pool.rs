//! How far wagons of a pool come back empty.
//!
//! ```text
//! wagon hours asked for to the east E and to the west W by the plan:  of the larger, min(E, W) / max(E, W) come back loaded;
//! the rest, and nothing of the smaller, comes back empty over the way it went
//! ```
//! Assumption: a wagon that is free is loaded again for the other side wherever it stands, as far as goods go there.

use super::Row;
use super::place::Places;
use super::way::Step;

/// Cuts the times of empty returns to the share that comes back empty.
pub(super) fn backload(rows: &mut [Row], places: &Places) {
    let mut asked = vec![[0.0; 2]; places.rooms.len()];
    for row in rows.iter() {
        let lots: f64 = row.comes.as_ref().map_or(0.0, |c| c.by_month.iter().sum());
        let Some(way) = &row.way else { continue };
        for step in &way.steps {
            if let Step::Give { store, each, after } = step {
                asked[*store][usize::from(row.east)] += lots * f64::from(way.pieces) * each * *after as f64;
            }
        }
    }
    for row in rows.iter_mut() {
        let (mine, other) = (usize::from(row.east), usize::from(!row.east));
        let Some(way) = &mut row.way else { continue };
        for step in &mut way.steps {
            if let Step::Give { store, after, .. } = step {
                let [a, b] = [asked[*store][mine], asked[*store][other]];
                let empty = if a > 0.0 { (1.0 - b / a).max(0.0) } else { 1.0 };
                *after = (*after as f64 * empty) as u64;
            }
        }
    }
}
