//! Goods at a quay, and how they go aboard.

use super::goods::{Lot, SHIPS};
use super::note::Deed;
use super::{BOARDABLE, LEAVES, World};
use crate::plan::line::side;
use crate::plan::way::Step;
use keruen_events::departure::Rule;
use keruen_events::{Agenda, Event, Order, Tick};
use std::collections::VecDeque;

/// Goods ready at a call, by side, and ships ready for them.
pub(super) struct Quay {
    pub goods: [VecDeque<u32>; 2],
    /// What they take of each slot.
    pub asked: [Vec<f64>; 2],
    pub ready: Vec<u32>,
    /// The departure before, of any ship of the line.
    pub last: Option<Tick>,
    /// Ships on demand that come for the goods.
    pub called: [Vec<u32>; 2],
    /// The goods have waited long: a ship comes for less than its load.
    pub urgent: [bool; 2],
    /// Somebody looks again at this moment.
    pub looked: [Option<Tick>; 2],
    /// Ships that came could take nothing: none is called before this moment.
    pub barred: [Tick; 2],
}

impl Quay {
    pub fn new(slots: usize) -> Quay {
        Quay {
            goods: Default::default(),
            asked: [vec![0.0; slots], vec![0.0; slots]],
            ready: Vec::new(),
            last: None,
            called: Default::default(),
            urgent: [false; 2],
            looked: [None; 2],
            barred: [Tick(0); 2],
        }
    }
}

/// Part of a piece by which a sum of places may miss a whole one.
const WHOLE: f64 = 1e-9;
/// After so many lots that do not fit no more are tried: what is left is too little for anybody.
const TRIES: usize = 16;

impl<'p> World<'p> {
    /// The ride that a lot waits for or is on: line, from, to, what a piece takes.
    pub(super) fn ride(&self, who: u32) -> Option<(usize, usize, usize, &'p [f64])> {
        let lot = &self.lots[who as usize];
        match self.courses[lot.row as usize].steps.get(lot.step as usize)? {
            Step::Ride(r) => Some((r.line, r.from, r.to, &r.takes)),
            _ => None,
        }
    }

    /// Which of the rides of its way a lot is at.
    pub(super) fn ride_number(&self, lot: &Lot) -> usize {
        let steps = self.courses[lot.row as usize].steps;
        steps.iter().take(lot.step as usize).filter(|s| matches!(s, Step::Ride(_))).count()
    }

    /// Ready to go aboard, once the cut-off is over.
    pub(super) fn queue(&mut self, now: Tick, who: u32, (line, call): (usize, usize), agenda: &mut Agenda) {
        self.lots[who as usize].waits = now;
        let lot = self.lots[who as usize];
        self.notes.waits(now, (line, call), (lot.row, lot.pieces));
        self.notes.queue(now, self.plan.lines.list[line].calls[call].port, i64::from(lot.pieces));
        self.notes.reached(now, &lot, self.ride_number(&lot));
        self.notes.log(now, who, &lot, Deed::ReadyFor { line, call });
        match self.plan.lines.list[line].calls[call].cut_off {
            0 => self.boardable(now, who, agenda),
            wait => agenda.at(now + wait, Order::USUAL, Event::new(BOARDABLE, who)),
        }
    }

    /// Goods may go aboard: ships that wait for them look whether they leave, or one is called.
    pub(super) fn boardable(&mut self, now: Tick, who: u32, agenda: &mut Agenda) {
        let Some((line, call, to, takes)) = self.ride(who) else { return };
        let (s, pieces) = (side(to > call), f64::from(self.lots[who as usize].pieces));
        let quay = &mut self.quays[line][call];
        quay.goods[s].push_back(who);
        quay.asked[s].iter_mut().zip(takes).for_each(|(a, t)| *a += t * pieces);
        if self.plan.lines.list[line].tramp {
            return self.call_ships(now, (line, call, s), agenda);
        }
        let Rule::WhenFull { at_least, .. } = self.plan.lines.list[line].calls[call].rule else { return };
        for i in 0..self.quays[line][call].ready.len() {
            let ship = self.quays[line][call].ready[i];
            if self.waiting(ship, (line, call), s) >= at_least - WHOLE {
                agenda.at(now, Order::LAST, Event::new(LEAVES, ship));
            }
        }
    }

