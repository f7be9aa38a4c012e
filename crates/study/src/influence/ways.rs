//! What the ways of the study's questions hang on: least cost, hours and CO2e of each variant, searched anew.
//!
//! When a change makes another way the best one, that shows. Parameters that no way of any variant rests on are left out: they do
//! nothing near the base. A distribution is scaled so that its median is the low or high end.

use super::{Effect, Influences, STEP, parameter, recentred};
use crate::error::StudyError;
use crate::file::Study;
use crate::headlines::{self, MEASURES};
use crate::run::{Asker, consignment, day_of};
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::scenario::Scenario;
use keruen_model::{Corridor, Date};
use keruen_results::Progress;
use keruen_results::study::StudyAnswer;
use keruen_route::{Consignment, Index, Layout};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A variant with its base answer.
struct Asked {
    question: Consignment,
    name: String,
    stack: usize,
    base: Option<[f64; 3]>,
    rests_on: BTreeSet<String>,
}

/// Sums over the headlines of every variant, by parameter that its ways rest on; and how many headlines there are.
pub(super) fn weigh(
    base: &Corridor,
    scenarios: &[Scenario],
    study: &Study,
    found: &StudyAnswer,
    threads: usize,
    progress: &dyn Progress,
) -> Result<(Influences, usize), StudyError> {
    let (stacks, asked) = gather(base, scenarios, study, found)?;
    let names: BTreeSet<&String> = asked.iter().flat_map(|a| &a.rests_on).collect();
    let names: Vec<&String> = names.into_iter().collect();
    let sums = spread(&names, &stacks, threads, progress, |name, own| effect(name, own, &asked))?;
    Ok((sums, asked.len() * MEASURES.len()))
}

/// A corridor on a day, and its index between two questions.
struct Stack {
    corridor: Corridor,
    day: Date,
    layout: Option<Layout>,
}

impl Stack {
    fn of(corridor: &Corridor, day: Date) -> Stack {
        Stack { corridor: corridor.clone(), day, layout: None }
    }
}

type Stacks = Vec<Stack>;

/// The corridor of each set of scenarios and day, and the variants with what their ways rest on.
fn gather(
    base: &Corridor,
    scenarios: &[Scenario],
    study: &Study,
    found: &StudyAnswer,
) -> Result<(Stacks, Vec<Asked>), StudyError> {
    let mut asker = Asker::new(base, scenarios);
    let mut stacks = Stacks::new();
    let mut keys: Vec<(Vec<String>, Option<Date>)> = Vec::new();
    let mut asked: Vec<Asked> = Vec::new();
    for (q, qa) in study.questions.iter().zip(&found.questions) {
        for (v, va) in q.variants.iter().zip(&qa.variants) {
            let key = (v.scenarios.clone(), day_of(v, &v.id)?);
            let stack = match keys.iter().position(|k| *k == key) {
                Some(i) => i,
                None => {
                    let (corridor, day) = asker.stack(&key.0, key.1)?;
                    stacks.push(Stack::of(corridor, *day));
                    keys.push(key);
                    keys.len() - 1
                }
            };
            let name = format!("{}, {}", q.title, v.label);
            let rests_on = va
                .answer
                .ways
                .iter()
                .flat_map(|w| w.legs.iter().flat_map(|l| &l.parameters).chain(&w.parameters))
                .cloned()
                .collect();
            let Stack { corridor, day, .. } = &stacks[stack];
            let question = consignment(corridor, v, *day, &name)?;
            let base = least(&Index::new(corridor, *day), &question, &name)?;
            asked.push(Asked { question, name, stack, base, rests_on });
        }
    }
    Ok((stacks, asked))
}

/// The three headlines of a variant.
fn least(index: &Index<'_>, question: &Consignment, name: &str) -> Result<Option<[f64; 3]>, StudyError> {
    keruen_route::least(index, question).map_err(|error| StudyError::Route { place: name.into(), error })
}

