//! ```text
//! tankers, every 11 +- 7 h --+                  storms hold the tug
//!                            +--> [berth + tug] -> in -> load -> [tug] -> out -->
//! five that come back     --+--<-------- away for 240 +- 24 h ---------<--+
//! ```
//! Should the port let a contractor send five more tankers in a loop? Hours in port with and without them, 40 years each, the
//! same storms and the same arrivals in both.

use keruen_events::models::{MICRO, TankerYears, Tankers};
use keruen_events::output::{interval, paired, replicate};
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

fn years(fleet: u32) -> Vec<TankerYears> {
    let one = |replication| Tankers { hours: 8760.0, fleet, seed: 1, replication }.run();
    replicate(0..40, NonZeroUsize::MIN, &AtomicBool::new(false), one)
}

#[allow(clippy::print_stdout, reason = "an example shows its answer")]
fn main() {
    let (without, with) = (years(0), years(5));
    for (kind, name) in ["18 h of loading", "24 h", "36 h"].into_iter().enumerate() {
        let hours = |all: &[TankerYears]| -> Vec<f64> {
            all.iter().filter_map(|y| Some(y.port[kind].stay.mean()? / MICRO.ticks)).collect()
        };
        let (before, after) = (hours(&without), hours(&with));
        let (mean, change) = (interval(&before, 0.95), paired(&before, &after, 0.95).difference);
        println!(
            "{name}: {:.1} +- {:.1} h in port; with the five {:+.1} +- {:.1} h",
            mean.mean, mean.half, change.mean, change.half
        );
    }
    println!("berths {:.0} % taken, with the five {:.0} %", 100.0 * without[0].berths, 100.0 * with[0].berths);
}
