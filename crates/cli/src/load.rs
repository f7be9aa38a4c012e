//! Finding and reading a corridor and its scenarios.

use crate::exit::Ended;
use keruen_model::scenario::{Scenario, parse};
use keruen_model::{Corridor, Date, Fault, validate};
use keruen_report::language::Language;
use keruen_results::names::Names;
use keruen_tables::{Loaded, ReadOptions, read_folder, read_words};
use std::path::{Path, PathBuf};

/// Faults printed before the rest is counted.
const SHOWN: usize = 20;

/// A corridor ready to be asked.
pub struct Ready {
    /// Its folder.
    pub folder: PathBuf,
    /// The corridor.
    pub corridor: Corridor,
    /// Its scenarios, by id.
    pub scenarios: Vec<Scenario>,
    /// What was read, for the manifest.
    pub loaded: Vec<keruen_tables::TableHash>,
    /// The files of its tables.
    pub parts: Vec<keruen_tables::Part>,
}

impl Ready {
    /// What its rows, and the texts of its study, are called in a language; English needs no names, results carry them.
    pub fn names(&self, language: Language) -> Result<Names, Ended> {
        if language == Language::English {
            return Ok(Names::none());
        }
        let mut out = keruen_study::names(&self.corridor, language.code());
        out.add_texts(read_words(&self.folder, language.code()).map_err(|e| Ended::input(format!("error: {e}")))?);
        out.add_scenarios(self.scenarios.iter().map(|s| (s.id.as_str(), s.name.as_str())));
        Ok(out)
    }
}

/// The folder of a corridor: a path, or a name under `corridors/` here, or beside the program.
pub fn folder(name: &str) -> Result<PathBuf, Ended> {
    let direct = PathBuf::from(name);
    if direct.join("corridor.toml").is_file() {
        return Ok(direct);
    }
    let homes = homes();
    for home in &homes {
        let there = home.join(name);
        if !name.contains(['/', '\\']) && there.join("corridor.toml").is_file() {
            return Ok(there);
        }
    }
    let names: Vec<String> = homes
        .iter()
        .flat_map(|h| std::fs::read_dir(h).into_iter().flatten().flatten())
        .filter_map(|e| e.file_name().into_string().ok())
        .collect();
    let near = keruen_model::fault::nearest(name, names.iter().map(String::as_str))
        .map_or(String::new(), |n| format!("; did you mean {n:?}?"));
    Err(Ended::input(format!("error: {name:?} is no corridor: no folder with a corridor.toml{near}")))
}

/// Whether a name is a corridor.
pub fn is_corridor(name: &str) -> bool {
    folder(name).is_ok()
}

fn homes() -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::env::var_os("KERUEN_CORRIDORS").map(PathBuf::from).into_iter().collect();
    out.push(PathBuf::from("corridors"));
    if let Ok(program) = std::env::current_exe() {
        out.extend(program.ancestors().skip(1).take(5).map(|a| a.join("corridors")));
    }
    out.retain(|p| p.is_dir());
    out
}

/// Reads and checks a corridor; faults end the run.
pub fn ready(name: &str) -> Result<Ready, Ended> {
    let folder = folder(name)?;
    let (loaded, faults) = read(&folder)?;
    if !faults.is_empty() {
        return Err(Ended::input(list(&faults)));
    }
    let scenarios = scenarios(&folder)?;
    Ok(Ready { folder, corridor: loaded.corridor, scenarios, loaded: loaded.hashes, parts: loaded.parts })
}

/// Reads a corridor with every fault of its cells and rules.
pub fn read(folder: &Path) -> Result<(Loaded, Vec<Fault>), Ended> {
    let mut loaded = read_folder(folder, &ReadOptions::default()).map_err(|e| Ended::input(format!("error: {e}")))?;
    let mut faults = std::mem::take(&mut loaded.faults);
    faults.extend(validate::validate(&loaded.corridor));
    Ok((loaded, faults))
}

/// Faults as text, the first ones whole.
pub fn list(faults: &[Fault]) -> String {
    let mut out: Vec<String> = faults.iter().take(SHOWN).map(|f| format!("error: {f}")).collect();
    if faults.len() > SHOWN {
        out.push(format!("... and {} more; `keruen check` lists them all", faults.len() - SHOWN));
    }
    out.join("\n")
}

/// Every scenario of a folder, in the order of their ids.
pub fn scenarios(folder: &Path) -> Result<Vec<Scenario>, Ended> {
    let mut out: Vec<Scenario> = Vec::new();
    let Ok(files) = std::fs::read_dir(folder.join("scenarios")) else { return Ok(out) };
    let mut paths: Vec<PathBuf> =
        files.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == "toml")).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned());
        let text = std::fs::read_to_string(&path).map_err(|e| Ended::input(format!("error: scenarios/{name}: {e}")))?;
        out.push(parse(&format!("scenarios/{name}"), &text).map_err(|f| Ended::input(list(&f)))?);
    }
    out.sort_by(|a, b| a.id.cmp(&b.id));
    if let Some(pair) = out.windows(2).find(|p| p[0].id == p[1].id) {
        return Err(Ended::input(format!("error: two scenarios are called {:?}", pair[0].id)));
    }
    Ok(out)
}

/// A day given as text; `None` where nothing is given.
pub fn day(text: &str) -> Result<Option<Date>, Ended> {
    if text.is_empty() {
        return Ok(None);
    }
    let bad = || Ended::input(format!("error: {text:?} is not a day that exists, as YYYY-MM-DD"));
    Date::parse(text).map(Some).ok_or_else(bad)
}
