//! `run_simulation`.

use crate::answer::{Basis, cut};
use crate::desk::{Desk, Refusal, behind, refused};
use crate::watch::Watch;
use crate::wish::SimulationWish;
use keruen_model::{Corridor, Date};
use keruen_results::simulate::{Estimate, SimulateAnswer};
use keruen_simulate::{SimulateQuestion, Simulation};
use keruen_study::{Foresight, shares};
use schemars::JsonSchema;
use serde::Serialize;

/// Replications without a wish.
const REPLICATIONS: u32 = 10;
/// Rows of a list without a wish.
const TOP: u32 = 15;

/// Units of the fields.
const UNITS: &[(&str, &str)] = &[
    ("tonnes", "t that arrived in the year"),
    ("hours", "mean hours on the way of what arrived"),
    ("p10", "hours"),
    ("p50", "hours"),
    ("p90", "hours"),
    ("waiting", "hours, for a vehicle"),
    ("under_way", "pieces at the end"),
    ("pieces", "pieces that wait, mean over time; absent where the queue does not settle"),
    ("hours_waited", "hours"),
    ("share", "0 to 1"),
    ("off_port_hours", "hours a sailing"),
    ("half", "half of the interval of 95 % over replications"),
];

/// A mean with half of its interval.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mean {
    /// Mean over replications.
    pub mean: f64,
    /// Half of the interval of 95 %; absent of one replication.
    pub half: Option<f64>,
}

impl From<Estimate> for Mean {
    fn from(e: Estimate) -> Mean {
        Mean { mean: e.mean, half: e.half }
    }
}

/// Times, queues and use.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SimulationTold {
    /// First day.
    pub first: String,
    /// Last day.
    pub last: String,
    /// Scenarios stacked on the corridor.
    pub scenarios: Vec<String>,
    /// Replications that were finished.
    pub finished: u32,
    /// Seed.
    pub seed: u64,
    /// Rows of through demand, those that carry most first.
    pub rows: Vec<RowTold>,
    /// Queues, the longest first.
    pub queues: Vec<QueueTold>,
    /// Berths, those taken most first.
    pub berths: Vec<BerthTold>,
    /// Ships, those longest off ports first.
    pub ships: Vec<ShipTold>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Units, sources, command.
    pub basis: Basis,
}

/// A row of demand.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowTold {
    /// Row, with its services.
    pub row: String,
    /// Goods.
    pub cargo: String,
    /// Goes by its outside option.
    pub outside: bool,
    /// Tonnes that arrived.
    pub tonnes: Mean,
    /// Mean hours.
    pub hours: Mean,
    /// Hours of one in ten.
    pub p10: Option<f64>,
    /// Hours of half.
    pub p50: Option<f64>,
    /// Hours of nine in ten.
    pub p90: Option<f64>,
    /// Mean hours of waiting for a vehicle.
    pub waiting: f64,
    /// Pieces under way at the end.
    pub under_way: Mean,
}

/// A queue.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QueueTold {
    /// Service waited for.
    pub service: String,
    /// Where.
    pub at: String,
    /// Pieces; absent where the queue grows as long as one watches.
    pub pieces: Option<Mean>,
    /// Grows without end: no mean is told.
    pub does_not_settle: bool,
    /// Hours waited.
    pub hours_waited: Mean,
}

/// Berths.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BerthTold {
    /// Resource.
    pub berth: String,
    /// How many.
    pub count: u32,
    /// Share taken.
    pub share: Mean,
}

/// A ship.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShipTold {
    /// Ship.
    pub ship: String,
    /// Service.
    pub service: String,
    /// Sailings.
    pub sailings: Mean,
    /// Hours off ports a sailing.
    pub off_port_hours: Mean,
}

