//! Entry-exit prices stand in the place of link prices: goods that entered the lines of an operator where such a price begins
//! may not leave them at its other end at the prices of the links between. It is asked by railways and pipelines: what the same
//! operator carries by road has nothing to do with it.
//!
//! A price that asks nothing of a lot (its steps, belts or unit do not take it, its country or places are not those of the shortest
//! chain) closes nothing to it.
//!
//! An account carries the prices that its goods have entered, one bit each; goods that leave the operator's lines or the rails have
//! entered none. With r = prices that run on a link, b = those that begin before it, e = those that end behind it:
//! `entered after = (entered before | b) & r`, of those asked, and the link may not be ridden at its own price where that meets e.

use super::super::bill::{Bill, Extent};
use super::super::chain::{Chain, shortest};
use super::super::consignment::Lot;
use super::super::near::Near;
use super::super::rules::{Goods, Touch};
use super::super::tariffs::{Case, Ends, alone, has_belt};
use super::Maker;
use super::links::{median_time, mode_of};
use keruen_model::{Hours, Id, Km, Link, Loading, Mode, Node, Operator, Quantity, Tariff, TariffScope, TariffUnit};
use smallvec::{SmallVec, smallvec};

/// An entry-exit price in one direction, on one mode.
#[derive(Debug)]
pub(in crate::compile) struct Entry {
    from: Id<Node>,
    to: Id<Node>,
    operator: Option<Id<Operator>>,
    mode: Mode,
    /// What its row asks over the shortest chain, on each gauge that begins there.
    asks: SmallVec<[(Bill, Km); 1]>,
}

/// Most entry-exit prices, each direction and mode for itself, that one consignment can meet.
const MOST_ENTRIES: usize = 64;

/// The prices that ask something of a lot, one bit each: only they stand in the place of its link prices.
pub(in crate::compile) fn asked_of(index: &super::Index<'_>, lot: &Lot, entries: &[Entry]) -> u64 {
    let asks = |(bill, distance): &(Bill, Km)| {
        let extent = Extent { distance: *distance, time: Hours(0.0), waiting: Hours(0.0) };
        !bill.lines(index, lot, &extent).is_empty()
    };
    entries.iter().enumerate().map(|(i, e)| u64::from(e.asks.iter().any(asks)) << i).sum()
}

/// Whether it hangs on the way between its ends what a row asks for goods, and not on the two ends and the goods alone.
pub(in crate::compile) fn hangs_on_the_way(t: &Tariff) -> bool {
    let by_country = !t.country.is_empty() && t.operator_id.is_none();
    t.scope == TariffScope::Transit && (by_country || !t.at.is_empty() || has_belt(t))
}

impl Maker<'_, '_> {
    /// The entry-exit prices for the goods.
    pub fn entry_exit_prices(&self) -> Vec<Entry> {
        let rows = self.index.corridor.tables.tariff.rows();
        let mut out = Vec::new();
        for &i in self.goods.tariffs.all(TariffScope::Transit) {
            let t = &rows[i as usize];
            let Some((a, b)) = t.from_node_id.zip(t.to_node_id) else { continue };
            let stands = |l: &Loading| self.goods.any_lot.on(*l).is_some();
            for on in [Loading::Rail, Loading::Pipe].into_iter().filter(stands) {
                let Some(mode) = asked(t, self.goods, on) else { continue };
                for (from, to) in [(a, b), (b, a)].into_iter().take(if t.both_ways { 2 } else { 1 }) {
                    out.push(Entry { from, to, operator: t.operator_id, mode, asks: self.asks(i, (from, to), on) });
                }
            }
        }
        out.truncate(MOST_ENTRIES);
        out
    }

