//! Times reading and validating a generated corridor: `speed write DIR`, then `speed read DIR`.
#![allow(clippy::print_stdout)]

use keruen_tables::generate::{Size, generate};
use std::path::Path;
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (what, dir) = (args[1].as_str(), Path::new(&args[2]));
    let start = Instant::now();
    match what {
        "write" => {
            let c = generate(Size::LARGE);
            println!("generate {:?}", start.elapsed());
            keruen_tables::write_folder(&c, dir).expect("written");
        }
        _ => {
            let loaded = keruen_tables::read_folder(dir, &Default::default()).expect("read");
            println!("read {:?}, {} faults, {} rows, {} strings", start.elapsed(), loaded.faults.len(), loaded.parts.iter().map(|p| p.rows).sum::<usize>(), loaded.corridor.strings.len());
            if what == "validate" {
                let start = Instant::now();
                let faults = keruen_model::validate::validate(&loaded.corridor);
                println!("validate {:?}, {} faults {:?}", start.elapsed(), faults.len(), faults.first().map(|f| f.to_string()));
            }
        }
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for l in status.lines().filter(|l| l.starts_with("VmHWM")) { println!("{l}"); }
    println!("total {:?}", start.elapsed());
}
