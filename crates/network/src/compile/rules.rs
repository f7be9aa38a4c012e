//! Rules: what is refused, what is allowed all the same, and which papers and permits are asked for.
//!
//! A rule holds where every field that it fills fits: row or operator, country, mode, loading, cargo, equipment, class and UN number.
//! With `apart_from` it is lifted only by a rule that has it too, and holds only for goods that travel together with one of those cargoes, whichever of the two is asked about.
//! `refuse` takes an arc out unless an `allow` row fits too and is narrower (names more); on a tie the refusal stands.

use super::consignment::{Consignment, Lot};
use super::emissions::Emits;
use super::index::Index;
use super::near::Tariffs;
use keruen_model::{
    AnyRef, Cargo, Corridor, Effect, Equipment, Id, List, Loading, Mode, Operator, Permit, Quantity, Rule, Sym, Text, Unit,
};
use smallvec::SmallVec;

/// What an arc touches, as rules, tariffs and factors see it.
#[derive(Clone, Debug, Default)]
pub(super) struct Touch {
    /// Rows: link, operation, facility, service, nodes.
    pub rows: SmallVec<[AnyRef; 4]>,
    /// Country in which it happens (of the operator, else of the place).
    pub country: Option<Sym>,
    /// Countries it touches at its ends.
    pub countries: SmallVec<[Sym; 4]>,
    /// Mode; none at a terminal.
    pub mode: Option<Mode>,
    /// Loading before and after.
    pub loadings: SmallVec<[Loading; 2]>,
    /// Who runs it.
    pub operator: Option<Id<Operator>>,
}

impl Touch {
    /// Whether it happens at a row, or is done by it where the row is an operator.
    pub fn touches(&self, row: &AnyRef) -> bool {
        self.rows.contains(row) || self.operator.is_some_and(|o| row.as_id::<Operator>() == Some(o))
    }
}

/// The goods, as rules, tariffs and factors see them.
#[derive(Debug)]
pub(super) struct Goods {
    pub cargo: Id<Cargo>,
    pub un_class: Text,
    pub un_number: Text,
    /// Goods that travel together with them.
    beside: Vec<Id<Cargo>>,
    /// Any lot of them: on what equipment they stand does not hang on how much they are.
    pub any_lot: Lot,
    /// Rows of tables `tariff`, `emission` (the narrowest first) and `rule` that can concern them; most rows are for other goods.
    pub tariffs: Tariffs,
    pub emissions: Vec<Emits>,
    rules: Vec<Ruled>,
}

/// A rule about the goods, as it is asked of thousands of moves.
#[derive(Debug)]
struct Ruled {
    /// Position in table `rule`.
    row: u32,
    effect: Effect,
    at: Option<AnyRef>,
    country: Option<Sym>,
    mode: Option<Mode>,
    /// Loadings of which one is asked for, and those on which its equipment holds the goods, one bit each; `None` = any.
    loading: Option<u32>,
    stands: Option<u32>,
    narrow: u32,
    /// It is about goods beside others.
    beside: bool,
}

impl Goods {
    pub fn new(corridor: &Corridor, c: &Consignment, lot: &Lot) -> Self {
        let (un_class, un_number) =
            corridor.tables.cargo.find(c.cargo).map_or_else(Default::default, |g| (g.un_class, g.un_number));
        let mut goods = Goods {
            cargo: c.cargo,
            un_class,
            un_number,
            beside: c.beside.clone(),
            any_lot: lot.clone(),
            tariffs: Tariffs::default(),
            emissions: Vec::new(),
            rules: Vec::new(),
        };
        let t = &corridor.tables;
        let mut tariffs = std::mem::take(&mut goods.tariffs);
        for (i, x) in t.tariff.iter().enumerate().filter(|(_, x)| !x.empty) {
            if goods.concerns(&x.cargo, x.un_class) && goods.carried(&x.equipment) {
                tariffs.add(i as u32, x);
            }
        }
        goods.tariffs = tariffs;
        let (emissions, rules) = (t.emission.rows(), t.rule.rows());
        let emits = |&i: &u32| {
            let e = &emissions[i as usize];
            goods.concerns(&e.cargo, Text::default()) && goods.carried(&e.equipment)
        };
        goods.emissions = Emits::all(emissions, (0..emissions.len() as u32).filter(emits));
        let ruled = |(_, r): &(usize, &Rule)| goods.meant(corridor, r) && goods.carried(&r.equipment);
        goods.rules = rules.iter().enumerate().filter(ruled).map(|(i, r)| goods.ruled(i, r)).collect();
        goods
    }

    /// Whether one of the pieces of equipment holds the goods on some loading.
    fn carried(&self, equipment: &List<Id<Equipment>>) -> bool {
        equipment.is_empty() || self.fit(&List::default(), equipment, Text::default(), Loading::ALL)
    }

    /// Whether a row for these cargoes and class can concern the goods at all.
    pub fn concerns(&self, cargo: &List<Id<Cargo>>, un_class: Text) -> bool {
        (cargo.is_empty() || cargo.contains(&self.cargo)) && (un_class.is_empty() || un_class == self.un_class)
    }

    /// Whether a rule is about these goods: about them alone, or about them beside what they travel with.
    fn meant(&self, corridor: &Corridor, r: &Rule) -> bool {
        let number = |n: Text| r.un_number.is_empty() || r.un_number == n;
        let own = self.concerns(&r.cargo, r.un_class) && number(self.un_number);
        if r.apart_from.is_empty() {
            return own;
        }
        let other = |&g: &Id<Cargo>| {
            let row = corridor.tables.cargo.find(g);
            row.is_some_and(|x| (r.un_class.is_empty() || r.un_class == x.un_class) && number(x.un_number))
                && (r.cargo.is_empty() || r.cargo.contains(&g))
        };
        own && self.beside.iter().any(|g| r.apart_from.contains(g))
            || r.apart_from.contains(&self.cargo) && self.beside.iter().any(other)
    }

