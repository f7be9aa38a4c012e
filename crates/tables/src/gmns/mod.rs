//! General Modeling Network Specification (GMNS) 0.96: folders in and out.
//!
//! GMNS has places and links, their geometry, units and uses. What a corridor has beyond them (facilities, services, prices ...)
//! stands beside these files in tables of its own, and in columns of its own behind those of GMNS, which the specification
//! allows. What GMNS has and a corridor does not (lanes, grade, parking, capacity of a lane ...) is kept out on the way in; a
//! list of repairs says so, and says what was assumed where GMNS leaves open what a corridor needs.
//!
//! Source: <https://github.com/zephyr-data-specs/GMNS>, spec/*.schema.json, version 0.96.

mod columns;
mod convert;
mod read;
mod units;
mod wkt;
mod write;

pub use read::{Gmns, Repair, read_gmns, read_gmns_files};
pub use write::{gmns_files, write_gmns};

/// Version of the specification that is written.
pub const VERSION: &str = "0.96";
