//! The ways in use from one origin: a bush, a graph without cycles that holds every way that carries something.
//!
//! ```text
//! place:   0      1     2     3    ..      in topological order; 0 is the origin
//! into:          0->1  0->2  1->3, 2->3    arcs by the place where they end, each with the flow from this origin
//! ```
//!
//! Only places on ways in use are stored, so the bushes of a large network with few destinations stay small.

use super::graph::NONE;
use super::near::Near;

/// What comes in and what is wanted at a place may differ by this share: rounding of some hundred additions.
const ROUNDING: f64 = 1e-14;

/// The part of an edge that belongs to a bush.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub edge: u32,
    /// Place where it begins.
    pub tail: u32,
    pub flow: f64,
}

/// Trips from the origin of a bush.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub node: u32,
    /// Its place; [`NONE`] while no way to it is known.
    pub place: u32,
    pub amount: f64,
}

/// A bush.
#[derive(Clone, Debug)]
pub(super) struct Bush {
    pub origin: u32,
    pub nodes: Vec<u32>,
    /// Arcs into place `k`: `first[k]..first[k + 1]`.
    pub first: Vec<u32>,
    pub arcs: Vec<Arc>,
    /// Flow of each arc when the last stride began; empty while none is taken.
    pub before: Vec<f64>,
    pub wishes: Vec<Wish>,
    /// Cost above the shortest ways when last priced, for the ordered sum of the gap.
    pub excess: f64,
    /// Where to look for new ways.
    pub near: Near,
}

impl Bush {
    /// Only the origin.
    pub fn new(origin: u32, wishes: Vec<Wish>) -> Self {
        let (arcs, before) = (Vec::new(), Vec::new());
        Self { origin, nodes: vec![origin], first: vec![0, 0], arcs, before, wishes, excess: 0.0, near: Near::default() }
    }

    /// Arcs into a place.
    #[inline]
    pub fn arcs_into(&self, place: usize) -> std::ops::Range<usize> {
        self.first[place] as usize..self.first[place + 1] as usize
    }

    /// Distributes the wishes anew: at each place what leaves or ends comes in by the arcs in their present shares, or where nothing
    /// came in so far, by the last one. Reports each change of an edge. This also takes away what rounding has left.
    pub fn distribute(&mut self, wanted: &mut Vec<f64>, mut change: impl FnMut(u32, f64)) {
        wanted.clear();
        wanted.resize(self.nodes.len(), 0.0);
        for wish in self.wishes.iter().filter(|w| w.place != NONE) {
            wanted[wish.place as usize] += wish.amount;
        }
        for place in (1..self.nodes.len()).rev() {
            let into = self.arcs_into(place);
            let (present, wants) = (self.arcs[into.clone()].iter().map(|a| a.flow).sum::<f64>(), wanted[place]);
            let agree = (present - wants).abs() <= ROUNDING * wants;
            for i in into.clone() {
                let arc = &mut self.arcs[i];
                let flow = match present {
                    _ if agree => arc.flow,
                    _ if into.len() == 1 => wants,
                    0.0 => {
                        if i + 1 == into.end {
                            wants
                        } else {
                            0.0
                        }
                    }
                    _ => arc.flow * (wants / present),
                };
                if flow != arc.flow {
                    change(arc.edge, flow - arc.flow);
                    arc.flow = flow;
                }
                wanted[arc.tail as usize] += flow;
            }
        }
    }

    /// Takes all flow away. Reports each change of an edge.
    pub fn clear(&mut self, mut change: impl FnMut(u32, f64)) {
        self.arcs.iter().filter(|a| a.flow != 0.0).for_each(|a| change(a.edge, -a.flow));
        self.wishes.iter_mut().for_each(|w| w.place = NONE);
        *self = Self::new(self.origin, std::mem::take(&mut self.wishes));
    }

    /// Places by node, written into `place`.
    pub fn write_places(&self, place: &mut [u32]) {
        self.nodes.iter().enumerate().for_each(|(k, &node)| place[node as usize] = k as u32);
    }

    /// Undoes [`Bush::write_places`].
    pub fn erase_places(&self, place: &mut [u32]) {
        self.nodes.iter().for_each(|&node| place[node as usize] = NONE);
    }
}
