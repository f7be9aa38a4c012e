//! A station: servers that work on customers by priority, with pre-emption where wanted, with numbers that change.
//!
//! ```text
//! arrive -> begins now, or waits           finish -> who is done, and who begins
//!           or takes the place of the least urgent one (pre-emption)
//! ```
//! The station enters no event. Each call tells what [begins](Begin) and when it ends; the model enters the end with its slot and
//! epoch, and an end whose epoch is over is none: work that was interrupted never ends early, and time does not run backwards.
//!
//! Ties: the higher priority (0 is the highest) before the lower, within one the first come; the interrupted goes to the head of
//! his priority; of several who could be interrupted, the one of lowest priority that began last.

use crate::Tick;
use crate::stats::{Level, Place};
use std::collections::VecDeque;

/// What becomes of work that a more urgent customer interrupts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preemption {
    /// Nobody is interrupted.
    Never,
    /// It goes on later where it stopped.
    Resume,
    /// It begins again from its start.
    Restart,
}

/// Work that begins now and ends then, unless its epoch is over by that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begin {
    /// Who is served.
    pub who: u32,
    /// Where.
    pub slot: u32,
    /// Epoch of the slot.
    pub epoch: u32,
    /// When it ends.
    pub ends: Tick,
}

/// One who waits.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    who: u32,
    /// Work still to do.
    left: u64,
    /// Work in all.
    whole: u64,
    entered: Tick,
    /// Since when he has waited this time.
    since: Tick,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    customer: Waiting,
    priority: u8,
    began: Tick,
    ends: Tick,
    epoch: u32,
    busy: bool,
}

/// Servers of one kind.
#[derive(Clone, Debug)]
pub struct Servers {
    capacity: u32,
    preemption: Preemption,
    slots: Vec<Slot>,
    free: Vec<u32>,
    working: u32,
    queues: Vec<VecDeque<Waiting>>,
    /// Those who wait; one interrupted waits again.
    pub queue: Place,
    /// Those who wait or are served.
    pub inside: Place,
    /// Servers at work over time.
    pub busy: Level,
}

impl Servers {
    /// So many servers.
    pub fn new(capacity: u32, preemption: Preemption) -> Servers {
        Servers {
            capacity,
            preemption,
            slots: Vec::new(),
            free: Vec::new(),
            working: 0,
            queues: Vec::new(),
            queue: Place::default(),
            inside: Place::default(),
            busy: Level::default(),
        }
    }

    /// Somebody comes with work of so many ticks.
    #[inline]
    pub fn arrive(&mut self, now: Tick, who: u32, priority: u8, work: u64) -> Option<Begin> {
        let me = Waiting { who, left: work, whole: work, entered: now, since: now };
        self.inside.enter(now);
        self.queue.enter(now);
        if self.working < self.capacity {
            return Some(self.begin(now, priority, me));
        }
        if self.preemption != Preemption::Never
            && let Some(victim) = self.least_urgent(priority)
        {
            self.interrupt(now, victim);
            return Some(self.begin(now, priority, me));
        }
        self.line(priority).push_back(me);
        None
    }

    /// The work in a slot ends; `None` where that epoch is over. Gives who is done, and what begins in his place.
    #[inline]
    pub fn finish(&mut self, now: Tick, slot: u32, epoch: u32) -> Option<(u32, Option<Begin>)> {
        let s = self.slots.get(slot as usize).filter(|s| s.busy && s.epoch & EPOCH == epoch & EPOCH)?;
        let (who, entered) = (s.customer.who, s.customer.entered);
        self.inside.leave(now, entered);
        if self.working <= self.capacity
            && let Some((priority, next)) = self.take_next()
        {
            // The slot goes from one to the next: as many are at work as before.
            self.queue.leave(now, next.since);
            return Some((who, Some(self.serve(now, slot, (priority, next)))));
        }
        self.vacate(now, slot);
        Some((who, None))
    }

    /// From now on there are so many servers (a shift, a breakdown, a repair). What is begun goes on unless `interrupt` says that
    /// servers who leave drop their work, the least urgent first. What begins now is added to `begins`.
    pub fn set_capacity(&mut self, now: Tick, capacity: u32, interrupt: bool, begins: &mut Vec<Begin>) {
        self.capacity = capacity;
        while interrupt && self.working > self.capacity {
            let Some(victim) = self.least_urgent_of_all() else { break };
            self.interrupt(now, victim);
        }
        while self.working < self.capacity {
            let Some((priority, next)) = self.take_next() else { break };
            begins.push(self.begin(now, priority, next));
        }
    }

    /// Servers there are.
    pub fn capacity(&self) -> u32 {
        self.capacity
    }

    /// Servers at work.
    pub fn working(&self) -> u32 {
        self.working
    }

    /// Those who wait.
    pub fn waiting(&self) -> usize {
        self.queues.iter().map(VecDeque::len).sum()
    }

