//! Running the questions.

use crate::error::StudyError;
use crate::file::{ClaimSpec, QuestionSpec, Study, VariantSpec};
use keruen_model::find::{Found, place, row};
use keruen_model::scenario::{Scenario, apply};
use keruen_model::{Amount, AnyRef, Cargo, Clock, Corridor, Date, Equipment, Id, Row, TableKind, Unit};
use keruen_results::Progress;
use keruen_results::route::{RouteAnswer, Way};
use keruen_results::study::{Claim, FactShown, QuestionAnswer, SCHEMA_VERSION, StudyAnswer, Variant};
use keruen_route::{Consignment, Index, Kept, Nearby, RouteError, Router, Wanted};
use std::collections::BTreeMap;

/// The corridor under each set of scenarios and day that a study asks for; each is made once.
pub struct Asker<'c> {
    pub(crate) base: &'c Corridor,
    pub(crate) scenarios: &'c [Scenario],
    stacks: BTreeMap<(Vec<String>, Option<Date>), Stack>,
}

/// A corridor under scenarios as it stands on a day, and between two questions what was indexed of it.
struct Stack {
    standing: (Corridor, Date),
    kept: Option<Kept>,
}

impl Stack {
    /// Lets a router answer, and keeps what it made of the corridor and the goods for the next question.
    fn with_router<T>(&mut self, (names, clock): (&[String], Clock), ask: impl FnOnce(&Router<'_>, &(Corridor, Date)) -> T) -> T {
        let (corridor, day) = &self.standing;
        let router = match self.kept.take().filter(|k| k.layout.clock == clock) {
            Some(kept) => Router::resume(corridor, kept, names.to_vec()),
            None => Router::of(Index::new(corridor, *day).at(clock), names.to_vec()),
        };
        let answer = ask(&router, &self.standing);
        self.kept = Some(router.into_kept());
        answer
    }
}

impl<'c> Asker<'c> {
    /// For a corridor and its scenarios.
    pub fn new(base: &'c Corridor, scenarios: &'c [Scenario]) -> Self {
        Asker { base, scenarios, stacks: BTreeMap::new() }
    }

    /// How many corridors under scenarios and a day are kept.
    pub fn stacks(&self) -> usize {
        self.stacks.len()
    }

    /// The corridor as it stands under scenarios on a day.
    pub fn stack(&mut self, names: &[String], day: Option<Date>) -> Result<&(Corridor, Date), StudyError> {
        Ok(&self.kept(names, day)?.standing)
    }

    fn kept(&mut self, names: &[String], day: Option<Date>) -> Result<&mut Stack, StudyError> {
        let key = (names.to_vec(), day);
        let stack = match self.stacks.remove(&key) {
            Some(stack) => stack,
            None => Stack { standing: self.make(names, day)?, kept: None },
        };
        Ok(self.stacks.entry(key).or_insert(stack))
    }

