//! Is it of any use to ask a commodity again?
//!
//! ```text
//! found at prices p:   no way of the commodity is shorter than `least`
//! asked again at p:    for ways shorter than `most`        of no use when most <= least
//! ```
//! The last sweep of the simplex asks everybody at the prices of the sweep before, and the first one of a new solution at those of
//! the last: most of their searches were made already.

use super::oracle::Terms;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What searches of each group found, by costs alone and with ranks on top.
#[derive(Debug)]
pub(super) struct Asked {
    plain: Searches,
    bent: Searches,
}

#[derive(Debug)]
struct Searches {
    now: Mutex<Now>,
    found: Vec<Mutex<Found>>,
}

/// The prices asked at last, and how many others came before.
#[derive(Debug, Default)]
struct Now {
    rows: Vec<f64>,
    scale: f64,
    bend: f64,
    number: u64,
}

/// At which prices a group was asked last, and what its shortest way is at least.
#[derive(Clone, Copy, Debug)]
struct Found {
    number: u64,
    least: f64,
}

/// What a search is about: the group, and the number of the prices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    group: usize,
    number: u64,
    is_bent: bool,
}

impl Asked {
    pub fn new(groups: usize) -> Self {
        Asked { plain: Searches::new(groups), bent: Searches::new(groups) }
    }

    /// A search of a group at some terms.
    pub fn ask(&self, group: usize, terms: Terms<'_>) -> Ask {
        let is_bent = terms.bend > 0.0;
        Ask { group, number: self.of(is_bent).number(terms), is_bent }
    }

    /// The shortest way is at least so long, as far as is known.
    pub fn least(&self, ask: Ask) -> f64 {
        let found = *held(&self.of(ask.is_bent).found[ask.group]);
        if found.number == ask.number { found.least } else { f64::NEG_INFINITY }
    }

    /// The shortest way is at least so long, as a search has shown.
    pub fn note(&self, ask: Ask, least: f64) {
        *held(&self.of(ask.is_bent).found[ask.group]) = Found { number: ask.number, least };
    }

    fn of(&self, is_bent: bool) -> &Searches {
        if is_bent { &self.bent } else { &self.plain }
    }
}

impl Searches {
    fn new(groups: usize) -> Self {
        let never = || Mutex::new(Found { number: 0, least: f64::NEG_INFINITY });
        Searches { now: Mutex::default(), found: std::iter::repeat_with(never).take(groups).collect() }
    }

    /// The number of these prices: that of the last ones where they are the same.
    fn number(&self, terms: Terms<'_>) -> u64 {
        let mut now = held(&self.now);
        if now.number == 0 || now.rows != terms.prices || (now.scale, now.bend) != (terms.scale, terms.bend) {
            now.rows.clear();
            now.rows.extend_from_slice(terms.prices);
            (now.scale, now.bend, now.number) = (terms.scale, terms.bend, now.number + 1);
        }
        now.number
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(prices: &[f64], scale: f64, bend: f64) -> Terms<'_> {
        Terms { prices, scale, bend }
    }

    #[test]
    fn what_was_found_holds_at_the_same_prices_alone() {
        let asked = Asked::new(2);
        let at = terms(&[0.0, -1.0], 1.0, 0.0);
        let ask = asked.ask(1, at);
        assert_eq!(asked.least(ask), f64::NEG_INFINITY);
        asked.note(ask, 7.0);
        assert_eq!(asked.least(asked.ask(1, at)), 7.0);
        assert_eq!(asked.least(asked.ask(0, at)), f64::NEG_INFINITY);
        for other in [terms(&[0.0, -1.5], 1.0, 0.0), terms(&[0.0, -1.0], 0.5, 0.0), terms(&[0.0, -1.0], 1.0, 1e-7)] {
            assert_eq!(asked.least(asked.ask(1, other)), f64::NEG_INFINITY);
        }
    }

    #[test]
    fn ranks_on_top_do_not_make_costs_alone_forgotten() {
        let asked = Asked::new(1);
        let (plain, bent) = (terms(&[-1.0], 1.0, 0.0), terms(&[-1.0], 1.0, 1e-7));
        asked.note(asked.ask(0, plain), 3.0);
        asked.note(asked.ask(0, bent), 4.0);
        assert_eq!((asked.least(asked.ask(0, plain)), asked.least(asked.ask(0, bent))), (3.0, 4.0));
        // Prices that came between are forgotten: the number of the old ones is gone.
        asked.ask(0, terms(&[-2.0], 1.0, 0.0));
        assert_eq!(asked.least(asked.ask(0, plain)), f64::NEG_INFINITY);
    }
}
