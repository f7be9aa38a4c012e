//! Hearing the parties: each by its own tree, then all together.

use crate::error::ForumError;
use crate::joint::{self, Voice, joint};
use crate::opinion::Opinion;
use crate::party::Party;
use crate::random::Random;
use crate::reversal::turned;
use crate::{flip, promethee, smaa};
use keruen_results::Progress;
use keruen_results::forum::{ForumAnswer, ForumTable, Named, NetFlow, PartyAnswer, Reversal, SCHEMA_VERSION, Scored, Sealed};

/// How the draws are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// Seed.
    pub seed: u64,
    /// Draws for each party.
    pub draws: u32,
}

/// Ranks the scenarios of a table for every party and jointly.
pub fn hear(table: &ForumTable, parties: &[Party], chance: Chance, progress: &dyn Progress) -> Result<ForumAnswer, ForumError> {
    check(table)?;
    let open: Vec<&Party> = parties.iter().filter(|p| p.weights.is_some()).collect();
    let mut answers = Vec::new();
    for (i, party) in open.iter().enumerate() {
        if progress.cancelled() {
            return Err(ForumError::Cancelled);
        }
        answers.push(one(table, party, chance)?);
        progress.step(i as u64 + 1, open.len() as u64);
    }
    let voices: Vec<Voice> = answers.iter().map(voice).collect();
    let mut joint = joint(&voices);
    if let Some(j) = &mut joint {
        j.reversals = joint_reversals(table, &open, &voices)?;
    }
    Ok(ForumAnswer {
        schema_version: SCHEMA_VERSION,
        table: table.clone(),
        seed: chance.seed,
        parties: answers,
        sealed: parties.iter().filter(|p| p.weights.is_none()).map(sealed).collect(),
        joint,
        notes: notes(table),
    })
}

fn check(table: &ForumTable) -> Result<(), ForumError> {
    let (n, m) = (table.alternatives.len(), table.criteria.len());
    if n < 2 {
        return Err(ForumError::Table(format!("{n} scenario(s) cannot be ranked; name at least two")));
    }
    if table.cells.len() != n || table.cells.iter().any(|row| row.len() != m) {
        return Err(ForumError::Table("the table has gaps: each scenario needs one cell a criterion".into()));
    }
    let bad = |s: &keruen_results::forum::Span| !(s.low <= s.mid && s.mid <= s.high && s.low.is_finite() && s.high.is_finite());
    let wrong = table.cells.iter().enumerate().find_map(|(a, row)| {
        let k = row.iter().position(|c| c.as_ref().is_some_and(bad))?;
        Some(format!("{}, {}: low <= middle <= high is wanted", table.alternatives[a].id, table.criteria[k].id))
    });
    wrong.map_or(Ok(()), |why| Err(ForumError::Table(why)))
}

fn sealed(p: &Party) -> Sealed {
    Sealed { party: Named { id: p.id.clone(), name: p.name.clone() }, hash: p.sealed.clone().unwrap_or_default() }
}

/// One party by every method.
fn one(table: &ForumTable, party: &Party, chance: Chance) -> Result<PartyAnswer, ForumError> {
    let rows: Vec<usize> = (0..table.alternatives.len()).collect();
    let o = Opinion::new(party, table, &rows)?;
    let names: Vec<String> = party.views.iter().map(|v| v.criterion.clone()).collect();
    let (sum, flows) = (o.sum(), promethee::flows(&o));
    // The stream hangs on the party, not on its place in the list: who else is heard does not change its answer.
    let mut random = Random::new(chance.seed, purpose(&party.id));
    let told = party.weights.as_ref().ok_or_else(|| ForumError::Table("sealed".into()))?;
    Ok(PartyAnswer {
        party: Named { id: party.id.clone(), name: party.name.clone() },
        voice: party.voice,
        note: party.note.clone(),
        source: party.source.clone(),
        tree: o.tree(),
        smaa: smaa::smaa(&o, told, chance.draws.max(1), &mut random),
        flips: flip::flips(&names, &o.weights, &o.values()),
        reversals: reversals(table, party, &sum, &flows)?,
        sum,
        promethee: flows,
    })
}

/// FNV-1a of a name.
fn purpose(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn scores(sum: &[Scored]) -> Vec<f64> {
    sum.iter().map(|s| s.score).collect()
}

fn nets(flows: &[NetFlow]) -> Vec<f64> {
    flows.iter().map(|f| f.net).collect()
}

fn all_but(table: &ForumTable, out: usize) -> Vec<usize> {
    (0..table.alternatives.len()).filter(|&a| a != out).collect()
}

fn reversals(table: &ForumTable, party: &Party, sum: &[Scored], flows: &[NetFlow]) -> Result<Vec<Reversal>, ForumError> {
    let mut found = Vec::new();
    for out in 0..sum.len() {
        let o = Opinion::new(party, table, &all_but(table, out))?;
        turned("weighted sum", &scores(sum), &scores(&o.sum()), out, &mut found);
        turned("PROMETHEE II", &nets(flows), &nets(&promethee::flows(&o)), out, &mut found);
    }
    Ok(found)
}

/// A way to rank jointly.
type Method = fn(&[Voice]) -> Vec<Scored>;

fn joint_reversals(table: &ForumTable, parties: &[&Party], voices: &[Voice]) -> Result<Vec<Reversal>, ForumError> {
    let methods: [(&str, Method); 3] = [("mean", joint::mean), ("Borda", joint::borda), ("Copeland", joint::copeland)];
    let mut found = Vec::new();
    for out in 0..table.alternatives.len() {
        let mut rest = Vec::new();
        for (p, v) in parties.iter().zip(voices) {
            rest.push(Voice { scores: Opinion::new(p, table, &all_but(table, out))?.sum(), ..v.clone() });
        }
        for (name, method) in methods {
            turned(name, &scores(&method(voices)), &scores(&method(&rest)), out, &mut found);
        }
    }
    Ok(found)
}

fn voice(a: &PartyAnswer) -> Voice {
    let first = a.smaa.acceptability.iter().map(|r| r.first().copied().unwrap_or(0.0)).collect();
    Voice { name: a.party.id.clone(), voice: a.voice, scores: a.sum.clone(), first }
}

/// What is missing.
fn notes(table: &ForumTable) -> Vec<String> {
    let missing = |k: usize| table.cells.iter().filter(|row| row[k].is_none()).count();
    let mut out = Vec::new();
    for (k, c) in table.criteria.iter().enumerate().filter(|(k, _)| missing(*k) > 0) {
        out.push(format!("{} is not known for {} of {} scenarios", c.name, missing(k), table.cells.len()));
    }
    out
}
