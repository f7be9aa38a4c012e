//! Writes the Rust source of the row types.

use crate::schema::{Field, Schema, Table};
use std::fmt::Write;

pub fn tables(schema: &Schema) -> String {
    let mut out = String::from("// Made from schema/*.csv by build/; do not edit.\n\n");
    for (name, values) in &schema.enums {
        enumeration(&mut out, name, values);
    }
    for table in &schema.tables {
        row(&mut out, table);
    }
    corridor(&mut out, &schema.tables);
    words(&mut out, &schema.enums);
    out
}

/// `facility_kind` -> `FacilityKind`, `g/t-km` -> `GPerTKm`.
fn pascal(name: &str) -> String {
    let spaced = name.replace('/', "_per_");
    spaced
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| w[..1].to_uppercase() + &w[1..])
        .collect()
}

fn field_ident(name: &str) -> String {
    match name {
        "use" | "in" | "type" | "as" => format!("r#{name}"),
        _ => name.to_string(),
    }
}

fn enumeration(out: &mut String, name: &str, values: &[String]) {
    let ty = pascal(name);
    let _ = writeln!(out, "choice! {{\n    /// Values of `{name}` in the schema.\n    {ty} {{");
    for v in values {
        let _ = writeln!(out, "        /// `{v}`\n        {} = \"{v}\",", pascal(v));
    }
    out.push_str("    }\n}\n\n");
}

fn unit_type(unit: &str) -> &'static str {
    match unit {
        "deg" => "Degrees",
        "km" => "Km",
        "mm" => "Millimetres",
        "km/h" => "KmPerHour",
        "t" => "Tonnes",
        "us/km" => "MicrosPerKm",
        "ms" => "Millis",
        "1/(1000 km yr)" => "FaultRate",
        "h" => "Hours",
        "m" => "Metres",
        "1" => "Ratio",
        "t/cm" => "TonnesPerCm",
        "TEU" => "Teu",
        "USD/t" => "UsdPerTonne",
        "USD/(t d)" => "UsdPerTonneDay",
        "t/m3" => "Density",
        "%" => "Percent",
        "USD" => "Usd",
        "d" => "Days",
        u if u.starts_with('@') => "Amount",
        u => panic!("unit {u} has no type: add it to build/emit.rs and src/units.rs"),
    }
}

/// The Rust type of a field, and whether it is wrapped in `Option`.
fn rust_type(f: &Field) -> String {
    let (head, arg) = f.kind.split_once(':').unwrap_or((&f.kind, ""));
    let plain = match head {
        "id" => return "Id<Self>".into(),
        "text" => return "Text".into(),
        "texts" => return "List<Text>".into(),
        "refs" if arg == "any" => return "List<AnyRef>".into(),
        "refs" => return format!("List<Id<{}>>", pascal(arg)),
        "enums" => return format!("List<{}>", pascal(arg)),
        "bool" => return "bool".into(),
        "ref" => format!("Id<{}>", pascal(arg)),
        "any" => "AnyRef".into(),
        "enum" => pascal(arg),
        "number" => unit_type(&f.unit).into(),
        "integer" => "i32".into(),
        "date" => "Date".into(),
        "clock" => "Clock".into(),
        "dist" => format!("Dist<{}>", unit_type(&f.unit)),
        other => panic!("field type {other} is unknown"),
    };
    if f.required || !f.default.is_empty() { plain } else { format!("Option<{plain}>") }
}

fn row(out: &mut String, t: &Table) {
    let ty = pascal(&t.name);
    let _ = writeln!(
        out,
        "/// One row of table `{}`: {}.\n#[derive(Clone, Debug, Default, PartialEq)]\npub struct {ty} {{",
        t.name, t.meaning
    );
    for f in &t.fields {
        let unit = if f.unit.is_empty() || f.unit.starts_with('@') { String::new() } else { format!(" [{}]", f.unit) };
        let of_self = rust_type(f).replace("Self", &ty);
        let _ = writeln!(
            out,
            "    /// {}{unit}.\n    pub {}: {of_self},",
            f.meaning.replace('[', "\\[").replace(']', "\\]"),
            field_ident(&f.name)
        );
    }
    out.push_str("}\n\n");
    let _ = writeln!(
        out,
        "impl Row for {ty} {{\n    const KIND: TableKind = TableKind::{ty};\n    fn key(&self) -> Sym {{ self.{}.sym() }}",
        t.fields[0].name
    );
    out.push_str("    fn set(&mut self, field: usize, text: &str, strings: &mut Strings) -> Result<(), CellFault> {\n        match field {\n");
    for (i, f) in t.fields.iter().enumerate() {
        let _ = writeln!(out, "            {i} => self.{}.read(text, strings),", field_ident(&f.name));
    }
    out.push_str("            _ => Err(CellFault::NoField),\n        }\n    }\n");
    out.push_str("    fn get(&self, field: usize, strings: &Strings, out: &mut String) {\n        match field {\n");
    for (i, f) in t.fields.iter().enumerate() {
        let _ = writeln!(out, "            {i} => self.{}.print(strings, out),", field_ident(&f.name));
    }
    out.push_str("            _ => {}\n        }\n    }\n");
    law(out, t);
    out.push_str("    fn clear(&mut self, field: usize) -> Result<(), CellFault> {\n        match field {\n");
    for (i, f) in t.fields.iter().enumerate() {
        let _ = writeln!(out, "            {i} => self.{} = Default::default(),", field_ident(&f.name));
    }
    out.push_str("            _ => return Err(CellFault::NoField),\n        }\n        Ok(())\n    }\n");
    references(out, t);
    out.push_str("    fn renumber(&mut self, to: &[Sym]) {\n");
    for f in &t.fields {
        let _ = writeln!(out, "        self.{}.renumber(to);", field_ident(&f.name));
    }
    out.push_str("    }\n");
    let has = |n: &str| t.fields.iter().any(|f| f.name == n);
    if has("valid_from") {
        out.push_str("    fn valid_from(&self) -> Option<Date> { self.valid_from }\n    fn valid_to(&self) -> Option<Date> { self.valid_to }\n");
    }
    if has("status") {
        out.push_str("    fn status(&self) -> Status { self.status }\n");
    }
    out.push_str("}\n\n");
}

