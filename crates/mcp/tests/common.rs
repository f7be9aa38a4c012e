//! The worked example on a desk, and clients of it.

use keruen_mcp::{Desk, Limits, Tools};
use keruen_model::Corridor;
use keruen_model::scenario::{Scenario, parse};
use keruen_tables::{ReadOptions, read_folder};
use std::path::{Path, PathBuf};

/// The folder of the worked example.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini")
}

/// The worked example and its scenarios.
pub fn mini() -> (Corridor, Vec<Scenario>) {
    let corridor = read_folder(&folder(), &ReadOptions::default()).unwrap().corridor;
    let mut scenarios = Vec::new();
    for name in ["storm-june", "third-ferry"] {
        let text = std::fs::read_to_string(folder().join(format!("scenarios/{name}.toml"))).unwrap();
        scenarios.push(parse(name, &text).unwrap());
    }
    (corridor, scenarios)
}

/// Tools over the worked example.
pub fn tools(limits: Limits) -> Tools {
    let (corridor, scenarios) = mini();
    Tools::new(Desk { corridor, scenarios, study: None, name: "caspian-mini".into() }, limits)
}
