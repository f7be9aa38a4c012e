//! Answers under the hash of all that they hang on: in memory the ones used last, on disk every one.
//!
//! A file is written aside and renamed, so that a reader finds a whole answer or none, whenever the program is killed. An answer
//! that somebody waited long for is on the disk before it is announced. An answer that cannot be kept is still given.

use crate::error::ServeError;
use crate::limits;
use axum::body::Bytes;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// What lay in the folder when it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Answers.
    pub answers: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Half-written files, which were removed.
    pub halves: usize,
}

/// The folder and the memory before it.
pub struct Store {
    folder: PathBuf,
    memory: Mutex<Memory>,
    on_disk: AtomicU64,
    serial: AtomicU64,
}

#[derive(Default)]
struct Memory {
    answers: HashMap<String, (Bytes, u64)>,
    /// By when it was used last.
    order: BTreeMap<u64, String>,
    clock: u64,
    bytes: usize,
}

impl Memory {
    fn get(&mut self, key: &str) -> Option<Bytes> {
        self.clock += 1;
        let (bytes, used) = self.answers.get_mut(key)?;
        let name = self.order.remove(used).unwrap_or_else(|| key.into());
        *used = self.clock;
        self.order.insert(self.clock, name);
        Some(bytes.clone())
    }

    fn put(&mut self, key: &str, bytes: Bytes) {
        if bytes.len() > limits::MEMORY / 4 || self.answers.contains_key(key) {
            return;
        }
        self.clock += 1;
        self.bytes += bytes.len();
        self.answers.insert(key.into(), (bytes, self.clock));
        self.order.insert(self.clock, key.into());
        while self.bytes > limits::MEMORY {
            let Some((_, oldest)) = self.order.pop_first() else { break };
            self.bytes -= self.answers.remove(&oldest).map_or(0, |a| a.0.len());
        }
    }
}

impl Store {
    /// Opens a folder, removes what was half written, and counts the rest.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn open(folder: &Path) -> Result<(Store, Kept), ServeError> {
        let bad = |e| ServeError::Store(folder.into(), e);
        fs::create_dir_all(folder).map_err(bad)?;
        let mut kept = Kept::default();
        for file in fs::read_dir(folder).map_err(bad)?.flatten() {
            match file.path().extension().and_then(|e| e.to_str()) {
                Some("json") => {
                    kept.answers += 1;
                    kept.bytes += file.metadata().map_or(0, |m| m.len());
                }
                Some("half") if fs::remove_file(file.path()).is_ok() => kept.halves += 1,
                _ => {}
            }
        }
        let store = Store {
            folder: folder.into(),
            memory: Mutex::default(),
            on_disk: AtomicU64::new(kept.bytes),
            serial: AtomicU64::new(0),
        };
        store.prune();
        Ok((store, kept))
    }

    /// The answer under a key, from memory only.
    pub fn at_hand(&self, key: &str) -> Option<Bytes> {
        self.memory().get(key)
    }

    /// The answer under a key.
    pub fn get(&self, key: &str) -> Option<Bytes> {
        if !is_key(key) {
            return None;
        }
        if let Some(found) = self.at_hand(key) {
            return Some(found);
        }
        let bytes = Bytes::from(fs::read(self.path(key)).ok()?);
        self.memory().put(key, bytes.clone());
        Some(bytes)
    }

    /// Keeps an answer. With `durable` it is on the disk when this returns.
    ///
    /// # Errors
    /// When it cannot be written; it is kept in memory all the same.
    pub fn put(&self, key: &str, bytes: Bytes, durable: bool) -> std::io::Result<()> {
        self.memory().put(key, bytes.clone());
        let half = self.folder.join(format!("{key}.{}.half", self.serial.fetch_add(1, Ordering::Relaxed)));
        let mut file = File::create(&half)?;
        file.write_all(&bytes)?;
        if durable {
            file.sync_all()?;
        }
        fs::rename(&half, self.path(key))?;
        if durable {
            File::open(&self.folder)?.sync_all()?;
        }
        if self.on_disk.fetch_add(bytes.len() as u64, Ordering::Relaxed) > limits::DISK {
            self.prune();
        }
        Ok(())
    }

    fn memory(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn path(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.json"))
    }

    /// Removes the oldest answers until the rest fills three quarters of what is allowed.
    fn prune(&self) {
        if self.on_disk.load(Ordering::Relaxed) <= limits::DISK {
            return;
        }
        let mut files: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
        for file in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if let Ok(about) = file.metadata() {
                files.push((about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len(), file.path()));
            }
        }
        files.sort();
        let mut bytes: u64 = files.iter().map(|f| f.1).sum();
        for (_, size, path) in files.into_iter().filter(|f| f.2.extension().is_some_and(|e| e == "json")) {
            if bytes <= limits::DISK / 4 * 3 {
                break;
            }
            if fs::remove_file(path).is_ok() {
                bytes -= size;
            }
        }
        self.on_disk.store(bytes, Ordering::Relaxed);
    }
}

/// Keys are hashes and nothing else: no name from outside becomes a path.
pub fn is_key(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
