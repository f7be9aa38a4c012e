//! Why a row or country is not used.
//!
//! The question is asked again with the wish to use it. Ways found: it is used by the answer, or allowed and beaten. None found:
//! the fewest things that would have to be put back on a way through it are the reason; where there are none, it does not fit
//! the goods, cannot be reached, or leads nowhere.

use crate::days::{self, Fronts};
use crate::error::RouteError;
use crate::labels::LABELLED;
use crate::limits::{Days, Limits};
use crate::search::Start;
use crate::search::Trip;
use crate::sheet::Sheets;
use crate::told::{self, Page};
use crate::{Router, Wanted, refusal, turns};
use keruen_model::{AnyRef, Clock, Corridor, Id, Link, Sym, TableKind};
use keruen_network::compile::{Consignment, Index, RefusalReason, StateGraph, Unfit, unfit};
use keruen_results::Progress;
use keruen_results::route::{Leg, Refused, RouteAnswer, Way};
use keruen_results::why_not::{Beaten, Compared, Figures, Verdict, WhyNot};

/// What is asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A node, link, service, facility, operation or operator.
    Row(AnyRef),
    /// A country, ISO 3166-1 alpha-2.
    Country(String),
}

/// Differences below a cent, a second and a gram are rounding.
const SAME: [f64; 4] = [0.01, 1.0 / 3600.0, 0.001, 1e-6];

/// Why a subject is not used by the answer over the departures of some days at a clock time; where nothing leads through it, told
/// for the first of the days. `base` holds the rows of every day.
pub fn why_not_over_days(
    base: &Corridor,
    (scenarios, clock): (&[String], Clock),
    (question, subject): (&Consignment, &Subject),
    (days, limits): (&Days, Limits),
    progress: &dyn Progress,
) -> Result<WhyNot, RouteError> {
    let wanted = wanted(limits);
    let groups = days::groups(base, question, days)?;
    let routers = days::routers(&groups, (scenarios, clock));
    let plain = days::fronts((&groups, &routers), question, (days, &wanted), progress)?;
    let plain = days::answer(&routers, plain, question, (days, &wanted));
    let forced = forced(question, subject);
    let fronts = days::fronts((&groups, &routers), &forced, (days, &wanted), progress)?;
    Ok(judged(&routers, &fronts, plain, (question, &forced, subject)))
}

/// Every way, exactly: a coarser front may leave out what is asked about.
fn wanted(limits: Limits) -> Wanted {
    Wanted { ways: usize::MAX, limits: Limits { eps: None, ..limits }, promise: None }
}

/// The question with the wish to use the subject.
fn forced(question: &Consignment, subject: &Subject) -> Consignment {
    let mut forced = question.clone();
    match subject {
        Subject::Row(r) => forced.must_use.push(*r),
        Subject::Country(c) => forced.must_use_countries.push(c.clone()),
    }
    forced
}

impl Router<'_> {
    /// Why a subject that is open on the day is not used by the answer to a question within limits.
    pub fn why_not(
        &self,
        question: &Consignment,
        subject: &Subject,
        limits: Limits,
        progress: &dyn Progress,
    ) -> Result<WhyNot, RouteError> {
        let wanted = wanted(limits);
        let plain = self.ask(question, wanted, progress)?;
        let forced = forced(question, subject);
        let at = |graph: &StateGraph| vec![Start { second: graph.start, limits: wanted.limits }];
        let (graph, found) = turns::front(&self.index, &forced, &at, progress)?;
        Ok(judged(std::slice::from_ref(self), &vec![(graph, found, 1)], plain, (question, &forced, subject)))
    }
}

