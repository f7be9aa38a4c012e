//! Validation: one check a rule, every fault of every table at once.
//!
//! Cells that cannot be read are reported by the reader; the rules here look at a corridor whose cells are typed. Each rule is
//! a function from the corridor to faults and knows nothing of the others, so that one fault never hides another.

mod citations;
mod dates;
mod gauges;
mod money;
mod network;
mod ranges;
mod references;
mod resources;
mod services;
mod shapes;
mod units;

use crate::corridor::Corridor;
use crate::fault::Fault;
use crate::parallel;
use crate::rows::TableKind;
use std::num::NonZeroUsize;

/// A rule: its name, what it demands, and its check.
pub struct Rule {
    /// Stable word, printed with each fault.
    pub name: &'static str,
    /// What it demands, in one sentence.
    pub demand: &'static str,
    check: fn(&mut Report<'_>),
}

/// Every rule, in the order in which faults are reported.
pub const RULES: &[Rule] = &[
    Rule { name: "dangling-id", demand: "an id names a row that exists", check: references::dangling },
    Rule { name: "out-of-range", demand: "a number lies where its meaning allows", check: ranges::ranges },
    Rule { name: "bad-country", demand: "a country is an ISO 3166-1 alpha-2 code", check: ranges::countries },
    Rule { name: "row-shape", demand: "fields that need each other stand together", check: shapes::shapes },
    Rule { name: "island", demand: "every open place is joined to another by a link or a service", check: network::islands },
    Rule {
        name: "unreachable-demand",
        demand: "a destination can be reached from its origin when everything planned is open",
        check: network::unreachable,
    },
    Rule {
        name: "gauge-break",
        demand: "railways of two gauges meet only where an operation changes between them",
        check: gauges::breaks,
    },
    Rule { name: "service-vehicle", demand: "the vehicles of a service can run on its links", check: services::vehicles },
    Rule {
        name: "service-stops",
        demand: "a service has two stops or more, joined by the links it names",
        check: services::stops,
    },
    Rule { name: "unused-resource", demand: "somebody uses every resource", check: resources::unused },
    Rule { name: "date-order", demand: "valid_from is not after valid_to", check: dates::order },
    Rule { name: "date-gap", demand: "rows that follow one another in time leave no day out and share none", check: dates::gaps },
    Rule { name: "unit-mismatch", demand: "units of rows that are added or multiplied fit", check: units::mismatches },
    Rule { name: "money", demand: "a price has a currency with a rate and a price year", check: money::prices },
    Rule { name: "profile-sum", demand: "the shares of a profile add up to 1", check: shapes::profiles },
    Rule {
        name: "citation-shape",
        demand: "a citation names what it is for, and has the facts, range and reason that its method asks for",
        check: citations::shape,
    },
    Rule {
        name: "citation-value",
        demand: "a value lies in its low-high, and a `read` value stands in its facts",
        check: citations::values,
    },
    Rule {
        name: "uncited",
        demand: "every numeric parameter that can change an answer has a citation",
        check: citations::uncited,
    },
];

/// Rows that are worth a thread.
const ROWS_A_THREAD: usize = 5_000;

/// Checks a corridor against every rule, on as many threads as the machine runs at once and the rows are worth.
pub fn validate(corridor: &Corridor) -> Vec<Fault> {
    let rows: usize = TableKind::ALL.iter().map(|&t| corridor.tables.len(t)).sum();
    let worth = NonZeroUsize::new(rows / ROWS_A_THREAD).unwrap_or(NonZeroUsize::MIN);
    validate_on(corridor, parallel::all().min(worth))
}

/// Checks a corridor against every rule on so many threads; the faults and their order do not depend on them.
pub fn validate_on(corridor: &Corridor, threads: NonZeroUsize) -> Vec<Fault> {
    let check = |i: usize| {
        let mut report = Report { corridor, faults: Vec::new(), rule: RULES[i].name };
        (RULES[i].check)(&mut report);
        report.faults
    };
    parallel::in_order(RULES.len(), threads, || (), |(), i| check(i)).into_iter().flatten().collect()
}

/// The corridor under check and the faults found.
pub(crate) struct Report<'c> {
    pub corridor: &'c Corridor,
    faults: Vec<Fault>,
    rule: &'static str,
}

impl Report<'_> {
    /// Reports a fault of one field of a row (`""` = the row).
    pub fn row(&mut self, table: TableKind, row: usize, field: &str, message: impl Into<String>, hint: impl Into<String>) {
        let c = self.corridor;
        let (file, line) = c.tables.origin(table, row);
        let value = table.spec().field(field).map(|f| c.tables.cell(table, row, f, &c.strings)).unwrap_or_default();
        self.faults.push(Fault {
            file: file.into(),
            line,
            table: table.name().into(),
            row: c.tables.key(table, row).map(|s| c.text(s).to_string()).unwrap_or_default(),
            field: field.into(),
            value,
            rule: self.rule,
            message: message.into(),
            hint: hint.into(),
        });
    }
}
