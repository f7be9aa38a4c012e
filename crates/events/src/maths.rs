//! Logarithm, exponential and the quantiles of the normal law, by plain arithmetic: the same bits on every machine.
//!
//! Libraries of mathematics differ in the last bit from one system to another, and one bit is enough to change the order of two
//! events. Rust's `+ - * /` and square root are exactly those of IEEE 754 everywhere, so what is made of them alone is the same.

/// ln 2 in two parts: the first has 32 low bits of zero, so that its products with an exponent are exact.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Natural logarithm of a number above zero, to about one unit in the last place.
///
/// `x = 2^k m`, `m` in `[sqrt(1/2), sqrt(2))`, `s = (m - 1) / (m + 1)`, `ln m = 2 (s + s^3/3 + s^5/5 + ..)`; `|s| < 0.172`, so
/// eleven terms leave less than 1e-17.
#[inline]
pub const fn ln(x: f64) -> f64 {
    let (x, lift) = if x < f64::MIN_POSITIVE { (x * 18_014_398_509_481_984.0, -54.0) } else { (x, 0.0) };
    let bits = x.to_bits();
    let mut exponent = ((bits >> 52) & 0x7ff) as i64 - 1023;
    let mut m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    if m > std::f64::consts::SQRT_2 {
        m *= 0.5;
        exponent += 1;
    }
    let f = m - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let tail = z
        * (1.0 / 3.0
            + z * (1.0 / 5.0
                + z * (1.0 / 7.0
                    + z * (1.0 / 9.0
                        + z * (1.0 / 11.0
                            + z * (1.0 / 13.0 + z * (1.0 / 15.0 + z * (1.0 / 17.0 + z * (1.0 / 19.0 + z / 21.0)))))))));
    let k = exponent as f64 + lift;
    k * LN2_HIGH + (2.0 * s + (2.0 * s * tail + k * LN2_LOW))
}

/// Exponential, to about one unit in the last place; 0 and infinity beyond the range of doubles.
///
/// `x = k ln 2 + r`, `|r| <= ln 2 / 2`, Taylor series of `r` to the 13th power.
pub const fn exp(x: f64) -> f64 {
    if x > 709.7 {
        return f64::INFINITY;
    }
    if x < -708.0 {
        return 0.0;
    }
    let turns = x * std::f64::consts::LOG2_E;
    let k = if turns < 0.0 { (turns - 0.5) as i64 } else { (turns + 0.5) as i64 };
    let r = (x - k as f64 * LN2_HIGH) - k as f64 * LN2_LOW;
    let (mut sum, mut term, mut n) = (1.0, 1.0, 1);
    while n < 14 {
        term *= r / n as f64;
        sum += term;
        n += 1;
    }
    sum * f64::from_bits(((k + 1023) as u64) << 52)
}

/// Quantile of the normal law, `0 < p < 1`, to about 1e-15: Wichura, algorithm AS 241, Applied Statistics 37 (1988) 477-484.
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(&CENTRE_OVER, r) / polynomial(&CENTRE_UNDER, r);
    }
    let r = (-ln(if q < 0.0 { p } else { 1.0 - p })).sqrt();
    let x = if r <= 5.0 {
        polynomial(&MIDDLE_OVER, r - 1.6) / polynomial(&MIDDLE_UNDER, r - 1.6)
    } else {
        polynomial(&TAIL_OVER, r - 5.0) / polynomial(&TAIL_UNDER, r - 5.0)
    };
    if q < 0.0 { -x } else { x }
}

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// Coefficients as printed in the paper, the constant first.
const CENTRE_OVER: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];
const CENTRE_UNDER: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];
const MIDDLE_OVER: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    7.745_450_142_783_414e-4,
];
const MIDDLE_UNDER: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const TAIL_OVER: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const TAIL_UNDER: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ln_and_exp_agree_with_the_library() {
        let mut x = 1e-300;
        while x < 1e300 {
            let (ours, theirs) = (ln(x), x.ln());
            assert!((ours - theirs).abs() <= 4e-16 * theirs.abs().max(1e-3), "ln {x}: {ours} {theirs}");
            x *= 1.037;
        }
        let mut y = -700.0;
        while y < 700.0 {
            assert!((exp(y) / f64::exp(y) - 1.0).abs() < 1e-15, "exp {y}");
            y += 0.37;
        }
        assert_eq!((ln(1.0), exp(0.0), exp(-1e4), exp(1e4)), (0.0, 1.0, 0.0, f64::INFINITY));
    }

    /// Known quantiles, and the two halves mirror each other.
    #[test]
    fn quantiles_of_the_normal_law() {
        for (p, z) in [(0.5, 0.0), (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (0.25, -0.6744897501960817)] {
            assert!((normal_quantile(p) - z).abs() < 1e-14, "{p}");
        }
        assert!((normal_quantile(1e-10) + 6.361340902404056).abs() < 1e-12);
        assert!((normal_quantile(1e-30) + 11.464_024_688_443_617).abs() < 1e-12);
    }
}
