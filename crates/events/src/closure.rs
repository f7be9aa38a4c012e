//! Weather that closes a region: open and closed spells in turn, by month.
//!
//! ```text
//! closed for a spell by its law; then open until a storm comes, at the rate of the month that is on:
//! rate = share / ((1 - share) x mean spell), so that in a month that lasted for ever the closed share would be `share`
//! ```
//! An open spell runs from month to month, used up at each month's own rate. A run begins in the middle of things: closed with
//! the chance of its first month, and then for the rest of a spell, which is longer than the usual one since long spells are met
//! more often (renewal theory, Cox 1962).

use crate::random::{Law, Stream};
use crate::{Clock, Tick};

/// A stretch of time with its own weather.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Season {
    /// Its end.
    pub until: Tick,
    /// Share of the time that is closed, 0 to 1.
    pub share: f64,
    /// How long a closed spell lasts, in the unit of the clock.
    pub spell: Law,
}

/// The largest share that is understood: a region that never opens is not weather.
const MOST_CLOSED: f64 = 0.999;

/// Closed spells of a region, one after the other.
#[derive(Clone, Debug)]
pub struct Closures {
    seasons: Vec<Season>,
    clock: Clock,
    stream: Stream,
    at: Tick,
    begun: bool,
}

impl Closures {
    /// Spells from moment 0; the last season goes on after its end.
    pub fn new(seasons: Vec<Season>, clock: Clock, stream: Stream) -> Closures {
        Closures { seasons, clock, stream, at: Tick(0), begun: false }
    }

    fn season(&self, at: Tick) -> Option<Season> {
        self.seasons.iter().find(|s| at < s.until).or(self.seasons.last()).copied()
    }

    /// From where an open spell that begins at `at` ends; never, where no season has storms.
    fn next_storm(&mut self, mut at: Tick) -> Option<Tick> {
        let mut left = self.stream.exponential();
        loop {
            let s = self.season(at)?;
            let share = s.share.clamp(0.0, MOST_CLOSED);
            let rate = share / ((1.0 - share) * s.spell.mean());
            let is_last = at >= s.until;
            let room = if is_last { f64::INFINITY } else { self.clock.time(s.until.since(at)) * rate };
            if share > 0.0 && left < room {
                return Some(at + self.clock.span(left / rate));
            }
            if is_last || self.seasons.last().is_some_and(|l| l.until == s.until && share == 0.0) {
                return None;
            }
            left -= room;
            at = s.until;
        }
    }
}

impl Iterator for Closures {
    type Item = (Tick, Tick);

    /// The next closed spell: from, to.
    fn next(&mut self) -> Option<(Tick, Tick)> {
        if !self.begun {
            self.begun = true;
            let first = self.season(Tick(0))?;
            if first.share > 0.0 && self.stream.uniform() < first.share {
                let whole = length_biased(&first.spell, &mut self.stream);
                self.at = Tick(self.clock.span(whole * self.stream.uniform()).max(1));
                return Some((Tick(0), self.at));
            }
        }
        let from = self.next_storm(self.at)?;
        let spell = self.season(from)?.spell;
        self.at = from + self.clock.span(spell.draw(&mut self.stream)).max(1);
        Some((from, self.at))
    }
}

/// The spell that is on at a random moment: density in proportion to length x law.
fn length_biased(law: &Law, stream: &mut Stream) -> f64 {
    match *law {
        Law::Fixed(a) => a,
        Law::Exponential(mean) => Law::Gamma(2.0 * mean, 2.0).draw(stream),
        Law::Gamma(mean, shape) => Law::Gamma(mean * (shape + 1.0) / shape, shape + 1.0).draw(stream),
        Law::LogNormal(median, sigma) => Law::LogNormal(median * crate::maths::exp(sigma * sigma), sigma).draw(stream),
        Law::Uniform(_, most) | Law::Triangular(_, _, most) => loop {
            let x = law.draw(stream);
            if stream.uniform() * most < x {
                return x;
            }
        },
    }
}

