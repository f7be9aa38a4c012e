//! The files of the tables, read in groups side by side and joined in their order.
//!
//! The listing is cut into runs of files of about as many bytes, one a thread, each with symbols numbered from zero. Joined in
//! the order of the listing, strings get the numbers they would have got in one go, so neither the corridor nor a fault depends
//! on the number of threads. Two things cannot be known of a group alone: how many rows the files before it leave of the limit,
//! and whether they used an id of it. Where one of them matters, which is a fault of the folder, all is read again in one go.

use super::hash::Hashing;
use super::list::Found;
use super::{Loaded, Part, TableHash, table, words};
use crate::error::ReadError;
use crate::limits::ReadOptions;
use keruen_model::parallel::{all, in_order};
use keruen_model::{Corridor, TableKind};
use std::num::NonZeroUsize;

/// Bytes that are worth a thread.
const BYTES_A_THREAD: u64 = 1 << 18;

type Files<'a, 'f> = &'a [(TableKind, Found<'f>)];

/// Reads every table.
pub(super) fn read(files: Files<'_, '_>, options: &ReadOptions) -> Result<Loaded, ReadError> {
    let groups = groups(files, threads(files, options));
    if let [_, _, ..] = groups[..]
        && let Some(loaded) = side_by_side(&groups, options)?
    {
        return Ok(loaded);
    }
    Ok(Group::read(files, options)?.loaded)
}

fn threads(files: Files<'_, '_>, options: &ReadOptions) -> NonZeroUsize {
    let bytes: u64 = files.iter().map(|(_, f)| f.bytes).sum();
    let worth = NonZeroUsize::new((bytes / BYTES_A_THREAD) as usize).unwrap_or(NonZeroUsize::MIN);
    options.threads.unwrap_or_else(|| all().min(worth))
}

/// Runs of files of about equal size: a file belongs to the run in whose share of the bytes its middle lies.
fn groups<'a, 'f>(files: Files<'a, 'f>, threads: NonZeroUsize) -> Vec<Files<'a, 'f>> {
    let share = (files.iter().map(|(_, f)| f.bytes).sum::<u64>() / threads.get() as u64).max(1);
    let mut begin = 0;
    let numbered = files.iter().map(|(_, f)| {
        let middle = begin + f.bytes / 2;
        begin += f.bytes;
        middle / share
    });
    let numbers: Vec<u64> = numbered.collect();
    let mut rest = files;
    numbers.chunk_by(|a, b| a == b).map(|run| rest.split_off(..run.len()).unwrap_or_default()).collect()
}

/// Reads groups on a thread each and joins them; `None` where the files before a group matter to it.
fn side_by_side(groups: &[Files<'_, '_>], options: &ReadOptions) -> Result<Option<Loaded>, ReadError> {
    let threads = NonZeroUsize::new(groups.len()).unwrap_or(NonZeroUsize::MIN);
    let read = in_order(groups.len(), threads, || (), |(), i| Group::read(groups[i], options));
    let mut read = read.into_iter();
    let mut whole = read.next().transpose()?.unwrap_or_default();
    for group in read {
        if !whole.join(group?, options.rows) {
            return Ok(None);
        }
    }
    Ok(Some(whole.loaded))
}

/// What was read of a run of files.
#[derive(Default)]
struct Group {
    loaded: Loaded,
    /// Rows that count towards the limit, those left out too.
    counted: u64,
}

impl Group {
    fn read(files: Files<'_, '_>, options: &ReadOptions) -> Result<Group, ReadError> {
        let mut group = Group::default();
        for (kind, file) in files {
            group.table(*kind, file, options)?;
        }
        Ok(group)
    }

    fn table(&mut self, kind: TableKind, file: &Found<'_>, options: &ReadOptions) -> Result<(), ReadError> {
        let io = |e| ReadError::io(&file.path(), e);
        let Loaded { corridor, faults, hashes, parts } = &mut self.loaded;
        let mut rows_left = options.rows - self.counted;
        let job = table::ReadTable {
            source: Hashing::new(file.open()?),
            bytes: file.bytes,
            name: &file.name,
            row_bytes: options.row_bytes,
            rows_left: &mut rows_left,
            strings: &mut corridor.strings,
            sink: words::Sink::new(&file.name, kind.name(), options.faults_per_file, faults),
        };
        let read = corridor.tables.visit_mut(kind, job).map_err(io)?;
        parts.push(Part { table: kind, file: file.name.clone(), columns: read.columns, rows: read.rows });
        hashes.push(TableHash { file: file.name.clone(), sha256: read.source.finish().map_err(io)? });
        self.counted = options.rows - rows_left;
        Ok(())
    }

    /// Puts another group behind this one; `false` where both use an id, or hold more rows than allowed.
    fn join(&mut self, other: Group, rows: u64) -> bool {
        let (here, mut there) = (&mut self.loaded.corridor, other.loaded.corridor);
        self.counted += other.counted;
        let to = here.strings.absorb(&there.strings);
        for &kind in TableKind::ALL {
            there.tables.renumber(kind, &to);
        }
        if self.counted > rows || share_an_id(here, &there) {
            return false;
        }
        for &kind in TableKind::ALL {
            here.tables.append(kind, &mut there.tables);
        }
        self.loaded.faults.extend(other.loaded.faults);
        self.loaded.hashes.extend(other.loaded.hashes);
        self.loaded.parts.extend(other.loaded.parts);
        true
    }
}

/// Whether two corridors with symbols of one store have a table with an id in both.
fn share_an_id(a: &Corridor, b: &Corridor) -> bool {
    let both = TableKind::ALL.iter().filter(|&&k| a.tables.len(k) > 0);
    both.into_iter().any(|&kind| {
        (0..b.tables.len(kind)).any(|row| b.tables.key(kind, row).is_some_and(|id| a.tables.position(kind, id).is_some()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::list::Content;

    #[test]
    fn runs_of_files_are_about_as_long() {
        let file = |bytes: u64| {
            let content = Content::Memory(Vec::new().into());
            (TableKind::Node, Found { name: String::new(), bytes, content })
        };
        let cut = |bytes: &[u64], threads: usize| -> Vec<usize> {
            let files: Vec<_> = bytes.iter().map(|&b| file(b)).collect();
            groups(&files, NonZeroUsize::new(threads).unwrap()).iter().map(|g| g.len()).collect()
        };
        assert_eq!(cut(&[17, 49, 1, 2, 39, 28], 2), [3, 3]);
        assert_eq!(cut(&[1, 1, 1, 97], 2), [3, 1]);
        assert_eq!(cut(&[5, 5, 5, 5], 1), [4]);
        assert_eq!(cut(&[5, 5], 4), [1, 1]);
        assert_eq!(cut(&[0, 0, 0], 2), [3]);
        assert_eq!(cut(&[], 2), [0; 0]);
    }
}
