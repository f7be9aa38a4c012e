//! `keruen compare`.

use super::scenario::ended;
use super::study::study_if_any;
use crate::args::{CompareArgs, CompareWith};
use crate::exit::{Ended, Exit};
use crate::load::{Ready, is_corridor, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_model::scenario::Scenario;
use keruen_report::language::Voice;
use keruen_report::say;
use keruen_report::{html, text};
use keruen_results::compare::CompareAnswer;
use keruen_study::Ranging;
use keruen_study::compare::{CompareQuestion, Comparer, Luck, asked, compare};

pub fn run(args: &CompareArgs, printer: &Printer) -> Result<Exit, Ended> {
    let (name, sides) = corridor_first(&args.sides);
    if sides.len() < 2 {
        return Err(usage());
    }
    let here = ready(name)?;
    let study = study_if_any(&here)?;
    let mut question = asked(&here.corridor, study.as_ref(), args.year, &args.question).map_err(ended)?;
    question.months |= args.months;
    deepen(args, &mut question)?;
    let (scenarios, stacks) = stacks(&here, sides)?;
    let [base, others @ ..] = stacks.as_slice() else { return Err(usage()) };
    let mut comparer = Comparer::new(&here.corridor, &scenarios, question);
    let bar = Bar::stoppable("bar-scenarios", printer);
    let answer = compare(&mut comparer, base, others, &bar).map_err(ended)?;
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    if let Some(file) = &args.html {
        let command = format!("./keruen compare {}{}", args.sides.join(" "), deeper(args));
        write(file, &html::compare_page(voice, &answer, &command))?;
    }
    if let Some(file) = &args.xlsx {
        super::table::answers(file, &here.corridor.meta.as_of, &[("comparison", &text::compare_csv(&answer))])?;
    }
    match &args.csv {
        Some(file) if file.as_os_str() == "-" => {
            printer.print(&text::compare_csv(&answer))?;
            return Ok(end(&answer, printer, voice));
        }
        Some(file) => write(file, &text::compare_csv(&answer))?,
        None => {}
    }
    if args.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::compare(voice, &answer, args.top))?
    }
    Ok(end(&answer, printer, voice))
}

/// Says what is missing of an answer that was cut off.
fn end(answer: &CompareAnswer, printer: &Printer, voice: Voice<'_>) -> Exit {
    answer.stopped.iter().for_each(|s| printer.say(&say!(voice, "note", text = voice.phrase(s))));
    if answer.stopped.is_empty() { Exit::Answered } else { Exit::Partial }
}

/// Draws and replications, where they are asked for.
fn deepen(args: &CompareArgs, question: &mut CompareQuestion) -> Result<(), Ended> {
    if args.ranges == 1 {
        return Err(Ended::input("error: --ranges 1: a low and a high end need at least 2 samples"));
    }
    let threads = args.threads.unwrap_or_else(keruen_model::parallel::all);
    question.ranging = (args.ranges > 0).then_some(Ranging { samples: args.ranges, seed: args.seed, threads });
    let luck = Luck { replications: args.replications, seed: args.seed, threads };
    question.luck = args.with.contains(&CompareWith::Simulate).then_some(luck);
    Ok(())
}

/// The flags that [`deepen`] reads, so that the page can be made again.
fn deeper(args: &CompareArgs) -> String {
    let mut out = args.year.map_or(String::new(), |y| format!(" --year {y}"));
    out += if args.months { " --months" } else { "" };
    args.question.iter().for_each(|q| out += &format!(" --question {q}"));
    if args.ranges > 0 {
        out += &format!(" --ranges {}", args.ranges);
    }
    if args.with.contains(&CompareWith::Simulate) {
        out += &format!(" --with simulate --replications {}", args.replications);
    }
    if args.seed != 1 {
        out += &format!(" --seed {}", args.seed);
    }
    out
}

/// The scenarios, with those read from files, and what each side stacks of them.
fn stacks(here: &Ready, sides: &[String]) -> Result<(Vec<Scenario>, Vec<Vec<String>>), Ended> {
    let sides: Vec<Vec<String>> = sides.iter().map(|s| stack(s)).collect();
    let (all, ids) = super::scenario::listed(here, &sides.concat())?;
    let mut ids = ids.into_iter();
    Ok((all, sides.iter().map(|s| ids.by_ref().take(s.len()).collect()).collect()))
}

fn usage() -> Ended {
    Ended::input("error: name a base and at least one scenario to compare: keruen compare base two-more-ferries")
}

/// The corridor may be left out where the bundled one is meant.
pub fn corridor_first(words: &[String]) -> (&str, &[String]) {
    match words {
        [first, rest @ ..] if is_corridor(first) => (first, rest),
        all => ("trans-caspian", all),
    }
}

/// `a+b` stacks two scenarios; `base` stacks none.
pub fn stack(text: &str) -> Vec<String> {
    if text == "base" { Vec::new() } else { text.split('+').map(str::to_string).collect() }
}

/// Writes a file.
pub fn write(file: &std::path::Path, text: &str) -> Result<(), Ended> {
    std::fs::write(file, text).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))
}
