//! Where a question has no answer: questions near to it that have one. One thing is changed at a time: a condition is dropped,
//! other equipment is taken, the goods leave later, or they go to (or come from) the nearest other place.

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::run::{Asker, day_of};
use keruen_model::find::{Found, place};
use keruen_model::{Corridor, Date, Effect, Id, Node, Quantity};
use keruen_results::Silent;
use keruen_results::route::Alternative;

/// Days later at which the question is asked again.
const LATER: [i32; 3] = [30, 90, 180];
/// Nearest other places tried at each end, and most of them offered.
const NEIGHBOURS: (usize, usize) = (6, 2);

/// A changed question: the variant, how it is typed, in words.
type Changed = (VariantSpec, String, String);

impl Asker<'_> {
    /// Changed questions that have a way, each with its cheapest.
    pub fn alternatives(&mut self, v: &VariantSpec) -> Result<Vec<Alternative>, StudyError> {
        let (whole, day) = self.whole(&v.scenarios, day_of(v, "route")?)?;
        let mut out: Vec<Alternative> = dropped(v).into_iter().filter_map(|c| self.works(c)).collect();
        out.extend(other_equipment(&whole, v).into_iter().filter_map(|c| self.works(c)));
        out.extend(later(&whole, v, day).into_iter().find_map(|c| self.works(c)));
        for end in [End::To, End::From] {
            out.extend(other_place(&whole, v, end).into_iter().filter_map(|c| self.works(c)).take(NEIGHBOURS.1));
        }
        Ok(out)
    }

    fn works(&mut self, (v, change, what): Changed) -> Option<Alternative> {
        // A change that does not fit the goods is no alternative.
        let answer = self.ask(&v, "route", &Silent).ok()?;
        let best = answer.ways.first()?;
        Some(Alternative {
            change,
            what,
            summary: best.summary.clone(),
            cost: best.totals.cost.amount,
            hours: best.totals.hours.p50,
            co2e_kg: best.totals.co2e_kg,
        })
    }
}

/// Without one of the conditions.
fn dropped(v: &VariantSpec) -> Vec<Changed> {
    let mut out = Vec::new();
    for (i, a) in v.avoid.iter().enumerate() {
        let mut other = v.clone();
        other.avoid.remove(i);
        out.push((other, format!("without --avoid {a}"), format!("{a} is not avoided")));
    }
    for (i, u) in v.must_use.iter().enumerate() {
        let mut other = v.clone();
        other.must_use.remove(i);
        out.push((other, format!("without --use {u}"), format!("{u} need not be used")));
    }
    if !v.beside.is_empty() {
        out.push((VariantSpec { beside: Vec::new(), ..v.clone() }, "without --beside".into(), "the goods travel alone".into()));
    }
    out
}

fn other_equipment(c: &Corridor, v: &VariantSpec) -> Vec<Changed> {
    let cargo = c.strings.find(&v.cargo).and_then(|s| c.tables.cargo.find(Id::new(s)));
    let kinds = cargo.into_iter().flat_map(|g| g.equipment.iter().copied()).map(|e| c.strings.id(e));
    let usual = kinds.clone().next().unwrap_or("");
    let asked = if v.equipment.is_empty() { usual } else { &v.equipment };
    let others = kinds.filter(|e| *e != asked);
    let change = |e: &str| {
        let name = c.strings.find(e).and_then(|s| c.tables.equipment.find(Id::new(s))).map_or(e, |x| c.strings.text(x.name));
        (VariantSpec { equipment: e.into(), ..v.clone() }, format!("--equipment {e}"), format!("in {name}"))
    };
    others.map(change).collect()
}

/// On the day after a refusing rule ends, else some months later; the earliest first.
fn later(c: &Corridor, v: &VariantSpec, day: Date) -> Vec<Changed> {
    let ends = c.tables.rule.iter().filter(|r| r.effect == Effect::Refuse).filter_map(|r| r.valid_to);
    let mut days: Vec<Date> = ends.filter(|&d| d >= day).map(|d| d.plus_days(1)).collect();
    days.extend(LATER.iter().map(|&d| day.plus_days(d)));
    days.sort();
    days.dedup();
    let change = |d: Date| {
        (VariantSpec { day: d.to_string(), ..v.clone() }, format!("--day {d}"), format!("leaving on {d} instead of {day}"))
    };
    days.into_iter().map(change).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    From,
    To,
}

/// The nearest other places that have a facility.
fn other_place(c: &Corridor, v: &VariantSpec, end: End) -> Vec<Changed> {
    let asked = if end == End::To { &v.to } else { &v.from };
    let (Found::One(id) | Found::Close(id, _)) = place(c, asked) else { return Vec::new() };
    let Some(here) = c.tables.node.find(id) else { return Vec::new() };
    let other = place(c, if end == End::To { &v.from } else { &v.to });
    let is_other = |n: &Node| matches!(&other, Found::One(o) | Found::Close(o, _) if *o == n.node_id);
    let works = |n: &&Node| n.node_id != id && !is_other(n) && c.tables.facility.iter().any(|f| f.node_id == n.node_id);
    let mut near: Vec<(f64, &Node)> = c.tables.node.iter().filter(works).map(|n| (apart(here, n), n)).collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(c.strings.id(a.1.node_id).cmp(c.strings.id(b.1.node_id))));
    let change = |(_, n): (f64, &Node)| {
        let (id, name) = (c.strings.id(n.node_id), c.strings.text(n.name));
        if end == End::To {
            (VariantSpec { to: id.into(), ..v.clone() }, format!("to {id}"), format!("to {name} instead"))
        } else {
            (VariantSpec { from: id.into(), ..v.clone() }, format!("from {id}"), format!("from {name} instead"))
        }
    };
    near.into_iter().take(NEIGHBOURS.0).map(change).collect()
}

/// Angle between two places, radians (haversine).
fn apart(a: &Node, b: &Node) -> f64 {
    let r = |d: keruen_model::Degrees| d.value().to_radians();
    let half = |x: f64| (x / 2.0).sin().powi(2);
    let h = half(r(b.y_coord) - r(a.y_coord)) + r(a.y_coord).cos() * r(b.y_coord).cos() * half(r(b.x_coord) - r(a.x_coord));
    2.0 * h.sqrt().min(1.0).asin()
}
