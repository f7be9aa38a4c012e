//! Any text is a network or trips, or refused.
#![no_main]

use keruen_tables::tntp::{read_network, read_trips};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    if let Ok(net) = read_network("net", &text) {
        assert!(net.links.iter().all(|l| (1..=net.nodes).contains(&l.from) && (1..=net.nodes).contains(&l.to)));
    }
    let _ = read_trips("trips", &text);
});
