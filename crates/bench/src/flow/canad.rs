//! Canad sets C and C+: `from to unit_cost capacity fixed_cost x x` an arc, `from to demand` a commodity. The fixed charges are
//! left out, all demand must be carried.

use keruen_certify::mincost::{Commodity, Instance, Layer};

use super::case::{arc, next};

/// Reads a `.dow` file.
pub fn read(text: &str) -> Result<Instance, (usize, &'static str)> {
    let mut lines = text.lines().enumerate().skip(1).map(|(i, line)| (i + 1, line.split_whitespace()));
    let mut line = || lines.next().ok_or((0, "the file ends too early"));
    let (at, mut head) = line()?;
    let mut count = || next::<u32>(&mut head).map_err(|what| (at, what));
    let (nodes, arcs, commodities) = (count()?, count()?, count()?);
    let mut layer = Layer { nodes, ..Layer::default() };
    let mut rows = Vec::new();
    for row in 0..arcs {
        let (at, mut words) = line()?;
        let bad = |what| (at, what);
        let ends = (node(&mut words).map_err(bad)?, node(&mut words).map_err(bad)?);
        let cost = next(&mut words).map_err(bad)?;
        rows.push((f64::NEG_INFINITY, next(&mut words).map_err(bad)?));
        layer.arcs.push(arc(ends, cost, Some(row)));
    }
    let mut wishes = Vec::new();
    for _ in 0..commodities {
        let (at, mut words) = line()?;
        let bad = |what| (at, what);
        let (from, to) = (node(&mut words).map_err(bad)?, node(&mut words).map_err(bad)?);
        wishes.push(Commodity { layer: 0, from, to, demand: next(&mut words).map_err(bad)?, unserved: None });
    }
    Ok(Instance { layers: vec![layer], rows, commodities: wishes, columns: Vec::new() })
}

/// A node, counted from 1 in the file.
fn node(words: &mut std::str::SplitWhitespace<'_>) -> Result<u32, &'static str> {
    next::<u32>(words)?.checked_sub(1).ok_or("nodes count from 1")
}
