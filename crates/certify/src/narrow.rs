//! Which of two rows is narrower.
//!
//! A tariff is narrower, first, by the place that it names: the very row > a row that it touches > both ends > operator >
//! country > mode or kind of work > none; then by how many of cargo, equipment, class and loading it names. Where these are
//! equal, a row that names all that another names and more is narrower. What is left is equally narrow: it adds up.

use crate::deed::Touch;
use keruen_model::{Emission, Rule, Tariff};

/// Fields that a row names, one bit each.
type Named = u32;

/// How narrow a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Narrowness {
    place: u8,
    goods: u32,
    named: Named,
}

impl Narrowness {
    pub fn beats(self, other: Narrowness) -> bool {
        let (mine, theirs) = ((self.place, self.goods), (other.place, other.goods));
        mine > theirs || mine == theirs && includes(self.named, other.named)
    }
}

/// All fields of the other and more.
fn includes(a: Named, b: Named) -> bool {
    a != b && a & b == b
}

fn bits(fields: &[bool]) -> Named {
    fields.iter().enumerate().map(|(i, &f)| u32::from(f) << i).sum()
}

pub(crate) fn tariff(t: &Tariff, touch: &Touch) -> Narrowness {
    let itself = touch.itself.is_some_and(|r| t.at.contains(&r));
    let at = !t.at.is_empty();
    let ends = t.from_node_id.is_some() && t.to_node_id.is_some();
    // Beside a row, the operator says who asks, not where.
    let operator = t.operator_id.is_some() && !at;
    let work = t.mode.is_some() || !t.operation_kind.is_empty();
    let places = [itself, at, ends, operator, !t.country.is_empty(), work];
    let goods = [!t.cargo.is_empty(), !t.equipment.is_empty(), !t.un_class.is_empty(), t.loading.is_some()];
    let fields: Vec<bool> = places.into_iter().chain(goods).chain([t.mode.is_some(), !t.operation_kind.is_empty()]).collect();
    Narrowness {
        place: places.iter().position(|&p| p).map_or(0, |first| (places.len() - first) as u8),
        goods: bits(&goods).count_ones(),
        named: bits(&fields),
    }
}

/// A factor is narrower when it names a service and the other does not, else when it names all of the other and more.
pub(crate) fn emission(e: &Emission) -> Narrowness {
    let fields = [
        !e.service.is_empty(),
        !e.operation_kind.is_empty(),
        !e.country.is_empty(),
        !e.traction.is_empty(),
        e.loading.is_some(),
        e.mode.is_some(),
        !e.cargo.is_empty(),
        !e.equipment.is_empty(),
    ];
    Narrowness { place: u8::from(fields[0]), goods: 0, named: bits(&fields) }
}

/// A rule: a row weighs more than a country, that more than a mode or loading, that more than what the goods are.
pub(crate) fn rule(r: &Rule) -> (bool, bool, u32, u32) {
    let how = u32::from(r.mode.is_some()) + u32::from(r.loading.is_some());
    let goods = bits(&[!r.cargo.is_empty(), !r.equipment.is_empty(), !r.un_class.is_empty()]).count_ones();
    (r.at.is_some(), !r.country.is_empty(), how, goods)
}
