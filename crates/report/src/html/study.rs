//! The report of a study.

use super::extra::{fibre, seats};
use super::flow;
use super::map::{Drawn, map_svg};
use super::minutes::minutes;
use super::page::{heads, in_language, page, row};
use super::route::{credits, key, no_way, ways_table, whole_terms};
use super::sheet::{range_span, sheet, soft, written};
use super::{simulate, sources};
use crate::chart::{pareto_svg, time_distance_svg};
use crate::format::{escape, href};
use crate::language::Voice;
use crate::say;
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
    fn sections(&self, v: Voice<'_>) -> String {
        let mut out = self.table.map_or(String::new(), |r| minutes(v, r));
        out += &self.seats.map_or(String::new(), |p| seats(v, p));
        out + &self.fibre.map_or(String::new(), |a| fibre(v, a))
    }

    /// Anchors and titles for the contents.
    fn contents(&self, v: Voice<'_>) -> String {
        let mut list: Vec<(&str, String)> = Vec::new();
        if self.table.is_some() {
            list.extend([("proposals", say!(v, "round-contents")), ("parties", say!(v, "round-parties"))]);
        }
        if self.seats.is_some() {
            list.push(("seats", say!(v, "seats-contents")));
        }
        if self.fibre.is_some() {
            list.push(("fibre-adds", say!(v, "fibre-title")));
        }
        list.iter().map(|(id, title)| format!("<li><a href=\"#{id}\">{}</a></li>", escape(title))).collect()
    }
}

/// The whole report.
pub fn study_page(
    v: Voice<'_>,
    s: &StudyAnswer,
    sources_answer: &SourcesAnswer,
    map: &MapData,
    round: Round<'_>,
    command: &str,
) -> String {
    let mut body = head(v, s, sources_answer, round, command);
    body += "<main>";
    if !s.claims.is_empty() {
        let _ = write!(body, "<h2 id=\"claims\">{}</h2>", escape(&say!(v, "study-claims")));
        body += &s.claims.iter().map(|c| claim(v, c, s)).collect::<String>();
    }
    for q in &s.questions {
        body += &question(v, q, map);
    }
    if let Some(part) = &s.flow {
        body += &flow::section(v, part, map);
    }
    if let Some(part) = &s.simulation {
        body += &simulate::section(v, part);
    }
    body += &sources::section(v, sources_answer);
    body += &round.sections(v);
    let _ = write!(
        body,
        "<h2>{}</h2><p><code>{}</code></p></main><footer><p>{}</p>{}</footer>",
        escape(&say!(v, "repeat-it")),
        escape(&in_language(v, command)),
        escape(&say!(v, "study-footer")),
        credits(map)
    );
    page(v, &v.phrase(&s.title), &body)
}

fn head(v: Voice<'_>, s: &StudyAnswer, sources: &SourcesAnswer, round: Round<'_>, command: &str) -> String {
    let rows = |name: &str| s.tables.iter().find(|t| t.0 == name).map_or(0, |t| t.1);
    let c = sources.totals;
    let figures = c.read + c.computed + c.proxy + c.assumed + c.uncited;
    let assumed = c.assumed + c.proxy;
    let (title, about) = (escape(&v.phrase(&s.title)), escape(&v.phrase(&s.about)));
    let mut out = format!("<header><h1>{title}</h1><p class=\"lead\">{about}</p><div class=\"facts\">");
    for (n, what) in [
        (rows("node"), say!(v, "count-places", count = rows("node"))),
        (rows("link"), say!(v, "count-links", count = rows("link"))),
        (figures, say!(v, "count-figures", count = figures)),
        (rows("source"), say!(v, "count-sources", count = rows("source"))),
        (assumed, say!(v, "count-assumed", count = assumed)),
    ] {
        let _ = write!(out, "<div><b>{}</b><span>{}</span></div>", v.number(n as f64), escape(&what));
    }
    let _ = write!(out, "</div><nav aria-label=\"{}\"><ol>", escape(&say!(v, "study-contents")));
    if !s.claims.is_empty() {
        let _ = write!(out, "<li><a href=\"#claims\">{}</a></li>", escape(&say!(v, "study-claims-short")));
    }
    for q in &s.questions {
        let _ = write!(out, "<li><a href=\"#q-{}\">{}</a></li>", escape(&q.id), escape(&v.phrase(&q.title)));
    }
    if s.flow.is_some() {
        let _ = write!(
            out,
            "<li><a href=\"#flow\">{}</a></li><li><a href=\"#validate\">{}</a></li>",
            escape(&say!(v, "flow-title")),
            escape(&say!(v, "flow-counted"))
        );
    }
    if let Some(part) = &s.simulation {
        let _ = write!(out, "<li><a href=\"#happens\">{}</a></li>", escape(&simulate::title(v, &part.answer)));
    }
    let _ = write!(
        out,
        "<li><a href=\"#sources\">{}</a></li>{}</ol></nav><p class=\"range\">{} <code>{}</code></p></header>",
        escape(&say!(v, "sources-title")),
        round.contents(v),
        escape(&say!(v, "study-made-by")),
        escape(&in_language(v, command))
    );
    out
}

