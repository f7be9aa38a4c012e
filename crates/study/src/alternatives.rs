//! Where a question has no answer: questions near to it that have one. One thing is changed at a time: a condition is dropped,
//! other equipment is taken, the goods leave later, or they go to (or come from) the nearest other place.

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::run::{Asker, day_of};
use keruen_model::find::{Found, place};
use keruen_model::{Corridor, Date, Effect, Id, Node, Quantity};
use keruen_results::Progress;
use keruen_results::route::{Alternative, Way};

/// Days later at which the question is asked again.
const LATER: [i32; 3] = [30, 90, 180];
/// Nearest other places tried at each end, and most of them offered.
const NEIGHBOURS: (usize, usize) = (6, 2);

/// A changed question: the variant, how it is typed, in words.
type Changed = (VariantSpec, String, String);

impl Asker<'_> {
    /// Changed questions that have a way, each with its cheapest. They are asked for one way on one day, whatever the question asks
    /// besides: a way back, a second way.
    ///
    /// # Errors
    /// When a scenario cannot be put on the corridor, or somebody stopped it.
    pub fn alternatives(&mut self, v: &VariantSpec, progress: &dyn Progress) -> Result<Vec<Alternative>, StudyError> {
        let (whole, day) = self.whole(&v.scenarios, day_of(v, "route")?)?;
        let mut out = self.that_work([dropped(v), other_equipment(&whole, v)].concat(), usize::MAX, progress)?;
        for change in later(&whole, v, day) {
            let works = self.that_work(vec![change], 1, progress)?;
            let found = !works.is_empty();
            out.extend(works);
            if found {
                break;
            }
        }
        for end in [End::To, End::From] {
            out.extend(self.that_work(other_place(&whole, v, end), NEIGHBOURS.1, progress)?);
        }
        Ok(out)
    }

    /// The first of the changes, all of one day, that have a way.
    fn that_work(&mut self, changes: Vec<Changed>, most: usize, progress: &dyn Progress) -> Result<Vec<Alternative>, StudyError> {
        let variants: Vec<VariantSpec> = changes.iter().map(|c| c.0.clone()).collect();
        let works = self.cheapest(&variants, most, progress)?;
        let told = |(i, best): (usize, Way)| Alternative {
            change: changes[i].1.clone(),
            what: changes[i].2.clone(),
            summary: best.summary,
            cost: best.totals.cost.amount,
            hours: best.totals.hours.p50,
            co2e_kg: best.totals.co2e_kg,
        };
        Ok(works.into_iter().map(told).collect())
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
