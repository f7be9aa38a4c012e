//! Weather of the regions: drawn once a replication, the same for every scenario, and shared between shores as the tables say.

use crate::CLOCK;
use crate::plan::way::law;
use keruen_events::Tick;
use keruen_events::closure::{Closures, Season, joined, sharing};
use keruen_events::random::{Law, Stream};
use keruen_model::{Closure, Corridor, Quantity};
use keruen_network::ledger::Period;

/// One region.
#[derive(Clone, Debug, Default)]
struct Region {
    name: String,
    seasons: Vec<Season>,
    /// Closed on these days for certain.
    certain: Vec<(Tick, Tick)>,
    /// Region whose storms it shares, and which part of its own closed time lies in them.
    within: Option<(usize, f64)>,
}

/// Every region that a call lies in, and those whose storms they share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weather {
    regions: Vec<Region>,
}

impl Weather {
    /// The number of a region.
    pub fn region(&mut self, name: &str) -> usize {
        let known = self.regions.iter().position(|r| r.name == name);
        known.unwrap_or_else(|| {
            self.regions.push(Region { name: name.into(), ..Region::default() });
            self.regions.len() - 1
        })
    }

    /// Reads the closures of every region asked for.
    pub fn read(&mut self, c: &Corridor, period: Period) {
        let mut i = 0;
        while i < self.regions.len() {
            let name = self.regions[i].name.clone();
            let rows: Vec<&Closure> = c.tables.closure.iter().filter(|r| c.text(r.region.0) == name).collect();
            let outer = rows.iter().find(|r| !c.text(r.within.0).is_empty() && c.text(r.within.0) != name);
            let within = outer.map(|r| (self.region(c.text(r.within.0)), r.within_share.map_or(0.0, Quantity::value)));
            let region = &mut self.regions[i];
            region.within = within;
            let mut at = 0.0;
            for month in period.months() {
                let holds = |r: &&&Closure| {
                    r.month == i32::from(month.first.month()) && month.share_within(r.valid_from, r.valid_to) > 0.0
                };
                let here: Vec<&&Closure> = rows.iter().filter(holds).collect();
                for r in here.iter().filter(|r| r.share.value() >= 1.0) {
                    let first = r.valid_from.map_or(month.first, |d| d.max(month.first));
                    let days = month.days_within(r.valid_from, r.valid_to);
                    let from = f64::from(period.first.days_until(first)) * 24.0;
                    region.certain.push((Tick(CLOCK.span(from)), Tick(CLOCK.span(from + days * 24.0))));
                }
                let law_of = here.iter().filter(|r| r.share.value() < 1.0);
                let share = law_of.clone().map(|r| r.share.value() * month.share_within(r.valid_from, r.valid_to)).sum();
                let spell = law_of.clone().next().map_or(Law::Fixed(1.0), |r| law(&r.spell));
                at += month.hours().value();
                region.seasons.push(Season { until: Tick(CLOCK.span(at)), share, spell });
            }
            i += 1;
        }
    }

    /// Names of the regions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.regions.iter().map(|r| r.name.as_str())
    }

    /// Closed spells of every region in a replication.
    pub fn draw(&self, seed: u64, replication: u32, end: Tick) -> Vec<Vec<(Tick, Tick)>> {
        (0..self.regions.len()).map(|i| self.spells(i, seed, replication, end)).collect()
    }

    fn spells(&self, i: usize, seed: u64, replication: u32, end: Tick) -> Vec<(Tick, Tick)> {
        let r = &self.regions[i];
        let stream = |what: &str| Stream::new(seed, Stream::purpose(&["weather", what, &r.name]), replication);
        let own_part = 1.0 - r.within.map_or(0.0, |w| w.1);
        let own: Vec<Season> = r.seasons.iter().map(|s| Season { share: s.share * own_part, ..*s }).collect();
        let mut spells: Vec<_> = Closures::new(own, CLOCK, stream("own")).take_while(|s| s.0 < end).collect();
        if let Some((outer, inside)) = r.within.filter(|w| w.0 != i) {
            let theirs = self.own_spells(outer, seed, replication, end);
            let chance = |t: Tick| {
                let share = |r: &Region| r.seasons.iter().find(|s| t < s.until).map_or(0.0, |s| s.share);
                let there = share(&self.regions[outer]);
                if there > 0.0 { (inside * share(r) / there).min(1.0) } else { 0.0 }
            };
            spells = sharing(&theirs, chance, &spells, &mut stream("shared"));
        }
        spells.extend(&r.certain);
        joined(spells)
    }

    /// Storms of a region that shares with none, without the days that are closed for certain.
    fn own_spells(&self, i: usize, seed: u64, replication: u32, end: Tick) -> Vec<(Tick, Tick)> {
        let r = &self.regions[i];
        let stream = Stream::new(seed, Stream::purpose(&["weather", "own", &r.name]), replication);
        Closures::new(r.seasons.clone(), CLOCK, stream).take_while(|s| s.0 < end).collect()
    }
}
