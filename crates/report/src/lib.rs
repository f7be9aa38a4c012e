//! Views of results: text for the terminal, SVG charts, self-contained HTML. A view formats; every figure comes from the result.

pub mod chart;
pub mod csv;
pub mod format;
pub mod geojson;
pub mod html;
pub mod language;
pub mod parquet;
mod terms;
pub mod text;
