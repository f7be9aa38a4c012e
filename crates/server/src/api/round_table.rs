//! Several parties weigh the same proposals. Comparing them takes a minute and is a job; weighing takes milliseconds and is asked anew
//! with every move of a slider.

use super::asked::{Asked, Queried, short};
use super::fault::Fault;
use super::{Here, stored, words};
use crate::house::House;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use keruen_forum::{Chance, ForumError, Party, Weights, preset, presets};
use keruen_model::parallel;
use keruen_report::language::Language;
use keruen_report::say;
use keruen_results::compare::CompareAnswer;
use keruen_results::forum::{ForumAnswer, ForumTable};
use keruen_results::round_table::Proposal;
use keruen_results::{Progress, Silent};
use keruen_study::compare::{Comparer, Luck, asked, compare};
use keruen_study::{ProposalSpec, Ranging, RoundTableSpec, Study, parse, round_table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Most draws and most replications of one side of a comparison, as the description says; the command line takes more.
const MOST: u32 = 200;
/// Most draws of a ranking that is asked live.
const DRAWS: u32 = 20_000;
/// What the minutes may do in a browser: look as they are written, and nothing else.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The proposals of the study's round table, each compared with its base.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalsRequest {
    /// Calendar year of the flow; without it, that of the study.
    #[serde(default)]
    pub year: Option<i32>,
}

/// Proposals and what parties weigh of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Proposals {
    /// Every proposal against its base.
    pub proposals: Vec<Proposal>,
    /// Scenarios by criteria.
    pub table: ForumTable,
}

/// Two or more stacks of scenarios side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompareRequest {
    /// Scenarios of the base; none = the corridor as it is.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub base: Vec<String>,
    /// Scenarios of each other side.
    #[schema(min_items = 1, max_items = 8)]
    pub others: Vec<Vec<String>>,
    /// Calendar year of the flow; without it, that of the study's round table, else the last one that demand has.
    #[serde(default)]
    pub year: Option<i32>,
    /// Twelve months instead of one year.
    #[serde(default)]
    pub months: bool,
    /// Draws of the assumed and proxy figures, the same on all sides; 0 = none.
    #[serde(default)]
    #[schema(maximum = 200)]
    pub ranges: u32,
    /// Replications of the year with queues, weather and ships, with the same luck on all sides; 0 = none.
    #[serde(default)]
    #[schema(maximum = 200)]
    pub replications: u32,
    /// Seed of draws and replications.
    #[serde(default)]
    #[schema(format = "uint64")]
    pub seed: Option<u64>,
}

/// Who weighs what how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ForumRequest {
    /// Answer that holds the proposals.
    pub table: String,
    /// Parties at hand, by preset.
    #[schema(min_items = 1, max_items = 32)]
    pub preset: Vec<String>,
    /// Points in place of a party's own weights: by party, then by criterion. A criterion that is not named gets none.
    #[serde(default)]
    pub points: BTreeMap<String, BTreeMap<String, f64>>,
    /// Seed of the draws.
    #[serde(default = "one")]
    #[schema(format = "uint64")]
    pub seed: u64,
    /// Draws of weights and values for each party.
    #[serde(default = "thousand")]
    #[schema(format = "uint32")]
    pub draws: u32,
}

fn one() -> u64 {
    1
}

fn thousand() -> u32 {
    1000
}

/// The question of the minutes.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MinutesQuery {
    /// A ForumRequest as JSON.
    q: String,
    /// Language of the page: en, kk, az, ru or tr; English without it.
    #[serde(default)]
    lang: Option<String>,
}

/// Parties at hand. Their weights are examples: nobody named in them gave them.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Preset {
    /// Stable name.
    pub id: String,
    /// Who sits there.
    pub title: String,
    /// Parties.
    pub parties: Vec<PartyShown>,
}

/// A party and what it weighs.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PartyShown {
    /// Stable name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where its weights come from.
    pub note: String,
    /// Weights of its criteria: all of them sum to 100.
    pub points: BTreeMap<String, f64>,
}

impl From<ForumError> for Fault {
    fn from(e: ForumError) -> Fault {
        Fault::question(e.to_string(), "see /api/forum/parties")
    }
}

/// The study of the corridor, where it has one.
///
/// # Errors
/// When its file cannot be read as a study.
pub fn study(house: &House) -> Result<Option<Study>, String> {
    match std::fs::read_to_string(house.folder.join("study.toml")) {
        Ok(text) => parse(&text).map(Some).map_err(|e| e.to_string()),
        Err(_) => Ok(None),
    }
}

