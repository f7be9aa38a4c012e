//! Flags of the verbs that answer others: `serve` and `mcp`.

use clap::Args as ClapArgs;
use std::path::PathBuf;

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
