//! The answer to a study: claims, questions, answers, sources.

use crate::calibrate::CalibrateAnswer;
use crate::flow::{FlowAnswer, OriginShare};
use crate::observed::ObservedAnswer;
use crate::route::RouteAnswer;
use crate::simulate::SimulateAnswer;
use crate::validate::ValidateAnswer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`StudyAnswer`].
pub const SCHEMA_VERSION: u32 = 1;

/// Everything a report shows.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct StudyAnswer {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Corridor.
    pub corridor: String,
    /// Rows by table.
    pub tables: Vec<(String, usize)>,
    /// Claims of the round table, each with what answers it.
    pub claims: Vec<Claim>,
    /// Questions in order.
    pub questions: Vec<QuestionAnswer>,
    /// What the corridor carries, where the study asks for it.
    pub flow: Option<FlowPart>,
    /// What happens day by day, where the study asks for it.
    pub simulation: Option<SimulatePart>,
}

/// The part on flow: years, counters, ranges, goods.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FlowPart {
    /// The flow of each year, under the calibrated scenario.
    pub years: Vec<FlowAnswer>,
    /// Counters before calibration.
    pub before: ValidateAnswer,
    /// Counters after it, with ranges.
    pub after: ValidateAnswer,
    /// What the counters say.
    pub calibration: CalibrateAnswer,
    /// The last year estimated from the counters of the years before it.
    pub ahead: Option<ValidateAnswer>,
    /// Origins of goods that compete, by the label of the case.
    pub origins: Vec<(String, Vec<OriginShare>)>,
    /// Remarks.
    pub notes: Vec<String>,
}

/// The part on what happens: months day by day, and what was seen in them.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SimulatePart {
    /// The command that repeats it.
    pub command: String,
    /// Times, queues, storms.
    pub answer: SimulateAnswer,
    /// Observations of those days.
    pub seen: ObservedAnswer,
}

/// A statement that somebody made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Claim {
    /// Stable name.
    pub id: String,
    /// What was said.
    pub text: String,
    /// Who said it.
    pub who: String,
    /// Facts it stands in.
    pub facts: Vec<FactShown>,
    /// Facts of other sources on the same matter, whether they agree or not.
    pub others: Vec<FactShown>,
    /// Questions of the study that bear on it.
    pub questions: Vec<String>,
    /// `computed`, `sources only` or `not computable`.
    pub status: String,
    /// What can be said, and what not.
    pub finding: String,
}

/// A fact as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FactShown {
    /// Fact id.
    pub fact: String,
    /// Subject and quantity.
    pub what: String,
    /// Value and unit as printed.
    pub value: String,
    /// Date it holds for.
    pub as_of: String,
    /// Publisher.
    pub publisher: String,
    /// Link.
    pub url: String,
    /// Grade.
    pub grade: String,
    /// Note.
    pub note: String,
}

/// One question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct QuestionAnswer {
    /// Stable name.
    pub id: String,
    /// The question in words.
    pub title: String,
    /// What to bear in mind.
    pub note: String,
    /// The ways compared, like for like.
    pub variants: Vec<Variant>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Variant {
    /// Stable name within the question.
    pub id: String,
    /// In words.
    pub label: String,
    /// The command that repeats it.
    pub command: String,
    /// The answer.
    pub answer: RouteAnswer,
    /// Figures derived from the answer in the goods' own terms (netback, latency, fare after subsidy).
    pub derived: Vec<Derived>,
}

/// A figure derived from an answer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Derived {
    /// Name.
    pub name: String,
    /// Value.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// Low and high end.
    pub range: Option<crate::figure::Range>,
    /// How it was found.
    pub how: String,
    /// Parameters used, as `table:id.field`.
    pub parameters: Vec<String>,
}
