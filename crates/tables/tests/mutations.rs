//! Broken corridors by the thousand: a sound one is changed by a seeded die, and whatever comes out, the readers must come back
//! with a corridor and faults that name their file and line, and validation must come back too.

mod common;

use keruen_model::validate::validate;
use keruen_tables::generate::{Size, generate};
use keruen_tables::geojson::{Geometries, read_geometry};
use keruen_tables::gmns::{gmns_files, read_gmns_files};
use keruen_tables::gtfs::{corridor_of, gtfs_files, read_gtfs_files};
use keruen_tables::tntp::{read_network, read_trips};
use keruen_tables::{ReadOptions, read_files, write_files};

const CASES: u64 = 3_000;

struct Dice(u64);

impl Dice {
    /// Xorshift (Marsaglia 2003): a case is its seed.
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

const ZIP: &[u8] = include_bytes!("feeds/tiny.zip");

const TOKENS: &[&[u8]] = &[
    b"",
    b",",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r",
    b"\r\n",
    b";",
    b":",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"\xC3",
    b"NaN",
    b"inf",
    b"-1",
    b"1e999",
    b"1e-999",
    b"99999999999999999999",
    b"-0",
    b"0x1",
    b"2023-02-29",
    b"24:61",
    b"triangular(3,2,1)",
    b"lognormal(p50=,p90=1)",
    b"uniform(",
    b"node:",
    b":x",
    b"node:node:x",
    b"link:l0",
    b"n0;n1;;",
    b"*",
    b"LINESTRING (",
    b"MULTILINESTRING ((1 2, 3 4",
    b"<END OF METADATA>",
    b"Origin",
    b"1 : ;",
    b"{",
    b"[",
    b"\xD0\x90",
    b"link_id",
    b"node_id,node_id",
];

fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let (a, b) = (dice.below(bytes.len() + 1), dice.below(bytes.len() + 1));
        let (a, b) = (a.min(b), a.max(b));
        let near = b.min(a + dice.below(40));
        match dice.below(8) {
            0 if !bytes.is_empty() => {
                let i = dice.below(bytes.len());
                bytes[i] ^= 1 << dice.below(8);
            }
            1 => drop(bytes.splice(a..a, TOKENS[dice.below(TOKENS.len())].iter().copied())),
            2 => drop(bytes.splice(a..near, TOKENS[dice.below(TOKENS.len())].iter().copied())),
            3 => drop(bytes.drain(a..near)),
            4 => bytes.truncate(b),
            5 => {
                let copy = bytes[a..near].to_vec();
                let at = dice.below(bytes.len() + 1);
                bytes.splice(at..at, copy);
            }
            _ => replace_cell(bytes, dice),
        }
    }
}

/// Puts a token in the place of one whole cell, so that rows keep their shape.
fn replace_cell(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    let edge = |b: &u8| matches!(b, b',' | b'\n');
    let start = bytes[..at].iter().rposition(edge).map_or(0, |i| i + 1);
    let end = bytes[at..].iter().position(edge).map_or(bytes.len(), |i| at + i);
    bytes.splice(start..end, TOKENS[dice.below(TOKENS.len())].iter().copied());
}

fn files() -> Vec<(String, Vec<u8>)> {
    write_files(&generate(Size { nodes: 24, links: 40, demands: 4, seed: 11 })).unwrap()
}

fn place_named(faults: &[keruen_model::Fault], case: u64) {
    for fault in faults {
        assert!(!fault.file.is_empty() && fault.line >= 1, "case {case}: {fault}");
        assert!(!fault.message.is_empty() && fault.to_string().len() < 1_200, "case {case}: {fault}");
    }
}

