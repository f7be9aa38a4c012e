//! Lots on their way.

use super::note::Deed;
use super::{ARRIVED, COMES, Course, STEP, World};
use crate::CLOCK;
use crate::plan::way::{Part, Step};
use keruen_events::{Agenda, Event, Order, Tick};

/// Goods that move together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lot {
    pub row: u32,
    pub pieces: u32,
    /// Lots are numbered as they set out.
    pub number: u32,
    /// Step that it is doing, or does next.
    pub step: u32,
    pub came: Tick,
    /// Since when it has waited for a ship.
    pub waits: Tick,
    /// Ticks waited for turns since its last work.
    pub turned: u64,
    /// Ticks so far, by part: moving, handling, border, turns, ships, room.
    pub parts: [u64; PARTS],
}

/// Parts of the time of a lot.
pub(super) const PARTS: usize = 6;
/// Waiting for turns and opening hours.
const TURNS: usize = 3;
/// Waiting for ships.
pub(crate) const SHIPS: usize = 4;
/// Waiting for room, wagons and permits.
pub(crate) const ROOM: usize = 5;

/// A permit that a sender holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Grant {
    from: Tick,
    to: Option<Tick>,
}

impl World<'_> {
    /// Enters the next lot of a row; what lies there at the beginning comes once.
    pub(super) fn announce(&mut self, now: Tick, row: u32, agenda: &mut Agenda) {
        let plan = &self.plan.rows[row as usize];
        if plan.way.is_none() {
            return;
        }
        let when = match &plan.comes {
            None => (now == Tick(0)).then_some(now),
            Some(c) if c.even => c.rates.after(now, self.month, 1.0),
            Some(c) => c.rates.poisson(now, self.month, &mut self.arrivals[row as usize]),
        };
        if let Some(when) = when {
            agenda.at(when, Order::USUAL, Event::new(COMES, row));
        }
    }

    /// A lot of a row is there; one that a ban has kept back comes by an event of epoch 1 and announces no other.
    pub(super) fn comes(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let row = event.index();
        if self.plan.rows[row as usize].comes.is_some() && event.epoch() == 0 {
            self.announce(now, row, agenda);
        }
        let goes = self.turn_to(now, row);
        if let Some(room) = self.plan.bans[goes as usize].filter(|&r| self.rooms[r].is_banned()) {
            return self.keep(row, room);
        }
        if goes != row {
            self.notes.turns_away(row);
        }
        let Some(way) = self.ways[goes as usize] else { return };
        let parts = [0; PARTS];
        let lot =
            Lot { row: goes, pieces: way.pieces, number: self.notes.lots(), step: 0, came: now, waits: now, turned: 0, parts };
        self.notes.started(&lot);
        let who = self.add(lot);
        let granted = self.granted(now, goes);
        if granted > now {
            self.lots[who as usize].parts[ROOM] += granted.since(now);
            return agenda.at(granted, Order::USUAL, Event::new(STEP, who));
        }
        self.advance(now, who, agenda);
    }

    /// The row on whose way a lot sets out: its own, unless a ban or a queue stops that and another way of the wish is free.
    fn turn_to(&self, now: Tick, row: u32) -> u32 {
        if !self.stopped(now, row as usize) {
            return row;
        }
        let free = self.plan.others[row as usize].iter().find(|&&o| !self.stopped(now, o));
        free.map_or(row, |&o| o as u32)
    }

    fn stopped(&self, now: Tick, row: usize) -> bool {
        if self.plan.bans[row].is_some_and(|r| self.rooms[r].is_banned()) {
            return true;
        }
        let Some(most) = self.ask.divert else { return false };
        let first = self.courses[row].steps.iter().find_map(|s| match s {
            Step::Ride(r) => Some((r.line, r.from, crate::plan::line::side(r.to > r.from))),
            _ => None,
        });
        let oldest = first.and_then(|(line, call, side)| self.quays[line][call].goods[side].front());
        oldest.is_some_and(|&w| now.since(self.lots[w as usize].waits) > most)
    }

    /// When the permits that the way asks for are held. The first is asked for on the first day, the next in time before it runs out.
    fn granted(&mut self, now: Tick, row: u32) -> Tick {
        let Some(way) = self.ways[row as usize] else { return now };
        let mut all = now;
        for (i, &permit) in way.permits.iter().enumerate() {
            let p = &self.plan.places.permits[permit];
            let grant = &mut self.permits[row as usize][i];
            if grant.to.is_none() {
                grant.from = Tick(CLOCK.span(p.lead.draw(&mut self.courses[row as usize].work)));
            }
            while grant.to.is_none_or(|to| to <= now) {
                grant.from = grant.to.unwrap_or(grant.from);
                grant.to = Some(grant.from + p.good_for);
            }
            all = all.max(grant.from);
        }
        all
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
        loop {
            let Lot { row, step, pieces, .. } = self.lots[who as usize];
            let (steps, pieces) = (self.courses[row as usize].steps, f64::from(pieces));
            let until = match steps.get(step as usize) {
                None => return self.delivered(now, who),
                Some(Step::Ride(ride)) => return self.queue(now, who, (ride.line, ride.from), agenda),
                Some(Step::Turn { station, each }) => {
                    let begins = self.turn(now, (who, *station), each * pieces);
                    self.waits_for_turn(who, begins.since(now));
                    begins
                }
                Some(Step::Open { hours }) => self.opens(now, who, *hours),
                Some(Step::Take { store, each, may_wait }) => {
                    if !self.take(now, (who, *store), each * pieces, *may_wait) {
                        return;
                    }
                    now
                }
                Some(Step::Give { store, each, after }) => {
                    self.vacates(now, who, (*store, each * pieces));
                    self.give(now, (*store, each * pieces), *after, agenda);
                    now
                }
                Some(Step::Work { from, to }) => self.work(now, who, (*from, *to)),
            };
            self.lots[who as usize].step += 1;
            if until > now {
                let left = &steps[step as usize + 1..];
                if until <= self.plan.end && self.ends(until, (who, left), agenda) {
                    return;
                }
                return agenda.at(until, Order::USUAL, Event::new(STEP, who));
            }
        }
    }

    fn opens(&mut self, now: Tick, who: u32, hours: usize) -> Tick {
        let (open, change) = self.plan.places.hours[hours].at(now);
        let opens = if open { now } else { change };
        self.waits_for_turn(who, opens.since(now));
        opens
    }

    fn waits_for_turn(&mut self, who: u32, span: u64) {
        let lot = &mut self.lots[who as usize];
        lot.parts[TURNS] += span;
        lot.turned += span;
    }

    fn vacates(&mut self, now: Tick, who: u32, (room, amount): (usize, f64)) {
        self.log_amount(now, who, amount, |micro| Deed::Vacates { room, micro });
    }

    /// Whether nothing is left to a lot from a moment on but to have arrived, and at most to give room back later: then its arrival
    /// is noted ahead and is no event, unless somebody wants the log.
    fn ends(&mut self, until: Tick, (who, left): (u32, &[Step]), agenda: &mut Agenda) -> bool {
        let gives = match left {
            [] => None,
            [Step::Give { store, each, after }] if *after > 0 => Some((*store, *each, *after)),
            _ => return false,
        };
        let lot = self.lots[who as usize];
        self.notes.delivered(until, &lot, self.plan);
        if let Some((store, each, after)) = gives {
            self.give(until, (store, each * f64::from(lot.pieces)), after, agenda);
        }
        if self.ask.log {
            self.told_before += 1;
            agenda.at(until, Order::USUAL, Event::new(ARRIVED, who));
        } else {
            self.free.push(who);
        }
        true
    }

    /// What the log says of an arrival that was noted ahead.
    pub(super) fn arrived(&mut self, now: Tick, who: u32) {
        let lot = self.lots[who as usize];
        if let Some(Step::Give { store, each, .. }) = self.courses[lot.row as usize].steps.get(lot.step as usize) {
            self.vacates(now, who, (*store, each * f64::from(lot.pieces)));
        }
        self.notes.log(now, who, &lot, Deed::Delivered);
        self.free.push(who);
    }

    /// Draws the times of tasks; when they are done.
    fn work(&mut self, now: Tick, who: u32, (from, to): (u32, u32)) -> Tick {
        let lot = &mut self.lots[who as usize];
        let Course { tasks, work: stream, .. } = &mut self.courses[lot.row as usize];
        let mut all = 0;
        let mut run: Option<(u64, u32, u32)> = None;
        for task in &tasks[from as usize..to as usize] {
            let span = CLOCK.span(task.time.draw(stream) + task.each * f64::from(lot.pieces));
            let part = match task.part {
                Part::Moving => 0,
                Part::Handling => 1,
                Part::Border => 2,
            };
            if self.ask.film {
                match task.over {
                    Some(over) => run = Some(run.map_or((now.0 + all, over, over), |r| (r.0, r.1, over))),
                    None => run.take().into_iter().for_each(|r| self.notes.moves(lot, r, now + all)),
                }
            }
            lot.parts[part] += span;
            all += span;
            if let Some(border) = task.border {
                self.notes.border(border, span + std::mem::take(&mut lot.turned));
            }
        }
        run.into_iter().for_each(|r| self.notes.moves(lot, r, now + all));
        lot.turned = 0;
        now + all
    }

    fn delivered(&mut self, now: Tick, who: u32) {
        let lot = self.lots[who as usize];
        self.notes.log(now, who, &lot, Deed::Delivered);
        self.notes.delivered(now, &lot, self.plan);
        self.free.push(who);
    }
}
