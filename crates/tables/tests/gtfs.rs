//! GTFS feeds: dirty ones by hand, real ones as published, and out again.

mod common;

use common::Temp;
use keruen_model::validate::validate;
use keruen_model::{Date, Departure, Quantity};
use keruen_tables::gtfs::{
    Gtfs, ServiceTime, corridor_of, gtfs_files, handed_files, read_gtfs, read_gtfs_files, timetable_of, write_gtfs,
};
use keruen_tables::{ReadError, ReadOptions, read_folder};
use std::path::Path;

fn read(files: &[(&str, &str)]) -> Gtfs {
    read_gtfs_files(files.iter().map(|(n, t)| (*n, t.as_bytes().to_vec())), &ReadOptions::default()).unwrap()
}

/// ```text
///   a ---- b ---------- c -- d      b lies a quarter of the way from a to c; the night trip passes midnight twice written wrong
/// ```
fn dirty() -> Gtfs {
    read(&[
        ("__MACOSX/feed/._stops.txt", "debris"),
        (
            "feed/stops.txt",
            "\u{feff}Stop_ID,stop_name,stop_lat,stop_lon,parent_station\na,A,0,10.00,\nb,B,0,10.01,x\nc,,0,10.04,\nd,D,99,10,\na,again,0,0,\n\n",
        ),
        ("feed/routes.txt", "route_id,route_short_name,route_type,route_color\nr,1,3,0\n"),
        (
            "feed/calendar.txt",
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nw,1,1,1,1,1,0,0,20250101,20250131\n",
        ),
        (
            "feed/calendar_dates.txt",
            "service_id,date,exception_type\nw,20250101,2\nw,20250104,1\nonce,20250301,1\nw,20250230,1\n",
        ),
        ("feed/trips.txt", "trip_id,route_id,service_id\nday,r,w\nnight,r,w\nlost,q,gone\nlone,r,w\n"),
        (
            "feed/stop_times.txt",
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nday,,,b,2\nday,8:00:00,08:00:00,a,1\nday,08:08:00,08:10:00,c,3\nday,,,d,4\n\
             night,23:50:00,23:50:00,a,1\nnight,00:20:00,00:20:00,c,2\nlost,07:00,07:01,a,1\nlost,09:00:00,,c,2\nlone,07:00:00,07:00:00,a,1\nnobody,1:00:00,1:00:00,a,1\n",
        ),
        ("feed/frequencies.txt", "trip_id,start_time,end_time,headway_secs\nday,06:00:00,22:00:00,600\nday,1,2,3\n"),
        ("feed/transfers.txt", "from_stop_id,to_stop_id,min_transfer_time\na,b,171.2\na,zz,5\n"),
    ])
}

#[test]
fn a_dirty_feed_is_read_and_every_repair_is_said() {
    let Gtfs { timetable: t, repairs } = dirty();
    let times = |id: &str| {
        let trip = t.trips.iter().find(|trip| trip.id == id).unwrap();
        let stops = t.pattern_of(trip).calls.iter().map(|c| t.stops[c.stop.0 as usize].id.clone());
        stops.zip(&trip.times).map(|(stop, c)| format!("{stop} {} {}", c.arrive, c.depart)).collect::<Vec<_>>()
    };
    // A quarter of 8 minutes.
    assert_eq!(times("day"), ["a 08:00:00 08:00:00", "b 08:02:00 08:02:00", "c 08:08:00 08:10:00"]);
    assert_eq!(times("night"), ["a 23:50:00 23:50:00", "c 24:20:00 24:20:00"]);
    assert_eq!(times("lost"), ["a 07:00:00 07:01:00", "c 09:00:00 09:00:00"]);
    let (day, lost) = (&t.trips[0], t.trips.iter().find(|trip| trip.id == "lost").unwrap());
    assert_eq!((t.trips.len(), day.id.as_str(), day.frequencies.len(), day.frequencies[0].headway), (3, "day", 1, 600));
    let on = |text| t.days_of(day).contains(Date::parse(text).unwrap());
    assert_eq!(["2025-01-01", "2025-01-02", "2025-01-04", "2025-01-05"].map(on), [false, true, true, false]);
    assert!(t.days_of(lost).is_empty());
    assert_eq!((t.transfers.len(), t.transfers[0].kind, t.transfers[0].least), (1, 2, Some(172)));
    let said: Vec<String> = repairs.iter().map(|r| r.to_string()).collect();
    assert_eq!(said, wanted_repairs());
}

