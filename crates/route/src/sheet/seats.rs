//! Seats on a way: how often each ride leaves, what rights it needs, and the price with and without subsidy.

use super::Sheets;
use super::way::Placed;
use keruen_model::{Departure, Loading, Quantity, TariffScope};
use keruen_network::compile::ArcKind;
use keruen_results::route::{Charge, Leg};
use keruen_results::seats::{Flight, Seats};

/// Hours of a week.
const WEEK: f64 = 168.0;

impl Sheets<'_> {
    /// Terms of the seats; `None` for everything that does not sit.
    pub(super) fn seats(&self, placed: &[Placed<'_>], legs: &[Leg]) -> Option<Seats> {
        self.graph.lot.on(Loading::Air)?;
        let flights: Vec<Flight> = placed.iter().filter_map(|p| self.flight(p, legs)).collect();
        let charges = || legs.iter().flat_map(|l| &l.charges);
        let price = charges().map(|c| c.usd).fold(0.0, |a, b| a + b);
        let subsidy = charges().filter(|c| self.is_subsidy(c)).map(|c| -c.usd).fold(0.0, |a, b| a + b);
        let rarest = flights.iter().map(|f| f.departures_per_week).try_fold(f64::INFINITY, |a, b| Some(a.min(b?)));
        Some(Seats { departures_per_week: rarest.filter(|w| w.is_finite()), fare: price + subsidy, subsidy, price, flights })
    }

    fn is_subsidy(&self, charge: &Charge) -> bool {
        let tariffs = &self.index.corridor.tables.tariff;
        let row = self.index.corridor.strings.find(&charge.tariff).and_then(|id| tariffs.position(id));
        row.is_some_and(|row| tariffs.rows()[row].scope == TariffScope::Subsidy)
    }

    fn flight(&self, p: &Placed<'_>, legs: &[Leg]) -> Option<Flight> {
        let ArcKind::Ride(id, _) = &p.arc.kind else { return None };
        let c = self.index.corridor;
        let service = c.tables.service.find(*id)?;
        let leg = &legs[p.leg];
        let headway = service.headway.map(Quantity::value).filter(|h| *h > 0.0 && service.departure == Departure::Headway);
        Some(Flight {
            leg: p.leg,
            service: c.strings.id(*id).into(),
            name: leg.name.clone(),
            operator: leg.operator.clone(),
            departures_per_week: headway.map(|h| WEEK / h),
            rights: leg.papers.clone(),
        })
    }
}
