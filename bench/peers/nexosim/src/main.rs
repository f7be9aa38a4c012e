//! NeXosim 1.0 on the models of crates/events/src/models, one JSON line each, by CPU time, on one thread.
//!
//!     cargo run --release -- mm1|tandem|ferry|ferry-ahead [CUSTOMERS]
//!
//! A source, a station and a port are models with ports; every arrival and departure is an event. In `ferry` each wagon comes by an event,
//! as a user of actors writes it; in `ferry-ahead` wagons are moments in a list drawn ahead, and ferries alone are events. Dice are
//! xoshiro256++ with the ziggurat of `rand_distr`, so that what is measured is the kernel. Unwrapped is what its models make sure of: an
//! event is entered for later, and a law has constants in order; a benchmark that breaks that is to stop.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::simulation::{ExecutionError, Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, Exp1, Triangular};
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

type Dice = Xoshiro256PlusPlus;

/// What was told: number, and sum in nanoseconds. Models are owned by the simulation, so they tell it outside.
static COUNT: AtomicU64 = AtomicU64::new(0);
static SUM: AtomicU64 = AtomicU64::new(0);

fn tell(nanos: u64) {
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
    SUM.store(SUM.load(Relaxed) + nanos, Relaxed);
}

/// A unit of the models' time is a second of the simulation.
fn span(units: f64) -> Duration {
    Duration::from_nanos((units * 1e9) as u64 + 1)
}

fn exponential(dice: &mut Dice, mean: f64) -> Duration {
    let x: f64 = Exp1.sample(dice);
    span(x * mean)
}

fn nanos(at: MonotonicTime) -> u64 {
    at.duration_since(MonotonicTime::EPOCH).as_nanos() as u64
}

/// Customers come at random.
#[derive(Serialize, Deserialize)]
struct Source {
    out: Output<u64>,
    dice: Dice,
    mean: f64,
    left: u64,
}

#[Model]
impl Source {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        let next = exponential(&mut self.dice, self.mean);
        cx.schedule_event(next, schedulable!(Self::comes), ()).unwrap();
    }

    #[nexosim(schedulable)]
    async fn comes(&mut self, _: (), cx: &Context<Self>) {
        self.out.send(nanos(cx.time())).await;
        self.left -= 1;
        if self.left > 0 {
            let next = exponential(&mut self.dice, self.mean);
            cx.schedule_event(next, schedulable!(Self::comes), ()).unwrap();
        }
    }
}

/// Servers with one queue. It tells waits (`waits`) or nothing; the last of a row tells stays by the moment that customers carry.
#[derive(Serialize, Deserialize)]
struct Station {
    out: Output<u64>,
    dice: Dice,
    free: u32,
    queue: VecDeque<(u64, u64)>,
    waits: bool,
    last: bool,
}

#[Model]
impl Station {
    pub async fn enters(&mut self, came: u64, cx: &Context<Self>) {
        if self.free == 0 {
            return self.queue.push_back((came, nanos(cx.time())));
        }
        self.free -= 1;
        self.begins(came, 0, cx);
    }

    fn begins(&mut self, came: u64, waited: u64, cx: &Context<Self>) {
        if self.waits {
            tell(waited);
        }
        let work = exponential(&mut self.dice, 1.0);
        cx.schedule_event(work, schedulable!(Self::done), came).unwrap();
    }

    #[nexosim(schedulable)]
    async fn done(&mut self, came: u64, cx: &Context<Self>) {
        match self.queue.pop_front() {
            Some((next, since)) => self.begins(next, nanos(cx.time()) - since, cx),
            None => self.free += 1,
        }
        if self.last {
            tell(nanos(cx.time()) - came);
        } else if !self.waits {
            self.out.send(came).await;
        }
    }
}

fn dice(stream: u64) -> Dice {
    Dice::seed_from_u64(stream + 1)
}

