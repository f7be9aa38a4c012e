//! The parameters that nobody read anywhere, and a corridor with them elsewhere.

use crate::influence::recentred;
use keruen_model::provenance::{Parameter, Provenance};
use keruen_model::{Corridor, Dist, Method, Quantity, Ratio, TableKind};

/// A parameter that may stand anywhere between its ends.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub place: Parameter,
    pub name: String,
    /// `table.field`.
    pub group: String,
    text: String,
    centre: f64,
    pub low: f64,
    pub high: f64,
}

/// Assumed and proxy parameters with two ends, of the rows that speak of the years.
pub(super) fn parts(corridor: &Corridor, years: &[i32]) -> Vec<Part> {
    let provenance = Provenance::new(corridor);
    let wanted = |p: &Parameter| p.table != TableKind::Observation && speaks_of(corridor, p, years);
    let one = |p: Parameter| {
        provenance.citation(p).filter(|c| matches!(c.method, Method::Assumed | Method::Proxy))?;
        let (low, high) = provenance.range(p)?;
        let text = p.value(corridor);
        let centre = text.parse().ok().or_else(|| Dist::<Ratio>::parse(&text).map(|d| d.quantile(0.5).value()))?;
        let (low, high) = (low.min(centre), high.max(centre));
        let group = format!("{}.{}", p.table.name(), p.spec().name);
        (low < high).then(|| Part { place: p, name: p.name(corridor), group, text, centre, low, high })
    };
    provenance.parameters().into_iter().filter(wanted).filter_map(one).collect()
}

fn speaks_of(corridor: &Corridor, p: &Parameter, years: &[i32]) -> bool {
    let t = &corridor.tables;
    match p.table {
        TableKind::Demand => years.contains(&t.demand.rows()[p.row].year),
        TableKind::Market => years.contains(&t.market.rows()[p.row].year),
        TableKind::Supply => years.contains(&t.supply.rows()[p.row].year),
        _ => true,
    }
}

impl Part {
    /// The value below which this part of the law lies: half on each side of the value as it stands.
    pub fn at(&self, law: f64) -> f64 {
        if law < 0.5 {
            self.low + 2.0 * law * (self.centre - self.low)
        } else {
            self.centre + (2.0 * law - 1.0) * (self.high - self.centre)
        }
    }
}

/// The corridor with every parameter at a part of its law. What its field does not take stays as it is.
pub(super) fn placed(corridor: &Corridor, parts: &[Part], law: &[f64]) -> Corridor {
    let mut out = corridor.clone();
    for (part, &law) in parts.iter().zip(law).filter(|x| *x.1 != 0.5) {
        if let Some(cell) = recentred(&part.text, |_| part.at(law)) {
            let p = part.place;
            let _ = out.tables.set(p.table, p.row, p.field, &cell, &mut out.strings);
        }
    }
    out
}