fn wanted_repairs() -> Vec<&'static str> {
    vec![
        "__MACOSX/feed/._stops.txt: is debris of an archiver; passed over",
        "agency.txt: is missing; what it would say is left open",
        "feed/stops.txt: lies in a folder inside the feed; read from there",
        "feed/routes.txt: lies in a folder inside the feed; read from there",
        "feed/trips.txt: lies in a folder inside the feed; read from there",
        "feed/stop_times.txt: lies in a folder inside the feed; read from there",
        "feed/calendar.txt: lies in a folder inside the feed; read from there",
        "feed/calendar_dates.txt: lies in a folder inside the feed; read from there",
        "feed/frequencies.txt: lies in a folder inside the feed; read from there",
        "feed/transfers.txt: lies in a folder inside the feed; read from there",
        "stops.txt: begins with a byte order mark; mark passed over",
        "stops.txt \"Stop_ID\": a heading is not in lower case, or has quotes or blanks of its own; read as if it were plain (1 row, line 1)",
        "stops.txt stop_name: is empty; the id stands for it (1 row, line 4)",
        "stops.txt stop_lat \"99\": is no latitude and longitude; the stop has no point (1 row, line 5)",
        "stops.txt stop_id \"a\": stands twice; the first row is kept (1 row, line 6)",
        "stops.txt: the line is blank; passed over (1 row, line 7)",
        "stops.txt parent_station \"x\": names no stop; the stop stands alone (1 row, line 3)",
        "routes.txt route_color \"0\": is no colour of six hexadecimal digits; passed over; colours are not kept (1 row, line 2)",
        "calendar_dates.txt date \"20250230\": is no date; row left out (1 row, line 5)",
        "trips.txt route_id \"q\": names no route; a route of that id was made, a bus (1 row, line 4)",
        "trips.txt service_id \"gone\": names no calendar; the trip runs on no day (1 row, line 4)",
        "stop_times.txt arrival_time \"07:00\": has no seconds; read with 00 seconds (1 row, line 8)",
        "stop_times.txt departure_time \"07:01\": has no seconds; read with 00 seconds (1 row, line 8)",
        "stop_times.txt departure_time: only one of arrival and departure is given; the other is the same (1 row, line 9)",
        "stop_times.txt trip_id \"nobody\": names no trip; row left out (1 row, line 11)",
        "stop_times.txt departure_time: is blank at the end of the trip; call left out (1 row, line 5)",
        "stop_times.txt departure_time: is blank between timed calls; filled along the distance (1 row, line 2)",
        "stop_times.txt arrival_time \"00:20:00\": lies more than 12 hours before the call before; read as the next day: 24 hours added (1 row, line 7)",
        "trips.txt trip_id \"lone\": has fewer than two timed calls; trip left out (1 row, line 5)",
        "frequencies.txt start_time \"1\": is no time, or the end is not after the start; row left out (1 row, line 3)",
        "transfers.txt min_transfer_time \"171.2\": is no whole number of seconds; rounded up (1 row, line 2)",
        "transfers.txt transfer_type: is empty beside a least time; read as 2, takes that time (1 row, line 2)",
        "transfers.txt to_stop_id \"zz\": names no stop; row left out (1 row, line 3)",
    ]
}

#[test]
fn what_is_written_reads_back_equal() {
    let dirty = dirty().timetable;
    let again = read_gtfs_files(gtfs_files(&dirty), &ReadOptions::default()).unwrap();
    // A stop without a point stays one.
    assert_eq!(
        again.repairs.iter().map(|r| r.to_string()).collect::<Vec<_>>(),
        ["stops.txt stop_lat: is no latitude and longitude; the stop has no point (1 row, line 5)"]
    );
    assert_eq!(again.timetable, dirty);
    let folder = Temp::new("gtfs");
    write_gtfs(&dirty, &folder.join("feed")).unwrap();
    assert_eq!(read_gtfs(&folder.join("feed"), &ReadOptions::default()).unwrap().timetable, dirty);
}

