//! `datapackage.json`: what other programs need to read a corridor without knowing Keruen.
//!
//! Frictionless Data Package v1 with a Table Schema per table. Two things go beyond it and stand in fields of their own, which
//! the standard allows: `unit` (with `@x` where the unit stands in column x) and `keruen` (the type as the schema names it).
//! A foreign key is declared for a single id of another table; lists of ids and `table:id` cells have no standard form.
//!
//! Parts of one table are one resource with several paths where their columns agree. Where they do not, they cannot be laid one
//! after the other by a program that does not know the schema, and each part is a resource of its own, without keys to it.
//!
//! Source: <https://specs.frictionlessdata.io/data-package/>, /tabular-data-package/, /table-schema/ (v1, 2017).

use crate::folder::Part;
use keruen_model::rows::words;
use keruen_model::schema::{FieldKind, FieldSpec};
use keruen_model::{Corridor, TableKind};
use serde::Serialize;

/// An id as the schema wants it.
const ID: &str = "[A-Za-z0-9][A-Za-z0-9_.\\-]*";

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Titled>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Titled>,
    keruen: Cover<'a>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct License<'a> {
    name: String,
    title: &'a str,
}

#[derive(Serialize)]
struct Titled {
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    path: String,
}

#[derive(Serialize)]
struct Cover<'a> {
    id: &'a str,
    as_of: &'a str,
    currency: &'a str,
    price_year: i32,
}

#[derive(Serialize)]
struct Resource {
    profile: &'static str,
    name: String,
    path: Paths,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: TableSchema,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Paths {
    One(String),
    Several(Vec<String>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: &'static str,
    keruen: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<[&'static str; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<[&'static str; 2]>,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Default, PartialEq, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unique: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    pattern: String,
    #[serde(rename = "enum", skip_serializing_if = "<[_]>::is_empty")]
    words: &'static [&'static str],
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static str,
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: String,
    fields: &'static str,
}

/// The description of a corridor whose tables stand in `parts` (as a reader or a writer of folders gives them).
pub fn datapackage(corridor: &Corridor, parts: &[Part]) -> String {
    let meta = &corridor.meta;
    let package = Package {
        profile: "tabular-data-package",
        name: slug(&meta.id.to_lowercase()),
        title: &meta.title,
        description: &meta.description,
        licenses: if meta.licence.is_empty() {
            Vec::new()
        } else {
            vec![License { name: slug(&meta.licence), title: &meta.licence }]
        },
        contributors: meta.credits.iter().map(|c| Titled { title: c.clone(), path: String::new() }).collect(),
        sources: sources(corridor),
        keruen: Cover { id: &meta.id, as_of: &meta.as_of, currency: &meta.currency, price_year: meta.price_year },
        resources: resources(parts),
    };
    let mut text = serde_json::to_string_pretty(&package).expect("a package is strings, numbers and lists, which JSON can hold");
    text.push('\n');
    text
}

/// Letters, digits, `-`, `.` and `_` only.
fn slug(text: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '-' };
    text.chars().map(safe).collect()
}

fn sources(corridor: &Corridor) -> Vec<Titled> {
    let of = |s: &keruen_model::Source| {
        let (publisher, title, url) =
            (corridor.strings.text(s.publisher), corridor.strings.text(s.title), corridor.strings.text(s.url));
        // The standard refuses a path that could climb out of the package.
        let path = if url.starts_with("http") && !url.contains("..") { url.to_string() } else { String::new() };
        Titled { title: format!("{publisher}: {title}"), path }
    };
    corridor.tables.source.iter().map(of).collect()
}

fn resources(parts: &[Part]) -> Vec<Resource> {
    let mut out = Vec::new();
    for &table in TableKind::ALL {
        let here: Vec<&Part> = parts.iter().filter(|p| p.table == table).collect();
        if alike(&here) {
            let files = here.iter().map(|p| p.file.clone());
            let path = if here.len() == 1 { Paths::One(here[0].file.clone()) } else { Paths::Several(files.collect()) };
            out.push(resource(here[0], table.name().into(), path, parts));
            continue;
        }
        for part in here {
            let name = slug(&part.file.trim_end_matches(".csv").to_lowercase());
            out.push(resource(part, name, Paths::One(part.file.clone()), parts));
        }
    }
    out
}

/// Whether parts can be laid one after the other.
fn alike(parts: &[&Part]) -> bool {
    parts.first().is_some_and(|first| parts.iter().all(|p| p.columns == first.columns))
}

fn resource(part: &Part, name: String, path: Paths, parts: &[Part]) -> Resource {
    let spec = part.table.spec();
    Resource {
        profile: "tabular-data-resource",
        name,
        path,
        description: spec.meaning,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: TableSchema {
            fields: part.columns.iter().map(|&c| field(&spec.fields[c])).collect(),
            missing_values: [""],
            primary_key: spec.fields[0].name,
            foreign_keys: part.columns.iter().filter_map(|&c| foreign_key(part, &spec.fields[c], parts)).collect(),
        },
    }
}