/// The verdict from the answer without the wish and the fronts with it.
fn judged(
    routers: &[Router<'_>],
    fronts: &Fronts,
    plain: RouteAnswer,
    (question, forced, subject): (&Consignment, &Consignment, &Subject),
) -> WhyNot {
    let mut pages: Vec<Page<'_>> = routers.iter().zip(fronts).map(|(r, f)| Page::new(r.sheets(&f.0, question))).collect();
    let trips: Vec<(usize, &Trip)> = fronts.iter().enumerate().flat_map(|(g, f)| f.1.trips.iter().map(move |t| (g, t))).collect();
    let mut ways = told::ways(&mut pages, &trips, None, LABELLED);
    ways.retain(|w| !w.labels.is_empty());
    let (router, sheets) = (&routers[0], routers[0].sheets(&fronts[0].0, question));
    let (text, name) = match subject {
        Subject::Row(r) => (sheets.ref_text(*r), sheets.name_of(*r)),
        Subject::Country(c) => (c.clone(), c.clone()),
    };
    let mut out = WhyNot::about(plain.question.clone(), &text, &name);
    let used: Vec<&Way> = plain.ways.iter().filter(|w| w.legs.iter().any(|l| touches(&router.index, l, subject))).collect();
    if !used.is_empty() {
        out.verdict = Verdict::Used;
        out.reason = format!("{} is used by {}.", out.name, listed(used.iter().map(|w| w.label.clone())));
        out.ways = used.iter().map(|w| Compared { way: figures(w), beaten_by: Vec::new() }).collect();
    } else if !ways.is_empty() {
        out.verdict = Verdict::Dominated;
        out.reason = format!("{} is allowed, but every way through it is beaten in cost, time, CO2e and risk at once.", out.name);
        out.ways = ways.iter().map(|w| compare(w, &plain.ways)).collect();
    } else if fronts.iter().any(|f| f.1.limited) {
        out.verdict = Verdict::Limited;
        out.reason = format!("Ways through {} exist, but none keeps the limits that you set.", out.name);
    } else {
        router.without_a_way(&sheets, (forced, subject), &mut out);
    }
    out
}

impl Router<'_> {
    /// The verdict where no way uses the subject.
    fn without_a_way(&self, sheets: &Sheets<'_>, (forced, subject): (&Consignment, &Subject), out: &mut WhyNot) {
        let graph = sheets.graph;
        if let Some(cut) = refusal::fewest_refusals(sheets).filter(|c| !c.is_empty()) {
            taken_out(sheets, &cut, out);
            return;
        }
        let bit = match subject {
            Subject::Row(_) => forced.must_use.len() - 1,
            Subject::Country(_) => forced.wanted() - 1,
        };
        if let Some(closed) = self.closed_part(subject) {
            out.verdict = Verdict::NotOpen;
            out.reason = format!("{} is open, but {} is not open on this day.", out.name, closed.name);
            out.because.push(closed);
        } else if let Some(why) = self.misfit(graph, (forced, subject)) {
            (out.verdict, out.reason) = told(why, &out.name);
        } else if graph.states.iter().any(|s| s.used >> bit & 1 == 1) {
            out.verdict = Verdict::DeadEnd;
            out.reason = format!(
                "The goods reach {}, but nothing open on this day leads on from there to {} without a stretch being ridden out and back.",
                out.name, out.question.to.name
            );
        } else {
            let ruled_out = self.ruled_out_there(graph, subject);
            if !ruled_out.is_empty() {
                taken_out(sheets, &ruled_out, out);
                return;
            }
            out.verdict = Verdict::Unreached;
            out.reason = self.unreached(graph, subject, out);
        }
    }

    /// What rules took out at the places of the subject: they keep the goods from it even where nothing leads on behind it.
    fn ruled_out_there(&self, graph: &StateGraph, subject: &Subject) -> Vec<usize> {
        let places = places_of(&self.index, subject);
        let there = |s: keruen_network::compile::StateIx| places.contains(&(graph.states[s.0 as usize].node as usize));
        let ruled_out = |r: &keruen_network::compile::Refusal| matches!(r.reason, RefusalReason::Rule(_));
        let at = |i: &usize| ruled_out(&graph.refusals[*i]) && (there(graph.refusals[*i].from) || there(graph.refusals[*i].to));
        (0..graph.refusals.len()).filter(at).collect()
    }

    fn misfit(&self, graph: &StateGraph, (forced, subject): (&Consignment, &Subject)) -> Option<Unfit> {
        match subject {
            Subject::Row(r) => unfit(&self.index, forced, graph, *r),
            Subject::Country(_) => None,
        }
    }

    /// A link or call of a service that is closed on the day.
    fn closed_part(&self, subject: &Subject) -> Option<Refused> {
        let Subject::Row(AnyRef { table: TableKind::Service, id }) = subject else { return None };
        let t = &self.index.corridor.tables;
        let stops = &self.index.stops_of[t.service.position(*id)?];
        let shut = |table: TableKind, id: Sym| {
            let what = format!("{}:{}", table.name(), self.index.corridor.text(id));
            let reason = "it is not open on this day".to_string();
            let (rule, authority, lifted_by) = ("not-open".to_string(), String::new(), Vec::new());
            Refused { name: what.clone(), what, rule, authority, reason, lifted_by, arcs: 0 }
        };
        let via = stops.iter().flat_map(|&s| self.index.stop(s).via.iter());
        let link = via.copied().find(|&l| t.link.find(l).is_none()).map(|l| shut(TableKind::Link, l.sym()));
        let calls = t.stop.iter().filter(|s| s.service_id.sym() == *id).map(|s| s.node_id);
        link.or_else(|| calls.filter(|&n| t.node.find(n).is_none()).map(|n| shut(TableKind::Node, n.sym())).next())
    }

    fn unreached(&self, graph: &StateGraph, subject: &Subject, out: &WhyNot) -> String {
        let places = places_of(&self.index, subject);
        let there = graph.states.iter().find(|s| places.contains(&(s.node as usize)));
        match there {
            Some(s) => format!(
                "The goods come to {} (on {}), but nothing there puts them on {}.",
                self.index.corridor.strings.text(self.index.corridor.tables.node.rows()[s.node as usize].name),
                s.loading.name(),
                out.name
            ),
            None => format!(
                "No chain of open links, services and work leads from {} to {} for these goods on this day.",
                out.question.from.name, out.name
            ),
        }
    }
}

