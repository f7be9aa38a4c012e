//! Finding a row by what people call it: id, name in any language, UN/LOCODE, or a close spelling.

use crate::corridor::Corridor;
use crate::fault::distance;
use crate::rows::{Node, TableKind};
use crate::strings::{AnyRef, Id, Sym};

/// What a search by name found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<T> {
    /// This one.
    One(T),
    /// A close spelling of this one; it is used, and said.
    Close(T, String),
    /// Several are called so.
    Several(Vec<String>),
    /// None; the nearest names.
    None(Vec<String>),
}

/// Letters changed, for each four letters asked, up to which a spelling is close.
const CLOSE: usize = 4;

/// Most names offered where none is found.
const OFFERED: usize = 3;

/// The place called `text`.
pub fn place(corridor: &Corridor, text: &str) -> Found<Id<Node>> {
    if let Some(id) = corridor.strings.find(text.trim()).filter(|&s| corridor.tables.node.position(s).is_some()) {
        return Found::One(Id::new(id));
    }
    let wanted = plain(text);
    let all = names(corridor);
    let mut exact: Vec<Sym> = all.iter().filter(|(name, _)| plain(name) == wanted).map(|(_, id)| *id).collect();
    exact.sort();
    exact.dedup();
    match exact.as_slice() {
        [one] => Found::One(Id::new(*one)),
        [] => close(corridor, &wanted, &all),
        many => match preferred(corridor, many) {
            Some(one) => Found::One(one),
            None => Found::Several(many.iter().map(|&s| corridor.text(s).to_string()).collect()),
        },
    }
}

/// Of a city and its airport, port or station that share a name, the one that the others belong to.
fn preferred(corridor: &Corridor, many: &[Sym]) -> Option<Id<Node>> {
    let parents: Vec<Sym> = many
        .iter()
        .filter(|&&s| {
            let row = corridor.tables.node.find(Id::new(s));
            row.is_some_and(|n| n.parent_node_id.is_none_or(|p| !many.contains(&p.sym())))
        })
        .copied()
        .collect();
    match parents.as_slice() {
        [one] => Some(Id::new(*one)),
        _ => None,
    }
}

fn names(corridor: &Corridor) -> Vec<(&str, Sym)> {
    let t = &corridor.tables;
    let mut out: Vec<(&str, Sym)> = Vec::new();
    for n in &t.node {
        let id = n.node_id.sym();
        out.extend([(corridor.text(id), id), (corridor.strings.text(n.name), id), (corridor.strings.text(n.unlocode), id)]);
    }
    for n in t.name.iter().filter(|n| n.of.table == TableKind::Node) {
        out.push((corridor.strings.text(n.text), n.of.id));
    }
    out.retain(|(name, _)| !name.is_empty());
    out
}

fn close(corridor: &Corridor, wanted: &str, all: &[(&str, Sym)]) -> Found<Id<Node>> {
    let letters: Vec<char> = wanted.chars().collect();
    let limit = (letters.len() / CLOSE).max(1);
    let mut near: Vec<(usize, &str, Sym)> = all
        .iter()
        .map(|&(name, id)| {
            let other: Vec<char> = plain(name).chars().collect();
            (distance(&letters, &other, letters.len()), name, id)
        })
        .collect();
    near.sort();
    let best = near.first().map_or(usize::MAX, |n| n.0);
    let mut ids: Vec<Sym> = near.iter().filter(|n| n.0 == best).map(|n| n.2).collect();
    ids.sort();
    ids.dedup();
    if best <= limit && ids.len() == 1 {
        return Found::Close(Id::new(ids[0]), near[0].1.to_string());
    }
    let mut offered: Vec<String> = Vec::new();
    for (_, name, id) in near {
        let label = format!("{name} ({})", corridor.text(id));
        if offered.len() < OFFERED && !offered.iter().any(|o| o.ends_with(&format!("({})", corridor.text(id)))) {
            offered.push(label);
        }
    }
    Found::None(offered)
}

/// Lower case, letters and digits only, with the signs of the Turkic Latin alphabets and of accents laid down.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ə' | 'ä' | 'á' | 'â' => out.push('a'),
            'ı' | 'í' | 'î' => out.push('i'),
            'ö' | 'ô' | 'ó' => out.push('o'),
            'ü' | 'ú' | 'û' => out.push('u'),
            'ş' | 'ș' => out.push('s'),
            'ç' | 'č' => out.push('c'),
            'ğ' => out.push('g'),
            'ț' => out.push('t'),
            'ё' => out.push('е'),
            '\u{307}' => {}
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// The row named `table:id`, or the row of any table with this id; a resource at a facility may be called
/// `facility:resource-id`.
pub fn row(corridor: &Corridor, text: &str) -> Option<AnyRef> {
    let there = |table: TableKind, id: &str| {
        let id = corridor.strings.find(id)?;
        corridor.tables.position(table, id).map(|_| AnyRef { table, id })
    };
    if let Some((table, id)) = text.split_once(':') {
        let table = TableKind::from_name(table)?;
        return there(table, id).or_else(|| (table == TableKind::Facility).then(|| there(TableKind::Resource, id)).flatten());
    }
    TableKind::ALL.iter().find_map(|&t| there(t, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corridor() -> Corridor {
        let mut c = Corridor::default();
        for (id, name, locode, parent) in [
            ("aktau_port", "Aktau", "KZAAU", ""),
            ("altynkol", "Altynkol (Khorgos)", "", ""),
            ("poti", "Poti", "GEPTI", ""),
            ("ap-aktau", "Aktau", "", "aktau_port"),
        ] {
            let row = c.tables.push_blank(TableKind::Node, &mut c.strings);
            for (f, v) in [("node_id", id), ("name", name), ("unlocode", locode), ("parent_node_id", parent)] {
                let f = TableKind::Node.spec().field(f).unwrap();
                c.tables.set(TableKind::Node, row, f, v, &mut c.strings).unwrap();
            }
        }
        let row = c.tables.push_blank(TableKind::Name, &mut c.strings);
        for (f, v) in [("name_id", "n1"), ("of", "node:altynkol"), ("lang", "en"), ("text", "Khorgos")] {
            let f = TableKind::Name.spec().field(f).unwrap();
            c.tables.set(TableKind::Name, row, f, v, &mut c.strings).unwrap();
        }
        c
    }

    fn found(text: &str) -> String {
        let c = corridor();
        match place(&c, text) {
            Found::One(id) => c.strings.id(id).to_string(),
            Found::Close(id, name) => format!("~{} by {name}", c.strings.id(id)),
            Found::Several(v) => format!("several {v:?}"),
            Found::None(v) => format!("none {v:?}"),
        }
    }

    #[test]
    fn places_are_found_by_id_name_locode_and_close_spelling() {
        assert_eq!(found("poti"), "poti");
        assert_eq!(found("gepti"), "poti");
        assert_eq!(found("KHORGOS"), "altynkol");
        assert_eq!(found("Aktau"), "aktau_port", "the port, to which the airport belongs");
        assert_eq!(found("Potti"), "~poti by Poti");
        assert!(found("Rotterdam").starts_with("none"), "{}", found("Rotterdam"));
    }
}
