//! What stands where, looked up by position: built once for a corridor on a day, shared by all consignments.

use super::consignment::{Consignment, ConsignmentError, Lot};
use super::moves::entries::hangs_on_the_way;
use super::naming::Naming;
use super::trade::{TradeKey, Trades};
use keruen_model::provenance::Parameter;
use keruen_model::zone::Zone;
use keruen_model::{AnyRef, Clock, Corridor, Date, Facility, Id, Node, Operation, Quantity, Service, Stop, Sym, TableKind, Text};
use rustc_hash::FxHashMap;
use std::ops::Deref;

/// Days after departure within which departures, opening hours, months and the ends of rows are looked at. The longest way of the
/// bundled corridor takes 70; what begins later than that is on none.
pub(super) const HORIZON_DAYS: i32 = 120;

/// The corridor on a day, indexed.
pub struct Index<'c> {
    /// The corridor as it stands on the day.
    pub corridor: &'c Corridor,
    layout: Layout,
}

/// What is indexed, without the corridor.
pub struct Layout {
    /// The day.
    pub day: Date,
    /// Local clock at which journeys begin.
    pub clock: Clock,
    /// Days after `day` on which journeys may begin too; the rows of the corridor hold on all of them.
    pub days: i32,
    /// Time zone of each node.
    pub zones: Vec<Zone>,
    /// Rows that end within [`HORIZON_DAYS`], with their last day.
    pub(super) endings: FxHashMap<AnyRef, Date>,
    /// Links at each node: position of the link, and whether it is ridden forwards.
    pub links_at: Vec<Vec<(u32, bool)>>,
    /// Facilities at each node.
    pub facilities_at: Vec<Vec<u32>>,
    /// Operations of each facility, templates resolved.
    pub operations_of: Vec<Vec<u32>>,
    /// Stops of each service, in order.
    pub stops_of: Vec<Vec<u32>>,
    /// Services that call at each node, with the position of the stop.
    pub calls_at: Vec<Vec<(u32, u32)>>,
    /// Country of each node.
    pub country: Vec<Sym>,
    /// Row of table `closure` of each region and month; the one with the largest share where several hold.
    pub(super) closures: FxHashMap<(Text, i32), u32>,
    rate_of: FxHashMap<Sym, (usize, f64)>,
    /// Rows that name each cargo.
    pub(super) naming: Naming,
    /// What consignments of one kind share.
    pub(super) trades: Trades,
}

impl Deref for Index<'_> {
    type Target = Layout;

    fn deref(&self) -> &Layout {
        &self.layout
    }
}

impl<'c> Index<'c> {
    /// Indexes a corridor that holds only the rows of the day (see [`Corridor::on`]).
    pub fn new(corridor: &'c Corridor, day: Date) -> Self {
        let t = &corridor.tables;
        let nodes = t.node.len();
        let mut layout = Layout {
            day,
            clock: Clock(0),
            days: 0,
            zones: zones(corridor),
            endings: endings(corridor, day),
            links_at: vec![Vec::new(); nodes],
            facilities_at: vec![Vec::new(); nodes],
            operations_of: vec![Vec::new(); t.facility.len()],
            stops_of: vec![Vec::new(); t.service.len()],
            calls_at: vec![Vec::new(); nodes],
            country: t.node.iter().map(|n| n.country.0).collect(),
            closures: closures(corridor),
            rate_of: rates(corridor, day),
            naming: Naming::new(corridor),
            trades: Trades::default(),
        };
        layout.place_links(corridor);
        layout.place_operations(corridor);
        layout.place_stops(corridor);
        Index { corridor, layout }
    }

    /// The same, for journeys that begin at a clock time.
    pub fn at(mut self, clock: Clock) -> Self {
        self.layout.clock = clock;
        self
    }

    /// The same, for journeys that may begin on so many later days too.
    pub fn until(mut self, days: i32) -> Self {
        self.layout.days = days;
        self
    }

    /// Takes it off its corridor, so that a cell can be changed.
    pub fn detach(self) -> Layout {
        self.layout
    }

    /// Lays it on its corridor again, in which nothing was changed.
    pub fn lay(corridor: &'c Corridor, layout: Layout) -> Self {
        Index { corridor, layout }
    }

    /// Lays it on its corridor again, in which only this cell was changed. Moves that hang on the cell are made again.
    pub fn attach(corridor: &'c Corridor, mut layout: Layout, changed: Parameter) -> Self {
        match hangs_on(corridor, changed) {
            Hangs::Amounts => layout.rate_of = rates(corridor, layout.day),
            Hangs::Moves(rows) => layout.trades.forget(&rows),
            Hangs::All => {
                let (clock, days) = (layout.clock, layout.days);
                return Index::new(corridor, layout.day).at(clock).until(days);
            }
        }
        Index { corridor, layout }
    }

