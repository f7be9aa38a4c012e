//! Ways at prices: the cheapest way of a lot through its state graph when every scarce thing has a price.
//!
//! ```text
//! length of an arc = scale x (charges + hours x value of an hour) - sum of price(limit) x what the arc takes of it
//! ```
//!
//! A* with the bounds of [`super::aim`]. They never say too much and prices only add to them, so the first goal taken is the nearest,
//! though a subsidy may make an arc's length negative. Where goods may wait ([`super::waits`]), places of later periods follow. Where
//! an empty wagon has a price (`super::returns`), putting goods on it costs that and taking them off gives it back: bounds say too much
//! then, so labels are corrected until nothing changes.

use super::aim::Bounds;
use super::asked::Asked;
use super::plan::Plan;
use super::room::{Lent, NONE, Rooms, Workspace};
use super::ties::Tie;
use super::waits::WAIT;
use super::ways::{NOWHERE, Ways};
use crate::mincost::{BEND, CommodityIx, Error, Offers, Oracle, Prices, RowIx, WayFlow};
use rustc_hash::FxHashMap;

/// Times each place may be corrected on the average.
const CORRECTIONS: usize = 64;

/// The graph of a wish in one period.
struct Span<'a> {
    ways: &'a Ways,
    bounds: &'a Bounds,
    period: usize,
    /// Number of its first place: places of all periods are counted on.
    base: u32,
    /// Row of each scarcity.
    rows: &'a [Option<RowIx>],
    /// Row of each kind of equipment and place, where it comes back.
    balances: &'a [Option<RowIx>],
    /// States in the graph of the next period where that is another one.
    later: Option<&'a [u32]>,
}

/// At what a search counts.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    /// Of each row.
    pub prices: &'a [f64],
    /// Of costs.
    pub scale: f64,
    /// Of ranks.
    pub bend: f64,
}

impl<'a> Terms<'a> {
    /// Costs as they are.
    fn plain(prices: &'a [f64]) -> Self {
        Terms { prices, scale: 1.0, bend: 0.0 }
    }
}

/// Everything a search needs: the period in which goods come, and those for which they may wait.
struct Search<'a> {
    plan: &'a Plan,
    spans: Vec<Span<'a>>,
    /// State at each origin, its length so far, and its position.
    starts: Vec<(u32, f64, u32)>,
    terms: Terms<'a>,
    hour: f64,
    /// By whose ranks equal lengths are told apart.
    tie: Tie,
    /// Factors, not below 1, on the charges and time of arcs that other ways use already.
    dearer: Option<&'a FxHashMap<u32, f64>>,
}

impl Span<'_> {
    fn places(&self) -> u32 {
        self.bounds.target.places(self.ways) as u32
    }

    /// At least so much is to come from a place on.
    fn to_come(&self, place: u32, scale: f64) -> f64 {
        let bound = self.bounds.to_go(place);
        if bound.is_infinite() { f64::INFINITY } else { scale * bound }
    }
}

