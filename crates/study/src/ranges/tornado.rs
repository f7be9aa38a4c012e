//! Which single parameters do it: groups are set to their low and to their high end together and halved, the strongest first.

use super::morris::groups;
use super::{Model, changes, size};
use crate::error::StudyError;
use keruen_model::parallel::in_order;
use keruen_results::Progress;
use keruen_results::figure::Range;
use keruen_results::flow::FlowAnswer;
use keruen_results::ranges::SingleEffect;

/// Single parameters looked for.
const WANTED: usize = 12;
/// Halvings at most.
const HALVINGS: usize = 90;
/// A group whose ends move the headlines by less than this, in per cent, is not halved.
const NOTHING: f64 = 0.01;

type Headlines = [(&'static str, &'static str, f64)];

/// Some parameters and what their ends do.
struct Bunch {
    members: Vec<usize>,
    changes: Vec<(usize, f64)>,
    ends: Option<(Vec<f64>, Vec<f64>)>,
}

/// The strongest single parameters.
pub(super) fn tornado(model: &Model<'_>, base: &Headlines, progress: &dyn Progress) -> Result<Vec<SingleEffect>, StudyError> {
    let mut open = bunches(model, base, groups(model).into_iter().map(|g| g.1).collect());
    let mut out: Vec<Bunch> = Vec::new();
    for halving in 0.. {
        progress.step(halving as u64, HALVINGS as u64);
        if progress.cancelled() {
            return Err(StudyError::Cancelled);
        }
        open.sort_by(|a, b| size(&a.changes).total_cmp(&size(&b.changes)).then(b.members.cmp(&a.members)));
        let Some(strongest) = open.pop().filter(|b| size(&b.changes) >= NOTHING && out.len() < WANTED) else { break };
        if strongest.members.len() == 1 {
            out.push(strongest);
        } else if halving < HALVINGS {
            let (a, b) = strongest.members.split_at(strongest.members.len() / 2);
            open.extend(bunches(model, base, vec![a.to_vec(), b.to_vec()]));
        }
    }
    Ok(out.iter().map(|b| single(model, base, b)).collect())
}

/// What the ends of each set do.
fn bunches(model: &Model<'_>, base: &Headlines, sets: Vec<Vec<usize>>) -> Vec<Bunch> {
    let at = |members: &[usize], law: f64| {
        let mut all = model.middle();
        members.iter().for_each(|&i| all[i] = law);
        model.at(&all)
    };
    let answers = in_order(2 * sets.len(), model.threads, || (), |(), i| at(&sets[i / 2], (i % 2) as f64));
    let mut answers = answers.into_iter();
    let values = |a: &FlowAnswer| super::headlines(a).iter().map(|h| h.2).collect::<Vec<f64>>();
    let mut out = Vec::new();
    for members in sets {
        let (low, high) = (answers.next().flatten(), answers.next().flatten());
        let ends = low.as_ref().zip(high.as_ref());
        out.push(Bunch {
            members,
            changes: ends.map_or(Vec::new(), |(a, b)| changes(base, a, b)),
            ends: ends.map(|(a, b)| (values(a), values(b))),
        });
    }
    out
}

fn single(model: &Model<'_>, base: &Headlines, b: &Bunch) -> SingleEffect {
    let part = &model.parts[b.members[0]];
    let most = b.changes.iter().max_by(|x, y| x.1.abs().total_cmp(&y.1.abs())).map_or(0, |c| c.0);
    let at = |v: &(Vec<f64>, Vec<f64>)| Range { low: v.0[most], high: v.1[most] };
    SingleEffect {
        parameter: part.name.clone(),
        ends: Range { low: part.low, high: part.high },
        effect: size(&b.changes),
        headline: base[most].0.into(),
        at_ends: b.ends.as_ref().map_or(Range { low: f64::NAN, high: f64::NAN }, at),
    }
}