    /// The trade of a consignment: questions about one trade share what is worked out, if they are asked one after the other.
    ///
    /// # Errors
    /// When the consignment makes no sense.
    pub fn trade(&self, c: &Consignment) -> Result<TradeKey, ConsignmentError> {
        Ok(TradeKey::of(self, c, &Lot::new(self.corridor, c)?))
    }

    /// Gives back what is kept for further questions about a trade.
    pub fn release(&self, trade: &TradeKey) {
        self.trades.release(trade);
    }

    /// Days after `day` that are looked at.
    pub(super) fn horizon(&self) -> i32 {
        self.days + HORIZON_DAYS
    }

    /// The second since 1970 at which a journey from a place begins.
    pub fn start(&self, from: Id<Node>) -> i64 {
        self.zone_of(from).instant(self.day, self.clock)
    }

    /// Time zone of a place.
    pub fn zone_of(&self, node: Id<Node>) -> Zone {
        let at = self.corridor.tables.node.position(node.sym());
        at.map_or_else(Zone::utc, |n| self.zones[n].clone())
    }

    /// US dollars for one unit of a currency on the day; `None` where no rate is known.
    pub fn usd(&self, currency: Sym) -> Option<f64> {
        if self.corridor.text(currency) == "USD" { Some(1.0) } else { self.rate(currency).map(|r| r.1) }
    }

    /// Position in table `fx` and rate of a currency other than the dollar.
    pub fn rate(&self, currency: Sym) -> Option<(usize, f64)> {
        self.rate_of.get(&currency).copied()
    }

    /// A stop by position.
    pub fn stop(&self, i: u32) -> &'c Stop {
        &self.corridor.tables.stop.rows()[i as usize]
    }

    /// A service by position.
    pub fn service(&self, i: u32) -> &'c Service {
        &self.corridor.tables.service.rows()[i as usize]
    }
}

impl Layout {
    fn place_links(&mut self, corridor: &Corridor) {
        let t = &corridor.tables;
        for (i, l) in t.link.iter().enumerate() {
            let ends = (t.node.position(l.from_node_id.sym()), t.node.position(l.to_node_id.sym()));
            let (Some(a), Some(b)) = ends else { continue };
            self.links_at[a].push((i as u32, true));
            if !l.directed {
                self.links_at[b].push((i as u32, false));
            }
        }
    }

    fn place_operations(&mut self, corridor: &Corridor) {
        let t = &corridor.tables;
        let mut own: FxHashMap<Id<Facility>, Vec<u32>> = FxHashMap::default();
        let mut templates: Vec<u32> = Vec::new();
        for (i, o) in t.operation.iter().enumerate() {
            match o.facility_id {
                Some(f) => own.entry(f).or_default().push(i as u32),
                None => templates.push(i as u32),
            }
        }
        for (f, facility) in t.facility.iter().enumerate() {
            if let Some(n) = t.node.position(facility.node_id.sym()) {
                self.facilities_at[n].push(f as u32);
            }
            let mine = own.remove(&facility.facility_id).unwrap_or_default();
            let replaced = |o: &Operation| mine.iter().map(|&m| &t.operation.rows()[m as usize]).any(|m| same_work(m, o));
            let from_templates = templates.iter().copied().filter(|&i| {
                let o = &t.operation.rows()[i as usize];
                o.facility_kind == Some(facility.kind) && !replaced(o)
            });
            self.operations_of[f] = mine.iter().copied().chain(from_templates).collect();
        }
    }

    fn place_stops(&mut self, corridor: &Corridor) {
        let t = &corridor.tables;
        for (i, s) in t.stop.iter().enumerate() {
            let service = t.service.position(s.service_id.sym());
            let node = t.node.position(s.node_id.sym());
            if let (Some(service), Some(node)) = (service, node) {
                self.stops_of[service].push(i as u32);
                self.calls_at[node].push((service as u32, i as u32));
            }
        }
        for stops in &mut self.stops_of {
            stops.sort_by_key(|&i| t.stop.rows()[i as usize].sequence);
        }
    }
}

/// The same kind of work between the same loadings, gauges and countries, for goods that both take.
fn same_work(own: &Operation, template: &Operation) -> bool {
    own.kind == template.kind
        && (own.from_loading, own.to_loading) == (template.from_loading, template.to_loading)
        && (own.from_gauge, own.to_gauge) == (template.from_gauge, template.to_gauge)
        && (own.from_country, own.to_country) == (template.from_country, template.to_country)
        && overlap(&own.cargo, &template.cargo)
        && overlap(&own.equipment, &template.equipment)
}

/// Two lists of cargoes meet when one is empty (any) or they share a cargo.
fn overlap<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.contains(x))
}

