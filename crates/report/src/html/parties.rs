//! Rankings of parties as a part of the minutes.

use super::page::{row, table};
use crate::chart::acceptability_svg;
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use crate::text::{accord, most_often, nearest, order, party_name};
use keruen_results::forum::{Branch, Flip, ForumAnswer, JointAnswer, PartyAnswer, Scored};
use std::fmt::Write;

fn name(v: Voice<'_>, a: &ForumAnswer, i: usize) -> String {
    escape(&crate::text::name(v, a, i))
}

fn names(v: Voice<'_>, a: &ForumAnswer, list: &[usize], between: &str) -> String {
    list.iter().map(|&i| name(v, a, i)).collect::<Vec<_>>().join(between)
}

/// All together: overview, joint ranking, accord, what hangs on one party.
pub(super) fn joint(v: Voice<'_>, a: &ForumAnswer) -> String {
    let mut out = overview(v, a);
    let Some(j) = &a.joint else { return format!("{out}<p>{}</p>", escape(&say!(v, "forum-nobody"))) };
    let _ = write!(out, "<h3>{}</h3>{}", escape(&say!(v, "forum-joint")), joint_table(v, a, j));
    let _ = write!(out, "<p>{}</p>", escape(&accord(v, a, j)));
    out += &agreed(v, a, j);
    out + &without(v, a, j)
}

const OVERVIEW: [&str; 5] = ["head-party", "head-sum-first-three", "head-promethee-first", "head-smaa-most", "head-what-flips"];

fn overview(v: Voice<'_>, a: &ForumAnswer) -> String {
    let one = |p: &PartyAnswer| {
        let three: Vec<usize> = order(p.sum.iter().map(|s| s.rank)).into_iter().take(3).collect();
        let flow = order(p.promethee.iter().map(|f| f.rank)).first().map_or(String::new(), |&i| name(v, a, i));
        let (most, share) = most_often(p);
        let who = escape(&party_name(v, &p.party.name));
        let cells = [
            format!("<a href=\"#party-{}\">{who}</a>", escape(&p.party.id)),
            names(v, a, &three, " &gt; "),
            flow,
            format!("{} <span class=\"range\">{}</span>", name(v, a, most), v.percent(share, 0)),
            nearest(p).map_or_else(|| escape(&say!(v, "forum-no-flip")), |f| flip(v, a, f)),
        ];
        row(&OVERVIEW, "", &cells)
    };
    table(v, &OVERVIEW, &a.parties.iter().map(one).collect::<String>())
}

fn flip(v: Voice<'_>, a: &ForumAnswer, f: &Flip) -> String {
    let winner = f.winner.map_or(String::new(), |i| crate::text::name(v, a, i));
    let (now, at) = (v.percent(f.weight, 0), v.percent(f.at.unwrap_or_default(), 0));
    escape(&say!(v, "forum-flip", what = what(v, a, &f.what), now = now, at = at, winner = winner))
}

/// What is weighed: a criterion, or a party among the others.
fn what(v: Voice<'_>, a: &ForumAnswer, id: &str) -> String {
    let party = a.parties.iter().find(|p| p.party.id == id);
    party.map_or_else(|| v.phrase(id), |p| party_name(v, &p.party.name))
}

/// A score with both of its ends.
fn scored(v: Voice<'_>, s: &Scored) -> String {
    let ends = say!(v, "low-to-high", low = v.fixed(s.low, 2), high = v.fixed(s.high, 2));
    format!("{}<br><span class=\"range\">{ends}</span>", v.fixed(s.score, 2))
}

const JOINT: [&str; 9] = [
    "head-proposal",
    "head-mean>",
    "head-rank>",
    "head-borda-rank>",
    "head-copeland-rank>",
    "head-largest-regret>",
    "head-whose",
    "head-first-rank>",
    "head-unbeaten",
];

