//! The problems laid open for a checker: graphs with costs and uses, rows, commodities, columns, and the claim that they are solved.
//!
//! ```text
//! layer of a wish   places of its search (state x rows still to be used) and a sink; for several origins a source and a copy each
//! cost of an arc    charges + hours x value of an hour,    uses: what it takes of the rows of the period, pieces that it moves
//! ```
//! A layer has the places of all periods, with an arc for each wait from one to the next; wishes that aim at the same share it.

use super::Flow;
use super::aim::Bounds;
use super::answer::CARRIED;
use super::optimum::Optimum;
use super::plan::Plan;
use super::waits::WAIT;
use super::ways::{NOWHERE, Ways};
use crate::mincost::{Answer, Goal, Unserved};
use keruen_model::{DemandKind, Quantity};
use keruen_results::equilibrium::Principle;
use keruen_results::proof::{Arc, Claim, Column, Commodity, Congestion, FlowProof, Instance, Layer, ProofRow, ProofWish, Way};
use rustc_hash::FxHashMap;

/// Everything behind an optimum of least cost.
pub(super) fn proof(flow: &Flow<'_>, optimum: &Optimum) -> FlowProof {
    let plan = &flow.plan;
    let upper = flow.solvers.upper();
    let left = flow.solvers.left(optimum);
    let must: Vec<f64> = flow.solvers.lower().iter().zip(&optimum.background).map(|(l, taken)| l - taken).collect();
    let nothing = vec![f64::NEG_INFINITY; upper.len()];
    let [background, through] = &optimum.solved;
    FlowProof {
        rows: rows(flow),
        wishes: plan.commodities.iter().map(|&(p, w)| wish(flow, p, w)).collect(),
        background: Sided { plan, kind: DemandKind::Background, answer: background }.laid_open(&nothing, upper),
        through: Sided { plan, kind: DemandKind::Through, answer: through }.laid_open(&must, &left),
        choice: None,
        congestion: None,
    }
}

/// An equilibrium laid open: of each row that makes wait there is what is used, and ships sail as they do.
pub(super) fn of_equilibrium(flow: &Flow<'_>, found: &Optimum, congestion: (Principle, Vec<Congestion>)) -> FlowProof {
    let mut open = proof(flow, found);
    let (instance, claim) = &mut open.through;
    for ((row, c), &used) in instance.rows.iter_mut().zip(&congestion.1).zip(&found.solved[1].activity) {
        if c.period.is_some() {
            row.1 = used;
        }
    }
    for (column, &amount) in instance.columns.iter_mut().zip(&claim.columns) {
        (column.lower, column.upper) = (amount, amount);
    }
    FlowProof { congestion: Some(congestion), ..open }
}

/// Rows by the names that the answer gives them.
fn rows(flow: &Flow<'_>) -> Vec<ProofRow> {
    let plan = &flow.plan;
    let mut out: Vec<ProofRow> =
        flow.solvers.upper().iter().map(|&upper| ProofRow { each: 1.0, upper, ..ProofRow::default() }).collect();
    for (p, ledger) in plan.ledgers.iter().enumerate() {
        for limit in &ledger.limits {
            let row = plan.scarcities.get(limit.what).and_then(|s| plan.rows[p][s as usize]);
            let Some(row) = row.map(|r| &mut out[r.index()]).filter(|r| r.limit.is_empty()) else { continue };
            row.limit = super::answer::label(&flow.corridor, limit.what);
            row.period = super::answer::period_name(plan, p);
            row.each = if limit.held { plan.periods[p].hours().value() } else { 1.0 };
        }
    }
    for (p, stocks) in plan.stocks.iter().enumerate() {
        for (s, row) in stocks.iter().enumerate().filter_map(|(s, row)| Some((s, (*row)?))) {
            out[row.index()].limit = super::answer::label(&flow.corridor, plan.scarcities.list[s]) + CARRIED;
            out[row.index()].period = super::answer::period_name(plan, p);
        }
    }
    out
}

fn wish(flow: &Flow<'_>, period: usize, w: usize) -> ProofWish {
    let wish = &flow.plan.wishes[w];
    ProofWish {
        wish: super::answer::name(&flow.corridor, wish),
        period: super::answer::period_name(&flow.plan, period),
        lot: wish.lot,
    }
}

/// The problem of one kind of demand and its solution.
struct Sided<'a> {
    plan: &'a Plan,
    kind: DemandKind,
    answer: &'a Answer,
}

