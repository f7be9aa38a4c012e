//! Flags of `route`.

use super::Asked;
use clap::Args as ClapArgs;
use std::path::PathBuf;

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
    /// half a headway; or, with the word observed, those of table observation that had been seen before the day of departure, at
    /// borders too
    #[arg(long, value_name = "FILE|observed")]
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
