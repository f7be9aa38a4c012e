//! Rules: what is refused, what is allowed all the same, and which papers and permits are asked for.
//!
//! `refuse` takes an arc out unless an `allow` row fits too and is narrower (names more); on a tie the refusal stands.

use super::consignment::{Consignment, Lot};
use super::index::Index;
use keruen_model::{
    AnyRef, Cargo, Corridor, Effect, Equipment, Id, List, Loading, Mode, Operator, Permit, Rule, Sym, TariffScope, Text,
};

/// What an arc touches, as rules, tariffs and factors see it.
#[derive(Clone, Debug, Default)]
pub(super) struct Touch {
    /// Rows: link, operation, facility, service, nodes.
    pub rows: Vec<AnyRef>,
    /// Country in which it happens (of the operator, else of the place).
    pub country: Option<Sym>,
    /// Countries it touches at its ends.
    pub countries: Vec<Sym>,
    /// Mode; none at a terminal.
    pub mode: Option<Mode>,
    /// Loading before and after.
    pub loadings: Vec<Loading>,
    /// Who runs it.
    pub operator: Option<Id<Operator>>,
}

/// The goods, as rules, tariffs and factors see them.
pub(super) struct Goods<'a> {
    pub cargo: Id<Cargo>,
    pub un_class: Text,
    pub lot: &'a Lot,
    /// Rows of tables `tariff` (by scope), `emission` and `rule` that can concern them; most rows are for other goods.
    pub tariffs: Vec<Vec<u32>>,
    pub emissions: Vec<u32>,
    pub rules: Vec<u32>,
}

impl<'a> Goods<'a> {
    pub fn new(corridor: &Corridor, c: &Consignment, lot: &'a Lot) -> Self {
        let un_class = corridor.tables.cargo.find(c.cargo).map_or(Text::default(), |g| g.un_class);
        let mut goods = Goods { cargo: c.cargo, un_class, lot, tariffs: Vec::new(), emissions: Vec::new(), rules: Vec::new() };
        let t = &corridor.tables;
        let keep = |n: usize, concerns: &dyn Fn(usize) -> bool| (0..n).filter(|&i| concerns(i)).map(|i| i as u32).collect();
        let (tariffs, emissions, rules) = (t.tariff.rows(), t.emission.rows(), t.rule.rows());
        let asked = |i: usize| {
            !tariffs[i].empty && goods.concerns(&tariffs[i].cargo, tariffs[i].un_class) && goods.carried(&tariffs[i].equipment)
        };
        goods.tariffs = TariffScope::ALL.iter().map(|&s| keep(tariffs.len(), &|i| tariffs[i].scope == s && asked(i))).collect();
        goods.emissions = keep(emissions.len(), &|i| {
            goods.concerns(&emissions[i].cargo, Text::default()) && goods.carried(&emissions[i].equipment)
        });
        goods.rules =
            keep(rules.len(), &|i| goods.concerns(&rules[i].cargo, rules[i].un_class) && goods.carried(&rules[i].equipment));
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

    /// Whether a row for these cargoes, equipment and class holds for the goods on one of the loadings.
    pub fn fit(&self, cargo: &List<Id<Cargo>>, equipment: &List<Id<Equipment>>, un_class: Text, loadings: &[Loading]) -> bool {
        let in_it = |e: &Id<Equipment>| {
            loadings.iter().any(|&l| self.lot.on(l).is_some_and(|c| c.equipment == *e || c.under == Some(*e)))
        };
        self.concerns(cargo, un_class) && (equipment.is_empty() || equipment.iter().any(in_it))
    }
}

/// What the rules say of an arc.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Verdict {
    /// Position of the rule that refuses.
    pub refused_by: Option<u32>,
    /// Papers that must travel with the goods.
    pub papers: Vec<Text>,
    /// Permits, with the rule that asks for each.
    pub permits: Vec<(Id<Permit>, u32)>,
}

pub(super) fn judge(index: &Index<'_>, goods: &Goods<'_>, touch: &Touch) -> Verdict {
    let mut verdict = Verdict::default();
    let (mut refusal, mut allowance) = (None::<(u32, u32)>, None::<u32>);
    for &i in &goods.rules {
        let r = &index.corridor.tables.rule.rows()[i as usize];
        if !fits(r, goods, touch) {
            continue;
        }
        let narrow = narrowness(r);
        match r.effect {
            Effect::Refuse if refusal.is_none_or(|(_, n)| narrow > n) => refusal = Some((i, narrow)),
            Effect::Allow => allowance = Some(allowance.map_or(narrow, |n| n.max(narrow))),
            Effect::Require => {
                verdict.papers.extend(r.paper.iter().copied());
                verdict.permits.extend(r.permit.iter().map(|&p| (p, i)));
            }
            Effect::Refuse => {}
        }
    }
    verdict.refused_by = refusal.filter(|&(_, n)| allowance.is_none_or(|a| a <= n)).map(|(i, _)| i);
    verdict
}

fn fits(r: &Rule, goods: &Goods<'_>, touch: &Touch) -> bool {
    r.at.is_none_or(|a| touch.rows.contains(&a))
        && (r.country.is_empty() || touch.countries.contains(&r.country.0))
        && r.mode.is_none_or(|m| touch.mode == Some(m))
        && r.loading.is_none_or(|l| touch.loadings.contains(&l))
        && goods.fit(&r.cargo, &r.equipment, r.un_class, &touch.loadings)
}

/// How much a rule names: a row weighs more than a country, a country more than a mode.
fn narrowness(r: &Rule) -> u32 {
    8 * u32::from(r.at.is_some())
        + 4 * u32::from(!r.country.is_empty())
        + 2 * u32::from(r.mode.is_some())
        + 2 * u32::from(r.loading.is_some())
        + u32::from(!r.cargo.is_empty())
        + u32::from(!r.equipment.is_empty())
}
