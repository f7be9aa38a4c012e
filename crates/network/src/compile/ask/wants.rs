//! What the asker wants of a move: what must be used, what is to be kept away from, what may be ridden once only.

use super::super::consignment::Consignment;
use super::super::graph::ArcKind;
use super::super::index::Index;
use super::super::moves::Act;
use super::super::rules::Touch;
use super::super::stretch::stretches;
use keruen_model::{AnyRef, Id, Node, Sym, TableKind};

/// The wants of a question that a move meets or goes against.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wants {
    /// Rows and countries that must be used and that it uses, one bit each.
    pub used: u8,
    /// Stretches that may be ridden once only and that it rides, one bit each.
    pub once: u64,
    /// What the asker keeps away from.
    pub shunned: Option<AnyRef>,
}

impl Wants {
    pub fn of(index: &Index<'_>, question: &Consignment, made: &Act) -> Wants {
        Wants { used: used(index, question, made), once: once(question, made), shunned: shunned(index, question, &made.touch) }
    }
}

fn operator(touch: &Touch) -> Option<AnyRef> {
    touch.operator.map(|o| AnyRef { table: TableKind::Operator, id: o.sym() })
}

fn used(index: &Index<'_>, question: &Consignment, made: &Act) -> u8 {
    let (touch, mut used) = (&made.touch, 0);
    for (bit, wanted) in question.must_use.iter().enumerate() {
        // A service is used by riding it, not by going aboard and coming off again.
        let rides = wanted.table != TableKind::Service || matches!(made.kind, ArcKind::Ride(..));
        used |= u8::from(rides && (touch.rows.contains(wanted) || operator(touch) == Some(*wanted))) << bit;
    }
    let text = |&c: &Sym| index.corridor.text(c);
    for (i, wanted) in question.must_use_countries.iter().enumerate() {
        used |= u8::from(touch.countries.iter().any(|c| text(c) == wanted)) << (question.must_use.len() + i);
    }
    used
}

fn shunned(index: &Index<'_>, question: &Consignment, touch: &Touch) -> Option<AnyRef> {
    let avoided = |r: &AnyRef| question.avoid.contains(r);
    let row = || touch.rows.iter().copied().find(avoided).or_else(|| operator(touch).filter(avoided));
    let country = |&c: &Sym| question.avoid_countries.iter().any(|a| a == index.corridor.text(c));
    row().or_else(|| touch.countries.iter().any(country).then(|| touch.rows.first().copied()).flatten())
}

fn once(question: &Consignment, made: &Act) -> u64 {
    let Some(ends) = ends_of(&made.touch).filter(|_| !question.once.is_empty()) else { return 0 };
    let ridden = stretches(&made.kind, ends);
    question.once.iter().enumerate().map(|(bit, s)| u64::from(ridden.contains(s)) << bit).sum()
}

/// The two ends of a move; it touches them first of all nodes.
fn ends_of(touch: &Touch) -> Option<(Id<Node>, Id<Node>)> {
    let mut ends = touch.rows.iter().filter(|r| r.table == TableKind::Node);
    Some((Id::new(ends.next()?.id), Id::new(ends.next()?.id)))
}
