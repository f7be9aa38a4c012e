//! Minutes of the round table: every proposal compared, every party's ranking, where they agree and what would flip it. One page.

use super::compare::{comparison, span_cell, terms, worth_heads, worth_row};
use super::page::page;
use super::parties::{joint, party, reversals};
use crate::format::{escape, number};
use crate::language::{Language, Voice};
use keruen_results::forum::{ForumAnswer, ForumTable};
use keruen_results::round_table::{Proposal, RoundTable};
use std::fmt::Write;

/// The minutes as a page of their own.
pub fn minutes_page(r: &RoundTable, command: &str) -> String {
    let mut body = format!("<header><h1>{}</h1><p class=\"lead\">{}</p></header><main>", say::TITLE, say::LEAD);
    body += &minutes(r);
    let _ = write!(body, "<h2>{}</h2><p><code>{}</code></p></main>", say::REPEAT, escape(command));
    page(Voice::plain(Language::English), say::TITLE, &body)
}

/// Rankings alone, where no comparison stands behind the table.
pub fn forum_page(a: &ForumAnswer, command: &str) -> String {
    let mut body = format!("<header><h1>{}</h1></header><main>{}{}", say::TITLE, criteria(&a.table), rankings(a));
    let _ = write!(body, "<h2>{}</h2><p><code>{}</code></p></main>", say::REPEAT, escape(command));
    page(Voice::plain(Language::English), say::TITLE, &body)
}

/// The minutes as a part of a report.
pub(super) fn minutes(r: &RoundTable) -> String {
    let mut out = format!("<h2 id=\"proposals\">{}</h2>", say::PROPOSALS);
    out += &worth(&r.proposals);
    if let Some(p) = r.proposals.first() {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&terms(&p.compare)));
    }
    out += &criteria(&r.forum.table);
    let _ = write!(out, "<h3>{}</h3>", say::ONE_BY_ONE);
    r.proposals.iter().for_each(|p| out += &proposal(p));
    out + &rankings(&r.forum)
}

fn rankings(a: &ForumAnswer) -> String {
    let mut out = format!("<h2 id=\"parties\">{}</h2><p class=\"note\">{}</p>", say::PARTIES, say::EXAMPLE);
    out += &joint(a);
    let _ = write!(out, "<h3>{}</h3>", say::EACH);
    a.parties.iter().for_each(|p| out += &party(a, p));
    if !a.sealed.is_empty() {
        let rows: Vec<String> =
            a.sealed.iter().map(|s| format!("<li>{}: <code>{}</code></li>", escape(&s.party.name), escape(&s.hash))).collect();
        let _ = write!(out, "<h3>{}</h3><ul>{}</ul>", say::SEALED, rows.concat());
    }
    out += &reversals(a);
    a.notes.iter().for_each(|n| {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(n));
    });
    let _ = write!(out, "<p class=\"range\">{}</p>", escape(&say::methods(a)));
    out
}

fn worth(list: &[Proposal]) -> String {
    let heads: String = worth_heads().iter().map(|h| format!("<th class=\"n\">{h}</th>")).collect();
    let mut out = format!("<div class=\"scroll\"><table><thead><tr><th>{}</th>{heads}</tr></thead><tbody>", say::PROPOSAL);
    for p in list {
        if let (Some(s), Some(w)) = (p.compare.others.first(), p.compare.worth.first()) {
            out += &worth_row(&p.name, s, w);
        }
    }
    out + "</tbody></table></div>"
}

/// The table that the parties weigh: a row a criterion, so that a dozen proposals fit a page when it is turned.
fn criteria(t: &ForumTable) -> String {
    let heads: String = t.alternatives.iter().map(|a| format!("<th class=\"n\">{}</th>", escape(&a.id))).collect();
    let mut out = format!(
        "<details><summary>{}</summary><div class=\"scroll\"><table><thead><tr><th>{}</th><th>{}</th>{heads}</tr></thead><tbody>",
        say::CRITERIA,
        say::CRITERION,
        say::UNIT
    );
    for (k, c) in t.criteria.iter().enumerate() {
        let cells: String = t
            .cells
            .iter()
            .map(|row| format!("<td class=\"n\">{}</td>", row[k].as_ref().map_or_else(|| say::MISSING.into(), span_cell)))
            .collect();
        let _ = write!(
            out,
            "<tr><td>{} <span class=\"range\">{}</span></td><td>{}</td>{cells}</tr>",
            escape(&c.name),
            escape(&c.id),
            escape(&c.unit)
        );
    }
    out + "</tbody></table></div></details>"
}

fn proposal(p: &Proposal) -> String {
    let c = &p.compare;
    let against = if c.base.scenarios.is_empty() { String::new() } else { say::against(&c.base.name) };
    let gain = c.worth.first().map_or(String::new(), |w| number(w.all.mid));
    format!(
        "<details id=\"p-{}\"><summary>{}{} <span class=\"range\">{}</span></summary>{}</details>",
        escape(&p.id),
        escape(&p.name),
        escape(&against),
        escape(&say::a_year(&gain)),
        comparison(Voice::plain(Language::English), c, 4)
    )
}

/// Sentences of this view.
mod say {
    use super::ForumAnswer;

    pub const TITLE: &str = "Minutes of the round table";
    pub const LEAD: &str = "Every proposal against its base, who pays and who gains, and what the parties make of it.";
    pub const REPEAT: &str = "Repeat it";
    pub const PROPOSALS: &str = "Every proposal compared";
    pub const PROPOSAL: &str = "proposal";
    pub const ONE_BY_ONE: &str = "One by one: what changes, figure by figure, who receives what, sources";
    pub const PARTIES: &str = "What the parties make of it";
    pub const EXAMPLE: &str = "Weights of presets are examples that show the method. Nobody named here gave them: put your own party file in their place.";
    pub const EACH: &str = "Each party by its own tree";
    pub const SEALED: &str = "Sealed, without a say yet";
    pub const CRITERIA: &str = "The table that is weighed: each proposal less its base";
    pub const CRITERION: &str = "criterion";
    pub const UNIT: &str = "unit";
    pub const MISSING: &str = "not known";

    pub fn against(base: &str) -> String {
        format!(", against: {base}")
    }

    pub fn a_year(usd: &str) -> String {
        format!("{usd} USD a year")
    }

    pub fn methods(a: &ForumAnswer) -> String {
        let draws = a.parties.first().map_or(0, |p| p.smaa.draws);
        format!(
            "Methods: weighted sum of values from 0 (worst) to 1 (best); PROMETHEE II (Brans and Vincke 1985); SMAA-2 (Lahdelma and Salminen 2001), {draws} draws a party, seed {}; MAMCA layout (Macharis 2012); Borda, Copeland, minimax regret (Savage 1951). A missing value is left out of the sum, prefers nobody in PROMETHEE, and is drawn between worst and best in SMAA.",
            a.seed
        )
    }
}
