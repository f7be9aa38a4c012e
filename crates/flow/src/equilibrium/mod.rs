//! Traffic equilibrium: given everybody's trips and links that cost more the more they carry, what moves where?
//!
//! ```text
//! user equilibrium   min  sum over links of the integral of c(x) from 0 to the flow        (Beckmann, McGuire, Winsten 1956)
//! system optimum     min  sum over links of x * c(x)
//! subject to         trips of every pair arrive; no flow is negative; no way passes through a zone
//! gap                (sum x c - sum trips * least cost) / sum x c
//! ```
//!
//! Method, Algorithm B of Dial (2006) on sparse bushes: for every origin the ways in use form a graph without cycles. A sweep prices
//! each origin over the network, takes the cheaper ways into its bush, and moves flow from the dearest to the
//! cheapest way at every place where ways meet, by Newton's step on the difference of their costs. Between two such sweeps several
//! others only move flow. What is our own: bushes hold only places on ways in use; pricing starts from the bush's own costs;
//! between two looks at all nodes only those near the ways in use are looked at; steps are over-relaxed; near the end what a sweep
//! moved is prolonged for all origins at once; lanes work side by side by convexity, with the same bytes on any number of threads.
//!
//! Assumptions: the cost of a link depends on its own flow alone and does not fall with it; trips are given and divisible. Flows may
//! exceed the capacity of a link: that is the model of such delay functions, not a fault.
//!
//! Sources: Dial, Transportation Research B 40 (2006) 917-936; Nie, Transportation Research B 44 (2010) 73-89; Bar-Gera,
//! Transportation Research B 44 (2010) 1022-1046; Xie and Xie, Transportation Research B 88 (2016) 1-21.

mod answer;
mod bush;
mod curve;
mod error;
mod graph;
mod grow;
mod labels;
mod lane;
mod loads;
mod near;
mod pricing;
mod queue;
mod shift;
mod stride;
mod sum;
mod warm;
mod ways;

pub use error::EquilibriumError;

use answer::Standing;
use bush::{Bush, Wish};
pub(crate) use curve::Curve;
pub(crate) use graph::Graph;
use graph::NONE;
use keruen_results::equilibrium::{CongestedNetwork, Ending, EquilibriumAnswer, Principle, Trip};
use keruen_results::{Cancelled, Progress};
use lane::{Lane, Sweep, side_by_side};
use std::num::NonZeroUsize;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Relative gap to reach, above 0.
    pub gap: f64,
    /// Most sweeps over all origins.
    pub sweeps: u32,
    /// Threads; they change no byte of the answer. More than [`LANES`] are not used.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Self {
        Self { gap: 1e-6, sweeps: 100_000, threads: NonZeroUsize::MIN }
    }
}

/// From so many pairs up origins are worked on in lanes. Below, one after the other is quickest.
const SEVERAL_LANES_FROM: usize = 100_000;

/// Lanes. Each halves the progress at places that only its own origins use, so more lanes than the two cores of the machine that
/// this was measured on have to pay for themselves first.
pub const LANES: usize = 2;

/// How often in a sweep lanes tell each other what they did. Each time they wait for the slowest and weigh every edge anew. On four
/// generated networks 2 take as many sweeps as 4; 1 takes more on the way to 1e-6.
const ROUNDS: usize = 2;

/// Sweeps that only move flow between two that look for new ways: this many at first, and one more each time up to the last. At
/// first new ways matter most; near the end the ways are known.
const FIRST_BETWEEN: usize = 4;
const LAST_BETWEEN: usize = 15;

/// Looks for new ways nearby between two at all nodes, once the gap is below `ROUGH`: before, ways change too much for the last look to
/// tell what is near. From 3 to 5 and from 5e-3 to 2e-2 made no difference that could be measured.
const NEARBY: u32 = 5;
const ROUGH: f64 = 2e-2;
/// Below this gap every look is at all nodes again: the last ways are few and may lie anywhere.
const FINE: f64 = 1e-7;

/// Below this gap every sweep that only moves flow is followed by a stride, which costs half as much to as much again; before, new ways
/// matter more. To 1e-12 ChicagoSketch takes 0.98 s with strides below 1e-3, 0.83 below 1e-4, 0.66 below 1e-6, and 1.35 without any.
const STRIDES_BELOW: f64 = 1e-6;
/// They do not begin for a gap that is wanted and nearer than this share of the present one: it will be reached without.
const NO_LESS_TO_GO: f64 = 0.1;
/// In any case strides begin when so many looks have not halved the gap.
const SLOW: u32 = 4;

/// If the gap is below `ROUNDING_BELOW` and no longer falls for `PATIENCE` prices of all, it is rounding that keeps it.
const ROUNDING_BELOW: f64 = 1e-10;
const PATIENCE: u32 = 40;

