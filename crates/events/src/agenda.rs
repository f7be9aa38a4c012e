//! What is to happen, the earliest first.
//!
//! A 4-ary heap in one vector. Its four children of a node lie side by side, so a step down looks at two cache lines and there
//! are half as many steps as in a binary heap. Taking the earliest leaves a hole at the top that the next entry fills
//! ("replace-top"): most events of a simulation enter one successor, and then one walk down does the work of two.
//! Where more than a few dozen events are pending, the heap holds the next ones alone and the rest waits, unordered, in a wheel.
//! Where there are only a few, they stand in order in a list, and there is no heap.

use crate::Tick;
use crate::wheel::Wheel;

/// What comes first at one tick: the smaller number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Order(pub u8);

impl Order {
    /// Before everything else of its tick.
    pub const FIRST: Order = Order(0);
    /// Where nothing else is said.
    pub const USUAL: Order = Order(128);
    /// After everything else of its tick.
    pub const LAST: Order = Order(255);
}

/// What happens: a kind (the model's own numbering), whom it concerns, and to which of his epochs it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Event(u64);

/// Bits of an epoch.
const EPOCH_BITS: u64 = 24;

impl Event {
    /// Something that is meant whatever happens before.
    pub fn new(kind: u8, index: u32) -> Event {
        Event(u64::from(kind) << 56 | u64::from(index))
    }

    /// Something that is meant only while the epoch of what it concerns is still this one; epochs are counted in 24 bits.
    pub fn in_epoch(kind: u8, index: u32, epoch: u32) -> Event {
        Event(u64::from(kind) << 56 | (u64::from(epoch) & ((1 << EPOCH_BITS) - 1)) << 32 | u64::from(index))
    }

    /// The kind.
    pub fn kind(self) -> u8 {
        (self.0 >> 56) as u8
    }

    /// Whom it concerns.
    pub fn index(self) -> u32 {
        self.0 as u32
    }

    /// The epoch to which it belongs; 0 where it has none.
    pub fn epoch(self) -> u32 {
        (self.0 >> 32) as u32 & ((1 << EPOCH_BITS) - 1)
    }

    /// Whether an epoch is that of the event.
    pub fn is_of(self, epoch: u32) -> bool {
        self.epoch() == epoch & ((1 << EPOCH_BITS) - 1)
    }
}

/// When, in which order, what: 24 bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    when: Tick,
    /// Order, and sequence below it.
    turn: u64,
    event: Event,
}

impl Entry {
    #[inline]
    pub fn when(&self) -> Tick {
        self.when
    }

    /// Time, then order, then sequence in one number, so that a comparison has no branch.
    #[inline]
    fn key(&self) -> u128 {
        u128::from(self.when.0) << 64 | u128::from(self.turn)
    }
}

/// Bits of the sequence; orders stand above them.
const SEQUENCE_BITS: u32 = 56;
/// Children of a node.
const CHILDREN: usize = 4;
/// More than this in the heap: what is not next goes to the wheel.
const MANY: usize = 64;

/// Into a list that is shorter than this an event is put where it belongs.
const SHORT: usize = 16;

/// Events to come.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    heap: Vec<Entry>,
    /// A slot of the wheel in order, the earliest last.
    slot: Vec<Entry>,
    /// What comes after all that is in the heap and the slot.
    wheel: Wheel,
    /// The top was taken and nothing has filled its place yet.
    hole: bool,
    now: Tick,
    entered: u64,
    happened: u64,
    late: u64,
}

impl Agenda {
    /// Enters an event for a moment.
    #[inline]
    pub fn at(&mut self, when: Tick, order: Order, event: Event) {
        let when = if when < self.now {
            self.late += 1;
            self.now
        } else {
            when
        };
        let turn = u64::from(order.0) << SEQUENCE_BITS | self.entered;
        self.entered += 1;
        if when.0 > self.wheel.covered {
            self.wheel.put(Entry { when, turn, event });
        } else if self.hole {
            self.hole = false;
            self.sink(Entry { when, turn, event });
        } else if self.heap.is_empty() && self.slot.len() < SHORT {
            insert(&mut self.slot, Entry { when, turn, event });
        } else {
            self.push(when, turn, event);
        }
    }

    /// One more for the heap.
    #[inline(never)]
    fn push(&mut self, when: Tick, turn: u64, event: Event) {
        self.heap.push(Entry { when, turn, event });
        rise_last(&mut self.heap);
        if self.heap.len() > MANY {
            self.thin();
        }
    }

