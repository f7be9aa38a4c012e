//! Departures of some days: each way leaves on one of them, at the clock asked, and is there in time.

use crate::case::Case;
use crate::discrepancy::{Check, Findings};
use crate::ways::{self, Ends};
use keruen_model::{Corridor, Date};
use keruen_results::route::{Asked, RouteAnswer, Way};

/// Every check of a way on the rows of its day; `None`, with a finding, where it leaves on no day that was asked.
pub(crate) fn certified(base: &Corridor, answer: &RouteAnswer, (i, way): (usize, &Way), findings: &mut Findings) -> Option<Ends> {
    let q = &answer.question;
    findings.look_at(Some(i), None);
    let (day, clock) = way.departs.split_once(' ').unwrap_or((&way.departs, ""));
    findings.same(Check::Question, "clock of departure", clock, &q.clock);
    let Some(day) = Date::parse(day).filter(|d| among(q, *d)) else {
        let wanted = format!("a day from {} to {}", q.day, q.last_day);
        findings.add(Check::Question, "departs", &way.departs, wanted);
        return None;
    };
    in_time(q, way, findings);
    let there = base.on(day);
    let own = Asked { day: day.to_string(), last_day: String::new(), ..q.clone() };
    let case = Case::read(&there, &own, findings)?;
    Some(ways::certified(&case, way, i, findings))
}

fn among(q: &Asked, day: Date) -> bool {
    let ends = Date::parse(&q.day).zip(Date::parse(&q.last_day));
    ends.is_some_and(|(first, last)| first <= day && day <= last)
}

/// There by the end of the day asked for, if one was.
fn in_time(q: &Asked, way: &Way, findings: &mut Findings) {
    let day = |text: &str| Date::parse(text.split(' ').next().unwrap_or(""));
    let Some(by) = day(&q.arrive_by) else { return };
    // At midnight sharp the day asked for has just ended.
    let there = day(&way.arrives).is_some_and(|d| d <= by || d == by.plus_days(1) && way.arrives.ends_with("00:00"));
    if !there {
        findings.add(Check::Question, "arrives", &way.arrives, format_args!("by the end of {by}"));
    }
}
