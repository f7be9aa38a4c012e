//! Applying scenarios to a corridor, and taking them back.

use super::parse::{Action, Change, Scenario, Selector};
use crate::corridor::Corridor;
use crate::date::Date;
use crate::dist::Dist;
use crate::fault::{Fault, describe, nearest};
use crate::rows::TableKind;
use crate::schema::FieldKind;
use crate::supposed::Supposed;
use crate::units::Ratio;
use std::collections::BTreeMap;

/// A change as it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// Scenario.
    pub scenario: String,
    /// Table.
    pub table: TableKind,
    /// Id of the row.
    pub row: String,
    /// What happened.
    pub effect: Effect,
    /// Why.
    pub why: String,
}

/// What a change did.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// One value in the place of another.
    Value {
        /// Field.
        field: &'static str,
        /// Before.
        old: String,
        /// After.
        new: String,
    },
    /// A row came.
    Added,
    /// A row went; its cells and its position.
    Removed(Vec<String>, usize),
}

/// A corridor with scenarios in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stacked {
    /// The corridor that is asked.
    pub corridor: Corridor,
    /// Every change made, in order.
    pub applied: Vec<Applied>,
    /// The day for which it was made.
    pub day: Date,
}

/// Applies scenarios in order. Without a `day`, the last scenario that speaks of one decides, else the corridor's own.
pub fn apply(base: &Corridor, scenarios: &[Scenario], day: Option<Date>) -> Result<Stacked, Vec<Fault>> {
    let day = day.or_else(|| scenarios.iter().rev().find_map(|s| s.date)).unwrap_or_else(|| base.as_of());
    let mut out = Stacked { corridor: base.clone(), applied: Vec::new(), day };
    let mut faults = Vec::new();
    for s in scenarios {
        for c in &s.changes {
            if c.from.is_some_and(|d| day < d) || c.to.is_some_and(|d| d < day) {
                continue;
            }
            if let Err(f) = one(&mut out, s, c) {
                faults.extend(f);
            }
        }
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

/// Takes every change back, the last first.
pub fn revert(stacked: Stacked) -> Corridor {
    let Stacked { mut corridor, applied, .. } = stacked;
    for a in applied.iter().rev() {
        let position = corridor.strings.find(&a.row).and_then(|s| corridor.tables.position(a.table, s));
        match (&a.effect, position) {
            (Effect::Value { field, old, .. }, Some(row)) => {
                if let Some(f) = a.table.spec().field(field) {
                    if let Some(id) = corridor.tables.key(a.table, row) {
                        corridor.supposed.forget((a.table, id, f));
                    }
                    let _ = corridor.tables.set(a.table, row, f, old, &mut corridor.strings);
                }
            }
            (Effect::Added, Some(row)) => corridor.tables.remove(a.table, row),
            (Effect::Removed(cells, at), None) => {
                let row = corridor.tables.push_blank(a.table, &mut corridor.strings);
                for (f, text) in cells.iter().enumerate() {
                    let _ = corridor.tables.set(a.table, row, f, text, &mut corridor.strings);
                }
                corridor.tables.place(a.table, row, *at);
            }
            _ => {}
        }
    }
    corridor
}

fn one(out: &mut Stacked, s: &Scenario, c: &Change) -> Result<(), Vec<Fault>> {
    let fault = |message: String, hint: String| {
        vec![Fault { row: s.id.clone(), ..Fault::of_table("scenario", "scenario-mismatch", message) }.hint(hint)]
    };
    let Some(table) = TableKind::from_name(&c.table) else {
        let near = nearest(&c.table, TableKind::NAMES.iter().copied());
        return Err(fault(
            format!("there is no table {:?}", c.table),
            near.map_or(String::new(), |n| format!("did you mean {n:?}?")),
        ));
    };
    match &c.action {
        Action::Set { rows, field, old, new } => {
            for row in select(out, table, rows).map_err(|(m, h)| fault(m, h))? {
                value(out, s, c, (table, row), field, old.as_deref(), |_| Ok(new.clone())).map_err(|(m, h)| fault(m, h))?;
                suppose(out, (table, row), field, Supposed::Set);
            }
        }
        Action::Scale { rows, field, old, factor } => {
            for row in select(out, table, rows).map_err(|(m, h)| fault(m, h))? {
                value(out, s, c, (table, row), field, old.as_deref(), |v| scaled(v, *factor)).map_err(|(m, h)| fault(m, h))?;
                suppose(out, (table, row), field, Supposed::Scaled(*factor));
            }
        }
        Action::Add(cells) => add(out, s, c, table, cells).map_err(|(m, h)| fault(m, h))?,
        Action::Remove(id) => {
            let row = by_id(out, table, id).map_err(|(m, h)| fault(m, h))?;
            take_citations(out, s, c, table, id);
            take(out, s, c, table, row);
        }
    }
    Ok(())
}

/// What is not known about a figure moves with it.
fn suppose(out: &mut Stacked, (table, row): (TableKind, usize), field: &str, change: Supposed) {
    if let (Some(id), Some(field)) = (out.corridor.tables.key(table, row), table.spec().field(field)) {
        out.corridor.supposed.note((table, id, field), change);
    }
}

/// A row that goes takes the citations of its values along.
fn take_citations(out: &mut Stacked, s: &Scenario, c: &Change, table: TableKind, id: &str) {
    let of_row = |t: &Stacked| {
        let strings = &t.corridor.strings;
        t.corridor.tables.citation.iter().position(|x| strings.text(x.table) == table.name() && strings.text(x.row) == id)
    };
    while let Some(row) = of_row(out) {
        take(out, s, c, TableKind::Citation, row);
    }
}

fn take(out: &mut Stacked, s: &Scenario, c: &Change, table: TableKind, row: usize) {
    let corridor = &mut out.corridor;
    let id = corridor.tables.key(table, row).map(|k| corridor.text(k).to_string()).unwrap_or_default();
    let cells = (0..table.spec().fields.len()).map(|f| corridor.tables.cell(table, row, f, &corridor.strings)).collect();
    corridor.tables.remove(table, row);
    record(out, s, c, table, &id, Effect::Removed(cells, row));
}

/// A message and a hint.
type Trouble = (String, String);

fn record(out: &mut Stacked, s: &Scenario, c: &Change, table: TableKind, row: &str, effect: Effect) {
    let why = if c.why.is_empty() { s.why.clone() } else { c.why.clone() };
    out.applied.push(Applied { scenario: s.id.clone(), table, row: row.into(), effect, why });
}

fn by_id(out: &Stacked, table: TableKind, id: &str) -> Result<usize, Trouble> {
    let c = &out.corridor;
    c.strings.find(id).and_then(|s| c.tables.position(table, s)).ok_or_else(|| {
        let ids = (0..c.tables.len(table)).filter_map(|i| c.tables.key(table, i)).map(|s| c.text(s));
        let hint = nearest(id, ids).map_or(String::new(), |n| format!("did you mean {n:?}?"));
        (format!("{} has no row {id:?}", table.name()), hint)
    })
}

fn select(out: &Stacked, table: TableKind, rows: &Selector) -> Result<Vec<usize>, Trouble> {
    match rows {
        Selector::Id(id) => Ok(vec![by_id(out, table, id)?]),
        Selector::Where(wanted, expect) => {
            let mut fields = Vec::new();
            for (name, value) in wanted {
                fields.push((field_of(table, name)?, value));
            }
            let c = &out.corridor;
            let hit: Vec<usize> = (0..c.tables.len(table))
                .filter(|&row| fields.iter().all(|(f, v)| c.tables.cell(table, row, *f, &c.strings) == **v))
                .collect();
            if hit.len() == *expect {
                return Ok(hit);
            }
            Err((
                format!("the selector {wanted:?} of {} hits {} rows, expected {expect}", table.name(), hit.len()),
                "correct `where` or `expect`".into(),
            ))
        }
    }
}

fn field_of(table: TableKind, name: &str) -> Result<usize, Trouble> {
    table.spec().field(name).ok_or_else(|| {
        let near = nearest(name, table.spec().fields.iter().map(|f| f.name));
        (format!("{} has no field {name:?}", table.name()), near.map_or(String::new(), |n| format!("did you mean {n:?}?")))
    })
}

fn scaled(text: &str, factor: f64) -> Result<String, Trouble> {
    let dist = Dist::<Ratio>::parse(text).map(|d| d.scaled(factor).to_string());
    dist.or_else(|| text.parse::<f64>().ok().map(|v| (v * factor).to_string()))
        .ok_or((format!("{text:?} is no number and cannot be scaled"), "use `set`".into()))
}

fn value(
    out: &mut Stacked,
    s: &Scenario,
    c: &Change,
    (table, row): (TableKind, usize),
    field: &str,
    old: Option<&str>,
    make: impl Fn(&str) -> Result<String, Trouble>,
) -> Result<(), Trouble> {
    let f = field_of(table, field)?;
    let spec = &table.spec().fields[f];
    let id = out.corridor.tables.key(table, row).map(|k| out.corridor.text(k).to_string()).unwrap_or_default();
    let here = out.corridor.tables.cell(table, row, f, &out.corridor.strings);
    let place = format!("{}:{id}.{field}", table.name());
    if spec.kind == FieldKind::Id {
        return Err((format!("{place} is the id of the row"), "remove the row and add another".into()));
    }
    if let Some(before) =
        out.applied.iter().find(|a| a.scenario != s.id && a.table == table && a.row == id && changes(&a.effect, field))
    {
        return Err((
            format!("{place} is changed by scenario {:?} too", before.scenario),
            "the two are in conflict: use one of them".into(),
        ));
    }
    if let Some(old) = old
        && !same(old, &here)
    {
        return Err((format!("{place} is {here:?}, expected {old:?}"), "correct `old`, or the base has changed".into()));
    }
    let new = make(&here)?;
    let tables = &mut out.corridor.tables;
    tables.set(table, row, f, &new, &mut out.corridor.strings).map_err(|e| {
        let (message, hint) = describe(&e, &new);
        (format!("{place} = {new:?}: {message}"), hint)
    })?;
    let new = out.corridor.tables.cell(table, row, f, &out.corridor.strings);
    record(out, s, c, table, &id, Effect::Value { field: spec.name, old: here, new });
    Ok(())
}

fn changes(effect: &Effect, field: &str) -> bool {
    matches!(effect, Effect::Value { field: f, .. } if *f == field)
}

/// Equal as text, or as numbers.
fn same(a: &str, b: &str) -> bool {
    a == b || matches!((a.parse::<f64>(), b.parse::<f64>()), (Ok(x), Ok(y)) if x == y)
}

fn add(out: &mut Stacked, s: &Scenario, c: &Change, table: TableKind, cells: &BTreeMap<String, String>) -> Result<(), Trouble> {
    let key = table.spec().fields[0].name;
    let id = cells.get(key).ok_or((format!("`add` to {} needs {key:?}", table.name()), String::new()))?;
    if by_id(out, table, id).is_ok() {
        return Err((format!("{} has a row {id:?} already", table.name()), "choose another id or use `set`".into()));
    }
    for f in table.spec().fields.iter().filter(|f| f.required) {
        if !cells.contains_key(f.name) {
            return Err((format!("`add` to {} needs {:?}", table.name(), f.name), format!("it is {}", f.meaning)));
        }
    }
    let row = out.corridor.tables.push_blank(table, &mut out.corridor.strings);
    for (name, text) in cells {
        let done = field_of(table, name).and_then(|f| {
            out.corridor.tables.set(table, row, f, text, &mut out.corridor.strings).map_err(|e| {
                let (message, hint) = describe(&e, text);
                (format!("{}:{id}.{name} = {text:?}: {message}", table.name()), hint)
            })
        });
        if let Err(trouble) = done {
            out.corridor.tables.remove(table, row);
            return Err(trouble);
        }
    }
    record(out, s, c, table, id, Effect::Added);
    Ok(())
}
