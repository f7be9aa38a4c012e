//! The round table: every proposal compared with its base, then weighed by parties.
//!
//! What parties weigh are differences: a proposal against its own base, so that a thing that is there already (a second track, a
//! subsidy) is weighed by what it brings. `nothing` is one of the scenarios, with nothing in every column.

use crate::compare::{Ask, CompareQuestion, Comparer, compare, usual_terms};
use crate::error::StudyError;
use crate::file::{RoundTableSpec, Study};
use keruen_forum::{Chance, Party, hear};
use keruen_model::Corridor;
use keruen_model::scenario::Scenario;
use keruen_results::Progress;
use keruen_results::compare::{CompareAnswer, Terms};
use keruen_results::forum::{Criterion, ForumTable, Named, Span};
use keruen_results::round_table::{Proposal, RoundTable, SCHEMA_VERSION};

/// What is asked of a comparison by a study's round table.
pub fn question(study: &Study, spec: &RoundTableSpec) -> CompareQuestion {
    let asks = spec.questions.iter().filter_map(|a| {
        let q = study.questions.iter().find(|q| q.id == a.question)?;
        let variant = q.variants.iter().find(|v| v.id == a.variant)?.clone();
        Some(Ask { id: a.id.clone(), title: format!("{}, {}", q.title, variant.label), variant })
    });
    CompareQuestion { year: spec.year, months: spec.months, asks: asks.collect(), terms: terms(spec), ranging: None, luck: None }
}

fn terms(spec: &RoundTableSpec) -> Terms {
    let mut terms = usual_terms();
    let span = |(low, mid, high): (f64, f64, f64)| Span { low, mid, high };
    terms.discount = spec.discount.map_or(terms.discount, span);
    terms.carrier_cost = spec.carrier_cost.map_or(terms.carrier_cost, span);
    if !spec.terms_why.is_empty() {
        terms.why = spec.terms_why.clone();
    }
    terms
}

/// Shows nothing, but stops when the asker does.
struct Until<'p>(&'p dyn Progress);

impl Progress for Until<'_> {
    fn step(&self, _done: u64, _total: u64) {}

    fn cancelled(&self) -> bool {
        self.0.cancelled()
    }
}

/// Compares every proposal.
pub fn proposals(
    corridor: &Corridor,
    scenarios: &[Scenario],
    (study, spec): (&Study, &RoundTableSpec),
    progress: &dyn Progress,
) -> Result<Vec<Proposal>, StudyError> {
    let mut comparer = Comparer::new(corridor, scenarios, question(study, spec));
    let mut stacks = Vec::new();
    for p in &spec.proposals {
        let both = [p.base.as_slice(), p.scenarios.as_slice()];
        let day = comparer.day(&both)?;
        stacks.extend(both.map(|names| (names, day)));
    }
    comparer.prepare(&stacks, &Until(progress));
    let mut out = Vec::new();
    for (i, p) in spec.proposals.iter().enumerate() {
        let answer = compare(&mut comparer, &p.base, std::slice::from_ref(&p.scenarios), &keruen_results::Silent)?;
        out.push(Proposal { id: p.id.clone(), name: p.name.clone(), compare: answer });
        progress.step(i as u64 + 1, spec.proposals.len() as u64);
        if progress.cancelled() {
            return Err(StudyError::Cancelled);
        }
    }
    Ok(out)
}

/// Lets parties weigh proposals.
pub fn weigh(
    proposals: Vec<Proposal>,
    parties: &[Party],
    chance: Chance,
    progress: &dyn Progress,
) -> Result<RoundTable, StudyError> {
    let table = table(&proposals);
    let forum = hear(&table, parties, chance, progress).map_err(|e| StudyError::Forum(e.to_string()))?;
    Ok(RoundTable { schema_version: SCHEMA_VERSION, proposals, forum })
}

/// Scenarios by criteria.
pub fn table(proposals: &[Proposal]) -> ForumTable {
    let columns = columns(proposals);
    let mut alternatives = vec![Named { id: "nothing".into(), name: "Nothing is done".into() }];
    let mut cells = vec![vec![Some(Span::exact(0.0)); columns.len()]];
    for p in proposals {
        alternatives.push(Named { id: p.id.clone(), name: p.name.clone() });
        cells.push(columns.iter().map(|c| value(&p.compare, &c.id)).collect());
    }
    ForumTable { alternatives, criteria: columns, cells }
}

/// Criteria that do not come from a figure: id, name, unit, whether doubt is common to all.
const WORTH: [(&str, &str, &str, bool); 5] = [
    ("shippers", "gain of shippers", "USD/yr", false),
    ("carriers", "gain of carriers and ports", "USD/yr", true),
    ("budgets", "gain of budgets", "USD/yr", true),
    ("cost", "money spent once", "USD", false),
    ("npv", "net present value", "USD", false),
];

fn columns(proposals: &[Proposal]) -> Vec<Criterion> {
    let mut out: Vec<Criterion> = WORTH
        .iter()
        .map(|(id, name, unit, together)| Criterion {
            id: (*id).into(),
            name: (*name).into(),
            unit: (*unit).into(),
            together: *together,
        })
        .collect();
    for p in proposals {
        let figures = p.compare.figures.iter().map(|f| (f.id.clone(), format!("change of {}", f.name), f.unit.clone()));
        let receipts = p
            .compare
            .payers
            .iter()
            .filter(|x| x.kind == "country")
            .map(|x| (format!("receipts-{}", x.id), format!("change of receipts, {}", x.name), "USD/yr".to_string()));
        for (id, name, unit) in figures.chain(receipts) {
            if !out.iter().any(|c| c.id == id) {
                out.push(Criterion { id, name, unit, together: true });
            }
        }
    }
    out
}

fn value(a: &CompareAnswer, id: &str) -> Option<Span> {
    let worth = a.worth.first()?;
    match id {
        "shippers" => Some(worth.shippers),
        "carriers" => Some(worth.carriers),
        "budgets" => Some(Span::exact(worth.budgets)),
        "cost" => a.others.first()?.cost.as_ref().map(|c| c.usd),
        "npv" => worth.npv,
        _ => match id.strip_prefix("receipts-") {
            Some(code) => {
                let payer = a.payers.iter().find(|p| p.kind == "country" && p.id == code);
                Some(Span::exact(payer.map_or(0.0, |p| p.change[0])))
            }
            None => a.figures.iter().find(|f| f.id == id)?.cells.get(1)?.difference,
        },
    }
}
