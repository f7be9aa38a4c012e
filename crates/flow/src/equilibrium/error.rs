//! What can be wrong with the question.

use keruen_results::Cancelled;
use keruen_results::equilibrium::FlowLink;
use std::fmt;

/// What was wrong, where, and what to try next.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EquilibriumError {
    /// A link ends at a node that the network does not have.
    NodeOfLink {
        /// The link.
        link: FlowLink,
        /// Nodes of the network.
        nodes: u32,
    },
    /// A value of a link is negative, not finite, or out of its range.
    ValueOfLink {
        /// The link.
        link: FlowLink,
        /// Name of the value.
        field: &'static str,
        /// What it is.
        value: f64,
    },
    /// There is no such link.
    NoSuchLink {
        /// The link.
        link: FlowLink,
        /// Links of the network.
        links: usize,
    },
    /// A change would move a link.
    OtherEnds {
        /// The link.
        link: FlowLink,
    },
    /// Trips name a node that the network does not have, or their amount is negative or not finite.
    Trip {
        /// Position in the list, from 0.
        position: usize,
        /// What is wrong.
        what: &'static str,
    },
    /// More nodes, links or origins than 32-bit numbers hold.
    TooLarge {
        /// How many there are.
        count: usize,
    },
    /// An option has no meaning.
    Option {
        /// Its name.
        name: &'static str,
        /// What is taken.
        wanted: &'static str,
    },
    /// The asker stopped it.
    Cancelled,
}

impl fmt::Display for EquilibriumError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NodeOfLink { link, nodes } => {
                write!(f, "link {} ends outside the network of {nodes} nodes; nodes count from 0", link.0)
            }
            Self::ValueOfLink { link, field, value } => {
                write!(f, "link {}: {field} is {value}; give a finite number of 0 or more, a knee below 1", link.0)
            }
            Self::NoSuchLink { link, links } => write!(f, "link {} is not among the {links} links, counted from 0", link.0),
            Self::OtherEnds { link } => write!(f, "link {}: its ends cannot change; ask anew with another network", link.0),
            Self::Trip { position, what } => write!(f, "trips at position {position}: {what}"),
            Self::TooLarge { count } => {
                write!(f, "{count} nodes, links or origins are too many for 32-bit numbers; split the network")
            }
            Self::Option { name, wanted } => write!(f, "{name} must be {wanted}"),
            Self::Cancelled => Cancelled.fmt(f),
        }
    }
}

impl std::error::Error for EquilibriumError {}

impl From<Cancelled> for EquilibriumError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}
