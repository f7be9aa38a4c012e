//! `ask_flow`.

use crate::answer::{Basis, Ends, cut};
use crate::desk::{Desk, Refusal, behind, refused};
use crate::watch::Watch;
use crate::wish::FlowWish;
use keruen_model::Corridor;
use keruen_results::flow::FlowAnswer;
use keruen_study::{FlowAsk, flow_of};
use schemars::JsonSchema;
use serde::Serialize;

/// Rows of a list without a wish; as the command.
const TOP: u32 = 15;

/// Units of the fields.
const UNITS: &[(&str, &str)] = &[
    ("charges_usd", "US dollars"),
    ("generalised_usd", "US dollars, charges and the value of time"),
    ("tonnes", "t"),
    ("tonne_km", "t-km"),
    ("teu", "TEU"),
    ("co2e_kg", "kg CO2e, well-to-wheel"),
    ("amount", "in `unit`"),
    ("used", "in `unit`"),
    ("share", "0 to 1"),
    ("one_more_saves_usd", "US dollars for one more `unit`"),
    ("saves_usd", "US dollars for the step"),
    ("revenue_usd", "US dollars"),
    ("asked", "in `unit`"),
    ("laden", "pieces, each time one is taken"),
    ("empty", "pieces"),
    ("pieces", "pieces"),
    ("each_usd", "US dollars for one piece"),
    ("duality_gap", "relative"),
];

/// What moves, what is scarce, what stays behind, who earns.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FlowTold {
    /// Year.
    pub year: i32,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
    /// What was made least.
    pub method: String,
    /// Sums of the through demand.
    pub totals: TotalsTold,
    /// What is scarce, the dearest first.
    pub limits: Vec<LimitTold>,
    /// How many limits there are.
    pub limits_in_all: usize,
    /// What a finite step brings, solved again, where steps were asked for.
    pub steps: Vec<StepTold>,
    /// Wishes that go outside or stay behind.
    pub left: Vec<LeftTold>,
    /// How many such wishes there are.
    pub left_in_all: usize,
    /// Countries and operators by what they earn.
    pub accounts: Vec<AccountTold>,
    /// Who supplies whom, where origins compete.
    pub origins: Vec<OriginTold>,
    /// Equipment that comes back, a kind each, where asked for.
    pub equipment: Vec<EquipmentTold>,
    /// Empty moves, the largest first.
    pub empty_moves: Vec<EmptyTold>,
    /// How many empty moves there are.
    pub empty_moves_in_all: usize,
    /// Relative gap between the primal and the dual answer.
    pub duality_gap: f64,
    /// Remarks.
    pub notes: Vec<String>,
    /// Units, sources, command.
    pub basis: Basis,
}

/// Sums.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TotalsTold {
    /// Charges.
    pub charges_usd: f64,
    /// Charges and time.
    pub generalised_usd: f64,
    /// Tonnes.
    pub tonnes: f64,
    /// Tonne-kilometres.
    pub tonne_km: f64,
    /// Containers.
    pub teu: f64,
    /// CO2e.
    pub co2e_kg: f64,
}

/// A limit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LimitTold {
    /// Name for `explain_figure`.
    pub limit: String,
    /// What it is.
    pub name: String,
    /// Period.
    pub period: String,
    /// How much there is.
    pub amount: f64,
    /// How much is used.
    pub used: f64,
    /// Unit.
    pub unit: String,
    /// Share used.
    pub share: f64,
    /// What one more unit saves: the least of the prices that prove the optimum; an upper bound where `prices` is absent.
    pub one_more_saves_usd: f64,
    /// Every price that proves the optimum.
    pub prices: Option<Ends>,
}

/// A step.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StepTold {
    /// Limit.
    pub limit: String,
    /// What is added.
    pub what: String,
    /// How much.
    pub more: f64,
    /// Unit.
    pub unit: String,
    /// Tonnes carried more.
    pub tonnes: f64,
    /// Total cost saved.
    pub saves_usd: f64,
    /// Whose receipts change, by how many dollars.
    pub gains: Vec<(String, f64)>,
}

