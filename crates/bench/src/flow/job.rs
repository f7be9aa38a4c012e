//! What is asked.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::arguments::number;
use crate::instance::Fault;

/// One instance.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowJob {
    pub source: Source,
    pub threads: NonZeroUsize,
    pub gap: f64,
    pub flows: Option<PathBuf>,
}

/// Where the instance stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    File { file: PathBuf, trips: Option<PathBuf>, factor: f64, unserved: Option<f64> },
    Linerlib { folder: PathBuf, case: String },
}

impl Eq for FlowJob {}

impl FlowJob {
    /// Reads what follows the verb.
    pub fn parse(verb: &str, mut words: impl Iterator<Item = String>) -> Result<Self, Fault> {
        let (mut names, mut trips, mut flows) = (Vec::new(), None, None);
        let (mut factor, mut unserved, mut gap, mut threads) = (1.0, None, 1e-9, NonZeroUsize::MIN);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| Fault::Usage(format!("{word} needs a value")));
            match word.as_str() {
                "--trips" => trips = Some(value()?.into()),
                "--flows" => flows = Some(value()?.into()),
                "--factor" => factor = number(&word, &value()?)?,
                "--unserved" => unserved = Some(number(&word, &value()?)?),
                "--gap" => gap = number(&word, &value()?)?,
                "--threads" => threads = number(&word, &value()?)?,
                flag if flag.starts_with('-') => return Err(Fault::Usage(format!("there is no {flag}"))),
                name => names.push(name.to_owned()),
            }
        }
        let source = match (verb, names.as_slice()) {
            ("mincost", [file]) => Source::File { file: file.into(), trips, factor, unserved },
            ("cargo-flow", [folder, case]) => Source::Linerlib { folder: folder.into(), case: case.clone() },
            ("mincost", _) => return Err(Fault::Usage("name one file".to_owned())),
            _ => return Err(Fault::Usage("name a folder and a case".to_owned())),
        };
        Ok(Self { source, threads, gap, flows })
    }
}
