//! Random numbers: one stream for each purpose, the same on every machine.

mod exponential;
mod law;
mod philox;

pub(crate) use exponential::LONGEST;
pub use law::Law;
pub use philox::philox4x32;

/// A stream of random numbers: xoshiro256++ (Blackman and Vigna 2021, doi 10.1145/3460772), its state made by Philox from seed,
/// purpose and replication, so that any stream can be made without those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    state: [u64; 4],
}

impl Stream {
    /// The stream of a purpose in a replication. A purpose must not depend on the scenario: then scenarios share their luck.
    pub fn new(seed: u64, purpose: u64, replication: u32) -> Stream {
        let key = [seed as u32, (seed >> 32) as u32];
        let half = |part: u32| philox4x32([purpose as u32, (purpose >> 32) as u32, replication, part], key);
        let (a, b) = (half(0), half(1));
        let pair = |low: u32, high: u32| u64::from(low) | u64::from(high) << 32;
        let state = [pair(a[0], a[1]), pair(a[2], a[3]), pair(b[0], b[1]), pair(b[2], b[3])];
        Stream { state: if state == [0; 4] { [1, 0, 0, 0] } else { state } }
    }

    /// A purpose from words: FNV-1a, 64 bits.
    pub fn purpose(words: &[&str]) -> u64 {
        let bytes = words.iter().flat_map(|w| w.bytes().chain([0]));
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    /// 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        let s = &mut self.state;
        let out = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        out
    }

    /// Uniform, `0 < u < 1`: a multiple of 2^-53 and a half.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        ((self.next_u64() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// One of `0 .. count`, `count` above 0. The bias is below `count` / 2^64.
    pub fn below(&mut self, count: u64) -> u64 {
        ((u128::from(self.next_u64()) * u128::from(count)) >> 64) as u64
    }

    /// Exponential with mean 1.
    #[inline]
    pub fn exponential(&mut self) -> f64 {
        exponential::draw(self)
    }

    /// Normal with mean 0 and variance 1, by inversion: one uniform number each, so that streams stay in step.
    pub fn normal(&mut self) -> f64 {
        crate::maths::normal_quantile(self.uniform())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// First numbers of xoshiro256++ from the state 1, 2, 3, 4, as published with the generator.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut s = Stream { state: [1, 2, 3, 4] };
        let first: Vec<u64> = (0..4).map(|_| s.next_u64()).collect();
        assert_eq!(first, [41943041, 58720359, 3588806011781223, 3591011842654386]);
    }

    #[test]
    fn streams_differ_by_seed_purpose_and_replication() {
        let first = |a, b, c| Stream::new(a, b, c).next_u64();
        let all = [first(1, 1, 1), first(2, 1, 1), first(1, 2, 1), first(1, 1, 2), first(1 << 32, 1, 1)];
        for i in 0..all.len() {
            assert!(!all[i + 1..].contains(&all[i]));
        }
        assert_eq!(Stream::new(7, 8, 9), Stream::new(7, 8, 9));
        assert_ne!(Stream::purpose(&["ab", "c"]), Stream::purpose(&["a", "bc"]));
    }

    /// 100 cells, 1e6 draws: chi-square with 99 degrees of freedom lies between 57 and 154 but for one time in a thousand each.
    #[test]
    fn uniform_numbers_are_even() {
        let mut cells = [0_u32; 100];
        let mut s = Stream::new(3, 1, 0);
        for _ in 0..1_000_000 {
            cells[(s.uniform() * 100.0) as usize] += 1;
        }
        let chi: f64 = cells.iter().map(|&c| (f64::from(c) - 1e4).powi(2) / 1e4).sum();
        assert!((57.0..154.0).contains(&chi), "{chi}");
    }
}
