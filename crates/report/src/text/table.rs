//! A plain table: columns as wide as their cells, numbers to the right.

use crate::language::Voice;

/// Rows of cells under a head.
#[derive(Default)]
pub struct Table {
    head: Vec<String>,
    right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Columns; a name that ends in `>` is set to the right.
    pub fn new(columns: &[&str]) -> Table {
        Table {
            head: columns.iter().map(|c| c.trim_end_matches('>').to_string()).collect(),
            right: columns.iter().map(|c| c.ends_with('>')).collect(),
            rows: Vec::new(),
        }
    }

    /// Columns by the ids of their heads in the catalogue; empty for a head without words.
    pub fn said(v: Voice<'_>, heads: &[&str]) -> Table {
        let told = |h: &&str| {
            let id = h.trim_end_matches('>');
            if id.is_empty() { String::new() } else { v.say(id, &[]) }
        };
        Table {
            head: heads.iter().map(told).collect(),
            right: heads.iter().map(|h| h.ends_with('>')).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The table, two spaces before each line and between columns.
    pub fn print(&self) -> String {
        let wide = |i: usize| {
            let cells = self.rows.iter().filter_map(|r| r.get(i)).chain(self.head.get(i));
            cells.map(|c| c.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.head.len()).map(wide).collect();
        let line = |cells: &[String]| {
            let mut out = String::from(" ");
            for (i, w) in widths.iter().enumerate() {
                let cell = cells.get(i).map_or("", String::as_str);
                let pad = " ".repeat(w - cell.chars().count().min(*w));
                out += &if self.right[i] { format!(" {pad}{cell} ") } else { format!(" {cell}{pad} ") };
            }
            out.trim_end().to_string() + "\n"
        };
        let rule: Vec<String> = widths.iter().map(|w| "-".repeat(*w)).collect();
        let mut out = line(&self.head) + &line(&rule);
        for r in &self.rows {
            out += &line(r);
        }
        out
    }
}
