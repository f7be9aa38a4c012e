//! Rankings of parties in the terminal and as CSV.

use super::Table;
use crate::format::{csv_cell, number};
use keruen_results::forum::{Flip, ForumAnswer, JointAnswer, PartyAnswer, Reversal};

/// Scenarios named of each party's ranking.
const NAMED: usize = 3;

/// Party by party, jointly, what flips it.
pub fn forum(a: &ForumAnswer) -> String {
    let mut out = String::from(say::PARTIES);
    out += &parties(a);
    if !a.sealed.is_empty() {
        out += &say::sealed(&a.sealed.iter().map(|s| s.party.name.as_str()).collect::<Vec<_>>());
    }
    match &a.joint {
        Some(j) => out += &joint(a, j),
        None => out += say::NOBODY,
    }
    out += say::FLIPS;
    out += &flips(a);
    out += &say::reversals(&turned(a));
    for n in &a.notes {
        out += &format!("{n}\n");
    }
    out + &say::method(a)
}

fn name(a: &ForumAnswer, i: usize) -> &str {
    a.table.alternatives.get(i).map_or("", |x| &x.name)
}

/// Scenarios by their place.
pub(crate) fn order(ranks: impl Iterator<Item = f64>) -> Vec<usize> {
    let ranks: Vec<f64> = ranks.collect();
    let mut by: Vec<usize> = (0..ranks.len()).collect();
    by.sort_by(|&a, &b| ranks[a].total_cmp(&ranks[b]).then(a.cmp(&b)));
    by
}

fn parties(a: &ForumAnswer) -> String {
    let mut t =
        Table::new(&["party", "weighted sum: first three", "score", "PROMETHEE II: first", "SMAA: most often first", "share>"]);
    for p in &a.parties {
        let by = order(p.sum.iter().map(|s| s.rank));
        let first: Vec<&str> = by.iter().take(NAMED).map(|&i| a.table.alternatives[i].id.as_str()).collect();
        let flow = order(p.promethee.iter().map(|f| f.rank)).first().map_or("", |&i| name(a, i)).to_string();
        let (most, share) = most_often(p);
        t.row(vec![
            p.party.name.clone(),
            first.join(" > "),
            by.first().map_or(String::new(), |&i| format!("{:.2}", p.sum[i].score)),
            flow,
            name(a, most).into(),
            format!("{:.0} %", share * 100.0),
        ]);
    }
    t.print()
}

/// The scenario that is most often first, and how often.
pub(crate) fn most_often(p: &PartyAnswer) -> (usize, f64) {
    let first = |i: usize| p.smaa.acceptability[i].first().copied().unwrap_or(0.0);
    let best = (0..p.smaa.acceptability.len()).max_by(|&x, &y| first(x).total_cmp(&first(y)).then(y.cmp(&x))).unwrap_or(0);
    (best, if p.smaa.acceptability.is_empty() { 0.0 } else { first(best) })
}

fn joint(a: &ForumAnswer, j: &JointAnswer) -> String {
    let mut t = Table::new(&[
        "scenario",
        "mean>",
        "place>",
        "Borda>",
        "place>",
        "Copeland>",
        "place>",
        "largest regret>",
        "whose",
        "first for>",
        "unbeaten",
    ]);
    for i in order(j.mean.iter().map(|s| s.rank)) {
        t.row(vec![
            name(a, i).into(),
            format!("{:.2}", j.mean[i].score),
            number(j.mean[i].rank),
            number(j.borda[i].score),
            number(j.borda[i].rank),
            number(j.copeland[i].score),
            number(j.copeland[i].rank),
            format!("{:.2}", -j.regret[i].score),
            a.parties.get(j.regret_of[i]).map_or(String::new(), |p| p.party.name.clone()),
            format!("{:.0} %", j.first_rank[i] * 100.0),
            if j.pareto[i] { say::YES.into() } else { String::new() },
        ]);
    }
    let top: Vec<&str> = j.common_top.iter().map(|&i| name(a, i)).collect();
    format!(
        "{}{}{}{}",
        say::JOINT,
        t.print(),
        say::accord(j.accord, j.agreed.len(), a.table.alternatives.len(), &top),
        without(a, j)
    )
}

fn without(a: &ForumAnswer, j: &JointAnswer) -> String {
    let lead = |ranks: &[f64]| -> Vec<usize> {
        let best = ranks.iter().copied().fold(f64::INFINITY, f64::min);
        (0..ranks.len()).filter(|&i| ranks[i] == best).collect()
    };
    let now = lead(&j.mean.iter().map(|s| s.rank).collect::<Vec<_>>());
    let change: Vec<String> = j
        .without
        .iter()
        .filter(|w| w.mean != now)
        .map(|w| say::without(&a.parties[w.party].party.name, &w.mean.iter().map(|&i| name(a, i)).collect::<Vec<_>>()))
        .collect();
    if change.is_empty() { say::NO_ONE_DECIDES.into() } else { change.concat() }
}

