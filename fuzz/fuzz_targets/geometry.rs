//! Any bytes are lines inside the map, or refused.
#![no_main]

use keruen_model::Quantity;
use keruen_tables::geojson::{Geometries, read_geometry};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut lines = Geometries::default();
    if read_geometry("geometry.geojson", data, &mut lines).is_ok() {
        for point in lines.shapes.values().flat_map(|s| s.lines.iter().flatten()) {
            assert!(point.lon.value().abs() <= 180.0 && point.lat.value().abs() <= 90.0);
        }
    }
});
