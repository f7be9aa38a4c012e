//! `keruen route`.

use crate::args::RouteArgs;
use crate::exit::{Ended, Exit};
use crate::load::{Ready, day, is_corridor, list, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_model::{Clock, Corridor, TableKind, validate};
use keruen_report::language::Voice;
use keruen_report::say;
use keruen_report::{csv, geojson, html, text};
use keruen_results::route::RouteAnswer;
use keruen_results::waits::Waits;
use keruen_study::{Asker, Limits, Promise, StudyError, VariantSpec, Wanted, When, lay_observed_waits, lay_waits};
use keruen_tables::{ReadOptions, read_more};
use std::path::Path;

/// What `--waits` says instead of a file where waits are to come from the observations.
const OBSERVED: &str = "observed";

/// The corridor asked where none is named.
const BUNDLED: &str = "trans-caspian";

pub fn run(args: &RouteArgs, printer: &Printer) -> Result<Exit, Ended> {
    if let Some(file) = &args.batch {
        let corridor = match args.places.as_slice() {
            [] => BUNDLED,
            [one] => one,
            _ => return Err(Ended::input("error: a batch names its places in the file: keruen route CORRIDOR --batch FILE")),
        };
        return super::batch::run(args, &prepared(corridor, args, printer)?, file, printer);
    }
    let (corridor, from, to) = match args.places.as_slice() {
        [from, to] if is_corridor(from) => {
            return Err(Ended::input(format!("error: from where to where? keruen route {from} FROM {to}")));
        }
        [from, to] => (BUNDLED, from, to),
        [corridor, from, to] => (corridor.as_str(), from, to),
        _ => return Err(Ended::input("error: from where to where? keruen route [CORRIDOR] FROM TO")),
    };
    day(&args.day)?;
    day(&args.return_day)?;
    day(&args.permits_asked)?;
    let here = prepared(corridor, args, printer)?;
    let question = spec(args, from, to);
    for name in [from, to] {
        tell_spelling(&here.corridor, name, printer);
    }
    let mut asker = Asker::new(&here.corridor, &here.scenarios);
    let bar = Bar::new("bar-labels", printer);
    let when = when(&spec_of_when(args))?;
    if let Some(subject) = &args.why_not {
        let answer = asker.why_not(&question, subject, &when, &bar).map_err(ended)?;
        if args.asked.json {
            printer.json(&answer)?
        } else {
            let names = here.names(printer.language)?;
            printer.print(&text::why_not(Voice::new(printer.language, &names), &answer))?
        }
        return Ok(Exit::Answered);
    }
    let answer = asker.shown(&question, &when, args.ways, &bar).map_err(ended)?;
    show(args, &here, &answer, printer)?;
    Ok(if answer.ways.is_empty() { Exit::NoAnswer } else { Exit::Answered })
}

/// Departures, limits and promise as they are written.
pub struct WhenSpec {
    pub depart: String,
    pub any_day_in: String,
    pub arrive_by: String,
    pub max_cost: String,
    pub max_co2e: String,
    pub eps: String,
    pub promise: String,
}

/// As the flags say.
pub fn spec_of_when(args: &RouteArgs) -> WhenSpec {
    let number = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
    WhenSpec {
        depart: args.depart.clone(),
        any_day_in: args.any_day_in.clone(),
        arrive_by: args.arrive_by.clone(),
        max_cost: number(args.max_cost),
        max_co2e: number(args.max_co2e),
        eps: number(args.eps),
        promise: args.promise.clone(),
    }
}

/// Departures, limits and promise of a question.
pub fn when(w: &WhenSpec) -> Result<When, Ended> {
    let bad = |flag: &str, text: &str, wanted: &str| Ended::input(format!("error: --{flag} {text:?} is not {wanted}"));
    let clock = Clock::parse(&w.depart).filter(|c| c.0 < 24 * 60);
    let clock = clock.ok_or_else(|| bad("depart", &w.depart, "a clock time, as HH:MM"))?;
    let days = match w.any_day_in.split_once("..") {
        None if w.any_day_in.is_empty() => None,
        None => return Err(bad("any-day-in", &w.any_day_in, "two days, as 2025-09-01..2025-09-30")),
        Some((first, last)) => day(first)?.zip(day(last)?),
    };
    let number = |flag: &str, text: &str| match text.parse::<f64>() {
        _ if text.is_empty() => Ok(None),
        Ok(v) if v.is_finite() && v >= 0.0 => Ok(Some(v)),
        _ => Err(bad(flag, text, "a number at or above zero")),
    };
    let promise = match w.promise.parse::<f64>() {
        _ if w.promise.is_empty() => None,
        Ok(days) if days.is_finite() && days > 0.0 => Some(Promise::Days(days)),
        Ok(_) => return Err(bad("promise", &w.promise, "a number of days above zero, or a day")),
        Err(_) => day(&w.promise)?.map(Promise::On),
    };
    let (usd, co2e_kg) = (number("max-cost", &w.max_cost)?, number("max-co2e", &w.max_co2e)?);
    let limits = Limits { usd, hours: None, co2e_kg, eps: number("eps", &w.eps)? };
    let wanted = Wanted { limits, promise, ..Wanted::default() };
    Ok(When { clock, days, arrive_by: day(&w.arrive_by)?, wanted })
}

/// The corridor, with the rules of the user behind its own.
/// The corridor with the rules and the waits of the asker.
fn prepared(corridor: &str, args: &RouteArgs, printer: &Printer) -> Result<Ready, Ended> {
    let mut here = ready(corridor)?;
    if let Some(file) = &args.rules {
        more_rules(&mut here.corridor, file)?;
    }
    if args.waits.as_deref() == Some(Path::new(OBSERVED)) {
        let stops = lay_observed_waits(&mut here.corridor).map_err(ended)?;
        printer.say(&say!(Voice::plain(printer.language), "route-waits-observed", stops = stops));
    } else if let Some(file) = &args.waits {
        let waits: Waits = serde_json::from_slice(&bytes(file)?)
            .map_err(|e| Ended::input(format!("error: {}: no waits of a simulation: {e}", file.display())))?;
        let laid = lay_waits(&mut here.corridor, &waits).map_err(ended)?;
        printer.say(&say!(
            Voice::plain(printer.language),
            "route-waits",
            stops = laid,
            first = waits.first.as_str(),
            last = waits.last.as_str()
        ));
    }
    Ok(here)
}

fn more_rules(corridor: &mut Corridor, file: &Path) -> Result<(), Ended> {
    let name = file.display().to_string();
    let mut faults = read_more(corridor, TableKind::Rule, (&name, &bytes(file)?), &ReadOptions::default())
        .map_err(|e| Ended::input(format!("error: {e}")))?;
    faults.extend(validate::validate(corridor));
    if faults.is_empty() { Ok(()) } else { Err(Ended::input(list(&faults))) }
}

fn bytes(file: &Path) -> Result<Vec<u8>, Ended> {
    std::fs::read(file).map_err(|e| Ended::input(format!("error: {}: {e}", file.display())))
}

/// Every form that is asked for; what goes to the standard output in another form replaces the answer in text.
fn show(args: &RouteArgs, here: &Ready, answer: &RouteAnswer, printer: &Printer) -> Result<(), Ended> {
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    let mut printed = false;
    if args.html.is_some() || args.geojson.is_some() {
        let map = super::study::map(&here.folder, &here.corridor)?;
        if let Some(file) = &args.html {
            write(file, &html::route_page(voice, answer, &map, &command()), printer)?;
        }
        if let Some(file) = &args.geojson {
            let text = serde_json::to_string(&geojson::route(answer, &map)).map_err(Ended::ours)? + "\n";
            printed |= put(file, &text, printer)?;
        }
    }
    if let Some(file) = &args.csv {
        printed |= put(file, &csv::route(answer), printer)?;
    }
    if printed {
        return Ok(());
    }
    if args.asked.json {
        return printer.json(answer);
    }
    printer.print(&text::route(voice, answer, printer.width, args.full))?;
    if args.why { printer.print(&text::refused(voice, answer)) } else { Ok(()) }
}

/// To a file, or for `-` to the standard output; whether it was printed.
fn put(file: &Path, text: &str, printer: &Printer) -> Result<bool, Ended> {
    if file == Path::new("-") {
        printer.print(text)?;
        return Ok(true);
    }
    write(file, text, printer)?;
    Ok(false)
}

pub fn write(file: &Path, text: &str, printer: &Printer) -> Result<(), Ended> {
    std::fs::write(file, text).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
    printer.say(&say!(Voice::plain(printer.language), "wrote", file = file.display().to_string()));
    Ok(())
}

fn spec(args: &RouteArgs, from: &str, to: &str) -> VariantSpec {
    VariantSpec {
        id: "route".into(),
        label: String::new(),
        from: from.into(),
        to: to.into(),
        cargo: args.cargo.clone(),
        equipment: args.equipment.clone(),
        quantity: args.quantity,
        unit: args.unit.clone(),
        day: args.day.clone(),
        scenarios: args.asked.scenario.clone(),
        avoid: args.avoid.clone(),
        must_use: args.must_use.clone(),
        return_day: args.return_day.clone(),
        protected: args.protected,
        beside: args.beside.clone(),
        permits_asked: args.permits_asked.clone(),
    }
}

fn tell_spelling(corridor: &keruen_model::Corridor, name: &str, printer: &Printer) {
    if let keruen_model::find::Found::Close(id, meant) = keruen_model::find::place(corridor, name) {
        let id = corridor.strings.id(id);
        let voice = Voice::plain(printer.language);
        printer.say(&say!(voice, "read-as", asked = format!("{name:?}"), meant = format!("{meant:?}"), id = id));
    }
}

fn command() -> String {
    let quoted = |a: String| if a.contains(' ') { format!("'{a}'") } else { a };
    format!("./keruen {}", std::env::args().skip(1).map(quoted).collect::<Vec<_>>().join(" "))
}

/// Errors of asking are the input's, save a cancelled run.
pub fn ended(e: StudyError) -> Ended {
    let text = e.to_string();
    Ended::input(format!("error: {}", text.strip_prefix("study.toml, route: ").unwrap_or(&text)))
}
