//! Equipment comes back: of every kind as many pieces leave a place as come there, laden or empty.
//!
//! ```text
//! row(kind, place, period)   pieces that leave - pieces that come + pieces that stay for the next period - those that stayed = 0
//! ```
//! A box leaves its origin and comes to its destination; a wagon leaves where goods are put on it and comes where they are taken off
//! it. An empty piece does both at the ends of its way and takes what a laden one takes, at the prices for empties. Between periods
//! pieces stay at the pools of their kind; what stays in the last one is there in the first, as in a year that repeats itself.
//!
//! What a railway asks for goods in its wagon holds the way back of the wagon over the same lines, where the row says so. What an empty
//! one pays there is taken off it, so that a wagon that goes back as it came costs what the tables say, and one that finds goods less.
//!
//! Assumptions: goods of through demand find their equipment and send it back; background traffic stands in the tables as it was
//! counted, empties included or not. A lot that rides an outside option goes in the carrier's own boxes all the way. A kind is the
//! same on every gauge. Pieces of a kind are all alike, whoever's they are: an owner with a pool of his own is a row of his own in
//! table `equipment`. What ways for empties do not join with the first pool of the kind in both directions, others join with it at no
//! price: a place alone, or the first pool of several that stand together; that is told. Source: Brouer, Pisinger and Spoorendonk 2011,
//! INFOR 49(2), inter-balancing rows.

use super::ways::{Family, Ways};
use super::wishes::{Origin, Wish, WishRow};
use crate::mincost::{Column, ColumnIx, Problem, Row, RowIx};
use keruen_model::empties::Empty;
use keruen_model::{
    Amount, AnyRef, Cargo, Corridor, DemandKind, Equipment, Fit, Id, Link, Loading, Node, Operation, Service, ServiceKind,
    TableKind,
};
use keruen_network::compile::{Arc, ArcKind, ChargeLine, Consignment, Lot, State, StateGraph};
use rustc_hash::{FxHashMap, FxHashSet};

/// Places where pieces of each kind leave and come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Returns {
    pub kinds: Vec<Empty>,
    places: FxHashMap<Id<Node>, u32>,
    /// Row of each kind and place, by period.
    pub rows: Vec<Vec<Option<RowIx>>>,
    /// Kind and place of what others bring back, with its column.
    pub others: Vec<(u32, ColumnIx)>,
}

/// An hour of an empty piece, and each of its moves but those of boxes that bring wagons, in US dollars: of ways that cost the same the quicker is taken, and one move
/// rather than two. Too little to be seen in any sum.
const TIE: f64 = 0.01;

/// Pieces of kinds, by position.
pub(super) type Pieces = Vec<(u32, f64)>;

impl Returns {
    /// Of kinds of which through demand uses some.
    pub fn new(corridor: &Corridor, kinds: &[Empty], wishes: &[Wish]) -> Returns {
        let places = corridor.tables.node.iter().enumerate().map(|(i, n)| (n.node_id, i as u32)).collect();
        let mut out = Returns { kinds: kinds.to_vec(), places, ..Returns::default() };
        let mut used: FxHashSet<u32> = FxHashSet::default();
        for wish in wishes.iter().filter(|w| w.kind == DemandKind::Through) {
            for lot in wish.origins.iter().filter_map(|o| Lot::new(corridor, &o.lot).ok()) {
                used.extend(Loading::ALL.iter().flat_map(|&l| out.held(&lot, l)).map(|p| p.0));
            }
        }
        let kinds = out.kinds.iter().enumerate().filter(|(k, _)| used.contains(&(*k as u32)));
        out.kinds = kinds.map(|(_, k)| *k).collect();
        out
    }

    /// Pieces under goods that stand on a loading.
    pub fn held(&self, lot: &Lot, on: Loading) -> Pieces {
        let Some(c) = lot.on(on) else { return Vec::new() };
        let pieces = |k: &Empty| if k.equipment == c.equipment { c.pieces } else { c.wagons };
        let mine = |k: &Empty| k.equipment == c.equipment || c.under == Some(k.equipment);
        self.kinds.iter().enumerate().filter(|(_, k)| mine(k)).map(|(i, k)| (i as u32, pieces(k))).collect()
    }

