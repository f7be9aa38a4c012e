//! What happens day by day: fans, queues, storms, and what was seen in those days; alone on a page, and as a part of a report.

use super::page::{in_language, page, remark, repeat, row, table};
use super::sheet::written;
use crate::chart::{fan_svg, months_of, queue_svg, storms_svg};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use keruen_results::observed::{ObservedAnswer, ObservedScore};
use keruen_results::simulate::{Queue, RowTimes, SimulateAnswer};
use keruen_results::study::SimulatePart;

/// Fans and queues shown.
const SHOWN: usize = 8;
/// Hours of a day, and of a week less a day: the last week of a run need not be whole.
const DAY: f64 = 24.0;
const WEEK: f64 = 168.0;
const ALMOST_A_WEEK: f64 = 144.0;
/// Weeks of a year, where no queue tells how many there were.
const YEAR: usize = 52;

/// The whole page of an answer.
pub fn simulate_page(v: Voice<'_>, a: &SimulateAnswer, command: &str) -> String {
    let q = &a.question;
    let title = say!(v, "simulate-page", first = v.day(&q.first), last = v.day(&q.last));
    let head = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header>", escape(&title), escape(&about(v, a)));
    page(v, &title, &format!("{head}<main>{}{}</main>", charts(v, a, 2), repeat(v, command)))
}

/// The part of a report.
pub(super) fn section(v: Voice<'_>, part: &SimulatePart) -> String {
    let a = &part.answer;
    let head = format!("<h2 id=\"happens\">{}</h2><p>{}</p>", escape(&title(v, a)), escape(&about(v, a)));
    let again = format!("<p>{}: <code>{}</code></p>", escape(&say!(v, "repeat-it")), escape(&in_language(v, &part.command)));
    head + &again + &seen(v, &part.seen) + &charts(v, a, 3)
}

/// Title of the part.
pub(super) fn title(v: Voice<'_>, a: &SimulateAnswer) -> String {
    say!(v, "happens-title", first = v.day(&a.question.first), last = v.day(&a.question.last))
}

fn about(v: Voice<'_>, a: &SimulateAnswer) -> String {
    let q = &a.question;
    let stacked = if q.scenarios.is_empty() { say!(v, "head-base") } else { q.scenarios.join(" + ") };
    say!(v, "simulate-page-head", stacked = stacked, replications = q.finished.to_string(), seed = q.seed.to_string())
}

fn charts(v: Voice<'_>, a: &SimulateAnswer, level: u8) -> String {
    let notes: String = a.notes.iter().map(|n| remark(v, n)).collect();
    fans(v, a, level) + &queues(v, a, level) + &storms(v, a, level) + &notes
}

fn head(level: u8, title: &str, words: &str) -> String {
    format!("<h{level}>{}</h{level}><p>{}</p>", escape(title), escape(words))
}

fn figure(chart: &str, words: &str) -> String {
    format!("<figure>{chart}<figcaption>{}</figcaption></figure>", escape(words))
}

fn fans(v: Voice<'_>, a: &SimulateAnswer, level: u8) -> String {
    let mut rows: Vec<&RowTimes> = a.rows.iter().filter(|r| r.marks.len() > 1).collect();
    rows.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    let one = |r: &RowTimes| {
        let words = fan_words(v, r);
        figure(&fan_svg(v, &words, &r.marks), &words)
    };
    head(level, &say!(v, "simulate-fans"), &say!(v, "simulate-fans-hint"))
        + &rows.into_iter().take(SHOWN).map(one).collect::<String>()
}

fn fan_words(v: Voice<'_>, r: &RowTimes) -> String {
    let ends = (v.titled("node", &r.from), v.titled("node", &r.to));
    let (cargo, tonnes) = (v.titled("cargo", &r.cargo), v.number(r.tonnes.mean));
    let mut words = say!(v, "happens-fan", from = ends.0, to = ends.1, cargo = cargo, tonnes = tonnes, row = v.phrase(&r.row));
    if let Some((low, high)) = r.p10.zip(r.p90) {
        let days = |h: f64| v.fixed(h / DAY, 1);
        words += "; ";
        words += &say!(v, "simulate-eight-in-ten", low = days(low), high = days(high));
    }
    if let Some(share) = r.in_time {
        words += ", ";
        words += &say!(v, "simulate-in-time", share = v.percent(share, 0));
    }
    words
}

