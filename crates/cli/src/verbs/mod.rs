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

/// What `keruen` says without arguments.
pub const WELCOME: &str = "\
Keruen plans international transport corridors: on one folder of plain tables, in which every figure names its source.

  keruen study                                        run the questions of the bundled corridor, write one report
  keruen route trans-caspian Khorgos Poti             how do I ship it: ways, costs, days, CO2e, papers
  keruen flow --year 2024                             what moves, what is left behind, what each bottleneck is worth
  keruen simulate --year 2024                         what happens with queues, storms and ships that leave when full
  keruen serve                                        the corridor on a map in your browser, from this machine alone
  keruen validate                                     the model against what was counted in the world
  keruen calibrate --years 2023 --out fitted.toml     what the counters say about demand, as a scenario
  keruen compare base two-more-ferries dredging-7.7m  which proposal does what, who pays and who gains, what it is worth
  keruen forum --preset trade                         several parties weigh the proposals: rankings, what flips them
  keruen seats --budget '1e9 KZT'                     what a budget for subsidised flights buys, where first
  keruen fibre                                        what the cable on the seabed adds
  keruen sources                                      where the figures come from, and which of them matter most
  keruen explain link:beineu-mangystau.length         one figure: method, range, links
  keruen scenario list                                what if: storms, dredging, tariffs, a second cable ...
  keruen mcp                                          let an assistant ask: tools over stdio or HTTP on this machine
  keruen check trans-caspian                          check every table against every rule
  keruen new my-corridor                              a small corridor of your own, ready to be changed
  keruen table export trans-caspian.xlsx              all tables as one workbook, to be edited and read back
  keruen export trans-caspian gmns out/gmns           hand it to another program

`keruen VERB --help` tells the rest. Data goes to stdout, words to stderr; --json gives every answer to a program.
";

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
