//! Certifies a traffic equilibrium: network, trips and flows in, discrepancies out.
//!
//! ```text
//! every node       flow out - flow in = trips from here - trips to here       of served trips
//! every origin     the same for its own flows, if they are handed over; they add up to the link flows; none passes a zone
//! every link       flow >= 0; cost is that of its formula
//! gap              (sum flow * cost - sum trips * least cost) / sum flow * cost, least costs found here
//! objective        sum of the integrals of cost (user equilibrium), or of flow * cost of a user (system optimum)
//! ```
//!
//! Sums are compensated, so a gap is known to about 1e-15. Nothing is shared with the engine: costs are computed from the formulas as
//! they stand in [`Delay`], least costs by a plain binary heap.

use keruen_results::equilibrium::{
    CongestedLink, CongestedNetwork, Delay, Ending, EquilibriumAnswer, FlowNode, OriginFlows, Principle, SCHEMA_VERSION, Trip,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A figure of an answer that is not so.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowDiscrepancy {
    /// What was checked, and where.
    pub what: String,
    /// What the answer says.
    pub answer: f64,
    /// What was found.
    pub found: f64,
}

impl std::fmt::Display for FlowDiscrepancy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: the answer has {:e}, found is {:e}", self.what, self.answer, self.found)
    }
}

/// Share of all trips by which flow into and out of a node may differ.
const CONSERVATION: f64 = 1e-9;

/// Relative difference of a cost, a total, an objective.
const FIGURE: f64 = 1e-12;

/// Difference of two gaps: what rounding in a sum of least costs may do.
const GAP: f64 = 1e-13;

/// What was found.
struct Findings(Vec<FlowDiscrepancy>);

impl Findings {
    fn near(&mut self, what: impl FnOnce() -> String, answer: f64, found: f64, allowed: f64) {
        let same = answer == found || (answer - found).abs() <= allowed;
        if !same {
            self.0.push(FlowDiscrepancy { what: what(), answer, found });
        }
    }
}

/// Everything in an answer that is not so; empty for a correct one. `wanted` is the gap that was asked for; `origins` are the flows of
/// each origin, or nothing: then conservation is checked for all together only.
pub fn certify_equilibrium(
    network: &CongestedNetwork,
    trips: &[Trip],
    answer: &EquilibriumAnswer,
    wanted: f64,
    origins: impl IntoIterator<Item = OriginFlows>,
) -> Vec<FlowDiscrepancy> {
    let mut findings = Findings(Vec::new());
    findings.near(|| "schema version".into(), answer.schema_version.into(), SCHEMA_VERSION.into(), 0.0);
    findings.near(|| "number of link flows".into(), answer.flows.len() as f64, network.links.len() as f64, 0.0);
    findings.near(|| "number of link costs".into(), answer.costs.len() as f64, network.links.len() as f64, 0.0);
    if !findings.0.is_empty() {
        return findings.0;
    }
    let least = least_costs(network, trips, &costs(network, answer));
    links(network, answer, &mut findings);
    let served = unserved(trips, answer, &least, &mut findings);
    conservation(network, &served, answer, &mut findings);
    totals(network, &served, answer, wanted, &least, &mut findings);
    by_origin(network, &served, answer, origins, &mut findings);
    findings.0
}

/// Cost of a user and derivative of the cost by flow.
fn user_cost(link: &CongestedLink, flow: f64) -> (f64, f64) {
    let (time, slope) = match link.delay {
        Delay::Bpr { free, b, power, .. } if free * b == 0.0 || power == 0.0 => (free + free * b * f64::from(power == 0.0), 0.0),
        Delay::Bpr { capacity: 0.0, .. } | Delay::Queue { capacity: 0.0, .. } => (f64::INFINITY, 0.0),
        Delay::Bpr { free, b, power, capacity } => {
            let grown = free * b * (flow / capacity).powf(power);
            (free + grown, if flow > 0.0 { power * grown / flow } else { 0.0 })
        }
        Delay::Queue { free, weight, capacity, knee } => {
            let at = flow.min(knee * capacity);
            let slope = free * weight * capacity / ((capacity - at) * (capacity - at));
            (free * (1.0 + weight * at / (capacity - at)) + slope * (flow - at), slope)
        }
    };
    (time + link.fixed, slope)
}

/// The cost that the principle compares.
fn cost(link: &CongestedLink, flow: f64, principle: Principle) -> f64 {
    let (cost, slope) = user_cost(link, flow.max(0.0));
    match principle {
        Principle::UserEquilibrium => cost,
        Principle::SystemOptimum => cost + flow.max(0.0) * slope,
    }
}

fn costs(network: &CongestedNetwork, answer: &EquilibriumAnswer) -> Vec<f64> {
    network.links.iter().zip(&answer.flows).map(|(link, &flow)| cost(link, flow, answer.principle)).collect()
}

