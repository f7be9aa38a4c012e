//! What a transport corridor is: places, links, facilities, services, goods, prices, demand, weather, and where every figure
//! comes from. No input or output: [`Tables`] are filled by `keruen-tables` and read by the engines.
//!
//! The schema is data (`schema/*.csv`). The build turns it into the row types of [`rows`], so a field exists once: in the schema.
//! Three rules carry the tables: causes, not outcomes; one ledger of scarcity (`resource` and `use`); dates on what changes.

pub mod calendar;
pub mod cell;
pub mod corridor;
pub mod date;
pub mod dist;
pub mod empties;
pub mod fault;
pub mod find;
mod index;
pub mod parallel;
pub mod provenance;
pub mod rows;
pub mod scenario;
pub mod schema;
mod slots;
pub mod strings;
pub mod supposed;
pub mod table;
pub mod units;
pub mod validate;
pub mod waits;
pub mod zone;

pub use corridor::{Corridor, Meta};
pub use date::{Clock, Date};
pub use dist::Dist;
pub use fault::Fault;
pub use rows::*;
pub use strings::{Id, List, Strings, Sym, Text};
pub use table::{Row, Table};
pub use units::*;
