//! Changes of a question that has been answered: bushes and flows stay, so that the next answer is near.

use super::Assignment;
use super::bush::{Bush, Wish};
use super::curve::Curve;
use super::error::EquilibriumError;
use super::graph::{self, NONE};
use keruen_results::equilibrium::{CongestedLink, FlowLink, Trip};

impl Assignment {
    /// Gives a link another delay or fixed cost; its ends stay. Flows stay where they are, unless the link is closed: then the origins
    /// that use it are loaded anew.
    ///
    /// # Errors
    /// When there is no such link or a value is out of range.
    pub fn change_link(&mut self, link: FlowLink, to: &CongestedLink) -> Result<(), EquilibriumError> {
        let links = self.graph.edge.len();
        let edge = *self.graph.edge.get(link.index()).ok_or(EquilibriumError::NoSuchLink { link, links })? as usize;
        graph::check(link, to, self.graph.nodes as u32)?;
        if to.from.0 != self.graph.tail[edge] || to.to.0 != self.graph.head[edge] {
            return Err(EquilibriumError::OtherEnds { link });
        }
        let curve = Curve::of(to, self.principle);
        if curve.is_closed() {
            self.empty(edge as u32);
        }
        self.lanes.iter_mut().for_each(|lane| lane.loads.bend(edge, curve));
        // A link that opens may give trips a way that had none.
        self.loaded = false;
        Ok(())
    }

    /// Gives open links other curves that are open too; flows stay.
    pub(crate) fn bend(&mut self, curves: impl Iterator<Item = (FlowLink, Curve)>) {
        for (link, curve) in curves {
            let edge = self.graph.edge[link.index()] as usize;
            self.lanes.iter_mut().for_each(|lane| lane.loads.bend(edge, curve));
        }
    }

    /// Sets the trips of a pair; 0 takes them away. Other flows stay, and those of the pair keep their ways.
    ///
    /// # Errors
    /// When a node is not in the network, or the amount is negative or not finite.
    pub fn change_trip(&mut self, to: &Trip) -> Result<(), EquilibriumError> {
        super::check_trip(0, to, self.graph.nodes)?;
        if to.from == to.to {
            return Ok(());
        }
        let (lanes, count) = (self.lanes.len(), self.bushes().count());
        let known = self.bushes().position(|b| b.origin == to.from.0);
        let at = known.unwrap_or(count);
        let lane = &mut self.lanes[at % lanes];
        if known.is_none() {
            lane.bushes.push(Bush::new(to.from.0, Vec::new()));
        }
        let wishes = &mut lane.bushes[at / lanes].wishes;
        match wishes.iter_mut().find(|w| w.node == to.to.0) {
            Some(wish) => wish.amount = to.amount,
            None => wishes.push(Wish { node: to.to.0, place: NONE, amount: to.amount }),
        }
        lane.distribute(at / lanes);
        lane.bushes[at / lanes].wishes.retain(|w| w.amount > 0.0);
        self.add_up();
        self.loaded = false;
        Ok(())
    }

    /// Takes away the flow of every origin that uses an edge.
    fn empty(&mut self, edge: u32) {
        for lane in &mut self.lanes {
            for bush in 0..lane.bushes.len() {
                if lane.bushes[bush].arcs.iter().any(|a| a.edge == edge) {
                    lane.clear(bush);
                }
            }
        }
        self.add_up();
    }
}
