//! The checks, each on its own.

use super::exact::Exact;
use super::search::Lengths;
use keruen_results::proof::{Claim, Instance, Way};
use std::collections::BTreeMap;
use std::fmt;

/// Bounds and demands may be missed by this part of their size, and of the usual demand.
const FEASIBLE: f64 = 1e-8;
/// The cost may lie above the bound by this part of it.
const GAP: f64 = 1e-9;
/// The cost that is claimed may differ from the cost of the flows by this part of it.
const COST: f64 = 1e-9;
/// A price of the wrong sign counts as zero below this part of the largest price.
const SIGN: f64 = 1e-9;

/// What is wrong with a claim.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Flaw {
    /// Arrays do not have one entry for each commodity, column or row, or hold what is no number.
    Shape,
    /// The instance itself names what is not there.
    Instance,
    /// A way does not lead from origin to destination, or passes a closed node.
    Way(usize),
    /// A flow, or unserved demand, is below zero.
    Negative(usize),
    /// Flows and unserved demand of a commodity do not add up to its demand; by how much.
    Demand(u32, f64),
    /// A row is used below or above its bounds; by how much.
    Row(u32, f64),
    /// A column is outside its bounds; by how much.
    Column(u32, f64),
    /// The price of a row has a sign that its bounds do not allow.
    Price(u32, f64),
    /// A column of cost below its prices has no bound, so prices prove nothing.
    Unbounded(u32),
    /// Going round some cycle of a layer costs less than nothing at these prices.
    Cycle(u32),
    /// The claimed cost is not that of the flows.
    Cost(f64),
    /// The cost is above what the prices prove; by which part.
    Gap(f64),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => f.write_str("the claim does not fit the instance"),
            Self::Instance => f.write_str("the instance names what is not there"),
            Self::Way(i) => write!(f, "way {i} does not join its ends"),
            Self::Negative(i) => write!(f, "flow {i} is below zero"),
            Self::Demand(k, by) => write!(f, "commodity {k} is off its demand by {by:e}"),
            Self::Row(r, by) => write!(f, "row {r} is off its bounds by {by:e}"),
            Self::Column(j, by) => write!(f, "column {j} is off its bounds by {by:e}"),
            Self::Price(r, price) => write!(f, "row {r} has a price of the wrong sign, {price}"),
            Self::Unbounded(j) => write!(f, "column {j} pays without bound at these prices"),
            Self::Cycle(layer) => write!(f, "layer {layer} has a cycle below zero at these prices"),
            Self::Cost(cost) => write!(f, "the flows cost {cost}"),
            Self::Gap(gap) => write!(f, "the cost is above the proven bound by {gap:e} of it"),
        }
    }
}

/// What the checker found.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Cost of the flows.
    pub cost: f64,
    /// What no answer can be cheaper than.
    pub bound: f64,
    /// (cost - bound) / max(1, |cost|).
    pub gap: f64,
    /// The largest miss of a demand or bound, as a part of the usual demand.
    pub miss: f64,
    /// Everything that is wrong; empty when the claim is proven.
    pub flaws: Vec<Flaw>,
}

impl Verdict {
    /// True when the claim is proven.
    pub fn holds(&self) -> bool {
        self.flaws.is_empty()
    }
}

/// Checks a claim.
pub fn certify_mincost(instance: &Instance, claim: &Claim) -> Verdict {
    let mut checker = Checker { instance, claim, usual: usual_demand(instance), miss: 0.0, flaws: Vec::new() };
    if let Err(flaw) = checker.shape() {
        let nothing = f64::NAN;
        return Verdict { cost: nothing, bound: nothing, gap: nothing, miss: nothing, flaws: vec![flaw] };
    }
    checker.ways();
    checker.demands();
    checker.rows();
    checker.columns();
    checker.signs();
    let (cost, bound) = (checker.cost(), checker.bound());
    checker.same_cost(cost);
    let gap = cost.minus(bound) / cost.value().abs().max(1.0);
    if gap.is_nan() || gap.abs() > GAP {
        checker.flaws.push(Flaw::Gap(gap));
    }
    Verdict { cost: cost.value(), bound: bound.value(), gap, miss: checker.miss, flaws: checker.flaws }
}

