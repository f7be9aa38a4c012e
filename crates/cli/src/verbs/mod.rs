//! One file a verb.

mod batch;
mod calibrate;
mod check;
mod compare;
mod exchange;
mod explain;
mod fibre;
mod flags;
mod flow;
mod forum;
mod mcp;
mod new;
mod reference;
mod route;
mod scenario;
mod seats;
mod serve;
mod simulate;
mod sources;
mod study;
mod table;
mod validate;

use crate::args::{Args, Verb};
use crate::exit::{Ended, Exit};
use crate::output::Printer;

/// Runs a verb.
pub fn run(args: Args, printer: &Printer) -> Result<Exit, Ended> {
    match args.verb {
        Verb::Route(a) => route::run(&a, printer),
        Verb::Flow(a) => flow::run(&a, printer),
        Verb::Simulate(a) => simulate::run(&a, printer),
        Verb::Validate(a) => validate::run(&a, printer),
        Verb::Calibrate(a) => calibrate::run(&a, printer),
        Verb::Compare(a) => compare::run(&a, printer),
        Verb::Forum(a) => forum::run(&a, printer),
        Verb::Seats(a) => seats::run(&a, printer),
        Verb::Fibre(a) => fibre::run(&a, printer),
        Verb::Study(a) => study::run(&a, printer),
        Verb::Serve(a) => serve::run(&a, printer),
        Verb::Sources(a) => sources::run(&a, printer),
        Verb::Explain(a) => explain::run(&a, printer),
        Verb::Scenario(a) => scenario::run(&a, printer),
        Verb::Mcp(a) => mcp::run(&a, printer),
        Verb::Check(a) => check::run(&a, printer),
        Verb::New(a) => new::run(&a, printer),
        Verb::Export(a) => exchange::export(&a, printer),
        Verb::Import(a) => exchange::import(&a, printer),
        Verb::Table(a) => table::run(&a, printer),
        Verb::Reference(a) => reference::run(&a, printer),
    }
}