impl ProposalsRequest {
    /// The name under which the answer is kept: it hangs on the study and on every scenario that a proposal stacks.
    ///
    /// # Errors
    /// When there is no round table.
    pub fn key(&self, here: &Here) -> Result<String, Fault> {
        let (_, spec) =
            self.spec(&here.house).map_err(|e| Fault::question(e, "a [round_table] in study.toml names proposals"))?;
        let names: Vec<String> = spec.proposals.iter().flat_map(scenarios).cloned().collect();
        stored::key(here, "proposals", &format!("{spec:?}"), &names)
    }

    fn spec(&self, house: &House) -> Result<(Study, RoundTableSpec), String> {
        let study = study(house)?.ok_or("the corridor has no study")?;
        let mut spec = study.round_table.clone().ok_or("the corridor's study has no round table")?;
        spec.year = self.year.unwrap_or(spec.year);
        Ok((study, spec))
    }

    /// Compares every proposal.
    ///
    /// # Errors
    /// When a proposal cannot be put on the corridor, or somebody stopped it.
    pub fn run(&self, house: &House, progress: &dyn Progress) -> Result<Vec<u8>, String> {
        let (now, (study, spec)) = (house.now(), self.spec(house)?);
        let proposals =
            round_table::proposals(&now.corridor, &now.scenarios, (&study, &spec), progress).map_err(|e| e.to_string())?;
        let table = round_table::table(&proposals);
        serde_json::to_vec(&Proposals { proposals, table }).map_err(|e| e.to_string())
    }
}

fn scenarios(p: &ProposalSpec) -> impl Iterator<Item = &String> {
    p.base.iter().chain(&p.scenarios)
}

impl CompareRequest {
    /// Lists within their limits.
    ///
    /// # Errors
    /// When a list is too long, or there is nothing to compare.
    pub fn check(&self) -> Result<(), Fault> {
        short("base", &self.base)?;
        self.others.iter().try_for_each(|o| short("others", o))?;
        if !(1..=8).contains(&self.others.len()) {
            return Err(Fault::question("nothing to compare, or too much", "name one to eight other sides"));
        }
        for (name, n) in [("ranges", self.ranges), ("replications", self.replications)] {
            if n == 1 || n > MOST {
                return Err(Fault::question(format!("{name} is {n}"), format!("ask for 2 to {MOST}, or for none with 0")));
            }
        }
        Ok(())
    }

    /// Every scenario named.
    pub fn names(&self) -> Vec<String> {
        self.others.iter().fold(self.base.clone(), |all, o| [all.as_slice(), o].concat())
    }

    /// Compares. As `keruen compare --json`.
    ///
    /// # Errors
    /// When a scenario cannot be put on the corridor, or somebody stopped it.
    pub fn run(&self, house: &House, progress: &dyn Progress) -> Result<Vec<u8>, String> {
        let (now, study) = (house.now(), study(house)?);
        let mut question = asked(&now.corridor, study.as_ref(), self.year, &[]).map_err(|e| e.to_string())?;
        question.months |= self.months;
        let (seed, threads) = (self.seed.unwrap_or(1), parallel::all());
        question.ranging = (self.ranges > 0).then_some(Ranging { samples: self.ranges as usize, seed, threads });
        question.luck = (self.replications > 0).then_some(Luck { replications: self.replications, seed, threads });
        let mut comparer = Comparer::new(&now.corridor, &now.scenarios, question);
        let answer: CompareAnswer = compare(&mut comparer, &self.base, &self.others, progress).map_err(|e| e.to_string())?;
        // A stored answer is whole.
        if !answer.stopped.is_empty() {
            return Err(keruen_study::StudyError::Cancelled.to_string());
        }
        serde_json::to_vec(&answer).map_err(|e| e.to_string())
    }
}

impl ForumRequest {
    fn chance(&self) -> Chance {
        Chance { seed: self.seed, draws: self.draws.clamp(1, DRAWS) }
    }

    /// The parties of the presets, with the points told.
    fn parties(&self) -> Result<Vec<Party>, Fault> {
        short("preset", &self.preset)?;
        let mut out: Vec<Party> = Vec::new();
        for name in &self.preset {
            out.extend(named(preset(name)?, name, self.preset.len() > 1));
        }
        if out.is_empty() {
            return Err(Fault::question("nobody weighs", "name a preset: c6, cica, turkic, trade"));
        }
        for p in &mut out {
            if let Some(told) = self.points.get(&p.id) {
                let points = p.views.iter().map(|v| told.get(&v.criterion).copied().unwrap_or(0.0)).collect();
                let weights = Weights::Points(points);
                if let Some(why) = weights.fault() {
                    return Err(Fault::question(format!("{}: {why}", p.name), ""));
                }
                p.weights = Some(weights);
            }
        }
        Ok(out)
    }
}

