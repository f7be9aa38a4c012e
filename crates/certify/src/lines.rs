//! The shortest ways over the lines of an operator, or of all: by metres, then by seconds, on each gauge by itself.

use crate::case::Case;
use crate::deed::Deed;
use crate::resolve;
use crate::time;
use keruen_model::{Id, Link, Mode, Node, Operator, Quantity};

/// A way found so far: where it leads, its metres and seconds, its links.
struct Way<'c> {
    end: Id<Node>,
    length: (f64, f64),
    links: Vec<&'c Link>,
}

/// The shortest way between two places on each gauge.
pub(crate) fn shortest_ways<'c>(
    case: &Case<'c>,
    mode: Option<Mode>,
    operator: Option<Id<Operator>>,
    (from, to): (Id<Node>, Id<Node>),
) -> Vec<Deed<'c>> {
    let run = |l: &&Link| Some(l.mode) == mode && operator.is_none_or(|o| l.operator_id == Some(o));
    let lines: Vec<&Link> = case.corridor.tables.link.iter().filter(run).collect();
    let mut gauges: Vec<Option<i64>> = lines.iter().map(|l| gauge(l)).collect();
    gauges.sort_unstable();
    gauges.dedup();
    let of = |g: Option<i64>| {
        let lines: Vec<&Link> = lines.iter().copied().filter(|l| gauge(l) == g).collect();
        resolve::over(case, shortest(&lines, (from, to))?, from, to)
    };
    gauges.into_iter().filter_map(of).collect()
}

fn gauge(l: &Link) -> Option<i64> {
    l.gauge.map(|g| g.value() as i64)
}

/// By rounds of relaxation (Bellman 1958).
fn shortest<'c>(lines: &[&'c Link], (from, to): (Id<Node>, Id<Node>)) -> Option<Vec<&'c Link>> {
    let mut ways = vec![Way { end: from, length: (0.0, 0.0), links: Vec::new() }];
    let mut better = true;
    while better {
        better = false;
        for &l in lines {
            let back = (!l.directed).then_some((l.to_node_id, l.from_node_id, false));
            for (a, b, forth) in [(l.from_node_id, l.to_node_id, true)].into_iter().chain(back) {
                better |= lengthen(&mut ways, l, (a, b), forth);
            }
        }
    }
    ways.into_iter().find(|w| w.end == to).map(|w| w.links)
}

/// Takes the way to `a` on over a link to `b`; whether that is the shortest to `b` so far.
fn lengthen<'c>(ways: &mut Vec<Way<'c>>, l: &'c Link, (a, b): (Id<Node>, Id<Node>), forth: bool) -> bool {
    let (Some(time), Some(before)) = (time::on_link(l, forth), ways.iter().find(|w| w.end == a)) else { return false };
    let length = (before.length.0 + (l.length.value() * 1000.0).round(), before.length.1 + (time.median * 3600.0).round());
    let links = before.links.iter().copied().chain([l]).collect();
    match ways.iter_mut().find(|w| w.end == b) {
        Some(w) if w.length <= length => false,
        Some(w) => {
            *w = Way { end: b, length, links };
            true
        }
        None => {
            ways.push(Way { end: b, length, links });
            true
        }
    }
}
