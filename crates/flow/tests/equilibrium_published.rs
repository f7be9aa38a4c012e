//! Published optimal objectives of the TNTP collection, to 1e-12.

use flate2::read::GzDecoder;
use keruen_certify::certify_equilibrium;
use keruen_flow::equilibrium::{Assignment, Options};
use keruen_results::Silent;
use keruen_results::equilibrium::{CongestedLink, CongestedNetwork, Delay, Ending, FlowNode, Principle, Trip};
use keruen_tables::tntp::{read_network, read_trips};
use std::io::Read;
use std::path::PathBuf;

/// Name, cost of a unit of toll and of length, objective, relative difference: 1e-12 where it was published with the flows, more where
/// the shared instances only have it from another program's answer.
const KNOWN: [(&str, f64, f64, f64, f64); 9] = [
    ("SiouxFalls", 0.0, 0.0, 4_231_335.287_107_44, 1e-12),
    ("Anaheim", 0.0, 0.0, 1_286_032.171_096_03, 1e-12),
    ("Barcelona", 0.0, 0.0, 1_265_654.922_031_76, 1e-12),
    ("ChicagoSketch", 0.02, 0.04, 17_313_018.738_747_7, 1e-12),
    ("EMA", 0.0, 0.0, 26_160.345_922_8, 1e-11),
    ("friedrichshain-center", 0.0, 0.0, 618_038.880_728, 1e-11),
    ("berlin-mitte-center", 0.0, 0.0, 992_954.699_978, 1e-11),
    ("berlin-center", 0.0, 0.0, 20_817_213.198_61, 1e-11),
    // Known to a gap of 5.5e-9 only.
    ("Terrassa-Asym", 0.0, 0.0, 2_994_335_614.97, 1e-9),
];

/// A shared file, unpacked; nothing where the shared instances are absent.
fn shared(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/flow/tntp").join(format!("{name}.tntp.gz"));
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(path).ok()?).read_to_string(&mut text).ok()?;
    Some(text)
}

#[test]
fn objectives_are_the_published_ones() {
    for (name, toll, distance, objective, allowed) in KNOWN {
        let (Some(net), Some(trips)) = (shared(&format!("{name}_net")), shared(&format!("{name}_trips"))) else {
            eprintln!("skipped: {name} does not lie in ../shared/bench/flow/tntp");
            continue;
        };
        let net = read_network(name, &net).unwrap();
        let link = |l: &keruen_tables::tntp::LinkTntp| CongestedLink {
            from: FlowNode(l.from - 1),
            to: FlowNode(l.to - 1),
            delay: Delay::Bpr { free: l.free_flow_time, b: l.b, power: l.power, capacity: l.capacity },
            fixed: toll * l.toll + distance * l.length,
        };
        let links = net.links.iter().map(link).collect();
        let network = CongestedNetwork { nodes: net.nodes, first_through: FlowNode(net.first_thru_node - 1), links };
        let trips: Vec<Trip> = read_trips(name, &trips)
            .unwrap()
            .trips
            .iter()
            .map(|t| Trip { from: FlowNode(t.from - 1), to: FlowNode(t.to - 1), amount: t.amount })
            .collect();
        let mut assignment = Assignment::new(&network, &trips, Principle::UserEquilibrium).unwrap();
        let answer = assignment.solve(&Options { gap: 1e-12, ..Options::default() }, &Silent).unwrap();
        assert_eq!(answer.ending, Ending::Reached, "{name}");
        let found = certify_equilibrium(&network, &trips, &answer, 1e-12, assignment.origin_flows());
        assert!(found.is_empty(), "{name}: {:?}", found.first());
        assert!((answer.objective / objective - 1.0).abs() <= allowed, "{name}: {} instead of {objective}", answer.objective);
    }
}