/// The verdict where something taken out would have to be put back.
fn taken_out(sheets: &Sheets<'_>, cut: &[usize], out: &mut WhyNot) {
    out.verdict = verdict_of(sheets.graph.refusals[cut[0]].reason);
    out.because = refusal::list_in_order(sheets, cut);
    for lifted in out.because.iter().flat_map(|r| &r.lifted_by) {
        if !out.opened_by.contains(lifted) {
            out.opened_by.push(lifted.clone());
        }
    }
    out.reason = format!("A way through {} would need what was taken out: {}", out.name, refusal::sentences(&out.because));
}

fn verdict_of(reason: RefusalReason) -> Verdict {
    match reason {
        RefusalReason::Rule(_) => Verdict::Refused,
        RefusalReason::Quota(_) => Verdict::Quota,
        RefusalReason::Draught(_) => Verdict::Draught,
        RefusalReason::SmallLot => Verdict::SmallLot,
        RefusalReason::NoPrice => Verdict::NoPrice,
        RefusalReason::Asked | RefusalReason::Again => Verdict::Asked,
    }
}

fn told(why: Unfit, name: &str) -> (Verdict, String) {
    match why {
        Unfit::Standing => (Verdict::Unfit, format!("These goods in this equipment cannot stand on {name}.")),
        Unfit::NotListed => (Verdict::Unfit, format!("{name} takes other goods or other equipment.")),
        Unfit::Vehicle => (Verdict::Unfit, format!("Table fit lets none of the equipment on the vehicles of {name}.")),
        Unfit::Gauge => {
            (Verdict::Gauge, format!("The goods come to {name} on rails of another gauge, and nothing there changes it."))
        }
    }
}

/// Whether a leg touches the subject: its rows, the places that it passes, their countries, its operator.
fn touches(index: &Index<'_>, leg: &Leg, subject: &Subject) -> bool {
    let c = index.corridor;
    let links = || leg.links.iter().filter_map(|l| c.tables.link.find(Id::<Link>::new(c.strings.find(l)?)));
    let ends = || links().flat_map(|l| [l.from_node_id.sym(), l.to_node_id.sym()]);
    let is = |id: &Option<String>, sym: Sym| id.as_deref() == Some(c.text(sym));
    match subject {
        Subject::Country(wanted) => {
            let country = |n: Sym| c.tables.node.find(Id::new(n)).map(|n| c.strings.text(n.country));
            leg.from.country == *wanted || leg.to.country == *wanted || ends().any(|n| country(n) == Some(wanted))
        }
        Subject::Row(r) => match r.table {
            TableKind::Node => [&leg.from.id, &leg.to.id].iter().any(|n| *n == c.text(r.id)) || ends().any(|n| n == r.id),
            TableKind::Link => links().any(|l| l.link_id.sym() == r.id),
            TableKind::Service => leg.operation.is_none() && is(&leg.service, r.id),
            TableKind::Facility => is(&leg.facility, r.id),
            TableKind::Operation => is(&leg.operation, r.id),
            TableKind::Operator => operator_of(index, leg) == Some(r.id),
            _ => false,
        },
    }
}

