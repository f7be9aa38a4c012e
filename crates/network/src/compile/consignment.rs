//! What one shipper wants moved, and how it splits into boxes, wagons, trucks and tonnes on each loading.

use super::stretch::Stretch;
use keruen_model::{
    Amount, AnyRef, Cargo, Corridor, Date, Equipment, EquipmentKind, Fit, Id, Loading, Node, Quantity, TableKind, Tonnes, Unit,
};
use std::fmt;

/// The question of one shipper.
#[derive(Clone, Debug, PartialEq)]
pub struct Consignment {
    /// Origin.
    pub from: Id<Node>,
    /// Destination.
    pub to: Id<Node>,
    /// Goods.
    pub cargo: Id<Cargo>,
    /// In what; `None` = the usual of the cargo.
    pub equipment: Option<Id<Equipment>>,
    /// How much.
    pub quantity: Amount,
    /// Unit of the quantity; `None` = that of the cargo.
    pub unit: Option<Unit>,
    /// Day of departure.
    pub day: Date,
    /// Rows to keep away from: nodes, links, services, facilities, operations, operators.
    pub avoid: Vec<AnyRef>,
    /// Countries to keep away from.
    pub avoid_countries: Vec<String>,
    /// Rows that must be used: nodes, links, services, facilities, operations, operators; in any order.
    pub must_use: Vec<AnyRef>,
    /// Countries that must be touched.
    pub must_use_countries: Vec<String>,
    /// Goods that travel together with these, for the rules that keep goods apart.
    pub beside: Vec<Id<Cargo>>,
    /// Day on which the permits are asked for; `None` = the day of departure.
    pub asked_on: Option<Date>,
    /// Stretches that a way may ride once only: no way goes out and back to meet what it must use.
    pub once: Vec<Stretch>,
}

/// Most rows and countries that must be used, one bit each in a state.
const MOST_WANTED: usize = 8;
/// Most stretches that may be ridden once only, one bit each in a state.
pub const MOST_ONCE: usize = 64;

impl Consignment {
    /// Whether it keeps away from nothing and may ride everything as often as it likes.
    pub(super) fn is_free(&self) -> bool {
        self.avoid.is_empty() && self.avoid_countries.is_empty() && self.once.is_empty()
    }

    /// Goods of a cargo, in its own unit and usual equipment, without conditions.
    pub fn plain((from, to): (Id<Node>, Id<Node>), cargo: Id<Cargo>, quantity: Amount, day: Date) -> Consignment {
        Consignment {
            from,
            to,
            cargo,
            equipment: None,
            quantity,
            unit: None,
            day,
            avoid: Vec::new(),
            avoid_countries: Vec::new(),
            must_use: Vec::new(),
            must_use_countries: Vec::new(),
            beside: Vec::new(),
            asked_on: None,
            once: Vec::new(),
        }
    }

    /// How many rows and countries must be used.
    pub fn wanted(&self) -> usize {
        self.must_use.len() + self.must_use_countries.len()
    }
}

/// Why a consignment cannot be weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConsignmentError {
    /// There is no such cargo.
    NoCargo,
    /// The unit does not fit the cargo.
    Unit(&'static str, &'static str),
    /// No load is given for the cargo in its equipment.
    NoLoad(String, String),
    /// The quantity is not above zero.
    Quantity,
    /// The quantity is above [`MOST_QUANTITY`].
    TooMuch,
    /// More rows that must be used than the search can hold.
    TooManyMustUse,
}

impl fmt::Display for ConsignmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConsignmentError::NoCargo => f.write_str("there is no such cargo"),
            ConsignmentError::Unit(asked, own) => {
                write!(f, "the cargo is counted in {own}, not in {asked}; ask in {own}{}", if *own == "t" { "" } else { " or t" })
            }
            ConsignmentError::NoLoad(cargo, equipment) => {
                write!(f, "table fit does not say how much {cargo} goes into one {equipment}; add a row with its load")
            }
            ConsignmentError::TooManyMustUse => f.write_str("at most 8 rows and countries can be asked for with must-use"),
            ConsignmentError::Quantity => f.write_str("a quantity is a number above zero"),
            ConsignmentError::TooMuch => f.write_str("a quantity is at most a million million, in any unit"),
        }
    }
}

impl std::error::Error for ConsignmentError {}

/// Most of a consignment, in any unit: a hundred times the tonnes that all ships of the world carry in a year. No sum of what it costs
/// leaves the doubles.
pub const MOST_QUANTITY: f64 = 1e12;

