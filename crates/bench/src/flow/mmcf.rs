//! Multicommodity networks, one graph a commodity: `n COMMODITY NODE SUPPLY`, `a COMMODITY TAIL HEAD COST OWN_CAP BUNDLE`,
//! `b BUNDLE CAP`. A commodity with several sources or sinks gets one of each, joined to them by arcs that must be filled.

use keruen_certify::mincost::{Commodity, Instance, Layer};

use super::case::{arc, next};

/// Reads an `.mmcf` file.
pub fn read(text: &str) -> Result<Instance, (usize, &'static str)> {
    let mut instance = Instance::default();
    let mut supplies: Vec<Vec<(u32, f64)>> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        read_line(line, &mut instance, &mut supplies).map_err(|what| (number + 1, what))?;
    }
    for (k, supplies) in supplies.iter().enumerate() {
        join(&mut instance, k, supplies);
    }
    Ok(instance)
}

fn read_line(line: &str, instance: &mut Instance, supplies: &mut Vec<Vec<(u32, f64)>>) -> Result<(), &'static str> {
    let mut words = line.split_whitespace();
    match words.next() {
        Some("p") => {
            words.next();
            let (commodities, _, _): (usize, u32, u32) = (next(&mut words)?, next(&mut words)?, next(&mut words)?);
            let bundles: usize = next(&mut words)?;
            if commodities.max(bundles) > 1 << 24 {
                return Err("too many commodities or bundles");
            }
            instance.layers = vec![Layer::default(); commodities];
            instance.rows = vec![(f64::NEG_INFINITY, f64::INFINITY); bundles];
            *supplies = vec![Vec::new(); commodities];
        }
        Some("n") => {
            let k = commodity(&mut words, supplies.len())?;
            supplies[k].push((next(&mut words)?, next(&mut words)?));
        }
        Some("a") => {
            let k = commodity(&mut words, supplies.len())?;
            let ends: (u32, u32) = (next(&mut words)?, next(&mut words)?);
            let (cost, own): (f64, f64) = (next(&mut words)?, next(&mut words)?);
            let bundle: u32 = next(&mut words)?;
            if ends.0 == 0 || ends.1 == 0 {
                return Err("arcs from or to the outside are not read");
            }
            let mut arc = arc((ends.0 - 1, ends.1 - 1), cost, bundle.checked_sub(1));
            if own >= 0.0 {
                arc.uses.push((instance.rows.len() as u32, 1.0));
                instance.rows.push((f64::NEG_INFINITY, own));
            }
            let layer = &mut instance.layers[k];
            layer.nodes = layer.nodes.max(ends.0).max(ends.1);
            layer.arcs.push(arc);
        }
        Some("b") => {
            let bundle: usize = next(&mut words)?;
            let row = bundle.checked_sub(1).and_then(|row| instance.rows.get_mut(row)).ok_or("there is no such bundle")?;
            row.1 = next(&mut words)?;
        }
        _ => {}
    }
    Ok(())
}

fn commodity(words: &mut std::str::SplitWhitespace<'_>, count: usize) -> Result<usize, &'static str> {
    next::<usize>(words)?.checked_sub(1).filter(|&k| k < count).ok_or("there is no such commodity")
}

fn join(instance: &mut Instance, k: usize, supplies: &[(u32, f64)]) {
    let mut end = |sign: f64| {
        let there: Vec<_> = supplies.iter().filter(|supply| supply.1 * sign > 0.0).collect();
        if let [one] = there.as_slice() {
            return one.0 - 1;
        }
        let layer = &mut instance.layers[k];
        let node = layer.nodes;
        layer.nodes += 1;
        for &&(other, amount) in &there {
            let ends = if sign > 0.0 { (node, other - 1) } else { (other - 1, node) };
            layer.arcs.push(arc(ends, 0.0, Some(instance.rows.len() as u32)));
            instance.rows.push((amount.abs(), amount.abs()));
        }
        node
    };
    let (from, to) = (end(1.0), end(-1.0));
    let demand = supplies.iter().map(|supply| supply.1.max(0.0)).sum();
    instance.commodities.push(Commodity { layer: k as u32, from, to, demand, unserved: None });
}
