//! `compare`.

use crate::answer::{Basis, Ends, cut};
use crate::desk::{Desk, Refusal, study};
use crate::limits::Limits;
use crate::simulate::Mean;
use crate::watch::Watch;
use crate::wish::CompareWish;
use keruen_results::SourceRef;
use keruen_results::compare::{Cell, CompareAnswer, Figure, Payer, Sample, Side, Sign, Simulated, SimulatedFigure, Worth};
use keruen_results::forum::Span;
use keruen_results::paired::Difference;
use keruen_results::study::FactShown;
use keruen_study::Ranging;
use keruen_study::compare::{Comparer, Luck, asked, compare};
use schemars::JsonSchema;
use serde::Serialize;
use std::num::NonZeroUsize;

/// Rows of a list without a wish; as the command.
const TOP: u32 = 15;
/// Threads of draws and replications; the answer is the same for any number.
const THREADS: NonZeroUsize = NonZeroUsize::MIN;

/// Units of the fields.
const UNITS: &[(&str, &str)] = &[
    ("value", "in `unit`"),
    ("difference", "in `unit`, other less base"),
    ("percent", "% of the base"),
    ("share_of_draws", "0 to 1"),
    ("half", "half of the interval of 95 % over replications, or pairs of them"),
    ("usd", "US dollars"),
    ("yearly_usd", "US dollars a year"),
    ("life", "years"),
    ("change_usd", "US dollars a year, other less base"),
    ("shippers_usd", "US dollars a year"),
    ("carriers_usd", "US dollars a year"),
    ("budgets_usd", "US dollars a year"),
    ("all_usd", "US dollars a year"),
    ("npv_usd", "US dollars, present value"),
    ("irr", "a year, 0.1 = 10 %"),
];

/// Sides, figures, receipts, worth.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CompareTold {
    /// Year of the flow.
    pub year: i32,
    /// Method of the flow.
    pub method: String,
    /// What the others are compared with.
    pub base: SideTold,
    /// The others, in the order asked, each with what it is worth.
    pub others: Vec<OtherTold>,
    /// Figures, those that differ most first; one cell a side, the base first.
    pub figures: Vec<FigureTold>,
    /// How many figures there are.
    pub figures_in_all: usize,
    /// What countries and operators receive, those first that change most.
    pub receipts: Vec<ReceiptsTold>,
    /// The draws behind the ends of the flow's figures; absent without `ranges`.
    pub sample: Option<SampleTold>,
    /// The year with queues, weather and ships; absent without `replications`.
    pub simulated: Option<SimulatedTold>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Units, sources, command.
    pub basis: Basis,
}

/// Draws of what nobody read, the same on all sides.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SampleTold {
    /// Draws.
    pub draws: usize,
    /// Those without an answer on some side, left out.
    pub failed: usize,
    /// Assumed and proxy figures that move.
    pub parameters: usize,
    /// Seed.
    pub seed: u64,
}

/// Whether a sign holds over the draws.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SignTold {
    /// 5 and 95 per cent of the draws lie on one side of nothing.
    pub sure: bool,
    /// Share of the draws with the sign of the central value.
    pub share_of_draws: f64,
}

/// Simulations with the same luck on all sides.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SimulatedTold {
    /// First day.
    pub first: String,
    /// Last day.
    pub last: String,
    /// Replications of each side.
    pub replications: u32,
    /// Seed.
    pub seed: u64,
    /// Headlines, then what changes most surely.
    pub figures: Vec<SimulatedFigureTold>,
}

/// A figure of simulations.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SimulatedFigureTold {
    /// What is measured.
    pub what: String,
    /// Unit.
    pub unit: String,
    /// Under the base.
    pub base: Mean,
    /// Each other less the base, by pairs of replications; absent where there is nothing to measure.
    pub differences: Vec<Option<PairTold>>,
}

/// A difference by pairs of replications.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PairTold {
    /// Other less base.
    pub difference: Mean,
    /// The interval leaves out nothing.
    pub sure: bool,
}

/// A side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SideTold {
    /// Name of the stack.
    pub id: String,
    /// In words.
    pub name: String,
    /// Why.
    pub why: String,
    /// Cost, where a source tells.
    pub cost: Option<CostTold>,
}

/// What a proposal costs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CostTold {
    /// Spent once.
    pub usd: f64,
    /// Low and high end.
    pub ends: Ends,
    /// Spent each year beside it.
    pub yearly_usd: f64,
    /// Year of the prices.
    pub price_year: i32,
    /// How long it lasts.
    pub life: Option<f64>,
    /// read, computed, proxy, assumed.
    pub method: String,
}

