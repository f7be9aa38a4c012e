//! Least-cost flows on instances that others made: reading, solving, certifying.

mod canad;
mod case;
mod job;
mod linerlib;
mod mmcf;
mod mps;
mod run;
mod tntp;

pub use job::FlowJob;
pub use run::run;
