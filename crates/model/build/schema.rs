//! The schema files as values.

use std::path::Path;

pub struct Table {
    pub name: String,
    pub origin: String,
    pub meaning: String,
    pub fields: Vec<Field>,
}

pub struct Field {
    pub name: String,
    pub kind: String,
    pub unit: String,
    pub required: bool,
    pub default: String,
    pub group: String,
    pub origin: String,
    pub meaning: String,
}

pub struct Schema {
    pub tables: Vec<Table>,
    pub enums: Vec<(String, Vec<String>)>,
}

impl Schema {
    pub fn read(folder: &Path) -> Schema {
        let mut tables: Vec<Table> = rows(&folder.join("tables.csv"))
            .into_iter()
            .map(|r| Table { name: r[0].clone(), origin: r[1].clone(), meaning: r[2].clone(), fields: Vec::new() })
            .collect();
        for r in rows(&folder.join("fields.csv")) {
            let table = tables.iter_mut().find(|t| t.name == r[0]).expect("fields.csv names a table of tables.csv");
            table.fields.push(Field {
                name: r[1].clone(),
                kind: r[2].clone(),
                unit: r[3].clone(),
                required: r[4] == "1",
                default: r[5].clone(),
                group: r[6].clone(),
                origin: r[7].clone(),
                meaning: r[8].clone(),
            });
        }
        let mut enums: Vec<(String, Vec<String>)> = Vec::new();
        for r in rows(&folder.join("enums.csv")) {
            match enums.last_mut() {
                Some((name, values)) if *name == r[0] => values.push(r[1].clone()),
                _ => enums.push((r[0].clone(), vec![r[1].clone()])),
            }
        }
        Schema { tables, enums }
    }
}

/// Rows of a small CSV file without its header; quotes are honoured, line breaks inside quotes are not.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).expect("the schema file can be read");
    text.lines().skip(1).filter(|l| !l.is_empty()).map(cells).collect()
}

fn cells(line: &str) -> Vec<String> {
    let (mut out, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    out.push(cell);
    out
}
