//! Pareto fronts: every query beside a run of the yardstick.

use std::num::NonZeroUsize;

use keruen_network::kernel::pareto::{Criteria, Dominance, each_query};
use keruen_network::kernel::{Costs, Front, NodeIx, ParetoWorkspace, Query};
use keruen_results::Silent;

use crate::arguments::ParetoJob;
use crate::instance::{self, Fault, Instance};
use crate::measure::{Took, on_all_threads, on_this_thread};
use crate::report::{Line, name};
use crate::yardstick::{Yardstick, checksum};

/// Runs all queries with as many criteria as there are columns.
pub fn run(job: &ParetoJob, print: &mut impl FnMut(String)) -> Result<(), Fault> {
    let instance = instance::load(&job.graphs)?;
    match instance.columns.len() {
        1 => with::<1>(job, instance, print),
        2 => with::<2>(job, instance, print),
        3 => with::<3>(job, instance, print),
        4 => with::<4>(job, instance, print),
        count => Err(Fault::Criteria(count)),
    }
}

/// The sums over all queries.
#[derive(Default)]
struct Sums {
    kernel: Took,
    plain: Took,
    slowest: Took,
    points: u64,
    labels: u64,
    checksum: u64,
    known: u64,
}

fn with<const D: usize>(job: &ParetoJob, mut instance: Instance, print: &mut impl FnMut(String)) -> Result<(), Fault>
where
    Criteria<D>: Dominance<D>,
{
    let rows = instance::read_rows(&job.queries, 2)?;
    // The yardstick takes the last real column, time in the usual order (distance, time, ones).
    let yardstick = Yardstick::new(&instance, D.min(2) - 1);
    let columns = std::mem::take(&mut instance.columns);
    let costs = Costs::<D>::new(&instance.graph, std::array::from_fn(|i| columns[i].as_slice()))?;
    drop(columns);
    let mut workspace = ParetoWorkspace::<D>::new();
    let mut sums = Sums::default();
    for (number, row) in rows.iter().enumerate() {
        let (distances, plain) = on_this_thread(|| yardstick.distances(row[0] % instance.graph.nodes() as u32));
        std::hint::black_box(checksum(distances.into_iter().map(Some)));
        let query = Query::new(NodeIx(row[0]), NodeIx(row[1]));
        let (front, took) = on_this_thread(|| workspace.search(&costs, &query, &Silent, |_| {}));
        let front = front?;
        check(&costs, &front, row, number)?;
        sums.add(&front, took, plain, row.len() > 2);
        if job.each {
            print(each_line(job, row, &front, took, plain));
        }
    }
    print(sums.line(&name(&job.graphs), rows.len()).end());
    let queries: Vec<_> = rows.iter().map(|row| Query::new(NodeIx(row[0]), NodeIx(row[1]))).collect();
    job.threads.map_or(Ok(()), |threads| batch(job, &costs, &queries, threads, print))
}

/// All queries on one thread, then on several.
fn batch<const D: usize>(
    job: &ParetoJob,
    costs: &Costs<'_, D>,
    queries: &[Query<D>],
    threads: NonZeroUsize,
    print: &mut impl FnMut(String),
) -> Result<(), Fault>
where
    Criteria<D>: Dominance<D>,
{
    let (single, alone) = on_all_threads(|| each_query(costs, queries, NonZeroUsize::MIN, &Silent));
    let (several, shared) = on_all_threads(|| each_query(costs, queries, threads, &Silent));
    let points = |fronts: &[Front<D>]| fronts.iter().map(|front| front.points.len() as u64).sum::<u64>();
    let (single, several) = (single?, several?);
    if single != several {
        return Err(Fault::Differs { line: 0, expected: points(&single), found: points(&several) });
    }
    for (threads, took) in [(1, alone), (threads.get(), shared)] {
        let line = Line::new("pareto batch", &name(&job.graphs), threads, took).count("size", points(&single));
        print(line.figure("times_one_thread", alone.wall.as_secs_f64() / took.wall.as_secs_f64()).end());
    }
    Ok(())
}

/// The size must be the known one, and every way must cost what its point says.
fn check<const D: usize>(costs: &Costs<'_, D>, front: &Front<D>, row: &[u32], number: usize) -> Result<(), Fault> {
    let found = front.points.len() as u64;
    if let Some(&expected) = row.get(2).filter(|&&expected| u64::from(expected) != found) {
        return Err(Fault::Differs { line: number + 1, expected: u64::from(expected), found });
    }
    for point in &front.points {
        let (total, said) = (costs.total(&front.path(point)), point.costs.map(u64::from));
        if total != said {
            return Err(Fault::Differs { line: number + 1, expected: said[0], found: total[0] });
        }
    }
    Ok(())
}

fn each_line<const D: usize>(job: &ParetoJob, row: &[u32], front: &Front<D>, took: Took, plain: Took) -> String {
    let line = Line::new("pareto query", &name(&job.graphs), 1, took);
    let line = line.count("source0", u64::from(row[0])).count("target0", u64::from(row[1]));
    let line = line.count("size", front.points.len() as u64).count("labels", front.effort.labels);
    line.figure("yardsticks", took.cpu.as_secs_f64() / plain.cpu.as_secs_f64()).end()
}

impl Sums {
    fn add<const D: usize>(&mut self, front: &Front<D>, took: Took, plain: Took, known: bool) {
        self.kernel += took;
        self.plain += plain;
        if took.cpu > self.slowest.cpu {
            self.slowest = took;
        }
        self.points += front.points.len() as u64;
        self.labels += front.effort.labels;
        self.known += u64::from(known);
        for point in &front.points {
            self.checksum = point.costs.iter().fold(self.checksum, |sum, &cost| sum.wrapping_add(u64::from(cost)));
        }
    }

    fn line(&self, instance: &str, queries: usize) -> Line {
        let mean = |took: Took| took.cpu.as_secs_f64() / queries.max(1) as f64;
        let line = Line::new("pareto", instance, 1, self.kernel).count("size", self.points).count("checksum", self.checksum);
        let line = line.count("queries", queries as u64).count("sizes_as_known", self.known).count("labels", self.labels);
        let line = line.figure("mean_ms", mean(self.kernel) * 1e3).figure("slowest_ms", self.slowest.cpu.as_secs_f64() * 1e3);
        line.figure("yardstick_ms", mean(self.plain) * 1e3).figure("yardsticks", mean(self.kernel) / mean(self.plain))
    }
}
