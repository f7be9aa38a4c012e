//! "Why not this way?", asked by name: the subject is found among all rows, open or not, and what is shut is looked for in every
//! scenario that could open it.

use crate::error::StudyError;
use crate::file::VariantSpec;
use crate::run::{Asker, consignment, day_of, route_error};
use crate::when::{When, days};
use keruen_model::find::{Found, place, row};
use keruen_model::scenario::apply;
use keruen_model::{AnyRef, Corridor, Date, Status, TableKind};
use keruen_results::Progress;
use keruen_results::route::Asked;
use keruen_results::why_not::{Verdict, WhyNot};
use keruen_route::{Consignment, Days, Index, Router, Subject, Wanted, why_not_over_days};

/// Tables whose rows can be asked about.
const ASKED: [TableKind; 6] =
    [TableKind::Node, TableKind::Link, TableKind::Service, TableKind::Facility, TableKind::Operation, TableKind::Operator];

impl Asker<'_> {
    /// Why a service, link, place, facility, operation, operator or country is not used by the answer to a variant, for the departures
    /// and limits of [`When`].
    pub fn why_not(
        &mut self,
        v: &VariantSpec,
        subject: &str,
        when: &When,
        progress: &dyn Progress,
    ) -> Result<WhyNot, StudyError> {
        let at = "route";
        let asked_for = when.days.map(|d| d.0).or(day_of(v, at)?);
        let (whole, day) = self.whole(&v.scenarios, asked_for)?;
        let open = whole.on(day);
        let Some(found) = find(&whole, subject) else {
            return self.only_in_a_scenario(v, subject, (&open, day), progress);
        };
        let question = consignment(&open, v, day, at)?;
        let router = Router::of(Index::new(&open, day).at(when.clock), v.scenarios.clone());
        let days = days(day, when);
        if let Subject::Row(r) = &found
            && !opens(&whole, *r, &days)
        {
            let mut out = shut(&whole, *r, day, asked(&router, &question, progress)?);
            out.opened_by.extend(self.opened_by(v, asked_for, |c| c.tables.position(r.table, r.id).is_some()));
            return Ok(out);
        }
        let limits = when.wanted.limits;
        let mut out = match when.is_one_day() {
            true => router.why_not(&question, &found, limits, progress),
            false => {
                let asked = (&question, &found);
                why_not_over_days(&whole, (&v.scenarios, when.clock), asked, (&days, limits), progress)
            }
        }
        .map_err(route_error)?;
        if out.verdict == Verdict::NotOpen {
            let closed: Vec<String> = out.because.iter().map(|r| r.what.clone()).collect();
            out.opened_by.extend(self.opened_by(v, asked_for, |c| closed.iter().all(|x| row(c, x).is_some())));
        }
        let mut rules: Vec<String> = out.because.iter().map(|r| r.rule.clone()).collect();
        rules.dedup();
        for rule in rules {
            let held = |c: &Corridor| row(c, &format!("rule:{rule}")).is_some();
            if held(&open) {
                out.opened_by.extend(self.opened_by(v, asked_for, |c| !held(c)));
            }
        }
        Ok(out)
    }

    /// A row that no table of the base has; a scenario may bring it.
    fn only_in_a_scenario(
        &self,
        v: &VariantSpec,
        subject: &str,
        (open, day): (&Corridor, Date),
        progress: &dyn Progress,
    ) -> Result<WhyNot, StudyError> {
        let by = self.opened_by(v, Some(day), |c| row(c, subject).is_some_and(|r| ASKED.contains(&r.table)));
        if by.is_empty() {
            return Err(StudyError::Unknown {
                place: "route".into(),
                what: format!("service, link, place, operator or country {subject:?}"),
                hint: near(open, subject)
                    .map_or("; write table:id, or a country in two letters".into(), |n| format!("; did you mean {n:?}?")),
            });
        }
        let question = consignment(open, v, day, "route")?;
        let router = Router::new(open, day, v.scenarios.clone());
        let blank = WhyNot::about(asked(&router, &question, progress)?, subject, subject);
        let reason = format!("{subject} is in no table; only a scenario brings it.");
        Ok(WhyNot { verdict: Verdict::NotOpen, reason, opened_by: by, ..blank })
    }

    /// Scenarios that, stacked on those of the question, bring about what is wished.
    fn opened_by(&self, v: &VariantSpec, day: Option<Date>, wished: impl Fn(&Corridor) -> bool) -> Vec<String> {
        let stack: Vec<_> = self.scenarios.iter().filter(|s| v.scenarios.contains(&s.id)).cloned().collect();
        let others = self.scenarios.iter().filter(|s| !v.scenarios.contains(&s.id));
        let opens = |s: &&keruen_model::scenario::Scenario| {
            let more: Vec<_> = stack.iter().cloned().chain([(*s).clone()]).collect();
            apply(self.base, &more, day).is_ok_and(|a| wished(&a.corridor.on(a.day)))
        };
        others.filter(opens).map(|s| format!("--scenario {} ({})", s.id, s.name)).collect()
    }
}