    /// Whether equipment of a row holds the goods on one of the loadings.
    fn stands_in(&self, equipment: &List<Id<Equipment>>, loadings: &[Loading]) -> bool {
        let in_it = |e: &Id<Equipment>| {
            loadings.iter().any(|&l| self.any_lot.on(l).is_some_and(|c| c.equipment == *e || c.under == Some(*e)))
        };
        equipment.is_empty() || equipment.iter().any(in_it)
    }

    fn ruled(&self, row: usize, r: &Rule) -> Ruled {
        let stands = |&l: &Loading| self.stands_in(&r.equipment, &[l]);
        Ruled {
            row: row as u32,
            effect: r.effect,
            at: r.at,
            country: (!r.country.is_empty()).then_some(r.country.0),
            mode: r.mode,
            loading: r.loading.map(|l| bits([l])),
            stands: (!r.equipment.is_empty()).then(|| bits(Loading::ALL.iter().copied().filter(stands))),
            narrow: narrowness(r),
            beside: !r.apart_from.is_empty(),
        }
    }

    /// Whether a row for these cargoes, equipment and class holds for the goods on one of the loadings.
    pub fn fit(&self, cargo: &List<Id<Cargo>>, equipment: &List<Id<Equipment>>, un_class: Text, loadings: &[Loading]) -> bool {
        self.concerns(cargo, un_class) && self.stands_in(equipment, loadings)
    }
}

/// What the rules say of an arc.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// Position of the rule that refuses.
    pub refused_by: Option<u32>,
    /// Papers that must travel with the goods.
    pub papers: SmallVec<[Text; 8]>,
    /// Permits, with the rule that asks for each.
    pub permits: SmallVec<[(Id<Permit>, u32); 4]>,
}

/// Position of the first rule that asks for a permit whose quota the lot is above.
pub(super) fn over_quota(corridor: &Corridor, lot: &Lot, permits: &[(Id<Permit>, u32)]) -> Option<u32> {
    permits.iter().find(|(p, _)| is_above_quota(corridor, lot, *p)).map(|&(_, rule)| rule)
}

pub(super) fn judge(index: &Index<'_>, goods: &Goods, touch: &Touch) -> Verdict {
    let mut verdict = Verdict::default();
    // Rules for goods alone, and rules for goods beside others: leave for the one is no leave for the other.
    let (mut refusal, mut allowance) = ([None::<(u32, u32)>; 2], [None::<u32>; 2]);
    let on = bits(touch.loadings.iter().copied());
    for fits in goods.rules.iter().filter(|r| r.fits(touch, on)) {
        let (i, narrow, beside) = (fits.row, fits.narrow, usize::from(fits.beside));
        match fits.effect {
            Effect::Refuse if refusal[beside].is_none_or(|(_, n)| narrow > n) => refusal[beside] = Some((i, narrow)),
            Effect::Allow => allowance[beside] = Some(allowance[beside].map_or(narrow, |n| n.max(narrow))),
            Effect::Require => {
                let r = &index.corridor.tables.rule.rows()[i as usize];
                verdict.papers.extend(r.paper.iter().copied());
                verdict.permits.extend(r.permit.iter().map(|&p| (p, i)));
            }
            Effect::Refuse => {}
        }
    }
    let stands = |(r, a): (&Option<(u32, u32)>, &Option<u32>)| r.filter(|&(_, n)| a.is_none_or(|a| a <= n)).map(|(i, _)| i);
    verdict.refused_by = refusal.iter().zip(&allowance).find_map(stands);
    verdict
}

/// Whether the lot alone is more than may be moved under a permit in a year. A quota in another unit than the lot's is not compared.
fn is_above_quota(corridor: &Corridor, lot: &Lot, permit: Id<Permit>) -> bool {
    let Some(p) = corridor.tables.permit.find(permit) else { return false };
    let lot = match p.unit {
        Some(Unit::T) => lot.tonnes.value(),
        Some(Unit::Kt) => lot.tonnes.value() / 1000.0,
        _ => return false,
    };
    p.quota.is_some_and(|q| lot > q.value())
}

/// Loadings, one bit each.
pub(super) fn bits(loadings: impl IntoIterator<Item = Loading>) -> u32 {
    loadings.into_iter().fold(0, |all, l| all | 1 << l as u32)
}

impl Ruled {
    /// Whether it holds for what is touched, on these loadings.
    fn fits(&self, touch: &Touch, on: u32) -> bool {
        self.mode.is_none_or(|m| touch.mode == Some(m))
            && self.loading.is_none_or(|l| l & on != 0)
            && self.stands.is_none_or(|l| l & on != 0)
            && self.country.is_none_or(|c| touch.countries.contains(&c))
            && self.at.is_none_or(|a| touch.touches(&a))
    }
}

/// How much a rule names: a row weighs more than a country, a country more than a mode.
fn narrowness(r: &Rule) -> u32 {
    8 * u32::from(r.at.is_some())
        + 4 * u32::from(!r.country.is_empty())
        + 2 * u32::from(r.mode.is_some())
        + 2 * u32::from(r.loading.is_some())
        + u32::from(!r.cargo.is_empty())
        + u32::from(!r.equipment.is_empty())
        + u32::from(!r.un_number.is_empty())
}
