//! `keruen study`.

use crate::args::StudyArgs;
use crate::exit::{Ended, Exit};
use crate::load::{Ready, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_forum::Chance;
use keruen_model::Corridor;
use keruen_report::language::Voice;
use keruen_report::{html, say};
use keruen_results::fibre::FibreAnswer;
use keruen_results::map::MapData;
use keruen_results::round_table::RoundTable;
use keruen_results::route::RouteAnswer;
use keruen_results::seat_plan::SeatPlan;
use keruen_results::sources::SourcesAnswer;
use keruen_results::study::{FlowPart, SimulatePart, StudyAnswer};
use keruen_study::fibre::{FibreQuestion, History, fibre};
use keruen_study::seats::{SeatsQuestion, seats};
use keruen_study::{FlowSpec, SimulateSpec, Study, flow_part, influence, parse, round_table, simulate_part, sources};
use std::path::Path;

/// The budget of the page on seats.
const BUDGET: (f64, &str) = (1e9, "KZT");
/// Facts older than this count as stale in the report.
const STALE_AFTER_DAYS: u32 = 730;

pub fn run(args: &StudyArgs, printer: &Printer) -> Result<Exit, Ended> {
    let here = ready(&args.corridor)?;
    let study = study_file(&here)?;
    let (mut answer, figures) = answers(&here, &study, args.threads, STALE_AFTER_DAYS, printer)?;
    answer.flow = study.flow.as_ref().map(|spec| flow(&here, spec, args.threads, printer)).transpose()?;
    answer.simulation = study.simulate.as_ref().map(|spec| simulated(&here, spec, args.threads, printer)).transpose()?;
    let folder = args.out.join(&study.id);
    let map = map(&here.folder, &here.corridor)?;
    let command = format!("./keruen study {}", args.corridor);
    let (table, seats, fibre) = round(&here, &study, args.threads, printer)?;
    let shown = html::Round { table: table.as_ref(), seats: seats.as_ref(), fibre: fibre.as_ref() };
    let names = here.names(printer.language)?;
    let voice = Voice::new(printer.language, &names);
    let page = html::study_page(voice, &answer, &figures, &map, shown, &command);
    let json = serde_json::to_string(&(&answer, &figures)).map_err(Ended::ours)?;
    write(&folder, "report.html", &page)?;
    write(&folder, "answers.json", &json)?;
    if let Some(table) = &table {
        write(&folder, "minutes.html", &html::minutes_page(voice, table, &command))?;
        let all = serde_json::to_string(&(table, &seats, &fibre)).map_err(Ended::ours)?;
        write(&folder, "round-table.json", &all)?;
    }
    write(&folder, "manifest.json", &manifest(&here, &study, &answer)?)?;
    if args.json {
        printer.print(&json)?;
    } else {
        printer.print(&summary(voice, &answer, &figures, &folder))?;
    }
    Ok(Exit::Answered)
}

/// The round table's answers; nothing where the study has none.
type Answers = (Option<RoundTable>, Option<SeatPlan>, Option<FibreAnswer>);

/// Proposals compared and weighed by the presets that the study names, seats and fibre where the corridor has them.
fn round(here: &Ready, study: &Study, threads: Option<usize>, printer: &Printer) -> Result<Answers, Ended> {
    let Some(spec) = &study.round_table else { return Ok((None, None, None)) };
    let bar = Bar::new("bar-proposals", printer);
    let proposals = round_table::proposals(&here.corridor, &here.scenarios, (study, spec), &bar).map_err(super::route::ended)?;
    let parties = super::forum::parties(&[], &spec.presets)?;
    let chance = Chance { seed: spec.seed, draws: spec.draws };
    let bar = Bar::new("bar-parties", printer);
    let table = round_table::weigh(proposals, &parties, chance, &bar).map_err(super::route::ended)?;
    let seats = seats(&here.corridor, &SeatsQuestion::new(BUDGET.0, BUDGET.1)).ok();
    let threads = threads.and_then(std::num::NonZeroUsize::new).unwrap_or_else(keruen_model::parallel::all);
    let question = FibreQuestion::new(History { seed: spec.seed, replications: 20, years: 500 });
    let known = question.stages.iter().flatten().all(|n| here.scenarios.iter().any(|s| s.id == *n));
    let fibre = known.then(|| fibre(&here.corridor, &here.scenarios, &question, threads)).and_then(Result::ok);
    Ok((Some(table), seats, fibre))
}

/// The study file of a corridor.
pub fn study_file(here: &Ready) -> Result<Study, Ended> {
    let path = here.folder.join("study.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| Ended::input(format!("error: {}: {e}", path.display())))?;
    parse(&text).map_err(|e| Ended::input(format!("error: {e}")))
}

/// The study file of a corridor that may have none.
pub fn study_if_any(here: &Ready) -> Result<Option<Study>, Ended> {
    if here.folder.join("study.toml").is_file() { study_file(here).map(Some) } else { Ok(None) }
}

/// The study's answers and what they hang on.
pub fn answers(
    here: &Ready,
    study: &Study,
    threads: Option<usize>,
    stale_after: u32,
    printer: &Printer,
) -> Result<(StudyAnswer, SourcesAnswer), Ended> {
    let threads = threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let answer = keruen_study::run(&here.corridor, &here.scenarios, study, &Bar::new("bar-questions", printer))
        .map_err(super::route::ended)?;
    let bar = Bar::new("bar-influence", printer);
    let influences = influence(&here.corridor, &here.scenarios, study, &answer, threads, &bar).map_err(super::route::ended)?;
    Ok((answer, sources(&here.corridor, &influences, stale_after)))
}

/// The part on the whole corridor.
fn flow(here: &Ready, spec: &FlowSpec, threads: Option<usize>, printer: &Printer) -> Result<FlowPart, Ended> {
    let threads = threads.and_then(std::num::NonZeroUsize::new).unwrap_or_else(keruen_model::parallel::all);
    let bar = Bar::new("bar-corridor-flow", printer);
    flow_part(&here.corridor, &here.scenarios, (spec, threads), &bar).map_err(super::scenario::ended)
}

/// The part on what happens day by day.
fn simulated(here: &Ready, spec: &SimulateSpec, threads: Option<usize>, printer: &Printer) -> Result<SimulatePart, Ended> {
    let threads = threads.and_then(std::num::NonZeroUsize::new).unwrap_or_else(keruen_model::parallel::all);
    let bar = Bar::new("bar-happens", printer);
    simulate_part(&here.corridor, (spec, threads), &bar).map_err(super::scenario::ended)
}

/// The map of a corridor: its base layers and its links.
pub fn map(folder: &Path, corridor: &Corridor) -> Result<MapData, Ended> {
    crate::map::read(folder, corridor)
}

/// Writes aside, then renames: a broken run never costs an old report.
fn write(folder: &Path, name: &str, text: &str) -> Result<(), Ended> {
    let bad = |e: std::io::Error| Ended::input(format!("error: cannot write {}: {e}", folder.join(name).display()));
    std::fs::create_dir_all(folder).map_err(bad)?;
    let aside = folder.join(format!(".{name}.new"));
    std::fs::write(&aside, text).map_err(bad)?;
    std::fs::rename(&aside, folder.join(name)).map_err(bad)
}

#[derive(serde::Serialize)]
struct Manifest<'a> {
    schema_version: u32,
    keruen: &'a str,
    corridor: &'a str,
    as_of: &'a str,
    study: &'a str,
    scenarios: Vec<&'a str>,
    tables: &'a [keruen_tables::TableHash],
    /// The study and every scenario of the corridor, as they were read.
    questions: Vec<keruen_tables::TableHash>,
    sources: Vec<&'a str>,
}

fn manifest(here: &Ready, study: &Study, answer: &StudyAnswer) -> Result<String, Ended> {
    let mut scenarios: Vec<&str> =
        study.questions.iter().flat_map(|q| &q.variants).flat_map(|v| &v.scenarios).map(String::as_str).collect();
    scenarios.sort_unstable();
    scenarios.dedup();
    let legs = answer.questions.iter().flat_map(|q| &q.variants).flat_map(|v| &v.answer.ways).flat_map(|w| &w.legs);
    let mut sources: Vec<&str> = legs.flat_map(|l| &l.sources).map(|s| s.fact.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let m = Manifest {
        schema_version: 1,
        keruen: env!("CARGO_PKG_VERSION"),
        corridor: &here.corridor.meta.id,
        as_of: &here.corridor.meta.as_of,
        study: &study.id,
        scenarios,
        tables: &here.loaded,
        questions: questions(here)?,
        sources,
    };
    serde_json::to_string_pretty(&m).map_err(Ended::ours)
}

fn questions(here: &Ready) -> Result<Vec<keruen_tables::TableHash>, Ended> {
    let scenarios = here.scenarios.iter().map(|s| format!("scenarios/{}.toml", s.id));
    let files = std::iter::once("study.toml".to_string()).chain(scenarios);
    let there = files.filter(|f| here.folder.join(f).is_file());
    there.map(|f| keruen_tables::hash_file(&here.folder, &f).map_err(Ended::ours)).collect()
}

fn summary(v: Voice<'_>, a: &StudyAnswer, s: &SourcesAnswer, folder: &Path) -> String {
    let rows = |name: &str| v.number(a.tables.iter().find(|t| t.0 == name).map_or(0, |t| t.1) as f64);
    let c = s.totals;
    let counts = say!(
        v,
        "study-counts",
        places = rows("node"),
        links = rows("link"),
        figures = (c.read + c.computed + c.proxy + c.assumed + c.uncited).to_string(),
        sources = rows("source"),
        assumed = c.assumed.to_string(),
        proxy = c.proxy.to_string()
    );
    let mut out = format!("{}\n{counts}\n\n", v.phrase(&a.title));
    for q in &a.questions {
        out += &format!("{}\n", v.phrase(&q.title));
        for x in &q.variants {
            out += &format!("  {}: {}\n", v.phrase(&x.label), line(v, &x.answer));
        }
    }
    let share = v.percent(s.influence_weighted_sourced, 0);
    out += &format!("\n{}\n", say!(v, "study-sourced", share = share));
    out + &say!(v, "study-report", file = folder.join("report.html").display().to_string()) + "\n"
}

/// The cheapest way and the least time of a variant.
fn line(v: Voice<'_>, answer: &RouteAnswer) -> String {
    let Some(w) = answer.ways.first() else {
        let reason = answer.no_answer.as_ref().map_or(String::new(), |n| v.phrase(&n.reason));
        return say!(v, "study-no-way", reason = reason);
    };
    let fastest = answer.ways.iter().map(|w| w.totals.hours.p50).fold(f64::INFINITY, f64::min);
    let (usd, range) = (w.totals.cost.amount, w.totals.cost.range);
    say!(
        v,
        "study-line",
        usd = v.number(usd),
        range = range.map_or(String::new(), |r| v.range(r.low, r.high)),
        time = v.hours(fastest)
    )
}
