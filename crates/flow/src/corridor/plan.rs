//! The whole problem: wishes and limits of every period, and a graph for every wish.
//!
//! Periods in which the same rows of the tables hold share their graphs; what is scarce is counted in each period for itself,
//! save quotas, which hold for the year.

use super::FlowError;
use super::FlowQuestion;
use super::aim::{Aim, Bounds, Target};
use super::returns::Returns;
use super::ties::Tie;
use super::ways::{Family, Scarcities, Ways};
use super::wishes::{Wish, wishes};
use crate::mincost::{Column, Commodity, Problem, Row, RowIx, Unserved};
use keruen_model::empties::Empty;
use keruen_model::parallel::in_order;
use keruen_model::{Corridor, Date, Quantity, Resource, ResourceKind, TableKind};
use keruen_network::compile::{Index, TradeKey};
use keruen_network::ledger::{Ledger, LimitIx, Period, Scarce};
use rustc_hash::{FxHashMap, FxHashSet};
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
    /// Row of what lies in each storage at the end of each period but the last.
    pub stocks: Vec<Vec<Option<RowIx>>>,
    /// Row of each supply in each period.
    supplies: Vec<FxHashMap<usize, RowIx>>,
    /// Period and wish of each commodity.
    pub commodities: Vec<(usize, usize)>,
    /// Period and position in its ledger's sailings of each listed column.
    pub sailings: Vec<(usize, usize)>,
    /// Equipment that comes back, where asked for.
    pub returns: Option<Returns>,
    /// Which of equal ways is told, by wish; empty where empties come back.
    pub ties: Vec<Tie>,
    pub problem: Problem,
}

/// Graphs that wishes share, and what each wish aims at in its own.
#[derive(Debug, Default)]
pub(crate) struct Network {
    pub ways: Vec<Ways>,
    /// By wish and origin; `None` where the destination is nowhere.
    pub aims: Vec<Vec<Option<Aim>>>,
    pub bounds: Vec<Bounds>,
    /// States of a graph in a graph of the next version, with the two graphs.
    later: Vec<((usize, usize), Vec<u32>)>,
}

/// Graphs are made on so many threads; each by itself, so that the number does not tell in the answer.
const THREADS: NonZeroUsize = NonZeroUsize::new(2).expect("2 is not 0");

