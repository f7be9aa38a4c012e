//! Every flag, described once: help, man page and completions are made from here.

use clap::{Args as ClapArgs, Parser, Subcommand};
use std::path::PathBuf;

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

/// Arguments of `route`.
#[derive(ClapArgs, Debug)]
pub struct RouteArgs {
    /// [CORRIDOR] FROM TO: places by id, name in five languages, UN/LOCODE or close spelling; with --batch the corridor alone
    #[arg(num_args = 0..=3, value_names = ["CORRIDOR", "FROM", "TO"])]
    pub places: Vec<String>,
    /// Which corridor and scenarios.
    #[command(flatten)]
    pub asked: Asked,
    /// What is shipped (a row of table cargo)
    #[arg(short, long, default_value = "container-40")]
    pub cargo: String,
    /// In what it travels (a row of table equipment); without it, the usual of the cargo
    #[arg(short, long, default_value = "")]
    pub equipment: String,
    /// How much
    #[arg(short, long, default_value_t = 1.0)]
    pub quantity: f64,
    /// Unit of the quantity (t, container, truck, wagon ...); without it, that of the cargo
    #[arg(short, long, default_value = "")]
    pub unit: String,
    /// Day of departure, YYYY-MM-DD
    #[arg(short, long, default_value = "")]
    pub day: String,
    /// Local clock of departure, HH:MM
    #[arg(long, value_name = "HH:MM", default_value = "00:00")]
    pub depart: String,
    /// Any departure of these days, FROM..TO: the ways worth taking over all of them, each with its day
    #[arg(long, value_name = "FROM..TO", default_value = "", conflicts_with_all = ["return_day", "protected", "batch", "why_not"])]
    pub any_day_in: String,
    /// There before the end of this day, YYYY-MM-DD: departures from --day (or --any-day-in) on, the latest that will do
    #[arg(long, value_name = "DAY", default_value = "", conflicts_with_all = ["return_day", "protected", "batch", "why_not"])]
    pub arrive_by: String,
    /// Ways that cost at most so many dollars
    #[arg(long, value_name = "USD")]
    pub max_cost: Option<f64>,
    /// Ways that emit at most so many kg of CO2e
    #[arg(long, value_name = "KG")]
    pub max_co2e: Option<f64>,
    /// A coarser, smaller set of ways: leave out what is at most this share worse in each criterion (0.05 = 5 %)
    #[arg(long, value_name = "SHARE")]
    pub eps: Option<f64>,
    /// What the customer was told, days (21) or a day (YYYY-MM-DD): the chance to keep it is told for each way
    #[arg(long, value_name = "DAYS|DAY", default_value = "")]
    pub promise: String,
    /// Come back on this day, YYYY-MM-DD: the way back is asked too and added
    #[arg(long = "return", value_name = "DAY", default_value = "")]
    pub return_day: String,
    /// Data: also two ways that share as little as can be, one to protect the other
    #[arg(long)]
    pub protected: bool,
    /// Keep away from a country (KZ) or a row (service:ferry-kuryk-alat); repeat for more
    #[arg(long, value_name = "WHAT")]
    pub avoid: Vec<String>,
    /// Must go through this country (KZ) or over this place, link, service, facility or operator; repeat for more
    #[arg(long = "use", value_name = "WHAT")]
    pub must_use: Vec<String>,
    /// A cargo that travels together with the goods, for the rules that keep goods apart; repeat for more
    #[arg(long, value_name = "CARGO")]
    pub beside: Vec<String>,
    /// Day on which the permits are asked for; without it, the day of departure
    #[arg(long, value_name = "DAY", default_value = "")]
    pub permits_asked: String,
    /// Rules of your own beside those of the corridor: a CSV file in the shape of table rule (sanctions, house rules)
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Waits for ships and trains as a simulation of the same corridor found them (keruen simulate --waits-out FILE), in place of
    /// half a headway
    #[arg(long, value_name = "FILE")]
    pub waits: Option<PathBuf>,
    /// Most ways shown
    #[arg(long, default_value_t = 8)]
    pub ways: usize,
    /// Print the sheet of every way shown
    #[arg(long)]
    pub full: bool,
    /// List what rules and missing prices took out
    #[arg(long)]
    pub why: bool,
    /// Say why this service, link, place, facility, operator or country is not used, and what using it would cost
    #[arg(long, value_name = "WHAT", conflicts_with = "batch")]
    pub why_not: Option<String>,
    /// Write a printable page too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write the ways and their legs with their geometry as GeoJSON too (- = print them instead of the answer)
    #[arg(long, value_name = "FILE")]
    pub geojson: Option<PathBuf>,
    /// Write legs and charges as CSV too, one row each (- = print them instead of the answer)
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Answer every consignment of a CSV file: columns from, to, cargo and, where wanted, id, equipment, quantity, unit, day,
    /// scenario, avoid, use, beside, permits_asked
    #[arg(long, value_name = "FILE")]
    pub batch: Option<PathBuf>,
    /// Where the answers of a batch go; without it, to the standard output
    #[arg(long, value_name = "FILE", requires = "batch")]
    pub out: Option<PathBuf>,
    /// Threads of a batch; the answers are the same for any number
    #[arg(long, requires = "batch")]
    pub threads: Option<usize>,
}

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
    /// With --months: goods may lie in storages from one month to the next (some twenty times as long)
    #[arg(long, requires = "months")]
    pub storage: bool,
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
    #[arg(short, long, default_value_t = 20)]
    pub replications: u32,
    /// Seed of all luck: scenarios of one seed share their storms
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; the answer is the same for any number
    #[arg(long)]
    pub threads: Option<usize>,
    /// How many months, from January of the year; beyond December the demand of the next year comes
    #[arg(long, default_value_t = 12, value_name = "N")]
    pub months: u32,
    /// Goods turn to another way of the same wish, its outside option included, when the first in the queue of their ship has waited so many days
    #[arg(long, value_name = "DAYS")]
    pub divert_after: Option<f64>,
    /// Print the share of lots that arrive within so many days
    #[arg(long, value_name = "DAYS")]
    pub promise: Option<f64>,
    /// Everything on its cheapest way, instead of on the ways and in the shares of the least-cost flow by months
    #[arg(long)]
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
    #[arg(long, value_name = "SHARE")]
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
    /// Most payers of each kind
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
    #[arg(short, long, default_value_t = 40)]
    pub replications: u32,
    /// Years of each replication
    #[arg(long, default_value_t = 500)]
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

