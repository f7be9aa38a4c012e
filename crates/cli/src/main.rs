//! The `keruen` command: arguments in, data to stdout, everything else to stderr, one exit code a kind of end.

mod args;
mod exit;
mod load;
mod map;
mod output;
mod progress;
mod verbs;

use clap::Parser;
use exit::{Ended, Exit};

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
            printer.say(&format!(
                "error: this is our fault, not yours: {}\nPlease report it with the command you typed.",
                what.unwrap_or("no details")
            ));
            Exit::OurFault
        }
    };
    std::process::ExitCode::from(exit.code())
}

fn answer(printer: &mut output::Printer) -> Result<Exit, Ended> {
    if std::env::args_os().len() == 1 {
        printer.print(verbs::WELCOME)?;
        return Ok(Exit::Answered);
    }
    match args::Args::try_parse() {
        Ok(args) => {
            printer.speak(args.lang.as_deref())?;
            verbs::run(args, printer)
        }
        Err(e) if matches!(e.kind(), clap::error::ErrorKind::DisplayHelp | clap::error::ErrorKind::DisplayVersion) => {
            printer.print(&e.render().to_string())?;
            Ok(Exit::Answered)
        }
        Err(e) => Err(Ended::input(e.render().to_string().trim_end().to_string())),
    }
}
