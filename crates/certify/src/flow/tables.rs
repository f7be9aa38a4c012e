//! The answer against the tables: what rows of `demand` ask, how much there is of each row of `resource`, and what goods use of it.
//!
//! ```text
//! there is   amount x availability x time - standing uses,    time by `per`, on the days on which the row holds
//! carried    amount x availability - standing uses at the end of a month, whichever of the two months has less
//! used       sum over rows of `use` of amount x traffic of the element, in t, TEU, wagons or trucks
//! ```
//! A resource is derived again where a year is one period and all its uses are by links, services or operations in these units and name no
//! equipment; the verdict says how many.

use super::{FlowFlaw, differs};
use keruen_model::{
    Corridor, Date, Demand, Direction, Facility, Period as Per, Profile, Quantity, Resource, ResourceKind, Sharing, Status,
    TableKind, Unit, Use, UseKind,
};
use keruen_results::flow::{ElementFlow, FlowAnswer};

/// What was derived again, and what differs.
#[derive(Debug, Default)]
pub(super) struct Again {
    pub limits: usize,
    pub uses: usize,
    pub flaws: Vec<FlowFlaw>,
}

/// A period as two days, both included.
#[derive(Clone, Copy)]
struct Span {
    first: Date,
    last: Date,
}

impl Span {
    fn days(self) -> f64 {
        f64::from(self.first.days_until(self.last) + 1).max(0.0)
    }

    fn within(self, from: Option<Date>, to: Option<Date>) -> Span {
        Span { first: from.map_or(self.first, |d| d.max(self.first)), last: to.map_or(self.last, |d| d.min(self.last)) }
    }

    /// Months that it touches, each with its days in common and the days of the whole month and year.
    fn months(self) -> Vec<(u8, f64, f64, f64)> {
        let mut out = Vec::new();
        let mut at = self.first;
        while at <= self.last {
            let (year, month) = (at.year() as i16, at.month());
            let next = if month == 12 { Date::new(year + 1, 1, 1) } else { Date::new(year, month as i8 + 1, 1) };
            let (Some(next), Some(begin)) = (next, Date::new(year, month as i8, 1)) else { break };
            let last = next.plus_days(-1).min(self.last);
            let year_days = if Date::new(year, 2, 29).is_some() { 366.0 } else { 365.0 };
            let whole = f64::from(begin.days_until(next));
            out.push((month, f64::from(at.days_until(last) + 1), whole, year_days));
            at = next;
        }
        out
    }
}

pub(super) fn check(corridor: &Corridor, answer: &FlowAnswer) -> Again {
    let mut again = Again::default();
    let spans: Vec<(&str, Span)> = answer
        .question
        .periods
        .iter()
        .filter_map(|p| Some((p.name.as_str(), Span { first: Date::parse(&p.first)?, last: Date::parse(&p.last)? })))
        .collect();
    asked(corridor, answer, &spans, &mut again);
    for l in &answer.limits {
        let Some(p) = spans.iter().position(|s| s.0 == l.period) else { continue };
        let span = spans[p].1;
        if let Some(storage) = l.limit.strip_suffix(".carried") {
            let rooms = spans[p..].iter().take(2).map(|s| room(corridor, storage, s.1));
            if let Some(there) = rooms.collect::<Option<Vec<f64>>>().and_then(|r| r.into_iter().reduce(f64::min)) {
                again.limits += 1;
                let at = format!("resource:{} {}", l.limit, l.period);
                again.flaws.extend(differs(at, "how much the tables have room for", (l.amount, there), there));
            }
            continue;
        }
        let (id, way) = l.limit.split_once(' ').unwrap_or((&l.limit, ""));
        let row = corridor.strings.find(id).and_then(|s| corridor.tables.resource.position(s));
        let Some(r) = row.map(|i| &corridor.tables.resource.rows()[i]) else { continue };
        let quota = matches!(r.kind, ResourceKind::Quota | ResourceKind::Permit);
        // A quota holds for the year, whatever the periods.
        if quota && spans.len() > 1 || r.per == Per::Departure {
            continue;
        }
        again.limits += 1;
        let there = (amount(corridor, r, span) - standing(corridor, r, span)).max(0.0) / shown(r, span);
        let at = || format!("resource:{} {}", l.limit, l.period);
        again.flaws.extend(differs(at(), "how much the tables have", (l.amount, there), there));
        if spans.len() == 1
            && let Some(used) = used(corridor, answer, r, (way, span))
        {
            again.uses += 1;
            again.flaws.extend(differs(at(), "how much the traffic of the answer uses", (l.used, used), l.amount));
        }
    }
    again
}

