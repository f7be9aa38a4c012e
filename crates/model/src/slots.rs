//! Symbols by text: open addressing with linear probing, made for ids.
//!
//! Ids come in runs (`n1041`, `n1042`, or `l7.paths`, `l8.paths`), and rows name each other in runs too. So a text is placed by
//! the hash of what is left when its last digit is taken out, and the digit picks the place within a block of 16: ten
//! neighbours lie on two cache lines, and a run of a million ids is found at the speed of the cache, not of the memory.
//! A slot keeps 32 bits of its own to compare, so that a wrong text is almost never looked at. At least half of the slots are
//! free, which keeps runs that meet apart.

use std::hash::Hasher;

/// Places in a block: the power of two that holds ten digits.
const BLOCK: u64 = 16;

/// Bytes at the end of a text that are searched for its last digit: ids that run differ there, and a long text is no id.
const ENDING: usize = 16;

/// Slots of the smallest table.
const SMALLEST: usize = 64;

const FREE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
struct Slot {
    check: u32,
    symbol: u32,
}

/// The places of all symbols.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    slots: Vec<Slot>,
    used: usize,
}

/// Where a text belongs.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    first: u64,
    check: u32,
}

/// The place of a text.
#[inline]
pub fn place(text: &str) -> Place {
    let b = text.as_bytes();
    let mut h = rustc_hash::FxHasher::default();
    let end = b.len() - b.len().min(ENDING);
    let Some(last) = b[end..].iter().rposition(u8::is_ascii_digit).map(|i| end + i) else {
        h.write(b);
        let h = h.finish();
        return Place { first: h, check: (h >> 32) as u32 };
    };
    h.write(&b[..last]);
    h.write(&b[last + 1..]);
    let (h, digit) = (h.finish(), b[last] & 15);
    // The high half places the block and the low half is compared: they are as good as independent.
    Place { first: (h >> 28) * BLOCK + u64::from(digit), check: h as u32 ^ (u32::from(digit) << 16) }
}

impl Slots {
    /// The symbol at a place for which `same` holds.
    #[inline]
    pub fn find(&self, place: Place, mut same: impl FnMut(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = place.first as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.symbol == FREE {
                return None;
            }
            if slot.check == place.check && same(slot.symbol) {
                return Some(slot.symbol);
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a symbol that is not there; `of` gives the place of an earlier one, should all have to move.
    pub fn insert(&mut self, place: Place, symbol: u32, of: impl Fn(u32) -> Place) {
        if (self.used + 1) * 2 > self.slots.len() {
            self.resize((self.slots.len() * 2).max(SMALLEST), of);
        }
        self.used += 1;
        self.put(place, symbol);
    }

    /// Makes room for so many more symbols.
    pub fn reserve(&mut self, more: usize, of: impl Fn(u32) -> Place) {
        if (self.used + more) * 2 > self.slots.len() {
            self.resize(((self.used + more) * 2).next_power_of_two(), of);
        }
    }

    fn put(&mut self, place: Place, symbol: u32) {
        let mask = self.slots.len() - 1;
        let mut at = place.first as usize & mask;
        while self.slots[at].symbol != FREE {
            at = (at + 1) & mask;
        }
        self.slots[at] = Slot { check: place.check, symbol };
    }

    fn resize(&mut self, size: usize, of: impl Fn(u32) -> Place) {
        self.slots = vec![Slot { check: 0, symbol: FREE }; size];
        for symbol in 0..self.used as u32 {
            self.put(of(symbol), symbol);
        }
    }
}
