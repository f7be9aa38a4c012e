//! Charge lines and emission lines with their range.

use super::Sheets;
use keruen_model::{Date, Quantity, TableKind, TariffUnit};
use keruen_network::compile::{ChargeLine, EmissionLine};
use keruen_results::Range;
use keruen_results::route::{Charge, EmissionUse};

impl Sheets<'_> {
    /// The charge lines of an arc and the range of their sum. The range of a line is that of its rate and minimum, other things
    /// equal.
    pub(super) fn charges(&self, lines: &[ChargeLine]) -> (Vec<Charge>, Option<Range>) {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        let mut out = Vec::new();
        for line in lines {
            let (mut least, mut most) = self.ends(line);
            let mut range = ordered(least, most);
            if line.capped {
                // A voucher pays at most the fare, at either end.
                range = ordered(least.max(-high), most.max(-low));
                (least, most) = (least.max(-low), most.max(-high));
            }
            (low, high) = (low + least, high + most);
            out.push(self.charge(line, self.is_ranged(line).then_some(range)));
        }
        let ranged = lines.iter().any(|l| self.is_ranged(l));
        (out, ranged.then_some(Range { low, high }))
    }

    fn charge(&self, line: &ChargeLine, range: Option<Range>) -> Charge {
        let c = self.index.corridor;
        let row = line.tariff as usize;
        let t = &c.tables.tariff.rows()[row];
        let amount = self.parameter(TableKind::Tariff, row, "amount");
        let cite = amount.and_then(|p| self.provenance.citation(p));
        let text = |t| c.strings.text(t).to_string();
        let day = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
        let rate = self.index.rate(t.currency.0).filter(|_| text(t.currency) != "USD");
        Charge {
            tariff: c.strings.id(t.tariff_id).into(),
            name: text(t.name),
            operator: t.operator_id.and_then(|o| c.tables.operator.find(o)).map_or(String::new(), |o| text(o.name)),
            rate: t.amount.value(),
            currency: text(t.currency),
            price_year: t.price_year,
            per: t.per.name().into(),
            quantity: line.quantity,
            usd_rate: self.index.usd(t.currency.0).unwrap_or(1.0),
            rate_date: day(rate.map(|(row, _)| c.tables.fx.rows()[row].date)),
            valid_from: day(t.valid_from),
            valid_to: day(t.valid_to),
            free_days: t.free_days.map(Quantity::value),
            usd: line.usd,
            range,
            method: cite.map_or(String::new(), |x| x.method.name().into()),
            includes: text(t.includes),
            excludes: text(t.excludes),
            sources: amount.map_or(Vec::new(), |p| self.sources(p)),
        }
    }

    fn cited(&self, line: &ChargeLine, field: &str) -> Option<(f64, f64)> {
        self.parameter(TableKind::Tariff, line.tariff as usize, field).and_then(|p| self.provenance.range(p))
    }

    fn is_ranged(&self, line: &ChargeLine) -> bool {
        self.cited(line, "amount").or_else(|| self.cited(line, "minimum")).is_some()
    }

    /// The line at the ends of its rate and of its minimum; a voucher before its cap.
    fn ends(&self, line: &ChargeLine) -> (f64, f64) {
        let t = &self.index.corridor.tables.tariff.rows()[line.tariff as usize];
        let usd_rate = self.index.usd(t.currency.0).unwrap_or(1.0);
        let at = |rate: f64, minimum: Option<f64>| match t.per {
            TariffUnit::Share => rate * line.quantity,
            _ => minimum.map_or(rate * line.quantity, |m| (rate * line.quantity).max(m)) * usd_rate,
        };
        let amount = t.amount.value();
        let (rate, minimum) = (self.cited(line, "amount").unwrap_or((amount, amount)), self.cited(line, "minimum"));
        let own = t.minimum.map(Quantity::value);
        let (a, b) = (at(rate.0, minimum.map(|m| m.0).or(own)), at(rate.1, minimum.map(|m| m.1).or(own)));
        (a.min(b), a.max(b))
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