/// Room of a storage in a period on the average.
fn room(corridor: &Corridor, storage: &str, span: Span) -> Option<f64> {
    let id = storage.split(' ').next()?;
    let row = corridor.strings.find(id).and_then(|s| corridor.tables.resource.position(s))?;
    let r = &corridor.tables.resource.rows()[row];
    Some((amount(corridor, r, span) - standing(corridor, r, span)).max(0.0) / shown(r, span))
}

/// What rows of `demand` ask in the periods, and what `state` has when the first begins.
fn asked(corridor: &Corridor, answer: &FlowAnswer, spans: &[(&str, Span)], again: &mut Again) {
    for w in &answer.wishes {
        let lying = corridor.strings.find(&w.wish).and_then(|s| corridor.tables.state.position(s));
        if let Some(s) = lying.map(|i| &corridor.tables.state.rows()[i]) {
            let there = if spans.first().is_some_and(|x| x.1.first == s.date) { s.amount.value() } else { 0.0 };
            again.flaws.extend(differs(format!("state:{}", w.wish), "what the tables have", (w.asked, there), w.asked));
            continue;
        }
        let row = corridor.strings.find(&w.wish).and_then(|s| corridor.tables.demand.position(s));
        let Some(d) = row.map(|i| &corridor.tables.demand.rows()[i]) else { continue };
        let share: f64 = spans.iter().flat_map(|s| s.1.months()).map(|m| month_share(corridor, d, m.0)).sum();
        let flaw = differs(format!("demand:{}", w.wish), "what the tables ask", (w.asked, d.amount.value() * share), w.asked);
        again.flaws.extend(flaw);
    }
}

fn month_share(corridor: &Corridor, d: &Demand, month: u8) -> f64 {
    let profile = d.profile_id.and_then(|p| corridor.tables.profile.find(p));
    profile.map_or(1.0 / 12.0, |p: &Profile| p.months()[usize::from(month) - 1].value())
}

fn held_by_ships(r: &Resource) -> bool {
    matches!(r.kind, ResourceKind::Berth | ResourceKind::Ramp) && r.per == Per::None
}

/// What is held for a time is shown as the average held.
fn shown(r: &Resource, span: Span) -> f64 {
    let held = r.per == Per::None && !held_by_ships(r) && r.kind != ResourceKind::Bandwidth;
    if held { span.days() * 24.0 } else { 1.0 }
}

fn amount(corridor: &Corridor, r: &Resource, span: Span) -> f64 {
    let inside = span.within(r.valid_from, r.valid_to);
    let all = r.amount.value() * r.availability.value();
    if held_by_ships(r) {
        return all * inside.days() * 24.0 * (1.0 - closed(corridor, r, span));
    }
    all * times(r, inside, span)
}

/// Standing uses: taken whether or not anything moves. Berths are counted in hours, without weather.
fn standing(corridor: &Corridor, r: &Resource, span: Span) -> f64 {
    let rows = corridor.tables.r#use.iter().filter(|u| u.resource_id == r.resource_id && u.kind == UseKind::Standing);
    rows.map(|u| u.amount.value() * times(r, span.within(r.valid_from, r.valid_to).within(u.valid_from, u.valid_to), span)).sum()
}

