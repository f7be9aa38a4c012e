//! The calibration in the terminal.

use super::Table;
use super::flow::NAMED;
use crate::language::Voice;
use crate::say;
use keruen_results::calibrate::{CalibrateAnswer, CounterFit, Estimate, Role};

/// Counters, what moved, what the data can and cannot tell; `top` rows of each.
pub fn calibrate(v: Voice<'_>, a: &CalibrateAnswer, top: usize) -> String {
    let years: Vec<String> = a.years.iter().map(i32::to_string).collect();
    let mut out = format!("{}, {}\n\n{}\n", a.corridor, years.join(", "), weight(v, a));
    out += &format!("\n{}\n\n{}", say!(v, "calibrate-counters"), counters(v, a));
    let hits = say!(
        v,
        "calibrate-hits",
        left = a.left_out_hits.to_string(),
        open = a.open.to_string(),
        held = a.held_out.to_string(),
        hits = a.held_out_hits.to_string()
    );
    out += &format!("\n{hits}\n");
    out += &moved(v, a, top);
    out += &apart(v, a, top);
    a.notes.iter().for_each(|n| out += &format!("{}\n", v.phrase(n)));
    out
}

fn weight(v: Voice<'_>, a: &CalibrateAnswer) -> String {
    let w = &a.weight;
    say!(
        v,
        "calibrate-weight",
        observations = w.observations.to_string(),
        parameters = w.parameters.to_string(),
        decided = v.fixed(w.effective_parameters, 1),
        freedom = v.fixed(w.degrees_of_freedom, 1),
        before = v.number(w.misfit_before),
        after = v.number(w.misfit_after),
        moved = v.number(w.moved),
        steps = w.steps.to_string(),
        along = w.carried_along.to_string()
    )
}

fn counters(v: Voice<'_>, a: &CalibrateAnswer) -> String {
    let heads = [
        "head-counter",
        "head-what",
        "head-seen>",
        "head-before>",
        "",
        "head-after>",
        "",
        "head-left-out>",
        "",
        "head-may-be-off>",
        "",
    ];
    let mut t = Table::said(v, &heads);
    let word = |hit: bool| if hit { say!(v, "hit") } else { say!(v, "miss") };
    for c in &a.counters {
        let left = |c: &CounterFit| if c.role == Role::HeldOut { String::new() } else { v.number(c.left_out) };
        t.row(vec![
            c.id.clone(),
            v.name(&c.name).chars().take(NAMED).collect(),
            v.number(c.observed),
            v.number(c.before),
            word(c.hit_before),
            v.number(c.after),
            word(c.hit_after),
            left(c),
            if c.role == Role::HeldOut { String::new() } else { word(c.hit_left_out) },
            v.in_percent(v.number(c.tolerance)),
            role(v, c.role),
        ]);
    }
    t.print()
}

/// What an observation was for.
pub(crate) fn role(v: Voice<'_>, role: Role) -> String {
    match role {
        Role::Used => say!(v, "flow-role-used"),
        Role::HeldOut => say!(v, "flow-role-held-out"),
        Role::Beyond => say!(v, "flow-role-beyond"),
    }
}

fn moved(v: Voice<'_>, a: &CalibrateAnswer, top: usize) -> String {
    let mut rows: Vec<_> = a.estimates.iter().filter(|e| e.sd_prior > 0.0 && e.estimate != e.prior).collect();
    rows.sort_by(|x, y| {
        let size = |e: &Estimate| ((e.estimate - e.prior) / e.sd_prior).abs();
        size(y).total_cmp(&size(x)).then(x.parameter.cmp(&y.parameter))
    });
    let heads = ["head-parameter", "head-prior>", "head-low-high", "head-estimate>", "head-moved-sd>", "head-sd-left>", ""];
    let mut t = Table::said(v, &heads);
    for e in rows.iter().take(top) {
        t.row(vec![
            e.parameter.clone(),
            v.number(e.prior),
            format!("{} - {}", v.number(e.low), v.number(e.high)),
            v.number(e.estimate),
            v.signed((e.estimate - e.prior) / e.sd_prior, 1),
            v.percent(e.sd / e.sd_prior, 0),
            if e.at_end { say!(v, "calibrate-at-end") } else { String::new() },
        ]);
    }
    format!("\n{}\n\n{}", say!(v, "calibrate-moved", count = rows.len()), t.print())
}

fn apart(v: Voice<'_>, a: &CalibrateAnswer, top: usize) -> String {
    let mut out = format!("\n{}\n\n", say!(v, "calibrate-directions"));
    let mut t = Table::said(v, &["head-times>", "head-direction-sd"]);
    for d in a.directions.iter().take(top) {
        let parts: Vec<String> = d.parts.iter().map(|(name, x)| format!("{} {name}", v.signed(*x, 2))).collect();
        t.row(vec![v.number(d.strength), parts.join("  ")]);
    }
    out += &t.print();
    if !a.alike.is_empty() {
        out += &format!("\n{}\n\n", say!(v, "calibrate-together"));
        a.alike.iter().take(top).for_each(|group| out += &format!("  {}\n", group.join(", ")));
    }
    let free = a.estimates.iter().filter(|e| e.sd_prior > 0.0).count();
    let silent = say!(
        v,
        "calibrate-silent",
        free = free.to_string(),
        directions = a.directions.len().to_string(),
        silent = a.silent.len().to_string()
    );
    out + &format!("\n{silent}\n")
}
