//! A generated network for traffic equilibrium: streets in a grid with irregular speeds, motorways, and zones that gather at places.
//!
//! Side x side crossings; streets both ways to the next crossings; every tenth street is fast and wide. Zones hang at crossings by
//! two connectors and may not be passed through. Trips fall with distance (gravity), and their sum is such that the busiest tenth of
//! the links is over capacity. Everything follows from the seed.

use keruen_results::equilibrium::{CongestedLink, CongestedNetwork, Delay, FlowNode, Trip};

/// The seed of the generated networks.
const SEED: u64 = 1;

/// Size of a generated network.
#[derive(Clone, Copy, Debug)]
pub struct Streets {
    pub side: u32,
    pub zones: u32,
    /// Trips from each zone to all others.
    pub trips: f64,
}

impl Streets {
    /// The network of the speed bar: about 1,000,000 links, 1,000 origins, 999,000 pairs.
    pub const LARGE: Self = Self { side: 500, zones: 1000, trips: TRIPS };

    /// One with so many streets each way and pairs.
    pub fn of(side: u32, zones: u32) -> Self {
        Self { side, zones, trips: TRIPS * f64::from(side) / 500.0 * 1000.0 / f64::from(zones) }
    }
}

/// Mean trips from each zone of the large network: so many that more than a tenth of its links carry over nine tenths of capacity.
const TRIPS: f64 = 5300.0;

/// Capacity of a street and of a fast one, trips an hour; time of a street, minutes.
const STREET: (f64, f64) = (900.0, 1.0);
const FAST: (f64, f64) = (4000.0, 0.45);

/// xorshift64* (Vigna 2016).
struct Dice(u64);

impl Dice {
    fn share(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, bound: u32) -> u32 {
        ((self.share() * f64::from(bound)) as u32).min(bound - 1)
    }
}

/// Makes a network and its trips. Nodes below `zones` are zones.
pub fn generate(size: Streets) -> (CongestedNetwork, Vec<Trip>) {
    let mut dice = Dice(SEED.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut links = grid(size, &mut dice);
    let places: Vec<(u32, u32)> = (0..size.zones).map(|_| (dice.below(size.side), dice.below(size.side))).collect();
    for (zone, &(row, column)) in places.iter().enumerate() {
        for (row, column) in [(row, column), ((row + 1) % size.side, column)] {
            let crossing = FlowNode(size.zones + row * size.side + column);
            let delay = Delay::Bpr { free: 0.5, b: 0.0, power: 4.0, capacity: 1e6 };
            let both = [(FlowNode(zone as u32), crossing), (crossing, FlowNode(zone as u32))];
            links.extend(both.map(|(from, to)| CongestedLink { from, to, delay, fixed: 0.0 }));
        }
    }
    let nodes = size.zones + size.side * size.side;
    let network = CongestedNetwork { nodes, first_through: FlowNode(size.zones), links };
    (network, trips(size, &places, &mut dice))
}

fn grid(size: Streets, dice: &mut Dice) -> Vec<CongestedLink> {
    let crossing = |row: u32, column: u32| FlowNode(size.zones + row * size.side + column);
    let mut links = Vec::new();
    for row in 0..size.side {
        for column in 0..size.side {
            let next = [(row, column + 1, row), (row + 1, column, column)];
            for (to_row, to_column, street) in next.into_iter().filter(|n| n.0 < size.side && n.1 < size.side) {
                let (capacity, time) = if street % 10 == 5 { FAST } else { STREET };
                let ends = (crossing(row, column), crossing(to_row, to_column));
                for (from, to) in [ends, (ends.1, ends.0)] {
                    let free = time * (0.8 + 0.4 * dice.share());
                    let power = if dice.share() < 0.5 { 4.0 } else { 3.0 + 2.0 * dice.share() };
                    links.push(CongestedLink { from, to, delay: Delay::Bpr { free, b: 0.15, power, capacity }, fixed: 0.0 });
                }
            }
        }
    }
    links
}

fn trips(size: Streets, places: &[(u32, u32)], dice: &mut Dice) -> Vec<Trip> {
    let attraction: Vec<f64> = places.iter().map(|_| 0.3 + dice.share()).collect();
    let scale = f64::from(size.side) / 5.0;
    let mut trips = Vec::with_capacity(places.len() * places.len());
    for (from, a) in places.iter().enumerate() {
        let far = |b: &(u32, u32)| f64::from(a.0.abs_diff(b.0) + a.1.abs_diff(b.1));
        let wish = |to: usize| if to == from { 0.0 } else { attraction[to] * (-far(&places[to]) / scale).exp() };
        let all: f64 = (0..places.len()).map(wish).sum();
        let pairs = (0..places.len()).filter(|&to| to != from);
        trips.extend(pairs.map(|to| Trip {
            from: FlowNode(from as u32),
            to: FlowNode(to as u32),
            amount: size.trips * attraction[from] * wish(to) / all,
        }));
    }
    trips
}
