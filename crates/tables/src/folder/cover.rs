//! `corridor.toml`: what stands on the cover.

use super::names::{COVER, whole};
use keruen_model::cell::is_id;
use keruen_model::{Currency, Date, Fault, Meta};

/// Reads the cover. Whatever is wrong is a fault, and the default stands in its place.
pub(super) fn read(bytes: &[u8], faults: &mut Vec<Fault>) -> Meta {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(e) => {
            let line = line_of(bytes, e.valid_up_to());
            let message = format!("byte 0x{:02X} at {} of the file is not UTF-8", bytes[e.valid_up_to()], e.valid_up_to());
            faults.push(at(line, "", "", "encoding", message, "save the file as UTF-8"));
            return Meta::default();
        }
    };
    let meta: Meta = match toml::from_str(text) {
        Ok(meta) => meta,
        Err(e) => {
            let line = line_of(text.as_bytes(), e.span().map_or(0, |s| s.start));
            let message = e.message().lines().collect::<Vec<_>>().join(" ");
            faults.push(at(line, "", "", "cover", message, "see the reference page of corridor.toml"));
            return Meta::default();
        }
    };
    check(&meta, text, faults);
    meta
}

fn check(meta: &Meta, text: &str, faults: &mut Vec<Fault>) {
    let line = |key: &str| text.lines().position(|l| l.trim_start().starts_with(key)).map_or(1, |i| i as u32 + 1);
    if !is_id(&meta.id) {
        faults.push(at(line("id"), "id", &meta.id, "cover", "an id has letters, digits, '_', '.' and '-'", ""));
    }
    if Date::parse(&meta.as_of).is_none() {
        faults.push(at(line("as_of"), "as_of", &meta.as_of, "cover", "wanted a day that exists, as YYYY-MM-DD", ""));
    }
    if Currency::parse(&meta.currency).is_none() {
        faults.push(at(
            line("currency"),
            "currency",
            &meta.currency,
            "cover",
            "wanted a code of three capital letters, as USD",
            "",
        ));
    }
}

fn at(line: u32, field: &str, value: &str, rule: &'static str, message: impl Into<String>, hint: &str) -> Fault {
    let mut fault = whole(COVER, rule, message, hint);
    fault.line = line;
    fault.table = "corridor".into();
    fault.field = field.into();
    fault.value = keruen_model::fault::shortened(value);
    fault
}

fn line_of(bytes: &[u8], offset: usize) -> u32 {
    bytes[..offset.min(bytes.len())].iter().filter(|&&b| b == b'\n').count() as u32 + 1
}
