//! A log of a simulation played again: does anything take more than there is, or go where it cannot be?
//!
//! ```text
//! time       never runs backwards
//! berth      ships at it <= its rows of table resource;  a ship is at one berth at a time, and leaves the place where it is
//! room       what lies there <= amount x availability, but for one lot alone and for goods put down off a ship
//! station    a turn begins not before it is asked for, nor before the last one there ended
//! lot        ready before it goes aboard; comes off once; nothing is delivered from a ship
//! ship       boxes x TEU, wagons and trucks x metres on board <= places or lanes of its class
//! ```
//! Capacities are looked up in the tables, not taken from the log. Weight on board and the rate of stations are not checked: they change
//! with the water and the month.

use keruen_model::{Corridor, Equipment, EquipmentKind, Quantity, Vehicle};
use keruen_results::simulate_log::{Deed, Entry, EventLog};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFault {
    /// Position of the entry.
    pub entry: usize,
    /// What.
    pub what: String,
}

/// Sums may miss a whole by so much.
const ROUNDING: f64 = 1e-6;

/// Plays a log again and lists whatever breaks a rule; at most so many, since one fault brings others.
pub fn check_log(corridor: &Corridor, log: &EventLog, most: usize) -> Vec<LogFault> {
    let mut play = Play::new(corridor);
    for (i, entry) in log.entries.iter().enumerate() {
        let result = play.step(entry);
        if let Err(what) = result {
            play.faults.push(LogFault { entry: i, what });
        }
        if play.faults.len() >= most {
            break;
        }
    }
    play.faults
}

struct Play<'c> {
    corridor: &'c Corridor,
    now: u64,
    /// Ships at each berth; where each ship lies.
    berths: BTreeMap<String, u32>,
    lies: BTreeMap<String, String>,
    rooms: BTreeMap<String, f64>,
    free_from: BTreeMap<String, u64>,
    ready: BTreeSet<u32>,
    /// Ship, and what it takes of it, of each lot on board.
    aboard: BTreeMap<u32, (String, f64)>,
    loads: BTreeMap<String, f64>,
    faults: Vec<LogFault>,
}

