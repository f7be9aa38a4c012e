//! All parties together: one tree a party, aggregated last (MAMCA: Macharis, Turcksin and Lebeau 2012, Decision Support Systems 54/1).
//!
//! Scores `s_p(a)` of party p come from its weighted sum. Jointly: mean by voice; Borda points `sum of voice (n - rank)` (Borda 1784);
//! Copeland majorities won less lost (Copeland 1951); minimax regret, `max over p of (best_p - s_p(a))` (Savage 1951), blind to voices.
//! Accord: Kendall's W with ties (Kendall and Gibbons 1990, chapter 6). Leaving a party out shows what hangs on it.

use crate::flip;
use crate::opinion::{EQUAL, places};
use keruen_results::forum::{JointAnswer, LeftOut, Scored};

/// How many places count as the top.
const TOP: f64 = 3.0;

/// What a party brings to the joint ranking.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    /// Name, for the flips.
    pub name: String,
    /// Weight.
    pub voice: f64,
    /// Its scores.
    pub scores: Vec<Scored>,
    /// Its share of first ranks.
    pub first: Vec<f64>,
}

/// Everything joint but the reversals; `None` without a party that counts.
pub(crate) fn joint(voices: &[Voice]) -> Option<JointAnswer> {
    let all: f64 = voices.iter().map(|v| v.voice).sum();
    if all <= 0.0 {
        return None;
    }
    let n = voices[0].scores.len();
    let regrets: Vec<(f64, usize)> = (0..n).map(|a| regret(voices, a)).collect();
    let shares: Vec<f64> = voices.iter().map(|v| v.voice / all).collect();
    let names: Vec<String> = voices.iter().map(|v| v.name.clone()).collect();
    let values: Vec<Vec<Option<f64>>> = voices.iter().map(|v| v.scores.iter().map(|s| Some(s.score)).collect()).collect();
    let first_rank = (0..n).map(|a| voices.iter().zip(&shares).map(|(v, s)| s * v.first[a]).sum()).collect();
    Some(JointAnswer {
        mean: mean(voices),
        borda: borda(voices),
        copeland: copeland(voices),
        regret: scored(regrets.iter().map(|r| -r.0).collect()),
        regret_of: regrets.iter().map(|r| r.1).collect(),
        first_rank,
        pareto: (0..n).map(|a| !(0..n).any(|b| dominates(voices, b, a))).collect(),
        accord: accord(voices, n),
        agreed: agreed(voices, n),
        common_top: (0..n).filter(|&a| voices.iter().all(|v| v.scores[a].rank <= TOP)).collect(),
        without: without(voices),
        flips: flip::flips(&names, &shares, &values),
        reversals: Vec::new(),
    })
}

fn scored(scores: Vec<f64>) -> Vec<Scored> {
    let ranks = places(&scores);
    scores.into_iter().zip(ranks).map(|(score, rank)| Scored { score, low: score, high: score, rank }).collect()
}

/// Mean of the scores by voice.
pub(crate) fn mean(voices: &[Voice]) -> Vec<Scored> {
    let all: f64 = voices.iter().map(|v| v.voice).sum();
    let by = |f: fn(&Scored) -> f64| -> Vec<f64> {
        let n = voices.first().map_or(0, |v| v.scores.len());
        (0..n).map(|a| voices.iter().map(|v| v.voice * f(&v.scores[a])).sum::<f64>() / all).collect()
    };
    let (low, high) = (by(|s| s.low), by(|s| s.high));
    let mut out = scored(by(|s| s.score));
    for (a, s) in out.iter_mut().enumerate() {
        (s.low, s.high) = (low[a], high[a]);
    }
    out
}

/// Borda points by voice.
pub(crate) fn borda(voices: &[Voice]) -> Vec<Scored> {
    let n = voices.first().map_or(0, |v| v.scores.len());
    scored((0..n).map(|a| voices.iter().map(|v| v.voice * (n as f64 - v.scores[a].rank)).sum()).collect())
}

