//! A replication as a film: moves on a grid of time, stretches named once, queues in slices.

use crate::CLOCK;
use crate::plan::Plan;
use crate::run::{Moved, Mover, Reel};
use keruen_events::Tick;
use keruen_model::Date;
use keruen_results::film::{Film, FilmRow, Moves, PlaceQueue, SCHEMA_VERSION, Stretch};
use std::collections::BTreeMap;

/// Hours of the grid: three minutes.
const STEP: f64 = 0.05;
/// Hours of a slice of a queue.
const SLICE: f64 = 12.0;
/// Most moves of goods; beyond them one lot in so many is shown.
const MOST_MOVES: usize = 150_000;

/// The film of what was noted.
pub(crate) fn film(plan: &Plan, first: Date, reel: &Reel) -> Film {
    let on_land = reel.moves.iter().filter(|m| matches!(m.who, Mover::Lot { .. })).count();
    let one_in = on_land.div_ceil(MOST_MOVES).max(1) as u32;
    let shown = |m: &&Moved| match m.who {
        Mover::Lot { number, .. } => number % one_in == 0,
        _ => true,
    };
    let mut moves: Vec<&Moved> = reel.moves.iter().filter(shown).collect();
    moves.sort_by_key(|m| m.begins);
    let mut maker = Maker { plan, known: BTreeMap::new(), stretches: Vec::new() };
    let (mut goods, mut sailings) = (Moves::default(), Moves::default());
    for m in moves {
        let over = maker.stretch(m.who);
        let (to, who) = match m.who {
            Mover::Lot { row, .. } => (&mut goods, row),
            Mover::Ship { ship, .. } | Mover::Ballast { ship, .. } => (&mut sailings, ship),
        };
        to.begins.push(on_grid(m.begins));
        to.lasts.push((on_grid(m.ends) - on_grid(m.begins)).max(1));
        to.over.push(over);
        to.who.push(who);
        to.pieces.push(m.pieces);
    }
    Film {
        schema_version: SCHEMA_VERSION,
        first: first.to_string(),
        hours: CLOCK.time(plan.end.0),
        step_hours: STEP,
        one_in,
        stretches: maker.stretches,
        rows: plan.rows.iter().map(row).collect(),
        ships: plan.lines.ships.iter().map(|s| s.name.clone()).collect(),
        goods,
        sailings,
        queue_hours: SLICE,
        queues: queues(plan, reel),
    }
}

fn on_grid(at: u64) -> u32 {
    (CLOCK.time(at) / STEP).round() as u32
}

fn row(r: &crate::plan::Row) -> FilmRow {
    FilmRow { row: r.id.clone(), cargo: r.cargo.clone(), background: r.background }
}

/// Names stretches by number.
struct Maker<'p> {
    plan: &'p Plan,
    known: BTreeMap<Stretch, u32>,
    stretches: Vec<Stretch>,
}

impl Maker<'_> {
    fn stretch(&mut self, who: Mover) -> u32 {
        let stretch = match who {
            Mover::Lot { row, from, to, .. } => self.on_land(row, from, to),
            Mover::Ship { line, call, forth, .. } => self.at_sea(line, call, forth),
            Mover::Ballast { from, to, .. } => self.in_ballast(from, to),
        };
        *self.known.entry(stretch.clone()).or_insert_with(|| {
            self.stretches.push(stretch);
            self.stretches.len() as u32 - 1
        })
    }

    /// Stretches passed without a stop are one.
    fn on_land(&self, row: u32, from: usize, to: usize) -> Stretch {
        let all = self.plan.rows[row as usize].way.as_ref().map_or(&[][..], |w| &w.stretches[from..=to]);
        let (Some(first), Some(last)) = (all.first(), all.last()) else { return Stretch::default() };
        let links = all.iter().flat_map(|s| s.links.iter().cloned()).collect();
        Stretch { from: first.from.clone(), to: last.to.clone(), links }
    }

    fn at_sea(&self, line: usize, call: usize, forth: bool) -> Stretch {
        let line = &self.plan.lines.list[line];
        let (next, hop) = if forth { (call + 1, call) } else { (call - 1, call - 1) };
        let mut links = line.via[hop].clone();
        if !forth {
            links.reverse();
        }
        Stretch { from: line.calls[call].name.clone(), to: line.calls[next].name.clone(), links }
    }

    /// By the hop of some line that joins the two ports, where there is one.
    fn in_ballast(&self, from: usize, to: usize) -> Stretch {
        for (l, line) in self.plan.lines.list.iter().enumerate() {
            let hop = |c: usize| (line.calls[c].port, line.calls[c + 1].port);
            for call in 0..line.last() {
                if hop(call) == (from, to) {
                    return self.at_sea(l, call, true);
                }
                if hop(call) == (to, from) {
                    return self.at_sea(l, call + 1, false);
                }
            }
        }
        let name = |p: usize| self.plan.lines.ports[p].clone();
        Stretch { from: name(from), to: name(to), links: Vec::new() }
    }
}

/// Mean of each slice, by port; ports where nothing waited are left out.
fn queues(plan: &Plan, reel: &Reel) -> Vec<PlaceQueue> {
    let slice = CLOCK.span(SLICE).max(1);
    let slices = plan.end.0.div_ceil(slice) as usize;
    let mut held = vec![(Tick(0), 0_i64); plan.lines.ports.len()];
    let mut sums = vec![vec![0.0; slices]; plan.lines.ports.len()];
    let ends = (0..held.len()).map(|p| (plan.end, p, 0));
    for (now, port, by) in reel.queues.iter().copied().chain(ends) {
        let (since, pieces) = held[port];
        spread(&mut sums[port], (since.0, now.0), slice, pieces as f64);
        held[port] = (now, pieces + by);
    }
    let length = |i: usize| slice.min(plan.end.0 - i as u64 * slice) as f64;
    let mean = |sum: Vec<f64>| sum.iter().enumerate().map(|(i, s)| round(s / length(i))).collect::<Vec<f64>>();
    let named = plan.lines.ports.iter().zip(sums).map(|(p, s)| PlaceQueue { place: p.clone(), pieces: mean(s) });
    named.filter(|q| q.pieces.iter().any(|&p| p > 0.0)).collect()
}

/// Adds pieces that wait from one moment to another to the slices in between.
fn spread(sums: &mut [f64], (from, to): (u64, u64), slice: u64, pieces: f64) {
    if pieces == 0.0 || to <= from {
        return;
    }
    for i in from / slice..=(to - 1) / slice {
        let within = to.min((i + 1) * slice) - from.max(i * slice);
        if let Some(sum) = sums.get_mut(i as usize) {
            *sum += pieces * within as f64;
        }
    }
}

/// A tenth of a piece is enough for a circle.
fn round(pieces: f64) -> f64 {
    (pieces * 10.0).round() / 10.0
}
