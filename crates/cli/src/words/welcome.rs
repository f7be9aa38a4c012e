//! What `keruen` says without arguments: a command to try for each thing that it does.

use keruen_report::language::Voice;
use keruen_report::say;

/// Columns of the commands.
const WIDE: usize = 45;

/// The greeting.
pub fn welcome(v: Voice<'_>) -> String {
    let lines = examples(v).map(|(command, what)| format!("  keruen {command:WIDE$}{what}\n"));
    format!("{}\n\n{}\n{}\n", say!(v, "welcome-head"), lines.concat(), say!(v, "welcome-foot"))
}

fn examples(v: Voice<'_>) -> [(&'static str, String); 19] {
    [
        ("study", say!(v, "welcome-study")),
        ("route trans-caspian Khorgos Poti", say!(v, "welcome-route")),
        ("flow --year 2024", say!(v, "welcome-flow")),
        ("simulate --year 2024", say!(v, "welcome-simulate")),
        ("serve", say!(v, "welcome-serve")),
        ("validate", say!(v, "welcome-validate")),
        ("calibrate --years 2023 --out fitted.toml", say!(v, "welcome-calibrate")),
        ("compare base two-more-ferries dredging-7.7m", say!(v, "welcome-compare")),
        ("forum --preset trade", say!(v, "welcome-forum")),
        ("seats --budget '1e9 KZT'", say!(v, "welcome-seats")),
        ("fibre", say!(v, "welcome-fibre")),
        ("sources", say!(v, "welcome-sources")),
        ("explain link:beineu-mangystau.length", say!(v, "welcome-explain")),
        ("scenario list", say!(v, "welcome-scenario")),
        ("mcp", say!(v, "welcome-mcp")),
        ("check trans-caspian", say!(v, "welcome-check")),
        ("new my-corridor", say!(v, "welcome-new")),
        ("table export trans-caspian.xlsx", say!(v, "welcome-table")),
        ("export trans-caspian gmns out/gmns", say!(v, "welcome-export")),
    ]
}
