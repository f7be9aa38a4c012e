//! What a map draws: lines and areas in degrees, by layer. Views project; they invent no position.

/// What a layer is, for its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayerKind {
    /// Countries, as areas.
    Land,
    /// Sea and lakes, as areas.
    Water,
    /// Claimed or breakaway lines, drawn dashed.
    Disputed,
    /// Railways of the corridor.
    Rail,
    /// Sea links.
    Sea,
    /// Roads.
    Road,
    /// Pipelines.
    Pipeline,
    /// Cables.
    Fibre,
    /// Air links.
    Air,
}

/// One line or ring.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Id of the link; empty for the base map.
    pub id: String,
    /// True where the line is a sketch, not surveyed.
    pub sketch: bool,
    /// Longitude and latitude.
    pub points: Vec<[f64; 2]>,
}

/// One layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// What it is.
    pub kind: LayerKind,
    /// Its shapes.
    pub shapes: Vec<Shape>,
}

/// A map and the credits that must stand beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapData {
    /// Layers, the lowest first.
    pub layers: Vec<Layer>,
    /// Credits.
    pub credits: Vec<String>,
}
