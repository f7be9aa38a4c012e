//! The search itself and the memory it works in.

use keruen_results::Progress;

use super::CEILING;
use super::bounds::Bounds;
use super::costs::{Costs, Hop};
use super::front::{Effort, Front, Labels, Outcome, Point, START, WhyEmpty};
use super::fronts::{Criteria, Dominance, Frontier};
use super::pricing::{AsLaid, Crossing, Pricing};
use super::query::Query;
use super::queue::{Open, Queue};
use crate::Error;
use crate::kernel::ids::NodeIx;
use crate::kernel::prefetch::prefetch;

/// Labels between two looks at whether the asker still wants the answer: often enough to stop within a millisecond or so.
const LOOK_UP_EVERY: u64 = 4096;

/// A bucket of the queue spans the usual first cost of an arc, divided by 2 to this power. Narrower ones leave the buckets
/// almost empty, wider ones make the heap slow; flat between 5 and 9 on road networks.
const NARROWER: u32 = 6;

/// The bound of a node from which the target cannot be reached.
const NEVER: u32 = u32::MAX;

type FrontierOf<const D: usize> = <Criteria<D> as Dominance<D>>::Frontier;

/// The memory of Pareto searches. Make it once, use it for any number of queries.
#[derive(Clone, Debug)]
pub struct ParetoWorkspace<const D: usize>
where
    Criteria<D>: Dominance<D>,
{
    places: Vec<Place<D, FrontierOf<D>>>,
    /// The number of the query; places marked otherwise are blank.
    mark: u32,
    bounds: Bounds,
    queue: Queue<D>,
    labels: Labels,
    at_target: FrontierOf<D>,
    limits: [u32; D],
    effort: Effort,
}

/// What a query knows of a node.
#[derive(Clone, Debug)]
struct Place<const D: usize, F> {
    mark: u32,
    first_slot: u32,
    last_slot: u32,
    bound: [u32; D],
    front: F,
}

/// What stays the same during one search.
struct Run<'a, 'g, P, const D: usize> {
    costs: &'a Costs<'g, D>,
    query: &'a Query<D>,
    pricing: &'a P,
    progress: &'a dyn Progress,
}

/// A label that is being continued.
#[derive(Clone, Copy)]
struct Label<const D: usize> {
    node: usize,
    spent: [u32; D],
    number: u32,
}

impl<const D: usize> Default for ParetoWorkspace<D>
where
    Criteria<D>: Dominance<D>,
{
    fn default() -> Self {
        Self {
            places: Vec::new(),
            mark: 0,
            bounds: Bounds::default(),
            queue: Queue::default(),
            labels: Labels::default(),
            at_target: FrontierOf::<D>::default(),
            limits: [CEILING; D],
            effort: Effort::default(),
        }
    }
}

