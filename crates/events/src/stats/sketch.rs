//! Quantiles of spans that pass by, to within one part in 64, in a few thousand counts whatever their number.
//!
//! Cells grow with the number as in a histogram of high dynamic range: the six bits after the leading one name the cell. Counts
//! are whole numbers, so joining sketches gives the same in any order.

use crate::Tick;

/// Bits after the leading one.
const BITS: u32 = 6;
/// Cells of one power of two.
const CELLS: u64 = 1 << BITS;

/// Cells are kept in whole groups of so many.
const GROUP: usize = 16;

/// Counts by cell, from the group of the shortest span to that of the longest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The first cell that is kept.
    from: usize,
    cells: Vec<u32>,
    count: u64,
}

impl Sketch {
    /// Notes a span in ticks.
    #[inline]
    pub fn add(&mut self, span: u64) {
        let cell = cell(span);
        if cell.wrapping_sub(self.from) >= self.cells.len() {
            self.reach(cell, cell + 1);
        }
        let count = &mut self.cells[cell - self.from];
        *count = count.saturating_add(1);
        self.count += 1;
    }

    /// Keeps the cells `from .. to` too.
    #[cold]
    fn reach(&mut self, from: usize, to: usize) {
        let from = from / GROUP * GROUP;
        if self.cells.is_empty() {
            self.from = from;
        }
        if from < self.from {
            self.cells.splice(0..0, std::iter::repeat_n(0, self.from - from));
            self.from = from;
        }
        let count = (to.next_multiple_of(GROUP) - self.from).max(self.cells.len());
        self.cells.resize(count, 0);
    }

    /// Joins another sketch.
    pub fn join(&mut self, other: &Sketch) {
        if other.cells.is_empty() {
            return;
        }
        self.reach(other.from, other.from + other.cells.len());
        for (a, b) in self.cells[other.from - self.from..].iter_mut().zip(&other.cells) {
            *a = a.saturating_add(*b);
        }
        self.count += other.count;
    }

    /// How many were noted.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The span that a share of them does not exceed, the middle of its cell; `None` of none.
    pub fn quantile(&self, share: f64) -> Option<Tick> {
        let wanted = ((share * self.count as f64).ceil() as u64).clamp(1, self.count.max(1));
        let mut seen = 0;
        self.cells.iter().enumerate().find_map(|(i, &n)| {
            seen += u64::from(n);
            (n > 0 && seen >= wanted).then(|| Tick(middle((self.from + i) as u64)))
        })
    }

    /// Share of the spans in cells up to that of `span`; 0 of none.
    pub fn share_within(&self, span: u64) -> f64 {
        let within: u64 = self.cells.iter().take((cell(span) + 1).saturating_sub(self.from)).map(|&n| u64::from(n)).sum();
        if self.count == 0 { 0.0 } else { within as f64 / self.count as f64 }
    }
}

fn cell(span: u64) -> usize {
    if span < CELLS {
        return span as usize;
    }
    let above = 63 - span.leading_zeros() - BITS;
    (u64::from(above + 1) * CELLS + ((span >> above) & (CELLS - 1))) as usize
}

fn middle(cell: u64) -> u64 {
    let (power, part) = (cell / CELLS, cell % CELLS);
    if power == 0 {
        return part;
    }
    let width = 1_u64 << (power - 1);
    (CELLS + part) * width + width / 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    #[test]
    fn quantiles_are_within_a_part_in_64() {
        let mut dice = Stream::new(2, 0, 0);
        let (mut sketch, mut all) = (Sketch::default(), Vec::new());
        for _ in 0..50_000 {
            let x = (dice.exponential() * 1e7) as u64;
            sketch.add(x);
            all.push(x);
        }
        all.sort_unstable();
        for share in [0.01, 0.1, 0.5, 0.9, 0.99, 1.0] {
            let exact = all[((share * 50_000.0) as usize).max(1) - 1] as f64;
            let told = sketch.quantile(share).unwrap().0 as f64;
            assert!((told / exact - 1.0).abs() <= 1.0 / 64.0, "{share}: {told} {exact}");
        }
        assert!((sketch.share_within(all[25_000]) - 0.5).abs() < 0.02);
        assert_eq!(Sketch::default().quantile(0.5), None);
    }

    #[test]
    fn every_span_has_a_cell_and_its_middle_lies_there() {
        for span in [0, 1, 63, 64, 65, 127, 128, 1 << 20, (1 << 40) + 12345, u64::MAX] {
            assert_eq!(cell(middle(cell(span) as u64)), cell(span), "{span}");
        }
    }

    #[test]
    fn the_order_of_spans_and_of_parts_does_not_tell() {
        let of = |spans: &[u64]| {
            let mut sketch = Sketch::default();
            spans.iter().for_each(|&span| sketch.add(span));
            sketch
        };
        let all = [70_000, 5, 1 << 40, 70_001, 0, 900];
        let mut joined = Sketch::default();
        for part in [&all[4..], &[], &all[..2], &all[2..4]] {
            joined.join(&of(part));
        }
        let reversed: Vec<u64> = all.iter().rev().copied().collect();
        assert_eq!((of(&all), joined), (of(&reversed), of(&all)));
        assert_eq!((of(&all).quantile(0.0), of(&all[..1]).share_within(3)), (Some(Tick(0)), 0.0));
    }
}
