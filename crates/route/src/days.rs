//! Any departure of some days: the front over all of them.
//!
//! ```text
//! days on which the same rows hold  -> one state graph, whose gates know the calendar   (compiled once)
//! each day of them                  -> one front of it                                 (searched each, unless no gate is on any way)
//! all fronts                        -> those ways that none of another day beats; of equals the first (the last, to arrive by)
//! ```
//! Time counts from door to door, so a later departure with a shorter wait is a way of its own. With a latest arrival each
//! departure may take what is left until then: a forward search over departures, the backward answer.

use crate::limits::{Days, Wanted};
use crate::search::{Found, Start, Trip};
use crate::told::{self, Page};
use crate::{RouteError, Router, notes, refusal, turns};
use keruen_model::{Clock, Corridor, Date, ResourceKind, TableKind};
use keruen_network::compile::{Consignment, Index, StateGraph};
use keruen_results::Progress;
use keruen_results::route::{GraphSize, RouteAnswer, SCHEMA_VERSION};

/// Most departures of one question.
const MOST_DAYS: i32 = 400;

/// Days on which the same rows hold.
pub(crate) struct Group {
    corridor: Corridor,
    first: Date,
    days: i32,
}

/// Answers a question for the departures of some days at a clock time. `base` holds the rows of every day.
pub fn ask_days(
    base: &Corridor,
    (scenarios, clock): (&[String], Clock),
    question: &Consignment,
    (days, wanted): (&Days, &Wanted),
    progress: &dyn Progress,
) -> Result<RouteAnswer, RouteError> {
    let groups = groups(base, question, days)?;
    let routers = routers(&groups, (scenarios, clock));
    let fronts = fronts((&groups, &routers), question, (days, wanted), progress)?;
    Ok(answer(&routers, fronts, question, (days, wanted)))
}

/// A router a group of days.
pub(crate) fn routers<'g>(groups: &'g [Group], (scenarios, clock): (&[String], Clock)) -> Vec<Router<'g>> {
    let index = |g: &'g Group| Index::new(&g.corridor, g.first).at(clock).until(g.days - 1);
    groups.iter().map(|g| Router::of(index(g), scenarios.to_vec())).collect()
}

/// The graph of each group, its fronts, and how many departures they are.
pub(crate) type Fronts = Vec<(StateGraph, Found, usize)>;

