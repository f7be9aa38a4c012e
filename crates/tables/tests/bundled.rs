//! The bundled corridors through every format and back.

mod common;

use common::{Temp, difference};
use keruen_tables::datapackage::datapackage;
use keruen_tables::geojson::{Geometries, read_geometry_folder};
use keruen_tables::gmns::{gmns_files, read_gmns_files};
use keruen_tables::{ReadOptions, read_folder, write_folder};
use std::path::PathBuf;

fn folders() -> Vec<PathBuf> {
    let home = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corridors");
    let mut out: Vec<PathBuf> = std::fs::read_dir(home).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    out.sort();
    assert!(out.iter().any(|p| p.ends_with("trans-caspian")));
    out
}

#[test]
fn they_come_back_from_a_folder_and_from_gmns_as_they_went() {
    let options = ReadOptions::default();
    for folder in folders() {
        let read = read_folder(&folder, &options).unwrap();
        assert_eq!(read.faults.iter().map(|f| f.to_string()).collect::<Vec<_>>(), [""; 0], "{}", folder.display());
        let temp = Temp::new("bundled");
        let parts = write_folder(&read.corridor, &temp.0).unwrap();
        assert_eq!(difference(&read.corridor, &read_folder(&temp.0, &options).unwrap().corridor), None);
        assert_eq!(
            parts.iter().map(|p| &p.file).collect::<Vec<_>>(),
            read.parts.iter().filter(|p| p.rows > 0).map(|p| &p.file).collect::<Vec<_>>()
        );
        let lines = read_geometry_folder(&folder).unwrap();
        assert_eq!(lines.faults, []);
        let (files, notes) = gmns_files(&read.corridor, &lines).unwrap();
        let mut back = read_gmns_files(files, &options).unwrap();
        assert_eq!((notes, back.faults), (vec![], vec![]));
        // GMNS has no place for the id of a line that is not drawn.
        let field = keruen_model::TableKind::Link.spec().field("geometry_id").unwrap();
        for row in 0..read.corridor.tables.link.len() {
            let id = read.corridor.tables.cell(keruen_model::TableKind::Link, row, field, &read.corridor.strings);
            if !lines.shapes.contains_key(&id) {
                back.corridor.tables.set(keruen_model::TableKind::Link, row, field, &id, &mut back.corridor.strings).unwrap();
            }
        }
        assert_eq!(difference(&read.corridor, &back.corridor), None);
        // Nor for whether a line is only a sketch.
        let drawn = |g: &Geometries| g.shapes.iter().map(|(id, s)| (id.clone(), s.lines.clone())).collect::<Vec<_>>();
        assert!(drawn(&lines) == drawn(&back.geometries), "the lines differ");
    }
}

#[test]
fn their_data_packages_name_every_file_once() {
    for folder in folders() {
        let read = read_folder(&folder, &ReadOptions::default()).unwrap();
        let package: serde_json::Value = serde_json::from_str(&datapackage(&read.corridor, &read.parts)).unwrap();
        let mut named: Vec<String> = Vec::new();
        for resource in package["resources"].as_array().unwrap() {
            match &resource["path"] {
                serde_json::Value::String(file) => named.push(file.clone()),
                several => named.extend(several.as_array().unwrap().iter().map(|f| f.as_str().unwrap().to_string())),
            }
        }
        assert_eq!(named, read.parts.iter().map(|p| p.file.clone()).collect::<Vec<_>>());
    }
}
