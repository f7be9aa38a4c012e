//! What the rules say of a deed: whether it is refused, and which papers and permits it needs.

use crate::case::Case;
use crate::deed::Deed;
use crate::narrow;
use keruen_model::{Effect, Id, Permit, Rule, Text};

/// The verdict on a deed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict<'c> {
    pub refused_by: Option<&'c Rule>,
    pub papers: Vec<Text>,
    pub permits: Vec<(Id<Permit>, &'c Rule)>,
}

/// A refusal stands unless a narrower row allows.
pub(crate) fn judge<'c>(case: &Case<'c>, deed: &Deed<'c>) -> Verdict<'c> {
    let fitting = || case.corridor.tables.rule.iter().filter(|r| fits(case, r, deed));
    let of = |effect: Effect| fitting().filter(move |r| r.effect == effect);
    let allowed = of(Effect::Allow).map(narrow::rule).max();
    let refusal = of(Effect::Refuse).max_by_key(|r| narrow::rule(r));
    Verdict {
        refused_by: refusal.filter(|r| allowed.is_none_or(|a| a <= narrow::rule(r))),
        papers: of(Effect::Require).flat_map(|r| r.paper.iter().copied()).collect(),
        permits: of(Effect::Require).flat_map(|r| r.permit.iter().map(move |&p| (p, r))).collect(),
    }
}

fn fits(case: &Case<'_>, r: &Rule, deed: &Deed<'_>) -> bool {
    let touch = &deed.touch;
    r.at.is_none_or(|a| touch.touches(a))
        && (r.country.is_empty() || touch.countries.contains(&r.country.0))
        && r.mode.is_none_or(|m| touch.mode == Some(m))
        && r.loading.is_none_or(|l| touch.loadings.contains(&l))
        && case.goods.are(&r.cargo, r.un_class)
        && case.goods.are_in(&r.equipment, &touch.loadings)
}
