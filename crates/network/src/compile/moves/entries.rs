//! Entry-exit prices stand in the place of link prices: goods that entered the lines of an operator where such a price begins
//! may not leave them at its other end at the prices of the links between. It is asked by railways and pipelines: what the same
//! operator carries by road has nothing to do with it.
//!
//! An account carries the prices that its goods have entered, one bit each; goods that leave the operator's lines or the rails have
//! entered none. With r = prices that run on a link, b = those that begin before it, e = those that end behind it:
//! `entered after = (entered before | b) & r`, and the link may not be ridden at its own price where that meets e.

use super::super::rules::Goods;
use super::links::mode_of;
use keruen_model::{Id, Link, Loading, Mode, Node, Operator, Tariff, TariffScope};

/// An entry-exit price in one direction.
#[derive(Debug)]
pub(in crate::compile) struct Entry {
    from: Id<Node>,
    to: Id<Node>,
    operator: Option<Id<Operator>>,
    modes: Vec<Mode>,
}

/// Most entry-exit prices, each direction for itself, that one consignment can meet.
const MOST_ENTRIES: usize = 64;

/// The entry-exit prices for the goods.
pub(in crate::compile) fn entries(index: &super::Index<'_>, goods: &Goods) -> Vec<Entry> {
    let rows = index.corridor.tables.tariff.rows();
    let mut out = Vec::new();
    for t in goods.tariffs.all(TariffScope::Transit).iter().map(|&i| &rows[i as usize]) {
        let Some((a, b)) = t.from_node_id.zip(t.to_node_id) else { continue };
        let modes: Vec<Mode> = [Loading::Rail, Loading::Pipe].into_iter().filter_map(|on| asked(t, goods, on)).collect();
        for (from, to) in [(a, b), (b, a)].into_iter().take(if t.both_ways { 2 } else { 1 }) {
            out.push(Entry { from, to, operator: t.operator_id, modes: modes.clone() });
        }
    }
    out.truncate(MOST_ENTRIES);
    out
}

/// The mode on which an entry-exit price is asked for goods that stand so; `None` where it is not.
pub(super) fn asked(t: &Tariff, goods: &Goods, on: Loading) -> Option<Mode> {
    let mode = mode_of(on).filter(|m| matches!(m, Mode::Rail | Mode::Pipeline))?;
    let is_asked = t.mode.is_none_or(|m| m == mode) && goods.fit(&t.cargo, &t.equipment, t.un_class, &[on]);
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
            runs: bits(&|e| e.modes.contains(&link.mode) && (e.operator.is_none() || e.operator == link.operator_id)),
            begins: bits(&|e| e.from == from),
            ends: bits(&|e| e.to == to),
        }
    }

    /// The prices entered when the link is ridden at its own price; `None` where the other end of one of them is reached.
    pub fn after(self, entered: u64) -> Option<u64> {
        let now = (entered | self.begins) & self.runs;
        (now & self.ends == 0).then_some(now)
    }
}
