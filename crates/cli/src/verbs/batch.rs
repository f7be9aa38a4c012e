//! `keruen route --batch`: many consignments from one CSV file into another.

use super::route::{WhenSpec, spec_of_when};
use crate::args::RouteArgs;
use crate::exit::{Ended, Exit};
use crate::load::Ready;
use crate::output::Printer;
use crate::progress::Bar;
use keruen_model::fault::nearest;
use keruen_report::language::Voice;
use keruen_report::{csv, say};
use keruen_study::{Asker, BatchAnswer, VariantSpec, When};
use keruen_tables::csv::CsvReader;
use std::path::Path;

/// Columns of the input.
const COLUMNS: [&str; 20] = [
    "id",
    "from",
    "to",
    "cargo",
    "equipment",
    "quantity",
    "unit",
    "day",
    "scenario",
    "avoid",
    "use",
    "beside",
    "permits_asked",
    "depart",
    "any_day_in",
    "arrive_by",
    "max_cost",
    "max_co2e",
    "eps",
    "promise",
];
/// Longest row read.
const LONGEST: usize = 1 << 16;
/// Faults printed before the rest is counted.
const SHOWN: usize = 20;

/// The questions of a file, each with its line.
struct Questions {
    specs: Vec<VariantSpec>,
    whens: Vec<When>,
    lines: Vec<u32>,
    faults: Faults,
}

/// What is wrong, each with its line, in the language spoken.
struct Faults {
    voice: Voice<'static>,
    all: Vec<(u32, String)>,
}

impl Faults {
    fn add(&mut self, line: u32, what: &str) {
        self.all.push((line, self.voice.phrase(what)));
    }

    /// A cell that holds what it must not.
    fn cell(&mut self, line: u32, (field, value): (&str, &str), what: &str) {
        let what = self.voice.phrase(what);
        self.all.push((line, format!("{field} = {value:?}: {what}")));
    }

    /// The first of them; the rest is counted.
    fn told(mut self, file: &Path) -> String {
        self.all.sort();
        let line = |(line, what): &(u32, String)| say!(self.voice, "error", what = format!("{}:{line}: {what}", file.display()));
        let mut out: Vec<String> = self.all.iter().take(SHOWN).map(line).collect();
        if self.all.len() > SHOWN {
            out.push(self.voice.phrase(&format!("... and {} more", self.all.len() - SHOWN)));
        }
        out.join("\n")
    }
}

pub fn run(args: &RouteArgs, here: &Ready, file: &Path, printer: &Printer) -> Result<Exit, Ended> {
    let alone = [(!args.return_day.is_empty(), "--return", "write the way back as a row of its own")];
    let alone = alone.into_iter().chain([
        (args.protected, "--protected", "ask for the pair without --batch"),
        (args.why_not.is_some(), "--why-not", "ask without --batch"),
    ]);
    if let Some((_, flag, instead)) = alone.into_iter().find(|a| a.0) {
        return Err(Ended::input(format!("error: a batch has no place for {flag}: {instead}")));
    }
    let voice = Voice::plain(printer.language);
    let source = std::fs::File::open(file).map_err(|e| Ended::input(format!("error: {}: {e}", file.display())))?;
    let mut read = questions(args, CsvReader::new(source, LONGEST), voice)
        .map_err(|e| Ended::input(format!("error: {}: {e}", file.display())))?;
    let mut asker = Asker::new(&here.corridor, &here.scenarios);
    for f in asker.batch_faults(&read.specs) {
        read.faults.cell(read.lines[f.question], (f.field, &f.value), &f.message);
    }
    if !read.faults.all.is_empty() {
        return Err(Ended::input(read.faults.told(file)));
    }
    let threads = args.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let bar = Bar::new("bar-consignments", printer);
    let answers = asker.batch((&read.specs, &read.whens), threads, &bar).map_err(super::route::ended)?;
    drop(bar);
    let ids: Vec<&str> = read.specs.iter().map(|v| v.id.as_str()).collect();
    let text = csv::batch(&ids, &answers);
    match &args.out {
        Some(out) => super::route::write(out, &text, printer)?,
        None => printer.print(&text)?,
    }
    let without = answers.iter().filter(|a| !a.as_ref().is_ok_and(|x| !x.ways.is_empty())).count();
    let names = here.names(printer.language)?;
    let told = say!(voice, "batch-answered", count = answers.len() as f64, without = without as f64);
    printer.say(&(told + &reasons(Voice::new(printer.language, &names), &ids, &answers)));
    Ok(Exit::Answered)
}

/// The first few questions without an answer, with the reason.
fn reasons(v: Voice<'_>, ids: &[&str], answers: &[BatchAnswer]) -> String {
    let why = |a: &BatchAnswer| match a {
        Ok(a) => a.no_answer.as_ref().map(|n| n.reason.clone()),
        Err(e) => Some(e.clone()),
    };
    let listed: Vec<String> =
        ids.iter().zip(answers).filter_map(|(id, a)| Some(format!("\n  {id}: {}", v.phrase(&why(a)?)))).take(SHOWN).collect();
    listed.concat()
}