/// A wish that is not carried whole.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LeftTold {
    /// Row of demand.
    pub wish: String,
    /// Goods.
    pub cargo: String,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Asked.
    pub asked: f64,
    /// Carried inside.
    pub carried: f64,
    /// Gone by the outside option.
    pub outside: f64,
    /// Left behind.
    pub unserved: f64,
    /// Unit.
    pub unit: String,
    /// Limits that stop it, or why there is no way.
    pub stopped_by: Vec<String>,
}

/// What a country or operator earns and carries.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AccountTold {
    /// country or operator.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Charges received.
    pub revenue_usd: f64,
    /// Tonnes.
    pub tonnes: f64,
    /// Tonne-kilometres.
    pub tonne_km: f64,
    /// CO2e.
    pub co2e_kg: f64,
}

/// A supply at a market.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OriginTold {
    /// Market.
    pub market: String,
    /// Supply.
    pub supply: String,
    /// Amount.
    pub amount: f64,
    /// Unit.
    pub unit: String,
    /// Share of the market.
    pub share: f64,
}

/// A kind of equipment that comes back.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EquipmentTold {
    /// Row of table `equipment`.
    pub equipment: String,
    /// Owner of the pool.
    pub owner: String,
    /// Pieces that go laden.
    pub laden: f64,
    /// Pieces that go empty.
    pub empty: f64,
    /// Charges of the empty moves.
    pub charges_usd: f64,
}

/// Pieces that go empty.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EmptyTold {
    /// Row of table `equipment`.
    pub equipment: String,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// How many.
    pub pieces: f64,
    /// Charges of one.
    pub each_usd: f64,
    /// Countries and services in order.
    pub way: String,
}

fn kind(k: &keruen_results::flow::EmptyKind) -> EquipmentTold {
    EquipmentTold { equipment: k.equipment.clone(), owner: k.owner.clone(), laden: k.laden, empty: k.empty, charges_usd: k.usd }
}

fn moved(m: &keruen_results::flow::EmptyMove) -> EmptyTold {
    EmptyTold {
        equipment: m.equipment.clone(),
        from: m.way.from.clone(),
        to: m.to.clone(),
        pieces: m.way.amount,
        each_usd: m.way.usd,
        way: m.way.summary.clone(),
    }
}

/// Asks and tells.
pub(crate) fn ask(desk: &Desk, wish: &FlowWish, watch: &Watch) -> Result<FlowTold, Refusal> {
    let corridor = desk.under(&wish.scenarios)?;
    let year = Desk::year(&corridor, wish.year)?;
    let top = wish.top.unwrap_or(TOP).clamp(1, 100) as usize;
    let ask = FlowAsk {
        months: wish.months,
        markets: wish.markets,
        empties: wish.empties,
        ranges: top,
        steps: wish.steps.unwrap_or(0).min(10) as usize,
        scenarios: wish.scenarios.clone(),
        ..FlowAsk::of(year)
    };
    let answer = flow_of((&corridor, &corridor), &ask, watch).map_err(refused)?;
    Ok(told(desk, &corridor, wish, answer, top))
}