    /// The same for every state of a graph, by kind and place.
    pub fn held_in(&self, there: &Corridor, graph: &StateGraph) -> Vec<Pieces> {
        let nodes = there.tables.node.rows();
        let at = |s: &State| {
            let pieces = self.held(&graph.lot, s.loading).into_iter();
            pieces.filter_map(|(k, n)| Some((self.slot(k, nodes[s.node as usize].node_id)?, n))).collect()
        };
        graph.states.iter().map(at).collect()
    }

    /// Pieces that leave and come when goods change from one standing to another.
    pub fn changed(&self, (before, after): (&Pieces, &Pieces)) -> Pieces {
        let same = |a: &(u32, f64), list: &Pieces| list.iter().find(|b| self.at(b.0).0 == self.at(a.0).0).map_or(0.0, |b| b.1);
        let come = before.iter().map(|b| (b.0, (same(b, after) - b.1).min(0.0)));
        let leave = after.iter().map(|a| (a.0, (a.1 - same(a, before)).max(0.0)));
        come.chain(leave).filter(|m| m.1 != 0.0).collect()
    }

    /// Tells every arc of goods in wagons what of its price is for their way back.
    pub fn price_ways_back(&self, there: &Corridor, ways: &mut [Ways], families: &[Family]) {
        let mut price: FxHashMap<(u32, Id<Link>, bool), f64> = FxHashMap::default();
        for (w, f) in ways.iter().zip(families) {
            let Some(kind) = self.kinds.iter().position(|k| k.cargo == f.lot.cargo && k.stands == Loading::Rail) else {
                continue;
            };
            for (arc, step) in w.graph.arcs.iter().zip(&w.steps) {
                if let ([line], Loading::Rail) = (lines(there, &w.graph, arc).as_slice(), arc.loading) {
                    let least = price.entry((kind as u32, line.0, line.1)).or_insert(step.usd);
                    *least = least.min(step.usd);
                }
            }
        }
        for (w, _) in ways.iter_mut().zip(families).filter(|(_, f)| !self.is_empty_piece(f.lot.cargo)) {
            let wagons = self.held(&w.graph.lot, Loading::Rail);
            for (arc, step) in w.graph.arcs.iter().zip(&mut w.steps).filter(|(arc, _)| arc.loading == Loading::Rail) {
                let holds = |c: &&ChargeLine| there.tables.tariff.rows()[c.tariff as usize].way_back;
                let most: f64 = arc.charges.iter().filter(holds).map(|c| c.usd).sum();
                let back = |&(l, forth): &(Id<Link>, bool)| {
                    wagons.iter().map(|&(k, n)| n * price.get(&(k, l, !forth)).copied().unwrap_or(0.0)).sum::<f64>()
                };
                step.way_back = lines(there, &w.graph, arc).iter().map(back).sum::<f64>().clamp(0.0, most.max(0.0));
            }
            w.prices_ways_back = w.steps.iter().any(|s| s.way_back > 0.0);
        }
    }

    fn is_empty_piece(&self, cargo: Id<Cargo>) -> bool {
        self.kinds.iter().any(|k| k.cargo == cargo)
    }

    /// Number of a kind at a place.
    pub fn slot(&self, kind: u32, node: Id<Node>) -> Option<u32> {
        Some(self.places.get(&node)? * self.kinds.len() as u32 + kind)
    }

    /// Kind and place of a number.
    pub fn at(&self, slot: u32) -> (usize, usize) {
        let kinds = self.kinds.len().max(1);
        (slot as usize % kinds, slot as usize / kinds)
    }

    /// Tells apart, of wishes for goods in boxes that come back, what goes in them and what rides the outside option in boxes of the
    /// carrier's own.
    pub fn split(&self, corridor: &Corridor, wishes: &mut [Wish]) {
        let outside = || corridor.tables.service.iter().filter(|s| s.kind == ServiceKind::Outside);
        let row = |s: &Service| AnyRef { table: TableKind::Service, id: s.service_id.sym() };
        for wish in wishes.iter_mut().filter(|w| w.kind == DemandKind::Through) {
            let mut split = Vec::new();
            for o in std::mem::take(&mut wish.origins) {
                let own = outside().map(row).find(|s| !o.lot.avoid.contains(s));
                let boxed = Lot::new(corridor, &o.lot).is_ok_and(|l| !self.held(&l, Loading::Ground).is_empty());
                let Some(own) = own.filter(|_| boxed) else {
                    split.push(o);
                    continue;
                };
                let (mut by_corridor, mut by_carrier) = (o.clone(), Origin { carriers_own: true, ..o });
                by_corridor.lot.avoid.push(own);
                by_carrier.lot.must_use.push(own);
                split.extend([by_corridor, by_carrier]);
            }
            wish.origins = split;
        }
    }

