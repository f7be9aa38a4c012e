//! Times the kernels of Keruen on given instances, beside a plain yardstick in the same run.
//!
//! One JSON object a line on standard output; `keruen-bench --help` says what it takes.

mod arguments;
mod corridor;
mod equilibrium;
mod events;
mod flow;
mod folder;
mod instance;
mod measure;
mod pareto;
mod paths;
mod report;
mod route;
mod schedule;
mod simulate;
mod streets;
mod yardstick;

use std::io::Write;
use std::process::ExitCode;

use arguments::{Job, USAGE};

/// As in the command that is measured for (docs/decisions/0026).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the one place that prints")]
fn main() -> ExitCode {
    let job = match arguments::parse(std::env::args().skip(1)) {
        Ok(job) => job,
        Err(fault) => {
            eprintln!("keruen-bench: {fault}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    // Who no longer reads has seen enough.
    let mut print = |line: String| {
        if writeln!(std::io::stdout(), "{line}").is_err() {
            std::process::exit(0);
        }
    };
    let done = match job {
        Job::Help => {
            print(USAGE.to_owned());
            Ok(())
        }
        Job::Yardstick(job) => paths::yardstick_only(&job, &mut print),
        Job::Paths(job) => paths::run(&job, &mut print),
        Job::Pareto(job) => pareto::run(&job, &mut print),
        Job::Flow(job) => flow::run(&job, &mut print),
        Job::Schedule(job) => schedule::run(&job, &mut print),
        Job::Equilibrium(job) => equilibrium::run(&job, &mut print),
        Job::Route(job) => route::run(&job, &mut print),
        Job::Events(job) => events::run(&job, &mut print),
        Job::Corridor(folder, year) => corridor::run(&folder, year, &mut print),
        Job::Simulate(folder, year, replications) => simulate::run(&folder, year, replications, &mut print),
        Job::Folder(given) => folder::run(given.as_deref(), &mut print),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("keruen-bench: {fault}");
            ExitCode::from(2)
        }
    }
}
