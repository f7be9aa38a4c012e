//! A state of the goods, and the numbering of states.

use keruen_model::{Id, Loading, Operator, Service, Sym};
use rustc_hash::FxHashMap;

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
    /// Through rate under which they go, in the order of the expander.
    pub through: Option<u16>,
    /// Which of the rows that must be used have been, one bit each.
    pub used: u8,
    /// Which stretches that may be ridden once only have been, one bit each.
    pub ridden: u64,
    /// Which subsidies and duties, by item, have been met, one bit each: each is granted or asked once.
    pub granted: u64,
}

/// Number of a state in its graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StateIx(pub u32);

/// Gives states their numbers in the order in which they are met.
#[derive(Debug, Default)]
pub(super) struct States {
    list: Vec<State>,
    index: FxHashMap<State, StateIx>,
}

impl States {
    /// The number of a state, and whether it is new.
    pub fn number(&mut self, state: State) -> (StateIx, bool) {
        let next = StateIx(self.list.len() as u32);
        let ix = *self.index.entry(state).or_insert(next);
        if ix == next {
            self.list.push(state);
        }
        (ix, ix == next)
    }

    pub fn get(&self, i: usize) -> Option<State> {
        self.list.get(i).copied()
    }

    pub fn into_list(self) -> Vec<State> {
        self.list
    }
}
