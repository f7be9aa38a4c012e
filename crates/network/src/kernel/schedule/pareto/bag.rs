//! Labels that do not beat one another: later ones have walked less.

use crate::kernel::schedule::log::EntryIx;

/// A stop reached.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Label {
    pub arrive: u32,
    pub walked: u32,
    pub entry: EntryIx,
    /// The round, counted over all queries.
    pub tick: u32,
}

/// A staircase: arrivals rise, walking falls. What an older query left in it does not count.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    mark: u32,
    labels: Vec<Label>,
}

impl Bag {
    /// The labels of this query.
    #[inline]
    pub fn labels(&self, mark: u32) -> &[Label] {
        if self.mark == mark { &self.labels } else { &[] }
    }

    /// Whether some label arrives as early and has walked as little.
    #[inline]
    pub fn beats(&self, mark: u32, arrive: u32, walked: u32) -> bool {
        let labels = self.labels(mark);
        // The last of those that arrive as early has walked least of them.
        let earlier = labels.partition_point(|label| label.arrive <= arrive);
        earlier > 0 && labels[earlier - 1].walked <= walked
    }

    /// Adds a label that [`beats`](Self::beats) does not hold for, and drops those it beats.
    #[inline]
    pub fn add(&mut self, mark: u32, label: Label) {
        if self.mark != mark {
            self.mark = mark;
            self.labels.clear();
        }
        let from = self.labels.partition_point(|other| other.arrive < label.arrive);
        let beaten = self.labels[from..].iter().take_while(|other| other.walked >= label.walked).count();
        if beaten == 0 {
            self.labels.insert(from, label);
        } else {
            self.labels[from] = label;
            self.labels.drain(from + 1..from + beaten);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ```text
    ///  walked 9 | a          a beats c and d (later, as much walking); b beats neither and is not beaten
    ///         5 |   b        e beats b
    ///           +-------
    ///             arrive
    /// ```
    #[test]
    fn a_staircase_keeps_what_nothing_beats() {
        let label = |arrive, walked| Label { arrive, walked, ..Label::default() };
        let mut bag = Bag::default();
        bag.add(1, label(10, 9));
        assert!(bag.beats(1, 10, 9) && bag.beats(1, 12, 9) && !bag.beats(1, 12, 8) && !bag.beats(1, 9, 20));
        bag.add(1, label(12, 5));
        bag.add(1, label(11, 4));
        let kept: Vec<_> = bag.labels(1).iter().map(|l| (l.arrive, l.walked)).collect();
        assert_eq!(kept, [(10, 9), (11, 4)]);
        assert!(bag.labels(2).is_empty() && !bag.beats(2, 50, 50));
        bag.add(2, label(3, 3));
        assert_eq!(bag.labels(2).len(), 1);
    }
}
