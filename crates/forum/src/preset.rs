//! Parties at hand: example weights, openly so. Nobody named in them gave them.

use crate::error::ForumError;
use crate::party::{Party, parse};

const PRESETS: [(&str, &str, &str); 4] = [
    ("c6", "six states of Central Asia and the South Caucasus", include_str!("../presets/c6.toml")),
    ("cica", "states of CICA on and around the corridor", include_str!("../presets/cica.toml")),
    ("turkic", "states of the Organization of Turkic States", include_str!("../presets/turkic.toml")),
    ("trade", "carrier, port, shipper, bank, NGO", include_str!("../presets/trade.toml")),
];

/// Names and what each holds.
pub fn presets() -> impl Iterator<Item = (&'static str, &'static str)> {
    PRESETS.iter().map(|p| (p.0, p.1))
}

/// The parties of a preset.
pub fn preset(name: &str) -> Result<Vec<Party>, ForumError> {
    match PRESETS.iter().find(|p| p.0 == name) {
        Some((id, _, text)) => parse(&format!("preset {id}"), text),
        None => Err(ForumError::Preset { name: name.into(), known: PRESETS.iter().map(|p| p.0.into()).collect() }),
    }
}
