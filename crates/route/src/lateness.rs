//! How late a way may be: the law of its time from door to door.
//!
//! ```text
//! draw d of N      part k takes its quantile (perm_k(d) + 1/2) / N          each part hits every quantile once (McKay et al. 1979)
//! storms           one draw a sea and way: parts in one sea meet the same storm; closed with the share of the month
//! closed           the port opens after what is left of the spell: P(left > x) = int_x^inf P(spell > y) dy / mean
//! clocks           what comes too late takes the next departure, or waits for the opening
//! ```
//! Sums of medians, which the search minimises, are not medians of sums, so these figures come after the search and no way is left
//! out by them. Parts are independent but for storms. The draws are fixed numbers: the same way has the same law everywhere.

use crate::limits::Promise;
use keruen_model::dist::Law;
use keruen_model::{Clock, Dist, Hours, Id, Node, Quantity, Text};
use keruen_network::compile::{Arc, Gate, Index, Starts, StateGraph, Storm, storm};
use keruen_results::route::Lateness;
use rustc_hash::FxHashMap;

/// Draws a way. The 90th percentile of a journey of twenty parts then lies within about one part in a hundred of the true one.
const DRAWS: usize = 512;

/// Lengths and remainders of a closed spell that are looked at.
const SPELLS: usize = 64;
const LEFT: usize = 16;

/// Lateness of ways over one graph; what is drawn for a law is kept.
pub(crate) struct Drawer<'a> {
    index: &'a Index<'a>,
    graph: &'a StateGraph,
    quantiles: FxHashMap<[u64; 4], Vec<f64>>,
    spells: FxHashMap<[u64; 4], Vec<f64>>,
}

impl<'a> Drawer<'a> {
    pub fn new(index: &'a Index<'a>, graph: &'a StateGraph) -> Self {
        Drawer { index, graph, quantiles: FxHashMap::default(), spells: FxHashMap::default() }
    }

    /// The lateness of a way that begins at a second.
    pub fn lateness(&mut self, arcs: &[&Arc], start: i64, promise: Option<Promise>, to: Id<Node>) -> Lateness {
        let mut times = vec![0.0; DRAWS];
        let mut streams = Streams::default();
        for arc in arcs {
            self.over(arc, start, &mut times, &mut streams);
        }
        times.sort_unstable_by(f64::total_cmp);
        let at = |p: f64| times[((p * DRAWS as f64).ceil() as usize).clamp(1, DRAWS) - 1];
        let (words, by) = match promise {
            None => (String::new(), None),
            Some(Promise::Days(days)) => (format!("within {days} days"), Some(days * 24.0)),
            Some(Promise::On(day)) => {
                let end = self.index.zone_of(to).instant(day.plus_days(1), Clock(0));
                (format!("by the end of {day}"), Some((end - start) as f64 / 3600.0))
            }
        };
        let kept = by.map(|by| times.partition_point(|&t| t < by) as f64 / DRAWS as f64);
        Lateness { p50: at(0.5), p90: at(0.9), promise: words, kept, draws: DRAWS as u32 }
    }

    /// Every draw after an arc, in hours since the start.
    fn over(&mut self, arc: &Arc, start: i64, times: &mut [f64], streams: &mut Streams) {
        let takes = self.takes(arc, streams);
        let median: f64 = arc.time.iter().map(|p| p.time.quantile(0.5).value()).sum();
        for (d, time) in times.iter_mut().enumerate() {
            let late = takes[d] - median;
            let delay = self.storm(arc, start, *time, d, streams);
            *time = arc.gate.as_ref().map_or(*time + takes[d], |g| through(g, start, *time, (median, late))) + delay;
        }
    }

    fn takes(&mut self, arc: &Arc, streams: &mut Streams) -> Vec<f64> {
        let mut out = vec![0.0; DRAWS];
        for part in arc.time.iter() {
            if let Some(fixed) = part.time.law().fixed() {
                out.iter_mut().for_each(|x| *x += fixed);
                continue;
            }
            let table = self.quantiles.entry(key(part.time.law())).or_insert_with(|| table(&part.time));
            let order = streams.fresh();
            out.iter_mut().zip(order).for_each(|(x, i)| *x += table[i]);
        }
        out
    }

