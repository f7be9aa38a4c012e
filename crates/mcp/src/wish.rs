//! What an assistant may ask. A name or type that is not here is an error: silence would give plausible wrong answers.

use schemars::JsonSchema;
use serde::Deserialize;

/// Arguments of `list_scenarios`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenariosWish {
    /// Only scenarios whose id, name or reason holds this text.
    #[serde(default)]
    pub find: Option<String>,
}

/// Arguments of `describe`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DescribeWish {
    /// A table (node, service, cargo, equipment, operator, resource, permit ...) whose rows are listed; without it, the corridor as a
    /// whole.
    #[serde(default)]
    pub table: Option<String>,
    /// Only rows whose id or name holds this text.
    #[serde(default)]
    pub find: Option<String>,
    /// Most rows listed.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub top: Option<u32>,
}

/// Arguments of `ask_route`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteWish {
    /// Origin: id, name in one of five languages, UN/LOCODE.
    pub from: String,
    /// Destination.
    pub to: String,
    /// What is shipped, a row of table cargo; container-40 without it.
    #[serde(default)]
    pub cargo: Option<String>,
    /// In what it travels, a row of table equipment; the usual of the cargo without it.
    #[serde(default)]
    pub equipment: Option<String>,
    /// How much; 1 without it.
    #[serde(default)]
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub quantity: Option<f64>,
    /// Unit of the quantity (t, container, truck, wagon ...); that of the cargo without it.
    #[serde(default)]
    pub unit: Option<String>,
    /// Day of departure, YYYY-MM-DD; the corridor's day without it.
    #[serde(default)]
    pub day: Option<String>,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    pub scenarios: Vec<String>,
    /// Countries in two letters and rows (service:ferry-kuryk-alat) to keep away from.
    #[serde(default)]
    pub avoid: Vec<String>,
    /// Countries and rows that must be used.
    #[serde(default, rename = "use")]
    pub must_use: Vec<String>,
    /// Waits as somebody saw them before the day of departure, queues at borders too, in place of expected ones.
    #[serde(default)]
    pub waits_observed: bool,
    /// Most ways told.
    #[serde(default)]
    #[schemars(range(min = 1, max = 12))]
    pub ways: Option<u32>,
    /// Tell the legs of the first way with every charge too.
    #[serde(default)]
    pub legs: bool,
}

/// Arguments of `ask_flow`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowWish {
    /// Calendar year; the last one of table demand without it.
    #[serde(default)]
    pub year: Option<i32>,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    pub scenarios: Vec<String>,
    /// Twelve months instead of one year.
    #[serde(default)]
    pub months: bool,
    /// Let origins compete for the markets that have a price.
    #[serde(default)]
    pub markets: bool,
    /// Boxes and wagons come back: loaded and empty moves are found together.
    #[serde(default)]
    pub empties: bool,
    /// Solve again with one vehicle or a tenth more of each of so many of the dearest limits.
    #[serde(default)]
    #[schemars(range(min = 0, max = 10))]
    pub steps: Option<u32>,
    /// Most rows of each list.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub top: Option<u32>,
}

/// Arguments of `run_simulation`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SimulationWish {
    /// Calendar year; the last one of table demand without it.
    #[serde(default)]
    pub year: Option<i32>,
    /// Scenarios stacked on the corridor.
    #[serde(default)]
    pub scenarios: Vec<String>,
    /// Replications; 10 without it.
    #[serde(default)]
    #[schemars(range(min = 1, max = 50))]
    pub replications: Option<u32>,
    /// Seed of all luck: scenarios of one seed share their storms. 1 without it.
    #[serde(default)]
    pub seed: Option<u64>,
    /// Everything on its cheapest way, instead of in the shares of the year's least-cost flow.
    #[serde(default)]
    pub cheapest: bool,
    /// Most rows of each list.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub top: Option<u32>,
}

/// Arguments of `compare`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompareWish {
    /// Scenarios stacked for the side that the others are compared with; the corridor as it is without it.
    #[serde(default)]
    pub base: Vec<String>,
    /// The other sides, each a stack of scenarios: [["two-more-ferries"], ["dredging-7-7"]].
    #[schemars(length(min = 1, max = 12))]
    pub others: Vec<Vec<String>>,
    /// Calendar year of the flow; that of the study's round table without it.
    #[serde(default)]
    pub year: Option<i32>,
    /// The flow in twelve months instead of one year.
    #[serde(default)]
    pub months: bool,
    /// Questions of the study that every side answers, `question` or `question/variant`; those of its round table without it.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Draws of the assumed and proxy figures, the same on all sides: low and high of the flow's figures and of their differences,
    /// and whether signs are sure. None without it.
    #[serde(default)]
    #[schemars(range(min = 2, max = 30))]
    pub ranges: Option<u32>,
    /// Replications of the year with queues, weather and ships, with the same luck on all sides. None without it.
    #[serde(default)]
    #[schemars(range(min = 2, max = 25))]
    pub replications: Option<u32>,
    /// Seed of draws and replications; 1 without it.
    #[serde(default)]
    pub seed: Option<u64>,
    /// Most figures and receipts told, those first that differ most.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub top: Option<u32>,
}

/// Arguments of `explain_figure`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainWish {
    /// table:id.field, table:id, or the name of a place, as answers give them (tariff:rail-ktz-box-40.amount).
    pub what: String,
}

/// Arguments of `list_sources`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourcesWish {
    /// Only publications whose id, title or publisher holds this text.
    #[serde(default)]
    pub find: Option<String>,
    /// Most publications told.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub top: Option<u32>,
}
