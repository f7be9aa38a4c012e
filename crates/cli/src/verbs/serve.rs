//! `keruen serve`.

use crate::args::ServeArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_server::{Config, Found, House, ServeError, Server};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

pub fn run(args: &ServeArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let map = crate::map::read(&here.folder, &here.corridor)?;
    let hashes = here.loaded.iter().map(|t| t.sha256.as_str());
    let title = here.corridor.meta.title.clone();
    let house = House::new((here.folder.clone(), map), here.corridor, here.scenarios, hashes);
    let config = Config {
        at: SocketAddr::new(args.listen.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)), args.port),
        token: args.token.clone(),
        store: args.store.clone(),
        threads: args.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)),
    };
    let server = Server::bind(house, &config).map_err(ended)?;
    printer.say(&found(server.found()));
    let secret = args.token.as_ref().map_or(String::new(), |t| format!("?token={t}"));
    printer.print(&format!("{title}: http://{}/{secret}", server.at()))?;
    printer.say(&printer.told("Open it in a browser. Ctrl-C ends it."));
    server.run_until_interrupted().map_err(ended)?;
    Ok(Exit::Answered)
}

/// What an earlier run left, in words.
fn found(f: &Found) -> String {
    let mut parts = Vec::new();
    if f.answers > 0 {
        parts.push(format!("{} answers kept from before ({:.1} MB)", f.answers, f.bytes as f64 / 1e6));
    }
    if f.halves > 0 {
        parts.push(format!("{} half-written answers removed", f.halves));
    }
    if f.broken_off > 0 {
        parts.push(format!("{} runs were broken off; the page offers to run them again", f.broken_off));
    }
    parts.join("; ")
}

fn ended(e: ServeError) -> Ended {
    Ended::input(format!("error: {e}"))
}
