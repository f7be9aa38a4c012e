//! What a move takes of a lot, and whether it may be taken.

use super::super::bill::Extent;
use super::super::gate::micro_risk;
use super::super::graph::{Costs, Deed, RefusalReason, TimePart};
use super::super::moves::{Act, must_be_priced};
use super::super::rules::over_quota;
use super::wants::Wants;
use super::{Bare, Explorer, Face, Key, Outcome};
use crate::compile::charges::ChargeLine;
use keruen_model::{AnyRef, Dist, Hours, Loading, Quantity, TariffScope, Unit};
use std::sync::Arc as Shared;

/// Largest integer cost of one arc, so that no sum over a way leaves 64 bits.
const COST_LIMIT: f64 = 1.0e15;

fn integer(value: f64) -> i64 {
    value.round().clamp(-COST_LIMIT, COST_LIMIT) as i64
}

impl Explorer<'_, '_> {
    /// The move at local prices.
    pub(super) fn bare(&self, made: &Act) -> Bare {
        let mut time = made.time.clone();
        if let Some(each) = made.each {
            let extra = each.hours.value() * self.units(each.unit, made.loading);
            time.insert(1.min(time.len()), TimePart { kind: each.kind, time: Dist::fixed(Hours(extra)) });
        }
        let gate = self.gate(made, &mut time);
        let extent = Extent { distance: made.distance, time: whole(&time), waiting: made.waiting() };
        let mut charges = Vec::new();
        for bill in &made.bills {
            let begun = charges.len();
            bill.add_lines((self.index, &self.lot), &extent, |_| true, &mut charges);
            if bill.is_storage() {
                let own = charges.split_off(begun);
                charges.extend(own.into_iter().filter(|c: &ChargeLine| c.usd != 0.0));
            }
        }
        if made.is_chain() {
            self.take_in(&mut charges);
        }
        let emissions = made.emits.iter().filter_map(|f| f.line(self.index, &self.lot)).collect();
        Bare { time, extent, charges, emissions, gate }
    }

    /// An entry-exit price takes in what it covers.
    fn take_in(&self, charges: &mut Vec<ChargeLine>) {
        let tariffs = self.index.corridor.tables.tariff.rows();
        let covered: Vec<_> = charges.iter().flat_map(|c| tariffs[c.tariff as usize].covers.iter().copied()).collect();
        charges.retain(|c| {
            let t = &tariffs[c.tariff as usize];
            t.scope != TariffScope::Rent || !covered.contains(&t.item)
        });
    }

    fn units(&self, unit: Unit, loading: Loading) -> f64 {
        let on = self.lot.on(loading);
        match unit {
            Unit::T => self.lot.tonnes.value(),
            Unit::Kt => self.lot.tonnes.value() / 1000.0,
            Unit::TEU => on.map_or(0.0, |c| c.teu),
            Unit::FEU => on.map_or(0.0, |c| c.teu / 2.0),
            Unit::Wagon => on.map_or(0.0, |c| c.wagons),
            Unit::Container | Unit::Truck | Unit::Lot => on.map_or(1.0, |c| c.pieces),
            _ => 1.0,
        }
    }

    /// The move as it is taken.
    pub(super) fn face(&self, made: &Act, (face, granted, first): Key, wants: &Wants) -> Outcome {
        let barred = self.barred(made, wants);
        if barred.is_some() && made.policy.mask == 0 && !matches!(face, Face::Begins(_)) {
            return Outcome { what: barred.map(Err), fresh: 0 };
        }
        let Bare { time, extent, mut charges, emissions, mut gate } = self.bare(made);
        let mut under = None;
        if let Some(rate) = self.rate_of(made, face).map(|r| &self.trade.rates[usize::from(r)]) {
            let tariffs = self.index.corridor.tables.tariff.rows();
            let covered = |tariff: u32| rate.covers(tariffs[tariff as usize].item);
            charges.retain(|c| !covered(c.tariff));
            gate.iter_mut().for_each(|g| g.storage.retain(|x| !covered(x.tariff)));
            under = rate.row();
        }
        if let Face::Begins(k) = face {
            let lines = made.under.begins[k].1.lines(self.index, &self.lot, &extent);
            if lines.is_empty() {
                return Outcome { what: None, fresh: 0 };
            }
            charges.splice(0..0, lines);
        }
        let fresh = self.policy(made, &extent, (granted, first), &mut charges);
        if let Some(refused) = barred.or_else(|| self.refused(made, under.is_some(), &charges)) {
            return Outcome { what: Some(Err(refused)), fresh };
        }
        let mut deed = Deed {
            kind: made.kind.clone(),
            loading: made.loading,
            distance: made.distance,
            time,
            under,
            charges,
            emissions,
            papers: Shared::clone(&made.shared.papers),
            permits: Shared::clone(&made.shared.permits),
            gate,
            regions: Shared::clone(&made.shared.regions),
            closed: made.closed,
            costs: [0; 4],
        };
        deed.costs = self.costs(&deed);
        Outcome { what: Some(Ok(Shared::new(deed))), fresh }
    }

    fn costs(&self, deed: &Deed) -> Costs {
        let usd: f64 = deed.charges.iter().map(|c| c.usd).sum();
        let hours: f64 = deed.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
        let grams: f64 = deed.emissions.iter().map(|e| e.grams).sum();
        [integer(usd * 100.0), integer(hours * self.ticks_per_hour), integer(grams), micro_risk(deed.closed)]
    }

    /// Rules, the user's own refusals, the water.
    fn barred(&self, made: &Act, wants: &Wants) -> Option<(AnyRef, RefusalReason)> {
        let what = *made.touch.rows.first()?;
        let by_rule = made.refused_by.map(RefusalReason::Rule);
        let by_quota = || over_quota(self.index.corridor, &self.lot, &made.shared.permits).map(RefusalReason::Quota);
        let by_rules = by_rule.or_else(by_quota).map(|reason| (what, reason));
        let asked = || wants.shunned.map(|own| (own, RefusalReason::Asked));
        by_rules.or_else(asked).or_else(|| made.shallow.map(|facility| (what, RefusalReason::Draught(facility))))
    }

    /// The demand for a price, least lots.
    fn refused(&self, made: &Act, under: bool, charges: &[ChargeLine]) -> Option<(AnyRef, RefusalReason)> {
        let rows = self.index.corridor.tables.tariff.rows();
        let transport = |scope: TariffScope| {
            matches!(scope, TariffScope::Link | TariffScope::Service | TariffScope::Through | TariffScope::Transit)
        };
        let priced = || charges.iter().any(|c| transport(rows[c.tariff as usize].scope));
        if must_be_priced(made) && !under && !priced() {
            return Some((*made.touch.rows.first()?, RefusalReason::NoPrice));
        }
        let small = made.least.iter().find(|(_, least)| self.lot.tonnes < *least);
        small.map(|&(row, _)| (row, RefusalReason::SmallLot))
    }
}

/// The sum of the medians.
pub(super) fn whole(time: &[TimePart]) -> Hours {
    time.iter().map(|p| p.time.quantile(0.5)).sum()
}
