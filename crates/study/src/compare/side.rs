//! One side of a comparison: its changes, its flow, its ways. Each stack is answered once.

use super::{Ask, CompareQuestion};
use crate::error::StudyError;
use crate::flow::{FlowAsk, flow_of};
use crate::run::{Asker, fact};
use keruen_model::scenario::{Applied, Cost, Effect, Scenario, apply};
use keruen_model::{Corridor, Date, Quantity, parallel};
use keruen_results::compare::{ChangeShown, CostShown, Side};
use keruen_results::flow::FlowAnswer;
use keruen_results::forum::Span;
use keruen_results::route::RouteAnswer;
use keruen_results::{Progress, Silent};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Limits named as binding.
const BINDS: usize = 3;

/// Answers of a side.
pub struct SideData {
    pub(super) shown: Side,
    pub(super) flow: FlowAnswer,
    pub(super) ways: Vec<RouteAnswer>,
    day: Option<Date>,
    /// It changes rows, and none of them is open in the year.
    pub(super) idle: bool,
}

impl SideData {
    /// Its scenarios speak of a day after the year.
    pub(super) fn opens_later(&self, year: i32) -> bool {
        self.day.is_some_and(|d| d.to_string().get(..4).and_then(|y| y.parse().ok()).is_some_and(|y: i32| y > year))
    }

    /// What all wishes ask for.
    pub(super) fn asked(&self) -> Vec<(&str, f64)> {
        self.flow.wishes.iter().map(|w| (w.wish.as_str(), w.asked)).collect()
    }
}

/// Answers stacks of scenarios, each once.
pub struct Comparer<'c> {
    corridor: &'c Corridor,
    scenarios: &'c [Scenario],
    question: CompareQuestion,
    asker: Asker<'c>,
    known: BTreeMap<Key, Rc<SideData>>,
    /// Flows solved beforehand, each for the side that asks for it.
    flows: BTreeMap<Key, FlowAnswer>,
}

/// A stack on a day.
type Key = (Vec<String>, Option<Date>);