/// Arguments of `serve`.
#[derive(ClapArgs, Debug)]
pub struct ServeArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Port; 0 takes a free one
    #[arg(short, long, default_value_t = 7400)]
    pub port: u16,
    /// Let other machines in, at this address of ours; needs --token
    #[arg(long, value_name = "ADDR", requires = "token")]
    pub listen: Option<std::net::IpAddr>,
    /// Secret of 16 characters or more that every browser must show
    #[arg(long, env = "KERUEN_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// Folder in which answers are kept
    #[arg(long, value_name = "DIR", default_value = "out/serve")]
    pub store: PathBuf,
    /// Threads that answer; without it, one a core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// Arguments of `sources`.
#[derive(ClapArgs, Debug)]
pub struct SourcesArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
    /// How many parameters are listed
    #[arg(long, default_value_t = 20)]
    pub top: usize,
    /// Facts older than this count as stale
    #[arg(long, value_name = "DAYS", default_value_t = 730)]
    pub stale_after: u32,
    /// Threads for the influence of the figures
    #[arg(long)]
    pub threads: Option<usize>,
}

/// Arguments of `explain`.
#[derive(ClapArgs, Debug)]
pub struct ExplainArgs {
    /// table:id.field, table:id, resource at a facility (facility:aktau-ferry.berths), an id, or the name of a place
    pub what: String,
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
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

/// Arguments of `mcp`.
#[derive(ClapArgs, Debug)]
pub struct McpArgs {
    /// Corridor: a name or a folder; nothing else is read
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Serve HTTP on this port of the loopback address instead of stdio (0 = any that is free)
    #[arg(long, value_name = "PORT")]
    pub http: Option<u16>,
    /// Longest time for one answer
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    pub seconds: u32,
}

/// Arguments of `check`.
#[derive(ClapArgs, Debug)]
pub struct CheckArgs {
    /// Corridor: a name or a folder
    #[arg(default_value = "trans-caspian")]
    pub corridor: String,
    /// Print the faults as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `new`.
#[derive(ClapArgs, Debug)]
pub struct NewArgs {
    /// Folder to make; it must not exist
    pub dir: PathBuf,
}

/// Arguments of `export`.
#[derive(ClapArgs, Debug)]
pub struct ExportArgs {
    /// Corridor: a name or a folder
    pub corridor: String,
    /// Format
    #[arg(value_parser = ["csv", "gmns", "gtfs", "geojson", "datapackage"])]
    pub format: String,
    /// Folder (csv, gmns, gtfs) or file (geojson, datapackage) to write; it must not exist
    pub target: PathBuf,
}

/// Arguments of `import`.
#[derive(ClapArgs, Debug)]
pub struct ImportArgs {
    /// Format
    #[arg(value_parser = ["gmns", "gtfs", "tntp"])]
    pub format: String,
    /// What to read: a folder (gmns), a zip or folder (gtfs) or a network file (tntp)
    pub source: PathBuf,
    /// Corridor folder to write; it must not exist
    pub target: PathBuf,
    /// Trips of the network (tntp), as demand
    #[arg(long, value_name = "FILE")]
    pub trips: Option<PathBuf>,
}

/// Arguments of `table`.
#[derive(ClapArgs, Debug)]
pub struct TableArgs {
    /// What to do.
    #[command(subcommand)]
    pub action: TableAction,
}

/// What to do with spreadsheets.
#[derive(Subcommand, Debug)]
pub enum TableAction {
    /// Write tables of a corridor as one workbook, a sheet each, with units and citations
    Export {
        /// Workbook to write (.xlsx); it must not exist
        file: PathBuf,
        /// Corridor: a name or a folder
        #[arg(default_value = "trans-caspian")]
        corridor: String,
        /// Only this table; repeat for more
        #[arg(short, long, value_name = "NAME")]
        table: Vec<String>,
    },
    /// Check a workbook over a corridor, and write a new corridor folder with its tables; faults are told by sheet and cell
    Import {
        /// Workbook to read (.xlsx)
        file: PathBuf,
        /// Corridor whose tables it replaces: a name or a folder
        #[arg(default_value = "trans-caspian")]
        corridor: String,
        /// Only this table; repeat for more
        #[arg(short, long, value_name = "NAME")]
        table: Vec<String>,
        /// Corridor folder to write; it must not exist. Without it, the workbook is only checked
        #[arg(short, long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Read a time/cost-distance sheet of UNESCAP (basic or detailed form): its legs and their sums, to compare a way with
    Legs {
        /// Workbook to read (.xlsx)
        file: PathBuf,
        /// Print the answer as JSON
        #[arg(long)]
        json: bool,
    },
}

/// Arguments of `reference`.
#[derive(ClapArgs, Debug)]
pub struct ReferenceArgs {
    /// What to print
    #[arg(value_parser = ["tables", "rules", "repairs", "flags", "openapi", "man", "bash", "zsh", "fish", "powershell"])]
    pub what: String,
}
