//! Random numbers of a seed, the same on every machine.

/// Steele, Lea and Flood 2014, *Fast splittable pseudorandom number generators*.
#[derive(Clone, Debug)]
pub(super) struct Draw(u64);

impl Draw {
    pub fn new(seed: u64, purpose: u64) -> Self {
        Draw(seed ^ purpose.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 up to `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// The numbers 0 to `n` - 1 in a random order.
    pub fn order(&mut self, n: usize) -> Vec<usize> {
        let mut out: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            out.swap(i, self.below(i + 1));
        }
        out
    }
}

/// A Latin hypercube: `samples` points; along each of `width` axes every one of `samples` equal parts is met once.
pub(super) fn hypercube(samples: usize, width: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut draw = Draw::new(seed, 1);
    let mut out = vec![vec![0.0; width]; samples];
    for axis in 0..width {
        for (point, part) in out.iter_mut().zip(draw.order(samples)) {
            point[axis] = (part as f64 + draw.unit()) / samples as f64;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_every_axis_is_met_once() {
        let points = hypercube(20, 3, 7);
        for axis in 0..3 {
            let mut parts: Vec<usize> = points.iter().map(|p| (p[axis] * 20.0) as usize).collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..20).collect::<Vec<_>>());
        }
        assert_ne!(points, hypercube(20, 3, 8));
        assert_eq!(points, hypercube(20, 3, 7));
    }
}
