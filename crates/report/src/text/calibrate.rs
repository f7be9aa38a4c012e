//! The calibration in the terminal.

use super::Table;
use crate::format::number;
use keruen_results::calibrate::{CalibrateAnswer, CounterFit, Estimate, Role};

/// Counters, what moved, what the data can and cannot tell; `top` rows of each.
pub fn calibrate(a: &CalibrateAnswer, top: usize) -> String {
    let years: Vec<String> = a.years.iter().map(i32::to_string).collect();
    let w = &a.weight;
    let mut out = format!("{}, {}\n\n", a.corridor, years.join(", "));
    out += &format!(
        "{} observations, {} parameters of which the data decide {:.1}: {:.1} degrees of freedom left. Squared misses {} before, {} after; squared moves from the prior {}. {} steps; {} rows of other years moved along.\n",
        w.observations,
        w.parameters,
        w.effective_parameters,
        w.degrees_of_freedom,
        number(w.misfit_before),
        number(w.misfit_after),
        number(w.moved),
        w.steps,
        w.carried_along
    );
    out += "\nCounters\n\n";
    out += &counters(a);
    out += &format!(
        "\nLeft out, {} of {} counters open for calibration are hit; of {} that were held out, {}. What is beyond the prior is not used and counts as it is.\n",
        a.left_out_hits, a.open, a.held_out, a.held_out_hits
    );
    out += &moved(a, top);
    out += &apart(a, top);
    for n in &a.notes {
        out += &format!("{n}\n");
    }
    out
}

fn counters(a: &CalibrateAnswer) -> String {
    let mut t = Table::new(&["counter", "seen>", "before>", "", "after>", "", "left out>", "", "may be off>", ""]);
    let word = |hit: bool| if hit { "hit" } else { "miss" }.to_string();
    for c in &a.counters {
        let left = |c: &CounterFit| if c.role == Role::HeldOut { String::new() } else { number(c.left_out) };
        t.row(vec![
            c.id.clone(),
            number(c.observed),
            number(c.before),
            word(c.hit_before),
            number(c.after),
            word(c.hit_after),
            left(c),
            if c.role == Role::HeldOut { String::new() } else { word(c.hit_left_out) },
            format!("{} %", number(c.tolerance)),
            match c.role {
                Role::Used => "used",
                Role::HeldOut => "held out",
                Role::Beyond => "beyond the prior",
            }
            .into(),
        ]);
    }
    t.print()
}

fn moved(a: &CalibrateAnswer, top: usize) -> String {
    let mut rows: Vec<_> = a.estimates.iter().filter(|e| e.sd_prior > 0.0 && e.estimate != e.prior).collect();
    rows.sort_by(|x, y| {
        let size = |e: &Estimate| ((e.estimate - e.prior) / e.sd_prior).abs();
        size(y).total_cmp(&size(x)).then(x.parameter.cmp(&y.parameter))
    });
    let mut t = Table::new(&["parameter", "prior>", "low - high", "estimate>", "moved, sd>", "sd left>", ""]);
    for e in rows.iter().take(top) {
        t.row(vec![
            e.parameter.clone(),
            number(e.prior),
            format!("{} - {}", number(e.low), number(e.high)),
            number(e.estimate),
            format!("{:+.1}", (e.estimate - e.prior) / e.sd_prior),
            format!("{:.0} %", e.sd / e.sd_prior * 100.0),
            if e.at_end { "at its end" } else { "" }.into(),
        ]);
    }
    format!("\nWhat moved most ({} parameters)\n\n{}", rows.len(), t.print())
}

fn apart(a: &CalibrateAnswer, top: usize) -> String {
    let mut out = String::from("\nWhat the data know better than the prior, and how many times\n\n");
    let mut t = Table::new(&["times>", "direction, in standard deviations of the prior"]);
    for d in a.directions.iter().take(top) {
        let parts: Vec<String> = d.parts.iter().map(|(name, x)| format!("{x:+.2} {name}")).collect();
        t.row(vec![number(d.strength), parts.join("  ")]);
    }
    out += &t.print();
    if !a.alike.is_empty() {
        out += "\nSeen only together: the data know one mix of each line and nothing of the shares in it\n\n";
        for group in a.alike.iter().take(top) {
            out += &format!("  {}\n", group.join(", "));
        }
    }
    let free = a.estimates.iter().filter(|e| e.sd_prior > 0.0).count();
    out += &format!(
        "\nOf {free} parameters with a range the data move in {} directions; {} they do not see at all, and those keep their prior.\n",
        a.directions.len(),
        a.silent.len()
    );
    out
}
