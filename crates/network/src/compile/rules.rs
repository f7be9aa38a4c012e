//! Rules: what is refused, what is allowed all the same, and which papers and permits are asked for.
//!
//! A rule holds where every field that it fills fits: row or operator, country, mode, loading, cargo, equipment, class and UN number.
//! With `apart_from` it is lifted only by a rule that has it too, and holds only for goods that travel together with one of those cargoes, whichever of the two is asked about.
//! `refuse` takes an arc out unless an `allow` row fits too and is narrower (names more); on a tie the refusal stands.

use super::consignment::{Consignment, Lot};
use super::index::Index;
use keruen_model::{
    AnyRef, Cargo, Corridor, Effect, Equipment, Id, List, Loading, Mode, Operator, Permit, Quantity, Rule, Sym, TableKind,
    Tariff, TariffScope, Text, Unit,
};
use rustc_hash::FxHashMap;

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
    /// Rows of tables `tariff` (by scope), `emission` and `rule` that can concern them; most rows are for other goods.
    pub tariffs: Vec<Rows>,
    pub emissions: Vec<u32>,
    pub rules: Vec<u32>,
}

/// Rows of one scope, and where they hold.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub all: Vec<u32>,
    /// By what a row names: rows of the tables, else its operator.
    at: FxHashMap<AnyRef, Vec<u32>>,
    /// Rows that name neither.
    anywhere: Vec<u32>,
}

impl Rows {
    fn add(&mut self, i: u32, t: &Tariff) {
        self.all.push(i);
        for &a in t.at.iter() {
            self.at.entry(a).or_default().push(i);
        }
        match t.operator_id {
            Some(o) if t.at.is_empty() => self.at.entry(operator_ref(o)).or_default().push(i),
            None if t.at.is_empty() => self.anywhere.push(i),
            _ => {}
        }
    }

    /// Rows that can hold for what is touched, in the order of the table.
    pub fn near(&self, touch: &Touch, out: &mut Vec<u32>) {
        let begun = out.len();
        out.extend_from_slice(&self.anywhere);
        if !self.at.is_empty() {
            let named = touch.rows.iter().copied().chain(touch.operator.map(operator_ref));
            named.filter_map(|r| self.at.get(&r)).for_each(|rows| out.extend_from_slice(rows));
        }
        out[begun..].sort_unstable();
        let mut kept = begun;
        for i in begun..out.len() {
            if i == begun || out[i] != out[kept - 1] {
                out[kept] = out[i];
                kept += 1;
            }
        }
        out.truncate(kept);
    }
}

fn operator_ref(o: Id<Operator>) -> AnyRef {
    AnyRef { table: TableKind::Operator, id: o.sym() }
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
            tariffs: TariffScope::ALL.iter().map(|_| Rows::default()).collect(),
            emissions: Vec::new(),
            rules: Vec::new(),
        };
        let t = &corridor.tables;
        let mut tariffs = std::mem::take(&mut goods.tariffs);
        for (i, x) in t.tariff.iter().enumerate().filter(|(_, x)| !x.empty) {
            if goods.concerns(&x.cargo, x.un_class) && goods.carried(&x.equipment) {
                tariffs[x.scope as usize].add(i as u32, x);
            }
        }
        goods.tariffs = tariffs;
        let positions = |n: usize| (0..n as u32).collect::<Vec<_>>();
        let (emissions, rules) = (t.emission.rows(), t.rule.rows());
        let emits = |&i: &u32| {
            let e = &emissions[i as usize];
            goods.concerns(&e.cargo, Text::default()) && goods.carried(&e.equipment)
        };
        goods.emissions = positions(emissions.len()).into_iter().filter(emits).collect();
        let ruled = |&i: &u32| goods.meant(corridor, &rules[i as usize]) && goods.carried(&rules[i as usize].equipment);
        goods.rules = positions(rules.len()).into_iter().filter(ruled).collect();
        goods
    }

    /// Rows of some scopes that can hold for what is touched: scope by scope, in the order of the table.
    pub fn near(&self, scopes: &[TariffScope], touch: &Touch) -> Vec<u32> {
        let mut out = Vec::new();
        scopes.iter().for_each(|&s| self.tariffs[s as usize].near(touch, &mut out));
        out
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

    /// Whether a row for these cargoes, equipment and class holds for the goods on one of the loadings.
    pub fn fit(&self, cargo: &List<Id<Cargo>>, equipment: &List<Id<Equipment>>, un_class: Text, loadings: &[Loading]) -> bool {
        self.concerns(cargo, un_class) && self.stands_in(equipment, loadings)
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

impl Verdict {
    /// Position of the first rule that asks for a permit whose quota the lot is above.
    pub fn over_quota(&self, corridor: &Corridor, lot: &Lot) -> Option<u32> {
        self.permits.iter().find(|(p, _)| is_above_quota(corridor, lot, *p)).map(|&(_, rule)| rule)
    }
}

pub(super) fn judge(index: &Index<'_>, goods: &Goods, touch: &Touch) -> Verdict {
    let mut verdict = Verdict::default();
    // Rules for goods alone, and rules for goods beside others: leave for the one is no leave for the other.
    let (mut refusal, mut allowance) = ([None::<(u32, u32)>; 2], [None::<u32>; 2]);
    for &i in &goods.rules {
        let r = &index.corridor.tables.rule.rows()[i as usize];
        if !fits(r, goods, touch) {
            continue;
        }
        let (narrow, beside) = (narrowness(r), usize::from(!r.apart_from.is_empty()));
        match r.effect {
            Effect::Refuse if refusal[beside].is_none_or(|(_, n)| narrow > n) => refusal[beside] = Some((i, narrow)),
            Effect::Allow => allowance[beside] = Some(allowance[beside].map_or(narrow, |n| n.max(narrow))),
            Effect::Require => {
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

fn fits(r: &Rule, goods: &Goods, touch: &Touch) -> bool {
    let operator = touch.operator.map(|o| AnyRef { table: TableKind::Operator, id: o.sym() });
    r.at.is_none_or(|a| touch.rows.contains(&a) || operator == Some(a))
        && (r.country.is_empty() || touch.countries.contains(&r.country.0))
        && r.mode.is_none_or(|m| touch.mode == Some(m))
        && r.loading.is_none_or(|l| touch.loadings.contains(&l))
        && goods.stands_in(&r.equipment, &touch.loadings)
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
