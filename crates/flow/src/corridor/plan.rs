//! The whole problem: wishes and limits of every period, and a graph for every wish.
//!
//! Periods in which the same rows of the tables hold share their graphs; what is scarce is counted in each period for itself,
//! save quotas, which hold for the year.

use super::FlowError;
use super::FlowQuestion;
use super::aim::{Aim, Bounds, Target};
use super::ways::{Family, Scarcities, Ways};
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
    /// The network in each version.
    pub networks: Vec<Network>,
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

/// Graphs that wishes share, and what each wish aims at in its own.
#[derive(Debug, Default)]
pub(crate) struct Network {
    pub ways: Vec<Ways>,
    /// By wish and origin; `None` where the destination is nowhere.
    pub aims: Vec<Vec<Option<Aim>>>,
    pub bounds: Vec<Bounds>,
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
            networks: Vec::new(),
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
        super::fixed::fix(&mut plan, corridor, &question.fixed)?;
        Ok(plan)
    }

    fn compile(&mut self, corridor: &Corridor) -> Result<(), FlowError> {
        for (v, (day, there)) in self.days.iter().enumerate() {
            let index = Index::new(there, *day);
            let period = self.version.iter().position(|&x| x == v).unwrap_or(0);
            let ledger = &self.ledgers[period];
            let (families, whose) = Family::all(there, &self.wishes);
            let one = |f: usize| Ways::new(&index, ledger, &self.scarcities, &families[f]);
            let mut ways = Vec::new();
            for (f, made) in in_order(families.len(), THREADS, || (), |(), f| one(f)).into_iter().enumerate() {
                let wish = whose.iter().position(|w| w.contains(&f)).unwrap_or(0);
                ways.push(made.map_err(|e| FlowError::wish(corridor, &self.wishes[wish], e))?);
            }
            self.networks.push(Network::new(there, &self.wishes, ways, &whose));
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

impl Network {
    fn new(there: &Corridor, wishes: &[Wish], ways: Vec<Ways>, whose: &[Vec<usize>]) -> Network {
        let mut network = Network { ways, ..Network::default() };
        let mut targets: Vec<(Target, Vec<u32>)> = Vec::new();
        for (wish, families) in wishes.iter().zip(whose) {
            let aims = families.iter().enumerate().map(|(o, &family)| {
                let target = Target::new(there, wish, o, (family, &network.ways[family]))?;
                let from = there.tables.node.position(wish.origins[o].lot.from.sym());
                let start = from.and_then(|n| network.ways[family].start(n as u32));
                let bounds = targets.iter().position(|(t, _)| *t == target).unwrap_or_else(|| {
                    targets.push((target, Vec::new()));
                    targets.len() - 1
                });
                targets[bounds].1.extend(start);
                Some(Aim { family, start, bounds })
            });
            network.aims.push(aims.collect());
        }
        let back = |(): &mut (), t: usize| Bounds::new(&network.ways[targets[t].0.family], targets[t].0.clone(), &targets[t].1);
        network.bounds = in_order(targets.len(), THREADS, || (), back);
        network
    }

    /// Graph and aim of a wish from one of its origins; `None` where it cannot begin or end.
    pub fn aim(&self, wish: usize, origin: usize) -> Option<(&Ways, &Bounds, u32)> {
        let aim = self.aims[wish][origin].as_ref()?;
        Some((&self.ways[aim.family], &self.bounds[aim.bounds], aim.start?))
    }

    /// Positions of the bounds of a wish from its origins; `None` where it cannot begin or end.
    pub fn bounds_of(&self, wish: usize, origin: usize) -> Option<usize> {
        self.aims[wish][origin].as_ref().map(|a| a.bounds)
    }

    /// Whether some way leads there.
    pub fn leads(&self, wish: usize) -> bool {
        let reaches = |o| self.aim(wish, o).is_some_and(|(_, bounds, start)| bounds.reaches(start));
        (0..self.aims[wish].len()).any(reaches)
    }
}

impl Plan {
    /// The graph of a wish from one of its origins, in a version of the network.
    pub fn ways(&self, version: usize, wish: usize, origin: usize) -> Option<&Ways> {
        let network = &self.networks[version];
        network.aims[wish][origin].as_ref().map(|aim| &network.ways[aim.family])
    }
}

/// What a solution tells of the plan.
impl Plan {
    /// How much of a row the sailings of a period bring.
    pub fn brought(&self, period: usize, row: RowIx, solution: &super::optimum::Optimum) -> f64 {
        let mine = self.sailings.iter().enumerate().filter(|(_, s)| s.0 == period);
        let entries = mine.flat_map(|(j, _)| self.problem.columns[j].entries.iter().map(move |e| (j, e)));
        entries.filter(|(_, e)| e.0 == row && e.1 < 0.0).map(|(j, e)| -e.1 * solution.columns[j]).sum()
    }

    /// The row of a limit in a period, by its label, and how many units of the row one unit shown is.
    pub fn row_of(&self, corridor: &Corridor, label: &str, period: usize) -> Option<(RowIx, f64)> {
        let ledger = self.ledgers.get(period)?;
        let limit = ledger.limits.iter().find(|l| super::answer::label(corridor, l.what) == label)?;
        let row = self.rows[period][self.scarcities.get(limit.what)? as usize]?;
        Some((row, if limit.held { self.periods[period].hours().value() } else { 1.0 }))
    }

    /// Generalised cost of a lot on a way: its origin, then its arcs.
    pub fn cost_of(&self, commodity: usize, steps: &[u32]) -> f64 {
        let (period, w) = self.commodities[commodity];
        let wish = &self.wishes[w];
        let Some((&origin, arcs)) = steps.split_first() else { return 0.0 };
        let Some(ways) = self.ways(self.version[period], w, origin as usize) else { return 0.0 };
        let cost = |&a: &u32| ways.steps[a as usize].usd + ways.steps[a as usize].hours * wish.hour;
        wish.origins[origin as usize].asked + arcs.iter().map(cost).sum::<f64>()
    }

    /// Whether a way rides an outside option.
    pub fn is_outside(&self, commodity: usize, steps: &[u32]) -> bool {
        let (period, w) = self.commodities[commodity];
        let Some((&origin, arcs)) = steps.split_first() else { return false };
        let ways = self.ways(self.version[period], w, origin as usize);
        ways.is_some_and(|ways| arcs.iter().any(|&a| ways.steps[a as usize].outside > 0))
    }
}
