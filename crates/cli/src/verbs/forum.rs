//! `keruen forum`.

use super::compare::{corridor_first, stack, write};
use super::route::ended;
use super::study::study_if_any;
use crate::args::ForumArgs;
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_forum::{Chance, ForumError, Party, merge, parse, preset, print, seal};
use keruen_report::language::Voice;
use keruen_report::{chart, html, say, text};
use keruen_results::round_table::RoundTable;
use keruen_study::{ProposalSpec, RoundTableSpec, Study, round_table};
use std::path::{Path, PathBuf};

pub fn run(args: &ForumArgs, printer: &Printer) -> Result<Exit, Ended> {
    let (name, files) = corridor_first(&args.parties);
    let parties = parties(files, &args.preset)?;
    if let (Some(salt), Some(file)) = (&args.seal, &args.merged) {
        return sealed(&parties, salt, file, printer);
    }
    if let Some(file) = &args.merged {
        write(file, &print(&parties))?;
    }
    let here = ready(name)?;
    let study = study_if_any(&here)?.unwrap_or_else(nothing);
    let spec = spec(&here, &study, args)?;
    let bar = Bar::new("bar-proposals", printer);
    let proposals = round_table::proposals(&here.corridor, &here.scenarios, (&study, &spec), &bar).map_err(ended)?;
    if args.criteria {
        let names = here.names(printer.language)?;
        return criteria(Voice::new(printer.language, &names), &round_table::table(&proposals), printer);
    }
    if parties.is_empty() {
        return Err(Ended::input("error: nobody weighs: name party files, or --preset c6, cica, turkic or trade"));
    }
    let chance = Chance { seed: args.seed, draws: args.draws };
    let answer = round_table::weigh(proposals, &parties, chance, &Bar::new("bar-parties", printer)).map_err(ended)?;
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    files_out(voice, args, &answer)?;
    if let Some(file) = &args.xlsx {
        workbook(file, &here.corridor.meta.as_of, &answer)?;
    }
    if args.json {
        printer.json(&answer)?
    } else {
        printer.print(&text::forum(voice, &answer.forum))?
    }
    Ok(Exit::Answered)
}

/// Parties of files and presets together.
pub fn parties(files: &[String], presets: &[String]) -> Result<Vec<Party>, Ended> {
    let bad = |e: ForumError| Ended::input(format!("error: {e}"));
    let mut all = Vec::new();
    for file in files {
        let content = std::fs::read_to_string(file).map_err(|e| Ended::input(format!("error: {file}: {e}")))?;
        all.push(parse(file, &content).map_err(bad)?);
    }
    for name in presets {
        all.push(named(preset(name).map_err(bad)?, name, presets.len() > 1));
    }
    merge(all).map_err(bad)
}

/// Presets share states; beside each other, each keeps its own.
pub fn named(parties: Vec<Party>, preset: &str, several: bool) -> Vec<Party> {
    let name = |p: Party| Party { id: format!("{preset}-{}", p.id), name: format!("{} ({preset})", p.name), ..p };
    if several { parties.into_iter().map(name).collect() } else { parties }
}

fn sealed(parties: &[Party], salt: &str, file: &Path, printer: &Printer) -> Result<Exit, Ended> {
    let shut: Result<Vec<Party>, ForumError> = parties.iter().map(|p| seal::shut(p, salt)).collect();
    let shut = shut.map_err(|e| Ended::input(format!("error: {e}")))?;
    write(file, &print(&shut))?;
    for p in &shut {
        printer.print(&format!("{} {}", p.id, p.sealed.as_deref().unwrap_or("")))?;
    }
    let voice = Voice::plain(printer.language);
    let told = format!("send {} now; later the file with the weights and salt = {salt:?} opens it", file.display());
    printer.say(&say!(voice, "note", text = voice.phrase(&told)));
    Ok(Exit::Answered)
}

fn nothing() -> Study {
    Study {
        id: String::new(),
        title: String::new(),
        about: String::new(),
        claims: Vec::new(),
        questions: Vec::new(),
        flow: None,
        simulate: None,
        round_table: None,
    }
}

