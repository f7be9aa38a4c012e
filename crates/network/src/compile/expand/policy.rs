//! Rules, the user's own refusals and demands, the water under ships, the demand for a price, subsidies and duties.

use super::super::draught::draught;
use super::super::graph::ArcKind;
use super::super::graph::RefusalReason;
use super::super::index::Index;
use super::super::rules::{Goods, Touch, judge};
use super::super::stretch::stretches;
use super::super::tariffs::{Priced, charges};
use super::{Expander, Step, any};
use keruen_model::{Id, Node, TableKind, TariffScope, TariffUnit, Text, Tonnes};

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
                line.capped = true;
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
        self.meet_wanted(step, touch);
        if self.rides_again(step, touch) {
            step.refused = Some((touch.rows[0], RefusalReason::Again));
            return;
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
        } else if let Some(rule) = verdict.over_quota {
            Some((what, RefusalReason::Quota(rule)))
        } else if let Some(own) = shunned.or(operator).or(shunned_country.then_some(what)) {
            Some((own, RefusalReason::Asked))
        } else if let Some(facility) = self.too_shallow(step, touch) {
            Some((what, RefusalReason::Draught(facility)))
        } else if must_be_priced && !priced {
            Some((what, RefusalReason::NoPrice))
        } else {
            self.small_lot(step)
        };
    }

    /// Marks the rows and countries that must be used and that the step touches.
    fn meet_wanted(&self, step: &mut Step, touch: &Touch) {
        let operator = touch.operator.map(|o| any(TableKind::Operator, o.sym()));
        for (bit, wanted) in self.question.must_use.iter().enumerate() {
            // A service is used by riding it, not by going aboard and coming off again.
            let rides = wanted.table != TableKind::Service || matches!(step.kind, ArcKind::Ride(..));
            step.to.used |= u8::from(rides && (touch.rows.contains(wanted) || operator == Some(*wanted))) << bit;
        }
        let text = |&c: &keruen_model::Sym| self.index.corridor.text(c);
        for (i, wanted) in self.question.must_use_countries.iter().enumerate() {
            step.to.used |= u8::from(touch.countries.iter().any(|c| text(c) == wanted)) << (self.question.must_use.len() + i);
        }
    }

    /// Whether the step rides a stretch for the second time that may be ridden once; marks the stretches that it rides.
    fn rides_again(&self, step: &mut Step, touch: &Touch) -> bool {
        let Some(ends) = ends_of(touch).filter(|_| !self.question.once.is_empty()) else { return false };
        let ridden = stretches(&step.kind, ends);
        for (bit, _) in self.question.once.iter().enumerate().filter(|(_, s)| ridden.contains(s)) {
            if step.to.ridden >> bit & 1 == 1 {
                return true;
            }
            step.to.ridden |= 1 << bit;
        }
        false
    }

    /// The facility at which every ship of the service is too deep.
    fn too_shallow(&self, step: &Step, touch: &Touch) -> Option<u32> {
        let ArcKind::Ride(service, _) = &step.kind else { return None };
        let limit = draught(self.index, *service, ends_of(touch)?)?;
        (limit.left <= Tonnes(0.0)).then_some(limit.facility)
    }
}

/// The two ends of a move; it touches them first of all nodes.
fn ends_of(touch: &Touch) -> Option<(Id<Node>, Id<Node>)> {
    let mut ends = touch.rows.iter().filter(|r| r.table == TableKind::Node);
    Some((Id::new(ends.next()?.id), Id::new(ends.next()?.id)))
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