#[test]
fn broken_corridor_folders_are_read_to_their_end() {
    let sound = files();
    let options = ReadOptions { row_bytes: 4_096, ..ReadOptions::default() };
    let mut with_faults = 0;
    for case in 1..=CASES {
        let mut dice = Dice(case.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut files = sound.clone();
        for _ in 0..=dice.below(3) {
            let i = dice.below(files.len());
            mutate(&mut files[i].1, &mut dice);
        }
        let loaded = read_files(files, &options).unwrap();
        place_named(&loaded.faults, case);
        with_faults += usize::from(!loaded.faults.is_empty());
        place_named(&validate(&loaded.corridor), case);
        // What was read can be written, and then it is sound.
        let again = read_files(write_files(&loaded.corridor).unwrap(), &options).unwrap();
        let odd: Vec<String> = again
            .faults
            .iter()
            .filter(|f| !matches!(f.rule, "missing-cell" | "duplicate-id" | "cover"))
            .map(|f| f.to_string())
            .collect();
        assert_eq!(odd, [""; 0], "case {case}");
    }
    assert!(with_faults > CASES as usize / 2, "only {with_faults} cases were broken");
}

#[test]
fn broken_gmns_folders_are_read_to_their_end() {
    let (sound, _) = gmns_files(&generate(Size { nodes: 24, links: 40, demands: 4, seed: 11 }), &Geometries::default()).unwrap();
    let mut refused = 0;
    for case in 1..=CASES / 4 {
        let mut dice = Dice(case.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut files = sound.clone();
        let i = dice.below(files.len());
        mutate(&mut files[i].1, &mut dice);
        match read_gmns_files(files, &ReadOptions::default()) {
            Ok(gmns) => place_named(&gmns.faults, case),
            Err(e) => {
                refused += 1;
                assert!(e.to_string().starts_with("config.csv:"), "case {case}: {e}");
            }
        }
    }
    assert!(refused < CASES as usize / 16, "{refused} cases were refused as a whole");
}

/// ```text
///   a -- b -- c      two trips and one that repeats, a station, a transfer
/// ```
const FEED: &[(&str, &str)] = &[
    ("agency.txt", "agency_id,agency_name,agency_url,agency_timezone\nx,X,https://example.org,Asia/Almaty\n"),
    (
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\na,A,43.1,76.1,0,p\nb,B,43.2,76.2,0,\nc,C,43.3,76.3,0,\np,P,43.1,76.1,1,\n",
    ),
    ("routes.txt", "route_id,agency_id,route_short_name,route_type,route_color\nr,x,1,3,FF0000\n"),
    (
        "calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nw,1,1,1,1,1,0,0,20250101,20250301\n",
    ),
    ("calendar_dates.txt", "service_id,date,exception_type\nw,20250106,2\n"),
    ("trips.txt", "trip_id,route_id,service_id\nt1,r,w\nt2,r,w\nt3,r,w\n"),
    (
        "stop_times.txt",
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,08:00:00,08:00:00,a,1\nt1,,,b,2\nt1,08:20:00,08:20:00,c,3\nt2,23:00:00,23:00:00,a,1\nt2,25:00:00,25:00:00,b,2\nt3,06:00:00,06:00:00,b,1\nt3,06:30:00,06:31:00,c,2\n",
    ),
    ("frequencies.txt", "trip_id,start_time,end_time,headway_secs\nt3,06:00:00,22:00:00,900\n"),
    ("transfers.txt", "from_stop_id,to_stop_id,transfer_type,min_transfer_time\na,b,2,120\n"),
];

#[test]
fn broken_timetables_are_read_and_what_is_read_can_be_written() {
    let options = ReadOptions { row_bytes: 4_096, ..ReadOptions::default() };
    let (mut mended, mut refused) = (0, 0);
    for case in 1..=CASES / 2 {
        let mut dice = Dice(case.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut files: Vec<(String, Vec<u8>)> = FEED.iter().map(|(n, t)| (n.to_string(), t.as_bytes().to_vec())).collect();
        for _ in 0..=dice.below(3) {
            let i = dice.below(files.len());
            mutate(&mut files[i].1, &mut dice);
        }
        if dice.below(20) == 0 {
            files.remove(dice.below(FEED.len()));
        }
        let Ok(feed) = read_gtfs_files(files, &options) else {
            refused += 1;
            continue;
        };
        mended += usize::from(!feed.repairs.is_empty());
        assert!(feed.repairs.iter().all(|r| !r.file.is_empty() && r.to_string().len() < 1_200), "case {case}");
        for trip in &feed.timetable.trips {
            assert!(trip.times.len() >= 2 && trip.times.len() == feed.timetable.pattern_of(trip).calls.len(), "case {case}");
            assert!(trip.times.windows(2).all(|w| w[0].depart <= w[1].arrive), "case {case}");
        }
        // What was read is written as a feed that reads back the same, and makes a corridor whose every fault is named.
        let again = read_gtfs_files(gtfs_files(&feed.timetable), &ReadOptions::default()).unwrap();
        assert_eq!(again.timetable.trips, feed.timetable.trips, "case {case}");
        validate(&corridor_of("x", &feed.timetable).corridor).iter().for_each(|fault| assert!(!fault.message.is_empty()));
    }
    assert!(mended > CASES as usize / 4 && refused < CASES as usize / 16, "{mended} mended, {refused} refused");
}

#[test]
fn broken_archives_are_refused() {
    for case in 1..=500_u64 {
        let mut dice = Dice(case.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut bytes = ZIP.to_vec();
        mutate(&mut bytes, &mut dice);
        if let Err(e) = read_gtfs_files([("feed.zip", bytes)], &ReadOptions::default()) {
            assert!(!e.to_string().is_empty(), "case {case}");
        }
    }
}

#[test]
fn broken_single_files_are_refused_or_read() {
    let net = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 2\n<END OF METADATA>\n1 3 10 5 2.5 0.15 4 60 0 1 ;\n3 2 10 5 2.5 0.15 4 60 0 1 ;\n";
    let trips = "<NUMBER OF ZONES> 2\n<END OF METADATA>\nOrigin 1\n 1 : 0.0; 2 : 5.5;\nOrigin 2\n 1 : 3;\n";
    let map = r#"{"type":"FeatureCollection","features":[{"properties":{"id":"a"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}"#;
    let (mut good, mut bad) = (0, 0);
    for case in 1..=CASES {
        let mut dice = Dice(case.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut bytes = [net, trips, map][case as usize % 3].as_bytes().to_vec();
        mutate(&mut bytes, &mut dice);
        let text = String::from_utf8_lossy(&bytes);
        let error = match case % 3 {
            0 => read_network("net", &text).err(),
            1 => read_trips("trips", &text).err(),
            _ => read_geometry("map", &bytes, &mut Geometries::default()).err(),
        };
        match error {
            None => good += 1,
            Some(e) => {
                bad += 1;
                assert!(["net:", "trips:", "map:"].iter().any(|n| e.to_string().starts_with(n)), "case {case}: {e}");
            }
        }
    }
    assert!(good > 50 && bad > 1_000, "{good} read, {bad} refused");
}
