//! Percentiles of a way's time, found again by convolution on a grid.
//!
//! ```text
//! no clock and no storm   T = T1 + T2 + ... independent, each with its own law          -> P50 and P90, within `SLACK` of them
//! a storm or a clock      nobody leaves before the parts without them are over, so the percentiles of the parts bound from below
//!                         (a clock replaces an expected wait, so that with one only the order of the two is looked at)
//! ```

use crate::deed::{Deed, Part, Spread};
use crate::discrepancy::{Check, Findings};
use crate::tolerance::SLACK;
use crate::walk::Step;
use keruen_results::route::Way;

/// Cells of the grid over the random part of a way.
const CELLS: usize = 4096;

/// Points at which each law is looked at.
const POINTS: usize = 1024;

pub(crate) fn check(way: &Way, steps: &[Step<'_, '_>], findings: &mut Findings) {
    let total = &way.totals.hours;
    if let Some(late) = &way.totals.lateness {
        if late.p50 > late.p90 || late.p90 != total.p90 {
            findings.add(
                Check::Total,
                "lateness",
                late.p90,
                format_args!("that of the hours, {}, and no less than p50", total.p90),
            );
        }
        if let Some(kept) = late.kept.filter(|k| !(0.0..=1.0).contains(k)) {
            findings.add(Check::Total, "chance to keep the promise", kept, "a chance");
        }
    }
    if steps.iter().any(|s| s.deed.clocked.is_some()) {
        return;
    }
    let Some(law) = Sum::of(steps.iter().flat_map(|s| parts(&s.deed))) else { return };
    let storms = steps.iter().any(|s| s.deed.risk > 0.0);
    let mut within = |name: &str, says: f64, p: f64| {
        let should_be = law.quantile(p);
        let slack = SLACK * should_be;
        if says < should_be - slack || (!storms && says > should_be + slack) {
            let word = if storms { "at least" } else { "about" };
            findings.add(Check::Total, name, says, format_args!("{word} {should_be}"));
        }
    };
    within("hours p90", total.p90, 0.9);
    if let Some(late) = &way.totals.lateness {
        within("lateness p50", late.p50, 0.5);
    }
}

fn parts<'a>(deed: &'a Deed<'_>) -> impl Iterator<Item = Part> + 'a {
    deed.time.iter().chain(&deed.wait).copied()
}

/// The law of a sum of independent parts: fixed hours, and the chance of each cell of width `width` above them.
struct Sum {
    fixed: f64,
    width: f64,
    cells: Vec<f64>,
}

impl Sum {
    /// `None` where some part is itself a sum whose law is not known.
    fn of(parts: impl Iterator<Item = Part>) -> Option<Sum> {
        let (mut fixed, mut random): (f64, Vec<Vec<f64>>) = (0.0, Vec::new());
        for part in parts {
            match part.spread {
                Spread::None => fixed += part.median,
                spread => {
                    let at = |i: usize| spread.quantile((i as f64 + 0.5) / POINTS as f64);
                    random.push((0..POINTS).map(at).collect::<Option<_>>()?);
                }
            }
        }
        fixed += random.iter().map(|q| q[0]).sum::<f64>();
        let range: f64 = random.iter().map(|q| q[POINTS - 1] - q[0]).sum();
        // Each point falls on the two cells beside it, so that the mean of every part is kept.
        let width = (range / (CELLS - 1 - random.len()) as f64).max(f64::MIN_POSITIVE);
        let mut cells = vec![1.0];
        for q in &random {
            let places: Vec<f64> = q.iter().map(|x| (x - q[0]) / width).collect();
            cells = convolve(&cells, &places);
        }
        Some(Sum { fixed, width, cells })
    }

    fn quantile(&self, p: f64) -> f64 {
        let mut seen = 0.0;
        let at = self.cells.iter().position(|c| {
            seen += c;
            seen >= p - 1e-12
        });
        self.fixed + self.width * at.unwrap_or(self.cells.len() - 1) as f64
    }
}

/// The law of a sum of one on the grid and one of equally likely places.
fn convolve(cells: &[f64], places: &[f64]) -> Vec<f64> {
    let mut mass = vec![0.0; places.last().map_or(0, |x| x.floor() as usize) + 2];
    for x in places {
        let (cell, beyond) = (x.floor() as usize, x - x.floor());
        mass[cell] += (1.0 - beyond) / places.len() as f64;
        mass[cell + 1] += beyond / places.len() as f64;
    }
    let mut out = vec![0.0; cells.len() + mass.len() - 1];
    for (i, a) in cells.iter().enumerate().filter(|x| *x.1 > 0.0) {
        out[i..].iter_mut().zip(&mass).for_each(|(o, m)| *o += a * m);
    }
    out
}
