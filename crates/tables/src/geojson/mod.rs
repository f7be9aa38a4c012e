//! Lines on the map in, and a corridor as GeoJSON (RFC 7946) out. Coordinates are longitude and latitude, WGS 84.

mod geometry;
mod write;

pub use geometry::{Credit, Geometries, Point, Shape, read_geometry, read_geometry_folder};
pub use write::write_geojson;