/// A question, and the bushes and flows so far: asked again after a change, it starts from them.
#[derive(Clone, Debug)]
pub struct Assignment {
    graph: Graph,
    principle: Principle,
    lanes: Vec<Lane>,
    /// Whether every trip that has a way is on one.
    loaded: bool,
    sweeps: u32,
}

impl Assignment {
    /// Takes in a network and trips. Trips of the same pair are added up; those within a node use no link.
    ///
    /// # Errors
    /// When a link or trip names a node that is not there, or a value is out of range.
    pub fn new(network: &CongestedNetwork, trips: &[Trip], principle: Principle) -> Result<Self, EquilibriumError> {
        let graph = Graph::new(network)?;
        let curves: Vec<Curve> = network.links.iter().map(|link| Curve::of(link, principle)).collect();
        Self::of_curves(graph, &curves, trips, principle)
    }

    /// The same with costs that are no delays of roads; one curve a link.
    pub(crate) fn of_curves(
        graph: Graph,
        curves: &[Curve],
        trips: &[Trip],
        principle: Principle,
    ) -> Result<Self, EquilibriumError> {
        let curves: Vec<Curve> = graph.link.iter().map(|&link| curves[link as usize]).collect();
        let bushes = bushes(graph.nodes, trips)?;
        let pairs: usize = bushes.iter().map(|b| b.wishes.len()).sum();
        let count = if pairs >= SEVERAL_LANES_FROM { LANES } else { 1 };
        let mut lanes: Vec<Lane> = (0..count).map(|_| Lane::new(&graph, &curves, count)).collect();
        bushes.into_iter().enumerate().for_each(|(i, bush)| lanes[i % count].bushes.push(bush));
        Ok(Self { graph, principle, lanes, loaded: false, sweeps: 0 })
    }

    /// Flows in equilibrium, up to the gap. Called again it goes on from where it stands.
    ///
    /// # Errors
    /// When an option has no meaning, or `progress` says that no answer is wanted any more.
    pub fn solve(&mut self, options: &Options, progress: &dyn Progress) -> Result<EquilibriumAnswer, EquilibriumError> {
        if options.gap.is_nan() || options.gap <= 0.0 {
            return Err(EquilibriumError::Option { name: "gap", wanted: "above 0" });
        }
        self.sweeps = 0;
        let threads = options.threads.get();
        self.load(threads, progress)?;
        let (mut watch, mut between) = (Watch::default(), FIRST_BETWEEN);
        let (mut nearby, mut gap, mut before, mut pace) = (0, f64::INFINITY, 0.0, Pace::default());
        self.forget_strides();
        loop {
            // If the gap falls on as it did, this look may be the last: then it is one that measures.
            let out_of_sweeps = self.sweeps >= options.sweeps;
            if out_of_sweeps || gap * f64::min(gap / before, 1.0) <= options.gap.max(ROUNDING_BELOW) {
                let standing = self.measure(threads, progress)?;
                if let Some(ending) = watch.ending(standing, options, out_of_sweeps) {
                    self.add_up();
                    return Ok(self.answer(ending, standing));
                }
                nearby = self.looks_nearby(standing.gap());
            } else if nearby > 0 {
                self.sweep(Sweep::Nearby, threads, progress)?;
                nearby -= 1;
            } else {
                self.sweep(Sweep::Price { tell: gap <= ROUGH && gap > FINE }, threads, progress)?;
                nearby = self.looks_nearby(gap);
            }
            let standing = self.estimate();
            watch.tell(standing, options, progress);
            (before, gap) = (gap, standing.gap());
            pace.tell(gap, options.gap);
            for _ in 0..between {
                self.equalise(pace.strides, threads, progress)?;
            }
            between = LAST_BETWEEN.min(between + 1);
        }
    }

    /// Puts trips that have no way yet on one.
    fn load(&mut self, threads: usize, progress: &dyn Progress) -> Result<(), EquilibriumError> {
        if !self.loaded {
            self.sweep(Sweep::Load, threads, progress)?;
            self.loaded = true;
        }
        Ok(())
    }

    /// A sweep that only moves flow, and the stride behind it.
    fn equalise(&mut self, stride: bool, threads: usize, progress: &dyn Progress) -> Result<(), EquilibriumError> {
        self.sweep(Sweep::Equalise, threads, progress)?;
        if stride {
            self.stride(threads);
        }
        Ok(())
    }

    /// Adds up the flows of all origins anew, prices every origin at the same costs, and takes in the new ways.
    fn measure(&mut self, threads: usize, progress: &dyn Progress) -> Result<Standing, EquilibriumError> {
        self.add_up();
        self.sweep(Sweep::Measure, threads, progress)?;
        Ok(self.estimate())
    }

    /// How often to look for new ways nearby before the next look at all nodes.
    fn looks_nearby(&self, gap: f64) -> u32 {
        if gap > FINE && self.bushes().any(|bush| bush.near.is_known()) { NEARBY } else { 0 }
    }