/// What a link adds to the objective.
fn objective(link: &CongestedLink, flow: f64, principle: Principle) -> f64 {
    if flow <= 0.0 {
        return 0.0;
    }
    if principle == Principle::SystemOptimum {
        return flow * user_cost(link, flow).0;
    }
    let integral = match link.delay {
        Delay::Bpr { free, b, power, capacity } if free * b != 0.0 && power != 0.0 => {
            free * flow + free * b * flow * (flow / capacity).powf(power) / (power + 1.0)
        }
        Delay::Bpr { .. } => return flow * user_cost(link, flow).0,
        Delay::Queue { free, weight, capacity, knee } => {
            let at = flow.min(knee * capacity);
            let below = free * at + free * weight * (capacity * (capacity / (capacity - at)).ln() - at);
            let (at_knee, slope) = user_cost(&CongestedLink { fixed: 0.0, ..*link }, at);
            below + (flow - at) * (at_knee + slope * (flow - at) / 2.0)
        }
    };
    integral + link.fixed * flow
}

fn links(network: &CongestedNetwork, answer: &EquilibriumAnswer, findings: &mut Findings) {
    for (i, (link, (&flow, &said))) in network.links.iter().zip(answer.flows.iter().zip(&answer.costs)).enumerate() {
        if flow.is_nan() || flow < 0.0 {
            findings.0.push(FlowDiscrepancy { what: format!("flow of link {i} is below 0"), answer: flow, found: 0.0 });
        }
        let found = cost(link, flow, answer.principle);
        findings.near(|| format!("cost of link {i}"), said, found, FIGURE * found.abs());
    }
}

type Pair = (FlowNode, FlowNode);

/// Trips by pair, without those that the answer rightly calls unserved.
fn unserved(
    trips: &[Trip],
    answer: &EquilibriumAnswer,
    least: &BTreeMap<Pair, f64>,
    findings: &mut Findings,
) -> BTreeMap<Pair, f64> {
    let mut wanted: BTreeMap<Pair, f64> = BTreeMap::new();
    for trip in trips.iter().filter(|t| t.amount > 0.0 && t.from != t.to) {
        *wanted.entry((trip.from, trip.to)).or_default() += trip.amount;
    }
    let said: BTreeMap<Pair, f64> = answer.unserved.iter().map(|u| ((u.trip.from, u.trip.to), u.trip.amount)).collect();
    for (&(from, to), &amount) in &wanted {
        let found = if least.contains_key(&(from, to)) { 0.0 } else { amount };
        let told = said.get(&(from, to)).copied().unwrap_or(0.0);
        findings.near(|| format!("unserved from node {} to {}", from.0, to.0), told, found, FIGURE * amount);
    }
    for (&(from, to), &amount) in said.iter().filter(|(pair, _)| !wanted.contains_key(pair)) {
        findings.near(|| format!("unserved from node {} to {}", from.0, to.0), amount, 0.0, 0.0);
    }
    wanted.retain(|pair, _| least.contains_key(pair));
    wanted
}

fn conservation(network: &CongestedNetwork, served: &BTreeMap<Pair, f64>, answer: &EquilibriumAnswer, findings: &mut Findings) {
    let mut balance = vec![Exact::default(); network.nodes as usize];
    let mut all = Exact::default();
    for (&(from, to), &amount) in served {
        balance[from.index()].add(-amount);
        balance[to.index()].add(amount);
        all.add(amount);
    }
    for (link, &flow) in network.links.iter().zip(&answer.flows) {
        balance[link.from.index()].add(flow);
        balance[link.to.index()].add(-flow);
    }
    for (node, sum) in balance.iter().enumerate() {
        findings.near(|| format!("flow out of node {node} less flow in and trips"), sum.value(), 0.0, CONSERVATION * all.value());
    }
}

fn totals(
    network: &CongestedNetwork,
    served: &BTreeMap<Pair, f64>,
    answer: &EquilibriumAnswer,
    wanted: f64,
    least: &BTreeMap<Pair, f64>,
    findings: &mut Findings,
) {
    let (mut total, mut shortest, mut value) = (Exact::default(), Exact::default(), Exact::default());
    for (link, &flow) in network.links.iter().zip(&answer.flows).filter(|(_, flow)| **flow > 0.0) {
        total.add_product(flow, cost(link, flow, answer.principle));
        value.add(objective(link, flow, answer.principle));
    }
    for (pair, &amount) in served {
        shortest.add_product(amount, least.get(pair).copied().unwrap_or(f64::INFINITY));
    }
    let mut excess = total;
    excess.add(-shortest.high);
    excess.add(-shortest.low);
    let (total, shortest, excess) = (total.value(), shortest.value(), excess.value());
    let gap = if total > 0.0 { excess / total } else { 0.0 };
    let to_shortest = if shortest > 0.0 { excess / shortest } else { 0.0 };
    findings.near(|| "total".into(), answer.total, total, FIGURE * total);
    findings.near(|| "shortest".into(), answer.shortest, shortest, FIGURE * shortest);
    findings.near(|| "objective".into(), answer.objective, value.value(), FIGURE * value.value().abs());
    findings.near(|| "gap".into(), answer.gap, gap, GAP + 1e-6 * gap);
    findings.near(|| "gap to shortest".into(), answer.gap_to_shortest, to_shortest, GAP + 1e-6 * to_shortest);
    if answer.ending == Ending::Reached {
        findings.near(|| "gap said to be reached".into(), wanted, gap.max(wanted), GAP);
    }
}

