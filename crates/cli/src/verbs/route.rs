//! `keruen route`.

use crate::args::RouteArgs;
use crate::exit::{Ended, Exit};
use crate::load::{day, is_corridor, ready};
use crate::output::Printer;
use crate::progress::Bar;
use keruen_report::{html, text};
use keruen_results::route::RouteAnswer;
use keruen_study::{Asker, StudyError, VariantSpec};

/// The corridor asked where none is named.
const BUNDLED: &str = "trans-caspian";

pub fn run(args: &RouteArgs, printer: &Printer) -> Result<Exit, Ended> {
    let (corridor, from, to) = match args.places.as_slice() {
        [from, to] if is_corridor(from) => {
            return Err(Ended::input(format!("error: from where to where? keruen route {from} FROM {to}")));
        }
        [from, to] => (BUNDLED, from, to),
        [corridor, from, to] => (corridor.as_str(), from, to),
        _ => return Err(Ended::input("error: give FROM and TO")),
    };
    day(&args.day)?;
    day(&args.return_day)?;
    let here = ready(corridor)?;
    let question = spec(args, from, to);
    for name in [from, to] {
        tell_spelling(&here.corridor, name, printer);
    }
    let mut asker = Asker::new(&here.corridor, &here.scenarios);
    let mut answer = asker.ask(&question, "route", &Bar::new("labels", printer.watched)).map_err(ended)?;
    answer.ways.truncate(args.ways.max(1));
    if let Some(file) = &args.html {
        let map = super::study::map(&here.folder, &here.corridor)?;
        let page = html::route_page(&answer, &map, &command());
        std::fs::write(file, page).map_err(|e| Ended::input(format!("error: cannot write {}: {e}", file.display())))?;
        printer.say(&format!("wrote {}", file.display()));
    }
    if args.asked.json {
        printer.json(&answer)?;
    } else {
        printer.print(&text::route(&answer, printer.width, args.full))?;
        if args.why {
            printer.print(&refused(&answer))?;
        }
    }
    Ok(if answer.ways.is_empty() { Exit::NoAnswer } else { Exit::Answered })
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
    }
}

fn tell_spelling(corridor: &keruen_model::Corridor, name: &str, printer: &Printer) {
    if let keruen_model::find::Found::Close(id, meant) = keruen_model::find::place(corridor, name) {
        printer.say(&format!("note: {name:?} is read as {meant:?} ({})", corridor.strings.id(id)));
    }
}

fn refused(answer: &RouteAnswer) -> String {
    let mut t = text::Table::new(&["taken out", "rule", "whose", "reason", "arcs>"]);
    for r in &answer.refused {
        t.row(vec![r.what.clone(), r.rule.clone(), r.authority.clone(), r.reason.clone(), r.arcs.to_string()]);
    }
    t.print()
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
