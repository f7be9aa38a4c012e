//! A yard, a tank, a car park: a level, how much goes in, and a ban on what comes when it is too full.

use crate::Tick;
use crate::stats::Level;

/// A ban begins above one level and ends below another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trigger {
    /// It begins when the level is above this.
    pub above: f64,
    /// It ends when the level is below this.
    pub below: f64,
}

/// What a change of the level brought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing.
    None,
    /// The ban has begun.
    Banned,
    /// The ban has ended.
    Lifted,
}

/// A level with a capacity and, where wanted, a trigger.
#[derive(Clone, Debug)]
pub struct Store {
    capacity: f64,
    trigger: Option<Trigger>,
    banned: Option<Tick>,
    bans: u32,
    banned_for: u64,
    /// The level over time.
    pub level: Level,
}

impl Store {
    /// An empty store; infinite capacity is allowed.
    pub fn new(capacity: f64, trigger: Option<Trigger>) -> Store {
        Store { capacity, trigger, banned: None, bans: 0, banned_for: 0, level: Level::default() }
    }

    /// Room that is left, never below 0.
    pub fn room(&self) -> f64 {
        (self.capacity - self.level.now()).max(0.0)
    }

    /// Whether a ban holds.
    pub fn is_banned(&self) -> bool {
        self.banned.is_some()
    }

    /// Something comes (above 0) or goes (below 0).
    pub fn change(&mut self, now: Tick, by: f64) -> Turn {
        self.level.add(now, by);
        let Some(t) = self.trigger else { return Turn::None };
        match self.banned {
            None if self.level.now() > t.above => {
                self.banned = Some(now);
                self.bans += 1;
                Turn::Banned
            }
            Some(since) if self.level.now() < t.below => {
                self.banned = None;
                self.banned_for += now.since(since);
                Turn::Lifted
            }
            _ => Turn::None,
        }
    }

    /// How often a ban began.
    pub fn bans(&self) -> u32 {
        self.bans
    }

    /// Ticks under a ban up to a moment.
    pub fn banned_for(&self, until: Tick) -> u64 {
        self.banned_for + self.banned.map_or(0, |since| until.since(since))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ban_begins_high_and_ends_low() {
        let mut s = Store::new(100.0, Some(Trigger { above: 80.0, below: 30.0 }));
        let turns: Vec<Turn> = [(0, 80.0), (1, 1.0), (5, -40.0), (6, 45.0), (9, -57.0), (12, 60.0)]
            .iter()
            .map(|&(t, by)| s.change(Tick(t), by))
            .collect();
        assert_eq!(turns, [Turn::None, Turn::Banned, Turn::None, Turn::None, Turn::Lifted, Turn::Banned]);
        assert_eq!((s.bans(), s.banned_for(Tick(20)), s.room()), (2, 8 + 8, 11.0));
    }
}
