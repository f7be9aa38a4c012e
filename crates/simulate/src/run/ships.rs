//! Ships at berths, and those that go to and fro by their departure rule.
//!
//! A ship keeps its berth from its arrival to its departure. One that only waits for goods gives it to a ship of another line, and
//! takes it again when its rule lets it go: ships of one line keep their order.

use super::film::Mover;
use super::note::Deed;
use super::{ARRIVES, LEAVES, READY, WAITS, World};
use crate::CLOCK;
use crate::plan::fleet::Ship as Planned;
use crate::plan::line::side;
use keruen_events::departure::{Decision, Rule};
use keruen_events::random::Stream;
use keruen_events::{Agenda, Event, Order, Tick};
use std::collections::VecDeque;

/// What a ship does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// At sea, off a port, or at its stay.
    Busy,
    /// At its berth, ready.
    Ready,
    /// Ready, but off its berth.
    Aside,
    /// Wants its berth again, to go.
    Wants,
    /// On demand: loaded, waits for the weather.
    Loaded,
    /// Without orders.
    Idle,
    /// Has left the fleet.
    Gone,
}

/// A ship.
pub(super) struct Ship {
    pub fleet: usize,
    pub line: usize,
    pub at: usize,
    pub forth: bool,
    pub phase: Phase,
    ready: Option<Tick>,
    pub aboard: Vec<u32>,
    /// When it came off the port where it waits for weather or a berth.
    off_port: Option<Tick>,
    berth: Option<usize>,
    /// The moment at which it looks again anyway.
    looks: Option<Tick>,
    /// Port at which it is without orders, or will be at `there`.
    pub port: usize,
    pub there: Tick,
    /// Port where it took goods last.
    pub home: usize,
    pub epoch: u32,
    stay: Stream,
    pub sea: Stream,
}

impl Ship {
    pub fn new(plan: &Planned, seed: u64, replication: u32) -> Ship {
        // Luck of ships is drawn by the name of the ship: another ship shifts nobody's.
        let stream = |what: &str| Stream::new(seed, Stream::purpose(&[what, &plan.name]), replication);
        Ship {
            fleet: plan.fleet,
            line: plan.line,
            at: plan.at,
            forth: true,
            phase: Phase::Busy,
            ready: None,
            aboard: Vec::new(),
            off_port: None,
            berth: None,
            looks: None,
            port: 0,
            there: Tick(0),
            home: 0,
            epoch: 0,
            stay: stream("stay"),
            sea: stream("sea"),
        }
    }
}

/// Berths, the ships that wait for one, and those at one that only wait for goods.
pub(super) struct Berths {
    free: u32,
    off_port: VecDeque<u32>,
    waiting: Vec<u32>,
}

impl Berths {
    pub fn new(plan: &crate::plan::berth::Berth) -> Berths {
        Berths { free: plan.count, off_port: VecDeque::new(), waiting: Vec::new() }
    }
}

impl<'p> World<'p> {
    /// Enters a ship: off the port where it begins, or without orders.
    pub(super) fn begin(&mut self, ship: u32, agenda: &mut Agenda) {
        let plan = &self.plan.lines.ships[ship as usize];
        let from = self.plan.lines.fleets[plan.fleet].there.0;
        let s = &mut self.ships[ship as usize];
        s.port = self.plan.lines.list[s.line].calls[s.at].port;
        s.home = s.port;
        s.there = from;
        self.heading[s.line][s.at] += 1;
        let kind = if self.plan.lines.list[s.line].tramp { WAITS } else { ARRIVES };
        agenda.at(from, Order::USUAL, Event::new(kind, ship));
    }

    /// Off the port: into it when the weather lets it and a berth is free.
    pub(super) fn arrives(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let s = &mut self.ships[ship as usize];
        let call = &self.plan.lines.list[s.line].calls[s.at];
        s.off_port.get_or_insert(now);
        let open = self.open_from(call.region, now);
        if open > now {
            return agenda.at(open, Order::USUAL, Event::new(ARRIVES, ship));
        }
        match call.berth {
            Some(b) if self.berths[b].free == 0 => {
                self.berths[b].off_port.push_back(ship);
                self.make_room(now, b, agenda);
            }
            Some(b) => {
                self.berths[b].free -= 1;
                self.notes.berth(now, b, 1.0);
                self.enters(now, (ship, b), agenda);
            }
            None => self.berths_at(now, ship, agenda),
        }
    }

