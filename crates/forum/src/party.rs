//! The party file: who weighs, in which criteria, with which weights.

use crate::error::ForumError;
use crate::seal;
use crate::value::{Better, Shape, View};
use crate::weights::Weights;
use serde::{Deserialize, Serialize};

/// One party.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
    /// How much it counts in the joint ranking.
    pub voice: f64,
    /// Where its weights come from.
    pub note: String,
    /// Facts or pages.
    pub source: Vec<String>,
    /// Criteria as it sees them.
    pub views: Vec<View>,
    /// Weights; `None` while they are sealed.
    pub weights: Option<Weights>,
    /// Salted hash of the weights, told before them.
    pub sealed: Option<String>,
    /// Salt that opens the seal.
    pub salt: Option<String>,
    /// File it stands in.
    pub file: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    party: Vec<RawParty>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawParty {
    id: String,
    name: String,
    #[serde(default = "one")]
    voice: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    source: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    #[serde(default)]
    criterion: Vec<RawView>,
}

fn one() -> f64 {
    1.0
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RawView {
    id: String,
    better: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    group: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<(f64, f64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worst: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    best: Option<f64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    curve: Vec<(f64, f64)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    shape: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    indifference: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preference: Option<f64>,
}

/// Reads a party file; `file` names it in messages.
pub fn parse(file: &str, text: &str) -> Result<Vec<Party>, ForumError> {
    let raw: File = toml::from_str(text).map_err(|e| ForumError::File { file: file.into(), why: e.to_string() })?;
    if raw.party.is_empty() {
        let why = "no [[party]] stands in it; docs/guides/round-table.md shows one".into();
        return Err(ForumError::File { file: file.into(), why });
    }
    raw.party.into_iter().map(|p| party(file, p)).collect()
}

fn party(file: &str, raw: RawParty) -> Result<Party, ForumError> {
    let bad = |why: String| ForumError::Party { file: file.into(), party: raw.id.clone(), why };
    if !(raw.voice.is_finite() && raw.voice >= 0.0) {
        return Err(bad(format!("voice {} must not be below zero", raw.voice)));
    }
    if raw.criterion.is_empty() {
        return Err(bad("it has no [[party.criterion]]".into()));
    }
    let weights = weights(&raw.criterion, raw.sealed.is_some()).map_err(bad)?;
    let views = raw.criterion.iter().map(view).collect::<Result<Vec<_>, _>>().map_err(bad)?;
    if let Some(twice) = views.iter().enumerate().find(|(i, v)| views[..*i].iter().any(|w| w.criterion == v.criterion)) {
        return Err(bad(format!("criterion {:?} stands twice", twice.1.criterion)));
    }
    let out = Party {
        id: raw.id.clone(),
        name: raw.name,
        voice: raw.voice,
        note: raw.note,
        source: raw.source,
        views,
        weights,
        sealed: raw.sealed,
        salt: raw.salt,
        file: file.into(),
    };
    seal::check(&out)?;
    Ok(out)
}

/// All criteria in one way: points, ranks, shares, or nothing at all.
fn weights(raw: &[RawView], sealed: bool) -> Result<Option<Weights>, String> {
    let points: Vec<f64> = raw.iter().filter_map(|c| c.points).collect();
    let ranks: Vec<u32> = raw.iter().filter_map(|c| c.rank).collect();
    let shares: Vec<(f64, f64)> = raw.iter().filter_map(|c| c.share).collect();
    let n = raw.len();
    let told = match (points.len(), ranks.len(), shares.len()) {
        (0, 0, 0) if sealed => return Ok(None),
        (0, 0, 0) => Weights::Free(n),
        (p, 0, 0) if p == n => Weights::Points(points),
        (0, r, 0) if r == n => Weights::Ranks(ranks),
        (0, 0, s) if s == n => Weights::Intervals(shares),
        _ => {
            return Err(
                "give `points` to every criterion, or `rank` to every one, or `share` to every one, or none at all".into()
            );
        }
    };
    told.fault().map_or(Ok(Some(told)), Err)
}

fn view(raw: &RawView) -> Result<View, String> {
    let c = &raw.id;
    let better = match raw.better.as_str() {
        "more" => Better::More,
        "less" => Better::Less,
        other => return Err(format!("criterion {c:?}: better = {other:?} must be \"more\" or \"less\"")),
    };
    let shape = shape(&raw.shape).ok_or_else(|| {
        format!("criterion {c:?}: shape {:?} must be usual, u-shape, v-shape, level, linear or gaussian", raw.shape)
    })?;
    let ends = [raw.worst, raw.best, raw.indifference, raw.preference];
    if ends.iter().flatten().any(|x| !x.is_finite()) {
        return Err(format!("criterion {c:?}: every number must be finite"));
    }
    if let (Some(w), Some(b)) = (raw.worst, raw.best)
        && (w == b || (w < b) != (better == Better::More))
    {
        return Err(format!("criterion {c:?}: from worst {w} to best {b} is not towards {}", better.name()));
    }
    let (q, p) = (raw.indifference.unwrap_or(0.0), raw.preference.unwrap_or(f64::INFINITY));
    if q < 0.0 || p < q {
        return Err(format!("criterion {c:?}: 0 <= indifference <= preference is wanted"));
    }
    let rises = raw.curve.windows(2).all(|p| p[0].0 < p[1].0 && p[0].1 <= p[1].1);
    let ends = raw.curve.first() == Some(&(0.0, 0.0)) && raw.curve.last() == Some(&(1.0, 1.0));
    if !(raw.curve.is_empty() || rises && ends) {
        return Err(format!("criterion {c:?}: a curve rises from [0, 0] to [1, 1]"));
    }
    Ok(View {
        criterion: c.clone(),
        group: raw.group.clone(),
        better,
        worst: raw.worst,
        best: raw.best,
        curve: raw.curve.clone(),
        shape,
        indifference: raw.indifference,
        preference: raw.preference,
    })
}

const SHAPES: [(&str, Shape); 6] = [
    ("usual", Shape::Usual),
    ("u-shape", Shape::UShape),
    ("v-shape", Shape::VShape),
    ("level", Shape::Level),
    ("linear", Shape::Linear),
    ("gaussian", Shape::Gaussian),
];

fn shape(name: &str) -> Option<Shape> {
    let name = if name.is_empty() { "linear" } else { name };
    SHAPES.iter().find(|s| s.0 == name).map(|s| s.1)
}

/// Parties of several files together. One that stands in two files must be the same in both, save that the second may open the
/// seal of the first.
pub fn merge(files: Vec<Vec<Party>>) -> Result<Vec<Party>, ForumError> {
    let mut out: Vec<Party> = Vec::new();
    for party in files.into_iter().flatten() {
        let Some(at) = out.iter().position(|p| p.id == party.id) else {
            out.push(party);
            continue;
        };
        let (shut, open) = if out[at].weights.is_none() { (&out[at], &party) } else { (&party, &out[at]) };
        if shut.weights.is_none() && open.weights.is_some() {
            let opened = Party { sealed: shut.sealed.clone(), ..open.clone() };
            seal::check(&opened)?;
            out[at] = opened;
        } else if (Party { file: String::new(), ..out[at].clone() }) != (Party { file: String::new(), ..party.clone() }) {
            let why = format!("it stands in {} too, and differs: keep one of them", out[at].file);
            return Err(ForumError::Party { file: party.file, party: party.id, why });
        }
    }
    Ok(out)
}

/// Parties as a party file.
pub fn print(parties: &[Party]) -> String {
    let party = parties.iter().map(raw).collect();
    toml::to_string(&File { party }).unwrap_or_default()
}

fn raw(p: &Party) -> RawParty {
    let told = |k: usize| match &p.weights {
        Some(Weights::Points(w)) => (w.get(k).copied(), None, None),
        Some(Weights::Ranks(r)) => (None, r.get(k).copied(), None),
        Some(Weights::Intervals(b)) => (None, None, b.get(k).copied()),
        Some(Weights::Free(_)) | None => (None, None, None),
    };
    let view = |(k, v): (usize, &View)| {
        let (points, rank, share) = told(k);
        RawView {
            id: v.criterion.clone(),
            better: v.better.name().into(),
            group: v.group.clone(),
            points,
            rank,
            share,
            worst: v.worst,
            best: v.best,
            curve: v.curve.clone(),
            shape: SHAPES.iter().find(|s| s.1 == v.shape).map_or(String::new(), |s| s.0.into()),
            indifference: v.indifference,
            preference: v.preference,
        }
    };
    RawParty {
        id: p.id.clone(),
        name: p.name.clone(),
        voice: p.voice,
        note: p.note.clone(),
        source: p.source.clone(),
        sealed: p.sealed.clone(),
        salt: p.salt.clone(),
        criterion: p.views.iter().enumerate().map(view).collect(),
    }
}
