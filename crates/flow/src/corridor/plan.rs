//! The whole problem: wishes and limits of every period, and a graph for every wish.
//!
//! Periods in which the same rows of the tables hold share their graphs; what is scarce is counted in each period for itself,
//! save quotas, which hold for the year.

use super::FlowError;
use super::FlowQuestion;
use super::ways::{Scarcities, Ways};
use super::wishes::{Wish, wishes};
use crate::mincost::{Column, Commodity, Problem, Row, RowIx, Unserved};
use keruen_model::parallel::in_order;
use keruen_model::{Corridor, Date, Quantity, Resource, ResourceKind, TableKind};
use keruen_network::compile::Index;
use keruen_network::ledger::{Ledger, LimitIx, Period, Scarce};
use rustc_hash::FxHashMap;
use std::num::NonZeroUsize;

/// Everything the solver and the answer are made from.
pub(crate) struct Plan {
    pub periods: Vec<Period>,
    pub ledgers: Vec<Ledger>,
    pub wishes: Vec<Wish>,
    pub scarcities: Scarcities,
    /// The corridor as it stands in each version of the network.
    pub days: Vec<(Date, Corridor)>,
    /// Version of each period.
    pub version: Vec<usize>,
    /// Graphs by version, wish and origin.
    pub ways: Vec<Vec<Vec<Ways>>>,
    /// Row of each scarcity in each period.
    pub rows: Vec<Vec<Option<RowIx>>>,
    /// Row of each supply in each period.
    supplies: Vec<FxHashMap<usize, RowIx>>,
    /// Period and wish of each commodity.
    pub commodities: Vec<(usize, usize)>,
    /// Period and position in its ledger's sailings of each listed column.
    pub sailings: Vec<(usize, usize)>,
    pub problem: Problem,
}

/// Graphs are made on so many threads; each by itself, so that the number does not tell in the answer.
const THREADS: NonZeroUsize = NonZeroUsize::new(2).expect("2 is not 0");

impl Plan {
    /// Compiles the corridor for a question.
    pub fn new(corridor: &Corridor, question: &FlowQuestion) -> Result<Plan, FlowError> {
        let periods = question.periods()?;
        let ledgers: Vec<Ledger> = periods.iter().map(|&p| Ledger::new(corridor, p)).collect();
        let mut scarcities = Scarcities::default();
        for l in ledgers.iter().flat_map(|l| &l.limits) {
            scarcities.number(l.what);
        }
        let (days, version) = versions(corridor, &periods);
        let mut plan = Plan {
            wishes: wishes(corridor, question, &periods),
            rows: Vec::new(),
            supplies: Vec::new(),
            commodities: Vec::new(),
            sailings: Vec::new(),
            ways: Vec::new(),
            problem: Problem::default(),
            periods,
            ledgers,
            scarcities,
            days,
            version,
        };
        plan.compile(corridor)?;
        plan.add_rows(corridor);
        plan.add_sailings();
        plan.add_supplies(corridor);
        plan.add_wishes();
        plan.problem.goal = question.goal;
        Ok(plan)
    }

    fn compile(&mut self, corridor: &Corridor) -> Result<(), FlowError> {
        for (v, (day, there)) in self.days.iter().enumerate() {
            let index = Index::new(there, *day);
            let period = self.version.iter().position(|&x| x == v).unwrap_or(0);
            let ledger = &self.ledgers[period];
            let one = |wish: &Wish| -> Result<Vec<Ways>, FlowError> {
                let made = wish.origins.iter().map(|o| Ways::new(corridor, &index, ledger, &self.scarcities, o));
                made.collect::<Result<_, _>>().map_err(|e| FlowError::wish(corridor, wish, e))
            };
            let made = in_order(self.wishes.len(), THREADS, || (), |(), w| one(&self.wishes[w]));
            self.ways.push(made.into_iter().collect::<Result<_, _>>()?);
        }
        Ok(())
    }

    /// A row for each limit and period; a quota has one row for all periods.
    fn add_rows(&mut self, corridor: &Corridor) {
        let mut yearly: FxHashMap<Scarce, RowIx> = FxHashMap::default();
        for ledger in &self.ledgers {
            let mut rows = vec![None; self.scarcities.list.len()];
            for limit in &ledger.limits {
                let (amount, quota) = (limit.amount.value(), is_quota(corridor, limit.what));
                let row = match yearly.get(&limit.what).filter(|_| quota) {
                    Some(&row) => {
                        self.problem.rows[row.index()].upper += amount;
                        row
                    }
                    None => self.problem.row(Row::at_most(amount)),
                };
                yearly.insert(limit.what, row);
                if let Some(s) = self.scarcities.get(limit.what) {
                    rows[s as usize] = Some(row);
                }
            }
            self.rows.push(rows);
        }
    }