    /// A wish for each kind and place that empties may be sent to, from all others.
    pub fn wishes(&self, corridor: &Corridor, wishes: &[Wish], periods: usize) -> Vec<Wish> {
        let mut out = Vec::new();
        let most = self.most_sent(corridor, wishes);
        for (k, kind) in self.kinds.iter().enumerate() {
            let places = self.places_of(corridor, kind, wishes);
            let brings = kind.stands == Loading::Ground && self.wheels(corridor, kind).next().is_some();
            let asked = if brings { 0.0 } else { TIE };
            for &to in &places {
                let from = places.iter().copied().filter(|&p| p != to);
                let origins: Vec<Origin> = from.map(|p| Origin { asked, ..origin(corridor, kind, (p, to)) }).collect();
                if !origins.is_empty() {
                    out.push(wish(kind, k, (origins, to), vec![1.0 + most[k]; periods]));
                }
            }
        }
        out
    }

    /// Empty pieces of each kind that may be sent to a place in a year: as many as goods need; of boxes on wheels that come back also so
    /// many that they bring all these wheels, and of wheels as many as these boxes ride on.
    fn most_sent(&self, corridor: &Corridor, wishes: &[Wish]) -> Vec<f64> {
        let kinds = 0..self.kinds.len() as u32;
        let needed: Vec<f64> = kinds.map(|k| wishes.iter().map(|w| self.most_needed(corridor, k, w)).sum()).collect();
        let under: Vec<Pieces> = self.kinds.iter().map(|k| self.wheels_under(corridor, k)).collect();
        let ridden = |boxes: &[f64]| {
            let mut wheels = needed.clone();
            for (riders, under) in boxes.iter().zip(&under) {
                under.iter().for_each(|&(w, each)| wheels[w as usize] += each * riders);
            }
            wheels
        };
        let wheels = ridden(&needed);
        let brings = |under: &Pieces| under.iter().map(|&(w, each)| wheels[w as usize] / each).sum::<f64>();
        let sent: Vec<f64> = needed.iter().zip(&under).map(|(need, under)| need + brings(under)).collect();
        ridden(&sent).into_iter().zip(sent).map(|(ridden, sent)| ridden.max(sent)).collect()
    }

    /// Pieces of other kinds under an empty piece.
    fn wheels_under(&self, corridor: &Corridor, kind: &Empty) -> Pieces {
        let anywhere = corridor.tables.node.iter().next().map(|n| n.node_id);
        let lot = anywhere.and_then(|n| Lot::new(corridor, &origin(corridor, kind, (n, n)).lot).ok());
        let others = (0..self.kinds.len() as u32).filter(|&k| self.kinds[k as usize] != *kind);
        let under = others.filter_map(|k| Some((k, self.most_held(lot.as_ref()?, k))));
        under.filter(|under| under.1 > 0.0).collect()
    }

    /// Pieces of a kind that a wish needs at most in a year.
    fn most_needed(&self, corridor: &Corridor, kind: u32, wish: &Wish) -> f64 {
        let lots: f64 = if wish.kind == DemandKind::Through { wish.lots.iter().sum() } else { 0.0 };
        let lot = |o: &Origin| Lot::new(corridor, &o.lot).ok();
        let each = wish.origins.iter().filter_map(lot).map(|l| self.most_held(&l, kind)).fold(0.0, f64::max);
        lots * each
    }

    /// Pieces of a kind under a lot where it is most.
    fn most_held(&self, lot: &Lot, kind: u32) -> f64 {
        let held = Loading::ALL.iter().flat_map(|&l| self.held(lot, l)).filter(|p| p.0 == kind);
        held.map(|p| p.1).fold(0.0, f64::max)
    }

