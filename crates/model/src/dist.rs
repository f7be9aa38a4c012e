//! One grammar for what varies: `5`, `fixed(5)`, `uniform(2,4)`, `triangular(6,7,8)` (low, mode, high), `lognormal(p50=8,p90=20)`,
//! `exponential(mean=3)`, `gamma(mean=36,shape=1.5)`. A distribution is variability between one time and the next; what is not
//! known about its centre stands in the citation as low-high, never here.

use crate::units::Quantity;
use std::marker::PhantomData;

/// z of the 90th percentile of the standard normal.
const Z90: f64 = 1.281_551_565_544_600_4;

/// The shape and its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Law {
    /// Always the same.
    Fixed(f64),
    /// Evenly between two values.
    Uniform(f64, f64),
    /// Low, most likely, high.
    Triangular(f64, f64, f64),
    /// Median and 90th percentile.
    LogNormal(f64, f64),
    /// Mean.
    Exponential(f64),
    /// Mean and shape.
    Gamma(f64, f64),
}

impl Law {
    /// The value of a law that never varies.
    pub fn fixed(self) -> Option<f64> {
        match self {
            Law::Fixed(v) => Some(v),
            _ => None,
        }
    }
}

/// A distribution of quantities of unit `Q`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dist<Q> {
    law: Law,
    unit: PhantomData<Q>,
}

impl<Q> Default for Dist<Q> {
    fn default() -> Self {
        Dist { law: Law::Fixed(0.0), unit: PhantomData }
    }
}

impl<Q: Quantity> Dist<Q> {
    /// Always `q`.
    pub fn fixed(q: Q) -> Self {
        Dist { law: Law::Fixed(q.value()), unit: PhantomData }
    }

    /// From a law; `None` where its numbers make no distribution of non-negative values.
    pub fn new(law: Law) -> Option<Self> {
        let finite = |x: &[f64]| x.iter().all(|v| v.is_finite() && *v >= 0.0);
        let good = match law {
            Law::Fixed(a) => finite(&[a]),
            Law::Uniform(a, b) => finite(&[a, b]) && a <= b,
            Law::Triangular(a, m, b) => finite(&[a, m, b]) && a <= m && m <= b,
            Law::LogNormal(p50, p90) => finite(&[p50, p90]) && p50 > 0.0 && p90 >= p50,
            Law::Exponential(mean) => finite(&[mean]) && mean > 0.0,
            Law::Gamma(mean, shape) => finite(&[mean, shape]) && mean > 0.0 && shape > 0.0,
        };
        good.then_some(Dist { law, unit: PhantomData })
    }

    /// The law and its numbers, in the unit `Q`.
    pub fn law(&self) -> Law {
        self.law
    }

    /// Expected value.
    pub fn mean(&self) -> Q {
        Q::of(match self.law {
            Law::Fixed(a) | Law::Exponential(a) | Law::Gamma(a, _) => a,
            Law::Uniform(a, b) => (a + b) / 2.0,
            Law::Triangular(a, m, b) => (a + m + b) / 3.0,
            Law::LogNormal(p50, p90) => {
                let sigma = (p90 / p50).ln() / Z90;
                p50 * (sigma * sigma / 2.0).exp()
            }
        })
    }

    /// Variance, in the square of the unit.
    pub fn variance(&self) -> f64 {
        match self.law {
            Law::Fixed(_) => 0.0,
            Law::Uniform(a, b) => (b - a).powi(2) / 12.0,
            Law::Triangular(a, m, b) => (a * a + m * m + b * b - a * m - a * b - m * b) / 18.0,
            Law::LogNormal(p50, p90) => {
                let s2 = ((p90 / p50).ln() / Z90).powi(2);
                p50 * p50 * s2.exp() * s2.exp_m1()
            }
            Law::Exponential(mean) => mean * mean,
            Law::Gamma(mean, shape) => mean * mean / shape,
        }
    }

    /// Value below which the share `p` (0 to 1, ends excluded) lies.
    pub fn quantile(&self, p: f64) -> Q {
        if p == 0.5
            && let Some(median) = self.plain_median()
        {
            return Q::of(median);
        }
        let p = p.clamp(1e-12, 1.0 - 1e-12);
        Q::of(match self.law {
            Law::Fixed(a) => a,
            Law::Uniform(a, b) => a + p * (b - a),
            Law::Triangular(a, m, b) => triangular_quantile(a, m, b, p),
            Law::LogNormal(p50, p90) => p50 * ((p90 / p50).ln() / Z90 * normal_quantile(p)).exp(),
            Law::Exponential(mean) => -mean * (-p).ln_1p(),
            Law::Gamma(mean, shape) => mean / shape * gamma_quantile(shape, p),
        })
    }