    /// Asks a variant of the corridor as it stands on its day.
    pub(crate) fn of_a_day<T>(
        &mut self,
        (v, at): (&VariantSpec, &str),
        (day, clock): (Option<Date>, Clock),
        ask: impl FnOnce(&Router<'_>, &Consignment) -> Result<T, RouteError>,
    ) -> Result<T, StudyError> {
        let base = self.base;
        let stack = self.kept(&v.scenarios, day)?;
        let question = consignment(&stack.standing.0, v, stack.standing.1, at)
            .map_err(|e| not_open(base, &stack.standing, v).unwrap_or(e))?;
        stack.with_router((&v.scenarios, clock), |router, _| ask(router, &question)).map_err(|e| route_error_at(e, at))
    }

    /// The cheapest way of each variant, all of one stack and day, until so many have one.
    pub(crate) fn cheapest(
        &mut self,
        variants: &[VariantSpec],
        most: usize,
        progress: &dyn Progress,
    ) -> Result<Vec<(usize, Way)>, StudyError> {
        let Some(v) = variants.first() else { return Ok(Vec::new()) };
        let Ok(stack) = day_of(v, "route").and_then(|day| self.kept(&v.scenarios, day)) else { return Ok(Vec::new()) };
        stack.with_router((&v.scenarios, Clock::default()), |router, (corridor, day)| {
            let mut nearby = Nearby::of(router);
            let mut out = Vec::new();
            for (i, v) in variants.iter().enumerate() {
                // A change that does not fit the goods is no alternative.
                let Ok(question) = consignment(corridor, v, *day, "route") else { continue };
                match nearby.cheapest(&question, progress) {
                    Err(RouteError::Cancelled) => return Err(StudyError::Cancelled),
                    found => out.extend(found.ok().flatten().map(|way| (i, way))),
                }
                if out.len() == most {
                    break;
                }
            }
            Ok(out)
        })
    }

    fn make(&self, names: &[String], day: Option<Date>) -> Result<(Corridor, Date), StudyError> {
        let (whole, day) = self.whole(names, day)?;
        Ok((whole.on(day), day))
    }

    /// The corridor under scenarios with all its rows, open on the day or not.
    pub(crate) fn whole(&self, names: &[String], day: Option<Date>) -> Result<(Corridor, Date), StudyError> {
        let mut chosen = Vec::new();
        for name in names {
            let found = self.scenarios.iter().find(|s| s.id == *name);
            let near = keruen_model::fault::nearest(name, self.scenarios.iter().map(|s| s.id.as_str()));
            let hint = near.map_or(String::new(), |n| format!("; did you mean {n:?}?"));
            chosen.push(found.cloned().ok_or(StudyError::Unknown {
                place: "scenarios".into(),
                what: format!("scenario {name:?}"),
                hint,
            })?);
        }
        let stacked = apply(self.base, &chosen, day).map_err(StudyError::Scenario)?;
        Ok((stacked.corridor, stacked.day))
    }

    /// Answers one variant, with its way back and its second way where they are asked for.
    pub fn ask(&mut self, v: &VariantSpec, at: &str, progress: &dyn Progress) -> Result<RouteAnswer, StudyError> {
        let day = (day_of(v, at)?, Clock::default());
        let mut answer = self.of_a_day((v, at), day, |router, q| {
            let mut answer = router.ask(q, Wanted::default(), progress)?;
            if v.protected {
                answer.protection = router.protection(q)?;
            }
            Ok(answer)
        })?;
        if !v.return_day.is_empty() {
            let back = VariantSpec {
                from: v.to.clone(),
                to: v.from.clone(),
                day: v.return_day.clone(),
                return_day: String::new(),
                ..v.clone()
            };
            let back = self.ask(&back, at, progress)?;
            answer.back = Some(Box::new(keruen_route::there_and_back(&answer, back)));
        }
        Ok(answer)
    }
}

/// A place of the tables that is not there on the day.
fn not_open(base: &Corridor, (standing, day): &(Corridor, Date), v: &VariantSpec) -> Option<StudyError> {
    [&v.from, &v.to].into_iter().find_map(|name| {
        let (Found::One(id), Found::Several(_) | Found::None(_)) = (place(base, name), place(standing, name)) else {
            return None;
        };
        let row = base.tables.position(TableKind::Node, id.sym())?;
        let (from, to) = base.tables.validity(TableKind::Node, row);
        Some(StudyError::NotOpen {
            place: base.strings.id(id).into(),
            status: base.tables.status(TableKind::Node, row).name(),
            day: *day,
            holds: (from, to),
        })
    })
}

/// An error of the engine, at the one question of the command line.
pub(crate) fn route_error(error: RouteError) -> StudyError {
    route_error_at(error, "route")
}

fn route_error_at(error: RouteError, at: &str) -> StudyError {
    match error {
        RouteError::Cancelled => StudyError::Cancelled,
        error => StudyError::Route { place: at.into(), error },
    }
}

pub(crate) fn day_of(v: &VariantSpec, at: &str) -> Result<Option<Date>, StudyError> {
    if v.day.is_empty() {
        return Ok(None);
    }
    a_day(&v.day, at).map(Some)
}

fn a_day(text: &str, at: &str) -> Result<Date, StudyError> {
    Date::parse(text).ok_or_else(|| unknown(at, format!("day {text:?}"), String::new()))
}

fn unknown(at: &str, what: String, hint: String) -> StudyError {
    StudyError::Unknown { place: at.into(), what, hint }
}

/// The consignment of a variant, every name resolved.
pub(crate) fn consignment(c: &Corridor, v: &VariantSpec, day: Date, at: &str) -> Result<Consignment, StudyError> {
    let unit = if v.unit.is_empty() {
        None
    } else {
        Some(Unit::from_name(&v.unit).ok_or_else(|| unknown(at, format!("unit {:?}", v.unit), String::new()))?)
    };
    let (avoid, avoid_countries) = rows_and_countries(c, &v.avoid, at)?;
    let (must_use, must_use_countries) = rows_and_countries(c, &v.must_use, at)?;
    Ok(Consignment {
        from: a_place(c, &v.from, at)?,
        to: a_place(c, &v.to, at)?,
        cargo: an_id::<Cargo>(c, &v.cargo, at)?,
        equipment: if v.equipment.is_empty() { None } else { Some(an_id::<Equipment>(c, &v.equipment, at)?) },
        quantity: Amount(v.quantity),
        unit,
        day,
        avoid,
        avoid_countries,
        must_use,
        must_use_countries,
        beside: v.beside.iter().map(|g| an_id::<Cargo>(c, g, at)).collect::<Result<_, _>>()?,
        asked_on: if v.permits_asked.is_empty() { None } else { Some(a_day(&v.permits_asked, at)?) },
        once: Vec::new(),
    })
}

/// Rows and, in two capital letters, countries.
fn rows_and_countries(c: &Corridor, texts: &[String], at: &str) -> Result<(Vec<AnyRef>, Vec<String>), StudyError> {
    let is_country = |t: &&String| t.len() == 2 && t.bytes().all(|b| b.is_ascii_uppercase());
    let (countries, rows): (Vec<&String>, Vec<&String>) = texts.iter().partition(is_country);
    let rows = rows.into_iter().map(|r| a_row(c, r, at)).collect::<Result<_, _>>()?;
    Ok((rows, countries.into_iter().cloned().collect()))
}

fn a_place(c: &Corridor, text: &str, at: &str) -> Result<Id<keruen_model::Node>, StudyError> {
    match place(c, text) {
        Found::One(id) | Found::Close(id, _) => Ok(id),
        Found::Several(names) | Found::None(names) => {
            Err(unknown(at, format!("place {text:?}"), format!("; did you mean {}?", names.join(" or "))))
        }
    }
}

fn an_id<T: Row>(c: &Corridor, text: &str, at: &str) -> Result<Id<T>, StudyError> {
    let found = c.strings.find(text).filter(|&s| c.tables.position(T::KIND, s).is_some());
    found.map(Id::new).ok_or_else(|| {
        let ids = || (0..c.tables.len(T::KIND)).filter_map(|i| c.tables.key(T::KIND, i)).map(|s| c.text(s));
        let hint = match keruen_model::fault::nearest(text, ids()) {
            Some(near) => format!("; did you mean {near:?}?"),
            None => format!("; there are {}", ids().collect::<Vec<_>>().join(", ")),
        };
        unknown(at, format!("{} {text:?}", T::KIND.name()), hint)
    })
}

fn a_row(c: &Corridor, text: &str, at: &str) -> Result<AnyRef, StudyError> {
    row(c, text).ok_or_else(|| unknown(at, format!("row {text:?}"), "; write table:id".into()))
}

/// Runs a whole study.
pub fn run(base: &Corridor, scenarios: &[Scenario], study: &Study, progress: &dyn Progress) -> Result<StudyAnswer, StudyError> {
    let mut asker = Asker::new(base, scenarios);
    let total: usize = study.questions.iter().map(|q| q.variants.len()).sum();
    let mut done = 0;
    let mut questions = Vec::new();
    for q in &study.questions {
        questions.push(question(&mut asker, q, &mut done, total, progress)?);
    }
    let claims = study.claims.iter().map(|c| claim(base, c, &questions)).collect();
    let tables = keruen_model::TableKind::ALL.iter().map(|&k| (k.name().to_string(), base.tables.len(k))).collect();
    Ok(StudyAnswer {
        simulation: None,
        schema_version: SCHEMA_VERSION,
        id: study.id.clone(),
        title: study.title.clone(),
        about: study.about.clone(),
        corridor: base.meta.id.clone(),
        tables,
        claims,
        questions,
        flow: None,
    })
}

fn question(
    asker: &mut Asker<'_>,
    q: &QuestionSpec,
    done: &mut usize,
    total: usize,
    progress: &dyn Progress,
) -> Result<QuestionAnswer, StudyError> {
    let mut variants = Vec::new();
    for v in &q.variants {
        let at = format!("question {:?}, variant {:?}", q.id, v.id);
        let answer = asker.ask(v, &at, progress)?;
        let derived = crate::derived::derive(&answer);
        variants.push(Variant { id: v.id.clone(), label: v.label.clone(), command: command(v, &answer), answer, derived });
        *done += 1;
        progress.step(*done as u64, total as u64);
    }
    Ok(QuestionAnswer { id: q.id.clone(), title: q.title.clone(), note: q.note.clone(), variants })
}

/// The command that repeats a variant.
fn command(v: &VariantSpec, answer: &RouteAnswer) -> String {
    let quote = |s: &str| if s.contains(' ') { format!("'{s}'") } else { s.to_string() };
    let mut out = format!("./keruen route {} {} {} --cargo {}", answer.question.corridor, quote(&v.from), quote(&v.to), v.cargo);
    if v.quantity != 1.0 || !v.unit.is_empty() {
        out += &format!(
            " --quantity {}{}",
            v.quantity,
            if v.unit.is_empty() { String::new() } else { format!(" --unit {}", v.unit) }
        );
    }
    for (flag, values) in [("--scenario", &v.scenarios), ("--avoid", &v.avoid), ("--use", &v.must_use)] {
        for value in values {
            out += &format!(" {flag} {value}");
        }
    }
    if !v.equipment.is_empty() {
        out += &format!(" --equipment {}", v.equipment);
    }
    for (flag, value) in [("--day", &v.day), ("--return", &v.return_day)] {
        if !value.is_empty() {
            out += &format!(" {flag} {value}");
        }
    }
    if v.protected {
        out += " --protected";
    }
    out
}

fn claim(c: &Corridor, spec: &ClaimSpec, questions: &[QuestionAnswer]) -> Claim {
    let shown = |ids: &[String]| ids.iter().filter_map(|id| fact(c, id)).collect();
    let bearing: Vec<&QuestionAnswer> = questions.iter().filter(|q| spec.questions.contains(&q.id)).collect();
    let (status, finding) = match (bearing.is_empty(), spec.not_computable.is_empty()) {
        (false, _) => ("computed", bearing.iter().map(|q| finding(q)).collect::<Vec<_>>().join("\n")),
        (true, false) => ("not computable", spec.not_computable.clone()),
        (true, true) => ("sources only", "No model answer is needed: the sources are set side by side.".into()),
    };
    Claim {
        id: spec.id.clone(),
        text: spec.text.clone(),
        who: spec.who.clone(),
        facts: shown(&spec.facts),
        others: shown(&spec.others),
        questions: spec.questions.clone(),
        status: status.into(),
        finding: if spec.not_computable.is_empty() || status == "not computable" {
            finding
        } else {
            format!("{finding}\nNot computable: {}", spec.not_computable)
        },
    }
}

/// Cost, days and CO2e of each variant, from its answer.
fn finding(q: &QuestionAnswer) -> String {
    let one = |v: &Variant| match crate::headlines::of(&v.answer) {
        Some([cost, hours, _]) if v.answer.question.unit == Unit::TbitPerS.name() => format!(
            "{}: {:.1} ms one way{}",
            v.label,
            hours * 3.6e6,
            if cost > 0.0 { format!(", {} USD", grouped(cost)) } else { String::new() }
        ),
        Some([cost, hours, co2e]) => {
            format!("{}: from {} USD, from {:.1} days, from {} kg CO2e", v.label, grouped(cost), hours / 24.0, grouped(co2e))
        }
        None => format!("{}: no way ({})", v.label, v.answer.no_answer.as_ref().map_or("", |n| n.reason.as_str())),
    };
    format!("{}: {}.", q.title, q.variants.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// A whole number with its thousands apart.
fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::from(if value < -0.5 { "\u{2212}" } else { "" });
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(c);
    }
    out
}

/// A fact as shown.
pub(crate) fn fact(c: &Corridor, id: &str) -> Option<FactShown> {
    let f = c.tables.fact.find(Id::new(c.strings.find(id)?))?;
    let source = c.tables.source.find(f.source_id)?;
    let text = |t: keruen_model::Text| c.strings.text(t).to_string();
    Some(FactShown {
        fact: id.into(),
        what: format!("{}: {}", text(f.subject), text(f.quantity)),
        value: format!("{} {}", text(f.value), text(f.unit)).trim().to_string(),
        as_of: text(f.as_of),
        publisher: text(source.publisher),
        url: text(source.url),
        grade: f.grade.name().into(),
        note: text(f.note),
    })
}
