//! A lane: some of the origins, the loads as this lane sees them, and the tools to work on one bush after the other.

use super::bush::Bush;
use super::curve::Curve;
use super::graph::{Graph, NONE};
use super::grow::Grower;
use super::labels::Labels;
use super::loads::Loads;
use super::pricing::Pricing;
use super::shift::Shifter;
use super::stride::Direction;

/// What a sweep does at every origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sweep {
    /// Trips without a way get the cheapest.
    Load,
    /// New ways over all nodes, then as `Equalise`; with `tell` also what is near is told.
    Price { tell: bool },
    /// New ways over near nodes, then as `Equalise`.
    Nearby,
    /// Least costs of all origins at the same costs, and new ways from them; no flow moves.
    Measure,
    /// Flow moves among the ways in use.
    Equalise,
}

/// A lane.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub bushes: Vec<Bush>,
    pub loads: Loads,
    pub tools: Tools,
    /// Working memory of strides.
    pub direction: Direction,
}

/// Working memory for one bush at a time.
#[derive(Clone, Debug)]
pub(super) struct Tools {
    pub labels: Labels,
    pricing: Pricing,
    grower: Grower,
    shifter: Shifter,
    pub wanted: Vec<f64>,
}

impl Lane {
    /// Without bushes. `lanes` is how many there will be.
    pub fn new(graph: &Graph, curves: &[Curve], lanes: usize) -> Self {
        let tools = Tools {
            labels: Labels::default(),
            pricing: Pricing::new(graph.nodes),
            grower: Grower::new(graph.nodes),
            shifter: Shifter::default(),
            wanted: Vec::new(),
        };
        Self { bushes: Vec::new(), loads: Loads::new(curves, lanes), tools, direction: Direction::default() }
    }

    /// One round of a sweep: the bushes between two meetings.
    pub fn work(&mut self, graph: &Graph, sweep: Sweep, (round, rounds): (usize, usize)) {
        let count = self.bushes.len();
        let usual = self.loads.usual_cost();
        for bush in &mut self.bushes[count * round / rounds..count * (round + 1) / rounds] {
            if sweep != Sweep::Equalise {
                if sweep != Sweep::Nearby || bush.wishes.iter().any(|w| w.place == NONE) {
                    bush.near.forget();
                }
                self.tools.price(graph, bush, &self.loads, usual);
                if matches!(sweep, Sweep::Price { tell: true } | Sweep::Measure) {
                    self.tools.pricing.tell_near(graph, bush, &self.loads.cost, usual);
                }
                self.tools.grow(graph, bush, &mut self.loads);
            }
            if matches!(sweep, Sweep::Price { .. } | Sweep::Nearby | Sweep::Equalise) {
                self.tools.equalise(bush, &mut self.loads);
            }
        }
    }

    /// Distributes the wishes of a bush anew.
    pub fn distribute(&mut self, bush: usize) {
        let loads = &mut self.loads;
        self.bushes[bush].distribute(&mut self.tools.wanted, |edge, change| loads.add(edge, change));
    }

    /// Takes all flow of a bush away.
    pub fn clear(&mut self, bush: usize) {
        let loads = &mut self.loads;
        self.bushes[bush].clear(|edge, change| loads.add(edge, change));
    }
}

impl Tools {
    /// Least costs over the network, and what the bush costs above them. Leaves the places of the bush written.
    fn price(&mut self, graph: &Graph, bush: &mut Bush, loads: &Loads, usual: f64) {
        self.labels.find(bush, &loads.cost);
        bush.write_places(&mut self.pricing.place);
        self.pricing.search(graph, bush, &self.labels, &loads.cost, usual);
        bush.excess = self.pricing.excess(graph, bush, &loads.cost);
    }

    fn grow(&mut self, graph: &Graph, bush: &mut Bush, loads: &mut Loads) {
        let grown = self.grower.grow(graph, bush, &self.labels, &mut self.pricing, loads);
        bush.erase_places(&mut self.pricing.place);
        if grown {
            bush.distribute(&mut self.wanted, |edge, change| loads.add(edge, change));
        }
    }

    fn equalise(&mut self, bush: &mut Bush, loads: &mut Loads) {
        self.labels.find(bush, &loads.cost);
        self.shifter.pass(bush, &self.labels, loads);
    }
}

/// Runs `work` on every lane, on so many threads, this one among them.
pub(super) fn side_by_side(lanes: &mut [Lane], threads: usize, work: impl Fn(&mut Lane) + Sync) {
    let threads = threads.min(lanes.len()).max(1);
    if threads == 1 {
        return lanes.iter_mut().for_each(work);
    }
    let share = lanes.len().div_ceil(threads);
    std::thread::scope(|scope| {
        let mut parts = lanes.chunks_mut(share);
        let own = parts.next();
        for part in parts {
            scope.spawn(|| part.iter_mut().for_each(&work));
        }
        own.into_iter().flatten().for_each(&work);
    });
}
