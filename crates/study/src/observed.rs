//! A simulation against what was seen in its days: stocks, waits, transit days, borders, calls, throughput.
//!
//! A counter is read from the simulation by what it is (below), or, of the whole period simulated, by its rows of table `count`. The
//! naive forecast is what the same counter showed at the same place the time before. Nothing of the observation went into the run.

use keruen_model::{Corridor, Count, Date, Direction, Facility, Observation, Quantity, TableKind, Unit};
use keruen_results::observed::{ObservedAnswer, ObservedScore, SCHEMA_VERSION};
use keruen_results::simulate::{Queue, RowTimes, RowWeek, SimulateAnswer};
use keruen_results::validate::NotCounted;

/// Days of a week, hours of a day.
const WEEK: i32 = 7;
const DAY: f64 = 24.0;

/// Countries of the corridor whose places are not the European end of it.
const ON_THE_WAY: [&str; 7] = ["CN", "KZ", "AZ", "GE", "TR", "AM", "TM"];

const STOCK: &str = "lots in the yard and those that wait for room in it, mean of the weeks; ships out of service beyond their availability, \
     and wagons that the far shore does not take, stand in no table";
const WAITED: &str = "longest wait of a lot that went aboard in these weeks, mean over replications";
const DAYS: &str = "mean of the boxes that arrived in these weeks; waits for a whole train, for locomotives of KTZ and for papers stand in no \
     table beyond the operations' own times";
const BORDER: &str = "mean of the lots that pass; posts have slots and a time of work in the tables, but no shifts";
const CALLS: &str = "calls of the service's ships; a parcel in the model is a ship's load";
const BOARDED: &str = "twice the wagons that went aboard westwards with a load in these weeks: the orders do not say whether both ways and empty \
     wagons are counted; demand of 2025 reads them so, and each wagon comes back";
const TRAINS: &str =
    "boxes that came off their first ship in these days over those of a train; trains that go elsewhere stand in no table";
const SENT: &str = "boxes that set out in these days over those of a train; table demand is built from the trains sent";
const HELD: &str = "boxes sent and not off a ship on the last day over those of a train";
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
            "TITR_TRAINS" => self.trains(o, |w| w.started).map(|x| (x, SENT)),
            "TITR_TRAINS_RX" => self.trains(o, |w| w.landed).map(|x| (x, TRAINS)),
            "DAYS_CN_BAKU" => self.days(o, "CN", |n| n == "baku").map(|x| (x, DAYS)),
            "DAYS_CN_BS" => self.days(o, "CN", |n| n == "poti" || n == "batumi").map(|x| (x, DAYS)),
            "DAYS_CN_EU" => self.days(o, "CN", |n| !ON_THE_WAY.contains(&self.country(n))).map(|x| (x, DAYS)),
            "DAYS_ALA_POTI" => self.days(o, "KZ", |n| n == "poti").map(|x| (x, DAYS)),
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

    /// Sum over the weeks of a period, each by the share of its days that lie in it.
    fn over_days(&self, o: &Observation, of_week: impl Fn(usize) -> f64) -> f64 {
        let Some((first, last)) = self.first.zip(self.last) else { return 0.0 };
        let days = first.days_until(last) + 1;
        let (from, to) = (first.days_until(o.period_start), first.days_until(o.period_end) + 1);
        let share = |week: usize| {
            let (begins, ends) = (week as i32 * WEEK, (week as i32 * WEEK + WEEK).min(days));
            f64::from((to.min(ends) - from.max(begins)).max(0)) / f64::from((ends - begins).max(1))
        };
        self.weeks(o).map(|w| share(w) * of_week(w)).sum()
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

    /// Wagons a day, both ways.
    fn boarded(&self, o: &Observation, service: &str) -> Result<f64, &'static str> {
        let node = "kuryk_port";
        let q = self.queue(service, Some(node)).ok_or("the service took nothing there")?;
        let weeks = self.weeks(o);
        let count = weeks.clone().count() as f64;
        Ok(2.0 * weeks.filter_map(|w| q.boarded_by_week.get(w)).sum::<f64>() / (count * f64::from(WEEK)))
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

    /// Mean days of the boxes from a country that arrived in the days of an observation.
    fn days(&self, o: &Observation, from: &str, to: impl Fn(&str) -> bool) -> Result<f64, &'static str> {
        let rows = self.answer.rows.iter().filter(|r| self.boxes(r) && self.country(&r.from) == from && to(&r.to));
        let (mut hours, mut boxes) = (0.0, 0.0);
        for row in rows {
            let week = |w: usize| row.weeks.get(w);
            boxes += self.over_days(o, |w| week(w).map_or(0.0, |x| x.arrived));
            hours += self.over_days(o, |w| week(w).map_or(0.0, |x| x.arrived * x.hours));
        }
        if boxes > 0.0 { Ok(hours / boxes / DAY) } else { Err("no boxes of the tables arrived between these ends in these days") }
    }

    /// Trains of boxes out of China over the corridor in the days of an observation.
    fn trains(&self, o: &Observation, boxes: impl Fn(&RowWeek) -> f64) -> Result<f64, &'static str> {
        let (t, s) = (&self.corridor.tables, &self.corridor.strings);
        let mut trains = None;
        for row in self.answer.rows.iter().filter(|r| self.boxes(r) && self.country(&r.from) == "CN") {
            let id = row.row.split(" by ").next().unwrap_or_default();
            let lot = t.demand.iter().find(|d| s.id(d.demand_id) == id).and_then(|d| d.lot);
            if let Some(lot) = lot.map(Quantity::value).filter(|l| *l > 0.0) {
                *trains.get_or_insert(0.0) += self.over_days(o, |w| row.weeks.get(w).map_or(0.0, &boxes)) / lot;
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
        let one_way = |direction| self.passing(c, direction);
        let all = if c.returns { 2.0 * one_way(Direction::Forth).max(one_way(Direction::Back)) } else { one_way(c.direction) };
        all * c.share.value()
    }

    fn passing(&self, c: &Count, direction: Direction) -> f64 {
        let what = format!("{}:{}", c.at.table.name(), self.corridor.text(c.at.id));
        let named = |cargo: &str| c.cargo.is_empty() || c.cargo.iter().any(|&k| self.corridor.strings.id(k) == cargo);
        let here = self.answer.traffic.iter().filter(|t| t.what == what && named(&t.cargo));
        let way = here.filter(|t| direction == Direction::Both || t.direction == direction.name());
        way.map(|t| match c.measure {
            Unit::TEU => t.teu,
            Unit::Wagon => t.wagons,
            Unit::Truck => t.trucks,
            _ => t.tonnes,
        })
        .sum()
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
    fn outstanding(&self) -> Vec<ObservedScore> {
        let all = || self.corridor.tables.observation.iter().filter(|o| self.holds(o));
        let sent = all().filter(|o| self.counter(o) == "TITR_TRAINS");
        let same = |o: &&Observation| {
            let also = |r: &&Observation| r.period_start == o.period_start && r.period_end == o.period_end;
            all().filter(|r| self.counter(r) == "TITR_TRAINS_RX").find(also)
        };
        sent.filter_map(|o| self.not_received(o, same(&o)?)).collect()
    }

    fn not_received(&self, sent: &Observation, received: &Observation) -> Option<ObservedScore> {
        let model = self.trains(sent, |w| w.started).ok()? - self.trains(received, |w| w.landed).ok()?;
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
            cause: HELD.into(),
        })
    }
}
