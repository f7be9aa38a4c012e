//! Subsidies and duties: of the rows that name something the move touches, or (on the first one) the origin and destination of the
//! consignment, each item once.

use super::super::bill::{Bill, Extent, Priced, Row};
use super::super::charges::Lines;
use super::super::graph::ArcKind;
use super::super::index::Index;
use super::super::moves::Act;
use super::super::near::Near;
use super::super::rules::Goods;
use super::super::tariffs::{Case, Ends, bill, joins};
use super::Explorer;
use keruen_model::{TableKind, TariffScope, TariffUnit, Text};

const SCOPES: [TariffScope; 2] = [TariffScope::Subsidy, TariffScope::Duty];

/// Most items of subsidies and duties that one consignment can meet; one bit each in its state.
const MOST_POLICIES: usize = 64;

/// The items that the goods can meet.
pub(in crate::compile) fn policies(index: &Index<'_>, goods: &Goods) -> Vec<(TariffScope, Text)> {
    let mut out: Vec<(TariffScope, Text)> = Vec::new();
    for t in &index.corridor.tables.tariff {
        let policy = SCOPES.contains(&t.scope);
        if policy && goods.concerns(&t.cargo, t.un_class) && !out.contains(&(t.scope, t.item)) && out.len() < MOST_POLICIES {
            out.push((t.scope, t.item));
        }
    }
    out
}

/// The rows that a move can meet.
#[derive(Clone, Debug, Default)]
pub(in crate::compile) struct MetWith {
    pub bill: Option<Box<Bill>>,
    /// Their items, one bit each.
    pub mask: u64,
}

pub(in crate::compile) fn met_with(
    (index, goods, policies): (&Index<'_>, &Goods, &[(TariffScope, Text)]),
    made: &Act,
    near: &Near<'_>,
) -> MetWith {
    if !near.has(&SCOPES) {
        return MetWith::default();
    }
    // A service counts where it is ridden: going aboard and coming off again earns nothing.
    let mut met = made.touch.clone();
    met.rows.retain(|r| r.table != TableKind::Service || matches!(made.kind, ArcKind::Ride(..)));
    let near = &goods.tariffs.near(&met);
    let case = Case { scopes: &SCOPES, touch: &met, near, loading: made.loading, ends: Ends::Open, operation: None };
    let bill = bill(index, goods, &case, Priced::MOVE);
    let mask = bill.rows.iter().chain(bill.shares.iter()).filter_map(|r| bit_of(policies, r)).fold(0, |all, bit| all | bit);
    MetWith { bill: (mask != 0).then(|| Box::new(bill)), mask }
}

fn bit_of(policies: &[(TariffScope, Text)], row: &Row) -> Option<u64> {
    policies.iter().position(|&item| item == row.item).map(|bit| 1 << bit)
}

impl Explorer<'_, '_> {
    /// Adds what the move earns and owes to its charges; the items that it meets, one bit each.
    pub(super) fn policy(&self, made: &Act, extent: &Extent, (granted, first): (u64, bool), charges: &mut Lines) -> u64 {
        let Some(bill) = &made.policy.bill else { return 0 };
        let rows = self.index.corridor.tables.tariff.rows();
        let asked = |r: &Row| joins(&rows[r.tariff as usize], self.question.from, self.question.to);
        let mut lines = Lines::new();
        bill.add_lines((self.index, &self.lot), extent, asked, &mut lines);
        let mut fresh = 0;
        for mut line in lines {
            let t = &rows[line.tariff as usize];
            if t.at.is_empty() && !first {
                continue;
            }
            if t.scope == TariffScope::Subsidy && t.per == TariffUnit::Seat {
                // A voucher pays at most the fare.
                let fare: f64 = charges.iter().map(|c| c.usd).sum();
                line.usd = line.usd.max(-fare);
                line.capped = true;
            }
            let bit = self.trade.policies.iter().position(|&item| item == (t.scope, t.item)).map_or(0, |bit| 1u64 << bit);
            if bit != 0 && (granted & bit == 0 || fresh & bit != 0) {
                fresh |= bit;
                charges.push(line);
            }
        }
        fresh
    }
}
