//! Things that are held together: a berth and a tug, a path and a locomotive. All or nothing.
//!
//! A claim is granted when every pool that it needs has enough free and no earlier claim of its urgency, or more urgent one, waits
//! for any of those pools: nobody overtakes in a pool, and claims on other pools do not wait for each other.

use crate::Tick;
use crate::stats::Level;

/// Most pools that one claim joins.
pub const MOST_JOINED: usize = 4;

/// What is needed: pool and amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    parts: [(u16, u32); MOST_JOINED],
    count: u8,
}

impl Needs {
    /// Of these pools so much each; `None` of more than [`MOST_JOINED`].
    pub fn new(parts: &[(u16, u32)]) -> Option<Needs> {
        let mut needs = Needs::default();
        for (slot, part) in needs.parts.iter_mut().zip(parts) {
            *slot = *part;
        }
        needs.count = parts.len() as u8;
        (parts.len() <= MOST_JOINED).then_some(needs)
    }

    fn iter(&self) -> impl Iterator<Item = (u16, u32)> + '_ {
        self.parts[..usize::from(self.count)].iter().copied()
    }
}

#[derive(Clone, Copy, Debug)]
struct Claim {
    who: u32,
    priority: u8,
    needs: Needs,
}

#[derive(Clone, Debug)]
struct Pool {
    capacity: u32,
    held: u32,
    use_of: Level,
}

/// Pools and who waits for them.
#[derive(Clone, Debug, Default)]
pub struct Pools {
    pools: Vec<Pool>,
    waiting: Vec<Claim>,
}

impl Pools {
    /// Pools of so many each.
    pub fn new(capacities: &[u32]) -> Pools {
        let pools = capacities.iter().map(|&capacity| Pool { capacity, held: 0, use_of: Level::default() });
        Pools { pools: pools.collect(), waiting: Vec::new() }
    }

    /// Asks for things; those granted by this call are added to `granted`.
    pub fn ask(&mut self, now: Tick, who: u32, priority: u8, needs: Needs, granted: &mut Vec<u32>) {
        let at = self.waiting.partition_point(|c| c.priority <= priority);
        self.waiting.insert(at, Claim { who, priority, needs });
        self.grant(now, granted);
    }

    /// Gives things back.
    pub fn release(&mut self, now: Tick, needs: Needs, granted: &mut Vec<u32>) {
        for (p, amount) in needs.iter() {
            let pool = &mut self.pools[usize::from(p)];
            pool.held = pool.held.saturating_sub(amount);
            pool.use_of.set(now, f64::from(pool.held));
        }
        self.grant(now, granted);
    }

    /// From now on a pool has so many; what is held stays held.
    pub fn set_capacity(&mut self, now: Tick, pool: u16, capacity: u32, granted: &mut Vec<u32>) {
        self.pools[usize::from(pool)].capacity = capacity;
        self.grant(now, granted);
    }

    /// How much of a pool is held over time.
    pub fn use_of(&self, pool: u16) -> &Level {
        &self.pools[usize::from(pool)].use_of
    }

    /// How much of a pool is free.
    pub fn free(&self, pool: u16) -> u32 {
        let p = &self.pools[usize::from(pool)];
        p.capacity.saturating_sub(p.held)
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    fn grant(&mut self, now: Tick, granted: &mut Vec<u32>) {
        let (pools, mut wanted) = (&mut self.pools, 0_u64);
        self.waiting.retain(|c| {
            let mine = c.needs.iter().fold(0, |bits, (p, _)| bits | 1 << (p % 64));
            let free = c.needs.iter().all(|(p, n)| pools[usize::from(p)].held + n <= pools[usize::from(p)].capacity);
            if !free || wanted & mine != 0 {
                wanted |= mine;
                return true;
            }
            for (p, n) in c.needs.iter() {
                let pool = &mut pools[usize::from(p)];
                pool.held += n;
                pool.use_of.set(now, f64::from(pool.held));
            }
            granted.push(c.who);
            false
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Berths (pool 0) and one tug (pool 1): the second ship has a berth but no tug, the third wants another pool.
    #[test]
    fn all_or_nothing_and_nobody_overtakes_in_a_pool() {
        let mut p = Pools::new(&[2, 1, 1]);
        let berth_and_tug = Needs::new(&[(0, 1), (1, 1)]).unwrap();
        let (tug, other) = (Needs::new(&[(1, 1)]).unwrap(), Needs::new(&[(2, 1)]).unwrap());
        let mut granted = Vec::new();
        for (who, needs) in [(1, berth_and_tug), (2, berth_and_tug), (3, tug), (4, other)] {
            p.ask(Tick(0), who, 1, needs, &mut granted);
        }
        p.ask(Tick(1), 5, 0, tug, &mut granted);
        assert_eq!((granted.as_slice(), p.free(0), p.waiting()), ([1, 4].as_slice(), 1, 3));
        granted.clear();
        p.release(Tick(2), tug, &mut granted);
        assert_eq!(granted, [5], "the more urgent one first");
        p.release(Tick(3), tug, &mut granted);
        p.release(Tick(4), tug, &mut granted);
        assert_eq!(granted, [5, 2, 3], "then in turn");
        assert!(Needs::new(&[(0, 1); 5]).is_none());
    }
}
