//! Rankings of parties as a part of the minutes.

use crate::chart::acceptability_svg;
use crate::format::{escape, number};
use crate::text::{most_often, order};
use keruen_results::forum::{Flip, ForumAnswer, JointAnswer, PartyAnswer};
use std::fmt::Write;

fn name(a: &ForumAnswer, i: usize) -> String {
    a.table.alternatives.get(i).map_or(String::new(), |x| escape(&x.name))
}

fn head(heads: &[&str]) -> String {
    let cells: String = heads
        .iter()
        .map(|h| format!("<th{}>{}</th>", if h.ends_with('>') { " class=\"n\"" } else { "" }, h.trim_end_matches('>')))
        .collect();
    format!("<div class=\"scroll\"><table><thead><tr>{cells}</tr></thead><tbody>")
}

/// All together: overview, joint ranking, accord, what hangs on one party.
pub(super) fn joint(a: &ForumAnswer) -> String {
    let mut out = overview(a);
    let Some(j) = &a.joint else { return format!("{out}<p>{}</p>", say::NOBODY) };
    let _ = write!(out, "<h3>{}</h3>{}", say::JOINT, joint_table(a, j));
    let top: Vec<String> = j.common_top.iter().map(|&i| name(a, i)).collect();
    let n = a.table.alternatives.len();
    let _ = write!(out, "<p>{}</p>", say::accord(j.accord, j.agreed.len(), n * (n - 1) / 2, &top));
    out += &agreed(a, j);
    out + &without(a, j)
}

fn overview(a: &ForumAnswer) -> String {
    let mut out = head(&say::OVERVIEW);
    for p in &a.parties {
        let by = order(p.sum.iter().map(|s| s.rank));
        let three: Vec<String> = by.iter().take(3).map(|&i| name(a, i)).collect();
        let flow = order(p.promethee.iter().map(|f| f.rank)).first().map_or(String::new(), |&i| name(a, i));
        let (most, share) = most_often(p);
        let _ = write!(
            out,
            "<tr><td><a href=\"#party-{}\">{}</a></td><td>{}</td><td>{flow}</td><td>{} <span class=\"range\">{:.0} %</span></td><td>{}</td></tr>",
            escape(&p.party.id),
            escape(&p.party.name),
            three.join(" &gt; "),
            name(a, most),
            share * 100.0,
            nearest(p).map_or_else(|| say::NO_FLIP.into(), |f| flip(a, f))
        );
    }
    out + "</tbody></table></div>"
}

/// The flip that needs the least change.
fn nearest(p: &PartyAnswer) -> Option<&Flip> {
    let far = |f: &&Flip| f.at.map_or(f64::INFINITY, |x| (x - f.weight).abs());
    p.flips.iter().filter(|f| f.at.is_some()).min_by(|x, y| far(x).total_cmp(&far(y)))
}

fn flip(a: &ForumAnswer, f: &Flip) -> String {
    say::flip(&escape(&f.what), f.weight, f.at.unwrap_or_default(), &f.winner.map_or(String::new(), |i| name(a, i)))
}

fn joint_table(a: &ForumAnswer, j: &JointAnswer) -> String {
    let mut out = head(&say::JOINT_HEADS);
    for i in order(j.mean.iter().map(|s| s.rank)) {
        let whose = a.parties.get(j.regret_of[i]).map_or(String::new(), |p| escape(&p.party.name));
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{:.2}<br><span class=\"range\">{:.2} to {:.2}</span></td><td class=\"n\">{}</td><td class=\"n\">{} ({})</td><td class=\"n\">{} ({})</td><td class=\"n\">{:.2}</td><td>{whose}</td><td class=\"n\">{:.0} %</td><td>{}</td></tr>",
            name(a, i),
            j.mean[i].score,
            j.mean[i].low,
            j.mean[i].high,
            number(j.mean[i].rank),
            number(j.borda[i].score),
            number(j.borda[i].rank),
            number(j.copeland[i].score),
            number(j.copeland[i].rank),
            -j.regret[i].score,
            j.first_rank[i] * 100.0,
            if j.pareto[i] { say::YES } else { "" }
        );
    }
    out + "</tbody></table></div>"
}