/// Shares the parameters out to threads; the result does not depend on how many there are.
fn spread(
    names: &[&String],
    stacks: &Stacks,
    threads: usize,
    progress: &dyn Progress,
    one: impl Fn(&str, &mut Stacks) -> Result<Effect, StudyError> + Sync,
) -> Result<Influences, StudyError> {
    let (next, out) = (AtomicUsize::new(0), Mutex::new(Ok(Influences::new())));
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                let mut own: Stacks = stacks.iter().map(|s| Stack::of(&s.corridor, s.day)).collect();
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(name) = names.get(i) else { return };
                    progress.step(i as u64, names.len() as u64);
                    let found = if progress.cancelled() { Err(StudyError::Cancelled) } else { one(name, &mut own) };
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

fn effect(name: &str, stacks: &mut Stacks, asked: &[Asked]) -> Result<Effect, StudyError> {
    let mut sum = Effect::default();
    for (s, stack) in stacks.iter_mut().enumerate() {
        let touched: Vec<&Asked> = asked.iter().filter(|a| a.stack == s && a.rests_on.contains(name)).collect();
        let Some(p) = parameter(&stack.corridor, name).filter(|_| !touched.is_empty()) else { continue };
        let range = Provenance::new(&stack.corridor).range(p);
        let bases: Vec<Option<[f64; 3]>> = touched.iter().map(|a| a.base).collect();
        let step = asked_with(stack, p, |v| v * (1.0 + STEP), &touched)?.unwrap_or_else(|| bases.clone());
        let ends = match range {
            Some((low, high)) if low != high => {
                asked_with(stack, p, |_| low, &touched)?.zip(asked_with(stack, p, |_| high, &touched)?)
            }
            _ => None,
        };
        for (i, a) in touched.iter().enumerate() {
            sum.elasticity += headlines::change(a.base, step[i]).iter().map(|x| x.abs()).sum::<f64>();
            let Some((low, high)) = &ends else { continue };
            let (low, high) = (headlines::change(a.base, low[i]), headlines::change(a.base, high[i]));
            for (m, measure) in MEASURES.iter().enumerate() {
                sum.note((high[m] - low[m]).abs(), || format!("{measure}: {}", a.name));
            }
        }
    }
    Ok(sum)
}

/// The headlines of variants with the centre of one parameter changed, the corridor put back afterwards; `None` where the cell is
/// no number or the new one is not allowed there. What does not hang on the parameter is kept from one question to the next.
fn asked_with(
    stack: &mut Stack,
    p: Parameter,
    new: impl Fn(f64) -> f64,
    touched: &[&Asked],
) -> Result<Option<Vec<Option<[f64; 3]>>>, StudyError> {
    let old = p.value(&stack.corridor);
    let Some(cell) = recentred(&old, new) else { return Ok(None) };
    let kept = Layout::outlasts(&stack.corridor, p).then(|| stack.layout.take());
    let kept = kept.map(|layout| layout.unwrap_or_else(|| Index::new(&stack.corridor, stack.day).detach()));
    if set(&mut stack.corridor, p, &cell).is_err() {
        stack.layout = stack.layout.take().or(kept);
        return Ok(None);
    }
    let (index, keeps) = match kept {
        Some(layout) => (Index::attach(&stack.corridor, layout, p), true),
        None => (Index::new(&stack.corridor, stack.day), false),
    };
    let answers: Result<Vec<_>, StudyError> = touched.iter().map(|a| least(&index, &a.question, &a.name)).collect();
    let layout = index.detach();
    let restored = set(&mut stack.corridor, p, &old);
    debug_assert!(restored.is_ok(), "a value that stood there fits there");
    if keeps {
        stack.layout = Some(Index::attach(&stack.corridor, layout, p).detach());
    }
    answers.map(Some)
}

fn set(c: &mut Corridor, p: Parameter, cell: &str) -> Result<(), ()> {
    c.tables.set(p.table, p.row, p.field, cell, &mut c.strings).map_err(|_| ())
}
