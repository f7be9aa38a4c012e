//! A corridor on the map.

mod common;

use common::{COVER, Temp, load};
use keruen_tables::geojson::{Geometries, read_geometry_folder, write_geojson};
use serde_json::{Value, json};

const LINES: &str = r#"{"type":"FeatureCollection","attribution":"(c) somebody","features":[
 {"type":"Feature","properties":{"id":"ab"},"geometry":{"type":"LineString","coordinates":[[1,2],[2,2.5],[3,4]]}},
 {"type":"Feature","properties":{"id":"pipe"},"geometry":{"type":"MultiLineString","coordinates":[[[1,2],[2,2]],[[2,3],[3,4]]]}}]}"#;

#[test]
fn nodes_links_and_credits_stand_on_the_map() {
    let temp = Temp::new("geojson");
    std::fs::write(temp.join("geometry.csv.geojson"), LINES).unwrap();
    std::fs::write(temp.join("other.geojson"), "{").unwrap();
    let lines = read_geometry_folder(&temp.0).unwrap();
    let mut corridor = load(&[
        ("node.csv", "node_id,name,x_coord,y_coord,node_type,country\na,\"A \"\"1\"\"\",1,2,port,KZ\nb,B,3,4,city,AZ\n"),
        (
            "link.csv",
            "link_id,from_node_id,to_node_id,directed,mode,length,geometry_id,tracks\nl1,a,b,1,rail,5.5,ab,2\nl2,a,b,0,pipeline,6,pipe,\nl3,b,a,0,road,7,,\nl4,b,nowhere,0,road,7,,\n",
        ),
    ])
    .corridor;
    corridor.meta.credits = vec!["Base map: nobody".into(), "(c) somebody".into()];
    let mut out = Vec::new();
    write_geojson(&corridor, &lines, &mut out).unwrap();
    let map: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(
        (&map["type"], &map["name"], &map["attribution"]),
        (&json!("FeatureCollection"), &json!("Test"), &json!("Base map: nobody; (c) somebody"))
    );
    let features = map["features"].as_array().unwrap();
    assert_eq!(features.len(), 5, "two nodes, three links; the fourth link ends nowhere");
    assert_eq!(
        features[0],
        json!({"type": "Feature", "id": "node:a", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {
            "table": "node", "node_id": "a", "name": "A \"1\"", "x_coord": 1, "y_coord": 2, "node_type": "port", "country": "KZ", "status": "open"}})
    );
    assert_eq!(features[2]["geometry"], json!({"type": "LineString", "coordinates": [[1, 2], [2, 2.5], [3, 4]]}));
    let properties = &features[2]["properties"];
    assert_eq!(
        (&properties["line"], &properties["directed"], &properties["length"], &properties["tracks"]),
        (&json!("geometry"), &json!(true), &json!(5.5), &json!(2))
    );
    assert_eq!(features[3]["geometry"], json!({"type": "MultiLineString", "coordinates": [[[1, 2], [2, 2]], [[2, 3], [3, 4]]]}));
    assert_eq!(features[4]["geometry"], json!({"type": "LineString", "coordinates": [[3, 4], [1, 2]]}));
    assert_eq!(features[4]["properties"]["line"], "straight");
}

#[test]
fn a_folder_without_geometry_has_no_lines() {
    let temp = Temp::new("nogeometry");
    std::fs::write(temp.join("corridor.toml"), COVER).unwrap();
    assert_eq!(read_geometry_folder(&temp.0).unwrap(), Geometries::default());
    let error = read_geometry_folder(&temp.join("x")).unwrap_err().to_string();
    assert_eq!(error, format!("{}: there is no such file or folder; check the spelling", temp.join("x").display()));
}
