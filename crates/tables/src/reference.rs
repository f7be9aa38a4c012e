//! The reference page of the tables, made from the schema that the parser is made from.

use keruen_model::rows::words;
use keruen_model::schema::{FieldKind, FieldSpec, TableSpec};
use keruen_model::{SCHEMA, TableKind};
use std::fmt::Write;

const HEAD: &str = "\
# Tables of a corridor

This page is made from the schema; do not edit it.

A corridor is a folder with `corridor.toml` and CSV files (UTF-8, commas, one header row). A table stands in `TABLE.csv`, in parts
`TABLE.PART.csv`, or both; all are read, the whole first and then the parts by name. Columns may stand in any order, and those
that are not required may be left out. The first column is the id of the row, unique in its table.

| type | a cell holds |
|---|---|
| `id` | letters, digits, `_`, `.`, `-`, beginning with a letter or digit |
| `ref:T` | the id of a row of table T |
| `refs:T` | several of them, separated by `;` |
| `any` | `table:id`, a row of any table |
| `text`, `texts` | words; several are separated by `;` |
| `enum:E`, `enums:E` | one word, or several separated by `;`, of the set E (below) |
| `number`, `integer` | a decimal number without marks between thousands, in the unit of the field; `@x` = the unit stands in column x |
| `bool` | 1 or 0 |
| `date` | `YYYY-MM-DD` |
| `clock` | `HH:MM`, local; may pass 24:00 |
| `dist` | a number, or `fixed(a)`, `uniform(low,high)`, `triangular(low,mode,high)`, `lognormal(p50=,p90=)`, `exponential(mean=)`, `gamma(mean=,shape=)` |

A field with a *parameter group* is a figure that can change an answer: it rests on a row of table `citation`.
";

/// The page, as Markdown.
pub fn reference_markdown() -> String {
    let mut out = String::from(HEAD);
    out.push_str("\n| table | one row is |\n|---|---|\n");
    for table in SCHEMA {
        let _ = writeln!(out, "| [`{0}`](#{0}) | {1} |", table.name, escaped(table.meaning));
    }
    for table in SCHEMA {
        section(&mut out, table);
    }
    sets(&mut out);
    out
}

fn section(out: &mut String, table: &TableSpec) {
    let _ = write!(out, "\n## {}\n\nOne row is {}.\n\n", table.name, table.meaning);
    out.push_str("| field | type | unit | required | default | parameter group | meaning |\n|---|---|---|---|---|---|---|\n");
    for f in table.fields {
        let required = if f.required { "yes" } else { "" };
        let default = if f.default.is_empty() { String::new() } else { format!("`{}`", f.default) };
        let meaning = escaped(f.meaning);
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {required} | {default} | {} | {meaning} |",
            f.name,
            linked_type(f),
            escaped(f.unit),
            f.group
        );
    }
}

fn sets(out: &mut String) {
    let mut seen: Vec<&str> = Vec::new();
    out.push_str("\n## Sets of words\n\n| set | words |\n|---|---|\n");
    let fields = SCHEMA.iter().flat_map(|t| t.fields).filter(|f| matches!(f.kind, FieldKind::Enum | FieldKind::Enums));
    for f in fields {
        if !seen.contains(&f.of) {
            seen.push(f.of);
            let list: Vec<String> = words(f.of).iter().map(|w| format!("`{w}`")).collect();
            let _ = writeln!(out, "| {} | {} |", f.of, list.join(", "));
        }
    }
}

/// The type as the schema writes it, `enum:mode`.
pub(crate) fn type_name(f: &FieldSpec) -> String {
    let kind = format!("{:?}", f.kind).to_lowercase();
    if f.of.is_empty() { kind } else { format!("{kind}:{}", f.of) }
}

fn linked_type(f: &FieldSpec) -> String {
    match TableKind::from_name(f.of) {
        Some(table) => {
            format!("`{}`&nbsp;[`{2}`](#{1})", type_name(f).trim_end_matches(table.name()), table.name(), table.name())
        }
        None => format!("`{}`", type_name(f)),
    }
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_every_word_stands_on_the_page() {
        let page = reference_markdown();
        for table in SCHEMA {
            let after = &page[page.find(&format!("\n## {}\n", table.name)).unwrap()..];
            for f in table.fields {
                assert!(after.contains(&format!("| `{}` |", f.name)), "{}.{}", table.name, f.name);
                assert!(words(f.of).iter().all(|w| page.contains(&format!("`{w}`"))), "{}", f.of);
            }
        }
        assert!(page.contains("| `length` | `number` | km | yes |  | distance | length; for railways"));
        assert!(page.contains("| `from_node_id` | `ref:`&nbsp;[`node`](#node) |"));
    }
}