fn law(out: &mut String, t: &Table) {
    let numeric: Vec<(usize, &Field)> =
        t.fields.iter().enumerate().filter(|(_, f)| matches!(f.kind.as_str(), "number" | "integer" | "dist")).collect();
    if numeric.is_empty() {
        out.push_str("    fn law(&self, _: usize) -> Option<Law> {\n        None\n    }\n");
        return;
    }
    out.push_str("    fn law(&self, field: usize) -> Option<Law> {\n        match field {\n");
    for (i, f) in numeric {
        let _ = writeln!(out, "            {i} => Cell::law(&self.{}),", field_ident(&f.name));
    }
    out.push_str("            _ => None,\n        }\n    }\n");
}

fn references(out: &mut String, t: &Table) {
    let named: Vec<(usize, &Field)> =
        t.fields.iter().enumerate().skip(1).filter(|(_, f)| f.kind.starts_with("ref") || f.kind == "any").collect();
    if named.is_empty() {
        out.push_str("    fn references(&self, _: usize, _: &mut dyn FnMut(TableKind, Sym)) {}\n");
        return;
    }
    out.push_str("    fn references(&self, field: usize, visit: &mut dyn FnMut(TableKind, Sym)) {\n");
    for (i, f) in named {
        let _ =
            writeln!(out, "        if field == {i} {{\n            self.{}.references(visit);\n        }}", field_ident(&f.name));
    }
    out.push_str("    }\n");
}

fn corridor(out: &mut String, tables: &[Table]) {
    out.push_str("choice! {\n    /// The tables of a corridor.\n    TableKind {\n");
    for t in tables {
        let _ = writeln!(out, "        /// `{}`: {}.\n        {} = \"{}\",", t.name, t.meaning, pascal(&t.name), t.name);
    }
    out.push_str("    }\n}\n\n");
    out.push_str("/// Every table of a corridor.\n#[derive(Clone, Debug, Default, PartialEq)]\npub struct Tables {\n");
    for t in tables {
        let _ = writeln!(out, "    /// {}.\n    pub {}: Table<{}>,", t.meaning, field_ident(&t.name), pascal(&t.name));
    }
    out.push_str("}\n\n/// Runs `$body` with `$t` bound to the table of `$kind`; `$access` is `&` or `&mut`.\nmacro_rules! with_table {\n    ($tables:expr, $kind:expr, $t:ident, $body:expr, $($access:tt)+) => {\n        match $kind {\n");
    for t in tables {
        let _ = writeln!(
            out,
            "            TableKind::{} => {{ let $t = $($access)+ $tables.{}; $body }}",
            pascal(&t.name),
            field_ident(&t.name)
        );
    }
    out.push_str("        }\n    };\n}\n\n");
    append(out, tables);
    schema_constant(out, tables);
}

fn append(out: &mut String, tables: &[Table]) {
    out.push_str(
        "impl Tables {\n    /// Moves the rows of one table of `other` behind those of its own. Symbols must be of one store.\n",
    );
    out.push_str("    pub fn append(&mut self, kind: TableKind, other: &mut Tables) {\n        match kind {\n");
    for t in tables {
        let (ty, name) = (pascal(&t.name), field_ident(&t.name));
        let _ = writeln!(out, "            TableKind::{ty} => self.{name}.append(std::mem::take(&mut other.{name})),");
    }
    out.push_str("        }\n    }\n}\n\n");
}

fn schema_constant(out: &mut String, tables: &[Table]) {
    out.push_str("/// The schema: one entry a table, in the order of [`TableKind`].\npub static SCHEMA: &[TableSpec] = &[\n");
    for t in tables {
        let _ = writeln!(
            out,
            "    TableSpec {{ name: {:?}, kind: TableKind::{}, origin: {:?}, meaning: {:?}, fields: &[",
            t.name,
            pascal(&t.name),
            t.origin,
            t.meaning
        );
        for f in &t.fields {
            let (head, arg) = f.kind.split_once(':').unwrap_or((&f.kind, ""));
            let _ = writeln!(
                out,
                "        FieldSpec {{ name: {:?}, kind: FieldKind::{}, of: {:?}, unit: {:?}, required: {}, default: {:?}, group: {:?}, origin: {:?}, meaning: {:?} }},",
                f.name,
                pascal(head),
                arg,
                f.unit,
                f.required,
                f.default,
                f.group,
                f.origin,
                f.meaning
            );
        }
        out.push_str("    ] },\n");
    }
    out.push_str("];\n");
}

fn words(out: &mut String, enums: &[(String, Vec<String>)]) {
    out.push_str("\n/// The words of a set of the schema (`FieldSpec::of` of a field of type enum).\npub fn words(set: &str) -> &'static [&'static str] {\n    match set {\n");
    for (name, _) in enums {
        let _ = writeln!(out, "        {name:?} => {}::NAMES,", pascal(name));
    }
    out.push_str("        _ => &[],\n    }\n}\n");
}