/// Presets share states; beside each other, each keeps its own.
fn named(parties: Vec<Party>, preset: &str, several: bool) -> Vec<Party> {
    let name = |p: Party| Party { id: format!("{preset}-{}", p.id), name: format!("{} ({preset})", p.name), ..p };
    if several { parties.into_iter().map(name).collect() } else { parties }
}

/// Parties at hand, with their weights.
#[utoipa::path(get, path = "/api/forum/parties", tag = "forum", responses((status = 200, body = [Preset])))]
pub async fn parties() -> Result<Json<Vec<Preset>>, Fault> {
    let shown = |p: Party| {
        let centre = p.weights.as_ref().map(Weights::centre).unwrap_or_default();
        let points = p.views.iter().zip(centre).map(|(v, w)| (v.criterion.clone(), w * 100.0)).collect();
        PartyShown { id: p.id, name: p.name, note: p.note, points }
    };
    let one = |(id, title): (&str, &str)| {
        Ok(Preset { id: id.into(), title: title.into(), parties: preset(id)?.into_iter().map(shown).collect() })
    };
    presets().map(one).collect::<Result<_, ForumError>>().map(Json).map_err(Fault::from)
}

/// Rankings of the parties and of all together. As the `forum` of `keruen forum --json`.
#[utoipa::path(post, path = "/api/forum", tag = "forum", request_body = ForumRequest,
    responses((status = 200, body = ForumAnswer), (status = 400, body = Fault), (status = 404, body = Fault)))]
pub async fn forum(State(here): State<Here>, Asked(question): Asked<ForumRequest>) -> Result<Json<ForumAnswer>, Fault> {
    #[derive(Deserialize)]
    struct Held {
        table: ForumTable,
    }
    let (parties, chance) = (question.parties()?, question.chance());
    let held: Held = held(&here, &question.table).await?;
    let answer = here.desk.ask(move |_, _, patience| keruen_forum::hear(&held.table, &parties, chance, patience));
    Ok(Json(answer.await??))
}

/// The minutes as one page to print.
#[utoipa::path(get, path = "/api/forum/minutes", tag = "forum", params(MinutesQuery),
    responses((status = 200, content_type = "text/html", body = String), (status = 400, body = Fault), (status = 404, body = Fault)))]
pub async fn minutes(State(here): State<Here>, Queried(query): Queried<MinutesQuery>) -> Result<Response, Fault> {
    let question: ForumRequest = serde_json::from_str(&query.q)
        .map_err(|e| Fault::question(format!("the question cannot be read: {e}"), "see ForumRequest in /api/openapi.json"))?;
    let language = query.lang.as_deref().map_or(Ok(Language::English), words::known)?;
    let (parties, chance) = (question.parties()?, question.chance());
    let held: Proposals = held(&here, &question.table).await?;
    let house = std::sync::Arc::clone(&here.house);
    let page = here.desk.ask(move |_, _, _| {
        let answer = round_table::weigh(held.proposals, &parties, chance, &Silent)?;
        let presets: Vec<String> = question.preset.iter().map(|p| format!(" --preset {p}")).collect();
        let voice = house.voice(language);
        let changed =
            if question.points.is_empty() { String::new() } else { format!("  ({})", say!(voice, "round-weights-set")) };
        let command = format!("./keruen forum{} --seed {} --draws {}{changed}", presets.concat(), chance.seed, chance.draws);
        Ok::<_, Fault>(keruen_report::html::minutes_page(voice, &answer, &command))
    });
    let about = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, POLICY)];
    Ok((about, page.await??).into_response())
}

/// Proposals that a job has compared.
async fn held<T: for<'d> Deserialize<'d>>(here: &Here, key: &str) -> Result<T, Fault> {
    let kept = if crate::store::is_key(key) { stored::kept(here, key).await } else { None };
    let kept = kept.ok_or_else(|| Fault::missing("these proposals are not compared yet", "ask for them as a job"))?;
    serde_json::from_slice(&kept).map_err(|_| Fault::question("this answer holds no proposals", "ask for them as a job"))
}
