//! Figures that scenarios changed, so that what is not known about a figure moves with it.
//!
//! ```text
//! scaled by f   the range of the citation, both ends times f
//! set           no range: a supposition is exact by itself
//! ```

use crate::rows::TableKind;
use crate::strings::Sym;
use std::collections::BTreeMap;

/// What a scenario did to a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Supposed {
    /// Gave it a value.
    Set,
    /// Multiplied it.
    Scaled(f64),
}

/// Every figure that was changed, by table, row and field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suppositions {
    changed: BTreeMap<(TableKind, Sym, usize), Supposed>,
}

impl Suppositions {
    /// Notes a change, on top of those before.
    pub fn note(&mut self, figure: (TableKind, Sym, usize), change: Supposed) {
        let now = match (self.changed.get(&figure), change) {
            (Some(Supposed::Set), _) => Supposed::Set,
            (Some(Supposed::Scaled(before)), Supposed::Scaled(factor)) => Supposed::Scaled(before * factor),
            (_, change) => change,
        };
        self.changed.insert(figure, now);
    }

    /// The figure is again as the tables have it.
    pub fn forget(&mut self, figure: (TableKind, Sym, usize)) {
        self.changed.remove(&figure);
    }

    /// The range of a figure from that of its citation.
    pub fn range(&self, figure: (TableKind, Sym, usize), (low, high): (f64, f64)) -> Option<(f64, f64)> {
        match self.changed.get(&figure) {
            None => Some((low, high)),
            Some(Supposed::Set) => None,
            Some(Supposed::Scaled(f)) => Some(((low * f).min(high * f), (low * f).max(high * f))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_moves_with_its_figure() {
        let figure = (TableKind::Tariff, Sym::default(), 3);
        let mut s = Suppositions::default();
        assert_eq!(s.range(figure, (8.0, 12.0)), Some((8.0, 12.0)));
        s.note(figure, Supposed::Scaled(0.5));
        s.note(figure, Supposed::Scaled(3.0));
        assert_eq!(s.range(figure, (8.0, 12.0)), Some((12.0, 18.0)));
        s.note(figure, Supposed::Set);
        s.note(figure, Supposed::Scaled(3.0));
        assert_eq!(s.range(figure, (8.0, 12.0)), None);
        s.forget(figure);
        assert_eq!(s, Suppositions::default());
    }

    #[test]
    fn a_subsidy_keeps_its_ends_in_order() {
        let figure = (TableKind::Tariff, Sym::default(), 3);
        let mut s = Suppositions::default();
        s.note(figure, Supposed::Scaled(-1.0));
        assert_eq!(s.range(figure, (8.0, 12.0)), Some((-12.0, -8.0)));
    }
}