fn by_origin(
    network: &CongestedNetwork,
    served: &BTreeMap<Pair, f64>,
    answer: &EquilibriumAnswer,
    origins: impl IntoIterator<Item = OriginFlows>,
    findings: &mut Findings,
) {
    let mut sums = vec![Exact::default(); network.links.len()];
    let mut any = false;
    let all: f64 = served.values().sum();
    for OriginFlows { origin, links } in origins {
        any = true;
        let mut balance: BTreeMap<FlowNode, f64> = BTreeMap::new();
        for (link, flow) in links {
            let Some(ends) = network.links.get(link.index()).filter(|_| flow >= 0.0) else {
                findings.near(|| format!("origin {}, link {}", origin.0, link.0), flow, 0.0, 0.0);
                continue;
            };
            if ends.from < network.first_through && ends.from != origin && flow > 0.0 {
                findings.near(|| format!("origin {} passes through zone {}", origin.0, ends.from.0), flow, 0.0, 0.0);
            }
            *balance.entry(ends.from).or_default() += flow;
            *balance.entry(ends.to).or_default() -= flow;
            sums[link.index()].add(flow);
        }
        for (&(_, to), &amount) in served.range((origin, FlowNode(0))..=(origin, FlowNode(u32::MAX))) {
            *balance.entry(origin).or_default() -= amount;
            *balance.entry(to).or_default() += amount;
        }
        for (node, sum) in balance {
            findings.near(|| format!("origin {}, balance of node {}", origin.0, node.0), sum, 0.0, CONSERVATION * all);
        }
    }
    if any {
        for (i, (sum, &flow)) in sums.iter().zip(&answer.flows).enumerate() {
            findings.near(|| format!("flow of link {i}, sum of origins"), flow, sum.value(), FIGURE * flow.max(all * 1e-3));
        }
    }
}

/// Least cost of each pair that has a way.
fn least_costs(network: &CongestedNetwork, trips: &[Trip], cost: &[f64]) -> BTreeMap<Pair, f64> {
    let mut out: Vec<Vec<u32>> = vec![Vec::new(); network.nodes as usize];
    for (i, link) in network.links.iter().enumerate() {
        out[link.from.index()].push(i as u32);
    }
    let mut wanted: Vec<Pair> = trips.iter().filter(|t| t.amount > 0.0 && t.from != t.to).map(|t| (t.from, t.to)).collect();
    wanted.sort_unstable();
    let mut found = BTreeMap::new();
    for group in wanted.chunk_by(|a, b| a.0 == b.0) {
        let least = dijkstra(network, &out, cost, group[0].0);
        found.extend(group.iter().filter(|p| least[p.1.index()].is_finite()).map(|&p| (p, least[p.1.index()])));
    }
    found
}

fn dijkstra(network: &CongestedNetwork, out: &[Vec<u32>], cost: &[f64], origin: FlowNode) -> Vec<f64> {
    let mut least = vec![f64::INFINITY; out.len()];
    let mut heap = BinaryHeap::new();
    least[origin.index()] = 0.0;
    // Bits of numbers that are not negative are in their order.
    heap.push(Reverse((0_u64, origin)));
    while let Some(Reverse((bits, node))) = heap.pop() {
        let so_far = f64::from_bits(bits);
        if so_far > least[node.index()] || (node < network.first_through && node != origin) {
            continue;
        }
        for &link in &out[node.index()] {
            let to = network.links[link as usize].to;
            let reached = so_far + cost[link as usize];
            if reached < least[to.index()] {
                least[to.index()] = reached;
                heap.push(Reverse((reached.to_bits(), to)));
            }
        }
    }
    least
}

/// A sum with its rounding errors (Knuth's two-sum).
#[derive(Clone, Copy, Default)]
struct Exact {
    high: f64,
    low: f64,
}

impl Exact {
    fn add(&mut self, value: f64) {
        let sum = self.high + value;
        let part = sum - value;
        self.low += (self.high - part) + (value - (sum - part));
        self.high = sum;
    }

    fn add_product(&mut self, a: f64, b: f64) {
        let product = a * b;
        self.add(product);
        self.low += f64::mul_add(a, b, -product);
    }

    fn value(self) -> f64 {
        self.high + self.low
    }
}
