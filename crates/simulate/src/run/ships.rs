//! Ships between their calls.

use super::note::Deed;
use super::{ARRIVES, LEAVES, READY, World};
use crate::CLOCK;
use crate::plan::fleet::{Berth, Ship as Planned};
use crate::plan::way::Step;
use keruen_events::departure::{Decision, Rule};
use keruen_events::random::Stream;
use keruen_events::{Agenda, Event, Order, Tick};
use std::collections::VecDeque;

/// A ship.
pub(super) struct Ship {
    at: usize,
    forth: bool,
    ready: Option<Tick>,
    aboard: Vec<u32>,
    /// When it came off the port where it waits for weather or a berth.
    off_port: Option<Tick>,
    stay: Stream,
    sea: Stream,
}

impl Ship {
    pub fn new(plan: &Planned, seed: u64, replication: u32) -> Ship {
        // Luck of ships is drawn by the name of the ship: another ship shifts nobody's.
        let stream = |what: &str| Stream::new(seed, Stream::purpose(&[what, &plan.name]), replication);
        Ship {
            at: plan.at,
            forth: true,
            ready: None,
            aboard: Vec::new(),
            off_port: None,
            stay: stream("stay"),
            sea: stream("sea"),
        }
    }
}

/// Goods ready at a call, and ships ready for them.
#[derive(Default)]
pub(super) struct Quay {
    pub goods: Vec<u32>,
    pub ready: Vec<u32>,
    /// The departure before, of any ship of the line.
    last: Option<Tick>,
}

/// Berths and the ships that wait for one.
pub(super) struct Berths {
    free: u32,
    off_port: VecDeque<u32>,
}

impl Berths {
    pub fn new(plan: &Berth) -> Berths {
        Berths { free: plan.count, off_port: VecDeque::new() }
    }
}

/// Part of a piece by which a sum of places may miss a whole one.
const WHOLE: f64 = 1e-9;

