//! The parts of a comparison that rest on draws or on replications that all sides share.

use super::Table;
use super::compare::side_id;
use super::simulate::band;
use crate::language::Voice;
use crate::say;
use keruen_results::compare::{Cell, CompareAnswer, Sign, Simulated, SimulatedFigure};
use keruen_results::forum::Span;
use keruen_results::paired::Difference;

/// A difference; with draws, its low and high end and whether its sign holds.
pub(super) fn change(v: Voice<'_>, c: &Cell) -> String {
    let Some(d) = c.difference else { return String::new() };
    match c.sign {
        Some(sign) => drawn(v, &d, sign),
        None => signed(v, d.mid),
    }
}

/// `middle (low to high), sure`, or the share of the draws with its sign.
pub(crate) fn drawn(v: Voice<'_>, d: &Span, sign: Sign) -> String {
    if d.low == 0.0 && d.high == 0.0 {
        return v.number(0.0);
    }
    format!("{} ({}), {}", signed(v, d.mid), v.low_to_high(d.low, d.high), holds(v, sign))
}

/// Whether a sign holds.
fn holds(v: Voice<'_>, sign: Sign) -> String {
    if sign.sure { say!(v, "together-sure") } else { say!(v, "together-share", share = v.percent(sign.share, 0)) }
}

fn signed(v: Voice<'_>, x: f64) -> String {
    if x > 0.0 { format!("+{}", v.number(x)) } else { v.number(x) }
}

/// A simulated difference with half of its interval, and whether that leaves out nothing.
pub(crate) fn simulated_cell(v: Voice<'_>, d: Option<&Difference>) -> String {
    let Some(d) = d else { return "-".into() };
    let sure = if d.sure { format!(", {}", say!(v, "together-sure")) } else { String::new() };
    let plus = if d.difference.mean > 0.0 { "+" } else { "" };
    format!("{plus}{}{sure}", band(v, d.difference))
}

/// What the draws were, and what each other is worth a year over them; nothing where none were asked for.
pub(super) fn sample(v: Voice<'_>, a: &CompareAnswer) -> String {
    let Some(words) = sample_words(v, a) else { return String::new() };
    let mut t = Table::said(v, &["", "head-together-worth>"]);
    for (s, w) in a.others.iter().zip(&a.worth) {
        t.row(vec![s.id.clone(), w.drawn.map_or("-".into(), |d| drawn(v, &d.span, d.sign))]);
    }
    format!("\n{words}\n\n{}", t.print())
}

/// What the draws were and how their ends are read.
pub(crate) fn sample_words(v: Voice<'_>, a: &CompareAnswer) -> Option<String> {
    let s = a.sample?;
    let drawn =
        say!(v, "together-sample", draws = s.draws, parameters = s.parameters, seed = s.seed.to_string(), failed = s.failed);
    Some(format!("{drawn} {}", say!(v, "together-sign")))
}

/// Simulations of all sides; nothing where none were asked for. `top` figures beside the headlines.
pub(super) fn simulated(v: Voice<'_>, a: &CompareAnswer, top: usize) -> String {
    let Some(s) = &a.simulated else { return String::new() };
    let mut head = vec![say!(v, "head-together-figure"), say!(v, "head-together-unit"), format!("{}>", side_id(v, &a.base))];
    head.extend(a.others.iter().map(|o| format!("{} - {}>", side_id(v, o), side_id(v, &a.base))));
    let mut t = Table::new(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for f in shown(s, top) {
        let mut row = vec![v.phrase(&f.what), unit(v, f), band(v, f.base)];
        row.extend(f.others.iter().map(|d| simulated_cell(v, d.as_ref())));
        t.row(row);
    }
    format!("\n{}\n\n{}\n{}\n", simulated_words(v, s), t.print(), say!(v, "together-interval"))
}

/// Which days, how often, with which luck.
pub(crate) fn simulated_words(v: Voice<'_>, s: &Simulated) -> String {
    say!(
        v,
        "together-simulated",
        first = v.day(&s.first),
        last = v.day(&s.last),
        replications = s.replications,
        seed = s.seed.to_string()
    )
}

/// The unit in words of the language.
pub(crate) fn unit(v: Voice<'_>, f: &SimulatedFigure) -> String {
    v.unit(&f.unit)
}

/// Headlines, and the figures that change most surely.
pub(crate) fn shown(s: &Simulated, top: usize) -> impl Iterator<Item = &SimulatedFigure> {
    let headlines = s.figures.iter().take_while(|f| f.headline).count();
    s.figures.iter().take(headlines.saturating_add(top))
}
