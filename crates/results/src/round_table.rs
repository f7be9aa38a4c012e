//! Proposals compared, then weighed.

use crate::compare::CompareAnswer;
use crate::forum::ForumAnswer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the shape of [`RoundTable`].
pub const SCHEMA_VERSION: u32 = 1;

/// The whole round table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoundTable {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Every proposal against its base.
    pub proposals: Vec<Proposal>,
    /// What parties make of them.
    pub forum: ForumAnswer,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Proposal {
    /// Short name.
    pub id: String,
    /// Name.
    pub name: String,
    /// It against its base.
    pub compare: CompareAnswer,
}