    /// Sends what is not next to the wheel, from the slot too: nothing in the wheel may come before what is in the slot.
    #[cold]
    fn thin(&mut self) {
        if self.wheel.draw_back(self.now.0) {
            let slot = std::mem::take(&mut self.slot);
            for entry in std::mem::take(&mut self.heap).into_iter().chain(slot) {
                if entry.when.0 > self.wheel.covered {
                    self.wheel.put(entry);
                } else {
                    self.heap.push(entry);
                    rise_last(&mut self.heap);
                }
            }
        }
    }

    /// Takes the earliest event, if it comes at `until` or before. Inlined always: a call costs a tenth of a short event.
    #[inline(always)]
    pub fn next(&mut self, until: Tick) -> Option<(Tick, Event)> {
        if self.hole {
            self.hole = false;
            let last = self.heap.pop()?;
            if !self.heap.is_empty() {
                self.sink(last);
            }
        }
        if self.heap.is_empty() && self.slot.is_empty() {
            self.refill();
        }
        let is_first = |a: &Entry| self.heap.first().is_none_or(|b| a.key() < b.key());
        let in_slot = self.slot.last().copied().filter(is_first);
        let first = in_slot.or_else(|| self.heap.first().copied()).filter(|first| first.when <= until)?;
        if in_slot.is_some() {
            self.slot.pop();
        } else {
            self.hole = true;
        }
        self.now = first.when;
        self.happened += 1;
        Some((self.now, first.event))
    }

    /// Gets the next events from the wheel.
    fn refill(&mut self) {
        let Agenda { slot, wheel, .. } = self;
        wheel.open(slot);
        sort(slot);
    }

    /// An event that comes soon, `after` others of its slot, where that is known without a search.
    #[inline]
    fn soon(&self, after: usize) -> Option<Event> {
        let at = self.slot.len().checked_sub(1 + after)?;
        self.slot.get(at).map(|entry| entry.event)
    }

    /// The moment of the last event taken.
    pub fn now(&self) -> Tick {
        self.now
    }

    /// Events still to come.
    pub fn pending(&self) -> usize {
        self.heap.len() - usize::from(self.hole) + self.slot.len() + self.wheel.len()
    }

    /// Events taken so far.
    pub fn happened(&self) -> u64 {
        self.happened
    }

    /// Events that were entered for the past and happened at once: more than none is a fault of the model.
    pub fn late(&self) -> u64 {
        self.late
    }

    /// Puts an entry in the place of the top.
    #[inline]
    fn sink(&mut self, entry: Entry) {
        let heap = self.heap.as_mut_slice();
        let mut at = 0;
        loop {
            let first = at * CHILDREN + 1;
            if first >= heap.len() {
                break;
            }
            let children = &heap[first..heap.len().min(first + CHILDREN)];
            let least = least_of(children);
            if entry.key() < children[least].key() {
                break;
            }
            heap[at] = children[least];
            at = first + least;
        }
        heap[at] = entry;
    }
}

/// Which of a node's children is the earliest: two matches and a final, since nobody can foretell who wins.
#[inline]
fn least_of(children: &[Entry]) -> usize {
    let less = |a: usize, b: usize| children[b].key() < children[a].key();
    let winner = |a: usize, b: usize| a + (b - a) * usize::from(less(a, b));
    match children.len() {
        CHILDREN => {
            let (a, b) = (winner(0, 1), winner(2, 3));
            winner(a, b)
        }
        few => (1..few).fold(0, winner),
    }
}

/// A list up to this length is sorted by comparing all with all.
const RANKED: usize = 8;

/// Sorts a list, the earliest last. In a short one each entry goes to the place that the number of later ones tells: more is compared
/// than has to be, but nobody has to foretell an outcome. What is missing counts as earlier than all.
fn sort(list: &mut [Entry]) {
    let Some(&any) = list.first() else { return };
    if list.len() > RANKED {
        return list.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.key()));
    }
    let (mut keys, mut places, mut sorted) = ([0_u128; RANKED], [0_usize; RANKED], [any; RANKED]);
    keys.iter_mut().zip(&*list).for_each(|(key, entry)| *key = entry.key());
    for i in 1..RANKED {
        for before in 0..i {
            let is_later = usize::from(keys[before] > keys[i]);
            places[i] += is_later;
            places[before] += 1 - is_later;
        }
    }
    list.iter().zip(places).for_each(|(entry, place)| sorted[place % RANKED] = *entry);
    list.copy_from_slice(&sorted[..list.len()]);
}

