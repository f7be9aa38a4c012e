//! Traffic equilibrium on a TNTP or a generated network.

use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use keruen_certify::certify_equilibrium;
use keruen_flow::equilibrium::{Assignment, Options};
use keruen_results::Silent;
use keruen_results::equilibrium::{CongestedLink, CongestedNetwork, Delay, EquilibriumAnswer, FlowNode, Principle, Trip};
use keruen_tables::tntp::{LinkTntp, read_network, read_trips};

use crate::arguments::{EquilibriumJob, NetworkSource};
use crate::instance::{Fault, open};
use crate::measure::on_all_threads;
use crate::report::Line;
use crate::streets::{Streets, generate};

/// Cost of a unit of toll and of length that the collection states beside its files, by the begin of the file's name.
const WEIGHTS: [(&str, f64, f64); 3] =
    [("ChicagoSketch", 0.02, 0.04), ("ChicagoRegional", 0.1, 0.25), ("Philadelphia", 0.055, 0.0)];

struct Question {
    name: String,
    network: CongestedNetwork,
    trips: Vec<Trip>,
}

/// Solves, checks, prints one line.
pub fn run(job: &EquilibriumJob, print: &mut impl FnMut(String)) -> Result<(), Fault> {
    let Question { name, network, trips } = question(job)?;
    let principle = if job.system { Principle::SystemOptimum } else { Principle::UserEquilibrium };
    let options = Options { gap: job.gap, threads: job.threads, ..Options::default() };
    let (solved, took) = on_all_threads(|| {
        let mut assignment = Assignment::new(&network, &trips, principle)?;
        assignment.solve(&options, &Silent).map(|answer| (answer, assignment))
    });
    let (answer, assignment) = solved?;
    let line = Line::new("equilibrium", &name, job.threads.get(), took);
    let line = line.count("size", network.links.len() as u64).count("pairs", trips.len() as u64);
    let line = line.text("ending", &format!("{:?}", answer.ending)).count("iterations", u64::from(answer.sweeps));
    let line =
        line.exact("objective", answer.objective).exact("gap", answer.gap).figure("over_nine_tenths", busy(&network, &answer));
    let line = match job.source {
        NetworkSource::Generated(_) => line.exact("start_gap", start_gap(&network, &trips)?),
        NetworkSource::Files { .. } => line,
    };
    print(line.end());
    if let Some(path) = &job.flows {
        write_flows(path, &network, &answer)?;
    }
    match certify_equilibrium(&network, &trips, &answer, job.gap, assignment.origin_flows()).first() {
        Some(first) => Err(Fault::Uncertain(first.to_string())),
        None => Ok(()),
    }
}

/// Gap of the flows that everybody's best way through the empty network makes. Two assignments with fixed costs give it: the first has
/// these flows, the second what the best ways cost then.
fn start_gap(network: &CongestedNetwork, trips: &[Trip]) -> Result<f64, Fault> {
    let at_cost = |costs: &[f64]| -> Result<EquilibriumAnswer, Fault> {
        let fixed = |(link, &cost): (&CongestedLink, &f64)| CongestedLink {
            delay: Delay::Bpr { free: cost, b: 0.0, power: 1.0, capacity: 1.0 },
            fixed: 0.0,
            ..*link
        };
        let links = network.links.iter().zip(costs).map(fixed).collect();
        let mut assignment = Assignment::new(&CongestedNetwork { links, ..*network }, trips, Principle::UserEquilibrium)?;
        Ok(assignment.solve(&Options::default(), &Silent)?)
    };
    let cost = |(link, flow): (&CongestedLink, f64)| match link.delay {
        Delay::Bpr { free, b, power, capacity } => free * (1.0 + b * (flow / capacity).powf(power)) + link.fixed,
        Delay::Queue { free, .. } => free + link.fixed,
    };
    let empty: Vec<f64> = network.links.iter().map(|link| cost((link, 0.0))).collect();
    let flows = at_cost(&empty)?.flows;
    let costs: Vec<f64> = network.links.iter().zip(flows.iter().copied()).map(cost).collect();
    let total: f64 = flows.iter().zip(&costs).map(|(flow, cost)| flow * cost).sum();
    Ok(1.0 - at_cost(&costs)?.total / total)
}

