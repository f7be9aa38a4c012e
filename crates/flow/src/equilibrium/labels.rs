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
    /// Places where ways of different cost meet, in their order.
    pub meetings: Vec<u32>,
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
    /// Labels at the present costs.
    pub fn find(&mut self, bush: &Bush, cost: &[f64]) {
        self.meetings.clear();
        self.places.clear();
        self.places.reserve(bush.nodes.len());
        self.places.push(ORIGIN);
        for (place, ends) in bush.first[1..].windows(2).enumerate() {
            let label = if ends[1] - ends[0] == 1 { self.onward(bush, ends[0], cost) } else { self.of_several(bush, ends, cost) };
            if label.greatest_by != label.least_by && label.greatest > label.least {
                self.meetings.push(place as u32 + 1);
            }
            self.places.push(label);
        }
    }

    /// Most places have one arc that leads there.
    #[inline]
    fn onward(&self, bush: &Bush, i: u32, cost: &[f64]) -> Label {
        let arc = &bush.arcs[i as usize];
        let (tail, cost) = (&self.places[arc.tail as usize], cost[arc.edge as usize]);
        let least = tail.least + cost;
        let greatest = if arc.flow > 0.0 { tail.greatest + cost } else { f64::NEG_INFINITY };
        let by = |is: bool| if is { i } else { NONE };
        Label { least, greatest, least_by: by(least < f64::INFINITY), greatest_by: by(greatest > f64::NEG_INFINITY) }
    }

    fn of_several(&self, bush: &Bush, ends: &[u32], cost: &[f64]) -> Label {
        let mut label = Label { least: f64::INFINITY, greatest: f64::NEG_INFINITY, least_by: NONE, greatest_by: NONE };
        for (i, arc) in (ends[0]..).zip(&bush.arcs[ends[0] as usize..ends[1] as usize]) {
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
        label
    }

    /// Whether anything arrives at a place.
    #[inline]
    pub fn in_use(&self, place: usize) -> bool {
        place == 0 || self.places[place].greatest_by != NONE
    }
}
