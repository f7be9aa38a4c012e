//! What cannot matter is left out: rows that nobody can fill, rows that columns bring without end, ways over rows of which there is
//! nothing.

use super::Choice;

/// What stays.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub ways: Vec<bool>,
    pub rows: Vec<bool>,
    pub columns: Vec<bool>,
    /// Rows of which there is nothing and nothing brings more.
    pub empty: Vec<bool>,
    /// Columns that take nothing, so that their rows limit nothing.
    pub endless: Vec<bool>,
}

/// Part of the whole use below which there is nothing of a row.
const NOTHING: f64 = 1e-9;

impl Kept {
    pub fn of(problem: &Choice) -> Kept {
        let mut kept = Kept {
            ways: vec![true; problem.ways.len()],
            rows: vec![true; problem.rows.len()],
            columns: vec![true; problem.columns.len()],
            empty: vec![false; problem.rows.len()],
            endless: vec![false; problem.columns.len()],
        };
        let most = most(problem);
        while kept.drop_endless(problem) || kept.drop_empty(problem, &most) {}
        for (r, most) in most.iter().enumerate() {
            let by_column =
                problem.columns.iter().enumerate().any(|(j, c)| kept.columns[j] && c.iter().any(|e| e.0 as usize == r));
            kept.rows[r] &= by_column || *most > problem.rows[r];
        }
        kept
    }

    /// Columns that take nothing bring without end: their rows limit nothing.
    fn drop_endless(&mut self, problem: &Choice) -> bool {
        let mut changed = false;
        for (j, column) in problem.columns.iter().enumerate().filter(|(j, _)| self.columns[*j]).collect::<Vec<_>>() {
            let live = |e: &&(u32, f64)| self.rows[e.0 as usize];
            if !column.iter().filter(live).any(|e| e.1 > 0.0) {
                self.columns[j] = false;
                self.endless[j] = column.iter().any(|e| e.1 < 0.0);
                column.iter().for_each(|e| self.rows[e.0 as usize] = false);
                changed = true;
            }
        }
        changed
    }

    /// Where there is nothing of a row and nothing brings it, what takes it is impossible.
    fn drop_empty(&mut self, problem: &Choice, most: &[f64]) -> bool {
        let mut changed = false;
        for r in (0..problem.rows.len()).filter(|&r| problem.rows[r] <= NOTHING * most[r].max(problem.rows[r].abs())) {
            let touches = |c: &[(u32, f64)], sign: f64| c.iter().any(|e| e.0 as usize == r && e.1 * sign > 0.0);
            let brought = problem.columns.iter().enumerate().any(|(j, c)| self.columns[j] && touches(c, -1.0));
            if !self.rows[r] || brought {
                continue;
            }
            self.rows[r] = false;
            self.empty[r] = true;
            changed = true;
            for (p, way) in problem.ways.iter().enumerate() {
                self.ways[p] &= !touches(&way.uses, 1.0);
            }
            for (j, column) in problem.columns.iter().enumerate() {
                self.columns[j] &= !touches(column, 1.0);
            }
        }
        changed
    }
}

/// The most that ways can take of each row.
fn most(problem: &Choice) -> Vec<f64> {
    let mut out = vec![0.0; problem.rows.len()];
    let mut mine = vec![0.0_f64; problem.rows.len()];
    for k in 0..problem.users.len() {
        mine.fill(0.0);
        for way in problem.ways.iter().filter(|w| w.user as usize == k) {
            for &(r, a) in &way.uses {
                mine[r as usize] = mine[r as usize].max(a);
            }
        }
        out.iter_mut().zip(&mine).for_each(|(o, m)| *o += m * problem.users[k].amount);
    }
    out
}
