//! From a state graph to the exact front of its ways, by the kernel of `network`.
//!
//! ```text
//! criteria   US cents, seconds (microseconds for data), grams of CO2e, micro-risk = -1e6 ln(1 - p) of hard events
//! goals      joined to one extra node by arcs that cost nothing
//! subsidies  shift the money column (Johnson 1977), so that the kernel sees no negative cost
//! clocks     arcs with a gate are priced as they are reached (the kernel's `Pricing`)
//! apart      before gates at which to be earlier can be worse, a fifth criterion keeps labels of different times apart:
//!            g5 = C - t, so that a label dominates another only if both are there at the same second
//! ```
//! Costs of the kernel are 32 bits wide. Where a lot is so large that its money, time or CO2e does not fit, the unit of that
//! criterion grows by tens until it does; the front is then exact in that unit, which the answer names.

use crate::error::RouteError;
use crate::limits::Limits;
use keruen_network::Error;
use keruen_network::compile::StateGraph;
use keruen_network::kernel::pareto::{Criteria, Crossing, Dominance, Outcome, Pricing, Shift, Tolerance, WhyEmpty};
use keruen_network::kernel::{ArcIx, Costs, Graph, GraphBuilder, LARGEST_COST, NodeIx, ParetoWorkspace, Query};
use keruen_results::Progress;

/// Criteria of a way.
pub(crate) const CRITERIA: usize = 4;
/// Cents, ticks, grams, micro-risk.
pub(crate) type Sums = [i64; CRITERIA];

/// A way of one departure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trip {
    /// Second since 1970 at which it begins.
    pub start: i64,
    /// Arcs by position, in order.
    pub arcs: Vec<usize>,
    /// What it costs, in base units; multiples of the unit of each criterion.
    pub sums: Sums,
}

/// The fronts of some departures.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Ways by departure, then by rising cost; ways of one departure do not beat each other.
    pub trips: Vec<Trip>,
    /// Unit of each criterion, in base units.
    pub units: Sums,
    /// Labels made.
    pub labels: u64,
    /// A departure for which ways exist, but none within the limits.
    pub limited: bool,
}

/// One departure and what its ways may cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub second: i64,
    pub limits: Limits,
}

/// A state graph laid out for the kernel; one serves many departures.
pub(crate) struct Searcher<'g> {
    states: &'g StateGraph,
    graph: Graph,
    /// Arc of the state graph behind each arc of the kernel; the arcs into the extra node, which come last, have none.
    behind: Vec<u32>,
    goal: NodeIx,
    /// By node, the second after which no gate ahead is sharp any more.
    settled: Vec<i64>,
}

/// Costs that fit the kernel, in units.
struct Laid {
    columns: [Vec<u32>; CRITERIA],
    shift: Shift<1>,
    units: Sums,
}

/// The goods are at the origin: the first state.
const SOURCE: NodeIx = NodeIx(0);

/// Stands above the time of every journey, in seconds.
const ABOVE_ALL_TIMES: i64 = 1 << 30;

/// Units grow by this factor until a criterion fits.
const COARSER: i64 = 10;

impl<'g> Searcher<'g> {
    /// `None` where nothing can be searched: no origin or no goal.
    pub fn new(states: &'g StateGraph) -> Option<Self> {
        if states.states.is_empty() || states.goals.is_empty() {
            return None;
        }
        let nodes = states.states.len();
        let goal = NodeIx(nodes as u32);
        let mut is_goal = vec![false; nodes];
        states.goals.iter().for_each(|g| is_goal[g.0 as usize] = true);
        let mut build = GraphBuilder::new(nodes as u32 + 1);
        build.reserve(states.arcs.len() + states.goals.len());
        let mut behind = Vec::with_capacity(states.arcs.len());
        // A journey ends where it reaches a goal.
        for (i, a) in states.arcs.iter().enumerate().filter(|(_, a)| !is_goal[a.from.0 as usize]) {
            build.arc(NodeIx(a.from.0), NodeIx(a.to.0));
            behind.push(i as u32);
        }
        states.goals.iter().for_each(|g| {
            build.arc(NodeIx(g.0), goal);
        });
        let graph = build.build().ok()?;
        let settled = settled(states, &graph, &behind);
        Some(Searcher { states, graph, behind, goal, settled })
    }

    /// Whether the front hangs on the moment of departure.
    pub fn has_gates(&self) -> bool {
        self.behind.iter().any(|&i| self.states.arcs[i as usize].gate.is_some())
    }

    /// The front of each departure; `point` hears of each point as it is found.
    pub fn fronts(&self, starts: &[Start], progress: &dyn Progress, point: &mut dyn FnMut()) -> Result<Found, RouteError> {
        let mut units = [1; CRITERIA];
        loop {
            match self.in_units(units, starts, progress, point) {
                Err(Ended::Kernel(Error::CostTooLarge { column, .. } | Error::CostOverflow { column })) => {
                    units[column] *= COARSER
                }
                Err(Ended::Kernel(error)) => return Err(RouteError::Search(error)),
                Err(Ended::Cancelled) => return Err(RouteError::Cancelled),
                Ok(found) => return Ok(found),
            }
        }
    }

