//! Which figures the answers of a study hang on.
//!
//! ```text
//! low-high influence of p = mean over headlines |answer(p = high) - answer(p = low)| / answer(base)
//! elasticity of p         = mean over headlines |answer(p x 1.01) - answer(base)| / answer(base) / 1 %
//! ```
//!
//! The headlines are the least cost, hours and CO2e of each variant. Every answer is searched anew: when a change makes another
//! way the best one, that shows. Parameters that no way of any variant rests on are left out: they do nothing near the base.
//! A distribution is scaled so that its median is the low or high end. Low-high orders what should be found out next;
//! elasticity, which treats read and assumed figures alike, weighs the share of figures that are sourced.

use crate::error::StudyError;
use crate::file::{Study, VariantSpec};
use crate::headlines::{self, MEASURES};
use crate::run::{Asker, answer, consignment, day_of};
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::scenario::Scenario;
use keruen_model::{Corridor, Date, Dist, Quantity, Ratio};
use keruen_results::study::StudyAnswer;
use keruen_results::{Progress, Silent};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Step of the elasticity.
const STEP: f64 = 0.01;

/// What one parameter does.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Mean change from low to high, per cent.
    pub low_to_high: f64,
    /// Per cent for one per cent.
    pub elasticity: f64,
    /// Headline that moves most from low to high, and by how many per cent.
    pub most_moved: (String, f64),
}

/// Effects by name of the parameter.
pub type Influences = BTreeMap<String, Effect>;

/// A variant with its base answer.
struct Asked<'s> {
    spec: &'s VariantSpec,
    name: String,
    stack: usize,
    base: Option<[f64; 3]>,
    rests_on: BTreeSet<String>,
}

/// Computes the influence of every parameter that the study's ways rest on.
pub fn influence(base: &Corridor, scenarios: &[Scenario], study: &Study, found: &StudyAnswer, threads: usize, progress: &dyn Progress) -> Result<Influences, StudyError> {
    let mut asker = Asker::new(base, scenarios);
    let mut stacks: Vec<(Corridor, Date)> = Vec::new();
    let mut keys: Vec<(Vec<String>, Option<Date>)> = Vec::new();
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for (q, qa) in study.questions.iter().zip(&found.questions) {
        for (v, va) in q.variants.iter().zip(&qa.variants) {
            let key = (v.scenarios.clone(), day_of(v, &v.id)?);
            let stack = match keys.iter().position(|k| *k == key) {
                Some(i) => i,
                None => {
                    stacks.push(asker.stack(&key.0, key.1)?.clone());
                    keys.push(key);
                    keys.len() - 1
                }
            };
            let rests_on = va.answer.ways.iter().flat_map(|w| w.legs.iter().flat_map(|l| &l.parameters).chain(&w.parameters)).cloned().collect();
            asked.push(Asked { spec: v, name: format!("{}, {}", q.title, v.label), stack, base: headlines::of(&va.answer), rests_on });
        }
    }
    let names: BTreeSet<&String> = asked.iter().flat_map(|a| &a.rests_on).collect();
    let names: Vec<&String> = names.into_iter().collect();
    spread(&names, threads, progress, |name| effect(name, &stacks, &asked))
}

/// Shares the parameters out to threads; the result does not depend on how many there are.
fn spread(
    names: &[&String],
    threads: usize,
    progress: &dyn Progress,
    one: impl Fn(&str) -> Result<Effect, StudyError> + Sync,
) -> Result<Influences, StudyError> {
    let (next, out) = (AtomicUsize::new(0), Mutex::new(Ok(Influences::new())));
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(name) = names.get(i) else { return };
                    progress.step(i as u64, names.len() as u64);
                    let found = if progress.cancelled() { Err(StudyError::Cancelled) } else { one(name) };
                    let Ok(mut all) = out.lock() else { return };
                    match (found, all.as_mut()) {
                        (Ok(effect), Ok(map)) => {
                            map.insert(name.to_string(), effect);
                        }
                        (Err(e), Ok(_)) => *all = Err(e),
                        _ => return,
                    }
                }
            });
        }
    });
    out.into_inner().unwrap_or(Err(StudyError::Cancelled))
}

fn effect(name: &str, stacks: &[(Corridor, Date)], asked: &[Asked<'_>]) -> Result<Effect, StudyError> {
    let mut sum = [0.0, 0.0];
    let mut most = (String::new(), 0.0);
    for (s, (corridor, day)) in stacks.iter().enumerate() {
        let touched: Vec<&Asked<'_>> = asked.iter().filter(|a| a.stack == s && a.rests_on.contains(name)).collect();
        let Some(p) = parameter(corridor, name).filter(|_| !touched.is_empty()) else { continue };
        let range = Provenance::new(corridor).range(p);
        let step = changed(corridor, p, |v| v * (1.0 + STEP));
        let ends = range.map(|(low, high)| (changed(corridor, p, |_| low), changed(corridor, p, |_| high)));
        for a in touched {
            let ask = |c: &Option<Corridor>| -> Result<Option<[f64; 3]>, StudyError> {
                let Some(c) = c else { return Ok(a.base) };
                let question = consignment(c, a.spec, *day, &a.name)?;
                Ok(headlines::of(&answer(c, *day, a.spec, &question, &a.name, &Silent)?))
            };
            sum[1] += headlines::change(a.base, ask(&step)?).iter().map(|x| x.abs()).sum::<f64>();
            if let Some((low, high)) = &ends {
                let (low, high) = (headlines::change(a.base, ask(low)?), headlines::change(a.base, ask(high)?));
                for (i, measure) in MEASURES.iter().enumerate() {
                    let moved = (high[i] - low[i]).abs();
                    sum[0] += moved;
                    if moved > most.1 {
                        most = (format!("{measure}: {}", a.name), moved);
                    }
                }
            }
        }
    }
    let headlines = (asked.len() * MEASURES.len()).max(1) as f64;
    Ok(Effect { low_to_high: sum[0] / headlines, elasticity: sum[1] / headlines / (STEP * 100.0), most_moved: most })
}

/// A parameter by its name `table:id.field`.
pub(crate) fn parameter(c: &Corridor, name: &str) -> Option<Parameter> {
    let (table, rest) = name.split_once(':')?;
    let (id, field) = rest.rsplit_once('.')?;
    let table = keruen_model::TableKind::from_name(table)?;
    Some(Parameter { table, row: c.tables.position(table, c.strings.find(id)?)?, field: table.spec().field(field)? })
}

/// The corridor with the centre of one parameter changed; `None` where the cell is no number.
fn changed(c: &Corridor, p: Parameter, new: impl Fn(f64) -> f64) -> Option<Corridor> {
    let text = p.value(c);
    let (centre, dist) = match Dist::<Ratio>::parse(&text) {
        Some(d) => (d.quantile(0.5).value(), Some(d)),
        None => (text.parse().ok()?, None),
    };
    let wanted = new(centre);
    let cell = match dist.filter(|_| centre != 0.0) {
        Some(d) => d.scaled(wanted / centre).to_string(),
        None => wanted.to_string(),
    };
    let mut out = c.clone();
    out.tables.set(p.table, p.row, p.field, &cell, &mut out.strings).ok()?;
    Some(out)
}
