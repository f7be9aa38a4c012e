//! Room in yards and tanks, and wagons of pools: waiting for it, bans, what comes back.

use super::{COMES, GIVES, STEP, World};
use crate::CLOCK;
use crate::plan::place::Room as Planned;
use crate::run::hours::Hours;
use crate::run::note::{Deed, RoomNoted, SLICE_HOURS, micro};
use keruen_events::stats::Series;
use keruen_events::store::{Store, Turn};
use keruen_events::{Agenda, Event, Order, Tick};
use std::collections::VecDeque;

/// One of them.
pub(super) struct Room {
    store: Store,
    capacity: f64,
    /// Lots that wait for room, and how much each wants.
    waiting: VecDeque<(u32, f64, Tick)>,
    /// Rows whose lots a ban keeps from setting out, one entry a lot.
    kept: VecDeque<u32>,
    waits: Hours,
    /// More than fits lay here, since goods came off ships.
    pub over: f64,
    /// What lies here and what waits for room.
    series: Series,
}

impl Room {
    pub fn new(plan: &Planned, end: Tick) -> Room {
        let slice = CLOCK.span(SLICE_HOURS);
        Room {
            series: Series::new(slice, end.0.div_ceil(slice) as usize),
            store: Store::new(plan.capacity, plan.trigger),
            capacity: plan.capacity,
            waiting: VecDeque::new(),
            kept: VecDeque::new(),
            waits: Hours::default(),
            over: 0.0,
        }
    }

    pub fn is_banned(&self) -> bool {
        self.store.is_banned()
    }

    fn change(&mut self, now: Tick, by: f64) -> Turn {
        self.series.add(now, by);
        self.store.change(now, by)
    }

    /// Whether so much goes in: more than fits at all goes in when nothing else is there.
    fn takes(&self, amount: f64) -> bool {
        let there = self.store.level.now();
        there + amount <= self.capacity * (1.0 + ROUNDING) || there <= ROUNDING
    }

    pub fn noted(&self, end: Tick) -> RoomNoted {
        RoomNoted {
            series: self.series.clone(),
            mean: self.store.level.mean(end),
            most: self.store.level.most(),
            waits: self.waits,
            waiting: self.waiting.len() as u64,
            bans: self.store.bans(),
            banned: CLOCK.time(self.store.banned_for(end)),
            kept: self.kept.len() as u64,
            over: self.over,
        }
    }
}

/// Sums of room may miss a whole one by so much.
const ROUNDING: f64 = 1e-9;

impl World<'_> {
    /// Logs a deed over an amount, in millionths.
    pub(super) fn log_amount(&mut self, now: Tick, who: u32, amount: f64, deed: impl FnOnce(u64) -> Deed) {
        if self.ask.log {
            self.notes.log(now, who, &self.lots[who as usize], deed(micro(amount)));
        }
    }

    /// Takes room now if there is any and nobody waits; else waits, unless it comes off a ship. True when it is taken.
    pub(super) fn take(&mut self, now: Tick, (who, room): (u32, usize), amount: f64, may_wait: bool) -> bool {
        let r = &mut self.rooms[room];
        if may_wait && !(r.waiting.is_empty() && r.takes(amount)) {
            r.waiting.push_back((who, amount, now));
            r.series.add(now, amount);
            return false;
        }
        if !r.takes(amount) {
            r.over = r.over.max(r.store.level.now() + amount - r.capacity);
        }
        r.change(now, amount);
        self.log_amount(now, who, amount, |micro| Deed::Enters { room, micro, forced: !may_wait });
        true
    }

    /// Gives room back, at once or later.
    pub(super) fn give(&mut self, now: Tick, (room, amount): (usize, f64), after: u64, agenda: &mut Agenda) {
        if after == 0 {
            return self.given(now, room, amount, agenda);
        }
        let at = self.came_back.pop().unwrap_or_else(|| {
            self.coming_back.push((room, amount));
            self.coming_back.len() as u32 - 1
        });
        self.coming_back[at as usize] = (room, amount);
        agenda.at(now + after, Order::USUAL, Event::new(GIVES, at));
    }

    pub(super) fn comes_back(&mut self, now: Tick, at: u32, agenda: &mut Agenda) {
        let (room, amount) = self.coming_back[at as usize];
        self.came_back.push(at);
        self.given(now, room, amount, agenda);
    }

    fn given(&mut self, now: Tick, room: usize, amount: f64, agenda: &mut Agenda) {
        let r = &mut self.rooms[room];
        let mut turn = r.change(now, -amount);
        while let Some(&(who, wanted, since)) = r.waiting.front().filter(|w| r.takes(w.1)) {
            r.waiting.pop_front();
            if r.store.change(now, wanted) == Turn::Banned {
                turn = Turn::Banned;
            }
            r.waits.add(now.since(since));
            if self.ask.log {
                let deed = Deed::Enters { room, micro: micro(wanted), forced: false };
                self.notes.log(now, who, &self.lots[who as usize], deed);
            }
            self.lots[who as usize].parts[super::goods::ROOM] += now.since(since);
            self.lots[who as usize].step += 1;
            agenda.at(now, Order::USUAL, Event::new(STEP, who));
        }
        if turn == Turn::Lifted {
            while let Some(row) = self.rooms[room].kept.pop_front() {
                self.notes.kept(row, -1);
                agenda.at(now, Order::USUAL, Event::in_epoch(COMES, row, 1));
            }
        }
    }

    /// A lot of a row stays with its sender while the ban lasts.
    pub(super) fn keep(&mut self, row: u32, room: usize) {
        self.rooms[room].kept.push_back(row);
        self.notes.kept(row, 1);
    }
}