    fn in_units(&self, units: Sums, starts: &[Start], progress: &dyn Progress, point: &mut dyn FnMut()) -> Result<Found, Ended> {
        let laid = self.lay(units)?;
        let [a, b, c, d] = &laid.columns;
        let sharp = starts.iter().any(|s| self.settled[SOURCE.index()] > s.second);
        if sharp {
            let apart = vec![0; self.graph.arcs()];
            let costs = Costs::new(&self.graph, [a, b, c, d, &apart])?;
            self.each(&laid, &costs, starts, progress, point)
        } else {
            let costs = Costs::new(&self.graph, [a, b, c, d])?;
            self.each(&laid, &costs, starts, progress, point)
        }
    }

    fn each<const D: usize>(
        &self,
        laid: &Laid,
        costs: &Costs<'_, D>,
        starts: &[Start],
        progress: &dyn Progress,
        point: &mut dyn FnMut(),
    ) -> Result<Found, Ended>
    where
        Criteria<D>: Dominance<D>,
    {
        let mut work = ParetoWorkspace::<D>::new();
        let mut found = Found { trips: Vec::new(), units: laid.units, labels: 0, limited: false };
        let has_gates = self.has_gates();
        for start in starts {
            let Some(query) = self.query(laid, &start.limits) else {
                found.limited = true;
                continue;
            };
            let timed = Timed { search: self, units: laid.units, start: start.second };
            let front = match has_gates {
                true => work.search_priced(costs, &query, &timed, progress, |_| point())?,
                false => work.search(costs, &query, progress, |_| point())?,
            };
            match front.outcome {
                Outcome::Cancelled | Outcome::LabelsUsedUp => return Err(Ended::Cancelled),
                Outcome::Empty(WhyEmpty::AboveLimit { .. } | WhyEmpty::LimitsTogether) => {
                    found.limited |= start.limits != Limits::default();
                }
                _ => {}
            }
            found.labels += front.effort.labels;
            found.trips.extend(front.points.iter().filter_map(|p| self.trip(laid, start.second, &p.costs, front.path(p))));
        }
        Ok(found)
    }

    /// The columns of the kernel; the money is shifted where subsidies make it negative.
    fn lay(&self, units: Sums) -> Result<Laid, Ended> {
        let mut money = vec![0; self.graph.arcs()];
        let mut columns = [const { Vec::new() }; CRITERIA];
        columns[1..].iter_mut().for_each(|column| column.resize(self.graph.arcs(), 0));
        // Arcs lie far apart in memory: each is looked at once, for all criteria.
        for (arc, &i) in self.behind.iter().enumerate() {
            let costs = &self.states.arcs[i as usize].costs;
            money[arc] = in_unit(costs[0], units[0]);
            for (c, column) in columns.iter_mut().enumerate().skip(1) {
                column[arc] =
                    narrow(in_unit(costs[c], units[c])).ok_or(Error::CostTooLarge { column: c, arc: ArcIx(arc as u32) })?;
            }
        }
        let mut shift = Shift::new(&self.graph, [&money], self.goal)?;
        columns[0] = std::mem::take(&mut shift.columns[0]);
        Ok(Laid { columns, shift, units })
    }

    /// `None` where even the cheapest way is above the price cap.
    fn query<const D: usize>(&self, laid: &Laid, limits: &Limits) -> Option<Query<D>> {
        let hours = limits.hours.map(|h| h * self.states.ticks_per_hour);
        let asked = [limits.usd.map(|x| x * 100.0), hours, limits.co2e_kg.map(|x| x * 1000.0)];
        let mut query = Query::new(SOURCE, self.goal);
        for (c, limit) in asked.into_iter().enumerate() {
            // A whole number of units at or below the limit; rounding of doubles may not cut off what just keeps it.
            let Some(limit) = limit.map(|x| (x / laid.units[c] as f64 + ROUNDING).floor() as i64) else { continue };
            query.limits[c] =
                Some(if c == 0 { laid.shift.limit(0, SOURCE, limit)? } else { u32::try_from(limit.max(0)).unwrap_or(u32::MAX) });
        }
        if let Some(eps) = limits.eps {
            let millionths = (eps * 1e6).round().clamp(0.0, 1e9) as u32;
            query.tolerance = Tolerance::Millionths(std::array::from_fn(|c| if c < CRITERIA { millionths } else { 0 }));
        }
        Some(query)
    }

