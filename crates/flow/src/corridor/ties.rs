//! Which of several ways that cost the same is told?
//!
//! ```text
//! rank of an arc for a wish  =  unit x draw(name of the arc, name of the wish),     0 <= draw < 1
//! unit                       =  a part of what a lot of the wish costs at least
//! ```
//! The tables know many such ways: two links between the same places at the same price, two ports of one tariff. Which of them the
//! simplex finds hangs on everything else, and a comparison would tell of money that moves from one railway to another without a
//! cause. A draw hangs on names alone: the same way is told whatever a scenario changes elsewhere. Every wish draws for itself, so
//! that two wishes that could change places do not either. Of sailings that nobody needs there are none.

use super::plan::Plan;
use super::waits::Leg;
use crate::mincost::Ties;
use keruen_model::{Corridor, Id, Node, Sym};
use keruen_network::compile::{Arc, ArcKind};

/// Part of the least cost of a lot that the rank of an arc is at most: a way of some twenty arcs has a rank of about its cost.
const PART: f64 = 0.1;
/// The same of what is left behind, whose cost is far above that of any way.
const PART_LEFT: f64 = 1.0 / 256.0;
/// How much more each later period counts, so that months that share a quota do not change places.
const LATER: f64 = 1.0 / 64.0;
/// Rank of a sailing, in US dollars.
const SAILING: f64 = 1000.0;

/// Lots of one wish.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tie {
    name: u64,
    unit: f64,
}

impl Tie {
    /// Rank of one arc in a period.
    #[inline]
    pub fn rank(self, arc: u32, period: usize) -> f64 {
        self.unit * (1.0 + LATER * period as f64) * draw(arc, self.name)
    }
}

/// What an arc is called, whatever its number.
pub(super) fn arc_name(corridor: &Corridor, from: Id<Node>, arc: &Arc) -> u32 {
    let mut name = Name::new(corridor);
    name.add(from.sym());
    match &arc.kind {
        ArcKind::Link(link) => name.add(link.sym()),
        ArcKind::Transit(links) => links.iter().for_each(|link| name.add(link.sym())),
        ArcKind::Ride(service, links) => {
            name.add(service.sym());
            links.iter().for_each(|link| name.add(link.sym()));
        }
        ArcKind::Operation(operation, facility, service) => {
            name.add(operation.sym());
            name.add(facility.sym());
            service.iter().for_each(|service| name.add(service.sym()));
        }
    }
    name.short()
}

impl Plan {
    /// Ranks of everything; ways get theirs when they are found.
    pub(super) fn add_ties(&mut self, corridor: &Corridor) {
        self.ties = (0..self.wishes.len()).map(|w| self.tie(corridor, w)).collect();
        let left = |&(period, w): &(usize, usize)| {
            let tie = Tie { unit: PART_LEFT * self.wishes[w].left.abs(), ..self.ties[w] };
            tie.rank(0, period)
        };
        let sailing = |&(period, i): &(usize, usize)| {
            let mut name = Name::new(corridor);
            let sailing = &self.ledgers[period].sailings[i];
            name.add(sailing.service.sym());
            sailing.fleet.iter().for_each(|fleet| name.add(fleet.sym()));
            SAILING * (1.0 + draw(name.short(), 0)) * (1.0 + LATER * period as f64)
        };
        let mut columns: Vec<f64> = self.sailings.iter().map(sailing).collect();
        columns.resize(self.problem.columns.len(), 0.0);
        self.problem.ties = Some(Ties { unserved: self.commodities.iter().map(left).collect(), columns });
    }

    fn tie(&self, corridor: &Corridor, w: usize) -> Tie {
        let mut name = Name::new(corridor);
        name.text(&super::answer::name(corridor, &self.wishes[w]));
        let aims = self.networks.iter().flat_map(|n| (0..self.wishes[w].origins.len()).filter_map(move |o| n.aim(w, o)));
        let least = aims.map(|(_, bounds, start)| bounds.to_go(bounds.target.begin(start)).abs()).find(|c| c.is_finite());
        Tie { name: name.sum, unit: PART * least.unwrap_or(1.0).max(1.0) }
    }

    /// Rank of a leg of a wish.
    pub(super) fn leg_rank(&self, wish: usize, leg: Leg<'_>) -> f64 {
        let name = leg.ways.steps[leg.arc() as usize].name;
        let tie = self.ties.get(wish).copied().unwrap_or_default();
        tie.rank(if leg.stay().is_some() { !name } else { name }, leg.period)
    }
}

/// Names put one after the other (FNV-1a, Fowler, Noll and Vo 1991).
struct Name<'c> {
    corridor: &'c Corridor,
    sum: u64,
}

impl<'c> Name<'c> {
    fn new(corridor: &'c Corridor) -> Self {
        Name { corridor, sum: 0xcbf2_9ce4_8422_2325 }
    }

    fn add(&mut self, id: Sym) {
        self.text(self.corridor.text(id));
    }

    fn text(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.sum = (self.sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn short(&self) -> u32 {
        (mixed(self.sum) >> 32) as u32
    }
}

/// A number from 0 to 1 that hangs on both names.
#[inline]
fn draw(name: u32, whose: u64) -> f64 {
    (mixed(whose ^ u64::from(name).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// Every bit of the outcome hangs on every bit (the last step of SplitMix64: Steele, Lea and Flood 2014).
#[inline]
fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
