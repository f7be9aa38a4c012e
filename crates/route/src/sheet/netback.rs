//! Netback: price at the destination less everything paid on the way, for a tonne.

use super::Sheets;
use keruen_model::{Cargo, Id, Node, Quantity, TableKind, Unit};
use keruen_results::Range;
use keruen_results::oil::Netback;
use keruen_results::route::CostTotal;

impl Sheets<'_> {
    /// By the newest price of what is delivered, up to the year of the day; `None` where no market there has one by the tonne.
    pub(super) fn netback(&self, to: Id<Node>, delivered: Id<Cargo>, cost: &CostTotal) -> Option<Netback> {
        let c = self.index.corridor;
        let tonnes = self.graph.lot.tonnes.value();
        let sold = |m: &keruen_model::Market| {
            m.node_id == to
                && m.cargo_id == delivered
                && m.unit == Unit::T
                && m.year <= self.index.day.year()
                && m.price.is_some()
        };
        let rows = c.tables.market.rows();
        let at = (0..rows.len()).filter(|&i| sold(&rows[i]) && tonnes > 0.0).max_by_key(|&i| rows[i].year)?;
        let m = &rows[at];
        let usd = self.index.usd(m.currency.0)?;
        let (price, paid) = (m.price?.value() * usd, cost.amount / tonnes);
        let cell = self.parameter(TableKind::Market, at, "price");
        let price_range =
            cell.and_then(|p| self.provenance.range(p)).map(|(low, high)| Range { low: low * usd, high: high * usd });
        let (low, high) = price_range.map_or((price, price), |r| (r.low, r.high));
        let (least, most) = cost.range.map_or((paid, paid), |r| (r.low / tonnes, r.high / tonnes));
        Some(Netback {
            market: c.strings.id(m.market_id).into(),
            cargo: c.strings.id(delivered).into(),
            price,
            price_range,
            price_method: cell.and_then(|p| self.provenance.citation(p)).map_or(String::new(), |x| x.method.name().into()),
            cost: paid,
            amount: price - paid,
            range: Some(Range { low: low - most, high: high - least }),
            unit: "USD/t".into(),
            price_year: m.price_year.unwrap_or(m.year),
        })
    }
}
