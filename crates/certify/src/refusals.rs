//! What the answer says was taken out, and why there is no way.

use crate::case::{Case, row};
use crate::discrepancy::{Check, Findings};
use keruen_model::{Effect, Rule, TableKind};
use keruen_results::route::{Refused, RouteAnswer};

/// Words that stand in the place of a rule.
const WORDS: [&str; 4] = ["asked", "no-price", "minimum-lot", "draught"];

pub(crate) fn check(case: &Case<'_>, answer: &RouteAnswer, findings: &mut Findings) {
    findings.look_at(None, None);
    for r in &answer.refused {
        refused(case, r, findings);
    }
    match (&answer.no_answer, answer.ways.is_empty()) {
        (None, true) => findings.add(Check::Refusal, "no_answer", "nothing", "the reason why there is no way"),
        (Some(_), false) => findings.add(Check::Refusal, "no_answer", "a reason", "nothing, since there are ways"),
        (Some(n), true) if n.reason.is_empty() => findings.add(Check::Refusal, "reason", "nothing", "a reason"),
        _ => {}
    }
    for c in answer.no_answer.iter().flat_map(|n| &n.cut) {
        let listed = answer.refused.iter().any(|r| r.what == c.what && r.rule == c.rule && r.arcs >= c.arcs);
        if !listed {
            findings.add(Check::Refusal, &c.what, format_args!("cut by {}", c.rule), "one of the refusals of the answer");
        }
    }
}

fn is_above_quota(case: &Case<'_>, rule: &Rule) -> bool {
    rule.effect == Effect::Require
        && crate::rules::concerns(case, rule)
        && rule.permit.iter().any(|&p| crate::rules::exceeds(case, p))
}

/// The row is open, and the rule refuses these goods in its own words.
fn refused(case: &Case<'_>, r: &Refused, findings: &mut Findings) {
    let known = r.what.split_once(':').and_then(|(table, id)| {
        let id = case.corridor.strings.find(id)?;
        case.corridor.tables.position(TableKind::from_name(table)?, id)
    });
    if known.is_none() {
        findings.add(Check::Refusal, &r.what, "refused", "a row open on the day");
    }
    if WORDS.contains(&r.rule.as_str()) {
        return;
    }
    match row(case.corridor, &case.corridor.tables.rule, &r.rule) {
        // A rule that asks for a permit refuses only what is above its quota, and then says so behind its reason.
        Some(rule) if rule.effect == Effect::Refuse && crate::rules::concerns(case, rule) || is_above_quota(case, rule) => {
            let own =
                if is_above_quota(case, rule) { r.reason.get(..case.words(rule.reason).len()) } else { Some(r.reason.as_str()) };
            findings.same(Check::Refusal, &format!("rule:{} reason", r.rule), own.unwrap_or(""), case.words(rule.reason));
            findings.same(Check::Refusal, &format!("rule:{} authority", r.rule), &r.authority, case.words(rule.authority));
        }
        _ => findings.add(Check::Refusal, &r.what, format_args!("refused by {}", r.rule), "a rule that refuses these goods"),
    }
}