fn claim(v: Voice<'_>, c: &Claim, s: &StudyAnswer) -> String {
    let (status, text) = (escape(&v.phrase(&c.status)), escape(&v.phrase(&c.text)));
    let mut out = format!("<section class=\"claim\"><span class=\"status m\">{status}</span><h3>{text}</h3>");
    if !c.who.is_empty() {
        let _ = write!(out, "<p class=\"who\">{}</p>", escape(&v.phrase(&c.who)));
    }
    for line in c.finding.lines() {
        let _ = write!(out, "<p>{}</p>", escape(&finding(v, line)));
    }
    let title = |id: &str| s.questions.iter().find(|q| q.id == id).map_or(String::new(), |q| v.phrase(&q.title));
    let link = |q: &String| format!("<a href=\"#q-{}\">{}</a>", escape(q), escape(&title(q)));
    let links: Vec<String> = c.questions.iter().map(link).collect();
    if !links.is_empty() {
        let _ = write!(out, "<p>{}: {}</p>", escape(&say!(v, "study-answered-in")), links.join("; "));
    }
    out += &facts(v, &say!(v, "study-stands-in"), &c.facts);
    out += &facts(v, &say!(v, "study-other-sources"), &c.others);
    out + "</section>"
}

/// A line of a finding: the question and its variants, or a sentence.
fn finding(v: Voice<'_>, line: &str) -> String {
    let variants = line.strip_suffix('.').and_then(|l| l.split_once(": ")).filter(|(title, _)| v.knows(title));
    match variants {
        Some((title, rest)) if !v.is_english() => {
            let each: Vec<String> = rest.split("; ").map(|x| v.phrase(x)).collect();
            format!("{}: {}.", v.phrase(title), each.join("; "))
        }
        _ => v.phrase(line),
    }
}

fn facts(v: Voice<'_>, title: &str, list: &[FactShown]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let ids = ["", "head-value", "head-as-of", "head-source"];
    let mut out = format!("<h4>{}</h4>{}", escape(title), heads(v, &ids));
    for f in list {
        let source = match href(&f.url) {
            Some(url) => format!("<a href=\"{url}\">{}</a>", escape(&f.publisher)),
            None => escape(&f.publisher),
        };
        let note =
            if f.note.is_empty() { String::new() } else { format!("<br><span class=\"range\">{}</span>", written(v, &f.note)) };
        let grade = escape(&v.listed(&f.grade));
        let cells = [
            format!("{}{note}", written(v, &f.what)),
            written(v, &f.value),
            written(v, &f.as_of),
            format!("{source} <span class=\"m\">{grade}</span> {}", soft(&f.fact)),
        ];
        out += &row(&ids, "", &cells);
    }
    out + "</tbody></table></div>"
}

/// The way that stands for a variant in the pictures.
fn balanced(v: &Variant) -> Option<&Way> {
    v.answer.ways.iter().find(|w| w.labels.iter().any(|l| l == "cheapest")).or(v.answer.ways.first())
}

fn question(v: Voice<'_>, q: &QuestionAnswer, map: &MapData) -> String {
    let title = v.phrase(&q.title);
    let mut out = format!("<section><h2 id=\"q-{}\">{}</h2>", escape(&q.id), escape(&title));
    if !q.note.is_empty() {
        let _ = write!(out, "<p>{}</p>", escape(&v.phrase(&q.note)));
    }
    out += &comparison(v, q);
    out += &pictures(v, q, &title, map);
    for x in &q.variants {
        out += &variant(v, x);
    }
    out + "</section>"
}

