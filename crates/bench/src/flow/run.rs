//! Reads, solves, certifies, prints one line.

use std::fmt::Write as _;
use std::path::Path;

use keruen_certify::mincost::{Claim, Instance, certify_mincost};
use keruen_flow::mincost::Solver;
use keruen_results::Silent;
use keruen_tables::tntp;

use super::case::{claim, prepare, text};
use super::job::{FlowJob, Source};
use super::{canad, linerlib, mmcf, mps};
use crate::instance::Fault;
use crate::measure::on_all_threads;
use crate::report::Line;

/// An instance, its name, and the revenue if all were carried (LINERLIB only).
struct Given {
    kind: &'static str,
    name: String,
    instance: Instance,
    revenue: Option<f64>,
}

/// Runs one instance.
pub fn run(job: &FlowJob, print: &mut dyn FnMut(String)) -> Result<(), Fault> {
    let given = read(&job.source)?;
    let (solved, took) = on_all_threads(|| {
        let (problem, network) = prepare(&given.instance)?;
        let mut solver = Solver::new(problem)?.with_threads(job.threads);
        Ok::<_, Fault>(solver.solve(&network, &Silent)?)
    });
    let answer = solved?;
    let claim = claim(&answer);
    let line = Line::new(given.kind, &given.name, job.threads.get(), took).count("size", given.instance.commodities.len() as u64);
    let line = line.count("rows", given.instance.rows.len() as u64).count("binding", answer.effort.binding);
    let line = line.count("columns", answer.effort.ways).count("pivots", answer.effort.pivots);
    let line = line.count("degenerate", answer.effort.degenerate).count("searches", answer.effort.searches);
    let (verdict, check) = on_all_threads(|| certify_mincost(&given.instance, &claim));
    let line = line.exact("objective", answer.objective).exact("gap", verdict.gap).exact("miss", verdict.miss);
    let line = line.figure("unserved", answer.unserved.iter().sum()).figure("check_cpu_s", check.cpu.as_secs_f64());
    print(given.revenue.into_iter().fold(line, |line, all| line.exact("profit", all - answer.objective)).end());
    if let Some(flaw) = verdict.flaws.first() {
        return Err(Fault::Uncertain(format!("{flaw}, and {} more", verdict.flaws.len() - 1)));
    }
    if verdict.gap.abs() > job.gap {
        return Err(Fault::Uncertain(format!("gap {:e}", verdict.gap)));
    }
    job.flows.as_ref().map_or(Ok(()), |path| write_flows(path, &given.instance, &claim))
}

fn read(source: &Source) -> Result<Given, Fault> {
    match source {
        Source::Linerlib { folder, case } => {
            let (instance, revenue) = linerlib::read(folder, case)?;
            Ok(Given { kind: "cargo-flow", name: case.clone(), instance, revenue: Some(revenue) })
        }
        Source::File { file, trips, factor, unserved } => {
            let name = file.file_name().unwrap_or_default().to_string_lossy().trim_end_matches(".gz").to_owned();
            let content = text(file)?;
            let at = |(line, what)| Fault::Line(file.clone(), line, what);
            let instance = match Path::new(&name).extension().and_then(|ending| ending.to_str()) {
                Some("dow") => canad::read(&content).map_err(at)?,
                Some("mmcf") => mmcf::read(&content).map_err(at)?,
                Some("mps") => mps::read(&content).map_err(at)?,
                Some("tntp") => {
                    let trips = trips.as_ref().ok_or_else(|| Fault::Usage("a TNTP network needs --trips FILE".to_owned()))?;
                    let unreadable = |error: keruen_tables::ReadError| Fault::Usage(error.to_string());
                    let network = tntp::read_network(&name, &content).map_err(unreadable)?;
                    let wishes = tntp::read_trips(&trips.to_string_lossy(), &text(trips)?).map_err(unreadable)?;
                    super::tntp::instance(&network, &wishes, *factor, *unserved)?
                }
                _ => return Err(Fault::Usage(format!("{name}: the ending says no format that is read"))),
            };
            Ok(Given { kind: "mincost", name, instance, revenue: None })
        }
    }
}

