//! A corridor as a GMNS folder.

use super::columns::{FASTEST, LINK, NODE};
use super::{VERSION, wkt};
use crate::csv::push_cell;
use crate::error::WriteError;
use crate::folder::COVER;
use crate::geojson::Geometries;
use crate::write::{cover, of_table, stage_files, used_columns};
use keruen_model::rows::TableJob;
use keruen_model::{Corridor, Link, Mode, Row, Table, TableKind};
use std::path::Path;

/// Files by name, and what could not be said in GMNS.
type Written = (Vec<(String, Vec<u8>)>, Vec<String>);

/// Writes a GMNS folder; returns what could not be said in GMNS. A folder that holds a corridor is refused.
pub fn write_gmns(corridor: &Corridor, geometries: &Geometries, path: &Path) -> Result<Vec<String>, WriteError> {
    if path.join(COVER).exists() && !path.join("config.csv").exists() {
        return Err(WriteError::InTheWay { path: path.into(), what: "a corridor" });
    }
    let (files, notes) = gmns_files(corridor, geometries)?;
    stage_files(path, &files)?;
    Ok(notes)
}

/// The same files in memory, by name.
pub fn gmns_files(corridor: &Corridor, geometries: &Geometries) -> Result<Written, WriteError> {
    let mut notes = Vec::new();
    let mut files = vec![
        (COVER.to_string(), cover(corridor).into_bytes()),
        ("config.csv".into(), config(corridor).into_bytes()),
        ("geometry.csv".into(), geometry(geometries).into_bytes()),
        ("use_definition.csv".into(), uses(corridor).into_bytes()),
    ];
    for &table in TableKind::ALL {
        let gmns = match table {
            TableKind::Node => NODE,
            TableKind::Link => LINK,
            _ => &[],
        };
        if gmns.is_empty() {
            for sheet in of_table(corridor, table)? {
                let mut bytes = Vec::new();
                sheet.write(corridor, &mut bytes).map_err(|e| WriteError::io(Path::new(&sheet.file), e))?;
                files.push((sheet.file.clone(), bytes));
            }
            continue;
        }
        let own = used_columns(corridor, table)?;
        let text = corridor.tables.visit(table, GmnsTable { corridor, geometries, gmns, own, notes: &mut notes });
        files.push((format!("{}.csv", table.name()), text.into_bytes()));
    }
    Ok((files, notes))
}

fn config(corridor: &Corridor) -> String {
    let mut text =
        "dataset_name,short_length,long_length,speed,crs,geometry_field_format,currency,version_number,id_type\n".to_string();
    push_cell(&mut text, &corridor.meta.title);
    text.push_str(",meter,km,kph,EPSG:4326,WKT,");
    push_cell(&mut text, &corridor.meta.currency);
    text.push_str(&format!(",{VERSION},string\n"));
    text
}

fn geometry(geometries: &Geometries) -> String {
    let mut text = "geometry_id,geometry\n".to_string();
    for (id, shape) in &geometries.shapes {
        push_cell(&mut text, id);
        text.push(',');
        push_cell(&mut text, &wkt::write(shape));
        text.push('\n');
    }
    text
}

/// One use a mode. GMNS demands passenger-car equivalents; a corridor counts none, so 1 stands for "not weighted" and the row says so.
fn uses(corridor: &Corridor) -> String {
    let mut text = "use,persons_per_vehicle,pce,special_conditions,description\n".to_string();
    for mode in Mode::ALL.iter().filter(|m| corridor.tables.link.iter().any(|l| l.mode == **m)) {
        text.push_str(&format!("{},1,1,,goods by {0}; not weighted: 1 stands where GMNS demands a number\n", mode.name()));
    }
    text
}

/// `node.csv` or `link.csv`: the columns of GMNS, then our own.
struct GmnsTable<'a> {
    corridor: &'a Corridor,
    geometries: &'a Geometries,
    gmns: &'static [&'static str],
    own: Vec<usize>,
    notes: &'a mut Vec<String>,
}

impl TableJob for GmnsTable<'_> {
    type Out = String;

    fn run<R: Row>(self, table: &Table<R>) -> String {
        let fields = R::KIND.spec().fields;
        let own = self.own.iter().map(|&i| fields[i].name).filter(|n| !self.gmns.contains(n));
        let names: Vec<&str> = self.gmns.iter().copied().chain(own).collect();
        let (mut text, mut cell) = (names.join(",") + "\n", String::new());
        let mut fast = 0;
        for (i, row) in table.iter().enumerate() {
            for (n, name) in names.iter().enumerate() {
                if n > 0 {
                    text.push(',');
                }
                cell.clear();
                match R::KIND.spec().field(name) {
                    Some(field) => row.get(field, &self.corridor.strings, &mut cell),
                    None => derived(self.corridor, self.geometries, i, name, &mut cell),
                }
                let too_fast = *name == "free_speed" && cell.parse::<f64>().is_ok_and(|v| v > FASTEST);
                let no_shape = *name == "geometry_id" && !self.geometries.shapes.contains_key(&cell);
                fast += usize::from(too_fast);
                if !too_fast && !no_shape {
                    push_cell(&mut text, &cell);
                }
            }
            text.push('\n');
        }
        if fast > 0 {
            self.notes.push(format!("link.free_speed: {fast} values above {FASTEST} km/h were left out; GMNS allows no more"));
        }
        text
    }
}

/// Cells of GMNS columns that a corridor has under another name.
fn derived(corridor: &Corridor, geometries: &Geometries, row: usize, name: &str, cell: &mut String) {
    let Some(link) = corridor.tables.link.rows().get(row) else { return };
    match name {
        "facility_type" | "allowed_uses" => cell.push_str(link.mode.name()),
        "jurisdiction" => cell.push_str(link.operator_id.map_or("", |o| corridor.strings.id(o))),
        "dir_flag" => cell.push_str(if drawn(corridor, geometries, link) && link.directed { "1" } else { "0" }),
        _ => {}
    }
}

fn drawn(corridor: &Corridor, geometries: &Geometries, link: &Link) -> bool {
    geometries.shapes.contains_key(corridor.strings.text(link.geometry_id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::{Size, generate};
    use keruen_model::Quantity;

    #[test]
    fn speeds_above_the_limit_are_left_out_and_counted() {
        let mut corridor = generate(Size { nodes: 8, links: 8, demands: 0, seed: 1 });
        let speed = TableKind::Link.spec().field("free_speed").unwrap();
        corridor.tables.set(TableKind::Link, 0, speed, "850", &mut corridor.strings).unwrap();
        let (files, notes) = gmns_files(&corridor, &Geometries::default()).unwrap();
        assert_eq!(notes, ["link.free_speed: 1 values above 200 km/h were left out; GMNS allows no more"]);
        let link = files.iter().find(|(n, _)| n == "link.csv").map(|(_, b)| String::from_utf8(b.clone()).unwrap()).unwrap();
        assert!(link.starts_with(
            "link_id,name,from_node_id,to_node_id,directed,geometry_id,geometry,parent_link_id,dir_flag,length,grade,facility_type,capacity,\
             free_speed,lanes,bike_facility,ped_facility,parking,allowed_uses,toll,jurisdiction,row_width,mode,"
        ));
        assert_eq!(corridor.tables.link.rows()[0].free_speed.map(|v| v.value()), Some(850.0));
        assert!(!link.contains("850"));
    }
}