fn times(r: &Resource, inside: Span, span: Span) -> f64 {
    let days = inside.days();
    match r.per {
        Per::Hour => days * 24.0,
        Per::Day => days,
        Per::Week => days / 7.0,
        Per::Month => inside.months().iter().map(|m| m.1 / m.2).sum(),
        Per::Year => inside.months().iter().map(|m| m.1 / m.3).sum(),
        Per::None if r.kind == ResourceKind::Bandwidth => days / span.days(),
        Per::None => days * 24.0,
        Per::Departure => 0.0,
    }
}

/// Share of the period in which weather closes the facility.
fn closed(corridor: &Corridor, r: &Resource, span: Span) -> f64 {
    let Some(f) = r.at.as_id::<Facility>().and_then(|f| corridor.tables.facility.find(f)) else { return 0.0 };
    let mut at = span.first;
    let mut days = 0.0;
    for (month, in_common, ..) in span.months() {
        let here = Span { first: at, last: at.plus_days(in_common as i32 - 1) };
        let rows = corridor.tables.closure.iter().filter(|c| c.region == f.region && c.month == i32::from(month));
        let share: f64 = rows.map(|c| c.share.value() * here.within(c.valid_from, c.valid_to).days() / here.days()).sum();
        days += share.min(1.0) * in_common;
        at = here.last.plus_days(1);
    }
    days / span.days()
}

/// What the traffic of the answer uses of a resource; `None` where a use is of another kind.
fn used(corridor: &Corridor, answer: &FlowAnswer, r: &Resource, (way, span): (&str, Span)) -> Option<f64> {
    let each = r.direction == Sharing::Each;
    let rows = corridor.tables.r#use.iter().filter(|u| u.resource_id == r.resource_id && u.kind == UseKind::PerUnit);
    let mut sum = 0.0;
    for u in rows {
        let by = format!("{}:{}", u.by.table.name(), corridor.text(u.by.id));
        let plain = matches!(u.by.table, TableKind::Link | TableKind::Operation | TableKind::Service)
            && u.equipment.is_empty()
            && (u.cargo.is_empty() || u.unit == Unit::T)
            && matches!(u.unit, Unit::T | Unit::TEU | Unit::Wagon | Unit::Truck);
        if !plain || r.status != Status::Open || r.per == Per::None {
            return None;
        }
        let part = span.within(r.valid_from, r.valid_to).within(u.valid_from, u.valid_to).days() / span.days();
        let mine = answer.elements.iter().filter(|e| is_by(e, &by) && counts(e, u, if each { way } else { "" }));
        for e in mine {
            sum += u.amount.value() * part * traffic(corridor, answer, e, u)?;
        }
    }
    Some(sum)
}

fn is_by(e: &ElementFlow, by: &str) -> bool {
    e.what == by || e.what.strip_prefix(by).is_some_and(|rest| rest.starts_with('@'))
}

/// Whether traffic in the direction of an element counts for a use, and for one direction of its resource.
fn counts(e: &ElementFlow, u: &Use, way: &str) -> bool {
    // Work at a terminal has no direction; it counts as along.
    let direction = if e.direction.is_empty() { Direction::Forth.name() } else { &e.direction };
    (u.direction == Direction::Both || u.direction.name() == direction) && (way.is_empty() || way == direction)
}

fn traffic(corridor: &Corridor, answer: &FlowAnswer, e: &ElementFlow, u: &Use) -> Option<f64> {
    let cargo = |wish: &str| answer.wishes.iter().find(|w| w.wish == wish).map(|w| w.cargo.as_str());
    let named = |wish: &str| cargo(wish).is_some_and(|c| u.cargo.iter().any(|&id| corridor.strings.id(id) == c));
    match u.unit {
        Unit::T if !u.cargo.is_empty() => Some(e.users.iter().filter(|x| named(&x.0)).map(|x| x.1).sum()),
        Unit::T => Some(e.tonnes),
        Unit::TEU => Some(e.teu),
        Unit::Wagon => Some(e.wagons),
        Unit::Truck => Some(e.trucks),
        _ => None,
    }
}
