//! Which rows of table `tariff` can hold where a move is made: looked up once for everything by which it is priced.
//!
//! Rows lie by what they name, and each carries what is quickly compared; whether it fits indeed, [`super::tariffs`] says.

use super::rules::{Touch, bits};
use super::tariffs::Case;
use keruen_model::{AnyRef, Id, Mode, Operator, Sym, TableKind, Tariff, TariffScope};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// The rows that can concern some goods.
#[derive(Debug, Default)]
pub(super) struct Tariffs {
    by_scope: Vec<Vec<u32>>,
    /// By what a row names: rows of the tables, else its operator.
    at: FxHashMap<AnyRef, Place>,
    /// Rows that name neither.
    anywhere: Place,
}

/// Rows that name the same, in the order of the table.
#[derive(Debug, Default)]
struct Place {
    /// Their scopes, one bit each.
    scopes: u32,
    rows: Vec<Sieve>,
}

/// What a row asks of a move, as far as it is quickly compared.
#[derive(Clone, Copy, Debug)]
struct Sieve {
    row: u32,
    scope: TariffScope,
    country: Option<Sym>,
    mode: Option<Mode>,
    /// Kinds of work, one bit each; 0 = any.
    kinds: u32,
    /// Loadings, one bit each; 0 = any.
    loadings: u32,
}

/// What lies near a move.
#[derive(Debug, Default)]
pub(super) struct Near<'g>(SmallVec<[&'g Place; 8]>);

/// Rows that can hold.
pub(super) type Rows = SmallVec<[u32; 16]>;

impl Tariffs {
    pub fn add(&mut self, i: u32, t: &Tariff) {
        self.by_scope.resize_with(TariffScope::ALL.len(), Vec::new);
        self.by_scope[t.scope as usize].push(i);
        let sieve = Sieve {
            row: i,
            scope: t.scope,
            country: (!t.country.is_empty()).then_some(t.country.0),
            mode: t.mode,
            kinds: t.operation_kind.iter().fold(0, |all, &k| all | 1 << k as u32),
            loadings: bits(t.loading),
        };
        for &a in t.at.iter() {
            self.at.entry(a).or_default().add(sieve);
        }
        match t.operator_id {
            Some(o) if t.at.is_empty() => self.at.entry(operator_ref(o)).or_default().add(sieve),
            None if t.at.is_empty() => self.anywhere.add(sieve),
            _ => {}
        }
    }

    /// All rows of a scope.
    pub fn all(&self, scope: TariffScope) -> &[u32] {
        self.by_scope.get(scope as usize).map_or(&[], Vec::as_slice)
    }

    /// What can hold for what is touched.
    pub fn near(&self, touch: &Touch) -> Near<'_> {
        let mut out = SmallVec::new();
        out.push(&self.anywhere);
        if !self.at.is_empty() {
            let named = touch.rows.iter().copied().chain(touch.operator.map(operator_ref));
            named.filter_map(|row| self.at.get(&row)).for_each(|place| out.push(place));
        }
        Near(out)
    }
}

impl Place {
    fn add(&mut self, sieve: Sieve) {
        self.scopes |= 1 << sieve.scope as u32;
        self.rows.push(sieve);
    }
}

impl Near<'_> {
    /// Rows that can hold: scope by scope, in the order of the table, each once.
    pub fn of(&self, a: &Case<'_, '_>) -> Rows {
        let on = bits(a.touch.loadings.iter().copied().chain([a.loading]));
        let mut out = Rows::new();
        for &scope in a.scopes {
            let (begun, mut places) = (out.len(), 0);
            for place in self.0.iter().filter(|p| p.scopes & 1 << scope as u32 != 0) {
                place.rows.iter().filter(|r| r.scope == scope && r.passes(a, on)).for_each(|r| out.push(r.row));
                places += 1;
            }
            if places > 1 {
                out[begun..].sort_unstable();
                out.dedup();
            }
        }
        out
    }

    /// Whether some row has one of the scopes.
    pub fn has(&self, scopes: &[TariffScope]) -> bool {
        let asked = scopes.iter().fold(0, |all, &s| all | 1 << s as u32);
        self.0.iter().any(|p| p.scopes & asked != 0)
    }
}

impl Sieve {
    fn passes(&self, a: &Case<'_, '_>, on: u32) -> bool {
        (self.loadings == 0 || self.loadings & on != 0)
            && (self.kinds == 0 || a.operation.is_some_and(|k| self.kinds & 1 << k as u32 != 0))
            && self.mode.is_none_or(|m| a.touch.mode == Some(m))
            && self.country.is_none_or(|c| a.touch.country == Some(c))
    }
}

fn operator_ref(o: Id<Operator>) -> AnyRef {
    AnyRef { table: TableKind::Operator, id: o.sym() }
}
