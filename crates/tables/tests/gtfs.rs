//! GTFS feeds: dirty ones by hand, real ones as published, and out again.

mod common;

use common::Temp;
use keruen_model::Date;
use keruen_tables::gtfs::{Gtfs, ServiceTime, gtfs_files, read_gtfs, read_gtfs_files, write_gtfs};
use keruen_tables::{ReadError, ReadOptions};
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
