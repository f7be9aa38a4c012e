//! Rankings of parties in the terminal and as CSV.

use super::Table;
use crate::format::csv_cell;
use crate::language::Voice;
use crate::say;
use keruen_results::forum::{Flip, ForumAnswer, JointAnswer, PartyAnswer, Reversal};

/// Scenarios named of each party's ranking.
const NAMED: usize = 3;

/// Party by party, jointly, what flips it.
pub fn forum(v: Voice<'_>, a: &ForumAnswer) -> String {
    let mut out = format!("{}\n\n{}", say!(v, "forum-parties"), parties(v, a));
    if !a.sealed.is_empty() {
        let names: Vec<String> = a.sealed.iter().map(|s| party_name(v, &s.party.name)).collect();
        out += &format!("\n{}\n", say!(v, "forum-sealed", list = names.join(", ")));
    }
    match &a.joint {
        Some(j) => out += &joint(v, a, j),
        None => out += &format!("\n{}\n", say!(v, "forum-nobody")),
    }
    out += &format!("\n{}\n\n{}", say!(v, "forum-flips"), flips(v, a));
    out += &format!("\n{}\n", reversals(v, a));
    a.notes.iter().for_each(|n| out += &format!("{}\n", v.phrase(n)));
    let draws = a.parties.first().map_or(0, |p| p.smaa.draws);
    out + &say!(v, "forum-method", draws = f64::from(draws), seed = a.seed.to_string()) + "\n"
}

/// What a party is called; one of several presets carries the preset's name behind its own.
pub(crate) fn party_name(v: Voice<'_>, english: &str) -> String {
    match english.rsplit_once(" (") {
        Some((name, preset)) => format!("{} {}", v.phrase(name), v.phrase(&format!("({preset}"))),
        None => v.phrase(english),
    }
}

/// The name of a scenario.
pub(crate) fn name(v: Voice<'_>, a: &ForumAnswer, i: usize) -> String {
    a.table.alternatives.get(i).map_or(String::new(), |x| v.phrase(&x.name))
}

fn names(v: Voice<'_>, a: &ForumAnswer, list: &[usize]) -> String {
    list.iter().map(|&i| name(v, a, i)).collect::<Vec<_>>().join(", ")
}

/// Scenarios by their place.
pub(crate) fn order(ranks: impl Iterator<Item = f64>) -> Vec<usize> {
    let ranks: Vec<f64> = ranks.collect();
    let mut by: Vec<usize> = (0..ranks.len()).collect();
    by.sort_by(|&a, &b| ranks[a].total_cmp(&ranks[b]).then(a.cmp(&b)));
    by
}

fn parties(v: Voice<'_>, a: &ForumAnswer) -> String {
    let heads = ["head-party", "head-sum-first-three", "head-score", "head-promethee-first", "head-smaa-most", "head-share>"];
    let mut t = Table::said(v, &heads);
    for p in &a.parties {
        let by = order(p.sum.iter().map(|s| s.rank));
        let first: Vec<&str> = by.iter().take(NAMED).map(|&i| a.table.alternatives[i].id.as_str()).collect();
        let flow = order(p.promethee.iter().map(|f| f.rank)).first().map_or(String::new(), |&i| name(v, a, i));
        let (most, share) = most_often(p);
        t.row(vec![
            party_name(v, &p.party.name),
            first.join(" > "),
            by.first().map_or(String::new(), |&i| v.fixed(p.sum[i].score, 2)),
            flow,
            name(v, a, most),
            v.percent(share, 0),
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

const JOINT: [&str; 11] = [
    "head-proposal",
    "head-mean>",
    "head-rank>",
    "head-borda>",
    "head-rank>",
    "head-copeland>",
    "head-rank>",
    "head-largest-regret>",
    "head-whose",
    "head-first-rank>",
    "head-unbeaten",
];

fn joint(v: Voice<'_>, a: &ForumAnswer, j: &JointAnswer) -> String {
    let mut t = Table::said(v, &JOINT);
    for i in order(j.mean.iter().map(|s| s.rank)) {
        t.row(vec![
            name(v, a, i),
            v.fixed(j.mean[i].score, 2),
            v.number(j.mean[i].rank),
            v.number(j.borda[i].score),
            v.number(j.borda[i].rank),
            v.number(j.copeland[i].score),
            v.number(j.copeland[i].rank),
            v.fixed(-j.regret[i].score, 2),
            a.parties.get(j.regret_of[i]).map_or(String::new(), |p| party_name(v, &p.party.name)),
            v.percent(j.first_rank[i], 0),
            if j.pareto[i] { say!(v, "yes") } else { String::new() },
        ]);
    }
    format!("\n{}\n\n{}\n{}\n{}", say!(v, "forum-joint"), t.print(), accord(v, a, j), without(v, a, j))
}

/// How far the parties agree.
pub(crate) fn accord(v: Voice<'_>, a: &ForumAnswer, j: &JointAnswer) -> String {
    let n = a.table.alternatives.len();
    let top = if j.common_top.is_empty() { say!(v, "none") } else { names(v, a, &j.common_top) };
    let w = j.accord.map_or(String::new(), |w| say!(v, "forum-accord", w = v.fixed(w, 2)) + " ");
    let pairs = v.number((n * n.saturating_sub(1) / 2) as f64);
    w + &say!(v, "forum-agreed", agreed = v.number(j.agreed.len() as f64), pairs = pairs, list = top)
}

fn without(v: Voice<'_>, a: &ForumAnswer, j: &JointAnswer) -> String {
    let lead = |ranks: &[f64]| -> Vec<usize> {
        let best = ranks.iter().copied().fold(f64::INFINITY, f64::min);
        (0..ranks.len()).filter(|&i| ranks[i] == best).collect()
    };
    let now = lead(&j.mean.iter().map(|s| s.rank).collect::<Vec<_>>());
    let told = |party: usize, list: &[usize]| {
        say!(v, "forum-without", party = party_name(v, &a.parties[party].party.name), list = names(v, a, list)) + "\n"
    };
    let change: String = j.without.iter().filter(|w| w.mean != now).map(|w| told(w.party, &w.mean)).collect();
    if change.is_empty() { say!(v, "forum-no-one-decides") + "\n" } else { change }
}

fn flips(v: Voice<'_>, a: &ForumAnswer) -> String {
    let mut t = Table::said(v, &["head-party", "head-weight-of", "head-now>", "head-flips-at>", "head-winner"]);
    for p in &a.parties {
        let who = party_name(v, &p.party.name);
        match nearest(p) {
            Some(f) => t.row(vec![
                who,
                v.phrase(&f.what),
                v.fixed(f.weight, 2),
                f.at.map_or(String::new(), |x| v.fixed(x, 2)),
                f.winner.map_or(String::new(), |i| name(v, a, i)),
            ]),
            None => t.row(vec![who, say!(v, "forum-no-flip")]),
        }
    }
    t.print()
}

/// The flip that needs the least change.
pub(crate) fn nearest(p: &PartyAnswer) -> Option<&Flip> {
    let far = |f: &&Flip| f.at.map_or(f64::INFINITY, |x| (x - f.weight).abs());
    p.flips.iter().filter(|f| f.at.is_some()).min_by(|x, y| far(x).total_cmp(&far(y)))
}

fn reversals(v: Voice<'_>, a: &ForumAnswer) -> String {
    let (all, first) = turned(a);
    if all == 0 {
        return say!(v, "forum-reversal-none");
    }
    let count = say!(v, "forum-reversal-count", all = v.number(all as f64), first = v.number(first as f64));
    format!("{} {count}", say!(v, "forum-reversal-warning"))
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