    /// Kinds with wheels that a kind is, or rides on.
    fn wheels<'a>(&'a self, corridor: &'a Corridor, kind: &'a Empty) -> impl Iterator<Item = &'a Empty> {
        let fits = |k: &Empty, f: &Fit| (f.carried.as_id(), f.carrier.as_id()) == (Some(kind.equipment), Some(k.equipment));
        let under = move |k: &Empty| *k == *kind || corridor.tables.fit.iter().any(|f| fits(k, f));
        self.kinds.iter().filter(move |k| k.stands != Loading::Ground && under(k))
    }

    /// Where pieces of a kind may leave and come: ends of wishes for what stands on the ground, terminals for what goods are put on. A box
    /// on wheels that come back goes wherever these do, by moves that cost no more than they pay: it may gain by bringing them there in a
    /// circle, and prices prove nothing unless every circle is made of its moves.
    fn places_of(&self, corridor: &Corridor, kind: &Empty, wishes: &[Wish]) -> Vec<Id<Node>> {
        let t = &corridor.tables;
        let pool = t.equipment.find(kind.equipment).map_or(&[][..], |e: &Equipment| &e.pool);
        let mut out: Vec<Id<Node>> = pool.to_vec();
        if kind.stands == Loading::Ground {
            let own = |w: &&Wish| w.kind == DemandKind::Through && w.origins.iter().any(|o| self.boxes(corridor, kind, &o.lot));
            out.extend(wishes.iter().filter(own).flat_map(|w| w.origins.iter().map(|o| o.lot.from).chain([w.to])));
        }
        for wheels in self.wheels(corridor, kind) {
            let puts = |o: &&Operation| wheeled(wheels, o.from_loading) != wheeled(wheels, o.to_loading);
            for o in t.operation.iter().filter(puts) {
                let here = |f: &&keruen_model::Facility| o.facility_id == Some(f.facility_id) || o.facility_kind == Some(f.kind);
                out.extend(t.facility.iter().filter(here).map(|f| f.node_id));
            }
        }
        out.sort_by_key(|n| self.places.get(n).copied());
        out.dedup();
        out
    }

    fn boxes(&self, corridor: &Corridor, kind: &Empty, lot: &Consignment) -> bool {
        let on_ground = |l: Lot| l.on(Loading::Ground).is_some_and(|c| c.equipment == kind.equipment);
        Lot::new(corridor, lot).is_ok_and(on_ground)
    }

    /// A balance for each kind and place that some way touches, and what stays at pools from one period to the next.
    pub fn add_rows(&mut self, corridor: &Corridor, periods: usize, touched: &FxHashSet<u32>, problem: &mut Problem) {
        let slots = self.places.len() * self.kinds.len();
        self.rows = vec![vec![None; slots]; periods];
        for rows in &mut self.rows {
            for (slot, row) in rows.iter_mut().enumerate() {
                *row = touched.contains(&(slot as u32)).then(|| problem.row(Row::equal(0.0)));
            }
        }
        for k in 0..self.kinds.len() {
            for slot in self.pool(corridor, k) {
                for p in 0..periods {
                    self.carry((slot, p), (slot, (p + 1) % periods), problem);
                }
            }
        }
    }

    /// Numbers of the pools of a kind.
    fn pool(&self, corridor: &Corridor, kind: usize) -> Vec<u32> {
        let row = corridor.tables.equipment.find(self.kinds[kind].equipment);
        let pool = row.map_or(&[][..], |e: &Equipment| &e.pool);
        pool.iter().filter_map(|&n| self.slot(kind as u32, n)).collect()
    }

    /// A column for pieces that go from one place and period to another at no cost.
    fn carry(&self, from: (u32, usize), to: (u32, usize), problem: &mut Problem) -> Option<ColumnIx> {
        let row = |(slot, p): (u32, usize)| self.rows[p][slot as usize];
        let entries = vec![(row(from)?, 1.0), (row(to)?, -1.0)];
        let column = Column { cost: 0.0, lower: 0.0, upper: f64::INFINITY, entries, commodity: None };
        (from != to).then(|| problem.column(column))
    }

    /// Others bring pieces between the first pool of a kind and whatever ways for empties, kind and place from and to, do not join with
    /// it in both directions. Places that they join with no other are given back: no empties go there.
    pub fn add_others(&mut self, corridor: &Corridor, ways: &FxHashSet<(u32, u32)>, problem: &mut Problem) -> FxHashSet<u32> {
        let (mut added, mut cut) = (Vec::new(), FxHashSet::default());
        for kind in 0..self.kinds.len() {
            let groups = self.groups(kind as u32, ways);
            cut.extend(groups.iter().filter(|g| g.len() == 1).map(|g| g[0]));
            let pools = self.pool(corridor, kind);
            let Some(&first) = pools.iter().find(|s| !cut.contains(s)).or(pools.first()) else { continue };
            for group in groups.iter().filter(|g| !g.contains(&first)) {
                let port = pools.iter().copied().find(|s| group.contains(s)).unwrap_or(group[0]);
                for p in 0..self.rows.len() {
                    let there = [self.carry((port, p), (first, p), problem), self.carry((first, p), (port, p), problem)];
                    added.extend(there.into_iter().flatten().map(|c| (port, c)));
                }
            }
        }
        self.others = added;
        cut
    }

    /// Places of a kind that ways for empties join in both directions, each group in the order of its places.
    fn groups(&self, kind: u32, ways: &FxHashSet<(u32, u32)>) -> Vec<Vec<u32>> {
        let mut out: Vec<Vec<u32>> = Vec::new();
        for slot in (kind..(self.places.len() * self.kinds.len()) as u32).step_by(self.kinds.len()) {
            let joined = |g: &Vec<u32>| ways.contains(&(slot, g[0])) && ways.contains(&(g[0], slot));
            match out.iter().position(joined) {
                Some(g) => out[g].push(slot),
                None => out.push(vec![slot]),
            }
        }
        out
    }
}

