//! GMNS folders, in and out.

mod common;

use common::{Temp, difference, names};
use keruen_model::{Mode, NodeType, Quantity, TableKind};
use keruen_tables::generate::{Size, generate};
use keruen_tables::geojson::{Geometries, read_geometry};
use keruen_tables::gmns::{Gmns, Repair, gmns_files, read_gmns, read_gmns_files, write_gmns};
use keruen_tables::{ReadOptions, write_folder};

fn read(files: &[(&str, &str)]) -> Gmns {
    read_gmns_files(files.iter().map(|(n, t)| (*n, t.as_bytes().to_vec())), &ReadOptions::default()).unwrap()
}

/// ```text
///   1 ---- 2      miles and mph; 1-2 is a street of half a mile, drawn; 2-3 a railway without length
///          |
///          3
/// ```
fn american() -> Gmns {
    read(&[
        (
            "config.csv",
            "dataset_name,short_length,long_length,speed,crs,geometry_field_format,currency,version_number\nCrossing,foot,mile,mph,4326,wkt,US cents,0.94\n",
        ),
        (
            "node.csv",
            "node_id,name,x_coord,y_coord,z_coord,node_type,ctrl_type,zone_id,parent_node_id\n1,,-71.10,42.36,,,signal,5,\n2,Main,-71.09,42.36,,intersection,stop,,1\n3,,-71.09,42.35,NaN,city,,,\n",
        ),
        (
            "link.csv",
            "link_id,name,from_node_id,to_node_id,directed,geometry_id,geometry,length,facility_type,capacity,free_speed,lanes,allowed_uses,jurisdiction\n\
             1 A,Main St,1,2,True,,\"LINESTRING (-71.10 42.36, -71.09 42.36)\",0.5,arterial,900,30,2,car,City\n\
             2,,2,3,false,,,,,,,,freight rail,\n",
        ),
        ("zone.csv", "zone_id\n5\n"),
        ("mine.csv", "x\n"),
    ])
}

#[test]
fn units_ids_and_gaps_are_repaired_and_said() {
    let g = american();
    assert_eq!(g.faults, []);
    let (t, s) = (&g.corridor.tables, &g.corridor.strings);
    let links: Vec<_> = t.link.iter().map(|l| (s.id(l.link_id), l.mode, l.directed, s.text(l.geometry_id))).collect();
    assert_eq!(links, [("1_A", Mode::Road, true, "1 A"), ("2", Mode::Rail, false, "")]);
    // 0.5 mi = 0.804672 km; 30 mph = 48.28032 km/h.
    assert!((t.link.rows()[0].length.value() - 0.804_672).abs() < 1e-12);
    assert!((t.link.rows()[0].free_speed.unwrap().value() - 48.280_32).abs() < 1e-9);
    // A hundredth of a degree of a meridian, to the metre.
    assert_eq!(t.link.rows()[1].length.value(), 1.112);
    let nodes: Vec<_> = t.node.iter().map(|n| (s.text(n.name), n.node_type, s.text(n.country))).collect();
    assert_eq!(nodes, [("1", NodeType::Passage, "ZZ"), ("Main", NodeType::Passage, "ZZ"), ("3", NodeType::City, "ZZ")]);
    assert_eq!(g.geometries.shapes["1 A"].lines[0].len(), 2);
    assert_eq!((g.corridor.meta.id.as_str(), g.corridor.meta.title.as_str()), ("gmns", "Crossing"));
    let repairs: Vec<String> = g.repairs.iter().map(|r| r.to_string()).collect();
    assert_eq!(
        repairs,
        [
            "mine.csv: kept out; it is no table of GMNS nor of a corridor",
            "zone.csv: kept out; a corridor has no such table",
            "ids: signs other than letters, digits, '_', '.' and '-' became '_' (1 row)",
            "link.csv: capacity was kept out; what is scarce stands in table resource (1 row)",
            "link.csv: lanes was kept out; a corridor has no such column (1 row)",
            "link.csv: length is empty and was measured on the map (1 row)",
            "link.csv: mode became road (1 row)",
            "link.csv: mode was read from allowed_uses or facility_type (1 row)",
            "node.csv: country became ZZ, not known (3 rows)",
            "node.csv: ctrl_type was kept out; a corridor has no such column (2 rows)",
            "node.csv: node_type became passage (2 rows)",
            "node.csv: zone_id was kept out; a corridor has no such column (1 row)",
        ]
    );
}

