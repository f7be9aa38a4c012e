//! Entry-exit prices stand in the place of link prices: goods that entered the lines of an operator where such a price begins
//! may not leave them at its other end at the prices of the links between.
//!
//! A state carries the prices that its goods have entered, one bit each; goods that leave the operator's lines or the rails have
//! entered none.

use super::super::state::State;
use super::Expander;
use keruen_model::{Id, Link, Node, Operator, TariffScope};

/// An entry-exit price in one direction.
pub(super) struct Entry {
    from: Id<Node>,
    to: Id<Node>,
    operator: Option<Id<Operator>>,
}

/// Most entry-exit prices, each direction for itself, that one consignment can meet.
const MOST_ENTRIES: usize = 64;

/// The entry-exit prices for the goods.
pub(super) fn entries(index: &super::Index<'_>, goods: &super::Goods<'_>) -> Vec<Entry> {
    let rows = index.corridor.tables.tariff.rows();
    let mut out = Vec::new();
    for t in goods.tariffs.iter().flatten().map(|&i| &rows[i as usize]).filter(|t| t.scope == TariffScope::Transit) {
        let Some((a, b)) = t.from_node_id.zip(t.to_node_id) else { continue };
        out.push(Entry { from: a, to: b, operator: t.operator_id });
        if t.both_ways {
            out.push(Entry { from: b, to: a, operator: t.operator_id });
        }
    }
    out.truncate(MOST_ENTRIES);
    out
}

impl Expander<'_, '_> {
    /// The prices entered when a link is ridden at its own price; `None` where the other end of one of them is reached.
    pub(super) fn entered(&self, s: State, link: &Link, to: Id<Node>) -> Option<u64> {
        let here = self.index.corridor.tables.node.rows()[s.node as usize].node_id;
        let mut entered = 0;
        for (i, e) in self.entries.iter().enumerate() {
            let bit = 1u64 << i;
            let runs = e.operator.is_none() || e.operator == link.operator_id;
            if runs && (e.from == here || s.entered & bit != 0) {
                if e.to == to {
                    return None;
                }
                entered |= bit;
            }
        }
        Some(entered)
    }
}
