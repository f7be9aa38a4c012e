//! Flags of `flow`, `validate` and `calibrate`.

use super::Asked;
use clap::Args as ClapArgs;
use std::path::PathBuf;

/// Arguments of `flow`.
#[derive(ClapArgs, Debug)]
pub struct FlowArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Which corridor and scenarios.
    #[command(flatten)]
    pub asked: Asked,
    /// Calendar year; without it, the last one that table demand has
    #[arg(short, long)]
    pub year: Option<i32>,
    /// Twelve months instead of one year
    #[arg(long)]
    pub months: bool,
    /// With --months: goods may lie in storages from one month to the next (some three times as long)
    #[arg(long, requires = "months")]
    pub storage: bool,
    /// Boxes and wagons come back to where they are wanted: loaded and empty moves are found together
    #[arg(long, conflicts_with = "storage")]
    pub empties: bool,
    /// Let origins compete for the markets that have a price (wheat), instead of taking the demand rows as they are
    #[arg(long)]
    pub markets: bool,
    /// What is made least, or most
    #[arg(long, value_enum, default_value_t = FlowMethod::LeastCost)]
    pub method: FlowMethod,
    /// Most rows of each list
    #[arg(long, default_value_t = 15)]
    pub top: usize,
    /// Who uses this link, service or operation, from where to where
    #[arg(long, value_name = "ID")]
    pub link: Option<String>,
    /// Solve again with a tenth more of each of the N dearest limits: what it brings, and whom
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub steps: usize,
    /// Write what moves over every link, service and operation as CSV
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Write what moves over every link, service and operation as an Apache Parquet file
    #[arg(long, value_name = "FILE")]
    pub parquet: Option<PathBuf>,
    /// Write what moves over every link with its line as GeoJSON (- = print it instead of the answer)
    #[arg(long, value_name = "FILE")]
    pub geojson: Option<PathBuf>,
    /// A wish that must be carried whole, whatever it costs (repeat for more); what contradicts is named
    #[arg(long, value_name = "WISH")]
    pub must: Vec<String>,
    /// A limit of which at least so much must be used (repeat for more); what contradicts is named
    #[arg(long, value_name = "LIMIT=AMOUNT")]
    pub at_least: Vec<String>,
    /// Low and high of every headline over N samples of the assumed and proxy figures, which of them matter, and whether bottlenecks
    /// keep their order
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub ranges: usize,
    /// Seed of the samples
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads of the samples; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<std::num::NonZeroUsize>,
    /// Write every limit with its use, price, interval and how far the price holds as CSV
    #[arg(long, value_name = "FILE")]
    pub csv_limits: Option<PathBuf>,
    /// Choice only: odds of a way fall e times when it is 1/SPREAD dearer (assumed, 5 to 20 plausible)
    #[arg(long, default_value_t = keruen_flow::corridor::SPREAD)]
    pub spread: f64,
}

/// Methods of `flow`.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowMethod {
    /// Least generalised cost under hard capacities
    LeastCost,
    /// First as much as possible, then the least cost
    MaxThroughput,
    /// Shippers choose among distinct ways and elsewhere (logit) under hard capacities
    Choice,
    /// Full limits make wait: everybody takes the way that is best for himself, waits included
    Equilibrium,
    /// The same, ways best for all together
    SystemOptimum,
}

/// Arguments of `validate`.
#[derive(ClapArgs, Debug)]
pub struct ValidateArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Which corridor and scenarios.
    #[command(flatten)]
    pub asked: Asked,
    /// Calendar year (repeat for more); without it, every year of table demand
    #[arg(short, long)]
    pub year: Vec<i32>,
    /// More observations: a CSV file in the shape of table observation
    #[arg(long, value_name = "FILE")]
    pub observations: Option<PathBuf>,
    /// Fill in the low and high end of every counter over N samples of the assumed and proxy figures
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub ranges: usize,
    /// Seed of the samples
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads of the samples; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<std::num::NonZeroUsize>,
    /// Exit with 1 unless this share of the counters is hit, 0 to 1
    #[arg(long, value_name = "SHARE")]
    pub require: Option<f64>,
}

/// Arguments of `calibrate`.
#[derive(ClapArgs, Debug)]
pub struct CalibrateArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Which corridor and scenarios.
    #[command(flatten)]
    pub asked: Asked,
    /// Calendar years whose counters are used, as 2023,2024; without it, every year of table demand
    #[arg(short, long, value_delimiter = ',', value_name = "YEARS")]
    pub years: Vec<i32>,
    /// A parameter that may move beside demand, within the ends of its citation: table:id.field (repeat for more)
    #[arg(long, value_name = "PARAMETER")]
    pub free: Vec<String>,
    /// Write the estimates as a scenario file
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Most rows of each list
    #[arg(long, default_value_t = 15)]
    pub top: usize,
    /// Threads; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<std::num::NonZeroUsize>,
}