impl World<'_> {
    fn planned(&self, ship: u32) -> &Planned {
        &self.plan.lines.ships[ship as usize]
    }

    /// Off the port: into it when the weather lets it and a berth is free.
    pub(super) fn arrives(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (line, at) = (self.planned(ship).line, self.ships[ship as usize].at);
        let call = &self.plan.lines.list[line].calls[at];
        self.ships[ship as usize].off_port.get_or_insert(now);
        let open = self.open_from(call.region, now);
        if open > now {
            return agenda.at(open, Order::USUAL, Event::new(ARRIVES, ship));
        }
        if let Some(b) = call.berth {
            if self.berths[b].free == 0 {
                return self.berths[b].off_port.push_back(ship);
            }
            self.berths[b].free -= 1;
            self.notes.berth(now, b, 1.0);
        }
        self.berths_at(now, ship, agenda);
    }

    /// Alongside: what is for here comes off, and the stay begins.
    fn berths_at(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (line, at) = (self.planned(ship).line, self.ships[ship as usize].at);
        let came = self.ships[ship as usize].off_port.take().unwrap_or(now);
        self.notes.berthed(ship, now.since(came));
        self.notes.log_ship(now, ship, Deed::Berths { call: at });
        let s = &mut self.ships[ship as usize];
        let last = self.plan.lines.list[line].calls.len() - 1;
        s.forth = if at == 0 { true } else { s.forth && at < last };
        let hours = self.plan.lines.list[line].calls[at].stay.draw(&mut s.stay);
        agenda.at(now + CLOCK.span(hours), Order::USUAL, Event::new(READY, ship));
        for who in std::mem::take(&mut s.aboard) {
            if self.goes_to(who) == at {
                self.lots[who as usize].step += 1;
                self.advance(now, who, agenda);
            } else {
                self.ships[ship as usize].aboard.push(who);
            }
        }
    }

    /// Call at which goods on board or at a quay come off.
    fn goes_to(&self, who: u32) -> usize {
        match self.step(who) {
            Some(Step::Ride { to, .. }) => *to,
            _ => usize::MAX,
        }
    }

    fn step(&self, who: u32) -> Option<&Step> {
        let lot = &self.lots[who as usize];
        self.plan.rows[lot.row as usize].way.as_ref()?.steps.get(lot.step as usize)
    }

    pub(super) fn ready(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (line, at) = (self.planned(ship).line, self.ships[ship as usize].at);
        self.ships[ship as usize].ready = Some(now);
        self.quays[line][at].ready.push(ship);
        agenda.at(now, Order::LAST, Event::new(LEAVES, ship));
    }

    /// Leaves if its rule and the weather let it, else looks again when that may be.
    pub(super) fn leaves(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let s = &self.ships[ship as usize];
        let Some(ready) = s.ready else { return };
        let (line, at) = (self.planned(ship).line, s.at);
        let call = &self.plan.lines.list[line].calls[at];
        let waits = matches!(call.rule, Rule::WhenFull { .. });
        let waiting = if waits { self.waiting(now, ship) } else { 0.0 };
        match call.rule.decide(now, ready, waiting, self.quays[line][at].last) {
            Decision::At(when) => return agenda.at(when, Order::LAST, Event::new(LEAVES, ship)),
            Decision::Wait => return,
            Decision::Leave => {}
        }
        let open = self.open_from(call.region, now);
        if open > now {
            return agenda.at(open, Order::LAST, Event::new(LEAVES, ship));
        }
        self.load(now, ship);
        self.sail(now, ship, agenda);
    }

    /// What waits for a ship, as a share of the first thing that would be full; no more is counted than fills it.
    fn waiting(&self, now: Tick, ship: u32) -> f64 {
        let (line, s) = (self.planned(ship).line, &self.ships[ship as usize]);
        let cut_off = self.plan.lines.list[line].calls[s.at].cut_off;
        let mut most = 0.0_f64;
        for limit in self.plan.lines.list[line].limits_of(s.at, s.forth) {
            let there = self.brings(ship, limit);
            let goods = self.quays[line][s.at].goods.iter().filter(|&&w| self.may_board(w, s.at, s.forth, now, cut_off));
            if there <= 0.0 {
                continue;
            }
            let mut asked = 0.0;
            for &w in s.aboard.iter().chain(goods) {
                asked += self.takes(w, limit) * f64::from(self.lots[w as usize].pieces);
                if asked >= there {
                    return asked / there;
                }
            }
            most = most.max(asked / there);
        }
        most
    }

    fn may_board(&self, who: u32, at: usize, forth: bool, now: Tick, cut_off: u64) -> bool {
        let to = self.goes_to(who);
        (to > at) == forth && self.lots[who as usize].waits + cut_off <= now
    }

    fn brings(&self, ship: u32, limit: u32) -> f64 {
        self.planned(ship).brings.iter().find(|b| b.0 == limit).map_or(0.0, |b| b.1)
    }

    fn takes(&self, who: u32, limit: u32) -> f64 {
        match self.step(who) {
            Some(Step::Ride { takes, .. }) => takes.iter().find(|t| t.0 == limit).map_or(0.0, |t| t.1),
            _ => 0.0,
        }
    }

    /// Takes ready goods, the first ready first, as many pieces as there is room for.
    fn load(&mut self, now: Tick, ship: u32) {
        let (line, at, forth) = (self.planned(ship).line, self.ships[ship as usize].at, self.ships[ship as usize].forth);
        let cut_off = self.plan.lines.list[line].calls[at].cut_off;
        let limits: Vec<u32> = self.plan.lines.list[line].limits_of(at, forth).collect();
        let aboard = self.ships[ship as usize].aboard.clone();
        let used = |l: u32| aboard.iter().map(|&w| self.takes(w, l) * f64::from(self.lots[w as usize].pieces)).sum::<f64>();
        let mut room: Vec<f64> = limits.iter().map(|&l| self.brings(ship, l) - used(l)).collect();
        let mut stays = Vec::new();
        for who in std::mem::take(&mut self.quays[line][at].goods) {
            let takes: Vec<f64> = limits.iter().map(|&l| self.takes(who, l)).collect();
            let fit = room
                .iter()
                .zip(&takes)
                .filter(|x| *x.1 > 0.0)
                .map(|(r, t)| (r / t + WHOLE).floor())
                .fold(f64::INFINITY, f64::min);
            let pieces = fit.clamp(0.0, f64::from(self.lots[who as usize].pieces)) as u32;
            if pieces == 0 || !self.may_board(who, at, forth, now, cut_off) {
                stays.push(who);
                continue;
            }
            room.iter_mut().zip(&takes).for_each(|(r, t)| *r -= t * f64::from(pieces));
            let aboard = self.board(now, who, pieces, (line, at));
            if aboard != who {
                stays.push(who);
            }
            self.notes.log(now, aboard, &self.lots[aboard as usize], Deed::Boards { ship });
            self.ships[ship as usize].aboard.push(aboard);
        }
        self.quays[line][at].goods = stays;
        let full = limits.iter().zip(&room).map(|(&l, r)| 1.0 - r / self.brings(ship, l).max(f64::MIN_POSITIVE));
        self.notes.sails(ship, full.fold(0.0, f64::max).clamp(0.0, 1.0));
    }

    /// Leaves the berth to the next and goes to sea.
    fn sail(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (plan, line) = (self.plan, self.planned(ship).line);
        let at = self.ships[ship as usize].at;
        let quay = &mut self.quays[line][at];
        quay.ready.retain(|&s| s != ship);
        quay.last = Some(now);
        self.notes.log_ship(now, ship, Deed::Leaves { call: at });
        let s = &mut self.ships[ship as usize];
        s.ready = None;
        let (next, hop) = if s.forth { (at + 1, at) } else { (at - 1, at - 1) };
        s.at = next;
        let span = CLOCK.span(plan.lines.ships[ship as usize].hops[hop].draw(&mut s.sea));
        for &who in &s.aboard {
            self.lots[who as usize].parts[0] += span;
        }
        agenda.at(now + span, Order::USUAL, Event::new(ARRIVES, ship));
        if let Some(b) = plan.lines.list[line].calls[at].berth {
            match self.berths[b].off_port.pop_front() {
                Some(next) => self.berths_at(now, next, agenda),
                None => {
                    self.berths[b].free += 1;
                    self.notes.berth(now, b, -1.0);
                }
            }
        }
    }
}
