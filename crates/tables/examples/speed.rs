//! How long a corridor of 400,000 places and 1,000,000 links takes: `speed write FOLDER` makes it, `speed read FOLDER` reads and
//! validates it. Build with `--release`, and time the whole with `time` for the CPU seconds.

#![allow(clippy::print_stdout)]

use keruen_tables::generate::{Size, generate};
use keruen_tables::{ReadOptions, read_folder, write_folder};
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, verb, folder] = &args[..] else { return Err("usage: speed write|read FOLDER".into()) };
    let (folder, start) = (Path::new(folder), Instant::now());
    if verb == "write" {
        let corridor = generate(Size::LARGE);
        println!("made in {:.2?}", start.elapsed());
        write_folder(&corridor, folder)?;
        println!("made and written in {:.2?}", start.elapsed());
        return Ok(());
    }
    let loaded = read_folder(folder, &ReadOptions::default())?;
    let rows: usize = loaded.parts.iter().map(|p| p.rows).sum();
    println!("{rows} rows read in {:.2?}, {} faults", start.elapsed(), loaded.faults.len());
    if verb == "read" {
        let start = Instant::now();
        let faults = keruen_model::validate::validate(&loaded.corridor);
        println!("validated in {:.2?}, {} faults", start.elapsed(), faults.len());
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().filter(|l| l.starts_with("VmHWM")).for_each(|l| println!("largest memory: {}", l[6..].trim()));
    Ok(())
}