fn usual_demand(instance: &Instance) -> f64 {
    let mean = |values: &mut dyn Iterator<Item = f64>| {
        let (sum, count) = values.filter(|v| v.is_finite() && *v > 0.0).fold((0.0, 0.0), |(s, n), v| (s + v, n + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    };
    let demand = mean(&mut instance.commodities.iter().map(|commodity| commodity.demand));
    let bounds = mean(&mut instance.rows.iter().flat_map(|row| [row.0.abs(), row.1.abs()]));
    if demand > 0.0 {
        demand
    } else if bounds > 0.0 {
        bounds
    } else {
        1.0
    }
}

struct Checker<'a> {
    instance: &'a Instance,
    claim: &'a Claim,
    usual: f64,
    miss: f64,
    flaws: Vec<Flaw>,
}

impl Checker<'_> {
    fn shape(&self) -> Result<(), Flaw> {
        let (instance, claim) = (self.instance, self.claim);
        let rows = instance.rows.len();
        let known = |uses: &[(u32, f64)]| uses.iter().all(|&(row, amount)| (row as usize) < rows && amount.is_finite());
        for layer in &instance.layers {
            let inside = layer.arcs.iter().all(|arc| arc.tail.max(arc.head) < layer.nodes && known(&arc.uses));
            if !inside || layer.closed.iter().any(|&node| node >= layer.nodes) {
                return Err(Flaw::Instance);
            }
        }
        let layer = |k: &keruen_results::proof::Commodity| instance.layers.get(k.layer as usize);
        let joined = |k| layer(k).is_some_and(|layer| k.from.max(k.to) < layer.nodes);
        if !instance.commodities.iter().all(joined) || !instance.columns.iter().all(|column| known(&column.entries)) {
            return Err(Flaw::Instance);
        }
        let lengths = (claim.unserved.len(), claim.columns.len(), claim.price.len());
        let numbers = claim.unserved.iter().chain(&claim.columns).chain(&claim.price);
        let mut numbers = numbers.chain(claim.ways.iter().map(|way| &way.flow));
        let arcs = |way: &Way| {
            let commodity = instance.commodities.get(way.commodity as usize);
            let arcs = commodity.and_then(layer).map_or(0, |layer| layer.arcs.len());
            commodity.is_some() && way.arcs.iter().all(|&arc| (arc as usize) < arcs)
        };
        let fits = lengths == (instance.commodities.len(), instance.columns.len(), rows)
            && numbers.all(|number| number.is_finite())
            && claim.objective.is_finite()
            && claim.ways.iter().all(arcs);
        if fits { Ok(()) } else { Err(Flaw::Shape) }
    }

    /// Every way leads from arc to arc, from origin to destination, past open nodes only.
    fn ways(&mut self) {
        for (i, way) in self.claim.ways.iter().enumerate() {
            let commodity = &self.instance.commodities[way.commodity as usize];
            let layer = &self.instance.layers[commodity.layer as usize];
            let mut at = commodity.from;
            let mut sound = true;
            for (step, &arc) in way.arcs.iter().enumerate() {
                let arc = &layer.arcs[arc as usize];
                sound &= arc.tail == at && (step == 0 || !layer.closed.contains(&at));
                at = arc.head;
            }
            if !sound || at != commodity.to {
                self.flaws.push(Flaw::Way(i));
            }
            if way.flow < -FEASIBLE * self.usual {
                self.flaws.push(Flaw::Negative(i));
            }
        }
    }

    /// Remembers a miss; true when it is too large.
    fn missed(&mut self, by: f64, size: f64) -> bool {
        self.miss = self.miss.max(by / self.usual);
        by > FEASIBLE * self.usual.max(size)
    }

    fn demands(&mut self) {
        let mut carried = vec![Exact::default(); self.instance.commodities.len()];
        self.claim.ways.iter().for_each(|way| carried[way.commodity as usize].add(way.flow));
        for (k, commodity) in self.instance.commodities.iter().enumerate() {
            let unserved = self.claim.unserved[k];
            carried[k].add(unserved);
            carried[k].add(-commodity.demand);
            let off = carried[k].value();
            if self.missed(off.abs(), commodity.demand) {
                self.flaws.push(Flaw::Demand(k as u32, off));
            }
            let allowed = if commodity.unserved.is_some() { f64::INFINITY } else { 0.0 };
            let by = (-unserved).max(unserved - allowed).max(0.0);
            if self.missed(by, commodity.demand) {
                self.flaws.push(Flaw::Demand(k as u32, by));
            }
        }
    }

    fn rows(&mut self) {
        let mut used = vec![Exact::default(); self.instance.rows.len()];
        for way in &self.claim.ways {
            let layer = &self.instance.layers[self.instance.commodities[way.commodity as usize].layer as usize];
            let uses = way.arcs.iter().flat_map(|&arc| &layer.arcs[arc as usize].uses);
            uses.for_each(|&(row, amount)| used[row as usize].add_product(amount, way.flow));
        }
        for (column, &value) in self.instance.columns.iter().zip(&self.claim.columns) {
            column.entries.iter().for_each(|&(row, amount)| used[row as usize].add_product(amount, value));
        }
        for (r, &(lower, upper)) in self.instance.rows.iter().enumerate() {
            let value = used[r].value();
            let by = (lower - value).max(value - upper).max(0.0);
            if self.missed(by, value.abs()) {
                self.flaws.push(Flaw::Row(r as u32, by));
            }
        }
    }

    fn columns(&mut self) {
        for (j, (column, &value)) in self.instance.columns.iter().zip(&self.claim.columns).enumerate() {
            let by = (column.lower - value).max(value - column.upper).max(0.0);
            if self.missed(by, value.abs()) {
                self.flaws.push(Flaw::Column(j as u32, by));
            }
        }
    }

    /// A price proves something only against a bound that is there.
    fn signs(&mut self) {
        let largest = self.claim.price.iter().fold(0.0_f64, |most, price| most.max(price.abs()));
        for (r, (&(lower, upper), &price)) in self.instance.rows.iter().zip(&self.claim.price).enumerate() {
            let wrong = (price < 0.0 && upper == f64::INFINITY) || (price > 0.0 && lower == f64::NEG_INFINITY);
            if wrong && price.abs() > SIGN * largest {
                self.flaws.push(Flaw::Price(r as u32, price));
            }
        }
    }

    fn cost(&self) -> Exact {
        let mut cost = Exact::default();
        for way in &self.claim.ways {
            let layer = &self.instance.layers[self.instance.commodities[way.commodity as usize].layer as usize];
            way.arcs.iter().for_each(|&arc| cost.add_product(layer.arcs[arc as usize].cost, way.flow));
        }
        for (commodity, &unserved) in self.instance.commodities.iter().zip(&self.claim.unserved) {
            cost.add_product(commodity.unserved.unwrap_or(0.0), unserved);
        }
        for (column, &value) in self.instance.columns.iter().zip(&self.claim.columns) {
            cost.add_product(column.cost, value);
        }
        cost
    }

    fn same_cost(&mut self, cost: Exact) {
        let mut claimed = Exact::default();
        claimed.add(self.claim.objective);
        if cost.minus(claimed).abs() > COST * cost.value().abs().max(1.0) {
            self.flaws.push(Flaw::Cost(cost.value()));
        }
    }

    /// What the prices prove.
    fn bound(&mut self) -> Exact {
        let mut bound = Exact::default();
        for (&(lower, upper), &price) in self.instance.rows.iter().zip(&self.claim.price) {
            let side = if price < 0.0 { upper } else { lower };
            if side.is_finite() {
                bound.add_product(price, side);
            }
        }
        self.add_worths(&mut bound);
        for (j, column) in self.instance.columns.iter().enumerate() {
            let (mut d, mut size) = (Exact::default(), column.cost.abs());
            d.add(column.cost);
            for &(row, amount) in &column.entries {
                d.add_product(-amount, self.claim.price[row as usize]);
                size += (amount * self.claim.price[row as usize]).abs();
            }
            let side = if d.value() > 0.0 { column.lower } else { column.upper };
            if side.is_finite() {
                bound.add_times(d, side);
            } else if d.value().abs() > 1e-10 * size {
                self.flaws.push(Flaw::Unbounded(j as u32));
            }
        }
        bound
    }

    /// Demand times the least length of a way at these prices, or the cost of staying behind where that is less.
    fn add_worths(&mut self, bound: &mut Exact) {
        let lengths: Vec<Lengths> = self.instance.layers.iter().map(|layer| Lengths::new(layer, &self.claim.price)).collect();
        let mut origins: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
        for (k, commodity) in self.instance.commodities.iter().enumerate() {
            origins.entry((commodity.layer, commodity.from)).or_default().push(k);
        }
        for ((l, from), commodities) in origins {
            let layer = &self.instance.layers[l as usize];
            let Some(distance) = lengths[l as usize].from(layer, from) else {
                self.flaws.push(Flaw::Cycle(l));
                continue;
            };
            for k in commodities {
                let commodity = &self.instance.commodities[k];
                let worth = distance[commodity.to as usize].min(commodity.unserved.unwrap_or(f64::INFINITY));
                if worth.is_finite() {
                    bound.add_product(worth, commodity.demand);
                } else if commodity.demand > 0.0 {
                    self.flaws.push(Flaw::Demand(k as u32, commodity.demand));
                }
            }
        }
    }
}