fn flips(a: &ForumAnswer) -> String {
    let mut t = Table::new(&["party", "weight of", "now>", "flips at>", "to"]);
    for p in &a.parties {
        let near = |f: &&Flip| f.at.map_or(f64::INFINITY, |x| (x - f.weight).abs());
        if let Some(f) = p.flips.iter().filter(|f| f.at.is_some()).min_by(|x, y| near(x).total_cmp(&near(y))) {
            t.row(vec![
                p.party.name.clone(),
                f.what.clone(),
                format!("{:.2}", f.weight),
                f.at.map_or(String::new(), |x| format!("{x:.2}")),
                f.winner.map_or(String::new(), |i| name(a, i).into()),
            ]);
        } else {
            t.row(vec![p.party.name.clone(), say::NO_FLIP.into()]);
        }
    }
    t.print()
}

/// How many pairs turn, and in how many the first place of a party or of all is one of the two.
fn turned(a: &ForumAnswer) -> (usize, usize) {
    let leads = |ranks: &mut dyn Iterator<Item = f64>, r: &Reversal| ranks.nth(r.first) == Some(1.0);
    let party = a.parties.iter().flat_map(|p| p.reversals.iter().map(move |r| leads(&mut p.sum.iter().map(|s| s.rank), r)));
    let joint = a.joint.iter().flat_map(|j| j.reversals.iter().map(move |r| leads(&mut j.mean.iter().map(|s| s.rank), r)));
    party.chain(joint).fold((0, 0), |(all, first), lead| (all + 1, first + usize::from(lead)))
}

/// One row a party and scenario.
pub fn forum_csv(a: &ForumAnswer) -> String {
    let mut out = String::from("party,scenario,score,low,high,rank,net_flow,rank_promethee,first_share\n");
    for p in &a.parties {
        for (i, s) in a.table.alternatives.iter().enumerate() {
            let (x, f) = (&p.sum[i], &p.promethee[i]);
            let first = p.smaa.acceptability[i].first().copied().unwrap_or(0.0);
            let cells = [csv_cell(&p.party.id), csv_cell(&s.id)];
            let numbers = [x.score, x.low, x.high, x.rank, f.net, f.rank, first].map(|v| v.to_string());
            out += &format!("{},{}\n", cells.join(","), numbers.join(","));
        }
    }
    out
}

/// Sentences of this view.
mod say {
    use super::ForumAnswer;

    pub const PARTIES: &str = "What each party puts first\n\n";
    pub const JOINT: &str = "\nAll together\n\n";
    pub const FLIPS: &str = "\nThe nearest weight that gives another winner, the others in proportion\n\n";
    pub const NOBODY: &str = "\nNo party with a voice has shown its weights yet.\n";
    pub const NO_FLIP: &str = "no single weight changes the winner";
    pub const NO_ONE_DECIDES: &str = "No single party decides: leaving any one out keeps the first place of the mean.\n";
    pub const YES: &str = "yes";

    pub fn sealed(names: &[&str]) -> String {
        format!("\nStill sealed, without a say: {}\n", names.join(", "))
    }

    pub fn accord(w: Option<f64>, agreed: usize, n: usize, top: &[&str]) -> String {
        let w = w.map_or(String::new(), |w| format!("Accord (Kendall's W) {w:.2}. "));
        let top = if top.is_empty() { "none".into() } else { top.join(", ") };
        format!(
            "\n{w}{agreed} of {} pairs are seen alike by all. Among the first three of every party: {top}.\n",
            n * (n - 1) / 2
        )
    }

    pub fn without(party: &str, winners: &[&str]) -> String {
        format!("Without {party}, the mean puts first: {}\n", winners.join(", "))
    }

    pub fn reversals((all, first): &(usize, usize)) -> String {
        if *all == 0 {
            return "\nNo rank reversal: leaving out any one scenario keeps the order of all others.\n".into();
        }
        format!(
            "\nWarning, rank reversal: {all} times the order of two scenarios turns when a third is left out, {first} times that of the first place. Ends of scale of one's own (worst, best) prevent it.\n"
        )
    }

    pub fn method(a: &ForumAnswer) -> String {
        let draws = a.parties.first().map_or(0, |p| p.smaa.draws);
        format!("{draws} draws a party, seed {}. Preset weights are examples, not positions of anybody.\n", a.seed)
    }
}