impl<'c> Comparer<'c> {
    /// For a corridor and its scenarios.
    pub fn new(corridor: &'c Corridor, scenarios: &'c [Scenario], question: CompareQuestion) -> Comparer<'c> {
        let asker = Asker::new(corridor, scenarios);
        Comparer { corridor, scenarios, question, asker, known: BTreeMap::new(), flows: BTreeMap::new() }
    }

    /// What is compared.
    pub fn question(&self) -> &CompareQuestion {
        &self.question
    }

    /// Of which corridor.
    pub fn corridor(&self) -> &'c Corridor {
        self.corridor
    }

    /// The last day that any of these stacks speaks of. All sides are asked for it: else a scenario of 2027 would differ from the
    /// base of today by everything that opens in between.
    pub(crate) fn day(&self, stacks: &[&[String]]) -> Result<Option<Date>, StudyError> {
        let mut day = None;
        for names in stacks {
            day = day.max(chosen(self.scenarios, names)?.iter().filter_map(|s| s.date).max());
        }
        Ok(day)
    }

    /// The answers of stacks on a day, the base first; and, where the asker stops, the names of those that are not finished.
    pub(super) fn sides(
        &mut self,
        stacks: &[&[String]],
        day: Option<Date>,
        progress: &dyn Progress,
    ) -> Result<(Vec<Rc<SideData>>, Vec<String>), StudyError> {
        self.prepare(&stacks.iter().map(|s| (*s, day)).collect::<Vec<_>>(), progress);
        let (mut out, mut missing) = (Vec::new(), Vec::new());
        for (i, names) in stacks.iter().enumerate() {
            progress.step(i as u64, stacks.len() as u64);
            let key = (names.to_vec(), day);
            let solved = self.known.contains_key(&key) || self.flows.contains_key(&key);
            // What is left of a side that has its flow takes milliseconds.
            let made = if solved { self.side(names, day, &Silent) } else { self.side(names, day, progress) };
            match made {
                Err(StudyError::Cancelled) => missing.push(name(names)),
                made => out.push(made?),
            }
            if missing.len() == i + 1 {
                // Nothing is compared without the base.
                return Err(StudyError::Cancelled);
            }
        }
        if out.len() < 2 && !missing.is_empty() { Err(StudyError::Cancelled) } else { Ok((out, missing)) }
    }

    /// The corridor of each stack on a day.
    pub(super) fn corridors(&self, stacks: &[&[String]], day: Option<Date>) -> Result<Vec<Corridor>, StudyError> {
        let one = |names: &&[String]| {
            let stacked = apply(self.corridor, &chosen(self.scenarios, names)?, day).map_err(StudyError::Scenario)?;
            Ok(stacked.corridor)
        };
        stacks.iter().map(one).collect()
    }

    /// The answers of a stack on a day.
    fn side(&mut self, names: &[String], day: Option<Date>, progress: &dyn Progress) -> Result<Rc<SideData>, StudyError> {
        let key = (names.to_vec(), day);
        if let Some(known) = self.known.get(&key) {
            return Ok(Rc::clone(known));
        }
        let made = Rc::new(self.answer(names, day, progress)?);
        self.known.insert(key, Rc::clone(&made));
        Ok(made)
    }

    fn answer(&mut self, names: &[String], day: Option<Date>, progress: &dyn Progress) -> Result<SideData, StudyError> {
        let chosen = chosen(self.scenarios, names)?;
        let stacked = apply(self.corridor, &chosen, day).map_err(StudyError::Scenario)?;
        let flow = match self.flows.remove(&(names.to_vec(), day)) {
            Some(flow) => flow,
            None => flow((self.corridor, &self.question), names, &stacked.corridor, progress)?,
        };
        let mut ways = Vec::new();
        for ask in self.question.asks.clone() {
            ways.push(self.way(&ask, names, day, progress)?);
        }
        let day = chosen.iter().filter_map(|s| s.date).max();
        let idle = !stacked.applied.is_empty() && !stacked.applied.iter().any(|a| self.is_open(&stacked.corridor, a));
        Ok(SideData { shown: self.shown(names, &chosen, &stacked.applied, &flow)?, flow, ways, day, idle })
    }

    /// Whether a changed row is open in some part of the year. One that was taken out may have been.
    fn is_open(&self, there: &Corridor, change: &Applied) -> bool {
        let row = there.strings.find(&change.row).and_then(|id| there.tables.position(change.table, id));
        let Some(row) = row else { return true };
        let (from, to) = there.tables.validity(change.table, row);
        let year = |d: Date| d.to_string().get(..4).and_then(|y| y.parse().ok());
        from.and_then(year).is_none_or(|y: i32| y <= self.question.year)
            && to.and_then(year).is_none_or(|y: i32| y >= self.question.year)
    }

    /// Solves the flows of stacks that are asked for later, on all threads. One that cannot be solved says so when its side is asked for.
    pub(crate) fn prepare(&mut self, stacks: &[(&[String], Option<Date>)], progress: &dyn Progress) {
        let mut wanted: Vec<Key> = stacks.iter().map(|(names, day)| (names.to_vec(), *day)).collect();
        wanted.sort();
        wanted.dedup();
        wanted.retain(|key| !self.known.contains_key(key) && !self.flows.contains_key(key));
        let (corridor, scenarios, question) = (self.corridor, self.scenarios, &self.question);
        let solve = |key: &Key| {
            let there = apply(corridor, &chosen(scenarios, &key.0).ok()?, key.1).ok()?.corridor;
            flow((corridor, question), &key.0, &there, progress).ok()
        };
        let found = parallel::in_order(wanted.len(), parallel::all(), || (), |(), i| solve(&wanted[i]));
        self.flows.extend(wanted.into_iter().zip(found).filter_map(|(key, flow)| Some((key, flow?))));
    }

    fn way(
        &mut self,
        ask: &Ask,
        names: &[String],
        day: Option<Date>,
        progress: &dyn Progress,
    ) -> Result<RouteAnswer, StudyError> {
        let mut v = ask.variant.clone();
        v.scenarios = names.to_vec();
        if let Some(day) = day {
            v.day = day.to_string();
            v.return_day = String::new();
        }
        self.asker.ask(&v, &format!("{} under {}", ask.id, name(names)), progress)
    }

    fn shown(&self, names: &[String], chosen: &[Scenario], applied: &[Applied], flow: &FlowAnswer) -> Result<Side, StudyError> {
        let join = |f: fn(&Scenario) -> &str| chosen.iter().map(f).collect::<Vec<_>>().join(" + ");
        let mut facts: Vec<&String> = Vec::new();
        let named = chosen
            .iter()
            .flat_map(|s| s.cost.iter().flat_map(|c| &c.source).chain(&s.source).chain(s.changes.iter().flat_map(|c| &c.source)));
        named.for_each(|f| {
            if !facts.contains(&f) {
                facts.push(f)
            }
        });
        let binds = flow.limits.iter().filter(|l| l.price > 0.0).take(BINDS);
        Ok(Side {
            id: name(names),
            name: if chosen.is_empty() { "The corridor as it is".into() } else { join(|s| &s.name) },
            scenarios: names.to_vec(),
            why: join(|s| &s.why),
            changes: applied.iter().map(change).collect(),
            sources: facts.into_iter().filter_map(|f| fact(self.corridor, f)).collect(),
            cost: cost(self.corridor, chosen)?,
            binds: binds.map(|l| (l.name.clone(), l.price_interval.map_or(l.price, |r| r.low))).collect(),
            gap: flow.certificate.gap,
        })
    }
}

