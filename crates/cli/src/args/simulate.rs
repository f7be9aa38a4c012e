//! Flags of `simulate`.

use super::Asked;
use clap::Args as ClapArgs;
use std::path::PathBuf;

/// Ten years: no table looks further ahead, and a slip of the finger does not run for an hour.
const MOST_MONTHS: i64 = 120;

/// Arguments of `simulate`.
#[derive(ClapArgs, Debug)]
pub struct SimulateArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Which corridor and scenarios.
    #[command(flatten)]
    pub asked: Asked,
    /// Calendar year; without it, the last one that table demand has
    #[arg(short, long)]
    pub year: Option<i32>,
    /// How many replications
    #[arg(short, long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub replications: u32,
    /// Seed of all luck: scenarios of one seed share their storms
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<usize>,
    /// How many months, from January of the year; beyond December the demand of the next year comes
    #[arg(long, default_value_t = 12, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MOST_MONTHS))]
    pub months: u32,
    /// Goods turn to another way of the same wish, its outside option included, when the first in the queue of their ship has waited so many days
    #[arg(long, value_name = "DAYS", value_parser = not_below_zero)]
    pub divert_after: Option<f64>,
    /// Print the share of lots that arrive within so many days
    #[arg(long, value_name = "DAYS", value_parser = above_zero)]
    pub promise: Option<f64>,
    /// How far senders see when they choose their ways, which are those of the least-cost flow
    #[arg(long, default_value = "year")]
    pub foresight: SeenAhead,
    /// Everything on its cheapest way, instead of on the ways and in the shares of the least-cost flow
    #[arg(long, conflicts_with = "foresight")]
    pub cheapest: bool,
    /// Most rows of each list
    #[arg(long, default_value_t = 15)]
    pub top: usize,
    /// Write the transit times of every row as CSV
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Print what this scenario, stacked on those of --scenario, changes: differences with the same luck, and their intervals
    #[arg(long, value_name = "SCENARIO", conflicts_with_all = ["csv", "log", "waits_out", "html"])]
    pub against: Option<String>,
    /// Stop when the hours of through goods are known to this share (0.02 = 2 %); --replications is the most, 10 the fewest
    #[arg(long, value_name = "SHARE", value_parser = above_zero)]
    pub precision: Option<f64>,
    /// Write what happened in the first replication, event by event, as CSV; it is played again and checked against the tables
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Write the waits found, as JSON that other verbs can plan with
    #[arg(long, value_name = "FILE")]
    pub waits_out: Option<PathBuf>,
    /// Write charts of transit times, queues and storms as one page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Print observations of the days simulated beside what comes out
    #[arg(long)]
    pub score: bool,
}

/// How far senders see.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenAhead {
    /// The year as a whole, as a contract binds them
    Year,
    /// Each month with its storms beforehand
    Months,
}

fn above_zero(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|x: &f64| x.is_finite() && *x > 0.0).ok_or_else(|| "write a number above 0".into())
}

fn not_below_zero(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|x: &f64| x.is_finite() && *x >= 0.0).ok_or_else(|| "write a number of 0 or more".into())
}
