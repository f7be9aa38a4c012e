//! Asks vulture's RAPTOR, range and McRAPTOR (arrival x walking) what `keruen-bench schedule GTFS --out FOLDER` wrote.
//!
//! peer-vulture FOLDER YYYY-MM-DD [RIDES] [--each]

use std::time::Duration;

use cpu_time::ThreadTime;
use gtfs_structures::Gtfs;
use vulture::gtfs::GtfsTimetable;
use vulture::labels::ArrivalAndWalk;
use vulture::{ArrivalTime, RaptorCache, SecondOfDay, StopIdx, Timetable};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, day, more @ ..] = words.as_slice() else { return Err("peer-vulture FOLDER YYYY-MM-DD [RIDES] [--each]".into()) };
    let rides: u8 = more.iter().find_map(|word| word.parse().ok()).unwrap_or(8);
    let each = more.iter().any(|word| word == "--each");
    let feed = Gtfs::new(&format!("{folder}/feed"))?;
    // The footpaths stand in transfers.txt; one hop, as its own with_walking_footpaths has it.
    let timetable = GtfsTimetable::new(&feed, day.parse()?)?.assert_footpaths_closed();
    let questions = questions(folder, &timetable)?;
    let mut cache = RaptorCache::<ArrivalTime>::for_timetable(&timetable);
    run("vulture-raptor", &questions, each, |&(from, to, leave)| {
        let ask = timetable.query().from(from).to(to).max_transfers(rides).depart_at(SecondOfDay(leave));
        ask.run_with_cache(&mut cache).iter().map(|j| (j.plan.len(), j.arrival().0, 0)).collect()
    });
    run("vulture-range-25", &questions, false, |&(from, to, leave)| {
        let window = SecondOfDay::every(SecondOfDay(leave), SecondOfDay(leave + 7200), 300);
        let ask = timetable.query().from(from).to(to).max_transfers(rides).depart_in_window(window);
        ask.run_with_cache(&mut cache).iter().map(|j| (j.journey.plan.len(), j.journey.arrival().0, 0)).collect()
    });
    let mut cache = RaptorCache::<ArrivalAndWalk>::for_timetable(&timetable);
    run("vulture-mcraptor", &questions, each, |&(from, to, leave)| {
        let ask = timetable.query_with_label::<ArrivalAndWalk>().from(from).to(to).max_transfers(rides);
        let found = ask.depart_at(SecondOfDay(leave)).run_with_cache(&mut cache);
        found.iter().map(|j| (j.plan.len(), j.label.arrival.0, j.label.walk_time.0)).collect()
    });
    Ok(())
}

type Question = (StopIdx, StopIdx, u32);

fn questions(folder: &str, timetable: &GtfsTimetable) -> Result<Vec<Question>> {
    let text = std::fs::read_to_string(format!("{folder}/queries.csv"))?;
    let stop = |id: Option<&str>| id.and_then(|id| timetable.stop_idx(id)).ok_or("no such stop");
    let mut out = Vec::new();
    for line in text.lines().skip(1) {
        let mut cells = line.split(',');
        out.push((stop(cells.next())?, stop(cells.next())?, cells.next().ok_or("no departure")?.parse()?));
    }
    Ok(out)
}

fn run(kind: &str, questions: &[Question], each: bool, mut ask: impl FnMut(&Question) -> Vec<(usize, u32, u32)>) {
    let (mut total, mut micros, mut size) = (Duration::ZERO, Vec::new(), 0);
    for (number, question) in questions.iter().enumerate() {
        let start = ThreadTime::now();
        let found = ask(question);
        let took = start.elapsed();
        total += took;
        micros.push(took.as_secs_f64() * 1e6);
        size += found.len();
        if each {
            let texts: Vec<String> = found.iter().map(|(rides, arrive, walk)| format!("{rides}:{arrive}:{walk}")).collect();
            println!("{{\"kind\":\"{kind}\",\"query\":{number},\"journeys\":\"{}\"}}", texts.join(" "));
        }
    }
    micros.sort_by(f64::total_cmp);
    let at = |share: f64| micros.get((micros.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    println!(
        "{{\"kind\":\"{kind}\",\"queries\":{},\"cpu_s\":{:.6},\"mean_us\":{:.1},\"median_us\":{:.1},\"p95_us\":{:.1},\"size\":{size}}}",
        micros.len(),
        total.as_secs_f64(),
        total.as_secs_f64() * 1e6 / micros.len().max(1) as f64,
        at(0.5),
        at(0.95)
    );
}
