//! A trade: goods of one kind, in one equipment, on a corridor on a day; and everything about their moves that hangs neither on how
//! much is sent nor on who asks.
//!
//! ```text
//! trade = (rows that name the cargo, its class, what holds it, what travels beside)   kept with the index, shared by questions
//! standing -> moves, made when a question first comes there                           which rows price it, which rules hold, ...
//! question = trade x lot x origin, destination and conditions                         amounts, and the states that can be reached
//! ```
//! Two consignments of one trade differ in amounts alone, so a thousand of them cost little more than the first. Crude of one field and
//! crude of another, wheat and barley: where no row tells them apart, they are one trade.

use super::consignment::{Consignment, Lot};
use super::index::Index;
use super::moves::{Acts, Maker, Move, Unnumbered, entries, hangs_on, through};
use super::naming::Mention;
use super::rules::Goods;
use super::state::{Numbers, Standing};
use keruen_model::{AnyRef, Cargo, Equipment, Id, Loading, TariffScope, Text};
use std::sync::{Arc as Shared, Mutex, PoisonError};

/// Equipment that holds goods, and the wagon under it.
type Holder = (Id<Equipment>, Option<Id<Equipment>>);

/// What tells trades apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeKey {
    /// Rows that name the cargo; all others take it for any.
    mentions: Shared<[Mention]>,
    un_class: Text,
    un_number: Text,
    beside: Vec<Id<Cargo>>,
    /// What holds the goods on each loading.
    holds: Vec<Option<Holder>>,
}

impl TradeKey {
    pub(super) fn of(index: &Index<'_>, c: &Consignment, lot: &Lot) -> TradeKey {
        let (un_class, un_number) =
            index.corridor.tables.cargo.find(c.cargo).map_or_else(Default::default, |g| (g.un_class, g.un_number));
        let holds = Loading::ALL.iter().map(|&l| lot.on(l).map(|x| (x.equipment, x.under))).collect();
        TradeKey { mentions: index.naming.of(c.cargo), un_class, un_number, beside: c.beside.clone(), holds }
    }
}

/// The goods and their moves.
#[derive(Debug)]
pub(super) struct Trade {
    key: TradeKey,
    pub goods: Goods,
    /// Items of subsidies and duties that the goods can meet.
    pub policies: Vec<(TariffScope, Text)>,
    pub entries: Vec<entries::Entry>,
    pub rates: Vec<through::Rate>,
    /// Links whose narrowest price is by distance belts.
    pub belted: Vec<bool>,
    /// Services that take the goods.
    pub takes: Vec<bool>,
    standings: Numbers<Standing>,
    acts: Acts,
    moves: Vec<Option<Shared<[Move]>>>,
    /// Room for moves while they are found.
    found: Vec<Unnumbered>,
}

impl Trade {
    /// `lot` is any lot of the trade: of all of them each loading has the same equipment.
    pub fn new(index: &Index<'_>, c: &Consignment, lot: &Lot) -> Trade {
        let goods = Goods::new(index.corridor, c, lot);
        let mut trade = Trade {
            key: TradeKey::of(index, c, lot),
            policies: super::ask::policies(index, &goods),
            entries: Vec::new(),
            rates: through::rates(index, &goods),
            belted: Vec::new(),
            takes: Vec::new(),
            standings: Numbers::default(),
            acts: Acts::default(),
            moves: Vec::new(),
            found: Vec::new(),
            goods,
        };
        let maker = Maker::new(index, &trade);
        (trade.belted, trade.takes, trade.entries) =
            (maker.links_by_belts(), maker.services_that_take(), maker.entry_exit_prices());
        trade
    }

    /// What makes its moves.
    pub fn maker<'a, 'c>(&'a self, index: &'a Index<'c>) -> Maker<'a, 'c> {
        Maker::new(index, self)
    }

    /// The number of a standing.
    pub fn number(&mut self, at: Standing) -> u32 {
        self.standings.number(at)
    }

    pub fn standing(&self, number: u32) -> Standing {
        self.standings.list()[number as usize]
    }

    /// Numbers that acts of moves can have.
    pub fn acts(&self) -> usize {
        self.acts.numbers()
    }

    /// Every move from a standing.
    pub fn moves(&mut self, index: &Index<'_>, number: u32) -> Shared<[Move]> {
        let at = number as usize;
        if self.moves.len() <= at {
            self.moves.resize(at + 1, None);
        }
        if let Some(known) = &self.moves[at] {
            return Shared::clone(known);
        }
        let (mut acts, mut found) = (std::mem::take(&mut self.acts), std::mem::take(&mut self.found));
        self.maker(index).moves(self.standing(number), &mut acts, &mut found);
        let made: Shared<[Move]> = found.drain(..).map(|m| m.number(&mut self.standings)).collect();
        (self.acts, self.found) = (acts, found);
        self.moves[at] = Some(Shared::clone(&made));
        made
    }
}

impl Trade {
    /// Forgets moves over some rows, and where a link is among them every chain of links: another may be the shortest now.
    fn forget(&mut self, rows: &[AnyRef]) {
        let hangs = |m: &Move| hangs_on(m, rows);
        self.acts.forget(rows);
        for moves in &mut self.moves {
            if moves.as_ref().is_some_and(|all| all.iter().any(hangs)) {
                *moves = None;
            }
        }
    }
}

/// Trades kept between questions.
#[derive(Debug, Default)]
pub(super) struct Trades {
    kept: Mutex<Vec<Trade>>,
}

/// Most trades kept; a large one takes about two megabytes. The one asked for longest ago goes first.
const MOST_KEPT: usize = 24;

impl Trades {
    /// The trade of a consignment, for the time of a question. Who asks for one that another is using makes it anew.
    pub fn take(&self, index: &Index<'_>, c: &Consignment, lot: &Lot) -> Trade {
        let key = TradeKey::of(index, c, lot);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|t| t.key == key).map(|i| kept.remove(i));
        drop(kept);
        known.unwrap_or_else(|| Trade::new(index, c, lot))
    }

    /// Forgets moves over some rows in all of them.
    pub fn forget(&mut self, rows: &[AnyRef]) {
        self.kept.get_mut().unwrap_or_else(PoisonError::into_inner).iter_mut().for_each(|t| t.forget(rows));
    }

    /// Forgets a trade.
    pub fn release(&self, key: &TradeKey) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|t| t.key == *key).map(|i| kept.remove(i));
        drop(kept);
        drop(known);
    }

    pub fn put_back(&self, trade: Trade) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|t| t.key != trade.key);
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push(trade);
    }
}
