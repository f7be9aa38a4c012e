//! Flow moves from the dearest way in use to the cheapest way of the bush, place by place from the far end.
//!
//! ```text
//!              dearest: b1 .. bm
//!            /--------------------\          move = min(least flow of b, (c(b) - c(a)) / (sum of slopes of a and b))
//!   parting *                      * place
//!            \--------------------/
//!              cheapest: a1 .. an
//! ```
//!
//! Newton's step on the difference of the two costs, corrected where the slopes change too much along it.
//! Source: Dial 2006, section 5; Nie 2010, section 3.

use super::bush::Bush;
use super::labels::Labels;
use super::loads::Loads;

/// Working memory: arcs of the two ways.
#[derive(Clone, Debug, Default)]
pub(super) struct Shifter {
    cheap: Vec<u32>,
    dear: Vec<u32>,
}

/// Steps go this much beyond where the costs would be equal, since other shifts will bring part of the difference back
/// (successive over-relaxation, Young 1954). To a gap of 1e-12, 1.3 takes 0.70 to 0.91 of the sweeps of 1 on SiouxFalls, Anaheim,
/// Barcelona and ChicagoSketch; 1.7 takes fewer still on the first, and as many as 1 or more on the others. Where strides go beyond for all
/// shifts at once, each by itself does not: to 1e-12, Terrassa takes 1,216 sweeps then, and 3,264 if it does.
const BEYOND: f64 = 1.3;

/// After a step to where costs would be equal the difference of costs should be at most this share of that before; otherwise the step is corrected.
const GOOD: f64 = 0.25;

/// Corrections of a step: enough for powers of 20 from an empty link.
const CORRECTIONS: usize = 40;

impl Shifter {
    /// One pass over the places of a bush where ways of different cost meet.
    pub fn pass(&mut self, bush: &mut Bush, labels: &Labels, loads: &mut Loads) {
        let beyond = if bush.before.is_empty() { BEYOND } else { 1.0 };
        for &place in labels.meetings.iter().rev() {
            self.trace(bush, labels, place as usize);
            self.equalise(bush, loads, beyond);
        }
    }

    /// The two ways from where they part.
    fn trace(&mut self, bush: &Bush, labels: &Labels, place: usize) {
        self.cheap.clear();
        self.dear.clear();
        let (mut cheap, mut dear) = (place, place);
        // From the place itself one step on each way; then always on the one that is farther on in topological order.
        loop {
            if dear >= cheap {
                let arc = labels.places[dear].greatest_by;
                self.dear.push(arc);
                dear = bush.arcs[arc as usize].tail as usize;
            }
            if cheap > dear {
                let arc = labels.places[cheap].least_by;
                self.cheap.push(arc);
                cheap = bush.arcs[arc as usize].tail as usize;
            }
            if cheap == dear {
                return;
            }
        }
    }

    fn equalise(&self, bush: &mut Bush, loads: &mut Loads, beyond: f64) {
        let most = self.dear.iter().fold(f64::INFINITY, |most, &arc| bush.arcs[arc as usize].flow.min(most));
        let before = self.difference(bush, loads);
        if before.gain <= 0.0 || most <= 0.0 {
            return;
        }
        let (mut low, mut high) = (0.0, most);
        let mut moved = most.min(beyond * before.gain / before.slope);
        self.apply(bush, loads, moved);
        for _ in 0..CORRECTIONS {
            let now = self.difference(bush, loads);
            if now.gain.abs() <= (beyond - 1.0 + GOOD) * before.gain || (now.gain > 0.0 && moved >= most) {
                return;
            }
            if now.gain > 0.0 {
                low = moved
            } else {
                high = moved
            }
            let newton = moved + now.gain / now.slope;
            let next = if newton > low && newton < high { newton } else { low + (high - low) / 2.0 };
            self.apply(bush, loads, next - moved);
            moved = next;
        }
    }

    fn difference(&self, bush: &Bush, loads: &Loads) -> Difference {
        let (mut gain, mut slope) = (0.0, 0.0);
        for &arc in &self.dear {
            let edge = bush.arcs[arc as usize].edge;
            gain += loads.cost[edge as usize];
            slope += loads.slope(edge);
        }
        for &arc in &self.cheap {
            let edge = bush.arcs[arc as usize].edge;
            gain -= loads.cost[edge as usize];
            slope += loads.slope(edge);
        }
        Difference { gain, slope }
    }

    fn apply(&self, bush: &mut Bush, loads: &mut Loads, step: f64) {
        for &arc in &self.dear {
            let arc = &mut bush.arcs[arc as usize];
            arc.flow -= step;
            loads.add(arc.edge, -step);
        }
        for &arc in &self.cheap {
            let arc = &mut bush.arcs[arc as usize];
            arc.flow += step;
            loads.add(arc.edge, step);
        }
    }
}

/// Cost of the dear way above the cheap one, and how fast it falls with what is moved.
struct Difference {
    gain: f64,
    slope: f64,
}
