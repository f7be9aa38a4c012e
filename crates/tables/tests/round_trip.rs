//! What is written reads back equal.

mod common;

use common::{difference, load};
use keruen_model::schema::{FieldKind, FieldSpec};
use keruen_model::{Corridor, SCHEMA, TableKind};
use keruen_tables::generate::{Size, generate};
use keruen_tables::{Loaded, ReadOptions, read_files, write_files};
use proptest::prelude::*;

fn again(corridor: &Corridor) -> Loaded {
    read_files(write_files(corridor).unwrap(), &ReadOptions::default()).unwrap()
}

#[test]
fn a_generated_corridor_is_sound_and_reads_back_equal() {
    let size = Size { nodes: 3_000, links: 8_000, demands: 20, seed: 7 };
    let made = generate(size);
    assert_eq!(made, generate(size));
    assert_ne!(difference(&made, &generate(Size { seed: 8, ..size })), None);
    let t = &made.tables;
    assert_eq!((t.node.len(), t.link.len(), t.demand.len()), (3_000, 8_000, 20));
    let rails = t.link.iter().filter(|l| l.mode == keruen_model::Mode::Rail).count();
    assert_eq!(t.resource.len(), rails + 150, "one resource a railway, and the crane of each of 150 terminals");
    assert_eq!(t.r#use.len(), rails + 300, "one use a railway, and two of each crane");
    let faults: Vec<String> = keruen_model::validate::validate(&made).iter().map(|f| f.to_string()).collect();
    assert_eq!(faults, [""; 0]);
    let read = again(&made);
    assert_eq!((read.faults, difference(&made, &read.corridor)), (vec![], None));
    assert_eq!(again(&read.corridor).corridor, read.corridor);
}

#[test]
fn parts_keep_their_files_and_only_used_columns_are_written() {
    let head = "link_id,from_node_id,to_node_id,mode,length,gauge,status\n";
    let loaded = load(&[
        ("link.sea.csv", &format!("{head}s,a,b,sea,7,,\n")),
        ("link.rail.csv", &format!("{head}r,a,b,rail,5,1520,closed\nr2,a,b,rail,6,,open\n")),
    ]);
    let files = write_files(&loaded.corridor).unwrap();
    let text = |name: &str| files.iter().find(|(n, _)| n == name).map(|(_, b)| String::from_utf8(b.clone()).unwrap()).unwrap();
    let names: Vec<&str> = files.iter().map(|(n, _)| n.as_str()).collect();
    assert_eq!(names, ["corridor.toml", "link.rail.csv", "link.sea.csv", "datapackage.json"]);
    assert_eq!(
        text("link.rail.csv"),
        "link_id,from_node_id,to_node_id,mode,length,gauge,status\nr,a,b,rail,5,1520,closed\nr2,a,b,rail,6,,\n"
    );
    assert_eq!(text("link.sea.csv"), "link_id,from_node_id,to_node_id,mode,length,gauge,status\ns,a,b,sea,7,,\n");
    assert_eq!(again(&loaded.corridor).corridor, loaded.corridor);
}

/// A scenario may put rows where no file has them; then the order of rows counts more than the files.
#[test]
fn rows_from_nowhere_stay_in_their_order() {
    let head = "link_id,from_node_id,to_node_id,mode,length\n";
    let mut c =
        load(&[("link.csv", &format!("{head}w,a,b,sea,7\n")), ("link.rail.csv", &format!("{head}r,a,b,rail,5\n"))]).corridor;
    c.tables.push_copy(TableKind::Link, 1, "new", &mut c.strings).unwrap();
    let names = |c: &Corridor| write_files(c).unwrap().into_iter().map(|(n, _)| n).collect::<Vec<_>>();
    assert_eq!(names(&c), ["corridor.toml", "link.csv", "link.rail.csv", "datapackage.json"]);
    assert_eq!(difference(&again(&c).corridor, &c), None);
    // r, w, new: the parts are no longer in the order in which they would be read.
    c.tables.place(TableKind::Link, 1, 0);
    assert_eq!(names(&c), ["corridor.toml", "link.csv", "datapackage.json"]);
    assert_eq!(difference(&again(&c).corridor, &c), None);
}

#[test]
fn what_cannot_be_written_is_refused() {
    let refused = |f: &dyn Fn(&mut Corridor)| {
        let mut c = load(&[("facility.csv", "facility_id,name,node_id,kind\nf,F,a,berth\n")]).corridor;
        f(&mut c);
        write_files(&c).unwrap_err().to_string()
    };
    let set = |c: &mut Corridor, edit: &dyn Fn(&mut keruen_model::Facility)| {
        let mut row = c.tables.facility.rows()[0].clone();
        edit(&mut row);
        c.tables.facility = Default::default();
        c.tables.facility.push(row, 0, 0);
    };
    assert_eq!(
        refused(&|c| set(c, &|f| f.draught = Some(keruen_model::Metres(f64::NAN)))),
        "facility:f.draught: the number is not finite; nothing was changed"
    );
    assert_eq!(
        refused(&|c| set(c, &|f| f.calendar = Default::default())),
        "facility:f.calendar: an empty text reads back as the default; nothing was changed"
    );
    assert_eq!(
        refused(&|c| set(c, &|f| f.facility_id = Default::default())),
        "facility, row 1: the row has no id; nothing was changed"
    );
    let nul = refused(&|c| {
        let text = keruen_model::Text(c.strings.intern("a\0b"));
        set(c, &|f| f.name = text);
    });
    assert_eq!(nul, "facility:f.name: the text holds a zero character; nothing was changed");
}

/// A cell of a type, as text that the type takes.
fn cell(f: &FieldSpec) -> BoxedStrategy<String> {
    let id = "[A-Za-z0-9][A-Za-z0-9_.-]{0,6}".boxed();
    let number = prop_oneof![
        any::<i32>().prop_map(|n| n.to_string()),
        (-1e9..1e9f64).prop_map(|v| v.to_string()),
        Just("1e300".into()),
        Just("0".into())
    ]
    .boxed();
    let table = (0..SCHEMA.len()).prop_map(|i| SCHEMA[i].name.to_string());
    let words = keruen_model::words(f.of);
    let word = (0..words.len().max(1)).prop_map(move |i| words.get(i).unwrap_or(&"").to_string()).boxed();
    let list = |one: BoxedStrategy<String>| prop::collection::vec(one, 1..4).prop_map(|v| v.join(";")).boxed();
    let any_row = (table, id.clone()).prop_map(|(t, i)| format!("{t}:{i}")).boxed();
    match f.kind {
        FieldKind::Id | FieldKind::Ref => id,
        FieldKind::Refs if f.of == "any" => list(any_row),
        FieldKind::Refs => list(id),
        FieldKind::Any => any_row,
        FieldKind::Text => "[ -~\n\r\té\u{49b}\u{4e2d}\u{a0}]{1,12}".boxed(),
        FieldKind::Texts => list("[ -:<-~é]{1,8}".boxed()),
        FieldKind::Enum => word,
        FieldKind::Enums => list(word),
        FieldKind::Number => number,
        FieldKind::Integer => any::<i32>().prop_map(|n| n.to_string()).boxed(),
        FieldKind::Bool => prop_oneof![Just("0".to_string()), Just("1".into())].boxed(),
        FieldKind::Date => (1..9999i16, 1..13i8, 1..29i8).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")).boxed(),
        FieldKind::Clock => (0..999, 0..60).prop_map(|(h, m)| format!("{h:02}:{m:02}")).boxed(),
        FieldKind::Dist => (0.001..1e6f64, 1.0..9.0f64, 0..6usize).prop_map(|(a, k, law)| dist(a, k, law)).boxed(),
    }
}

fn dist(a: f64, k: f64, law: usize) -> String {
    match law {
        0 => a.to_string(),
        1 => format!("uniform({a},{})", a * k),
        2 => format!("triangular({a},{},{})", a * k, a * k * k),
        3 => format!("lognormal(p50={a},p90={})", a * k),
        4 => format!("exponential(mean={a})"),
        _ => format!("gamma(mean={a},shape={k})"),
    }
}

/// A row: for each field a text or nothing.
fn row(table: TableKind) -> BoxedStrategy<(TableKind, Vec<Option<String>>)> {
    let cells: Vec<_> = table
        .spec()
        .fields
        .iter()
        .map(|f| if f.required { cell(f).prop_map(Some).boxed() } else { prop::option::of(cell(f)).boxed() })
        .collect();
    cells.prop_map(move |cells| (table, cells)).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_corridor_reads_back_equal(rows in prop::collection::vec((0..SCHEMA.len()).prop_flat_map(|i| row(SCHEMA[i].kind)), 0..12)) {
        let mut c = Corridor::default();
        for (n, (table, cells)) in rows.into_iter().enumerate() {
            let at = c.tables.push_blank(table, &mut c.strings);
            for (field, text) in cells.iter().enumerate() {
                let text = if field == 0 { format!("{}-{n}", text.as_deref().unwrap_or("x")) } else { text.clone().unwrap_or_default() };
                prop_assert!(c.tables.set(table, at, field, &text, &mut c.strings).is_ok(), "{} {}: {text:?}", table.name(), field);
            }
        }
        let read = again(&c);
        prop_assert_eq!(&read.faults, &vec![]);
        prop_assert_eq!(difference(&c, &read.corridor), None);
        prop_assert_eq!(&again(&read.corridor).corridor, &read.corridor);
    }
}
