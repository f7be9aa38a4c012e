//! Rules, the user's own refusals, the demand for a price, subsidies and duties.

use super::super::graph::ArcKind;
use super::super::graph::RefusalReason;
use super::super::index::Index;
use super::super::rules::{Goods, Touch, judge};
use super::super::tariffs::{Priced, charges};
use super::{Expander, Step, any};
use keruen_model::{TableKind, TariffScope, TariffUnit, Text};

impl Expander<'_, '_> {
    /// Subsidies and duties: of the rows that name something the step touches, or (on the first step) the origin and destination
    /// of the consignment, each item once.
    pub(super) fn policy(&self, step: &mut Step, touch: &Touch) {
        let rows = self.index.corridor.tables.tariff.rows();
        let hours = step.time.iter().map(|p| p.time.quantile(0.5)).sum();
        let ends = Some((self.question.from, self.question.to));
        let scopes = [TariffScope::Subsidy, TariffScope::Duty];
        // A service counts where it is ridden: going aboard and coming off again earns nothing.
        let mut met = touch.clone();
        met.rows.retain(|r| r.table != TableKind::Service || matches!(step.kind, ArcKind::Ride(..)));
        let touch = &met;
        let priced =
            Priced { scopes: &scopes, touch, loading: step.loading, ends, operation: None, distance: step.distance, time: hours };
        for mut line in charges(self.index, &self.goods, &priced) {
            let t = &rows[line.tariff as usize];
            if t.at.is_empty() && !step.first {
                continue;
            }
            if t.scope == TariffScope::Subsidy && t.per == TariffUnit::Seat {
                // A voucher pays at most the fare.
                let fare: f64 = step.charges.iter().map(|c| c.usd).sum();
                line.usd = line.usd.max(-fare);
            }
            let Some(bit) = self.policies.iter().position(|&item| item == (t.scope, t.item)) else { continue };
            let mask = 1u64 << bit;
            if step.to.granted & mask == 0 || step.fresh & mask != 0 {
                step.fresh |= mask;
                step.to.granted |= mask;
                step.charges.push(line);
            }
        }
    }

    /// Rules, the user's own refusals, and the demand for a price.
    pub(super) fn apply_rules(&self, step: &mut Step, touch: &Touch, must_be_priced: bool) {
        self.policy(step, touch);
        let verdict = judge(self.index, &self.goods, touch);
        for (bit, wanted) in self.question.must_use.iter().enumerate() {
            // A service is used by riding it, not by going aboard and coming off again.
            let rides = wanted.table != TableKind::Service || matches!(step.kind, ArcKind::Ride(..));
            step.to.used |= u8::from(rides && touch.rows.contains(wanted)) << bit;
        }
        step.papers.extend(verdict.papers);
        step.permits.extend(verdict.permits);
        let what = touch.rows[0];
        let shunned = touch.rows.iter().find(|r| self.question.avoid.contains(r)).copied();
        let shunned_country =
            touch.countries.iter().any(|&c| self.question.avoid_countries.iter().any(|a| a == self.index.corridor.text(c)));
        let operator = touch.operator.map(|o| any(TableKind::Operator, o.sym())).filter(|o| self.question.avoid.contains(o));
        let transport = |scope: TariffScope| {
            matches!(scope, TariffScope::Link | TariffScope::Service | TariffScope::Through | TariffScope::Transit)
        };
        let rows = self.index.corridor.tables.tariff.rows();
        let priced = step.charges.iter().any(|c| transport(rows[c.tariff as usize].scope));
        step.refused = if let Some(rule) = verdict.refused_by {
            Some((what, RefusalReason::Rule(rule)))
        } else if let Some(own) = shunned.or(operator).or(shunned_country.then_some(what)) {
            Some((own, RefusalReason::Asked))
        } else if must_be_priced && !priced {
            Some((what, RefusalReason::NoPrice))
        } else {
            self.small_lot(step)
        };
    }
}

/// Most items of subsidies and duties that one consignment can meet; one bit each in its state.
pub(super) const MOST_POLICIES: usize = 64;

pub(super) fn policies(index: &Index<'_>, goods: &Goods<'_>) -> Vec<(TariffScope, Text)> {
    let mut out: Vec<(TariffScope, Text)> = Vec::new();
    for t in &index.corridor.tables.tariff {
        let policy = matches!(t.scope, TariffScope::Subsidy | TariffScope::Duty);
        if policy && goods.concerns(&t.cargo, t.un_class) && !out.contains(&(t.scope, t.item)) && out.len() < MOST_POLICIES {
            out.push((t.scope, t.item));
        }
    }
    out
}