    /// Hours until the ports and lines of an arc are open.
    fn storm(&mut self, arc: &Arc, start: i64, at: f64, d: usize, streams: &mut Streams) -> f64 {
        if arc.closed == 0.0 || !at.is_finite() {
            return 0.0;
        }
        let zone = &self.index.zones[self.graph.states[arc.from.0 as usize].node as usize];
        let month = zone.local(start + (at * 3600.0) as i64).0.month();
        let mut delay: f64 = 0.0;
        for &region in arc.regions.iter() {
            let Some(Storm { root, root_share, chances, spell }) = storm(self.index, region, month) else { continue };
            let during = streams.share((root, 0), d) < root_share;
            let chance = if during { chances.0 } else { chances.1 };
            let own = if root == region { 0.0 } else { streams.share((region, 1), d) };
            if own < chance {
                let left = self.spells.entry(key(spell.law())).or_insert_with(|| left_of(&spell));
                // A storm that closes both shores is one storm.
                let place = streams.share((root, 2), d) * left.len() as f64;
                delay = delay.max(left[(place as usize).min(left.len() - 1)]);
            }
        }
        delay
    }
}

/// Hours after a gate for goods that are there at an hour and need their median and so much more.
fn through(gate: &Gate, start: i64, at: f64, (median, late): (f64, f64)) -> f64 {
    if !at.is_finite() {
        return at;
    }
    let second = |hours: f64| start.saturating_add((hours * 3600.0).round() as i64);
    let hours = |second: i64| (second - start) as f64 / 3600.0;
    match &gate.starts {
        Starts::Any => at + median + late,
        Starts::Open(spans) => {
            let there = second(at);
            let span = spans.get(spans.partition_point(|s| s.1 <= there));
            span.map_or(f64::INFINITY, |s| at.max(hours(s.0)) + median + late)
        }
        Starts::Runs(runs) => {
            // Goods aboard leave with their ship, however late it is; others take the first departure that they make.
            if gate.aboard {
                let run = runs.partition_point(|r| r.leaves <= second(at)).checked_sub(1).map(|i| runs[i]);
                return run.map_or(at + median, |r| at + (r.ends - r.leaves) as f64 / 3600.0);
            }
            let ready = second(at + late);
            runs.get(runs.partition_point(|r| r.latest < ready)).map_or(f64::INFINITY, |r| hours(r.ends))
        }
    }
}

fn table(law: &Dist<Hours>) -> Vec<f64> {
    (0..DRAWS).map(|i| law.quantile((i as f64 + 0.5) / DRAWS as f64).value()).collect()
}

/// What is left of a spell met at a moment: long spells are met more often, and at any moment of theirs. By rising length.
fn left_of(spell: &Dist<Hours>) -> Vec<f64> {
    let lengths = (0..SPELLS).map(|i| spell.quantile((i as f64 + 0.5) / SPELLS as f64).value());
    let met = |length: f64| (0..LEFT).map(move |k| (length * (k as f64 + 0.5) / LEFT as f64, length));
    let mut all: Vec<(f64, f64)> = lengths.flat_map(met).collect();
    all.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let whole: f64 = all.iter().map(|x| x.1).sum();
    let (mut seen, mut at) = (0.0, 0);
    let step = |i: usize| {
        let wanted = (i as f64 + 0.5) / DRAWS as f64 * whole;
        while at + 1 < all.len() && seen + all[at].1 < wanted {
            seen += all[at].1;
            at += 1;
        }
        all[at].0
    };
    (0..DRAWS).map(step).collect()
}

fn key(law: Law) -> [u64; 4] {
    let (kind, numbers): (u64, [f64; 3]) = match law {
        Law::Fixed(a) => (0, [a, 0.0, 0.0]),
        Law::Uniform(a, b) => (1, [a, b, 0.0]),
        Law::Triangular(a, b, c) => (2, [a, b, c]),
        Law::LogNormal(a, b) => (3, [a, b, 0.0]),
        Law::Exponential(a) => (4, [a, 0.0, 0.0]),
        Law::Gamma(a, b) => (5, [a, b, 0.0]),
    };
    [kind, numbers[0].to_bits(), numbers[1].to_bits(), numbers[2].to_bits()]
}

/// Orders in which draws meet the quantiles, one for each part and storm, always the same.
#[derive(Default)]
struct Streams {
    made: u64,
    kept: FxHashMap<(Text, u8), Vec<usize>>,
}

impl Streams {
    /// A permutation of the draws that no part had before: Fisher and Yates by SplitMix64 (Steele, Lea and Flood 2014).
    fn fresh(&mut self) -> Vec<usize> {
        self.made += 1;
        let mut state = self.made.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut next = |below: usize| {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            ((z ^ (z >> 31)) % below as u64) as usize
        };
        let mut order: Vec<usize> = (0..DRAWS).collect();
        (1..DRAWS).rev().for_each(|i| order.swap(i, next(i + 1)));
        order
    }

    /// A share between 0 and 1 that belongs to a region and a draw.
    fn share(&mut self, of: (Text, u8), d: usize) -> f64 {
        if !self.kept.contains_key(&of) {
            let order = self.fresh();
            self.kept.insert(of, order);
        }
        (self.kept[&of][d] as f64 + 0.5) / DRAWS as f64
    }
}
