//! What the flow of the whole corridor hangs on: wishes, fleets, capacities, depths and closures.
//!
//! ```text
//! headlines of a year: generalised cost and through demand carried by the least-cost flow
//! ```
//!
//! These two are what the optimum determines: which of several equal ways is taken may change with any figure and means nothing.
//! Each wish is asked by itself, from the answer as it stands. Of the others all values of one field are moved together first; a set
//! that moves a headline is halved, down to single values: what one field holds works one way (more ships, more days open), so
//! that values of a set do not hide each other. Prices, rates and speeds are weighed by the ways of the questions ([`super::ways`]).

use super::{Influences, STEP, recentred};
use crate::error::StudyError;
use keruen_flow::corridor::{Flow, FlowQuestion};
use keruen_model::parallel::in_order;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{Corridor, TableKind};
use keruen_results::flow::FlowAnswer;
use keruen_results::{Progress, Silent};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

/// Headlines of a year.
pub(super) const MEASURES: [&str; 2] = ["generalised cost", "through demand carried"];

/// Groups of fields that no way of a single consignment rests on.
const GROUPS: [&str; 5] = ["demand", "fleet", "capacity", "draught", "closure"];

/// Tables left out: shares of months add up to one, so that none can move alone; goods for which origins compete are not asked here.
const NOT_MOVED: [TableKind; 3] = [TableKind::Profile, TableKind::Supply, TableKind::Market];

/// A change below this part of the base is rounding of the solver.
const ROUNDING: f64 = 1e-9;

/// A set that moves no headline by more than this part, a thousandth of a per cent, is not halved: it would not show in any mean.
const NOTHING: f64 = 1e-5;

/// Relative changes of the two headlines, per cent.
type Moved = [f64; MEASURES.len()];

/// A value that the flow may hang on, and the cells to try.
struct Figure {
    place: Parameter,
    name: String,
    /// One per cent more, the low end, the high end.
    cells: [Option<String>; 3],
}

impl Figure {
    /// A yearly amount of `demand`.
    fn is_wish(&self) -> bool {
        self.place.table == TableKind::Demand && self.place.spec().name == "amount"
    }
}

/// Adds what the flow of a year hangs on to the sums; how many headlines it has.
pub(super) fn weigh(
    base: &Corridor,
    year: i32,
    threads: NonZeroUsize,
    progress: &dyn Progress,
    sums: &mut Influences,
) -> Result<usize, StudyError> {
    let Some(stands) = headlines(base, year) else { return Ok(0) };
    let figures = figures(base, year);
    let asked = Asked { base, year, stands, figures: &figures, threads };
    let ends = [asked.each(0, progress)?, asked.each(1, progress)?, asked.each(2, progress)?];
    for (i, figure) in figures.iter().enumerate() {
        let [step, low, high] = [&ends[0][i], &ends[1][i], &ends[2][i]];
        let span: Moved = std::array::from_fn(|m| (high[m] - low[m]).abs());
        if step.iter().chain(&span).all(|x| *x == 0.0) {
            continue;
        }
        let sum = sums.entry(figure.name.clone()).or_default();
        sum.elasticity += step.iter().map(|x| x.abs()).sum::<f64>();
        for (measure, moved) in MEASURES.iter().zip(span) {
            sum.note(moved, || format!("{measure}: {year}"));
        }
    }
    Ok(MEASURES.len())
}

/// The two headlines; `None` where the year has no flow.
fn headlines(corridor: &Corridor, year: i32) -> Option<[f64; MEASURES.len()]> {
    Some(measured(&Flow::new(corridor, FlowQuestion::of(year)).ok()?.solve(&Silent).ok()?))
}

fn measured(answer: &FlowAnswer) -> [f64; MEASURES.len()] {
    [answer.totals.generalised_usd, answer.totals.tonnes]
}

/// The values of the groups, rows of other years left out.
fn figures(base: &Corridor, year: i32) -> Vec<Figure> {
    let provenance = Provenance::new(base);
    let of_year = |p: &Parameter| p.table != TableKind::Demand || base.tables.demand.rows()[p.row].year == year;
    let wanted = |p: &Parameter| GROUPS.contains(&p.spec().group) && !NOT_MOVED.contains(&p.table) && of_year(p);
    let figure = |place: Parameter| {
        let text = place.value(base);
        let ends = provenance.range(place).filter(|(low, high)| low != high);
        let cell = |new: f64| recentred(&text, |_| new);
        let step = recentred(&text, |value| value * (1.0 + STEP));
        Figure { place, name: place.name(base), cells: [step, ends.and_then(|e| cell(e.0)), ends.and_then(|e| cell(e.1))] }
    };
    provenance.parameters().into_iter().filter(wanted).map(figure).collect()
}