/// The last rate on or before the day; the first one after it where there is none before.
fn rates(corridor: &Corridor, day: Date) -> FxHashMap<Sym, (usize, f64)> {
    let mut best: FxHashMap<Sym, (Date, usize, f64)> = FxHashMap::default();
    for (i, f) in corridor.tables.fx.iter().enumerate() {
        let better = |old: &(Date, usize, f64)| match (f.date <= day, old.0 <= day) {
            (true, true) => f.date > old.0,
            (false, false) => f.date < old.0,
            (now, _) => now,
        };
        if best.get(&f.currency.0).is_none_or(better) {
            best.insert(f.currency.0, (f.date, i, f.usd.value()));
        }
    }
    best.into_iter().map(|(c, (_, i, usd))| (c, (i, usd))).collect()
}

/// Zone of each node; UTC where the name is unknown, which the rules of the tables report.
fn zones(corridor: &Corridor) -> Vec<Zone> {
    let mut known: FxHashMap<keruen_model::Text, Zone> = FxHashMap::default();
    let zone = |n: &Node| {
        let name = || Zone::named(corridor.strings.text(n.time_zone)).unwrap_or_else(Zone::utc);
        known.entry(n.time_zone).or_insert_with(name).clone()
    };
    corridor.tables.node.iter().map(zone).collect()
}

fn closures(corridor: &Corridor) -> FxHashMap<(Text, i32), u32> {
    let rows = corridor.tables.closure.rows();
    let mut best: FxHashMap<(Text, i32), u32> = FxHashMap::default();
    for (i, c) in rows.iter().enumerate() {
        let at = best.entry((c.region, c.month)).or_insert(i as u32);
        if c.share.value().total_cmp(&rows[*at as usize].share.value()).is_ge() {
            *at = i as u32;
        }
    }
    best
}

/// What hangs on a cell.
enum Hangs {
    /// Amounts, multiplied out for each question.
    Amounts,
    /// Moves over these rows, and all over chains of links where a link is among them.
    Moves(Vec<AnyRef>),
    All,
}

/// What hangs on a cell of a table; fields that are not known here, on safe ground: everything.
fn hangs_on(corridor: &Corridor, cell: Parameter) -> Hangs {
    use TableKind as T;
    let t = &corridor.tables;
    let services = |mine: &dyn Fn(&Service) -> bool| {
        let ids = t.service.iter().filter(|s| mine(s)).map(|s| AnyRef { table: T::Service, id: s.service_id.sym() });
        Hangs::Moves(ids.collect())
    };
    let own = || t.key(cell.table, cell.row).map(|id| AnyRef { table: cell.table, id });
    match (cell.table, cell.spec().name) {
        (T::Tariff, "amount" | "minimum" | "free_days") | (T::Emission, "factor") | (T::Fx, "usd") => Hangs::Amounts,
        // A row that hangs on the way between its ends is looked at once for a trade, not move by move.
        (T::Link, _) if t.tariff.iter().any(hangs_on_the_way) => Hangs::All,
        (T::Link, "length" | "free_speed" | "free_speed_back" | "delay_per_km" | "end_delay")
        | (T::Operation, "time" | "time_per_unit")
        | (T::Service, "headway" | "longest_wait") => Hangs::Moves(own().into_iter().collect()),
        (T::Stop, "time" | "distance" | "dwell") => {
            let at = t.stop.rows()[cell.row].service_id;
            services(&|s| s.service_id == at)
        }
        (T::Vehicle, "speed") => {
            let vehicle = t.vehicle.rows()[cell.row].vehicle_id;
            services(&|s| s.fleet.iter().filter_map(|&f| t.fleet.find(f)).any(|f| f.vehicle_id == vehicle))
        }
        _ => Hangs::All,
    }
}

impl Layout {
    /// Whether little hangs on a cell, so that to attach after its change is worth it.
    pub fn outlasts(corridor: &Corridor, changed: Parameter) -> bool {
        !matches!(hangs_on(corridor, changed), Hangs::All)
    }
}

/// Rows of places, lines, facilities, work and services that end soon after the day.
fn endings(corridor: &Corridor, day: Date) -> FxHashMap<AnyRef, Date> {
    use TableKind as T;
    let mut out = FxHashMap::default();
    for table in [T::Node, T::Link, T::Facility, T::Operation, T::Service] {
        for row in 0..corridor.tables.len(table) {
            let end = corridor.tables.validity(table, row).1.filter(|end| day.days_until(*end) < HORIZON_DAYS);
            let id = end.and(corridor.tables.key(table, row));
            out.extend(id.zip(end).map(|(id, end)| (AnyRef { table, id }, end)));
        }
    }
    out
}
