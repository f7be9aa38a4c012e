//! Observations from one CSV file, to score a corridor by figures that it does not hold.
//!
//! Two shapes are read: that of table `observation`, and that of a list as collected, whose columns are `id, counter, place, mode,
//! cargo, direction, period_start, period_end, value, unit, tolerance`: there a counter stands with its definition after a colon,
//! and a tolerance with its per cent sign. A row of such a list without a first and a last day cannot be compared with anything;
//! it is left out and counted.

use crate::csv::{CsvReader, push_cell};
use crate::{ReadError, ReadOptions, read_more};
use keruen_model::cell::CellFault;
use keruen_model::{Corridor, Fault, TableKind};

/// What came of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Faults by line and field.
    pub faults: Vec<Fault>,
    /// Rows of a collected list without a period.
    pub left_out: usize,
}

/// Adds the rows to table `observation`; a row of the same id, or of the same counter, place, goods, direction
/// and period, takes the place of the one that is there. Faults name line and field.
pub fn add_observations(corridor: &mut Corridor, text: &str, options: &ReadOptions) -> Result<Added, ReadError> {
    let (canonical, left_out) = as_table(text, options.row_bytes).unwrap_or_else(|| (text.to_string(), 0));
    let mut read = Corridor::default();
    let faults = read_more(&mut read, TableKind::Observation, ("observations", canonical.as_bytes()), options)?;
    let from = &read;
    for row in 0..from.tables.observation.len() {
        copy(from, row, corridor).expect("what a table printed it reads");
    }
    Ok(Added { faults, left_out })
}

/// Copies a row by the text of its cells, over the row of the same observation where there is one.
fn copy(from: &Corridor, row: usize, to: &mut Corridor) -> Result<(), CellFault> {
    let kind = TableKind::Observation;
    let cell = |field: usize| from.tables.cell(kind, row, field, &from.strings);
    let known = same(from, row, to);
    let at = known.unwrap_or_else(|| to.tables.push_blank(kind, &mut to.strings));
    // A row that takes the place of another keeps its id.
    for field in usize::from(known.is_some())..kind.spec().fields.len() {
        let text = cell(field);
        if !text.is_empty() {
            to.tables.set(kind, at, field, &text, &mut to.strings)?;
        }
    }
    Ok(())
}

/// The row with the id, else the one of the same counter, place, goods, direction and period.
fn same(from: &Corridor, row: usize, to: &Corridor) -> Option<usize> {
    let kind = TableKind::Observation;
    let key = |c: &Corridor, row: usize| {
        let fields = ["counter_id", "place", "mode", "cargo", "direction", "period_start", "period_end"];
        let cell = |name| kind.spec().field(name).map(|f| c.tables.cell(kind, row, f, &c.strings));
        fields.map(cell)
    };
    let id = from.tables.cell(kind, row, 0, &from.strings);
    let by_id = to.strings.find(&id).and_then(|id| to.tables.position(kind, id));
    let mine = key(from, row);
    by_id.or_else(|| (0..to.tables.len(kind)).find(|&r| key(to, r) == mine))
}

/// A list as collected in the shape of the table, and how many rows have no period; `None` where it is in another shape.
fn as_table(text: &str, longest: usize) -> Option<(String, usize)> {
    let mut rows = CsvReader::new(text.trim_start_matches('\u{feff}').as_bytes(), longest);
    let mut head = rows.next().ok()??.ok()?;
    let names: Vec<String> = (0..head.len()).map(|i| head.cell(i).to_string()).collect();
    let column = |name: &str| names.iter().position(|n| n == name);
    let (id, counter) = (column("id")?, column("counter")?);
    let kept = ["place", "mode", "cargo", "direction", "period_start", "period_end", "value", "unit", "use", "note"];
    let plain: Vec<usize> = kept.iter().filter_map(|n| column(n)).collect();
    let mut out = format!(
        "observation_id,counter_id,tolerance,{}\n",
        plain.iter().map(|&c| names[c].as_str()).collect::<Vec<_>>().join(",")
    );
    let mut left_out = 0;
    while let Ok(Some(row)) = rows.next() {
        let Ok(mut row) = row else { continue };
        let cell = |row: &mut crate::csv::Record<'_>, c: usize| row.cell(c).to_string();
        if ["period_start", "period_end"].iter().any(|n| column(n).is_none_or(|c| row.cell(c).is_empty())) {
            left_out += 1;
            continue;
        }
        let whole = cell(&mut row, counter);
        let tolerance = column("tolerance").map_or(String::new(), |c| cell(&mut row, c));
        let mut cells = vec![
            cell(&mut row, id),
            whole.split(':').next().unwrap_or_default().trim().to_string(),
            tolerance.strip_suffix('%').map_or(String::new(), |t| t.trim().to_string()),
        ];
        cells.extend(plain.iter().map(|&c| cell(&mut row, c)));
        for (i, c) in cells.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            push_cell(&mut out, c);
        }
        out.push('\n');
    }
    Some((out, left_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collected_list_reads_like_the_table() {
        let list = "id,counter,place,mode,cargo,direction,period_start,period_end,value,unit,tolerance,use,fact_ids,note\n\
                    OB0,\"X: no day\",,,,,,,1,t,,calibrate,,\n\
                    OB1,\"BTC_ALL: all crude, by pipeline\",Baku,pipeline,crude,west,2024-01-01,2024-12-31,29.5,t,1 %,validate-open,F1,\n";
        let mut corridor = Corridor::default();
        let added = add_observations(&mut corridor, list, &ReadOptions::default()).unwrap();
        assert_eq!(added, Added { faults: Vec::new(), left_out: 1 });
        let o = &corridor.tables.observation.rows()[0];
        assert_eq!(corridor.strings.id(o.counter_id), "BTC_ALL");
        assert_eq!(o.tolerance.map(|t| t.to_string()), Some("1 %".into()));
    }

    #[test]
    fn the_same_id_takes_its_place() {
        let table = |v: u32| {
            format!(
                "observation_id,counter_id,period_start,period_end,value,unit,use\no,C,2024-01-01,2024-12-31,{v},t,calibrate\n"
            )
        };
        let mut corridor = Corridor::default();
        for v in [1, 2] {
            add_observations(&mut corridor, &table(v), &ReadOptions::default()).unwrap();
        }
        assert_eq!(corridor.tables.observation.len(), 1);
        assert_eq!(corridor.tables.observation.rows()[0].value.to_string(), "2");
    }
}