    /// A point of a front as a way, its costs in base units.
    fn trip<const D: usize>(&self, laid: &Laid, start: i64, costs: &[u32; D], path: Vec<ArcIx>) -> Option<Trip> {
        let [cents] = laid.shift.true_costs(SOURCE, &[costs[0]])?;
        let sums = std::array::from_fn(|c| laid.units[c] * if c == 0 { cents } else { i64::from(costs[c]) });
        let arcs = path.iter().filter_map(|a| self.behind.get(a.index())).map(|&i| i as usize).collect();
        Some(Trip { start, arcs, sums })
    }
}

/// The fronts of some departures over a graph; none where there is nothing to search.
pub(crate) fn search(
    graph: &StateGraph,
    starts: &[Start],
    progress: &dyn Progress,
    point: &mut dyn FnMut(),
) -> Result<Found, RouteError> {
    match Searcher::new(graph) {
        Some(search) => search.fronts(starts, progress, point),
        None => Ok(Found { trips: Vec::new(), units: [1; CRITERIA], labels: 0, limited: false }),
    }
}

/// Part of a unit by which a limit may seem to lie below a whole number.
const ROUNDING: f64 = 1e-6;

/// A cost as the kernel takes it; `None` where it does not fit.
fn narrow(cost: i64) -> Option<u32> {
    u32::try_from(cost).ok().filter(|&x| x <= LARGEST_COST)
}

/// A cost in units, the nearest whole number of them.
fn in_unit(cost: i64, unit: i64) -> i64 {
    if unit == 1 { cost } else { (cost + unit.div_euclid(2)).div_euclid(unit) }
}

enum Ended {
    Kernel(Error),
    Cancelled,
}

impl From<Error> for Ended {
    fn from(error: Error) -> Self {
        Ended::Kernel(error)
    }
}

/// Arcs priced as they are reached.
struct Timed<'a, 'g> {
    search: &'a Searcher<'g>,
    units: Sums,
    start: i64,
}

impl<const D: usize> Pricing<D> for Timed<'_, '_> {
    fn after(&self, crossing: &Crossing<'_, D>, spent: &[u32; D]) -> Option<[u32; D]> {
        let (arc, laid) = (crossing.arc(), crossing.laid());
        let mut after: [u32; D] = std::array::from_fn(|i| spent[i] + laid[i]);
        let gate = self.search.behind.get(arc.index()).and_then(|&i| self.search.states.arcs[i as usize].gate.as_ref());
        if let Some(gate) = gate {
            let passage = gate.pass(self.start + i64::from(spent[1]), i64::from(laid[1]))?;
            let storage = in_unit((gate.storage_usd(passage.wait) * 100.0).round() as i64, self.units[0]);
            after[0] = after[0].checked_add(u32::try_from(storage).ok()?)?;
            after[1] = u32::try_from(passage.ends - self.start).ok()?;
            after[3] += u32::try_from(in_unit(passage.missed, self.units[3])).ok()?;
        }
        if D > CRITERIA {
            let ahead = self.search.settled[self.search.graph.head(arc).index()];
            let time = i64::from(after[1]);
            after[CRITERIA] = if self.start + time < ahead { (ABOVE_ALL_TIMES - time).max(1) as u32 } else { 0 };
        }
        Some(after)
    }
}

/// For each node the last moment at which a sharp gate ahead of it changes.
fn settled(states: &StateGraph, graph: &Graph, behind: &[u32]) -> Vec<i64> {
    let mut last = vec![i64::MIN; graph.nodes()];
    let mut queue = Vec::new();
    for (k, &i) in behind.iter().enumerate() {
        let Some(gate) = states.arcs[i as usize].gate.as_ref().filter(|g| g.is_sharp()) else { continue };
        let tail = graph.tail(ArcIx(k as u32));
        if gate.settled() > last[tail.index()] {
            last[tail.index()] = gate.settled();
            queue.push(tail);
        }
    }
    while let Some(node) = queue.pop() {
        for &arc in graph.arcs_into(node) {
            let tail = graph.tail(arc);
            if last[tail.index()] < last[node.index()] {
                last[tail.index()] = last[node.index()];
                queue.push(tail);
            }
        }
    }
    last
}

/// The least of each of cost, time and CO2e over all ways that begin at once, each in base units; clocks are left out, so that
/// it is a lower bound where there are any.
pub(crate) fn least(states: &StateGraph) -> Option<[i64; 3]> {
    let search = Searcher::new(states)?;
    let mut out = [0; 3];
    for (c, least) in out.iter_mut().enumerate() {
        let ends = search.graph.arcs() - search.behind.len();
        let column: Vec<i64> = search.behind.iter().map(|&i| states.arcs[i as usize].costs[c]).chain(vec![0; ends]).collect();
        let shift = Shift::new(&search.graph, [&column], search.goal).ok()?;
        [*least] = shift.true_costs(SOURCE, &[0])?;
    }
    Some(out)
}
