//! What the model has where a counter stands: the traffic of the links, services, operations and places of its rows of table
//! `count`, in one unit, of the days observed.
//!
//! Where a row says that vehicles come back, each that goes one way returns the other, laden or empty, and the counter sees
//! both: `2 x max(forth, back)`. The flow itself moves laden ones only, their way back is in the price (decision 0023).

use super::season::Season;
use keruen_model::{Corridor, Count, Direction, Id, Observation, Quantity, TableKind, Unit};
use keruen_results::flow::{ElementFlow, FlowAnswer};

/// What the model has where a counter stands, summed over the years that its days touch; `None` where one of them has no answer.
pub(crate) fn modelled(corridor: &Corridor, o: &Observation, answers: &[FlowAnswer]) -> Option<f64> {
    let (first, last) = (o.period_start, o.period_end);
    let of = |year: i32| {
        let answer = answers.iter().find(|a| a.question.year == year)?;
        let case = Case { corridor, answer, season: Season::new(corridor, year, first, last) };
        let rows = corridor.tables.count.iter().filter(|c| c.counter_id == o.counter_id);
        Some(rows.map(|c| case.counted(c)).sum::<f64>())
    };
    (first.year()..=last.year()).map(of).sum()
}

/// The flow of a year and the part of it that is observed.
struct Case<'a> {
    corridor: &'a Corridor,
    answer: &'a FlowAnswer,
    season: Season<'a>,
}

impl Case<'_> {
    /// What one row counts.
    fn counted(&self, c: &Count) -> f64 {
        let all = match c.at.table {
            TableKind::Operator => self.ridden(self.corridor.text(c.at.id)),
            TableKind::Node => self.delivered(c),
            _ if c.returns => 2.0 * self.passing(c, Direction::Forth).max(self.passing(c, Direction::Back)),
            _ => self.passing(c, c.direction),
        };
        all * c.share.value()
    }

    fn passing(&self, c: &Count, direction: Direction) -> f64 {
        let what = format!("{}:{}", c.at.table.name(), self.corridor.text(c.at.id));
        self.answer.elements.iter().filter(|e| is_it(e, &what, direction)).map(|e| self.measure(c, e)).sum()
    }

    /// Tonnes of some cargoes, or all traffic in any unit.
    fn measure(&self, c: &Count, e: &ElementFlow) -> f64 {
        if !c.cargo.is_empty() {
            let wanted = |wish: &str| self.cargo_of(wish).is_some_and(|cargo| self.is_named(c, cargo));
            return e.users.iter().filter(|(wish, _)| wanted(wish)).map(|(wish, x)| x * self.season.part(wish)).sum();
        }
        let all = match c.measure {
            Unit::T => e.tonnes,
            Unit::TEU => e.teu,
            Unit::Wagon => e.wagons,
            Unit::Truck => e.trucks,
            _ => e.units,
        };
        all * self.season.part_of(&e.users)
    }

    fn cargo_of(&self, wish: &str) -> Option<&str> {
        self.answer.wishes.iter().find(|w| w.wish == wish).map(|w| w.cargo.as_str())
    }

    fn is_named(&self, c: &Count, cargo: &str) -> bool {
        c.cargo.is_empty() || c.cargo.iter().any(|&id: &Id<_>| self.corridor.strings.id(id) == cargo)
    }

    /// What rides an operator's lines, each lot once; by the season of what uses its links.
    fn ridden(&self, operator: &str) -> f64 {
        let its = |e: &&ElementFlow| {
            let row = e.what.strip_prefix("link:").and_then(|id| self.corridor.strings.find(id));
            let link = row.and_then(|id| self.corridor.tables.link.find(Id::new(id)));
            link.and_then(|l| l.operator_id).is_some_and(|o| self.corridor.strings.id(o) == operator)
        };
        let users: Vec<_> = self.answer.elements.iter().filter(its).flat_map(|e| e.users.iter().cloned()).collect();
        let accounts = self.answer.accounts.iter().filter(|a| a.kind == "operator" && a.id == operator);
        accounts.map(|a| a.tonnes).sum::<f64>() * self.season.part_of(&users)
    }

    fn delivered(&self, c: &Count) -> f64 {
        let here = |w: &&keruen_results::flow::WishFlow| w.to == self.corridor.text(c.at.id) && self.is_named(c, &w.cargo);
        self.answer.wishes.iter().filter(here).map(|w| (w.carried + w.outside) * self.season.part(&w.wish)).sum()
    }
}

fn is_it(e: &ElementFlow, what: &str, direction: Direction) -> bool {
    let here = e.what == what || e.what.strip_prefix(what).is_some_and(|rest| rest.starts_with('@'));
    here && (direction == Direction::Both || e.direction.is_empty() || e.direction == direction.name())
}
