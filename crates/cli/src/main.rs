//! The `keruen` command: arguments in, data to stdout, everything else to stderr, one exit code a kind of end.

mod args;
mod exit;
mod load;
mod map;
mod output;
mod progress;
mod verbs;
mod words;

use clap::Parser;
use exit::{Ended, Exit};
use keruen_report::language::Voice;
use keruen_report::say;
use std::ffi::OsString;
use words::Told;

/// Graphs are many small lists, made and given back: a fifth of an answer's time by the system's own allocator (docs/decisions/0026).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    let mut printer = output::Printer::new();
    std::panic::set_hook(Box::new(|_| {}));
    let run = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(&mut printer)));
    let exit = match run {
        Ok(Ok(exit)) => exit,
        Ok(Err(Ended { exit, message })) => {
            printer.say(&printer.told(&message));
            exit
        }
        Err(panic) => {
            let what = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            let voice = Voice::plain(printer.language);
            printer.say(&say!(
                voice,
                "our-fault",
                what = what.map_or_else(|| say!(voice, "our-fault-no-details"), str::to_string)
            ));
            printer.say(&say!(voice, "our-fault-report"));
            Exit::OurFault
        }
    };
    std::process::ExitCode::from(exit.code())
}

fn answer(printer: &mut output::Printer) -> Result<Exit, Ended> {
    let line: Vec<OsString> = std::env::args_os().collect();
    let language = words::asked(&line);
    if words::asks_nothing(&line) {
        printer.print(&words::welcome(Voice::plain(language)))?;
        return Ok(Exit::Answered);
    }
    match args::Args::try_parse_from(&line) {
        Ok(args) => {
            printer.speak(args.lang.as_deref())?;
            verbs::run(args, printer)
        }
        Err(e) => match words::told(language, &line, &e) {
            Told::Answer(text) => printer.print(&text).map(|()| Exit::Answered),
            Told::Fault(text) => Err(Ended::input(text)),
        },
    }
}