fn joint_table(v: Voice<'_>, a: &ForumAnswer, j: &JointAnswer) -> String {
    let placed = |s: &Scored| format!("{} ({})", v.number(s.score), v.number(s.rank));
    let one = |i: usize| {
        let cells = [
            name(v, a, i),
            scored(v, &j.mean[i]),
            v.number(j.mean[i].rank),
            placed(&j.borda[i]),
            placed(&j.copeland[i]),
            v.fixed(-j.regret[i].score, 2),
            a.parties.get(j.regret_of[i]).map_or(String::new(), |p| escape(&party_name(v, &p.party.name))),
            v.percent(j.first_rank[i], 0),
            if j.pareto[i] { escape(&say!(v, "yes")) } else { String::new() },
        ];
        row(&JOINT, "", &cells)
    };
    table(v, &JOINT, &order(j.mean.iter().map(|s| s.rank)).into_iter().map(one).collect::<String>())
}

fn agreed(v: Voice<'_>, a: &ForumAnswer, j: &JointAnswer) -> String {
    if j.agreed.is_empty() {
        return String::new();
    }
    let items: String = j.agreed.iter().map(|&(x, y)| format!("<li>{}</li>", names(v, a, &[x, y], " &gt; "))).collect();
    format!("<details><summary>{}</summary><ul>{items}</ul></details>", escape(&say!(v, "forum-agreed-pairs")))
}

const WITHOUT: [&str; 6] = ["head-without", "head-mean", "head-borda", "head-copeland", "head-regret", "head-voice-flip"];

fn without(v: Voice<'_>, a: &ForumAnswer, j: &JointAnswer) -> String {
    let rows = j.without.iter().map(|w| {
        let voice = j.flips.get(w.party).filter(|f| f.at.is_some());
        let cells = [
            escape(&party_name(v, &a.parties[w.party].party.name)),
            names(v, a, &w.mean, ", "),
            names(v, a, &w.borda, ", "),
            names(v, a, &w.copeland, ", "),
            names(v, a, &w.regret, ", "),
            voice.map_or_else(|| escape(&say!(v, "forum-no-flip")), |f| flip(v, a, f)),
        ];
        row(&WITHOUT, "", &cells)
    });
    format!("<h3>{}</h3>{}", escape(&say!(v, "forum-hangs")), table(v, &WITHOUT, &rows.collect::<String>()))
}

/// One party: tree, ranking, acceptability, flips.
pub(super) fn party(v: Voice<'_>, a: &ForumAnswer, p: &PartyAnswer) -> String {
    let who = party_name(v, &p.party.name);
    let mut out = format!(
        "<details id=\"party-{}\"><summary>{}</summary><p>{}</p>",
        escape(&p.party.id),
        escape(&who),
        escape(&v.phrase(&p.note))
    );
    if !p.source.is_empty() {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&p.source.join(", ")));
    }
    out += &tree(v, a, p);
    out += &ranking(v, a, p);
    let by = order(p.sum.iter().map(|s| s.rank));
    let shares = |i: &usize| (crate::text::name(v, a, *i), p.smaa.acceptability[*i].clone());
    let rows: Vec<(String, Vec<f64>)> = by.iter().map(shares).collect();
    let chart = acceptability_svg(v, &say!(v, "forum-acceptability", party = who), &rows);
    let _ = write!(out, "<h4>{}</h4>{chart}", escape(&say!(v, "forum-rank-acceptability")));
    let _ = write!(out, "<h4>{}</h4><ul>{}</ul></details>", escape(&say!(v, "forum-weights")), flips(v, a, p));
    out
}

fn flips(v: Voice<'_>, a: &ForumAnswer, p: &PartyAnswer) -> String {
    let stays = |f: &Flip| escape(&say!(v, "forum-stays", what = what(v, a, &f.what), now = v.percent(f.weight, 0)));
    let one = |f: &Flip| format!("<li>{}</li>", if f.at.is_some() { flip(v, a, f) } else { stays(f) });
    p.flips.iter().map(one).collect()
}

