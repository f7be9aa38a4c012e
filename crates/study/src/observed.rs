//! A simulation against what was seen in its days: stocks, waits, transit days, borders, calls, throughput.
//!
//! A counter is read from the simulation by what it is (below), or, of the whole period simulated, by its rows of table `count`. The
//! naive forecast is what the same counter showed at the same place the time before. Nothing of the observation went into the run.

use keruen_model::{Corridor, Count, Date, Direction, Facility, Observation, Quantity, TableKind, Unit};
use keruen_results::observed::{ObservedAnswer, ObservedScore, SCHEMA_VERSION};
use keruen_results::simulate::{Queue, RowTimes, SimulateAnswer};
use keruen_results::validate::NotCounted;

/// Days of a week, hours of a day.
const WEEK: i32 = 7;
const DAY: f64 = 24.0;

/// Countries of the corridor whose places are not the European end of it.
const ON_THE_WAY: [&str; 7] = ["CN", "KZ", "AZ", "GE", "TR", "AM", "TM"];

const STOCK: &str = "lots in the yard and those that wait for room in it, mean of the weeks; ships out of service beyond their availability, \
     and wagons that the far shore does not take, stand in no table";
const WAITED: &str = "longest wait of a lot that went aboard in these weeks, mean over replications";
const DAYS: &str = "median of the whole run, not of these weeks; waits for a whole train, for locomotives of KTZ and for papers stand in no \
     table beyond the operations' own times";
const BORDER: &str = "mean of the lots that pass; posts have slots and a time of work in the tables, but no shifts";
const CALLS: &str = "calls of the service's ships; a parcel in the model is a ship's load";
const BOARDED: &str = "wagons that went aboard in these weeks";
const TRAINS: &str = "boxes that arrived over those of a train";
const COUNTED: &str =
    "table count; what moves is flow's share of the wishes, so a miss is mostly that of the wish or of the share";

/// Scores the observations that lie in the days of the answer.
pub fn observed(corridor: &Corridor, answer: &SimulateAnswer) -> ObservedAnswer {
    let case = Case::new(corridor, answer);
    let (mut scores, mut not_counted) = (Vec::new(), Vec::new());
    for o in corridor.tables.observation.iter().filter(|o| case.holds(o)) {
        match case.model(o) {
            Ok((model, cause)) => scores.push(case.score(o, model, cause)),
            Err(reason) => {
                not_counted.push(NotCounted { observation: corridor.strings.id(o.observation_id).into(), reason: reason.into() })
            }
        }
    }
    scores.extend(case.outstanding());
    let scored = |f: &dyn Fn(&&ObservedScore) -> bool| scores.iter().filter(f).count();
    ObservedAnswer {
        schema_version: SCHEMA_VERSION,
        first: answer.question.first.clone(),
        last: answer.question.last.clone(),
        scenarios: answer.question.scenarios.clone(),
        hits: scored(&|s| s.hit == Some(true)),
        total: scored(&|s| s.hit.is_some()),
        naive_hits: scored(&|s| s.naive_hit == Some(true)),
        naive_total: scored(&|s| s.naive_hit.is_some()),
        scores,
        not_counted,
    }
}

struct Case<'a> {
    corridor: &'a Corridor,
    answer: &'a SimulateAnswer,
    first: Option<Date>,
    last: Option<Date>,
}