impl<const D: usize> ParetoWorkspace<D>
where
    Criteria<D>: Dominance<D>,
{
    /// An empty workspace; it grows to the graphs it is used on.
    pub fn new() -> Self {
        Self::default()
    }

    /// The Pareto front of `query`, whole or within its tolerance.
    ///
    /// `found` hears of each point as soon as it is known for certain, by rising costs.
    ///
    /// # Errors
    /// When a node is not in the graph, or the cost of a way does not fit.
    pub fn search(
        &mut self,
        costs: &Costs<'_, D>,
        query: &Query<D>,
        progress: &dyn Progress,
        found: impl FnMut(&[u32; D]),
    ) -> Result<Front<D>, Error> {
        self.search_priced(costs, query, &AsLaid, progress, found)
    }

    /// As [`ParetoWorkspace::search`], with arcs whose costs depend on what has been spent before: a departure at certain hours,
    /// a price by the day. The laid costs serve as lower bounds then; see [`Pricing`].
    ///
    /// # Errors
    /// As [`ParetoWorkspace::search`].
    pub fn search_priced(
        &mut self,
        costs: &Costs<'_, D>,
        query: &Query<D>,
        pricing: &impl Pricing<D>,
        progress: &dyn Progress,
        mut found: impl FnMut(&[u32; D]),
    ) -> Result<Front<D>, Error> {
        self.blank(costs, query)?;
        let Some(least) = self.bounds.at(costs, query.source)? else {
            return Ok(Front::empty(WhyEmpty::NoWay));
        };
        if let Some(why) = above_limit(&least, query) {
            return Ok(Front::empty(why));
        }
        self.limit(costs, query, pricing);
        self.plant(costs, query.source, &least);
        let run = Run { costs, query, pricing, progress };
        let (points, outcome) = self.grow(&run, &mut found)?;
        Ok(self.harvest(costs, points, outcome))
    }

    /// Forgets the last query.
    fn blank(&mut self, costs: &Costs<'_, D>, query: &Query<D>) -> Result<(), Error> {
        costs.graph().check(query.source)?;
        costs.graph().check(query.target)?;
        if self.mark == u32::MAX {
            self.places.clear();
            self.mark = 0;
        }
        self.mark += 1;
        let blank = Place { mark: 0, first_slot: 0, last_slot: 0, bound: [NEVER; D], front: FrontierOf::<D>::default() };
        if self.places.len() < costs.graph().nodes() {
            self.places.resize(costs.graph().nodes(), blank);
        }
        self.labels.clear();
        self.at_target.clear();
        self.effort = Effort::default();
        self.bounds.begin(costs, query.target)
    }

    /// Limits of the query and, for two criteria, those that the cheapest way of each sets for the other.
    fn limit<P: Pricing<D>>(&mut self, costs: &Costs<'_, D>, query: &Query<D>, _pricing: &P) {
        self.limits = query.limits.map(|limit| limit.unwrap_or(CEILING).min(CEILING));
        if D != 2 || !P::AS_LAID {
            return;
        }
        for criterion in 0..D {
            if let Some(total) = self.bounds.cheapest(costs, criterion, query.source) {
                let other = D - 1 - criterion;
                let total = u32::try_from(total[other]).unwrap_or(CEILING);
                self.limits[other] = self.limits[other].min(total);
            }
        }
    }

    /// Opens the first label.
    fn plant(&mut self, costs: &Costs<'_, D>, source: NodeIx, least: &[u32; D]) {
        self.queue.restart(least[0], costs.backward()[0].bits().saturating_sub(NARROWER));
        self.queue.push(Open { f: *least, node: source.0, parent: START, slot: START });
    }

    /// Continues labels, the least first, until none is left.
    fn grow<P: Pricing<D>>(
        &mut self,
        run: &Run<'_, '_, P, D>,
        found: &mut impl FnMut(&[u32; D]),
    ) -> Result<(Vec<Point<D>>, Outcome), Error> {
        let Run { costs, query, .. } = *run;
        let mut points = Vec::new();
        let target = query.target.0;
        loop {
            let (places, at_target) = (&mut self.places, &mut self.at_target);
            let popped = self.queue.pop(|bucket| {
                look_ahead(costs, places, bucket);
                bucket.retain(|open| !at_target.covers(&query.tolerance.raise(&open.f)));
            });
            let Some(open) = popped else { return Ok((points, Outcome::Complete)) };
            if let Some(ended) = self.look_up(query, run.progress) {
                return Ok((points, ended));
            }
            if self.at_target.covers(&query.tolerance.raise(&open.f)) {
                continue;
            }
            if open.node == target {
                self.at_target.insert(&open.f);
                points.push(Point { costs: open.f, step: self.labels.push(open.parent, open.slot) });
                found(&open.f);
            } else if let Some(label) = self.settle(costs, &open)? {
                self.spread(run, &label)?;
            }
        }
    }

    /// Counts, tells how far the search is, and asks whether to go on.
    #[inline(always)]
    fn look_up(&mut self, query: &Query<D>, progress: &dyn Progress) -> Option<Outcome> {
        self.effort.popped += 1;
        if query.most_labels.is_some_and(|most| self.labels.len() as u64 >= most) {
            return Some(Outcome::LabelsUsedUp);
        }
        if !self.effort.popped.is_multiple_of(LOOK_UP_EVERY) {
            return None;
        }
        let open = self.queue.len() as u64;
        self.effort.most_open = self.effort.most_open.max(open);
        progress.step(self.effort.popped, self.effort.popped + open);
        progress.cancelled().then_some(Outcome::Cancelled)
    }

    /// Makes a label of an open one, unless something at its node is as good.
    #[inline(always)]
    fn settle(&mut self, costs: &Costs<'_, D>, open: &Open<D>) -> Result<Option<Label<D>>, Error> {
        let node = open.node as usize;
        if self.places[node].mark != self.mark {
            self.visit(costs, node)?;
        }
        let place = &mut self.places[node];
        let spent = std::array::from_fn(|i| open.f[i] - place.bound[i]);
        if place.front.covers(&spent) {
            return Ok(None);
        }
        place.front.insert(&spent);
        Ok(Some(Label { node, spent, number: self.labels.push(open.parent, open.slot) }))
    }

    /// Opens the continuations of a label by every arc that leaves its node.
    #[inline(always)]
    fn spread<P: Pricing<D>>(&mut self, run: &Run<'_, '_, P, D>, label: &Label<D>) -> Result<(), Error> {
        let Run { costs, query, .. } = *run;
        let (first, last) = (self.places[label.node].first_slot, self.places[label.node].last_slot);
        for slot in first..last {
            let hop: &Hop<D> = &costs.hops()[slot as usize];
            let node = hop.end as usize;
            if self.places[node].mark != self.mark {
                self.visit(costs, node)?;
            }
            let place = &mut self.places[node];
            if place.bound[0] == NEVER {
                continue;
            }
            let Some(spent) = run.pricing.after(&Crossing::new(costs, slot), &label.spent) else { continue };
            let f: [u32; D] = std::array::from_fn(|i| spent[i].saturating_add(place.bound[i]));
            if (0..D).any(|i| f[i] > self.limits[i]) {
                self.refuse_overflow(&f)?;
                continue;
            }
            if !self.at_target.covers(&query.tolerance.raise(&f)) && !place.front.covers(&spent) {
                self.queue.push(Open { f, node: hop.end, parent: label.number, slot });
            }
        }
        Ok(())
    }

    /// Fills in what a query needs to know of a node.
    #[cold]
    fn visit(&mut self, costs: &Costs<'_, D>, node: usize) -> Result<(), Error> {
        let bound = self.bounds.at(costs, NodeIx(node as u32))?.unwrap_or([NEVER; D]);
        let first = costs.graph().outgoing().first();
        let place = &mut self.places[node];
        place.front.clear();
        (place.mark, place.first_slot, place.last_slot, place.bound) = (self.mark, first[node], first[node + 1], bound);
        Ok(())
    }

    /// A total above a limit is no way; a total above the ceiling is a cost that does not fit.
    #[cold]
    fn refuse_overflow(&self, f: &[u32; D]) -> Result<(), Error> {
        match (0..D).find(|&i| f[i] > CEILING && self.limits[i] == CEILING) {
            Some(column) => Err(Error::CostOverflow { column }),
            None => Ok(()),
        }
    }

    /// The points with the ways behind them.
    fn harvest(&mut self, costs: &Costs<'_, D>, mut points: Vec<Point<D>>, outcome: Outcome) -> Front<D> {
        self.effort.labels = self.labels.len() as u64;
        let outcome = match outcome {
            Outcome::Complete if points.is_empty() => Outcome::Empty(WhyEmpty::LimitsTogether),
            other => other,
        };
        let steps = self.labels.harvest(costs.graph(), &mut points);
        Front { points, outcome, effort: self.effort, steps }
    }
}

/// Prefetches what continuing the labels of a bucket will need: their places, then the arcs that leave these.
#[inline]
fn look_ahead<const D: usize, F: Frontier<D>>(costs: &Costs<'_, D>, places: &[Place<D, F>], bucket: &[Open<D>]) {
    for open in bucket {
        prefetch(places, open.node as usize);
    }
    for open in bucket {
        let place = &places[open.node as usize];
        prefetch(costs.hops(), place.first_slot as usize);
        place.front.look_ahead();
    }
}

/// The first criterion whose least cost is above its limit.
fn above_limit<const D: usize>(least: &[u32; D], query: &Query<D>) -> Option<WhyEmpty> {
    (0..D).find_map(|criterion| {
        let limit = query.limits[criterion].filter(|&limit| least[criterion] > limit)?;
        Some(WhyEmpty::AboveLimit { criterion, least: least[criterion], limit })
    })
}
