//! What a checker found.

use crate::tolerance::Tolerance;
use std::fmt;

/// What was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Check {
    /// The question as repeated in the answer.
    Question,
    /// Legs follow each other from the origin to the destination.
    Chain,
    /// A row that is named exists and is open on the day.
    Row,
    /// A place is printed as it stands in the tables.
    Place,
    /// The words of a leg: kind, mode, operator.
    Words,
    /// The goods can stand so, and the work or ride takes them.
    Loading,
    /// Track gauge.
    Gauge,
    /// Every border over rail and road is cleared.
    Border,
    /// Distance.
    Distance,
    /// Hours.
    Hours,
    /// Waits for a departure.
    Wait,
    /// Chance of a hard event.
    Risk,
    /// A charge line: its rate, quantity or sum.
    Charge,
    /// A charge that does not hold here, or that a narrower row replaces.
    NotApplicable,
    /// A charge that holds and is not on the sheet.
    PassedOver,
    /// Transport without a price.
    Unpriced,
    /// CO2e.
    Emission,
    /// A range of what is not known.
    Range,
    /// A rule refuses what is used.
    Rule,
    /// What the asker wanted to avoid or to use; no stretch is ridden twice for it.
    Condition,
    /// Water under a ship.
    Draught,
    /// Papers.
    Papers,
    /// Permits.
    Permit,
    /// Totals are the sums of the legs.
    Total,
    /// The kind of the sheet.
    Sheet,
    /// Labels say what is true.
    Label,
    /// No way is beaten by another.
    Dominated,
    /// Netback, oil, light, seats, way back.
    Terms,
    /// A pair of ways of light.
    Protection,
    /// Refusals and the reason why there is no way.
    Refusal,
}

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrepancy {
    /// Way, counted from 0; `None` where the answer as a whole is meant.
    pub way: Option<usize>,
    /// Leg of the way, counted from 0; `None` where the way as a whole is meant.
    pub leg: Option<usize>,
    /// What was checked.
    pub check: Check,
    /// The row or figure in question.
    pub subject: String,
    /// What the answer says.
    pub says: String,
    /// What it should be.
    pub should_be: String,
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.way, self.leg) {
            (Some(w), Some(l)) => write!(f, "way {}, leg {}", w + 1, l + 1)?,
            (Some(w), None) => write!(f, "way {}", w + 1)?,
            _ => f.write_str("answer")?,
        }
        write!(f, ": {:?}, {}: says {}, should be {}", self.check, self.subject, self.says, self.should_be)
    }
}

/// Collects what is found, at the place that is looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    pub list: Vec<Discrepancy>,
    way: Option<usize>,
    leg: Option<usize>,
}

impl Findings {
    /// Looks at a way, a leg, or (twice `None`) the whole answer from now on.
    pub fn look_at(&mut self, way: Option<usize>, leg: Option<usize>) {
        (self.way, self.leg) = (way, leg);
    }

    /// An empty collection that looks at the same place.
    pub fn aside(&self) -> Findings {
        Findings { list: Vec::new(), ..*self }
    }

    pub fn add(&mut self, check: Check, subject: &str, says: impl fmt::Display, should_be: impl fmt::Display) {
        self.list.push(Discrepancy {
            way: self.way,
            leg: self.leg,
            check,
            subject: subject.into(),
            says: says.to_string(),
            should_be: should_be.to_string(),
        });
    }

    /// Two words that must be the same.
    pub fn same(&mut self, check: Check, subject: &str, says: &str, should_be: &str) {
        if says != should_be {
            self.add(check, subject, format_args!("{says:?}"), format_args!("{should_be:?}"));
        }
    }

    /// Two figures that must be the same.
    pub fn close(&mut self, kind: (Check, Tolerance), subject: &str, says: f64, should_be: f64) {
        if !kind.1.holds(says, should_be) {
            self.add(kind.0, subject, says, should_be);
        }
    }
}
