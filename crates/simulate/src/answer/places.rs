//! Queues, berths, ships, stations, rooms.

use super::{CONFIDENCE, Made, estimate, hours, of_some, over};
use crate::run::Noted;
use keruen_events::output::{Steady, steady};
use keruen_results::simulate::{BerthUse, Queue, RoomUse, ShipUse, StationUse, Storm};

/// Hours of a day.
const DAY: f64 = 24.0;

impl Made<'_> {
    pub(super) fn queues(&self) -> Vec<Queue> {
        let mut out = Vec::new();
        for (l, line) in self.plan.lines.list.iter().enumerate() {
            for c in 0..line.calls.len() {
                if self.all.iter().any(|n| n.quays[l][c].level.most() > 0.0) {
                    out.push(self.queue(l, c));
                }
            }
        }
        out
    }

    fn queue(&self, l: usize, c: usize) -> Queue {
        let (all, line) = (self.all, &self.plan.lines.list[l]);
        let weeks: Vec<Vec<f64>> = all.iter().map(|n| n.quays[l][c].series.clone().means()).collect();
        let boarded: Vec<&[f64]> = all.iter().map(|n| n.quays[l][c].boarded.as_slice()).collect();
        let trucks: Vec<Vec<f64>> = all.iter().map(|n| n.quays[l][c].trucks.clone().means()).collect();
        let count = weeks[0].len();
        let mean = |x: &dyn Fn(usize) -> f64| (0..all.len()).map(x).sum::<f64>() / all.len() as f64;
        let band: Vec<(f64, f64)> = (0..count).map(|w| nine_in_ten(weeks.iter().map(|x| x[w]).collect())).collect();
        let sketch = &self.joined.quays[l][c];
        Queue {
            service: line.name.clone(),
            at: line.calls[c].name.clone(),
            mean: over(all, |n| n.quays[l][c].level.mean(self.plan.end)),
            most: over(all, |n| n.quays[l][c].level.most()),
            hours: of_some(all.iter().map(|n| &n.quays[l][c].waits)),
            p50: hours(sketch, 0.5),
            p90: hours(sketch, 0.9),
            count: sketch.count(),
            at_end: over(all, |n| n.quays[l][c].here as f64),
            by_week: (0..count).map(|w| mean(&|r| weeks[r][w])).collect(),
            low_by_week: band.iter().map(|b| b.0).collect(),
            high_by_week: band.iter().map(|b| b.1).collect(),
            boarded_by_week: (0..count).map(|w| mean(&|r| boarded[r][w])).collect(),
            trucks_by_week: (0..count).map(|w| mean(&|r| trucks[r][w])).collect(),
            longest_days_by_week: (0..count).map(|w| mean(&|r| all[r].quays[l][c].longest[w]) / DAY).collect(),
            calls: over(all, |n| n.quays[l][c].calls.count as f64),
            off_port_hours: of_some(all.iter().map(|n| &n.quays[l][c].calls)),
            drifts: grows(&weeks),
        }
    }

    pub(super) fn berths(&self) -> Vec<BerthUse> {
        let one = |(i, b): (usize, &crate::plan::berth::Berth)| BerthUse {
            berth: b.name.clone(),
            count: b.count,
            share: over(self.all, |n| n.berths[i].mean(self.plan.end) / f64::from(b.count)),
        };
        self.plan.lines.berths.iter().enumerate().map(one).collect()
    }

    pub(super) fn ships(&self) -> Vec<ShipUse> {
        let one = |(i, s): (usize, &crate::plan::fleet::Ship)| ShipUse {
            ship: s.name.clone(),
            service: self.plan.lines.list[self.most_sailed(i).unwrap_or(s.line)].name.clone(),
            sailings: over(self.all, |n| n.ships[i].sailings as f64),
            load: estimate(&self.all.iter().filter_map(|n| n.ships[i].load.mean()).collect::<Vec<_>>()),
            off_port_hours: over(self.all, |n| n.ships[i].off_port),
        };
        self.plan.lines.ships.iter().enumerate().map(one).collect()
    }

    fn most_sailed(&self, ship: usize) -> Option<usize> {
        let mut sums = vec![0_u32; self.plan.lines.list.len()];
        self.all.iter().flat_map(|n| &n.ships[ship].lines).for_each(|&(l, n)| sums[l] += n);
        let best = sums.iter().copied().max().filter(|&n| n > 0)?;
        sums.iter().position(|&n| n == best)
    }

    pub(super) fn stations(&self) -> Vec<StationUse> {
        let all = self.all;
        let used = |i: &usize| self.plan.stations[*i].load > 0.0 || all.iter().any(|n| n.stations[*i].1.count > 0);
        let one = |i: usize| {
            let s = &self.plan.stations[i];
            StationUse {
                resource: s.name.clone(),
                share: if s.quiet { estimate(&vec![s.load; all.len()]) } else { over(all, |n| n.stations[i].0) },
                hours: of_some(all.iter().map(|n| &n.stations[i].1)),
            }
        };
        let mut out: Vec<StationUse> = (0..self.plan.stations.len()).filter(used).map(one).collect();
        out.sort_by(|a, b| b.share.mean.total_cmp(&a.share.mean));
        out
    }

    pub(super) fn rooms(&self) -> Vec<RoomUse> {
        let all = self.all;
        let used = |i: &usize| all.iter().any(|n: &Noted| n.rooms[*i].most > 0.0);
        let one = |i: usize| {
            let room = &self.plan.places.rooms[i];
            let weeks: Vec<Vec<f64>> = all.iter().map(|n| n.rooms[i].series.clone().means()).collect();
            RoomUse {
                room: room.name.clone(),
                capacity: room.capacity,
                mean: over(all, |n| n.rooms[i].mean),
                most: over(all, |n| n.rooms[i].most),
                hours: of_some(all.iter().map(|n| &n.rooms[i].waits)),
                waiting: over(all, |n| n.rooms[i].waiting as f64),
                bans: over(all, |n| f64::from(n.rooms[i].bans)),
                banned_days: over(all, |n| n.rooms[i].banned / DAY),
                kept: over(all, |n| n.rooms[i].kept as f64),
                over: over(all, |n| n.rooms[i].over),
                by_week: (0..weeks[0].len()).map(|w| weeks.iter().map(|x| x[w]).sum::<f64>() / weeks.len() as f64).collect(),
                drifts: grows(&weeks),
            }
        };
        let finite = |i: &usize| self.plan.places.rooms[*i].capacity.is_finite();
        (0..self.plan.places.rooms.len()).filter(finite).filter(used).map(one).collect()
    }
}

/// Whether weekly means, one list a replication, grow as long as one watches.
fn grows(weeks: &[Vec<f64>]) -> bool {
    matches!(steady(weeks, CONFIDENCE), Steady::Drifts { from, to } if to > from)
}

impl Made<'_> {
    /// Closed spells of the first replication, for a calendar.
    pub(super) fn storms(&self) -> Vec<Storm> {
        let spells = self.plan.weather.draw(self.q.seed, 0, self.plan.end);
        let one = |(region, spells): (&str, Vec<_>)| -> Vec<Storm> {
            let spell = |&(from, to): &(keruen_events::Tick, keruen_events::Tick)| Storm {
                region: region.into(),
                from_hours: crate::CLOCK.time(from.0),
                to_hours: crate::CLOCK.time(to.0.min(self.plan.end.0)),
            };
            spells.iter().map(spell).collect()
        };
        self.plan.weather.names().zip(spells).flat_map(one).collect()
    }
}

/// Ends of the middle nine tenths.
fn nine_in_ten(mut numbers: Vec<f64>) -> (f64, f64) {
    numbers.sort_by(f64::total_cmp);
    let at = |share: f64| numbers[((numbers.len() - 1) as f64 * share).round() as usize];
    (at(0.05), at(0.95))
}
