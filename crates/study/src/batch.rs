//! Many consignments on one corridor.
//!
//! The questions are sorted by scenarios and day, so that each corridor is made once for many of them, and dealt out to threads
//! in fixed pieces. Answers stand in the order of the questions, so that the result is the same for any number of threads.

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::run::{Asker, consignment, day_of, route_error};
use crate::when::{When, over_days};
use keruen_model::fault::nearest;
use keruen_model::find::{Found, place, row};
use keruen_model::{Clock, Corridor, Date, Row, Unit};
use keruen_results::route::RouteAnswer;
use keruen_results::{Progress, Silent};
use keruen_route::{Index, Router, Wanted};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Questions of one corridor that a thread takes at a time.
const PIECE: usize = 64;

/// What is wrong with a question: field, value, what it is, nearest name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchFault {
    /// Question, from 0.
    pub question: usize,
    /// Field.
    pub field: &'static str,
    /// Value.
    pub value: String,
    /// What is wrong and what is near.
    pub message: String,
}

/// An answer, or the words of why the question could not be searched.
pub type BatchAnswer = Result<RouteAnswer, String>;

/// Questions by scenarios and day.
type Group = ((Vec<String>, Option<Date>), Vec<usize>);

impl Asker<'_> {
    /// Every name of every question against the tables, without searching.
    pub fn batch_faults(&mut self, questions: &[VariantSpec]) -> Vec<BatchFault> {
        let mut out = Vec::new();
        for (i, v) in questions.iter().enumerate() {
            let mut add = |field: &'static str, value: &str, hint: Option<String>| {
                let near = hint.map_or(String::new(), |h| format!("; did you mean {h}?"));
                out.push(BatchFault {
                    question: i,
                    field,
                    value: value.into(),
                    message: format!("there is no such {}{near}", noun(field)),
                });
            };
            let names: Vec<&str> = self.scenarios.iter().map(|s| s.id.as_str()).collect();
            for s in v.scenarios.iter().filter(|s| !names.contains(&s.as_str())) {
                add("scenario", s, nearest(s, names.iter().copied()).map(|n| format!("{n:?}")));
            }
            for (field, day) in [("day", &v.day), ("permits_asked", &v.permits_asked)] {
                if !day.is_empty() && Date::parse(day).is_none() {
                    add(field, day, None);
                }
            }
            names_of(self.base, v, &mut add);
        }
        out
    }

    /// Answers every question; those without a way hold the reason. `whens` are the departures and limits of each.
    pub fn batch(
        &self,
        (questions, whens): (&[VariantSpec], &[When]),
        threads: usize,
        progress: &dyn Progress,
    ) -> Result<Vec<BatchAnswer>, StudyError> {
        let pieces = pieces(questions, whens)?;
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let found: Mutex<Vec<Option<BatchAnswer>>> = Mutex::new(vec![None; questions.len()]);
        let failed: Mutex<Option<StudyError>> = Mutex::new(None);
        let work = || {
            while let Some((key, mine)) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
                let tell = || {
                    let n = done.fetch_add(1, Ordering::Relaxed) + 1;
                    progress.step(n as u64, questions.len() as u64);
                    progress.cancelled()
                };
                match self.piece((questions, whens), key, mine, &tell) {
                    Ok(answers) => {
                        let mut found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                        mine.iter().zip(answers).for_each(|(&i, a)| found[i] = Some(a));
                    }
                    Err(e) => {
                        failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get_or_insert(e);
                        return;
                    }
                }
            }
        };
        std::thread::scope(|scope| (0..threads.max(1)).for_each(|_| drop(scope.spawn(work))));
        if let Some(e) = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
            return Err(e);
        }
        let found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        Ok(found.into_iter().map(|a| a.unwrap_or_else(|| Err("not asked".into()))).collect())
    }

    /// The questions of one corridor.
    fn piece(
        &self,
        (questions, whens): (&[VariantSpec], &[When]),
        (names, day): &(Vec<String>, Option<Date>),
        mine: &[usize],
        tell: &dyn Fn() -> bool,
    ) -> Result<Vec<BatchAnswer>, StudyError> {
        let (whole, day) = self.whole(names, *day)?;
        let corridor = whole.on(day);
        let mut routers: Vec<(Clock, Router<'_>)> = Vec::new();
        let mut out = Vec::new();
        for &i in mine {
            let when = whens.get(i).copied().unwrap_or_default();
            let when = When { wanted: Wanted { ways: usize::MAX, ..when.wanted }, ..when };
            let answer = if when.is_one_day() {
                let at = routers.iter().position(|r| r.0 == when.clock).unwrap_or_else(|| {
                    let index = Index::new(&corridor, day).at(when.clock);
                    routers.push((when.clock, Router::of(index, names.clone())));
                    routers.len() - 1
                });
                let asked = consignment(&corridor, &questions[i], day, "batch");
                asked.and_then(|q| routers[at].1.ask(&q, when.wanted, &Silent).map_err(route_error))
            } else {
                over_days(&whole, &questions[i], (day, &when), &Silent)
            };
            out.push(answer.map_err(|e| e.to_string().split_once(": ").map_or(String::new(), |x| x.1.to_string())));
            if tell() {
                return Err(StudyError::Cancelled);
            }
        }
        Ok(out)
    }
}

