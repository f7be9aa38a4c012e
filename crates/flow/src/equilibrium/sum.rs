//! Sums whose rounding errors are summed too (Neumaier 1974; Ogita, Rump, Oishi 2005, algorithm Dot2).

/// A compensated sum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds a number.
    #[inline]
    pub fn add(&mut self, value: f64) {
        let high = self.high + value;
        let back = high - self.high;
        self.low += (self.high - (high - back)) + (value - back);
        self.high = high;
    }

    /// Adds a product with its rounding error.
    pub fn add_product(&mut self, a: f64, b: f64) {
        let product = a * b;
        self.add(product);
        self.low += a.mul_add(b, -product);
    }

    /// The sum.
    pub fn value(self) -> f64 {
        self.high + self.low
    }
}
