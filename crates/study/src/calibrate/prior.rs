//! What may move, from where, and how far: the rows of `demand` of the years, the rows of the same streams in other years, and what is
//! marked free.

use crate::error::StudyError;
use crate::influence::parameter;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{Corridor, Demand, Dist, Quantity, Ratio, TableKind};

/// Part of the variance of their prior that rows of one stream in different years share: the same guess of a share or a load stands
/// behind them. Assumed; 0 would make every year an island, 1 would allow one growth for all.
pub(super) const SAME_GUESS: f64 = 0.5;
/// Standard deviations from the low to the high end: two on each side.
const ENDS: f64 = 4.0;

/// A parameter that may move.
#[derive(Clone, Debug)]
pub(super) struct Unknown {
    pub place: Parameter,
    pub name: String,
    /// Cell as it stands.
    pub text: String,
    pub centre: f64,
    pub low: f64,
    pub high: f64,
    pub sd: f64,
    /// Rows of one stream have one number.
    pub stream: usize,
    /// Year and id of a row of `demand`; `None` for what is marked free.
    pub wish: Option<(i32, String)>,
    /// Of a year that is asked; others are moved along only.
    pub asked: bool,
}

impl Unknown {
    /// Whether the data of the years can move it by themselves.
    pub fn free(&self) -> bool {
        self.asked && self.sd > 0.0
    }
}

/// Everything that may move.
pub(super) fn unknowns(corridor: &Corridor, years: &[i32], free: &[String]) -> Result<Vec<Unknown>, StudyError> {
    let provenance = Provenance::new(corridor);
    let mut out = Vec::new();
    let mut streams: Vec<&Demand> = Vec::new();
    let amount = TableKind::Demand.spec().field("amount").unwrap_or_default();
    let known = |d: &Demand| corridor.tables.demand.iter().any(|x| years.contains(&x.year) && same_stream(x, d));
    let mine = |d: &Demand| d.amount.value() > 0.0 && (years.contains(&d.year) || known(d));
    for (row, d) in corridor.tables.demand.iter().enumerate().filter(|(_, d)| mine(d)) {
        let stream = streams.iter().position(|s| same_stream(s, d)).unwrap_or_else(|| {
            streams.push(d);
            streams.len() - 1
        });
        let place = Parameter { table: TableKind::Demand, row, field: amount };
        let wish = Some((d.year, corridor.strings.id(d.demand_id).to_string()));
        let asked = years.contains(&d.year);
        out.extend(unknown(corridor, &provenance, place, stream).map(|u| Unknown { wish, asked, ..u }));
    }
    for (i, name) in free.iter().enumerate() {
        let bad = |why: &str| StudyError::Calibrate(format!("{name}: {why}"));
        let place = parameter(corridor, name).ok_or_else(|| bad("there is no such parameter; name it table:id.field"))?;
        let mut found = unknown(corridor, &provenance, place, streams.len() + i).ok_or_else(|| bad("it is no number"))?;
        if found.sd == 0.0 {
            return Err(bad("its citation gives no low and high, so it cannot be free"));
        }
        if out.iter().any(|u: &Unknown| u.place == found.place) {
            return Err(bad("it moves already"));
        }
        found.wish = None;
        out.push(found);
    }
    if !out.iter().any(Unknown::free) {
        return Err(StudyError::Calibrate("no row of demand of these years has a low and a high end in its citation".into()));
    }
    Ok(out)
}

fn unknown(corridor: &Corridor, provenance: &Provenance<'_>, place: Parameter, stream: usize) -> Option<Unknown> {
    let text = place.value(corridor);
    let centre = centre_of(&text)?;
    let (low, high) = provenance.range(place).filter(|(l, h)| l <= h).unwrap_or((centre, centre));
    // A demand of nothing would take its row out of the model.
    let floor = if place.table == TableKind::Demand { centre * LEAST } else { f64::NEG_INFINITY };
    let (low, high) = (low.max(floor).min(centre), high.max(centre));
    let sd = (high - low) / ENDS;
    Some(Unknown { name: place.name(corridor), place, text, centre, low, high, sd, stream, wish: None, asked: true })
}

/// The least part of itself that a demand may shrink to.
const LEAST: f64 = 1e-3;

/// A number, or the median of a distribution.
fn centre_of(text: &str) -> Option<f64> {
    text.parse().ok().or_else(|| Dist::<Ratio>::parse(text).map(|d| d.quantile(0.5).value()))
}

/// The same wish in another year.
fn same_stream(a: &Demand, b: &Demand) -> bool {
    (a.kind, a.origin_node_id, a.destination_node_id, a.cargo_id, a.equipment_id, a.unit)
        == (b.kind, b.origin_node_id, b.destination_node_id, b.cargo_id, b.equipment_id, b.unit)
        && a.via == b.via
        && a.year != b.year
}

/// The prior itself.
pub(super) fn centres(unknowns: &[Unknown]) -> Vec<f64> {
    unknowns.iter().map(|u| u.centre).collect()
}

/// `(x - prior)' P^-1 (x - prior)`: by streams, whose matrices are alike on and off the diagonal.
pub(super) fn distance(unknowns: &[Unknown], x: &[f64]) -> f64 {
    let mut sums: std::collections::BTreeMap<usize, (f64, f64, f64)> = std::collections::BTreeMap::new();
    for (u, &x) in unknowns.iter().zip(x).filter(|(u, _)| u.sd > 0.0) {
        let z = (x - u.centre) / u.sd;
        let s = sums.entry(u.stream).or_default();
        *s = (s.0 + z * z, s.1 + z, s.2 + 1.0);
    }
    let shared = |n: f64| SAME_GUESS / (1.0 + (n - 1.0) * SAME_GUESS);
    sums.values().map(|&(squares, sum, n)| (squares - shared(n) * sum * sum) / (1.0 - SAME_GUESS)).sum()
}

/// `P g` for a vector of slopes; what is held does not move.
pub(super) fn spread(unknowns: &[Unknown], held: &[bool], g: &[f64]) -> Vec<f64> {
    let own = |j: usize| if held[j] { 0.0 } else { unknowns[j].sd * g[j] };
    let mut shared: std::collections::BTreeMap<usize, f64> = std::collections::BTreeMap::new();
    for (j, u) in unknowns.iter().enumerate() {
        *shared.entry(u.stream).or_default() += own(j);
    }
    let one = |j: usize| {
        let sd = if held[j] { 0.0 } else { unknowns[j].sd };
        sd * ((1.0 - SAME_GUESS) * own(j) + SAME_GUESS * shared[&unknowns[j].stream])
    };
    (0..unknowns.len()).map(one).collect()
}