/// A side and what it is worth.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OtherTold {
    /// The side.
    pub side: SideTold,
    /// Gain of shippers.
    pub shippers_usd: SpanTold,
    /// Gain of carriers and ports.
    pub carriers_usd: SpanTold,
    /// Gain of budgets.
    pub budgets_usd: f64,
    /// Sum of the three.
    pub all_usd: SpanTold,
    /// The sum over the draws, and whether its sign holds; absent without `ranges`.
    pub all_over_draws_usd: Option<DrawnTold>,
    /// Present value of all less the cost; absent without cost or life.
    pub npv_usd: Option<SpanTold>,
    /// Economic rate of return.
    pub irr: Option<f64>,
    /// Why value and rate are absent.
    pub why_absent: String,
}

/// A sum over the draws.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DrawnTold {
    /// The sum.
    pub usd: SpanTold,
    /// Whether its sign holds.
    pub sign: SignTold,
}

/// A value with its ends.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct SpanTold {
    /// Central value.
    pub value: f64,
    /// Low and high end.
    pub ends: Ends,
}

impl From<Span> for SpanTold {
    fn from(s: Span) -> SpanTold {
        SpanTold { value: s.mid, ends: Ends { low: s.low, high: s.high } }
    }
}

/// A figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureTold {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// The base first, then each other.
    pub cells: Vec<CellTold>,
}

/// A figure on one side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CellTold {
    /// Value.
    pub value: Option<SpanTold>,
    /// Why there is none.
    pub why_absent: String,
    /// Less the base.
    pub difference: Option<SpanTold>,
    /// The same in per cent of the base.
    pub percent: Option<f64>,
    /// Whether its sign holds over the draws; absent where nothing was drawn.
    pub sign: Option<SignTold>,
}

/// What a country or an operator receives.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReceiptsTold {
    /// country or operator.
    pub kind: String,
    /// Name.
    pub name: String,
    /// The base first, then each other.
    pub usd: Vec<f64>,
    /// Others less base.
    pub change_usd: Vec<f64>,
}

/// Asks and tells.
pub(crate) fn ask(desk: &Desk, wish: &CompareWish, limits: &Limits, watch: &Watch) -> Result<CompareTold, Refusal> {
    if wish.others.is_empty() {
        return Err("others is empty; name at least one stack of scenarios, as [[\"two-more-ferries\"]]".into());
    }
    for names in std::iter::once(&wish.base).chain(&wish.others) {
        desk.under(names)?;
    }
    let mut question = asked(&desk.corridor, desk.study.as_ref(), wish.year, &wish.questions).map_err(study)?;
    question.months |= wish.months;
    let seed = wish.seed.unwrap_or(1);
    let samples = bounded("ranges", wish.ranges, wish, limits.draws)?;
    question.ranging = samples.map(|n| Ranging { samples: n as usize, seed, threads: THREADS });
    let replications = bounded("replications", wish.replications, wish, limits.replications)?;
    question.luck = replications.map(|replications| Luck { replications, seed, threads: THREADS });
    let mut comparer = Comparer::new(&desk.corridor, &desk.scenarios, question);
    let answer = compare(&mut comparer, &wish.base, &wish.others, watch).map_err(study)?;
    Ok(told(desk, wish, &answer))
}

/// How often every side is asked again; all sides together within a bound.
fn bounded(name: &str, times: Option<u32>, wish: &CompareWish, most: u32) -> Result<Option<u32>, Refusal> {
    let sides = wish.others.len() as u32 + 1;
    match times {
        Some(n) if n < 2 => Err(format!("{name} is {n}; an interval needs at least 2")),
        Some(n) if n.saturating_mul(sides) > most => Err(format!(
            "{name}: {n} for each of {sides} sides is more than {most} in all; ask for at most {}, or run the command",
            most / sides
        )),
        n => Ok(n),
    }
}

