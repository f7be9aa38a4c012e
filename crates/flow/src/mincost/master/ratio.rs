//! The ratio test: how far may the entering column go, and what stops it?
//!
//! Two passes (Harris 1973): the first finds how far everything could go if bounds gave way by a little, the second takes, of
//! all that stops up to there, what moves fastest, so that pivots are large. What already breaks a bound while an answer is
//! still looked for stops where it comes to hold it; later nothing moves on across a bound, by however little it lies beyond.

use super::{Bound, Master, NONE, Stage, Var};

/// What leaves the basis, and to which bound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Leaves {
    /// The entering one itself goes to its other bound.
    Itself,
    /// The key of a commodity.
    Key { commodity: u32, bound: Bound },
    /// What is in a slot of the working basis.
    Slot { slot: u32, bound: Bound },
    /// The logical of a row that was free.
    Row { row: u32, bound: Bound },
}

/// Rates below this are no pivots.
const SMALLEST_PIVOT: f64 = 1e-8;

/// Something basic that moves.
struct Mover {
    value: f64,
    lower: f64,
    upper: f64,
    rate: f64,
}

impl Mover {
    /// Which bound stops it; `None` when it moves away from a bound that it breaks. What is beyond by less than `holds` holds a bound.
    #[inline]
    fn stop(&self, holds: f64) -> Option<(f64, Bound)> {
        let Self { value, lower, upper, rate } = *self;
        let (below, above) = (value < lower - holds, value > upper + holds);
        match rate > 0.0 {
            true if above => None,
            true if below => Some((lower, Bound::Lower)),
            true => Some((upper, Bound::Upper)),
            false if below => None,
            false if above => Some((upper, Bound::Upper)),
            false => Some((lower, Bound::Lower)),
        }
    }
}

impl Master {
    /// What leaves, and the step; `None` when nothing stops the entering one.
    pub(super) fn ratio(&self, var: Var, sign: f64) -> Option<(Leaves, f64)> {
        let slack = self.slack;
        let holds = if self.stage == Stage::Broken { slack } else { f64::INFINITY };
        let (mut farthest, mut stops) = (f64::INFINITY, Vec::new());
        self.each_mover(sign, |leaves, mover| {
            let Some((stop, bound)) = mover.stop(holds) else { return };
            let step = ((stop - mover.value) / mover.rate).max(0.0);
            if step <= farthest && step.is_finite() {
                farthest = farthest.min(step + slack / mover.rate.abs());
                stops.push((leaves.to(bound), step, mover.rate.abs()));
            }
        });
        let own = self.own_range(var, sign);
        if own <= farthest {
            return own.is_finite().then_some((Leaves::Itself, own));
        }
        // The first of the fastest.
        let within = stops.into_iter().filter(|stop| stop.1 <= farthest);
        within.reduce(|best, next| if next.2 > best.2 { next } else { best }).map(|(leaves, step, _)| (leaves, step))
    }

    /// How far it is from where the entering one rests to the bound ahead of it.
    fn own_range(&self, var: Var, sign: f64) -> f64 {
        match var {
            Var::Column(column) if sign > 0.0 => self.columns.upper[column as usize] - self.columns.value[column as usize],
            Var::Column(column) => self.columns.value[column as usize] - self.columns.lower[column as usize],
            Var::Logical(row) => self.row_upper[row as usize] - self.row_lower[row as usize],
        }
    }

    /// Calls `look` for everything basic that moves fast enough to leave: keys, then slots, then free rows.
    #[inline]
    fn each_mover(&self, sign: f64, mut look: impl FnMut(Leaves, Mover)) {
        let d = &self.direction;
        let column = |column: u32, rate: f64| {
            let at = column as usize;
            Mover { value: self.columns.value[at], lower: self.columns.lower[at], upper: self.columns.upper[at], rate }
        };
        let row_mover = |row: u32, rate: f64| {
            let at = row as usize;
            Mover { value: self.activity[at], lower: self.row_lower[at], upper: self.row_upper[at], rate }
        };
        for &commodity in &d.keys {
            let rate = sign * d.key_rate[commodity as usize];
            if rate.abs() > SMALLEST_PIVOT {
                look(Leaves::Key { commodity, bound: Bound::Basic }, column(self.key[commodity as usize], rate));
            }
        }
        for (slot, &a) in d.alpha.iter().enumerate() {
            let rate = -sign * a;
            if rate.abs() > SMALLEST_PIVOT {
                let mover = match self.slots[slot] {
                    Var::Column(at) => column(at, rate),
                    Var::Logical(row) => row_mover(row, rate),
                };
                look(Leaves::Slot { slot: slot as u32, bound: Bound::Basic }, mover);
            }
        }
        for &row in &d.rows {
            let rate = sign * d.row_rate[row as usize];
            if rate.abs() > SMALLEST_PIVOT && self.position[row as usize] == NONE {
                look(Leaves::Row { row, bound: Bound::Basic }, row_mover(row, rate));
            }
        }
    }
}

impl Leaves {
    fn to(self, bound: Bound) -> Self {
        match self {
            Self::Itself => Self::Itself,
            Self::Key { commodity, .. } => Self::Key { commodity, bound },
            Self::Slot { slot, .. } => Self::Slot { slot, bound },
            Self::Row { row, .. } => Self::Row { row, bound },
        }
    }
}
