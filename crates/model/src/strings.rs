//! Interned text. A corridor holds each distinct string once; rows carry 4-byte symbols, so a million links stay small and
//! comparing two ids is comparing two numbers.

use crate::rows::TableKind;
use crate::slots::{Place, Slots, place};
use std::hash::Hasher;
use std::marker::PhantomData;
use std::sync::Arc;

/// A string of a [`Strings`]; symbol 0 is the empty string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sym(u32);

impl Sym {
    /// The empty string.
    pub const EMPTY: Sym = Sym(0);

    /// Position in the store.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Free text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(pub Sym);

impl Text {
    /// True where nothing is written.
    pub fn is_empty(self) -> bool {
        self.0 == Sym::EMPTY
    }
}

/// A short immutable list.
pub type List<T> = Box<[T]>;

/// The id of a row of table `T`.
pub struct Id<T>(Sym, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// Types a symbol.
    pub fn new(sym: Sym) -> Self {
        Id(sym, PhantomData)
    }

    /// The symbol.
    pub fn sym(self) -> Sym {
        self.0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> Default for Id<T> {
    fn default() -> Self {
        Id::new(Sym::EMPTY)
    }
}
impl<T> std::fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.0.0)
    }
}

/// The id of a row of any table, written `table:id`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AnyRef {
    /// Which table.
    pub table: TableKind,
    /// Which row.
    pub id: Sym,
}

impl AnyRef {
    /// The row of table `T`, if it is one.
    pub fn as_id<T: crate::table::Row>(self) -> Option<Id<T>> {
        (self.table == T::KIND).then(|| Id::new(self.id))
    }
}

/// The store: one buffer, one span a symbol. Copies share it until one of them takes in a new text.
#[derive(Clone, Debug)]
pub struct Strings {
    held: Arc<Held>,
}

#[derive(Clone, Debug)]
struct Held {
    buffer: String,
    ends: Vec<u32>,
    slots: Slots,
}

impl Default for Strings {
    fn default() -> Self {
        let held = Held { buffer: String::new(), ends: Vec::new(), slots: Slots::default() };
        let mut s = Strings { held: Arc::new(held) };
        s.intern("");
        s
    }
}

#[inline]
fn span<'a>(buffer: &'a str, ends: &[u32], i: u32) -> &'a str {
    let start = if i == 0 { 0 } else { ends[i as usize - 1] };
    &buffer[start as usize..ends[i as usize] as usize]
}

impl Strings {
    /// The symbol of a text, new or known. Text past 4 GiB in all is cut to the empty string: a reader checks sizes first.
    pub fn intern(&mut self, text: &str) -> Sym {
        let at = place(text);
        if let Some(i) = self.held.find(at, text) {
            return Sym(i);
        }
        let Held { buffer, ends, slots } = Arc::make_mut(&mut self.held);
        let Ok(end) = u32::try_from(buffer.len() + text.len()) else { return Sym::EMPTY };
        let i = ends.len() as u32;
        slots.insert(at, i, |i| place(span(buffer, ends, i)));
        buffer.push_str(text);
        ends.push(end);
        Sym(i)
    }

    /// Makes room for so many more strings.
    pub fn reserve(&mut self, more: usize) {
        let Held { buffer, ends, slots } = Arc::make_mut(&mut self.held);
        slots.reserve(more, |i| place(span(buffer, ends, i)));
        ends.reserve(more);
    }

    /// Takes in every string of another store, in its order; the answer holds the symbol here of each symbol there.
    pub fn absorb(&mut self, other: &Strings) -> Vec<Sym> {
        (0..other.len() as u32).map(|i| self.intern(other.get(Sym(i)))).collect()
    }

    /// The symbol of a text if it is known.
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.held.find(place(text), text).map(Sym)
    }

    /// The text of a symbol.
    pub fn get(&self, sym: Sym) -> &str {
        span(&self.held.buffer, &self.held.ends, sym.0)
    }

    /// The text of an id.
    pub fn id<T>(&self, id: Id<T>) -> &str {
        self.get(id.sym())
    }

    /// The text of a free text.
    pub fn text(&self, text: Text) -> &str {
        self.get(text.0)
    }

    /// How many distinct strings.
    pub fn len(&self) -> usize {
        self.held.ends.len()
    }

    /// Never true: the empty string is always there.
    pub fn is_empty(&self) -> bool {
        self.held.ends.is_empty()
    }
}

impl Held {
    #[inline]
    fn find(&self, at: Place, text: &str) -> Option<u32> {
        self.slots.find(at, |i| span(&self.buffer, &self.ends, i) == text)
    }
}

impl PartialEq for Strings {
    /// Two stores agree when neither gives a symbol of both another text; one may hold more.
    fn eq(&self, other: &Self) -> bool {
        let n = self.len().min(other.len());
        self.held.ends[..n] == other.held.ends[..n] && (0..n as u32).all(|i| self.get(Sym(i)) == other.get(Sym(i)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_symbol_and_others_their_own() {
        let mut strings = Strings::default();
        let texts: Vec<String> =
            (0..5_000).flat_map(|i| [format!("n{i}"), format!("l{i}.paths"), format!("{i}0x{i}"), "x".repeat(i % 70)]).collect();
        let first: Vec<Sym> = texts.iter().map(|t| strings.intern(t)).collect();
        assert_eq!(strings.len(), 5_000 * 3 + 70);
        for (text, &sym) in texts.iter().zip(&first) {
            assert_eq!((strings.intern(text), strings.find(text), strings.get(sym)), (sym, Some(sym), text.as_str()));
        }
        assert_eq!(strings.find("n5000"), None);
        assert_eq!(strings.find(""), Some(Sym::EMPTY));
    }
}
