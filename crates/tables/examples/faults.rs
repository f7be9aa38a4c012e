//! Prints the first faults of a folder.
#![allow(clippy::print_stdout)]
fn main() {
    let dir = std::env::args().nth(1).expect("a folder");
    let loaded = keruen_tables::read_folder(dir.as_ref(), &Default::default()).unwrap_or_else(|e| panic!("{e}"));
    for f in loaded.faults.iter().take(40) { println!("{f}"); }
    for f in keruen_model::validate::validate(&loaded.corridor).iter().take(40) { println!("{f}"); }
}
