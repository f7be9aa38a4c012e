//! Weights that are told only after everybody is bound: `sealed = sha256(salt, party, weights)` first, weights and salt later.
//!
//! The hash binds: other weights under the same seal would need a second pre-image of SHA-256. It hides only as well as the salt: a
//! salt that can be guessed lets others try weights until the hash fits.

use crate::error::ForumError;
use crate::party::Party;
use crate::weights::Weights;
use sha2::{Digest, Sha256};

/// Shortest salt: 16 letters and digits are more than anybody can try.
const SALT: usize = 16;

/// The hash of a party's weights under a salt.
pub fn hash(party: &Party, salt: &str) -> Option<String> {
    let text = format!("keruen-seal-1\n{salt}\n{}\n{}", party.id, canonical(party)?);
    let digest = Sha256::digest(text.as_bytes());
    Some(digest.iter().map(|b| format!("{b:02x}")).collect())
}

/// One line a criterion, by name: the order in the file does not matter.
fn canonical(party: &Party) -> Option<String> {
    let weights = party.weights.as_ref()?;
    let told = |k: usize| match weights {
        Weights::Points(p) => format!("points {}", p[k]),
        Weights::Ranks(r) => format!("rank {}", r[k]),
        Weights::Intervals(b) => format!("share {} {}", b[k].0, b[k].1),
        Weights::Free(_) => "free".into(),
    };
    let mut lines: Vec<String> = party.views.iter().enumerate().map(|(k, v)| format!("{} {}\n", v.criterion, told(k))).collect();
    lines.sort_unstable();
    Some(lines.concat())
}

/// The party as it goes to the others before the weights are told: everything but weights and salt.
pub fn shut(party: &Party, salt: &str) -> Result<Party, ForumError> {
    let bad = |why: &str| ForumError::Party { file: party.file.clone(), party: party.id.clone(), why: why.into() };
    if salt.chars().count() < SALT {
        return Err(bad("the salt needs at least 16 characters that nobody can guess"));
    }
    let hash = hash(party, salt).ok_or_else(|| bad("its weights are sealed already"))?;
    Ok(Party { weights: None, salt: None, sealed: Some(hash), ..party.clone() })
}

/// Weights and salt fit the seal, where there is one.
pub(crate) fn check(party: &Party) -> Result<(), ForumError> {
    let bad = |why: String| Err(ForumError::Party { file: party.file.clone(), party: party.id.clone(), why });
    let (Some(sealed), Some(_)) = (&party.sealed, &party.weights) else { return Ok(()) };
    let Some(salt) = &party.salt else { return bad("weights are told, but not the salt that opens the seal".into()) };
    match hash(party, salt) {
        Some(h) if h == *sealed => Ok(()),
        _ => bad(format!("weights and salt do not give the hash {sealed} that was told before")),
    }
}