    /// Moves towards the equilibrium by so many sweeps that look for new ways, with others between them.
    pub(crate) fn approach(&mut self, looks: usize, between: usize, progress: &dyn Progress) -> Result<(), EquilibriumError> {
        self.load(1, progress)?;
        for _ in 0..looks {
            self.sweep(Sweep::Price { tell: false }, 1, progress)?;
            for _ in 0..between {
                self.sweep(Sweep::Equalise, 1, progress)?;
            }
        }
        Ok(())
    }

    /// One sweep over all origins.
    fn sweep(&mut self, sweep: Sweep, threads: usize, progress: &dyn Progress) -> Result<(), EquilibriumError> {
        self.sweeps += 1;
        let graph = &self.graph;
        let rounds = if self.lanes.len() > 1 && sweep != Sweep::Measure { ROUNDS } else { 1 };
        let mut added: Vec<Vec<f64>> = Vec::new();
        for round in 0..rounds {
            if progress.cancelled() {
                break;
            }
            side_by_side(&mut self.lanes, threads, |lane| {
                lane.loads.meet(&added);
                lane.work(graph, sweep, (round, rounds));
            });
            added = self.lanes.iter_mut().map(|lane| std::mem::take(&mut lane.loads.added)).collect();
        }
        side_by_side(&mut self.lanes, threads, |lane| lane.loads.meet(&added));
        if progress.cancelled() { Err(Cancelled.into()) } else { Ok(()) }
    }
}

/// When strides begin.
#[derive(Debug, Default)]
struct Pace {
    /// Gap from which it is to be halved; 0 before the first look.
    from: f64,
    looks: u32,
    strides: bool,
}

impl Pace {
    fn tell(&mut self, gap: f64, wanted: f64) {
        self.looks += 1;
        if self.from == 0.0 || gap <= self.from / 2.0 {
            (self.from, self.looks) = (gap, 0);
        }
        self.strides |= gap <= STRIDES_BELOW && wanted <= gap * NO_LESS_TO_GO || self.looks >= SLOW;
    }
}

/// Watches the gap fall.
#[derive(Debug, Default)]
struct Watch {
    /// Thousandths of decimal digits of the gap that were reached.
    digits: u64,
    best: Option<f64>,
    since: u32,
}

impl Watch {
    fn tell(&mut self, standing: Standing, options: &Options, progress: &dyn Progress) {
        let thousandths = |gap: f64| (-1000.0 * gap.max(f64::MIN_POSITIVE).log10()).max(0.0) as u64;
        let wanted = thousandths(options.gap).max(1);
        self.digits = self.digits.max(thousandths(standing.gap())).min(wanted);
        progress.step(self.digits, wanted);
    }

    fn ending(&mut self, standing: Standing, options: &Options, out_of_sweeps: bool) -> Option<Ending> {
        let gap = standing.gap();
        let better = self.best.is_none_or(|best| gap < best);
        self.since = if better { 0 } else { self.since + 1 };
        if better {
            self.best = Some(gap);
        }
        if gap <= options.gap {
            return Some(Ending::Reached);
        }
        if self.since >= PATIENCE && gap <= ROUNDING_BELOW {
            return Some(Ending::Rounding);
        }
        out_of_sweeps.then_some(Ending::Limit)
    }
}

/// Wishes by origin and destination.
fn bushes(nodes: usize, trips: &[Trip]) -> Result<Vec<Bush>, EquilibriumError> {
    for (position, trip) in trips.iter().enumerate() {
        check_trip(position, trip, nodes)?;
    }
    let mut wanted: Vec<&Trip> = trips.iter().filter(|t| t.amount > 0.0 && t.from != t.to).collect();
    wanted.sort_by_key(|t| (t.from, t.to));
    let mut bushes: Vec<Bush> = Vec::new();
    for trip in wanted {
        if bushes.last().is_none_or(|b| b.origin != trip.from.0) {
            bushes.push(Bush::new(trip.from.0, Vec::new()));
        }
        let Some(bush) = bushes.last_mut() else { continue };
        match bush.wishes.last_mut() {
            Some(last) if last.node == trip.to.0 => last.amount += trip.amount,
            _ => bush.wishes.push(Wish { node: trip.to.0, place: NONE, amount: trip.amount }),
        }
    }
    Ok(bushes)
}

fn check_trip(position: usize, trip: &Trip, nodes: usize) -> Result<(), EquilibriumError> {
    if trip.from.index() >= nodes || trip.to.index() >= nodes {
        return Err(EquilibriumError::Trip { position, what: "begins or ends outside the network; nodes count from 0" });
    }
    if !trip.amount.is_finite() || trip.amount < 0.0 {
        return Err(EquilibriumError::Trip { position, what: "the amount is not a finite number of 0 or more" });
    }
    Ok(())
}
