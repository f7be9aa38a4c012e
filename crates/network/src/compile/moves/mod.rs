//! The moves that leave a standing: links, operations, boardings, rides, hauls; as far as they are the same for every lot.

mod act;
pub(in crate::compile) mod entries;
mod fitness;
mod hauls;
mod links;
mod operations;
mod rides;
mod schedule;
pub(in crate::compile) mod through;

pub(in crate::compile) use act::{Act, Acts, Each, Keeps, Move, Unnumbered, hangs_on};
pub use fitness::{Unfit, unfit};
pub use rides::ride_time;
pub(in crate::compile) use schedule::{HOUR, Opening};

use super::ask::MetWith;
use super::bill::{Bill, Priced};
use super::graph::{ArcKind, Common, TimeKind, TimePart};
use super::index::Index;
use super::near::Near;
use super::rules::{Goods, Touch, judge};
use super::state::Standing;
use super::tariffs::{Case, Ends, bill};
use super::trade::Trade;
use act::Found;
use entries::Entry;
use keruen_model::{AnyRef, Dist, Hours, Id, Km, Link, Loading, Mode, TableKind, TariffScope, Text, Tonnes};
use smallvec::SmallVec;
use std::sync::Arc as Shared;
use through::{Rate, Under};

/// Makes the moves from standings.
pub(super) struct Maker<'a, 'c> {
    index: &'a Index<'c>,
    goods: &'a Goods,
    policies: &'a [(TariffScope, Text)],
    entries: &'a [Entry],
    rates: &'a [Rate],
    belted: &'a [bool],
    takes: &'a [bool],
}

impl<'a, 'c> Maker<'a, 'c> {
    pub fn new(index: &'a Index<'c>, trade: &'a Trade) -> Self {
        let Trade { goods, policies, entries, rates, belted, takes, .. } = trade;
        Maker { index, goods, policies, entries, rates, belted, takes }
    }

    /// Every move from a standing. Chains of links are for goods under no through rate.
    pub fn moves(&self, s: Standing, acts: &mut Acts, out: &mut Vec<Unnumbered>) {
        let mut out = Found::new(acts, out);
        match s.service {
            Some(service) if !s.rode => self.rides(s, service, &mut out),
            Some(_) => {}
            None => {
                self.links(s, &mut out);
                self.boardings_without_work(s, &mut out);
            }
        }
        self.operations(s, &mut out);
        self.transits(s, &mut out);
        self.hauls(s, &mut out);
    }

    fn cleared_to_leave(&self, s: Standing, to_node: usize) -> bool {
        let free = matches!(s.loading, Loading::Pipe | Loading::Fibre | Loading::Air);
        free || s.cleared == self.index.country[s.node as usize] || s.ahead && s.cleared == self.index.country[to_node]
    }

    fn node_ref(&self, node: usize) -> AnyRef {
        any(TableKind::Node, self.index.corridor.tables.node.rows()[node].node_id.sym())
    }

    fn transport(&self, (from, to_node): (u32, u32), loading: Loading, kind: ArcKind, distance: Km, time: &[TimePart]) -> Act {
        Act {
            from,
            to_node,
            kind,
            loading,
            distance,
            time: shared(time, &[]),
            each: None,
            touch: Touch::default(),
            local: true,
            keeps: Keeps::Nothing,
            bills: SmallVec::new(),
            policy: MetWith::default(),
            emits: SmallVec::new(),
            refused_by: None,
            under: Under::default(),
            opens: None,
            last: None,
            closed: 0.0,
            shallow: None,
            least: Box::default(),
            common: Shared::new(Common::default()),
        }
    }

    /// Prices a move over its distance and time.
    fn price(&self, made: &mut Act, near: &Near<'_>, scopes: &[TariffScope], ends: Ends) {
        let case = Case { scopes, touch: &made.touch, near, loading: made.loading, ends, operation: None };
        let bill: Bill = bill(self.index, self.goods, &case, Priced::MOVE);
        made.bills.extend(Some(bill).filter(|b| !b.is_empty()));
    }

    /// What hangs on all that the move touches.
    fn finished(&self, mut made: Act, near: &Near<'_>, papers: &[Text]) -> Act {
        self.keep_to_rows(&mut made);
        made.under = self.under(&made, near);
        let verdict = judge(self.index, self.goods, &made.touch);
        made.refused_by = verdict.refused_by;
        let common = Shared::make_mut(&mut made.common);
        common.papers = shared(papers, &verdict.papers);
        common.permits = shared(&verdict.permits, &[]);
        made.policy = super::ask::met_with((self.index, self.goods, self.policies), &made, near);
        made.least = self.least_lots(&made.kind);
        made
    }

    /// The rows that take no lot as small as some.
    fn least_lots(&self, kind: &ArcKind) -> Box<[(AnyRef, Tonnes)]> {
        let t = &self.index.corridor.tables;
        let of_link = |l: &Id<Link>| Some((any(TableKind::Link, l.sym()), t.link.find(*l)?.minimum_lot?));
        match kind {
            ArcKind::Link(l) => of_link(l).into_iter().collect(),
            ArcKind::Transit(links) => links.iter().filter_map(of_link).collect(),
            ArcKind::Ride(v, _) => {
                let least = t.service.find(*v).and_then(|s| s.minimum_lot);
                least.map(|m| (any(TableKind::Service, v.sym()), m)).into_iter().collect()
            }
            ArcKind::Operation(..) => Box::default(),
        }
    }
}

/// Two lists one after the other, to be shared; empty ones, which most are, take no memory.
pub(super) fn shared<T: Copy>(list: &[T], more: &[T]) -> Shared<[T]> {
    match (list, more) {
        ([], []) => Shared::default(),
        (all, []) | ([], all) => all.into(),
        _ => list.iter().chain(more).copied().collect(),
    }
}

/// Time that is spent moving.
fn moving(time: Dist<Hours>) -> TimePart {
    TimePart { kind: TimeKind::Moving, time }
}

fn any(table: TableKind, id: keruen_model::Sym) -> AnyRef {
    AnyRef { table, id }
}

/// Whether a price must be found for a move: not for work, and not for light.
pub(super) fn must_be_priced(made: &Act) -> bool {
    made.is_chain() || !made.is_work() && made.touch.mode != Some(Mode::Fibre)
}