    /// A ship that only waits for goods gives its berth to the first in the queue, if that is of another line.
    fn make_room(&mut self, now: Tick, b: usize, agenda: &mut Agenda) {
        while let Some(&first) = self.berths[b].off_port.front() {
            let line = self.ships[first as usize].line;
            let other = |&&s: &&u32| self.ships[s as usize].line != line;
            let Some(&gives) = self.berths[b].waiting.iter().find(other) else { return };
            self.berths[b].waiting.retain(|&s| s != gives);
            self.berths[b].off_port.pop_front();
            let s = &mut self.ships[gives as usize];
            s.phase = Phase::Aside;
            s.berth = None;
            let call = s.at;
            self.notes.log_ship(now, gives, (s.line, Deed::GivesWay { call }));
            self.enters(now, (first, b), agenda);
        }
    }

    /// A berth is there for a ship: for its stay, or for one that wants to go.
    fn enters(&mut self, now: Tick, (ship, b): (u32, usize), agenda: &mut Agenda) {
        self.ships[ship as usize].berth = Some(b);
        if self.ships[ship as usize].phase != Phase::Wants {
            return self.berths_at(now, ship, agenda);
        }
        self.ships[ship as usize].phase = Phase::Ready;
        let (line, call) = (self.ships[ship as usize].line, self.ships[ship as usize].at);
        self.notes.log_ship(now, ship, (line, Deed::Berths { call }));
        agenda.at(now, Order::LAST, Event::new(LEAVES, ship));
    }

    /// Alongside: what is for here comes off, and the stay begins.
    fn berths_at(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (line, at) = (self.ships[ship as usize].line, self.ships[ship as usize].at);
        let came = self.ships[ship as usize].off_port.take().unwrap_or(now);
        let plan = &self.plan.lines.list[line];
        self.notes.berthed((ship, line, at), now.since(came));
        self.notes.log_ship(now, ship, (line, Deed::Berths { call: at }));
        let s = &mut self.ships[ship as usize];
        s.forth = if at == 0 { true } else { s.forth && at < plan.last() };
        let hours = plan.calls[at].stay.draw(&mut s.stay);
        agenda.at(now + CLOCK.span(hours), Order::USUAL, Event::new(READY, ship));
        let mut aboard = std::mem::take(&mut s.aboard);
        aboard.retain(|&who| {
            let stays = self.ride(who).is_none_or(|r| r.2 != at);
            if !stays {
                self.lands(now, who, agenda);
            }
            stays
        });
        self.ships[ship as usize].aboard = aboard;
    }

    fn lands(&mut self, now: Tick, who: u32, agenda: &mut Agenda) {
        let lot = self.lots[who as usize];
        self.notes.lands(now, &lot, self.ride_number(&lot));
        self.notes.log(now, who, &lot, Deed::Lands);
        self.lots[who as usize].step += 1;
        self.advance(now, who, agenda);
    }

    /// The stay is over.
    pub(super) fn ready(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let line = self.ships[ship as usize].line;
        self.ships[ship as usize].ready = Some(now);
        self.ships[ship as usize].phase = Phase::Ready;
        if self.plan.lines.list[line].tramp {
            return self.ready_on_demand(now, ship, agenda);
        }
        let fleet = &self.plan.lines.fleets[self.ships[ship as usize].fleet];
        if now >= fleet.there.1 && self.ships[ship as usize].aboard.is_empty() {
            self.ships[ship as usize].phase = Phase::Gone;
            let call = self.ships[ship as usize].at;
            self.notes.log_ship(now, ship, (line, Deed::Leaves { call }));
            return self.leaves_berth(now, ship, agenda);
        }
        for (l, c) in self.choices(ship) {
            self.quays[l][c].ready.push(ship);
        }
        agenda.at(now, Order::LAST, Event::new(LEAVES, ship));
    }