/// Whether a row is open on one of some days.
fn opens(whole: &Corridor, r: AnyRef, days: &Days) -> bool {
    let Some(at) = whole.tables.position(r.table, r.id) else { return false };
    let (from, to) = whole.tables.validity(r.table, at);
    let held = from.is_none_or(|f| f <= days.last) && to.is_none_or(|t| days.first <= t);
    held && whole.tables.status(r.table, at) == Status::Open
}

/// The question as understood.
fn asked(router: &Router<'_>, question: &Consignment, progress: &dyn Progress) -> Result<Asked, StudyError> {
    router.ask(question, Wanted { ways: 1, ..Wanted::default() }, progress).map(|a| a.question).map_err(route_error)
}

/// A row that is not open on the day, in words.
fn shut(whole: &Corridor, r: AnyRef, day: Date, question: Asked) -> WhyNot {
    let subject = format!("{}:{}", r.table.name(), whole.text(r.id));
    let mut out = WhyNot::about(question, &subject, whole.text(r.id));
    let Some(at) = whole.tables.position(r.table, r.id) else { return out };
    let (from, to) = whole.tables.validity(r.table, at);
    let status = whole.tables.status(r.table, at);
    let name = r.table.spec().field("name").map(|f| whole.tables.cell(r.table, at, f, &whole.strings));
    out.name = name.filter(|n| !n.is_empty()).unwrap_or(out.name);
    out.verdict = Verdict::NotOpen;
    out.reason = match (status, from.filter(|&f| f > day), to.filter(|&t| t < day)) {
        (Status::Open, Some(from), _) => {
            out.opened_by.push(format!("a day from {from} on"));
            format!("{} opens on {from}; the question is for {day}.", out.name)
        }
        (Status::Open, _, Some(to)) => {
            out.opened_by.push(format!("a day up to {to}"));
            format!("{} was open until {to}; the question is for {day}.", out.name)
        }
        _ => format!("{} is not open: its status is {}.", out.name, status.name()),
    };
    out
}

/// The row or country called so.
fn find(c: &Corridor, text: &str) -> Option<Subject> {
    let country = text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    if country && c.tables.node.iter().any(|n| c.strings.text(n.country) == text) {
        return Some(Subject::Country(text.into()));
    }
    if let Some(r) = row(c, text).filter(|r| ASKED.contains(&r.table)) {
        return Some(Subject::Row(r));
    }
    if let Some((table, id)) = by_name(c).find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, r)| (r.table, r.id)) {
        return Some(Subject::Row(AnyRef { table, id }));
    }
    match place(c, text) {
        Found::One(id) | Found::Close(id, _) => Some(Subject::Row(AnyRef { table: TableKind::Node, id: id.sym() })),
        _ => None,
    }
}

/// Services, links, facilities and operators by their English names.
fn by_name(c: &Corridor) -> impl Iterator<Item = (&str, AnyRef)> {
    let t = &c.tables;
    let any = |table: TableKind, id: keruen_model::Sym| AnyRef { table, id };
    let services = t.service.iter().map(move |x| (c.strings.text(x.name), any(TableKind::Service, x.service_id.sym())));
    let links = t.link.iter().map(move |x| (c.strings.text(x.name), any(TableKind::Link, x.link_id.sym())));
    let facilities = t.facility.iter().map(move |x| (c.strings.text(x.name), any(TableKind::Facility, x.facility_id.sym())));
    let operators = t.operator.iter().map(move |x| (c.strings.text(x.name), any(TableKind::Operator, x.operator_id.sym())));
    services.chain(links).chain(facilities).chain(operators).filter(|x| !x.0.is_empty())
}

fn near(c: &Corridor, text: &str) -> Option<String> {
    let wanted = text.split_once(':').map_or(text, |x| x.1);
    let ids = ASKED.iter().flat_map(|&t| (0..c.tables.len(t)).filter_map(move |i| c.tables.key(t, i))).map(|s| c.text(s));
    keruen_model::fault::nearest(wanted, ids.chain(by_name(c).map(|x| x.0))).map(str::to_string)
}