    /// The median where it needs no inversion: the search asks for it often.
    fn plain_median(&self) -> Option<f64> {
        match self.law {
            Law::Fixed(a) => Some(a),
            Law::Uniform(a, b) => Some(a + 0.5 * (b - a)),
            Law::LogNormal(p50, _) => Some(p50),
            _ => None,
        }
    }

    /// The same law with every value multiplied by `k`.
    pub fn scaled(&self, k: f64) -> Self {
        let law = match self.law {
            Law::Fixed(a) => Law::Fixed(a * k),
            Law::Uniform(a, b) => Law::Uniform(a * k, b * k),
            Law::Triangular(a, m, b) => Law::Triangular(a * k, m * k, b * k),
            Law::LogNormal(a, b) => Law::LogNormal(a * k, b * k),
            Law::Exponential(a) => Law::Exponential(a * k),
            Law::Gamma(a, s) => Law::Gamma(a * k, s),
        };
        Dist { law, unit: PhantomData }
    }

    /// Reads the grammar of the module head.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(a) = text.parse::<f64>() {
            return Dist::new(Law::Fixed(a));
        }
        let (name, rest) = text.split_once('(')?;
        let args: Vec<&str> = rest.strip_suffix(')')?.split([',', ';']).map(str::trim).collect();
        let plain = |i: usize| args[i].parse::<f64>().ok();
        let named = |i: usize, key: &str| args[i].strip_prefix(key)?.strip_prefix('=')?.parse::<f64>().ok();
        Dist::new(match (name.trim(), args.len()) {
            ("fixed", 1) => Law::Fixed(plain(0)?),
            ("uniform", 2) => Law::Uniform(plain(0)?, plain(1)?),
            ("triangular", 3) => Law::Triangular(plain(0)?, plain(1)?, plain(2)?),
            ("lognormal", 2) => Law::LogNormal(named(0, "p50")?, named(1, "p90")?),
            ("exponential", 1) => Law::Exponential(named(0, "mean")?),
            ("gamma", 2) => Law::Gamma(named(0, "mean")?, named(1, "shape")?),
            _ => return None,
        })
    }
}

impl<Q> std::fmt::Display for Dist<Q> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.law {
            Law::Fixed(a) => write!(f, "{a}"),
            Law::Uniform(a, b) => write!(f, "uniform({a},{b})"),
            Law::Triangular(a, m, b) => write!(f, "triangular({a},{m},{b})"),
            Law::LogNormal(a, b) => write!(f, "lognormal(p50={a},p90={b})"),
            Law::Exponential(a) => write!(f, "exponential(mean={a})"),
            Law::Gamma(a, s) => write!(f, "gamma(mean={a},shape={s})"),
        }
    }
}

fn triangular_quantile(a: f64, m: f64, b: f64, p: f64) -> f64 {
    if b <= a {
        return a;
    }
    let at_mode = (m - a) / (b - a);
    if p < at_mode { a + (p * (b - a) * (m - a)).sqrt() } else { b - ((1.0 - p) * (b - a) * (b - m)).sqrt() }
}

/// Chances below this, and above one less it, are found by bisection: in the far tails Newton's steps are short.
const FAR_TAIL: f64 = 1e-9;

/// Inverse of the standard normal distribution function by Newton's method from zero, to about 1e-15. On either side of zero the function
/// bends one way only, so every step stays short of the answer and comes nearer.
fn normal_quantile(p: f64) -> f64 {
    if !(FAR_TAIL..=1.0 - FAR_TAIL).contains(&p) {
        return bisect(-40.0, 40.0, |x| normal_cdf(x) - p);
    }
    let (mut x, mut step) = (0.0, 1.0_f64);
    while step.abs() > 1e-16 * f64::max(x, -x) {
        step = (p - normal_cdf(x)) / normal_density(x);
        // Rounding at the end may turn a step round: then the answer is reached.
        if step * (p - 0.5) <= 0.0 {
            break;
        }
        x += step;
    }
    x
}

