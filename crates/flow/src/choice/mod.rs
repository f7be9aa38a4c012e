//! The method *choice*: how do many shippers, who do not all see the same costs, split over distinct ways when capacities are hard?
//!
//! ```text
//! min   sum over ways p  c_p x_p  +  sum over users k  1/theta_k  sum over ways p of k  x_p ln(x_p / T_k)
//! s.t.  sum of x_p over the ways of k  =  T_k                         every user k
//!       sum a_rp x_p  +  sum b_rj y_j  <=  capacity_r                 every row r        price lambda_r >= 0
//!       x >= 0, y >= 0
//!
//! so    x_p = T_k exp(-theta_k (c_p + sum a_rp lambda_r)) / the sum of the same over the ways of k
//! dual  max over lambda >= 0 with sum b_rj lambda_r >= 0:
//!       - sum_k T_k / theta_k  ln sum_p exp(-theta_k (c_p + a_p lambda))  -  capacity lambda
//! ```
//!
//! The logit model whose ways also pay the price of what is full. `theta_k`: how much a unit of cost changes the odds. The
//! programme is strictly convex in `x`, so flows are unique; `y` are listed columns (sailings) at no cost.
//!
//! Solved on the dual by Newton steps along a logarithmic barrier. Every point of the central path has a primal answer that keeps all
//! rows, `slack_r = mu / lambda_r`, `y_j = mu / s_j`, and a gap of `mu` times the number of inequalities: the certificate.
//!
//! How often ships sail is `mu / s_j` there, and `s_j` is a difference of prices: too blunt. So the path's end only tells which rows and columns are
//! in use; on these the conditions of the optimum are solved as equations (module `polish`), and rows are met to rounding.
//!
//! Assumptions: the set of ways is given; tastes are independent of each other over distinct ways (logit).
//! Sources: Fisk 1980, *Some developments in equilibrium traffic assignment* (the entropy programme); Bell 1995, *Stochastic user
//! equilibrium assignment in networks with queues* (hard capacities); Boyd and Vandenberghe 2004, chapter 11 (the barrier).

mod barrier;
mod envelope;
mod polish;
mod prune;

use keruen_results::Progress;
use std::fmt;

/// Somebody who chooses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct User {
    /// How much there is to send, above 0.
    pub amount: f64,
    /// By how much one unit of cost lowers the logarithm of the odds, above 0.
    pub theta: f64,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Whose it is.
    pub user: u32,
    /// Cost a unit.
    pub cost: f64,
    /// Rows, and what one unit takes of them; not negative.
    pub uses: Vec<(u32, f64)>,
}

/// A problem. Every user has a way without uses, so that something is always possible.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Users.
    pub users: Vec<User>,
    /// Ways.
    pub ways: Vec<Way>,
    /// How much there is of each row.
    pub rows: Vec<f64>,
    /// Listed columns at no cost: what one unit takes of rows, negative where it brings.
    pub columns: Vec<Vec<(u32, f64)>>,
    /// Rows of which there is so much more while the path is followed, where others may have left no inside (row, amount); the answer keeps
    /// the rows as they are.
    pub inside: Vec<(u32, f64)>,
}

/// What others have left possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// Ways that can be gone.
    pub ways: Vec<bool>,
    /// Columns that can be used.
    pub columns: Vec<bool>,
    /// Rows of which nothing is left and nothing brings more.
    pub used_up: Vec<bool>,
}

/// Flows, prices and what proves them.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Flow on each way.
    pub flow: Vec<f64>,
    /// How much of each listed column.
    pub columns: Vec<f64>,
    /// Price of each row, not negative: change of the least of the programme for one unit less.
    pub price: Vec<f64>,
    /// Value of the programme at the flows.
    pub primal: f64,
    /// What the prices prove: no flows have less.
    pub dual: f64,
    /// Newton steps.
    pub steps: u32,
}

impl Chosen {
    /// (primal - dual) / max(1, |primal|).
    pub fn gap(&self) -> f64 {
        (self.primal - self.dual) / self.primal.abs().max(1.0)
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceError {
    /// A number is not finite, an amount or theta is not above 0, or a row or user is not there.
    Input(&'static str),
    /// What others have taken already leaves no room that all rows keep.
    NoRoom,
    /// The steps did not come to an end.
    Numerical,
    /// The caller stopped it.
    Cancelled,
}

impl fmt::Display for ChoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(what) => write!(f, "the choice problem makes no sense: {what}"),
            Self::NoRoom => {
                f.write_str("what background traffic takes leaves no room that keeps every limit; least-cost says which")
            }
            Self::Numerical => f.write_str("prices of the choice did not settle; try least-cost"),
            Self::Cancelled => f.write_str("stopped"),
        }
    }
}

