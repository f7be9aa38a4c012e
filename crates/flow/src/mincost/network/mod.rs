//! Plain networks as an [`Oracle`]: ways are shortest paths, one search for all commodities of an origin.
//!
//! A network has layers, each a graph with its own costs and uses of rows: one layer when all goods travel alike, one for each
//! class when they do not. Length of an arc at given prices:
//!
//! ```text
//! length(a) = scale * cost(a) - sum over rows of use(a, row) * price(row)
//! ```
//! Prices of capacities are never above 0, so lengths are not negative and labels are set for good in the order of their
//! distance (Dijkstra). Rows that must be filled may make lengths negative; then labels are corrected until nothing changes
//! (Bellman 1958, Ford 1956), and a cycle below zero is an error.

mod rough;
mod search;

use keruen_network::kernel::{ArcIx, Graph, NodeIx};
use keruen_results::Progress;

use super::error::Error;
use super::near::Near;
use super::oracle::{Offers, Oracle, Prices};
use super::problem::{CommodityIx, Problem, RowIx};
pub use search::Search;

/// A layer, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayerIx(pub u32);

/// Layers, and who wants to go where.
#[derive(Clone, Debug, Default)]
pub struct Network {
    layers: Vec<Layer>,
    groups: Vec<Group>,
    /// The layer of each commodity that has a wish.
    layer_of: Vec<Option<u32>>,
}

/// One graph, its costs and uses, arcs of a node side by side.
#[derive(Clone, Debug)]
struct Layer {
    first: Vec<u32>,
    hops: Vec<Hop>,
    tail: Vec<u32>,
    cost: Vec<f64>,
    uses: Vec<Vec<(RowIx, f64)>>,
    /// Ways may begin and end here, not pass.
    closed: Vec<bool>,
    /// The row of each slot where every arc uses at most one row, one unit of it; else empty.
    single: Vec<u32>,
}

/// An arc of a node.
#[derive(Clone, Copy, Debug)]
struct Hop {
    head: u32,
    arc: u32,
}

/// Commodities with the same layer and origin.
#[derive(Clone, Debug)]
struct Group {
    layer: u32,
    origin: u32,
    targets: Vec<(u32, CommodityIx)>,
}

/// No row.
const NO_ROW: u32 = u32::MAX;

impl Network {
    /// Adds a layer: `cost` and `uses` have one entry an arc.
    ///
    /// # Errors
    /// When they have not, or are not finite.
    pub fn layer(&mut self, graph: &Graph, cost: Vec<f64>, uses: Vec<Vec<(RowIx, f64)>>) -> Result<LayerIx, Error> {
        if cost.len() != graph.arcs() || uses.len() != graph.arcs() {
            return Err(Error::Network { what: "there is not one cost and one list of uses for each arc", at: cost.len() });
        }
        let finite = |arc: &usize| cost[*arc].is_finite() && uses[*arc].iter().all(|(_, amount)| amount.is_finite());
        if let Some(at) = (0..cost.len()).find(|arc| !finite(arc)) {
            return Err(Error::Network { what: "the cost or a use of this arc is not a finite number", at });
        }
        let (mut first, mut hops, mut tail) = (vec![0], Vec::with_capacity(cost.len()), Vec::with_capacity(cost.len()));
        for node in (0..graph.nodes() as u32).map(NodeIx) {
            for &arc in graph.arcs_from(node) {
                hops.push(Hop { head: graph.head(arc).0, arc: arc.0 });
                tail.push(node.0);
            }
            first.push(hops.len() as u32);
        }
        let closed = vec![false; graph.nodes()];
        let single = single_rows(&hops, &uses);
        self.layers.push(Layer { first, hops, tail, cost, uses, closed, single });
        Ok(LayerIx((self.layers.len() - 1) as u32))
    }

    /// Forbids ways to pass through a node; they may still begin and end there.
    ///
    /// # Errors
    /// When there is no such layer or node.
    pub fn close(&mut self, layer: LayerIx, node: NodeIx) -> Result<(), Error> {
        let closed = self.layers.get_mut(layer.0 as usize).and_then(|layer| layer.closed.get_mut(node.index()));
        *closed.ok_or(Error::Network { what: "there is no such layer or node", at: node.index() })? = true;
        Ok(())
    }