/// Part of a piece by which a load may seem to exceed whole pieces: 8.05 kt are 8050.000000000001 t in doubles.
pub(super) const WHOLE: f64 = 1e-9;

/// How the goods stand on one loading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Carriage {
    /// Equipment that holds them.
    pub equipment: Id<Equipment>,
    /// Kind of it.
    pub kind: EquipmentKind,
    /// Wagon under a box, where boxes ride on wagons.
    pub under: Option<Id<Equipment>>,
    /// How many pieces of equipment; whole numbers.
    pub pieces: f64,
    /// TEU of all pieces.
    pub teu: f64,
    /// Wagons that carry them, where on rails or in wagons on a ship.
    pub wagons: f64,
    /// Length of one wagon or truck.
    pub length: f64,
    /// Goods and equipment together, without the vehicle.
    pub gross: Tonnes,
}

/// The consignment in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    /// Weight of the goods.
    pub tonnes: Tonnes,
    /// Seats or bandwidth, for those cargoes; else the number of pieces asked.
    pub units: f64,
    /// Parameters it rests on: table, position of the row, field.
    pub rests_on: Vec<(TableKind, usize, &'static str)>,
    carriages: Vec<Option<Carriage>>,
}

impl Lot {
    /// How the goods stand on a loading; `None` where they cannot.
    pub fn on(&self, loading: Loading) -> Option<&Carriage> {
        self.carriages[loading as usize].as_ref()
    }

    /// Weighs a consignment.
    pub fn new(corridor: &Corridor, c: &Consignment) -> Result<Lot, ConsignmentError> {
        let cargo = corridor.tables.cargo.find(c.cargo).ok_or(ConsignmentError::NoCargo)?;
        let quantity = c.quantity.value();
        if !(quantity.is_finite() && quantity > 0.0) {
            return Err(ConsignmentError::Quantity);
        }
        if quantity > MOST_QUANTITY {
            return Err(ConsignmentError::TooMuch);
        }
        if c.wanted() > MOST_WANTED {
            return Err(ConsignmentError::TooManyMustUse);
        }
        let list: Vec<Id<Equipment>> = c.equipment.into_iter().chain(cargo.equipment.iter().copied()).collect();
        let unit = c.unit.unwrap_or(cargo.unit);
        let tonnes = weight(corridor, cargo, &list, quantity, unit)?;
        let carriages = Loading::ALL.iter().map(|&l| carriage(corridor, cargo, &list, l, tonnes, quantity, unit)).collect();
        Ok(Lot { tonnes, units: quantity, rests_on: rests_on(corridor, cargo, &list), carriages })
    }
}

/// Loads and lengths by which the pieces were counted.
fn rests_on(corridor: &Corridor, cargo: &Cargo, list: &[Id<Equipment>]) -> Vec<(TableKind, usize, &'static str)> {
    let t = &corridor.tables;
    let carries = |f: &Fit| f.carrier.as_id::<Equipment>().is_some_and(|e| list.contains(&e));
    let mine = |f: &Fit| f.carried.as_id::<Cargo>() == Some(cargo.cargo_id) && carries(f);
    let fits = (0..t.fit.len()).filter(|&i| mine(&t.fit.rows()[i])).map(|i| (TableKind::Fit, i, "load"));
    let lengths = list.iter().filter_map(|e| t.equipment.position(e.sym())).map(|i| (TableKind::Equipment, i, "length"));
    fits.chain(lengths).collect()
}

/// Weight of the asked quantity. People and bits weigh nothing.
fn weight(
    corridor: &Corridor,
    cargo: &Cargo,
    list: &[Id<Equipment>],
    quantity: f64,
    unit: Unit,
) -> Result<Tonnes, ConsignmentError> {
    let per_piece = |wanted: &[EquipmentKind]| {
        let e = list.iter().filter_map(|&e| corridor.tables.equipment.find(e)).find(|e| wanted.contains(&e.kind));
        let e = e.ok_or(ConsignmentError::Unit(unit.name(), cargo.unit.name()))?;
        given(corridor, cargo, e).ok_or_else(|| {
            ConsignmentError::NoLoad(corridor.strings.id(cargo.cargo_id).into(), corridor.strings.id(e.equipment_id).into())
        })
    };
    match unit {
        Unit::T => Ok(Tonnes(quantity)),
        Unit::Kt => Ok(Tonnes(quantity * 1000.0)),
        Unit::Container | Unit::FEU => Ok(Tonnes(quantity * per_piece(&[EquipmentKind::Container])?)),
        Unit::Truck => Ok(Tonnes(quantity * per_piece(&[EquipmentKind::Truck])?)),
        Unit::Wagon => Ok(Tonnes(quantity * per_piece(&[EquipmentKind::Wagon])?)),
        Unit::Seat | Unit::Trip | Unit::TbitPerS if unit == cargo.unit => Ok(Tonnes(0.0)),
        other => Err(ConsignmentError::Unit(other.name(), cargo.unit.name())),
    }
}