impl Sided<'_> {
    fn laid_open(&self, lower: &[f64], upper: &[f64]) -> (Instance, Claim) {
        let plan = self.plan;
        let mut open = Opened { plan, layers: Vec::new(), ids: Vec::new(), shared: FxHashMap::default() };
        let mut commodities = Vec::with_capacity(plan.commodities.len());
        for (k, &(period, w)) in plan.commodities.iter().enumerate() {
            let mine = plan.wishes[w].kind == self.kind;
            let ends = if mine { open.ends(period, w) } else { open.nowhere() };
            commodities.push(self.commodity(k, ends, mine));
        }
        let mut claim = self.claim();
        for way in self.answer.ways.iter().filter(|w| w.flow > 0.0) {
            let k = way.commodity.index();
            let arcs = open.arcs(plan.commodities[k].0, &commodities[k], &way.steps);
            claim.ways.push(Way { commodity: k as u32, arcs, flow: way.flow });
        }
        let columns = plan.problem.columns.iter().map(|c| Column {
            cost: c.cost,
            lower: c.lower,
            upper: c.upper,
            entries: c.entries.iter().map(|&(r, a)| (r.0, a)).collect(),
        });
        let rows = lower.iter().copied().zip(upper.iter().copied()).collect();
        (Instance { layers: open.layers, rows, commodities, columns: columns.collect() }, claim)
    }

    /// Where as much as possible was to be served, what stays behind costs the price of serving too.
    fn commodity(&self, k: usize, (layer, from, to): (u32, u32, u32), mine: bool) -> Commodity {
        let c = &self.plan.problem.commodities[k];
        let unserved = match c.unserved {
            Unserved::At(cost) => Some(cost - self.answer.served_price * c.weight),
            Unserved::Never => None,
        };
        Commodity { layer, from, to, demand: if mine { c.demand } else { 0.0 }, unserved }
    }

    fn claim(&self) -> Claim {
        let weights = self.plan.problem.commodities.iter().map(|c| c.weight);
        let left: f64 = weights.zip(&self.answer.unserved).map(|(w, z)| w * z).sum();
        let served = if self.plan.problem.goal == Goal::MostServed { self.answer.served_price * left } else { 0.0 };
        Claim {
            objective: self.answer.objective - served,
            ways: Vec::new(),
            unserved: self.answer.unserved.clone(),
            columns: self.answer.columns.clone(),
            price: self.answer.price.clone(),
        }
    }
}

/// Layers in the making.
struct Opened<'a> {
    plan: &'a Plan,
    layers: Vec<Layer>,
    ids: Vec<Ids>,
    shared: FxHashMap<Vec<Option<usize>>, u32>,
}

/// Where the parts of a layer stand.
#[derive(Default)]
struct Ids {
    /// By period; origins that aim at the same share one.
    blocks: Vec<Vec<Option<Block>>>,
    /// Blocks of each origin, by position.
    of_origin: Vec<usize>,
    /// Arc from the source to an origin in a period, where there is a source.
    begins: FxHashMap<(u32, usize), u32>,
    /// Source of each period, where there are several origins or pieces leave where a way begins.
    sources: Vec<u32>,
}

/// One graph in a layer, in one period.
struct Block {
    /// Node of its first place.
    base: u32,
    /// Arc of each place to the sink.
    ends: FxHashMap<u32, u32>,
    /// Arc by what is still to be used and arc of the graph.
    along: Vec<u32>,
    /// Arc of each wait, by what is still to be used and position of the wait.
    waits: FxHashMap<(u32, u32), u32>,
    masks: u32,
    steps: usize,
}

const NONE: u32 = u32::MAX;
const SINK: u32 = 0;