/// Who runs the leg.
fn operator_of(index: &Index<'_>, leg: &Leg) -> Option<Sym> {
    let (t, find) = (&index.corridor.tables, |id: &String| index.corridor.strings.find(id));
    let operator = if let Some(f) = &leg.facility {
        t.facility.find(Id::new(find(f)?))?.operator_id
    } else if let Some(s) = &leg.service {
        t.service.find(Id::new(find(s)?))?.operator_id
    } else {
        t.link.find(Id::new(find(leg.links.first()?)?))?.operator_id
    };
    operator.map(Id::sym)
}

/// Places at which the subject could be met.
fn places_of(index: &Index<'_>, subject: &Subject) -> Vec<usize> {
    let t = &index.corridor.tables;
    let at = |n: Sym| t.node.position(n);
    let of_link = |l: &Link| [at(l.from_node_id.sym()), at(l.to_node_id.sym())].into_iter().flatten().collect::<Vec<_>>();
    match subject {
        Subject::Country(c) => (0..t.node.len()).filter(|&n| index.corridor.text(index.country[n]) == c).collect(),
        Subject::Row(r) => match r.table {
            TableKind::Node => at(r.id).into_iter().collect(),
            TableKind::Link => t.link.find(Id::new(r.id)).map_or(Vec::new(), of_link),
            TableKind::Service => {
                t.stop.iter().filter(|s| s.service_id.sym() == r.id).filter_map(|s| at(s.node_id.sym())).collect()
            }
            TableKind::Facility => t.facility.find(Id::new(r.id)).and_then(|f| at(f.node_id.sym())).into_iter().collect(),
            TableKind::Operation => {
                let holds = |n: &usize| index.facilities_at[*n].iter().any(|&f| runs(index, f, r.id));
                (0..t.node.len()).filter(holds).collect()
            }
            TableKind::Operator => {
                let mine = |o: Option<Id<keruen_model::Operator>>| o.is_some_and(|o| o.sym() == r.id);
                let links = t.link.iter().filter(|l| mine(l.operator_id)).flat_map(of_link);
                links.chain(t.facility.iter().filter(|f| mine(f.operator_id)).filter_map(|f| at(f.node_id.sym()))).collect()
            }
            _ => Vec::new(),
        },
    }
}

fn runs(index: &Index<'_>, facility: u32, operation: Sym) -> bool {
    let rows = index.corridor.tables.operation.rows();
    index.operations_of[facility as usize].iter().any(|&o| rows[o as usize].operation_id.sym() == operation)
}

fn measures(w: &Way) -> [f64; 4] {
    [w.totals.cost.amount, w.totals.hours.p50, w.totals.co2e_kg, w.totals.risk.unwrap_or(0.0)]
}

fn compare(way: &Way, others: &[Way]) -> Compared {
    let own = measures(way);
    let beats = |o: &&Way| measures(o).iter().zip(own).zip(SAME).all(|((&a, b), same)| a <= b + same);
    let beaten = |o: &Way| {
        let m = measures(o);
        Beaten { by: figures(o), cost: own[0] - m[0], hours: own[1] - m[1], co2e_kg: own[2] - m[2] }
    };
    Compared { way: figures(way), beaten_by: others.iter().filter(beats).map(beaten).collect() }
}

fn figures(w: &Way) -> Figures {
    let [cost, hours, co2e_kg, _] = measures(w);
    Figures { label: w.label.clone(), summary: w.summary.clone(), cost, hours, co2e_kg }
}

fn listed(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [one] => format!("the {one} way"),
        many => format!("{} ways of the answer ({})", many.len(), many.join(", ")),
    }
}
