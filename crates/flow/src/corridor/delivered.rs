//! What a unit of each competing origin costs at a market, in words: at least cost the cheapest takes all, however little cheaper.
//!
//! ```text
//! delivered = what the supplier asks + charges + hours x value of time + what the way takes of full limits x their prices
//! ```
//! Looked at in the period in which the market takes most.

use super::Flow;
use super::optimum::Optimum;
use super::room::Workspace;
use super::wishes::WishRow;

/// What follows where several origins can serve a market.
const ALL: &str =
    "at least cost the cheapest takes all it can, however little cheaper it is; the method `choice` splits by the difference";

impl Flow<'_> {
    /// One line a market that several origins reach.
    pub(super) fn delivered(&self, optimum: &Optimum) -> Vec<String> {
        let markets = self.plan.wishes.iter().enumerate().filter(|(_, w)| matches!(w.row, WishRow::Market(_)));
        markets.filter_map(|(w, _)| self.delivered_to(w, optimum)).collect()
    }

    fn delivered_to(&self, w: usize, optimum: &Optimum) -> Option<String> {
        let (plan, wish) = (&self.plan, &self.plan.wishes[w]);
        let period = (0..plan.periods.len()).reduce(|a, b| if wish.lots[b] > wish.lots[a] { b } else { a })?;
        let mut work = Workspace::default();
        let mut costs: Vec<(f64, &str)> = Vec::new();
        for (o, origin) in wish.origins.iter().enumerate() {
            let lot = plan.least_delivered((period, w, o), &optimum.price, &mut work);
            let supply = origin.supply.map(|s| self.corridor.strings.id(self.corridor.tables.supply.rows()[s].supply_id));
            costs.extend(lot.zip(supply).map(|(usd, name)| (usd / wish.lot, name)));
        }
        if costs.len() < 2 {
            return None;
        }
        costs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
        let each: Vec<String> = costs.iter().map(|(usd, name)| format!("{name} {usd:.1}")).collect();
        let (market, unit) = (super::answer::name(&self.corridor, wish), wish.unit.name());
        Some(format!("{market}, delivered, USD a {unit}, time counted: {}: {ALL}.", each.join(", ")))
    }
}
