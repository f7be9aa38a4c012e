//! A state of the goods, and the numbering of states.
//!
//! ```text
//! state = standing (where the goods are, on what, cleared where)  x  account (what they remember of their way)
//! ```
//! What can be done next hangs on the standing; what it costs, and what is remembered after it, on the account too.

use keruen_model::{Id, Loading, Operator, Service, Sym};
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// Where the goods are and how they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// Position of the place in table `node`.
    pub node: u32,
    /// On what.
    pub loading: Loading,
    /// Track gauge in millimetres; 0 off the rails.
    pub gauge: u16,
    /// Country in which they are cleared.
    pub cleared: Sym,
    /// A border operation at this very place has cleared them ahead, for the country that they enter next.
    pub ahead: bool,
    /// Service they are aboard of.
    pub service: Option<Id<Service>>,
    /// They came to this place on that service: they can only leave it.
    pub rode: bool,
    /// Entry-exit prices that the goods have entered at link prices, one bit each.
    pub entered: u64,
    /// Operator whose haul by distance belts ended here: it asks for the whole haul, so no other of its hauls goes on from here.
    pub hauled: Option<Id<Operator>>,
    /// Through rate under which they go, in the order of the rates for the goods.
    pub through: Option<u16>,
    /// Which of the rows that must be used have been, one bit each.
    pub used: u8,
    /// Which stretches that may be ridden once only have been, one bit each.
    pub ridden: u64,
    /// Which subsidies and duties, by item, have been met, one bit each: each is granted or asked once.
    pub granted: u64,
}

impl State {
    pub(super) fn of(at: Standing, account: Account) -> State {
        let Standing { node, loading, gauge, cleared, ahead, service, rode } = at;
        let Account { entered, hauled, through, used, ridden, granted } = account;
        State { node, loading, gauge, cleared, ahead, service, rode, entered, hauled, through, used, ridden, granted }
    }
}

/// The part of a state that says what can be done next; fields as in [`State`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Standing {
    pub node: u32,
    pub loading: Loading,
    pub gauge: u16,
    pub cleared: Sym,
    pub ahead: bool,
    pub service: Option<Id<Service>>,
    pub rode: bool,
}

/// The part of a state that the way so far has left behind; fields as in [`State`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Account {
    pub entered: u64,
    pub hauled: Option<Id<Operator>>,
    pub through: Option<u16>,
    pub used: u8,
    pub ridden: u64,
    pub granted: u64,
}

/// Number of a state in its graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StateIx(pub u32);

/// Gives things their numbers in the order in which they are met.
#[derive(Debug)]
pub(super) struct Numbers<T> {
    list: Vec<T>,
    index: FxHashMap<T, u32>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Numbers { list: Vec::new(), index: FxHashMap::default() }
    }
}

impl<T: Copy + Eq + Hash> Numbers<T> {
    pub fn number(&mut self, thing: T) -> u32 {
        let next = self.list.len() as u32;
        let number = *self.index.entry(thing).or_insert(next);
        if number == next {
            self.list.push(thing);
        }
        number
    }

    pub fn get(&self, number: u32) -> Option<T> {
        self.list.get(number as usize).copied()
    }

    pub fn list(&self) -> &[T] {
        &self.list
    }
}
