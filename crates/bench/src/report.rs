//! One JSON object a line.

use crate::measure::{Took, peak_mib};

/// A line being written.
pub struct Line(String);

impl Line {
    /// Starts with what every line has.
    pub fn new(kind: &str, instance: &str, threads: usize, took: Took) -> Self {
        let line = Self("{".to_owned()).text("kind", kind).text("instance", instance).count("threads", threads as u64);
        let line = line.figure("cpu_s", took.cpu.as_secs_f64()).figure("wall_s", took.wall.as_secs_f64());
        match peak_mib() {
            Some(peak) => line.figure("peak_mib", peak),
            None => line.raw("peak_mib", "null"),
        }
    }

    fn raw(mut self, key: &str, value: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&format!("\"{key}\":{value}"));
        self
    }

    pub fn text(self, key: &str, value: &str) -> Self {
        let safe: String = value.chars().filter(|c| !c.is_control() && *c != '"' && *c != '\\').collect();
        self.raw(key, &format!("\"{safe}\""))
    }

    pub fn count(self, key: &str, value: u64) -> Self {
        self.raw(key, &value.to_string())
    }

    pub fn figure(self, key: &str, value: f64) -> Self {
        self.raw(key, &format!("{value:.6}"))
    }

    /// All digits that a double has.
    pub fn exact(self, key: &str, value: f64) -> Self {
        if value.is_finite() { self.raw(key, &format!("{value:e}")) } else { self.raw(key, "null") }
    }

    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// The name of an instance: the names of its files without folders and endings.
pub fn name(paths: &[std::path::PathBuf]) -> String {
    let stem = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.trim_end_matches(".gz").trim_end_matches(".gr").to_owned()
    };
    paths.iter().map(stem).collect::<Vec<_>>().join("+")
}
