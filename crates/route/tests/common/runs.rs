//! Runs over several links of one railway at one price: hauls by distance belts, and from entry to exit. All runs between two places
//! are laid out and the shortest is taken.

use super::tariffs::directions;
use super::tiny::{Link, RAIL, ROAD, World};

/// Links ridden one after another, and the places on them, both ends included.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub links: Vec<usize>,
    pub places: Vec<usize>,
}

/// The shortest runs of a world.
#[derive(Debug)]
pub struct Runs {
    /// At prices by belts, with operator and mode.
    pub hauls: Vec<(usize, usize, Run)>,
    /// At entry-exit prices, by position.
    pub entries: Vec<(usize, Run)>,
}

impl Run {
    pub fn sum(&self, w: &World, of: impl Fn(&Link) -> i64) -> i64 {
        self.links.iter().map(|&i| of(&w.links[i])).sum()
    }

    pub fn from(&self) -> usize {
        self.places[0]
    }

    pub fn to(&self) -> usize {
        self.places[self.places.len() - 1]
    }

    fn length(&self, w: &World) -> (i64, i64) {
        (self.sum(w, |l| l.km), self.sum(w, Link::seconds))
    }
}

impl Runs {
    /// `None` where two runs between the same places are equally short and equally fast: nothing says which of them it is.
    pub fn of(w: &World) -> Option<Runs> {
        let n = w.country.len();
        let (mut hauls, mut entries) = (Vec::new(), Vec::new());
        for (operator, mode) in (0..3).flat_map(|o| [(o, RAIL), (o, ROAD)]) {
            let on = |l: &Link| l.operator == operator && l.mode == mode && w.is_belted(l);
            for ends in (0..n * n).map(|i| [i / n, i % n]) {
                hauls.extend(shortest(w, ends, &on)?.map(|run| (operator, mode, run)));
            }
        }
        for (i, e) in w.prices.entries.iter().enumerate() {
            let on = |l: &Link| l.operator == e.operator && l.mode == RAIL;
            for ends in directions(e.ends, e.both_ways) {
                entries.extend(shortest(w, ends, &on)?.map(|run| (i, run)));
            }
        }
        Some(Runs { hauls, entries })
    }
}

/// The shortest run, of equally short ones the fastest; `None` where it is not one alone.
fn shortest(w: &World, [from, to]: [usize; 2], on: &dyn Fn(&Link) -> bool) -> Option<Option<Run>> {
    let mut all = Vec::new();
    if from != to {
        lay_out(w, to, on, Run { links: Vec::new(), places: vec![from] }, &mut all);
    }
    let Some(least) = all.iter().map(|run| run.length(w)).min() else { return Some(None) };
    all.retain(|run| run.length(w) == least);
    let run = all.pop();
    all.is_empty().then_some(run)
}

/// Every run that comes to no place twice.
fn lay_out(w: &World, to: usize, on: &dyn Fn(&Link) -> bool, begun: Run, all: &mut Vec<Run>) {
    let here = begun.to();
    if here == to {
        all.push(begun);
        return;
    }
    for (i, l) in w.links.iter().enumerate().filter(|(_, l)| !l.closed && on(l)) {
        if let Some(next) = l.end(here).filter(|p| !begun.places.contains(p)) {
            let mut run = begun.clone();
            run.links.push(i);
            run.places.push(next);
            lay_out(w, to, on, run, all);
        }
    }
}