fn told(desk: &Desk, wish: &CompareWish, a: &CompareAnswer) -> CompareTold {
    let top = wish.top.unwrap_or(TOP).clamp(1, 100) as usize;
    let mut figures: Vec<&Figure> = a.figures.iter().collect();
    figures.sort_by(|a, b| most(b).total_cmp(&most(a)));
    let sources = std::iter::once(&a.base).chain(&a.others).flat_map(|s| &s.sources).map(source).collect();
    CompareTold {
        year: a.year,
        method: a.method.clone(),
        base: side(&a.base),
        others: a.others.iter().zip(&a.worth).map(|(s, w)| other(s, w)).collect(),
        figures_in_all: figures.len(),
        figures: cut(figures.into_iter().map(figure).collect(), top),
        receipts: a.payers.iter().take(top).map(receipts).collect(),
        sample: a.sample.map(sample),
        simulated: a.simulated.as_ref().map(|s| simulated(s, top)),
        notes: a.stopped.iter().chain(&a.notes).cloned().collect(),
        basis: desk.basis(command(desk, wish), UNITS, sources),
    }
}

/// The greatest change of a figure, in per cent.
fn most(f: &Figure) -> f64 {
    f.cells.iter().filter_map(|c| c.percent).map(f64::abs).fold(0.0, f64::max)
}

fn command(desk: &Desk, wish: &CompareWish) -> String {
    let name = |s: &Vec<String>| if s.is_empty() { "base".to_string() } else { s.join("+") };
    let mut out = format!("keruen compare {} {}", desk.name, name(&wish.base));
    wish.others.iter().for_each(|o| out += &format!(" {}", name(o)));
    out += &wish.year.map_or(String::new(), |y| format!(" --year {y}"));
    out += if wish.months { " --months" } else { "" };
    wish.questions.iter().for_each(|q| out += &format!(" --question {q}"));
    out += &wish.ranges.map_or(String::new(), |n| format!(" --ranges {n}"));
    out += &wish.replications.map_or(String::new(), |n| format!(" --with simulate --replications {n}"));
    out += &wish.seed.map_or(String::new(), |n| format!(" --seed {n}"));
    out + " --json"
}

fn sample(s: Sample) -> SampleTold {
    SampleTold { draws: s.draws, failed: s.failed, parameters: s.parameters, seed: s.seed }
}

fn sign(s: Sign) -> SignTold {
    SignTold { sure: s.sure, share_of_draws: s.share }
}

fn simulated(s: &Simulated, top: usize) -> SimulatedTold {
    let pair = |d: &Difference| PairTold { difference: d.difference.into(), sure: d.sure };
    let one = |f: &SimulatedFigure| SimulatedFigureTold {
        what: f.what.clone(),
        unit: f.unit.clone(),
        base: f.base.into(),
        differences: f.others.iter().map(|d| d.as_ref().map(pair)).collect(),
    };
    SimulatedTold {
        first: s.first.clone(),
        last: s.last.clone(),
        replications: s.replications,
        seed: s.seed,
        figures: s.figures.iter().take(top).map(one).collect(),
    }
}

fn side(s: &Side) -> SideTold {
    let cost = s.cost.as_ref().map(|c| CostTold {
        usd: c.usd.mid,
        ends: SpanTold::from(c.usd).ends,
        yearly_usd: c.yearly_usd,
        price_year: c.price_year,
        life: c.life,
        method: c.method.clone(),
    });
    SideTold { id: s.id.clone(), name: s.name.clone(), why: s.why.clone(), cost }
}

fn other(s: &Side, w: &Worth) -> OtherTold {
    OtherTold {
        side: side(s),
        shippers_usd: w.shippers.into(),
        carriers_usd: w.carriers.into(),
        budgets_usd: w.budgets,
        all_usd: w.all.into(),
        all_over_draws_usd: w.drawn.map(|d| DrawnTold { usd: d.span.into(), sign: sign(d.sign) }),
        npv_usd: w.npv.map(SpanTold::from),
        irr: w.irr,
        why_absent: w.why.clone(),
    }
}

fn figure(f: &Figure) -> FigureTold {
    let cell = |c: &Cell| CellTold {
        value: c.value.map(SpanTold::from),
        why_absent: c.why.clone(),
        difference: c.difference.map(SpanTold::from),
        percent: c.percent,
        sign: c.sign.map(sign),
    };
    FigureTold { id: f.id.clone(), name: f.name.clone(), unit: f.unit.clone(), cells: f.cells.iter().map(cell).collect() }
}

fn receipts(p: &Payer) -> ReceiptsTold {
    ReceiptsTold { kind: p.kind.clone(), name: p.name.clone(), usd: p.usd.clone(), change_usd: p.change.clone() }
}

fn source(f: &FactShown) -> SourceRef {
    SourceRef {
        fact: f.fact.clone(),
        publisher: f.publisher.clone(),
        title: f.what.clone(),
        url: f.url.clone(),
        as_of: f.as_of.clone(),
        grade: f.grade.clone(),
    }
}
