//! The best use of a budget: one option a pair, most extra trips, every state sees its part of the money.
//!
//! ```text
//! max  sum of extra trips of the options taken
//! s.t. at most one option a pair,  sum of money <= budget,  money that touches a state >= floor x budget   (half of a pair to each end)
//! ```
//!
//! A multiple-choice knapsack with floors, by depth-first branch and bound; the bound is its linear relaxation without floors (Sinha and
//! Zoltners 1979, Operations Research 27/3): steps along the upper hull of each pair's options, the most trips a dollar first.

/// One thing that can be bought on a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    pub usd: f64,
    pub extra: f64,
}

/// A pair: its options and its two states, by number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Class {
    pub options: Vec<Choice>,
    pub states: [usize; 2],
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Best {
    /// Option of each pair.
    pub taken: Vec<Option<usize>>,
    pub extra: f64,
    pub usd: f64,
    pub bound: f64,
    pub proven: bool,
}

/// Nodes after which the search stops and says so.
const NODES: u64 = 3_000_000;
/// Money and trips that differ by less are equal.
const EQUAL: f64 = 1e-9;

/// The best use; `None` where the floors cannot be met.
pub(super) fn best(classes: &[Class], budget: f64, floors: &[f64]) -> Option<Best> {
    let mut order: Vec<usize> = (0..classes.len()).collect();
    let rate = |c: &Class| c.options.iter().map(|o| o.extra / o.usd.max(EQUAL)).fold(0.0, f64::max);
    order.sort_by(|&a, &b| rate(&classes[b]).total_cmp(&rate(&classes[a])).then(a.cmp(&b)));
    let mut search = Search {
        classes,
        floors,
        budget,
        steps: steps(classes, &order),
        order,
        now: vec![None; classes.len()],
        seen: vec![0.0; floors.len()],
        best: None,
        nodes: 0,
    };
    let bound = search.bound(0, budget);
    search.go(0, 0.0, 0.0);
    let proven = search.nodes < NODES;
    search.best.map(|(extra, usd, taken)| Best { taken, extra, usd, bound: if proven { extra } else { bound }, proven })
}

/// A step along the upper hull of a pair: place of the pair in the order, money, trips.
struct Step {
    place: usize,
    usd: f64,
    extra: f64,
}

/// Steps of all pairs, the most trips a dollar first.
fn steps(classes: &[Class], order: &[usize]) -> Vec<Step> {
    let mut out = Vec::new();
    for (place, &c) in order.iter().enumerate() {
        let (mut at, mut options) = ((0.0, 0.0), classes[c].options.clone());
        options.sort_by(|a, b| a.usd.total_cmp(&b.usd));
        loop {
            let rate = |o: &Choice| (o.extra - at.1) / (o.usd - at.0).max(EQUAL);
            let next = options.iter().filter(|o| o.usd > at.0 + EQUAL && o.extra > at.1 + EQUAL);
            let Some(o) = next.max_by(|a, b| rate(a).total_cmp(&rate(b)).then(a.usd.total_cmp(&b.usd))).copied() else { break };
            out.push(Step { place, usd: o.usd - at.0, extra: o.extra - at.1 });
            at = (o.usd, o.extra);
        }
        // What costs nothing comes at once.
        let free = options.iter().filter(|o| o.usd <= EQUAL).map(|o| o.extra).fold(0.0, f64::max);
        if free > 0.0 {
            out.push(Step { place, usd: 0.0, extra: free });
        }
    }
    out.sort_by(|a, b| (b.extra / b.usd.max(EQUAL)).total_cmp(&(a.extra / a.usd.max(EQUAL))));
    out
}

struct Search<'c> {
    classes: &'c [Class],
    floors: &'c [f64],
    budget: f64,
    steps: Vec<Step>,
    order: Vec<usize>,
    now: Vec<Option<usize>>,
    /// Money that touches each state so far.
    seen: Vec<f64>,
    best: Option<(f64, f64, Vec<Option<usize>>)>,
    nodes: u64,
}

