//! From the trips of a front to the ways that are told. Labels and order need totals alone, so that a sheet is made only for a way
//! that is shown.

use crate::labels;
use crate::lateness::Drawer;
use crate::limits::Promise;
use crate::search::Trip;
use crate::sheet::Sheets;
use keruen_results::route::Way;

/// What the ways of one graph are written with.
pub(crate) struct Page<'a> {
    pub sheets: Sheets<'a>,
    pub drawer: Drawer<'a>,
}

impl<'a> Page<'a> {
    pub fn new(sheets: Sheets<'a>) -> Self {
        let drawer = Drawer::new(sheets.index, sheets.graph);
        Page { sheets, drawer }
    }
}

/// So many of the trips, each with the number of its page, as ways: the labelled ones first.
pub(crate) fn ways(pages: &mut [Page<'_>], trips: &[(usize, &Trip)], promise: Option<Promise>, most: usize) -> Vec<Way> {
    let rated: Vec<labels::Rated> = trips.iter().map(|&(page, trip)| pages[page].sheets.rated(trip)).collect();
    let tell = |pick: labels::Pick| {
        let (page, trip) = trips[pick.at];
        let Page { sheets, drawer } = &mut pages[page];
        let labels = pick.labels.iter().map(|l| (*l).to_string()).collect();
        Way { label: pick.label, labels, ..sheets.way(trip, promise, drawer) }
    };
    labels::ranked(&rated).into_iter().take(most).map(tell).collect()
}
