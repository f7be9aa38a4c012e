//! Stations without events: first come first served, and nothing that happens behind them acts back on them.
//!
//! ```text
//! one server    begin(n) = max(arrival(n), begin(n-1) + service(n-1))                      Lindley 1952
//! c servers     begin(n) = max(arrival(n), earliest end of the c servers' last work)       Kiefer and Wolfowitz 1955
//! ```
//! Customers must be passed in the order in which they arrive. Those of a station with several servers may leave it in another
//! order: [`in_order`](Station::pass) is then for the caller to restore before the next station.

use crate::Tick;

/// A station with one server or more.
#[derive(Clone, Debug)]
pub struct Station {
    /// When each server is free; the least is looked for, since servers are few.
    free: Vec<Tick>,
}

/// What becomes of one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// His service begins.
    pub begins: Tick,
    /// It ends.
    pub ends: Tick,
}

impl Station {
    /// So many servers, at least one, all free at moment 0.
    pub fn new(servers: usize) -> Station {
        Station { free: vec![Tick(0); servers.max(1)] }
    }

    /// Somebody arrives, not before the one passed last, with work of so many ticks.
    #[inline]
    pub fn pass(&mut self, arrival: Tick, work: u64) -> Passage {
        let mut least = 0;
        for i in 1..self.free.len() {
            if self.free[i] < self.free[least] {
                least = i;
            }
        }
        let begins = arrival.max(self.free[least]);
        let ends = begins + work;
        self.free[least] = ends;
        Passage { begins, ends }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_servers_by_hand() {
        let mut s = Station::new(2);
        let got: Vec<_> = [(0, 10), (1, 3), (2, 4), (3, 1)].iter().map(|&(t, w)| s.pass(Tick(t), w)).collect();
        let told: Vec<_> = got.iter().map(|p| (p.begins.0, p.ends.0)).collect();
        assert_eq!(told, [(0, 10), (1, 4), (4, 8), (8, 9)]);
    }
}
