//! Flows by way: each bush taken apart, the widest way of a destination first.
//!
//! Ways are not unique in an equilibrium; these are few: every one but the last of a destination empties an arc of its bush.

use keruen_results::equilibrium::{FlowLink, FlowNode, Trip};

use super::Assignment;
use super::bush::{Bush, Wish};
use super::graph::NONE;

/// What is left of a wish below this share of it goes along with the last way.
const REST: f64 = 1e-9;

impl Assignment {
    /// The flow of a link.
    pub(crate) fn flow(&self, link: FlowLink) -> f64 {
        self.lanes[0].loads.flow(self.graph.edge[link.index()] as usize)
    }

    /// Calls `take` with every way in use: its ends and amount, and its links in the order of travel.
    pub(crate) fn each_way(&self, mut take: impl FnMut(Trip, &[u32])) {
        let mut links = Vec::new();
        for bush in self.bushes() {
            let mut left: Vec<f64> = bush.arcs.iter().map(|arc| arc.flow).collect();
            for wish in bush.wishes.iter().filter(|wish| wish.place != NONE) {
                let mut rest = wish.amount;
                while rest > 0.0 {
                    let amount = self.widest(bush, wish, &mut left, rest, &mut links);
                    take(Trip { from: FlowNode(bush.origin), to: FlowNode(wish.node), amount }, &links);
                    rest -= amount;
                }
            }
        }
    }

    /// Takes as much as the way by the widest arcs has, at most `rest`, out of `left`.
    fn widest(&self, bush: &Bush, wish: &Wish, left: &mut [f64], rest: f64, links: &mut Vec<u32>) -> f64 {
        links.clear();
        let (mut arcs, mut place, mut amount) = (Vec::new(), wish.place as usize, rest);
        while place != 0 {
            let into = bush.arcs_into(place);
            let Some(arc) = into.reduce(|a, b| if left[b] > left[a] { b } else { a }) else { break };
            amount = amount.min(left[arc]);
            arcs.push(arc);
            place = bush.arcs[arc].tail as usize;
        }
        if amount <= 0.0 || rest - amount <= REST * wish.amount {
            amount = rest;
        }
        arcs.iter().for_each(|&arc| left[arc] -= amount);
        links.extend(arcs.iter().rev().map(|&arc| self.graph.link[bush.arcs[arc].edge as usize]));
        amount
    }
}