impl std::error::Error for ChoiceError {}

impl Choice {
    /// Ways and columns that are possible at all: nothing of what they take is used up by others; and the rows that are used up.
    pub fn possible(&self) -> Possible {
        let kept = prune::Kept::of(self);
        let columns = kept.columns.iter().zip(&kept.endless).map(|(k, e)| *k || *e).collect();
        Possible { ways: kept.ways, columns, used_up: kept.empty }
    }

    /// How much wider a row is along the path.
    fn inside(&self, row: usize) -> f64 {
        self.inside.iter().filter(|w| w.0 as usize == row).map(|w| w.1).sum()
    }

    /// Finds the flows.
    ///
    /// # Errors
    /// Input that makes no sense, no room, numbers that do not settle, and a stop by the caller.
    pub fn solve(&self, progress: &dyn Progress) -> Result<Chosen, ChoiceError> {
        self.check()?;
        let kept = prune::Kept::of(self);
        let mut barrier = barrier::Barrier::new(self, &kept)?;
        barrier.follow(progress)?;
        Ok(self.read(&kept, &barrier))
    }

    fn check(&self) -> Result<(), ChoiceError> {
        let rows = self.rows.len() as u32;
        let known = |list: &[(u32, f64)]| list.iter().all(|&(r, a)| r < rows && a.is_finite());
        let user = |u: &User| u.amount > 0.0 && u.theta > 0.0 && u.amount.is_finite() && u.theta.is_finite();
        let way = |w: &Way| {
            (w.user as usize) < self.users.len() && w.cost.is_finite() && known(&w.uses) && w.uses.iter().all(|u| u.1 >= 0.0)
        };
        let mut free = vec![false; self.users.len()];
        if !self.users.iter().all(user) {
            return Err(ChoiceError::Input("an amount or theta is not a number above 0"));
        }
        if !self.ways.iter().all(way) || !self.columns.iter().all(|c| known(c)) || !self.rows.iter().all(|r| r.is_finite()) {
            return Err(ChoiceError::Input("a cost or use is not finite, or names what is not there"));
        }
        self.ways.iter().filter(|w| w.uses.is_empty()).for_each(|w| free[w.user as usize] = true);
        if free.contains(&false) { Err(ChoiceError::Input("a user has no way without uses")) } else { Ok(()) }
    }

    /// Columns that take nothing bring whatever is taken.
    fn endless(&self, kept: &prune::Kept, flow: &[f64], mut columns: Vec<f64>) -> Vec<f64> {
        let mut taken: Vec<f64> = self.rows.iter().map(|there| -there).collect();
        for (way, flow) in self.ways.iter().zip(flow) {
            way.uses.iter().for_each(|&(r, a)| taken[r as usize] += a * flow);
        }
        for (j, column) in self.columns.iter().enumerate().filter(|(j, _)| kept.endless[*j]) {
            let wanted = column.iter().filter(|e| e.1 < 0.0).map(|&(r, a)| taken[r as usize] / -a);
            columns[j] = wanted.fold(0.0, f64::max);
        }
        columns
    }

    /// Values of the programme and of its dual at the end of the path, in the caller's own units.
    fn read(&self, kept: &prune::Kept, barrier: &barrier::Barrier<'_>) -> Chosen {
        let (price, columns) = barrier.end();
        let mut flow = vec![0.0; self.ways.len()];
        let (mut primal, mut dual) = (0.0, 0.0);
        for (k, u) in self.users.iter().enumerate() {
            let mine: Vec<usize> = (0..self.ways.len()).filter(|&p| self.ways[p].user as usize == k && kept.ways[p]).collect();
            let length =
                |p: usize| self.ways[p].cost + self.ways[p].uses.iter().map(|&(r, a)| price[r as usize] * a).sum::<f64>();
            let least = mine.iter().map(|&p| length(p)).fold(f64::INFINITY, f64::min);
            let odds: Vec<f64> = mine.iter().map(|&p| (-u.theta * (length(p) - least)).exp()).collect();
            let all: f64 = odds.iter().sum();
            dual += u.amount * (least - all.ln() / u.theta);
            for (&p, o) in mine.iter().zip(&odds) {
                let share = o / all;
                flow[p] = u.amount * share;
                primal += flow[p] * self.ways[p].cost + if share > 0.0 { flow[p] * share.ln() / u.theta } else { 0.0 };
            }
        }
        let columns = self.endless(kept, &flow, columns);
        dual -= self.rows.iter().zip(&price).map(|(cap, p)| cap * p).sum::<f64>();
        Chosen { flow, columns, price, primal, dual, steps: barrier.steps }
    }
}
