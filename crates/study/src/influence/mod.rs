//! Which figures the answers of a study hang on.
//!
//! ```text
//! low-high influence of p = mean over headlines |answer(p = high) - answer(p = low)| / answer(base)
//! elasticity of p         = mean over headlines |answer(p x 1.01) - answer(base)| / answer(base) / 1 %
//! ```
//!
//! Headlines: least cost, hours and CO2e of each variant of each question ([`ways`]); generalised cost and demand carried of each year
//! that the study asks of the whole corridor ([`flows`]). Every answer is searched anew. Low-high orders what should be found out
//! next; elasticity, which treats read and assumed figures alike, weighs the share of figures that are sourced.

mod flows;
mod ways;

use crate::error::StudyError;
use crate::file::Study;
use keruen_model::provenance::Parameter;
use keruen_model::scenario::Scenario;
use keruen_model::{Corridor, Dist, Quantity, Ratio};
use keruen_results::Progress;
use keruen_results::study::StudyAnswer;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

/// Step of the elasticity.
const STEP: f64 = 0.01;

/// What one parameter does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// Mean change from low to high, per cent.
    pub low_to_high: f64,
    /// Per cent for one per cent.
    pub elasticity: f64,
    /// Headline that moves most from low to high, and by how many per cent.
    pub most_moved: (String, f64),
}

impl Effect {
    /// Adds what the ends do to one headline.
    fn note(&mut self, moved: f64, headline: impl FnOnce() -> String) {
        self.low_to_high += moved;
        if moved > self.most_moved.1 {
            self.most_moved = (headline(), moved);
        }
    }

    /// Sums over headlines to means.
    fn mean(self, headlines: f64) -> Effect {
        Effect {
            low_to_high: self.low_to_high / headlines,
            elasticity: self.elasticity / headlines / (STEP * 100.0),
            most_moved: self.most_moved,
        }
    }
}

/// Effects by name of the parameter.
pub type Influences = BTreeMap<String, Effect>;

/// Computes the influence of every parameter that the study's answers rest on.
///
/// # Errors
/// When a question of the study cannot be asked again, or the asker stops.
pub fn influence(
    base: &Corridor,
    scenarios: &[Scenario],
    study: &Study,
    found: &StudyAnswer,
    threads: usize,
    progress: &dyn Progress,
) -> Result<Influences, StudyError> {
    let (mut sums, mut headlines) = ways::weigh(base, scenarios, study, found, threads, progress)?;
    let many = NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN);
    for &year in study.flow.iter().flat_map(|f| &f.years) {
        headlines += flows::weigh(base, year, many, progress, &mut sums)?;
    }
    let headlines = headlines.max(1) as f64;
    Ok(sums.into_iter().map(|(name, sum)| (name, sum.mean(headlines))).collect())
}

/// A parameter by its name `table:id.field`.
pub(crate) fn parameter(c: &Corridor, name: &str) -> Option<Parameter> {
    let (table, rest) = name.split_once(':')?;
    let (id, field) = rest.rsplit_once('.')?;
    let table = keruen_model::TableKind::from_name(table)?;
    Some(Parameter { table, row: c.tables.position(table, c.strings.find(id)?)?, field: table.spec().field(field)? })
}

/// A cell with its centre changed: a number, or a distribution whose median is the new centre.
pub(crate) fn recentred(text: &str, new: impl Fn(f64) -> f64) -> Option<String> {
    match Dist::<Ratio>::parse(text) {
        Some(d) if d.quantile(0.5).value() != 0.0 => {
            let centre = d.quantile(0.5).value();
            Some(d.scaled(new(centre) / centre).to_string())
        }
        _ => text.parse::<f64>().ok().map(|v| new(v).to_string()),
    }
}