impl Opened<'_> {
    /// A layer in which nothing leads anywhere.
    fn nowhere(&mut self) -> (u32, u32, u32) {
        let layer = *self.shared.entry(Vec::new()).or_insert_with(|| {
            self.layers.push(Layer { nodes: 2, ..Layer::default() });
            self.ids.push(Ids::default());
            self.layers.len() as u32 - 1
        });
        (layer, 1, SINK)
    }

    /// Layer, origin and destination of a wish. Wishes that aim at the same in every version of the network share a layer.
    fn ends(&mut self, period: usize, w: usize) -> (u32, u32, u32) {
        let plan = self.plan;
        let lone = self.is_lone(w);
        let key = if lone {
            plan.networks.iter().map(|n| n.bounds_of(w, 0)).collect::<Vec<_>>()
        } else {
            vec![Some(usize::MAX), Some(w)]
        };
        let layer = match self.shared.get(&key) {
            Some(&layer) => layer,
            None => {
                let layer = self.layer(w);
                self.shared.insert(key, layer);
                layer
            }
        };
        let from = if lone { self.begin(layer, period, w) } else { self.ids[layer as usize].sources.get(period).copied() };
        from.map_or_else(|| self.nowhere(), |from| (layer, from, SINK))
    }

    /// Whether ways begin at a place of the search, not at a source.
    fn is_lone(&self, w: usize) -> bool {
        self.plan.wishes[w].origins.len() == 1 && self.plan.comes_back(w).is_none()
    }

    /// Node at the only origin of a wish in a period.
    fn begin(&self, layer: u32, period: usize, w: usize) -> Option<u32> {
        let (_, bounds, start) = self.plan.networks[self.plan.version[period]].aim(w, 0)?;
        let block = self.ids[layer as usize].blocks.first()?.get(period)?.as_ref()?;
        Some(block.base + bounds.target.begin(start))
    }

    /// All periods of a wish, and for several origins a source a period that leads to each at what its supplier asks.
    fn layer(&mut self, w: usize) -> u32 {
        let plan = self.plan;
        let periods = plan.periods.len();
        let mut layer = Layer { nodes: 1, ..Layer::default() };
        let mut ids = Ids::default();
        let origins = plan.wishes[w].origins.len();
        for o in 0..origins {
            let aims = |o: usize| plan.networks.iter().map(|n| n.bounds_of(w, o)).collect::<Vec<_>>();
            let known = (0..o).find(|&before| aims(before) == aims(o)).filter(|_| aims(o).iter().all(Option::is_some));
            if let Some(before) = known {
                ids.of_origin.push(ids.of_origin[before]);
                continue;
            }
            let made = (0..periods).map(|p| {
                let (ways, bounds) = plan.networks[plan.version[p]].passing(w, o)?;
                Some(self.block(&mut layer, p, (w, o), (ways, bounds)))
            });
            let mut blocks: Vec<Option<Block>> = made.collect();
            for p in 1..periods {
                self.waits(&mut layer, (p - 1, w, o), &mut blocks);
            }
            ids.of_origin.push(ids.blocks.len());
            ids.blocks.push(blocks);
        }
        if !self.is_lone(w) {
            for p in 0..periods {
                self.source(&mut layer, (p, w), &mut ids);
            }
        }
        self.layers.push(layer);
        self.ids.push(ids);
        self.layers.len() as u32 - 1
    }

    /// A source that leads to every origin in a period.
    fn source(&self, layer: &mut Layer, (p, w): (usize, usize), ids: &mut Ids) {
        let plan = self.plan;
        let source = layer.nodes;
        layer.nodes += 1;
        ids.sources.push(source);
        for (o, &at) in ids.of_origin.iter().enumerate() {
            let aim = plan.networks[plan.version[p]].aim(w, o);
            let Some(((ways, bounds, start), block)) = aim.zip(ids.blocks[at][p].as_ref()) else { continue };
            let origin = &plan.wishes[w].origins[o];
            let supply = plan.supply_row(p, origin.supply).map(|r| (r.0, plan.wishes[w].lot));
            let held = if origin.carriers_own { &[][..] } else { ways.held_at(start) };
            let uses = supply.into_iter().chain(self.pieces((p, w), held, 1.0)).collect();
            ids.begins.insert((o as u32, p), layer.arcs.len() as u32);
            layer.arcs.push(Arc { tail: source, head: block.base + bounds.target.begin(start), cost: origin.asked, uses });
        }
    }

    /// Arcs from each place where goods may wait at the end of a period to the same place in the next.
    fn waits(&self, layer: &mut Layer, (p, w, o): (usize, usize, usize), blocks: &mut [Option<Block>]) {
        let plan = self.plan;
        let (before, after) = (plan.version[p], plan.version[p + 1]);
        let Some(ways) = plan.ways(before, w, o) else { return };
        let later = if before == after { None } else { plan.networks[before].states_later(w, o) };
        let Some(base) = blocks[p + 1].as_ref().map(|b| (b.base, b.masks)) else { return };
        let Some(block) = blocks[p].as_mut().filter(|b| b.masks == base.1) else { return };
        for (i, stay) in ways.stays().iter().enumerate() {
            let then = later.map_or(stay.state, |l| l[stay.state as usize]);
            if then == NOWHERE || !plan.may_wait(p, ways, stay) {
                continue;
            }
            let (usd, hours) = plan.wait_cost(p, ways, stay);
            for mask in 0..block.masks {
                block.waits.insert((mask, i as u32), layer.arcs.len() as u32);
                layer.arcs.push(Arc {
                    tail: block.base + stay.state * block.masks + mask,
                    head: base.0 + then * block.masks + mask,
                    cost: usd + hours * plan.wishes[w].hour,
                    uses: plan.wait_uses(p, ways, stay).map(|(r, amount)| (r.0, amount)).collect(),
                });
            }
        }
    }

    /// Adds the places of one search in one period to a layer.
    fn block(&self, layer: &mut Layer, period: usize, (w, o): (usize, usize), (ways, bounds): (&Ways, &Bounds)) -> Block {
        let (plan, target) = (self.plan, &bounds.target);
        let (masks, base) = (target.masks(), layer.nodes);
        let mut along = vec![NONE; masks as usize * ways.steps.len()];
        let mut ends = FxHashMap::default();
        for place in 0..target.places(ways) as u32 {
            for &a in ways.out(target.state(place)) {
                let step = &ways.steps[a as usize];
                let Some(to) = target.along(step, place) else { continue };
                along[(place % masks) as usize * ways.steps.len() + a as usize] = layer.arcs.len() as u32;
                let uses = ways.takes(step).iter().filter_map(|&(s, amount)| Some((plan.rows[period][s as usize]?.0, amount)));
                let uses = uses.chain(self.pieces((period, w), ways.moves(step), 1.0));
                layer.arcs.push(Arc { tail: base + place, head: base + to, cost: target.length(step), uses: uses.collect() });
            }
            if target.is_goal(ways, place) {
                ends.insert(place, layer.arcs.len() as u32);
                let held = if plan.wishes[w].origins[o].carriers_own { &[][..] } else { ways.held_at(target.state(place)) };
                let uses = self.pieces((period, w), held, -1.0).collect();
                layer.arcs.push(Arc { tail: base + place, head: SINK, cost: 0.0, uses });
            }
        }
        layer.nodes += target.places(ways) as u32;
        Block { base, ends, along, waits: FxHashMap::default(), masks, steps: ways.steps.len() }
    }

    /// Pieces that leave or come (`sign`) in a period, by row.
    fn pieces<'a>(
        &'a self,
        (period, w): (usize, usize),
        moved: &'a [(u32, f64)],
        sign: f64,
    ) -> impl Iterator<Item = (u32, f64)> + 'a {
        let rows = self.plan.comes_back(w).map_or(&[][..], |r| &r.rows[period]);
        moved.iter().filter_map(move |&(s, n)| Some((rows.get(s as usize).copied().flatten()?.0, sign * n)))
    }

    /// A way in the arcs of its layer; empty, which no checker passes, where it is none.
    fn arcs(&self, mut period: usize, commodity: &Commodity, steps: &[u32]) -> Vec<u32> {
        let Some((&origin, steps)) = steps.split_first() else { return Vec::new() };
        let ids = &self.ids[commodity.layer as usize];
        let blocks = ids.of_origin.get(origin as usize).and_then(|&at| ids.blocks.get(at));
        let Some(blocks) = blocks else { return Vec::new() };
        let layer = &self.layers[commodity.layer as usize];
        let block = |p: usize| blocks.get(p).and_then(Option::as_ref);
        let mut out: Vec<u32> = ids.begins.get(&(origin, period)).copied().into_iter().collect();
        let mut node = out.first().map_or(commodity.from, |&a| layer.arcs[a as usize].head);
        for &step in steps {
            let Some(block) = block(period) else { return Vec::new() };
            let mask = (node - block.base) % block.masks;
            let arc = if step & WAIT == 0 {
                block.along.get(mask as usize * block.steps + step as usize).copied().filter(|&x| x != NONE)
            } else {
                period += 1;
                block.waits.get(&(mask, step & !WAIT)).copied()
            };
            let Some(arc) = arc else { return Vec::new() };
            out.push(arc);
            node = layer.arcs[arc as usize].head;
        }
        out.extend(block(period).and_then(|b| b.ends.get(&(node - b.base))));
        out
    }
}
