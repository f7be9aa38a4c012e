//! `list_scenarios`, `describe`, `explain_figure`, `list_sources`.

use crate::answer::{Basis, Ends, Source, cut};
use crate::desk::{Desk, Refusal, refused};
use crate::wish::{DescribeWish, ExplainWish, ScenariosWish, SourcesWish};
use keruen_model::{Corridor, TableKind};
use keruen_results::{Cited, SourceRef};
use schemars::JsonSchema;
use serde::Serialize;

/// Rows without a wish.
const TOP: u32 = 30;

/// Scenarios.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScenariosTold {
    /// Each scenario.
    pub scenarios: Vec<ScenarioTold>,
    /// Units, sources, command.
    pub basis: Basis,
}

/// One scenario.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScenarioTold {
    /// Name by which questions stack it.
    pub id: String,
    /// In words.
    pub name: String,
    /// Why one would ask it.
    pub why: String,
    /// Day it speaks of, where it has one.
    pub date: Option<String>,
    /// How many values it changes.
    pub changes: usize,
    /// Facts behind it, for `explain_figure` and `basis`.
    pub facts: Vec<String>,
}

/// The corridor, or rows of one of its tables.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Described {
    /// Title.
    pub title: String,
    /// What it is.
    pub about: String,
    /// Day on which questions are asked unless they say otherwise.
    pub as_of: String,
    /// Currency of totals.
    pub currency: String,
    /// Years that demand speaks of.
    pub years: Vec<i32>,
    /// Tables with their number of rows.
    pub tables: Vec<(String, usize)>,
    /// Rows of the table asked: id and name.
    pub rows: Vec<(String, String)>,
    /// How many rows fit.
    pub rows_in_all: usize,
    /// Licence of the tables.
    pub licence: String,
    /// Credits that every use must show.
    pub credits: Vec<String>,
    /// Units, sources, command.
    pub basis: Basis,
}

/// Figures and what they rest on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Explained {
    /// Each figure.
    pub figures: Vec<FigureTold>,
    /// How many there are.
    pub figures_in_all: usize,
    /// Units, sources, command.
    pub basis: Basis,
}

/// One figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureTold {
    /// `table:id.field`.
    pub parameter: String,
    /// The cell as it stands in the table.
    pub value: String,
    /// Unit.
    pub unit: String,
    /// read, computed, proxy, assumed; empty = no citation.
    pub method: String,
    /// What is not known about it.
    pub range: Option<Ends>,
    /// Arithmetic or reason.
    pub reason: String,
    /// Publications.
    pub sources: Vec<Source>,
    /// Publications that say otherwise.
    pub others: Vec<Source>,
}

/// Publications.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourcesTold {
    /// Each publication.
    pub publications: Vec<Publication>,
    /// How many fit.
    pub publications_in_all: usize,
    /// Units, sources, command.
    pub basis: Basis,
}

/// One publication.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Publication {
    /// Row.
    pub id: String,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Link.
    pub url: String,
}

/// Whether a text that was asked for stands in one of these, whatever its letters' case.
fn holds(find: &Option<String>, texts: &[&str]) -> bool {
    let Some(find) = find.as_ref().map(|f| f.to_lowercase()) else { return true };
    texts.iter().any(|t| t.to_lowercase().contains(&find))
}

/// All scenarios.
pub(crate) fn scenarios(desk: &Desk, wish: &ScenariosWish) -> ScenariosTold {
    let fits: Vec<_> = desk.scenarios.iter().filter(|s| holds(&wish.find, &[&s.id, &s.name, &s.why])).collect();
    let sources = fits.iter().flat_map(|s| &s.source).filter_map(|f| fact(&desk.corridor, f)).collect();
    let one = |s: &&keruen_model::scenario::Scenario| ScenarioTold {
        id: s.id.clone(),
        name: s.name.clone(),
        why: s.why.clone(),
        date: s.date.map(|d| d.to_string()),
        changes: s.changes.len(),
        facts: s.source.clone(),
    };
    let command = format!("keruen scenario list --corridor {} --json", desk.name);
    ScenariosTold { scenarios: fits.iter().map(one).collect(), basis: desk.basis(command, &[], sources) }
}

