//! Shortest paths with lengths that are not whole numbers.

use std::collections::VecDeque;

use super::{Hop, Layer};
use crate::mincost::oracle::Prices;
use crate::mincost::problem::CommodityIx;

/// No slot: the origin, or a node not reached.
const NO_SLOT: u32 = u32::MAX;
/// Children of a node of the heap.
const FAN: usize = 4;
/// Not in the heap, or not any more.
const OUT: u32 = u32::MAX;

/// Room for one search after the other.
#[derive(Clone, Debug, Default)]
pub struct Search {
    lengths: Vec<f64>,
    distance: Vec<f64>,
    via: Vec<u32>,
    /// Nodes by distance, and the place of each node among them.
    heap: Vec<u32>,
    place: Vec<u32>,
    wanted: Vec<bool>,
    way: Vec<u32>,
}

impl Search {
    /// Finds the distances of all targets from the origin; `Err` when some cycle is below zero.
    pub(super) fn run(
        &mut self,
        layer: &Layer,
        origin: u32,
        targets: &[(u32, CommodityIx)],
        prices: &dyn Prices,
    ) -> Result<(), ()> {
        let least = layer.lengths(prices, &mut self.lengths);
        let nodes = layer.closed.len();
        self.distance.clear();
        self.distance.resize(nodes, f64::INFINITY);
        self.via.clear();
        self.via.resize(nodes, NO_SLOT);
        self.distance[origin as usize] = 0.0;
        if least < 0.0 {
            return self.correct(layer, origin);
        }
        self.settle(layer, origin, targets);
        Ok(())
    }

    pub(super) fn distance(&self, node: u32) -> Option<f64> {
        let distance = self.distance[node as usize];
        distance.is_finite().then_some(distance)
    }

    /// The arcs of the way to a node, in the order of travel.
    pub(super) fn path(&mut self, layer: &Layer, node: u32) -> impl Iterator<Item = u32> + use<'_> {
        self.way.clear();
        let mut at = node;
        while self.via[at as usize] != NO_SLOT {
            let slot = self.via[at as usize];
            self.way.push(layer.hops[slot as usize].arc);
            at = layer.tail[slot as usize];
        }
        self.way.iter().rev().copied()
    }

    /// Dijkstra, until every target has its label for good.
    fn settle(&mut self, layer: &Layer, origin: u32, targets: &[(u32, CommodityIx)]) {
        let nodes = layer.closed.len();
        self.wanted.clear();
        self.wanted.resize(nodes, false);
        let mut missing = 0;
        for &(target, _) in targets {
            missing += usize::from(!std::mem::replace(&mut self.wanted[target as usize], true));
        }
        self.heap.clear();
        self.place.clear();
        self.place.resize(nodes, OUT);
        self.push(origin);
        while let Some(node) = self.pop() {
            if self.wanted[node as usize] {
                missing -= 1;
                if missing == 0 {
                    return;
                }
            }
            if layer.closed[node as usize] && node != origin {
                continue;
            }
            let so_far = self.distance[node as usize];
            for slot in layer.first[node as usize]..layer.first[node as usize + 1] {
                let Hop { head, .. } = layer.hops[slot as usize];
                let reached = so_far + self.lengths[slot as usize];
                if reached < self.distance[head as usize] {
                    self.distance[head as usize] = reached;
                    self.via[head as usize] = slot;
                    self.push(head);
                }
            }
        }
    }

    /// Adds a node, or moves it up after its distance has fallen.
    fn push(&mut self, node: u32) {
        let mut at = self.place[node as usize] as usize;
        if at == OUT as usize {
            at = self.heap.len();
            self.heap.push(node);
        }
        let distance = self.distance[node as usize];
        while at > 0 {
            let above = (at - 1) / FAN;
            let parent = self.heap[above];
            if self.distance[parent as usize] <= distance {
                break;
            }
            self.heap[at] = parent;
            self.place[parent as usize] = at as u32;
            at = above;
        }
        self.heap[at] = node;
        self.place[node as usize] = at as u32;
    }

    fn pop(&mut self) -> Option<u32> {
        let top = *self.heap.first()?;
        let last = self.heap.pop()?;
        self.place[top as usize] = OUT;
        if self.heap.is_empty() {
            return Some(top);
        }
        let distance = self.distance[last as usize];
        let mut at = 0;
        loop {
            let (first, end) = (FAN * at + 1, (FAN * at + FAN + 1).min(self.heap.len()));
            let Some(least) = (first..end).min_by(|&a, &b| self.key(a).total_cmp(&self.key(b))) else { break };
            if self.key(least) >= distance {
                break;
            }
            self.heap[at] = self.heap[least];
            self.place[self.heap[at] as usize] = at as u32;
            at = least;
        }
        self.heap[at] = last;
        self.place[last as usize] = at as u32;
        Some(top)
    }

    fn key(&self, at: usize) -> f64 {
        self.distance[self.heap[at] as usize]
    }

    /// Corrects labels, first in first out; a node that is corrected as often as there are nodes lies on a cycle below zero.
    fn correct(&mut self, layer: &Layer, origin: u32) -> Result<(), ()> {
        let nodes = layer.closed.len();
        let mut times = vec![0_u32; nodes];
        let mut waiting = vec![false; nodes];
        let mut queue = VecDeque::from([origin]);
        while let Some(node) = queue.pop_front() {
            waiting[node as usize] = false;
            if layer.closed[node as usize] && node != origin {
                continue;
            }
            let so_far = self.distance[node as usize];
            for slot in layer.first[node as usize]..layer.first[node as usize + 1] {
                let head = layer.hops[slot as usize].head as usize;
                let reached = so_far + self.lengths[slot as usize];
                // Rounding alone must not correct labels for ever.
                let old = self.distance[head];
                if reached < old && (old.is_infinite() || old - reached > 1e-13 * reached.abs()) {
                    (self.distance[head], self.via[head]) = (reached, slot);
                    if !std::mem::replace(&mut waiting[head], true) {
                        times[head] += 1;
                        if times[head] as usize > nodes {
                            return Err(());
                        }
                        queue.push_back(head as u32);
                    }
                }
            }
        }
        if self.via[origin as usize] == NO_SLOT { Ok(()) } else { Err(()) }
    }
}
