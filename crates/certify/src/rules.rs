//! What the rules say of a deed: whether it is refused, and which papers and permits it needs.

use crate::case::Case;
use crate::deed::Deed;
use crate::narrow;
use keruen_model::{Cargo, Effect, Id, Permit, Quantity, Rule, Text, Unit};

/// The verdict on a deed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict<'c> {
    pub refused_by: Option<&'c Rule>,
    /// Asks for a permit under which less may be moved in a year than the lot.
    pub over_quota: Option<&'c Rule>,
    pub papers: Vec<Text>,
    pub permits: Vec<(Id<Permit>, &'c Rule)>,
}

/// A refusal stands unless a narrower row allows.
pub(crate) fn judge<'c>(case: &Case<'c>, deed: &Deed<'c>) -> Verdict<'c> {
    let fitting = || case.corridor.tables.rule.iter().filter(|r| fits(case, r, deed));
    let of = |effect: Effect| fitting().filter(move |r| r.effect == effect);
    // Goods that may pass may still not pass beside others.
    let standing = |together: bool| {
        let kind = |r: &&Rule| r.apart_from.is_empty() != together;
        let allowed = of(Effect::Allow).filter(kind).map(narrow::rule).max();
        let refusal = of(Effect::Refuse).filter(kind).max_by_key(|r| narrow::rule(r));
        refusal.filter(|r| allowed.is_none_or(|a| a <= narrow::rule(r)))
    };
    Verdict {
        refused_by: standing(false).or_else(|| standing(true)),
        over_quota: of(Effect::Require).find(|r| r.permit.iter().any(|&p| exceeds(case, p))),
        papers: of(Effect::Require).flat_map(|r| r.paper.iter().copied()).collect(),
        permits: of(Effect::Require).flat_map(|r| r.permit.iter().map(move |&p| (p, r))).collect(),
    }
}

pub(crate) fn exceeds(case: &Case<'_>, permit: Id<Permit>) -> bool {
    let limit = case.corridor.tables.permit.find(permit).and_then(|p| p.quota.map(Quantity::value).zip(p.unit));
    match limit {
        Some((tonnes, Unit::T)) => case.goods.tonnes > tonnes,
        Some((thousand, Unit::Kt)) => case.goods.tonnes / 1000.0 > thousand,
        _ => false,
    }
}

/// A rule about goods that lie together holds for both of them: one is what the rule names, the other is to be kept apart.
pub(crate) fn concerns(case: &Case<'_>, r: &Rule) -> bool {
    let named = |c: &Cargo| {
        (r.cargo.is_empty() || r.cargo.contains(&c.cargo_id))
            && (r.un_class.is_empty() || r.un_class == c.un_class)
            && (r.un_number.is_empty() || r.un_number == c.un_number)
    };
    if r.apart_from.is_empty() {
        return named(case.goods.cargo);
    }
    let apart = |c: &Cargo| r.apart_from.contains(&c.cargo_id);
    let own = case.goods.cargo;
    case.beside.iter().any(|other| named(own) && apart(other) || apart(own) && named(other))
}

fn fits(case: &Case<'_>, r: &Rule, deed: &Deed<'_>) -> bool {
    let touch = &deed.touch;
    // Of several operators on one chain the first one asks.
    let run_by = |a| touch.operators.first().is_some_and(|&o| crate::deed::any(o) == a);
    r.at.is_none_or(|a| touch.touches(a) || run_by(a))
        && (r.country.is_empty() || touch.countries.contains(&r.country.0))
        && r.mode.is_none_or(|m| touch.mode == Some(m))
        && r.loading.is_none_or(|l| touch.loadings.contains(&l))
        && concerns(case, r)
        && case.goods.are_in(&r.equipment, &touch.loadings)
}