    fn asks(&self, i: u32, (from, to): (Id<Node>, Id<Node>), on: Loading) -> SmallVec<[(Bill, Km); 1]> {
        let t = &self.index.corridor.tables;
        let row = &t.tariff.rows()[i as usize];
        let Some((a, b)) = t.node.position(from.sym()).zip(t.node.position(to.sym())) else { return SmallVec::new() };
        let bill = |touch: &Touch, distance: Km| {
            let case = Case {
                scopes: &[TariffScope::Transit],
                touch,
                near: &Near::default(),
                loading: on,
                ends: Ends::Of(from, to),
                operation: None,
            };
            (alone(self.index, self.goods, &case, i), distance)
        };
        if !hangs_on_the_way(row) {
            return smallvec![bill(&self.touch_lines(row.operator_id, a, on), Km(0.0))];
        }
        let gauges = if on == Loading::Rail { self.gauges_at(a) } else { smallvec![0] };
        let chains = gauges.into_iter().filter_map(|gauge| self.chain_of_lines((a, b), (on, gauge), row.operator_id));
        let over = |chain: Chain| {
            let links: Vec<&Link> = chain.links.iter().map(|&(l, _)| &t.link.rows()[l as usize]).collect();
            bill(&self.touch_chain(&links, (a, b), on), links.iter().map(|l| l.length).sum())
        };
        chains.map(over).collect()
    }

    /// What every way over the lines of an operator touches.
    fn touch_lines(&self, operator: Option<Id<Operator>>, from: usize, on: Loading) -> Touch {
        let row = operator.and_then(|o| self.index.corridor.tables.operator.find(o));
        Touch {
            country: Some(row.map_or(self.index.country[from], |o| o.country.0)),
            mode: mode_of(on),
            loadings: smallvec![on],
            operator,
            ..Touch::default()
        }
    }

    /// The shortest chain between two places for goods that stand so, over the lines of an operator or of all.
    pub(super) fn chain_of_lines(
        &self,
        (from, to): (usize, usize),
        (on, gauge): (Loading, u16),
        operator: Option<Id<Operator>>,
    ) -> Option<Chain> {
        let mode = mode_of(on)?;
        let on_gauge = |l: &Link| mode != Mode::Rail || l.gauge.map_or(0, |g| g.value() as u16) == gauge;
        let allowed = |_, l: &Link| l.mode == mode && on_gauge(l) && operator.is_none_or(|o| l.operator_id == Some(o));
        shortest(self.index, from, allowed, median_time).to(to)
    }
}

/// The mode on which an entry-exit price is asked for goods that stand so; `None` where it is not.
pub(super) fn asked(t: &Tariff, goods: &Goods, on: Loading) -> Option<Mode> {
    let mode = mode_of(on).filter(|m| matches!(m, Mode::Rail | Mode::Pipeline))?;
    // A surcharge is no price of its own.
    let is_asked =
        t.per != TariffUnit::Share && t.mode.is_none_or(|m| m == mode) && goods.fit(&t.cargo, &t.equipment, t.un_class, &[on]);
    is_asked.then_some(mode)
}

/// The prices that run on a link, that begin before it and that end behind it, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::compile) struct Toll {
    runs: u64,
    begins: u64,
    ends: u64,
}

impl Toll {
    pub fn on(entries: &[Entry], link: &Link, (from, to): (Id<Node>, Id<Node>)) -> Toll {
        let bits =
            |wanted: &dyn Fn(&Entry) -> bool| -> u64 { entries.iter().enumerate().map(|(i, e)| u64::from(wanted(e)) << i).sum() };
        Toll {
            runs: bits(&|e| e.mode == link.mode && (e.operator.is_none() || e.operator == link.operator_id)),
            begins: bits(&|e| e.from == from),
            ends: bits(&|e| e.to == to),
        }
    }

    /// The prices entered, of those that are asked of the lot, when the link is ridden at its own price; `None` where the other end of
    /// one of them is reached.
    pub fn after(self, entered: u64, asked: u64) -> Option<u64> {
        let now = (entered | self.begins) & self.runs & asked;
        (now & self.ends == 0).then_some(now)
    }
}
