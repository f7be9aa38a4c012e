//! Flags of the verbs about the tables: `sources`, `explain`, `check`, `new`, `export`, `import`, `table`, `reference`.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

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
    /// With man: the page of one verb instead of the first
    pub verb: Option<String>,
}
