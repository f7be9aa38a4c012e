//! Value functions and preference functions of one criterion for one party.
//!
//! Value: 0 at the worst, 1 at the best, straight or along a curve between. Ends that the party leaves open are those of the table;
//! they move when a scenario comes or goes, which may turn the order of two others.
//! Preference of a over b at a difference d in favour of a (Brans and Vincke 1985, Management Science 31/6, figure 1): the six shapes.

use keruen_results::forum::Span;

/// Thresholds that a party leaves open, as parts of the range of the column: assumed, a tenth is nothing and a half is decisive.
const OPEN_THRESHOLDS: (f64, f64) = (0.1, 0.5);

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More.
    More,
    /// Less.
    Less,
}

impl Better {
    /// As written.
    pub fn name(self) -> &'static str {
        if self == Better::More { "more" } else { "less" }
    }

    /// Turned so that more is better.
    fn turned(self, x: f64) -> f64 {
        if self == Better::More { x } else { -x }
    }
}

/// How a difference becomes a preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any difference decides.
    Usual,
    /// A difference above `q` decides.
    UShape,
    /// In proportion up to `p`.
    VShape,
    /// Half between `q` and `p`, whole above.
    Level,
    /// Nothing up to `q`, in proportion up to `p`.
    Linear,
    /// 1 - exp(-d^2 / 2 p^2).
    Gaussian,
}

/// One criterion as a party sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Criterion.
    pub criterion: String,
    /// Branch of the party's tree.
    pub group: String,
    /// Which way is better.
    pub better: Better,
    /// Value 0 there; `None` = the worst of the table.
    pub worst: Option<f64>,
    /// Value 1 there; `None` = the best of the table.
    pub best: Option<f64>,
    /// Points (part of the way from worst to best, value), rising from (0, 0) to (1, 1); empty = straight.
    pub curve: Vec<(f64, f64)>,
    /// Shape of the preference.
    pub shape: Shape,
    /// Difference that does not count; `None` = a tenth of the range.
    pub indifference: Option<f64>,
    /// Difference that decides; `None` = half of the range.
    pub preference: Option<f64>,
}

/// A view with its ends set.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale<'v> {
    view: &'v View,
    /// Value 0.
    pub worst: f64,
    /// Value 1.
    pub best: f64,
    thresholds: (f64, f64),
}

impl<'v> Scale<'v> {
    /// Over a column.
    pub fn new(view: &'v View, column: &[Option<Span>]) -> Scale<'v> {
        let known = || column.iter().flatten();
        let low = known().map(|s| s.low).fold(f64::INFINITY, f64::min);
        let high = known().map(|s| s.high).fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low <= high { (low, high) } else { (0.0, 0.0) };
        let ends = if view.better == Better::More { (low, high) } else { (high, low) };
        let q = view.indifference.unwrap_or(OPEN_THRESHOLDS.0 * (high - low));
        let p = view.preference.unwrap_or((OPEN_THRESHOLDS.1 * (high - low)).max(q));
        Scale { view, worst: view.worst.unwrap_or(ends.0), best: view.best.unwrap_or(ends.1), thresholds: (q, p) }
    }

    /// Value of a figure, 0 to 1; where the ends are one, nothing is worse than the best.
    pub fn value(&self, x: f64) -> f64 {
        let t = match self.best - self.worst {
            0.0 => 1.0,
            wide => ((x - self.worst) / wide).clamp(0.0, 1.0),
        };
        along(&self.view.curve, t)
    }

    /// Preference of `a` over `b`, 0 to 1.
    pub fn preference(&self, a: f64, b: f64) -> f64 {
        let d = self.view.better.turned(a) - self.view.better.turned(b);
        let (q, p) = self.thresholds;
        if d <= 0.0 {
            return 0.0;
        }
        let whole = |yes: bool| if yes { 1.0 } else { 0.0 };
        match self.view.shape {
            Shape::Usual => 1.0,
            Shape::UShape => whole(d > q),
            Shape::VShape => (d / p).min(1.0),
            Shape::Level => whole(d > q) * 0.5 + whole(d > p) * 0.5,
            Shape::Linear if d <= q => 0.0,
            Shape::Linear => ((d - q) / (p - q)).min(1.0),
            Shape::Gaussian => 1.0 - (-(d / p).powi(2) / 2.0).exp(),
        }
    }
}

/// Straight between the points of a curve.
fn along(curve: &[(f64, f64)], t: f64) -> f64 {
    let Some(next) = curve.iter().position(|p| p.0 >= t) else { return curve.last().map_or(t, |p| p.1) };
    let (x1, y1) = curve[next];
    match next.checked_sub(1).map(|i| curve[i]) {
        Some((x0, y0)) if x1 > x0 => y0 + (y1 - y0) * (t - x0) / (x1 - x0),
        _ => y1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(shape: Shape) -> View {
        View {
            criterion: "c".into(),
            group: String::new(),
            better: Better::More,
            worst: None,
            best: None,
            curve: Vec::new(),
            shape,
            indifference: Some(1.0),
            preference: Some(3.0),
        }
    }

    /// Brans and Vincke 1985, figure 1, at q = 1 and p = 3.
    #[test]
    fn six_shapes() {
        let at = |shape, d| Scale::new(&view(shape), &[]).preference(d, 0.0);
        assert_eq!([0.0, 0.5].map(|d| at(Shape::Usual, d)), [0.0, 1.0]);
        assert_eq!([1.0, 1.1].map(|d| at(Shape::UShape, d)), [0.0, 1.0]);
        assert_eq!([1.5, 4.0].map(|d| at(Shape::VShape, d)), [0.5, 1.0]);
        assert_eq!([1.0, 2.0, 3.1].map(|d| at(Shape::Level, d)), [0.0, 0.5, 1.0]);
        assert_eq!([1.0, 2.0, 3.0].map(|d| at(Shape::Linear, d)), [0.0, 0.5, 1.0]);
        assert!((at(Shape::Gaussian, 3.0) - (1.0 - (-0.5f64).exp())).abs() < 1e-15);
    }

    #[test]
    fn less_may_be_better_and_a_curve_bends() {
        let v = View { better: Better::Less, curve: vec![(0.0, 0.0), (0.5, 0.8), (1.0, 1.0)], ..view(Shape::Linear) };
        let column = [Some(Span::exact(10.0)), Some(Span::exact(20.0)), None];
        let s = Scale::new(&v, &column);
        let values = [20.0, 15.0, 12.5, 10.0, 5.0].map(|x| s.value(x));
        for (got, want) in values.iter().zip([0.0, 0.8, 0.9, 1.0, 1.0]) {
            assert!((got - want).abs() < 1e-12, "{values:?}");
        }
        assert_eq!(s.preference(10.0, 20.0), 1.0);
    }
}