#[test]
fn what_is_no_feed_or_too_large_is_refused() {
    let options = ReadOptions::default();
    let none = read_gtfs_files([("stops.txt", b"stop_id\n".to_vec())], &options);
    assert!(matches!(none, Err(ReadError::Missing { file: "trips.txt", .. })));
    let zip = read_gtfs_files([("feed.zip", b"PK\x03\x04 not really".to_vec())], &options);
    assert!(zip.unwrap_err().to_string().contains("give a GTFS zip"));
    let small = ReadOptions { file_bytes: 10, ..options.clone() };
    let files = || gtfs_files(&dirty().timetable);
    assert!(matches!(read_gtfs_files(files(), &small), Err(ReadError::TooLarge { limit: 10, .. })));
    // Eight kilobytes that unpack to eight megabytes.
    let bomb = include_bytes!("feeds/bomb.zip").to_vec();
    let tight = ReadOptions { file_bytes: 1 << 20, ..options.clone() };
    assert!(matches!(read_gtfs_files([("bomb.zip", bomb)], &tight), Err(ReadError::TooLarge { limit: 1_048_576, .. })));
    let tiny = read_gtfs_files([("tiny.zip", include_bytes!("feeds/tiny.zip").to_vec())], &options).unwrap();
    assert_eq!((tiny.timetable.stops.len(), tiny.timetable.trips.len()), (2, 1));
    let few = ReadOptions { rows: 5, ..options };
    assert!(matches!(read_gtfs_files(files(), &few), Err(ReadError::TooLarge { limit: 5, .. })));
}

/// Feeds as published: stops, trips, calls, and how many of these were filled in. The counts are those that their origin states,
/// but for SamTrans: as published, 2,898 of its trips have no rows and 14 a single time, so 14 timed and 38 blank rows go.
#[test]
fn six_real_feeds_load_as_published() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench/route/gtfs");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let wanted = [
        ("caltrain-2017-07-24.zip", 64, 188, 2_697, 0),
        ("samtrans-2017-11-28.zip", 1_947, 809, 26_984, 1_270),
        ("poa_eptc.zip", 3_986, 2_374, 130_019, 125_271),
        ("poa_trensurb.zip", 24, 1_248, 14_855, 0),
        ("warsaw.zip", 165, 56, 1_649, 0),
        ("anaheim_gtfs.zip", 75, 13_840, 49_371, 0),
    ];
    for (file, stops, trips, calls, filled) in wanted {
        let Gtfs { timetable: t, repairs } = read_gtfs(&folder.join(file), &ReadOptions::default()).unwrap();
        let found: usize = t.trips.iter().map(|trip| trip.times.len()).sum();
        let blank =
            repairs.iter().filter(|r| r.kind.wrong == "is blank between timed calls").map(|r| r.lines.len()).sum::<usize>();
        assert_eq!((t.stops.len(), t.trips.len(), found, blank), (stops, trips, calls, filled), "{file}");
        for trip in &t.trips {
            let rise =
                trip.times.windows(2).all(|w| w[0].depart <= w[1].arrive) && trip.times.iter().all(|c| c.arrive <= c.depart);
            assert!(rise && trip.times[0].depart < ServiceTime(40 * 3600), "{file} {}", trip.id);
        }
        assert_eq!(read_gtfs_files(gtfs_files(&t), &ReadOptions::default()).unwrap().timetable, t, "{file}");
    }
}