    #[inline]
    fn begin(&mut self, now: Tick, priority: u8, customer: Waiting) -> Begin {
        self.queue.leave(now, customer.since);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(Slot { customer, priority, began: now, ends: now, epoch: 0, busy: false });
            self.slots.len() as u32 - 1
        });
        self.working += 1;
        self.busy.add(now, 1.0);
        self.serve(now, slot, (priority, customer))
    }

    /// Puts a customer in a slot.
    #[inline]
    fn serve(&mut self, now: Tick, slot: u32, (priority, customer): (u8, Waiting)) -> Begin {
        let s = &mut self.slots[slot as usize];
        let (ends, epoch) = (now + customer.left, s.epoch.wrapping_add(1));
        *s = Slot { customer, priority, began: now, ends, epoch, busy: true };
        Begin { who: customer.who, slot, epoch, ends }
    }

    fn vacate(&mut self, now: Tick, slot: u32) {
        let s = &mut self.slots[slot as usize];
        s.busy = false;
        s.epoch = s.epoch.wrapping_add(1);
        self.free.push(slot);
        self.working -= 1;
        self.busy.add(now, -1.0);
    }

    fn interrupt(&mut self, now: Tick, slot: u32) {
        let Slot { mut customer, priority, ends, .. } = self.slots[slot as usize];
        self.vacate(now, slot);
        customer.left = if self.preemption == Preemption::Restart { customer.whole } else { ends.since(now) };
        customer.since = now;
        self.queue.enter(now);
        self.line(priority).push_front(customer);
    }

    /// The slot to interrupt for somebody of a priority.
    fn least_urgent(&self, priority: u8) -> Option<u32> {
        self.least_urgent_of_all().filter(|&s| self.slots[s as usize].priority > priority)
    }

    fn least_urgent_of_all(&self) -> Option<u32> {
        let busy = self.slots.iter().enumerate().filter(|(_, s)| s.busy);
        busy.max_by_key(|(i, s)| (s.priority, s.began, *i)).map(|(i, _)| i as u32)
    }

    fn line(&mut self, priority: u8) -> &mut VecDeque<Waiting> {
        let i = usize::from(priority);
        if i >= self.queues.len() {
            self.queues.resize_with(i + 1, VecDeque::new);
        }
        &mut self.queues[i]
    }

    #[inline]
    fn take_next(&mut self) -> Option<(u8, Waiting)> {
        self.queues.iter_mut().enumerate().find_map(|(p, q)| q.pop_front().map(|w| (p as u8, w)))
    }
}

/// Bits of an epoch that an event carries.
const EPOCH: u32 = 0x00ff_ffff;

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(b: Option<Begin>) -> u64 {
        b.map_or(u64::MAX, |b| b.ends.0)
    }

    /// ```text
    /// low   0-----4 . . . . . 9-----15   (10 ticks of work)
    /// high        4-----------9          (5 ticks)
    /// ```
    #[test]
    fn resumed_work_ends_when_the_rest_is_done() {
        let mut s = Servers::new(1, Preemption::Resume);
        let low = s.arrive(Tick(0), 1, 1, 10).unwrap();
        let high = s.arrive(Tick(4), 2, 0, 5).unwrap();
        assert_eq!(high.ends, Tick(9));
        assert_eq!(s.finish(low.ends, low.slot, low.epoch), None, "the end of interrupted work is none");
        let (who, next) = s.finish(Tick(9), high.slot, high.epoch).unwrap();
        assert_eq!((who, next.map(|b| (b.who, b.ends))), (2, Some((1, Tick(15)))));
        let b = next.unwrap();
        assert_eq!(s.finish(b.ends, b.slot, b.epoch), Some((1, None)));
        assert!(s.queue.little(Tick(15)).holds() && s.inside.little(Tick(15)).holds());
        assert_eq!((s.inside.stay.most, s.busy.mean(Tick(15))), (15, 1.0));
    }

    #[test]
    fn restarted_work_begins_again() {
        let mut s = Servers::new(1, Preemption::Restart);
        s.arrive(Tick(0), 1, 1, 10);
        let high = s.arrive(Tick(4), 2, 0, 5).unwrap();
        assert_eq!(ends(s.finish(Tick(9), high.slot, high.epoch).unwrap().1), 19);
    }

    #[test]
    fn equals_are_not_interrupted_and_go_in_turn() {
        let mut s = Servers::new(1, Preemption::Resume);
        let first = s.arrive(Tick(0), 1, 0, 5).unwrap();
        assert_eq!((s.arrive(Tick(1), 2, 0, 5), s.arrive(Tick(2), 3, 0, 5)), (None, None));
        assert_eq!(s.finish(Tick(5), first.slot, first.epoch).unwrap().1.unwrap().who, 2);
    }

    #[test]
    fn a_breakdown_drops_work_and_a_shift_lets_it_end() {
        for (interrupt, left) in [(true, 0), (false, 2)] {
            let mut s = Servers::new(2, Preemption::Resume);
            let (mut begins, a) = (Vec::new(), s.arrive(Tick(0), 1, 0, 10).unwrap());
            s.arrive(Tick(0), 2, 0, 10);
            s.set_capacity(Tick(4), 0, interrupt, &mut begins);
            assert_eq!((s.working(), begins.len()), (left, 0));
            if !interrupt {
                assert_eq!(s.finish(Tick(10), a.slot, a.epoch), Some((1, None)));
            }
            s.set_capacity(Tick(20), 2, interrupt, &mut begins);
            // The one who began last was dropped first and stands behind the other, who was put before him.
            let told: Vec<_> = begins.iter().map(|b| (b.who, b.ends.0)).collect();
            assert_eq!(told, if interrupt { vec![(1, 26), (2, 26)] } else { vec![] });
        }
    }
}
