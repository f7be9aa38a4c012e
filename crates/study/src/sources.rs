//! Counts, influence and faults of the citations of a corridor.

use crate::influence::{Influences, parameter};
use keruen_model::provenance::{MethodCounts, Parameter, Provenance};
use keruen_model::{Citation, Corridor, Date, Fact, Method, TableKind, validate};
use keruen_results::sources::{Counts, Group, Influence, SCHEMA_VERSION, SourcesAnswer, Stale};
use keruen_results::{Cited, Range, SourceRef};
use std::collections::BTreeMap;

/// How influence is said to be computed.
const METHOD: &str = "influence: mean change of the study's headlines (least cost, hours, CO2e of each variant; generalised cost and demand carried of each year of the whole corridor) when the value goes from low to high; weight of a figure in the sourced share: mean change for one per cent of the value, read and assumed alike";

/// The answer of `keruen sources`.
pub fn sources(corridor: &Corridor, influences: &Influences, stale_after_days: u32) -> SourcesAnswer {
    let provenance = Provenance::new(corridor);
    let counts = provenance.counts();
    let weights = weights(corridor, &provenance, influences);
    let mut list: Vec<Influence> = influences
        .iter()
        .filter_map(|(name, e)| {
            let p = parameter(corridor, name)?;
            Some(Influence {
                cited: cited(corridor, &provenance, p),
                group: p.spec().group.into(),
                low_to_high_pct: e.low_to_high,
                elasticity: e.elasticity,
                most_moved: e.most_moved.0.clone(),
                most_moved_pct: e.most_moved.1,
            })
        })
        .collect();
    list.sort_by(|a, b| b.low_to_high_pct.total_cmp(&a.low_to_high_pct).then_with(|| a.cited.parameter.cmp(&b.cited.parameter)));
    let all: (f64, f64) = weights.values().fold((0.0, 0.0), |s, w| (s.0 + w.0, s.1 + w.1));
    let groups = counts.iter().map(|(&group, c)| {
        let (sourced, total) = weights.get(group).copied().unwrap_or_default();
        Group {
            group: group.into(),
            counts: plain(c),
            influence_weighted_sourced: (total > 0.0).then(|| sourced / total),
            weight: if all.1 > 0.0 { total / all.1 } else { 0.0 },
        }
    });
    SourcesAnswer {
        schema_version: SCHEMA_VERSION,
        totals: totals(&counts),
        influence_weighted_sourced: if all.1 > 0.0 { all.0 / all.1 } else { 0.0 },
        groups: groups.collect(),
        influence: list,
        broken: broken(corridor),
        stale: stale(corridor, stale_after_days),
        stale_after_days,
        method: METHOD.into(),
    }
}

fn plain(c: &MethodCounts) -> Counts {
    Counts { read: c.read, computed: c.computed, proxy: c.proxy, assumed: c.assumed, uncited: c.uncited }
}

fn totals(counts: &BTreeMap<&'static str, MethodCounts>) -> Counts {
    let sum = |pick: fn(&MethodCounts) -> usize| counts.values().map(pick).sum();
    Counts {
        read: sum(|c| c.read),
        computed: sum(|c| c.computed),
        proxy: sum(|c| c.proxy),
        assumed: sum(|c| c.assumed),
        uncited: sum(|c| c.uncited),
    }
}

