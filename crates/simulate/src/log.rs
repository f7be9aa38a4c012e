//! A replication as a log.

use crate::plan::Plan;
use crate::run::{Deed, Happening};
use keruen_results::simulate_log::{Deed as Told, Entry};

/// Millionths of a unit.
const MICRO: f64 = 1e-6;

/// One happening in words.
pub(crate) fn entry(plan: &Plan, h: &Happening) -> Entry {
    let row = h.row.map_or(String::new(), |r| plan.rows[r as usize].id.clone());
    let lot = if h.row.is_some() { h.who } else { 0 };
    let base = Entry { at_ms: h.at, row, lot, pieces: h.pieces, ..Entry::default() };
    let room = |room: usize, micro: u64| (plan.places.rooms[room].name.clone(), micro as f64 * MICRO);
    match h.deed {
        Deed::ReadyFor { line, call } => Entry { deed: Told::Ready, ..called(plan, base, line, call) },
        Deed::Boards { ship } => Entry { deed: Told::Boards, ship: plan.lines.ships[ship as usize].name.clone(), ..base },
        Deed::Lands => Entry { deed: Told::Lands, ..base },
        Deed::Enters { room: r, micro, forced } => {
            let (resource, amount) = room(r, micro);
            Entry { deed: if forced { Told::Forced } else { Told::Enters }, resource, amount, ..base }
        }
        Deed::Vacates { room: r, micro } => {
            let (resource, amount) = room(r, micro);
            Entry { deed: Told::Vacates, resource, amount, ..base }
        }
        Deed::Turn { station, begins, ends } => Entry {
            deed: Told::Turn,
            resource: plan.stations[station].name.clone(),
            amount: ends.saturating_sub(begins) as f64,
            begins_ms: begins,
            ..base
        },
        Deed::Delivered => Entry { deed: Told::Delivered, ..base },
        Deed::Berths { call } => ship(plan, base, h, (Told::Berths, call)),
        Deed::GivesWay { call } => ship(plan, base, h, (Told::GivesWay, call)),
        Deed::Leaves { call } => ship(plan, base, h, (Told::Leaves, call)),
    }
}

fn called(plan: &Plan, base: Entry, line: usize, call: usize) -> Entry {
    let line = &plan.lines.list[line];
    Entry { service: line.name.clone(), place: line.calls[call].name.clone(), ..base }
}

fn ship(plan: &Plan, base: Entry, h: &Happening, (deed, call): (Told, usize)) -> Entry {
    let berth = plan.lines.list[h.line].calls[call].berth.map(|b| plan.lines.berths[b].name.clone());
    let ship = plan.lines.ships[h.who as usize].name.clone();
    Entry { deed, ship, resource: berth.unwrap_or_default(), ..called(plan, base, h.line, call) }
}
