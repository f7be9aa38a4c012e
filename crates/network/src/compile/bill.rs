//! What the rows that hold for an arc ask for a lot.
//!
//! Which rows these are is found once for all lots (see [`super::tariffs`]); here they are multiplied out. A row that has no amount for
//! the lot (its steps or belts do not take it) gives way to a wider one.

use super::charges::{ChargeLine, Lines, Measured, pieces, quantity};
use super::consignment::Lot;
use super::index::Index;
use super::tariffs::{Item, Narrow};
use keruen_model::{Hours, Km, Loading, Quantity, Tariff};

/// The rows that hold for an arc, in the order in which they were asked for.
#[derive(Clone, Debug)]
pub(super) struct Bill {
    pub rows: Box<[Row]>,
    /// Surcharges.
    pub shares: Box<[Row]>,
    /// Loading that counts the units.
    pub loading: Loading,
    pub priced: Priced,
}

/// A row of table `tariff` that holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub tariff: u32,
    pub item: Item,
    pub narrow: Narrow,
    /// Train whose places make a whole one, by position.
    pub train: Option<u32>,
}

/// Of what distance and time of the arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Priced {
    pub distance: bool,
    pub time: Span,
}

/// A part of the time of an arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    None,
    /// All of it.
    Whole,
    /// What is spent waiting.
    Waiting,
    /// So long that every free time is over.
    Long,
}

impl Priced {
    /// Distance and time.
    pub const MOVE: Priced = Priced { distance: true, time: Span::Whole };
    /// Neither.
    pub const ONCE: Priced = Priced { distance: false, time: Span::None };
    /// The time alone.
    pub const WORK: Priced = Priced { distance: false, time: Span::Whole };
}

/// Rows of a bill that are worked out without asking for memory.
const FEW: usize = 12;

/// How long and how far an arc is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub distance: Km,
    pub time: Hours,
    pub waiting: Hours,
}

/// A wait so long that every free time is over: its charges show the rate of a further hour.
pub(super) const LONG_WAIT: Hours = Hours(10_000.0);

impl Bill {
    /// Whether it is for waiting, so that nothing is said where nothing is asked.
    pub fn is_storage(&self) -> bool {
        self.priced.time == Span::Waiting
    }

    /// Whether no row holds.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.shares.is_empty()
    }

    /// Every charge; empty where no row holds.
    pub fn lines(&self, index: &Index<'_>, lot: &Lot, extent: &Extent) -> Lines {
        let mut out = Lines::new();
        self.add_lines((index, lot), extent, |_| true, &mut out);
        out
    }

    /// As [`Bill::lines`], of those rows that `asked` takes, behind others.
    pub fn add_lines(&self, (index, lot): (&Index<'_>, &Lot), extent: &Extent, asked: impl Fn(&Row) -> bool, out: &mut Lines) {
        // Most bills have few rows, and stay off the heap.
        let (mut few, mut many) = ([None::<ChargeLine>; FEW], Vec::new());
        if self.rows.len() > FEW {
            many.resize(self.rows.len(), None);
        }
        let amounts = if self.rows.len() > FEW { &mut many[..] } else { &mut few[..] };
        for (amount, row) in amounts.iter_mut().zip(self.rows.iter()).filter(|(_, r)| asked(r)) {
            *amount = self.line(index, lot, extent, row);
        }
        let amounts = &*amounts;
        let found = || self.rows.iter().zip(amounts).filter_map(|(r, line)| Some((r, (*line)?)));
        let is_best = |r: &Row| found().all(|(x, _)| x.item != r.item || x.narrow <= r.narrow);
        out.extend(found().filter(|(r, _)| is_best(r)).map(|x| x.1));
        for share in self.shares.iter().filter(|r| asked(r)) {
            let rate = index.corridor.tables.tariff.rows()[share.tariff as usize].amount.value();
            let base: f64 = found().filter(|(r, _)| r.item == share.item && is_best(r)).map(|x| x.1.usd).sum();
            out.push(ChargeLine { tariff: share.tariff, quantity: base, usd: rate * base, capped: false });
        }
    }

    fn line(&self, index: &Index<'_>, lot: &Lot, extent: &Extent, row: &Row) -> Option<ChargeLine> {
        let t: &Tariff = &index.corridor.tables.tariff.rows()[row.tariff as usize];
        let distance = if self.priced.distance { extent.distance } else { Km(0.0) };
        let spent = match self.priced.time {
            Span::None => Hours(0.0),
            Span::Whole => extent.time,
            Span::Waiting => extent.waiting,
            Span::Long => LONG_WAIT,
        };
        let free = t.free_days.map_or(0.0, Quantity::value);
        let time = Hours((spent.value() - free * 24.0).max(0.0));
        let train = row.train.map(|v| &index.corridor.tables.vehicle.rows()[v as usize]);
        let measured = Measured { lot, loading: self.loading, distance, time, train };
        let quantity = quantity(t.per, &measured)?;
        let step = pieces(t.per, &measured)?;
        let steps = t.from_quantity.is_none_or(|q| step >= q.value()) && t.to_quantity.is_none_or(|q| step < q.value());
        let belts = t.from_km.is_none_or(|k| distance >= k) && t.to_km.is_none_or(|k| distance < k);
        if !steps || !belts {
            return None;
        }
        let amount = t.amount.value() * quantity;
        let asked = t.minimum.map_or(amount, |m| amount.max(m.value()));
        Some(ChargeLine { tariff: row.tariff, quantity, usd: asked * index.usd(t.currency.0)?, capped: false })
    }
}
