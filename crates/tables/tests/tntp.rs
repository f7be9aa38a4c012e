//! The published TNTP networks, where they lie beside the repository: counts of their README, and sums of their trips.

use flate2::read::GzDecoder;
use keruen_tables::tntp::{read_network, read_trips};
use std::io::Read;
use std::path::PathBuf;

/// Name, zones, nodes, links, pairs above zero within the counting of the README (no trips inside a zone), demand.
type Known = (&'static str, u32, u32, usize, usize, Option<f64>);

const KNOWN: &[Known] = &[
    ("Braess", 2, 4, 5, 1, Some(6.0)),
    ("SiouxFalls", 24, 24, 76, 528, Some(360_600.0)),
    ("EMA", 74, 74, 258, 1_113, None),
    ("friedrichshain-center", 23, 224, 523, 506, None),
    ("berlin-mitte-center", 36, 398, 871, 1_260, Some(11_481.924)),
    ("Anaheim", 38, 416, 914, 1_406, Some(104_694.4)),
    ("Barcelona", 110, 1_020, 2_522, 7_922, Some(184_679.561)),
    ("ChicagoSketch", 387, 933, 2_950, 93_135, Some(1_137_493.44)),
    ("Terrassa-Asym", 55, 1_609, 3_264, 2_215, None),
    ("berlin-center", 865, 12_981, 28_376, 49_688, Some(168_222.3)),
];

fn text(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/flow/tntp").join(format!("{name}.tntp.gz"));
    let mut bytes = Vec::new();
    GzDecoder::new(std::fs::File::open(path).ok()?).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[test]
#[allow(clippy::print_stderr)]
fn published_networks_have_the_counts_of_their_readme() {
    for &(name, zones, nodes, links, pairs, demand) in KNOWN {
        let (Some(net), Some(trips)) = (text(&format!("{name}_net")), text(&format!("{name}_trips"))) else {
            eprintln!("skipped: {name} does not lie in ../shared/bench/flow/tntp");
            continue;
        };
        let net = read_network(name, &net).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((net.zones, net.nodes, net.links.len()), (zones, nodes, links), "{name}");
        let trips = read_trips(name, &trips).unwrap_or_else(|e| panic!("{e}"));
        let between: Vec<f64> = trips.trips.iter().filter(|t| t.from != t.to).map(|t| t.amount).collect();
        assert_eq!((trips.zones, between.len()), (zones, pairs), "{name}");
        if let Some(demand) = demand {
            let sum: f64 = between.iter().sum();
            assert!((sum - demand).abs() <= 1e-6 * demand, "{name}: {sum} is not {demand}");
        }
    }
}
