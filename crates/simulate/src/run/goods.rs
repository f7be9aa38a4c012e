//! Lots on their way.

use super::note::{Deed, micro};
use super::{ARRIVED, COMES, STEP, World};
use crate::CLOCK;
use crate::plan::way::{Part, Step, Task};
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
            Some(c) if c.even => c.rates.after(now, 1.0),
            Some(c) => c.rates.poisson(now, &mut self.arrivals[row as usize]),
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
        let steps = self.ways[row].map_or(&[][..], |w| &w.steps);
        let first = steps.iter().find_map(|s| match s {
            Step::Ride { line, from, to, .. } => Some((*line, *from, crate::plan::line::side(to > from))),
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
                grant.from = Tick(CLOCK.span(p.lead.draw(&mut self.work[row as usize])));
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
            let (steps, pieces) = (self.steps[row as usize], f64::from(pieces));
            let until = match steps.get(step as usize) {
                None => return self.delivered(now, who),
                Some(Step::Ride { line, from, .. }) => return self.queue(now, who, (*line, *from), agenda),
                Some(Step::Turn { station, each }) => self.turn(now, (who, *station), each * pieces),
                Some(Step::Open { hours }) => {
                    let (open, change) = self.plan.places.hours[*hours].at(now);
                    if open { now } else { change }
                }
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
                Some(Step::Work(tasks)) => self.work(now, who, tasks),
            };
            let lot = &mut self.lots[who as usize];
            if matches!(steps[step as usize], Step::Turn { .. } | Step::Open { .. }) {
                lot.parts[TURNS] += until.since(now);
                lot.turned += until.since(now);
            }
            lot.step += 1;
            if until > now {
                let left = &steps[step as usize + 1..];
                if until <= self.plan.end && self.ends(until, (who, left), agenda) {
                    return;
                }
                return agenda.at(until, Order::USUAL, Event::new(STEP, who));
            }
        }
    }

    fn vacates(&mut self, now: Tick, who: u32, (room, amount): (usize, f64)) {
        self.notes.log(now, who, &self.lots[who as usize], Deed::Vacates { room, micro: micro(amount) });
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
        if let Some(Step::Give { store, each, .. }) = self.steps[lot.row as usize].get(lot.step as usize) {
            self.vacates(now, who, (*store, each * f64::from(lot.pieces)));
        }
        self.notes.log(now, who, &lot, Deed::Delivered);
        self.free.push(who);
    }

    /// When a turn at a station for so much of its resource begins; it works at the rate of the month in which it begins.
    fn turn(&mut self, now: Tick, (who, station): (u32, usize), amount: f64) -> Tick {
        let each = &self.plan.stations[station].each;
        let mut begins = now.max(self.stations[station]);
        let mut month = self.month;
        while month + 1 < each.len() && (begins >= self.plan.months[month] || each[month].is_infinite()) {
            begins = begins.max(self.plan.months[month]);
            month += 1;
        }
        let hours = each.get(month).copied().unwrap_or(0.0);
        if hours.is_infinite() {
            return self.plan.end + 1;
        }
        let span = CLOCK.span(amount * hours);
        if span == 0 {
            return now;
        }
        self.stations[station] = begins + span;
        self.notes.turned(station, (now, begins), span, self.plan.end);
        self.notes.log(now, who, &self.lots[who as usize], Deed::Turn { station, begins: begins.0, ends: begins.0 + span });
        begins
    }

    /// Draws the times of tasks; when they are done.
    fn work(&mut self, now: Tick, who: u32, tasks: &[Task]) -> Tick {
        let lot = &mut self.lots[who as usize];
        let stream = &mut self.work[lot.row as usize];
        let mut all = 0;
        let mut run: Option<(u64, usize, usize)> = None;
        for task in tasks {
            let span = CLOCK.span(task.time.draw(stream) + task.each * f64::from(lot.pieces));
            let part = match task.part {
                Part::Moving => 0,
                Part::Handling => 1,
                Part::Border => 2,
            };
            if task.over.is_none() {
                run.take().into_iter().for_each(|r| self.notes.moves(lot, r, now + all));
            }
            if let Some(over) = task.over {
                run = Some(run.map_or((now.0 + all, over, over), |r| (r.0, r.1, over)));
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
