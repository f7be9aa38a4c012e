//! The consignment weighed again: tonnes, and what it makes in boxes, wagons and trucks on each loading.
//!
//! Pieces of equipment are whole. A box pays for its part of the wagon under it (`fit.places`), not for a whole one. On each
//! loading goods travel in the first equipment of their list that can stand there: the one asked for, then those of the cargo.

use crate::tolerance::PIECE;
use keruen_model::{AnyRef, Cargo, Corridor, Equipment, EquipmentKind, Id, List, Loading, Quantity, Row, TableKind, Text, Unit};

/// How the goods stand on one loading.
#[derive(Clone, Debug)]
pub(crate) struct Standing<'c> {
    pub equipment: &'c Equipment,
    /// The wagon under a box on rails.
    pub beneath: Option<&'c Equipment>,
    pub pieces: f64,
    pub teu: f64,
    pub wagons: f64,
    /// Length of one wagon or truck.
    pub metres: f64,
}

/// The consignment in numbers.
#[derive(Clone, Debug)]
pub(crate) struct Goods<'c> {
    pub cargo: &'c Cargo,
    pub tonnes: f64,
    /// Seats or bandwidth, else the amount asked.
    pub units: f64,
    standing: Vec<Option<Standing<'c>>>,
}

struct Weighing<'c> {
    corridor: &'c Corridor,
    cargo: &'c Cargo,
    list: Vec<&'c Equipment>,
    quantity: f64,
    unit: Unit,
}

impl<'c> Goods<'c> {
    /// `None` where the tables do not say what the amount weighs.
    pub fn weigh(corridor: &'c Corridor, cargo: &'c Cargo, asked: Option<&'c Equipment>, amount: (f64, Unit)) -> Option<Self> {
        let usual = cargo.equipment.iter().filter_map(|&e| corridor.tables.equipment.find(e));
        let list = asked.into_iter().chain(usual).collect();
        let w = Weighing { corridor, cargo, list, quantity: amount.0, unit: amount.1 };
        let tonnes = w.tonnes()?;
        let standing = Loading::ALL.iter().map(|&l| w.standing(l, tonnes)).collect();
        Some(Goods { cargo, tonnes, units: amount.0, standing })
    }

    /// How the goods stand on a loading; `None` where they cannot.
    pub fn on(&self, loading: Loading) -> Option<&Standing<'c>> {
        self.standing[loading as usize].as_ref()
    }

    /// Whether a row for these cargoes and this class holds for the goods.
    pub fn are(&self, cargo: &List<Id<Cargo>>, un_class: Text) -> bool {
        (cargo.is_empty() || cargo.contains(&self.cargo.cargo_id)) && (un_class.is_empty() || un_class == self.cargo.un_class)
    }

    /// Whether a row for this equipment holds: it does when the equipment is anywhere in the nest, on one of the loadings.
    pub fn are_in(&self, equipment: &List<Id<Equipment>>, loadings: &[Loading]) -> bool {
        let named = |e: &Equipment| equipment.contains(&e.equipment_id);
        let nest = |s: &Standing<'c>| named(s.equipment) || s.beneath.is_some_and(named);
        equipment.is_empty() || loadings.iter().filter_map(|&l| self.on(l)).any(nest)
    }
}

impl<'c> Weighing<'c> {
    fn tonnes(&self) -> Option<f64> {
        let in_pieces_of = |kind: EquipmentKind| {
            let first = self.list.iter().find(|e| e.kind == kind)?;
            Some(self.quantity * self.load(first)?)
        };
        match self.unit {
            Unit::T => Some(self.quantity),
            Unit::Kt => Some(self.quantity * 1000.0),
            Unit::Container | Unit::FEU => in_pieces_of(EquipmentKind::Container),
            Unit::Wagon => in_pieces_of(EquipmentKind::Wagon),
            Unit::Truck => in_pieces_of(EquipmentKind::Truck),
            Unit::Seat | Unit::Trip | Unit::TbitPerS => Some(0.0),
            _ => None,
        }
    }

    /// Usual load of the cargo in one piece: its row of `fit`, else the payload.
    fn load(&self, e: &Equipment) -> Option<f64> {
        let carried = AnyRef { table: TableKind::Cargo, id: self.cargo.key() };
        let carrier = AnyRef { table: TableKind::Equipment, id: e.key() };
        let row = self.corridor.tables.fit.iter().find(|f| f.carried == carried && f.carrier == carrier);
        let load = row.and_then(|f| f.load).or(e.payload)?.value();
        (load > 0.0).then_some(load)
    }

    fn standing(&self, loading: Loading, tonnes: f64) -> Option<Standing<'c>> {
        let equipment = *self.list.iter().find(|e| can_stand(e.kind, loading))?;
        let pieces = self.pieces(equipment, tonnes)?;
        let box_on_rails = equipment.kind == EquipmentKind::Container;
        let under = if box_on_rails { self.wagon_under(equipment) } else { None };
        let length = |e: &Equipment| e.length.map(Quantity::value);
        let own = length(equipment).unwrap_or(0.0);
        Some(Standing {
            equipment,
            beneath: under.map(|u| u.0).filter(|_| matches!(loading, Loading::Rail | Loading::WagonOnShip)),
            pieces,
            teu: pieces * equipment.teu.map_or(0.0, Quantity::value),
            wagons: pieces * under.map_or(1.0, |u| u.1),
            metres: under.map_or(own, |u| length(u.0).unwrap_or(own)),
        })
    }

    fn pieces(&self, e: &Equipment, tonnes: f64) -> Option<f64> {
        use EquipmentKind as E;
        let counted = match self.unit {
            Unit::Container | Unit::FEU => e.kind == E::Container,
            Unit::Wagon => e.kind == E::Wagon,
            Unit::Truck => e.kind == E::Truck,
            _ => matches!(e.kind, E::Seat | E::Wavelength),
        };
        Some(match e.kind {
            E::Hold | E::Tank | E::Pipe => 1.0,
            _ if counted => self.quantity,
            _ => (tonnes / self.load(e)? - PIECE).ceil().max(1.0),
        })
    }

    /// The wagon that takes a box, and the part of it that one box takes.
    fn wagon_under(&self, e: &Equipment) -> Option<(&'c Equipment, f64)> {
        let t = &self.corridor.tables;
        let me = AnyRef { table: TableKind::Equipment, id: e.key() };
        t.fit.iter().filter(|f| f.carried == me).find_map(|f| {
            let wagon = t.equipment.find(f.carrier.as_id::<Equipment>()?)?;
            (wagon.kind == EquipmentKind::Wagon).then(|| (wagon, f.places.map_or(1.0, Quantity::value)))
        })
    }
}

/// What can stand on a loading. Loose goods lie on the ground in no equipment.
fn can_stand(kind: EquipmentKind, loading: Loading) -> bool {
    use EquipmentKind as E;
    match kind {
        E::Container => matches!(
            loading,
            Loading::Ground | Loading::Rail | Loading::Road | Loading::Ship | Loading::WagonOnShip | Loading::TruckOnShip
        ),
        E::Wagon => matches!(loading, Loading::Rail | Loading::WagonOnShip),
        E::Truck => matches!(loading, Loading::Road | Loading::TruckOnShip),
        E::Hold | E::Tank => loading == Loading::Ship,
        E::Pipe => loading == Loading::Pipe,
        E::Seat => loading == Loading::Air,
        E::Wavelength => loading == Loading::Fibre,
        E::Drum => false,
    }
}
