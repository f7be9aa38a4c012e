//! The problems laid open for a checker: graphs with costs and uses, rows, commodities, columns, and the claim that they are solved.
//!
//! ```text
//! layer of a wish   places of its search (state x rows still to be used) and a sink; for several origins a source and a copy each
//! cost of an arc    charges + hours x value of an hour,    uses: what it takes of the rows of the period
//! ```
//! Wishes of one period that aim at the same share a layer.

use super::Flow;
use super::aim::Bounds;
use super::optimum::Optimum;
use super::plan::Plan;
use super::ways::Ways;
use crate::mincost::{Answer, Goal, Unserved};
use keruen_model::{DemandKind, Quantity};
use keruen_results::proof::{Arc, Claim, Column, Commodity, FlowProof, Instance, Layer, ProofRow, ProofWish, Way};
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
    }
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
            row.limit = super::answer::label(flow.corridor, limit.what);
            row.period = super::answer::period_name(plan, p);
            row.each = if limit.held { plan.periods[p].hours().value() } else { 1.0 };
        }
    }
    out
}

fn wish(flow: &Flow<'_>, period: usize, w: usize) -> ProofWish {
    let wish = &flow.plan.wishes[w];
    ProofWish {
        wish: super::answer::name(flow.corridor, wish),
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
            let arcs = open.arcs(&commodities[k], &way.steps);
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
    shared: FxHashMap<(usize, usize), u32>,
}

/// Where the parts of a layer stand.
#[derive(Default)]
struct Ids {
    /// By origin.
    blocks: Vec<Option<Block>>,
}

/// One graph in a layer.
struct Block {
    /// Node of its first place.
    base: u32,
    /// Arc from the source, where there is one.
    begins: Option<u32>,
    /// Arc of each place to the sink.
    ends: FxHashMap<u32, u32>,
    /// Arc by what is still to be used and arc of the graph.
    along: Vec<u32>,
    masks: u32,
    steps: usize,
}

const NONE: u32 = u32::MAX;
const SINK: u32 = 0;

impl Opened<'_> {
    /// A layer in which nothing leads anywhere.
    fn nowhere(&mut self) -> (u32, u32, u32) {
        let layer = *self.shared.entry((usize::MAX, usize::MAX)).or_insert_with(|| {
            self.layers.push(Layer { nodes: 2, ..Layer::default() });
            self.ids.push(Ids::default());
            self.layers.len() as u32 - 1
        });
        (layer, 1, SINK)
    }

    /// Layer, origin and destination of a wish.
    fn ends(&mut self, period: usize, w: usize) -> (u32, u32, u32) {
        let plan = self.plan;
        let network = &plan.networks[plan.version[period]];
        let origins = plan.wishes[w].origins.len();
        if origins != 1 {
            return self.several(period, w);
        }
        let (Some((ways, bounds, start)), Some(b)) = (network.aim(w, 0), network.bounds_of(w, 0)) else { return self.nowhere() };
        let known = self.shared.get(&(period, b)).copied();
        let layer = known.unwrap_or_else(|| {
            let mut layer = Layer { nodes: 1, ..Layer::default() };
            let block = self.block(&mut layer, period, w, (ways, bounds));
            self.layers.push(layer);
            self.ids.push(Ids { blocks: vec![Some(block)] });
            self.layers.len() as u32 - 1
        });
        self.shared.insert((period, b), layer);
        (layer, 1 + bounds.target.begin(start), SINK)
    }

    /// A source that leads to every origin, at what its supplier asks.
    fn several(&mut self, period: usize, w: usize) -> (u32, u32, u32) {
        let plan = self.plan;
        let network = &plan.networks[plan.version[period]];
        let mut layer = Layer { nodes: 1, ..Layer::default() };
        let mut ids = Ids::default();
        let mut begin = Vec::new();
        for o in 0..plan.wishes[w].origins.len() {
            let made = network.aim(w, o).map(|(ways, bounds, start)| {
                let block = self.block(&mut layer, period, w, (ways, bounds));
                begin.push((o, block.base + bounds.target.begin(start)));
                block
            });
            ids.blocks.push(made);
        }
        let source = layer.nodes;
        layer.nodes += 1;
        for (o, head) in begin {
            let origin = &plan.wishes[w].origins[o];
            let uses = plan.supply_row(period, origin.supply).map(|r| (r.0, plan.wishes[w].lot)).into_iter().collect();
            if let Some(block) = &mut ids.blocks[o] {
                block.begins = Some(layer.arcs.len() as u32);
            }
            layer.arcs.push(Arc { tail: source, head, cost: origin.asked, uses });
        }
        self.layers.push(layer);
        self.ids.push(ids);
        (self.layers.len() as u32 - 1, source, SINK)
    }

    /// Adds the places of one search to a layer.
    fn block(&self, layer: &mut Layer, period: usize, w: usize, (ways, bounds): (&Ways, &Bounds)) -> Block {
        let (plan, target) = (self.plan, &bounds.target);
        let (masks, base) = (target.masks(), layer.nodes);
        let hour = plan.wishes[w].hour;
        let mut along = vec![NONE; masks as usize * ways.steps.len()];
        let mut ends = FxHashMap::default();
        for place in 0..target.places(ways) as u32 {
            for &a in ways.out(target.state(place)) {
                let step = &ways.steps[a as usize];
                let Some(to) = target.along(step, place) else { continue };
                along[(place % masks) as usize * ways.steps.len() + a as usize] = layer.arcs.len() as u32;
                let uses = ways.takes(step).iter().filter_map(|&(s, amount)| Some((plan.rows[period][s as usize]?.0, amount)));
                layer.arcs.push(Arc {
                    tail: base + place,
                    head: base + to,
                    cost: step.usd + step.hours * hour,
                    uses: uses.collect(),
                });
            }
            if target.is_goal(ways, place) {
                ends.insert(place, layer.arcs.len() as u32);
                layer.arcs.push(Arc { tail: base + place, head: SINK, cost: 0.0, uses: Vec::new() });
            }
        }
        layer.nodes += target.places(ways) as u32;
        Block { base, begins: None, ends, along, masks, steps: ways.steps.len() }
    }

    /// A way in the arcs of its layer; empty, which no checker passes, where it is none.
    fn arcs(&self, commodity: &Commodity, steps: &[u32]) -> Vec<u32> {
        let Some((&origin, steps)) = steps.split_first() else { return Vec::new() };
        let Some(Some(block)) = self.ids[commodity.layer as usize].blocks.get(origin as usize) else { return Vec::new() };
        let layer = &self.layers[commodity.layer as usize];
        let mut out: Vec<u32> = block.begins.into_iter().collect();
        let mut at = out.first().map_or(commodity.from, |&a| layer.arcs[a as usize].head) - block.base;
        for &a in steps {
            let index = (at % block.masks) as usize * block.steps + a as usize;
            let Some(&arc) = block.along.get(index).filter(|&&x| x != NONE) else { return Vec::new() };
            out.push(arc);
            at = layer.arcs[arc as usize].head - block.base;
        }
        out.extend(block.ends.get(&at));
        out
    }
}
