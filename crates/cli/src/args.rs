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
    /// Check every table of a corridor against every rule
    Check(CheckArgs),
    /// Make a small valid corridor of your own that every verb answers at once
    New(NewArgs),
    /// Write a corridor in another format: csv, gmns, gtfs, geojson
    Export(ExportArgs),
    /// Read another format into a corridor folder: gmns, gtfs, tntp
    Import(ImportArgs),
    /// Print the reference of all tables, the man page or completions
    Reference(ReferenceArgs),
}

/// Which corridor, under which scenarios.
#[derive(ClapArgs, Debug, Clone)]
pub struct Asked {
    /// Stack a scenario on the corridor (repeat for more)
    #[arg(short, long, value_name = "NAME")]
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
    /// Everything on its cheapest way, instead of on the ways and in the shares of the least-cost flow by months
    #[arg(long)]
    pub cheapest: bool,
    /// Most rows of each list
    #[arg(long, default_value_t = 15)]
    pub top: usize,
    /// Write the transit times of every row as CSV
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
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
    /// Exit with 1 unless this share of the counters is hit, 0 to 1
    #[arg(long, value_name = "SHARE")]
    pub require: Option<f64>,
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

/// Arguments of `reference`.
#[derive(ClapArgs, Debug)]
pub struct ReferenceArgs {
    /// What to print
    #[arg(value_parser = ["tables", "rules", "repairs", "openapi", "man", "bash", "zsh", "fish", "powershell"])]
    pub what: String,
}
