//! Every tolerance, in one place. Answers are doubles that were added up in another order, so a figure may differ in its last
//! digits and no more.

/// How far two figures may lie apart and still be the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tolerance {
    /// In the unit of the figure.
    pub absolute: f64,
    /// As a share of the larger figure.
    pub relative: f64,
}

/// US dollars: a millionth of a dollar, or nine digits of a large sum.
pub(crate) const MONEY: Tolerance = Tolerance { absolute: 1e-6, relative: 1e-9 };

/// Hours. Light crosses the corridor in 1e-5 h, so the absolute part is far below a microsecond.
pub(crate) const HOURS: Tolerance = Tolerance { absolute: 1e-13, relative: 1e-9 };

/// 90th percentiles of hours. A speed that varies makes times whose law is none of the grammar, so an engine may take one near
/// to it; what it may not do is miss the spread by more than one part in twenty.
pub(crate) const SPREAD: Tolerance = Tolerance { absolute: 1e-13, relative: 0.05 };

/// Chances of hard events: micro-risks are whole, and the law of some work is looked at point by point.
pub(crate) const RISK: Tolerance = Tolerance { absolute: 2e-4, relative: 1e-6 };

/// Part of the hours by which percentiles of a few hundred draws may lie beside those of the law.
pub(crate) const SLACK: f64 = 0.02;

/// Kilometres.
pub(crate) const DISTANCE: Tolerance = Tolerance { absolute: 1e-9, relative: 1e-9 };

/// Kilograms of CO2e.
pub(crate) const CO2E: Tolerance = Tolerance { absolute: 1e-9, relative: 1e-9 };

/// Quantities that are charged: tonnes, boxes, wagon-kilometres.
pub(crate) const QUANTITY: Tolerance = Tolerance { absolute: 1e-9, relative: 1e-9 };

/// A load that exceeds a whole piece by less than this part of a piece needs no further piece: 1.1 kt is 1100.0000000000002 t.
pub(crate) const PIECE: f64 = 1e-9;

/// Part of a cent, second or gram by which a figure may lie beside the half at which it is rounded.
pub(crate) const ROUNDING: f64 = 1e-6;

impl Tolerance {
    pub fn holds(self, a: f64, b: f64) -> bool {
        (a - b).abs() <= self.absolute.max(self.relative * a.abs().max(b.abs()))
    }
}