fn foreign_key(part: &Part, field: &FieldSpec, parts: &[Part]) -> Option<ForeignKey> {
    let target = TableKind::from_name(field.of).filter(|_| field.kind == FieldKind::Ref)?;
    let there: Vec<&Part> = parts.iter().filter(|p| p.table == target).collect();
    let resource = if target == part.table { String::new() } else { target.name().into() };
    let reference = Reference { resource, fields: target.spec().fields[0].name };
    alike(&there).then_some(ForeignKey { fields: field.name, reference })
}

fn field(f: &FieldSpec) -> Field {
    let bool_words = |words| (f.kind == FieldKind::Bool).then_some(words);
    Field {
        name: f.name,
        kind: standard_type(f.kind),
        description: f.meaning,
        unit: f.unit,
        keruen: crate::reference::type_name(f),
        true_values: bool_words(["1", "true"]),
        false_values: bool_words(["0", "false"]),
        constraints: Constraints {
            required: f.required,
            unique: f.kind == FieldKind::Id,
            pattern: pattern(f),
            words: if f.kind == FieldKind::Enum { words(f.of) } else { &[] },
        },
    }
}

fn standard_type(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Number => "number",
        FieldKind::Integer => "integer",
        FieldKind::Bool => "boolean",
        FieldKind::Date => "date",
        _ => "string",
    }
}

fn pattern(f: &FieldSpec) -> String {
    let list = |one: &str| format!("^{one}(; *{one})*$");
    match f.kind {
        FieldKind::Id | FieldKind::Ref => format!("^{ID}$"),
        FieldKind::Any => format!("^[a-z]+:{ID}$"),
        FieldKind::Refs if f.of == "any" => list(&format!("[a-z]+:{ID}")),
        FieldKind::Refs => list(ID),
        FieldKind::Clock => "^[0-9]{1,3}:[0-5][0-9]$".into(),
        FieldKind::Enums => list(&format!("({})", words(f.of).join("|"))),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn part(table: TableKind, file: &str, columns: &[&str]) -> Part {
        let columns = columns.iter().map(|c| table.spec().field(c).unwrap()).collect();
        Part { table, file: file.into(), columns, rows: 0 }
    }

    fn package(parts: &[Part]) -> Value {
        let mut corridor = Corridor::default();
        corridor.meta.licence = "CC BY 4.0".into();
        serde_json::from_str(&datapackage(&corridor, parts)).unwrap()
    }

    #[test]
    fn a_table_in_two_parts_is_one_resource_with_units_words_and_keys() {
        let p = package(&[
            part(TableKind::Node, "node.csv", &["node_id", "parent_node_id"]),
            part(TableKind::Link, "link.rail.csv", &["link_id", "from_node_id", "mode", "length"]),
            part(TableKind::Link, "link.sea.csv", &["link_id", "from_node_id", "mode", "length"]),
        ]);
        assert_eq!(p["licenses"], json!([{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]));
        assert_eq!(p["resources"][0]["path"], "node.csv");
        assert_eq!(
            p["resources"][0]["schema"]["foreignKeys"],
            json!([{"fields": "parent_node_id", "reference": {"resource": "", "fields": "node_id"}}])
        );
        let link = &p["resources"][1];
        assert_eq!((&link["name"], &link["path"]), (&json!("link"), &json!(["link.rail.csv", "link.sea.csv"])));
        assert_eq!(
            link["schema"]["foreignKeys"],
            json!([{"fields": "from_node_id", "reference": {"resource": "node", "fields": "node_id"}}])
        );
        assert_eq!(link["schema"]["primaryKey"], "link_id");
        assert_eq!(
            link["schema"]["fields"][2],
            json!({"name": "mode", "type": "string", "description": "what runs on it", "keruen": "enum:mode",
                "constraints": {"required": true, "enum": ["rail", "road", "sea", "pipeline", "air", "fibre"]}})
        );
        assert_eq!(link["schema"]["fields"][3]["unit"], "km");
    }

    #[test]
    fn parts_of_other_columns_stand_alone_and_nothing_points_at_them() {
        let p = package(&[
            part(TableKind::Node, "node.csv", &["node_id"]),
            part(TableKind::Node, "node.KZ.csv", &["node_id", "name"]),
            part(TableKind::Link, "link.csv", &["link_id", "from_node_id"]),
        ]);
        let names: Vec<&str> = p["resources"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["node", "node.kz", "link"]);
        assert_eq!(p["resources"][2]["schema"].get("foreignKeys"), None);
    }
}
