//! The report of a study.

use super::extra::{fibre, seats};
use super::map::{Drawn, map_svg};
use super::minutes::minutes;
use super::page::page;
use super::route::{credits, key, ways_table, whole_terms};
use super::sheet::{range_span, sheet};
use super::sources;
use crate::chart::{pareto_svg, time_distance_svg};
use crate::format::{escape, hours, href, number};
use keruen_results::fibre::FibreAnswer;
use keruen_results::map::MapData;
use keruen_results::round_table::RoundTable;
use keruen_results::route::Way;
use keruen_results::seat_plan::SeatPlan;
use keruen_results::sources::SourcesAnswer;
use keruen_results::study::{Claim, FactShown, QuestionAnswer, StudyAnswer, Variant};
use std::fmt::Write;

/// What follows the questions: the round table's minutes, seats, fibre; each where the corridor has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Round<'a> {
    /// Proposals compared and weighed.
    pub table: Option<&'a RoundTable>,
    /// What a budget for flights buys.
    pub seats: Option<&'a SeatPlan>,
    /// What the cables add.
    pub fibre: Option<&'a FibreAnswer>,
}

impl Round<'_> {
    fn sections(&self) -> String {
        let mut out = self.table.map_or(String::new(), minutes);
        out += &self.seats.map_or(String::new(), seats);
        out + &self.fibre.map_or(String::new(), fibre)
    }

    /// Anchors and titles for the contents.
    fn contents(&self) -> String {
        let mut list: Vec<(&str, &str)> = Vec::new();
        if self.table.is_some() {
            list.extend([("proposals", "The round table: every proposal compared"), ("parties", "What the parties make of it")]);
        }
        if self.seats.is_some() {
            list.push(("seats", "Seats: what a budget buys"));
        }
        if self.fibre.is_some() {
            list.push(("fibre-adds", "What the cable adds"));
        }
        list.iter().map(|(id, title)| format!("<li><a href=\"#{id}\">{title}</a></li>")).collect()
    }
}

/// The whole report.
pub fn study_page(s: &StudyAnswer, sources_answer: &SourcesAnswer, map: &MapData, round: Round<'_>, command: &str) -> String {
    let mut body = head(s, sources_answer, round, command);
    body += "<main>";
    if !s.claims.is_empty() {
        body += "<h2 id=\"claims\">What was said, and what can be said about it</h2>";
        body += &s.claims.iter().map(claim).collect::<String>();
    }
    for q in &s.questions {
        body += &question(q, map);
    }
    body += &sources::section(sources_answer);
    body += &round.sections();
    let _ = write!(
        body,
        "<h2>Repeat it</h2><p><code>{}</code></p></main><footer><p>Sums are in US dollars of the price years named; no charge is inflated. CO2e is well-to-wheel. Times hold no queue unless a line says so.</p>{}</footer>",
        escape(command),
        credits(map)
    );
    page(&s.title, &body)
}

fn head(s: &StudyAnswer, sources: &SourcesAnswer, round: Round<'_>, command: &str) -> String {
    let rows = |name: &str| s.tables.iter().find(|t| t.0 == name).map_or(0, |t| t.1);
    let c = sources.totals;
    let figures = c.read + c.computed + c.proxy + c.assumed + c.uncited;
    let assumed = c.assumed + c.proxy;
    let mut out = format!("<header><h1>{}</h1><p class=\"lead\">{}</p><div class=\"facts\">", escape(&s.title), escape(&s.about));
    for (n, what) in [
        (rows("node"), "places"),
        (rows("link"), "links"),
        (figures, "figures with a citation"),
        (rows("source"), "sources"),
        (assumed, "of the figures assumed or taken from elsewhere"),
    ] {
        let _ = write!(out, "<div><b>{}</b><span>{what}</span></div>", number(n as f64));
    }
    out += "</div><nav aria-label=\"contents\"><ol>";
    if !s.claims.is_empty() {
        out += "<li><a href=\"#claims\">What was said</a></li>";
    }
    for q in &s.questions {
        let _ = write!(out, "<li><a href=\"#q-{}\">{}</a></li>", escape(&q.id), escape(&q.title));
    }
    let _ = write!(
        out,
        "<li><a href=\"#sources\">What the figures rest on</a></li>{}</ol></nav><p class=\"range\">Made by <code>{}</code></p></header>",
        round.contents(),
        escape(command)
    );
    out
}

fn claim(c: &Claim) -> String {
    let mut out =
        format!("<section class=\"claim\"><span class=\"status m\">{}</span><h3>{}</h3>", escape(&c.status), escape(&c.text));
    if !c.who.is_empty() {
        let _ = write!(out, "<p class=\"who\">{}</p>", escape(&c.who));
    }
    for line in c.finding.lines() {
        let _ = write!(out, "<p>{}</p>", escape(line));
    }
    let links: Vec<String> = c.questions.iter().map(|q| format!("<a href=\"#q-{0}\">{0}</a>", escape(q))).collect();
    if !links.is_empty() {
        let _ = write!(out, "<p>Answered in: {}</p>", links.join(", "));
    }
    out += &facts("It stands in", &c.facts);
    out += &facts("Other sources on the same", &c.others);
    out + "</section>"
}