/// Puts an entry in a list in order, the earliest last.
#[inline]
fn insert(list: &mut Vec<Entry>, entry: Entry) {
    let mut at = list.len();
    list.push(entry);
    let list = list.as_mut_slice();
    for before in (0..list.len() - 1).rev() {
        if entry.key() < list[before].key() {
            break;
        }
        list[before + 1] = list[before];
        at = before;
    }
    list[at] = entry;
}

/// Moves the last entry up to its place.
#[inline]
fn rise_last(heap: &mut [Entry]) {
    let Some(&entry) = heap.last() else { return };
    let mut at = heap.len() - 1;
    while at > 0 {
        let above = (at - 1) / CHILDREN;
        if heap[above].key() < entry.key() {
            break;
        }
        heap[at] = heap[above];
        at = above;
    }
    heap[at] = entry;
}

/// What a modeller writes: what each event does.
pub trait Model {
    /// An event happens; its consequences are entered in the agenda.
    fn happen(&mut self, now: Tick, event: Event, agenda: &mut Agenda);

    /// An event happens soon, `after` others: what it needs may be fetched from memory meanwhile. Nothing may change.
    #[inline]
    fn soon(&self, _event: Event, _after: usize) {}
}

/// How many events ahead a model is told of.
pub const AHEAD: usize = 3;

/// Lets events happen up to a moment, included, or until none is left.
pub fn run(model: &mut impl Model, agenda: &mut Agenda, until: Tick) {
    while let Some((now, event)) = agenda.next(until) {
        for after in 0..AHEAD {
            if let Some(event) = agenda.soon(after) {
                model.soon(event, after);
            }
        }
        model.happen(now, event, agenda);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    #[test]
    fn one_moment_goes_by_order_then_by_entry() {
        let mut agenda = Agenda::default();
        for (i, order) in [Order::LAST, Order::USUAL, Order::FIRST, Order::USUAL].into_iter().enumerate() {
            agenda.at(Tick(7), order, Event::new(i as u8, 0));
        }
        let kinds: Vec<u8> = std::iter::from_fn(|| agenda.next(Tick(7))).map(|(_, e)| e.kind()).collect();
        assert_eq!(kinds, [2, 1, 3, 0]);
    }

    #[test]
    fn an_event_for_the_past_happens_now_and_is_counted() {
        let mut agenda = Agenda::default();
        agenda.at(Tick(5), Order::USUAL, Event::new(0, 0));
        assert!(agenda.next(Tick(9)).is_some());
        agenda.at(Tick(3), Order::USUAL, Event::new(1, 0));
        assert_eq!((agenda.next(Tick(9)).map(|x| x.0), agenda.late()), (Some(Tick(5)), 1));
    }

    #[test]
    fn parts_of_an_event_come_back() {
        let e = Event::in_epoch(200, u32::MAX, 0x01ab_cdef);
        assert_eq!((e.kind(), e.index(), e.epoch()), (200, u32::MAX, 0x00ab_cdef));
        assert!(e.is_of(0x02ab_cdef) && !e.is_of(1));
    }

    /// Random entering and taking against a sorted list, with spans of at most so many bits: near, far and never.
    #[test]
    fn the_agenda_agrees_with_a_sorted_list() {
        for bits in [6, 20, 40, 64] {
            against_a_sorted_list(bits);
        }
    }

    fn against_a_sorted_list(bits: u64) {
        let mut dice = Stream::new(bits, 0, 0);
        let (mut agenda, mut list) = (Agenda::default(), Vec::new());
        for i in 0..20_000_u32 {
            // It fills for a thousand steps and empties for a thousand.
            if dice.next_u64() % 5 < if i % 2_000 < 1_000 { 4 } else { 1 } {
                let span = dice.next_u64() >> (64 - 1 - dice.next_u64() % bits);
                let (when, order) = (agenda.now() + span, Order((dice.next_u64() % 3) as u8));
                agenda.at(when, order, Event::new(0, i));
                list.push((when, order, i));
            } else {
                list.sort_unstable();
                let expected = (!list.is_empty()).then(|| list.remove(0));
                assert_eq!(agenda.next(Tick::NEVER).map(|(t, e)| (t, e.index())), expected.map(|x| (x.0, x.2)));
            }
            assert_eq!(agenda.pending(), list.len());
        }
    }
}
