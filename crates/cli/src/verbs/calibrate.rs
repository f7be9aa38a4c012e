//! `keruen calibrate`.

use super::flow::{under, years};
use crate::args::CalibrateArgs;
use crate::exit::{Ended, Exit};
use crate::load::ready;
use crate::output::Printer;
use crate::progress::Bar;
use keruen_report::language::Voice;
use keruen_report::text;
use keruen_study::{Calibration, calibrate, scenario_text};

pub fn run(args: &CalibrateArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let corridor = under(&here, &args.asked)?;
    let asked = Calibration {
        years: if args.years.is_empty() { years(&corridor) } else { args.years.clone() },
        free: args.free.clone(),
        scenarios: args.asked.scenario.clone(),
        threads: args.threads.unwrap_or_else(keruen_model::parallel::all),
    };
    let found = calibrate(&corridor, &asked, &Bar::new("bar-calibrate", printer)).map_err(super::scenario::ended)?;
    if let Some(file) = &args.out {
        let id = file.file_stem().map_or("calibrated".into(), |s| s.to_string_lossy().into_owned());
        std::fs::write(file, scenario_text(&found, &id))
            .map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    }
    if args.asked.json {
        printer.json(&found)?
    } else {
        let names = here.names(printer.language)?;
        printer.print(&text::calibrate(Voice::new(printer.language, &names), &found, args.top))?
    }
    Ok(Exit::Answered)
}