/// Runs and tells.
pub(crate) fn run(desk: &Desk, wish: &SimulationWish, most: u32, watch: &Watch) -> Result<SimulationTold, Refusal> {
    let corridor = desk.under(&wish.scenarios)?;
    let year = Desk::year(&corridor, wish.year)?;
    let day = |month, day| i16::try_from(year).ok().and_then(|y| Date::new(y, month, day));
    let (first, last) = day(1, 1).zip(day(12, 31)).ok_or_else(|| format!("the calendar has no year {year}"))?;
    let replications = wish.replications.unwrap_or(REPLICATIONS).max(1);
    if replications > most {
        return Err(format!("at most {most} replications are run here; the command runs more"));
    }
    let scenarios = wish.scenarios.clone();
    let question = SimulateQuestion {
        replications,
        seed: wish.seed.unwrap_or(1),
        scenarios: scenarios.clone(),
        ..SimulateQuestion::of(first, last)
    };
    let flow = match wish.cheapest {
        true => None,
        false => shares((&corridor, &corridor), (year, Foresight::Year), &scenarios, watch).map_err(refused)?,
    };
    let simulation = Simulation::new(&corridor, question, flow.as_slice()).map_err(refused)?;
    let answer = simulation.run(watch).map_err(refused)?.answer;
    Ok(told(desk, &corridor, wish, answer, year))
}

fn told(desk: &Desk, corridor: &Corridor, wish: &SimulationWish, a: SimulateAnswer, year: i32) -> SimulationTold {
    let top = wish.top.unwrap_or(TOP).clamp(1, 100) as usize;
    let q = &a.question;
    let rows = cut(rows(&a), top);
    let demand: Vec<String> =
        rows.iter().map(|r: &RowTold| format!("demand:{}", r.row.split_whitespace().next().unwrap_or(&r.row))).collect();
    let rest = format!(
        " --year {year} --replications {} --seed {}{}",
        q.replications,
        q.seed,
        if wish.cheapest { " --cheapest" } else { "" }
    );
    let mut notes = a.notes.clone();
    if q.finished < q.replications {
        notes.push(format!("The time was over after {} of {} replications; these are told.", q.finished, q.replications));
    }
    SimulationTold {
        first: q.first.clone(),
        last: q.last.clone(),
        scenarios: q.scenarios.clone(),
        finished: q.finished,
        seed: q.seed,
        rows,
        queues: cut(queues(&a), top),
        berths: cut(berths(&a), top),
        ships: cut(ships(&a), top),
        notes,
        basis: desk.basis(desk.command("simulate", &rest, &wish.scenarios), UNITS, behind(corridor, demand.into_iter())),
    }
}

fn rows(a: &SimulateAnswer) -> Vec<RowTold> {
    let mut order: Vec<_> = a.rows.iter().filter(|r| r.no_way.is_none() && !r.background).collect();
    order.sort_by(|a, b| b.tonnes.mean.total_cmp(&a.tonnes.mean));
    let one = |r: &keruen_results::simulate::RowTimes| RowTold {
        row: r.row.clone(),
        cargo: r.cargo.clone(),
        outside: r.outside,
        tonnes: r.tonnes.into(),
        hours: r.hours.into(),
        p10: r.p10,
        p50: r.p50,
        p90: r.p90,
        waiting: r.waiting,
        under_way: r.under_way.into(),
    };
    order.into_iter().map(one).collect()
}

fn queues(a: &SimulateAnswer) -> Vec<QueueTold> {
    let mut order: Vec<_> = a.queues.iter().collect();
    order.sort_by(|a, b| b.mean.mean.total_cmp(&a.mean.mean));
    let one = |q: &keruen_results::simulate::Queue| QueueTold {
        service: q.service.clone(),
        at: q.at.clone(),
        pieces: (!q.drifts).then(|| q.mean.into()),
        does_not_settle: q.drifts,
        hours_waited: q.hours.into(),
    };
    order.into_iter().map(one).collect()
}

fn berths(a: &SimulateAnswer) -> Vec<BerthTold> {
    let mut order: Vec<_> = a.berths.iter().collect();
    order.sort_by(|a, b| b.share.mean.total_cmp(&a.share.mean));
    order.into_iter().map(|b| BerthTold { berth: b.berth.clone(), count: b.count, share: b.share.into() }).collect()
}

fn ships(a: &SimulateAnswer) -> Vec<ShipTold> {
    let mut order: Vec<_> = a.ships.iter().filter(|s| s.load.mean > 0.0).collect();
    order.sort_by(|a, b| b.off_port_hours.mean.total_cmp(&a.off_port_hours.mean));
    let one = |s: &keruen_results::simulate::ShipUse| ShipTold {
        ship: s.ship.clone(),
        service: s.service.clone(),
        sailings: s.sailings.into(),
        off_port_hours: s.off_port_hours.into(),
    };
    order.into_iter().map(one).collect()
}
