//! The answer: the points of a front, the ways behind them, and why there are none.

use super::super::graph::Graph;
use super::super::ids::ArcIx;

/// The ways found by one search, by rising costs in lexicographic order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front<const D: usize> {
    /// The cost vectors, none of which another equals or betters throughout.
    pub points: Vec<Point<D>>,
    /// Whether that is all there is.
    pub outcome: Outcome,
    /// How much the search did.
    pub effort: Effort,
    pub(super) steps: Vec<Step>,
}

/// One way of a front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point<const D: usize> {
    /// What it costs, by criterion.
    pub costs: [u32; D],
    pub(super) step: u32,
}

/// One arc of a way, and the step before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub before: u32,
    pub arc: ArcIx,
}

/// Before the first step.
pub(super) const START: u32 = u32::MAX;

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The front is whole (or, with a tolerance, covers the whole front).
    Complete,
    /// There is no way to list.
    Empty(WhyEmpty),
    /// The asker stopped the search. The points found are on the front; points may be missing.
    Cancelled,
    /// The search used up the labels it was allowed. The points found are on the front; points may be missing.
    LabelsUsedUp,
}

/// Why a front is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyEmpty {
    /// No chain of arcs leads from the source to the target.
    NoWay,
    /// The least possible cost of one criterion is above its limit.
    AboveLimit {
        /// Which criterion, counted from 0.
        criterion: usize,
        /// The least cost of any way.
        least: u32,
        /// What was allowed.
        limit: u32,
    },
    /// Every limit can be kept by some way, but no way keeps all of them.
    LimitsTogether,
}

/// How much a search did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Labels made: each the arrival of one way worth continuing at one node.
    pub labels: u64,
    /// Labels that left the queue, superfluous ones included.
    pub popped: u64,
    /// The largest number of labels that waited at once, as seen every few thousand labels.
    pub most_open: u64,
}

impl<const D: usize> Front<D> {
    pub(super) fn empty(why: WhyEmpty) -> Self {
        Self { points: Vec::new(), outcome: Outcome::Empty(why), effort: Effort::default(), steps: Vec::new() }
    }

    /// The arcs of a way, in the order of travel.
    pub fn path(&self, point: &Point<D>) -> Vec<ArcIx> {
        let mut arcs = Vec::new();
        let mut at = point.step;
        while let Some(step) = self.steps.get(at as usize) {
            arcs.push(step.arc);
            at = step.before;
        }
        arcs.reverse();
        arcs
    }
}

/// The labels of a search: for each, the label it continues and the slot by which. In pieces, so that growing copies nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    pieces: Vec<Vec<Made>>,
    count: u32,
}

#[derive(Clone, Copy, Debug)]
struct Made {
    parent: u32,
    slot: u32,
}

/// Labels a piece: half a mebibyte.
const PIECE: usize = 1 << 16;

/// Stands in place of the slot once a label has become a step; its parent is then the number of the step.
const KEPT: u32 = u32::MAX - 1;

impl Labels {
    pub fn clear(&mut self) {
        self.pieces.iter_mut().for_each(Vec::clear);
        self.count = 0;
    }

    pub fn len(&self) -> usize {
        self.count as usize
    }

    #[inline(always)]
    pub fn push(&mut self, parent: u32, slot: u32) -> u32 {
        let number = self.count;
        let piece = number as usize / PIECE;
        if piece == self.pieces.len() {
            self.pieces.push(Vec::with_capacity(PIECE));
        }
        self.pieces[piece].push(Made { parent, slot });
        self.count += 1;
        number
    }

    fn made(&mut self, number: u32) -> &mut Made {
        &mut self.pieces[number as usize / PIECE][number as usize % PIECE]
    }

    /// Only the labels that lead to `points`, renumbered, with arcs in place of slots. The labels are used up by it.
    pub fn harvest<const D: usize>(&mut self, graph: &Graph, points: &mut [Point<D>]) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut chain = Vec::new();
        for point in points {
            let mut at = point.step;
            let mut made = *self.made(at);
            while made.slot < KEPT {
                chain.push(at);
                at = made.parent;
                made = *self.made(at);
            }
            let mut before = if made.slot == KEPT { made.parent } else { START };
            for label in chain.drain(..).rev() {
                let made = self.made(label);
                steps.push(Step { before, arc: graph.outgoing().arc()[made.slot as usize] });
                before = (steps.len() - 1) as u32;
                *made = Made { parent: before, slot: KEPT };
            }
            point.step = before;
        }
        steps
    }
}
