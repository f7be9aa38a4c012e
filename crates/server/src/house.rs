//! What is served: a corridor, its scenarios, its map. Scenarios may come while it is open; everything else stays.

use keruen_model::Corridor;
use keruen_model::scenario::Scenario;
use keruen_report::language::{Language, Voice};
use keruen_results::map::MapData;
use keruen_results::names::Names;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock, RwLock};

/// A corridor ready to be asked.
pub struct House {
    /// Its folder.
    pub folder: PathBuf,
    /// Its links and base layers.
    pub map: MapData,
    corridor: Arc<Corridor>,
    scenarios: RwLock<Arc<Vec<Scenario>>>,
    tables: String,
    names: [OnceLock<Names>; Language::ALL.len()],
}

/// The corridor and the scenarios of one moment.
#[derive(Clone)]
pub struct Moment {
    /// The corridor as it stands in its tables.
    pub corridor: Arc<Corridor>,
    /// Every scenario, in the order of their ids.
    pub scenarios: Arc<Vec<Scenario>>,
}

impl Moment {
    /// Whether nothing has changed since.
    pub fn is(&self, other: &Moment) -> bool {
        Arc::ptr_eq(&self.scenarios, &other.scenarios)
    }
}

impl House {
    /// A corridor with its scenarios and the hashes of its table files.
    pub fn new<'h>(
        (folder, map): (PathBuf, MapData),
        corridor: Corridor,
        scenarios: Vec<Scenario>,
        hashes: impl Iterator<Item = &'h str>,
    ) -> House {
        let tables = hash([env!("CARGO_PKG_VERSION")].into_iter().chain(hashes));
        House {
            folder,
            map,
            corridor: Arc::new(corridor),
            scenarios: RwLock::new(Arc::new(scenarios)),
            tables,
            names: Default::default(),
        }
    }

    /// A language with what the corridor's rows, and the texts beside them, are called in it. Names are gathered when first asked for.
    pub fn voice(&self, language: Language) -> Voice<'_> {
        let gather = || {
            let mut out = keruen_study::names(&self.corridor, language.code());
            // Texts that cannot be read are shown in English; `keruen check` says why.
            out.add_texts(keruen_tables::read_words(&self.folder, language.code()).unwrap_or_default());
            out.add_scenarios(self.now().scenarios.iter().map(|s| (s.id.as_str(), s.name.as_str())));
            out
        };
        Voice::new(language, self.names[language as usize].get_or_init(gather))
    }

    /// The corridor and its scenarios now.
    pub fn now(&self) -> Moment {
        let scenarios = self.scenarios.read().unwrap_or_else(|broken| broken.into_inner());
        Moment { corridor: Arc::clone(&self.corridor), scenarios: Arc::clone(&scenarios) }
    }

    /// Puts a scenario among the others, or in the place of one with its id.
    pub fn put(&self, scenario: Scenario) {
        let mut held = self.scenarios.write().unwrap_or_else(|broken| broken.into_inner());
        let mut all = Vec::clone(&held);
        match all.binary_search_by(|s| s.id.cmp(&scenario.id)) {
            Ok(at) => all[at] = scenario,
            Err(at) => all.insert(at, scenario),
        }
        *held = Arc::new(all);
    }

    /// The name of an answer: the hash of all that it hangs on - program, tables, the scenarios named, the question.
    pub fn key(&self, kind: &str, question: &str, named: &[String]) -> String {
        let now = self.now();
        let scenarios = named.iter().filter_map(|n| now.scenarios.iter().find(|s| s.id == *n)).map(|s| format!("{s:?}"));
        let parts: Vec<String> = [self.tables.clone(), kind.into(), question.into()].into_iter().chain(scenarios).collect();
        hash(parts.iter().map(String::as_str))
    }
}

/// SHA-256 of texts, each with its length, so that no two lists read alike.
fn hash<'t>(parts: impl Iterator<Item = &'t str>) -> String {
    let mut state = Sha256::new();
    for part in parts {
        state.update((part.len() as u64).to_le_bytes());
        state.update(part);
    }
    state.finalize().iter().map(|b| format!("{b:02x}")).collect()
}