fn row(stations: usize, servers: u32, lambda: f64, customers: u64) -> Result<(), Box<dyn std::error::Error>> {
    let single = stations == 1;
    let mut source = Source { out: Output::default(), dice: dice(0), mean: 1.0 / lambda, left: customers };
    let station = |i: usize| Station {
        out: Output::default(),
        dice: dice(i as u64 + 1),
        free: servers,
        queue: VecDeque::new(),
        waits: single,
        last: !single && i + 1 == stations,
    };
    let mut all: Vec<Station> = (0..stations).map(station).collect();
    let boxes: Vec<Mailbox<Station>> = all.iter().map(|_| Mailbox::new()).collect();
    source.out.connect(Station::enters, &boxes[0]);
    for i in 1..stations {
        all[i - 1].out.connect(Station::enters, &boxes[i]);
    }
    let mut bench = SimInit::with_num_threads(1).add_model(source, Mailbox::new(), "source");
    for (i, (station, mailbox)) in all.into_iter().zip(boxes).enumerate() {
        bench = bench.add_model(station, mailbox, &format!("station{i}"));
    }
    let mut simulation = bench.init(MonotonicTime::EPOCH)?;
    while COUNT.load(Relaxed) < customers {
        simulation.step()?;
    }
    Ok(())
}

const PLACES: usize = 50;

/// A port: two berths, one ramp, wagons drawn ahead, storms drawn ahead.
#[derive(Serialize, Deserialize)]
struct Port {
    /// Ferries leave for the other port, with the moments at which their wagons came.
    out: Output<Vec<u64>>,
    dice: Dice,
    free: u32,
    off_port: VecDeque<Vec<u64>>,
    ramp_taken: bool,
    for_ramp: u32,
    wagons: VecDeque<u64>,
    last: u64,
    storm: (u64, u64),
    begins_with: u32,
    /// Wagons are drawn ahead rather than come by events.
    ahead: bool,
    /// A ferry stands at the ramp; which one, as the number of those that did.
    collecting: Option<u64>,
    collected: u64,
}

#[Model]
impl Port {
    /// A wagon comes by an event.
    pub async fn wagon(&mut self, came: u64, cx: &Context<Self>) {
        self.wagons.push_back(came);
        if self.wagons.len() >= PLACES && self.collecting.is_some() {
            self.leaves_ramp(cx);
        }
    }

    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        for _ in 0..self.begins_with {
            self.arrives(Vec::with_capacity(PLACES), cx).await;
        }
    }

    /// From the other port: the crossing begins.
    pub async fn sails(&mut self, aboard: Vec<u64>, cx: &Context<Self>) {
        let hours = Triangular::new(16.0, 24.0, 18.0).unwrap().sample(&mut self.dice);
        cx.schedule_event(span(hours), schedulable!(Self::arrives), aboard).unwrap();
    }

    #[nexosim(schedulable)]
    async fn arrives(&mut self, aboard: Vec<u64>, cx: &Context<Self>) {
        if self.free == 0 {
            return self.off_port.push_back(aboard);
        }
        self.free -= 1;
        self.unloads(aboard, cx);
    }

    fn unloads(&mut self, aboard: Vec<u64>, cx: &Context<Self>) {
        let hours = self.dice.random_range(4.0..6.0);
        cx.schedule_event(span(hours), schedulable!(Self::unloaded), aboard).unwrap();
    }

    #[nexosim(schedulable)]
    async fn unloaded(&mut self, mut aboard: Vec<u64>, cx: &Context<Self>) {
        let now = nanos(cx.time());
        aboard.iter().for_each(|came| tell(now - came));
        aboard.clear();
        if self.ramp_taken {
            self.for_ramp += 1;
            return;
        }
        self.ramp_taken = true;
        self.collects(cx);
    }

    fn collects(&mut self, cx: &Context<Self>) {
        let now = nanos(cx.time());
        let latest = now + 6_000_000_000;
        if !self.ahead {
            self.collected += 1;
            self.collecting = Some(self.collected);
            let wait = if self.wagons.len() >= PLACES { 1 } else { 6_000_000_000 };
            cx.schedule_event(Duration::from_nanos(wait), schedulable!(Self::collected), self.collected).unwrap();
            return;
        }
        while self.wagons.len() < PLACES && self.last <= latest {
            self.last += exponential(&mut self.dice, 0.25).as_nanos() as u64;
            self.wagons.push_back(self.last);
        }
        let full = self.wagons.get(PLACES - 1).copied().unwrap_or(latest).clamp(now + 1, latest);
        cx.schedule_event(Duration::from_nanos(full - now), schedulable!(Self::collected), 0).unwrap();
    }

    /// Full, or waited its time: the event of a ferry that left before means nothing.
    #[nexosim(schedulable)]
    async fn collected(&mut self, ferry: u64, cx: &Context<Self>) {
        if self.ahead || self.collecting == Some(ferry) {
            self.leaves_ramp(cx);
        }
    }

    fn leaves_ramp(&mut self, cx: &Context<Self>) {
        self.collecting = None;
        let now = nanos(cx.time());
        let here = self.wagons.iter().take(PLACES).take_while(|&&w| w <= now).count();
        let aboard: Vec<u64> = self.wagons.drain(..here).collect();
        let hours = self.dice.random_range(4.0..6.0);
        cx.schedule_event(span(hours), schedulable!(Self::leaves), aboard).unwrap();
        if self.for_ramp > 0 {
            self.for_ramp -= 1;
            self.collects(cx);
        } else {
            self.ramp_taken = false;
        }
    }

    #[nexosim(schedulable)]
    async fn leaves(&mut self, aboard: Vec<u64>, cx: &Context<Self>) {
        let now = nanos(cx.time());
        while self.storm.1 <= now {
            let begins = self.storm.1 + exponential(&mut self.dice, 72.0).as_nanos() as u64;
            self.storm = (begins, begins + exponential(&mut self.dice, 8.0).as_nanos() as u64);
        }
        if self.storm.0 <= now {
            let rest = Duration::from_nanos(self.storm.1 - now);
            cx.schedule_event(rest, schedulable!(Self::leaves), aboard).unwrap();
            return;
        }
        self.out.send(aboard).await;
        match self.off_port.pop_front() {
            Some(next) => self.unloads(next, cx),
            None => self.free += 1,
        }
    }
}

