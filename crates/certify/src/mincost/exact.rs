//! Sums of products with about 32 digits: a number as the sum of two doubles (Dekker 1971; Ogita, Rump and Oishi 2005).

/// `high + low`, where `low` is less than half a unit in the last place of `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Exact {
    high: f64,
    low: f64,
}

impl Exact {
    /// Adds a double.
    pub fn add(&mut self, x: f64) {
        let (sum, lost) = two_sum(self.high, x);
        (self.high, self.low) = two_sum(sum, self.low + lost);
    }

    /// Adds a product.
    pub fn add_product(&mut self, a: f64, b: f64) {
        let product = a * b;
        self.add(product);
        self.add(a.mul_add(b, -product));
    }

    /// Adds another such number times a double.
    pub fn add_times(&mut self, other: Self, factor: f64) {
        self.add_product(other.high, factor);
        self.add_product(other.low, factor);
    }

    /// The nearest double.
    pub fn value(self) -> f64 {
        self.high + self.low
    }

    /// The difference to another one, as a double.
    pub fn minus(self, other: Self) -> f64 {
        let mut difference = self;
        difference.add(-other.high);
        difference.add(-other.low);
        difference.value()
    }
}

fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_a_double_loses_are_kept() {
        let mut sum = Exact::default();
        [1e16, 1.0, -1e16].iter().for_each(|&x| sum.add(x));
        assert_eq!(sum.value(), 1.0);
        let mut product = Exact::default();
        let small = 2.0_f64.powi(-40);
        product.add_product(1.0 + small, 1.0 - small);
        product.add(-1.0);
        assert_eq!(product.value(), -small * small);
    }
}