/// Usual load of a cargo in a piece of equipment: the row of `fit`, else the payload. Nothing is in an empty one.
fn given(corridor: &Corridor, cargo: &Cargo, equipment: &Equipment) -> Option<f64> {
    let fit = corridor.tables.fit.iter().find(|f| {
        f.carried.as_id::<Cargo>() == Some(cargo.cargo_id) && f.carrier.as_id::<Equipment>() == Some(equipment.equipment_id)
    });
    fit.and_then(|f| f.load).or(equipment.payload).map(Quantity::value).filter(|l| *l >= 0.0)
}

/// The same where goods are to be split into pieces by it.
fn load(corridor: &Corridor, cargo: &Cargo, equipment: &Equipment) -> Option<f64> {
    given(corridor, cargo, equipment).filter(|l| *l > 0.0)
}

fn suits(kind: EquipmentKind, loading: Loading) -> bool {
    use EquipmentKind as E;
    match loading {
        Loading::Ground => matches!(kind, E::Container),
        Loading::Rail | Loading::WagonOnShip => matches!(kind, E::Wagon | E::Container),
        Loading::Road | Loading::TruckOnShip => matches!(kind, E::Truck | E::Container),
        Loading::Ship => matches!(kind, E::Hold | E::Tank | E::Container),
        Loading::Pipe => kind == E::Pipe,
        Loading::Air => kind == E::Seat,
        Loading::Fibre => kind == E::Wavelength,
    }
}

fn carriage(
    corridor: &Corridor,
    cargo: &Cargo,
    list: &[Id<Equipment>],
    loading: Loading,
    tonnes: Tonnes,
    quantity: f64,
    unit: Unit,
) -> Option<Carriage> {
    let e = list.iter().filter_map(|&e| corridor.tables.equipment.find(e)).find(|e| suits(e.kind, loading))?;
    let counted = (unit == Unit::Container || unit == Unit::FEU) && e.kind == EquipmentKind::Container
        || unit == Unit::Truck && e.kind == EquipmentKind::Truck
        || unit == Unit::Wagon && e.kind == EquipmentKind::Wagon;
    let pieces = match e.kind {
        EquipmentKind::Hold | EquipmentKind::Tank | EquipmentKind::Pipe => 1.0,
        EquipmentKind::Seat | EquipmentKind::Wavelength => quantity,
        _ if counted => quantity,
        _ => (tonnes.value() / load(corridor, cargo, e)? - WHOLE).ceil().max(1.0),
    };
    let (wagons, length, under) = on_wagons(corridor, e, pieces);
    let on_rails = matches!(loading, Loading::Rail | Loading::WagonOnShip);
    Some(Carriage {
        equipment: e.equipment_id,
        kind: e.kind,
        under: under.filter(|_| on_rails),
        pieces,
        teu: pieces * e.teu.map_or(0.0, Quantity::value),
        wagons,
        length,
        gross: Tonnes(tonnes.value() + pieces * e.tare.map_or(0.0, Quantity::value)),
    })
}

/// Wagons (not rounded: a box pays for its part of the platform), the length of one, and the wagon under a box.
fn on_wagons(corridor: &Corridor, e: &Equipment, pieces: f64) -> (f64, f64, Option<Id<Equipment>>) {
    let own_length = e.length.map_or(0.0, Quantity::value);
    if e.kind != EquipmentKind::Container {
        return (pieces, own_length, None);
    }
    let platform = corridor.tables.fit.iter().find_map(|f| {
        let under = corridor.tables.equipment.find(f.carrier.as_id::<Equipment>()?)?;
        let same = f.carried.as_id::<Equipment>() == Some(e.equipment_id);
        (same && under.kind == EquipmentKind::Wagon).then_some((f, under))
    });
    match platform {
        Some((f, under)) => {
            let part = f.places.map_or(1.0, Quantity::value);
            (pieces * part, under.length.map_or(own_length, Quantity::value), Some(under.equipment_id))
        }
        None => (pieces, own_length, None),
    }
}