fn agreed(a: &ForumAnswer, j: &JointAnswer) -> String {
    if j.agreed.is_empty() {
        return String::new();
    }
    let items: String = j.agreed.iter().map(|&(x, y)| format!("<li>{} &gt; {}</li>", name(a, x), name(a, y))).collect();
    format!("<details><summary>{}</summary><ul>{items}</ul></details>", say::AGREED)
}

fn without(a: &ForumAnswer, j: &JointAnswer) -> String {
    let mut out = format!("<h3>{}</h3>{}", say::WITHOUT, head(&say::WITHOUT_HEADS));
    for w in &j.without {
        let list = |x: &[usize]| x.iter().map(|&i| name(a, i)).collect::<Vec<_>>().join(", ");
        let voice = j.flips.get(w.party).filter(|f| f.at.is_some()).map_or_else(|| say::NO_FLIP.into(), |f| flip(a, f));
        let _ = write!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{voice}</td></tr>",
            escape(&a.parties[w.party].party.name),
            list(&w.mean),
            list(&w.borda),
            list(&w.copeland),
            list(&w.regret)
        );
    }
    out + "</tbody></table></div>"
}

/// One party: tree, ranking, acceptability, flips.
pub(super) fn party(a: &ForumAnswer, p: &PartyAnswer) -> String {
    let mut out = format!(
        "<details id=\"party-{}\"><summary>{}</summary><p>{}</p>",
        escape(&p.party.id),
        escape(&p.party.name),
        escape(&p.note)
    );
    if !p.source.is_empty() {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(&p.source.join(", ")));
    }
    out += &tree(a, p);
    out += &ranking(a, p);
    let by = order(p.sum.iter().map(|s| s.rank));
    let rows: Vec<(String, Vec<f64>)> =
        by.iter().map(|&i| (a.table.alternatives[i].name.clone(), p.smaa.acceptability[i].clone())).collect();
    let _ = write!(out, "<h4>{}</h4>{}", say::ACCEPTABILITY, acceptability_svg(&say::acceptability(&p.party.name), &rows));
    let _ = write!(out, "<h4>{}</h4><ul>", say::FLIPS);
    for f in &p.flips {
        let text = if f.at.is_some() { flip(a, f) } else { say::stays(&escape(&f.what), f.weight) };
        let _ = write!(out, "<li>{text}</li>");
    }
    out + "</ul></details>"
}

fn tree(a: &ForumAnswer, p: &PartyAnswer) -> String {
    let mut out = format!("<h4>{}</h4>{}", say::TREE, head(&say::TREE_HEADS));
    for b in &p.tree {
        let c = a.table.criteria.iter().find(|c| c.id == b.criterion);
        let ends = if b.scale_of_table { say::OF_TABLE } else { "" };
        let _ = write!(
            out,
            "<tr><td>{}</td><td>{} <span class=\"range\">{}</span></td><td>{}</td><td class=\"n\">{:.0} %</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{} <span class=\"range\">{ends}</span></td></tr>",
            escape(&b.group),
            escape(c.map_or("", |c| &c.name)),
            escape(&b.criterion),
            escape(&b.better),
            b.weight * 100.0,
            escape(&b.given),
            number(b.worst),
            number(b.best)
        );
    }
    out + "</tbody></table></div>"
}

fn ranking(a: &ForumAnswer, p: &PartyAnswer) -> String {
    let mut out = head(&say::RANKING);
    for i in order(p.sum.iter().map(|s| s.rank)) {
        let (s, f) = (&p.sum[i], &p.promethee[i]);
        let first = p.smaa.acceptability[i].first().copied().unwrap_or(0.0);
        let sure = p.smaa.confidence[i].map_or(String::new(), |c| format!("{:.0} %", c * 100.0));
        let central = p.smaa.central[i].as_ref().map_or(String::new(), |w| {
            let one = |(b, w): (&keruen_results::forum::Branch, &f64)| format!("{} {:.0}", escape(&b.criterion), w * 100.0);
            p.tree.iter().zip(w).map(one).collect::<Vec<_>>().join(", ")
        });
        let _ = write!(
            out,
            "<tr><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{:.2}<br><span class=\"range\">{:.2} to {:.2}</span></td><td class=\"n\">{:+.2} ({})</td><td class=\"n\">{:.0} %</td><td class=\"n\">{sure}</td><td class=\"range\">{central}</td></tr>",
            number(s.rank),
            name(a, i),
            s.score,
            s.low,
            s.high,
            f.net,
            number(f.rank),
            first * 100.0
        );
    }
    out + "</tbody></table></div>"
}

