//! Least and greatest cost from the origin to every place of a bush.
//!
//! ```text
//! least[j]    = min over arcs i->j           of least[i] + c(i->j)
//! greatest[j] = max over arcs i->j in use    of greatest[i] + c(i->j)
//! ```
//!
//! At equilibrium the two are the same wherever something arrives.

use super::bush::Bush;
use super::graph::NONE;

/// Labels of one bush.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    pub places: Vec<Label>,
}

/// Labels of one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub least: f64,
    /// Minus infinity where nothing arrives.
    pub greatest: f64,
    /// Arc of the least and of the greatest cost; [`NONE`] at the origin, the latter also where nothing arrives.
    pub least_by: u32,
    pub greatest_by: u32,
}

const ORIGIN: Label = Label { least: 0.0, greatest: 0.0, least_by: NONE, greatest_by: NONE };

impl Labels {
    /// Labels at the present costs. Gives the largest difference between the two labels of a place.
    pub fn find(&mut self, bush: &Bush, cost: &[f64]) -> f64 {
        self.places.clear();
        self.places.push(ORIGIN);
        let mut widest: f64 = 0.0;
        for place in 1..bush.nodes.len() {
            let mut label = Label { least: f64::INFINITY, greatest: f64::NEG_INFINITY, least_by: NONE, greatest_by: NONE };
            let into = bush.arcs_into(place);
            for (i, arc) in (into.start as u32..).zip(&bush.arcs[into]) {
                let (tail, cost) = (&self.places[arc.tail as usize], cost[arc.edge as usize]);
                let least = tail.least + cost;
                if least < label.least {
                    (label.least, label.least_by) = (least, i);
                }
                let greatest = tail.greatest + cost;
                if arc.flow > 0.0 && greatest > label.greatest {
                    (label.greatest, label.greatest_by) = (greatest, i);
                }
            }
            widest = widest.max(label.greatest - label.least);
            self.places.push(label);
        }
        widest
    }

    /// Whether anything arrives at a place.
    #[inline]
    pub fn in_use(&self, place: usize) -> bool {
        place == 0 || self.places[place].greatest_by != NONE
    }
}
