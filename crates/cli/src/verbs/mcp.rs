//! `keruen mcp`: the corridor for an assistant.

use super::study::study_if_any;
use crate::args::McpArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_mcp::{Desk, Limits, Tools};
use keruen_report::language::Voice;
use keruen_report::say;
use std::time::Duration;

pub fn run(args: &McpArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let limits = Limits { time: Duration::from_secs(args.seconds.into()), ..Limits::default() };
    let study = study_if_any(&here)?;
    let desk = Desk { study, corridor: here.corridor, scenarios: here.scenarios, name: args.corridor.clone() };
    let tools = Tools::new(desk, limits);
    let runtime = tokio::runtime::Runtime::new().map_err(Ended::ours)?;
    let bad = |e: std::io::Error| Ended::input(format!("error: {e}"));
    match args.http {
        None => runtime.block_on(keruen_mcp::serve(tools, tokio::io::stdin(), tokio::io::stdout())).map_err(bad)?,
        Some(port) => runtime.block_on(async {
            let listening = keruen_mcp::listen(tools, port).await.map_err(bad)?;
            printer.say(&say!(Voice::plain(printer.language), "mcp-serving", url = listening.url()));
            listening.run(Default::default()).await.map_err(bad)
        })?,
    }
    // A thread may still wait for a line of the standard input.
    runtime.shutdown_background();
    Ok(Exit::Answered)
}
