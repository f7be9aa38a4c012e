//! What a move takes of a lot, and whether it may be taken.

use super::super::bill::Extent;
use super::super::charges::{ChargeLine, Lines};
use super::super::emissions::EmissionLine;
use super::super::gate::{Gate, micro_risk};
use super::super::graph::{Deed, RefusalReason, TimePart};
use super::super::moves::{Act, Move, must_be_priced, shared};
use super::super::rules::over_quota;
use super::wants::Wants;
use super::{Bare, Explorer, Face, Key, Outcome};
use keruen_model::{AnyRef, Dist, Hours, Loading, Quantity, Tariff, TariffScope, TariffUnit, Unit};
use smallvec::SmallVec;
use std::rc::Rc;
use std::sync::Arc as Shared;

/// Largest integer cost of one arc, so that no sum over a way leaves 64 bits.
const COST_LIMIT: f64 = 1.0e15;

fn integer(value: f64) -> i64 {
    value.round().clamp(-COST_LIMIT, COST_LIMIT) as i64
}

/// Parts of the time of a move, while they are gathered.
pub(super) type Times = SmallVec<[TimePart; 4]>;

/// What is asked for a move on the terms of a face.
struct Terms {
    under: Option<u32>,
    charges: Shared<[ChargeLine]>,
    gate: Option<Shared<Gate>>,
}

impl Explorer<'_, '_> {
    /// The move at local prices: worked out once, for all its faces.
    fn bare(&mut self, made: &Move) -> Rc<Bare> {
        if let Some(known) = &self.slot(made).bare {
            return Rc::clone(known);
        }
        let bare = Rc::new(self.work_out(made));
        self.slot(made).bare = Some(Rc::clone(&bare));
        bare
    }

    fn work_out(&self, made: &Act) -> Bare {
        let (time, gate) = self.timed(made);
        let extent = Extent { distance: made.distance, time: whole(&time), waiting: made.waiting() };
        let mut charges = Lines::new();
        for bill in &made.bills {
            let begun = charges.len();
            bill.add_lines((self.index, &self.lot), &extent, |_| true, &mut charges);
            if bill.is_storage() {
                let mut at = 0;
                charges.retain(|c| {
                    at += 1;
                    at <= begun || c.usd != 0.0
                });
            }
        }
        if made.is_chain() {
            self.take_in(&mut charges);
        }
        let emissions: SmallVec<[EmissionLine; 4]> = made.emits.iter().filter_map(|f| f.line(self.index, &self.lot)).collect();
        Bare { time, extent, charges: shared(&charges, &[]), emissions: shared(&emissions, &[]), gate: gate.map(Shared::new) }
    }

    /// The time of the move with what grows with the lot, and its gate.
    fn timed(&self, made: &Act) -> (Shared<[TimePart]>, Option<Gate>) {
        let mut time: Times = made.time.iter().copied().collect();
        if let Some(each) = made.each {
            let extra = each.hours.value() * self.units(each.unit, made.loading);
            time.insert(1.min(time.len()), TimePart { kind: each.kind, time: Dist::fixed(Hours(extra)) });
        }
        let gate = self.gate(made, &mut time);
        let as_made = made.each.is_none() && made.opens.is_none();
        (if as_made { Shared::clone(&made.time) } else { shared(&time, &[]) }, gate)
    }

    /// An entry-exit price takes in what it covers.
    fn take_in(&self, charges: &mut Lines) {
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
    pub(super) fn face(&mut self, made: &Move, (face, granted, first): Key, wants: &Wants) -> Outcome {
        let barred = self.barred(made, wants);
        if barred.is_some() && made.policy.mask == 0 && !matches!(face, Face::Begins(_)) {
            return Outcome { what: barred.map(Err), fresh: 0 };
        }
        let bare = self.bare(made);
        let Some(mut terms) = self.terms(made, face, &bare) else { return Outcome { what: None, fresh: 0 } };
        let mut fresh = 0;
        if made.policy.bill.is_some() {
            let mut charges: Lines = terms.charges.iter().copied().collect();
            fresh = self.policy(made, &bare.extent, (granted, first), &mut charges);
            terms.charges = shared(&charges, &[]);
        }
        if let Some(refused) = barred.or_else(|| self.refused(made, terms.under.is_some(), &terms.charges)) {
            return Outcome { what: Some(Err(refused)), fresh };
        }
        Outcome { what: Some(Ok(Shared::new(self.deed(made, &bare, terms)))), fresh }
    }

    /// `None` where the move cannot be taken so.
    fn terms(&self, made: &Act, face: Face, bare: &Bare) -> Option<Terms> {
        let mut terms = Terms { under: None, charges: Shared::clone(&bare.charges), gate: bare.gate.clone() };
        let Some(rate) = self.rate_of(made, face).map(|r| &self.trade.rates[usize::from(r)]) else { return Some(terms) };
        let tariffs = self.index.corridor.tables.tariff.rows();
        let covered = |tariff: u32| rate.covers(tariffs[tariff as usize].item);
        let mut owed = Lines::new();
        if let Face::Begins(k) = face {
            owed = made.under.begins[k].1.lines(self.index, &self.lot, &bare.extent);
            if owed.is_empty() {
                return None;
            }
        }
        if !owed.is_empty() || bare.charges.iter().any(|c| covered(c.tariff)) {
            owed.extend(bare.charges.iter().copied().filter(|c| !covered(c.tariff)));
            terms.charges = shared(&owed, &[]);
        }
        if let Some(gate) = terms.gate.as_mut().filter(|g| g.storage.iter().any(|x| covered(x.tariff))) {
            Shared::make_mut(gate).storage.retain(|x| !covered(x.tariff));
        }
        terms.under = rate.row();
        Some(terms)
    }

    fn deed(&self, made: &Act, bare: &Bare, Terms { under, charges, gate }: Terms) -> Deed {
        let usd: f64 = charges.iter().map(|c| c.usd).sum();
        let grams: f64 = bare.emissions.iter().map(|e| e.grams).sum();
        let ticks = bare.extent.time.value() * self.ticks_per_hour;
        Deed {
            kind: made.kind.clone(),
            loading: made.loading,
            distance: made.distance,
            time: Shared::clone(&bare.time),
            under,
            charges,
            emissions: Shared::clone(&bare.emissions),
            common: Shared::clone(&made.common),
            gate,
            closed: made.closed,
            costs: [integer(usd * 100.0), integer(ticks), integer(grams), micro_risk(made.closed)],
        }
    }

    /// Rules, the user's own refusals, the water.
    fn barred(&self, made: &Act, wants: &Wants) -> Option<(AnyRef, RefusalReason)> {
        let what = *made.touch.rows.first()?;
        let by_rule = made.refused_by.map(RefusalReason::Rule);
        let by_quota = || over_quota(self.index.corridor, &self.lot, &made.common.permits).map(RefusalReason::Quota);
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
        // A surcharge on nothing is no price.
        let is_price = |t: &Tariff| transport(t.scope) && t.per != TariffUnit::Share;
        let priced = || charges.iter().any(|c| is_price(&rows[c.tariff as usize]));
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
