//! The columns and tables of GMNS 0.96.

/// Columns of `node.csv`.
pub(super) const NODE: &[&str] =
    &["node_id", "name", "x_coord", "y_coord", "z_coord", "node_type", "ctrl_type", "zone_id", "parent_node_id"];

/// Columns of `link.csv`.
pub(super) const LINK: &[&str] = &[
    "link_id",
    "name",
    "from_node_id",
    "to_node_id",
    "directed",
    "geometry_id",
    "geometry",
    "parent_link_id",
    "dir_flag",
    "length",
    "grade",
    "facility_type",
    "capacity",
    "free_speed",
    "lanes",
    "bike_facility",
    "ped_facility",
    "parking",
    "allowed_uses",
    "toll",
    "jurisdiction",
    "row_width",
];

/// Tables that a corridor has no place for.
pub(super) const FOREIGN: &[&str] = &[
    "curb_seg",
    "lane",
    "lane_tod",
    "link_tod",
    "location",
    "movement",
    "movement_tod",
    "segment",
    "segment_lane",
    "segment_lane_tod",
    "segment_tod",
    "signal_controller",
    "signal_coordination",
    "signal_detector",
    "signal_phase_mvmt",
    "signal_timing_phase",
    "signal_timing_plan",
    "time_set_definitions",
    "use_definition",
    "use_group",
    "zone",
];

/// Largest `free_speed` that the specification allows, in the unit of the file.
pub(super) const FASTEST: f64 = 200.0;
