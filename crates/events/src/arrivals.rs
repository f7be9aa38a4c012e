//! Who comes when: at random at a rate that changes with time, evenly, or drawn ahead for those whom nobody watches.

use crate::random::{LONGEST, Stream};
use crate::time::{is_short, nearest, nearest_of_short};
use crate::{Clock, Tick};

/// Rates by stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    /// End of each stretch, and arrivals in a unit of the clock's time.
    stretches: Vec<(Tick, f64)>,
    clock: Clock,
}

impl Rates {
    /// Stretches in order; after the last nobody comes.
    pub fn new(stretches: Vec<(Tick, f64)>, clock: Clock) -> Rates {
        Rates { stretches, clock }
    }

    /// The same rate for ever.
    pub fn constant(rate: f64, clock: Clock) -> Rates {
        Rates::new(vec![(Tick::NEVER, rate)], clock)
    }

    /// The next arrival of a Poisson process after a moment, exactly: an exponential number is used up at each stretch's rate. `over`
    /// as in [`Rates::after`].
    pub fn poisson(&self, after: Tick, over: usize, stream: &mut Stream) -> Option<Tick> {
        self.after(after, over, stream.exponential())
    }

    /// The moment when so many more are expected to have come: with 1 each time, arrivals are even. `over` is how many stretches end
    /// by the moment `after`, as far as the caller knows: a wrong one costs a search, and changes nothing.
    pub fn after(&self, after: Tick, over: usize, mut expected: f64) -> Option<Tick> {
        let mut at = after;
        let are_over = over.checked_sub(1).and_then(|last| self.stretches.get(last)).is_some_and(|last| last.0 <= after);
        for &(until, rate) in self.stretches.iter().skip(if are_over { over } else { 0 }).skip_while(|s| s.0 <= after) {
            let room = self.clock.time(until.since(at)) * rate;
            if rate > 0.0 && expected <= room {
                return Some(at + self.clock.span(expected / rate));
            }
            expected -= room;
            at = until;
        }
        None
    }
}

/// Arrivals drawn ahead: nobody acts when one comes, so none of them is an event. They are known as soon as somebody asks how many
/// have come, or when the n-th will.
#[derive(Clone, Debug)]
pub struct Ahead {
    stream: Stream,
    rates: Rates,
    /// Drawn so far, in order; those before `taken` are gone.
    drawn: Vec<Tick>,
    taken: usize,
    last: Option<Tick>,
    /// Before this moment the rate is that of the last draw, and this many ticks go by for one expected arrival.
    steady: (Tick, f64),
}

/// Arrivals drawn at a time: the state of the dice stays in registers meanwhile.
const AT_A_TIME: usize = 64;
/// So many who are gone stay in the list before the rest is moved up.
const GONE: usize = 512;
/// Before this moment the spans of a block cannot go beyond the last tick there is.
const FAR: Tick = Tick(u64::MAX / 2);

impl Ahead {
    /// A Poisson stream of arrivals from moment 0.
    pub fn new(rates: Rates, stream: Stream) -> Ahead {
        Ahead { stream, rates, drawn: Vec::new(), taken: 0, last: Some(Tick(0)), steady: (Tick(0), 0.0) }
    }

    /// When the `n`-th of those not yet taken comes, from 1; `None` if it never does or only after `horizon`.
    pub fn nth(&mut self, n: usize, horizon: Tick) -> Option<Tick> {
        self.know(n, horizon);
        self.drawn[self.taken..].get(n.saturating_sub(1)).copied().filter(|&t| n > 0 && t <= horizon)
    }

    /// Takes up to `most` of those who have come by now, the first come first.
    pub fn take(&mut self, most: usize, now: Tick) -> &[Tick] {
        self.know(most, now);
        let here = &self.drawn[self.taken..];
        let first = &here[..here.len().min(most)];
        let come = if first.last().is_some_and(|&t| t <= now) { first.len() } else { first.partition_point(|&t| t <= now) };
        self.taken += come;
        &self.drawn[self.taken - come..self.taken]
    }

    /// Draws until `n` arrivals are known, or one after `horizon` is.
    fn know(&mut self, n: usize, horizon: Tick) {
        while self.drawn.len() - self.taken < n && self.last.is_some_and(|t| t <= horizon) {
            if self.taken >= GONE && 2 * self.taken >= self.drawn.len() {
                self.drawn.drain(..self.taken);
                self.taken = 0;
            }
            self.draw();
        }
    }