/// The round table of the study with the proposals asked for.
fn spec(here: &Ready, study: &Study, args: &ForumArgs) -> Result<RoundTableSpec, Ended> {
    let year = args.year.or(study.round_table.as_ref().map(|t| t.year)).or_else(|| super::flow::years(&here.corridor).pop());
    let year = year.ok_or_else(|| Ended::input("error: table demand is empty; a comparison needs wishes"))?;
    let empty = RoundTableSpec {
        year,
        months: args.months,
        presets: Vec::new(),
        seed: args.seed,
        draws: args.draws,
        discount: None,
        carrier_cost: None,
        terms_why: String::new(),
        questions: Vec::new(),
        proposals: Vec::new(),
    };
    let mut spec = study.round_table.clone().unwrap_or(empty);
    spec.year = year;
    spec.months |= args.months;
    if !args.scenarios.is_empty() {
        let known = std::mem::take(&mut spec.proposals);
        let one = |s: &String| known.iter().find(|p| p.id == *s).cloned().unwrap_or_else(|| of_stack(here, s));
        spec.proposals = args.scenarios.iter().map(one).collect();
    }
    if spec.proposals.is_empty() {
        return Err(Ended::input("error: nothing to weigh: name scenarios with --scenarios; `keruen scenario list` shows them"));
    }
    Ok(spec)
}

fn of_stack(here: &Ready, text: &str) -> ProposalSpec {
    let scenarios = stack(text);
    let name = |s: &String| here.scenarios.iter().find(|x| x.id == *s).map_or_else(|| s.clone(), |x| x.name.clone());
    ProposalSpec {
        id: text.into(),
        name: scenarios.iter().map(name).collect::<Vec<_>>().join(" + "),
        base: Vec::new(),
        scenarios,
    }
}

fn criteria(v: Voice<'_>, table: &keruen_results::forum::ForumTable, printer: &Printer) -> Result<Exit, Ended> {
    let mut t = text::Table::said(v, &["head-criterion", "head-unit", "head-what"]);
    table.criteria.iter().for_each(|c| t.row(vec![c.id.clone(), v.phrase(&c.unit), v.phrase(&c.name)]));
    printer.print(&t.print())?;
    Ok(Exit::Answered)
}

fn files_out(v: Voice<'_>, args: &ForumArgs, answer: &RoundTable) -> Result<(), Ended> {
    if let Some(file) = &args.html {
        write(file, &html::minutes_page(v, answer, &command(args)))?;
    }
    if let Some(file) = &args.csv {
        write(file, &text::forum_csv(&answer.forum))?;
    }
    for p in args.svg.iter().flat_map(|f| answer.forum.parties.iter().map(move |p| (f, p))) {
        let (file, party) = p;
        let names = answer.forum.table.alternatives.iter().map(|a| v.phrase(&a.name));
        let rows: Vec<(String, Vec<f64>)> = names.zip(party.smaa.acceptability.iter().cloned()).collect();
        write(&beside(file, &party.party.id), &chart::acceptability_svg(v, &party.party.name, &rows))?;
    }
    Ok(())
}

/// Rankings on the first sheet, a sheet for each proposal.
fn workbook(file: &Path, day: &str, answer: &RoundTable) -> Result<(), Ended> {
    let mut sheets = vec![("rankings".to_string(), text::forum_csv(&answer.forum))];
    // A sheet's name holds 31 characters at most.
    let name = |p: &keruen_results::round_table::Proposal| {
        p.id.replace([':', '/', '[', ']', '*', '?', '\\'], "_").chars().take(31).collect()
    };
    sheets.extend(answer.proposals.iter().map(|p| (name(p), text::compare_csv(&p.compare))));
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    super::table::answers(file, day, &sheets)
}

/// `out/chart.svg` and `kz` make `out/chart-kz.svg`. The party's name comes from a file of others: only letters and digits pass.
fn beside(file: &Path, party: &str) -> PathBuf {
    let stem = file.file_stem().map_or("chart".into(), |s| s.to_string_lossy().into_owned());
    let safe: String = party.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
    file.with_file_name(format!("{stem}-{safe}.svg"))
}

fn command(args: &ForumArgs) -> String {
    let mut out = format!("./keruen forum {}", args.parties.join(" "));
    for p in &args.preset {
        out += &format!(" --preset {p}");
    }
    if !args.scenarios.is_empty() {
        out += &format!(" --scenarios {}", args.scenarios.join(","));
    }
    format!("{out} --seed {} --draws {}", args.seed, args.draws)
}
