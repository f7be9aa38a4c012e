//! Flags of the verbs that weigh proposals: `compare`, `forum`, `seats`, `fibre`, `study`, `scenario`.

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Arguments of `compare`.
#[derive(ClapArgs, Debug)]
pub struct CompareArgs {
    /// [CORRIDOR] BASE A [B..]: stacks of scenarios, joined by +; `base` is the corridor as it is
    #[arg(num_args = 2.., required = true, value_names = ["CORRIDOR", "BASE", "A"])]
    pub sides: Vec<String>,
    /// Calendar year of the flow; without it, that of the study's round table, else the last one that table demand has
    #[arg(short, long)]
    pub year: Option<i32>,
    /// Twelve months instead of one year: what is half used over the year may be full in November
    #[arg(long)]
    pub months: bool,
    /// Questions of the study that are asked under every side, as question or question/variant; without it, those of the round table
    #[arg(short, long, value_name = "ID")]
    pub question: Vec<String>,
    /// Low and high of the flow's figures and of their differences over N samples of the assumed and proxy figures, the same samples
    /// on all sides, and whether the sign of each difference is sure
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub ranges: usize,
    /// Ask these of every side too: simulate = the year with queues, weather and ships, replication by replication with the same luck
    #[arg(long, value_name = "QUESTION", value_delimiter = ',')]
    pub with: Vec<CompareWith>,
    /// With simulate: how many replications of each side
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub replications: u32,
    /// Seed of the samples and of all luck
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads of samples and replications; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<std::num::NonZeroUsize>,
    /// Most payers of each kind, and simulated figures beside the headlines
    #[arg(long, default_value_t = 8)]
    pub top: usize,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
    /// Write the figures as CSV too (- = print them instead of the answer)
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Write the figures as a workbook too
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    /// Write a printable page too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// What is asked of every side beside flow and ways.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareWith {
    /// The year with queues, weather and ships that leave when full.
    Simulate,
}

/// Arguments of `forum`.
#[derive(ClapArgs, Debug)]
pub struct ForumArgs {
    /// [CORRIDOR] PARTY-FILES: TOML files of parties, merged; docs/guides/round-table.md shows one
    #[arg(num_args = 0.., value_names = ["CORRIDOR", "FILE"])]
    pub parties: Vec<String>,
    /// Parties at hand with example weights: c6, cica, turkic, trade; repeat for more
    #[arg(short, long, value_name = "NAME")]
    pub preset: Vec<String>,
    /// What is weighed: proposals of the study's round table, or stacks of scenarios joined by +; without it, every proposal
    #[arg(short, long, value_name = "ID", num_args = 1.., value_delimiter = ',')]
    pub scenarios: Vec<String>,
    /// Calendar year of the flow
    #[arg(short, long)]
    pub year: Option<i32>,
    /// Twelve months instead of one year
    #[arg(long)]
    pub months: bool,
    /// Seed of the draws
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Draws of weights and values for each party
    #[arg(long, default_value_t = 10_000)]
    pub draws: u32,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
    /// Write the minutes as one page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write the acceptability of each party as SVG: FILE gets the party's name before its ending
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Write the rankings as CSV
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Write the rankings and every comparison as a workbook
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    /// Write all parties that were read as one party file
    #[arg(long, value_name = "FILE")]
    pub merged: Option<PathBuf>,
    /// Compare nothing: write the one party file with its weights sealed by this salt, and tell the hashes
    #[arg(long, value_name = "SALT", requires = "merged")]
    pub seal: Option<String>,
    /// The criteria that a party may weigh
    #[arg(long)]
    pub criteria: bool,
}

/// Arguments of `seats`.
#[derive(ClapArgs, Debug)]
pub struct SeatsArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Money a year, a number and its currency
    #[arg(short, long, default_value = "1e9 KZT", value_name = "MONEY")]
    pub budget: String,
    /// Part of the budget that each state must see at least, 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    pub floor: f64,
    /// Return trips of the eligible between two states a year: one number, or LOW,MIDDLE,HIGH
    #[arg(long, value_name = "TRIPS")]
    pub eligible: Option<String>,
    /// Elasticity of trips to the fare, not signed: one number, or LOW,MIDDLE,HIGH
    #[arg(long, value_name = "NUMBER")]
    pub elasticity: Option<String>,
    /// Most pairs listed
    #[arg(long, default_value_t = 40)]
    pub top: usize,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
    /// Write a printable page too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// Arguments of `fibre`.
#[derive(ClapArgs, Debug)]
pub struct FibreArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Stages compared, in order, each a stack of scenarios joined by +; without it: base, cable-in-service, second-cable
    #[arg(short, long, value_name = "STACK")]
    pub stage: Vec<String>,
    /// Places at one end; without it: almaty, astana, baku
    #[arg(long, value_name = "NODE")]
    pub from: Vec<String>,
    /// Places at the other end; without it: frankfurt, istanbul, singapore
    #[arg(long, value_name = "NODE")]
    pub to: Vec<String>,
    /// Replications of faults and repairs
    #[arg(short, long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(2..))]
    pub replications: u32,
    /// Years of each replication
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..))]
    pub years: u32,
    /// Seed
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<usize>,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
    /// Write a printable page too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// Arguments of `study`.
#[derive(ClapArgs, Debug)]
pub struct StudyArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Folder in which the study's folder is made
    #[arg(short, long, default_value = "out")]
    pub out: PathBuf,
    /// Print the answers as JSON too
    #[arg(long)]
    pub json: bool,
    /// Threads for the influence of the figures; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<usize>,
}

/// Arguments of `scenario`.
#[derive(ClapArgs, Debug)]
pub struct ScenarioArgs {
    /// What to do.
    #[command(subcommand)]
    pub action: ScenarioAction,
    /// Corridor: a name or a folder
    #[arg(long, global = true, default_value = "trans-caspian")]
    pub corridor: String,
    /// Print the answer as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do with scenarios.
#[derive(Subcommand, Debug)]
pub enum ScenarioAction {
    /// All scenarios of the corridor
    List,
    /// What a scenario changes: before and after, why, source
    Show {
        /// Scenario
        name: String,
    },
    /// What differs between two scenarios ("base" = the corridor as it is)
    Diff {
        /// One side
        a: String,
        /// Other side
        b: String,
    },
}
