//! `keruen serve`.

use crate::args::ServeArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use keruen_report::language::Voice;
use keruen_report::say;
use keruen_server::{Config, Found, House, ServeError, Server};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

pub fn run(args: &ServeArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let map = crate::map::read(&here.folder, &here.corridor)?;
    let hashes = here.loaded.iter().map(|t| t.sha256.as_str());
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    let title = voice.phrase(&here.corridor.meta.title);
    let house = House::new((here.folder.clone(), map), here.corridor, here.scenarios, hashes);
    let config = Config {
        at: SocketAddr::new(args.listen.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)), args.port),
        token: args.token.clone(),
        store: args.store.clone(),
        threads: args.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)),
    };
    let server = Server::bind(house, &config).map_err(ended)?;
    printer.say(&found(voice, server.found()));
    let secret = args.token.as_ref().map_or(String::new(), |t| format!("?token={t}"));
    printer.print(&format!("{title}: http://{}/{secret}", server.at()))?;
    printer.say(&printer.told("Open it in a browser. Ctrl-C ends it."));
    server.run_until_interrupted().map_err(ended)?;
    Ok(Exit::Answered)
}

/// What an earlier run left, in words.
fn found(v: Voice<'_>, f: &Found) -> String {
    let mut parts = Vec::new();
    if f.answers > 0 {
        parts.push(say!(v, "serve-kept", count = f.answers as f64, size = v.fixed(f.bytes as f64 / 1e6, 1)));
    }
    if f.halves > 0 {
        parts.push(say!(v, "serve-halves", count = f.halves as f64));
    }
    if f.broken_off > 0 {
        parts.push(say!(v, "serve-broken-off", count = f.broken_off as f64));
    }
    parts.join("; ")
}

fn ended(e: ServeError) -> Ended {
    Ended::input(format!("error: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use keruen_report::language::Language;

    #[test]
    fn what_is_found_is_told_in_every_language() {
        let left = Found { answers: 2, bytes: 1_500_000, halves: 1, broken_off: 3 };
        let told = Language::ALL.map(|l| found(Voice::plain(l), &left));
        assert_eq!(
            told[0],
            "2 answers kept from before (1.5 MB); 1 half-written answers removed; 3 runs were broken off; the page offers to run them again"
        );
        assert!(told[1..].iter().all(|t| !t.contains("answers") && t.contains("1,5")), "{told:?}");
        assert_eq!(found(Voice::ENGLISH, &Found { answers: 0, bytes: 0, halves: 0, broken_off: 0 }), "");
    }
}