/// A fact with its publication.
fn fact(c: &Corridor, id: &str) -> Option<SourceRef> {
    let f = c.tables.fact.find(keruen_model::Id::new(c.strings.find(id)?))?;
    let source = c.tables.source.find(f.source_id)?;
    let text = |t| c.strings.text(t).to_string();
    Some(SourceRef {
        fact: id.into(),
        publisher: text(source.publisher),
        title: text(source.title),
        url: text(source.url),
        as_of: text(f.as_of),
        grade: f.grade.name().into(),
    })
}

/// The corridor, and rows of a table.
pub(crate) fn describe(desk: &Desk, wish: &DescribeWish) -> Result<Described, Refusal> {
    let c = &desk.corridor;
    let table = wish.table.as_ref().map(|name| {
        let all = || TableKind::ALL.iter().copied();
        all().find(|t| t.name() == name).ok_or_else(|| {
            let near = keruen_model::fault::nearest(name, all().map(|t| t.name()));
            format!("there is no table {name:?}{}", near.map_or(String::new(), |n| format!("; did you mean {n:?}?")))
        })
    });
    let mut rows = Vec::new();
    if let Some(t) = table.transpose()? {
        let name = t.spec().field("name");
        for row in 0..c.tables.len(t) {
            let id = c.tables.key(t, row).map_or(String::new(), |k| c.text(k).to_string());
            let text = name.map_or(String::new(), |f| c.tables.cell(t, row, f, &c.strings));
            if holds(&wish.find, &[&id, &text]) {
                rows.push((id, text));
            }
        }
    }
    let mut years: Vec<i32> = c.tables.demand.iter().map(|d| d.year).collect();
    years.sort_unstable();
    years.dedup();
    let rows_in_all = rows.len();
    Ok(Described {
        title: c.meta.title.clone(),
        about: c.meta.description.clone(),
        as_of: c.meta.as_of.clone(),
        currency: c.meta.currency.clone(),
        years,
        tables: TableKind::ALL.iter().map(|&t| (t.name().to_string(), c.tables.len(t))).collect(),
        rows: cut(rows, wish.top.unwrap_or(TOP).clamp(1, 100) as usize),
        rows_in_all,
        licence: c.meta.licence.clone(),
        credits: c.meta.credits.clone(),
        basis: desk.basis(format!("keruen check {}", desk.name), &[], Vec::new()),
    })
}

/// Figures with what they rest on.
pub(crate) fn explain(desk: &Desk, wish: &ExplainWish, most: usize) -> Result<Explained, Refusal> {
    let found = keruen_study::explain(&desk.corridor, &wish.what).map_err(refused)?;
    let figures_in_all = found.len();
    let found = cut(found, most);
    let sources = found.iter().flat_map(|c| &c.sources).cloned().collect();
    let told = |list: &[SourceRef]| list.iter().map(Source::from).collect();
    let one = |c: &Cited| FigureTold {
        parameter: c.parameter.clone(),
        value: c.value.clone(),
        unit: c.unit.clone(),
        method: c.method.clone(),
        range: c.range.map(Ends::from),
        reason: c.reason.clone(),
        sources: told(&c.sources),
        others: told(&c.others),
    };
    let command = format!("keruen explain {} {} --json", wish.what, desk.name);
    let units = [("value", "in `unit`"), ("range", "in `unit`")];
    Ok(Explained { figures: found.iter().map(one).collect(), figures_in_all, basis: desk.basis(command, &units, sources) })
}

/// Publications of the corridor.
pub(crate) fn sources(desk: &Desk, wish: &SourcesWish) -> SourcesTold {
    let c = &desk.corridor;
    let text = |t| c.strings.text(t).to_string();
    let all = c.tables.source.iter().map(|s| Publication {
        id: c.strings.id(s.source_id).to_string(),
        title: text(s.title),
        publisher: text(s.publisher),
        url: text(s.url),
    });
    let fits: Vec<Publication> = all.filter(|p| holds(&wish.find, &[&p.id, &p.title, &p.publisher])).collect();
    let publications_in_all = fits.len();
    SourcesTold {
        publications: cut(fits, wish.top.unwrap_or(TOP).clamp(1, 100) as usize),
        publications_in_all,
        basis: desk.basis(format!("keruen sources {} --json", desk.name), &[], Vec::new()),
    }
}
