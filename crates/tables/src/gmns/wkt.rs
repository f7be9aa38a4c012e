//! Lines as well-known text (OGC 06-103r4, section 7).

use crate::geojson::{Point, Shape};
use keruen_model::Quantity;
use std::fmt::Write;

/// Reads LINESTRING and MULTILINESTRING, with or without heights; `None` for anything else.
pub(super) fn read(text: &str) -> Option<Shape> {
    let open = text.find('(')?;
    let kind = text[..open].trim().to_ascii_uppercase();
    let body = text[open..].trim().strip_prefix('(')?.strip_suffix(')')?;
    let lines = match kind.split_whitespace().next()? {
        "LINESTRING" => vec![line(body)?],
        "MULTILINESTRING" => {
            let inner = body.trim().strip_prefix('(')?.strip_suffix(')')?;
            inner
                .split(')')
                .map(|part| line(part.trim_start_matches([',', ' ', '('])).filter(|l| !l.is_empty()))
                .collect::<Option<_>>()?
        }
        _ => return None,
    };
    Some(Shape { lines, sketch: false })
}

fn line(text: &str) -> Option<Vec<Point>> {
    let points: Option<Vec<Point>> = text.split(',').map(point).collect();
    points.filter(|p| p.len() >= 2)
}

fn point(text: &str) -> Option<Point> {
    let mut numbers = text.split_whitespace().map(keruen_model::cell::number);
    Point::new(numbers.next()??, numbers.next()??)
}

/// Writes a shape.
pub(super) fn write(shape: &Shape) -> String {
    let several = shape.lines.len() > 1;
    let mut out = String::from(if several { "MULTILINESTRING (" } else { "LINESTRING " });
    for (i, line) in shape.lines.iter().enumerate() {
        out.push_str(if i > 0 { ", (" } else { "(" });
        for (k, p) in line.iter().enumerate() {
            let _ = write!(out, "{}{} {}", if k > 0 { ", " } else { "" }, p.lon.value(), p.lat.value());
        }
        out.push(')');
    }
    if several {
        out.push(')');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["LINESTRING (50.1 40, 51 -41.25)", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 10))"] {
            assert_eq!(write(&read(text).unwrap()), text);
        }
        assert_eq!(write(&read(" linestring z(1 2 3,4 5 6) ").unwrap()), "LINESTRING (1 2, 4 5)");
    }

    #[test]
    fn other_texts_are_no_lines() {
        for text in [
            "",
            "POINT (1 2)",
            "LINESTRING (1 2)",
            "LINESTRING (1 2, x 3)",
            "LINESTRING (1 2, 300 4)",
            "LINESTRING 1 2, 3 4",
            "LINESTRING EMPTY",
            "MULTILINESTRING ((1 2, 3 4), ())",
            ")(",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
