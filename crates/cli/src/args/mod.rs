//! Every flag, described once: help, man page and completions are made from here.

mod flow;
mod proposals;
mod route;
mod serve;
mod simulate;
mod tables;

use clap::{Args as ClapArgs, Parser, Subcommand};

pub use flow::{CalibrateArgs, FlowArgs, FlowMethod, ValidateArgs};
pub use proposals::{CompareArgs, CompareWith, FibreArgs, ForumArgs, ScenarioAction, ScenarioArgs, SeatsArgs, StudyArgs};
pub use route::RouteArgs;
pub use serve::{McpArgs, ServeArgs};
pub use simulate::{SeenAhead, SimulateArgs};
pub use tables::{CheckArgs, ExplainArgs, ExportArgs, ImportArgs, NewArgs, ReferenceArgs, SourcesArgs, TableAction, TableArgs};

/// Plans international transport corridors on plain, sourced tables.
#[derive(Parser, Debug)]
#[command(name = "keruen", version, about, max_term_width = 100, disable_help_subcommand = true)]
pub struct Args {
    /// What is asked.
    #[command(subcommand)]
    pub verb: Verb,
    /// Language of answers in words: English, Kazakh, Azerbaijani, Russian, Turkish; without it, that of KERUEN_LANG, else English
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "kk", "az", "ru", "tr"])]
    pub lang: Option<String>,
}

/// The verbs.
#[derive(Subcommand, Debug)]
pub enum Verb {
    /// How do I ship this consignment? Ways, an indicative cost sheet each, papers, a time-distance chart
    Route(Box<RouteArgs>),
    /// How much does the corridor carry, what stays behind, and what is each bottleneck worth?
    Flow(FlowArgs),
    /// What really happens: transit times, queues, ships and berths over many replications of a year
    Simulate(SimulateArgs),
    /// The model against what was seen: each counter, hit or miss, and the naive forecast it must beat
    Validate(ValidateArgs),
    /// What the counters say about demand and about parameters marked free; writes a scenario, never the tables
    Calibrate(CalibrateArgs),
    /// Several scenarios side by side: what changes, figure by figure, who pays and who gains, what it is worth
    Compare(CompareArgs),
    /// Let several parties weigh scenarios: rankings, acceptability, where they agree, what flips the winner
    Forum(ForumArgs),
    /// What a budget for subsidised flights buys: pairs, vouchers or guarantees, by state
    Seats(SeatsArgs),
    /// What the cables add: latency by each way, availability, repair ship, whose country the traffic passes
    Fibre(FibreArgs),
    /// Run the questions of a corridor's study and write one report
    Study(StudyArgs),
    /// See it: the corridor on a map in the browser, from this machine alone
    Serve(ServeArgs),
    /// Where the figures come from: counts by group and method, what the answers hang on
    Sources(SourcesArgs),
    /// One figure: value, unit, method, range, sources with links, other values found
    Explain(ExplainArgs),
    /// Named changes: list, show, diff
    Scenario(ScenarioArgs),
    /// Answer an assistant: tools of the Model Context Protocol over stdio, or HTTP on this machine
    Mcp(McpArgs),
    /// Check every table of a corridor against every rule
    Check(CheckArgs),
    /// Make a small valid corridor of your own that every verb answers at once
    New(NewArgs),
    /// Write a corridor in another format: csv, gmns, gtfs, geojson
    Export(ExportArgs),
    /// Read another format into a corridor folder: gmns, gtfs, tntp
    Import(ImportArgs),
    /// Tables as spreadsheets: export, import, the time/cost-distance sheet of UNESCAP
    Table(TableArgs),
    /// Print the reference of all tables, the man page or completions
    Reference(ReferenceArgs),
}

/// Which corridor, under which scenarios.
#[derive(ClapArgs, Debug, Clone)]
pub struct Asked {
    /// Stack a scenario on the corridor: its name, or a TOML file (repeat for more)
    #[arg(short, long, value_name = "NAME|FILE")]
    pub scenario: Vec<String>,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
}