/// The least-cost flow of the year on a corridor that has a stack's changes already.
fn flow(
    (base, question): (&Corridor, &CompareQuestion),
    names: &[String],
    there: &Corridor,
    progress: &dyn Progress,
) -> Result<FlowAnswer, StudyError> {
    let ask = FlowAsk { months: question.months, scenarios: names.to_vec(), ..FlowAsk::of(question.year) };
    flow_of((base, there), &ask, progress)
}

/// The scenarios of a stack.
fn chosen(scenarios: &[Scenario], names: &[String]) -> Result<Vec<Scenario>, StudyError> {
    let find = |n: &String| {
        scenarios.iter().find(|s| s.id == *n).cloned().ok_or_else(|| {
            let near = keruen_model::fault::nearest(n, scenarios.iter().map(|s| s.id.as_str()));
            StudyError::Unknown {
                place: "compare".into(),
                what: format!("scenario {n:?}"),
                hint: near.map_or(String::new(), |n| format!("; did you mean {n:?}?")),
            }
        })
    };
    names.iter().map(find).collect()
}

/// Name of a stack.
fn name(names: &[String]) -> String {
    if names.is_empty() { "base".into() } else { names.join("+") }
}

fn change(a: &Applied) -> ChangeShown {
    let row = format!("{}:{}", a.table.name(), a.row);
    let (what, old, new) = match &a.effect {
        Effect::Value { field, old, new } => (format!("{row}.{field}"), old.clone(), new.clone()),
        Effect::Added => (row, String::new(), "added".into()),
        Effect::Removed(..) => (row, "there".into(), String::new()),
    };
    ChangeShown { what, old, new, why: a.why.clone() }
}

/// Costs of a stack in US dollars; `None` unless every scenario of it has one and all last equally long.
fn cost(corridor: &Corridor, chosen: &[Scenario]) -> Result<Option<CostShown>, StudyError> {
    let costs: Vec<&Cost> = chosen.iter().filter_map(|s| s.cost.as_ref()).collect();
    let Some(first) = costs.first().filter(|_| costs.len() == chosen.len()) else { return Ok(None) };
    let mut usd = Span::exact(0.0);
    let mut yearly = 0.0;
    for c in &costs {
        let rate = rate(corridor, &c.currency, c.price_year).ok_or_else(|| StudyError::Unknown {
            place: "cost".into(),
            what: format!("rate of {}", c.currency),
            hint: "; add it to table fx".into(),
        })?;
        usd.low += c.low.unwrap_or(c.amount) * rate;
        usd.mid += c.amount * rate;
        usd.high += c.high.unwrap_or(c.amount) * rate;
        yearly += c.yearly * rate;
    }
    let told = |c: &&Cost| format!("{} {} of {}", c.amount, c.currency, c.price_year);
    let same = costs.iter().all(|c| c.life == first.life);
    Ok(Some(CostShown {
        usd,
        yearly_usd: yearly,
        told: costs.iter().map(told).collect::<Vec<_>>().join(" + "),
        price_year: costs.iter().map(|c| c.price_year).max().unwrap_or_default(),
        life: first.life.filter(|_| same),
        life_why: if same { first.life_why.clone() } else { "the scenarios of the stack last differently long".into() },
        method: first.method.clone(),
        why: costs.iter().map(|c| c.why.as_str()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" "),
    }))
}

/// US dollars for one unit of a currency: the last rate of the year nearest to that of the prices.
pub(crate) fn rate(corridor: &Corridor, currency: &str, year: i32) -> Option<f64> {
    if currency == "USD" {
        return Some(1.0);
    }
    let away = |d: &Date| d.to_string().get(..4).and_then(|y| y.parse::<i32>().ok()).map_or(i32::MAX, |y| (y - year).abs());
    let rows = corridor.tables.fx.iter().filter(|f| corridor.strings.text(f.currency) == currency);
    rows.min_by_key(|f| (away(&f.date), std::cmp::Reverse(f.date))).map(|f| f.usd.value())
}