    /// Calls from which a ship may go beside its own: where it is empty at the end of a line, those of its fleet's other lines at the
    /// same berth.
    fn others(&self, ship: u32) -> &'p [(usize, usize)] {
        let s = &self.ships[ship as usize];
        let last = self.plan.lines.list[s.line].last();
        let bound = self.plan.lines.ships[ship as usize].fixed || !s.aboard.is_empty() || !(s.at == 0 || s.at == last);
        if bound { &[] } else { &self.plan.lines.fleets[s.fleet].others[s.line][usize::from(s.at != 0)] }
    }

    /// The same with its own, which comes first.
    fn choices(&self, ship: u32) -> impl Iterator<Item = (usize, usize)> + use<'p> {
        let s = &self.ships[ship as usize];
        std::iter::once((s.line, s.at)).chain(self.others(ship).iter().copied())
    }

    /// Leaves if its rule and the weather let it, else looks again when that may be.
    pub(super) fn leaves(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let s = &self.ships[ship as usize];
        let Some(ready) = s.ready else { return };
        match s.phase {
            Phase::Loaded => return self.goes_loaded(now, ship, agenda),
            Phase::Ready | Phase::Aside => {}
            _ => return,
        }
        let (choice, decision) = self.decide(now, ship, ready);
        let when = match decision {
            Decision::Leave => self.open_from(self.plan.lines.list[choice.0].calls[choice.1].region, now),
            Decision::At(when) => when,
            Decision::Wait => Tick::NEVER,
        };
        if when > now {
            return self.waits_at_berth(now, (ship, decision), when, agenda);
        }
        if s.phase == Phase::Aside {
            return self.wants_berth(now, ship, agenda);
        }
        self.chooses(ship, choice);
        let load = self.load(now, ship, agenda);
        self.notes.sails((ship, self.ships[ship as usize].line), load);
        self.sail(now, ship, agenda);
    }

    /// Among the lines that a ship may take: one whose rule lets it go, that with the greatest need first; else when it looks again.
    fn decide(&self, now: Tick, ship: u32, ready: Tick) -> ((usize, usize), Decision) {
        let s = &self.ships[ship as usize];
        let several = !self.others(ship).is_empty();
        let mut best = ((s.line, s.at), Decision::Wait, f64::NEG_INFINITY);
        for (line, call) in self.choices(ship) {
            let plan = &self.plan.lines.list[line].calls[call];
            let way = self.way_of(ship, (line, call));
            let full = matches!(plan.rule, Rule::WhenFull { .. });
            let waiting = if full || several { self.waiting(ship, (line, call), way) } else { 0.0 };
            let decision = plan.rule.decide(now, ready, waiting, self.quays[line][call].last);
            let need = if several { waiting + self.need(ship, (line, call)) } else { 0.0 };
            let better = match (decision, best.1) {
                (Decision::Leave, Decision::Leave) => need > best.2,
                (Decision::Leave, _) => true,
                (_, Decision::Leave) => false,
                (Decision::At(a), Decision::At(b)) => a < b,
                (Decision::At(_), Decision::Wait) => true,
                (Decision::Wait, _) => false,
            };
            if better {
                best = ((line, call), decision, need);
            }
        }
        (best.0, best.1)
    }

    /// The side from which a ship leaves a call: at an end there is but one.
    fn way_of(&self, ship: u32, (line, call): (usize, usize)) -> usize {
        let s = &self.ships[ship as usize];
        if line == s.line && call == s.at { side(s.forth) } else { side(call == 0) }
    }

    /// Loads of a ship that wait at the other end of a line beyond what its ships there and on the way there will take.
    fn need(&self, ship: u32, (line, call): (usize, usize)) -> f64 {
        let last = self.plan.lines.list[line].last();
        let far = if call == 0 { last } else { 0 };
        let coming = f64::from(self.heading[line][far]);
        let waits = {
            let brings = self.brings(self.ships[ship as usize].fleet, line);
            let way = side(far == 0);
            let share = |&slot: &usize| {
                let there = brings.get(slot).copied().unwrap_or(0.0);
                if there > 0.0 { self.quays[line][far].asked[way][slot] / there } else { 0.0 }
            };
            self.plan.lines.list[line].calls[far].slots[way].iter().map(share).fold(0.0, f64::max)
        };
        waits - coming
    }

    /// Stays where it is; whoever waits for goods may have to give its berth away.
    fn waits_at_berth(&mut self, now: Tick, (ship, decision): (u32, Decision), when: Tick, agenda: &mut Agenda) {
        let s = &mut self.ships[ship as usize];
        if when != Tick::NEVER && s.looks != Some(when) {
            s.looks = Some(when);
            agenda.at(when, Order::LAST, Event::new(LEAVES, ship));
        }
        let Some(b) = s.berth.filter(|_| decision != Decision::Leave && s.aboard.is_empty()) else { return };
        if !self.berths[b].waiting.contains(&ship) {
            self.berths[b].waiting.push(ship);
            self.make_room(now, b, agenda);
        }
    }

    fn wants_berth(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let s = &mut self.ships[ship as usize];
        let Some(b) = self.plan.lines.list[s.line].calls[s.at].berth else { return };
        s.phase = Phase::Wants;
        if self.berths[b].free > 0 {
            self.berths[b].free -= 1;
            self.notes.berth(now, b, 1.0);
            return self.enters(now, (ship, b), agenda);
        }
        self.berths[b].off_port.push_front(ship);
        self.make_room(now, b, agenda);
    }

    /// Takes a line; the call there is at the same berth.
    fn chooses(&mut self, ship: u32, (line, call): (usize, usize)) {
        let way = self.way_of(ship, (line, call));
        for (l, c) in self.choices(ship) {
            self.quays[l][c].ready.retain(|&s| s != ship);
        }
        self.moves(ship, (line, call));
        self.ships[ship as usize].forth = way == 0;
    }

    /// Goes to sea, and leaves the berth to the next.
    pub(super) fn sail(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (line, at) = (self.ships[ship as usize].line, self.ships[ship as usize].at);
        self.quays[line][at].last = Some(now);
        self.notes.log_ship(now, ship, (line, Deed::Leaves { call: at }));
        let s = &mut self.ships[ship as usize];
        s.home = self.plan.lines.list[line].calls[at].port;
        let forth = s.forth;
        let (next, hop) = if s.forth { (at + 1, at) } else { (at - 1, at - 1) };
        let span = CLOCK.span(self.plan.lines.fleets[s.fleet].hops[line][hop].draw(&mut s.sea));
        for &who in &s.aboard {
            self.lots[who as usize].parts[0] += span;
        }
        let pieces = self.ships[ship as usize].aboard.iter().map(|&w| self.lots[w as usize].pieces).sum();
        self.notes.at_sea((now, now + span), pieces, Mover::Ship { ship, line, call: at, forth });
        self.moves(ship, (line, next));
        agenda.at(now + span, Order::USUAL, Event::new(ARRIVES, ship));
        self.leaves_berth(now, ship, agenda);
    }

    /// A ship is, or heads, elsewhere.
    pub(super) fn moves(&mut self, ship: u32, (line, at): (usize, usize)) {
        let s = &mut self.ships[ship as usize];
        self.heading[s.line][s.at] -= 1;
        self.heading[line][at] += 1;
        (s.line, s.at) = (line, at);
    }

    /// The berth goes to the next; what the ship was ready for is over.
    pub(super) fn leaves_berth(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let s = &mut self.ships[ship as usize];
        s.ready = None;
        s.looks = None;
        if s.phase != Phase::Gone {
            s.phase = Phase::Busy;
        }
        let Some(b) = s.berth.take() else { return };
        self.berths[b].waiting.retain(|&w| w != ship);
        match self.berths[b].off_port.pop_front() {
            Some(next) => self.enters(now, (next, b), agenda),
            None => {
                self.berths[b].free += 1;
                self.notes.berth(now, b, -1.0);
            }
        }
    }
}
