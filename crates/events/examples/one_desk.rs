//! ```text
//! customers, 0.9 a minute --> [ | | | ] --> ( one desk, 1 a minute ) -->
//! ```
//! How long does one wait, and how long must one watch to know it? The same question to every event, with all statistics, and by
//! recursion without events.

use keruen_events::models::{MICRO, Single};

#[allow(clippy::print_stdout, reason = "an example shows its answer")]
fn main() {
    let desk = Single { lambda: 0.9, mu: 1.0, customers: 1_000_000, seed: 1, replication: 0 };
    let noted = desk.with_statistics();
    let minutes = |ticks: u64| MICRO.time(ticks);
    println!("theory {:.3} min; one run of 1e6 lies within {:.3} of it two times in three", desk.exact(), desk.deviation());
    println!("by events {:.3}, by recursion {:.3}", desk.by_events(), desk.by_recursion().mean().unwrap_or_default());
    for share in [0.1, 0.5, 0.9] {
        let stay = noted.inside.sketch.quantile(share).map_or(0.0, |t| minutes(t.0));
        println!("{:.0} % are done within {stay:.1} min", 100.0 * share);
    }
}