/// Reads the file; what a row leaves open is as the flags say.
fn questions<R: std::io::Read>(args: &RouteArgs, mut reader: CsvReader<R>, voice: Voice<'static>) -> std::io::Result<Questions> {
    let faults = Faults { voice, all: Vec::new() };
    let mut out = Questions { specs: Vec::new(), whens: Vec::new(), lines: Vec::new(), faults };
    let mut columns: Option<Vec<Option<&'static str>>> = None;
    while let Some(record) = reader.next()? {
        let mut record = match record {
            Ok(r) => r,
            Err(fault) => {
                out.faults.add(fault.line, "the row cannot be read: its quotes do not close, or it is not UTF-8");
                continue;
            }
        };
        if record.is_blank() {
            continue;
        }
        let line = record.line();
        let cells: Vec<String> = (0..record.len()).map(|i| record.cell(i).trim().to_string()).collect();
        match &columns {
            None => columns = Some(head(&cells, line, &mut out.faults)),
            Some(columns) if cells.len() > columns.len() => {
                out.faults.add(line, &format!("{} cells under {} columns", cells.len(), columns.len()));
            }
            Some(columns) => {
                let value = |name: &str| {
                    let at = columns.iter().position(|c| *c == Some(name));
                    at.and_then(|i| cells.get(i)).map_or("", String::as_str)
                };
                let spec = spec(args, line, &value, &mut out.faults);
                out.specs.push(spec);
                out.whens.push(when(args, line, &value, &mut out.faults));
                out.lines.push(line);
            }
        }
    }
    Ok(out)
}

fn head(cells: &[String], line: u32, faults: &mut Faults) -> Vec<Option<&'static str>> {
    let known: Vec<Option<&'static str>> = cells.iter().map(|c| COLUMNS.into_iter().find(|k| k == c)).collect();
    for name in cells.iter().zip(&known).filter(|(_, k)| k.is_none()).map(|(c, _)| c) {
        let near = nearest(name, COLUMNS.into_iter());
        let near = near.map_or_else(|| format!("; the columns are {}", COLUMNS.join(", ")), |n| format!("; did you mean {n:?}?"));
        faults.add(line, &format!("there is no column {name:?}{near}"));
    }
    for wanted in ["from", "to"].into_iter().filter(|w| !known.contains(&Some(w))) {
        faults.add(line, &format!("column {wanted:?} must be there"));
    }
    known
}

/// Departures and limits of a row; what it leaves open is as the flags say.
fn when<'a>(args: &RouteArgs, line: u32, value: &dyn Fn(&str) -> &'a str, faults: &mut Faults) -> When {
    let or = |name: &str, default: String| if value(name).is_empty() { default } else { value(name).to_string() };
    let flags = spec_of_when(args);
    let spec = WhenSpec {
        depart: or("depart", flags.depart),
        any_day_in: or("any_day_in", flags.any_day_in),
        arrive_by: or("arrive_by", flags.arrive_by),
        max_cost: or("max_cost", flags.max_cost),
        max_co2e: or("max_co2e", flags.max_co2e),
        eps: or("eps", flags.eps),
        promise: or("promise", flags.promise),
    };
    super::route::when(&spec).unwrap_or_else(|e| {
        faults.add(line, e.message.trim_start_matches("error: "));
        When::default()
    })
}

fn spec<'a>(args: &RouteArgs, line: u32, value: &dyn Fn(&str) -> &'a str, faults: &mut Faults) -> VariantSpec {
    let or = |name: &str, default: &str| if value(name).is_empty() { default.to_string() } else { value(name).to_string() };
    let many = |name: &str, default: &[String]| match value(name) {
        "" => default.to_vec(),
        list => list.split(';').map(|x| x.trim().to_string()).filter(|x| !x.is_empty()).collect(),
    };
    let quantity = match value("quantity") {
        "" => args.quantity,
        text => text.parse().ok().filter(|q: &f64| q.is_finite() && *q > 0.0).unwrap_or_else(|| {
            faults.cell(line, ("quantity", text), "wanted a number above zero");
            1.0
        }),
    };
    VariantSpec {
        id: or("id", &format!("row {line}")),
        label: String::new(),
        from: value("from").into(),
        to: value("to").into(),
        cargo: or("cargo", &args.cargo),
        equipment: or("equipment", &args.equipment),
        quantity,
        unit: or("unit", &args.unit),
        day: or("day", &args.day),
        scenarios: many("scenario", &args.asked.scenario),
        avoid: many("avoid", &args.avoid),
        must_use: many("use", &args.must_use),
        beside: many("beside", &args.beside),
        permits_asked: or("permits_asked", &args.permits_asked),
        return_day: String::new(),
        protected: false,
    }
}