/// The fronts of a question over all departures.
pub(crate) fn fronts(
    (groups, routers): (&[Group], &[Router<'_>]),
    question: &Consignment,
    (days, wanted): (&Days, &Wanted),
    progress: &dyn Progress,
) -> Result<Fronts, RouteError> {
    let mut fronts = Vec::new();
    for (g, router) in groups.iter().zip(routers) {
        let asked = Consignment { day: g.first, ..question.clone() };
        let all = starts(g, &router.index, question, (days, wanted));
        let at = |graph: &StateGraph| {
            // Where no clock is asked on any way, all days have the same ways, and the first is told.
            let one = days.arrive_by.is_none() && graph.arcs.iter().all(|a| a.gate.is_none());
            all[..if one { all.len().min(1) } else { all.len() }].to_vec()
        };
        let (graph, found) = turns::front(&router.index, &asked, &at, progress)?;
        fronts.push((graph, found, all.len()));
    }
    Ok(fronts)
}

/// One departure a day, each with what its ways may take.
fn starts(g: &Group, index: &Index<'_>, question: &Consignment, (days, wanted): (&Days, &Wanted)) -> Vec<Start> {
    let from = index.zone_of(question.from);
    let by = days.arrive_by.map(|day| index.zone_of(question.to).instant(day.plus_days(1), Clock(0)));
    let start = |d: i32| {
        let second = from.instant(g.first.plus_days(d), index.clock);
        let left = by.map(|by| (by - second) as f64 / 3600.0);
        let mut limits = wanted.limits;
        limits.hours = match (limits.hours, left) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Start { second, limits }
    };
    (0..g.days).map(start).filter(|s| s.limits.hours.is_none_or(|h| h >= 0.0)).collect()
}

/// Runs of days between which no row that can bear on the goods begins or ends.
pub(crate) fn groups(base: &Corridor, question: &Consignment, days: &Days) -> Result<Vec<Group>, RouteError> {
    let count = days.first.days_until(days.last) + 1;
    if !(1..=MOST_DAYS).contains(&count) {
        return Err(RouteError::Days(MOST_DAYS));
    }
    let mut changes: Vec<Date> = vec![days.first, days.last.plus_days(1)];
    for &kind in TableKind::ALL {
        for row in (0..base.tables.len(kind)).filter(|&row| bears_on(base, question, (kind, row))) {
            let (from, to) = base.tables.validity(kind, row);
            changes.extend(from.into_iter().chain(to.map(|d| d.plus_days(1))));
        }
    }
    changes.extend(base.tables.fx.iter().map(|f| f.date));
    changes.extend(base.tables.water.iter().map(|w| w.date));
    changes.extend(base.waits.changes());
    // Storms go by the month of departure.
    changes.extend((0..count).map(|d| days.first.plus_days(d)).filter(|d| d.day() == 1));
    changes.retain(|d| days.first <= *d && *d <= days.last.plus_days(1));
    changes.sort_unstable();
    changes.dedup();
    let group = |p: &[Date]| Group { corridor: base.on(p[0]), first: p[0], days: p[0].days_until(p[1]) };
    Ok(changes.windows(2).map(group).collect())
}

/// Whether a row can bear on the ways of the goods or on their sheets. Prices and rules that name other goods cannot; nor what says
/// how much there is of something (save the quota of a blend), what is wished for, what was counted, or where a figure comes from.
fn bears_on(base: &Corridor, question: &Consignment, (kind, row): (TableKind, usize)) -> bool {
    use TableKind as T;
    let t = &base.tables;
    let goods = t.cargo.find(question.cargo);
    match kind {
        T::Tariff => {
            let x = &t.tariff.rows()[row];
            let class = x.un_class.is_empty() || goods.is_some_and(|g| g.un_class == x.un_class);
            class && (x.cargo.is_empty() || x.cargo.contains(&question.cargo))
        }
        T::Rule => {
            let r = &t.rule.rows()[row];
            let class = r.un_class.is_empty() || goods.is_some_and(|g| g.un_class == r.un_class);
            !r.apart_from.is_empty() || class && (r.cargo.is_empty() || r.cargo.contains(&question.cargo))
        }
        T::Resource => t.resource.rows()[row].kind == ResourceKind::Quota,
        T::Demand | T::Supply | T::State | T::Profile | T::Observation | T::Counter | T::Citation | T::Fact | T::Source => false,
        _ => true,
    }
}

/// A way of the merged front: group, number of its trip there.
type Pick = (usize, usize);

pub(crate) fn answer(
    routers: &[Router<'_>],
    fronts: Fronts,
    question: &Consignment,
    (days, wanted): (&Days, &Wanted),
) -> RouteAnswer {
    let picks = merge(&fronts, days.arrive_by.is_some());
    let mut pages: Vec<Page<'_>> = routers.iter().zip(&fronts).map(|(r, f)| Page::new(r.sheets(&f.0, question))).collect();
    let of_group = |g| picks.iter().filter(move |p| p.0 == g).map(|p| (p.0, &fronts[p.0].1.trips[p.1]));
    let trips: Vec<(usize, &Trip)> = (0..fronts.len()).flat_map(of_group).collect();
    let ways = told::ways(&mut pages, &trips, wanted.promise, wanted.ways);
    let limited = fronts.iter().any(|f| f.1.limited);
    let sheets = routers[0].sheets(&fronts[0].0, question);
    let mut asked = sheets.asked(question, &routers[0].scenarios);
    (asked.day, asked.last_day) = (days.first.to_string(), days.last.to_string());
    asked.arrive_by = days.arrive_by.map(|d| d.to_string()).unwrap_or_default();
    let most = fronts.iter().map(|f| f.1.units).reduce(|a, b| std::array::from_fn(|i| a[i].max(b[i]))).unwrap_or([1; 4]);
    let all = Found { trips: Vec::new(), units: most, labels: 0, limited };
    let mut notes = notes(&all, wanted, picks.len(), ways.len());
    notes.push(
        "Time counts from door to door, so departures of different days compare by what they take, not by when they arrive."
            .into(),
    );
    RouteAnswer {
        schema_version: SCHEMA_VERSION,
        question: asked,
        no_answer: if ways.is_empty() { Some(refusal::explain(&sheets, question, limited)) } else { None },
        refused: refusal::list(&sheets, fronts[0].0.refusals.iter()),
        notes,
        protection: None,
        back: None,
        size: size(&fronts),
        ways,
    }
}

fn size(fronts: &[(StateGraph, Found, usize)]) -> GraphSize {
    let most = |f: fn(&StateGraph) -> usize| fronts.iter().map(|x| f(&x.0)).max().unwrap_or(0);
    GraphSize {
        states: most(|g| g.states.len()),
        arcs: most(|g| g.arcs.len()),
        refused: most(|g| g.refusals.len()),
        departures: fronts.iter().map(|f| f.2).sum(),
        labels: fronts.iter().map(|f| f.1.labels).sum(),
    }
}

/// The ways that no other beats, by rising cost; of equals the first departure, or the last.
fn merge(fronts: &[(StateGraph, Found, usize)], last: bool) -> Vec<Pick> {
    let trip = |p: &Pick| -> &Trip { &fronts[p.0].1.trips[p.1] };
    let mut all: Vec<Pick> = fronts.iter().enumerate().flat_map(|(g, f)| (0..f.1.trips.len()).map(move |i| (g, i))).collect();
    let rank = |p: &Pick| if last { -trip(p).start } else { trip(p).start };
    all.sort_by(|a, b| trip(a).sums.cmp(&trip(b).sums).then(rank(a).cmp(&rank(b))));
    // By rising costs in lexicographic order: what beats a way stands before it.
    let mut kept: Vec<Pick> = Vec::new();
    for p in all {
        let beaten = |q: &Pick| trip(q).sums.iter().zip(&trip(&p).sums).all(|(a, b)| a <= b);
        if !kept.iter().any(beaten) {
            kept.push(p);
        }
    }
    kept
}
