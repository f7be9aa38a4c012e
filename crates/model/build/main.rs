//! Turns the schema tables (`schema/*.csv`) into the row types of the model, so that the schema stays the one description
//! of every field: parser, validator, reference page and `datapackage.json` read the same three files.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo over stdout")]

mod emit;
mod schema;

use std::path::Path;

fn main() {
    for file in ["tables", "fields", "enums"] {
        println!("cargo:rerun-if-changed=schema/{file}.csv");
    }
    println!("cargo:rerun-if-changed=build");
    let schema = schema::Schema::read(Path::new("schema"));
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("tables.rs"), emit::tables(&schema)).expect("the build folder can be written");
}
