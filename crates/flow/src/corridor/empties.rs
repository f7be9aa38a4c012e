//! What comes back empty, and what an empty piece is worth where it is.

use super::answer::{Way, parts, period_name, way};
use super::optimum::Optimum;
use super::plan::Plan;
use super::returns::Returns;
use super::wishes::WishRow;
use crate::mincost::RowIx;
use keruen_model::{Corridor, DemandKind};
use keruen_results::flow::{EmptiesFlow, EmptyGap, EmptyKind, EmptyMove, EmptyWorth};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// US dollars below which two places are as good as one another for an empty piece.
const CENT: f64 = 0.02;
/// Pieces below which nothing is meant: rounding of the solver.
const NOTHING: f64 = 1e-6;

/// Reads the empty moves off a solution; `None` where nothing was asked to come back.
pub(super) fn empties(
    corridor: &Corridor,
    plan: &Plan,
    solution: &Optimum,
    ways: &BTreeMap<Way, Vec<f64>>,
) -> Option<EmptiesFlow> {
    let returns = plan.returns.as_ref()?;
    let mut kinds: Vec<EmptyKind> = (0..returns.kinds.len()).map(|k| named(corridor, returns, k)).collect();
    let mut moves = Vec::new();
    for (key, amounts) in ways {
        let wish = &plan.wishes[key.0];
        if let WishRow::Empty(k) = wish.row {
            let way = way(wish, key.2, &parts(plan, key), amounts);
            kinds[k].empty += way.amount;
            kinds[k].usd += way.amount * way.usd;
            moves.push(EmptyMove { equipment: kinds[k].equipment.clone(), to: corridor.strings.id(wish.to).into(), way });
        } else if wish.kind == DemandKind::Through {
            laden(plan, returns, key, amounts.iter().sum(), &mut kinds);
        }
    }
    moves.sort_by(|a, b| b.way.amount.total_cmp(&a.way.amount));
    Some(EmptiesFlow {
        kinds,
        moves,
        worth: worth(corridor, plan, (returns, &in_use(plan, solution)), solution),
        others: others(corridor, returns, solution),
    })
}

/// What others bring to and from places without ways for empties.
fn others(corridor: &Corridor, returns: &Returns, solution: &Optimum) -> Vec<EmptyGap> {
    let mut sums: BTreeMap<u32, f64> = BTreeMap::new();
    for &(slot, column) in &returns.others {
        *sums.entry(slot).or_default() += solution.columns[column.index()];
    }
    let gap = |(slot, pieces): (u32, f64)| {
        let (kind, place) = returns.at(slot);
        let node = &corridor.tables.node.rows()[place];
        (pieces > NOTHING).then(|| EmptyGap {
            equipment: corridor.strings.id(returns.kinds[kind].equipment).into(),
            at: corridor.strings.id(node.node_id).into(),
            pieces,
        })
    };
    sums.into_iter().filter_map(gap).collect()
}

fn named(corridor: &Corridor, returns: &Returns, k: usize) -> EmptyKind {
    let kind = &returns.kinds[k];
    let row = corridor.tables.equipment.find(kind.equipment);
    EmptyKind {
        equipment: corridor.strings.id(kind.equipment).into(),
        name: row.map_or("", |e| corridor.strings.text(e.name)).into(),
        owner: row.and_then(|e| e.owner).map_or("", |o| corridor.strings.id(o)).into(),
        unit: kind.unit.name().into(),
        laden: 0.0,
        empty: 0.0,
        usd: 0.0,
    }
}

/// Pieces that leave with goods on or in them, each time they are taken.
fn laden(plan: &Plan, returns: &Returns, key: &Way, lots: f64, kinds: &mut [EmptyKind]) {
    let (wish, version, origin, steps) = key;
    if plan.wishes[*wish].origins[*origin].carriers_own {
        return;
    }
    let Some((ways, _, start)) = plan.networks[*version].aim(*wish, *origin) else { return };
    let along = steps.iter().filter_map(|&(_, s)| ways.steps.get(s as usize)).flat_map(|s| ways.moves(s));
    for &(slot, pieces) in ways.held_at(start).iter().chain(along).filter(|m| m.1 > 0.0) {
        kinds[returns.at(slot).0].laden += pieces * lots;
    }
}

/// Balances of places where pieces leave or come; elsewhere a price proves nothing.
fn in_use(plan: &Plan, solution: &Optimum) -> FxHashSet<RowIx> {
    let through = solution.ways.iter().filter(|w| w.flow > NOTHING);
    through.flat_map(|w| plan.uses(w)).map(|u| u.0).collect()
}

/// By how much one more empty piece at a place is worth more than where it is worth least.
fn worth(
    corridor: &Corridor,
    plan: &Plan,
    (returns, used): (&Returns, &FxHashSet<RowIx>),
    solution: &Optimum,
) -> Vec<EmptyWorth> {
    let mut out = Vec::new();
    for (p, rows) in returns.rows.iter().enumerate() {
        for k in 0..returns.kinds.len() {
            let mine = rows.iter().enumerate().filter(|(s, _)| returns.at(*s as u32).0 == k);
            let at = |(s, r): (usize, &Option<RowIx>)| {
                Some((returns.at(s as u32).1, -solution.price[(*r).filter(|r| used.contains(r))?.index()]))
            };
            let priced: Vec<(usize, f64)> = mine.filter_map(at).collect();
            let least = priced.iter().map(|x| x.1).fold(f64::INFINITY, f64::min);
            for (place, usd) in priced.into_iter().filter(|x| x.1 - least > CENT) {
                let node = &corridor.tables.node.rows()[place];
                out.push(EmptyWorth {
                    equipment: corridor.strings.id(returns.kinds[k].equipment).into(),
                    at: corridor.strings.id(node.node_id).into(),
                    period: period_name(plan, p),
                    usd: usd - least,
                });
            }
        }
    }
    out
}