impl<'c> Play<'c> {
    fn new(corridor: &'c Corridor) -> Play<'c> {
        Play {
            corridor,
            now: 0,
            berths: BTreeMap::new(),
            lies: BTreeMap::new(),
            rooms: BTreeMap::new(),
            free_from: BTreeMap::new(),
            ready: BTreeSet::new(),
            aboard: BTreeMap::new(),
            loads: BTreeMap::new(),
            faults: Vec::new(),
        }
    }

    fn step(&mut self, e: &Entry) -> Result<(), String> {
        if e.at_ms < self.now {
            return Err(format!("time runs back from {} to {}", self.now, e.at_ms));
        }
        self.now = e.at_ms;
        match e.deed {
            Deed::Ready => drop(self.ready.insert(e.lot)),
            Deed::Boards => return self.boards(e),
            Deed::Lands => return self.lands(e),
            Deed::Enters | Deed::Forced => return self.enters(e),
            Deed::Vacates => *self.rooms.entry(e.resource.clone()).or_default() -= e.amount,
            Deed::Turn => return self.turn(e),
            Deed::Delivered if self.aboard.contains_key(&e.lot) => return Err(format!("lot {} is delivered at sea", e.lot)),
            Deed::Delivered => {}
            Deed::Berths => return self.berths(e),
            Deed::GivesWay | Deed::Leaves => return self.leaves(e),
        }
        Ok(())
    }

    fn amount(&self, resource: &str) -> Result<(f64, f64), String> {
        let row = self.corridor.tables.resource.iter().find(|r| self.corridor.strings.id(r.resource_id) == resource);
        let row = row.ok_or_else(|| format!("there is no resource {resource}"))?;
        Ok((row.amount.value(), row.availability.value()))
    }

    fn berths(&mut self, e: &Entry) -> Result<(), String> {
        if let Some(place) = self.lies.insert(e.ship.clone(), e.place.clone()) {
            return Err(format!("{} berths at {} and lies at {place}", e.ship, e.place));
        }
        if e.resource.is_empty() {
            return Ok(());
        }
        let there = self.amount(&e.resource)?.0;
        let taken = self.berths.entry(e.resource.clone()).or_default();
        *taken += 1;
        if f64::from(*taken) > there.max(1.0) {
            Err(format!("{taken} ships at {} berths of {}", there, e.resource))
        } else {
            Ok(())
        }
    }

    /// A ship that gave its berth away leaves no berth when it goes.
    fn leaves(&mut self, e: &Entry) -> Result<(), String> {
        match self.lies.remove(&e.ship) {
            Some(place) if place == e.place => {
                if let Some(taken) = self.berths.get_mut(&e.resource) {
                    *taken = taken.saturating_sub(1);
                }
                Ok(())
            }
            Some(place) => Err(format!("{} leaves {} and lies at {place}", e.ship, e.place)),
            None => Err(format!("{} leaves {}, where it does not lie", e.ship, e.place)),
        }
    }

    fn enters(&mut self, e: &Entry) -> Result<(), String> {
        let (amount, availability) = self.amount(&e.resource)?;
        let lies = self.rooms.entry(e.resource.clone()).or_default();
        let alone = *lies <= ROUNDING;
        *lies += e.amount;
        let fits = *lies <= amount * availability * (1.0 + ROUNDING);
        if fits || alone || e.deed == Deed::Forced { Ok(()) } else { Err(format!("{lies} in {} of {amount}", e.resource)) }
    }

    fn turn(&mut self, e: &Entry) -> Result<(), String> {
        let free = self.free_from.entry(e.resource.clone()).or_default();
        if e.begins_ms < e.at_ms || e.begins_ms < *free {
            return Err(format!(
                "a turn at {} begins at {}, asked for at {}, free from {free}",
                e.resource, e.begins_ms, e.at_ms
            ));
        }
        *free = e.begins_ms + e.amount as u64;
        Ok(())
    }

    /// Part of a lot goes aboard under a number of its own: it was ready with the rest.
    fn boards(&mut self, e: &Entry) -> Result<(), String> {
        if !self.lies.contains_key(&e.ship) {
            return Err(format!("lot {} boards {}, which is at sea", e.lot, e.ship));
        }
        self.ready.remove(&e.lot);
        let takes = f64::from(e.pieces) * self.each(e).unwrap_or(0.0);
        if self.aboard.insert(e.lot, (e.ship.clone(), takes)).is_some() {
            return Err(format!("lot {} boards twice", e.lot));
        }
        let load = self.loads.entry(e.ship.clone()).or_default();
        *load += takes;
        let (load, most) = (*load, self.class(&e.ship).and_then(places));
        match most {
            Some(most) if load > most * (1.0 + ROUNDING) => Err(format!("{} carries {load} of {most}", e.ship)),
            _ => Ok(()),
        }
    }

    fn lands(&mut self, e: &Entry) -> Result<(), String> {
        let (ship, takes) = self.aboard.remove(&e.lot).ok_or_else(|| format!("lot {} comes off no ship", e.lot))?;
        if !self.lies.contains_key(&ship) {
            return Err(format!("lot {} comes off {ship} at sea", e.lot));
        }
        *self.loads.entry(ship).or_default() -= takes;
        Ok(())
    }

    /// Class of a ship: its name is that of its fleet and a number.
    fn class(&self, ship: &str) -> Option<&'c Vehicle> {
        let fleet = ship.rsplit_once(' ')?.0;
        let row = self.corridor.tables.fleet.iter().find(|f| self.corridor.strings.id(f.fleet_id) == fleet)?;
        self.corridor.tables.vehicle.find(row.vehicle_id)
    }

    /// What a piece takes of the places of its ship; `None` where the tables do not say it of this equipment alone.
    fn each(&self, e: &Entry) -> Option<f64> {
        let equipment = self.equipment(e.row.split(" by ").next()?)?;
        let lanes = self.class(&e.ship)?.lane_length.is_some();
        match equipment.kind {
            EquipmentKind::Container if !lanes => equipment.teu.map(Quantity::value),
            EquipmentKind::Wagon | EquipmentKind::Truck if lanes => equipment.length.map(Quantity::value),
            _ => None,
        }
    }

    fn equipment(&self, row: &str) -> Option<&'c Equipment> {
        let (t, s) = (&self.corridor.tables, &self.corridor.strings);
        let demand = t.demand.iter().find(|d| s.id(d.demand_id) == row).map(|d| (Some(d.cargo_id), d.equipment_id));
        let state = || t.state.iter().find(|x| s.id(x.state_id) == row).map(|x| (x.cargo_id, x.equipment_id));
        let (cargo, told) = demand.or_else(state)?;
        t.equipment.find(told.or_else(|| t.cargo.find(cargo?)?.equipment.iter().next().copied())?)
    }
}

/// Lanes, else boxes of a ship.
fn places(v: &Vehicle) -> Option<f64> {
    v.lane_length.map(Quantity::value).or_else(|| v.places.map(Quantity::value))
}