/// Flow of every link, counted from 0; links of later layers follow those of earlier ones; nodes are numbered from 1 as in the
/// files.
fn write_flows(path: &Path, instance: &Instance, claim: &Claim) -> Result<(), Fault> {
    let mut first = vec![0];
    for layer in &instance.layers {
        first.push(first.last().copied().unwrap_or(0) + layer.arcs.len());
    }
    let mut flow = vec![0.0; first.last().copied().unwrap_or(0)];
    for way in &claim.ways {
        let layer = instance.commodities[way.commodity as usize].layer as usize;
        way.arcs.iter().for_each(|&arc| flow[first[layer] + arc as usize] += way.flow);
    }
    let mut out = String::from("link_id,from,to,flow\n");
    for (link, arc) in instance.layers.iter().flat_map(|layer| &layer.arcs).enumerate() {
        let _ = writeln!(out, "{link},{},{},{}", arc.tail + 1, arc.head + 1, flow[link]);
    }
    std::fs::write(path, out).map_err(|error| Fault::Read(path.to_owned(), error))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn shared(path: &str) -> Option<PathBuf> {
        let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/bench/flow")).join(path);
        if !path.exists() {
            println!("skipped: {} is not there", path.display());
            return None;
        }
        Some(path)
    }

    /// Solves and certifies; the objective, or the profit where there is one.
    fn solve(source: &Source) -> f64 {
        let given = read(source).unwrap();
        let (problem, network) = prepare(&given.instance).unwrap();
        let answer = Solver::new(problem).unwrap().solve(&network, &Silent).unwrap();
        let verdict = certify_mincost(&given.instance, &claim(&answer));
        assert!(verdict.holds(), "{}: {:?}", given.name, verdict.flaws);
        given.revenue.map_or(answer.objective, |all| all - answer.objective)
    }

    fn of_file(path: &str) -> Option<f64> {
        let file = shared(path)?;
        Some(solve(&Source::File { file, trips: None, factor: 1.0, unserved: None }))
    }

    #[test]
    fn published_cargo_flows_are_met() {
        let Some(folder) = shared("linerlib") else { return };
        let cases = [
            ("Baltic_best_base", 1188384.0),
            ("Baltic_best_low", 784538.0),
            ("WAF_base_best", 10649190.0),
            ("WAF_low_best", 7557311.0),
            ("Med_base_best", 1741056.0),
            ("Med_low_best", 288775.0),
            ("Corrected_Pacific", 27916395.0),
            ("Pacific_28043", 20365736.5),
        ];
        for (case, profit) in cases {
            let found = solve(&Source::Linerlib { folder: folder.clone(), case: case.to_owned() });
            assert!((found - profit).abs() < 1.0, "{case}: {found} for {profit}");
        }
    }

    #[test]
    fn published_optima_are_met() {
        let files = [
            ("canad/c33.dow.gz", 360477.0),
            ("canad/c35.dow.gz", 341688.0),
            ("canad/c41.dow.gz", 368145.0),
            ("canad/c55.dow.gz", 71531.0),
            ("canad/c63.dow.gz", 54800.0),
            ("canad/c100_400_10_F_T_10.dow.gz", 10514.0),
            ("canad/c25_100_10_F_L_5.dow.gz", 2075.0),
            ("kennington/pds-02.mmcf.gz", 28857862010.0),
            ("kennington/pds-06.mmcf.gz", 27761037600.0),
            ("kennington/ken-07.mps.gz", -679520443.381687),
        ];
        for (path, objective) in files {
            let Some(found) = of_file(path) else { return };
            assert!((found - objective).abs() <= 1e-9 * objective.abs(), "{path}: {found} for {objective}");
        }
    }

    #[test]
    fn roads_with_hard_capacities_leave_some_behind() {
        let (Some(file), trips) = (shared("tntp/Anaheim_net.tntp.gz"), shared("tntp/Anaheim_trips.tntp.gz")) else { return };
        let found = solve(&Source::File { file, trips, factor: 0.7, unserved: Some(2839.843278045463) });
        assert!((found - 62554283.42101632).abs() < 1e-2, "{found}");
    }
}