fn queues(v: Voice<'_>, a: &SimulateAnswer, level: u8) -> String {
    let mut order: Vec<&Queue> = a.queues.iter().collect();
    let most = |q: &Queue| q.hours.mean * q.count as f64;
    order.sort_by(|a, b| most(b).total_cmp(&most(a)));
    let one = |q: &Queue| {
        let mut words = say!(v, "simulate-queue", service = v.titled("service", &q.service), place = v.titled("node", &q.at));
        if q.drifts {
            words += "; ";
            words += &say!(v, "simulate-drifts");
        }
        figure(&queue_svg(v, &words, q, months_of(q.by_week.len())), &words)
    };
    let all: String = order.into_iter().take(SHOWN).map(one).collect();
    head(level, &say!(v, "simulate-queues-where"), &say!(v, "simulate-queues-hint")) + &all
}

fn storms(v: Voice<'_>, a: &SimulateAnswer, level: u8) -> String {
    if a.storms.is_empty() {
        return String::new();
    }
    let weeks = a.queues.first().map_or(YEAR, |q| q.by_week.len());
    let hours = a.storms.iter().map(|s| s.to_hours).fold(weeks as f64 * WEEK - ALMOST_A_WEEK, f64::max);
    let words = say!(v, "simulate-storms-words");
    let chart = storms_svg(v, &words, &a.storms, (hours, months_of(weeks)));
    format!("<h{level}>{}</h{level}>{}", escape(&say!(v, "simulate-storms")), figure(&chart, &words))
}

const SEEN: [&str; 8] = ["head-counter", "head-period", "head-seen>", "head-model>", "head-may-be-off>", "", "head-before>", ""];

/// What was seen, and what comes out; of misses the likely cause.
fn seen(v: Voice<'_>, s: &ObservedAnswer) -> String {
    let told = seen_words(v, s);
    let rows: String = s.scores.iter().map(|x| row(&SEEN, "", &seen_row(v, x))).collect();
    let mut causes: Vec<(&str, &str)> =
        s.scores.iter().filter(|x| x.hit != Some(true)).map(|x| (x.counter.as_str(), x.cause.as_str())).collect();
    causes.dedup();
    let cause = |(counter, cause): &(&str, &str)| format!("<li>{}: {}</li>", escape(counter), written(v, cause));
    format!(
        "<h3>{}</h3><p>{}</p>{}<p>{}</p><ul>{}</ul>",
        escape(&say!(v, "happens-seen")),
        escape(&told),
        table(v, &SEEN, &rows),
        escape(&say!(v, "observed-causes")),
        causes.iter().map(cause).collect::<String>()
    )
}

/// The score in one sentence.
fn seen_words(v: Voice<'_>, s: &ObservedAnswer) -> String {
    say!(
        v,
        "observed-score",
        hits = s.hits.to_string(),
        total = s.total.to_string(),
        naive_hits = s.naive_hits.to_string(),
        naive_total = s.naive_total.to_string(),
        others = s.not_counted.len().to_string()
    )
}

fn seen_row(v: Voice<'_>, x: &ObservedScore) -> Vec<String> {
    let word = |hit: Option<bool>| match hit {
        Some(true) => escape(&say!(v, "hit")),
        Some(false) => format!("<b>{}</b>", escape(&say!(v, "miss"))),
        None => String::new(),
    };
    let period: Vec<String> = x.period.split(" to ").map(|d| v.day(d)).collect();
    let off = x.tolerance.map_or_else(|| say!(v, "observed-no-tolerance"), |t| v.in_percent(v.number(t)));
    let called = format!("{}, {}", written(v, &x.name), escape(&v.unit(&x.unit)));
    vec![
        format!("{}<br><span class=\"range\">{called}</span>", escape(&x.counter)),
        escape(&period.join(" - ")),
        v.number(x.observed),
        v.number(x.model),
        escape(&off),
        word(x.hit),
        x.naive.map_or_else(String::new, |n| v.number(n)),
        word(x.naive_hit),
    ]
}