/// ```text
///   Aktau (UTC+5) -- timetable, Tu and Sa, 20:00 -> 08:00 next day, Baku clock (UTC+4) -- Baku
///                 -- feeder every 72 h both ways, 21 h, Baku
///                 -- ferry when full, Baku; barge on demand, Baku
/// ```
#[test]
fn a_corridor_is_handed_on_without_a_made_up_timetable() {
    let loaded = common::load(&[
        (
            "node.csv",
            "node_id,name,x_coord,y_coord,node_type,country,time_zone\naktau,Aktau,51.2,43.6,port,KZ,Asia/Aqtau\nbaku,Baku,49.9,40.4,port,AZ,Asia/Baku\n",
        ),
        (
            "service.csv",
            "service_id,name,mode,loading,departure,headway,at_least,longest_wait,calendar,both_ways\n\
             liner,Liner,sea,ship,timetable,,,,\"Tu,Sa\",0\nfeeder,Feeder,sea,ship,headway,72,,,always,1\n\
             ferry,Ferry,sea,ship,when_full,,0.8,24,always,1\nbarge,Barge,sea,ship,on_demand,,,,always,1\n",
        ),
        (
            "stop.csv",
            "stop_id,service_id,sequence,node_id,time,departure,arrival\nl1,liner,1,aktau,,20:00,\nl2,liner,2,baku,fixed(13),,32:00\n\
             f1,feeder,1,aktau,,,\nf2,feeder,2,baku,fixed(21),,\nw1,ferry,1,aktau,,,\nw2,ferry,2,baku,fixed(20),,\nb1,barge,1,aktau,,,\nb2,barge,2,baku,fixed(20),,\n",
        ),
    ]);
    assert_eq!((loaded.faults.len(), validate(&loaded.corridor)), (0, vec![]));
    let handed = timetable_of(&loaded.corridor);
    let again = read_gtfs_files(handed_files(&handed), &ReadOptions::default()).unwrap();
    assert_eq!((again.repairs, &again.timetable), (vec![], &handed.timetable));
    let t = &handed.timetable;
    assert_eq!(t.time_zone(), "Asia/Aqtau");
    let trips: Vec<String> = t
        .trips
        .iter()
        .map(|trip| {
            let times: Vec<String> = trip.times.iter().map(|c| format!("{}-{}", c.arrive, c.depart)).collect();
            let repeated: Vec<String> = trip.frequencies.iter().map(|f| format!("{} {} {}", f.to, f.headway, f.exact)).collect();
            format!("{} {} {} {}", trip.id, times.join(" "), t.days_of(trip).len(), repeated.join(" "))
        })
        .collect();
    // 08:00 in Baku is 09:00 in Aktau. 2025 has 52 Tuesdays and Saturdays in the 365 days from Wednesday, 1 January; 122 days are
    // the first of three.
    assert_eq!(
        trips,
        [
            "liner 20:00:00-20:00:00 33:00:00-33:00:00 104 ",
            "feeder 00:00:00-00:00:00 21:00:00-21:00:00 122 72:00:00 259200 false",
            "feeder.back 00:00:00-00:00:00 21:00:00-21:00:00 122 72:00:00 259200 false",
        ]
    );
    let left: Vec<&str> = handed.left.iter().map(|l| l.service.as_str()).collect();
    assert_eq!(left, ["ferry", "barge"]);
    let ours = handed_files(&handed).into_iter().find(|(name, _)| name == "keruen_services.txt").unwrap().1;
    assert!(String::from_utf8(ours).unwrap().contains("ferry,Ferry,when_full,aktau;baku,it leaves when it is full"));
    // And back: the liner keeps its clocks, each in its own zone.
    let back = corridor_of("back", t).corridor;
    assert_eq!(validate(&back), []);
    let liner = back.tables.service.iter().find(|s| s.departure == Departure::Timetable).unwrap();
    assert_eq!(back.strings.text(liner.calendar), "Tu,Sa");
    let clocks: Vec<_> =
        back.tables.stop.iter().filter(|s| s.service_id == liner.service_id).map(|s| s.arrival.unwrap().to_string()).collect();
    assert_eq!(clocks, ["20:00", "32:00"]);
    let headways: Vec<f64> = back.tables.service.iter().filter_map(|s| s.headway).map(|h| h.value()).collect();
    assert_eq!(headways, [72.0, 72.0]);
}

#[test]
fn a_feed_becomes_a_corridor_without_faults() {
    let brought = corridor_of("feed", &dirty().timetable);
    assert_eq!(validate(&brought.corridor), []);
    let s = &brought.corridor.strings;
    let services: Vec<_> =
        brought.corridor.tables.service.iter().map(|v| (s.text(v.name), v.departure.name(), s.text(v.calendar))).collect();
    assert_eq!(services, [("1 A - c", "headway", "Mo,Tu,We,Th,Fr"), ("1 A - c", "timetable", "Mo,Tu,We,Th,Fr")]);
    assert!(brought.notes.contains(&"patterns that run on no day were left out (1)".to_string()), "{:?}", brought.notes);
}

#[test]
fn the_bundled_corridors_are_handed_on() {
    for name in ["caspian-mini", "trans-caspian"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors").join(name);
        let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
        let handed = timetable_of(&corridor);
        let again = read_gtfs_files(handed_files(&handed), &ReadOptions::default()).unwrap();
        assert_eq!((again.repairs, again.timetable), (vec![], handed.timetable.clone()), "{name}");
        let open = corridor.on(corridor.as_of()).tables.service.len();
        let told = handed.timetable.trips.iter().filter(|trip| !trip.id.ends_with(".back")).count() + handed.left.len();
        assert_eq!(told, open, "{name}: every service is in the timetable or in the list");
    }
}
