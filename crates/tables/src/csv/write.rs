//! Cells as text that reads back equal.

/// Appends one cell, in quotes where it would read back otherwise.
pub fn push_cell(out: &mut String, text: &str) {
    let edge = |c: char| c == ' ' || c == '\t';
    let quotes = text.contains([',', '"', '\n', '\r']) || text.starts_with(edge) || text.ends_with(edge);
    if !quotes {
        out.push_str(text);
        return;
    }
    out.push('"');
    for (i, part) in text.split('"').enumerate() {
        if i > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_only_where_needed() {
        let mut out = String::new();
        for text in ["plain", "a,b", "say \"so\"", " edge", "two\nlines", ""] {
            push_cell(&mut out, text);
            out.push('|');
        }
        assert_eq!(out, "plain|\"a,b\"|\"say \"\"so\"\"\"|\" edge\"|\"two\nlines\"||");
    }
}
