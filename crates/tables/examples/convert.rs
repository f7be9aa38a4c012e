//! Converts a corridor folder: `convert package|gmns|geojson|copy FOLDER OUT`.
#![allow(clippy::print_stdout)]
use keruen_tables::*;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let l = read_folder(a[2].as_ref(), &Default::default()).unwrap();
    let g = geojson::read_geometry_folder(a[2].as_ref()).unwrap();
    for f in l.faults.iter().chain(&g.faults) { println!("{f}"); }
    match a[1].as_str() {
        "package" => std::fs::write(&a[3], datapackage::datapackage(&l.corridor, &l.parts)).unwrap(),
        "copy" => { write_folder(&l.corridor, a[3].as_ref()).unwrap(); }
        "gmns" => { for n in gmns::write_gmns(&l.corridor, &g, a[3].as_ref()).unwrap() { println!("{n}"); } }
        "reference" => std::fs::write(&a[3], reference::reference_markdown()).unwrap(),
        _ => geojson::write_geojson(&l.corridor, &g, &mut std::fs::File::create(&a[3]).unwrap()).unwrap(),
    }
}
