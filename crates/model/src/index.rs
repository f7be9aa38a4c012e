//! Rows by id: one number a symbol, in pages, so that finding a row is two loads and touches no row.
//!
//! Symbols are numbered in the order in which strings are first read, so the ids of a table lie close together and fill their
//! pages; a table that shares its ids with others wastes at most a page an id.

use crate::strings::Sym;

/// Symbols on a page: a small table must not pay for the ids of a large one, a large one must not pay for its page list.
const PAGE: usize = 64;

/// No row.
const NONE: u32 = u32::MAX;

/// Position of the first row with an id.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pages: Vec<Option<Box<[u32; PAGE]>>>,
}

impl Index {
    /// The row of an id.
    pub fn get(&self, id: Sym) -> Option<usize> {
        let page = self.pages.get(id.index() / PAGE)?.as_ref()?;
        let row = page[id.index() % PAGE];
        (row != NONE).then_some(row as usize)
    }

    /// Notes the row of an id; `false` where the id has one.
    pub fn insert(&mut self, id: Sym, row: u32) -> bool {
        let page = id.index() / PAGE;
        if page >= self.pages.len() {
            self.pages.resize(page + 1, None);
        }
        let slot = &mut self.pages[page].get_or_insert_with(|| Box::new([NONE; PAGE]))[id.index() % PAGE];
        let free = *slot == NONE;
        if free {
            *slot = row;
        }
        free
    }

    /// Forgets every id.
    pub fn clear(&mut self) {
        self.pages.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Strings;

    #[test]
    fn the_first_row_of_an_id_is_kept_over_page_ends() {
        let mut strings = Strings::default();
        let ids: Vec<Sym> = (0..200).map(|i| strings.intern(&format!("n{i}"))).collect();
        let mut index = Index::default();
        for (row, &id) in ids.iter().enumerate().filter(|(row, _)| row % 3 == 0) {
            assert!(index.insert(id, row as u32));
        }
        assert!(!index.insert(ids[63], 7));
        for (row, &id) in ids.iter().enumerate() {
            assert_eq!(index.get(id), (row % 3 == 0).then_some(row), "{row}");
        }
        index.clear();
        assert_eq!(index.get(ids[0]), None);
    }
}
