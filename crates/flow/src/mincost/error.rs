//! What can be wrong with a problem or its solution.

use std::fmt;

use super::problem::{ColumnIx, CommodityIx, RowIx};

/// What was wrong, where, and what to try next.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A commodity makes no sense.
    Commodity {
        /// Which.
        commodity: CommodityIx,
        /// What is wrong.
        what: &'static str,
    },
    /// A row makes no sense.
    Row {
        /// Which.
        row: RowIx,
        /// What is wrong.
        what: &'static str,
    },
    /// A listed column makes no sense.
    Column {
        /// Which.
        column: ColumnIx,
        /// What is wrong.
        what: &'static str,
    },
    /// An arc, a node or a commodity of a plain network makes no sense.
    Network {
        /// What is wrong.
        what: &'static str,
        /// Number of the arc, node or commodity.
        at: usize,
    },
    /// An oracle offered a column that names a row or commodity that is not there, or is not made of finite numbers.
    Offer {
        /// The commodity it was offered for.
        commodity: u32,
    },
    /// There is not one rank, finite and not negative, for each commodity and listed column.
    Rank,
    /// Rows, commodities or columns do not fit into 32-bit numbers.
    TooLarge,
    /// Going round some cycle brings more than it costs, so ways have no cheapest.
    NegativeCycle {
        /// Layer of the network.
        layer: usize,
    },
    /// Costs can fall without end: something profitable has no bound.
    Unbounded,
    /// The fixed wishes contradict each other.
    Infeasible(Conflict),
    /// The numbers got so far out of scale that no answer can be certified.
    Numerical,
    /// The asker stopped the computation.
    Cancelled,
}

/// Rows and commodities that cannot hold together, and do as soon as any one of them is given up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Rows.
    pub rows: Vec<RowIx>,
    /// Commodities that must be served.
    pub commodities: Vec<CommodityIx>,
    /// Listed columns whose own bounds take part.
    pub columns: Vec<ColumnIx>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Commodity { commodity, what } => write!(f, "commodity {}: {what}", commodity.0),
            Self::Row { row, what } => write!(f, "row {}: {what}", row.0),
            Self::Column { column, what } => write!(f, "listed column {}: {what}", column.0),
            Self::Network { what, at } => write!(f, "network, {at}: {what}"),
            Self::Offer { commodity } => {
                write!(f, "a column offered for commodity {commodity} names what is not there, or is not made of finite numbers")
            }
            Self::Rank => f.write_str("ties need one finite rank of 0 or more for each commodity and each listed column"),
            Self::TooLarge => f.write_str("too many rows, commodities or columns for 32-bit numbers; split the problem"),
            Self::NegativeCycle { layer } => {
                write!(
                    f,
                    "layer {layer}: going round some cycle brings more than it costs; grant a subsidy once, not at every turn"
                )
            }
            Self::Unbounded => f.write_str("costs can fall without end; give the profitable columns a bound"),
            Self::Infeasible(conflict) => {
                let (rows, commodities) = (conflict.rows.len(), conflict.commodities.len());
                write!(f, "{rows} rows and {commodities} commodities contradict each other; give up any one of them")
            }
            Self::Numerical => f.write_str("numbers too far apart in size to be sure of an answer; use other units"),
            Self::Cancelled => f.write_str("stopped before the answer was found"),
        }
    }
}

impl std::error::Error for Error {}
