//! The study file as a value.

use crate::error::StudyError;
use serde::Deserialize;

/// A study.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Stable name; also the folder under `out/`.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is about.
    #[serde(default)]
    pub about: String,
    /// Claims.
    #[serde(default, rename = "claim")]
    pub claims: Vec<ClaimSpec>,
    /// Questions.
    #[serde(default, rename = "question")]
    pub questions: Vec<QuestionSpec>,
    /// What is asked of the whole corridor.
    pub flow: Option<FlowSpec>,
    /// Months that happen day by day.
    #[serde(default)]
    pub simulate: Option<SimulateSpec>,
    /// Proposals to be compared and weighed.
    #[serde(default)]
    pub round_table: Option<RoundTableSpec>,
}

/// What is asked of the whole corridor: flows of some years, calibrated on their counters.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowSpec {
    /// Years, in order.
    pub years: Vec<i32>,
    /// Samples of the ranges; 0 = none.
    #[serde(default)]
    pub ranges: usize,
    /// Steps solved again for the dearest limits.
    #[serde(default)]
    pub steps: usize,
    /// Cases in which origins compete.
    #[serde(default, rename = "origins")]
    pub origins: Vec<OriginsSpec>,
}

/// Months that are simulated.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SimulateSpec {
    /// Year that begins.
    pub year: i32,
    /// How many months from January.
    #[serde(default = "a_year")]
    pub months: u32,
    /// How many replications.
    #[serde(default = "twenty")]
    pub replications: u32,
    /// Seed of all luck.
    #[serde(default)]
    pub seed: u64,
}

/// A case in which origins compete for markets.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginsSpec {
    /// In words.
    pub label: String,
    /// Year.
    pub year: i32,
    /// Scenarios.
    #[serde(default)]
    pub scenarios: Vec<String>,
}

/// A statement that somebody made, to be traced.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimSpec {
    /// Stable name.
    pub id: String,
    /// What was said.
    pub text: String,
    /// Who said it.
    #[serde(default)]
    pub who: String,
    /// Facts it stands in.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Facts of other sources on the same matter.
    #[serde(default)]
    pub others: Vec<String>,
    /// Questions that bear on it.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Why it cannot be computed here, where it cannot.
    #[serde(default)]
    pub not_computable: String,
}

/// A question asked in variants.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionSpec {
    /// Stable name.
    pub id: String,
    /// In words.
    pub title: String,
    /// What to bear in mind.
    #[serde(default)]
    pub note: String,
    /// Variants.
    #[serde(rename = "variant")]
    pub variants: Vec<VariantSpec>,
}

/// One consignment under one set of conditions.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariantSpec {
    /// Stable name within the question.
    pub id: String,
    /// In words.
    pub label: String,
    /// Origin.
    pub from: String,
    /// Destination.
    pub to: String,
    /// Cargo.
    pub cargo: String,
    /// Equipment; empty = the usual.
    #[serde(default)]
    pub equipment: String,
    /// How much.
    #[serde(default = "one")]
    pub quantity: f64,
    /// Unit; empty = that of the cargo.
    #[serde(default)]
    pub unit: String,
    /// Day; empty = of the scenario, else of the corridor.
    #[serde(default)]
    pub day: String,
    /// Scenarios.
    #[serde(default)]
    pub scenarios: Vec<String>,
    /// Countries (two letters) and rows (`table:id`) to keep away from.
    #[serde(default)]
    pub avoid: Vec<String>,
    /// Countries (two letters) and rows that must be used.
    #[serde(default)]
    pub must_use: Vec<String>,
    /// Cargoes that travel together with these goods.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Day on which the permits are asked for; empty = the day of departure.
    #[serde(default)]
    pub permits_asked: String,
    /// Day of the way back, which is asked too and added; empty = one way.
    #[serde(default)]
    pub return_day: String,
    /// Data: asks for two ways that share as little as can be.
    #[serde(default)]
    pub protected: bool,
}

/// Proposals on the table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundTableSpec {
    /// Year of the flow.
    pub year: i32,
    /// Twelve months instead of one year.
    #[serde(default)]
    pub months: bool,
    /// Presets of parties that are heard.
    #[serde(default)]
    pub presets: Vec<String>,
    /// Seed of the draws.
    #[serde(default)]
    pub seed: u64,
    /// Draws a party.
    #[serde(default = "draws")]
    pub draws: u32,
    /// Discount rate: low, middle, high.
    #[serde(default)]
    pub discount: Option<(f64, f64, f64)>,
    /// What a carrier's further work costs, as part of its receipts: low, middle, high.
    #[serde(default)]
    pub carrier_cost: Option<(f64, f64, f64)>,
    /// Where both come from.
    #[serde(default)]
    pub terms_why: String,
    /// Questions whose answers become criteria.
    #[serde(default, rename = "question")]
    pub questions: Vec<AskSpec>,
    /// Proposals.
    #[serde(default, rename = "proposal")]
    pub proposals: Vec<ProposalSpec>,
}

/// A variant of a question that is asked under every proposal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskSpec {
    /// Short name of its figures.
    pub id: String,
    /// Question.
    pub question: String,
    /// Variant.
    pub variant: String,
}

/// A proposal: scenarios against a base of its own.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposalSpec {
    /// Short name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Scenarios of its base; none = the corridor as it is.
    #[serde(default)]
    pub base: Vec<String>,
    /// Scenarios of the proposal.
    #[serde(default)]
    pub scenarios: Vec<String>,
}

fn a_year() -> u32 {
    12
}

fn twenty() -> u32 {
    20
}

fn draws() -> u32 {
    10_000
}

fn one() -> f64 {
    1.0
}

/// Reads a study file.
pub fn parse(text: &str) -> Result<Study, StudyError> {
    let study: Study = toml::from_str(text).map_err(|e| StudyError::File(e.to_string()))?;
    let mut seen = std::collections::BTreeSet::new();
    for q in &study.questions {
        if !seen.insert(&q.id) {
            return Err(StudyError::File(format!("question {:?} stands twice", q.id)));
        }
    }
    for c in &study.claims {
        if let Some(missing) = c.questions.iter().find(|q| !seen.contains(q)) {
            return Err(StudyError::File(format!("claim {:?} names question {missing:?}, which is not there", c.id)));
        }
    }
    for a in study.round_table.iter().flat_map(|r| &r.questions) {
        let variant = study.questions.iter().filter(|q| q.id == a.question).flat_map(|q| &q.variants).any(|v| v.id == a.variant);
        if !variant {
            let why = format!("round_table: question {:?} has no variant {:?}", a.question, a.variant);
            return Err(StudyError::File(why));
        }
    }
    Ok(study)
}
