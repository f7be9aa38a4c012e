//! Shortest paths: the kernel beside the yardstick, source by source; then a batch over threads beside one thread.

use std::num::NonZeroUsize;

use keruen_network::kernel::paths::{Stop, each_source};
use keruen_network::kernel::{Forward, Metric, NodeIx, PathWorkspace, Tree};

use crate::arguments::PathsJob;
use crate::instance::{self, Fault, Instance};
use crate::measure::{Took, on_all_threads, on_this_thread};
use crate::report::{Line, name};
use crate::yardstick::{Yardstick, checksum};

/// How often the batch is split, so that both sides of the comparison see the same machine.
const ROUNDS: usize = 10;

/// Only the yardstick.
pub fn yardstick_only(job: &PathsJob, print: &mut impl FnMut(String)) -> Result<(), Fault> {
    let instance = instance::load(std::slice::from_ref(&job.graph))?;
    let sources = sources(job, &instance)?;
    let yardstick = Yardstick::new(&instance, 0);
    let (sum, took) = on_this_thread(|| {
        sources.iter().fold(0_u64, |sum, source| {
            let distances = yardstick.distances(source.0);
            sum.wrapping_add(checksum(distances.iter().map(|&d| (d < u32::MAX).then_some(d))))
        })
    });
    let line = Line::new("yardstick", &name(std::slice::from_ref(&job.graph)), 1, took);
    print(line.count("size", sources.len() as u64).count("checksum", sum).figure("mean_ms", mean_ms(took, sources.len())).end());
    Ok(())
}

/// The kernel beside the yardstick, then the batch.
pub fn run(job: &PathsJob, print: &mut impl FnMut(String)) -> Result<(), Fault> {
    let mut instance = instance::load(std::slice::from_ref(&job.graph))?;
    let sources = sources(job, &instance)?;
    let yardstick = Yardstick::new(&instance, 0);
    let costs = std::mem::take(&mut instance.columns[0]);
    let metric = Metric::<Forward>::new(&instance.graph, &costs)?;
    drop(costs);
    side_by_side(job, &metric, &yardstick, &sources, print)?;
    drop(yardstick);
    if job.batch > 0 { batch(job, &metric, print) } else { Ok(()) }
}

fn side_by_side(
    job: &PathsJob,
    metric: &Metric<'_, Forward>,
    yardstick: &Yardstick,
    sources: &[NodeIx],
    print: &mut impl FnMut(String),
) -> Result<(), Fault> {
    let mut workspace = PathWorkspace::new();
    let (mut plain, mut kernel) = (Took::default(), Took::default());
    let mut total = 0_u64;
    for (number, &source) in sources.iter().enumerate() {
        let (distances, took) = on_this_thread(|| yardstick.distances(source.0));
        plain += took;
        let (tree, took) = on_this_thread(|| workspace.search(metric, source, Stop::Never));
        kernel += took;
        let found = tree_sum(metric, &tree?);
        let expected = checksum(distances.iter().map(|&d| (d < u32::MAX).then_some(d)));
        if found != expected {
            return Err(Fault::Differs { line: number + 1, expected, found });
        }
        total = total.wrapping_add(found);
    }
    let instance = name(std::slice::from_ref(&job.graph));
    for (kind, took) in [("yardstick", plain), ("paths", kernel)] {
        let line = Line::new(kind, &instance, 1, took).count("size", sources.len() as u64).count("checksum", total);
        let times_faster = plain.cpu.as_secs_f64() / took.cpu.as_secs_f64();
        print(line.figure("mean_ms", mean_ms(took, sources.len())).figure("times_faster", times_faster).end());
    }
    Ok(())
}

/// Alternates parts of the batch on one thread and on several.
fn batch(job: &PathsJob, metric: &Metric<'_, Forward>, print: &mut impl FnMut(String)) -> Result<(), Fault> {
    let sources = spread(metric.graph().nodes(), job.batch);
    let (mut single, mut several) = ((0_u64, Took::default()), (0_u64, Took::default()));
    for part in sources.chunks(sources.len().div_ceil(ROUNDS).max(1)) {
        for (sum, threads) in [(&mut single, NonZeroUsize::MIN), (&mut several, job.threads)] {
            let (sums, took) = on_all_threads(|| each_source(metric, part, Stop::Never, threads, |tree| tree_sum(metric, tree)));
            sum.0 = sums?.into_iter().fold(sum.0, u64::wrapping_add);
            sum.1 += took;
        }
    }
    if single.0 != several.0 {
        return Err(Fault::Differs { line: 0, expected: single.0, found: several.0 });
    }
    let instance = name(std::slice::from_ref(&job.graph));
    for (threads, (sum, took)) in [(1, single), (job.threads.get(), several)] {
        let line = Line::new("batch", &instance, threads, took).count("size", sources.len() as u64).count("checksum", sum);
        print(line.figure("times_one_thread", single.1.wall.as_secs_f64() / took.wall.as_secs_f64()).end());
    }
    Ok(())
}

fn tree_sum(metric: &Metric<'_, Forward>, tree: &Tree<'_, '_, Forward>) -> u64 {
    checksum((0..metric.graph().nodes() as u32).map(|node| tree.distance(NodeIx(node))))
}

fn sources(job: &PathsJob, instance: &Instance) -> Result<Vec<NodeIx>, Fault> {
    match &job.sources {
        Some(path) => Ok(instance::read_rows(path, 1)?.into_iter().map(|row| NodeIx(row[0])).collect()),
        None => Ok(spread(instance.graph.nodes(), job.count)),
    }
}

/// `count` nodes with equal gaps.
fn spread(nodes: usize, count: usize) -> Vec<NodeIx> {
    (0..count).map(|k| NodeIx((k * nodes / count) as u32)).collect()
}

fn mean_ms(took: Took, count: usize) -> f64 {
    took.cpu.as_secs_f64() * 1e3 / count.max(1) as f64
}
