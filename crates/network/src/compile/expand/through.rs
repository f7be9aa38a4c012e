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

use super::super::graph::ArcKind;
use super::super::rules::Touch;
use super::super::state::State;
use super::super::tariffs::{Priced, is_through, through};
use super::{Expander, Made, Step};
use keruen_model::{AnyRef, Id, Km, List, Mode, Node, Operator, TariffScope, Text};

/// A through rate in one direction.
pub(super) struct Rate {
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
}

/// The through rates for the goods.
pub(super) fn rates(index: &super::Index<'_>, goods: &super::Goods<'_>) -> Vec<Rate> {
    let rows = index.corridor.tables.tariff.rows();
    let mut out: Vec<Rate> = Vec::new();
    for &i in &goods.tariffs[TariffScope::Through as usize] {
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

impl Expander<'_, '_> {
    /// A step as it is: at local prices, and under each through rate that begins with it or goes on over it.
    pub(super) fn finish(&self, s: State, made: Made, out: &mut Vec<Step>) {
        let Made { step, touch, local } = made;
        match s.through {
            Some(r) => out.extend(self.inside(r, step, &touch).map(|step| self.judged(step, &touch))),
            None => {
                let begun: Vec<Step> = self.begins(s, &step, &touch);
                if local {
                    out.push(self.judged(step, &touch));
                }
                out.extend(begun);
            }
        }
    }

    fn judged(&self, mut step: Step, touch: &Touch) -> Step {
        let must_be_priced = match &step.kind {
            ArcKind::Operation(..) => false,
            _ => touch.mode != Some(Mode::Fibre) && step.under.is_none(),
        };
        self.apply_rules(&mut step, touch, must_be_priced);
        step
    }

    fn begins(&self, s: State, step: &Step, touch: &Touch) -> Vec<Step> {
        if !matches!(step.kind, ArcKind::Link(_) | ArcKind::Ride(..)) {
            return Vec::new();
        }
        let here = self.index.corridor.tables.node.rows()[s.node as usize].node_id;
        let begin = |(i, rate): (usize, &Rate)| {
            if rate.from != here || !rate.takes(touch) {
                return None;
            }
            let priced = Priced {
                scopes: &[TariffScope::Through],
                touch,
                loading: step.loading,
                ends: Some((rate.from, rate.to)),
                operation: None,
                distance: Km(0.0),
                time: Default::default(),
            };
            let lines = through(self.index, &self.goods, &priced, &rate.rows);
            lines.first()?;
            let mut step = self.inside(i as u16, step.clone(), touch)?;
            step.charges.splice(0..0, lines);
            Some(self.judged(step, touch))
        };
        self.rates.iter().enumerate().filter_map(begin).collect()
    }

    /// The step inside a rate; `None` where the rate does not take it.
    fn inside(&self, r: u16, mut step: Step, touch: &Touch) -> Option<Step> {
        let rate = &self.rates[usize::from(r)];
        let moves = !matches!(step.kind, ArcKind::Operation(..));
        if moves && !rate.takes(touch) {
            return None;
        }
        let tables = &self.index.corridor.tables;
        let covered = |tariff: u32| rate.items.contains(&tables.tariff.rows()[tariff as usize].item);
        step.charges.retain(|c| !covered(c.tariff));
        step.gate.iter_mut().for_each(|g| g.storage.retain(|x| !covered(x.tariff)));
        let ends = moves && tables.node.rows()[step.to.node as usize].node_id == rate.to;
        step.to = State { through: (!ends).then_some(r), entered: 0, hauled: None, ..step.to };
        step.under = rate.rows.first().copied();
        Some(step)
    }
}
