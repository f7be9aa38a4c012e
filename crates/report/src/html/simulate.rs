//! A simulation on one page: fans, queues, storms.

use super::page::page;
use crate::chart::{fan_svg, months_of, queue_svg, storms_svg};
use crate::format::{escape, number};
use crate::language::{Language, Voice};
use keruen_results::simulate::{Queue, RowTimes, SimulateAnswer};

/// Fans and queues shown.
const SHOWN: usize = 8;

/// The whole page.
pub fn simulate_page(a: &SimulateAnswer) -> String {
    let q = &a.question;
    let title = format!("Simulation, {} to {}", q.first, q.last);
    let stacked = if q.scenarios.is_empty() { "base".into() } else { q.scenarios.join(" + ") };
    let head = format!("<h1>{}</h1><p>{}; {} replications, seed {}.</p>", escape(&title), escape(&stacked), q.finished, q.seed);
    let notes: String = a.notes.iter().map(|n| format!("<li>{}</li>", escape(n))).collect();
    page(Voice::plain(Language::English), &title, &format!("{head}{}<ul>{notes}</ul>", simulate_section(a)))
}

/// The charts alone, for a page of several answers.
pub fn simulate_section(a: &SimulateAnswer) -> String {
    fans(a) + &queues(a) + &storms(a)
}

fn fans(a: &SimulateAnswer) -> String {
    let mut rows: Vec<&RowTimes> = a.rows.iter().filter(|r| r.marks.len() > 1).collect();
    rows.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    let one = |r: &RowTimes| {
        let range = r
            .p10
            .zip(r.p90)
            .map_or(String::new(), |(a, b)| format!(", eight in ten lots {:.1} to {:.1} days", a / 24.0, b / 24.0));
        let in_time = r.in_time.map_or(String::new(), |s| format!(", {:.0} % in time", s * 100.0));
        let words = format!("{} {} t{range}{in_time}", r.row, number(r.tonnes.mean));
        format!("<figure>{}<figcaption>{}</figcaption></figure>", fan_svg(&words, &r.marks), escape(&words))
    };
    let all: String = rows.into_iter().take(SHOWN).map(one).collect();
    format!(
        "<h2>How long it takes</h2><p>Distance to the right, days upwards; line = half of the lots, band = eight in ten.</p>{all}"
    )
}

fn queues(a: &SimulateAnswer) -> String {
    let mut order: Vec<&Queue> = a.queues.iter().collect();
    let most = |q: &Queue| q.hours.mean * q.count as f64;
    order.sort_by(|a, b| most(b).total_cmp(&most(a)));
    let one = |q: &Queue| {
        let grows = if q.drifts { "; it does not settle, and no mean holds beyond this run" } else { "" };
        let words = format!("{} at {}, pieces waiting{grows}", q.service, q.at);
        format!(
            "<figure>{}<figcaption>{}</figcaption></figure>",
            queue_svg(&words, q, months_of(q.by_week.len())),
            escape(&words)
        )
    };
    let all: String = order.into_iter().take(SHOWN).map(one).collect();
    format!("<h2>Where they queue</h2><p>Mean of each week; band = nine replications in ten.</p>{all}")
}

fn storms(a: &SimulateAnswer) -> String {
    if a.storms.is_empty() {
        return String::new();
    }
    let weeks = a.queues.first().map_or(52, |q| q.by_week.len());
    let hours = a.storms.iter().map(|s| s.to_hours).fold(weeks as f64 * 168.0 - 144.0, f64::max);
    let words = "Days on which weather closes the ports, first replication";
    let chart = storms_svg(words, &a.storms, (hours, months_of(weeks)));
    format!("<h2>Storms</h2><figure>{chart}<figcaption>{words}</figcaption></figure>")
}