/// A year whose figures are moved.
struct Asked<'a> {
    base: &'a Corridor,
    year: i32,
    stands: [f64; MEASURES.len()],
    figures: &'a [Figure],
    threads: NonZeroUsize,
}

impl Asked<'_> {
    /// What the cell of one end does to the headlines, figure by figure.
    fn each(&self, end: usize, progress: &dyn Progress) -> Result<Vec<Moved>, StudyError> {
        let mut out = vec![[0.0; MEASURES.len()]; self.figures.len()];
        for (figure, moved) in self.wishes(end, progress)?.into_iter().chain(self.singles(end, progress)?) {
            out[figure] = moved;
        }
        Ok(out)
    }

    /// What every wish does, each by itself.
    fn wishes(&self, end: usize, progress: &dyn Progress) -> Result<Vec<(usize, Moved)>, StudyError> {
        let rows = self.base.tables.demand.rows();
        let named = |(i, f): (usize, &Figure)| {
            let row = self.base.strings.id(rows.get(f.place.row).filter(|_| f.is_wish())?.demand_id);
            Some((i, row, f.cells[end].as_ref()?.parse::<f64>().ok()?))
        };
        let asked: Vec<(usize, &str, f64)> = self.figures.iter().enumerate().filter_map(named).collect();
        let one = |flow: &mut Option<Flow<'_>>, i: usize| {
            progress.step(i as u64, asked.len() as u64);
            let (figure, row, amount) = asked[i];
            let answer = flow.as_mut().filter(|_| !progress.cancelled())?.solve_with(&[(row, amount)], &Silent).ok()?;
            Some((figure, self.change(measured(&answer))))
        };
        let flow = || {
            let mut flow = Flow::new(self.base, FlowQuestion::of(self.year)).ok()?;
            flow.solve(&Silent).ok().map(|_| flow)
        };
        let found = in_order(asked.len(), self.threads, flow, one);
        if progress.cancelled() { Err(StudyError::Cancelled) } else { Ok(found.into_iter().flatten().collect()) }
    }

    /// Every single figure whose cell of that end moves a headline, and by how much.
    fn singles(&self, end: usize, progress: &dyn Progress) -> Result<Vec<(usize, Moved)>, StudyError> {
        let mut sets: Vec<Vec<usize>> = self.by_field(end);
        let (mut out, mut done) = (Vec::new(), 0);
        while !sets.is_empty() {
            let one = |(): &mut (), i: usize| {
                progress.step((done + i) as u64, (done + sets.len()) as u64);
                if progress.cancelled() { None } else { self.moved(&sets[i], end) }
            };
            let answers = in_order(sets.len(), self.threads, || (), one);
            if progress.cancelled() {
                return Err(StudyError::Cancelled);
            }
            done += sets.len();
            let telling = sets.into_iter().zip(answers).filter_map(|(set, moved)| Some((set, moved?)));
            sets = Vec::new();
            for (set, moved) in telling.filter(|(_, moved)| moved.iter().any(|x| x.abs() > NOTHING * 100.0)) {
                match set.as_slice() {
                    [one] => out.push((*one, moved)),
                    many => sets.extend(many.chunks(many.len().div_ceil(2)).map(<[usize]>::to_vec)),
                }
            }
        }
        Ok(out)
    }

    fn by_field(&self, end: usize) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<(TableKind, usize), Vec<usize>> = BTreeMap::new();
        for (i, figure) in self.figures.iter().enumerate().filter(|(_, f)| f.cells[end].is_some() && !f.is_wish()) {
            sets.entry((figure.place.table, figure.place.field)).or_default().push(i);
        }
        sets.into_values().collect()
    }

    /// Changes of the headlines when all of a set stand elsewhere; `None` where the flow then cannot be asked.
    fn moved(&self, set: &[usize], end: usize) -> Option<Moved> {
        let mut corridor = self.base.clone();
        for figure in set.iter().map(|&i| &self.figures[i]) {
            let (p, Some(cell)) = (figure.place, &figure.cells[end]) else { continue };
            // What a field does not take stays as it is.
            let _ = corridor.tables.set(p.table, p.row, p.field, cell, &mut corridor.strings);
        }
        headlines(&corridor, self.year).map(|there| self.change(there))
    }

    fn change(&self, there: [f64; MEASURES.len()]) -> Moved {
        std::array::from_fn(|m| {
            let change = if self.stands[m].abs() > 0.0 { (there[m] - self.stands[m]) / self.stands[m] } else { 0.0 };
            if change.abs() < ROUNDING { 0.0 } else { change * 100.0 }
        })
    }
}
