//! The slow way: arc flows of every commodity in one dense tableau.

use super::tableau::Tableau;
use keruen_certify::mincost::Instance;

/// The least cost; `None` when the bounds contradict each other.
pub fn least_cost(instance: &Instance) -> Option<f64> {
    let (tableau, fixed) = build(instance);
    tableau.solve().map(|cost| cost + fixed)
}

fn build(instance: &Instance) -> (Tableau, f64) {
    let mut t = Tableau::default();
    let mut row_entries = vec![Vec::new(); instance.rows.len()];
    for k in &instance.commodities {
        let layer = &instance.layers[k.layer as usize];
        let mut balance = vec![Vec::new(); layer.nodes as usize];
        for arc in &layer.arcs {
            // Nothing passes a closed node, and nothing useful comes back to the origin or leaves the destination.
            let shut = |node: u32| layer.closed.contains(&node) && node != k.from && node != k.to;
            if shut(arc.tail) || shut(arc.head) || arc.head == k.from || arc.tail == k.to {
                continue;
            }
            let x = t.variable(arc.cost);
            balance[arc.tail as usize].push((x, 1.0));
            balance[arc.head as usize].push((x, -1.0));
            arc.uses.iter().for_each(|&(row, amount)| row_entries[row as usize].push((x, amount)));
        }
        if let Some(cost) = k.unserved {
            let z = t.variable(cost);
            balance[k.from as usize].push((z, 1.0));
            balance[k.to as usize].push((z, -1.0));
        }
        for (node, entries) in balance.into_iter().enumerate() {
            let out = if node as u32 == k.from { k.demand } else { 0.0 };
            let into = if node as u32 == k.to { k.demand } else { 0.0 };
            t.rows.push((entries, out - into));
        }
    }
    let (mut fixed, mut shift) = (0.0, vec![0.0; instance.rows.len()]);
    for column in &instance.columns {
        let y = t.variable(column.cost);
        fixed += column.cost * column.lower;
        for &(row, amount) in &column.entries {
            row_entries[row as usize].push((y, amount));
            shift[row as usize] += amount * column.lower;
        }
        if column.upper.is_finite() {
            t.bound(vec![(y, 1.0)], 1.0, column.upper - column.lower);
        }
    }
    for (r, entries) in row_entries.into_iter().enumerate() {
        let (lower, upper) = instance.rows[r];
        if lower == upper {
            t.rows.push((entries, upper - shift[r]));
            continue;
        }
        if upper.is_finite() {
            t.bound(entries.clone(), 1.0, upper - shift[r]);
        }
        if lower.is_finite() {
            t.bound(entries, -1.0, lower - shift[r]);
        }
    }
    (t, fixed)
}