type Told = Result<(f64, &'static str), &'static str>;

impl<'a> Case<'a> {
    fn new(corridor: &'a Corridor, answer: &'a SimulateAnswer) -> Case<'a> {
        let q = &answer.question;
        Case { corridor, answer, first: Date::parse(&q.first), last: Date::parse(&q.last) }
    }

    fn holds(&self, o: &Observation) -> bool {
        self.first.is_some_and(|d| d <= o.period_start) && self.last.is_some_and(|d| o.period_end <= d)
    }

    fn counter(&self, o: &Observation) -> &'a str {
        self.corridor.strings.id(o.counter_id)
    }

    fn model(&self, o: &Observation) -> Told {
        let at = o.at.map_or("", |a| self.corridor.text(a.id));
        match self.counter(o) {
            "KURYK_QUEUE" | "AKTAU_QUEUE_GRAIN" | "TRUCK_QUEUE" => self.stock(o).map(|x| (x, STOCK)),
            "AKTAU_WAIT" => self.longest(o).map(|x| (x, WAITED)),
            "KURYK_DAILY" => self.boarded(o, at).map(|x| (x, BOARDED)),
            "AKTAU_CALLS" => self.calls(at).map(|x| (x, CALLS)),
            "TITR_TRAINS_RX" => self.trains(|r| r.delivered.mean).map(|x| (x, TRAINS)),
            "DAYS_CN_BAKU" => self.days("CN", |n| n == "baku").map(|x| (x, DAYS)),
            "DAYS_CN_BS" => self.days("CN", |n| n == "poti" || n == "batumi").map(|x| (x, DAYS)),
            "DAYS_CN_EU" => self.days("CN", |n| !ON_THE_WAY.contains(&self.country(n))).map(|x| (x, DAYS)),
            "DAYS_ALA_POTI" => self.days("KZ", |n| n == "poti").map(|x| (x, DAYS)),
            "BCP_ROAD" => self.border(at).map(|x| (x, BORDER)),
            _ => self.counted(o).map(|x| (x, COUNTED)),
        }
    }

    /// Weeks of the run that a period touches.
    fn weeks(&self, o: &Observation) -> std::ops::RangeInclusive<usize> {
        let week = |d: Date| self.first.map_or(0, |f| (f.days_until(d) / WEEK).max(0) as usize);
        week(o.period_start)..=week(o.period_end)
    }

    fn mean_of_weeks(&self, o: &Observation, by_week: &[f64]) -> f64 {
        let weeks = self.weeks(o);
        let all: Vec<f64> = weeks.filter_map(|w| by_week.get(w).copied()).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    }

    /// What lies and waits in the storage of a facility.
    fn stock(&self, o: &Observation) -> Result<f64, &'static str> {
        let at = o.at.and_then(|a| a.as_id::<Facility>()).ok_or("it names no facility")?;
        let here = |room: &str| {
            let row = self.corridor.tables.resource.iter().find(|r| self.corridor.strings.id(r.resource_id) == room);
            row.is_some_and(|r| r.at.as_id::<Facility>() == Some(at) && matches!(r.unit, Unit::Wagon | Unit::Truck))
        };
        let rooms: Vec<f64> =
            self.answer.rooms.iter().filter(|r| here(&r.room)).map(|r| self.mean_of_weeks(o, &r.by_week)).collect();
        if rooms.is_empty() { Err("nothing lay in the storage of this facility") } else { Ok(rooms.iter().sum()) }
    }

    fn longest(&self, o: &Observation) -> Result<f64, &'static str> {
        let node =
            o.at.and_then(|a| a.as_id::<Facility>()).and_then(|f| self.corridor.tables.facility.find(f)).map(|f| f.node_id);
        let node = node.map(|n| self.corridor.strings.id(n)).ok_or("it names no facility")?;
        let boxes = |q: &&Queue| q.at == node && q.service.starts_with("feeder");
        let weeks =
            || self.answer.queues.iter().filter(boxes).flat_map(|q| self.weeks(o).filter_map(|w| q.longest_days_by_week.get(w)));
        weeks().copied().reduce(f64::max).ok_or("no ship took boxes there")
    }

    fn boarded(&self, o: &Observation, service: &str) -> Result<f64, &'static str> {
        let node = "kuryk_port";
        let q = self.queue(service, Some(node)).ok_or("the service took nothing there")?;
        let weeks = self.weeks(o);
        let count = weeks.clone().count() as f64;
        Ok(weeks.filter_map(|w| q.boarded_by_week.get(w)).sum::<f64>() / (count * f64::from(WEEK)))
    }

    fn queue(&self, service: &str, at: Option<&str>) -> Option<&'a Queue> {
        self.answer.queues.iter().find(|q| q.service == service && at.is_none_or(|n| q.at == n))
    }

    /// Calls a month at the first port of a service.
    fn calls(&self, service: &str) -> Result<f64, &'static str> {
        let q = self.queue(service, None).ok_or("the service took nothing")?;
        let days = self.first.zip(self.last).map_or(0, |(a, b)| a.days_until(b) + 1);
        Ok(q.calls.mean / (f64::from(days) / 365.25 * 12.0))
    }

    fn country(&self, node: &str) -> &'a str {
        let row = self.corridor.tables.node.iter().find(|n| self.corridor.strings.id(n.node_id) == node);
        row.map_or("", |n| self.corridor.strings.text(n.country))
    }

    fn boxes(&self, r: &RowTimes) -> bool {
        r.cargo.starts_with("container") && !r.outside && !r.background
    }

    /// Median days of boxes from a country, weighed by tonnes.
    fn days(&self, from: &str, to: impl Fn(&str) -> bool) -> Result<f64, &'static str> {
        let rows = self.answer.rows.iter().filter(|r| self.boxes(r) && self.country(&r.from) == from && to(&r.to));
        let (mut sum, mut weight) = (0.0, 0.0);
        for (row, p50) in rows.filter_map(|r| r.p50.map(|p| (r, p))) {
            sum += row.tonnes.mean * p50 / DAY;
            weight += row.tonnes.mean;
        }
        if weight > 0.0 { Ok(sum / weight) } else { Err("no boxes of the tables arrived between these ends") }
    }

    /// Trains of boxes out of China over the corridor.
    fn trains(&self, boxes: impl Fn(&RowTimes) -> f64) -> Result<f64, &'static str> {
        let (t, s) = (&self.corridor.tables, &self.corridor.strings);
        let mut trains = None;
        for row in self.answer.rows.iter().filter(|r| self.boxes(r) && self.country(&r.from) == "CN") {
            let id = row.row.split(" by ").next().unwrap_or_default();
            let lot = t.demand.iter().find(|d| s.id(d.demand_id) == id).and_then(|d| d.lot);
            if let Some(lot) = lot.map(Quantity::value).filter(|l| *l > 0.0) {
                *trains.get_or_insert(0.0) += boxes(row) / lot;
            }
        }
        trains.ok_or("no block trains in the tables")
    }

    fn border(&self, at: &str) -> Result<f64, &'static str> {
        let found = self.answer.borders.iter().find(|b| b.border == at);
        found.map(|b| b.hours.mean).ok_or("no goods of the run pass this border, or the row names none")
    }

    /// By table `count`, where the observation covers the run.
    fn counted(&self, o: &Observation) -> Result<f64, &'static str> {
        if self.first != Some(o.period_start) || self.last != Some(o.period_end) {
            return Err("it is not of the whole period simulated, and no part of the run stands for it");
        }
        let rows: Vec<&Count> = self.corridor.tables.count.iter().filter(|c| c.counter_id == o.counter_id).collect();
        if rows.is_empty() {
            return Err("neither table count nor a figure of the run says what it counts");
        }
        if rows.iter().any(|c| matches!(c.at.table, TableKind::Operator | TableKind::Node)) {
            return Err("it counts by operator or place of arrival; `keruen validate` does");
        }
        Ok(rows.iter().map(|c| self.passed(c)).sum())
    }

    fn passed(&self, c: &Count) -> f64 {
        let what = format!("{}:{}", c.at.table.name(), self.corridor.text(c.at.id));
        let named = |cargo: &str| c.cargo.is_empty() || c.cargo.iter().any(|&k| self.corridor.strings.id(k) == cargo);
        let here = self.answer.traffic.iter().filter(|t| t.what == what && named(&t.cargo));
        let way = here.filter(|t| c.direction == Direction::Both || t.direction == c.direction.name());
        let sum: f64 = way
            .map(|t| match c.measure {
                Unit::TEU => t.teu,
                Unit::Wagon => t.wagons,
                Unit::Truck => t.trucks,
                _ => t.tonnes,
            })
            .sum();
        sum * c.share.value()
    }

    fn score(&self, o: &Observation, model: f64, cause: &str) -> ObservedScore {
        let (observed, tolerance) = (o.value.value(), o.tolerance.map(Quantity::value));
        let hit = |x: f64| tolerance.map(|t| (x - observed).abs() <= t / 100.0 * observed.abs());
        let naive = self.before(o);
        ObservedScore {
            observation: self.corridor.strings.id(o.observation_id).into(),
            counter: self.counter(o).into(),
            name: self
                .corridor
                .tables
                .counter
                .find(o.counter_id)
                .map_or(String::new(), |c| self.corridor.strings.text(c.name).into()),
            period: format!("{} to {}", o.period_start, o.period_end),
            observed,
            model,
            unit: self.corridor.strings.text(o.unit).into(),
            tolerance,
            hit: hit(model),
            naive,
            naive_hit: naive.and_then(hit),
            cause: cause.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    /// The same counter at the same place, the last time before.
    fn before(&self, o: &Observation) -> Option<f64> {
        let same = |x: &&Observation| x.counter_id == o.counter_id && x.at == o.at && x.period_end < o.period_start;
        self.corridor.tables.observation.iter().filter(same).max_by_key(|x| x.period_end).map(|x| x.value.value())
    }

    /// Trains sent and not received at the end of a year: the difference of two counters, its tolerance theirs together.
    fn outstanding(&self) -> Option<ObservedScore> {
        let of = |counter: &str| {
            let same = |o: &&Observation| {
                self.counter(o) == counter && Some(o.period_start) == self.first && Some(o.period_end) == self.last
            };
            self.corridor.tables.observation.iter().find(same)
        };
        let (sent, received) = of("TITR_TRAINS").zip(of("TITR_TRAINS_RX"))?;
        let model = self.trains(|r| r.under_way.mean).ok()?;
        let observed = sent.value.value() - received.value.value();
        let off = |o: &Observation| o.tolerance.map_or(0.0, Quantity::value) / 100.0 * o.value.value();
        let tolerance = (off(sent) + off(received)) / observed * 100.0;
        let id = |o: &Observation| self.corridor.strings.id(o.observation_id);
        Some(ObservedScore {
            observation: format!("{}-{}", id(sent), id(received)),
            counter: "TITR_TRAINS-TITR_TRAINS_RX".into(),
            name: "block trains sent and not received at the end".into(),
            period: format!("{} to {}", sent.period_start, sent.period_end),
            observed,
            model,
            unit: "trains".into(),
            tolerance: Some(tolerance),
            hit: Some((model - observed).abs() <= tolerance / 100.0 * observed),
            naive: None,
            naive_hit: None,
            cause: "boxes under way on the last day over those of a train; the counters' trains may have gone elsewhere".into(),
        })
    }
}
