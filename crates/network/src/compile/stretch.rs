//! What a way rides over, for ways that may ride nothing twice.

use super::graph::ArcKind;
use keruen_model::{Id, Link, Node, Service};

/// A stretch of a way, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// A link.
    Link(Id<Link>),
    /// A ride that has no links, between two calls of a service, the lower id first.
    Hop(Id<Service>, Id<Node>, Id<Node>),
}

/// The stretches of an arc from one place to another; none where it is work at a place.
pub fn stretches(kind: &ArcKind, (from, to): (Id<Node>, Id<Node>)) -> Vec<Stretch> {
    match kind {
        ArcKind::Operation(..) => Vec::new(),
        ArcKind::Link(l) => vec![Stretch::Link(*l)],
        ArcKind::Ride(s, links) if links.is_empty() => {
            vec![Stretch::Hop(*s, if from.sym() < to.sym() { from } else { to }, if from.sym() < to.sym() { to } else { from })]
        }
        ArcKind::Transit(links) | ArcKind::Ride(_, links) => links.iter().map(|&l| Stretch::Link(l)).collect(),
    }
}
