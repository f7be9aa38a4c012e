//! The only place that prints. Data goes to stdout, words to stderr; a reader that closes the pipe is no fault.

use crate::exit::{Ended, Exit};
use keruen_report::language::{Language, Voice};
use keruen_report::say;
use std::io::{IsTerminal, Write};

/// Prints.
pub struct Printer {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether a person watches stderr.
    pub watched: bool,
    /// Language of words.
    pub language: Language,
}

/// Columns where no terminal tells them.
const WIDTH: usize = 100;

impl Printer {
    /// Looks at the terminal once.
    pub fn new() -> Printer {
        let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        Printer { width: columns.unwrap_or(WIDTH), watched: std::io::stderr().is_terminal(), language: Language::English }
    }

    /// Speaks the language asked for: by the flag, else by `KERUEN_LANG`.
    pub fn speak(&mut self, flag: Option<&str>) -> Result<(), Ended> {
        let wish = flag.map(str::to_string).or_else(|| std::env::var("KERUEN_LANG").ok().filter(|l| !l.is_empty()));
        let Some(code) = wish else { return Ok(()) };
        let codes = Language::ALL.map(Language::code).join(", ");
        self.language = Language::parse(&code)
            .ok_or_else(|| Ended::input(format!("error: KERUEN_LANG={code:?} is no language of Keruen; it speaks {codes}")))?;
        Ok(())
    }

    /// A message line by line in the language spoken: our own sentences; faults of tables stay as they are written.
    pub fn told(&self, message: &str) -> String {
        let v = Voice::plain(self.language);
        let line = |l: &str| match l.strip_prefix("error: ") {
            Some(what) => say!(v, "error", what = behind_its_file(v, what)),
            None => v.phrase(l),
        };
        message.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    /// A remark.
    pub fn note(&self, text: String) {
        self.say(&say!(Voice::plain(self.language), "note", text = text));
    }

    /// Data.
    pub fn print(&self, text: &str) -> Result<(), Ended> {
        let mut out = std::io::stdout().lock();
        match out
            .write_all(text.as_bytes())
            .and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") })
            .and_then(|()| out.flush())
        {
            Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Err(Ended { exit: Exit::Answered, message: String::new() }),
            Err(e) => Err(Ended { exit: Exit::OurFault, message: format!("error: cannot write to stdout: {e}") }),
            Ok(()) => Ok(()),
        }
    }

    /// A value as JSON.
    pub fn json<T: serde::Serialize>(&self, value: &T) -> Result<(), Ended> {
        self.print(&serde_json::to_string_pretty(value).map_err(Ended::ours)?)
    }

    /// Words.
    pub fn say(&self, text: &str) {
        if !text.is_empty() {
            // Nobody can be told that stderr is closed.
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }
}

/// A sentence, or one behind the file, and the line, that it speaks of: `out/new/link.csv:3: ...`.
fn behind_its_file(v: Voice<'_>, what: &str) -> String {
    match what.split_once(": ") {
        Some((file, why)) if !file.contains(' ') && !v.knows(what) && v.knows(why) => format!("{file}: {}", v.phrase(why)),
        _ => v.phrase(what),
    }
}