fn normal_density(x: f64) -> f64 {
    (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// Standard normal distribution function (Abramowitz and Stegun 1964, 26.2.10 series; continued fraction 26.2.14 in the tails).
fn normal_cdf(x: f64) -> f64 {
    let density = normal_density(x);
    if x.abs() > 6.0 {
        let z = x.abs();
        let tail = density / (z + 1.0 / (z + 2.0 / (z + 3.0 / (z + 4.0 / (z + 5.0)))));
        return if x > 0.0 { 1.0 - tail } else { tail };
    }
    let (mut term, mut sum, mut k) = (x, x, 1.0);
    while term.abs() > 1e-17 * sum.abs().max(1e-300) {
        k += 2.0;
        term *= x * x / k;
        sum += term;
    }
    0.5 + density * sum
}

fn gamma_quantile(shape: f64, p: f64) -> f64 {
    bisect(0.0, shape + 60.0 * shape.sqrt() + 60.0, |x| gamma_cdf(shape, x) - p)
}

/// Regularised lower incomplete gamma function by its power series (Abramowitz and Stegun 1964, 6.5.29).
fn gamma_cdf(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let (mut term, mut sum, mut n) = (1.0 / shape, 1.0 / shape, shape);
    while term > 1e-17 * sum {
        n += 1.0;
        term *= x / n;
        sum += term;
    }
    (shape * x.ln() - x - ln_gamma(shape) + sum.ln()).exp().min(1.0)
}

/// Stirling's series after shifting the argument past 8 (Abramowitz and Stegun 1964, 6.1.40).
fn ln_gamma(x: f64) -> f64 {
    let (mut z, mut shift) = (x, 0.0);
    while z < 8.0 {
        shift += z.ln();
        z += 1.0;
    }
    let i = 1.0 / (z * z);
    let series = (1.0 / 12.0 - i * (1.0 / 360.0 - i * (1.0 / 1260.0 - i / 1680.0))) / z;
    (z - 0.5) * z.ln() - z + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - shift
}

fn bisect(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let mid = (low + high) / 2.0;
        if f(mid) < 0.0 {
            low = mid;
        } else {
            high = mid;
        }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Hours;

    fn d(text: &str) -> Dist<Hours> {
        Dist::parse(text).unwrap()
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for text in [
            "5",
            "uniform(2,4)",
            "triangular(6,7,8)",
            "lognormal(p50=8,p90=20)",
            "exponential(mean=3)",
            "gamma(mean=36,shape=1.5)",
        ] {
            assert_eq!(d(text).to_string(), text);
        }
        assert_eq!(d("fixed(5)").to_string(), "5");
    }

    #[test]
    fn nonsense_is_refused() {
        for bad in [
            "",
            "nan",
            "inf",
            "-1",
            "uniform(4,2)",
            "triangular(1,2)",
            "lognormal(p50=0,p90=1)",
            "lognormal(8,20)",
            "normal(0,1)",
            "uniform(1,2",
            "gamma(mean=1,shape=0)",
        ] {
            assert!(Dist::<Hours>::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn known_quantiles_and_means() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-6 * b.abs().max(1.0), "{a} is not {b}");
        close(d("lognormal(p50=8,p90=20)").quantile(0.9).0, 20.0);
        close(d("lognormal(p50=8,p90=20)").quantile(0.5).0, 8.0);
        close(d("triangular(6,7,8)").quantile(0.5).0, 7.0);
        close(d("exponential(mean=3)").quantile(0.5).0, 3.0 * 2f64.ln());
        // Gamma with shape 1 is the exponential; shape 2, mean 2 has its median at 1.678346990.
        close(d("gamma(mean=3,shape=1)").quantile(0.5).0, 3.0 * 2f64.ln());
        close(d("gamma(mean=2,shape=2)").quantile(0.5).0, 1.678_346_990_016_66);
        close(d("triangular(6,7,11)").mean().0, 8.0);
        close(d("uniform(0,12)").variance(), 12.0);
        close(d("triangular(0,0,6)").variance(), 2.0);
        close(d("gamma(mean=6,shape=4)").variance(), 9.0);
        close(normal_quantile(0.975), 1.959_963_984_540_054);
        for i in 1..2000 {
            let p = f64::from(i) / 2000.0;
            assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-14, "{p}");
            assert!((normal_quantile(p) - bisect(-40.0, 40.0, |x| normal_cdf(x) - p)).abs() < 1e-11, "{p}");
        }
        for p in [1e-300, 1e-12, 1e-9] {
            assert!((normal_cdf(normal_quantile(p)) / p - 1.0).abs() < 1e-3, "{p}");
        }
    }
}