/// Links that an arc rides, each with whether it is ridden forwards.
fn lines(there: &Corridor, graph: &StateGraph, arc: &Arc) -> Vec<(Id<Link>, bool)> {
    let links: &[Id<Link>] = match &arc.kind {
        ArcKind::Link(l) => std::slice::from_ref(l),
        ArcKind::Transit(links) | ArcKind::Ride(_, links) => links,
        ArcKind::Operation(..) => &[],
    };
    let mut at = there.tables.node.rows()[graph.states[arc.from.0 as usize].node as usize].node_id;
    let mut ride = |l: &Link| {
        let forth = at != l.to_node_id;
        at = if forth { l.to_node_id } else { l.from_node_id };
        (l.link_id, forth)
    };
    links.iter().filter_map(|&l| there.tables.link.find(l)).map(&mut ride).collect()
}

/// Whether goods on a loading stand on the wheels of a kind.
fn wheeled(kind: &Empty, on: Loading) -> bool {
    match kind.stands {
        Loading::Rail => matches!(on, Loading::Rail | Loading::WagonOnShip),
        _ => matches!(on, Loading::Road | Loading::TruckOnShip),
    }
}

fn origin(corridor: &Corridor, kind: &Empty, ends: (Id<Node>, Id<Node>)) -> Origin {
    let outside = corridor.tables.service.iter().filter(|s| s.kind == ServiceKind::Outside);
    let avoid = outside.map(|s| AnyRef { table: TableKind::Service, id: s.service_id.sym() }).collect();
    Origin {
        lot: Consignment {
            equipment: Some(kind.equipment),
            unit: Some(kind.unit),
            avoid,
            ..Consignment::plain(ends, kind.cargo, Amount(1.0), corridor.as_of())
        },
        supply: None,
        asked: TIE,
        standing: (kind.stands != Loading::Ground).then_some(kind.stands),
        carriers_own: false,
    }
}

fn wish(kind: &Empty, position: usize, (origins, to): (Vec<Origin>, Id<Node>), lots: Vec<f64>) -> Wish {
    Wish {
        row: WishRow::Empty(position),
        kind: DemandKind::Through,
        origins,
        to,
        cargo: kind.cargo,
        unit: kind.unit,
        lot: 1.0,
        lots,
        tonnes: 0.0,
        hour: TIE,
        elasticity: 0.0,
        left: 0.0,
        ends_on: kind.stands,
    }
}