impl Search<'_> {
    fn length(&self, span: &Span<'_>, arc: u32, step: &super::ways::Step) -> f64 {
        let Terms { prices, scale, bend } = self.terms;
        let price = |s: u32| span.rows[s as usize].map_or(0.0, |r| prices[r.index()]);
        let taken: f64 = span.ways.takes(step).iter().map(|&(s, amount)| price(s) * amount).sum();
        let plain = span.bounds.target.length(step);
        let dearer = self.dearer.and_then(|d| d.get(&arc)).map_or(0.0, |f| (f - 1.0) * plain.max(0.0));
        let rank = if bend > 0.0 { bend * self.tie.rank(step.name, span.period) } else { 0.0 };
        scale * (plain + dearer) + rank - taken - self.moved(span, step)
    }

    /// Price of the pieces that an arc makes leave, less that of those that it makes come.
    fn moved(&self, span: &Span<'_>, step: &super::ways::Step) -> f64 {
        if span.balances.is_empty() {
            return 0.0;
        }
        let price = |s: u32| span.balances.get(s as usize).copied().flatten().map_or(0.0, |r| self.terms.prices[r.index()]);
        span.ways.moves(step).iter().map(|&(s, pieces)| price(s) * pieces).sum()
    }

    /// Whether some arc moves pieces that have a price.
    fn pieces_have_prices(&self) -> bool {
        let priced = |r: &RowIx| self.terms.prices[r.index()] != 0.0;
        self.spans.iter().any(|span| span.ways.moves_pieces() && span.balances.iter().flatten().any(priced))
    }

    /// The goal reached at least length, if that is below `most`.
    fn nearest_goal(&self, work: &mut Workspace, most: f64) -> Option<u32> {
        if self.pieces_have_prices() { self.corrected_goal(work, most) } else { self.first_goal(work, most) }
    }

    /// By correcting labels until nothing changes, at most [`CORRECTIONS`] times. No way comes by a place twice: at some prices pieces
    /// gain in circles, which are no ways, and by rounding even in those that cost nothing.
    fn corrected_goal(&self, work: &mut Workspace, most: f64) -> Option<u32> {
        let span = self.spans.first()?;
        let target = &span.bounds.target;
        work.begin(span.places() as usize);
        for &(state, begun, origin) in &self.starts {
            work.reach(target.begin(state), (begun, begun), (NONE, origin));
        }
        let mut left = CORRECTIONS * span.places() as usize;
        let mut best: Option<(f64, u32)> = None;
        while let Some(label) = work.heap.pop() {
            let place = label.place();
            let length = work.reached[place as usize].length;
            if label.is_behind(length) {
                continue;
            }
            if target.is_goal(span.ways, place) && best.is_none_or(|b| length < b.0) {
                best = Some((length, place));
            }
            left -= 1;
            if left == 0 {
                break;
            }
            for &arc in span.ways.out(target.state(place)) {
                let step = &span.ways.steps[arc as usize];
                let Some(to) = target.along(step, place) else { continue };
                if span.bounds.to_go(to).is_finite() {
                    work.correct(to, length + self.length(span, arc, step), (arc, place));
                }
            }
        }
        best.filter(|b| b.0 < most).map(|b| b.1)
    }

    /// Span of a place.
    fn span_of(&self, place: u32) -> usize {
        if self.spans.len() == 1 { 0 } else { self.spans.partition_point(|s| s.base <= place) - 1 }
    }

    /// By A*: the first goal that is settled.
    fn first_goal(&self, work: &mut Workspace, most: f64) -> Option<u32> {
        let last = self.spans.last()?;
        work.begin((last.base + last.places()) as usize);
        let first = &self.spans[0];
        for &(state, begun, origin) in &self.starts {
            let start = first.bounds.target.begin(state);
            work.reach(start, (begun, begun + first.to_come(start, self.terms.scale)), (NONE, origin));
        }
        while let Some(label) = work.heap.pop() {
            if label.key() >= most {
                return None;
            }
            let place = label.place();
            let length = work.reached[place as usize].length;
            let k = self.span_of(place);
            let (span, local) = (&self.spans[k], place - self.spans[k].base);
            if label.is_behind(length + span.to_come(local, self.terms.scale)) {
                continue;
            }
            let target = &span.bounds.target;
            if target.is_goal(span.ways, local) {
                return Some(place);
            }
            for &arc in span.ways.out(target.state(local)) {
                let step = &span.ways.steps[arc as usize];
                let Some(to) = target.along(step, local) else { continue };
                let there = length + self.length(span, arc, step);
                let key = there + span.to_come(to, self.terms.scale);
                if key < most {
                    work.reach(span.base + to, (there, key), (arc, place));
                }
            }
            if let Some(next) = self.spans.get(k + 1) {
                self.wait((span, next), (local, length, most), work);
            }
        }
        None
    }

    /// Waits for the next period at a place.
    fn wait(&self, (span, next): (&Span<'_>, &Span<'_>), (local, length, most): (u32, f64, f64), work: &mut Workspace) {
        let state = span.bounds.target.state(local);
        for i in span.ways.stays_at(state) {
            let stay = &span.ways.stays()[i];
            let then = span.later.map_or(state, |l| l[state as usize]);
            if then == NOWHERE || !self.plan.may_wait(span.period, span.ways, stay) {
                continue;
            }
            let (usd, hours) = self.plan.wait_cost(span.period, span.ways, stay);
            let uses = self.plan.wait_uses(span.period, span.ways, stay);
            let taken: f64 = uses.map(|(row, amount)| self.terms.prices[row.index()] * amount).sum();
            let rank = self.terms.bend * self.tie.rank(!span.ways.steps[stay.arc as usize].name, span.period);
            let there = length + self.terms.scale * (usd + hours * self.hour) + rank - taken;
            let masks = span.bounds.target.masks();
            let to = then * masks + local % masks;
            let key = there + next.to_come(to, self.terms.scale);
            if key < most {
                work.reach(next.base + to, (there, key), (WAIT | i as u32, span.base + local));
            }
        }
    }

    /// Origin, then arcs and waits in the order of travel.
    fn steps_to(&self, work: &Workspace, goal: u32) -> Vec<u32> {
        let (mut steps, mut at) = (Vec::new(), work.reached[goal as usize]);
        while at.by != NONE {
            steps.push(at.by);
            at = work.reached[at.before as usize];
        }
        steps.push(at.before);
        steps.reverse();
        steps
    }
}