    /// What a ship of a fleet brings on a line this month.
    pub(super) fn brings(&self, fleet: usize, line: usize) -> &'p [f64] {
        self.plan.lines.fleets[fleet].brings[line].get(self.month).map_or(&[], Vec::as_slice)
    }

    /// What waits for a ship and lies on board, as a share of the first thing that would be full.
    pub(super) fn waiting(&self, ship: u32, (line, call): (usize, usize), s: usize) -> f64 {
        let brings = self.brings(self.ships[ship as usize].fleet, line);
        let aboard = &self.ships[ship as usize].aboard;
        let share = |&slot: &usize| {
            let there = brings.get(slot).copied().unwrap_or(0.0);
            let asked = self.quays[line][call].asked[s][slot] + aboard.iter().map(|&w| self.takes(w, slot)).sum::<f64>();
            if there > 0.0 { asked / there } else { 0.0 }
        };
        self.plan.lines.list[line].calls[call].slots[s].iter().map(share).fold(0.0, f64::max)
    }

    fn takes(&self, who: u32, slot: usize) -> f64 {
        let each = self.ride(who).and_then(|r| r.3.get(slot)).copied().unwrap_or(0.0);
        each * f64::from(self.lots[who as usize].pieces)
    }

    /// Takes ready goods, the first ready first, as many pieces as there is room for. The share of what is full first.
    pub(super) fn load(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) -> f64 {
        let (mut room, mut left) = std::mem::take(&mut self.loading);
        let s = &self.ships[ship as usize];
        let (fleet, line, at, way) = (s.fleet, s.line, s.at, side(s.forth));
        let slots = &self.plan.lines.list[line].calls[at].slots[way];
        let brings = self.brings(fleet, line);
        let of = |slot: &usize| brings.get(*slot).copied().unwrap_or(0.0);
        let used = |slot: &usize| s.aboard.iter().map(|&w| self.takes(w, *slot)).sum::<f64>();
        room.extend(slots.iter().map(|slot| of(slot) - used(slot)));
        while left.len() < TRIES {
            let Some(who) = self.quays[line][at].goods[way].pop_front() else { break };
            let Some((.., takes)) = self.ride(who) else { continue };
            let fits = fits(slots, &room, takes).min(f64::from(self.lots[who as usize].pieces)) as u32;
            if fits < self.lots[who as usize].pieces {
                left.push(who);
            }
            if fits > 0 {
                room.iter_mut().zip(slots).for_each(|(r, &slot)| *r -= takes[slot] * f64::from(fits));
                let asked = &mut self.quays[line][at].asked[way];
                asked.iter_mut().zip(takes).for_each(|(a, t)| *a -= t * f64::from(fits));
                self.board(now, (who, fits), ship, agenda);
            }
        }
        while let Some(who) = left.pop() {
            self.quays[line][at].goods[way].push_front(who);
        }
        if self.quays[line][at].goods[way].is_empty() {
            self.quays[line][at].asked[way].iter_mut().for_each(|a| *a = 0.0);
        }
        let full = slots.iter().zip(&room).filter(|x| of(x.0) > 0.0).map(|(slot, r)| 1.0 - r / of(slot));
        let full = full.fold(0.0, f64::max).clamp(0.0, 1.0);
        room.clear();
        self.loading = (room, left);
        full
    }

    /// Goes aboard; a part of a lot leaves the rest behind. Room in the yard is given back.
    fn board(&mut self, now: Tick, (who, pieces): (u32, u32), ship: u32, agenda: &mut Agenda) {
        let lot = self.lots[who as usize];
        let aboard = if pieces < lot.pieces {
            self.lots[who as usize].pieces -= pieces;
            self.add(Lot { pieces, ..lot })
        } else {
            who
        };
        let waited = now.since(lot.waits);
        self.lots[aboard as usize].parts[SHIPS] += waited;
        let (line, at) = (self.ships[ship as usize].line, self.ships[ship as usize].at);
        self.notes.queue(now, self.plan.lines.list[line].calls[at].port, -i64::from(pieces));
        self.notes.boards(now, (line, at), (&lot, self.ride_number(&lot)), pieces);
        self.notes.log(now, aboard, &self.lots[aboard as usize], Deed::Boards { ship });
        self.ships[ship as usize].aboard.push(aboard);
        if let Some(Step::Ride(ride)) = self.courses[lot.row as usize].steps.get(lot.step as usize) {
            for &(room, each) in &ride.gives {
                let amount = each * f64::from(pieces);
                self.log_amount(now, aboard, amount, |micro| Deed::Vacates { room, micro });
                self.give(now, (room, amount), 0, agenda);
            }
        }
    }
}

/// Whole pieces that fit.
fn fits(slots: &[usize], room: &[f64], takes: &[f64]) -> f64 {
    let asked = slots.iter().zip(room).filter(|x| takes[*x.0] > 0.0);
    asked.map(|(&slot, r)| (r / takes[slot] + WHOLE).floor()).fold(f64::INFINITY, f64::min).max(0.0)
}
