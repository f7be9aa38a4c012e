//! Charge lines and emission lines with their range.

use super::Sheets;
use keruen_model::{Quantity, TableKind, TariffUnit};
use keruen_network::compile::{ChargeLine, EmissionLine};
use keruen_results::Range;
use keruen_results::route::{Charge, EmissionUse};

impl Sheets<'_> {
    /// One charge line. Its range is the range of its rate, other things equal.
    pub(super) fn charge(&self, line: &ChargeLine) -> Charge {
        let c = self.index.corridor;
        let row = line.tariff as usize;
        let t = &c.tables.tariff.rows()[row];
        let amount = self.parameter(TableKind::Tariff, row, "amount");
        let cite = amount.and_then(|p| self.provenance.citation(p));
        let usd_rate = self.index.usd(t.currency.0).unwrap_or(1.0);
        let range = self.charge_range(line, usd_rate);
        Charge {
            tariff: c.strings.id(t.tariff_id).into(),
            name: c.strings.text(t.name).into(),
            operator: t
                .operator_id
                .and_then(|o| c.tables.operator.find(o))
                .map_or(String::new(), |o| c.strings.text(o.name).into()),
            rate: t.amount.value(),
            currency: c.strings.text(t.currency).into(),
            price_year: t.price_year,
            per: t.per.name().into(),
            quantity: line.quantity,
            usd_rate,
            usd: line.usd,
            range,
            method: cite.map_or(String::new(), |x| x.method.name().into()),
            includes: c.strings.text(t.includes).into(),
            sources: amount.map_or(Vec::new(), |p| self.sources(p)),
        }
    }

    /// What the line would be at the ends of its rate and of its minimum; a voucher that pays at most the fare still does.
    fn charge_range(&self, line: &ChargeLine, usd_rate: f64) -> Option<Range> {
        let t = &self.index.corridor.tables.tariff.rows()[line.tariff as usize];
        let cited = |field| self.parameter(TableKind::Tariff, line.tariff as usize, field).and_then(|p| self.provenance.range(p));
        let own = t.minimum.map(Quantity::value);
        let (rate, minimum) = (cited("amount"), cited("minimum"));
        if rate.is_none() && minimum.is_none() {
            return None;
        }
        let at = |rate: f64, minimum: Option<f64>| match t.per {
            TariffUnit::Share => rate * line.quantity,
            _ => minimum.map_or(rate * line.quantity, |m| (rate * line.quantity).max(m)) * usd_rate,
        };
        let floor = if line.usd > at(t.amount.value(), own) + 1e-9 { line.usd } else { f64::NEG_INFINITY };
        let (low, high) = rate.unwrap_or((t.amount.value(), t.amount.value()));
        let end = |rate, m: Option<f64>| at(rate, m.or(own)).max(floor);
        Some(ordered(end(low, minimum.map(|m| m.0)), end(high, minimum.map(|m| m.1))))
    }

    /// The factor that gave a leg's emissions; of several (a chain of links) the one that gave most.
    pub(super) fn emission(&self, lines: &[EmissionLine]) -> Option<EmissionUse> {
        let c = self.index.corridor;
        let line = lines.iter().max_by(|a, b| a.grams.total_cmp(&b.grams))?;
        let row = line.emission as usize;
        let e = &c.tables.emission.rows()[row];
        let factor = self.parameter(TableKind::Emission, row, "factor");
        let ranges: Vec<(f64, f64)> = lines.iter().map(|l| self.grams_range(l)).collect();
        let sum = |pick: fn(&(f64, f64)) -> f64| ranges.iter().map(pick).sum::<f64>() / 1000.0;
        Some(EmissionUse {
            emission: c.strings.id(e.emission_id).into(),
            name: c.strings.text(e.name).into(),
            factor: e.factor.value(),
            unit: e.unit.name().into(),
            method: factor.and_then(|p| self.provenance.citation(p)).map_or(String::new(), |x| x.method.name().into()),
            allocation: c.strings.text(e.allocation).into(),
            range: Some(Range { low: sum(|r| r.0), high: sum(|r| r.1) }),
        })
    }

    pub(super) fn grams_range(&self, line: &EmissionLine) -> (f64, f64) {
        let e = &self.index.corridor.tables.emission.rows()[line.emission as usize];
        let range = self.parameter(TableKind::Emission, line.emission as usize, "factor").and_then(|p| self.provenance.range(p));
        match range {
            Some((low, high)) if e.factor.value() > 0.0 => {
                (line.grams * low / e.factor.value(), line.grams * high / e.factor.value())
            }
            _ => (line.grams, line.grams),
        }
    }
}

fn ordered(a: f64, b: f64) -> Range {
    Range { low: a.min(b), high: a.max(b) }
}