fn told(desk: &Desk, corridor: &Corridor, wish: &FlowWish, a: FlowAnswer, top: usize) -> FlowTold {
    let left: Vec<LeftTold> = a.wishes.iter().filter(|w| w.unserved > 0.0 || w.outside > 0.0).map(left).collect();
    let (left_in_all, limits_in_all) = (left.len(), a.limits.len());
    let left = cut(left, top);
    let limits = cut(a.limits.iter().map(limit).collect(), top);
    let row = |limit: &str| format!("resource:{}", limit.split_whitespace().next().unwrap_or(limit));
    let scarce = limits.iter().map(|l: &LimitTold| row(&l.limit));
    let rows: Vec<String> = scarce.chain(left.iter().map(|l| format!("demand:{}", l.wish))).collect();
    let mut rest = format!(" --year {}", a.question.year);
    for (on, flag) in [(wish.months, " --months"), (wish.markets, " --markets"), (wish.empties, " --empties")] {
        rest += if on { flag } else { "" };
    }
    rest += &wish.steps.filter(|&n| n > 0).map_or(String::new(), |n| format!(" --steps {n}"));
    rest += &format!(" --top {top}");
    let back = a.empties.as_ref();
    FlowTold {
        year: a.question.year,
        scenarios: a.question.scenarios.clone(),
        method: a.question.method.clone(),
        totals: TotalsTold {
            charges_usd: a.totals.charges_usd,
            generalised_usd: a.totals.generalised_usd,
            tonnes: a.totals.tonnes,
            tonne_km: a.totals.tonne_km,
            teu: a.totals.teu,
            co2e_kg: a.totals.co2e_kg,
        },
        limits,
        limits_in_all,
        steps: a.steps.iter().map(step).collect(),
        left,
        left_in_all,
        accounts: accounts(&a, top),
        origins: cut(a.origins.iter().map(origin).collect(), top),
        equipment: back.map_or_else(Vec::new, |e| e.kinds.iter().map(kind).collect()),
        empty_moves: back.map_or_else(Vec::new, |e| cut(e.moves.iter().map(moved).collect(), top)),
        empty_moves_in_all: back.map_or(0, |e| e.moves.len()),
        duality_gap: a.certificate.gap,
        notes: a.notes.clone(),
        basis: desk.basis(desk.command("flow", &rest, &wish.scenarios), UNITS, behind(corridor, rows.into_iter())),
    }
}

fn limit(l: &keruen_results::flow::LimitFlow) -> LimitTold {
    LimitTold {
        limit: l.limit.clone(),
        name: l.name.clone(),
        period: l.period.clone(),
        amount: l.amount,
        used: l.used,
        unit: l.unit.clone(),
        share: l.share,
        one_more_saves_usd: l.price_interval.map_or(l.price, |r| r.low),
        prices: l.price_interval.map(Ends::from),
    }
}

fn step(s: &keruen_results::flow::StepFlow) -> StepTold {
    StepTold {
        limit: s.limit.clone(),
        what: s.what.clone(),
        more: s.more,
        unit: s.unit.clone(),
        tonnes: s.tonnes,
        saves_usd: s.saves_usd,
        gains: s.gains.clone(),
    }
}

fn left(w: &keruen_results::flow::WishFlow) -> LeftTold {
    LeftTold {
        wish: w.wish.clone(),
        cargo: w.cargo.clone(),
        from: w.from.clone(),
        to: w.to.clone(),
        asked: w.asked,
        carried: w.carried,
        outside: w.outside,
        unserved: w.unserved,
        unit: w.unit.clone(),
        stopped_by: w.no_way.clone().map_or_else(|| w.stopped_by.clone(), |why| vec![why]),
    }
}

fn origin(o: &keruen_results::flow::OriginShare) -> OriginTold {
    OriginTold { market: o.market.clone(), supply: o.supply.clone(), amount: o.amount, unit: o.unit.clone(), share: o.share }
}

/// The first of each kind by what they earn.
fn accounts(a: &FlowAnswer, top: usize) -> Vec<AccountTold> {
    let mut out = Vec::new();
    for kind in ["country", "operator"] {
        let mut mine: Vec<_> = a.accounts.iter().filter(|x| x.kind == kind).collect();
        mine.sort_by(|a, b| b.revenue_usd.total_cmp(&a.revenue_usd));
        out.extend(mine.into_iter().take(top).map(|x| AccountTold {
            kind: x.kind.clone(),
            name: x.name.clone(),
            revenue_usd: x.revenue_usd,
            tonnes: x.tonnes,
            tonne_km: x.tonne_km,
            co2e_kg: x.co2e_kg,
        }));
    }
    out
}