/// Share of the links that carry more than nine tenths of their capacity.
fn busy(network: &CongestedNetwork, answer: &EquilibriumAnswer) -> f64 {
    let full = |link: &CongestedLink, flow: f64| match link.delay {
        Delay::Bpr { capacity, .. } | Delay::Queue { capacity, .. } => flow > 0.9 * capacity,
    };
    let count = network.links.iter().zip(&answer.flows).filter(|(link, flow)| full(link, **flow)).count();
    count as f64 / network.links.len().max(1) as f64
}

fn question(job: &EquilibriumJob) -> Result<Question, Fault> {
    match &job.source {
        NetworkSource::Files { network, trips } => from_files(network, trips.as_deref(), job),
        NetworkSource::Generated(size) => {
            let streets = match (size.as_str(), size.split_once('x').map(|(side, zones)| (side.parse(), zones.parse()))) {
                ("large", _) => Streets::LARGE,
                (_, Some((Ok(side @ 2..=4000), Ok(zones @ 2..=20_000)))) => Streets::of(side, zones),
                _ => return Err(Fault::Usage(format!("--generate takes `large` or SIDExZONES, as 100x330, not `{size}`"))),
            };
            let (network, trips) = generate(streets);
            Ok(Question { name: format!("streets-{size}"), network, trips })
        }
    }
}

fn from_files(path: &Path, trips: Option<&Path>, job: &EquilibriumJob) -> Result<Question, Fault> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = path.with_file_name(name.replace("_net.", "_trips."));
    let text = read(path)?;
    let net = read_network(&path.display().to_string(), &text)?;
    let trips_path: PathBuf = trips.map_or(beside, Path::to_path_buf);
    let wanted = read_trips(&trips_path.display().to_string(), &read(&trips_path)?)?;
    let stated = WEIGHTS.iter().find(|w| name.starts_with(w.0)).map_or((0.0, 0.0), |w| (w.1, w.2));
    let (toll, distance) = (job.toll.unwrap_or(stated.0), job.distance.unwrap_or(stated.1));
    let link = |l: &LinkTntp| CongestedLink {
        from: FlowNode(l.from - 1),
        to: FlowNode(l.to - 1),
        delay: Delay::Bpr { free: l.free_flow_time, b: l.b, power: l.power, capacity: l.capacity },
        fixed: toll * l.toll + distance * l.length,
    };
    let links = net.links.iter().map(link).collect();
    let network = CongestedNetwork { nodes: net.nodes, first_through: FlowNode(net.first_thru_node - 1), links };
    let trip = |t: &keruen_tables::tntp::TripTntp| Trip { from: FlowNode(t.from - 1), to: FlowNode(t.to - 1), amount: t.amount };
    let name = name.trim_end_matches(".gz").trim_end_matches("_net.tntp").to_owned();
    Ok(Question { name, network, trips: wanted.trips.iter().map(trip).collect() })
}

fn read(path: &Path) -> Result<String, Fault> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text).map_err(|error| Fault::Read(path.to_owned(), error))?;
    Ok(text)
}

fn write_flows(path: &Path, network: &CongestedNetwork, answer: &EquilibriumAnswer) -> Result<(), Fault> {
    let fault = |error| Fault::Read(path.to_owned(), error);
    let mut file = BufWriter::new(std::fs::File::create(path).map_err(fault)?);
    writeln!(file, "link_id,from,to,flow").map_err(fault)?;
    for (i, (link, flow)) in network.links.iter().zip(&answer.flows).enumerate() {
        writeln!(file, "{},{},{},{flow}", i + 1, link.from.0 + 1, link.to.0 + 1).map_err(fault)?;
    }
    file.flush().map_err(fault)
}