/// Warning where a third scenario decides on the order of two.
pub(super) fn reversals(a: &ForumAnswer) -> String {
    let mut rows: Vec<String> = Vec::new();
    let parties = a.parties.iter().map(|p| (p.party.name.as_str(), &p.reversals));
    for (who, list) in parties.chain(a.joint.iter().map(|j| (say::ALL, &j.reversals))) {
        for r in list {
            rows.push(format!(
                "<li>{}</li>",
                say::reversal(&escape(who), &r.method, &name(a, r.without), &name(a, r.first), &name(a, r.second))
            ));
        }
    }
    if rows.is_empty() {
        return format!("<p>{}</p>", say::NO_REVERSAL);
    }
    format!(
        "<div class=\"note\"><b>{}</b><details><summary>{}</summary><ul>{}</ul></details></div>",
        say::WARNING,
        say::times(rows.len()),
        rows.concat()
    )
}

/// Sentences of this view.
mod say {
    pub const NOBODY: &str = "No party with a voice has shown its weights yet.";
    pub const JOINT: &str = "All together";
    pub const OVERVIEW: [&str; 5] =
        ["party", "weighted sum: first three", "PROMETHEE II: first", "SMAA-2: most often first", "what flips it"];
    pub const JOINT_HEADS: [&str; 9] = [
        "proposal",
        "mean>",
        "place>",
        "Borda (place)>",
        "Copeland (place)>",
        "largest regret>",
        "whose",
        "first rank>",
        "unbeaten",
    ];
    pub const NO_FLIP: &str = "no single weight";
    pub const YES: &str = "yes";
    pub const AGREED: &str = "Pairs that every party sees alike";
    pub const WITHOUT: &str = "What hangs on one party";
    pub const WITHOUT_HEADS: [&str; 6] = ["without", "mean", "Borda", "Copeland", "regret", "voice that flips the mean"];
    pub const ACCEPTABILITY: &str = "Rank acceptability";
    pub const FLIPS: &str = "Weight by weight: where the winner changes, the others in proportion";
    pub const TREE: &str = "Tree";
    pub const TREE_HEADS: [&str; 7] = ["branch", "criterion", "better", "weight>", "given as", "worst>", "best>"];
    pub const OF_TABLE: &str = "of the table";
    pub const RANKING: [&str; 7] =
        ["place>", "proposal", "weighted sum>", "PROMETHEE II (place)>", "first rank>", "confidence>", "central weights, %"];
    pub const ALL: &str = "All together";
    pub const NO_REVERSAL: &str = "No rank reversal: leaving out any one proposal keeps the order of all others.";
    pub const WARNING: &str =
        "Rank reversal: a third proposal decides on the order of two. Ends of scale of one's own prevent it in the weighted sum.";

    pub fn accord(w: Option<f64>, agreed: usize, pairs: usize, top: &[String]) -> String {
        let w = w.map_or(String::new(), |w| format!("Accord (Kendall's W): {w:.2}. "));
        let top = if top.is_empty() { "none".into() } else { top.join(", ") };
        format!("{w}{agreed} of {pairs} pairs are seen alike by every party. Among the first three of every party: {top}.")
    }

    pub fn flip(what: &str, now: f64, at: f64, winner: &str) -> String {
        format!("{what} from {:.0} % to {:.0} %: {winner}", now * 100.0, at * 100.0)
    }

    pub fn stays(what: &str, now: f64) -> String {
        format!("{what}, {:.0} % now: no weight changes the winner", now * 100.0)
    }

    pub fn acceptability(party: &str) -> String {
        format!("share of the draws in which each proposal takes each rank: {party}")
    }

    pub fn reversal(who: &str, method: &str, without: &str, first: &str, second: &str) -> String {
        format!("{who}, {method}: without {without}, {second} comes before {first}")
    }

    pub fn times(n: usize) -> String {
        format!("{n} times")
    }
}