    /// Says from where to where a commodity wants to go. A commodity may have several wishes in one layer:
    /// then any of the ways serves it.
    ///
    /// # Errors
    /// When there is no such layer or node, or the commodity has a wish in another layer.
    pub fn wish(&mut self, layer: LayerIx, from: NodeIx, to: NodeIx, commodity: CommodityIx) -> Result<(), Error> {
        let nodes = self.layers.get(layer.0 as usize).map_or(0, |layer| layer.closed.len());
        if from.index() >= nodes || to.index() >= nodes {
            return Err(Error::Network { what: "this commodity names a layer or node that is not there", at: commodity.index() });
        }
        if self.layer_of.len() <= commodity.index() {
            self.layer_of.resize(commodity.index() + 1, None);
        }
        if *self.layer_of[commodity.index()].get_or_insert(layer.0) != layer.0 {
            return Err(Error::Network { what: "this commodity has wishes in two layers", at: commodity.index() });
        }
        let same = |group: &&mut Group| (group.layer, group.origin) == (layer.0, from.0);
        // Wishes usually come by origin, so the last group is tried first.
        let group = match self.groups.iter_mut().rev().find(same) {
            Some(group) => group,
            None => {
                self.groups.push(Group { layer: layer.0, origin: from.0, targets: Vec::new() });
                let last = self.groups.len() - 1;
                &mut self.groups[last]
            }
        };
        group.targets.push((to.0, commodity));
        Ok(())
    }

    /// Changes the cost of an arc; [`Solver::renew`](super::Solver::renew) then brings earlier columns up to date.
    ///
    /// # Errors
    /// When there is no such arc, or the cost is not finite.
    pub fn set_cost(&mut self, layer: LayerIx, arc: ArcIx, cost: f64) -> Result<(), Error> {
        let old = self.layers.get_mut(layer.0 as usize).and_then(|layer| layer.cost.get_mut(arc.index()));
        let bad = Error::Network { what: "there is no such arc, or its cost is not finite", at: arc.index() };
        match old {
            Some(old) if cost.is_finite() => *old = cost,
            _ => return Err(bad),
        }
        Ok(())
    }
}

/// See [`Layer::single`].
fn single_rows(hops: &[Hop], uses: &[Vec<(RowIx, f64)>]) -> Vec<u32> {
    let simple = |uses: &Vec<(RowIx, f64)>| uses.len() <= 1 && uses.iter().all(|use_of| use_of.1 == 1.0);
    if !uses.iter().all(simple) {
        return Vec::new();
    }
    hops.iter().map(|hop| uses[hop.arc as usize].first().map_or(NO_ROW, |use_of| use_of.0.0)).collect()
}

impl Layer {
    /// The length of the arc in each slot, into `lengths`; returns the least.
    fn lengths(&self, prices: &dyn Prices, lengths: &mut Vec<f64>) -> f64 {
        let (scale, rows) = (prices.scale(), prices.rows());
        lengths.clear();
        let mut least = 0.0_f64;
        for (slot, hop) in self.hops.iter().enumerate() {
            let cost = scale * self.cost[hop.arc as usize];
            let (mut length, mut size) = (cost, cost.abs());
            if let Some(&row) = self.single.get(slot) {
                let price = rows.get(row as usize).copied().unwrap_or(0.0);
                length -= price;
                size += price.abs();
            } else {
                for &(row, amount) in &self.uses[hop.arc as usize] {
                    let price = rows[row.index()] * amount;
                    length -= price;
                    size += price.abs();
                }
            }
            // Rounding must not make a cycle of length zero a cycle below zero.
            if length < 0.0 && length > -ROUNDING * size {
                length = 0.0;
            }
            least = least.min(length);
            lengths.push(length);
        }
        least
    }

    fn offer(&self, commodity: CommodityIx, arcs: impl Iterator<Item = u32>, offers: &mut Offers) {
        offers.begin(commodity);
        for arc in arcs {
            offers.step(arc, self.cost[arc as usize], self.uses[arc as usize].iter().copied());
        }
    }
}

/// Lengths that are negative by less than this part of their terms are zero.
const ROUNDING: f64 = 1e-12;

impl Oracle for Network {
    type Workspace = Search;

    fn groups(&self) -> usize {
        self.groups.len()
    }

    fn workspace(&self) -> Search {
        Search::default()
    }

    fn search(&self, group: usize, prices: &dyn Prices, search: &mut Search, offers: &mut Offers) -> Result<(), Error> {
        let Group { layer: number, origin, targets } = &self.groups[group];
        let layer = &self.layers[*number as usize];
        search.run(layer, *origin, targets, prices).map_err(|()| Error::NegativeCycle { layer: *number as usize })?;
        for &(target, commodity) in targets {
            let Some(distance) = search.distance(target) else { continue };
            if distance < prices.worth(commodity) - prices.tolerance(commodity) {
                layer.offer(commodity, search.path(layer, target), offers);
            }
        }
        Ok(())
    }

    fn near(&self, problem: &Problem, progress: &dyn Progress) -> Result<Option<Near>, Error> {
        rough::rough(self, problem, progress)
    }

    fn renew(&self, commodity: CommodityIx, steps: &[u32], offers: &mut Offers) {
        if let Some(&Some(layer)) = self.layer_of.get(commodity.index()) {
            let layer = &self.layers[layer as usize];
            layer.offer(commodity, steps.iter().copied(), offers);
        }
    }
}
