//! The chance that weather closes a port or line at the hour at which it is wanted.
//!
//! ```text
//! q(r, m)          share of month m in which region r is closed: the chance of finding it so at any moment of the month;
//!                  m is the month in which the goods set out
//! within r'        a share w of the closures of r falls inside those of r' (both shores share one storm)
//! P(none closed)   = Q * prod (1 - w q / Q) [where r' itself is not asked]  +  (1 - Q) * prod (1 - (1 - w) q / (1 - Q))
//!                    over the regions r inside one r' with Q = q(r', m); products over independent r'
//! ```
//! The event: a port at either end of a sailing, or a line, is closed at the hour at which it is wanted, so that the sailing does
//! not take place when it is said to. How long it is late then is not part of it; see the lateness of a way.

use super::index::Index;
use keruen_model::{Closure, Dist, Hours, Quantity, Text};

/// Chance, in a month, that one of the regions is closed at a moment.
pub(super) fn chance(index: &Index<'_>, regions: &[Text], month: u8) -> f64 {
    let rows: Vec<&Closure> = regions.iter().filter_map(|&r| row(index, r, month)).collect();
    let mut roots: Vec<Text> = Vec::new();
    for root in rows.iter().map(|c| root(index, c, month)) {
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    1.0 - roots.iter().map(|&r| none_closed(index, r, &rows, month)).product::<f64>()
}

/// Chance that none of the regions of one storm is closed.
fn none_closed(index: &Index<'_>, storm: Text, rows: &[&Closure], month: u8) -> f64 {
    let all = row(index, storm, month).map_or(0.0, share);
    let inside = rows.iter().filter(|c| c.region != storm && root(index, c, month) == storm);
    let (mut during, mut after) = (1.0, 1.0);
    for c in inside {
        let (q, w) = (share(c), c.within_share.map_or(0.0, Quantity::value));
        during *= (1.0 - part(w * q, all)).max(0.0);
        after *= (1.0 - part((1.0 - w) * q, 1.0 - all)).max(0.0);
    }
    let itself = rows.iter().any(|c| c.region == storm);
    (1.0 - all) * after + if itself { 0.0 } else { all * during }
}

fn part(of: f64, whole: f64) -> f64 {
    if whole > 0.0 { (of / whole).min(1.0) } else { 0.0 }
}

fn share(c: &Closure) -> f64 {
    c.share.value().clamp(0.0, 1.0)
}

/// The row of a region and month; the one with the larger share where several hold.
fn row<'c>(index: &Index<'c>, region: Text, month: u8) -> Option<&'c Closure> {
    let at = index.closures.get(&(region, i32::from(month)))?;
    Some(&index.corridor.tables.closure.rows()[*at as usize])
}

/// The storm to which a region's closures belong: the region they fall inside of, else its own.
fn root(index: &Index<'_>, c: &Closure, month: u8) -> Text {
    if !c.within.is_empty() && row(index, c.within, month).is_some() { c.within } else { c.region }
}

/// What storms do to a region in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Storm {
    /// The region to whose storms they belong; maybe itself.
    pub root: Text,
    /// Share of the time in which the root is closed.
    pub root_share: f64,
    /// Chance to be closed while the root is, and while it is not.
    pub chances: (f64, f64),
    /// Length of one closed spell.
    pub spell: Dist<Hours>,
}

/// The storms of a region in a month; `None` where the weather never closes it.
pub fn storm(index: &Index<'_>, region: Text, month: u8) -> Option<Storm> {
    let c = row(index, region, month)?;
    let storm = root(index, c, month);
    let all = row(index, storm, month).map_or(0.0, share);
    let (q, w) = (share(c), c.within_share.map_or(0.0, Quantity::value));
    let chances = if storm == region { (1.0, 0.0) } else { (part(w * q, all), part((1.0 - w) * q, 1.0 - all)) };
    Some(Storm { root: storm, root_share: all, chances, spell: c.spell })
}
