//! A simulation on one page: fans, queues, storms.

use super::page::{page, repeat};
use super::sheet::written;
use crate::chart::{fan_svg, months_of, queue_svg, storms_svg};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use keruen_results::simulate::{Queue, RowTimes, SimulateAnswer};

/// Fans and queues shown.
const SHOWN: usize = 8;

/// The whole page.
pub fn simulate_page(v: Voice<'_>, a: &SimulateAnswer, command: &str) -> String {
    let q = &a.question;
    let title = say!(v, "simulate-page", first = v.day(&q.first), last = v.day(&q.last));
    let stacked = if q.scenarios.is_empty() { say!(v, "head-base") } else { q.scenarios.join(" + ") };
    let (finished, seed) = (q.finished.to_string(), q.seed.to_string());
    let about = say!(v, "simulate-page-head", stacked = stacked, replications = finished, seed = seed);
    let notes: String = a.notes.iter().map(|n| format!("<li>{}</li>", written(v, n))).collect();
    let head = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header>", escape(&title), escape(&about));
    let parts = fans(v, a) + &queues(v, a) + &storms(v, a);
    page(v, &title, &format!("{head}<main>{parts}<ul>{notes}</ul>{}</main>", repeat(v, command)))
}

fn part(title: &str, hint: &str, figures: &str) -> String {
    let hint = if hint.is_empty() { String::new() } else { format!("<p>{}</p>", escape(hint)) };
    format!("<h2>{}</h2>{hint}{figures}", escape(title))
}

fn figure(chart: &str, words: &str) -> String {
    format!("<figure>{chart}<figcaption>{}</figcaption></figure>", escape(words))
}

fn fans(v: Voice<'_>, a: &SimulateAnswer) -> String {
    let mut rows: Vec<&RowTimes> = a.rows.iter().filter(|r| r.marks.len() > 1).collect();
    rows.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    let one = |r: &RowTimes| {
        let mut words = vec![say!(v, "simulate-fan", row = v.phrase(&r.row), tonnes = v.number(r.tonnes.mean))];
        let days = |hours: f64| v.fixed(hours / 24.0, 1);
        words.extend(r.p10.zip(r.p90).map(|(a, b)| say!(v, "simulate-eight-in-ten", low = days(a), high = days(b))));
        words.extend(r.in_time.map(|s| say!(v, "simulate-in-time", share = v.percent(s, 0))));
        let words = words.join(", ");
        figure(&fan_svg(v, &words, &r.marks), &words)
    };
    let all: String = rows.into_iter().take(SHOWN).map(one).collect();
    part(&say!(v, "simulate-fans"), &say!(v, "simulate-fans-hint"), &all)
}

fn queues(v: Voice<'_>, a: &SimulateAnswer) -> String {
    let mut order: Vec<&Queue> = a.queues.iter().collect();
    let most = |q: &Queue| q.hours.mean * q.count as f64;
    order.sort_by(|a, b| most(b).total_cmp(&most(a)));
    let one = |q: &Queue| {
        let mut words = say!(v, "simulate-queue", service = v.row("service", &q.service), place = v.row("node", &q.at));
        if q.drifts {
            words += &format!("; {}", say!(v, "simulate-drifts"));
        }
        figure(&queue_svg(v, &words, q, months_of(q.by_week.len())), &words)
    };
    let all: String = order.into_iter().take(SHOWN).map(one).collect();
    part(&say!(v, "simulate-queues-where"), &say!(v, "simulate-queues-hint"), &all)
}

fn storms(v: Voice<'_>, a: &SimulateAnswer) -> String {
    if a.storms.is_empty() {
        return String::new();
    }
    let weeks = a.queues.first().map_or(52, |q| q.by_week.len());
    let hours = a.storms.iter().map(|s| s.to_hours).fold(weeks as f64 * 168.0 - 144.0, f64::max);
    let words = say!(v, "simulate-storms-words");
    let chart = storms_svg(v, &words, &a.storms, (hours, months_of(weeks)));
    part(&say!(v, "simulate-storms"), "", &figure(&chart, &words))
}