const TREE: [&str; 7] =
    ["head-branch", "head-criterion", "head-better", "head-party-weight>", "head-given-as", "head-worst>", "head-best>"];

fn tree(v: Voice<'_>, a: &ForumAnswer, p: &PartyAnswer) -> String {
    let one = |b: &Branch| {
        let criterion = a.table.criteria.iter().find(|c| c.id == b.criterion);
        let ends = if b.scale_of_table { say!(v, "forum-of-table") } else { String::new() };
        let called = criterion.map_or(String::new(), |c| v.phrase(&c.name));
        let cells = [
            escape(&v.phrase(&b.group)),
            format!("{} <span class=\"range\">{}</span>", escape(&called), escape(&v.phrase(&b.criterion))),
            escape(&v.phrase(&b.better)),
            v.percent(b.weight, 0),
            escape(&v.phrase(&b.given)),
            v.number(b.worst),
            format!("{} <span class=\"range\">{}</span>", v.number(b.best), escape(&ends)),
        ];
        row(&TREE, "", &cells)
    };
    let rows: String = p.tree.iter().map(one).collect();
    format!("<h4>{}</h4>{}", escape(&say!(v, "forum-tree")), table(v, &TREE, &rows))
}

const RANKING: [&str; 7] = [
    "head-rank>",
    "head-proposal",
    "head-weighted-sum>",
    "head-promethee-rank>",
    "head-first-rank>",
    "head-confidence>",
    "head-central",
];

fn ranking(v: Voice<'_>, a: &ForumAnswer, p: &PartyAnswer) -> String {
    let central = |i: usize| {
        let one = |(b, w): (&Branch, &f64)| format!("{} {}", escape(&v.phrase(&b.criterion)), v.fixed(w * 100.0, 0));
        let weights = p.smaa.central[i].as_ref();
        weights.map_or(String::new(), |w| p.tree.iter().zip(w).map(one).collect::<Vec<_>>().join(", "))
    };
    let one = |i: usize| {
        let f = &p.promethee[i];
        let cells = [
            v.number(p.sum[i].rank),
            name(v, a, i),
            scored(v, &p.sum[i]),
            format!("{} ({})", v.signed(f.net, 2), v.number(f.rank)),
            v.percent(p.smaa.acceptability[i].first().copied().unwrap_or(0.0), 0),
            p.smaa.confidence[i].map_or(String::new(), |c| v.percent(c, 0)),
            format!("<span class=\"range\">{}</span>", central(i)),
        ];
        row(&RANKING, "", &cells)
    };
    table(v, &RANKING, &order(p.sum.iter().map(|s| s.rank)).into_iter().map(one).collect::<String>())
}

/// Warning where a third scenario decides on the order of two.
pub(super) fn reversals(v: Voice<'_>, a: &ForumAnswer) -> String {
    let mut rows: Vec<String> = Vec::new();
    let parties = a.parties.iter().map(|p| (party_name(v, &p.party.name), &p.reversals));
    for (who, list) in parties.chain(a.joint.iter().map(|j| (say!(v, "forum-joint"), &j.reversals))) {
        for r in list {
            let [without, first, second] = [r.without, r.first, r.second].map(|i| crate::text::name(v, a, i));
            let method = v.phrase(&r.method);
            let told =
                say!(v, "forum-reversal", who = who.clone(), method = method, without = without, first = first, second = second);
            rows.push(format!("<li>{}</li>", escape(&told)));
        }
    }
    if rows.is_empty() {
        return format!("<p>{}</p>", escape(&say!(v, "forum-reversal-none")));
    }
    format!(
        "<div class=\"note\"><b>{}</b><details><summary>{}</summary><ul>{}</ul></details></div>",
        escape(&say!(v, "forum-reversal-warning")),
        escape(&say!(v, "forum-times", count = rows.len() as f64)),
        rows.concat()
    )
}