impl Plan {
    /// Compiles the corridor for a question. Kinds of `empties` come back, which are goods of the corridor too.
    pub fn new(corridor: &Corridor, question: &FlowQuestion, empties: &[Empty]) -> Result<Plan, FlowError> {
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
            stocks: Vec::new(),
            supplies: Vec::new(),
            commodities: Vec::new(),
            sailings: Vec::new(),
            returns: None,
            ties: Vec::new(),
            networks: Vec::new(),
            problem: Problem::default(),
            periods,
            ledgers,
            scarcities,
            days,
            version,
        };
        if question.empties {
            plan.ask_back(corridor, empties);
        }
        plan.compile(corridor, question.storage)?;
        plan.add_rows(corridor);
        if question.storage {
            plan.add_stocks(corridor);
        }
        plan.add_sailings();
        plan.add_returns(corridor);
        plan.add_supplies(corridor);
        plan.add_wishes();
        plan.problem.goal = question.goal;
        super::fixed::fix(&mut plan, corridor, &question.fixed)?;
        if !question.empties {
            plan.add_ties(corridor);
        }
        Ok(plan)
    }

    fn compile(&mut self, corridor: &Corridor, storage: bool) -> Result<(), FlowError> {
        // The last first: where goods may wait, bounds look ahead.
        for (v, (day, there)) in self.days.iter().enumerate().rev() {
            let index = Index::new(there, *day);
            let period = self.version.iter().position(|&x| x == v).unwrap_or(0);
            let ledger = &self.ledgers[period];
            let (waits, returns) = (storage && self.periods.len() > 1, self.returns.as_ref());
            let (families, whose) = Family::all(&index, &self.wishes, returns.is_some());
            let trades = trades(&families);
            let one = |trade: usize| {
                let (key, mine) = &trades[trade];
                let make = |&f: &usize| Ways::new(&index, ledger, &self.scarcities, (&families[f], waits, returns));
                let made: Vec<_> = mine.iter().map(make).collect();
                // What nobody asks for again makes room for the next.
                key.iter().for_each(|key| index.release(key));
                made
            };
            let made = in_order(trades.len(), THREADS, || (), |(), trade| one(trade)).into_iter().flatten();
            let mut made: Vec<_> = trades.iter().flat_map(|t| &t.1).copied().zip(made).collect();
            made.sort_by_key(|(f, _)| *f);
            let mut ways = Vec::new();
            for (f, made) in made {
                let wish = whose.iter().position(|w| w.contains(&f)).unwrap_or(0);
                ways.push(made.map_err(|e| FlowError::wish(corridor, &self.wishes[wish], e))?);
            }
            if let Some(returns) = &self.returns {
                returns.price_ways_back(there, &mut ways, &families);
            }
            let after = self.networks.last().map(|n| (&self.days[v + 1].1, n));
            self.networks.push(Network::new(there, &self.wishes, (ways, &whose), after));
        }
        self.networks.reverse();
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

    /// Wishes for empties behind all others.
    fn ask_back(&mut self, corridor: &Corridor, kinds: &[Empty]) {
        let returns = Returns::new(corridor, kinds, &self.wishes);
        returns.split(corridor, &mut self.wishes);
        let empties = returns.wishes(corridor, &self.wishes, self.periods.len());
        self.wishes.extend(empties);
        self.returns = Some(returns);
    }

    fn add_returns(&mut self, corridor: &Corridor) {
        let Some(mut returns) = self.returns.take() else { return };
        let mut touched: FxHashSet<u32> = FxHashSet::default();
        for network in &self.networks {
            touched.extend(network.ways.iter().flat_map(Ways::touched));
            for aim in network.aims.iter().flatten().flatten() {
                let (ways, bounds) = (&network.ways[aim.family], &network.bounds[aim.bounds]);
                let start = aim.start.map_or(&[][..], |s| ways.held_at(s));
                touched.extend(start.iter().chain(ways.held_at_end(bounds.target.node())).map(|h| h.0));
            }
        }
        returns.add_rows(corridor, self.periods.len(), &touched, &mut self.problem);
        let cut = returns.add_others(corridor, &self.ways_of_empties(&returns), &mut self.problem);
        self.leave_out(&returns, &cut);
        self.returns = Some(returns);
    }

    /// No empties are sent to or from some places.
    fn leave_out(&mut self, returns: &Returns, cut: &FxHashSet<u32>) {
        let is_cut = |kind: u32, node| returns.slot(kind, node).is_none_or(|s| cut.contains(&s));
        for (w, wish) in self.wishes.iter_mut().enumerate() {
            let Some(kind) = wish.empty_kind() else { continue };
            if is_cut(kind, wish.to) {
                wish.lots.fill(0.0);
            }
            for (o, _) in wish.origins.iter().enumerate().filter(|(_, origin)| is_cut(kind, origin.lot.from)) {
                self.networks.iter_mut().for_each(|n| n.aims[w][o] = None);
            }
        }
    }

    /// Kind and place from and to of every way on which an empty piece can come.
    fn ways_of_empties(&self, returns: &Returns) -> FxHashSet<(u32, u32)> {
        let mut out = FxHashSet::default();
        for (w, wish) in self.wishes.iter().enumerate() {
            let Some(kind) = wish.empty_kind() else { continue };
            let Some(to) = returns.slot(kind, wish.to) else { continue };
            for (o, origin) in wish.origins.iter().enumerate() {
                let goes = |n: &Network| n.aim(w, o).is_some_and(|(_, bounds, start)| bounds.reaches(start));
                if self.networks.iter().any(goes) {
                    out.extend(returns.slot(kind, origin.lot.from).map(|from| (from, to)));
                }
            }
        }
        out
    }

    /// Whether pieces under the goods of a wish are to come back.
    pub fn comes_back(&self, wish: usize) -> Option<&Returns> {
        self.returns.as_ref().filter(|_| self.wishes[wish].kind == keruen_model::DemandKind::Through)
    }

    /// Pieces that leave and come at the ends of the ways of a wish from one of its origins, by row.
    pub fn at_ends(&self, (period, wish, origin): (usize, usize, usize)) -> Vec<(RowIx, f64)> {
        let Some(returns) = self.comes_back(wish) else { return Vec::new() };
        if self.wishes[wish].origins[origin].carriers_own {
            return Vec::new();
        }
        let Some((ways, bounds, start)) = self.networks[self.version[period]].aim(wish, origin) else { return Vec::new() };
        let leave = ways.held_at(start).iter().copied();
        let come = ways.held_at_end(bounds.target.node()).iter().map(|&(s, n)| (s, -n));
        let row = |s: u32| returns.rows[period].get(s as usize).copied().flatten();
        leave.chain(come).filter_map(|(s, n)| Some((row(s)?, n))).collect()
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
                    let counts = wish.kind == keruen_model::DemandKind::Through && !wish.is_empty_equipment();
                    let weight = if counts { wish.lot } else { 0.0 };
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

/// Families by trade, in the order in which they are first asked for: those of one share what is worked out, so they are made one after
/// the other. One that makes no sense stands alone.
fn trades(families: &[Family]) -> Vec<(Option<&TradeKey>, Vec<usize>)> {
    let mut out: Vec<(Option<&TradeKey>, Vec<usize>)> = Vec::new();
    for (f, family) in families.iter().enumerate() {
        let key = family.trade();
        match out.iter_mut().find(|(known, _)| key.is_some() && *known == key) {
            Some((_, mine)) => mine.push(f),
            None => out.push((key, vec![f])),
        }
    }
    out
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

/// What bounds are made for, once for all wishes that aim at the same: target, states at the origins, what comes after a wait (map of
/// states and bounds of the next version).
struct Sought {
    target: Target,
    origins: Vec<u32>,
    later: Option<(usize, usize)>,
}

impl Network {
    fn new(
        there: &Corridor,
        wishes: &[Wish],
        (ways, whose): (Vec<Ways>, &[Vec<usize>]),
        after: Option<(&Corridor, &Network)>,
    ) -> Network {
        let mut network = Network { ways, ..Network::default() };
        let mut sought: Vec<Sought> = Vec::new();
        for (w, (wish, families)) in wishes.iter().zip(whose).enumerate() {
            let aims = families.iter().enumerate().map(|(o, &family)| {
                let target = Target::new(there, wish, o, (family, &network.ways[family]))?;
                let from = &wish.origins[o];
                let node = there.tables.node.position(from.lot.from.sym());
                let start = node.and_then(|n| network.ways[family].start(n as u32, from.standing.is_some()));
                let then = after.and_then(|(day, n)| Some((day, n, n.aims[w][o].as_ref()?)));
                let later = then.map(|(day, n, aim)| (network.later_of(there, family, (day, n, aim.family)), aim.bounds));
                let bounds = sought.iter().position(|s| s.target == target && s.later == later).unwrap_or_else(|| {
                    sought.push(Sought { target, origins: Vec::new(), later });
                    sought.len() - 1
                });
                sought[bounds].origins.extend(start);
                Some(Aim { family, start, bounds, later: later.map(|l| l.0) })
            });
            let aims = aims.collect();
            network.aims.push(aims);
        }
        let back = |(): &mut (), i: usize| {
            let s = &sought[i];
            let later = s.later.zip(after).map(|((map, bounds), (_, n))| (&n.bounds[bounds], network.later[map].1.as_slice()));
            Bounds::new(&network.ways[s.target.family], s.target.clone(), &s.origins, later)
        };
        let bounds = in_order(sought.len(), THREADS, || (), back);
        network.bounds = bounds;
        network
    }

    /// Position of the map of states from a graph to one of the next version, made when first asked for.
    fn later_of(&mut self, there: &Corridor, family: usize, (day, next, then): (&Corridor, &Network, usize)) -> usize {
        let known = self.later.iter().position(|l| l.0 == (family, then));
        known.unwrap_or_else(|| {
            let map = self.ways[family].later(there, (day, &next.ways[then]));
            self.later.push(((family, then), map));
            self.later.len() - 1
        })
    }

    /// States of the graph of a wish in that of the next version.
    pub fn states_later(&self, wish: usize, origin: usize) -> Option<&[u32]> {
        self.aims[wish][origin].as_ref()?.later.map(|l| self.later[l].1.as_slice())
    }

    /// Graph and bounds of a wish from one of its origins, wherever it begins.
    pub fn passing(&self, wish: usize, origin: usize) -> Option<(&Ways, &Bounds)> {
        let aim = self.aims[wish][origin].as_ref()?;
        Some((&self.ways[aim.family], &self.bounds[aim.bounds]))
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
    /// How much of rows the sailings of each period bring.
    pub fn brought(&self, solution: &super::optimum::Optimum) -> FxHashMap<(usize, RowIx), f64> {
        let mut out = FxHashMap::default();
        for (j, &(period, _)) in self.sailings.iter().enumerate() {
            for &(row, amount) in self.problem.columns[j].entries.iter().filter(|e| e.1 < 0.0) {
                *out.entry((period, row)).or_default() -= amount * solution.columns[j];
            }
        }
        out
    }

    /// The row of a limit in a period, by its label, and how many units of the row one unit shown is.
    pub fn row_of(&self, corridor: &Corridor, label: &str, period: usize) -> Option<(RowIx, f64)> {
        if let Some(row) = self.stock_of(corridor, label, period) {
            return Some((row, 1.0));
        }
        let ledger = self.ledgers.get(period)?;
        let limit = ledger.limits.iter().find(|l| super::answer::label(corridor, l.what) == label)?;
        let row = self.rows[period][self.scarcities.get(limit.what)? as usize]?;
        Some((row, if limit.held { self.periods[period].hours().value() } else { 1.0 }))
    }

    /// The row of what may lie in a storage at the end of a period, by its label.
    fn stock_of(&self, corridor: &Corridor, label: &str, period: usize) -> Option<RowIx> {
        let storage = label.strip_suffix(super::answer::CARRIED)?;
        let limit = self.ledgers.get(period)?.limits.iter().find(|l| super::answer::label(corridor, l.what) == storage)?;
        self.stocks.get(period)?[self.scarcities.get(limit.what)? as usize]
    }

    /// Generalised cost of a lot on a way: its origin, then its steps.
    pub fn cost_of(&self, commodity: usize, steps: &[u32]) -> f64 {
        let (period, w) = self.commodities[commodity];
        let Some(&origin) = steps.first() else { return 0.0 };
        let cost = |leg: super::waits::Leg<'_>| {
            let (usd, hours) = self.leg_cost(w, leg);
            usd + hours * self.wishes[w].hour
        };
        self.wishes[w].origins[origin as usize].asked + self.legs((period, w), steps).map(cost).sum::<f64>()
    }

    /// Whether a way rides an outside option.
    pub fn is_outside(&self, commodity: usize, steps: &[u32]) -> bool {
        let rides = |leg: super::waits::Leg<'_>| leg.stay().is_none() && leg.ways.steps[leg.step as usize].outside > 0;
        self.legs(self.commodities[commodity], steps).any(rides)
    }
}
