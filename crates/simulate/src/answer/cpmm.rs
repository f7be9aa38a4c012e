//! The four indicators of CAREC's corridor performance measurement and monitoring (CPMM, annual report, methodology).
//!
//! ```text
//! 1  hours at a border crossing point, queue included         2  charges there
//! 3  charges of a section for 500 km and 20 t                 4  km/h while moving, and from door to door
//! ```
//! Sections are whole ways of through goods, weighed by the tonnes that arrived, each under the mode of most of its kilometres.

use super::{Made, hours, mean_over, of_row, of_some, over};
use crate::run::Hours;
use keruen_results::simulate::{BorderTimes, Section};

/// Modes of kilometres that are told apart.
const MODES: [&str; 3] = ["rail", "road", "sea"];
/// Distance and load of indicator 3.
const KM: f64 = 500.0;
const TONNES: f64 = 20.0;

impl Made<'_> {
    pub(super) fn borders(&self) -> Vec<BorderTimes> {
        let all = self.all;
        let used = |b: &usize| all.iter().any(|n| n.borders[*b].0.count > 0);
        let one = |b: usize| BorderTimes {
            border: self.plan.places.borders[b].clone(),
            hours: of_some(all.iter().map(|n| &n.borders[b].0)),
            p50: hours(&self.joined.borders[b], 0.5),
            p90: hours(&self.joined.borders[b], 0.9),
            usd: self.border_usd(b),
            lots: over(all, |n| n.borders[b].0.count as f64),
        };
        (0..self.plan.places.borders.len()).filter(used).map(one).collect()
    }

    /// Mean over the lots that pass.
    fn border_usd(&self, border: usize) -> f64 {
        let mut sum = (0.0, 0.0);
        for (i, row) in self.plan.rows.iter().enumerate() {
            let Some(way) = &row.way else { continue };
            let usd: f64 = way.borders.iter().filter(|b| b.0 == border).map(|b| b.1).sum();
            let lots = mean_over(&of_row(self.all, i), |r| r.started as f64 / f64::from(way.pieces.max(1)));
            if way.borders.iter().any(|b| b.0 == border) {
                sum = (sum.0 + usd * lots, sum.1 + lots);
            }
        }
        if sum.1 > 0.0 { sum.0 / sum.1 } else { 0.0 }
    }

    pub(super) fn sections(&self) -> Vec<Section> {
        let mut sums = [[0.0; 5]; MODES.len()];
        for (i, row) in self.plan.rows.iter().enumerate().filter(|(_, r)| !r.background) {
            let Some(way) = row.way.as_ref().filter(|w| !w.outside) else { continue };
            let all = of_row(self.all, i);
            let tonnes = mean_over(&all, |r| r.tonnes);
            let (mut moving, mut whole) = (Hours::default(), Hours::default());
            all.iter().for_each(|r| moving.join(&r.parts[0]));
            all.iter().for_each(|r| whole.join(&r.hours));
            let km: f64 = way.km.iter().sum();
            let mode = (0..MODES.len()).max_by(|&a, &b| way.km[a].total_cmp(&way.km[b])).unwrap_or(0);
            if let (Some(moving), Some(whole), true) = (moving.mean(), whole.mean(), tonnes > 0.0 && way.tonnes > 0.0) {
                let usd = way.usd / way.tonnes / km.max(1.0) * KM * TONNES;
                let add = [tonnes * usd, tonnes * km, tonnes * moving, tonnes * whole, tonnes];
                sums[mode].iter_mut().zip(add).for_each(|(s, x)| *s += x);
            }
        }
        let one = |(mode, [usd, km, moving, whole, tonnes]): (&str, [f64; 5])| Section {
            mode: mode.into(),
            usd: usd / tonnes,
            speed_moving: km / moving,
            speed: km / whole,
            tonnes,
        };
        MODES.into_iter().zip(sums).filter(|s| s.1[4] > 0.0).map(one).collect()
    }
}