impl Search<'_> {
    /// No more trips than this from the pairs at `place` and beyond, with so much money.
    fn bound(&self, place: usize, mut money: f64) -> f64 {
        let mut extra = 0.0;
        for s in self.steps.iter().filter(|s| s.place >= place) {
            if s.usd > money {
                return extra + s.extra * money / s.usd;
            }
            money -= s.usd;
            extra += s.extra;
        }
        extra
    }

    /// Whether some state's floor is out of reach.
    fn starved(&self, place: usize, usd: f64) -> bool {
        let left = self.budget - usd;
        self.floors.iter().enumerate().any(|(s, floor)| {
            let ends = |c: usize| self.classes[c].states.iter().filter(|&&x| x == s).count() as f64;
            let most = |&c: &usize| ends(c) / 2.0 * self.classes[c].options.iter().map(|o| o.usd).fold(0.0, f64::max);
            let widest = self.order[place..].iter().map(|&c| ends(c)).fold(0.0, f64::max);
            let reach = self.order[place..].iter().map(most).sum::<f64>().min(left * widest / 2.0);
            self.seen[s] + reach < floor - EQUAL
        })
    }

    fn go(&mut self, place: usize, usd: f64, extra: f64) {
        self.nodes += 1;
        if self.nodes >= NODES || self.starved(place, usd) {
            return;
        }
        let beaten = self.best.as_ref().is_some_and(|b| extra + self.bound(place, self.budget - usd) <= b.0 + EQUAL);
        if beaten {
            return;
        }
        let Some(&c) = self.order.get(place) else {
            self.best = Some((extra, usd, self.now.clone()));
            return;
        };
        let mut options: Vec<usize> = (0..self.classes[c].options.len()).collect();
        options.sort_by(|&a, &b| self.classes[c].options[b].extra.total_cmp(&self.classes[c].options[a].extra));
        for o in options {
            let choice = self.classes[c].options[o];
            if usd + choice.usd <= self.budget + EQUAL {
                self.take(c, Some(o), choice.usd);
                self.go(place + 1, usd + choice.usd, extra + choice.extra);
                self.take(c, None, -choice.usd);
            }
        }
        self.go(place + 1, usd, extra);
    }

    fn take(&mut self, c: usize, option: Option<usize>, usd: f64) {
        self.now[c] = option;
        self.classes[c].states.iter().for_each(|&s| self.seen[s] += usd / 2.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every use, one by one.
    fn exhaustive(classes: &[Class], budget: f64, floors: &[f64]) -> Option<f64> {
        let mut best: Option<f64> = None;
        let ways: usize = classes.iter().map(|c| c.options.len() + 1).product();
        for mut code in 0..ways {
            let (mut usd, mut extra, mut seen) = (0.0, 0.0, vec![0.0; floors.len()]);
            for c in classes {
                let pick = code % (c.options.len() + 1);
                code /= c.options.len() + 1;
                if let Some(o) = pick.checked_sub(1).map(|i| c.options[i]) {
                    usd += o.usd;
                    extra += o.extra;
                    c.states.iter().for_each(|&s| seen[s] += o.usd / 2.0);
                }
            }
            if usd <= budget && seen.iter().zip(floors).all(|(s, f)| *s >= f - 1e-9) && best.is_none_or(|b| extra > b) {
                best = Some(extra);
            }
        }
        best
    }

    /// Numbers that repeat: a small generator of its own.
    struct Dice(u64);

    impl Dice {
        fn next(&mut self, below: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % below
        }
    }

    #[test]
    fn the_search_agrees_with_trying_everything() {
        let mut dice = Dice(7);
        for case in 0..400 {
            let states = 2 + dice.next(3) as usize;
            let class = |dice: &mut Dice| Class {
                options: (0..dice.next(4)).map(|_| Choice { usd: dice.next(60) as f64, extra: dice.next(40) as f64 }).collect(),
                states: [dice.next(states as u64) as usize, dice.next(states as u64) as usize],
            };
            let classes: Vec<Class> = (0..5).map(|_| class(&mut dice)).collect();
            let budget = dice.next(150) as f64;
            let floors: Vec<f64> = (0..states).map(|_| if case % 2 == 0 { 0.0 } else { dice.next(20) as f64 }).collect();
            let found = best(&classes, budget, &floors);
            assert_eq!(found.as_ref().map(|b| b.extra), exhaustive(&classes, budget, &floors), "case {case}");
            if let Some(b) = found {
                let sum: f64 = b.taken.iter().zip(&classes).filter_map(|(t, c)| Some(c.options[(*t)?].usd)).sum();
                assert!(b.proven && (sum - b.usd).abs() < 1e-9 && b.usd <= budget, "case {case}");
            }
        }
    }
}
