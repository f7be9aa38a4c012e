//! What comes back empty, in the report.

use super::page::{heads, row};
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use crate::text::empties::{KINDS, MOVES, kind, moved, said};
use keruen_results::flow::EmptiesFlow;

/// Most moves shown.
const MOST: usize = 15;

/// Tables of kinds and moves, and what is said beside them.
pub(super) fn empties(v: Voice<'_>, e: &EmptiesFlow) -> String {
    let table = |names: &[&str], rows: Vec<Vec<String>>| {
        let line = |cells: Vec<String>| row(names, "", &cells.iter().map(|c| escape(c)).collect::<Vec<_>>());
        format!("{}{}</tbody></table></div>", heads(v, names), rows.into_iter().map(line).collect::<String>())
    };
    let mut out = format!("<h4>{}</h4>", escape(&say!(v, "empties-title")));
    out += &table(&KINDS, e.kinds.iter().map(|k| kind(v, k)).collect());
    out += &table(&MOVES, e.moves.iter().take(MOST).map(|m| moved(v, m)).collect());
    said(v, e).iter().for_each(|line| out += &format!("<p>{}</p>", escape(line)));
    out
}