#[test]
fn faults_name_the_lines_of_the_files_given() {
    let g = read(&[
        ("node.csv", "\nnode_id,name,x_coord,y_coord\n1,\"two\nlines\",1,2\n\n2,,x,2\n3,4\n\"q\"q\n"),
        ("link.csv", "link_id,from_node_id,to_node_id,directed,geometry,length\na,1,2,maybe,POINT (1 2),-\n"),
    ]);
    let faults: Vec<String> = g.faults.iter().map(|f| f.to_string()).collect();
    assert_eq!(
        faults,
        [
            "node.csv:7: node:3: the row has 2 cells, the header 4; it was left out [ragged-row]; a text with a comma stands in double quotes",
            "node.csv:8: node: text stands between a closing double quote and the next comma; the row was left out [quote]; write \"\" for a double quote inside a quoted cell",
            "node.csv:6: node:2.x_coord = \"x\": wanted a number [bad-cell]",
            "link.csv:2: link:a.directed = \"maybe\": wanted 0 or 1 [bad-cell]",
            "link.csv:2: link:a.length = \"-\": wanted a number [bad-cell]",
        ]
    );
    let repairs: Vec<String> = g.repairs.iter().map(|r| r.to_string()).collect();
    assert!(repairs.contains(&"config.csv is missing: lengths were taken as km and speeds as km/h".to_string()), "{repairs:?}");
    assert!(repairs.contains(&"link.csv: geometry is no WKT line and was left out (1 row)".to_string()), "{repairs:?}");
}

#[test]
fn a_line_drawn_backwards_is_turned_round_for_its_link_alone() {
    let g = read(&[
        ("config.csv", "long_length,speed\nkm,kph\n"),
        ("node.csv", "node_id,x_coord,y_coord\n1,1,2\n2,3,4\n"),
        ("geometry.csv", "geometry_id,geometry\ng,\"LINESTRING (1 2, 3 4)\"\n"),
        (
            "link.csv",
            "link_id,from_node_id,to_node_id,directed,geometry_id,dir_flag,length\nthere,1,2,1,g,1,5\nback,2,1,1,g,-1,5\n",
        ),
    ]);
    let ids: Vec<&str> = g.corridor.tables.link.iter().map(|l| g.corridor.strings.text(l.geometry_id)).collect();
    assert_eq!(ids, ["g", "back"]);
    let starts: Vec<f64> = ["g", "back"].iter().map(|id| g.geometries.shapes[*id].lines[0][0].lon.value()).collect();
    assert_eq!(starts, [1.0, 3.0]);
}

/// The uses of GMNS are made from the modes of the links, so nothing is lost.
fn uses_left_out() -> Vec<Repair> {
    vec![Repair { what: "use_definition.csv: kept out; a corridor has no such table".into(), rows: 0 }]
}

#[test]
fn a_corridor_comes_back_from_gmns_as_it_went() {
    let mut corridor = generate(Size { nodes: 60, links: 90, demands: 3, seed: 5 });
    let field = TableKind::Link.spec().field("geometry_id").unwrap();
    corridor.tables.set(TableKind::Link, 4, field, "line-4", &mut corridor.strings).unwrap();
    let mut lines = Geometries::default();
    let file = r#"{"features":[{"properties":{"id":"line-4"},"geometry":{"type":"MultiLineString","coordinates":[[[50.5,40],[51,41]],[[51,42],[52,43]]]}}]}"#;
    read_geometry("geometry.geojson", file.as_bytes(), &mut lines).unwrap();
    let (files, notes) = gmns_files(&corridor, &lines).unwrap();
    assert_eq!(notes, [""; 0]);
    let back = read_gmns_files(files, &ReadOptions::default()).unwrap();
    assert_eq!(back.faults, []);
    assert_eq!(back.repairs, uses_left_out());
    assert_eq!(difference(&corridor, &back.corridor), None);
    assert_eq!(back.geometries.shapes, lines.shapes);
}

#[test]
fn a_folder_with_a_corridor_is_not_written_over() {
    let temp = Temp::new("gmns");
    let corridor = generate(Size { nodes: 12, links: 15, demands: 2, seed: 3 });
    write_folder(&corridor, &temp.join("c")).unwrap();
    let error = write_gmns(&corridor, &Geometries::default(), &temp.join("c")).unwrap_err().to_string();
    assert_eq!(error, format!("{}: holds a corridor; give another folder", temp.join("c").display()));
    write_gmns(&corridor, &Geometries::default(), &temp.join("g")).unwrap();
    write_gmns(&corridor, &Geometries::default(), &temp.join("g")).unwrap();
    assert!(names(&temp.join("g")).contains(&"use_definition.csv".to_string()));
    let back = read_gmns(&temp.join("g"), &ReadOptions::default()).unwrap();
    assert_eq!((difference(&corridor, &back.corridor), back.repairs), (None, uses_left_out()));
}

#[test]
fn a_folder_without_links_is_no_gmns() {
    let read = |files: Vec<(&str, Vec<u8>)>| read_gmns_files(files, &ReadOptions::default()).unwrap_err().to_string();
    assert_eq!(read(vec![("node.csv", vec![])]), "link.csv is missing; add it");
    assert_eq!(read(vec![]), "node.csv is missing; add it");
}
