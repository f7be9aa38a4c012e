//! Whether goods can get to their destination at all, found before the states of the question are.
//!
//! Over standings alone: a move counts unless a rule, a quota or the water bars it, whatever the goods remember of their way and
//! whatever it costs. Where this finds no way there is none; where it finds one there may still be none.

use super::ask::ground;
use super::consignment::{Consignment, ConsignmentError, Lot};
use super::index::Index;
use super::moves::Move;
use super::rules::over_quota;
use super::trade::Trade;

/// `false` where no chain of moves leads from the origin to the destination.
///
/// # Errors
/// When the goods, their equipment and unit do not go together.
pub fn may_lead(index: &Index<'_>, c: &Consignment) -> Result<bool, ConsignmentError> {
    let lot = Lot::new(index.corridor, c)?;
    let mut trade = index.trades.take(index, c, &lot);
    let leads = leads(index, c, (&lot, &mut trade));
    index.trades.put_back(trade);
    Ok(leads)
}

fn leads(index: &Index<'_>, c: &Consignment, (lot, trade): (&Lot, &mut Trade)) -> bool {
    let (Some(from), Some(to)) = (ground(index, c.from), ground(index, c.to)) else { return false };
    let (origin, goal) = (trade.number(from), trade.number(to));
    let (mut seen, mut next) = (vec![false; 1 + origin.max(goal) as usize], vec![origin]);
    seen[origin as usize] = true;
    while let Some(at) = next.pop() {
        if at == goal {
            return true;
        }
        for made in trade.moves(index, at).iter().filter(|m| !is_barred(index, lot, m)) {
            let end = made.end as usize;
            if seen.len() <= end {
                seen.resize(end + 1, false);
            }
            if !std::mem::replace(&mut seen[end], true) {
                next.push(made.end);
            }
        }
    }
    false
}

/// Whether it may not be taken, whoever asks.
fn is_barred(index: &Index<'_>, lot: &Lot, made: &Move) -> bool {
    let over = || over_quota(index.corridor, lot, &made.common.permits).is_some();
    made.refused_by.is_some() || made.shallow.is_some() || over()
}