/// The region of another shore that shares the storms: each spell of `outer` closes it too with a chance, and it has some of its
/// own. `shared` and `own` are streams of the inner region, so that the outer one draws the same with or without it.
///
/// To make `inside` of the inner region's closed time fall into the outer one's closures, the chance is
/// `inside x inner share / outer share`; its own spells, a process with share `(1 - inside) x inner share`, are given as `own`.
pub fn sharing(
    outer: &[(Tick, Tick)],
    chance: impl Fn(Tick) -> f64,
    own: &[(Tick, Tick)],
    shared: &mut Stream,
) -> Vec<(Tick, Tick)> {
    let met = outer.iter().filter(|s| shared.uniform() < chance(s.0)).copied();
    joined(met.chain(own.iter().copied()).collect())
}

/// Spells in order, those that touch or overlap made one.
pub fn joined(mut spells: Vec<(Tick, Tick)>) -> Vec<(Tick, Tick)> {
    spells.sort_unstable();
    let mut out: Vec<(Tick, Tick)> = Vec::with_capacity(spells.len());
    for (from, to) in spells {
        match out.last_mut().filter(|l| l.1 >= from) {
            Some(last) => last.1 = last.1.max(to),
            None => out.push((from, to)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOURS: Clock = Clock { ticks: 1000.0 };

    fn closed_share(seasons: Vec<Season>, seed: u64, hours: f64) -> f64 {
        let end = Tick(HOURS.span(hours));
        let spells = Closures::new(seasons, HOURS, Stream::new(seed, 0, 0)).take_while(|s| s.0 < end);
        spells.map(|s| s.1.min(end).since(s.0)).sum::<u64>() as f64 / end.0 as f64
    }

    /// Open 72, closed 8, exponential: closed a tenth of the time. The sd of the share over n cycles is about sqrt(2/n) x 0.1 x 0.9.
    #[test]
    fn the_share_is_that_asked_for() {
        let season = Season { until: Tick::NEVER, share: 0.1, spell: Law::Exponential(8.0) };
        let share = closed_share(vec![season], 1, 8e6);
        assert!((share - 0.1).abs() < 3.0 * (2.0_f64 / 1e5).sqrt() * 0.09, "{share}");
    }

    /// Two months, storms in the first alone; and a run that may begin inside a spell: the mean over many runs is still the share.
    #[test]
    fn seasons_have_their_own_share_from_the_first_hour() {
        let first = Season { until: Tick(HOURS.span(720.0)), share: 0.3, spell: Law::LogNormal(24.0, 0.9) };
        let calm = Season { until: Tick(HOURS.span(1440.0)), share: 0.0, ..first };
        let shares: Vec<f64> = (0..4000).map(|s| closed_share(vec![first, calm], s, 24.0)).collect();
        let mean = shares.iter().sum::<f64>() / 4000.0;
        let sd = (shares.iter().map(|s| (s - mean).powi(2)).sum::<f64>() / 4000.0).sqrt();
        assert!((mean - 0.3).abs() < 3.0 * sd / 4000.0_f64.sqrt(), "{mean}");
        let late = Closures::new(vec![first, calm], HOURS, Stream::new(9, 0, 0)).filter(|s| s.0 >= first.until).count();
        assert_eq!(late, 0);
    }

    #[test]
    fn shores_share_storms() {
        let outer = [(Tick(0), Tick(10)), (Tick(20), Tick(30))];
        let own = [(Tick(28), Tick(40))];
        assert_eq!(sharing(&outer, |_| 1.0, &own, &mut Stream::new(1, 1, 1)), [(Tick(0), Tick(10)), (Tick(20), Tick(40))]);
        assert_eq!(sharing(&outer, |_| 0.0, &own, &mut Stream::new(1, 1, 1)), own);
    }
}
