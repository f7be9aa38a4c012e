//! Room for searches: labels of places, and the queue. It is lent out and given back, since to make it anew costs as much as a search.

use super::aim::Label;
use std::collections::BinaryHeap;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

/// Labels of one search; forgotten by a new epoch.
#[derive(Debug, Default)]
pub(super) struct Workspace {
    pub reached: Vec<Reached>,
    now: u32,
    pub heap: BinaryHeap<Label>,
}

/// How a place was reached.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reached {
    pub length: f64,
    /// Arc, and the place before it.
    pub by: u32,
    pub before: u32,
    epoch: u32,
}

/// No arc leads here.
pub(super) const NONE: u32 = u32::MAX;

impl Workspace {
    pub fn begin(&mut self, places: usize) {
        if self.reached.len() < places {
            self.reached.resize(places, Reached::default());
        }
        if self.now == u32::MAX {
            (self.reached, self.now) = (vec![Reached::default(); self.reached.len()], 0);
        }
        self.now += 1;
        self.heap.clear();
    }

    pub fn reach(&mut self, place: u32, (length, key): (f64, f64), (by, before): (u32, u32)) {
        let r = &mut self.reached[place as usize];
        if r.epoch != self.now || length < r.length {
            *r = Reached { length, by, before, epoch: self.now };
            self.heap.push(Label::new(key, place));
        }
    }

    /// Reaches a place unless the way comes by it already.
    pub fn correct(&mut self, place: u32, length: f64, (by, before): (u32, u32)) {
        let (r, mut on_the_way) = (self.reached[place as usize], before);
        if r.epoch == self.now && length >= r.length {
            return;
        }
        while on_the_way != place && self.reached[on_the_way as usize].by != NONE {
            on_the_way = self.reached[on_the_way as usize].before;
        }
        if on_the_way != place {
            self.reach(place, (length, length), (by, before));
        }
    }
}

/// Rooms that nobody uses at present.
#[derive(Debug, Default)]
pub(super) struct Rooms {
    free: Mutex<Vec<Workspace>>,
}

/// A room on loan.
#[derive(Debug)]
pub(super) struct Lent<'r> {
    room: Workspace,
    rooms: &'r Rooms,
}

impl Rooms {
    pub fn lend(&self) -> Lent<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Lent { room: free.unwrap_or_default(), rooms: self }
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let room = std::mem::take(&mut self.room);
        self.rooms.free.lock().unwrap_or_else(PoisonError::into_inner).push(room);
    }
}

impl Deref for Lent<'_> {
    type Target = Workspace;

    fn deref(&self) -> &Workspace {
        &self.room
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Workspace {
        &mut self.room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_long_ago_are_forgotten_when_epochs_begin_again() {
        let mut work = Workspace::default();
        work.begin(1);
        work.reach(0, (1.0, 1.0), (NONE, 0));
        work.now = u32::MAX;
        work.begin(1);
        assert_eq!(work.now, 1);
        work.reach(0, (5.0, 5.0), (NONE, 0));
        assert_eq!(work.reached[0].length, 5.0);
    }
}
