//! Laws of times and amounts, and how one is drawn.

use super::Stream;
use crate::maths::{exp, ln};
use std::hint::select_unpredictable;

/// A law; numbers are in the model's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Law {
    /// Always the same.
    Fixed(f64),
    /// Between two numbers.
    Uniform(f64, f64),
    /// From, most likely, to.
    Triangular(f64, f64, f64),
    /// Median, and standard deviation of the logarithm.
    LogNormal(f64, f64),
    /// Mean.
    Exponential(f64),
    /// Mean and shape (1 = exponential, the larger the narrower).
    Gamma(f64, f64),
}

impl Law {
    /// Draws one number. Every law but the last takes one uniform number or one exponential.
    ///
    /// Inlined, so that of a law that is known when the program is built nothing is left to be decided; the long ones are called.
    #[inline(always)]
    pub fn draw(&self, stream: &mut Stream) -> f64 {
        match *self {
            Law::Fixed(a) => a,
            Law::Uniform(a, b) => a + (b - a) * stream.uniform(),
            Law::Triangular(a, m, b) => triangular(a, m, b, stream.uniform()),
            Law::LogNormal(median, sigma) => log_normal(median, sigma, stream),
            Law::Exponential(mean) => mean * stream.exponential(),
            Law::Gamma(mean, shape) => mean / shape * gamma(shape, stream),
        }
    }

    /// Expected value.
    pub fn mean(&self) -> f64 {
        match *self {
            Law::Fixed(a) | Law::Exponential(a) | Law::Gamma(a, _) => a,
            Law::Uniform(a, b) => (a + b) / 2.0,
            Law::Triangular(a, m, b) => (a + m + b) / 3.0,
            Law::LogNormal(median, sigma) => median * exp(sigma * sigma / 2.0),
        }
    }
}

#[inline]
fn triangular(a: f64, m: f64, b: f64, u: f64) -> f64 {
    let below = if b > a { (m - a) / (b - a) } else { 0.0 };
    // Nobody can foretell on which side of the most likely it falls: no branch.
    let side = |below_it: f64, above_it: f64| select_unpredictable(u < below, below_it, above_it);
    let root = (side(u, 1.0 - u) * (b - a) * side(m - a, b - m)).sqrt();
    side(a + root, b - root)
}

#[inline(never)]
fn log_normal(median: f64, sigma: f64, stream: &mut Stream) -> f64 {
    median * exp(sigma * stream.normal())
}

/// Mean `shape`: Marsaglia and Tsang, ACM Trans. Math. Softw. 26 (2000) 363-372; below shape 1 by one power of a uniform.
#[inline(never)]
fn gamma(shape: f64, stream: &mut Stream) -> f64 {
    if shape < 1.0 {
        return gamma(shape + 1.0, stream) * exp(ln(stream.uniform()) / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = stream.normal();
        let v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
        if v > 0.0 && ln(stream.uniform()) < 0.5 * x * x + d - d * v + d * ln(v) {
            return d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Means of 1e5 draws within four standard errors.
    #[test]
    fn means_are_those_of_the_laws() {
        let laws = [
            (Law::Fixed(3.0), 0.0),
            (Law::Uniform(4.0, 6.0), 1.0 / 3.0),
            (Law::Triangular(16.0, 18.0, 24.0), 52.0 / 18.0),
            (Law::Exponential(7.0), 49.0),
            (Law::Gamma(5.0, 2.5), 10.0),
            (Law::Gamma(5.0, 0.5), 50.0),
            (Law::LogNormal(24.0, 0.5), (24.0_f64).powi(2) * (0.25_f64).exp() * ((0.25_f64).exp() - 1.0)),
        ];
        for (i, (law, variance)) in laws.into_iter().enumerate() {
            let mut s = Stream::new(11, i as u64, 0);
            let n = 100_000;
            let mean = (0..n).map(|_| law.draw(&mut s)).sum::<f64>() / f64::from(n);
            let band = 4.0 * (variance / f64::from(n)).sqrt() + 1e-9;
            assert!((mean - law.mean()).abs() < band, "{law:?}: {mean} {}", law.mean());
        }
    }
}
