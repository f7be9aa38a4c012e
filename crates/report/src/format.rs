//! Numbers and spans as people read them.

/// `1234567.8` -> `1 234 568`, with a thin space that does not break.
pub fn thousands(value: f64) -> String {
    let rounded = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (i, c) in rounded.chars().enumerate() {
        if i > 0 && (rounded.len() - i).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(c);
    }
    if value < 0.0 && rounded != "0" { format!("\u{2212}{out}") } else { out }
}

/// Three significant digits for small values, whole numbers for large ones.
pub fn number(value: f64) -> String {
    // Minus zero, the sum of nothing, is zero.
    let value = value + 0.0;
    let size = value.abs();
    if value < 0.0 {
        format!("\u{2212}{}", number(size))
    } else if size >= 1000.0 {
        thousands(value)
    } else if size >= 100.0 || (value - value.round()).abs() < 1e-9 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else if size >= 0.01 || value == 0.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.2e}")
    }
}

/// Hours as `35 min`, `6.4 h` or `12.3 d`; microseconds and milliseconds for light.
pub fn hours(h: f64) -> String {
    let ms = h * 3.6e6;
    match h {
        _ if h == 0.0 => "0 h".into(),
        _ if ms < 1000.0 => format!("{ms:.1} ms"),
        _ if h < 1.0 => format!("{:.0} min", h * 60.0),
        _ if h < 48.0 => format!("{h:.1} h"),
        _ => format!("{:.1} d", h / 24.0),
    }
}

/// `low to high`, or one number where they print alike.
pub fn range(low: f64, high: f64) -> String {
    let (a, b) = (number(low), number(high));
    if a == b { a } else { format!("{a} to {b}") }
}

/// A cell of a CSV file, in quotes where it would read back otherwise.
pub fn csv_cell(text: &str) -> String {
    let edge = |c: char| c == ' ' || c == '\t';
    let quotes = text.contains([',', '"', '\n', '\r']) || text.starts_with(edge) || text.ends_with(edge);
    if quotes { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_string() }
}

/// Text safe inside HTML and attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A link only where it is http or https: a table cannot smuggle a script into a page.
pub fn href(url: &str) -> Option<String> {
    (url.starts_with("https://") || url.starts_with("http://")).then(|| escape(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(thousands(1_234_567.8), "1\u{202f}234\u{202f}568");
        assert_eq!(thousands(-950.0), "\u{2212}950");
        assert_eq!(
            (number(0.0), number(12.34), number(3.0), number(0.001)),
            ("0".into(), "12.3".into(), "3".into(), "1.00e-3".into())
        );
    }

    #[test]
    fn spans_choose_their_unit() {
        assert_eq!(
            [hours(0.5), hours(30.0), hours(100.0), hours(37.05 / 3.6e6)],
            ["30 min", "30.0 h", "4.2 d", "37.0 ms"].map(String::from)
        );
    }

    #[test]
    fn only_web_links_become_links() {
        assert_eq!(href("javascript:alert(1)"), None);
        assert_eq!(href("https://a/?x=1&y=\"2\""), Some("https://a/?x=1&amp;y=&quot;2&quot;".into()));
    }
}
