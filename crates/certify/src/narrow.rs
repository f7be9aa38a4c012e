//! Which of two rows is narrower.
//!
//! A tariff is narrower, first, by the place that it names: the very row > a row that it touches > both ends > operator >
//! country > mode or kind of work > none; then by how many of cargo, equipment, class and loading it names; then by the further
//! places that it names, in the same order. What is left is equally narrow: it adds up.

use crate::deed::Touch;
use keruen_model::{Emission, Rule, Tariff};

/// How narrow a tariff is; the larger the narrower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Narrowness {
    /// 6 = the very row, 0 = no place.
    place: usize,
    /// How many of cargo, equipment, class and loading.
    goods: usize,
    /// All places, the narrowest first.
    places: [bool; 7],
}

fn count(fields: &[bool]) -> usize {
    fields.iter().filter(|f| **f).count()
}

pub(crate) fn tariff(t: &Tariff, touch: &Touch) -> Narrowness {
    let at = !t.at.is_empty();
    let (mode, work) = (t.mode.is_some(), !t.operation_kind.is_empty());
    let places = [
        touch.itself.is_some_and(|r| t.at.contains(&r)),
        at,
        t.from_node_id.is_some() && t.to_node_id.is_some(),
        // Beside a row, the operator says who asks, not where.
        t.operator_id.is_some() && !at,
        !t.country.is_empty(),
        mode || work,
        mode && work,
    ];
    let goods = [!t.cargo.is_empty(), !t.equipment.is_empty(), !t.un_class.is_empty(), t.loading.is_some()];
    let place = places[..6].iter().position(|&p| p).map_or(0, |first| 6 - first);
    Narrowness { place, goods: count(&goods), places }
}

/// Fields that a factor names.
fn named(e: &Emission) -> [bool; 8] {
    [
        !e.service.is_empty(),
        !e.operation_kind.is_empty(),
        !e.country.is_empty(),
        !e.traction.is_empty(),
        e.loading.is_some(),
        e.mode.is_some(),
        !e.cargo.is_empty(),
        !e.equipment.is_empty(),
    ]
}

/// A factor is narrower when it names a service and the other does not, else when it names all that the other does and more.
pub(crate) fn beats(a: &Emission, b: &Emission) -> bool {
    let (a, b) = (named(a), named(b));
    a[0] && !b[0] || a[0] == b[0] && a != b && a.iter().zip(b).all(|(x, y)| *x || !y)
}

/// A rule: a row weighs more than a country, that more than a mode or loading, that more than what the goods are.
pub(crate) fn rule(r: &Rule) -> (bool, bool, usize, usize) {
    let how = count(&[r.mode.is_some(), r.loading.is_some()]);
    let goods = count(&[!r.cargo.is_empty(), !r.equipment.is_empty(), !r.un_class.is_empty(), !r.un_number.is_empty()]);
    (r.at.is_some(), !r.country.is_empty(), how, goods)
}