/// The wishes of one kind, a search each.
pub(super) struct Side<'p> {
    plan: &'p Plan,
    commodities: &'p [CommodityIx],
    asked: &'p Asked,
    rooms: &'p Rooms,
}

impl<'p> Side<'p> {
    /// Searches of some commodities; what was `asked` before is of the same plan.
    pub fn new(plan: &'p Plan, commodities: &'p [CommodityIx], (asked, rooms): (&'p Asked, &'p Rooms)) -> Side<'p> {
        Side { plan, commodities, asked, rooms }
    }
}

impl<'p> Oracle for Side<'p> {
    type Workspace = Lent<'p>;

    fn groups(&self) -> usize {
        self.commodities.len()
    }

    fn workspace(&self) -> Lent<'p> {
        self.rooms.lend()
    }

    fn search(&self, group: usize, prices: &dyn Prices, work: &mut Lent<'p>, offers: &mut Offers) -> Result<(), Error> {
        let (plan, commodity) = (self.plan, self.commodities[group]);
        let (period, wish) = plan.commodities[commodity.index()];
        let terms = Terms { prices: prices.rows(), scale: prices.scale(), bend: prices.bend() };
        let most = prices.worth(commodity) - prices.tolerance(commodity);
        let ask = self.asked.ask(group, terms);
        if most <= self.asked.least(ask) {
            return Ok(());
        }
        let mut least = most;
        for from in plan.asked_together(period, wish) {
            let Some(search) = plan.search_of((period, wish), &from, terms) else { continue };
            if let Some(goal) = search.nearest_goal(work, most) {
                least = least.min(work.reached[goal as usize].length);
                plan.offer(commodity, &search.steps_to(work, goal), offers);
            }
        }
        self.asked.note(ask, least);
        Ok(())
    }

    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        self.plan.offer(commodity, steps, offers);
    }
}

impl Plan {
    /// Origins of a wish by search: of empties those that aim at the same share one, of other goods each has its own.
    fn asked_together(&self, period: usize, wish: usize) -> Vec<Vec<usize>> {
        let network = &self.networks[self.version[period]];
        let together = self.wishes[wish].is_empty_equipment();
        let mut out: Vec<Vec<usize>> = Vec::new();
        for origin in 0..self.wishes[wish].origins.len() {
            let aim = network.bounds_of(wish, origin);
            match out.iter_mut().find(|o| together && network.bounds_of(wish, o[0]) == aim) {
                Some(same) => same.push(origin),
                None => out.push(vec![origin]),
            }
        }
        out
    }

    /// A search from some origins of a wish, which aim at the same; their lengths begin with what suppliers and empties there cost.
    fn search_of<'a>(&'a self, (period, wish): (usize, usize), origins: &[usize], terms: Terms<'a>) -> Option<Search<'a>> {
        let mut all: Option<Search<'a>> = None;
        for &origin in origins {
            let Some(mut one) = self.search_until((period, wish, origin), self.periods.len(), terms) else { continue };
            let ends: f64 =
                self.at_ends((period, wish, origin)).iter().map(|&(r, pieces)| terms.prices[r.index()] * pieces).sum();
            let begun = self.start_of((period, wish, origin), terms) - ends;
            one.starts.iter_mut().for_each(|s| s.1 = begun);
            match &mut all {
                Some(all) => all.starts.append(&mut one.starts),
                None => all = Some(one),
            }
        }
        all
    }

