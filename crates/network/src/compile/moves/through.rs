//! Through rates: one price for the run from an origin to a destination over everything that the rate names.
//!
//! ```text
//!   F ──move──> A ──work──> A ──move──> T          at local prices: three charges
//!   F ═════════════════════════════════> T          under the rate: one charge at F, the rest of its items free
//! ```
//!
//! A rate is a layer of the state graph: goods enter it with the first move from F, where the whole rate is charged, go on inside
//! over moves that the rate names and any work between them, and leave it where a move ends at T. A path through the layer is a
//! macro-arc from F to T, of which each leg keeps its time, CO2e, rules and schedule. A layer that does not lead to T leads to no
//! goal. The rate is an offer beside the local prices: the search takes the better one.

use super::super::bill::Bill;
use super::super::graph::ArcKind;
use super::super::near::Near;
use super::super::rules::{Goods, Touch};
use super::super::tariffs::{Case, Ends, is_through, through};
use super::{Act, Maker};
use keruen_model::{AnyRef, Id, List, Mode, Node, Operator, TariffScope, Text};

/// A through rate in one direction.
#[derive(Debug)]
pub(in crate::compile) struct Rate {
    /// Its rows in table `tariff`: freight, other items, other equipment.
    rows: Vec<u32>,
    from: Id<Node>,
    to: Id<Node>,
    at: List<AnyRef>,
    operator: Option<Id<Operator>>,
    mode: Option<Mode>,
    covers: List<Text>,
    /// Items not charged on the way: its own and those it covers.
    items: Vec<Text>,
}

/// Which through rates take a move, by position.
#[derive(Clone, Debug, Default)]
pub(in crate::compile) struct Under {
    /// They go on over it; not filled for work, over which all go on.
    pub inside: Box<[u16]>,
    /// They begin with it, and ask this.
    pub begins: Box<[(u16, Bill)]>,
}

impl Rate {
    /// Whether a move can be made under it.
    fn takes(&self, touch: &Touch) -> bool {
        let named = if self.at.is_empty() {
            self.operator.is_some() && self.operator == touch.operator
        } else {
            self.at.iter().any(|a| touch.touches(a))
        };
        named && self.mode.is_none_or(|m| touch.mode == Some(m))
    }

    /// Whether an item is not charged under it.
    pub fn covers(&self, item: Text) -> bool {
        self.items.contains(&item)
    }

    /// Where it ends.
    pub fn to(&self) -> Id<Node> {
        self.to
    }

    /// Its first row.
    pub fn row(&self) -> Option<u32> {
        self.rows.first().copied()
    }
}

/// The through rates for the goods.
pub(in crate::compile) fn rates(index: &super::Index<'_>, goods: &Goods) -> Vec<Rate> {
    let rows = index.corridor.tables.tariff.rows();
    let mut out: Vec<Rate> = Vec::new();
    for &i in goods.tariffs.all(TariffScope::Through) {
        let t = &rows[i as usize];
        let Some((a, b)) = t.from_node_id.zip(t.to_node_id).filter(|_| is_through(t)) else { continue };
        let (operator, mode) = (t.operator_id, t.mode);
        for (from, to) in [(a, b), (b, a)].into_iter().take(if t.both_ways { 2 } else { 1 }) {
            let same = |r: &&mut Rate| {
                (r.from, r.to, r.operator, r.mode) == (from, to, operator, mode) && r.at == t.at && r.covers == t.covers
            };
            match out.iter_mut().find(same) {
                Some(r) => {
                    r.rows.push(i);
                    r.items.push(t.item);
                }
                None => {
                    let items = t.covers.iter().copied().chain([t.item]).collect();
                    let (at, covers) = (t.at.clone(), t.covers.clone());
                    out.push(Rate { rows: vec![i], from, to, at, operator, mode, covers, items });
                }
            }
        }
    }
    out.truncate(usize::from(u16::MAX));
    out
}

impl Maker<'_, '_> {
    /// The rates that take a move.
    pub(super) fn under(&self, made: &Act, near: &Near<'_>) -> Under {
        let works = matches!(made.kind, ArcKind::Operation(..));
        if works || matches!(made.kind, ArcKind::Transit(_)) || !near.has(&[TariffScope::Through]) {
            return Under::default();
        }
        let here = self.index.corridor.tables.node.rows()[made.from as usize].node_id;
        let taken = self.rates.iter().enumerate().filter(|(_, r)| r.takes(&made.touch)).map(|(i, _)| i as u16);
        let inside: Box<[u16]> = taken.collect();
        let begin = |&i: &u16| {
            let rate = &self.rates[usize::from(i)];
            let ends = Ends::Of(rate.from, rate.to);
            let case =
                Case { scopes: &[TariffScope::Through], touch: &made.touch, near, loading: made.loading, ends, operation: None };
            (rate.from == here).then(|| (i, through(self.index, self.goods, &case, &rate.rows)))
        };
        let begins = inside.iter().filter_map(begin).collect();
        Under { inside, begins }
    }
}
