//! Events of later: a wheel of wheels, so that thousands of them cost no more than a few.
//!
//! ```text
//! moment in digits of 64      level = the highest digit in which it differs from `covered`, slot = that digit
//!
//! next events <- slot with few events <- spread over the levels below <- slot with many events
//! ```
//! Nothing in a slot is in order; the agenda orders the few events of the slot that is opened. The lowest slot of the lowest level is
//! always the next, since what is covered lies before all others. There is no width to be tuned.

use crate::agenda::Entry;

/// Bits of a digit.
const BITS: u32 = 6;
/// Slots of a level.
const SLOTS: usize = 1 << BITS;
/// Levels of 64 bits.
const LEVELS: usize = u64::BITS.div_ceil(BITS) as usize;
/// A slot with more events than this is spread over the level below.
const FEW: usize = 16;

/// Events after the covered moment.
#[derive(Clone, Debug)]
pub(crate) struct Wheel {
    /// Up to this moment, included, nothing is here.
    pub covered: u64,
    /// From this moment on `covered` may be moved back.
    opened: u64,
    count: usize,
    /// Slots with something in them, by level.
    filled: [u64; LEVELS],
    slots: Vec<Vec<Entry>>,
}

impl Default for Wheel {
    /// Empty: everything is covered.
    fn default() -> Self {
        Wheel { covered: u64::MAX, opened: 0, count: 0, filled: [0; LEVELS], slots: Vec::new() }
    }
}

impl Wheel {
    /// How many events are here.
    pub fn len(&self) -> usize {
        self.count
    }

    /// From now on covers no more than has to be, where that is less: what comes later belongs here.
    pub fn draw_back(&mut self, now: u64) -> bool {
        let least = now.max(self.opened);
        let is_less = least < self.covered;
        if is_less {
            self.covered = least;
            self.slots.resize_with(LEVELS * SLOTS, Vec::new);
        }
        is_less
    }

    /// Takes an event of later than what is covered.
    #[inline]
    pub fn put(&mut self, entry: Entry) {
        let when = entry.when().0;
        let level = (when ^ self.covered).checked_ilog2().unwrap_or(0) / BITS;
        let slot = (when >> (level * BITS)) as usize % SLOTS;
        self.filled[level as usize] |= 1 << slot;
        self.slots[level as usize * SLOTS + slot].push(entry);
        self.count += 1;
    }

    /// Covers more, and moves the events that it covers then to a list, at least one if there is any.
    pub fn open(&mut self, list: &mut Vec<Entry>) {
        while list.is_empty()
            && let Some(level) = self.filled.iter().position(|&f| f != 0)
        {
            let slot = self.filled[level].trailing_zeros() as usize;
            self.filled[level] &= !(1 << slot);
            let shift = level as u32 * BITS;
            let above = u64::MAX.unbounded_shl(shift + BITS);
            self.opened = self.covered & above | (slot as u64) << shift;
            let mut entries = std::mem::take(&mut self.slots[level * SLOTS + slot]);
            self.count -= entries.len();
            if level > 0 && entries.len() > FEW {
                self.covered = self.opened;
                self.spread(&mut entries, list);
            } else {
                self.covered = self.opened | !u64::MAX.unbounded_shl(shift);
                std::mem::swap(list, &mut entries);
            }
            self.slots[level * SLOTS + slot] = entries;
        }
        if self.count == 0 {
            self.covered = u64::MAX;
        }
    }

    /// Sends events to lower levels; those of the very moment that is covered go to a list.
    fn spread(&mut self, entries: &mut Vec<Entry>, list: &mut Vec<Entry>) {
        for entry in entries.drain(..) {
            if entry.when().0 > self.covered { self.put(entry) } else { list.push(entry) }
        }
    }
}