/// By group: weight of what is read or computed, and all weight.
fn weights(corridor: &Corridor, provenance: &Provenance<'_>, influences: &Influences) -> BTreeMap<&'static str, (f64, f64)> {
    let mut out: BTreeMap<&'static str, (f64, f64)> = BTreeMap::new();
    for (name, e) in influences {
        let Some(p) = parameter(corridor, name) else { continue };
        let sourced = matches!(provenance.citation(p).map(|c| c.method), Some(Method::Read | Method::Computed));
        let w = out.entry(p.spec().group).or_default();
        w.1 += e.elasticity;
        w.0 += if sourced { e.elasticity } else { 0.0 };
    }
    out
}

/// A parameter with everything it rests on.
pub fn cited(corridor: &Corridor, provenance: &Provenance<'_>, p: Parameter) -> Cited {
    let cite = provenance.citation(p);
    let refs = |facts: Vec<&Fact>| facts.into_iter().map(|f| source_ref(corridor, f)).collect();
    Cited {
        parameter: p.name(corridor),
        value: p.value(corridor),
        unit: unit(corridor, p),
        method: cite.map_or(String::new(), |c| c.method.name().into()),
        range: provenance.range(p).map(|(low, high)| Range { low, high }),
        reason: cite.map_or(String::new(), |c| corridor.strings.text(c.reason).into()),
        sources: cite.map_or(Vec::new(), |c| refs(provenance.facts(c))),
        others: cite.map_or(Vec::new(), |c| refs(provenance.others(c))),
    }
}

/// The unit of a parameter; `@x` is read from field x of the row.
fn unit(corridor: &Corridor, p: Parameter) -> String {
    let unit = p.spec().unit;
    let Some(field) = unit.strip_prefix('@') else { return unit.into() };
    let at = p.table.spec().field(field).map(|f| corridor.tables.cell(p.table, p.row, f, &corridor.strings));
    at.unwrap_or_default()
}

fn source_ref(c: &Corridor, f: &Fact) -> SourceRef {
    let source = c.tables.source.find(f.source_id);
    let text =
        |pick: fn(&keruen_model::Source) -> keruen_model::Text| source.map_or(String::new(), |s| c.strings.text(pick(s)).into());
    SourceRef {
        fact: c.strings.id(f.fact_id).into(),
        publisher: text(|s| s.publisher),
        title: text(|s| s.title),
        url: text(|s| s.url),
        as_of: c.strings.text(f.as_of).into(),
        grade: f.grade.name().into(),
    }
}

/// Citations that validation finds at fault.
fn broken(corridor: &Corridor) -> Vec<String> {
    validate::validate(corridor)
        .iter()
        .filter(|f| f.table == TableKind::Citation.name() || f.rule == "uncited")
        .map(ToString::to_string)
        .collect()
}

/// Facts that a citation rests on and that are older than so many days on the corridor's day. A date without a day counts from
/// the end of its month or year.
fn stale(corridor: &Corridor, after: u32) -> Vec<Stale> {
    let today = corridor.as_of();
    let used: std::collections::BTreeSet<_> =
        corridor.tables.citation.iter().flat_map(|c: &Citation| c.fact.iter().copied()).collect();
    let mut out: Vec<Stale> = corridor
        .tables
        .fact
        .iter()
        .filter(|f| used.contains(&f.fact_id))
        .filter_map(|f| {
            let as_of = corridor.strings.text(f.as_of);
            let age = end_of(as_of)?.days_until(today);
            (age > after as i32).then(|| Stale {
                fact: corridor.strings.id(f.fact_id).into(),
                as_of: as_of.into(),
                age_days: age,
            })
        })
        .collect();
    out.sort_by(|a, b| b.age_days.cmp(&a.age_days).then_with(|| a.fact.cmp(&b.fact)));
    out
}

/// The last day meant by `2024`, `2024-05` or `2024-05-31` at the start of a text.
fn end_of(text: &str) -> Option<Date> {
    let digits = |from: usize, n: usize| text.get(from..from + n).filter(|s| s.bytes().all(|b| b.is_ascii_digit()));
    let year: i16 = digits(0, 4)?.parse().ok()?;
    let month =
        (text.get(4..5) == Some("-")).then(|| digits(5, 2)?.parse::<i8>().ok()).flatten().filter(|m| (1..=12).contains(m));
    let day = (text.get(7..8) == Some("-")).then(|| digits(8, 2)?.parse::<i8>().ok()).flatten();
    match (month, day) {
        (Some(m), Some(d)) => Date::new(year, m, d),
        (Some(m), None) => (28..=31).rev().find_map(|d| Date::new(year, m, d)),
        _ => Date::new(year, 12, 31),
    }
}