    /// Draws a block as if the rate did not change; where it does, one by one up to the change. A function of its own, so that all
    /// the state of the dice has a register.
    #[inline(never)]
    fn draw(&mut self) {
        let Some(mut at) = self.last else { return };
        let (until, each) = (self.steady.0.min(FAR), self.steady.1);
        if at >= until || !is_short(each * LONGEST) {
            return self.draw_one();
        }
        let (known, mut stream) = (self.drawn.len(), self.stream.clone());
        self.drawn.extend((0..AT_A_TIME).map(|_| {
            at.0 = at.0.wrapping_add(nearest_of_short(stream.exponential() * each));
            at
        }));
        if at < until {
            (self.stream, self.last) = (stream, Some(at));
            return;
        }
        self.drawn.truncate(known);
        while self.last.is_some_and(|at| at < until) {
            self.draw_one();
        }
    }

    #[cold]
    fn draw_one(&mut self) {
        let Some(last) = self.last else { return };
        let expected = self.stream.exponential();
        let next = last + nearest(expected * self.steady.1);
        self.last = if next < self.steady.0 { Some(next) } else { self.draw_over_a_change(last, expected) };
        self.drawn.extend(self.last);
    }

    fn draw_over_a_change(&mut self, last: Tick, expected: f64) -> Option<Tick> {
        let next = self.rates.after(last, 0, expected)?;
        let stretch = self.rates.stretches.iter().find(|s| s.0 > next)?;
        self.steady = (stretch.0, self.rates.clock.ticks / stretch.1);
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Clock = Clock { ticks: 1000.0 };

    #[test]
    fn even_arrivals_follow_the_rate() {
        let rates = Rates::new(vec![(Tick(10_000), 1.0), (Tick(20_000), 0.0), (Tick(30_000), 2.0)], UNIT);
        let mut at = Tick(0);
        let mut all = Vec::new();
        while let Some(next) = rates.after(at, 0, 1.0) {
            assert!(
                (1..5).all(|over| rates.after(at, over, 1.0) == Some(next)),
                "what the caller believes to be over changes nothing"
            );
            all.push(next.0);
            at = next;
        }
        assert_eq!(all.len(), 30);
        assert_eq!((all[9], all[10], all[29]), (10_000, 20_500, 30_000));
    }

    /// Numbers by stretch within four standard deviations of Poisson.
    #[test]
    fn random_arrivals_follow_the_rate() {
        let rates = Rates::new(vec![(Tick(2_000_000), 3.0), (Tick(4_000_000), 0.5)], UNIT);
        let mut ahead = Ahead::new(rates, Stream::new(4, 0, 0));
        let (mut early, mut late) = (0.0, 0.0);
        ahead.take(usize::MAX, Tick::NEVER).iter().for_each(|t| *if t.0 < 2_000_000 { &mut early } else { &mut late } += 1.0);
        assert!((early - 6000.0_f64).abs() < 4.0 * 6000.0_f64.sqrt(), "{early}");
        assert!((late - 1000.0_f64).abs() < 4.0 * 1000.0_f64.sqrt(), "{late}");
    }

    #[test]
    fn a_block_is_what_would_be_drawn_one_by_one() {
        let rates = Rates::new(vec![(Tick(40_000), 3.0), (Tick(50_000), 0.0), (Tick(52_000), 9.0), (Tick(900_000), 0.5)], UNIT);
        let mut blocks = Ahead::new(rates, Stream::new(6, 0, 0));
        let mut single = blocks.clone();
        while single.last.is_some() {
            single.draw_one();
        }
        assert_eq!(blocks.take(usize::MAX, Tick::NEVER), &single.drawn[..]);
        assert!(single.drawn.len() > 400);
    }

    #[test]
    fn the_nth_is_known_before_it_comes() {
        let mut a = Ahead::new(Rates::constant(1.0, UNIT), Stream::new(5, 0, 0));
        let third = a.nth(3, Tick::NEVER).unwrap();
        assert_eq!(a.nth(3, Tick(third.0 - 1)), None);
        let seen = a.take(9, third);
        assert_eq!((seen.len(), seen[2]), (3, third));
        assert!(a.nth(1, Tick::NEVER).unwrap() >= third);
    }
}
