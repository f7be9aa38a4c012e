//! Flow, cost and slope of every edge, as one lane sees them.
//!
//! Lanes work side by side, each on its own origins, and each as though every other lane did the same as it: a shift of `d` counts
//! as `lanes * d`. Since the objective f is convex,
//!
//! ```text
//! f(x + d1 + .. + dn) <= 1/n * sum f(x + n * di)
//! ```
//!
//! so what lowers f in the eyes of every lane lowers it in truth, and the sum of the shifts needs no search for a step. The number
//! of lanes follows from the question alone; threads only share them out, so any number of threads gives the same bytes.

use super::curve::{Curve, Price};

/// The loads of a lane.
#[derive(Clone, Debug)]
pub(super) struct Loads {
    pub cost: Vec<f64>,
    edges: Vec<Load>,
    mirror: f64,
    /// With more than one lane: flows at the last meeting, and what this lane has added since.
    met: Vec<f64>,
    pub added: Vec<f64>,
}

/// One edge: a cache line.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Load {
    flow: f64,
    slope: f64,
    curve: Curve,
}

impl Loads {
    /// Empty edges.
    pub fn new(curves: &[Curve], lanes: usize) -> Self {
        let edges: Vec<Load> = curves.iter().map(|&curve| Load { flow: 0.0, slope: curve.at(0.0).slope, curve }).collect();
        let several = if lanes > 1 { curves.len() } else { 0 };
        let cost = curves.iter().map(|c| c.at(0.0).cost).collect();
        Self { cost, edges, mirror: lanes as f64, met: vec![0.0; several], added: vec![0.0; several] }
    }

    /// Adds to the flow of an edge.
    #[inline]
    pub fn add(&mut self, edge: u32, flow: f64) {
        let load = &mut self.edges[edge as usize];
        load.flow += self.mirror * flow;
        if !load.curve.is_constant() {
            let Price { cost, slope } = load.curve.at(load.flow);
            load.slope = slope;
            self.cost[edge as usize] = cost;
        }
        if let Some(added) = self.added.get_mut(edge as usize) {
            *added += flow;
        }
    }

    /// Derivative of the cost of an edge after a shift of this lane.
    #[inline]
    pub fn slope(&self, edge: u32) -> f64 {
        self.mirror * self.edges[edge as usize].slope
    }

    /// Mean cost of an open edge.
    pub fn usual_cost(&self) -> f64 {
        let open = self.cost.iter().filter(|c| c.is_finite());
        let (sum, count) = open.fold((0.0, 0_u32), |(sum, count), &c| (sum + c, count + 1));
        sum / f64::from(count.max(1))
    }

    /// Flow of an edge.
    pub fn flow(&self, edge: usize) -> f64 {
        self.edges[edge].flow
    }

    /// Cost and slope of an edge at another flow.
    #[inline]
    pub fn price_at(&self, edge: usize, flow: f64) -> Price {
        self.edges[edge].curve.at(flow)
    }

    /// Curve of an edge.
    pub fn curve(&self, edge: usize) -> &Curve {
        &self.edges[edge].curve
    }

    /// Takes over what all lanes, this one among them, have added since the last meeting, if there were several and there was one.
    pub fn meet(&mut self, all_added: &[Vec<f64>]) {
        if self.met.is_empty() || all_added.is_empty() {
            return;
        }
        for edge in 0..self.edges.len() {
            let sum = all_added.iter().fold(0.0, |sum, added| sum + added[edge]);
            if sum != 0.0 || self.edges[edge].flow != self.met[edge] {
                let flow = self.met[edge] + sum;
                self.set(edge, flow);
            }
        }
        self.added = vec![0.0; self.edges.len()];
    }

    /// Sets the flow of an edge for good.
    pub fn set(&mut self, edge: usize, flow: f64) {
        let load = &mut self.edges[edge];
        load.flow = flow;
        let Price { cost, slope } = load.curve.at(flow);
        (load.slope, self.cost[edge]) = (slope, cost);
        if let Some(met) = self.met.get_mut(edge) {
            *met = flow;
        }
    }

    /// Gives an edge another curve.
    pub fn bend(&mut self, edge: usize, curve: Curve) {
        self.edges[edge].curve = curve;
        self.set(edge, self.edges[edge].flow);
    }
}
