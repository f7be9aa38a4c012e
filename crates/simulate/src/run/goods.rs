//! Lots on their way.

use super::note::Deed;
use super::{COMES, LEAVES, STEP, World};
use crate::CLOCK;
use crate::plan::way::{Part, Step};
use keruen_events::{Agenda, Event, Order, Tick};

/// Goods that move together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lot {
    pub row: u32,
    pub pieces: u32,
    /// Step that it is doing, or does next.
    pub step: u32,
    pub came: Tick,
    /// Since when it has waited for a ship.
    pub waits: Tick,
    /// Hours so far, by part: moving, handling, border, turns, ships.
    pub parts: [u64; PARTS],
}

/// Parts of the time of a lot.
pub(super) const PARTS: usize = 5;
const TURNS: usize = 3;
const SHIPS: usize = 4;

impl World<'_> {
    /// Enters the next lot of a row; what lies there at the beginning comes once.
    pub(super) fn announce(&mut self, now: Tick, row: u32, agenda: &mut Agenda) {
        let plan = &self.plan.rows[row as usize];
        if plan.way.is_none() {
            return;
        }
        let when = match &plan.comes {
            None => (now == Tick(0)).then_some(now),
            Some(c) if c.even => c.rates.after(now, 1.0),
            Some(c) => c.rates.poisson(now, &mut self.arrivals[row as usize]),
        };
        if let Some(when) = when {
            agenda.at(when, Order::USUAL, Event::new(COMES, row));
        }
    }

    pub(super) fn comes(&mut self, now: Tick, row: u32, agenda: &mut Agenda) {
        let plan = &self.plan.rows[row as usize];
        let Some(way) = &plan.way else { return };
        let lot = Lot { row, pieces: way.pieces, step: 0, came: now, waits: now, parts: [0; PARTS] };
        self.notes.started(now, &lot, self.plan);
        let who = self.add(lot);
        if plan.comes.is_some() {
            self.announce(now, row, agenda);
        }
        self.advance(now, who, agenda);
    }

    pub(super) fn add(&mut self, lot: Lot) -> u32 {
        match self.free.pop() {
            Some(i) => {
                self.lots[i as usize] = lot;
                i
            }
            None => {
                self.lots.push(lot);
                self.lots.len() as u32 - 1
            }
        }
    }

    /// Does what can be done now, up to the next thing that takes time.
    pub(super) fn advance(&mut self, now: Tick, who: u32, agenda: &mut Agenda) {
        let plan = self.plan;
        loop {
            let lot = self.lots[who as usize];
            let Some(way) = &plan.rows[lot.row as usize].way else { return };
            let Some(step) = way.steps.get(lot.step as usize) else { return self.delivered(now, who) };
            match step {
                Step::Ride { line, from, .. } => return self.queue(now, who, (*line, *from), agenda),
                Step::Turn { station, each } => {
                    let begins = self.turn(now, *station, each * f64::from(lot.pieces));
                    self.spend(who, TURNS, begins.since(now));
                    if begins > now {
                        return agenda.at(begins, Order::USUAL, Event::new(STEP, who));
                    }
                }
                Step::Work { part, time, each } => {
                    let hours = time.draw(&mut self.work[lot.row as usize]) + each * f64::from(lot.pieces);
                    let span = CLOCK.span(hours);
                    let kind = match part {
                        Part::Moving => 0,
                        Part::Handling => 1,
                        Part::Border => 2,
                    };
                    self.spend(who, kind, span);
                    if span > 0 {
                        return agenda.at(now + span, Order::USUAL, Event::new(STEP, who));
                    }
                }
            }
        }
    }

    /// Notes time and goes on to the next step.
    pub(super) fn spend(&mut self, who: u32, part: usize, span: u64) {
        let lot = &mut self.lots[who as usize];
        lot.parts[part] += span;
        lot.step += 1;
    }

    /// A turn at a station for so much of its resource: when it begins.
    fn turn(&mut self, now: Tick, station: usize, amount: f64) -> Tick {
        let span = CLOCK.span(amount / self.plan.stations[station].rate);
        let passage = self.stations[station].pass(now, span);
        self.notes.turned(station, (now, passage.begins), span, self.plan.end);
        passage.begins
    }

    /// Ready to go aboard.
    fn queue(&mut self, now: Tick, who: u32, (line, call): (usize, usize), agenda: &mut Agenda) {
        self.lots[who as usize].waits = now;
        let pieces = self.lots[who as usize].pieces;
        self.notes.waits(now, (line, call), pieces);
        self.notes.log(now, who, &self.lots[who as usize], Deed::ReadyFor { line, call });
        let quay = &mut self.quays[line][call];
        quay.goods.push(who);
        for &ship in &quay.ready {
            agenda.at(now, Order::LAST, Event::new(LEAVES, ship));
        }
    }

    /// On board; a part of a lot leaves the rest behind.
    pub(super) fn board(&mut self, now: Tick, who: u32, pieces: u32, (line, call): (usize, usize)) -> u32 {
        let lot = self.lots[who as usize];
        let aboard = if pieces < lot.pieces {
            self.lots[who as usize].pieces -= pieces;
            self.add(Lot { pieces, ..lot })
        } else {
            who
        };
        let waited = now.since(lot.waits);
        self.lots[aboard as usize].parts[SHIPS] += waited;
        self.notes.boards(now, (line, call), lot.waits, pieces);
        aboard
    }

    fn delivered(&mut self, now: Tick, who: u32) {
        let lot = self.lots[who as usize];
        self.notes.log(now, who, &lot, Deed::Delivered);
        self.notes.delivered(now, &lot, self.plan);
        self.free.push(who);
    }
}
