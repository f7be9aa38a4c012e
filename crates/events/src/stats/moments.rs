//! Mean, variance and extremes of numbers that pass by: Welford 1962; joined as by Chan, Golub and LeVeque 1979.

/// Count, mean, squared deviations, least and most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// How many.
    pub count: u64,
    mean: f64,
    squares: f64,
    /// Least; infinite of none.
    pub least: f64,
    /// Most; minus infinity of none.
    pub most: f64,
}

impl Default for Moments {
    fn default() -> Self {
        Moments { count: 0, mean: 0.0, squares: 0.0, least: f64::INFINITY, most: f64::NEG_INFINITY }
    }
}

/// Sums that are kept beside each other when many numbers come at once.
const LANES: usize = 4;

/// Sums about a number, and extremes, of what fell to each lane.
struct Lanes {
    sums: [f64; LANES],
    squares: [f64; LANES],
    least: [f64; LANES],
    most: [f64; LANES],
}

impl Lanes {
    /// Not inlined: with the rest and the joining in sight, the compiler pairs a sum with its square instead of two lanes.
    #[inline(never)]
    fn of<T>(fours: &[[T; LANES]], about: f64, number: &impl Fn(&T) -> f64) -> Lanes {
        let mut lanes = Lanes { sums: [0.0; LANES], squares: [0.0; LANES], least: [about; LANES], most: [about; LANES] };
        for four in fours {
            let numbers: [f64; LANES] = std::array::from_fn(|lane| number(&four[lane]));
            numbers.iter().enumerate().for_each(|(lane, &x)| lanes.note(lane, x, about));
        }
        lanes
    }

    #[inline(always)]
    fn note(&mut self, lane: usize, x: f64, about: f64) {
        let d = x - about;
        self.sums[lane] += d;
        self.squares[lane] += d * d;
        self.least[lane] = if x < self.least[lane] { x } else { self.least[lane] };
        self.most[lane] = if x > self.most[lane] { x } else { self.most[lane] };
    }
}

impl Moments {
    /// Notes a number.
    #[inline]
    pub fn add(&mut self, x: f64) {
        self.count += 1;
        let d = x - self.mean;
        self.mean += d / self.count as f64;
        self.squares += d * (x - self.mean);
        self.least = self.least.min(x);
        self.most = self.most.max(x);
    }

    /// Notes a number of each of many things at once: sums about the first of them, in [`LANES`] that do not wait for each other,
    /// joined at the end, so that no number costs a division.
    #[inline]
    pub fn add_all<T>(&mut self, things: &[T], number: impl Fn(&T) -> f64) {
        let Some((head, rest)) = things.split_first() else { return };
        let first = number(head);
        let (fours, rest) = rest.as_chunks();
        let mut lanes = Lanes::of(fours, first, &number);
        rest.iter().enumerate().for_each(|(lane, thing)| lanes.note(lane, number(thing), first));
        let Lanes { sums, squares, least, most } = lanes;
        let n = things.len() as f64;
        let (sum, squares): (f64, f64) = (sums.iter().sum(), squares.iter().sum());
        self.join(&Moments {
            count: things.len() as u64,
            mean: first + sum / n,
            squares: (squares - sum * sum / n).max(0.0),
            least: least.into_iter().fold(first, f64::min),
            most: most.into_iter().fold(first, f64::max),
        });
    }

    /// Joins what was noted elsewhere. Sums of floating numbers depend on the order: join in a fixed one.
    pub fn join(&mut self, other: &Moments) {
        if other.count == 0 || self.count == 0 {
            if self.count == 0 {
                *self = *other;
            }
            return;
        }
        let (a, b) = (self.count as f64, other.count as f64);
        let d = other.mean - self.mean;
        self.mean += d * b / (a + b);
        self.squares += other.squares + d * d * a * b / (a + b);
        self.count += other.count;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    /// Mean; `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Variance of the sample; `None` of fewer than two.
    pub fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / (self.count - 1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::Moments;

    #[test]
    fn joined_parts_are_as_the_whole() {
        let all = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        let of = |x: &[f64]| {
            let mut m = Moments::default();
            x.iter().for_each(|&x| m.add(x));
            m
        };
        let whole = of(&all);
        let mut parts = Moments::default();
        parts.join(&of(&all[..3]));
        parts.add_all(&all[3..], |&x| x);
        assert_eq!((whole.mean(), whole.variance(), whole.least, whole.most), (Some(5.0), Some(32.0 / 7.0), 2.0, 9.0));
        assert!((parts.variance().unwrap() - 32.0 / 7.0).abs() < 1e-12 && parts.mean() == Some(5.0));
        assert_eq!((Moments::default().mean(), of(&all[..1]).variance()), (None, None));
    }
}
