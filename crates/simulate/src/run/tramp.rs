//! Ships on demand: they wait off the port until goods are there, come in ballast when called, and go back where they loaded.
//!
//! ```text
//! a ship is called to a quay when   goods there - what called ships bring >= its load
//!                             or    they have waited for as long as a round trip, and none is called
//! called is                         of those without orders the one that is there first
//! ```

use super::film::Mover;
use super::note::Deed;
use super::ships::Phase;
use super::{ARRIVES, CALL, LEAVES, World};
use crate::CLOCK;
use crate::plan::line::side;
use keruen_events::random::Law;
use keruen_events::{Agenda, Event, Order, Tick};

/// How far below a ship's load goods may lie and still be one.
const ROUNDING: f64 = 1e-9;
/// Sides of a quay.
const SIDES: u32 = 2;
/// Most calls of a line that the number of a quay has room for.
const CALLS: u32 = 64;

/// Line, call, side as one number.
fn number((line, call, s): (usize, usize, usize)) -> u32 {
    (line as u32 * CALLS + call as u32) * SIDES + s as u32
}

fn numbered(n: u32) -> (usize, usize, usize) {
    ((n / SIDES / CALLS) as usize, (n / SIDES % CALLS) as usize, (n % SIDES) as usize)
}

impl World<'_> {
    /// Calls as many ships as the goods at a quay ask for and as are without orders.
    pub(super) fn call_ships(&mut self, now: Tick, quay: (usize, usize, usize), agenda: &mut Agenda) {
        let (line, call, s) = quay;
        while let Some(ship) = self.nearest(now, quay) {
            self.idle[self.ships[ship as usize].fleet].retain(|&i| i != ship);
            self.send(now, ship, quay, agenda);
        }
        let q = &mut self.quays[line][call];
        let Some(&oldest) = q.goods[s].front() else { return };
        if q.called[s].is_empty() && !q.urgent[s] && q.looked[s].is_none() {
            let when = (self.lots[oldest as usize].waits + self.plan.patience[line]).max(q.barred[s]).max(now);
            q.looked[s] = Some(when);
            agenda.at(when, Order::LAST, Event::new(CALL, number(quay)));
        }
    }

    /// Whether goods at a quay ask for one more ship of a fleet.
    fn asks(&self, now: Tick, (line, call, s): (usize, usize, usize), fleet: usize) -> bool {
        let (q, brings) = (&self.quays[line][call], self.brings(fleet, line));
        if q.goods[s].is_empty() || now < q.barred[s] {
            return false;
        }
        let come = |slot: usize| {
            let of = |&ship: &u32| self.brings(self.ships[ship as usize].fleet, line).get(slot).copied().unwrap_or(0.0);
            q.called[s].iter().map(of).sum::<f64>()
        };
        let share = |&slot: &usize| {
            let there = brings.get(slot).copied().unwrap_or(0.0);
            if there > 0.0 { (q.asked[s][slot] - come(slot)) / there } else { 0.0 }
        };
        let loads = self.plan.lines.list[line].calls[call].slots[s].iter().map(share).fold(0.0, f64::max);
        loads >= 1.0 - ROUNDING || q.urgent[s] && q.called[s].is_empty()
    }

    /// The ship without orders that is there first, of a fleet for which the goods ask.
    fn nearest(&self, now: Tick, quay: (usize, usize, usize)) -> Option<u32> {
        let port = self.plan.lines.list[quay.0].calls[quay.1].port;
        let mut best: Option<(Tick, u32)> = None;
        for &fleet in &self.plan.lines.list[quay.0].fleets {
            if self.idle[fleet].is_empty() || !self.asks(now, quay, fleet) {
                continue;
            }
            for &ship in &self.idle[fleet] {
                let s = &self.ships[ship as usize];
                let Some(way) = &self.plan.lines.fleets[fleet].ballast[s.port][port] else { continue };
                let there = s.there.max(now) + CLOCK.span(way.iter().map(Law::mean).sum());
                if best.is_none_or(|b| (there, ship) < b) {
                    best = Some((there, ship));
                }
            }
        }
        best.map(|b| b.1)
    }

    /// A ship takes orders: it goes to a quay in ballast.
    fn send(&mut self, now: Tick, ship: u32, quay: (usize, usize, usize), agenda: &mut Agenda) {
        let (line, call, s) = quay;
        self.quays[line][call].called[s].push(ship);
        let port = self.plan.lines.list[line].calls[call].port;
        let x = &mut self.ships[ship as usize];
        let way = self.plan.lines.fleets[x.fleet].ballast[x.port][port].as_deref().unwrap_or(&[]);
        let hours: f64 = way.iter().map(|hop| hop.draw(&mut x.sea)).sum();
        let (begins, from) = (x.there.max(now), x.port);
        let there = begins + CLOCK.span(hours);
        self.notes.at_sea((begins, there), 0, Mover::Ballast { ship, from, to: port });
        x.phase = Phase::Busy;
        x.epoch += 1;
        x.forth = s == 0;
        self.moves(ship, (line, call));
        agenda.at(there, Order::USUAL, Event::new(ARRIVES, ship));
    }

    /// Goods have waited as long as a round trip: a ship comes for less than its load.
    pub(super) fn waited_long(&mut self, now: Tick, quay: u32, agenda: &mut Agenda) {
        let (line, call, s) = numbered(quay);
        let q = &mut self.quays[line][call];
        q.looked[s] = None;
        let Some(&oldest) = q.goods[s].front() else { return };
        q.urgent[s] = q.called[s].is_empty() && self.lots[oldest as usize].waits + self.plan.patience[line] <= now;
        self.call_ships(now, (line, call, s), agenda);
    }

    /// The stay of a ship on demand is over: it takes what is there and goes, or is without orders.
    pub(super) fn ready_on_demand(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let x = &self.ships[ship as usize];
        let quay = (x.line, x.at, side(x.forth));
        let before = x.aboard.len();
        let load = self.load(now, ship, agenda);
        let took = self.ships[ship as usize].aboard.len() > before;
        let q = &mut self.quays[quay.0][quay.1];
        let was_called = q.called[quay.2].contains(&ship);
        q.called[quay.2].retain(|&s| s != ship);
        q.urgent[quay.2] = false;
        if was_called && !took {
            q.barred[quay.2] = now + self.plan.patience[quay.0];
        }
        if self.ships[ship as usize].aboard.is_empty() {
            self.notes.log_ship(now, ship, (quay.0, Deed::Leaves { call: quay.1 }));
            self.leaves_berth(now, ship, agenda);
            self.ships[ship as usize].port = self.plan.lines.list[quay.0].calls[quay.1].port;
            self.seeks(now, ship, agenda);
        } else {
            self.ships[ship as usize].phase = Phase::Loaded;
            self.notes.sails((ship, quay.0), load);
            agenda.at(now, Order::LAST, Event::new(LEAVES, ship));
        }
        self.call_ships(now, quay, agenda);
    }

    /// Loaded: it goes when the weather lets it.
    pub(super) fn goes_loaded(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let x = &self.ships[ship as usize];
        let open = self.open_from(self.plan.lines.list[x.line].calls[x.at].region, now);
        if open > now {
            return agenda.at(open, Order::LAST, Event::new(LEAVES, ship));
        }
        self.sail(now, ship, agenda);
    }

    /// A ship in ballast is where it waits, unless it was called meanwhile.
    pub(super) fn waits_for_orders(&mut self, now: Tick, event: Event, agenda: &mut Agenda) {
        let ship = event.index();
        let x = &self.ships[ship as usize];
        if !event.is_of(x.epoch) {
            return;
        }
        if x.phase == Phase::Busy && now == x.there {
            self.seeks(now, ship, agenda);
        }
    }

    /// Without goods and orders: to the nearest quay that asks for it; else back to where it loaded, and there it waits.
    fn seeks(&mut self, now: Tick, ship: u32, agenda: &mut Agenda) {
        let (fleet, port) = (self.ships[ship as usize].fleet, self.ships[ship as usize].port);
        if now >= self.plan.lines.fleets[fleet].there.1 {
            self.ships[ship as usize].phase = Phase::Gone;
            return;
        }
        self.ships[ship as usize].there = now;
        let mut best: Option<(f64, (usize, usize, usize))> = None;
        for &line in self.plan.lines.fleets[fleet].lines.iter().filter(|&&l| self.plan.lines.list[l].tramp) {
            for (c, call) in self.plan.lines.list[line].calls.iter().enumerate() {
                let Some(way) = &self.plan.lines.fleets[fleet].ballast[port][call.port] else { continue };
                let hours: f64 = way.iter().map(Law::mean).sum();
                let asking = (0..2).find(|&s| self.asks(now, (line, c, s), fleet));
                if let Some(s) = asking.filter(|_| best.is_none_or(|b| hours < b.0)) {
                    best = Some((hours, (line, c, s)));
                }
            }
        }
        match best {
            Some((_, quay)) => self.send(now, ship, quay, agenda),
            None => self.goes_home(now, ship),
        }
    }

    fn goes_home(&mut self, now: Tick, ship: u32) {
        let x = &mut self.ships[ship as usize];
        let way = self.plan.lines.fleets[x.fleet].ballast[x.port][x.home].as_deref().unwrap_or(&[]);
        let hours: f64 = way.iter().map(|hop| hop.draw(&mut x.sea)).sum();
        x.there = now + CLOCK.span(hours);
        self.notes.at_sea((now, x.there), 0, Mover::Ballast { ship, from: x.port, to: x.home });
        x.port = x.home;
        x.phase = Phase::Idle;
        x.epoch += 1;
        self.idle[x.fleet].push(ship);
    }
}
