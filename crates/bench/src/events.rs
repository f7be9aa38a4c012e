//! Times the discrete-event kernel on its models with known answers.

use keruen_events::models::{Crossing, MICRO, Single, Tandem};
use keruen_events::output::replicate;
use keruen_events::stats::Moments;
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

use crate::instance::Fault;
use crate::measure::on_all_threads;
use crate::report::Line;

/// Runs of one model.
#[derive(Debug, PartialEq, Eq)]
pub struct EventsJob {
    pub model: Model,
    pub customers: u64,
    pub replications: u32,
    pub threads: NonZeroUsize,
    pub seed: u64,
}

/// The models; parameters are those of their modules in `keruen_events::models`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// M/M/1, rho 0.9, with all statistics.
    Single,
    /// The same, the sum of waits alone.
    SingleKernel,
    /// The same by recursion.
    SingleRecursion,
    /// Ten M/M/2 in a row.
    Tandem,
    /// Two ports, six ferries.
    Ferry,
}

impl Model {
    const NAMES: [(&'static str, Model); 5] = [
        ("mm1", Model::Single),
        ("mm1-kernel", Model::SingleKernel),
        ("mm1-recursion", Model::SingleRecursion),
        ("tandem", Model::Tandem),
        ("ferry", Model::Ferry),
    ];

    pub fn parse(name: &str) -> Option<Model> {
        Model::NAMES.iter().find(|n| n.0 == name).map(|n| n.1)
    }

    fn name(self) -> &'static str {
        Model::NAMES.iter().find(|n| n.1 == self).map_or("", |n| n.0)
    }
}

/// Stations of the tandem: a customer is a visit to each.
const STATIONS: u8 = 10;

/// Runs and prints one line; `rate` is customers (tandem: visits, ferry: wagons) a second of CPU time.
pub fn run(job: &EventsJob, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let go = AtomicBool::new(false);
    let (means, took) = on_all_threads(|| replicate(0..job.replications, job.threads, &go, |r| one(job, r)));
    let mut all = Moments::default();
    means.iter().for_each(|&m| all.add(m));
    let each = if job.model == Model::Tandem { u64::from(STATIONS) } else { 1 };
    let passed = (job.customers * each) as f64 * f64::from(job.replications);
    let line = Line::new("events", job.model.name(), job.threads.get(), took).count("size", job.customers);
    let line = line.count("replications", u64::from(job.replications)).figure("rate", passed / took.cpu.as_secs_f64());
    let hash = means.iter().fold(0_u64, |h, m| (h.rotate_left(5) ^ m.to_bits()).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let line = line.figure("mean", all.mean().unwrap_or(f64::NAN)).text("checksum", &format!("{hash:016x}"));
    print(exact(job).into_iter().fold(line, |line, exact| line.figure("exact", exact)).end());
    Ok(())
}

fn single(job: &EventsJob, replication: u32) -> Single {
    Single { lambda: 0.9, mu: 1.0, customers: job.customers, seed: job.seed, replication }
}

fn tandem(job: &EventsJob, replication: u32) -> Tandem {
    Tandem { stations: STATIONS, servers: 2, lambda: 1.6, mu: 1.0, customers: job.customers, seed: job.seed, replication }
}

fn one(job: &EventsJob, replication: u32) -> f64 {
    let mean = match job.model {
        Model::Single => single(job, replication).with_statistics().queue.stay.mean().map(|ticks| ticks / MICRO.ticks),
        Model::SingleKernel => Some(single(job, replication).by_events()),
        Model::SingleRecursion => single(job, replication).by_recursion().mean(),
        Model::Tandem => tandem(job, replication).by_events(0).mean(),
        Model::Ferry => Crossing::usual(job.customers, job.seed, replication).run().hours.mean(),
    };
    mean.unwrap_or(f64::NAN)
}

/// The mean in the long run, where theory has one.
fn exact(job: &EventsJob) -> Option<f64> {
    match job.model {
        Model::Single | Model::SingleKernel | Model::SingleRecursion => Some(single(job, 0).exact()),
        Model::Tandem => Some(tandem(job, 0).exact()),
        Model::Ferry => None,
    }
}
