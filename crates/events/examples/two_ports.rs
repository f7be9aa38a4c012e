//! ```text
//! wagons --> [ port ] ==== ferries: leave with 50, or after 6 h at the ramp ====> [ port ] <-- wagons
//! ```
//! What does a seventh ferry save a wagon? And what happens where ferries wait for a full load whatever it takes?

use keruen_events::models::Crossing;
use keruen_events::output::{paired, replicate};
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

#[allow(clippy::print_stdout, reason = "an example shows its answer")]
fn main() {
    let hours = |ferries| {
        let one = |r| Crossing { ferries, ..Crossing::usual(50_000, 1, r) }.run().hours.mean().unwrap_or_default();
        replicate(0..40, NonZeroUsize::MIN, &AtomicBool::new(false), one)
    };
    let p = paired(&hours(6), &hours(7), 0.95);
    println!("a seventh ferry: {:+.2} +- {:.2} h a wagon", p.difference.mean, p.difference.half);
    println!("the variance of that difference is {:.0} % of what it would be without shared luck", 100.0 * p.variance_ratio);
    for wagons in [50_000, 500_000, 5_000_000] {
        let run = Crossing { longest: 24.0, ..Crossing::usual(wagons, 1, 0) }.run();
        println!("longest wait 24 h, {wagons} wagons: mean {:.0} h", run.hours.mean().unwrap_or_default());
    }
    println!("it grows with the run: both shores see the same number of sailings, so the busier one never settles");
}
