//! Road networks with their capacities taken as hard: cost = free-flow time, capacity = factor times that of the file, trips that
//! find no room stay behind at a stated cost.

use keruen_certify::mincost::{Commodity, Instance, Layer};
use keruen_flow::mincost::{CommodityIx, Error, Network, Offers, Oracle, Prices};
use keruen_tables::tntp::{NetworkTntp, TripsTntp};

use super::case::{arc, prepare};
use crate::instance::Fault;

/// How much dearer than the dearest trip on the empty network it is to stay behind, unless stated.
const DEARER: f64 = 10.0;

/// An instance; `unserved` is the cost of a trip that stays behind.
pub fn instance(network: &NetworkTntp, trips: &TripsTntp, factor: f64, unserved: Option<f64>) -> Result<Instance, Fault> {
    let mut layer = Layer { nodes: network.nodes, ..Layer::default() };
    layer.closed = (1..network.first_thru_node.min(network.nodes + 1)).map(|node| node - 1).collect();
    let mut rows = Vec::new();
    for (row, link) in network.links.iter().enumerate() {
        layer.arcs.push(arc((link.from - 1, link.to - 1), link.free_flow_time, Some(row as u32)));
        rows.push((f64::NEG_INFINITY, factor * link.capacity));
    }
    let wish = |trip: &&keruen_tables::tntp::TripTntp| trip.from != trip.to;
    let commodity = |trip: &keruen_tables::tntp::TripTntp| Commodity {
        layer: 0,
        from: trip.from - 1,
        to: trip.to - 1,
        demand: trip.amount,
        unserved: Some(unserved.unwrap_or(0.0)),
    };
    let commodities = trips.trips.iter().filter(wish).map(commodity).collect();
    let mut instance = Instance { layers: vec![layer], rows, commodities, columns: Vec::new() };
    if unserved.is_none() {
        let cost = DEARER * dearest(&instance)?;
        instance.commodities.iter_mut().for_each(|commodity| commodity.unserved = Some(cost));
    }
    Ok(instance)
}

/// The cost of the dearest trip on the empty network.
fn dearest(instance: &Instance) -> Result<f64, Fault> {
    struct Free(Vec<f64>);
    impl Prices for Free {
        fn scale(&self) -> f64 {
            1.0
        }
        fn rows(&self) -> &[f64] {
            &self.0
        }
        fn worth(&self, _: CommodityIx) -> f64 {
            f64::INFINITY
        }
        fn tolerance(&self, _: CommodityIx) -> f64 {
            0.0
        }
    }
    let (_, network): (_, Network) = prepare(instance)?;
    let (mut search, mut offers) = (network.workspace(), Offers::default());
    let prices = Free(vec![0.0; instance.rows.len()]);
    let mut all = || (0..network.groups()).try_for_each(|group| network.search(group, &prices, &mut search, &mut offers));
    all().map_err(|error: Error| Fault::Flow(error))?;
    Ok(offers.iter().map(|offer| offer.cost).fold(0.0, f64::max))
}