/// Map, time over distance, every way.
fn pictures(v: Voice<'_>, q: &QuestionAnswer, title: &str, map: &MapData) -> String {
    let shown: Vec<(&Variant, &Way)> = q.variants.iter().filter_map(|x| Some((x, balanced(x)?))).collect();
    if shown.is_empty() {
        return String::new();
    }
    let label = |x: &Variant| v.phrase(&x.label);
    let drawn: Vec<Drawn<'_>> = shown.iter().map(|(x, w)| Drawn { name: label(x), way: w }).collect();
    let mut out = map_svg(v, title, map, &drawn);
    out += &key(shown.iter().map(|(x, _)| label(x)));
    let named: Vec<(String, &Way)> = shown.iter().map(|(x, w)| (label(x), *w)).collect();
    let (head, hint) = (escape(&say!(v, "study-time-and-distance")), escape(&say!(v, "slope-hint")));
    let _ = write!(out, "<h3>{head}</h3><p class=\"range\">{hint}</p>");
    out += &time_distance_svg(v, &format!("{}: {title}", say!(v, "time-over-distance")), &named);
    let series: Vec<(String, &[Way])> = shown.iter().map(|(x, _)| (label(x), x.answer.ways.as_slice())).collect();
    let _ = write!(out, "<h3>{}</h3>", escape(&say!(v, "study-every-way")));
    out + &pareto_svg(v, &format!("{}: {title}", say!(v, "cost-against-time")), &series)
}

/// Heads of the comparison.
const COMPARED: [&str; 7] =
    ["", "head-cheapest-usd>", "head-its-time>", "head-fastest>", "head-its-usd>", "head-least-co2e>", "head-more"];

fn comparison(v: Voice<'_>, q: &QuestionAnswer) -> String {
    q.variants.iter().fold(heads(v, &COMPARED), |out, x| out + &compared(v, x)) + "</tbody></table></div>"
}

fn compared(v: Voice<'_>, x: &Variant) -> String {
    let label = escape(&v.phrase(&x.label));
    let pick = |label: &str| x.answer.ways.iter().find(|w| w.labels.iter().any(|l| l == label));
    let (Some(a), Some(b), Some(c)) = (pick("cheapest"), pick("fastest"), pick("greenest")) else {
        let why = x.answer.no_answer.as_ref().map_or(String::new(), |n| v.phrase(&n.reason));
        return format!("<tr><td>{label}</td><td colspan=\"6\">{}</td></tr>", escape(&say!(v, "route-no-way", reason = why)));
    };
    let more: Vec<String> = x
        .derived
        .iter()
        .map(|d| {
            let figure = format!("{}: {} {}", v.phrase(&d.name), v.number(d.value), v.listed(&d.unit));
            format!("{} {}", escape(&figure), range_span(v, d.range))
        })
        .collect();
    let cells = [
        label,
        format!("{}<br>{}", v.number(a.totals.cost.amount), range_span(v, a.totals.cost.range)),
        v.hours(a.totals.hours.p50),
        v.hours(b.totals.hours.p50),
        v.number(b.totals.cost.amount),
        format!("{}<br>{}", v.number(c.totals.co2e_kg), range_span(v, c.totals.co2e_range)),
        more.join("<br>"),
    ];
    row(&COMPARED, "", &cells)
}

fn variant(v: Voice<'_>, x: &Variant) -> String {
    let mut out = format!(
        "<details><summary>{}</summary><p>{}: <code>{}</code></p>",
        escape(&say!(v, "study-variant", variant = v.phrase(&x.label))),
        escape(&say!(v, "repeat-it")),
        escape(&in_language(v, &x.command))
    );
    match &x.answer.no_answer {
        Some(no) => out += &no_way(v, &no.reason),
        None => out += &ways_table(v, &x.answer.ways),
    }
    for w in x.answer.ways.iter().filter(|w| !w.labels.is_empty()) {
        let (labels, summary) = (v.phrases(&w.labels, ", "), v.summary(&w.summary));
        let _ = write!(out, "<h3>{}: {}</h3>{}", escape(&labels), escape(&summary), sheet(v, w));
    }
    out += &whole_terms(v, &x.answer);
    for n in &x.answer.notes {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&v.phrase(n)));
    }
    out + "</details>"
}