/// Majorities won less lost.
pub(crate) fn copeland(voices: &[Voice]) -> Vec<Scored> {
    let n = voices.first().map_or(0, |v| v.scores.len());
    let side = |a: usize, b: usize| -> f64 {
        voices.iter().filter(|v| v.scores[a].score > v.scores[b].score + EQUAL).map(|v| v.voice).sum()
    };
    let duel = |a: usize, b: usize| {
        let d = side(a, b) - side(b, a);
        if d.abs() <= EQUAL { 0.0 } else { d.signum() }
    };
    scored((0..n).map(|a| (0..n).map(|b| duel(a, b)).sum()).collect())
}

/// Largest regret of any party that has a voice, and whose.
fn regret(voices: &[Voice], a: usize) -> (f64, usize) {
    let mut worst = (0.0, 0);
    for (p, v) in voices.iter().enumerate().filter(|(_, v)| v.voice > 0.0) {
        let best = v.scores.iter().map(|s| s.score).fold(f64::NEG_INFINITY, f64::max);
        if best - v.scores[a].score > worst.0 {
            worst = (best - v.scores[a].score, p);
        }
    }
    worst
}

fn dominates(voices: &[Voice], b: usize, a: usize) -> bool {
    let gap = |v: &Voice| v.scores[b].score - v.scores[a].score;
    voices.iter().all(|v| gap(v) >= -EQUAL) && voices.iter().any(|v| gap(v) > EQUAL)
}

fn agreed(voices: &[Voice], n: usize) -> Vec<(usize, usize)> {
    let pairs = (0..n).flat_map(|a| (0..n).map(move |b| (a, b)));
    pairs.filter(|&(a, b)| voices.iter().all(|v| v.scores[a].score > v.scores[b].score + EQUAL)).collect()
}

/// Kendall's W.
fn accord(voices: &[Voice], n: usize) -> Option<f64> {
    let m = voices.len() as f64;
    if voices.len() < 2 || n < 2 {
        return None;
    }
    let sums: Vec<f64> = (0..n).map(|a| voices.iter().map(|v| v.scores[a].rank).sum()).collect();
    let mid = sums.iter().sum::<f64>() / n as f64;
    let spread: f64 = sums.iter().map(|s| (s - mid).powi(2)).sum();
    let ties: f64 = voices.iter().map(|v| ties(&v.scores)).sum();
    let nf = n as f64;
    let most = m * m * (nf.powi(3) - nf) - m * ties;
    (most > 0.0).then(|| 12.0 * spread / most)
}

/// Sum of t^3 - t over groups of t equal ranks.
fn ties(scores: &[Scored]) -> f64 {
    let t = |s: &Scored| scores.iter().filter(|o| o.rank == s.rank).count() as f64;
    scores.iter().map(|s| t(s).powi(2) - 1.0).sum()
}

fn without(voices: &[Voice]) -> Vec<LeftOut> {
    let lead = |s: Vec<Scored>| {
        let best = s.iter().map(|s| s.rank).fold(f64::INFINITY, f64::min);
        (0..s.len()).filter(|&a| s[a].rank == best).collect()
    };
    let one = |party: usize| {
        let rest: Vec<Voice> = voices.iter().enumerate().filter(|(p, _)| *p != party).map(|(_, v)| v.clone()).collect();
        if rest.iter().map(|v| v.voice).sum::<f64>() <= 0.0 {
            return None;
        }
        let n = rest[0].scores.len();
        let regrets = scored((0..n).map(|a| -regret(&rest, a).0).collect());
        let (mean, borda, copeland) = (lead(mean(&rest)), lead(borda(&rest)), lead(copeland(&rest)));
        Some(LeftOut { party, mean, borda, copeland, regret: lead(regrets) })
    };
    (0..voices.len()).filter_map(one).collect()
}