fn facts(title: &str, list: &[FactShown]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "<div class=\"scroll\"><table><thead><tr><th>{}</th><th>value</th><th>as of</th><th>source</th></tr></thead><tbody>",
        escape(title)
    );
    for f in list {
        let source = match href(&f.url) {
            Some(url) => format!("<a href=\"{url}\">{}</a>", escape(&f.publisher)),
            None => escape(&f.publisher),
        };
        let _ = write!(
            out,
            "<tr><td>{}{}</td><td>{}</td><td>{}</td><td>{source} <span class=\"m\">{}</span> <span class=\"range\">{}</span></td></tr>",
            escape(&f.what),
            if f.note.is_empty() { String::new() } else { format!("<br><span class=\"range\">{}</span>", escape(&f.note)) },
            escape(&f.value),
            escape(&f.as_of),
            escape(&f.grade),
            escape(&f.fact)
        );
    }
    out + "</tbody></table></div>"
}

/// The way that stands for a variant in the pictures.
fn balanced(v: &Variant) -> Option<&Way> {
    v.answer.ways.iter().find(|w| w.labels.iter().any(|l| l == "cheapest")).or(v.answer.ways.first())
}

fn question(q: &QuestionAnswer, map: &MapData) -> String {
    let mut out = format!("<section><h2 id=\"q-{}\">{}</h2>", escape(&q.id), escape(&q.title));
    if !q.note.is_empty() {
        let _ = write!(out, "<p>{}</p>", escape(&q.note));
    }
    out += &comparison(q);
    let shown: Vec<(&Variant, &Way)> = q.variants.iter().filter_map(|v| Some((v, balanced(v)?))).collect();
    let drawn: Vec<Drawn<'_>> = shown.iter().map(|(v, w)| Drawn { name: &v.label, way: w }).collect();
    if !drawn.is_empty() {
        out += &map_svg(&q.title, map, &drawn);
        out += &key(shown.iter().map(|(v, _)| v.label.clone()));
        let named: Vec<(String, &Way)> = shown.iter().map(|(v, w)| (v.label.clone(), *w)).collect();
        out += "<h3>Time and distance, cheapest way of each</h3><p class=\"range\">Slope = moving; thick step = handling, border or wait.</p>";
        out += &time_distance_svg(&format!("time over distance: {}", q.title), &named);
        let series: Vec<(String, &[Way])> = shown.iter().map(|(v, _)| (v.label.clone(), v.answer.ways.as_slice())).collect();
        out += "<h3>Every way worth taking</h3>";
        out += &pareto_svg(&format!("cost against time: {}", q.title), &series);
    }
    for v in &q.variants {
        out += &variant(v);
    }
    out + "</section>"
}

fn comparison(q: &QuestionAnswer) -> String {
    let mut out = String::from(
        "<div class=\"scroll\"><table><thead><tr><th></th><th class=\"n\">cheapest, USD</th><th class=\"n\">its time</th><th class=\"n\">fastest</th><th class=\"n\">its USD</th><th class=\"n\">least kg CO2e</th><th>more</th></tr></thead><tbody>",
    );
    for v in &q.variants {
        let pick = |label: &str| v.answer.ways.iter().find(|w| w.labels.iter().any(|l| l == label));
        let more: Vec<String> = v
            .derived
            .iter()
            .map(|d| format!("{}: {} {} {}", escape(&d.name), number(d.value), escape(&d.unit), range_span(d.range)))
            .collect();
        match (pick("cheapest"), pick("fastest"), pick("greenest")) {
            (Some(a), Some(b), Some(c)) => {
                let _ = write!(
                    out,
                    "<tr><td>{}</td><td class=\"n\">{}<br>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}<br>{}</td><td>{}</td></tr>",
                    escape(&v.label),
                    number(a.totals.cost.amount),
                    range_span(a.totals.cost.range),
                    hours(a.totals.hours.p50),
                    hours(b.totals.hours.p50),
                    number(b.totals.cost.amount),
                    number(c.totals.co2e_kg),
                    range_span(c.totals.co2e_range),
                    more.join("<br>")
                );
            }
            _ => {
                let why = v.answer.no_answer.as_ref().map_or(String::new(), |n| n.reason.clone());
                let _ = write!(out, "<tr><td>{}</td><td colspan=\"6\">no way: {}</td></tr>", escape(&v.label), escape(&why));
            }
        }
    }
    out + "</tbody></table></div>"
}

fn variant(v: &Variant) -> String {
    let mut out = format!(
        "<details><summary>{}: ways and cost sheets</summary><p>Repeat it: <code>{}</code></p>",
        escape(&v.label),
        escape(&v.command)
    );
    if let Some(no) = &v.answer.no_answer {
        let _ = write!(out, "<p class=\"note\"><b>No way.</b> {}</p>", escape(&no.reason));
    } else {
        out += &ways_table(&v.answer.ways);
    }
    for w in v.answer.ways.iter().filter(|w| !w.labels.is_empty()) {
        let _ = write!(out, "<h3>{}: {}</h3>{}", escape(&w.labels.join(", ")), escape(&w.summary), sheet(w));
    }
    out += &whole_terms(&v.answer);
    for n in &v.answer.notes {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(n));
    }
    out + "</details>"
}
