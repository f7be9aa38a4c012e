//! Background traffic first, then everybody else in what is left: a solver each, so that both find their bases again.

use super::FlowError;
use super::asked::Asked;
use super::oracle::Side;
use super::plan::Plan;
use super::room::Rooms;
use crate::mincost::{Answer, CommodityIx, Effort, Error, PriceRange, Row, RowIx, Solver, WayFlow};
use keruen_model::DemandKind;
use keruen_results::Progress;
use std::sync::Arc;

/// Flows of all, and the prices that through demand pays.
#[derive(Clone, Debug)]
pub(super) struct Optimum {
    pub ways: Vec<WayFlow>,
    /// How much of each listed column.
    pub columns: Vec<f64>,
    /// Use of each row, background included.
    pub activity: Vec<f64>,
    /// Price of each row; not above 0.
    pub price: Vec<f64>,
    /// What there was of each row for all, changes since the start included.
    pub upper: Vec<f64>,
    /// What background ways take of each row.
    pub background: Vec<f64>,
    /// The solved problems as they came: background, then through demand.
    pub solved: [Answer; 2],
    /// Cost of through demand, what is left behind included.
    pub cost: f64,
    pub gap: f64,
    pub effort: Effort,
}

/// The two solvers of a plan.
#[derive(Clone, Debug)]
pub(super) struct Solvers {
    background: Party,
    through: Party,
    /// What there is of each row for both.
    upper: Vec<f64>,
    /// What must be used of each row by both.
    lower: Vec<f64>,
}

/// The wishes of one kind.
#[derive(Clone, Debug)]
struct Party {
    solver: Solver,
    commodities: Vec<CommodityIx>,
    /// What their searches found so far: true whatever the problem becomes, so copies share it.
    asked: Arc<Asked>,
    rooms: Arc<Rooms>,
}

impl Solvers {
    pub fn new(plan: &Plan) -> Result<Solvers, FlowError> {
        let of = |kind| Party::new(plan, kind).map_err(FlowError::Solver);
        let upper = plan.problem.rows.iter().map(|r| r.upper).collect();
        let lower = plan.problem.rows.iter().map(|r| r.lower).collect();
        Ok(Solvers { background: of(DemandKind::Background)?, through: of(DemandKind::Through)?, upper, lower })
    }

    /// So many lots are wished for from now on.
    pub fn wish(&mut self, commodity: CommodityIx, kind: DemandKind, lots: f64) -> Result<(), Error> {
        let party = if kind == DemandKind::Background { &mut self.background } else { &mut self.through };
        party.solver.set_demand(commodity, lots)
    }

    /// There is so much more of a row from now on.
    pub fn add(&mut self, row: RowIx, more: f64) {
        self.upper[row.index()] += more;
    }

    /// What the background leaves of each row.
    pub fn left(&self, optimum: &Optimum) -> Vec<f64> {
        self.upper.iter().zip(&optimum.background).map(|(there, taken)| there - taken).collect()
    }

    /// What there is of each row for all.
    pub fn upper(&self) -> &[f64] {
        &self.upper
    }

    /// What must be used of each row by all.
    pub fn lower(&self) -> &[f64] {
        &self.lower
    }

    /// Solves for the background alone, then for through demand in what the background left of each row.
    pub fn solve(&mut self, plan: &Plan, progress: &dyn Progress) -> Result<Optimum, FlowError> {
        self.run(plan, progress).map_err(FlowError::Solver)
    }

    fn run(&mut self, plan: &Plan, progress: &dyn Progress) -> Result<Optimum, Error> {
        set_rows(&mut self.background.solver, &self.upper, &[], &[])?;
        let first = self.background.solve(plan, progress)?;
        let taken = taken(plan, &first);
        set_rows(&mut self.through.solver, &self.upper, &self.lower, &taken)?;
        let then = self.through.solve(plan, progress)?;
        Ok(together(first, then, taken, self.upper.clone()))
    }

    /// The prices of a row that prove the same optimum, and how far they hold.
    pub fn price_range(&self, plan: &Plan, row: RowIx, progress: &dyn Progress) -> Result<PriceRange, FlowError> {
        let Party { solver, commodities, asked, rooms } = &self.through;
        solver.price_range(&Side::new(plan, commodities, (asked, rooms)), row, progress).map_err(FlowError::Solver)
    }
}

impl Party {
    fn new(plan: &Plan, kind: DemandKind) -> Result<Party, Error> {
        let mine = |k: &CommodityIx| plan.wishes[plan.commodities[k.index()].1].kind == kind;
        let commodities: Vec<CommodityIx> = (0..plan.commodities.len() as u32).map(CommodityIx).filter(mine).collect();
        let asked = Arc::new(Asked::new(commodities.len()));
        Ok(Party { solver: solver(plan, kind)?, commodities, asked, rooms: Arc::default() })
    }

    fn solve(&mut self, plan: &Plan, progress: &dyn Progress) -> Result<Answer, Error> {
        let side = Side::new(plan, &self.commodities, (&self.asked, &self.rooms));
        self.solver.solve(&side, progress).map(not_below_zero)
    }
}

/// A solver for the wishes of one kind.
fn solver(plan: &Plan, kind: DemandKind) -> Result<Solver, Error> {
    let mut problem = plan.problem.clone();
    if kind == DemandKind::Background {
        // What must be used is for through demand to use, together with the background.
        problem.rows.iter_mut().for_each(|r| r.lower = f64::NEG_INFINITY);
    }
    let mut solver = Solver::new(problem)?;
    for (k, &(_, wish)) in plan.commodities.iter().enumerate() {
        if plan.wishes[wish].kind != kind {
            solver.set_demand(CommodityIx(k as u32), 0.0)?;
        }
    }
    Ok(solver)
}

/// Sets the rows to what others have left of them.
fn set_rows(solver: &mut Solver, upper: &[f64], lower: &[f64], taken: &[f64]) -> Result<(), Error> {
    for (r, &there) in upper.iter().enumerate() {
        let taken = taken.get(r).copied().unwrap_or(0.0);
        let least = lower.get(r).map_or(f64::NEG_INFINITY, |l| l - taken);
        let (row, old) = (RowIx(r as u32), solver.problem().rows[r]);
        let new = Row { lower: least, upper: there - taken };
        if old != new {
            solver.set_row(row, new)?;
        }
    }
    Ok(())
}

/// What ways take of each row.
fn taken(plan: &Plan, answer: &Answer) -> Vec<f64> {
    let mut out = vec![0.0; plan.problem.rows.len()];
    for way in &answer.ways {
        for (row, amount) in plan.uses(way) {
            out[row.index()] += amount * way.flow;
        }
    }
    out
}

/// Sailings that rounding has put a hair below zero are none: they would bring less than nothing.
fn not_below_zero(mut answer: Answer) -> Answer {
    answer.columns.iter_mut().for_each(|sailings| *sailings = sailings.max(0.0));
    answer
}

fn together(first: Answer, then: Answer, taken: Vec<f64>, upper: Vec<f64>) -> Optimum {
    let mut ways = first.ways.clone();
    ways.extend(then.ways.iter().cloned());
    ways.sort_by(|a, b| (a.commodity, &a.steps).cmp(&(b.commodity, &b.steps)));
    Optimum {
        ways,
        activity: then.activity.iter().zip(&taken).map(|(a, b)| a + b).collect(),
        cost: then.objective,
        gap: (then.objective - then.bound).abs() / then.objective.abs().max(1.0),
        columns: then.columns.clone(),
        price: then.price.clone(),
        upper,
        background: taken,
        effort: then.effort,
        solved: [first, then],
    }
}