    /// A search for goods that come in a period and may wait for those before `end`.
    fn search_until<'a>(
        &'a self,
        (period, wish, origin): (usize, usize, usize),
        end: usize,
        terms: Terms<'a>,
    ) -> Option<Search<'a>> {
        let (ways, bounds, start) = self.networks[self.version[period]].aim(wish, origin)?;
        let balances = |k: usize| self.comes_back(wish).map_or(&[][..], |r| &r.rows[k]);
        let first = Span { ways, bounds, period, base: 0, rows: &self.rows[period], balances: balances(period), later: None };
        let mut spans = vec![first];
        for k in period + 1..end {
            let (network, before) = (&self.networks[self.version[k]], &self.networks[self.version[k - 1]]);
            let Some((ways, bounds)) = network.passing(wish, origin) else { break };
            let last = &mut spans[k - 1 - period];
            if self.version[k] != self.version[k - 1] {
                last.later = before.states_later(wish, origin);
            }
            let (base, masks) = (last.base + last.places(), last.bounds.target.masks());
            if masks != bounds.target.masks() {
                break;
            }
            spans.push(Span { ways, bounds, period: k, base, rows: &self.rows[k], balances: balances(k), later: None });
        }
        let starts = vec![(start, 0.0, origin as u32)];
        let tie = self.ties.get(wish).copied().unwrap_or_default();
        Some(Search { plan: self, spans, starts, terms, hour: self.wishes[wish].hour, tie, dearer: None })
    }

    /// What a lot costs before it moves: the supplier's price, and the price of the supply.
    fn start_of(&self, (period, wish, origin): (usize, usize, usize), terms: Terms<'_>) -> f64 {
        let from = &self.wishes[wish].origins[origin];
        let scarce = self.supply_row(period, from.supply).map_or(0.0, |r| terms.prices[r.index()] * self.wishes[wish].lot);
        terms.scale * from.asked - scarce
    }

    /// What a lot on a way takes of the rows.
    pub(super) fn uses(&self, way: &WayFlow) -> Vec<(RowIx, f64)> {
        let (period, wish) = self.commodities[way.commodity.index()];
        let Some(&origin) = way.steps.first() else { return Vec::new() };
        let w = &self.wishes[wish];
        let supply = self.supply_row(period, w.origins[origin as usize].supply).map(|r| (r, w.lot));
        let mut out: Vec<(RowIx, f64)> = supply.into_iter().chain(self.at_ends((period, wish, origin as usize))).collect();
        self.legs((period, wish), &way.steps).for_each(|leg| self.leg_uses(wish, leg, |row, amount| out.push((row, amount))));
        out
    }

    /// Offers a way: its origin, then its steps.
    fn offer(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        let (period, wish) = self.commodities[commodity.index()];
        let Some(&origin) = steps.first() else { return };
        let (w, from) = (&self.wishes[wish], &self.wishes[wish].origins[origin as usize]);
        offers.begin(commodity);
        offers.step(origin, from.asked, self.supply_row(period, from.supply).map(|r| (r, w.lot)));
        offers.add(0.0, self.at_ends((period, wish, origin as usize)));
        for leg in self.legs((period, wish), steps) {
            let (usd, hours) = self.leg_cost(wish, leg);
            offers.step(leg.step, usd + hours * w.hour, None);
            offers.rank(self.leg_rank(wish, leg));
            self.leg_uses(wish, leg, |row, amount| offers.add(0.0, [(row, amount)]));
        }
    }
}

impl Plan {
    /// The cheapest way in the period were nothing scarce, with some arcs made dearer; of equal ones that of the least rank.
    pub(super) fn cheapest(
        &self,
        at: (usize, usize, usize),
        dearer: &FxHashMap<u32, f64>,
        work: &mut Workspace,
    ) -> Option<Vec<u32>> {
        let free = vec![0.0; self.problem.rows.len()];
        let terms = Terms { bend: BEND, ..Terms::plain(&free) };
        let search = Search { dearer: Some(dearer), ..self.search_until(at, at.0 + 1, terms)? };
        let goal = search.nearest_goal(work, f64::INFINITY)?;
        Some(search.steps_to(work, goal).split_off(1))
    }

    /// Cheapest way of a lot at prices of the rows with its length, what the supplier asks included; `None` where no way leads there.
    pub(super) fn cheapest_at(
        &self,
        (period, wish, origin): (usize, usize, usize),
        price: &[f64],
        work: &mut Workspace,
    ) -> Option<(f64, Vec<u32>)> {
        let search = self.search_of((period, wish), &[origin], Terms::plain(price))?;
        let goal = search.nearest_goal(work, f64::INFINITY)?;
        Some((work.reached[goal as usize].length, search.steps_to(work, goal)))
    }

    /// Its length alone.
    pub(super) fn least_delivered(&self, at: (usize, usize, usize), price: &[f64], work: &mut Workspace) -> Option<f64> {
        self.cheapest_at(at, price, work).map(|found| found.0)
    }

    /// Scarcities with a price on the way that a wish would take were nothing scarce: they stop what stays behind.
    pub(super) fn full_on_the_best_way(&self, (period, wish): (usize, usize), price: &[f64], work: &mut Workspace) -> Vec<u32> {
        let free = vec![0.0; price.len()];
        let mut out = Vec::new();
        for origin in 0..self.wishes[wish].origins.len() {
            let Some(search) = self.search_until((period, wish, origin), period + 1, Terms::plain(&free)) else { continue };
            let Some(goal) = search.nearest_goal(work, f64::INFINITY) else { continue };
            let ways = search.spans[0].ways;
            let taken = search.steps_to(work, goal);
            let taken = taken[1..].iter().flat_map(|&a| ways.takes(&ways.steps[a as usize])).map(|t| t.0);
            out.extend(taken.filter(|&s| self.is_dear(period, s, price)));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Whether a scarcity, or the time of the fleets that would bring more of it, has a price.
    fn is_dear(&self, period: usize, scarcity: u32, price: &[f64]) -> bool {
        self.rows[period][scarcity as usize].is_some_and(|r| price[r.index()] < 0.0)
    }
}
