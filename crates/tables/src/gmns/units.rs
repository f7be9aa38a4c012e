//! The units of a GMNS folder, from its `config.csv`.

use crate::csv::CsvReader;
use crate::error::ReadError;

/// What lengths and speeds are multiplied by to be kilometres and kilometres an hour.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Units {
    pub length: f64,
    pub speed: f64,
    pub name: String,
    /// What had to be assumed.
    pub assumed: Vec<String>,
}

/// The international mile and foot (1959).
const MILE: f64 = 1.609_344;
const FOOT: f64 = 0.000_304_8;

const LENGTHS: &[(&[&str], f64)] = &[
    (&["km", "kilometer", "kilometers", "kilometre", "kilometres"], 1.0),
    (&["mi", "mile", "miles"], MILE),
    (&["m", "meter", "meters", "metre", "metres"], 0.001),
    (&["ft", "foot", "feet"], FOOT),
];

const SPEEDS: &[(&[&str], f64)] = &[(&["kph", "kmh", "km/h", "kmph"], 1.0), (&["mph", "mi/h"], MILE), (&["m/s", "mps"], 3.6)];

/// Names under which longitude and latitude on WGS 84 go.
const WGS84: &[&str] = &["4326", "epsg:4326", "wgs84", "wgs 84", "ogc:crs84", "crs84"];

/// Reads `config.csv`; where it is missing or silent, kilometres are assumed and said so.
pub(super) fn read(bytes: Option<&[u8]>, row_bytes: usize) -> Result<Units, ReadError> {
    let mut units = Units { length: 1.0, speed: 1.0, name: String::new(), assumed: Vec::new() };
    let Some(bytes) = bytes else {
        units.assumed.push("config.csv is missing: lengths were taken as km and speeds as km/h".into());
        return Ok(units);
    };
    let cells = first_row(bytes, row_bytes)?;
    let find = |name: &str| cells.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).filter(|v| !v.is_empty());
    match find("long_length") {
        Some(word) => units.length = factor(LENGTHS, "long_length", word)?,
        None => units.assumed.push("config.csv has no long_length: lengths were taken as km".into()),
    }
    match find("speed") {
        Some(word) => units.speed = factor(SPEEDS, "speed", word)?,
        None => units.assumed.push("config.csv has no speed: speeds were taken as km/h".into()),
    }
    if let Some(crs) = find("crs").filter(|c| !WGS84.contains(&c.to_lowercase().as_str())) {
        let what = format!("crs is {crs:?}; only longitude and latitude on WGS 84 are read");
        return Err(ReadError::malformed("config.csv", 2, what, "project the coordinates to EPSG:4326"));
    }
    units.name = find("dataset_name").unwrap_or_default().into();
    Ok(units)
}

fn factor(known: &[(&[&str], f64)], column: &str, word: &str) -> Result<f64, ReadError> {
    let found = known.iter().find(|(words, _)| words.contains(&word.to_lowercase().as_str()));
    found.map(|&(_, f)| f).ok_or_else(|| {
        let all: Vec<&str> = known.iter().map(|(words, _)| words[0]).collect();
        ReadError::malformed("config.csv", 2, format!("{column} is {word:?}"), format!("write one of {}", all.join(", ")))
    })
}

/// The first row under the header, as (column, text).
fn first_row(bytes: &[u8], row_bytes: usize) -> Result<Vec<(String, String)>, ReadError> {
    let mut csv = CsvReader::new(bytes, row_bytes);
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Ok(Some(Ok(mut row))) = csv.next() {
        if !row.is_blank() {
            rows.push((0..row.len()).map(|i| row.cell(i).to_string()).collect());
        }
    }
    match &rows[..] {
        [names, values] => Ok(names.iter().cloned().zip(values.iter().cloned()).collect()),
        _ => Err(ReadError::malformed("config.csv", 1, "wanted a header and one row", "see the GMNS specification")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Units, String> {
        read(Some(text.as_bytes()), 1000).map_err(|e| e.to_string())
    }

    #[test]
    fn miles_and_kilometres_are_told_apart() {
        let us = of("dataset_name,short_length,long_length,speed,crs\nx,foot,mile,MPH,4326\n").unwrap();
        assert_eq!((us.length, us.speed, us.name.as_str(), us.assumed.len()), (MILE, MILE, "x", 0));
        let metric = of("long_length,speed,crs\nmeters,kph,EPSG:4326\n").unwrap();
        assert_eq!((metric.length, metric.speed), (0.001, 1.0));
        assert_eq!(read(None, 1000).unwrap().assumed, ["config.csv is missing: lengths were taken as km and speeds as km/h"]);
        assert_eq!(of("crs\nwgs84\n").unwrap().assumed.len(), 2);
    }

    #[test]
    fn unknown_units_are_refused() {
        assert_eq!(of("long_length\nverst\n").unwrap_err(), "config.csv:2: long_length is \"verst\"; write one of km, mi, m, ft");
        assert_eq!(of("speed\nknot\n").unwrap_err(), "config.csv:2: speed is \"knot\"; write one of kph, mph, m/s");
        assert_eq!(
            of("crs\nEPSG:3857\n").unwrap_err(),
            "config.csv:2: crs is \"EPSG:3857\"; only longitude and latitude on WGS 84 are read; project the coordinates to EPSG:4326"
        );
        assert_eq!(of("speed\n").unwrap_err(), "config.csv:1: wanted a header and one row; see the GMNS specification");
    }
}