fn ferry(wagons: u64, ahead: bool) -> Result<(), Box<dyn std::error::Error>> {
    let port = |i: u64| Port {
        out: Output::default(),
        dice: dice(i),
        free: 2,
        off_port: VecDeque::new(),
        ramp_taken: false,
        for_ramp: 0,
        wagons: VecDeque::new(),
        last: 0,
        storm: (0, 0),
        begins_with: 3,
        ahead,
        collecting: None,
        collected: 0,
    };
    let (mut a, mut b) = (port(0), port(1));
    let (at_a, at_b) = (Mailbox::new(), Mailbox::new());
    a.out.connect(Port::sails, &at_b);
    b.out.connect(Port::sails, &at_a);
    let mut bench = SimInit::with_num_threads(1);
    if !ahead {
        for (i, port) in [&at_a, &at_b].into_iter().enumerate() {
            let mut source = Source { out: Output::default(), dice: dice(i as u64 + 2), mean: 0.25, left: u64::MAX };
            source.out.connect(Port::wagon, port);
            bench = bench.add_model(source, Mailbox::new(), &format!("source{i}"));
        }
    }
    let bench = bench.add_model(a, at_a, "a").add_model(b, at_b, "b");
    let mut simulation = bench.init(MonotonicTime::EPOCH)?;
    while COUNT.load(Relaxed) < wagons {
        simulation.step().map_err(|e: ExecutionError| Box::new(e))?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let what = arguments.get(1).map_or("mm1", String::as_str);
    let size: u64 = arguments.get(2).map_or(Ok(if what == "tandem" { 200_000 } else { 2_000_000 }), |n| n.parse())?;
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let visits = match what {
        "tandem" => 10,
        _ => 1,
    };
    match what {
        "tandem" => row(10, 2, 1.6, size)?,
        "ferry" => ferry(size, false)?,
        "ferry-ahead" => ferry(size, true)?,
        _ => row(1, 1, 0.9, size)?,
    }
    let (wall, cpu) = (wall.elapsed().as_secs_f64(), cpu.elapsed().as_secs_f64());
    let (count, sum) = (COUNT.load(Relaxed), SUM.load(Relaxed));
    println!(
        r#"{{"kind":"events","peer":"nexosim 1.0.0","instance":"{what}","size":{size},"threads":1,"cpu_s":{cpu:.3},"wall_s":{wall:.3},"rate":{:.0},"mean":{:.4}}}"#,
        (count * visits) as f64 / cpu,
        sum as f64 / count as f64 / 1e9
    );
    Ok(())
}