    /// Round trips: what they bring and take, at no cost of their own, since tariffs hold it.
    fn add_sailings(&mut self) {
        for (p, ledger) in self.ledgers.iter().enumerate() {
            for (i, s) in ledger.sailings.iter().enumerate() {
                let row =
                    |ix: LimitIx| self.scarcities.get(ledger.limits[ix.0 as usize].what).and_then(|s| self.rows[p][s as usize]);
                let brings = s.brings.iter().filter_map(|&(l, amount)| Some((row(l)?, -amount)));
                let takes = s.takes.iter().filter_map(|&(l, amount)| Some((row(l)?, amount)));
                let entries = brings.chain(takes).collect();
                let column = Column { cost: 0.0, lower: 0.0, upper: f64::INFINITY, entries, commodity: None };
                self.problem.column(column);
                self.sailings.push((p, i));
            }
        }
    }

    fn add_supplies(&mut self, corridor: &Corridor) {
        let used: Vec<usize> = self.wishes.iter().flat_map(|w| &w.origins).filter_map(|o| o.supply).collect();
        for period in &self.periods {
            let mut rows = FxHashMap::default();
            for &s in &used {
                let row = &corridor.tables.supply.rows()[s];
                let share = super::wishes::share_of_year(corridor, row.profile_id, *period);
                let amount = row.amount.value() * share;
                rows.entry(s).or_insert_with(|| self.problem.row(Row::at_most(amount)));
            }
            self.supplies.push(rows);
        }
    }

    fn add_wishes(&mut self) {
        for p in 0..self.periods.len() {
            for (w, wish) in self.wishes.iter().enumerate() {
                if wish.lots[p] > 0.0 {
                    let weight = if wish.kind == keruen_model::DemandKind::Through { wish.lot } else { 0.0 };
                    self.problem.commodity(Commodity { demand: wish.lots[p], unserved: Unserved::At(wish.left), weight });
                    self.commodities.push((p, w));
                }
            }
        }
    }

    /// Row of a supply in a period.
    pub fn supply_row(&self, period: usize, supply: Option<usize>) -> Option<RowIx> {
        self.supplies[period].get(&supply?).copied()
    }
}

fn is_quota(corridor: &Corridor, what: Scarce) -> bool {
    let Scarce::Resource(r, _) = what else { return false };
    corridor.tables.resource.find(r).is_some_and(|r: &Resource| matches!(r.kind, ResourceKind::Quota | ResourceKind::Permit))
}

/// The days on which the network is looked at: periods between which no row begins or ends share one.
fn versions(corridor: &Corridor, periods: &[Period]) -> (Vec<(Date, Corridor)>, Vec<usize>) {
    let mut changes: Vec<Date> = Vec::new();
    for &kind in TableKind::ALL {
        for row in 0..corridor.tables.len(kind) {
            let (from, to) = corridor.tables.validity(kind, row);
            changes.extend(from);
            changes.extend(to.map(|d| d.plus_days(1)));
        }
    }
    changes.extend(corridor.tables.fx.iter().map(|f| f.date));
    changes.sort_unstable();
    let age = |day: Date| changes.partition_point(|&d| d <= day);
    let mut days: Vec<(Date, Corridor)> = Vec::new();
    let version = periods.iter().map(|p| {
        let day = p.middle();
        days.iter().position(|(d, _)| age(*d) == age(day)).unwrap_or_else(|| {
            days.push((day, corridor.on(day)));
            days.len() - 1
        })
    });
    let version = version.collect();
    (days, version)
}

/// What a solution tells of the plan.
impl Plan {
    /// How much of a row the sailings of a period bring.
    pub fn brought(&self, period: usize, row: RowIx, solution: &super::optimum::Optimum) -> f64 {
        let mine = self.sailings.iter().enumerate().filter(|(_, s)| s.0 == period);
        let entries = mine.flat_map(|(j, _)| self.problem.columns[j].entries.iter().map(move |e| (j, e)));
        entries.filter(|(_, e)| e.0 == row && e.1 < 0.0).map(|(j, e)| -e.1 * solution.columns[j]).sum()
    }
}
