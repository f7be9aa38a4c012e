//! New files in the place of old ones, all or none.
//!
//! ```text
//!   folder/                       1  new files are written into folder/.keruen-write-N/new and flushed to the disk
//!     .keruen-write-N/new, old    2  old tables are moved into .keruen-write-N/old
//!     node.csv ...                3  new files are moved into their places
//!                                 4  .keruen-write-N is deleted
//! ```
//!
//! An error in 1 to 3 moves everything back. If the machine stops in the middle, the old files lie in `old`, and the reader of
//! folders says so. A folder that was not there is made aside and renamed, in one step.

use crate::error::WriteError;
use crate::folder::{Role, STAGE, role};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files that wait to take their places.
pub(super) struct Stage {
    target: PathBuf,
    /// The folder in which all is prepared; gone after a commit.
    aside: PathBuf,
    exists: bool,
    files: Vec<String>,
}

impl Stage {
    /// Makes the folder aside.
    pub fn open(target: &Path) -> Result<Stage, WriteError> {
        let exists = match fs::metadata(target) {
            Ok(m) if m.is_dir() => true,
            Ok(_) => return Err(WriteError::NotAFolder { path: target.into() }),
            Err(e) if e.kind() == io::ErrorKind::NotFound => false,
            Err(e) => return Err(WriteError::io(target, e)),
        };
        let parent = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let home = if exists { target } else { parent };
        fs::create_dir_all(home).map_err(|e| WriteError::io(home, e))?;
        let aside = fresh(home)?;
        let stage = Stage { target: target.into(), aside, exists, files: Vec::new() };
        for folder in [stage.new_files(), stage.old_files()] {
            fs::create_dir(&folder).map_err(|e| WriteError::io(&folder, e))?;
        }
        Ok(stage)
    }

    fn new_files(&self) -> PathBuf {
        self.aside.join("new")
    }

    fn old_files(&self) -> PathBuf {
        self.aside.join("old")
    }

    /// Writes one file aside.
    pub fn write(&mut self, name: &str, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), WriteError> {
        let path = self.new_files().join(name);
        let filled = File::create_new(&path).and_then(|mut file| {
            fill(&mut file)?;
            file.sync_all()
        });
        filled.map_err(|e| WriteError::io(&path, e))?;
        self.files.push(name.into());
        Ok(())
    }

    /// Puts the new files in their places.
    pub fn commit(self) -> Result<(), WriteError> {
        if !self.exists {
            return fs::rename(self.new_files(), &self.target).map_err(|e| WriteError::io(&self.target, e));
        }
        let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
        let done = self.moves().and_then(|moves| {
            for (from, to) in moves {
                free(&to).and_then(|()| fs::rename(&from, &to)).map_err(|e| WriteError::io(&to, e))?;
                moved.push((from, to));
            }
            Ok(())
        });
        if done.is_err() {
            for (from, to) in moved.into_iter().rev() {
                // Best effort: the first error is the one to report, and what cannot be moved back lies aside under its name.
                let _ = fs::rename(to, from);
            }
        }
        done
    }

    /// Old files out, then new files in.
    fn moves(&self) -> Result<Vec<(PathBuf, PathBuf)>, WriteError> {
        let mut out = Vec::new();
        for entry in fs::read_dir(&self.target).map_err(|e| WriteError::io(&self.target, e))? {
            let entry = entry.map_err(|e| WriteError::io(&self.target, e))?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let folder = entry.file_type().map_err(|e| WriteError::io(&entry.path(), e))?.is_dir();
            let table = matches!(role(&name), Role::Table(_));
            if !folder && (table || self.files.contains(&name)) {
                out.push((entry.path(), self.old_files().join(name)));
            }
        }
        out.extend(self.files.iter().map(|f| (self.new_files().join(f), self.target.join(f))));
        Ok(out)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // After a failed move back, `old` is what is left of the corridor: it must stay.
        let holds_old = fs::read_dir(self.old_files()).is_ok_and(|mut d| d.next().is_some());
        let committed = self.files.iter().all(|f| self.target.join(f).exists() && !self.new_files().join(f).exists());
        if !holds_old || committed {
            let _ = fs::remove_dir_all(&self.aside);
        }
    }
}

/// `rename` silently replaces a file; nothing here may.
fn free(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(io::Error::new(io::ErrorKind::AlreadyExists, "something of this name is in the way")),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(e),
    }
}

/// A folder of a name that is free.
fn fresh(home: &Path) -> Result<PathBuf, WriteError> {
    let mut number = std::process::id();
    loop {
        let path = home.join(format!("{STAGE}-{number}"));
        match fs::create_dir(&path) {
            Ok(()) => return Ok(path),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => number = number.wrapping_add(1),
            Err(e) => return Err(WriteError::io(&path, e)),
        }
    }
}