/// What a field names.
fn noun(field: &'static str) -> &'static str {
    match field {
        "from" | "to" => "place",
        "beside" => "cargo",
        "permits_asked" => "day",
        "avoid" | "use" => "row",
        other => other,
    }
}

/// Groups of questions of one corridor, cut into pieces.
fn pieces(questions: &[VariantSpec], whens: &[When]) -> Result<Vec<Group>, StudyError> {
    let mut groups: BTreeMap<(Vec<String>, Option<Date>), Vec<usize>> = BTreeMap::new();
    for (i, v) in questions.iter().enumerate() {
        let first = whens.get(i).and_then(|w| w.days).map(|d| d.0);
        groups.entry((v.scenarios.clone(), first.or(day_of(v, "batch")?))).or_default().push(i);
    }
    let cut = |(key, all): Group| all.chunks(PIECE).map(|c| (key.clone(), c.to_vec())).collect::<Vec<_>>();
    Ok(groups.into_iter().flat_map(cut).collect())
}

/// Places, cargo, equipment, unit and conditions by name. Rows that only a scenario brings are left to the search.
fn names_of(c: &Corridor, v: &VariantSpec, add: &mut dyn FnMut(&'static str, &str, Option<String>)) {
    for (field, text) in [("from", &v.from), ("to", &v.to)] {
        if let Found::Several(near) | Found::None(near) = place(c, text) {
            add(field, text, Some(near.join(" or ")));
        }
    }
    an_id(c, "cargo", &c.tables.cargo, &v.cargo, add);
    if !v.equipment.is_empty() {
        an_id(c, "equipment", &c.tables.equipment, &v.equipment, add);
    }
    for g in &v.beside {
        an_id(c, "beside", &c.tables.cargo, g, add);
    }
    if !v.unit.is_empty() && Unit::from_name(&v.unit).is_none() {
        add("unit", &v.unit, nearest(&v.unit, Unit::ALL.iter().map(|u| u.name())).map(|n| format!("{n:?}")));
    }
    let is_country = |t: &str| t.len() == 2 && t.bytes().all(|b| b.is_ascii_uppercase());
    if v.scenarios.is_empty() {
        for (field, texts) in [("avoid", &v.avoid), ("use", &v.must_use)] {
            for t in texts.iter().filter(|t| !is_country(t) && row(c, t).is_none()) {
                add(field, t, None);
            }
        }
    }
}

fn an_id<R: Row>(
    c: &Corridor,
    field: &'static str,
    table: &keruen_model::Table<R>,
    text: &str,
    add: &mut dyn FnMut(&'static str, &str, Option<String>),
) {
    if c.strings.find(text).and_then(|s| table.position(s)).is_none() {
        let ids = table.iter().map(|r| c.text(r.key()));
        add(field, text, nearest(text, ids).map(|n| format!("{n:?}")));
    }
}
